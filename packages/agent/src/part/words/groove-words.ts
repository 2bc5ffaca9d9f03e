import type { Rewrite } from './notation.ts'

const WITHIN = String.raw`(?:[^.;]|\.\d)`
const INSIDE = String.raw`(?:in(?:to|side)?|on|around|round) (?:the |its )(?:inner (?:wall|surface|face|diameter)|inside (?:wall|surface|face|diameter)|bore(?: wall| surface)?|inside)`
const ROUND =
  /\b(?:ring|bush(?:ing)?|sleeve|tube|pipe|collar|spacer|cylinder|housing|hub|coupl\w+|nut|adap\w+|disc|turned)\b/i

/** `a groove for a circlip`, `grooves to take snap rings`: a groove is called after what sits in it. */
export const GROOVE_WORDS: readonly Rewrite[] = [
  // `channel 30 wide, 35 deep, open front and back`: from the one to the other.
  [
    /(?<=\b(?:channel|slot|groove)\b(?:[^.;]|\.\d)*?),? (?:and )?open (?:at |on |to )?(?:the )?(front and back|left and right|left and the right|front and the back|back and front|right and left)(?: (?:sides?|ends?|faces?))?(?=[.,;]|$)/gi,
    ({ 1: ends = '' }) => (/front/i.test(ends) ? ' from front to back' : ' from left to right'),
  ],
  [
    /(?<=\b(?:channel|groove)\b(?:[^.;]|\.\d)*?),? (?:and )?open (?:at|on) (?:both|each|the two) ends?(?=[.,;]|$)/gi,
    () => '',
  ],
  [
    /\b(groove)(s?) (?:(?:for|to (?:take|fit|suit|hold|accept)) (?:an? |the |two |its )?|that (?:takes|holds|fits) an? )((?:internal |external )?(?:circlip|snap[- ]ring|retaining[- ]ring|e[- ]clip|o[- ]?ring))s?\b/gi,
    (match) => `${match[3]} ${match[1]}${match[2]}`,
  ],
  // `groove in the bore, 4 wide`, `a groove 3 wide 1 deep inside`: where it goes round is what it is called.
  [
    new RegExp(
      String.raw`\b(?<!(?:internal|inner|inside|face) )((?:o-?ring |oil |grease |circlip )?grooves?)\b(${WITHIN}{0,70}?),? (?:${INSIDE}|(?:on the )?inside(?= ?(?:[,.;]|$|in the middle)))`,
      'gi',
    ),
    ({ 0: text, 1: groove = '', 2: told = '', input }) =>
      ROUND.test(input) ? `internal ${groove.replace(/^(?:oil|grease) /i, '')}${told}` : text,
  ],
  // `in the bore, at mid-height, is a groove 4 mm wide`, `the bore has a 4 x 2 groove`
  [
    new RegExp(
      String.raw`(?:\b${INSIDE},?(${WITHIN}{0,30}?),? (?:there )?(?:is|has been|was|comes|goes|cut|turn|machine|add)|\b(?:the|its) bore(?: wall)? (?:has|gets|carries|is given|is fitted with)) (?:cut )?(an? (?:${WITHIN}{0,40}? )?)((?:o-?ring |circlip )?groove\b)`,
      'gi',
    ),
    ({ 0: text, 1: where = '', 2: led = '', 3: groove = '', input }) =>
      ROUND.test(input) ? `with ${led}internal ${groove}${where}` : text,
  ],
  // `the bore has a 5 mm wide, 2.3 mm deep keyway`
  [
    /\b(?:the|its) bore (?:has|gets|carries|is given|is fitted with) (an? (?:[^.;]|\.\d){0,40}?)\b(keyway|key ?seat|key ?slot)\b/gi,
    ({ 1: led = '', 2: keyway }) => `with ${led}${keyway} in the bore`,
  ],
]
