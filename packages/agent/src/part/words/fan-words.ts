import type { Rewrite } from './notation.ts'

/** Case fans by how wide they are: the square of their screws, the hole of one, the opening for the air. */
const FANS: ReadonlyMap<string, readonly [square: number, screw: number, opening: number]> = new Map([
  ['25', [20, 2.9, 24]],
  ['30', [24, 3.4, 28]],
  ['40', [32, 3.4, 38]],
  ['50', [40, 4.3, 48]],
  ['60', [50, 4.3, 58]],
  ['70', [60, 4.3, 67]],
  ['80', [71.5, 4.3, 77]],
  ['92', [82.5, 4.3, 89]],
  ['120', [105, 4.3, 117]],
  ['140', [124.5, 4.3, 136]],
])
const FLAT = /\b(?:plate|panel|grill?e?|adapter|mount|bracket)\b/i
const TOLD = /\b(?:holes?|openings?|cut-?outs?|bore|slots?|centres|spacing|pattern)\b/i

/** `mounting plate for an 80 mm case fan`: it has the holes that the fan needs, where nobody tells others. */
export const FAN_WORDS: readonly Rewrite[] = [
  [
    /^([\s\S]*?)\b(?:for|to hold|to take|to mount) (?:an? |the |my )?(\d+) ?(?:mm |x ?\d+ ?(?:mm )?)?(?:square )?(?:pc |case |computer |cooling |axial |dc |brushless )*fan\b([\s\S]*)$/gi,
    ({ 0: text, 1: before = '', 2: size = '', 3: behind = '' }) => {
      const [square, screw, opening] = FANS.get(size) ?? []
      if (!square || !FLAT.test(before) || TOLD.test(text)) return text
      const rest = behind.replace(/[.\s]+$/, '')
      return `${before}${rest}, with a ${opening} mm hole in the centre and four ${screw} mm holes on a ${square} mm square pattern`
    },
  ],
]
