import type { Quantity, SaidPlace, Spec } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'

const WAYS: Readonly<Record<string, string>> = { left: 'x', right: 'x', front: 'y', back: 'y', x: 'x', y: 'y' }
const FLAT: ReadonlySet<string | undefined> = new Set([undefined, 'side', 'face', 'end'])
const THROUGH: ReadonlySet<string | undefined> = new Set(['from', 'to', 'in', 'into', 'through'])

/** `in its right side`, `from front to back`: which way something goes through what stands there. */
const wayOf = ({ noun, places, prep }: Spec): string | undefined => {
  const [side = '', ...others] = places
  return others.length === 0 && FLAT.has(noun) && THROUGH.has(prep) ? WAYS[side] : undefined
}
const isAt = (place: SaidPlace, ...nouns: (string | undefined)[]): boolean =>
  place.kind === 'from' && place.specs.some(({ noun, places }) => [noun, ...places].some((one) => nouns.includes(one)))

/**
 * `a 6 mm hole through the rib from front to back, 10 below its top`: what is said behind the hole of what stands on a face is where
 * that hole is, and not where the rib is.
 */
export function acrossPad(pad: Frame): void {
  if (pad.kind.key !== 'pad') return
  takeIn(pad)
  const hole = pad.children.find(({ kind, level }) => level === 'part' && kind.key === 'hole')
  if (!hole) return
  const behind = pad.places.filter(({ at }) => at[0] > hole.at[0])
  const all = [...hole.places, ...behind]
  const specs = all.flatMap(({ place }) => (place.kind === 'spec' ? [place.spec] : []))
  const said = [...new Set(specs.flatMap((spec) => wayOf(spec) ?? []))]
  const high = all.some(({ place }) => isAt(place, 'top', 'foot', 'bottom'))
  const thin = /rib|fin|wall/.test(pad.noun) && (high || hole.flags.has('cross')) ? 'thin' : undefined
  // What is round is the same from every side.
  const crosses = high || hole.flags.has('cross') || /cross/.test(hole.noun)
  const round = pad.sizes.has('diameter') && !pad.flags.has('square') && crosses ? 'x' : undefined
  const way = said.length === 1 ? said[0] : said.length === 0 ? (thin ?? round) : undefined
  // So far down in what stands there, and nobody said which way: it is asked about, and never drilled down from the top.
  if (way === undefined && high) hole.flags.set('cross', hole.at)
  if (way === undefined) return
  hole.flags.delete('cross')
  hole.flags.set(`across-${way}`, hole.at)
  if (said.length === 0 && round) hole.flags.set('any-way', hole.at)
  const into = specs.flatMap((spec) => (wayOf(spec) && spec.prep !== 'from' && spec.prep !== 'to' ? spec.places : []))
  if (hole.sizes.has('depth') && into[0]) hole.flags.set(`into-${into[0]}`, hole.at)
  const put = (slot: string, quantity: Quantity): boolean => {
    if (hole.sizes.has(slot)) return false
    hole.sizes.set(slot, { quantity, times: 1 })
    quantity.used = `hole.${slot}`
    return true
  }
  const from = specs.some(({ prep, places }) => prep === 'from' && WAYS[places[0] ?? ''] === way)
  const taken = all.filter(({ place }) => {
    // `from left to right`
    if (place.kind === 'spec')
      return wayOf(place.spec) !== undefined || (from && WAYS[place.spec.places[0] ?? ''] === way)
    if (place.kind === 'centre') return true
    if (place.kind === 'spacing' && place.x && !place.y) return put('pitch', place.x)
    if (place.kind !== 'from') return false
    // The end of what is round and stands is its top.
    if (isAt(place, 'top') || (pad.sizes.has('diameter') && isAt(place, 'end', 'tip')))
      return put('drop', place.distance)
    if (isAt(place, 'foot', 'bottom')) return put('over', place.distance)
    return isAt(place, 'end', 'edge', 'side', 'left', 'right', 'front', 'back') && put('inset', place.distance)
  })
  pad.places = pad.places.filter((one) => !taken.includes(one))
  hole.places = hole.places.filter((one) => !taken.includes(one))
}

/** `a 6 mm hole in the right side of the block`: told as a hole of its own, and in what stands there. */
function takeIn(pad: Frame): void {
  const siblings = pad.parent?.children ?? []
  const kind = pad.kind.parts?.['hole']
  if (!kind || pad.children.some((one) => one.kind.key === 'hole')) return
  // `two holes through the rib, 10 below its top`: what comes behind them is said of them, though the rib is named in between.
  const [behind] = pad.places.filter(({ place }) => isAt(place, 'top') || (place.kind === 'spec' && wayOf(place.spec)))
  const last = behind && siblings.filter(({ at }) => at[0] < behind.at[0]).toSorted((a, b) => b.at[0] - a.at[0])[0]
  const found = siblings.find(
    (one) =>
      one.level === 'feature' &&
      one.kind.key === 'hole' &&
      one.at[0] > pad.at[0] &&
      (one === last ||
        one.places.some(
          ({ place }) => place.kind === 'spec' && place.spec.ofText === pad.noun && wayOf(place.spec) !== undefined,
        )),
  )
  if (!found) return
  siblings.splice(siblings.indexOf(found), 1)
  Object.assign(found, { kind, level: 'part', parent: pad })
  pad.children.push(found)
}
