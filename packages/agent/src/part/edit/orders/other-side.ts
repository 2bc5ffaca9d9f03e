import type { PartFace, PartFeature, Relation } from '@hewn/model'
import type { Cursor } from '../../read/cursor.ts'
import { clauseEnds, type Order } from '../order.ts'
import { type Phrase, phraseAt, pick, pronounAt } from '../phrase.ts'

type Side = PartFace | 'other'

/** `and the same on the other side`, `move it to the right side`, `mirror the hole`, `no, on the left edge`. */
export const otherSide: Order = (at, edit) => {
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
  if (number && number.value !== 1) return undefined
  const another =
    at.word('same', 'another', 'identical', 'also') ??
    at.attempt(() => (at.word('the', 'a') ? at.word('same', 'identical', 'mirrored', 'other') : undefined))
  const more = at.word('one')
  at.word('more')
  at.skip('thing', 'one')
  const phrase = phraseAt(at, false) ?? pronounAt(at)
  at.skip('again', 'over', 'as', 'well', 'too', 'also')
  const side = sideAt(at, verb?.text.startsWith('mean') ?? false)
  if (!side) return undefined
  const late = at.word('too', 'also', 'again')
  at.skip('as', 'well')
  if (!clauseEnds(at)) return undefined
  const copies =
    another !== undefined ||
    more !== undefined ||
    number !== undefined ||
    late !== undefined ||
    ['mirror', 'copy', 'repeat', 'duplicate', 'do', 'add'].includes(verb?.text ?? '')
  // `two holes on the left side` are new ones; `a slot on the other side` too.
  if (phrase && (phrase.sizes.length > 0 || phrase.article || phrase.count) && !another) return undefined
  if (verb?.text === 'add' && !another && !more && !number) return undefined
  if (!verb && !copies && phrase && phrase.kinds.length > 0) return undefined
  const found = pick(edit, phrase ?? LAST)
  const [one] = found
  if (!one || found.length !== 1) return undefined
  const { body, feature } = one
  const turned = mirroredFlags(feature, side)
  const to = turned ? feature.at : (mirrored(feature, side) ?? (copies ? onFace(feature, side) : undefined))
  if (!to) return undefined
  return () => {
    const made = { at: structuredClone(to), ...(turned ? { flags: turned } : {}) }
    if (copies) body.features.push({ ...structuredClone(feature), id: edit.binder.id(feature.kind), ...made })
    else Object.assign(feature, made)
    edit.changed = true
  }
}

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

/** `on the left`; after `I meant`, also `the left one`. */
function sideAt(at: Cursor, bare: boolean): Side | undefined {
  if (!at.word('on', 'to', 'at', 'onto', 'in') && !(bare && at.word('the'))) return undefined
  at.skip('the')
  const word = at.wordIf(({ text, entry }) => Object.hasOwn(SIDES, text) || Object.hasOwn(SIDES, entry?.place ?? ''))
  if (!word) return undefined
  at.skip('hand', 'handed')
  at.word('side', 'edge', 'end', 'face', 'leg', 'one')
  return SIDES[word.text] ?? SIDES[word.entry?.place ?? '']
}
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
}
const OPPOSITE: Record<string, PartFace> = {
  left: 'right',
  right: 'left',
  front: 'back',
  back: 'front',
  top: 'bottom',
  bottom: 'top',
}

/** A step or a notch that is at one side, at the one across from it. */
function mirroredFlags({ flags }: PartFeature, side: Side): string[] | undefined {
  const [only, ...others] = flags.filter((flag) => flag.startsWith('at-'))
  const to = only && OPPOSITE[only.slice('at-'.length)]
  if (!only || !to || others.length > 0 || (side !== 'other' && side !== to)) return undefined
  return flags.map((flag) => (flag === only ? `at-${to}` : flag))
}

/** The same place seen from the other side; nothing where a place has no sides. */
function mirrored({ at }: PartFeature, side: Side): PartFeature['at'] | undefined {
  const sideOf = (relation: Relation): PartFace | undefined => {
    const named = relation.kind === 'edge' ? relation.edge : relation.kind === 'offset' ? relation.direction : undefined
    return named !== undefined && Object.hasOwn(OPPOSITE, named) ? (named as PartFace) : undefined
  }
  const sided = at.relations.filter((relation) => sideOf(relation) !== undefined)
  const meant = side === 'other' ? sided : sided.filter((relation) => OPPOSITE[sideOf(relation) ?? ''] === side)
  const [only] = meant
  if (only && meant.length === 1) {
    const relations = at.relations.map((relation): Relation => {
      const opposite = relation === only ? OPPOSITE[sideOf(relation) ?? ''] : undefined
      if (!opposite) return relation
      return relation.kind === 'edge'
        ? { ...relation, edge: opposite }
        : ({ ...relation, direction: opposite } as Relation)
    })
    return { ...at, relations }
  }
  const face = at.on && OPPOSITE[at.on]
  return sided.length === 0 && face && (side === 'other' || side === face) ? { ...at, on: face } : undefined
}

/** What is in the middle of one face can be in the middle of any other. */
const onFace = ({ at }: PartFeature, side: Side): PartFeature['at'] | undefined =>
  side !== 'other' && side !== (at.on ?? 'top') && at.relations.every(({ kind }) => kind === 'centre')
    ? { ...at, on: side }
    : undefined
