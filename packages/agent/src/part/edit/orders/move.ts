import { OPPOSITE } from '../../locate.ts'
import type { PartFace, Relation } from '@hewn/model'
import type { Quantity } from '../../read/atoms.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import type { NumberItem } from '../../words/items.ts'
import type { Edit } from '../edit.ts'
import { changeOf } from '../set-size.ts'
import { clauseEnds, type Order } from '../order.ts'
import { type Pick, pick } from '../pick.ts'
import { phraseAt, pronounAt } from '../phrase.ts'

type Way = 'in' | 'out' | 'up' | 'down' | PartFace

/** `move the holes 5 mm in`, `shift them left by 10`, `the holes need to be 5 mm further from the edges`. */
export const move: Order = (at, edit) => {
  const verb = at.word('move', 'shift', 'bring', 'push', 'slide', 'put', 'pull', 'set')
  const phrase = phraseAt(at) ?? (verb ? pronounAt(at) : undefined)
  if (!phrase || phrase.article) return undefined
  const from = at.place
  at.skip('need', 'needs', 'needed', 'to', 'be', 'to be', 'should', 'must', 'have', 'moved', 'go')
  const wayAndDistance = () => at.attempt(distanceThenWay) ?? at.attempt(wayThenDistance)
  const first = wayAndDistance()
  // `10 mm left and 5 mm back`
  const second = first && at.attempt(() => (at.mark(','), at.skip('and'), wayAndDistance()))
  if (!first || !clauseEnds(at)) return undefined
  // `window 20 mm further left`, and not `hole 5 mm left`.
  const told = Array.from({ length: at.place - from }, (_, step) => at.peek(step + from - at.place)).some(
    (item) => item?.kind === 'word' && FARTHER.has(item.text),
  )
  if (!verb && !phrase.definite && !phrase.plural && !told) return undefined
  const found = pick(edit, phrase)
  if (found.length === 0) return undefined
  return () => {
    for (const said of second ? [first, second] : [first]) {
      const seen = new Set<string>()
      for (const one of found) shift(one, said, edit, seen)
    }
    edit.changed = true
  }
}

const FARTHER = new Set(['further', 'farther', 'more', 'to', 'towards', 'toward'])

function distanceThenWay(at: Cursor): { by: Quantity; way: Way } | undefined {
  at.skip('by', 'a', 'about')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  const way = wayAt(at)
  return way && { by: quantityOf(number), way }
}

function wayThenDistance(at: Cursor): { by: Quantity; way: Way } | undefined {
  const way = wayAt(at)
  if (!way) return undefined
  at.skip('by', 'another', 'a', 'further', 'about')
  const number = at.number()
  return number && number.unit !== 'deg' ? { by: quantityOf(number), way } : undefined
}

function wayAt(at: Cursor): Way | undefined {
  const centre = () => at.wordIf(({ entry }) => entry?.place === 'centre') !== undefined
  const edge = () => at.wordIf(({ entry }) => entry?.place === 'edge' || entry?.place === 'corner') !== undefined
  const toward = at.attempt((): Way | undefined => {
    if (!at.word('towards', 'toward', 'closer', 'nearer')) return undefined
    at.skip('to', 'the')
    return centre() ? 'in' : edge() ? 'out' : undefined
  })
  if (toward) return toward
  const away = at.attempt((): Way | undefined => {
    at.skip('further', 'farther', 'more')
    if (!at.word('away', 'from')) return undefined
    at.skip('from', 'the', 'all', 'its', 'their', 'each', 'nearest', 'closest')
    return edge() ? 'in' : centre() ? 'out' : undefined
  })
  // `8 mm from the edges` is where they shall be; `8 mm further from them` is by how much.
  if (away) return ['further', 'farther', 'more', 'away'].includes(textBefore(at)) ? away : undefined
  at.skip('further', 'farther', 'more', 'to', 'the', 'towards')
  const word = at.wordIf(({ text }) => Object.hasOwn(WAYS, text))
  if (!word) return undefined
  at.skip('side', 'from', 'where', 'they', 'it', 'are', 'is')
  return WAYS[word.text]
}

/** The word that the way began with. */
function textBefore(at: Cursor): string {
  for (let back = -1; back > -7; back--) {
    const item = at.peek(back)
    if (item?.kind === 'number') break
    if (item?.kind === 'word' && ['further', 'farther', 'more', 'away'].includes(item.text)) return item.text
  }
  return ''
}

const WAYS: Record<string, Way> = {
  in: 'in',
  inwards: 'in',
  inward: 'in',
  inside: 'in',
  out: 'out',
  outwards: 'out',
  outward: 'out',
  left: 'left',
  right: 'right',
  up: 'up',
  upwards: 'up',
  higher: 'up',
  down: 'down',
  downwards: 'down',
  lower: 'down',
  back: 'back',
  backwards: 'back',
  front: 'front',
  forward: 'front',
  forwards: 'front',
}

function shift({ feature }: Pick, { by, way }: { by: Quantity; way: Way }, edit: Edit, seen: Set<string>): void {
  by.used = 'offset'
  if (way !== 'in' && way !== 'out') {
    const face = way === 'up' || way === 'down' ? SEEN[way][WALLS.has(feature.at.on ?? 'top') ? 1 : 0] : way
    slide(feature.at.relations, face, by, edit, seen, (relations) => (feature.at.relations = relations), feature.id)
    return
  }
  const inward = way === 'in' ? by.value : -by.value
  let moved = false
  for (const relation of feature.at.relations) {
    const [name, change] =
      relation.kind === 'edge'
        ? [relation.distance, inward]
        : relation.kind === 'circle'
          ? [relation.diameter, -2 * inward]
          : []
    const named = edit.named(name)
    if (!named || change === undefined) continue
    moved = true
    if (seen.has(named.name)) continue
    seen.add(named.name)
    const { value, origin } = changeOf({ ...by, value: change, relative: 'add' }, named.value)
    edit.set(named, value, origin)
  }
  if (!moved)
    edit.refuse(
      'AGENT_NEEDS_ANSWER',
      `Which way is “${way}” for the ${feature.label}? It is not placed from an edge.`,
      [by.at],
      [
        `${by.value} mm to the left`,
        `${by.value} mm to the right`,
        `${by.value} mm to the front`,
        `${by.value} mm to the back`,
      ],
    )
}

/** Up is to the back of what lies flat, and to the top of a wall. */
const SEEN: Readonly<Record<'up' | 'down', readonly [PartFace, PartFace]>> = {
  up: ['back', 'top'],
  down: ['front', 'bottom'],
}
const WALLS: ReadonlySet<string> = new Set(['left', 'right', 'front', 'back'])

/** Sideways: what is measured from that side, or an offset from where it would be. */
function slide(
  relations: readonly Relation[],
  way: PartFace,
  by: Quantity,
  edit: Edit,
  seen: Set<string>,
  keep: (relations: Relation[]) => void,
  id: string,
): void {
  for (const relation of relations) {
    const side =
      relation.kind === 'edge' ? relation.edge : relation.kind === 'offset' ? OPPOSITE[relation.direction] : ''
    const sign = side === way ? -1 : side === OPPOSITE[way] ? 1 : 0
    const named = sign === 0 || !('distance' in relation) ? undefined : edit.named(relation.distance)
    if (!named) continue
    if (!seen.has(named.name)) {
      seen.add(named.name)
      const { value, origin } = changeOf({ ...by, value: sign * by.value, relative: 'add' }, named.value)
      edit.set(named, value, origin)
    }
    return
  }
  const distance = edit.names.said(`${id}_offset`, `Offset to the ${way}`, by)
  keep([...relations.filter(({ kind }) => kind !== 'centre'), { kind: 'offset', direction: way, distance }])
}

/** `move the holes further apart, to 60 mm`, `holes 10 mm closer together`: the step of a row or a grid. */
export const apart: Order = (at, edit) => {
  const spread = at.word('spread', 'space')
  at.skip('move', 'bring', 'put', 'make', 'set')
  const phrase = phraseAt(at) ?? pronounAt(at)
  if (!phrase || phrase.article || phrase.sizes.length > 0) return undefined
  at.skip('should', 'be', 'to be', 'are', 'need', 'a', 'bit')
  const before = at.number()
  const way = at.word('further', 'farther', 'closer', 'more', ...(spread?.text === 'spread' ? ['out', 'apart'] : []))
  if (!way || (!at.word('apart', 'together') && !spread)) return undefined
  const marked = at.mark(',:')
  const to = before ? undefined : at.word('to')
  if (!before && !to) at.word('by')
  const number = before ?? at.number()
  at.wordIf(({ entry }) => entry?.role === 'centres' || entry?.role === 'spacing')
  if (!number || number.unit === 'deg' || number.unit === '%' || !clauseEnds(at)) return undefined
  const steps = pick(edit, phrase).flatMap(({ feature }) =>
    feature.at.relations.flatMap((relation) =>
      relation.kind === 'line' ? [relation.spacing] : relation.kind === 'grid' ? [relation.dx, relation.dy] : [],
    ),
  )
  const named = [...new Set(steps)].flatMap((name) => edit.named(name) ?? [])
  if (named.length === 0) return undefined
  return () => {
    const quantity = quantityOf(number)
    const sign = way.text === 'closer' ? -1 : 1
    // `closer together, 80 mm`: a step on that side of the one there is.
    const beyond = (old: number) => (sign < 0 ? quantity.value < old : quantity.value > old)
    for (const one of named) {
      const { value, origin } = changeOf(
        to || (marked && beyond(one.value)) ? quantity : { ...quantity, value: sign * quantity.value, relative: 'add' },
        one.value,
      )
      edit.set(one, value, origin)
    }
  }
}

/** `holes closer to the edge, 7 mm`, `hole distance from the edge 7 mm`: how far from the edges they shall be. */
export const inset: Order = (at, edit) => {
  at.skip('move', 'put', 'set', 'make', 'bring', 'change')
  const phrase = phraseAt(at)
  const number = (phrase?.definite ? at.attempt(() => farFromEdges(at)) : undefined) ?? distanceOfEdges(at)
  if (!number || number.unit === 'deg' || number.unit === '%' || !clauseEnds(at)) return undefined
  const found = pick(
    edit,
    phrase ?? {
      at: number.at,
      kinds: [],
      parts: [],
      text: 'them',
      plural: true,
      definite: true,
      sizes: [],
      traits: [],
    },
  )
  const names = found.flatMap(({ feature }) =>
    feature.at.relations.flatMap((one) => (one.kind === 'edge' ? [one.distance] : [])),
  )
  const [named, ...others] = [...new Set(names)].flatMap((name) => edit.named(name) ?? [])
  if (!named || others.length > 0) return undefined
  return () => {
    const quantity = quantityOf(number)
    edit.set(named, quantity.value, { from: 'said', span: quantity.at })
  }
}

/** `the corner holes to 12 mm from the edges`: where they shall be. */
function farFromEdges(at: Cursor): NumberItem | undefined {
  at.skip('should', 'be', 'to be', 'must', 'need', 'needs', 'to', 'at', 'sit', 'exactly')
  const number = at.number()
  at.skip('in', 'away')
  if (!number || !at.word('from')) return undefined
  at.skip('the', 'all', 'its', 'each', 'every', 'both')
  return at.wordIf(({ entry }) => entry?.place === 'edge') && number
}

/** `the distance from the edges to 12`, `closer to the edges: 12`. */
function distanceOfEdges(at: Cursor): NumberItem | undefined {
  at.skip('should', 'be', 'to be')
  const closer = at.word('closer', 'nearer', 'further', 'farther')
  if (!closer && !at.word('distance', 'offset', 'inset')) return undefined
  at.skip('to', 'from', 'away', 'of')
  at.skip('the')
  if (!at.wordIf(({ entry }) => entry?.place === 'edge')) return undefined
  const marked = at.mark(',:=')
  at.skip('to', 'should', 'be', 'is', 'of')
  const number = at.number()
  return closer && !marked ? undefined : number
}
