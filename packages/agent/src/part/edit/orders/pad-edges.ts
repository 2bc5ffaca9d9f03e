import type { Cursor } from '../../read/cursor.ts'
import type { Quantity } from '../../read/atoms.ts'
import { quantityOf } from '../../read/quantities.ts'
import { treatPad } from '../../bind/tips.ts'
import { clauseEnds, type Order } from '../order.ts'
import { type Phrase, phraseAt } from '../phrase.ts'
import { pick } from '../pick.ts'
import { EDGE_VERBS, edgeNoun } from './edge-kind.ts'

/**
 * `chamfer the boss 1`, `2 mm round on the top of the posts`, `fillet the foot of the boss 3`: the edges of what stands on the
 * part, and neither how wide that is nor the edges of the part.
 */
export const padEdges: Order = (at, edit) => {
  const said = at.attempt(verbFirst) ?? at.attempt(sizeFirst)
  if (!said || !clauseEnds(at)) return undefined
  const { phrase, size, key, where } = said
  const found = pick(edit, phrase).filter(({ feature }) => feature.kind === 'pad')
  if (found.length === 0) return undefined
  return () => {
    if (!where && key === 'fillet' && !said.round) {
      const { text } = phrase
      edit.refuse(
        'AGENT_NEEDS_ANSWER',
        `The top edge of the ${text}, or around its foot?`,
        [phrase.at],
        [`round the top of the ${text} ${size.value} mm`, `fillet the foot of the ${text} ${size.value} mm`],
      )
      return
    }
    for (const { feature } of found)
      treatPad(edit.binder, feature, { key, size: { ...size }, foot: where === 'foot', at: phrase.at })
    edit.changed = true
  }
}

interface Said {
  phrase: Phrase
  size: Quantity
  key: 'fillet' | 'chamfer'
  where: 'top' | 'foot' | undefined
  /** `round over`: that is of an edge which stands out. */
  round: boolean
}

/** `round [over] the top edge of the boss [by] 2`. */
function verbFirst(at: Cursor): Said | undefined {
  const verb = at.wordIf(({ text }) => Object.hasOwn(EDGE_VERBS, text))
  const key = EDGE_VERBS[verb?.text ?? '']
  if (!verb || !key) return undefined
  const over = at.word('off', 'over')
  const place = placeAt(at)
  const phrase = padAt(at)
  const where = place ?? placeBehind(at)
  at.mark(',')
  at.skip('by', 'with', 'to', 'at', 'a')
  const size = phrase && lengthAt(at)
  return size && { phrase, size, key, where, round: key === 'fillet' && over !== undefined }
}

/** `1 mm chamfer on the [top of the] boss`. */
function sizeFirst(at: Cursor): Said | undefined {
  at.skip('add', 'put', 'a', 'an', 'with')
  const size = lengthAt(at)
  const noun = size && at.wordIf((word) => edgeNoun(word) !== undefined)
  const key = noun && edgeNoun(noun)
  if (!size || !noun || !key || !at.word('on', 'to', 'around', 'at')) return undefined
  const place = placeAt(at)
  const phrase = padAt(at)
  return phrase && { phrase, size, key, where: place ?? placeBehind(at), round: false }
}

/** `the top edges of`, `around the foot of`. */
const placeAt = (at: Cursor): Said['where'] =>
  at.attempt(() => {
    at.skip('around', 'the', 'all', 'each', 'both')
    const top = at.wordIf(({ text, entry }) => entry?.place === 'top' || text === 'upper' || text === 'free')
    const foot = top ? undefined : at.word('foot', 'base', 'bottom', 'root')
    const edge = at.word('edge', 'edges', 'rim', 'rims', 'end', 'ends')
    if ((!top && !foot && !edge) || !at.word('of', 'on')) return undefined
    return foot ? 'foot' : 'top'
  })

/** `the boss at the top`, `the boss at its foot`. */
const placeBehind = (at: Cursor): Said['where'] =>
  at.attempt(() => {
    const led = at.word('on', 'at', 'around')
    at.skip('the', 'its')
    const top = led && at.wordIf(({ entry }) => entry?.place === 'top')
    const foot = led && !top ? at.word('foot', 'base', 'bottom', 'root') : undefined
    at.word('edge', 'end', 'rim')
    return top ? 'top' : foot ? 'foot' : undefined
  })

function padAt(at: Cursor): Phrase | undefined {
  const phrase = phraseAt(at, false)
  return phrase && !phrase.article && phrase.kinds.includes('pad') ? phrase : undefined
}

function lengthAt(at: Cursor): Quantity | undefined {
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  at.attempt(() => (at.times() || at.word('at')) && at.number()?.unit === 'deg')
  return quantityOf(number)
}
