export interface Change {
  /** The number as it stood, and where. */
  number: string
  at: [number, number]
  changed: string
}

/** Every way to change one number of a request: the last digit moved on, and numbers in letters. */
export function changeNumbers(words: string): Change[] {
  const found = [
    ...[...words.matchAll(/\d+(?:[.,]\d+)*/g)].map((match) => ({
      match,
      other: FRAME.test(words.slice(0, match.index)) && match[0] === '23' ? '34' : movedOn(match[0]),
    })),
    ...[...words.matchAll(LETTERS)].map((match) => ({ match, other: NEXT[match[0].toLowerCase()] ?? '' })),
  ]
  return found.map(({ match, other }) => {
    const at: [number, number] = [match.index, match.index + match[0].length]
    return { number: match[0], at, changed: words.slice(0, at[0]) + other + words.slice(at[1]) }
  })
}

/** NEMA 23 and NEMA 24 have the same screws and the same square of them: that plan is rightly the same. */
const FRAME = /\bnema[ -]?$/i

/** 9 becomes 8 and 4 becomes 5: as many characters as before, and never 0. */
const movedOn = (number: string): string =>
  number.slice(0, -1) + (number.endsWith('9') ? '8' : String(Number(number.at(-1)) + 1))

const NEXT: Record<string, string> = {
  two: 'five',
  three: 'five',
  four: 'seven',
  five: 'seven',
  six: 'eight',
  eight: 'nine',
  ten: 'twelve',
  twelve: 'ten',
  pair: 'dozen',
  quarter: 'half',
}
const LETTERS = new RegExp(`\\b(?:${Object.keys(NEXT).join('|')})\\b`, 'gi')
