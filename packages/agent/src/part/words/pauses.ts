import type { Rewrite } from './notation.ts'

/**
 * Where a list was written without its commas: `collar bore 12 OD 28 width 11`, `tray 150 x 100 x 20 walls 3 floor 4`,
 * `pulley 60 mm diameter 16 mm thick`. Names and sizes take turns, and who begins says which of two a size belongs to.
 */
const NUMBER = String.raw`[⌀Øø]? ?(?<![\d./-])(?:\d+[- ]\d+/\d+|\d+/\d+|\d+(?:\.\d+)?|\.\d+)(?: ?(?:mm|cm|in(?! (?:the|each|its|both)\b)|inch(?:es)?|")(?![a-z]))?(?! ?(?:mm|cm)\b|[\d./]| \d+/\d)`
const CHAIN = String.raw`${NUMBER}(?: (?:dia|diameter|OD|od))?(?: ?[x×] ?${NUMBER})+`
const SIZE = `(?:${CHAIN}|${NUMBER})`
const SIDES = 'outside|inside|outer|inner|internal|external|overall|total|base|top'
const WALL = String.raw`(?:wall|floor|bottom)s?(?: thickness)?`
const ROLE = String.raw`length|[a-z]*width|height|depth|thickness|diameter|dia|thk|bore|OD|ID|PCD|module`
/** Names that stand before their size, in lists. */
const LEADS = String.raw`(?:(?:(?:${SIDES}) )?(?:${ROLE})|${WALL}(?: and ${WALL})?|outside|inside|outer|inner|base|top)`
/** The same, and what a bracket or a section is told by. */
const TOLD = String.raw`(?:${LEADS}|(?:(?:vertical|upright|horizontal|top|bottom) )?(?:legs|flanges|base|upright|web)|(?:one|other|first|second|long|short) (?:leg|arm))`
/** Names that stand behind it. */
const FOLLOWS = String.raw`(?:(?:(?:${SIDES}) )?(?:diameter|dia)|thick|long|wide|high|tall|deep|OD|ID|bore|PCD)`
/** What is told by stretches. */
const STRETCH = '(?:head|stem|shank|shoulder|hub|rim|flange|neck|end|tip|foot|spigot|plug|brim|thread)'
const SAID = `${NUMBER} ${FOLLOWS}`
const BEHIND_SIZE = String.raw`(?<!\d(?: ?(?:mm|cm|in|inch(?:es)?|"))? (?:(?:${SIDES}) )?)`
const COUNT =
  '(?:one(?! (?:end|side|face)\\b)(?= (?:[a-z]+ )?[\\d⌀ØM.])|two|three|four|five|six|seven|eight|nine|ten|twelve)'

export const PAUSES: readonly Rewrite[] = [
  // `bore 12 OD 28 width 11`
  [
    new RegExp(
      String.raw`${BEHIND_SIZE}\b${TOLD}:? ?=? ?${SIZE}(?: ${TOLD}:? ?=? ?${SIZE}(?! ?(?:x|×|${FOLLOWS})\b))+`,
      'gi',
    ),
    ({ 0: list }) => list.replaceAll(new RegExp(String.raw`(?<=\d(?: ?mm|")?) (?=${TOLD}\b)`, 'gi'), ', '),
  ],
  // `base 45 x 30 x 4 upright leg 40 high`
  [
    new RegExp(
      String.raw`(?<=\b(?:base|foot|leg|plate) ${SIZE}(?: ${FOLLOWS})?) (?=(?:vertical|upright|horizontal|standing) (?:leg|plate|wall|arm|flange) ${SIZE}|upright ${SIZE})`,
      'gi',
    ),
    () => ', ',
  ],
  // `triangle base 60 height 40 thickness 3`
  [
    new RegExp(
      String.raw`(?<=\b(?:triang\w*|trapez\w*|parallelogram)\b[^.;]*)${BEHIND_SIZE}\b(?:base|bottom|top) ${NUMBER}(?: (?:top|bottom|${LEADS}) ${NUMBER}(?! ?(?:x|×|${FOLLOWS})\b))+`,
      'gi',
    ),
    ({ 0: list }) => list.replaceAll(new RegExp(String.raw`(?<=\d(?: ?mm|")?) (?=[a-z])`, 'gi'), ', '),
  ],
  // `150 x 100 x 20 walls 3`, `150 x 100 x 20 outside 3 mm walls`
  [
    new RegExp(
      String.raw`(?<=${CHAIN}) (?=(?!outside|inside|outer|inner)${LEADS}:? ?=? ?${NUMBER}(?! ?(?:x|×|${FOLLOWS}|holes?)\b))`,
      'gi',
    ),
    () => ', ',
  ],
  [
    new RegExp(String.raw`(?<=${CHAIN} (?:outside|inside|overall|internal|external)) (?=${NUMBER} [a-z])`, 'gi'),
    () => ', ',
  ],
  // `head 30 dia 10 thick stem 12 dia 15 long 4 mm hole`
  [
    new RegExp(
      String.raw`(?<!${FOLLOWS} |\d )\b${STRETCH} ${SAID}(?: ${SAID})?(?:,? ${STRETCH} ${SAID}(?: ${SAID})?)+(?: (?=${NUMBER}))?`,
      'gi',
    ),
    ({ 0: list }) => list.replaceAll(new RegExp(String.raw`(?<=${FOLLOWS}) (?=${STRETCH}\b|$)`, 'gi'), ', '),
  ],
  // `16 OD 20 long head 20 dia 4 high`: what has sizes of its own needs none of those before it.
  [
    new RegExp(
      String.raw`(?<=${SAID}) (?=${STRETCH} (?:${CHAIN}|${NUMBER} (?:dia|diameter|OD),? ${SAID}|${SAID} ${NUMBER} (?:dia|diameter|OD))(?!,? (?:${STRETCH}|${NUMBER} ${FOLLOWS} ${STRETCH})\b))`,
      'gi',
    ),
    () => ', ',
  ],
  // `shaft 40x200 keyway 12x5`
  [
    new RegExp(String.raw`(?<=${CHAIN}) (?=(?:keyway|groove|slot|recess|${STRETCH}|hub|collar|boss) ${CHAIN})`, 'gi'),
    () => ', ',
  ],
  // `34 mm OD 11 mm wide 1.5 mm slot`
  [
    new RegExp(
      String.raw`(?<!(?:[x×]|\b(?:${ROLE}|${STRETCH}|,)) ?|\d)${SAID}(?: ${SAID})* (?=${NUMBER}(?! ?[x×])(?: [a-z]|$))(?!${SAID} [a-z]+ ${SAID})(?!(?<=\bPCD )${NUMBER}(?: (?:with|and)\b|$))`,
      'gi',
    ),
    ({ 0: list }) => list.replaceAll(new RegExp(String.raw`(?<=\b${FOLLOWS}) `, 'gi'), ', '),
  ],
  // `60 x 40 x 25 2 mm walls`, `80 x 80 x 30 M6 tapped hole`
  [new RegExp(String.raw`(?<=${CHAIN}) (?=${NUMBER} [a-z])`, 'gi'), () => ', '],
  [
    new RegExp(
      String.raw`(?<=${CHAIN} ?[x×] ?${NUMBER}) (?=(?:pocket|slot|hole|blind|through|tapped|hex|open|corner) )|(?<=${CHAIN} ?[x×] ?${NUMBER}|[⌀Øø] ?${CHAIN}) (?=(?:M\d|[⌀Øø]|(?:all|left|right|upper|lower|one|an?) ))`,
      'gi',
    ),
    () => ', ',
  ],
  // `… 2 mm walls and floor four standoffs`
  [
    new RegExp(
      String.raw`(?<=\b(?:${ROLE}|${WALL}|thick|long|wide|high|tall|deep|lid|open top|corners?|radius|apart)|\d(?: ?mm|")?) (?=${COUNT} [\w.]+ ?[a-z]+)`,
      'gi',
    ),
    () => ', ',
  ],
  // `holes of 4 5 and 6 mm`, `(55 0)`
  [/(?<=\b\d+(?:\.\d+)?) (?=\d+(?:\.\d+)?(?: \d+(?:\.\d+)?)* and \d)/g, () => ', '],
  [/(?<=\([-+]?\d+(?:\.\d+)?) (?=[-+]?\d+(?:\.\d+)?\))/g, () => ', '],
]
