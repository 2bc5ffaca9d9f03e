import { fail, ok, type Result } from '@hewn/model'
import type { Rect } from '../panels/region.ts'

/** A letter of a line of text, and where its own origin comes to stand: on the grid of the letters, the baseline at 0. */
export interface Letter {
  readonly sign: string
  readonly x: number
  readonly y: number
}

export interface Typeset {
  readonly letters: readonly Letter[]
  /** From the left of the first letter to the right of the last, from the lowest to the highest of what is there. */
  readonly bounds: Rect
}

/** How high a capital is, and where the baseline lies, in steps of the grid. */
export const CAP = 8
export const BASELINE = 3
/** Between letters, and across a space. */
const APART = 2
const SPACE = 3
/** A small letter ends here; a capital carries its mark higher. */
const SMALL = 9

/**
 * How far every letter reaches on that grid: left, low, right, high. Whether a text fits is known from this alone; what
 * letters look like is for whoever draws them (`strokes-of.ts`), and a test keeps the two equal.
 */
export const REACH: Readonly<Record<string, string>> = Object.freeze({
  '000b': '|',
  '002b': 'j',
  '0049': 'gpqyµ',
  '004b': 'þ',
  '0214': ',',
  '0218': ';',
  '0242': '_',
  '025c': '$',
  '0304': '.',
  '0308': ':',
  '0309': 'ı',
  '030b': 'Iil!',
  '0329': 'r',
  '032b': '13()[]{}ß',
  '033b': 'ft',
  '0349': 'acenosuvxz<>±ø',
  '034b': '0256789BJPbdhk?/\\ðÞ',
  '035b': '4KLS#',
  '036b': 'ACDEFGHMNOQRTUVXYZ%&@€ØÐ',
  '0389': 'mwæ',
  '038b': 'WÆ',
  '0448': '+×',
  '0547': '~',
  '0548': '=',
  '0549': '*',
  '0737': '-',
  '090b': "'",
  '091b': '`',
  '092b': '"°',
  '094b': '^',
})

/** Marks above and below a letter, as they come in Unicode after it; their middle is at 2. */
export const MARK_REACH: Readonly<Record<string, string>> = Object.freeze({
  '0a3b': '\u0303',
  '1033': '\u0327',
  '1a2c': '\u0300',
  '1a3b': '\u0308',
  '1a3c': '\u0302\u030a',
  '2a3c': '\u0301',
})

/** Sets one line in our stroke letters; a letter we lack is named. */
export function typeset(text: string): Result<Typeset, string> {
  const letters: Letter[] = []
  const [xs, ys]: [number[], number[]] = [[], []]
  let [pen, start, wide, high] = [0, 0, 0, 0]
  const put = (
    sign: string,
    x: number,
    y: number,
    [left = 0, low = 0, right = 0, top = 0]: readonly number[],
  ): void => {
    letters.push({ sign, x, y })
    xs.push(x + left, x + right)
    ys.push(y + low, y + top)
  }
  for (const sign of text.normalize('NFD')) {
    if (sign === ' ' || sign === '\u00a0') {
      pen += SPACE
      continue
    }
    const mark = reachOf(MARK_REACH, sign)
    if (mark && letters.length > 0) {
      const lift = sign === '\u0327' || high <= SMALL ? 0 : 2
      put(sign, start + wide / 2 - 2, lift - BASELINE, mark)
      continue
    }
    const reach = reachOf(REACH, sign)
    if (!reach) return fail(`${JSON.stringify(sign)} cannot be set — letters, digits and ${'+-./:°±×Ø€'} can`)
    if (letters.length > 0) pen += APART
    start = pen
    ;[, , wide = 0, high = 0] = reach
    put(sign, pen, -BASELINE, reach)
    pen += wide
  }
  if (letters.length === 0) return fail('The text has no letters — write something, or leave it out')
  const span = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)]
  return ok({ letters, bounds: { x: span(xs), y: span(ys) } })
}

function reachOf(table: Readonly<Record<string, string>>, sign: string): number[] | undefined {
  const reach = Object.keys(table).find((key) => table[key]?.includes(sign))
  return reach === undefined ? undefined : Array.from(reach, (step) => Number.parseInt(step, 36))
}
