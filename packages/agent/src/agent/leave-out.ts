import type { Answer, Span } from '@hewn/model'

/** The choice of a question whose draft stands without the phrase it is about. */
export const LEAVE_OUT = 'without'

const LEAVES_OUT = 'leave out “'
export const leaveOutWords = (phrase: string): string => `${LEAVES_OUT}${phrase}”`

/** The phrase that was not understood is to go: it was said so, or left to us where nothing else was offered. */
export const leavesOut = ({ choice, text = '', without }: Answer): boolean =>
  without !== undefined && (choice === LEAVE_OUT || (choice === 'decide' && text.startsWith(LEAVES_OUT)))

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

/** How many are tried before the words are only asked about: long words take long to read. */
const tried = (words: string): number => Math.max(1, Math.min(5, Math.floor(1000 / words.length)))

/** What a design may stand without: phrases that hold the words at a place, the shortest between stops first; never all of the words. */
export function phrasesAround(words: string, at: Span): Span[] {
  const between = around(stopsOf(words), words, at)
  const all = around(seamsOf(words), words, at)
  const others = all.filter((one) => !between.some((two) => `${two}` === `${one}`))
  return [...between.slice(0, tried(words)), ...others.slice(0, tried(words))]
}

/** The same where nobody can say which words it is: all from one phrase on, as little as goes; then one phrase alone. */
export function phrasesOf(words: string): Span[] {
  const stops = stopsOf(words)
  const tails = seamsOf(words)
    .slice(1, -1)
    .map((start): Span => [start, words.length])
  const single = stops.slice(1, -1).map((start, index): Span => [start, stops[index + 2] ?? words.length])
  return [...tails.toReversed().slice(0, tried(words)), ...single.toReversed().slice(1, tried(words))].filter(
    (at) => phraseOf(words, at) !== '',
  )
}

const indices = (words: string, seam: RegExp): number[] => [...words.matchAll(seam)].map(({ index }) => index)

const stopsOf = (words: string): number[] => [0, ...indices(words, STOPS), words.length]

const seamsOf = (words: string): number[] =>
  [0, ...indices(words, STOPS), ...indices(words, WORDS), words.length].toSorted((a, b) => a - b)

function around(seams: readonly number[], words: string, at: Span): Span[] {
  const from = seams.filter((seam) => seam <= at[0])
  const to = seams.filter((seam) => seam >= at[1])
  return from
    .flatMap((start) => to.map((end): Span => [start, end]))
    .filter(([start, end]) => words.slice(0, start).trim() !== '' || words.slice(end).trim() !== '')
    .toSorted((a, b) => a[1] - a[0] - (b[1] - b[0]))
}
