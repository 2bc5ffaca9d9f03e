import { halfSlit, slitLoss } from '../families/round.ts'
import type { FeatureForm, FeatureKind, Form, Placed } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import type { Side } from './sides.ts'
import { SIDES, sidesIn } from './sides.ts'

/** Bites out of the rim of what is round and flat: a slot that is open there, a notch, a half-round scallop. */
export const rimNotch: FeatureKind = {
  key: 'rim-notch',
  nouns: 'rim notch, rim slot',
  manner: 'run',
  slots: {
    width: { label: 'Notch width', accepts: 'width diameter radius*2', say: '# wide' },
    depth: { label: 'Notch depth', accepts: 'depth length height', say: '# deep' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'] },
  flags: 'open radial through half circular rounded',
  settle(sizes) {
    const { form, evaluate } = sizes.body ?? {}
    if (!form || !evaluate || form.outline.kind !== 'circle') {
      sizes.refuse('AGENT_UNSUPPORTED', `A ${sizes.noun} is cut into the rim of what is round.`)
      return
    }
    if (/\bv\b|vee/.test(sizes.noun)) {
      sizes.refuse('AGENT_UNSUPPORTED', 'A notch in a round rim is square or half-round here, and no V.')
      return
    }
    if (/half|semi/.test(sizes.noun) || sizes.flag('half') || (sizes.flag('circular') && !sizes.has('depth')))
      sizes.mark('half-round')
    const missing = ['width', 'depth'].filter((slot) => !sizes.has(slot))
    if (!sizes.has('width') || (missing.length > 0 && !sizes.flag('half-round'))) {
      const how = missing.map((slot) => (slot === 'width' ? 'wide' : 'deep')).join(' and ')
      sizes.refuse('AGENT_NEEDS_ANSWER', `How ${how} should the ${sizes.noun} be?`, ['10 mm wide, 5 mm deep'])
      return
    }
    if (sizes.flag('half-round') && !sizes.has('depth')) sizes.derive('depth', `${sizes.formula('width')} / 2`)
    const { diameter, bore } = form.outline
    const mouth = mouthOf(form, evaluate)
    if (mouth) {
      if (sizes.flag('half-round') || !sizes.has('depth'))
        sizes.refuse('AGENT_UNSUPPORTED', 'A notch in the mouth of what is hollow has a square end here.')
      else if (sizes.value('depth') >= evaluate(mouth.deep) || sizes.value('width') >= evaluate(mouth.inner))
        sizes.refuse(
          'AGENT_IMPOSSIBLE',
          `A ${sizes.noun} ${sizes.value('width')} mm wide and ${sizes.value('depth')} mm deep does not fit a mouth ${evaluate(mouth.inner)} mm wide and ${evaluate(mouth.deep)} mm deep.`,
        )
      return
    }
    const room = (evaluate(diameter) - (bore ? evaluate(bore) : 0)) / 2
    if (sizes.value('depth') >= room)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A ${sizes.noun} ${sizes.value('depth')} mm deep goes through all of ${room} mm from the rim to the ${bore ? 'bore' : 'centre'}.`,
      )
    else if (sizes.value('width') >= evaluate(diameter))
      sizes.refuse('AGENT_IMPOSSIBLE', `A ${sizes.noun} ${sizes.value('width')} mm wide is wider than the whole.`)
  },
  build: ({ sizes, body, bodyId, flags, evaluate }: Placed): FeatureForm => {
    const { width = '0', depth = '0', count = '1' } = sizes
    const diameter = body.outline.kind === 'circle' ? body.outline.diameter : '0'
    const high = body.size[2]
    const sides = sidesIn(flags)
    const mouth = mouthOf(body, evaluate)
    if (mouth) {
      // From the middle out: inside there is nothing to take.
      const bite = `Pos(0, 0, ${high}) * Box(${diameter} / 2, ${width}, ${depth}, align=(Align.MIN, Align.CENTER, Align.MAX))`
      const angles = sides.map((side) => ANGLE[side]).join(', ')
      return {
        lines: [
          sides.length > 0
            ? `${bodyId} -= [Rot(0, 0, angle) * ${bite} for angle in (${angles},)]`
            : `${bodyId} -= [spot * ${bite} for spot in PolarLocations(0, ${count})]`,
        ],
        volume: `-${sides.length || count} * ${slitLoss(diameter, mouth.inner, width)} * ${depth}`,
      }
    }
    const round = flags.includes('half-round')
    const many = sides.length > 0 ? String(sides.length) : count
    // As far out as it is wide, so that nothing is left of the rim.
    const long = `(${depth} + ${width})`
    const reach = round ? `${diameter} / 2` : `${diameter} / 2 - ${depth} + ${long} / 2`
    const bite = round ? `Cylinder(${width} / 2, ${high}, align=floor)` : `Box(${long}, ${width}, ${high}, align=floor)`
    const at =
      sides.length > 0
        ? `[Rot(0, 0, angle) * Pos(${reach}, 0, 0) * ${bite} for angle in (${sides.map((side) => ANGLE[side]).join(', ')},)]`
        : `[spot * ${bite} for spot in PolarLocations(${reach}, ${count})]`
    return {
      lines: [`${bodyId} -= ${at}`],
      volume: `-${many} * ${round ? lens(diameter, width) : `(${halfSlit(diameter, width)} - ${width} * (${diameter} / 2 - ${depth}))`} * ${high}`,
      loose: ['x', 'y'],
    }
  },
}

const ANGLE: Readonly<Record<Side, number>> = { right: 0, back: 90, left: 180, front: 270 }

/** What a round cutter takes whose centre is on the rim. */
const lens = (diameter: string, width: string): string =>
  `((${width} / 2)**2 * acos(${width} / (2 * ${diameter})) + (${diameter} / 2)**2 * acos(1 - (${width} / 2)**2 / (2 * (${diameter} / 2)**2)) - ${width} / 4 * sqrt(${diameter}**2 - (${width} / 2)**2))`

/** What is open above and as hollow as that: a cup, or a tube that is longer than a ring. */
function mouthOf(
  { outline, faces, size, through }: Form,
  evaluate: (formula: string) => number,
): { inner: string; deep: string } | undefined {
  if (outline.kind !== 'circle') return undefined
  const top = faces?.top?.outline
  if (top?.kind === 'circle') return { inner: top.diameter, deep: `${size[2]} - ${through?.bottom ?? '0'}` }
  const tall = outline.bore !== undefined && 2 * evaluate(size[2]) > evaluate(outline.diameter)
  return tall && outline.bore !== undefined ? { inner: outline.bore, deep: size[2] } : undefined
}

/** `three notches 10 wide and 8 deep in the rim` of a cup: down from its mouth. */
function isInMouth({ kind, places, sizes }: Frame): boolean {
  const told = places.flatMap(({ place }) => (place.kind === 'spec' ? [place.spec] : []))
  if (!BITES.has(kind.key) || told.length < places.length || sizes.size < 2) return false
  const [spec, ...others] = told
  if (!spec || others.length > 0) return kind.key === 'notch' && told.length === 0
  const above =
    spec.noun === 'rim' ||
    spec.places.join() === 'top' ||
    (spec.noun === 'end' && spec.det !== 'both' && spec.places.length === 0)
  return above && ['rim', 'edge', 'end', undefined].includes(spec.noun) && spec.prep !== 'from'
}

/** `four slots 10 wide and 15 deep in the rim` of a disc; deeper than it is thick, there is nothing else they can be. */
export function isInRimOfRound(frame: Frame, form: Form, evaluate: (formula: string) => number): boolean {
  const { kind, places, flags, sizes } = frame
  const { outline, size, through, walls, sealed, faces } = form
  if (mouthOf(form, evaluate)) return !sealed && !walls && isInMouth(frame)
  if (!BITES.has(kind.key) || outline.kind !== 'circle' || through || walls || sealed || faces) return false
  const thick = evaluate(size[2])
  if (2 * thick > evaluate(outline.diameter)) return false
  if (places.some(({ place }) => place.kind !== 'spec' || place.spec.places.some((one) => !(one in SIDE_OF))))
    return false
  const onRim = places.some(
    ({ place }) =>
      place.kind === 'spec' &&
      ['rim', 'edge', 'side', 'end'].includes(place.spec.noun ?? '') &&
      place.spec.prep !== 'on',
  )
  const deeper = (sizes.get('depth')?.quantity.value ?? 0) > thick
  return deeper || (onRim && (flags.has('open') || sizes.has('depth') || kind.key !== 'slot' || sizes.size > 1))
}
const BITES: ReadonlySet<string> = new Set(['notch', 'slot', 'cutout'])
const SIDE_OF: Readonly<Record<string, Side>> = {
  left: 'left',
  right: 'right',
  front: 'front',
  back: 'back',
  top: 'back',
  bottom: 'front',
}

/** Where they are: at the sides that were named, else evenly all round. The top of what is hollow is its mouth. */
export const sidesOfRim = ({ places }: Frame, form: Form, evaluate: (formula: string) => number): Side[] => {
  const above = mouthOf(form, evaluate) !== undefined
  const named = places.flatMap(({ place }) =>
    place.kind === 'spec'
      ? place.spec.places.flatMap((one) => (above && (one === 'top' || one === 'bottom') ? [] : (SIDE_OF[one] ?? [])))
      : [],
  )
  return SIDES.filter((side) => named.includes(side))
}
