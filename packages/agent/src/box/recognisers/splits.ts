import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { lieOf } from './compartments.ts'
import { count } from './numbers.ts'

/** `compartments of 100 mm, 50 mm and the rest`, `100:50:*`, `first compartment 100 mm wide`. */
export const split: Recogniser = (at) => {
  at.skip(['with', 'and', 'the'])
  const first = at.word(['first']) !== undefined
  at.skip(['divided', 'split', 'into'])
  const counted = at.attempt(() => {
    const number = count(at)
    at.skip(known.EVENLY)
    const token = at.token
    return number && token?.kind === 'word' && (known.CELLS.has(token.text) || token.text === 'columns')
      ? number
      : undefined
  })
  const celled = at.word(known.CELLS) !== undefined || at.word(['columns', 'rows']) !== undefined
  if (first) {
    // `the first one 100 wide`: one of them is no measure.
    if (at.token?.kind === 'number' && at.token.text === 'one') at.number()
    at.skip(['is'])
    const number = at.number()
    const side = number ? at.word(['wide', 'deep', 'clear', 'long']) : undefined
    if (!number || (!celled && side === undefined)) return undefined
    at.attempt(() => (at.word(['and']) !== undefined && rest(at) ? true : undefined))
    return { kind: 'split', sizes: [number, '*'], deep: side === 'deep', first: true }
  }
  const lie = celled ? lieOf(at) : undefined
  at.skip(['of', 'measuring', 'sized'])
  at.mark(':')
  const sizes = at.attempt(() => sizeList(at))
  if (!sizes) return undefined
  const side = at.word(['wide', 'deep', 'long'])
  const shared = sizes.includes('*')
  if (!celled && !sizes.colon && !shared) return undefined
  if (sizes.bare && !(celled && shared)) return undefined
  if (!shared && side === undefined && !sizes.colon && sizes.some((one) => one !== '*' && isFew(one))) return undefined
  return {
    kind: 'split',
    sizes: [...sizes],
    deep: side === 'deep' || lie === 'rows',
    ...(counted ? { count: counted } : {}),
  }
}

/** `a divider 100 mm from the left`, `divided 80 mm from the front`: one sheet, and what is before it. */
export const dividerAt: Recogniser = (at) => {
  at.skip(['with', 'and', 'add', 'a', 'an', 'one', 'single'])
  if (at.token?.kind === 'number' && at.token.value === 1 && at.token.unit === undefined) at.number()
  at.skip(['vertical', 'upright', 'cross'])
  if (at.word(['divider', 'partition', 'divided', 'split']) === undefined) return undefined
  at.mark(',')
  at.skip(['placed', 'set', 'positioned', 'standing', 'at', 'is', 'sits', 'located'])
  const number = at.number()
  if (!number) return undefined
  at.skip(['in', 'away', 'clear'])
  if (at.word(['from', 'off', 'behind']) === undefined) return undefined
  at.skip(['the', 'inside', 'inner', 'of'])
  const face = at.word(known.FACE_WORDS)
  const from = face === undefined ? undefined : known.FACES.get(face)
  if (from === undefined || from === 'top' || from === 'bottom') return undefined
  at.skip(['hand', 'side', 'wall', 'end', 'edge', 'panel'])
  // Divisions are told from the left, and from the back.
  const later = from === 'right' || from === 'front'
  return { kind: 'split', sizes: later ? ['*', number] : [number, '*'], deep: from === 'front' || from === 'back' }
}

/** `compartments of 3, 4` may be counts. */
const isFew = ({ unit, value }: NumberToken): boolean => unit === undefined && value < 20

function rest(at: Reader): boolean {
  at.skip(['the', 'and'])
  if (at.word(['rest', 'remainder', 'remaining']) === undefined) return false
  at.skip(['open', 'of', 'it', 'the', 'space', 'free', 'undivided'])
  return true
}

type SizeList = (NumberToken | '*')[] & { colon?: boolean; bare?: boolean }

function sizeList(at: Reader): SizeList | undefined {
  const sizes: SizeList = []
  for (;;) {
    const number = at.number()
    if (number) sizes.push(number)
    else if (at.times() || at.mark('*') || rest(at)) sizes.push('*')
    else return undefined
    const colon = at.mark(':')
    if (colon) sizes.colon = true
    // `50 mm 80 mm and the rest`
    const bare = at.token?.kind === 'number' && number?.unit !== undefined
    if (bare) sizes.bare = true
    const more =
      colon ||
      bare ||
      at.attempt(() => ((at.mark(',') || at.word(['and']) !== undefined) && goesOn(at) ? true : undefined))
    if (!more) return sizes.length > 1 ? sizes : undefined
  }
}

function goesOn(at: Reader): boolean {
  at.word(['and'])
  // `…, 200 x 100 x 60` is the box.
  if (at.attempt(() => (at.number() && at.times() && at.number() ? true : undefined))) return false
  const token = at.token
  return (
    token?.kind === 'number' ||
    token?.kind === 'times' ||
    (token?.kind === 'word' && ['the', 'rest', 'remainder'].includes(token.text))
  )
}
