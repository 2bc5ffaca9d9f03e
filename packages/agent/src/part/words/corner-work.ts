import { LENGTH, type Rewrite } from './notation.ts'

type Work = 'fillet' | 'chamfer' | 'notch' | 'sharp'
/** Corners seen from above, in the words that lists of corners are read in. */
const FOUR = ['bottom left', 'top right', 'top left', 'bottom right'] as const
type Corner = (typeof FOUR)[number]

/** What has other corners than four, or has them elsewhere. */
const OTHERWISE =
  /\b(?:triang\w*(?![^.;]*\b(?:cut|removed|taken|off)\b)|trapez\w*|hexagon\w*|octagon\w*|pentagon\w*|rhomb\w*|parallelogram|polygon|brackets?|angle (?:iron|bracket)|legs?|box|tray|enclosure|case|frame|ring|(?:[ltu]|cross)[- ]shaped?|outline|points)\b/i

const SIDE = String.raw`(?:top|bottom|upper|lower|left|right|front|back|rear)(?:[- ]hand)?`
const PAIR = String.raw`(?:[TB][LR]\b|(?:top|bottom|upper|lower|front|back|rear)[- ](?:left|right)|(?:left|right)[- ](?:top|bottom|upper|lower|front|back|rear))(?:[- ]hand)?`
const MANY = String.raw`(?:one|two|three|four|both|all|each|every|either|[1-4])`
const LIST = String.raw`${SIDE}(?:[- ]${SIDE})?(?: corners?)?(?:(?:, (?:and )?| and (?:the )?| & )${SIDE}(?:[- ]${SIDE})?(?: corners?(?= and| &|,))?)*`
const ON_SIDE = String.raw`(?:on|at|of|along) (?:the |its )?${SIDE}(?: (?:side|end|edge))?`
const NAMED = String.raw`(?:(?:the|its|of|${MANY}|diagonally|diagonal|opposite|other|remaining) )*(?:${LIST} )?(?:${MANY} )?corners?\b(?! (?:hole|piece|to corner))(?: ${ON_SIDE})?`
const BARE = String.raw`(?:the )?${PAIR}(?:(?:, (?:and )?| and (?:the )?| & )${PAIR})*(?: ones?)?|(?:the |all )*(?:others?|remaining|rest)\b(?: (?:of (?:them|the corners)|${MANY}|ones?))*|(?:the )?${MANY} (?:ones? )?${ON_SIDE}|(?:the )?(?:ones|those) ${ON_SIDE}|(?:the )?${SIDE} (?:two|ones|pair)|(?:the )?fourth(?: one| corner)?|everywhere`
const EXCEPT = String.raw`,? ?(?:except|but|apart from|other than)(?: for)? (?:the |at )*${PAIR}(?: one| corner)?(?:,? (?:which|that) (?:is|stays|remains) (?:square|sharp))?`
const PIECE_OUT = String.raw`(?:cut|taken|removed|notched)`
const SIZE = String.raw`(?<![x×] ?)${LENGTH}(?: ?[x×] ?${LENGTH})?(?! ?[x×] ?\d|\.?\d)`

/** What the pieces of such a statement are; anything else ends it. */
const PIECES: readonly (readonly [string, string])[] = [
  ['E', EXCEPT],
  ['C', NAMED],
  ['O', BARE],
  // `R10`, `10 x 45°`: a size that says what it is of.
  ['r', String.raw`(?:R ?|radius(?: of)? )${LENGTH}`],
  ['c', String.raw`(?<![x×] ?)(?:C ?${LENGTH}|${LENGTH} ?(?:x|×|at|@) ?45 ?(?:°|deg(?:rees?)?\b))`],
  ['Z', SIZE],
  [
    'd',
    String.raw`(?:at (?:an angle(?: of)? )?)?45 ?(?:°|deg(?:rees?)?\b)|diagonally|aslant|at an angle|(?:along|on) (?:each|both|the two) (?:edges?|sides?)|each way|both ways|legs?\b`,
  ],
  [
    'N',
    String.raw`(?:(?:square|rectangular) )?(?:notch(?:es|ed|ing)?|piece|bite)\b(?: ${PIECE_OUT})?(?: out| away)?\b|(?:square|rectangle) (?:is )?${PIECE_OUT}(?: out| away)?|(?:square|rectangle)(?= (?:out|off|from|of \d|\d))|(?:cut|squared|taken) (?:out|away)\b`,
  ],
  [
    'B',
    String.raw`chamfer(?:s|ed|ing)?\b|bevel(?:s|l?ed)?\b|(?:clip|snip|nip|lop|crop|trim|mitre|miter)(?:p?ed|m?ed|d|s)?\b(?: off)?|triang(?:le|ular)(?: (?:piece|bit|section))?\b|(?:cut|saw|sawn|chop|chopped|take|taken|knock|knocked|shave|slice)\b(?: off)?|remov(?:e|ed|ing)\b`,
  ],
  ['F', String.raw`(?:round|radius|fillet)(?:ed|s|es|ing)?\b(?: (?:off|over))?|radii\b|radiused\b|rad\b`],
  [
    'S',
    String.raw`(?:(?:stay|stays|left|kept|remain) )?(?:square|sharp|untouched|plain|unrounded|as (?:they|it) (?:are|is))\b`,
  ],
  ['f', String.raw`(?:from|off|out of)\b`],
  ['p', String.raw`(?:in|on|at|near|out|of|into|to)\b`],
  [
    'w',
    String.raw`(?:an?|the|is|are|be|being|has|have|having|gets?|with|by|it|its|should|must|also|where|leave|leaving|keep|keeping|only)\b`,
  ],
  [',', '[,:]'],
  ['j', String.raw`(?:and|but|while)\b`],
  ['.', '[.;\n]'],
]
const PIECE = new RegExp(
  `${PIECES.map(([, pattern], at) => `(?<k${at}>(?:(?<![\\w.])|(?=[,:.;\\n]))(?:${pattern}))`).join('|')}|[\\w.]+|[^\\s]`,
  'gi',
)

/** Between what matters, and behind it. */
const LINK = '[wpfd]*'
const TAIL = `(?:${LINK}[dFB])?E?`
/** `10 mm radius on the left corners`, `the left corners are rounded to 10`, `round the left corners, 10 mm`, `cut 12 off the top left one`. */
const STATEMENT = new RegExp(
  [
    `C?F${LINK}Z${LINK}O(?![wpfd]*[FBNZrc])`,
    `(?:ZC?${LINK}[FBN]|[rc]${LINK}[FBN]?)${LINK}[CO](?![wpfd]*[Zrc])${TAIL}`,
    `B${LINK}[Zc]${LINK}[CO]${TAIL}`,
    `[FBN]${LINK}[CO]E?[wpfd,]*[Zrc](?:${LINK}B)?${TAIL}`,
    `[fpw]*[CO],?[wpf]*B?[wpf]*[BN][wpf]*Z(?![wpfd]*[CO])(?:[wpf]*[dBN])?`,
    `(?<![pZ][fw]*)(?:C,w*(?=O))?[CO]E?[wpfd,]*(?:[FBN]${LINK},?[Zrc](?:${LINK}B)?|[rc]${LINK}[FB]?|Z${LINK}[FBN])${TAIL}`,
    `(?<=[CO],?j?)Z${LINK}O(?![wpfd,]*[FBNZrc])`,
    `[FBN]${LINK}[Zrc][wpfd,]*[CO](?![wpfd,]*[FBNSZrc])${TAIL}`,
    `,?j?(?<![pZ][fw]*)w*[CO]w*S`,
    `,?j?w*Sw*[CO]`,
    `(?<=[rcZFB][,j]*)[CO][wp]*Z(?![wpfd]*[FBN])`,
  ].join('|'),
  'g',
)

interface Told {
  from: number
  to: number
  which: string
  work: Work
  size: string
}

/** What is done to which corners, each time it is said. */
function told(input: string): Told[] {
  const pieces = [...input.matchAll(PIECE)].map((match) => {
    const at = PIECES.findIndex((_, index) => match.groups?.[`k${index}`] !== undefined)
    return { kind: PIECES[at]?.[0] ?? 'x', text: match[0], from: match.index, to: match.index + match[0].length }
  })
  const kinds = pieces.map(({ kind }) => kind).join('')
  const found: Told[] = []
  for (const { 0: all, index } of kinds.matchAll(STATEMENT)) {
    const mine = pieces.slice(index, index + all.length)
    const text = (...wanted: string[]) => mine.findLast(({ kind }) => wanted.includes(kind))?.text
    const which = `${text('C', 'O') ?? ''} ${text('E') ?? ''}`
    const size = (text('Z', 'r', 'c') ?? '')
      .replace(/^(?:radius(?: of)? |[RC] ?)/i, '')
      .replace(/ ?(?:x|×|at|@) ?45 ?(?:°|deg.*)$/i, '')
    const work = workOf(mine.map(({ kind }) => kind)) ?? found.at(-1)?.work
    const [first, last] = [mine[0], mine.at(-1)]
    if (work && first && last) found.push({ from: first.from, to: last.to, which, work, size })
  }
  return found
}

function workOf(kinds: readonly string[]): Work | undefined {
  if (kinds.includes('S')) return 'sharp'
  if (kinds.includes('F') || kinds.includes('r')) return 'fillet'
  if (kinds.includes('N')) return 'notch'
  return kinds.includes('B') || kinds.includes('c') ? 'chamfer' : undefined
}

/** Which corners are meant: of `others` those that nothing was said of. */
function cornersOf(which: string, named: ReadonlySet<Corner>): Corner[] | undefined {
  const [meant = '', except] = which.toLowerCase().split(/,? (?:except|but|apart from|other than)(?: for)? /)
  if (except) return FOUR.filter((corner) => !sided(except).includes(corner))
  if (OTHERS.test(meant)) return FOUR.filter((corner) => !named.has(corner))
  const sides = sided(meant)
  if (sides.length > 0) return /\b(?:one|1)\b/.test(meant) ? sides.slice(0, 1) : sides
  // `the opposite corner` is opposite to the one that was told.
  const [only] = named
  if (/\bopposite\b/.test(meant) && !/\b(?:two|both|corners)\b/.test(meant) && only && named.size === 1)
    return FOUR.filter((corner) => corner.split(' ').every((side) => !only.split(' ').includes(side)))
  if (/\b(?:opposite|diagonal)/.test(meant)) return FOUR.slice(0, 2)
  if (/\b(?:one|1)\b/.test(meant)) return FOUR.slice(0, 1)
  if (/\b(?:three|3)\b/.test(meant)) return FOUR.slice(0, 3)
  return /\b(?:two|both|either|2)\b/.test(meant) || !/corners|everywhere|\b(?:each|every)\b/.test(meant)
    ? undefined
    : [...FOUR]
}

/** The corners between the sides that are named: `top left`, `left`, `top left and bottom right`. */
function sided(text: string): Corner[] {
  const words = [
    ...text
      .replace(
        /\b([tb])([lr])\b/gi,
        (_, level: string, side: string) => `${LETTERS[level.toLowerCase()]} ${LETTERS[side.toLowerCase()]}`,
      )
      .matchAll(new RegExp(`${SIDE}(?:[- ]${SIDE})?`, 'gi')),
  ].map(({ 0: one }) =>
    one
      .toLowerCase()
      .replace(/[- ]hand/g, '')
      .replace(/upper|back|rear/g, 'top')
      .replace(/lower|front/g, 'bottom')
      .split(/[- ]/),
  )
  const last = words.at(-1)?.at(-1)
  // `upper and lower left`: both of them are left.
  const shared = words.length > 1 && words.at(-1)?.length === 2 ? last : undefined
  return FOUR.filter((corner) =>
    words.some((sides) =>
      [...sides, ...(shared && sides.length === 1 ? [shared] : [])].every((side) => corner.split(' ').includes(side)),
    ),
  )
}

const LETTERS: Readonly<Record<string, string>> = { t: 'top', b: 'bottom', l: 'left', r: 'right' }

/** Every statement of corners in the one form that is read: `8 fillet on the top left and bottom right corners`. */
function inOneForm(input: string): { from: number; to: number; text: string }[] {
  if (OTHERWISE.test(input)) return []
  const all = told(input)
  const some = all.filter(({ which }) => SOME.test(which))
  if (some.length === 0) return []
  const named = new Set(
    all
      .filter(({ which }) => !OTHERS.test(which) && !/^(?:the |its )*(?:diagonally )?opposite corner\b /i.test(which))
      .flatMap(({ which }) => cornersOf(which, new Set()) ?? []),
  )
  return all.flatMap(({ from, to, which, work, size }) => {
    const corners = cornersOf(which, named)
    const [first = '', second] = size.split(/ ?[x×] ?/)
    if (work === 'sharp') return SOME.test(which) ? [{ from, to, text: '' }] : []
    // One of them alone, or several of which nobody says which, are chosen where edges are.
    if (!corners || corners.length === 0 || (all.length === 1 && !SIDED.test(which))) return []
    if (second !== undefined && work !== 'notch' && (work === 'fillet' || parseFloat(second) !== parseFloat(first)))
      return []
    const where =
      corners.length === 4
        ? 'all four corners'
        : `the ${listed(corners, which, input)} corner${corners.length > 1 ? 's' : ''}`
    return [{ from, to, text: `${work === 'notch' ? size : (second ?? first)} ${work} on ${where}` }]
  })
}
const SOME = new RegExp(
  String.raw`\b(?:${SIDE}|[tb][lr]|one|two|three|opposite|diagonal\w*|others?|remaining|rest|[1-3])\b`,
  'i',
)
const SIDED = new RegExp(String.raw`${SIDE}|\b[tb][lr]\b`, 'i')
const OTHERS = /\b(?:others?|remaining|rest|fourth)\b/i

/** `left` of both on the left, and each by its name of others, in the words they were told by. */
function listed(corners: readonly string[], which: string, input: string): string {
  const own = (side: string) =>
    new RegExp(WORDS[side] ?? side, 'i').exec(which)?.[0] ??
    new RegExp(WORDS[side] ?? side, 'i').exec(input)?.[0] ??
    side
  const named = (corner: string) => corner.split(' ').map(own).join(' ')
  const both =
    corners.length === 2 && Object.keys(WORDS).find((side) => corners.every((one) => one.split(' ').includes(side)))
  if (both || corners.length < 2) return named(both || corners.join())
  return `${corners.slice(0, -1).map(named).join(', ')} and ${named(corners.at(-1) ?? '')}`
}
const WORDS: Readonly<Record<string, string>> = {
  top: '\\b(?:top|upper|back|rear)\\b',
  bottom: '\\b(?:bottom|lower|front)\\b',
  left: '\\bleft\\b',
  right: '\\bright\\b',
}

/** What is done to which corners of what has four: rounded, cut off, notched or left as they are, in whatever order it is told. */
export const CORNER_WORK: readonly Rewrite[] = [
  [
    new RegExp(
      String.raw`(?:[^.;\n]|\.(?=\d))*\b(?:corners?|others?|rest|remaining|ones|[tb][lr]|${SIDE})\b(?:[^.;\n]|\.(?=\d))*`,
      'gi',
    ),
    ({ 0: text, index, input }) => {
      if (!/\bcorners?\b/i.test(input)) return text
      const mine = inOneForm(input).filter(({ from, to }) => from >= index && to <= index + text.length)
      return mine.reduceRight(
        (made, { from, to, text: put }) => made.slice(0, from - index) + put + made.slice(to - index),
        text,
      )
    },
  ],
]
