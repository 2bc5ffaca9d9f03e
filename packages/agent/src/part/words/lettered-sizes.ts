import type { Rewrite } from './notation.ts'

const SIZE = String.raw`\d+(?:\.\d+)?(?:\/\d+)?(?: ?(?:mm|cm|in|inch(?:es)?|"))?`
const WORDS: Readonly<Record<string, string>> = { l: 'long', w: 'wide', d: 'deep', h: 'high' }
const BEHIND = new RegExp(String.raw`(?<![\w.])(${SIZE}) ?([LWDH])(?![\w'’-]|\.\w| ?[=:\d])`, 'gi')
const BEFORE = new RegExp(String.raw`(?<![\w.])([LWDH]) ?[:=]? ?(${SIZE})(?![\w/]|\.\d)`, 'gi')

/** Three sides by their letters: one letter alone may be anything (a fit H7, a diameter D). */
const told = (words: string, letters: RegExp, group: 1 | 2): boolean => {
  const found = new Set([...words.matchAll(letters)].map((match) => (match[group] ?? '').toLowerCase()))
  return found.size >= 3 && found.has('h') && found.has('w')
}

/** `150 mm W x 100 mm D x 80 mm H`, `W 150, D 100, H 80`: sides, each by its letter. */
export const LETTERED_SIZES: readonly Rewrite[] = [
  [
    BEHIND,
    ({ 0: text, 1: size = '', 2: letter = '', input }) =>
      told(input, BEHIND, 2) ? `${size} ${WORDS[letter.toLowerCase()]}` : text,
  ],
  [
    BEFORE,
    ({ 0: text, 1: letter = '', 2: size = '', input }) =>
      told(input, BEFORE, 1) ? `${size} ${WORDS[letter.toLowerCase()]}` : text,
  ],
]
