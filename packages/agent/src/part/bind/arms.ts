import type { PartFeature } from '@hewn/model'
import { plus } from '../formula.ts'
import type { Family, Form } from '../kinds.ts'
import type { SaidPlace } from '../read/atoms.ts'
import { UNSAID } from '../read/places.ts'
import type { Frame } from '../read/frame.ts'
import { isEach } from '../read/determiners.ts'

/** `two M6 holes` of what has two feet, `feet 15 long with 5 mm holes`: one in each. */
export function spreadOver(child: Frame, { spots, parts }: Family, form: Form): void {
  const { places, targets, count, plural, kind } = child
  const arms = spots === undefined ? undefined : form.arms?.[spots]
  if (kind.key !== 'hole' || !spots || !arms || !places.every(({ place }) => isEachEnd(place))) return
  if (targets.some(({ keys, det }) => det !== undefined || !keys.some((key) => key === spots && parts?.[key]))) return
  const each = count?.value === 1 && places.length > 0
  if (count && !each ? count.value !== arms.length : !plural && arms.length > 1 && places.length === 0) return
  if (count) count.used = 'count'
  delete child.count
  child.plural = false
  child.places = []
  child.targets = [{ keys: [spots], text: spots, det: 'each' }]
}

/** `a hole in each end`, and nobody says how far in. */
const isEachEnd = (place: SaidPlace): boolean =>
  place.kind === 'spec' && place.spec.noun === 'end' && isEach(place.spec.det)

/** `two holes in each leg at 20 and 60 mm from the corner`: legs lie different ways, so each place is one of its own. */
export function oneByOne(child: Frame, { parts }: Family, form: Form): Frame[] | undefined {
  const { places, targets, count } = child
  const list = places.find(({ place }) => place.kind === 'from' && place.more && place.specs.length === 1)
  if (list?.place.kind !== 'from' || !list.place.more || !(form.faces || form.arms)) return undefined
  const { distance, more, specs } = list.place
  if (specs[0]?.flags.includes(UNSAID)) return undefined
  const legs = targets.filter(({ keys }) => keys.some((key) => (parts?.[key]?.faces?.length ?? 0) > 0))
  const [spec] = specs
  const fromBend = ['heel', 'foot'].includes(spec?.noun ?? '')
  const fromEnd = spec?.noun === 'end' || spec?.places.some((side) => side === 'top' || side === 'bottom')
  const several = legs.some(
    ({ det, keys }) => isEach(det) && keys.some((key) => (parts?.[key]?.faces?.length ?? 0) > 1),
  )
  // The arms of a flat L lie in one face: each place is one in every arm.
  const flat = targets.some(({ det, keys }) => isEach(det) && keys.some((key) => form.arms?.[key]))
  if (!(flat && (fromBend || fromEnd)) && (legs.length === 0 || !(fromBend ? several : fromEnd))) return undefined
  if (count && count.value !== more.length + 1) return undefined
  if (count) count.used = 'count'
  const { count: _count, ...rest } = child
  return [distance, ...more].map((far) => ({
    ...rest,
    plural: false,
    places: places.map((one) => (one === list ? { ...list, place: { kind: 'from', distance: far, specs } } : one)),
  }))
}

/** `two holes in each arm`, `a hole in each foot`: evenly along pieces that lie in one face. True, where it was so. */
export function inArms(
  { targets, count }: Frame,
  feature: PartFeature,
  form: Form,
  value: (formula: string) => number,
): boolean {
  const target = targets.find(({ det, keys }) => isEach(det) && keys.some((key) => form.arms?.[key]))
  const arms = target?.keys.map((key) => form.arms?.[key]).find((one) => one !== undefined)
  const [first] = arms ?? []
  const { relations } = feature.at
  const distances = relations.filter(({ kind }) => kind !== 'centre' && kind !== 'line')
  const apart = relations.find((one) => one.kind === 'line')?.spacing
  if (!arms || !first || distances.length > 0) return false
  const many = count?.value ?? 1
  if (count) count.used = 'count'
  const { count: _count, ...sizes } = feature.sizes
  feature.sizes = sizes
  feature.at = {
    on: first.on,
    relations: [
      {
        kind: 'points',
        from: 'centre',
        at: arms.flatMap(({ along, at: [u, v], length }) =>
          Array.from({ length: many }, (_, index): [string, string] => {
            if (many === 1) return [u, v]
            const place = (2 * (index + 1) - (many + 1)) / 2
            const step = `${place} * ${apart ?? `(${length}) / ${many + 1}`}`
            // Further apart than the arm is long, they are across it.
            const across = apart !== undefined && value(apart) * (many - 1) >= value(length)
            return (along === 'x') !== across ? [plus(u, step), v] : [u, plus(v, step)]
          }),
        ),
      },
    ],
  }
  return true
}
/** `10 mm in from each of the three ends`: at the end of each of its bars. */
export function inEnds(
  { places, targets, count }: Frame,
  feature: PartFeature,
  form: Form,
  value: (formula: string) => number,
): boolean {
  const [all, ...others] = Object.values(form.arms ?? {})
  const arms = all && barOf(places, all)
  const inset = feature.at.relations.find(
    (one) => one.kind === 'edge' && (one.edge === 'end' || (one.edge === 'heel' && heels(form))),
  )
  const spec = places
    .flatMap(({ place }) => (place.kind === 'from' ? place.specs : place.kind === 'spec' ? [place.spec] : []))
    .find(({ noun, det, of }) => noun === 'end' && (isEach(det) || of?.some((key) => form.arms?.[key])))
  const inEach = targets.some(({ det, keys }) => isEach(det) && keys.some((key) => form.arms?.[key]))
  const told = spec || inEach || arms !== all
  if (!arms || others.length > 0 || inset?.kind !== 'edge' || !told || form.outline.kind !== 'other') return false
  if (spec?.counted && spec.counted.value !== arms.length) return false
  if (count && count.value !== arms.length && count.value !== 1) return false
  for (const one of [spec?.counted, count]) if (one) one.used = 'count'
  const { count: _count, ...sizes } = feature.sizes
  feature.sizes = sizes
  feature.at = {
    ...(arms[0] ? { on: arms[0].on } : {}),
    relations: [
      {
        kind: 'points',
        from: 'centre',
        at: arms.map(({ along, at: [u, v], length }): [string, string] => {
          const end = value(along === 'x' ? u : v) < 0 ? '-1' : '1'
          const out = inset.edge === 'heel' ? `-${end}` : end
          const step = `${out} * ((${length}) / 2 - ${inset.distance})`
          return along === 'x' ? [plus(u, step), v] : [u, plus(v, step)]
        }),
      },
    ],
  }
  feature.flags = feature.flags.filter((flag) => flag !== 'both-ends')
  return true
}

/** `a hole in the corner, 10 mm from both outer edges` of a flat L: where its two legs meet. True, where it was so. */
export function inHeel({ places, plural, count }: Frame, feature: PartFeature, form: Form): boolean {
  const [lying, standing] = Object.values(form.arms ?? {}).flat()
  const corner = places.some(
    ({ place }) => place.kind === 'spec' && place.spec.noun === 'corner' && place.spec.places.length === 0,
  )
  if (!corner || plural || (count?.value ?? 1) > 1 || !heels(form) || !lying || !standing) return false
  const told = places.some(({ place }) => place.kind === 'from')
  const inset = feature.at.relations.find((one) => told && one.kind === 'edge')
  const [x, y] = form.size
  const at: [string, string] =
    inset?.kind === 'edge'
      ? [`${inset.distance} - (${x}) / 2`, `${inset.distance} - (${y}) / 2`]
      : [standing.at[0], lying.at[1]]
  feature.at = { on: lying.on, relations: [{ kind: 'points', from: 'centre', at: [at] }] }
  return true
}

/** `10 mm from each end of the bar` of a T: of its bar, and not of its stem. */
function barOf<One extends { along: 'x' | 'y' }>(places: Frame['places'], arms: readonly One[]): readonly One[] {
  const owners = places.flatMap(({ place }) => (place.kind === 'from' ? [place.of?.text ?? ''] : []))
  const ways = owners.map((text) => (text.endsWith('bar') ? 'x' : /^(?:stem|tail|web)$/.test(text) ? 'y' : undefined))
  const told = arms.filter(({ along }) => ways.includes(along))
  return arms.length === 3 && told.length > 0 && ways.every((way) => way !== undefined) ? told : arms
}

/** `two holes in the vertical leg along its centreline, 15 mm from each end`: up the leg, where that is longer than it is wide. */
export function upTheLeg(
  { places, count }: Frame,
  feature: PartFeature,
  [wide, high]: readonly [string, string] = ['0', '0'],
  value: (formula: string) => number,
): void {
  const said = places.some(
    ({ place }) => (place.kind === 'line' ? place.along : place.kind === 'along' && place.axis) === 'length',
  )
  if (!said || value(high) < value(wide)) return
  const { relations } = feature.at
  const inset = relations.find((one) => one.kind === 'edge' && (one.edge === 'all' || one.edge === 'end'))
  const each = places.some(({ place }) => place.kind === 'from' && place.specs.some(({ det }) => isEach(det)))
  if (inset?.kind !== 'edge') {
    for (const one of relations) if (one.kind === 'line') one.along = 'y'
    return
  }
  if (!each || !count || count.value < 2) return
  const steps = count.value - 1
  count.used = 'count'
  const { count: _, ...sizes } = feature.sizes
  feature.sizes = sizes
  feature.at.relations = [
    {
      kind: 'points',
      from: 'centre',
      at: Array.from({ length: count.value }, (_one, index): [string, string] => [
        '0',
        `${(2 * index - steps) / steps} * ((${high}) / 2 - ${inset.distance})`,
      ]),
    },
  ]
}

/** Both arms of an L begin in one corner. */
const heels = ({ arms }: Form): boolean => Object.values(arms ?? {}).flat().length === 2
