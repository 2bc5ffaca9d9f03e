import type { Span } from '@hewn/model'

/** The choice of a question whose draft stands without the phrase it is about. */
export const LEAVE_OUT = 'without'

/** That choice, as people type it. */
export const SAID_LEAVE_OUT =
  /^(?:(?:just |please )*(?:leave|leaving) (?:it|that|them|those) out|(?:do it )?without (?:it|that|them|those)|(?:skip|ignore|drop|forget) (?:it|that|them|those)(?: part)?)$/

/** A phrase as it is quoted: without the stop or the word that joins it to the one before. */
export const phraseOf = (words: string, at: Span): string =>
  words
    .slice(...at)
    .replace(/^[\s,;:.•–—-]+/, '')
    .replace(/^(?:and|with|plus|then|has|having)\s+/i, '')
    .trim()

/** Every word keeps its place. */
export const leftOut = (words: string, [from, to]: Span): string =>
  words.slice(0, from) + ' '.repeat(to - from) + words.slice(to)

/** Where one phrase ends and another begins; a stop says so more surely than a word does. */
const STOPS = /[;:,\n•]+(?=\s|$)|\n|\.(?=\s|$)|\s[-–—](?=\s)/g
const WORDS = /\s(?:and|with|plus|then|has|having)\b(?=\s)/gi

/** How many are tried before the words are only asked about. */
const TRIED = 5

/** The phrases that hold the words at a place, the shortest between stops first; never all of the words. */
export function phrasesAround(words: string, at: Span): Span[] {
  const stops = [0, ...[...words.matchAll(STOPS)].map(({ index }) => index), words.length]
  const between = around(stops, words, at)
  const all = around([...stops, ...[...words.matchAll(WORDS)].map(({ index }) => index)], words, at)
  return [
    ...between.slice(0, TRIED),
    ...all.filter((one) => !between.some((two) => `${two}` === `${one}`)).slice(0, TRIED),
  ]
}

function around(seams: readonly number[], words: string, at: Span): Span[] {
  const from = seams.filter((seam) => seam <= at[0])
  const to = seams.filter((seam) => seam >= at[1])
  return from
    .flatMap((start) => to.map((end): Span => [start, end]))
    .filter(([start, end]) => words.slice(0, start).trim() !== '' || words.slice(end).trim() !== '')
    .toSorted((a, b) => a[1] - a[0] - (b[1] - b[0]))
}
