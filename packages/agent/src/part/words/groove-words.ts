import type { Rewrite } from './notation.ts'

/** `a groove for a circlip`, `grooves to take snap rings`: a groove is called after what sits in it. */
export const GROOVE_WORDS: readonly Rewrite[] = [
  [
    /\b(groove)(s?) (?:(?:for|to (?:take|fit|suit|hold|accept)) (?:an? |the |two |its )?|that (?:takes|holds|fits) an? )((?:internal |external )?(?:circlip|snap[- ]ring|retaining[- ]ring|e[- ]clip|o[- ]?ring))s?\b/gi,
    (match) => `${match[3]} ${match[1]}${match[2]}`,
  ],
]
