import type { Rewrite } from './notation.ts'

const NEW = /^\s*(?:please )?(?:make|create|generate|model|design|build|draw|an?)\b/i

/** A size in inches; `5 in from each edge`, `8 in thickness` may be inwards, and how thick. */
export const IN_INCHES =
  /\d ?(?:"|inch(?:es)?\b|in\b(?! (?:from|length|width|height|depth|thickness|diameter)\b)|in\.)|\d\/\d/i

const PUT_IN =
  /^(?:each|both|corners|base|upright|vertical|horizontal|web|flange|leg|side|wall|top|bottom|lid|floor|plate|back|long|short|middle|cent(?:re|er))\b/i
const INWARDS =
  /(?<![\d./-]|[x×] ?)(\d+(?:\.\d+)?) in(?= ?(?:[,;]|\.(?:\s|$)|$|and\b)| from (?:the |each |every |all |both )*(?:corner|edge|side|end)s?\b)/gi

/** Units in full are the short ones: every rule that reads a length reads these as well. */
export const UNIT_WORDS: readonly Rewrite[] = [
  // `1/2 in from the edges`: a fraction is never in millimetres.
  [/(?<=\d\/\d+) in(?= from\b)/gi, () => ' inch'],
  // `plate 100 mm square, corner holes 15 in`, `four 10 in from the corners`: inwards, where nothing is in inches.
  [
    INWARDS,
    ({ 0: text, 1: far, input }) => {
      const metric = /\d ?mm\b/i.test(input) || /\b(?:[4-9]\d|\d{3,})\b/.test(input)
      return metric && /\bholes?\b/i.test(input) && !IN_INCHES.test(input.replaceAll(INWARDS, ''))
        ? `${far} mm in`
        : text
    },
  ],
  // `4 holes 6.5 in base`, where nothing else is in inches
  [
    /(?<=\bholes? (?:of )?[Øø⌀]? ?)(\d+(?:\.\d+)?) in (?=[a-z])/gi,
    ({ 0: text, 1: size, index, input }) => {
      const [next] = PUT_IN.exec(input.slice(index + text.length)) ?? []
      if (!next || IN_INCHES.test(input.replace(/\d in (?=[a-z])/gi, ' '))) return text
      return `${size} mm in ${/each|both|corners/i.test(next) ? '' : 'the '}`
    },
  ],
  // `4xM8 holes`
  [/\b(\d+)[x×](?=M\d)/gi, ({ 1: many }) => `${many} x `],
  // `.3125 id, .187 wide, inch`: the unit of all of it, at the end.
  [/(?<=[,(;.] ?(?:all |dims |dimensions |sizes |units? )?(?:in |are )?)inch(?=\)?\.?\s*$)/gi, () => 'inches'],
  // `a washer outer_radius=20mm thickness=2.5mm`: names as programs write them.
  [
    /\b([a-z]+)_([a-z]+) ?[=:] ?(?=\.?\d)/gi,
    ({ 0: text, 1: one, 2: other, input }) => (NEW.test(input) ? `, ${one} ${other} ` : text),
  ],
  [
    /\b(length|width|height|thickness|diameter|radius|depth) ?= ?(?=\.?\d)/gi,
    ({ 0: text, 1: one, input }) => (NEW.test(input) && /_[a-z]+ ?=/.test(input) ? `, ${one} ` : text),
  ],
  [/(?<=\d)[ -]?millimet(?:er|re)s?\b/gi, () => ' mm'],
  [/(?<=\d)[ -]?centimet(?:er|re)s?\b/gi, () => ' cm'],
]
