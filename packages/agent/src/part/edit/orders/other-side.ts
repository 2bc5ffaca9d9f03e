import type { PartFeature } from '@hewn/model'
import { OPPOSITE } from '../../locate.ts'
import type { Cursor } from '../../read/cursor.ts'
import type { Item } from '../../words/items.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast, pick } from '../pick.ts'
import { type Phrase, phraseAt, pronounAt } from '../phrase.ts'
import { mirrored, onFace, type Side } from './mirrored.ts'
import { stepAtOtherEnd } from './turn-down.ts'

/**
 * `and the same on the other side`, `move it to the right side`, `mirror the hole`, `no, on the left edge`, `same in the
 * bottom right corner`.
 */
export const otherSide: Order = (at, edit) => {
  const begins = isBeginning(at.peek(-1))
  const verb = at.word(
    'move',
    'put',
    'shift',
    'add',
    'mirror',
    'copy',
    'repeat',
    'duplicate',
    'do',
    'flip',
    'mean',
    'meant',
  )
  const number = at.number()
  if (number && (number.value !== 1 || number.unit !== undefined)) return undefined
  const another =
    at.word('same', 'another', 'identical', 'also') ??
    at.attempt(() => {
      if (!at.word('the', 'a')) return undefined
      const alike = at.word('same', 'identical', 'mirrored', 'other', 'second', 'matching')
      // `the other end too` is a place.
      return alike?.text === 'other' && at.word(...ENDS) ? undefined : alike
    })
  const more = at.word('one')
  at.word('more')
  at.skip('thing', 'one')
  // `the same one on the right`
  if (another) at.attempt(() => at.number()?.value === 1 || undefined)
  // `another the same, on the right`, `another one just like it on the right`
  if (another && at.attempt(() => (at.skip('the', 'just', 'exactly'), at.word('same')))) at.mark(',')
  const phrase = phraseAt(at, false) ?? pronounAt(at)
  // `a 1 mm chamfer on the bottom edges`: where that one is, and not where the last one goes.
  if (!begins && !verb && !number && !another && !phrase) return undefined
  at.skip('again', 'over', 'as', 'well', 'too', 'also')
  // `mirror it`, `mirror the slot about the centre`
  const plainly =
    verb?.text === 'mirror' && phrase ? at.attempt(() => (aboutMiddle(at), clauseEnds(at) || undefined)) : undefined
  // `and the other end too`
  const bare = !verb && !another && !phrase
  const led = at.item
  const sides: Side[] | undefined = plainly ? ['other'] : sidesAt(at, bare || (verb?.text.startsWith('mean') ?? false))
  if (!sides) return undefined
  const noun = at.peek(-1)
  const atEnd = noun?.kind === 'word' && noun.text === 'end'
  // `as well` is no word of the grammar, and is gone by here.
  const late = at.word('too', 'also', 'again') !== undefined || /\bas well\b/i.test(edit.words)
  if (bare && led?.kind === 'word' && led.text === 'the' && !late) return undefined
  at.skip('as', 'well')
  if (!clauseEnds(at)) return undefined
  const copies =
    another !== undefined ||
    more !== undefined ||
    number !== undefined ||
    late ||
    ['mirror', 'copy', 'repeat', 'duplicate', 'do', 'add'].includes(verb?.text ?? '')
  // `two holes on the left side` are new ones; `a slot on the other side` too.
  if (phrase && (phrase.sizes.length > 0 || phrase.article || phrase.count) && !another) return undefined
  if (verb?.text === 'add' && !another && !more && !number) return undefined
  if (!verb && !copies && phrase && phrase.kinds.length > 0) return undefined
  const made = phrase ? [] : madeLast(edit)
  const step = copies && !phrase && made.length === 0 && sides[0] === 'other' ? stepAtOtherEnd(edit) : undefined
  if (step) return step
  const found = made.length > 0 ? made : pick(edit, phrase ?? LAST)
  const moved = found.flatMap(({ body, feature }) => {
    const to =
      (copies ? beneath(feature, sides, at) : undefined) ??
      mirrored(feature, sides, edit.names.values, atEnd) ??
      (copies ? onFace(feature, sides) : undefined)
    return to ? [{ body, feature, to }] : []
  })
  if (moved.length === 0 || moved.length < found.length) {
    const [one] = found
    if (!one || !copies || sides[0] !== 'other') return undefined
    return () =>
      edit.refuse(
        'AGENT_NEEDS_ANSWER',
        `Where is the other side of the ${one.feature.label}?`,
        [],
        ['on the left side', 'on the right side'],
      )
  }
  return () => {
    for (const { body, feature, to } of moved) {
      if (copies) body.features.push({ ...structuredClone(feature), id: edit.binder.id(feature.kind), ...to })
      else Object.assign(feature, to)
    }
    edit.changed = true
  }
}

/** What is cut into the top is cut `on the bottom` as well; `at the bottom edge` is the front of what is seen from above. */
function beneath({ at, flags, sizes }: PartFeature, sides: readonly Side[], { peek }: Cursor) {
  const [side, ...others] = sides
  const edged = [-1, -2].some((back) => {
    const item = peek(back)
    return item?.kind === 'word' && (item.text === 'edge' || item.text === 'corner')
  })
  const face = OPPOSITE[at.on ?? 'top']
  if (sizes['depth'] === undefined || edged || others.length > 0 || (face !== 'top' && face !== 'bottom'))
    return undefined
  // `the other end too`: of what is in the middle of one face.
  const other = side === 'other' && at.relations.every(({ kind }) => kind === 'centre')
  if (side !== face && !other) return undefined
  return { flags, at: { ...at, on: face } }
}

/** A clause begins behind it: `no, on the left edge`. */
const isBeginning = (before: Item | undefined): boolean =>
  before === undefined || before.kind === 'mark' || (before.kind === 'word' && BEGINS.has(before.text))
const BEGINS = new Set([
  'no',
  'not',
  'actually',
  'sorry',
  'rather',
  'but',
  'and',
  'please',
  'now',
  'should',
  'be',
  'go',
  'goes',
  'belongs',
  'belong',
  'sits',
  'is',
  'it',
  'them',
])

const LAST: Phrase = {
  at: [0, 0],
  kinds: [],
  parts: [],
  text: 'it',
  plural: false,
  definite: true,
  sizes: [],
  traits: [],
}

/** `about the centre line`, `across the middle`. */
function aboutMiddle(at: Cursor): void {
  at.attempt(() => {
    if (!at.word('about', 'across', 'over', 'around', 'along', 'on')) return undefined
    at.skip('the', 'its')
    const centre = at.wordIf(({ entry }) => entry?.place === 'centre')
    at.skip('line', 'plane', 'axis')
    return centre
  })
}

/** `on the left`, `in the bottom right corner`; after `I meant`, also `the left one`. */
function sidesAt(at: Cursor, bare: boolean): Side[] | undefined {
  if (!at.word('on', 'to', 'at', 'onto', 'in') && !(bare && at.word('the'))) return undefined
  at.skip('the')
  const sideAt = () =>
    at.wordIf(({ text, entry }) => Object.hasOwn(SIDES, text) || Object.hasOwn(SIDES, entry?.place ?? ''))
  const words = [sideAt(), sideAt()].filter((one) => one !== undefined)
  if (words.length === 0) return undefined
  at.skip('hand', 'handed')
  at.word(...ENDS, 'one')
  if (words.length > 1) at.wordIf(({ entry }) => entry?.place === 'corner')
  return words.flatMap(({ text, entry }) => SIDES[text] ?? SIDES[entry?.place ?? ''] ?? [])
}
const ENDS = ['side', 'edge', 'end', 'face', 'leg', 'wall']
const SIDES: Record<string, Side> = {
  other: 'other',
  opposite: 'other',
  left: 'left',
  right: 'right',
  front: 'front',
  back: 'back',
  rear: 'back',
  top: 'top',
  bottom: 'bottom',
  upper: 'top',
  lower: 'bottom',
}
