import { LENGTH, type Rewrite } from './notation.ts'

/** DIN 988: bore and outside of the shims that shafts are set with. A shim of two other sizes may have corners. */
const SHIMS =
  '3x6 4x8 5x10 6x12 7x13 8x14 9x15 10x16 11x17 12x18 13x19 14x20 15x21 15x22 16x22 17x24 18x25 19x26 20x28 22x30 22x32 25x35 25x36 26x37 28x40 30x42 32x45 35x45 36x45 37x47 40x50 42x52 45x55 45x56 48x60 50x62 50x63 52x65 55x68 56x72 60x75 63x80 65x85 70x90 75x95 80x100'.split(
    ' ',
  )
const isShim = (a: number, b: number): boolean => SHIMS.includes(`${Math.min(a, b)}x${Math.max(a, b)}`)

const RING = String.raw`(?:shim(?: washer| ring)?|(?:flat |plain |thrust |spacer )?washer|spacer ring|(?:round )?gasket ring)`
const TWO = String.raw`(${LENGTH}) ?(?:[x×]|by|\/) ?(${LENGTH})(?! ?[x×\d.])(?: mm)?`

/** Two sizes of a ring, whose thickness is told apart from them: the larger one is its outside. */
function told(text: string, noun = '', first = '', second = '', thick = ''): string {
  const [a, b] = [Number.parseFloat(first), Number.parseFloat(second)]
  if (/^shim$/i.test(noun) && !isShim(a, b)) return text
  const [outer, inner] = a > b ? [first, second] : [second, first]
  return `${/^shim$/i.test(noun) ? 'shim ring' : noun} ${outer} outside ${inner} inside ${thick} thick`
}

export const RING_WORDS: readonly Rewrite[] = [
  // `0.5 mm shim washer, 40 x 30`
  [
    new RegExp(String.raw`\b(${LENGTH})(?: mm)?(?: thick)? (${RING})s?[,:]? (?:of )?${TWO}`, 'gi'),
    ({ 0: text, 1: thick, 2: noun, 3: a, 4: b }) => told(text, noun, a, b, thick),
  ],
  // `shim washer 40 x 30, 0.5 mm thick`
  [
    new RegExp(String.raw`\b(${RING})s?[,:]? (?:of )?${TWO},? (?:and )?(${LENGTH})(?: mm)? (?:thick|thk)\b`, 'gi'),
    ({ 0: text, 1: noun, 2: a, 3: b, 4: thick }) => told(text, noun, a, b, thick),
  ],
  // `shim 22 x 16 x 0.2`
  [
    new RegExp(String.raw`\bshim ${TWO.replace(String.raw`(?! ?[x×\d.])`, '')} ?[x×] ?(${LENGTH})`, 'gi'),
    ({ 0: text, 1: a, 2: b, 3: thick }) => told(text, 'shim', a, b, thick),
  ],
  // `shim 0.5 thick, 30 OD, 20 ID`
  [
    /\bshim\b(?! ?(?:ring|washer|plate))(?=[\s\S]*\b(?:o\.?d|outside|outer)\b)(?=[\s\S]*\b(?:i\.?d|inside|inner|bore|hole)\b)/gi,
    () => 'shim ring',
  ],
]
