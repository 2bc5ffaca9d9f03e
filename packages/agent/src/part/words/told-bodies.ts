import type { Span } from '@hewn/model'
import { type BodyToken, bodyTokens } from './body-tokens.ts'

/** A number as it was written, and what it is in its unit. */
export interface Length {
  text: string
  /** Where it was written. */
  from: number
  value: number
  unit: string
}

/** A body that was told by any noun, with its sizes and with where it is. */
export interface ToldBody {
  is: 'body'
  noun: string
  adjectives: string[]
  count: number
  /** `40 x 30 x 25`, in the order it was said. */
  chain: Length[]
  /** Its sizes by their names. */
  sizes: Partial<Record<Measure, Length>>
  bare: Length[]
  /** Its height is counted from the bottom of what it stands on. */
  overall: boolean
  /** All that is said of where it is. */
  place: string
  /** `70 outside`, of which nobody says that it is round. */
  loose?: boolean
  /** Its length is part of the length of the other one, or comes to it. */
  within?: boolean
  /** Where its noun was written, or what stands for it. */
  at: Span
}

/** What is done to a body, in the words it was told in. */
export interface ToldWork {
  is: 'work'
  at: Span
  stop: boolean
}

export type Measure = 'outer' | 'inner' | 'long' | 'wide' | 'high' | 'thick' | 'deep' | 'square' | 'wall' | 'out'

const MEASURES: ReadonlySet<string> = new Set([
  'outer',
  'inner',
  'long',
  'wide',
  'high',
  'thick',
  'deep',
  'square',
  'wall',
  'out',
])

/** The pieces of a request: bodies and the work done to them, in their order; nothing, where one of them is neither. */
export function toldBodies(text: string, begins = 0): (ToldBody | ToldWork)[] | undefined {
  const all = piecesOf(bodyTokens(text, begins))
  const told: (ToldBody | ToldWork)[] = []
  let waiting = ''
  let last: ToldBody | ToldWork | undefined
  let called: Made | undefined
  let opened: Made | undefined
  for (const piece of all) {
    const { tokens, stop } = piece
    const at: Span = [tokens[0]?.from ?? 0, tokens.at(-1)?.to ?? 0]
    const body = told.findLast((one) => one.is === 'body') as ToldBody | undefined
    if (isWork(tokens)) {
      if (waiting) return undefined
      told.push((last = { is: 'work', at, stop }))
      continue
    }
    const made = bodyIn(text, tokens)
    // What is said behind the work belongs to it: `two 6 mm holes, 34 apart`.
    const goesOn = last?.is === 'work' && !stop && waiting === '' && !called
    if (made === 'nothing') {
      if (!goesOn || last?.is !== 'work') return undefined
      last.at = [last.at[0], at[1]]
      continue
    }
    // `a 10 mm thick, 30 wide, 40 high upright`: its sizes come before what they are of.
    if (made && !made.named && hasSizes(made) && !waiting && opensBody(all, piece)) {
      opened = opened && merge(opened, made) ? opened : made
      continue
    }
    if (opened && made) {
      if (!made.named && hasSizes(made)) {
        if (!merge(opened, made)) return undefined
        continue
      }
      if (!merge(made, opened)) return undefined
      opened = undefined
    }
    if (made?.named) {
      if (made.noun === 'one') made.noun = body?.noun ?? 'one'
      called = undefined
      const { named: _, ...own } = made
      own.place = `${waiting} ${own.place}`.trim()
      waiting = ''
      told.push((last = own))
      continue
    }
    if (goesOn && last?.is === 'work') {
      last.at = [last.at[0], at[1]]
      continue
    }
    const sized = made && (hasSizes(made) || made.within !== undefined)
    // `a round plate, 70 across`, `the plug has …`: its sizes come behind.
    if (made && sized && called) {
      const { named: _, ...own } = called
      if (own.noun === 'one') own.noun = body?.noun ?? 'one'
      own.place = `${waiting} ${own.place}`.trim()
      called = undefined
      waiting = ''
      if (!merge(own, made)) return undefined
      told.push((last = own))
      continue
    }
    // `Shelf is the full width.`
    const subject = tokens.find(({ kind }) => kind !== 'article')
    const again = made && !sized && subject?.kind === 'word' && bodies(told).find((one) => isNounOf(one, subject.text))
    if (made && again) {
      again.place += ` ${made.place}`
      continue
    }
    if (made && !sized && made.noun) {
      if (called && told.length > 0) return undefined
      called = made
      continue
    }
    if (sized && !body) {
      // `a T-nut: 30 long, the lower part …`: of all of them.
      const { named: _, ...own } = made
      told.push((last = { ...own, noun: '' }))
      continue
    }
    if (made && sized && body && merge(body, made)) continue
    if (sized) return undefined
    const place = made?.place ?? text.slice(...at)
    if (tokens.every(({ kind }) => kind === 'filler' || kind === 'article')) continue
    if (body && !stop && last === body && waiting === '') body.place += ` ${place}`
    else waiting = `${waiting} ${place}`
  }
  return waiting.trim() === '' && !opened ? told : undefined
}

/** Sizes behind an article, of a body that is named after the next pause. */
function opensBody(all: readonly Piece[], piece: Piece): boolean {
  const [next] = all.slice(all.indexOf(piece) + 1)
  const sized = ({ tokens: [first] }: Piece) => first?.kind === 'number'
  const first = piece.tokens.findIndex(({ kind }) => kind === 'number')
  const leads = piece.tokens.slice(0, Math.max(0, first))
  const led = leads.at(-1)?.kind === 'article' && leads.every(({ kind }) => kind === 'article' || kind === 'place')
  return led && next !== undefined && !next.stop && sized(next)
}

const isNounOf = ({ noun }: ToldBody, word: string): boolean => noun !== '' && noun === word.toLowerCase()
const bodies = (told: readonly (ToldBody | ToldWork)[]): ToldBody[] => told.filter((one) => one.is === 'body')

interface Piece {
  tokens: BodyToken[]
  /** It begins a sentence. */
  stop: boolean
}

const BREAKS: ReadonlySet<string> = new Set(['stop', 'pause', 'also', 'has'])

function piecesOf(tokens: readonly BodyToken[]): Piece[] {
  const made: Piece[] = []
  let now: Piece = { tokens: [], stop: true }
  let stop = true
  for (const [index, token] of tokens.entries()) {
    // `60 wide and 40 tall` are sizes of one thing all the same.
    if (BREAKS.has(token.kind)) {
      if (now.tokens.length > 0) made.push(now)
      stop = token.kind === 'stop' || (stop && now.tokens.length === 0)
      now = { tokens: [], stop }
      continue
    }
    // `a cylinder on top of a wider one 90 across`: two of them.
    if (onAnother(now.tokens, tokens.slice(index))) {
      made.push(now)
      now = { tokens: [], stop: false }
    }
    now.tokens.push(token)
    stop = false
  }
  if (now.tokens.length > 0) made.push(now)
  return made
}

/** `… on top of a base 40 x 30`: what is behind the article has sizes of its own. */
function onAnother(before: readonly BodyToken[], [article, ...behind]: readonly BodyToken[]): boolean {
  if (article?.kind !== 'article' || !/^(?:an?|another|one)$/i.test(article.text)) return false
  if (!before.some(({ kind }) => kind === 'number')) return false
  const end = behind.findIndex(({ kind }) => BREAKS.has(kind))
  const clause = behind.slice(0, end < 0 ? undefined : end)
  const next = behind[end + 1]
  return before.at(-1)?.kind === 'place' || before.at(-1)?.text === 'of'
    ? clause.some(({ kind }) => kind === 'number') || next?.kind === 'number'
    : false
}

const isWork = (tokens: readonly BodyToken[]): boolean => tokens.some(({ kind }) => kind === 'feature')

const lengthOf = ({ text, from }: BodyToken): Length => lengthAt(text, from)

/** A length as it was written there. */
export function lengthAt(text: string, from: number): Length {
  const unit = /"|”|in/i.test(text) ? 'in' : /cm/i.test(text) ? 'cm' : 'mm'
  const [whole = 0, top, bottom] = (text.match(/\d+(?:\.\d+)?|\.\d+/g) ?? []).map(Number)
  const value = !text.includes('/') ? whole : bottom ? whole + (top ?? 0) / bottom : whole / (top ?? 1)
  return { text, from, value, unit }
}

type Made = ToldBody & { named: boolean }

/** What one piece tells of a body: its noun, its sizes, and where it is; `nothing`, where a number of it has no sense. */
function bodyIn(text: string, tokens: readonly BodyToken[]): Made | 'nothing' | undefined {
  const made: Made = {
    is: 'body',
    noun: '',
    adjectives: [],
    count: 1,
    chain: [],
    sizes: {},
    bare: [],
    overall: false,
    place: '',
    at: [tokens[0]?.from ?? 0, tokens[0]?.to ?? 0],
    named: false,
  }
  const places: string[] = []
  const words: { text: string; at: number }[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) break
    if (token.kind === 'number') {
      const chain = [token]
      while (tokens[at + 1]?.kind === 'times' && tokens[at + 2]?.kind === 'number') {
        chain.push(tokens[at + 2] as BodyToken)
        at += 2
      }
      // `20 above the bottom edge`, `10 from one end`: where it is.
      const rest = tokens.slice(at + 1)
      if (chain.length === 1 && isDistance(rest)) {
        const end = rest.findIndex(({ kind }) => kind !== 'place' && kind !== 'article' && kind !== 'filler')
        const upto = end < 0 ? tokens.length : at + 1 + end
        places.push(text.slice(token.from, tokens[upto - 1]?.to))
        at = upto - 1
        continue
      }
      at = sized(made, chain.map(lengthOf), tokens, at)
      continue
    }
    if (MEASURES.has(token.kind)) {
      const next = tokens[at + 1]?.text === 'of' ? at + 2 : at + 1
      const number = tokens[next]
      // `Ø30`, `height 25`
      if (number?.kind === 'number' && put(made, token.kind as Measure, lengthOf(number))) at = next
      else if (token.kind === 'outer' || token.kind === 'inner') made.adjectives.push(token.text.toLowerCase())
      else if (token.kind === 'square') made.adjectives.push('square')
      else if (token.kind === 'out') places.push(token.text)
      else return 'nothing'
      // `Ø30 x 25`
      if (at === next && tokens[at + 1]?.kind === 'times' && tokens[at + 2]?.kind === 'number') {
        at = sized(made, [lengthOf(tokens[at + 2] as BodyToken)], tokens, at + 2)
      }
    } else if (token.kind === 'times' && tokens[at + 1]?.kind === 'number') {
      at = sized(made, [lengthOf(tokens[at + 1] as BodyToken)], tokens, at + 1)
    } else if (token.kind === 'overall') made.overall = true
    else if (token.kind === 'within' || token.kind === 'extra') made.within = token.kind === 'within'
    else if (token.kind === 'count') made.count = COUNTS[token.text.toLowerCase().replace(/[ x].*/, '')] ?? 0
    else if (token.kind === 'place') places.push(token.text)
    else if (token.kind === 'word') {
      if (LIKE.test(token.text)) made.adjectives.push(token.text.toLowerCase())
      else words.push({ text: token.text.toLowerCase(), at })
      if (places.length > 0) places.push(`${at}#${token.text}`)
    } else if (token.kind === 'filler' || token.kind === 'article') {
      if (places.length > 0 && !/^(?:as|for) /i.test(token.text)) places.push(token.text)
      if (token.kind === 'filler') made.adjectives.push(token.text.toLowerCase())
    } else if (token.kind === 'times') return 'nothing'
  }
  const number = tokens.findIndex(({ kind }) => kind === 'number')
  const beside = words.filter(({ at }) => tokens.slice(Math.min(at, number), Math.max(at, number)).length < 9)
  // Its noun stands before its sizes, or right behind them.
  const before = beside.findLast(({ at }) => at < number)
  const behind = beside.find(({ at }) => at > number && tokens[at - 1]?.kind !== 'article')
  const noun = before ?? behind
  const level = tokens.find(
    ({ kind, text: said }, at) =>
      kind === 'place' && LEVEL.test(said) && ![at - 1, at - 2].some((one) => tokens[one]?.kind === 'place'),
  )
  if (hasSizes(made) && (noun || level)) {
    made.named = true
    const named = noun ? tokens[noun.at] : level
    if (named) made.at = [named.from, named.to]
    made.noun = noun?.text ?? level?.text.toLowerCase() ?? ''
    made.adjectives.push(...words.filter((one) => one !== noun).map((one) => one.text))
  } else if (words.length > 0 && number >= 0) return 'nothing'
  made.place = places
    .filter((one) => !noun || !one.startsWith(`${noun.at}#`))
    .map((one) => one.replace(/^\d+#/, ''))
    .join(' ')
    .trim()
  const alone = made.named ? undefined : (noun ?? words.at(-1))
  const token = alone && tokens[alone.at]
  // `from its bottom edge a shelf of the same width`: its sizes come behind.
  const led = alone && tokens.slice(0, alone.at).findLast(({ kind }) => kind === 'article' || kind === 'place')
  if (token && (places.length === 0 || /^an?$/i.test(led?.text ?? ''))) {
    made.noun = alone.text
    made.at = [token.from, token.to]
  }
  return made
}
/** What a body is like, and not what it is called. */
const LIKE = /^(?:round|circular|cylindrical|rectangular|square|mounting|wooden|steel|brass|plastic|aluminium)$/i
const LEVEL = /^(?:lower|upper|bottom|top|upright)$/i
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, a: 2, '2': 2 }

const isDistance = ([first, second]: readonly BodyToken[]): boolean => {
  if (first?.kind !== 'place') return false
  if (/^(?:above|below|apart|away|from|over|under)$/i.test(first.text))
    return first.text !== 'over' || second !== undefined
  return /^in$/i.test(first.text) && /^from$/i.test(second?.text ?? '')
}

/** Puts a size, or a chain of them, by the word behind it; the place of the last token that it took. */
function sized(made: Made, chain: readonly Length[], tokens: readonly BodyToken[], at: number): number {
  const [only] = chain
  let next = at + 1
  if (tokens[next]?.kind === 'overall') {
    made.overall = true
    next++
  }
  const role = tokens[next]
  if (chain.length > 1 || !only) {
    made.chain.push(...chain)
    // `80 x 50 high x 4`
    const high = role?.kind === 'high' && tokens[next + 1]?.kind === 'times' ? made.chain.pop() : undefined
    if (high && put(made, 'high', high)) return next
    if (high) made.chain.push(high)
    return at
  }
  const measure = role && MEASURES.has(role.kind) ? (role.kind as Measure) : undefined
  if (role && /^(?:outside|outer)$/i.test(role.text)) made.loose = true
  if (measure && put(made, measure, only)) {
    if (tokens[next + 1]?.kind === 'overall') {
      made.overall = true
      return next + 1
    }
    return next
  }
  made.bare.push(only)
  return next - 1
}

function put(made: Pick<ToldBody, 'sizes'>, measure: Measure, length: Length): boolean {
  if (made.sizes[measure]) return false
  made.sizes[measure] = length
  return true
}

export const hasSizes = ({ chain, sizes, bare }: ToldBody): boolean =>
  chain.length + bare.length + Object.keys(sizes).length > 0

/** Sizes said in a piece of their own. */
function merge(body: ToldBody, more: ToldBody): boolean {
  if (more.chain.length > 0 && body.chain.length > 0) return false
  for (const [measure, length] of Object.entries(more.sizes)) if (!put(body, measure as Measure, length)) return false
  body.chain.push(...more.chain)
  body.bare.push(...more.bare)
  body.overall ||= more.overall
  body.loose ||= more.loose ?? false
  if (more.within !== undefined) body.within = more.within
  body.adjectives.push(...more.adjectives)
  body.place = `${body.place} ${more.place}`.trim()
  return true
}
