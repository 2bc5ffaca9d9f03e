import type { Rewrite } from './notation.ts'

// A fit says how a size is measured, and changes none: `Ø15 h6 x 166`, `25 mm diameter (h6 tolerance)`, `Ø 6 m6 (+0.012 / +0.004)`.

const GRADE = String.raw`(?:[5-9]|1[0-3])`
const FIT = String.raw`(?:[efghjkmnprs]|js|[EFGHJKMNPRS]|JS)${GRADE}`
const ROUND = String.raw`(?<=(?:[Øø∅⌀] ?\d+(?:\.\d+)?(?: ?mm)?|\b\d+(?:\.\d+)?(?: ?mm)? (?:dia|diameter|bore|od|id|OD|ID|DIA)),? ?)`

export const FIT_WORDS: readonly Rewrite[] = [
  // `(h6 tolerance)`, `H7 fit`, `to h6`; a bare `(M6)` is a screw.
  [
    new RegExp(
      String.raw`,? ?\((?!M\d+\))(?:ISO |tol(?:erance)?:? |fit:? )?${FIT}(?: (?:tolerance|fit|class|ground))?\)|,? ?(?<![\w.])(?:to |with )?(?:an? )?(?:ISO )?${FIT} (?:tolerance|fit)\b`,
      'g',
    ),
    // `4 holes (M6)`, `four mounting holes (m6)`: the screw they are for.
    ({ 0: text, input, index }) =>
      /\bM\d|^,? ?\(m\d\)$/.test(text) && !/\d(?: ?mm)?$/.test(input.slice(0, index)) ? text.replace(/[()]/g, ' ') : '',
  ],
  // `Ø15 h6 x 166`, `Ø25 H9 X 18 LG`: behind a diameter, where a length follows.
  [new RegExp(String.raw`${ROUND}${FIT}(?= ?[x×X] ?\d|,? [\d.]+ ?(?:mm )?(?:long|LG|LONG)\b)`, 'g'), () => ''],
  // `dowel pin 4 h6 x 20`: of what is round by its name.
  [
    new RegExp(
      String.raw`(?<=\b(?:pin|dowel|shaft|spindle|rod|axle) \d+(?:\.\d+)?(?: ?mm)?) ?${FIT}(?= ?[x×X] ?\d)`,
      'g',
    ),
    () => '',
  ],
  // `8 mm m6 diameter`: between a size and what it measures.
  [
    new RegExp(
      String.raw`(?<=\d ?mm )${FIT} (?=(?:outside |outer |inside |shaft )?(?:dia|diameter|bore|od|id)\b)`,
      'g',
    ),
    () => '',
  ],
  // `(+0.012 / +0.004)`, `+0.14/0 mm`, `(+0.02/-0.01)`
  [
    /,? ?\(? ?[+-] ?\d*\.\d+(?: ?mm)? ?\/ ?[+-]? ?\d*\.?\d+(?: ?mm)? ?\)?|,? ?\(? ?0 ?\/ ?- ?\d*\.\d+(?: ?mm)? ?\)?/g,
    () => ' ',
  ],
]
