import type { Rewrite } from './notation.ts'
import { SIZE } from './written-sizes.ts'

// A row of holes is told by its ends, whatever the outer ones and the middle one are called.

const ROW = String.raw`\b(?:holes|slots|pockets|pegs|pins|posts|bosses|notches)\b`
const IS = String.raw`(?: (?:is|are|being|sits?|lies?|lying|placed|set|located|positioned))*`
const ENDS = String.raw`(?:the|each|both|either|its)(?: two)?(?: (?:short|outer|plate|strip|bar))? (?:ends?|edges?)`
const MIDDLE = String.raw`the (?:middle|cent(?:re|er)|central)(?: (?:one|hole))?${IS} (?:right |exactly |dead )?(?:(?:in|at|on) the (?:very |exact )?(?:middle|cent(?:re|er))|central|cent(?:red|ered))(?: of the [a-z]+)?`
const OUTER = String.raw`the (?:(?:two )?(?:outer(?:most)?|outside|end)(?: (?:two|pair|ones|holes))|two (?:outer(?:most)?|outside|end) ones|(?:outer|end) two(?: holes)?|first and (?:the )?last(?: ones?| holes?)?)`

const OF_MIDDLE = String.raw`(?: (?:of |from )?(?:the |its )?(?:middle|cent(?:re|er)(?: ?line)?)(?: of (?:the|it) ?(?:plate|block|bar|part)?)?)`
const WAY = String.raw`(?:to |on |at |towards )?(?:the )?(left|right|front|back|rear|above|below|in front|behind)(?: side)?`
const LESSER: ReadonlySet<string> = new Set(['left', 'front', 'in front', 'below'])

export const ROWS_ONE_WAY: readonly Rewrite[] = [
  // `two slots, their centres 60 to the left and 50 to the right of the middle`
  [
    new RegExp(
      String.raw`(?<=${ROW}[^;]*),? (?:(?:with )?(?:their )?cent(?:re|er)s (?:at )?|one (?:at )?)?(${SIZE}) ${WAY}${OF_MIDDLE}?,? and (?:(?:one|the other(?: one)?) (?:at )?)?(${SIZE}) ${WAY}${OF_MIDDLE}`,
      'gi',
    ),
    ({ 0: text, 1: one = '', 2: first = '', 3: two = '', 4: second = '' }) => {
      const at = (far: string, way: string) => `${LESSER.has(way.toLowerCase()) ? '-' : ''}${far.replace(/ ?mm$/, '')}`
      const across = [first, second].map((way) => /left|right/i.test(way))
      if (across[0] !== across[1] || LESSER.has(first.toLowerCase()) === LESSER.has(second.toLowerCase())) return text
      const [a, b] = [at(one, first), at(two, second)]
      return across[0] ? ` at (${a}, 0) and (${b}, 0)` : ` at (0, ${a}) and (0, ${b})`
    },
  ],
  // `with 3x2 grid of 8 mm holes`, `with 3 x 2 holes of 8 mm`
  [/(?<=\bwith )(?=\d{1,2} ?[x×] ?\d{1,2} (?:grid|pattern|array|matrix)\b)/gi, () => 'a '],
  [
    new RegExp(String.raw`\b(\d{1,2} ?[x×] ?\d{1,2}) holes? of (${SIZE})(?! ?(?:long|deep|x|×|by)\b)`, 'gi'),
    ({ 1: many = '', 2: size = '' }) => `a ${many} grid of ${size} holes`,
  ],
  // `holes 17 mm, 35 deep, 6 x 2, 22 mm spacing`
  [
    new RegExp(
      String.raw`(?<=${ROW}[^;]*[,;] ?)(\d{1,2} ?[x×] ?\d{1,2})(?: pattern| array| grid)?(?=,? (?:(?:at|on) )?(?:(?:an? )?${SIZE} (?:apart|spacing|pitch|cent(?:re|er)s|crs|between)\b|(?:pitch|spacing|spaced)(?: of)? ${SIZE}))`,
      'gi',
    ),
    ({ 1: grid }) => `in a ${grid} grid`,
  ],
  // `three holes along it, the middle one in the centre, the others 10 mm from the ends`
  [
    new RegExp(
      String.raw`(?<=${ROW}[^;]*),? (?:and |with )?${MIDDLE},? (?:and |with )?the (?:others?|other two|rest)${IS} (?=${SIZE} (?:in )?(?:from|off) ${ENDS}\b)`,
      'gi',
    ),
    () => ', ',
  ],
  // `three holes along it, the outer two 15 mm from the ends (and the third in the middle)`
  [
    new RegExp(
      String.raw`(?<=${ROW}[^;]*),? (?:and |with )?${OUTER}${IS} (${SIZE} (?:in )?(?:from|off) ${ENDS})\b(?:,? (?:and )?the (?:third|other|last|remaining|middle)(?: one)?${IS} (?:in|at) the (?:middle|cent(?:re|er))(?: between(?: them)?)?)?`,
      'gi',
    ),
    ({ 1: inset }) => `, ${inset}`,
  ],
  // `holes 15 mm between centres, the middle one in the centre`: as a row lies.
  [
    new RegExp(
      String.raw`(?<=${ROW}[^;]*\b(?:apart|between (?:their )?cent(?:re|er)s|pitch|cent(?:re|er)s|spaced|spacing)\b[^;]*),? (?:and |with )?(?:the )?${MIDDLE.replace('the ', '')}(?= ?(?:[,.;]|$))`,
      'gi',
    ),
    () => '',
  ],
  // `holes 4, 6 and 8 mm …, the 6 mm one in the centre`: the middle one of three.
  [
    new RegExp(
      String.raw`(?<=\b(${SIZE}), (${SIZE}),? and (${SIZE})\b[^;]*),? (?:and |with )?the (${SIZE}) (?:one|hole)${IS} (?:in|at|on) the (?:very |exact )?(?:middle|cent(?:re|er))(?= ?(?:[,.;]|$))`,
      'gi',
    ),
    ({ 0: text, 2: middle = '', 4: size = '' }) => (parseFloat(middle) === parseFloat(size) ? '' : text),
  ],
]
