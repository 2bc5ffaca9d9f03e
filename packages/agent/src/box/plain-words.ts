import type { Token } from '../read/tokens.ts'
import * as known from './words.ts'

/**
 * Turns of speech, and the words of the grammar that say the same. `#` is a number, `##` one with a unit, `6` that one, `@` a noun of boxes, `×` the
 * sign between two sizes, `a|b` one of two, `a?` may be missing, `!` at the end: and nothing else of a size behind it.
 */
const TURNS: readonly (readonly [says: string, becomes: string])[] = [
  ['left to right # , # and whatever remains|left', 'columns # , # and the rest'],
  ['left to right # and whatever remains|left', 'columns # and the rest'],
  ['and whatever is? remains|left', 'and the rest'],
  ['and|then what is? remains|left', 'and the rest'],
  ['1 divider ,? leaving|with # clear|free? on|at the? left', 'columns # and the rest'],
  ['2 compartments|sections|places : # on the? left ,? and? the? rest on the? right', 'columns # and the rest'],
  ['1 above|over the? other', ''],
  ['1 on top of the? other', ''],
  [
    'the? sizes|dimensions|measurements are|were meant? to? be? the? inside|internal ,? not the? outside|external',
    'inside dimensions',
  ],
  ['change|make|turn the? lid to|into? a? sliding 1', 'sliding lid'],
  ['change|make|turn the? lid to|into? a? lift-off 1', 'lift-off lid'],
  ['no dividers running|going? front to back , just|only? # rows', '1 column # rows'],
  ['only|just? # rows , no columns', '1 column # rows'],
  ['only|just? # columns , no rows', '# columns 1 row'],
  ['grip holes|hole', 'hand hole'],
  ['on|in|at both|the short|2 short ends|sides', 'on both short ends'],
  ['thicker|thinner wood|sheet|material|ply|plywood|stock|board ,|: #', '# thick'],
  ['pen|pencil|brush pot', 'pen box'],
  ['for the? bench', ''],
  ['of? clear|free space|room inside', 'inside'],
  ['# compartments|cells|sections|places|pockets of equal|the same? width|size|widths|sizes', '# equal compartments'],
  ['## more depth', '# deeper'],
  ['## more height', '# taller'],
  ['## more width', '# wider'],
  ['deeper from? front to back', 'deeper'],
  ['deep from? front to back', 'deep'],
  ['keep|keeping|same the? same? height|width|depth', ''],
  ['height|width|depth stays|unchanged|remains the? same?', ''],
  // `walls and dividers 3 mm`: the sheet that all of it is cut from.
  ['walls and dividers|partitions ## !', '# thick'],
  ['cube|cubic box ## !', 'box # cube'],
  // `2 dividers across and 1 along`
  [
    'divider|dividers|partitions across|crosswise and # along|lengthwise',
    'dividers crosswise and # dividers lengthwise',
  ],
  [
    'divider|dividers|partitions along|lengthwise and # across|crosswise',
    'dividers lengthwise and # dividers crosswise',
  ],
  [
    'divider|dividers|partitions front to back and # left to right',
    'dividers front to back and # dividers left to right',
  ],
  [
    'divider|dividers|partitions left to right and # front to back',
    'dividers left to right and # dividers front to back',
  ],
  ['all 6 sides|faces', 'closed'],
  ['top and at the bottom', 'top and bottom'],
  ['bigger|larger|smaller :', ''],
  ['inside must|should|has to? be', 'inside'],
  ['stand it on feet ,? # high|tall', 'add # feet'],
  ['stand it on feet', 'add feet'],
  ['standing on feet', 'with feet'],
  ['heart shaped', 'heart-shaped'],
  ['5 - sided @', 'open top @'],
  ['5 sided @', 'open top @'],
  ['3 d printed|printable|print', 'printed'],
  ['that|which stacks|stack', 'stackable'],
  ['half|cross|halved lap|lapped', ''],
  ['display|dust cover', 'case'],
  ['raised bed frame?', 'planter'],
  ['1 ×|off|only @', 'a @'],
  ['qty|quantity|pcs|pieces : 1', ''],
  ['qty|quantity 1', ''],
  ['type :', ''],
  ['mat :|.? #', '#'],
  ['lid|top|cover : none|no|without', 'no lid'],
  ['lid : yes', 'with lid'],
  ['with|have|has the? lid off', 'no lid'],
  ['lid off', 'no lid'],
  ['lid again? ,? but? sliding !', 'sliding lid'],
  ['take the? lid off', 'no lid'],
  ['both ends open', 'open left and right'],
  ['open on|at? both ends', 'open left and right'],
  ['both|2 sides open', 'open side'],
  ['open on|at? both|2 sides', 'open side'],
  [': open', 'open'],
  ['open :', 'open'],
  ['t :|= #', '# thick'],
  ['drawers :|= #', '# drawers'],
  ['1 handle|handhole on|in|at each|either|every end|side', 'handles on both ends'],
  ['1 hand hole on|in|at each|either|every end|side', 'handles on both ends'],
  ['# a|per side square', '# square'],
  ['# compartments|cells|sections|places|pockets|slots|spaces 1 behind the? other', '# rows'],
  ['# compartments|cells|sections|places|pockets|spaces 1 above|over the? other', '# levels'],
  ['less tall|high', 'shorter'],
  ['less wide', 'narrower'],
  ['less deep', 'shallower'],
  ['same width and depth', 'square'],
  ['width and depth the? same|equal', 'square'],
  ['equal width and depth', 'square'],
  ['keep|keeping the? width|depth|height and the? width|depth|height', ''],
  ['on|of|in|at all 4 sides|walls|faces', 'in front and back and left and right'],
  ['pizza @ for a? ## pizza|pizzas', '@ inside # square'],
  ['@ for a? ## pizza|pizzas', '@ inside # square'],
  ['## pizza @ !', 'inside # square @'],
  ['pizza @ ## !', '@ inside # square'],
  ['# bottle|can|jar carrier|tote|crate', 'crate for # bottles'],
  ['no|without finger|box|comb joint|joints', 'butt-jointed'],
  ['butt joint|joints|jointed', 'butt-jointed'],
  ['wine @ for # bottle|bottles', '@ for # wine bottles'],
  ['drawer unit|cabinet|tower with a? column? of? # drawers', 'cabinet with # drawers'],
  ['# drawer unit|tower', '# drawer cabinet'],
  ['drawer unit|tower', 'cabinet'],
  ['unit of|with # drawers', 'cabinet with # drawers'],
]

/** What people say in more words than the grammar has: each turn is read as the plain words for it. */
export function plainWords(tokens: readonly Token[]): Token[] {
  const all = withUnits(withOnes(tokens))
  const plain: Token[] = []
  for (let place = 0; place < all.length; ) {
    const found = TURNS.map(([says, becomes]) => ({ to: matched(says, all, place), says, becomes })).toSorted(
      (a, b) => b.to - a.to,
    )[0]
    const token = all[place]
    if (found && found.to > place) {
      plain.push(...written(found, all.slice(place, found.to)))
      place = found.to
    } else {
      if (token) plain.push(token)
      place++
    }
  }
  return plain
}

/** Where the turn ends that begins here; -1 where there is none. */
function matched(says: string, tokens: readonly Token[], from: number): number {
  let place = from
  for (const part of says.split(' ')) {
    const token = tokens[place]
    if (part === '!')
      return isSide(token) || [token, tokens[place + 1]].some((one) => one?.kind === 'times') ? -1 : place
    if (fits(part.replace('?', ''), token)) place++
    else if (!part.endsWith('?')) return -1
  }
  return place
}

function fits(part: string, token: Token | undefined): boolean {
  if (token?.kind === 'times') return part.split('|').includes('×')
  if (token?.kind === 'number')
    return (
      part === '#' ||
      (part === '##' && token.unit !== undefined) ||
      (token.unit === undefined && part === String(token.value))
    )
  if (token?.kind !== 'word' && token?.kind !== 'mark') return false
  return part === '@' ? known.BOX_NOUNS.has(token.text) : part.split('|').includes(token.text)
}

const isSide = (token: Token | undefined): boolean => token?.kind === 'word' && known.SIDE_WORDS.has(token.text)

function written({ says, becomes }: { says: string; becomes: string }, took: readonly Token[]): Token[] {
  const at = [took[0]?.at[0] ?? 0, took.at(-1)?.at[1] ?? 0] as [number, number]
  const numbers = took.filter(({ kind }) => kind === 'number')
  // A number that the turn names is none of those it leaves open.
  for (const part of becomes.includes('#') ? says.split(' ') : []) {
    const named = numbers.findIndex((one) => one.kind === 'number' && part === String(one.value))
    if (named >= 0) numbers.splice(named, 1)
  }
  const noun = took.find((token) => fits('@', token))
  return becomes.split(' ').flatMap((word): Token[] => {
    if (word === '') return []
    const kept = word === '#' ? numbers.shift() : word === '@' ? noun : undefined
    if (kept) return [kept]
    if (word === ',') return [{ kind: 'mark', at, text: word }]
    return [
      /^\d+$/.test(word) ? { kind: 'number', at, text: word, value: Number(word) } : { kind: 'word', at, text: word },
    ]
  })
}

/** `20x10x5 in cm`: what the tokens took for inches is a word before a unit; `one fifty deep` is 150 as it is spoken. */
function withUnits(tokens: readonly Token[]): Token[] {
  const plain: Token[] = []
  tokens.forEach((token, index) => {
    const [before, next] = [plain.at(-1), tokens[index + 1]]
    const unit = token.kind === 'word' ? UNITS.get(token.text) : undefined
    if (unit && before?.kind === 'number' && before.unit === 'in' && / in$/i.test(before.text))
      plain[plain.length - 1] = { ...before, text: before.text.slice(0, -3), unit }
    else if (
      token.kind === 'number' &&
      before?.kind === 'number' &&
      spokenHundreds(before, token, [plain.at(-2), next])
    )
      plain[plain.length - 1] = {
        ...token,
        at: [before.at[0], token.at[1]],
        text: `${before.text} ${token.text}`,
        value: before.value * 100 + token.value,
      }
    else if (token.kind === 'number' && token.value === 1 && token.unit === undefined && isCountOfNoun(tokens, index))
      plain.push({ kind: 'word', at: token.at, text: 'a' })
    else plain.push(token)
  })
  return plain
}

const UNITS: ReadonlyMap<string, 'mm' | 'cm' | 'in'> = new Map([
  ...(['mm', 'millimetres', 'millimeters', 'millimetre'] as const).map((word) => [word, 'mm'] as const),
  ...(['cm', 'centimetres', 'centimeters', 'centimetre'] as const).map((word) => [word, 'cm'] as const),
  ...(['inches', 'inch'] as const).map((word) => [word, 'in'] as const),
])

const SPOKEN = /^(one|two|three|four|five|six|seven|eight|nine)$/
const TENS = /^(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)/
const spokenHundreds = (hundreds: Number, tens: Number, [before, next]: [Token?, Token?]): boolean =>
  SPOKEN.test(hundreds.text) &&
  hundreds.unit === undefined &&
  TENS.test(tens.text) &&
  (isSide(next) || isBy(next) || isBy(before))
const isBy = (token: Token | undefined): boolean => token?.kind === 'word' && token.text === 'by'
type Number = Token & { kind: 'number' }

/** `one open top box`: a count of what is made one at a time anyway. */
function isCountOfNoun(tokens: readonly Token[], place: number): boolean {
  for (const token of tokens.slice(place + 1, place + 5)) {
    if (fits('@', token)) return token.kind === 'word' && !known.SHELVES.has(token.text)
    if (token.kind !== 'word' || !LOOKS_OF_BOX.has(token.text)) return false
  }
  return false
}

const LOOKS_OF_BOX: ReadonlySet<string> = new Set([
  ...known.MATERIALS,
  ...'open closed lidded small big large simple plain basic wooden top front square nice storage'.split(' '),
])

/** `an inch taller` is one inch, `a foot long` twelve. */
function withOnes(tokens: readonly Token[]): Token[] {
  const one = (index: number): { text: string; unit: 'in' | 'cm' | 'ft' } | undefined => {
    const [article, token] = [tokens[index - 1], tokens[index]]
    if (article?.kind !== 'word' || (article.text !== 'a' && article.text !== 'an') || token?.kind !== 'word')
      return undefined
    const unit = ONES.get(token.text)
    return unit && { text: token.text, unit }
  }
  return tokens.flatMap((token, index): Token[] => {
    const said = one(index)
    if (said) return [{ kind: 'number', at: token.at, text: `1 ${said.text}`, value: 1, unit: said.unit }]
    return one(index + 1) ? [] : [token]
  })
}

const ONES: ReadonlyMap<string, 'in' | 'cm' | 'ft'> = new Map([
  ['inch', 'in'],
  ['foot', 'ft'],
  ['centimetre', 'cm'],
  ['centimeter', 'cm'],
])
