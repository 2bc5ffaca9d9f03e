import type { Formula, PartFace } from '@hewn/model'
import { minus, plus } from '../../formula.ts'
import { faceOf, locate } from '../../locate.ts'
import type { Quantity } from '../../read/atoms.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { familyOf, featureOf, ownFeature } from '../../registry.ts'
import type { Edit } from '../edit.ts'
import type { Order } from '../order.ts'
import { type Pick, pick } from '../pick.ts'
import { phraseAt, pronounAt } from '../phrase.ts'
import { formOf } from '../../form-of.ts'

/** `make that a 10 mm square hole`, `turn the hole into a 20 x 10 slot`: what is new takes the place of what was there. */
export const inPlaceOf: Order = (at, edit) => {
  at.skip('actually', 'please', 'can', 'you')
  const verb = at.word('make', 'change', 'turn', 'convert', 'replace', 'swap')
  const phrase = verb && (phraseAt(at, false) ?? pronounAt(at))
  if (!phrase || phrase.article) return undefined
  at.skip('into', 'to', 'with', 'by', 'for')
  const was = pick(edit, phrase)
  const [first, ...others] = was
  const kinds = comingKinds(at)
  if (!first || others.length > 0 || kinds.length === 0) return undefined
  // `make the hole a 12 mm hole` is the same one; `change it to an M8 tapped hole` may be another kind of hole.
  if (kinds.includes(first.feature.kind) && phrase.text !== 'it' && phrase.text !== 'that') return undefined
  return () => {
    const { body, feature } = first
    body.features = body.features.filter((one) => one !== feature)
    edit.where = { at: structuredClone(feature.at) }
    edit.changed = true
  }
}

/** Kinds of the feature that sizes are said of next: `a 10 mm square hole`. */
function comingKinds(at: Cursor): string[] {
  let sized = false
  for (let ahead = 0; ahead < 9; ahead++) {
    const item = at.peek(ahead)
    const named = item?.kind === 'word' && /^m\d/.test(item.text)
    if ((item?.kind === 'number' || named) && ahead > 0) sized = true
    if (item === undefined || (item.kind === 'mark' && '.;,\n'.includes(item.text))) return []
    if (ahead === 0 && !(item.kind === 'word' && (item.text === 'a' || item.text === 'an'))) return []
    const nouns = item.kind === 'word' ? (item.entry?.nouns ?? []) : []
    const spots = nouns.filter((key) => ownFeature(key)?.manner === 'spot')
    const next = at.peek(ahead + 1)
    const after = next?.kind === 'mark' && next.text === ',' ? at.peek(ahead + 2) : next
    if (spots.length > 0) return sized || after?.kind === 'number' ? spots : []
  }
  return []
}

/** `around the hole`, `20 mm left of the slot`, `40 mm left and right of the big hole`: a place told by what is there. */
export const besides: Order = (at, edit) => {
  const around = at.word('around', 'round', 'over', 'concentric with', 'surrounding')
  const beside = around ? undefined : at.attempt(sideAt)
  if (!around && !beside) return undefined
  const phrase = phraseAt(at, false) ?? (beside ? pronounAt(at) : undefined)
  if (!phrase?.definite || phrase.parts.length > 0) return undefined
  const [one, ...others] = pick(edit, phrase)
  const spot = one && placeOf(one, edit)
  if (!one || others.length > 0) return undefined
  if (around) {
    return () => {
      edit.where = { at: structuredClone(one.feature.at), around: one.feature }
    }
  }
  if (!beside || !spot) return undefined
  return () => {
    const { on } = one.feature.at
    beside.distance.used = 'beside'
    const far = edit.names.said('offset', 'Distance', beside.distance)
    edit.where = {
      at: {
        ...(on ? { on } : {}),
        relations: [{ kind: 'points', from: 'centre', at: beside.sides.map((side) => STEPS[side](spot, far)) }],
      },
    }
  }
}

type Spot = [Formula, Formula]
type Side = 'left' | 'right' | 'front' | 'back'
const STEPS: Record<Side, (from: Spot, far: Formula) => Spot> = {
  left: ([u, v], far) => [minus(u, far), v],
  right: ([u, v], far) => [plus(u, far), v],
  front: ([u, v], far) => [u, minus(v, far)],
  back: ([u, v], far) => [u, plus(v, far)],
}
const NAMES: Record<string, Side[]> = {
  left: ['left'],
  right: ['right'],
  below: ['front'],
  above: ['back'],
  behind: ['back'],
}

/** `40 mm to the left of`, `30 mm either side of`, `25 above`. */
function sideAt(at: Cursor): { distance: Quantity; sides: Side[] } | undefined {
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  at.skip('away', 'to', 'the', 'on')
  const sides: Side[] = []
  const both = at.attempt(() => at.word('either', 'each', 'both') && at.word('side', 'sides'))
  if (both) sides.push('left', 'right')
  else
    for (;;) {
      const word = at.wordIf(({ text }) => Object.hasOwn(NAMES, text))
      if (!word) break
      sides.push(...(NAMES[word.text] ?? []))
      if (!at.word('and', 'to')) break
      at.skip('to', 'the')
    }
  const last = at.peek(-1)
  const close = last?.kind === 'word' && ['below', 'above', 'behind'].includes(last.text)
  if (sides.length === 0 || !(at.word('of', 'from') ?? close)) return undefined
  return { distance: quantityOf(number), sides }
}

/** The middle of a feature that is in one place, in formulas. */
export function placeOf({ body, feature }: Pick, edit: Edit): Spot | undefined {
  const { names } = edit
  const family = familyOf(body.family)
  if (!family || featureOf(feature.kind)?.manner !== 'spot') return undefined
  // A hole in a post is where the post is.
  const base = body.features.find(({ id }) => id === feature.at.upon)
  if (base && feature.at.relations.every(({ kind }) => kind === 'centre')) return placeOf({ body, feature: base }, edit)
  const form = formOf(body, family, names.values)
  const on: PartFace = feature.at.on ?? 'top'
  const located = locate(feature.at, { face: faceOf(form, on), count: feature.sizes['count'], values: names.values })
  return located.single
}
