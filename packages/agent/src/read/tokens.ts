import type { Span } from '../understanding.ts'
import { mixedWords, numberWords, partWords } from './number-words.ts'
import { isLength, UNIT_SPELLINGS, type Unit, unitOf } from './units.ts'

export type Token = WordToken | NumberToken | TimesToken | MarkToken | GarbledToken

export interface WordToken {
  kind: 'word'
  at: Span
  /** Lower case. */
  text: string
}
export interface NumberToken {
  kind: 'number'
  at: Span
  /** As written, unit included. */
  text: string
  value: number
  unit?: Unit
  /** `about 150`, `at least 150`, `150 ± 0.5`. */
  about?: true
  bound?: 'min' | 'max'
  tolerance?: number
}
/** `x`, `×` or `*` after a number. The word `by` stays a word: `taller by 20` is not a product. */
export interface TimesToken {
  kind: 'times'
  at: Span
}
export interface MarkToken {
  kind: 'mark'
  at: Span
  text: string
}
/** Something with digits in it that is no number we can read: `150,100,80`, `1e9`, `3D`. */
export interface GarbledToken {
  kind: 'garbled'
  at: Span
  text: string
}

/** Cuts a request into numbers, words and marks; every token knows the characters it came from. */
export function tokenise(text: string): Token[] {
  return qualify(joinNumberWords(cut(straighten(text))))
}

/** One character for one character, so places in the result are places in the request. */
function straighten(text: string): string {
  return text
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]/g, ' ')
    .replace(/[\u2032\u2019\u02bc]/g, "'")
    .replace(/[\u2033\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2715\u2716\u2a2f]/g, '×')
}

const VULGAR: Record<string, number> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
}
const VULGARS = Object.keys(VULGAR).join('')

const escaped = UNIT_SPELLINGS.map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
const UNIT = new RegExp(`\\s*(${escaped})(?=[x×*]\\s*-?[\\d.${VULGARS}]|[^\\p{L}\\p{N}]|$)`, 'iuy')
const FRACTION = /(?:(\d+)[ -])?(\d+)\/(2|3|4|8|16|32|64)(?![\d/])/uy
const VULGAR_NUMBER = new RegExp(`(\\d+)? ?([${VULGARS}])`, 'uy')
const THOUSANDS = /[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?![\d]|[.,]\d)/uy
const DECIMAL = /(?:\d+(?:[.,]\d+)?|\.\d+)(?![\d]|[.,]\d)/uy
const DIGITS = /[\p{N}][\p{L}\p{N}.,]*[\p{L}\p{N}]|[\p{N}]/uy
const WORD = /[\p{L}][\p{L}\p{M}\p{N}]*(?:'[\p{L}]+)?/uy
const AXIS_BEFORE_NUMBER = /[whdlrt](?=\d)/iuy
const AXIS_IN_CHAIN = /[whdl](?=x\s*[whdl]?\d)/iuy
const TIMES_LETTER = new RegExp(`x(?=\\s*[whdl]?\\s?-?[\\d.${VULGARS}]|[^\\p{L}\\p{N}]|$)`, 'iuy')

/** Words after which ` in` stands for a place or a material and not for inches. */
const NOT_INCHES =
  /\s+(?:\d|\.|a\b|an\b|the\b|each\b|both\b|every\b|all\b|either\b|it\b|them\b|this\b|that\b|its\b|their\b|my\b|one\b|two\b|three\b|four\b|line\b|from\b|x\s*(?:,|and\b|direction)|y\b|z\b|plywood|ply\b|birch|mdf|acrylic|wood|oak|card|poplar|(?:stainless |mild |carbon |tool |cast )?(?:steel|iron|alloy)|stainless|mild\b|metal|alumini?um|alu\b|brass|bronze|copper|titanium|plastic|nylon|delrin|acetal|pom\b|pla\b|petg|abs\b|asa\b|tpu\b|hdpe|ptfe|peek|polycarbonate|resin|rubber|cork|leather|pine|walnut|birch|beech|black|white|red|green|blue|yellow|gr[ae]y|orange|silver|gold|total|(?:(?:front|back|rear|left|right|lid|middle|opposite)\b))/iuy
/** `40 in diameter`, `30 x 4 in top` are inches only where others are said too. */
const EITHER_NOUN =
  'diameter|radius|length|width|height|depth|thickness|size|top|bottom|side|base|floor|center|centre|corners?'
const SIZE_NOUN = new RegExp(String.raw`\s+(?:${EITHER_NOUN})\b`, 'iuy')
const INCHES = new RegExp(String.raw`\d\s*(?:"|''|inch|in\b(?!\s+(?:${EITHER_NOUN})\b))`, 'iu')
/** `1 in from the edges`, `1/8 in plywood`, `1/2 in 45° chamfer`: inches, where every size is told in them. */
const EITHER = /\s+(?:from\b|plywood|ply\b|birch|mdf|acrylic|wood|oak|\d+(?:\.\d+)? ?(?:°|deg))/iuy
const PLAIN_INCHES =
  /\d\s*(?:"|''|inch|in\b(?=\s*(?:[,;.x×)]|$|(?:thick|wide|long|deep|high|tall|dia|holes?|square|by)\b)))/iu
const METRIC = /\d\s*(?:mm|cm)\b/iu

function cut(text: string): Token[] {
  const tokens: Token[] = []
  const inInches = PLAIN_INCHES.test(text) && !METRIC.test(text)
  let place = 0
  let quoted = false
  const match = (pattern: RegExp, at = place): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const push = (token: Token) => {
    tokens.push(token)
    place = token.at[1]
  }

  while (place < text.length) {
    const before = tokens.at(-1)
    const touching = before !== undefined && before.at[1] === place
    const char = String.fromCodePoint(text.codePointAt(place) ?? 0)
    if (/\s/u.test(char)) {
      place += char.length
      continue
    }
    const number = readNumber()
    if (number) {
      push(number)
      continue
    }
    const digits = match(DIGITS)
    if (digits) {
      push({ kind: 'garbled', at: [place, place + digits[0].length], text: digits[0] })
      continue
    }
    const afterQuantity =
      before?.kind === 'number' ||
      (before?.kind === 'mark' && before.text === ')') ||
      (before?.kind === 'word' && /^[whdl]$/.test(before.text) && touching)
    if (char === '×' || char === '*' || (afterQuantity && match(TIMES_LETTER))) {
      push({ kind: 'times', at: [place, place + 1] })
      continue
    }
    const word = match(AXIS_BEFORE_NUMBER) ?? (touching ? match(AXIS_IN_CHAIN) : null) ?? match(WORD)
    if (word) {
      push({ kind: 'word', at: [place, place + word[0].length], text: word[0].toLowerCase() })
      continue
    }
    if (char === '"') quoted = !quoted
    push({ kind: 'mark', at: [place, place + char.length], text: char })
  }
  return tokens

  function readNumber(): NumberToken | undefined {
    const start = place
    const previous = text[start - 1] ?? ' '
    const negative = text[start] === '-' && /[\s(=:x×*,]/u.test(previous)
    const from = negative ? start + 1 : start
    const read = readValue(from)
    if (!read) return undefined
    const value = negative ? -read.value : read.value
    const unit = readUnit(read.end)
    const end = unit?.end ?? read.end
    // `1e9` and `3d` are not the numbers 1 and 3; `150x` and `150w` are.
    if (!unit && /[\p{L}\p{N}]/u.test(text[end] ?? ' ') && !match(TIMES_LETTER, end) && !axisLetter(end))
      return undefined
    const token: NumberToken = { kind: 'number', at: [start, end], text: text.slice(start, end), value }
    if (unit) token.unit = unit.unit
    if (unit?.unit !== 'ft') return token
    const inches = readValue(skipSpace(end))
    const inchUnit = inches && readUnit(inches.end)
    if (!inches || inchUnit?.unit !== 'in') return token
    return {
      kind: 'number',
      at: [start, inchUnit.end],
      text: text.slice(start, inchUnit.end),
      value: value * 12 + Math.sign(value || 1) * inches.value,
      unit: 'in',
    }
  }

  function readValue(at: number): { value: number; end: number } | undefined {
    const vulgar = match(VULGAR_NUMBER, at)
    if (vulgar) return { value: Number(vulgar[1] ?? 0) + (VULGAR[vulgar[2] ?? ''] ?? 0), end: at + vulgar[0].length }
    const fraction = match(FRACTION, at)
    const [top, bottom] = [Number(fraction?.[2]), Number(fraction?.[3])]
    if (fraction && top < bottom)
      return { value: Number(fraction[1] ?? 0) + top / bottom, end: at + fraction[0].length }
    const thousands = match(THOUSANDS, at)
    if (thousands) return { value: Number(thousands[0].replaceAll(',', '')), end: at + thousands[0].length }
    const decimal = match(DECIMAL, at)
    if (decimal) return { value: Number(decimal[0].replace(',', '.')), end: at + decimal[0].length }
    return undefined
  }

  function readUnit(at: number): { unit: Unit; end: number } | undefined {
    const found = match(UNIT, at)
    const spelling = found?.[1]
    if (!found || !spelling) return undefined
    const end = at + found[0].length
    const unit = unitOf(spelling)
    if (!unit) return undefined
    // The quote that closes a quotation is not an inch mark, and `80 in plywood` is not eighty inches.
    if (spelling === '"' && quoted) return undefined
    if (/^\s+in$/iu.test(found[0]) && match(NOT_INCHES, end) && !(match(EITHER, end) && inInches)) return undefined
    if (/^\s+in$/iu.test(found[0]) && match(SIZE_NOUN, end) && (METRIC.test(text) || !INCHES.test(text)))
      return undefined
    return { unit, end }
  }

  function axisLetter(at: number): boolean {
    return (
      /[whdl]/iu.test(text[at] ?? '') &&
      (/[^\p{L}\p{N}]|^$/u.test(text[at + 1] ?? '') || match(AXIS_IN_CHAIN, at) !== null)
    )
  }

  function skipSpace(at: number): number {
    let next = at
    while (text[next] === ' ') next++
    return next
  }
}

/** `this one` is a box and not a number. */
const POINTING = new Set([
  'this',
  'that',
  'the',
  'another',
  'new',
  'bigger',
  'smaller',
  'larger',
  'each',
  'which',
  'me',
])

function joinNumberWords(tokens: Token[]): Token[] {
  const joined: Token[] = []
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place]
    if (!token) break
    const read = readNumberWords(tokens, place)
    joined.push(read?.number ?? token)
    if (read) place = read.last
  }
  return joined
}

function readNumberWords(tokens: readonly Token[], place: number): { number: NumberToken; last: number } | undefined {
  const run = wordsFrom(tokens, place)
  const [first] = run
  if (!first || (first.text === 'one' && pointedAt(tokens[place - 1]))) return undefined
  const texts = run.map(({ text }) => text)
  const share = mixedWords(texts) ?? partWords(texts)
  // `half an inch` is a length; `half as wide` is not.
  const part = share && lengthWord(run[share.used]) ? share : undefined
  const read = part ?? mixedWords(texts) ?? numberWords(texts)
  const end = read && run[read.used - 1]
  if (!read || !end) return undefined
  const unitWord = run[read.used]
  const unit = lengthWord(unitWord)
  const last = unit && unitWord ? unitWord : end
  return {
    number: {
      kind: 'number',
      at: [first.at[0], last.at[1]],
      text: texts.slice(0, read.used + (unit ? 1 : 0)).join(' '),
      value: read.value,
      ...(unit ? { unit } : {}),
    },
    last: tokens.indexOf(last),
  }
}

/** A unit written out or of two letters; a lone `m` or `in` after a word is more often something else. */
function lengthWord(word: WordToken | undefined): Unit | undefined {
  return word === undefined || word.text === 'm' || word.text === 'in' ? undefined : unitOf(word.text)
}

function pointedAt(before: Token | undefined): boolean {
  return before?.kind === 'word' && POINTING.has(before.text)
}

/** The words from here on, over hyphens: `twenty-four` is `twenty four`. */
function wordsFrom(tokens: readonly Token[], place: number): WordToken[] {
  const words: WordToken[] = []
  for (let next = place; next < tokens.length; next++) {
    const token = tokens[next]
    if (token?.kind === 'word') words.push(token)
    else if (!(token?.kind === 'mark' && token.text === '-' && words.length > 0)) break
  }
  return words
}

const QUALIFIERS: [string[], { about?: true; bound?: 'min' | 'max' }][] = [
  [['no', 'more', 'than'], { bound: 'max' }],
  [['no', 'less', 'than'], { bound: 'min' }],
  [['at', 'least'], { bound: 'min' }],
  [['at', 'most'], { bound: 'max' }],
  [['up', 'to'], { bound: 'max' }],
  [['more', 'than'], { bound: 'min' }],
  [['less', 'than'], { bound: 'max' }],
  [['minimum'], { bound: 'min' }],
  [['min'], { bound: 'min' }],
  [['maximum'], { bound: 'max' }],
  [['max'], { bound: 'max' }],
  [['over'], { bound: 'min' }],
  [['under'], { bound: 'max' }],
  [['about'], { about: true }],
  [['around'], { about: true }],
  [['roughly'], { about: true }],
  [['approximately'], { about: true }],
  [['approx', '.'], { about: true }],
  [['approx'], { about: true }],
  [['ca', '.'], { about: true }],
  [['ca'], { about: true }],
  [['circa'], { about: true }],
  [['~'], { about: true }],
  [['≈'], { about: true }],
]

/** Folds `about`, `at least` and `± 0.5` into the number they belong to. */
function qualify(tokens: Token[]): Token[] {
  const folded: Token[] = []
  for (let place = 0; place < tokens.length; place++) {
    const rest = tokens.slice(place, place + 4)
    const found = QUALIFIERS.find(
      ([words]) => words.every((word, index) => spelled(rest[index]) === word) && rest[words.length]?.kind === 'number',
    )
    const token = tokens[place]
    const number = found ? rest[found[0].length] : token
    if (!token || number?.kind !== 'number') {
      if (token) folded.push(token)
      continue
    }
    place += found ? found[0].length : 0
    const tolerance = toleranceAfter(tokens, place)
    place += tolerance?.used ?? 0
    folded.push({
      ...number,
      ...found?.[1],
      at: [token.at[0], tolerance?.end ?? number.at[1]],
      ...(tolerance ? { tolerance: tolerance.value, unit: number.unit ?? tolerance.unit } : {}),
    })
  }
  return folded
}

function toleranceAfter(tokens: readonly Token[], place: number) {
  const [first, second, third, fourth] = tokens.slice(place + 1, place + 5)
  const sign =
    spelled(first) === '±' ? 1 : spelled(first) === '+' && spelled(second) === '/' && spelled(third) === '-' ? 3 : 0
  const number = sign === 1 ? second : sign === 3 ? fourth : undefined
  if (number?.kind !== 'number' || (number.unit !== undefined && !isLength(number.unit))) return undefined
  return { value: number.value, unit: number.unit, used: sign + 1, end: number.at[1] }
}

const spelled = (token: Token | undefined): string | undefined =>
  token?.kind === 'word' || token?.kind === 'mark' ? token.text : undefined
