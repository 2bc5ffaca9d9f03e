import type { Span } from '@hewn/model'
import { numberWords } from '../../read/number-words.ts'
import { familyOf, lexicon } from '../registry.ts'
import type { Attempt } from './read-once.ts'

/** So many readings more, where no other one came to anything. */
const MOST = 16
/** Words of one phrase. */
const LONGEST = 3
/** How far from a number that found no place, in letters. */
const BESIDE = 12

interface Word {
  text: string
  at: Span
}

/**
 * What may be passed over where nothing else makes sense of a request: what it is called (`door stop, 40 dia 30 high, …`), or a
 * phrase beside a number that found no place (`along the 60 length`). Never what has a size or a count, never what is to be made
 * in it, and never a word that says which one, or where: without those it is another part.
 */
export function passable(said: string, { answer, lost }: Attempt): Span[] {
  if (answer.ok) return []
  const { code, message } = answer.error
  const words = [...said.matchAll(/[a-z][\w'-]*/gi)].map(
    ({ 0: text, index }): Word => ({
      text: text.toLowerCase(),
      at: [index, index + text.length],
    }),
  )
  const runs = words.flatMap((_, from) =>
    Array.from({ length: LONGEST }, (__, more) => words.slice(from, from + more + 1)).filter(
      (run, more) => run.length === more + 1 && !/[\d.,;:()"']/.test(said.slice(...spanOf(run))),
    ),
  )
  const called =
    code === 'AGENT_IMPOSSIBLE' || code === 'AGENT_CONTRADICTION' || SIZELESS.test(message)
      ? runs.filter(
          (run) => spanOf(run)[1] <= titleEnd(said) && run.some(isName) && !run.some(isShape) && !HOLLOW.test(said),
        )
      : []
  const beside = /could not be placed/.test(message)
    ? lost.flatMap(({ at: number, number: written }) =>
        runs.filter(
          (run) =>
            gap(spanOf(run), number) <= BESIDE &&
            !(written?.unit === undefined && isCounted(said, run, number)) &&
            run.every(isPlain) &&
            !run.every(isFiller) &&
            alone(said, spanOf(run), number),
        ),
      )
    : []
  return [...called, ...beside]
    .map(spanOf)
    .toSorted((a, b) => a[1] - a[0] - (b[1] - b[0]))
    .slice(0, MOST)
}

const spanOf = (run: readonly Word[]): Span => [run[0]?.at[0] ?? 0, run.at(-1)?.at[1] ?? 0]

/** Nothing of what it is called was given a size. */
const SIZELESS = /^(?:How large|What diameter) should the .+ (?:be|have)\?$/
/** What has walls or a lid is hollow, whatever it is called. */
const HOLLOW = /\b(?:walls?|lids?|hollow|compartments?|teeth|bolts?|screws?)\b/i

/** Up to the first number behind its name (`a 30 mm gear blank, …`), or where the words go on with what it has or is for. */
function titleEnd(said: string): number {
  const [size = ''] = /^\s*(?:an? )?\d[\d.]*\s?(?:mm|cm|in|inch)? (?=[a-z])/i.exec(said) ?? []
  const end = said.slice(size.length).search(/[\d:,.;⌀øØ]|\b(?:with|having|and|of|from)\b/i)
  return end < 0 ? said.length : size.length + end
}

const gap = ([from, to]: Span, [start, end]: Span): number => Math.max(0, from - end, start - to)

/** No other number or mark stands between the two. */
const alone = (said: string, [from, to]: Span, [start, end]: Span): boolean =>
  from < end && start < to ? false : !/[\d.;:()]/.test(from >= end ? said.slice(end, from) : said.slice(to, start))

/** `7 wombats`: so many of what nobody knows, and the number is no size. */
const isCounted = (said: string, run: readonly Word[], [, end]: Span): boolean =>
  run[0] !== undefined &&
  entryOf(run[0]) === undefined &&
  /^[a-z]{3,}s$/.test(run[0].text) &&
  /^ +$/.test(said.slice(end, run[0].at[0]))

const entryOf = ({ text }: Word) => lexicon().find([text])?.entry

/** What it is called: a thing of ours, or one that nobody knows. */
function isName(word: Word): boolean {
  const entry = entryOf(word)
  return entry === undefined || entry.nouns.some((key) => familyOf(key))
}

/** What is called so has that shape, and no other where it is taken away. */
const isShape = ({ text }: Word): boolean => SHAPE.test(text)
const SHAPE =
  /^(?:(?:[lutzhij]-)|(?:isosceles|equilateral|right-angled|tri|quad|penta|hexa|hepta|octa|dodeca|poly|trape|parallel|rhomb|ellip|oval|semi|cone$|conical|pyramid|wedge|sphere|ball$|torus|star$|ring$|cylind|prism|frame$|arch$))/

const isFiller = (word: Word): boolean => entryOf(word)?.filler === true

/** Neither a size nor a thing to make, nor a word that narrows. */
function isPlain(word: Word): boolean {
  const entry = entryOf(word)
  if (NARROWS.test(word.text) || numberWords([word.text])) return false
  if (entry === undefined || entry.filler) return true
  if (entry.nouns.length > 0) return entry.nouns.some((key) => familyOf(key))
  return entry.role === undefined || entry.place !== undefined
}
const NARROWS =
  /^(?:no|not|non|without|except|only|just|but|each|every|all|both|either|neither|other|another|half|quarter|third|double|twice|x|by|mm|cm|m|in|inch|inches|deg|degrees?|left|right|front|back|rear|upper|lower|inner|outer|inside|outside|above|below|under|over|around|between|apart|per|hand|minus|plus|to|from|patterns?|grids?|arrays?|rows?|circles?|squares?)$/
