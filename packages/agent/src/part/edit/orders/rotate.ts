import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { changeOf } from '../set-size.ts'
import { clauseEnds, type Order } from '../order.ts'
import { TURNED } from '../../bind/turned.ts'
import { type Phrase, phraseAt, pronounAt } from '../phrase.ts'
import { pick } from '../pick.ts'

/** `rotate the holes by 45 degrees`, `start the holes at 30°`, `turn the hole pattern 30°`: a circle of them starts elsewhere. */
export const rotate: Order = (at, edit) => {
  const start = at.word('start', 'begin')
  const verb = start ?? at.word('rotate', 'turn', 'spin')
  if (!verb) return undefined
  const phrase = phraseAt(at) ?? pronounAt(at) ?? patternAt(at)
  at.skip('pattern', 'circle', 'by', 'through', 'at')
  const number = at.number()
  // `rotate those 45`: what is rotated is so by degrees.
  const turned = number?.unit === 'deg' || (number?.unit === undefined && verb.text === 'rotate')
  if (!phrase || !number || !turned || !clauseEnds(at)) return undefined
  const lying = pick(edit, phrase).filter(({ feature }) => LONG.has(feature.kind) && (feature.at.on ?? 'top') === 'top')
  if (lying.length > 0 && !start && Math.abs(number.value) === 90)
    return () => {
      quantityOf(number).used = 'turn'
      for (const { feature } of lying) feature.at.along = feature.at.along === 'y' ? 'x' : 'y'
      edit.changed = true
    }
  const picked = pick(edit, phrase)
  const found = picked.filter(({ feature }) => feature.at.relations.some(({ kind }) => kind === 'circle'))
  // `rotate the slot by 30°`: about its own middle.
  const alone = found.length === 0 ? picked.filter(({ feature }) => TURNED.has(feature.kind)) : []
  if (found.length === 0 && alone.length === 0) return undefined
  return () => {
    const quantity = quantityOf(number)
    for (const { feature } of alone) {
      const named = edit.named(feature.at.turn)
      if (named) {
        const { value, origin } = changeOf(start ? quantity : { ...quantity, relative: 'add' }, named.value)
        edit.set(named, value, origin)
      } else feature.at.turn = edit.names.said(`${feature.id}_turn`, 'Turned by', quantity, 'deg')
    }
    for (const { feature } of found)
      for (const relation of feature.at.relations) {
        if (relation.kind !== 'circle') continue
        const named = edit.named(relation.start)
        if (named) {
          const { value, origin } = changeOf(start ? quantity : { ...quantity, relative: 'add' }, named.value)
          edit.set(named, value, origin)
        } else relation.start = edit.names.said(`${feature.id}_start`, 'First of the circle at', quantity, 'deg')
      }
    edit.changed = true
  }
}
/** `the pattern`, `the bolt circle`: whatever lies on a circle. */
const patternAt = (at: Cursor): Phrase | undefined =>
  at.attempt(() => {
    at.skip('the', 'whole')
    const word = at.word('pattern', 'circle', 'bolt circle', 'ring', 'bolt pattern', 'hole pattern')
    const spots = ['hole', 'slot', 'cutout', 'pocket', 'boss']
    return word && { at: word.at, kinds: spots, parts: [], text: word.text, ...EVERY }
  })
const EVERY = { plural: true, definite: true, sizes: [], traits: [] }

/** What is longer one way, and lies the other way then. */
const LONG = new Set(['slot', 'cutout', 'pocket'])
