import type { PartFeature } from '@hewn/model'
import type { Quantity } from '../../read/atoms.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { setSize } from '../set-size.ts'
import type { WordItem } from '../../words/items.ts'
import { featureOf } from '../../registry.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'
import { type Phrase, phraseAt, pronounAt } from '../phrase.ts'
import { pick } from '../pick.ts'

/** `chamfers instead of fillets`, `replace the fillets with chamfers`, `turn the holes into slots`: another kind, in the same places. */
export const become: Order = (at, edit) => {
  const kindAt = (): WordItem | undefined =>
    at.wordIf(({ entry }) => entry?.nouns.some((key) => CHANGES.has(key)) ?? false)
  const pair = at.attempt((): Turned | undefined => {
    at.skip('no', 'sorry', 'use', 'make', 'i', 'want')
    at.mark(',')
    at.skip('i')
    const meant = at.word('meant', 'mean')
    at.skip('a', 'the')
    const before = at.attempt(lengthAt)
    const to = kindAt()
    if (!to) return undefined
    const long = before ?? at.attempt(lengthAt)
    if (at.word('instead')) {
      if (!at.word('of')) return { to, from: undefined, long }
    } else if (!(at.word('rather') && at.word('than')) && !at.word('not'))
      return meant && at.attempt(() => clauseEnds(at) || undefined) ? { to, from: undefined, long } : undefined
    at.skip('a', 'the')
    const from = kindAt()
    return from && { to, from, long }
  })
  const turned =
    pair ??
    at.attempt((): Turned | undefined => {
      const verb = at.word('replace', 'change', 'turn', 'make', 'swap', 'switch', 'convert')
      at.skip('all', 'into')
      // `them`, `the two right hand holes`
      const those = verb && (phraseAt(at) ?? pronounAt(at))
      if (!those || those.article) return undefined
      at.skip('with', 'to', 'into', 'by', 'for', 'a', 'the')
      const long = at.attempt(lengthAt)
      const to = kindAt()
      return to && { to, from: undefined, those, long }
    })
  if (!turned) return undefined
  const behind = at.attempt(lengthAt)
  const long = behind || turned.long ? { ...turned.long, ...behind } : undefined
  const lies = at.attempt(
    () => (
      at.mark(','),
      at.skip('running', 'lying', 'laid'),
      at.word('lengthwise', 'lengthways', 'along', 'crosswise', 'across')
    ),
  )
  if (!clauseEnds(at)) return undefined
  const to = keyOf(turned.to)
  const those = turned.those && pick(edit, turned.those).map(({ feature }) => feature)
  const [one] = those ?? []
  const opposite = to === 'chamfer' ? 'fillet' : to === 'fillet' ? 'chamfer' : undefined
  const from = turned.from ? keyOf(turned.from) : (one?.kind ?? opposite)
  if (!to || !from || to === 'hole' || to === from || !CHANGES.has(from) || CHANGES.get(from) !== CHANGES.get(to))
    return undefined
  const found = those ?? edit.plan.bodies.flatMap(({ features }) => features.filter(({ kind }) => kind === from))
  if (found.length === 0 || found.some(({ kind }) => kind !== from)) return undefined
  return () => {
    for (const feature of found) {
      if (to === 'slot') stretch(feature, long, edit)
      if (to === 'slot' && lies) feature.at.along = /^(?:cross|across)/.test(lies.text) ? 'y' : 'x'
      if (to !== 'slot') turnInto(feature, to, edit, long)
    }
    edit.changed = true
  }
}

/** `12 mm long`, `6 x 12`, `5 wide and 12 long overall`: how long a slot is, and how wide. */
function lengthAt(at: Cursor): Long | undefined {
  at.mark(',')
  const first = at.number()
  if (!first || first.unit === 'deg' || first.unit === '%') return undefined
  const wide = at.attempt(() => {
    if (!at.wordIf(({ entry }) => entry?.role === 'width')) return undefined
    at.mark(',')
    return (at.skip('and', 'by'), at.item?.kind === 'number') || undefined
  })
  // `6 mm wide slots, 16 mm overall`: how long they are comes behind.
  if (!wide && at.wordIf(({ entry }) => entry?.role === 'width')) return { width: quantityOf(first) }
  const second = wide || at.times() ? at.number() : undefined
  at.wordIf(({ entry }) => entry?.role === 'length')
  at.skip('overall')
  if (!second) return { length: quantityOf(first) }
  const [short, long] = [first, second].toSorted((a, b) => a.mm - b.mm)
  return short && long && { width: quantityOf(short), length: quantityOf(long) }
}
interface Turned {
  to: WordItem
  from: WordItem | undefined
  long: Long | undefined
  /** The ones that are pointed at; else all of a kind. */
  those?: Phrase
}
interface Long {
  length?: Quantity
  width?: Quantity
}

/** A hole drawn out: as wide as it was round, unless that is said. */
function stretch(feature: PartFeature, long: Long | undefined, edit: Edit): void {
  const kind = featureOf('slot')
  const { diameter, ...sizes } = feature.sizes
  if (!long?.length || !kind || diameter === undefined) {
    edit.refuse('AGENT_NEEDS_ANSWER', 'How long should the slots be?', [], ['10 mm long', '15 mm long', '20 mm long'])
    return
  }
  feature.kind = 'slot'
  feature.label = 'slot'
  feature.sizes = { ...sizes, width: diameter }
  feature.parts = []
  for (const [slot, quantity] of Object.entries(long))
    setSize(feature.sizes, slot, { quantity, times: 1 }, kind, feature.id, edit)
}

/** What can take the place of what. */
const CHANGES: ReadonlyMap<string, string> = new Map([
  ['fillet', 'edge'],
  ['chamfer', 'edge'],
  ['hole', 'spot'],
  ['slot', 'spot'],
])
const keyOf = ({ entry }: WordItem): string | undefined => entry?.nouns.find((key) => CHANGES.has(key))

function turnInto(feature: PartFeature, to: string, edit: Edit, said: Long | undefined): void {
  const kind = featureOf(to)
  if (said?.width) return edit.refuse('AGENT_NEEDS_ANSWER', `How large should the ${to} be?`, [said.width.at])
  const named = edit.named(feature.sizes['size'])
  feature.kind = to
  feature.label = to
  if (named) named.label = kind?.slots['size']?.label ?? named.label
  if (said?.length && kind) setSize(feature.sizes, 'size', { quantity: said.length, times: 1 }, kind, feature.id, edit)
}

const SHARP = /^(?:(?:sharp|square|plain) (?:corner|edge)|corners? square)$/

/** `sharp edges please`, `square corners instead`: what rounds or breaks them goes. */
export const sharpen: Order = (at, edit) => {
  at.skip('make', 'with', 'the', 'i', 'want', 'its')
  const plain = () => at.word('sharp', 'square', 'plain')
  const placeAt = () => at.wordIf(({ entry }) => entry?.place === 'edge' || entry?.place === 'corner')
  // In a list of words they may be one.
  const whole = at.wordIf(({ text }) => SHARP.test(text))
  const before = plain()
  const place = whole ?? placeAt()
  if (!place || (!whole && !before && !plain()) || !clauseEnds(at)) return undefined
  const corners = place.entry?.place === 'corner' || place.text.includes('corner')
  const rounds = ({ kind, flags }: PartFeature) =>
    (kind === 'fillet' || kind === 'chamfer') &&
    (!corners || flags.some((flag) => flag === 'pick-vertical' || flag === 'pick-all'))
  const has = edit.plan.bodies.some(({ features, sizes }) => features.some(rounds) || sizes['corner'] !== undefined)
  if (!has) return undefined
  return () => {
    for (const body of edit.plan.bodies) {
      body.features = body.features.filter((feature) => !rounds(feature))
      delete body.sizes['corner']
      body.flags = body.flags.filter((flag) => flag !== 'rounded')
    }
    edit.changed = true
  }
}
