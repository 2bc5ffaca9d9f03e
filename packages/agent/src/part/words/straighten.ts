import type { Rewrite } from './notation.ts'
import { ADAPTER_ENDS } from './adapter-ends.ts'
import { ARM_WORDS } from './arm-words.ts'
import { ASKED_FOR } from './asked-for.ts'
import { AXIAL_RANGES } from './axial-ranges.ts'
import { BALL_WORDS } from './ball-words.ts'
import { BEARING_NAMES } from './bearing-names.ts'
import { BORE_EDGES } from './bore-edges.ts'
import { BOUGHT_NAMES } from './bought-names.ts'
import { BROKEN_LINES } from './broken-lines.ts'
import { BRACKET_WORDS } from './bracket-words.ts'
import { COMPARTMENT_WORDS } from './compartment-words.ts'
import { COUNTED_HOLES } from './counted-holes.ts'
import { CORNER_LISTS } from './corner-lists.ts'
import { CORNER_WORK } from './corner-work.ts'
import { EDGE_SENTENCES } from './edge-sentences.ts'
import { DOOR_HOOK_WORDS } from './door-hook-words.ts'
import { END_STEPS } from './end-steps.ts'
import { FIN_WORDS } from './fin-words.ts'
import { FLANGE_NAMES } from './flange-names.ts'
import { FLANGE_WORDS } from './flange-words.ts'
import { FIT_WORDS } from './fit-words.ts'
import { FRAME_WORDS } from './frame-words.ts'
import { GROOVE_WORDS } from './groove-words.ts'
import { HALF_OF } from './half-of.ts'
import { HOLE_SENTENCES } from './hole-sentences.ts'
import { HOLLOW_WORDS } from './hollow-words.ts'
import { HOOK_WORDS } from './hook-words.ts'
import { LEG_DIRECTIONS } from './leg-directions.ts'
import { LEVER_WORDS } from './lever-words.ts'
import { LEG_NAMES } from './leg-names.ts'
import { LID_WORDS } from './lid-words.ts'
import { LOFT_WORDS } from './loft-words.ts'
import { GRADE_NUMBERS, NAME_NUMBERS } from './name-numbers.ts'
import { NOTATION } from './notation.ts'
import { worthTrying } from './needed.ts'
import { NOTCHES } from './notches.ts'
import { ONCE_MORE } from './once-more.ts'
import { ONE_WAY } from './one-way.ts'
import { OUTLINES } from './outlines.ts'
import { PATH_WORDS } from './path-words.ts'
import { PAUSES } from './pauses.ts'
import { PLAIN_VERBS } from './plain-verbs.ts'
import { PLACE_SENTENCES } from './place-sentences.ts'
import { PORTION_WORDS } from './portion-words.ts'
import { PROFILE_WORDS } from './profile-words.ts'
import { RING_WORDS } from './ring-words.ts'
import { ROD_WORDS } from './rod-words.ts'
import { ROWS } from './rows.ts'
import { SECTION_LETTERS } from './section-letters.ts'
import { SECTIONS } from './sections.ts'
import { SENTENCES } from './sentences.ts'
import { SHEET_NUMBERS } from './sheet-numbers.ts'
import { SPEC_SHEET } from './spec-sheet.ts'
import { SPELLINGS } from './spellings.ts'
import { STEPPED_BORES } from './stepped-bores.ts'
import { STEPS } from './steps.ts'
import { STRIP_WORDS } from './strip-words.ts'
import { TAKEN_WORDS } from './taken-words.ts'
import { TAP_WORDS } from './tap-words.ts'
import { TAPER_WORDS } from './taper-words.ts'
import { THREAD_PITCHES } from './thread-pitches.ts'
import { THREAD_WORDS } from './thread-words.ts'
import { TOLD_AT_LENGTH } from './told-at-length.ts'
import { STACK_WORDS } from './stack-words.ts'
import { TIER_WORDS } from './tier-words.ts'
import { TURNED_EDGES } from './turned-edges.ts'
import { TITLE_FEATURES } from './title-features.ts'
import { TWO_ENDED } from './two-ended.ts'
import { TWO_PARTS } from './two-parts.ts'
import { UNIT_WORDS } from './unit-words.ts'
import { UPRIGHT_WORDS } from './upright-words.ts'

/** A request in one spelling; `back` tells where a place of it was written. */
export interface Straight {
  text: string
  back: (place: number) => number
}

/** Writes what has several spellings in one. Pieces may grow or shrink. */
export const straighten = (words: string, respelling: readonly Rewrite[]): Straight =>
  rewritten(words, [...respelling, ...IN_ORDER])

/** The same by some of the rules alone. */
export function rewritten(words: string, rules: readonly Rewrite[]): Straight {
  let text = words
  let places = Array.from({ length: words.length + 1 }, (_, place) => place)
  let worth = worthTrying(text)
  for (const [pattern, put] of rules) {
    if (!worth(pattern)) continue
    const matches = [...text.matchAll(pattern)]
    if (matches.length === 0) continue
    let made = ''
    const from: number[] = []
    let last = 0
    for (const match of matches) {
      for (let at = last; at < match.index; at++) from.push(places[at] ?? 0)
      made += text.slice(last, match.index)
      const piece = put(match)
      for (const at of placesIn(match[0], piece)) from.push(places[match.index + at] ?? 0)
      made += piece
      last = match.index + match[0].length
    }
    for (let at = last; at <= text.length; at++) from.push(places[at] ?? words.length)
    text = made + text.slice(last)
    worth = worthTrying(text)
    places = from
  }
  return { text, back: (place) => places[place] ?? words.length }
}

/** Where each letter of a rewritten piece was written: its numbers and words where they stood, all else beside them. */
function placesIn(written: string, piece: string): number[] {
  const there = [...written.matchAll(WORD)].map(({ 0: text, index }) => ({ text, index }))
  let last = -1
  const kept = [...piece.matchAll(WORD)].flatMap(({ 0: text, index }) => {
    // A word that was written twice is the one that comes next.
    const next = there.findIndex((one) => one.text === text && one.index > last)
    const at = next >= 0 ? next : there.findIndex((one) => one.text === text)
    const [found] = at >= 0 ? there.splice(at, 1) : []
    last = found?.index ?? last
    return found ? [{ from: index, to: index + text.length, shift: found.index - index }] : []
  })
  let shift = kept[0]?.shift ?? 0
  return Array.from({ length: piece.length }, (_, at) => {
    shift = kept.find(({ from, to }) => from <= at && at < to)?.shift ?? shift
    // Other words for all of it end where it ended: `mm` of `millimeters`.
    if (kept.length === 0 && at === piece.length - 1) return Math.max(0, written.length - 1)
    return Math.max(0, Math.min(at + shift, written.length - 1))
  })
}
const WORD = /\d[\d.]*|[a-z]+/gi

/** Each list reads what those before it have written. */
const IN_ORDER: readonly Rewrite[] = [
  ...ASKED_FOR,
  ...FLANGE_NAMES,
  ...BROKEN_LINES,
  ...PLAIN_VERBS,
  ...UNIT_WORDS,
  ...THREAD_PITCHES,
  ...ONE_WAY,
  ...ONCE_MORE,
  ...PAUSES,
  ...CORNER_WORK,
  ...FIT_WORDS,
  ...AXIAL_RANGES,
  ...SHEET_NUMBERS,
  ...SPEC_SHEET,
  ...GROOVE_WORDS,
  ...TITLE_FEATURES,
  ...LEVER_WORDS,
  ...COUNTED_HOLES,
  ...FLANGE_WORDS,
  ...FIN_WORDS,
  ...TOLD_AT_LENGTH,
  ...STEPPED_BORES,
  ...BORE_EDGES,
  ...TURNED_EDGES,
  ...RING_WORDS,
  ...FRAME_WORDS,
  ...TAKEN_WORDS,
  ...THREAD_WORDS,
  ...BEARING_NAMES,
  ...BOUGHT_NAMES,
  ...CORNER_LISTS,
  ...END_STEPS,
  ...OUTLINES,
  ...SECTION_LETTERS,
  ...BRACKET_WORDS,
  ...PROFILE_WORDS,
  ...ADAPTER_ENDS,
  ...TWO_ENDED,
  ...TAPER_WORDS,
  ...STACK_WORDS,
  ...TIER_WORDS,
  ...LOFT_WORDS,
  ...BALL_WORDS,
  ...DOOR_HOOK_WORDS,
  ...STRIP_WORDS,
  ...ROD_WORDS,
  ...ARM_WORDS,
  ...COMPARTMENT_WORDS,
  ...HOOK_WORDS,
  ...PORTION_WORDS,
  ...PATH_WORDS,
  ...UPRIGHT_WORDS,
  ...LEG_DIRECTIONS,
  ...LEG_NAMES,
  ...TWO_PARTS,
  ...LID_WORDS,
  ...HOLLOW_WORDS,
  ...TAP_WORDS,
  ...STEPS,
  ...NOTATION,
  ...HALF_OF,
  ...SENTENCES,
  ...EDGE_SENTENCES,
  ...HOLE_SENTENCES,
  ...PLACE_SENTENCES,
  ...NOTCHES,
  ...ROWS,
  ...NAME_NUMBERS,
  ...GRADE_NUMBERS,
  ...SECTIONS,
  ...SPELLINGS,
]
