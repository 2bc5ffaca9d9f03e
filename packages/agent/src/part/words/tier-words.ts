import { LENGTH, type Rewrite } from './notation.ts'

const COUNTED = String.raw`(?:two|three|four|five|six|[2-6])`
const WHICH = String.raw`(?:base|bottom|lower|lowest|middle|mid|upper|top|first|second|third|fourth|next)`
const LIST = String.raw`(${LENGTH}(?:(?:, ?| and |, and )${LENGTH})+)`
const sizes = (list = '') => list.match(/\d+(?:\.\d+)?/g) ?? []

/** Blocks on top of each other, told by their levels. */
export const TIER_WORDS: readonly Rewrite[] = [
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
  // `three cubes stacked on each other, 60, 40 and 20 mm`
  [
    new RegExp(
      String.raw`\b(?:(?:tower|stack|column|pile) of )?${COUNTED} cubes\b(?=[^.;]*\b(?:stack\w*|on top|on each other|tower)\b)[^.;\d]{0,60}?${LIST}(?: (?:sides?|edges?|edge lengths?))?(?:[^.;\d]{0,30}\b(?:stack\w*|on top)[^.;\d]{0,30})?`,
      'gi',
    ),
    ({ 1: list }) => `tiered block , ${cubes(sizes(list))} `,
  ],
  [
    new RegExp(
      String.raw`\b${COUNTED} (?:levels|tiers|layers|steps),?:? (?:of )?${LIST} square,? (?:each|all|every one) (${LENGTH}) (?:high|tall|thick)\b`,
      'gi',
    ),
    ({ 1: list, 2: high }) =>
      `${sizes(list)
        .map((side) => `level ${side}`)
        .join(', ')}, level height ${high} `,
  ],
]

const cubes = (sides: readonly string[]): string => sides.map((side) => `cube level ${side}`).join(', ')
