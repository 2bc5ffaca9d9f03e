import type { Reader } from '../../read/reader.ts'
import type { Recogniser } from '../meaning.ts'
import { ARTICLES } from './numbers.ts'
import { places } from './places.ts'

const WRITE = new Set([
  'engrave',
  'engraved',
  'engraving',
  'etch',
  'etched',
  'score',
  'scored',
  'label',
  'labelled',
  'labeled',
  'write',
])

const CALLED = new Set(['text', 'word', 'words', 'lettering', 'name', 'title'])

/** `engrave "Tea" on the front, 20 mm high`, `"Tea" engraved on the front`, `20 mm high text "Tools" on the left`. */
export const text: Recogniser = (at) => {
  at.skip(['with', 'and', 'add'])
  at.skip(ARTICLES)
  const before = at.attempt(() => {
    const number = at.number()
    at.skip(['high', 'tall', 'letters'])
    // `90 mm high with "Tea" engraved` speaks of the box.
    const token = at.token
    return number && token?.kind === 'word' && (WRITE.has(token.text) || CALLED.has(token.text)) ? number : undefined
  })
  const verb = at.word(WRITE)
  at.skip(['with', 'the', 'a', 'it', 'in'])
  const called = at.word(CALLED) !== undefined
  const words = quoted(at) ?? (verb !== undefined || called ? bare(at) : undefined)
  if (!words) return undefined
  const later = at.word(WRITE)
  if (verb === undefined && !called && later === undefined) return undefined
  const where = places(at)
  const height =
    before ??
    at.attempt(() => {
      at.mark(',')
      at.skip(['with', 'letters', 'in', 'and'])
      const number = at.number()
      return number && at.word(['high', 'tall', 'letters', 'text', 'size']) !== undefined ? number : undefined
    })
  const scored = (verb ?? later)?.startsWith('scor') === true
  return { kind: 'text', words, faces: where ?? [], scored, ...(height ? { height } : {}) }
}

/** The characters between quotation marks. */
function quoted(at: Reader): [number, number] | undefined {
  return at.attempt(() => {
    const open = at.token
    if (open?.kind !== 'mark' || !`"'“‘«`.includes(open.text)) return undefined
    at.next()
    for (let taken = 0; taken < 40; taken++) {
      const token = at.token
      if (!token) return undefined
      at.next()
      if (token.kind === 'mark' && `"'”’»`.includes(token.text)) return [open.at[1], token.at[0]] as [number, number]
    }
    return undefined
  })
}

function bare(at: Reader): [number, number] | undefined {
  const first = at.token
  let last = first
  for (let taken = 0; taken < 6; taken++) {
    const token = at.token
    if (
      !token ||
      token.kind === 'mark' ||
      (token.kind === 'word' && ['on', 'in', 'at', 'onto', 'and', 'with'].includes(token.text))
    )
      break
    last = token
    at.next()
  }
  return first && last && at.place > 0 && last.at[1] > first.at[0] && at.token !== first
    ? [first.at[0], last.at[1]]
    : undefined
}
