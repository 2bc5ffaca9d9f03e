import { halfSlit, slitLoss } from '../families/round.ts'
import { half } from '../formula.ts'
import type { FeatureForm, FeatureKind, Placed, Settling } from '../kinds.ts'
import { FACES } from '../locate.ts'
import type { PartFeature } from '@hewn/model'
import { type Side, sidesIn } from './sides.ts'

/** A cut through one side of what is bored, from the bore out and over all of its length: a split ring, a clamp block. */
export const slit: FeatureKind = {
  key: 'slit',
  nouns:
    'slit, split, saw cut, split slot, split cut, clamp slot, clamping slot, slot cut, lengthwise slit, longitudinal slit, clamping slit, clamp slit, relief slit',
  manner: 'run',
  slots: {
    width: { label: 'Slit width', accepts: 'width gap thickness', say: '# wide' },
    bore: { label: 'Bore it goes out of', accepts: '', say: '' },
  },
  bare: ['width'],
  flags: 'through',
  settle(sizes) {
    const bore = boreOf(sizes)
    if (!bore || !sizes.body) {
      sizes.refuse(
        'AGENT_UNSUPPORTED',
        `A ${sizes.noun} goes from a bore outwards; this ${sizes.body?.family ?? 'body'} has none.`,
      )
      return
    }
    sizes.derive('bore', bore)
    if (!sizes.has('width') && sizes.body.form.outline.kind === 'rectangle') {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide should the ${sizes.noun} be?`, ['1 mm', '2 mm', '3 mm'])
      return
    }
    if (!sizes.has('width')) sizes.assume('width', 2, `no width of the ${sizes.noun} was said`)
    if (sizes.value('width') >= sizes.body.evaluate(bore))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A ${sizes.noun} ${sizes.value('width')} mm wide is wider than the bore of ${sizes.body.evaluate(bore)} mm.`,
      )
  },
  build(placed) {
    const { sizes, body, bodyId, count } = placed
    const { width = '0', bore = '0' } = sizes
    if (body.outline.kind !== 'circle') return outOfBlock(placed)
    const outer = body.outline.diameter
    return {
      lines: [`${bodyId} -= Box(${outer}, ${width}, ${body.size[2]}, align=(Align.MIN, Align.CENTER, Align.MIN))`],
      volume: `-${count} * ${slitLoss(outer, bore, width)} * ${body.size[2]}`,
      openings: '-1',
      loose: ['x' as const],
    }
  },
}

function boreOf({ body }: Settling): string | undefined {
  if (!body) return undefined
  const { outline } = body.form
  if (outline.kind === 'circle') return outline.bore
  return outline.kind === 'rectangle' ? boreToSplit(body.features, body.evaluate)?.sizes['diameter'] : undefined
}

/** The bore that a block is split from: the widest hole that goes through it. */
export const boreToSplit = (
  features: readonly PartFeature[],
  evaluate: (formula: string) => number,
): PartFeature | undefined =>
  features
    .filter(({ kind, sizes }) => kind === 'hole' && sizes['diameter'] && !sizes['depth'] && !sizes['count'])
    .toSorted((a, b) => evaluate(b.sizes['diameter'] ?? '0') - evaluate(a.sizes['diameter'] ?? '0'))[0]

/** From the middle of the bore to the side that was said, as deep as the bore goes. */
function outOfBlock({ sizes, flags, face, body, through, spots, cut, evaluate }: Placed): FeatureForm {
  const { width = '0', bore = '0' } = sizes
  const { u, v, flip } = FACES[face]
  const [first = 'right'] = sidesIn(flags)
  const side: Side | 'top' | 'bottom' = v === 'z' && first === 'back' ? 'top' : first
  const along = AXIS[side] === u ? 'u' : 'v'
  const high = side === 'right' || side === 'back' || side === 'top'
  const long = body.size['xyz'.indexOf(along === 'u' ? u : v)] ?? '0'
  const end = high !== (along === 'u' && flip.u === true) ? 'Align.MIN' : 'Align.MAX'
  const solid =
    along === 'u'
      ? `Box(${long}, ${width}, ${through}, align=(${end}, Align.CENTER, Align.MAX))`
      : `Box(${width}, ${long}, ${through}, align=(Align.CENTER, ${end}, Align.MAX))`
  // What is beside the bore: with that itself the slit is one.
  const [spot = { u: 0, v: 0 }] = spots
  const [radius, away] = [evaluate(bore) / 2, high ? 1 : -1]
  const beside = evaluate(long) / 2 - away * spot[along] - radius
  const middle = { ...spot, [along]: spot[along] + away * (radius + beside / 2) }
  const reach = along === 'u' ? { u: String(beside), v: width } : { u: width, v: String(beside) }
  const central = Math.abs(spot[along]) < 1e-9
  return {
    lines: cut(solid),
    reach: { ...reach, depth: through, open: true },
    spots: [middle],
    openings: '-1',
    ...(central ? { volume: `-(${width} * ${half(long)} - ${halfSlit(bore, width)}) * ${through}` } : {}),
  }
}
const AXIS: Readonly<Record<Side | 'top' | 'bottom', 'x' | 'y' | 'z'>> = {
  left: 'x',
  right: 'x',
  front: 'y',
  back: 'y',
  top: 'z',
  bottom: 'z',
}
