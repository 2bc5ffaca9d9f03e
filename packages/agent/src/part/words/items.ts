import type { Span } from '@hewn/model'
import { type NumberToken, type Token, tokenise } from '../../read/tokens.ts'
import { type LengthUnit, toMm } from '../../read/units.ts'
import { settleUnits } from '../../read/settle-units.ts'
import { type Entry, type Lexicon, normal } from './lexicon.ts'
import { plateOfShape } from './plate-of-shape.ts'
import { solidBoxes } from './solid-boxes.ts'
import type { Rewrite } from './notation.ts'
import { type Straight, straighten } from './straighten.ts'
import { toldAgain } from './told-again.ts'

/** What recognisers walk over: numbers with their unit settled, known phrases as one word, marks. */
export type Item = NumberItem | WordItem | { kind: 'times'; at: Span } | { kind: 'mark'; at: Span; text: string }

export interface NumberItem {
  kind: 'number'
  at: Span
  text: string
  value: number
  /** In millimetres, if it is a length. */
  mm: number
  unit: LengthUnit | 'deg' | '%' | undefined
  /** No unit was said anywhere, so millimetres were taken. */
  bare: boolean
  token: NumberToken
}

export interface WordItem {
  kind: 'word'
  at: Span
  /** The phrase as it is known, singular: `centre`, `across flats`. */
  text: string
  entry?: Entry
  plural: boolean
  /** What was written, when one letter was wrong. */
  typo?: string
  /** Why it stands for what was written, where that is no letter. */
  taken?: string
  /** Says which one it is or what it is for, and makes nothing. */
  aside?: true
}

/** A request cut into items; `respelling` is how it is written in another way, before all else. */
export function itemsOf(
  words: string,
  lexicon: Lexicon,
  there: readonly string[] = [],
  respelling: readonly Rewrite[] = [],
): Item[] {
  const straight = straighten(words, respelling)
  const all = readItems(straight, lexicon)
  const spoken = all.flatMap((item) => (item.kind === 'word' ? (item.entry?.nouns ?? []) : []))
  // `4x Ø9 thru, counterbore Ø15`: holes, though nobody says so.
  if (all.some((item) => (item.kind === 'mark' ? item.text === '⌀' : item.kind === 'word' && /^m\d/.test(item.text))))
    spoken.push('hole')
  const items = toldAgain(readItems(straight, lexicon, lexicon.living([...there, ...spoken])))
  return there.length > 0 ? items : solidBoxes(items.map(plateOfShape), lexicon)
}

function readItems({ text, back }: Straight, lexicon: Lexicon, live?: (key: string) => boolean): Item[] {
  const tokens = tokenise(text)
  const units = settleUnits(tokens)
  const items: Item[] = []
  for (let place = 0; place < tokens.length; ) {
    const token = tokens[place]
    if (!token) break
    if (token.kind === 'number') {
      const unit = token.unit
      const settled = units.get(token)
      // A metre or a foot said of one thing is seldom meant for a bare number beside it.
      const far = settled?.from !== 'said' && settled?.from !== 'chain' && FAR.has(settled?.unit ?? 'mm')
      const length = unit === 'deg' || unit === '%' ? undefined : far ? 'mm' : (settled?.unit ?? 'mm')
      items.push({
        kind: 'number',
        at: token.at,
        text: text.slice(...token.at).trim(),
        value: token.value,
        mm: toMm(token.value, length ?? 'mm'),
        unit,
        bare: settled?.from === 'assumed' || far,
        token,
      })
      place++
    } else if (token.kind === 'word' || token.kind === 'garbled') {
      const found = phraseAt(tokens, place, lexicon, live)
      items.push(found.item)
      place = found.next
    } else {
      items.push(token.kind === 'times' ? token : { kind: 'mark', at: token.at, text: token.text })
      place++
    }
  }
  return items.map((item) => ({ ...item, at: [back(item.at[0]), back(item.at[1] - 1) + 1] }))
}

const FAR: ReadonlySet<string> = new Set(['m', 'ft', 'um', 'thou'])
const LONGEST = 5

/** The longest known phrase from here on; hyphens between its words are skipped, the last word may be plural. */
function phraseAt(
  tokens: readonly Token[],
  start: number,
  lexicon: Lexicon,
  live?: (key: string) => boolean,
): { item: WordItem; next: number } {
  const texts: string[] = []
  const ends: number[] = []
  for (let place = start; place < tokens.length && texts.length < LONGEST; place++) {
    const token = tokens[place]
    if (token?.kind === 'word' || token?.kind === 'garbled') {
      texts.push(token.text.toLowerCase())
      ends.push(place + 1)
    } else if (!(token?.kind === 'mark' && '-/.'.includes(token.text) && texts.length > 0 && joined(tokens, place)))
      break
  }
  const first = tokens[start]
  const at = first?.at ?? [0, 0]
  for (let count = texts.length; count > 0; count--) {
    const found = lexicon.find(texts.slice(0, count), live)
    if (found && !(found.entry.nouns.length > 0 && goesOn(count)))
      return {
        item: {
          kind: 'word',
          at: [at[0], endOf(count)],
          text: found.entry.text,
          entry: found.entry,
          plural: found.plural,
        },
        next: ends[count - 1] ?? start + 1,
      }
  }
  const written = texts[0] ?? ''
  const mended = lexicon.mend(written)
  const item: WordItem = mended
    ? { kind: 'word', at, text: mended.entry.text, entry: mended.entry, plural: mended.plural, typo: written }
    : { kind: 'word', at, text: normal(written), plural: false }
  return { item, next: start + 1 }

  // `round tube clamp`: a clamp for tubes, where the head alone would be no word of ours.
  function goesOn(count: number): boolean {
    const [first, last, head] = [texts[0], texts[count - 1], texts[count]]
    if (count < 2 || !last || !head || first === 'half' || lexicon.find([head], live)) return false
    return (lexicon.find([last, head], live)?.entry.nouns.length ?? 0) > 0
  }

  function endOf(count: number): number {
    return tokens[(ends[count - 1] ?? start + 1) - 1]?.at[1] ?? at[1]
  }
}

/** A mark stands between two words without spaces around it, or is the dot of an abbreviation. */
function joined(tokens: readonly Token[], place: number): boolean {
  const [before, mark, after] = [tokens[place - 1], tokens[place], tokens[place + 1]]
  if (!before || !mark || !after || after.kind !== 'word') return false
  if (before.at[1] !== mark.at[0]) return false
  // `o.d. 20`: the dot is part of the word; `edge. Hole`: it ends a sentence.
  if (mark.kind === 'mark' && mark.text === '.') return mark.at[1] === after.at[0]
  return mark.at[1] === after.at[0]
}
