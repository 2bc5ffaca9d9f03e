import { halved, powered } from '../families/round.ts'
import type { BoxOfFeature } from '../boxes-of-feature.ts'
import type { FeatureKind, Placed, Settling } from '../kinds.ts'
import { BORE_CIRCLIPS, SHAFT_CIRCLIPS } from '../library/circlips.ts'
import { NORM, settleNorm } from '../library/norm.ts'
import { STAGE, diameterOf, rowOf, settleStage } from './stretch.ts'

export const groove: FeatureKind = {
  key: 'groove',
  nouns:
    'groove, o-ring groove, oring groove, circlip groove, retaining ring groove, snap ring groove, annular groove, ring groove, undercut, round belt groove, circumferential groove, relief groove, neck groove, o ring groove, e-clip groove, e clip groove, c-clip groove, internal groove, inner groove, inside groove, internal circlip groove, internal snap ring groove, internal retaining ring groove, internal o-ring groove, internal oring groove, internal o ring groove',
  manner: 'run',
  slots: {
    width: { label: 'Groove width', accepts: 'width height length', say: '# wide' },
    depth: { label: 'Groove depth', accepts: 'depth', say: '# deep' },
    diameter: { label: 'Groove diameter', accepts: 'diameter bottom-width', say: '# diameter', not: 'depth' },
    inside: { label: 'Groove inside diameter', accepts: 'inner', say: '# inside', name: 'inside_diameter' },
    outer: { label: 'Groove outside diameter', accepts: 'outer', say: '# outside', name: 'outside_diameter' },
    round: { label: 'Groove radius', accepts: 'radius', say: '# radius', name: 'radius' },
    middle: { label: 'Groove mean diameter', accepts: 'pcd reference', say: 'mean diameter #', name: 'mean_diameter' },
    norm: NORM,
    stage: STAGE,
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'] },
  flags: 'half circular',
  settle(sizes) {
    settleStage(sizes)
    inFace(sizes)
    halfRound(sizes)
    circlip(sizes)
    if (sizes.problem) return
    if (!sizes.has('width')) sizes.assume('width', 2, 'no width of the groove was said')
    // In a face, a groove is as deep as is said and lies on a circle.
    if (sizes.has('middle') && sizes.has('diameter')) {
      sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        'A groove in a face has a mean diameter, a width and a depth. How deep is it?',
        ['2 mm deep', '3 mm deep'],
      )
      return
    }
    if (!sizes.has('depth') && !sizes.has('diameter')) sizes.assume('depth', 1, 'no depth of the groove was said')
    const [x = '0', , z = '0'] = sizes.body?.form.size ?? []
    if (!sizes.has('middle') || !sizes.body) return
    if (sizes.value('middle') + sizes.value('width') >= sizes.body.evaluate(x))
      sizes.refuse('AGENT_IMPOSSIBLE', `A groove on ${sizes.value('middle')} mm runs over the edge.`)
    if (sizes.value('middle') <= sizes.value('width') || sizes.value('depth') >= sizes.body.evaluate(z))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A groove ${sizes.value('depth')} mm deep on ${sizes.value('middle')} mm leaves nothing.`,
      )
  },
  build(placed) {
    const { sizes, bodyId } = placed
    const { width = '0', depth, diameter, middle } = sizes
    if (middle && depth) {
      const [far, near] = [`(${middle} + ${width})`, `(${middle} - ${width})`]
      const top = placed.face === 'bottom' ? depth : placed.body.size[2]
      return {
        lines: [
          `${bodyId} -= Pos(0, 0, ${top}) * (Cylinder(${halved(far)}, ${depth}, align=down) - Cylinder(${halved(near)}, ${depth}, align=down))`,
        ],
        volume: `-pi * ${middle} * ${width} * ${depth}`,
      }
    }
    const { outline } = placed.body
    if (placed.has('internal') && outline.kind === 'circle' && outline.bore) {
      const bore = outline.bore
      const wide = diameter ?? `${bore} + 2 * ${depth}`
      const ring = `(Cylinder(${halved(wide)}, ${width}, align=floor) - Cylinder(${halved(bore)}, ${width}, align=floor))`
      const rows = rowOf(placed, width)
      return {
        lines: rows.map((z) => `${bodyId} -= Pos(0, 0, ${z}) * ${ring}`),
        volume: `-${rows.length} * pi / 4 * (${powered(wide)} - ${powered(bore)}) * ${width}`,
        boxes: bandsAround(placed, rows, wide, width),
      }
    }
    const outer = diameterOf(placed)
    const floor = diameter ?? `${outer} - 2 * ${depth}`
    const places = rowOf(placed, width)
    if (placed.has('half-round')) {
      const r = halved(width)
      return {
        lines: places.map((z) => `${bodyId} -= Pos(0, 0, ${z} + ${r}) * Torus(${halved(outer)}, ${r})`),
        volume: `-${places.length} * pi**2 * ${powered(width)} / 4 * (${halved(outer)} - 2 * ${width} / (3 * pi))`,
        boxes: bandsAround(placed, places, outer, width),
      }
    }
    const ring = `(Cylinder(${halved(outer)}, ${width}, align=floor) - Cylinder(${halved(floor)}, ${width}, align=floor))`
    return {
      lines: places.map((z) => `${bodyId} -= Pos(0, 0, ${z}) * ${ring}`),
      volume: `-${places.length} * pi / 4 * (${powered(outer)} - ${powered(floor)}) * ${width}`,
      boxes: bandsAround(placed, places, outer, width),
    }
  },
}

/** From where to where grooves go along the axis, as far out as they are open or deep. */
const bandsAround = ({ evaluate }: Placed, lows: readonly string[], diameter: string, width: string): BoxOfFeature[] =>
  lows.map((low) => {
    const [far, from] = [evaluate(diameter) / 2, evaluate(low)]
    return { low: [-far, -far, from], high: [far, far, from + evaluate(width)], spot: { u: 0, v: 0 } }
  })

/** What a circlip sits in, and nobody told its sizes: by how wide the shaft or the bore is. */
function circlip(sizes: Settling): void {
  const said = settleNorm(sizes, [471, 472])
  const { form, evaluate } = sizes.body ?? {}
  const outline = form?.outline
  if (sizes.problem || outline?.kind !== 'circle' || !evaluate) return
  const bored = outline.bore !== undefined && (said === 472 || /internal|inner|inside/.test(sizes.noun))
  if (bored) sizes.mark('internal')
  else if (said === 472 || /internal|inner|inside/.test(sizes.noun))
    sizes.refuse('AGENT_NEEDS_ANSWER', `There is no bore all through for the ${sizes.noun}. How wide is it?`)
  const named = said !== undefined || /circlip|retaining|snap|e-clip|e clip|c-clip/.test(sizes.noun)
  if (!named || sizes.has('middle')) return
  const at = form?.stages?.findIndex((_, index) => sizes.flag(`stage-${index}`)) ?? -1
  const around = evaluate(bored ? (outline.bore ?? '0') : (form?.stages?.[at]?.diameter ?? outline.diameter))
  const [floor, width] = (bored ? BORE_CIRCLIPS : SHAFT_CIRCLIPS)[around] ?? []
  const why = `${bored ? 'DIN 472' : 'DIN 471'} for ${around} mm`
  if (floor === undefined || width === undefined) return
  if (!sizes.has('width')) sizes.look('width', width, why)
  if (!sizes.has('depth') && !sizes.has('diameter')) sizes.look('diameter', floor, why)
}

/** `semicircular groove of 3 mm radius`: twice as wide as it is deep. */
function halfRound(sizes: Settling): void {
  // `8 mm round groove`: no depth but that of its round was said.
  const untold = !['depth', 'diameter'].some((slot) => sizes.has(slot))
  // `a pulley with a round groove 8 wide, 4 deep`: it says its depth again.
  const again = () => /pulley/.test(sizes.body?.family ?? '') && sizes.value('depth') * 2 === sizes.value('width')
  const round = sizes.flag('circular') && sizes.has('width') && (untold || (sizes.has('depth') && again()))
  const half =
    /half|semi|round/.test(sizes.noun) || sizes.flag('half') || round || (sizes.has('round') && !sizes.has('depth'))
  if (!half || sizes.has('middle')) return
  if (sizes.has('round') && !sizes.has('width')) sizes.derive('width', `2 * ${sizes.formula('round')}`)
  if (sizes.has('depth') && !sizes.has('width')) sizes.derive('width', `2 * ${sizes.formula('depth')}`)
  if (!sizes.has('width')) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How wide should the ${sizes.noun} be?`, ['4 mm', '6 mm'])
    return
  }
  const [wide, deep] = [sizes.value('width'), sizes.has('depth') ? sizes.value('depth') : sizes.value('width') / 2]
  const own = sizes.has('round') ? sizes.value('round') : wide / 2
  if (Math.abs(wide - 2 * deep) > 0.01 || Math.abs(wide - 2 * own) > 0.01)
    sizes.refuse(
      'AGENT_UNSUPPORTED',
      `A round groove is half as deep as it is wide here; ${wide} mm wide and ${deep} mm deep was said.`,
      [`${wide / 2} mm deep`, `${2 * deep} mm wide`],
    )
  // Said as well, it says the width again.
  if (sizes.has('depth') && !sizes.formula('width').includes(sizes.formula('depth'))) sizes.spend('depth')
  if (!sizes.has('depth')) sizes.derive('depth', `${sizes.formula('width')} / 2`)
  sizes.mark('half-round')
}

/** `O-ring groove 70 ID, 76 OD, 2 deep`, `groove 90 ID, 4 wide, 3 deep`: in a face, from here to there; around a shaft, its bottom. */
function inFace(sizes: Settling): void {
  const [inside, outer] = ['inside', 'outer'].map((slot) => (sizes.has(slot) ? sizes.formula(slot) : undefined))
  if (inside !== undefined && outer !== undefined) {
    if (sizes.value('outer') <= sizes.value('inside'))
      sizes.refuse('AGENT_IMPOSSIBLE', 'A groove is wider outside than inside.')
    if (!sizes.has('middle')) sizes.derive('middle', `(${outer} + ${inside}) / 2`)
    if (!sizes.has('width')) sizes.derive('width', `(${outer} - ${inside}) / 2`)
  } else if (sizes.has('depth') && sizes.has('width') && !sizes.has('middle')) {
    if (inside !== undefined) sizes.derive('middle', `${inside} + ${sizes.formula('width')}`)
    else if (outer !== undefined) sizes.derive('middle', `${outer} - ${sizes.formula('width')}`)
  } else if (inside !== undefined && !sizes.has('diameter')) sizes.move('inside', 'diameter')
}
