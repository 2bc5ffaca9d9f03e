import { LENGTH, type Rewrite } from './notation.ts'

const PLATE = /\b(?:back|base|wall|mounting)[ -]?plate\b|\bplate\b[^;]*\bhook\b|\bhook\b[^;]*\bplate\b/i
const OUT = String.raw`(?:sticks?|sticking|stands?|standing|projects?|projecting|extends?|extending|reach(?:es|ing)?|coming|comes)(?: straight)? out(?:wards?)?(?: (?:by|for))?`
const onPlate =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    PLATE.test(match.input) ? put(match) : match[0]

/** What sticks out of a plate that is screwed on, and the lip at its end. */
export const ARM_WORDS: readonly Rewrite[] = [
  // `square drawer pull: bar 120 x 10 x 10 on two posts 10 x 10, 25 tall`
  [
    new RegExp(
      String.raw`^[a-z -]*(?:pull|handle)[:,] ?(?:an? )?bar (${LENGTH}(?: ?[x×] ?${LENGTH}){2}),? (?:lying |standing |resting )?on two (?:square )?(?:posts|legs|pillars|feet) (${LENGTH} ?[x×] ?${LENGTH}),? (${LENGTH}) (?:tall|high|long)`,
      'gi',
    ),
    ({ 1: bar = '', 2: post = '', 3: high = '' }) => `block ${bar} with two square posts ${post} , ${high} high`,
  ],
  // `an arm sticks out 80 mm, 30 wide and 8 thick`
  [
    new RegExp(
      String.raw`\b(?:an? )?(?:flat )?(?:arm|shelf|tongue|bar) ${OUT} (${LENGTH}),? (${LENGTH}) wide(?:,| and)* (${LENGTH}) thick\b`,
      'gi',
    ),
    onPlate(({ 1: far = '', 2: wide = '', 3: thick = '' }) => `a rectangular boss ${wide} x ${thick} , ${far} high`),
  ],
  // `a 30 wide, 5 thick shelf sticking out 50 mm`
  [
    new RegExp(
      String.raw`\b(?:an? )?(${LENGTH}) wide(?:,| and)* (${LENGTH}) thick (?:flat )?(?:arm|shelf|tongue|bar) ${OUT} (${LENGTH})`,
      'gi',
    ),
    onPlate(({ 1: wide = '', 2: thick = '', 3: far = '' }) => `a rectangular boss ${wide} x ${thick} , ${far} high`),
  ],
  // `at its end a lip 15 mm high and 8 thick stands up`, `with a 10 mm high, 5 mm thick lip turned up at its end`
  [
    new RegExp(
      String.raw`[;,]? ?(?:and )?at (?:its|the) (?:free |outer )?end (?:is )?an? lip (${LENGTH}) (?:high|tall)(?:,| and)* (${LENGTH}) thick(?: (?:stands|turns|goes|standing|turned)(?: up(?:wards?)?)?)?`,
      'gi',
    ),
    onPlate(({ 1: high = '', 2: thick = '' }) => ` with an end lip ${high} x ${thick}`),
  ],
  [
    new RegExp(
      String.raw`(?:,? and|,)? ?with an? (${LENGTH}) (?:high|tall)(?:,| and)* (${LENGTH}) thick lip(?: (?:turned|standing|bent))?(?: up(?:wards?)?)? at (?:its|the) (?:free |outer )?end`,
      'gi',
    ),
    onPlate(({ 1: high = '', 2: thick = '' }) => ` with an end lip ${high} x ${thick}`),
  ],
]
