import type { Spec } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'

/** A bore that nobody said the depth of, and another one comes towards it. */
export const HALF_WAY = 'half-way'

/** In the end of what is long and solid: it does not go through all of that. */
export const IN_END = 'in-end'

/** `shaft 20 dia 100 long, M6 tapped hole in one end` */
export function boresInEnds({ kind, noun, sizes, children }: Frame): void {
  const long = (sizes.get('height') ?? sizes.get('total'))?.quantity.value ?? 0
  // Whatever else it might be read as, a rod is solid.
  const solid = SOLID_AND_ROUND.has(kind.key) || /\b(?:rod|bar|shaft|pin|dowel|axle|spindle|handle)$/.test(noun)
  if (!solid || sizes.has('inner') || sizes.has('wall')) return
  for (const { kind: one, sizes: own, designated, flags, places, at } of children) {
    const wide = (own.get('diameter')?.quantity ?? designated.get('diameter'))?.value
    const inEnd = places.length === 1 && places.every(({ place }) => place.kind === 'spec' && isInEnd(place.spec))
    const through = ['through', 'through-everything', 'blind', 'radial', 'cross', HALF_WAY].some((flag) =>
      flags.has(flag),
    )
    if (one.key === 'hole' && wide !== undefined && !own.has('depth') && inEnd && !through && long > 4 * wide)
      flags.set(IN_END, at)
  }
}
const SOLID_AND_ROUND: ReadonlySet<string> = new Set(['cylinder', 'turned'])
const isInEnd = ({ noun, det, prep, places }: Spec): boolean =>
  noun === 'end' &&
  places.length === 0 &&
  ['one', 'each', 'both', 'other', 'either'].includes(det ?? '') &&
  [undefined, 'in', 'into', 'on', 'at'].includes(prep)

/** `coupling 20 OD, 25 long, 8 mm bore one end, 5 mm bore the other`: each goes as far as the middle, and they meet there. */
export function boresThatMeet({ kind, children }: Frame): void {
  if (!LONG_AND_ROUND.has(kind.key)) return
  const bores = children.filter(
    ({ kind: one, sizes, flags }) => one.key === 'hole' && !sizes.has('depth') && !flags.has('through'),
  )
  const [first, ...others] = bores.filter((one) => endOf(one)?.det === 'one')
  const [second, ...more] = bores.filter((one) => ['other', 'opposite'].includes(endOf(one)?.det ?? ''))
  if (!first || !second || others.length > 0 || more.length > 0) return
  // One screw for each of the shafts.
  for (const { noun, count, places } of children)
    if (/^(?:set|grub) ?screw/.test(noun) && count?.value === 2 && places.length === 0) {
      count.used = 'count'
      places.push({
        at: count.at,
        place: { kind: 'spec', spec: { noun: 'end', det: 'each', prep: 'at', places: [], flags: [] } },
      })
    }
  for (const one of [first, second]) {
    one.flags.set(HALF_WAY, one.at)
    for (const said of one.places)
      if (said.place.kind === 'spec')
        said.place = { kind: 'spec', spec: { ...said.place.spec, noun: 'end', prep: 'from' } }
  }
}
const LONG_AND_ROUND: ReadonlySet<string> = new Set(['tube', 'cylinder'])

function endOf({ places }: Frame): Spec | undefined {
  const [said, ...others] = places
  const spec = said?.place.kind === 'spec' ? said.place.spec : undefined
  const end = spec?.places.length === 0 && [undefined, 'end', 'side'].includes(spec.noun)
  return end && others.length === 0 ? spec : undefined
}
