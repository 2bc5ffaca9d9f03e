import { LENGTH, type Rewrite } from './notation.ts'

const COUNTED = String.raw`(?:two|three|four|five|six|[2-6])`
const WHICH = String.raw`(?:base|bottom|lower|lowest|middle|mid|upper|top|first|second|third|fourth|next)`
const LIST = String.raw`(${LENGTH}(?:(?:, ?| and |, and )${LENGTH})+)`
const SOLID = String.raw`${LENGTH} ?[x×] ?${LENGTH} ?[x×] ?${LENGTH}`
const sizes = (list = '') => list.match(/\d+(?:\.\d+)?/g) ?? []

const STEPPED = String.raw`(?:\b(?:(?:${COUNTED}[- ]step(?:ped)?|stepped|step|staircase|height) )+(?:block|gauge|gage|bar|base|stand|riser|part|podium|platform)\b|\b(?:winners['’]? |award )?podium\b)`
const COUNTS = ['', '', 'two', 'three', 'four', 'five', 'six', '', '', '2', '3', '4', '5', '6']
const HIGH = String.raw`(?:high|tall|thick|in height)`
const SHARE = String.raw`(?:first|left|second|middle|mid|cent(?:er|re)|third|right|last|front|rear|other)(?:[- ]hand)? (?:half|third|quarter|step|section|part)`
const SHARED = new RegExp(
  String.raw`(?:the )?\b${SHARE} (?:is |being |at )?(${LENGTH})(?: ${HIGH})?,? (?:and )?(?:the )?${SHARE} (?:is |being |at )?(${LENGTH})(?: ${HIGH})?(?:,? (?:and )?(?:the )?${SHARE} (?:is |being |at )?(${LENGTH})(?: ${HIGH})?)?`,
  'gi',
)
const LISTED = new RegExp(
  String.raw`\b(?:with )?(?:(${COUNTED}) )?steps?(?: (?:of )?(${LENGTH})(?:(?: (?:long|each|deep|wide))+|(?<= of ${LENGTH})))?,?:? (?:of |at |are )?(?:heights? )?(${LENGTH}(?:(?:, ?| and |, and | )${LENGTH})+)(?: mm)? ${HIGH}(?:,? (?:and )?(?:each|all|every one)(?: of them)? (${LENGTH}) (?:long|deep)\b)?`,
  'gi',
)
const LONG = String.raw`(?:long|deep|in length|tread)`
const BOTH = String.raw`(?:(${LENGTH}) ${HIGH}(?:,| and|, and| x| by)? (${LENGTH})(?: ${LONG})?|(${LENGTH}) ${LONG}(?:,| and|, and| x| by)? (${LENGTH})(?: ${HIGH})?)`
/** `first step 20 high and 30 long`, `step 2: 30 long, 40 high` */
const NUMBERED = new RegExp(
  String.raw`,? ?(?:and )?(?:the )?\b(?:(?:first|second|third|fourth|1st|2nd|3rd|4th|left|right|middle|lower|upper|lowest|highest|low|high|bottom|top|next|last|other) (?:step|level|one|part)|step [1-5])(?: is| at| being|:|,|=)* ?${BOTH}`,
  'gi',
)
const HALVED = new RegExp(
  String.raw`\b(?:with )?(?:one )?half(?: of it| of the (?:block|top|length))?(?: is)? (?:milled|cut|machined|reduced|lowered|stepped)(?: down| away)* to (${LENGTH})(?: (?:high|tall|thick))?`,
  'gi',
)
/** Five steps and three heights are asked about. */
const agrees = (many: string | undefined, told: readonly string[]): boolean =>
  many === undefined || COUNTS.indexOf(many.toLowerCase()) % 7 === told.length
const terraces = (heights: readonly (string | undefined)[], each?: string): string =>
  heights.flatMap((high) => (high ? [`terrace ${high} high${each ? ` ${each} long` : ''}`] : [])).join(' , ')
/** A five-step block of two halves is asked about. */
const asMany = (block: string, words: string): boolean => {
  return has(block, words.match(new RegExp(SHARE, 'gi'))?.length ?? 0)
}
/** `three-step podium`: as many as the block was said to have, where that was said. */
const has = (block: string, steps: number): boolean => {
  const [many] = new RegExp(`^${COUNTED}(?=[- ]step)`, 'i').exec(block) ?? []
  return many === undefined || COUNTS.indexOf(many.toLowerCase()) % 7 === steps
}
/** Two of them or more are told one by one. */
const numbered = (block: string, words: string): boolean => {
  const steps = words.match(NUMBERED)?.length ?? 0
  return steps > 1 && has(block, steps)
}
const listed = (block: string, words: string): boolean => {
  const list = new RegExp(LISTED.source, 'i').exec(words)?.[3]
  return list !== undefined && has(block, sizes(list).length)
}
const told = (pattern: RegExp, text: string): boolean => new RegExp(pattern.source, 'i').test(text)
/** A nut for a T-slot that is told by its foot and its neck. */
const T_NUT = /\bt(?:ee)?[- ]?(?:slot )?nut\b(?=[^]*\d)(?=[^]*\b(?:neck|tongue|stem)\b)/i

/** Blocks on top of each other, told by their levels. */
export const TIER_WORDS: readonly Rewrite[] = [
  // `step block …: the first half 40 high, the second half 20 high`, `three steps, 10, 20 and 30 high`
  [
    new RegExp(String.raw`${STEPPED}`, 'gi'),
    ({ 0: text, input }) =>
      (told(SHARED, input) && asMany(text, input)) || listed(text, input) || numbered(text, input)
        ? 'terraced block'
        : told(HALVED, input)
          ? 'block'
          : text,
  ],
  [
    SHARED,
    ({ 0: text, 1: first, 2: second, 3: third, input }) =>
      /\bterraced block\b/.test(input) ? terraces([first, second, third]) : text,
  ],
  [
    NUMBERED,
    ({ 0: text, 1: high, 2: long, 3: other, 4: up, input }) =>
      /\bterraced block\b/.test(input) ? `, terrace ${high ?? up} high ${long ?? other} long` : text,
  ],
  [
    LISTED,
    ({ 0: text, 1: many, 2: each, 3: list, 4: behind, input }) => {
      const heights = sizes(list)
      return agrees(many, heights) && /\bterraced block\b/.test(input) ? `, ${terraces(heights, each ?? behind)}` : text
    },
  ],
  // `stepped block with three steps, each 20 high and 30 deep`
  [
    new RegExp(
      String.raw`${STEPPED}(?=[^]*\b${COUNTED} (?:equal |even |identical )?steps?\b,? ?(?:each|of|all|every|that are)?[^.;]*\b(?:high|rise|tall)\b)`,
      'gi',
    ),
    () => 'staircase block',
  ],
  // `four-step stair block 40 wide, each step 25 deep and 18 high`
  [
    new RegExp(
      String.raw`\b(${COUNTED})[- ]step(?:ped)? (stair(?:case)?(?: block)?|flight of stairs)(?!.*\b${COUNTED} steps\b)`,
      'gi',
    ),
    ({ 1: many, 2: noun }) => `${noun} with ${many} steps`,
  ],
  // `stepped pyramid of three square tiers, 60, 40 and 20 mm wide, each 12 high`
  [
    new RegExp(
      String.raw`\b(?:step(?:ped)?|tiered) (?:square )?pyramid(?: of| with|:)? (${COUNTED}) (?:square )?(?:levels|tiers|layers|steps)(?:,|:| of)* ${LIST}(?: mm)?(?: (?:square|wide|across))?,? (?:each|all|every one)(?: of them)? (${LENGTH}) (?:high|tall|thick)\b`,
      'gi',
    ),
    ({ 0: text, 1: many, 2: list, 3: high }) =>
      agrees(many, sizes(list)) ? `tiered block , ${levels(list, high)}` : text,
  ],
  // `half of it milled down to 15 high`
  [HALVED, ({ 1: rest = '' }) => `a step half its length wide, ${rest} left under it`],
  // `T nut: base 20 x 20 x 6, neck 10 wide, 20 long, 5 high`
  [/\bt(?:ee)?[- ]?(?:slot )?nut\b/gi, ({ 0: text, input }) => (T_NUT.test(input) ? 'tiered block' : text)],
  [
    /\b(foot|base|bottom|flange|neck|tongue|stem)\b(?= ?(?:is |of |:|,)? ?\d| |,|$)(?<=\btiered block\b[^]*)/gi,
    ({ 0: text, 1: name = '', input }) =>
      /\b(?:neck|tongue|stem)\b/i.test(input) ? (/^[nts]/i.test(name) ? 'top level' : 'bottom level') : text,
  ],
  // `three-level stepped block`, whose levels are told
  [
    new RegExp(
      String.raw`\b(?:(?:${COUNTED}|multi)[- ](?:level|tier|step|layer)(?:ed)? |stepped |tiered )+(?:block|pyramid|base|tower|stand|plinth|podium)\b(?=[^]*\b(?:levels?|tiers?|layers?)\b[^.;\n\d]*\d[\d.]* ?(?:mm)? ?[x×])`,
      'gi',
    ),
    () => 'tiered block',
  ],
  // `Tower: bottom block 50 x 50 x 30, middle block …`
  [
    new RegExp(
      String.raw`\b(?:tower|stack|totem|pagoda)(?=:? ?,? (?:with )?(?:an? |the )?${WHICH} (?:block|level|tier|cube|layer)\b)`,
      'gi',
    ),
    () => 'block tower',
  ],
  // `tower block: 40 x 40 x 10 base, 30 x 30 x 10 next, 20 x 20 x 10 on top`
  [
    new RegExp(
      String.raw`^(?:an? )?(?:[a-z]+ ){0,2}(?:tower|block|stack|plinth|pedestal|base|stand|monument|cake|trophy)(?: block| base)?(?::|,| with)? (?:an? )?(${SOLID}(?: mm)?) (?:base|bottom|first|at the bottom)((?:,? (?:and |then )?(?:an? )?${SOLID}(?: mm)? (?:next|second|middle|in the middle|above(?: it)?|on (?:top of )?(?:that|it|top)|top))+)(?:,? (?:all )?(?:of them )?(?:cent(?:er|re)e?d|in the middle|concentric))?`,
      'gi',
    ),
    ({ 1: base, 2: others = '' }) =>
      `tiered block , ${[base, ...(others.match(new RegExp(SOLID, 'gi')) ?? [])].map((one) => `level ${one}`).join(', ')}`,
  ],
  // `three cubes stacked on each other, 60, 40 and 20 mm`
  [
    new RegExp(
      String.raw`\b(?:(?:tower|stack|column|pile) of )?(${COUNTED}) cubes\b(?=[^.;]*\b(?:stack\w*|on top|on each other|tower)\b)[^.;\d]{0,60}?${LIST}(?: (?:sides?|edges?|edge lengths?))?(?:[^.;\d]{0,30}\b(?:stack\w*|on top)[^.,;\d]{0,30})?`,
      'gi',
    ),
    ({ 0: text, 1: many, 2: list }) => (agrees(many, sizes(list)) ? `tiered block , ${cubes(sizes(list))} ` : text),
  ],
  [
    new RegExp(
      String.raw`\b${COUNTED} (?:levels|tiers|layers|steps),?:? (?:of )?${LIST} square,? (?:each|all|every one) (${LENGTH}) (?:high|tall|thick)\b`,
      'gi',
    ),
    ({ 1: list, 2: high }) => levels(list, high),
  ],
  // `stepped pyramid: 100, 80 and 60 square, each 10 high`
  [
    new RegExp(
      String.raw`\b(?:(?:(${COUNTED})[- ])?(?:step(?:ped)?|tier(?:ed)?|level) )(?:pyramid|base|block|plinth|podium|tower|stand)(?::| with|,)? ${LIST} square,? (?:each|all|every one)(?: of them)? (${LENGTH}) (?:high|tall|thick)\b`,
      'gi',
    ),
    ({ 0: text, 1: many, 2: list, 3: high }) =>
      agrees(many, sizes(list)) ? `tiered block , ${levels(list, high)}` : text,
  ],
  // `three tier base: 100 x 100 x 10, 80 x 80 x 10, 60 x 60 x 10`
  [
    new RegExp(
      String.raw`\b(?:(?:(${COUNTED})[- ])?(?:step(?:ped)?|tier(?:ed)?|level) )(?:pyramid|base|block|plinth|podium|tower|stand)(?::| of| with|,)? (${SOLID}(?:(?:, and |, | and |, then )${SOLID})+)(?= ?(?:[.;]|,? (?:with|and)\b|$))`,
      'gi',
    ),
    ({ 1: many, 2: list = '' }) => {
      const told = list.split(/, and |, then |, | and /)
      const among = agrees(many, told) ? '' : `with ${many} levels`
      return `tiered block ${among}, ${told.map((one) => `level ${one}`).join(', ')}`
    },
  ],
]

const levels = (list: string | undefined, high = ''): string =>
  `${sizes(list)
    .map((side) => `level ${side}`)
    .join(', ')}, level height ${high} `

const cubes = (sides: readonly string[]): string => sides.map((side) => `cube level ${side}`).join(', ')
