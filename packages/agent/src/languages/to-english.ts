import { type AgentError, hewnError, type Span } from '@hewn/model'
import { FOREIGN } from '../box/words.ts'
import { lexicon } from '../part/registry.ts'
import { isPlainEnglish } from '../part/words/lexicon.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { type Entry, entriesOf, folded, type Language } from './language.ts'
import { spanish } from './spanish.ts'

/** A request as our grammar reads it, and where each character of it comes from. */
export interface InEnglish {
  language: 'en' | Language['code']
  text: string
  /** The place in the request of a place in `text`. */
  back(span: readonly [number, number]): Span
  /** Words of the request that English has no word for. */
  dropped: Span[]
  /** Present: the request is in a language of ours, and these words of it are not known. Nothing of it is to be read (AG37). */
  refused?: AgentError
}

/**
 * Puts the words of another language into those our grammar knows, one for one, before anything is read: every rule
 * then holds in every language. Words inside quotes stay as they are.
 * @example toEnglish('Platte 80 x 60 x 2,5 mm mit vier Löchern').text // → 'plate 80 x 60 x 2.5 mm with four holes'
 */
export function toEnglish(request: string): InEnglish {
  const pieces = piecesOf(request)
  const spoken = languageOf(pieces)
  if (!spoken) return { language: 'en', text: request, back: ([from, to]) => [from, to], dropped: [] }
  const { said, unknown } = translate(pieces, spoken)
  const joined = join(said, request)
  const { language } = spoken
  const [first] = unknown
  if (!first) return { language: language.code, ...joined }
  const refused = {
    ...hewnError('AGENT_NOT_UNDERSTOOD', language.unknown(request.slice(...first)), { hint: language.hint }),
    spans: unknown,
  }
  return { language: language.code, ...joined, refused }
}

/** What an error says, in the language of the request: what is wrong, then the numbers, with the words that were written. */
export function inTheirWords(error: AgentError, request: string, { language, text, back }: InEnglish): AgentError {
  if (language === 'en') return error
  const title = LANGUAGES.find(({ language: { code } }) => code === language)?.language.titles[error.code]
  const spans = error.spans?.map(back)
  const message = (error.spans ?? []).reduce(
    (told, span) => told.replace(`“${text.slice(...span)}”`, `“${request.slice(...back(span))}”`),
    error.message,
  )
  return { ...error, message: title ? `${title} ${message}` : message, ...(spans ? { spans } : {}) }
}

/** The language of ours that has this word, where English has not. */
export const languageWith = (word: string): Language | undefined =>
  piecesOf(word).some((piece) => telling(piece) && !isEnglish(piece))
    ? LANGUAGES.find((spoken) => knownOf(piecesOf(word), spoken).size > 0)?.language
    : undefined

interface Spoken {
  language: Language
  entries: ReadonlyMap<string, Entry>
}
const LANGUAGES: readonly Spoken[] = [german, french, spanish].map((language) => ({
  language,
  entries: entriesOf(language),
}))

interface Piece {
  at: Span
  text: string
  /** As it is looked up, in whatever language. */
  plain: string
  is: 'word' | 'number' | 'other'
}
/** A piece as it is to be read; without `text` it stays as it was written. */
interface Said {
  at: Span
  text?: string
  is?: Entry['is']
}

const PIECE =
  /(?<quoted>"[^"\n]{2,}"|„[^“”"\n]+[“”"]|«[^»\n]+»|“[^”\n]+”)|(?<number>\d+(?:[.,]\d+)*)(?=[^\p{L}\d]|$|(?:mm|cm|m|x)(?:[^\p{L}]|$))|(?<word>\p{L}[\p{L}\p{M}\p{N}]*['’]?)|(?<space>\s+)|(?<other>[^\p{L}\s])/gu

function piecesOf(request: string): Piece[] {
  return [...request.matchAll(PIECE)].map(({ 0: text, index, groups = {} }) => ({
    at: [index, index + text.length],
    text,
    plain: folded(text),
    is: groups['number'] ? 'number' : groups['word'] ? 'word' : 'other',
  }))
}

/** Digits and single letters say the same everywhere: `M5`, `x`, `R`. */
const telling = ({ is, text }: Piece): boolean =>
  is === 'word' && text.length > 1 && !/\d/.test(text) && !EVERYWHERE.has(text.toLowerCase())

/** The language more of whose words are said than of English; what both know tells nothing. */
function languageOf(pieces: readonly Piece[]): Spoken | undefined {
  const words = pieces.filter(telling)
  if (words.length === 0) return undefined
  const english = words.filter(isEnglish)
  const scored = LANGUAGES.map((spoken) => {
    const known = knownOf(pieces, spoken)
    const theirs = words.filter((word) => known.has(word))
    return {
      spoken,
      known: theirs.length,
      told: theirs.length === words.length || theirs.some((word) => known.get(word) === 'noun'),
      lead: theirs.filter((word) => !english.includes(word)).length - english.filter((word) => !known.has(word)).length,
    }
  })
  // `en` and `con` are words of many languages: a thing has to be named, or every word known.
  const [best] = scored.filter(({ told }) => told).toSorted((a, b) => b.lead - a.lead || b.known - a.known)
  return best && best.lead > 0 ? best.spoken : undefined
}

const isEnglish = ({ text }: Piece): boolean => {
  const word = text.toLowerCase()
  return (lexicon().find([word]) !== undefined || isPlainEnglish(word)) && !FOREIGN.has(word)
}

/** The words of a request that are in a phrase of the language, and of what kind. */
function knownOf(pieces: readonly Piece[], spoken: Spoken): ReadonlyMap<Piece, Entry['is']> {
  const known = new Map<Piece, Entry['is']>()
  for (let place = 0; place < pieces.length; ) {
    const found = phraseAt(pieces, place, spoken)
    if (found) for (const piece of pieces.slice(place, place + found.used)) known.set(piece, found.entry.is)
    place += found?.used ?? 1
  }
  return known
}

function translate(pieces: readonly Piece[], spoken: Spoken): { said: Said[]; unknown: Span[] } {
  const said: Said[] = []
  const unknown: Span[] = []
  for (let place = 0; place < pieces.length; ) {
    const piece = pieces[place]
    if (!piece) break
    const found = phraseAt(pieces, place, spoken)
    if (found) {
      const at: Span = [piece.at[0], pieces[place + found.used - 1]?.at[1] ?? piece.at[1]]
      said.push({ at, text: found.entry.english, is: found.entry.is })
      place += found.used
      continue
    }
    if (telling(piece)) unknown.push(piece.at)
    said.push(piece.is === 'number' ? { at: piece.at, text: numeral(piece.text) } : { at: piece.at })
    // `M4-Löcher`: the hyphen joins.
    if (piece.text === '-' && pieces[place + 1]?.is === 'word') said[said.length - 1] = { at: piece.at, text: ' ' }
    place++
  }
  return { said: spoken.language.qualitiesFollow ? qualitiesFirst(said) : said, unknown }
}

/** `trous taraudés`, `diámetro exterior`: what follows its noun there comes before it here. */
function qualitiesFirst(said: readonly Said[]): Said[] {
  const ordered = [...said]
  for (let place = 2; place < ordered.length; place++) {
    const [noun, gap, quality] = ordered.slice(place - 2, place + 1)
    if (noun?.is !== 'noun' || quality?.is !== 'quality' || !gap || gap.text !== undefined) continue
    // `rondelle extérieur 20`: what the number is, and not which washer.
    if (SIDES.has(quality.text ?? '') && /^\d/.test(ordered[place + 2]?.text ?? '')) continue
    ordered.splice(place - 2, 3, quality, gap, noun)
  }
  return ordered
}

const SIDES: ReadonlySet<string> = new Set(['outside', 'inside'])

const LONGEST = 6

/** The longest phrase of the language from here on, over single gaps. */
function phraseAt(
  pieces: readonly Piece[],
  place: number,
  { language, entries }: Spoken,
): { entry: Entry; used: number } | undefined {
  const texts: string[] = []
  const uses: number[] = []
  for (let next = place; next < pieces.length && texts.length < LONGEST; next++) {
    const piece = pieces[next]
    if (!piece) break
    const inside = texts.length > 0
    if (piece.is === 'word' || (inside && piece.is === 'number')) {
      texts.push(piece.plain)
      uses.push(next + 1 - place)
    } else if (!(inside && /^(?:\s+|-)$/.test(piece.text))) break
  }
  for (let count = texts.length; count > 0; count--) {
    const phrase = texts
      .slice(0, count)
      .reduce((text, word) => `${text}${text === '' || text.endsWith("'") ? '' : ' '}${word}`, '')
    const entry = entries.get(phrase) ?? (count === 1 ? inflected(phrase, language, entries) : undefined)
    if (entry) return { entry, used: uses[count - 1] ?? 1 }
  }
  return undefined
}

function inflected(word: string, language: Language, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  const bare = (one: string): Entry | undefined => {
    for (const [end, put] of [[/$/, ''] as const, ...language.endings]) {
      const stem = one.replace(end, put)
      const found = stem.length > 2 ? entries.get(stem) : undefined
      // Only what is said of a thing has its gender: `lada` is no `lado`.
      if (found && (put === '' || found.is === 'quality')) return found
    }
    return undefined
  }
  return (
    bare(word) ?? bare(word.replace(/s$/, '')) ?? (language.compounds && compound(word, language.compounds, entries))
  )
}

/** `Bohrungsdurchmesser`, `Stahlplatte`: two nouns in one. */
function compound(word: string, joint: RegExp, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  for (let at = word.length - 3; at >= 3; at--) {
    const last = entries.get(word.slice(at)) ?? entries.get(word.slice(at).replace(/(?:n|s)$/, ''))
    if (last?.is !== 'noun') continue
    for (let end = at; end >= Math.max(3, at - 2); end--) {
      const first = entries.get(word.slice(0, end))
      if (first && first.is !== 'word' && joint.test(word.slice(end, at)))
        return { english: `${first.english} ${last.english}`, is: 'noun' }
    }
  }
  return undefined
}

/** `2,5` is two and a half; `1.250` is one thousand two hundred and fifty, as `1.250,5` (AG26). */
const numeral = (text: string): string => {
  const grouped = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(text)
  return (grouped ? text.replaceAll('.', '') : text).replace(/^(\d+),(\d+)$/, '$1.$2')
}

/** Units and names that no language changes. */
const EVERYWHERE: ReadonlySet<string> = new Set(
  'mm cm od id pcd bcd dia nema aa aaa pla petg abs asa tpu mdf hdpe pom pvc iso din'.split(' '),
)

function join(said: readonly Said[], request: string): Pick<InEnglish, 'text' | 'back' | 'dropped'> {
  let text = ''
  const from: Span[] = []
  for (const { at, text: put } of said) {
    const written = put ?? request.slice(...at)
    for (let place = 0; place < written.length; place++)
      from.push(put === undefined ? [at[0] + place, at[0] + place + 1] : at)
    text += written
  }
  const back: InEnglish['back'] = ([start, end]) => {
    const within = from.slice(start, Math.max(end, start + 1))
    if (within.length === 0) return [request.length, request.length]
    return [Math.min(...within.map(([first]) => first)), Math.max(...within.map(([, last]) => last))]
  }
  return { text, back, dropped: said.flatMap(({ at, text: put }) => (put === '' ? [at] : [])) }
}
