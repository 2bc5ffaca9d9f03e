import type { PartFeature } from '@hewn/model'
import type { Quantity } from '../../read/atoms.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { featureOf } from '../../registry.ts'
import type { WordItem } from '../../words/items.ts'
import { setSize } from '../set-size.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast, pick } from '../pick.ts'
import { type Phrase, phraseAt, pronounAt } from '../phrase.ts'

/**
 * `no, make that a 5 mm fillet`, `chamfer it 2 instead`, `a 2 mm chamfer there`, `remove the fillet, chamfer it 2`, `a chamfer
 * instead of the rounding`: the edges that were treated one way are treated the other.
 */
export const edgeKind: Order = (at, edit) => {
  const before = at.peek(-1)
  if (before && before.kind !== 'mark') return undefined
  const said = at.attempt(gone) ?? at.attempt(asked)
  if (!said || !clauseEnds(at)) return undefined
  const { key, size, was } = said
  const kind = featureOf(key)
  const found = (was ? pick(edit, was) : treated(edit, said.told))
    .map(({ feature }) => feature)
    .filter((feature) => featureOf(feature.kind)?.manner === 'edge')
  if (!kind || found.length === 0) return undefined
  // As it is already: another size of the same is read with the rest of the words.
  if (found.every((one) => one.kind === key) && !said.pointed) return undefined
  return () => {
    for (const feature of found) become(feature)
    edit.changed = true
  }

  function become(feature: PartFeature): void {
    if (kind && size) {
      // A chamfer with two sides has one size as a fillet.
      setSize(feature.sizes, 'size', { quantity: { ...size }, times: 1 }, kind, feature.id, edit)
      for (const slot of Object.keys(feature.sizes)) if (!(slot in kind.slots)) delete feature.sizes[slot]
    }
    feature.kind = key
    feature.label = key
  }
}

interface Said {
  key: 'fillet' | 'chamfer'
  size?: Quantity | undefined
  /** What is there so far, where that is named. */
  was?: Phrase
  /** It is said that it takes the place of something. */
  told: boolean
  /** `it`, `that`. */
  pointed: boolean
}

/** `remove the fillet, chamfer it 2`, `no fillet, a chamfer of 2`, `replace the rounding by a 2 mm chamfer`. */
function gone(at: Cursor): Said | undefined {
  const verb = at.word(
    'remove',
    'delete',
    'drop',
    'lose',
    'forget',
    'no',
    'not',
    'replace',
    'swap',
    'exchange',
    'change',
  )
  if (!verb) return undefined
  at.skip('a', 'the')
  const was = phraseAt(at, false)
  if (!was?.kinds.some(isEdge)) return undefined
  const by = /^(?:replace|swap|exchange|change)$/.test(verb.text)
  if (by ? !at.word('with', 'by', 'for', 'to', 'into') : !at.mark(',;.')) return undefined
  at.skip('and', 'but', 'use', 'make', 'put', 'have')
  const comes = comesAt(at)
  return comes && !was.kinds.includes(comes.key) ? { ...comes, was } : undefined
}

/** `chamfer it 2 instead`, `actually a chamfer of 2 there`, `make it a 2 mm chamfer`, `a chamfer instead of the rounding`. */
function asked(at: Cursor): Said | undefined {
  const from = at.place
  do at.skip('no', 'nope', 'actually', 'rather', 'sorry', 'better', 'hmm')
  while (at.mark(','))
  const led = at.place > from
  const made = at.word('make', 'change', 'turn', 'use', 'have', 'do')
  const pointed = made ? pronounAt(at) !== undefined : false
  at.skip('into', 'to')
  const comes = comesAt(at)
  if (!comes) return undefined
  at.skip('there', 'on it', 'please')
  const late = at.word('instead', 'rather')
  const was = late && at.attempt(() => (at.word('of', 'than') ? phraseAt(at, false) : undefined))
  if (was && !was.kinds.some(isEdge)) return undefined
  if (!late && !led && !pointed) return undefined
  return { ...comes, ...(was ? { was } : {}), told: late !== undefined, pointed: pointed || comes.pointed }
}

/** `a 2 mm chamfer`, `a chamfer of 2`, `chamfer it 2`, `round that by 3`. */
function comesAt(at: Cursor): Said | undefined {
  at.skip('a', 'an')
  const first = lengthAt(at)
  const verb = first ? undefined : at.peek(0)
  const word = at.wordIf((one) => edgeNoun(one) !== undefined || Object.hasOwn(EDGE_VERBS, one.text))
  const key = word && (edgeNoun(word) ?? EDGE_VERBS[word.text])
  if (!word || !key) return undefined
  at.skip('off', 'over')
  const pointed = verb === word && pronounAt(at) !== undefined
  at.skip('there', 'of', 'by', 'to', 'with', 'at')
  const size = first ?? lengthAt(at)
  return { key, size, told: false, pointed }
}

/** The edges that were treated last; where it is said that something gives way, the only ones there are. */
function treated(edit: Edit, told: boolean) {
  const edges = (all: ReturnType<typeof madeLast>) =>
    all.filter(({ feature }) => featureOf(feature.kind)?.manner === 'edge')
  const last = edges(madeLast(edit))
  if (last.length > 0 || !told) return last
  const all = edges(edit.plan.bodies.flatMap((body) => body.features.map((feature) => ({ body, feature }))))
  return all.length === 1 ? all : []
}

/** What an edge is done to by a verb. */
export const EDGE_VERBS: Readonly<Record<string, 'fillet' | 'chamfer'>> = {
  chamfer: 'chamfer',
  bevel: 'chamfer',
  fillet: 'fillet',
  round: 'fillet',
  radius: 'fillet',
}

export const edgeNoun = ({ entry }: WordItem): 'fillet' | 'chamfer' | undefined =>
  entry?.nouns.find((key) => key === 'fillet' || key === 'chamfer') as 'fillet' | 'chamfer' | undefined

const isEdge = (kind: string): boolean => kind === 'fillet' || kind === 'chamfer'

function lengthAt(at: Cursor): Quantity | undefined {
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  at.attempt(() => (at.times() || at.word('at')) && at.number()?.unit === 'deg')
  return quantityOf(number)
}
