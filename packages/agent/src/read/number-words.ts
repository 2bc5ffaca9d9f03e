const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'

const ONES: ReadonlyMap<string, number> = new Map(SMALL.split(' ').map((word, value) => [word, value]))
const TENFOLD: ReadonlyMap<string, number> = new Map(TENS.split(' ').map((word, place) => [word, (place + 2) * 10]))
const COLLECTIVE: ReadonlyMap<string, number> = new Map([
  ['pair', 2],
  ['couple', 2],
  ['dozen', 12],
])
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['quarter', 1 / 4],
  ['eighth', 1 / 8],
  ['sixteenth', 1 / 16],
])
/** Shares that only inches are told in: no unit has to follow. */
const FINE = /^(?:eighth|sixteenth)s?$/

/**
 * `three sixteenths`, `two and three eighths`, `five and a half`: a mixed number, the unit of which need not follow.
 * @example mixedWords(['five', 'and', 'a', 'half', 'wide']) // → { value: 5.5, used: 4 }
 */
export function mixedWords(words: readonly string[]): { value: number; used: number } | undefined {
  const alone = partWords(words)
  if (alone && words.slice(0, alone.used).some((word) => FINE.test(word))) return alone
  const whole = underHundred(words)
  if (!whole || words[whole.used] !== 'and') return undefined
  const article = ['a', 'an'].includes(words[whole.used + 1] ?? '') ? 1 : 0
  const from = whole.used + 1 + article
  const part = partWords(words.slice(from))
  return part && { value: whole.value + part.value, used: from + part.used }
}

/**
 * Reads a share of a unit from the front of `words`; what comes next has to be the unit.
 * @example partWords(['three', 'quarters', 'of', 'an', 'inch']) // → { value: 0.75, used: 4 }
 */
export function partWords(words: readonly string[]): { value: number; used: number } | undefined {
  const times = ONES.get(words[0] ?? '')
  let used = times === undefined ? 0 : 1
  const part = PARTS.get((words[used] ?? '').replace(/s$/, ''))
  if (part === undefined) return undefined
  used++
  if (words[used] === 'of') used++
  if (words[used] === 'a' || words[used] === 'an') used++
  return { value: (times ?? 1) * part, used }
}

/**
 * Reads a number written in words from the front of `words`.
 * @example numberWords(['one', 'hundred', 'and', 'fifty', 'wide']) // → { value: 150, used: 4 }
 */
export function numberWords(words: readonly string[]): { value: number; used: number } | undefined {
  const [first = '', second = ''] = words
  const collective = COLLECTIVE.get(first)
  if (collective !== undefined) return { value: collective, used: 1 }
  const low = underHundred(words)
  if (low && low.used === 1 && low.value < 10 && second === 'dozen') return { value: low.value * 12, used: 2 }
  const hundreds = low ?? { value: 1, used: 0 }
  if (words[hundreds.used] === 'hundred') {
    const after = hundreds.used + 1
    const joined = words[after] === 'and' ? after + 1 : after
    const rest = underHundred(words.slice(joined))
    return rest
      ? { value: hundreds.value * 100 + rest.value, used: joined + rest.used }
      : { value: hundreds.value * 100, used: after }
  }
  return low
}

function underHundred(words: readonly string[]): { value: number; used: number } | undefined {
  const [first = '', second = ''] = words
  const ones = ONES.get(first)
  if (ones !== undefined) return { value: ones, used: 1 }
  const tens = TENFOLD.get(first)
  if (tens === undefined) return undefined
  const units = ONES.get(second)
  return units !== undefined && units > 0 && units < 10 ? { value: tens + units, used: 2 } : { value: tens, used: 1 }
}
