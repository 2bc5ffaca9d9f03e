import { LENGTH, type Rewrite } from './notation.ts'

const IS = String.raw`(?: is| are|:| =|=)? ?`
const KIND = '(?:(?:mounting|screw|bolt|fixing|through)[ -])*'
const EACH = String.raw`(?:per|in each|on each|each) (leg|arm|flange|side|end)`
const MANY = new RegExp(
  String.raw`(?:^|(?<=[\n;,.(-] ?))[ \t]*(?:(?:number|no\.?|quantity|qty\.?|count) (?:of )?${KIND}holes|${KIND}hole (?:count|quantity|qty\.?|number))${IS}(\d+|two|three|four|five|six|eight)\b(?: ?\(?(\d+|one|two|three|four) ${EACH}\)?)?(?! ?(?:mm|x|×))`,
  'i',
)
const WIDE = String.raw`\b${KIND}hole (?:diameters?|dia\.?|sizes?)${IS}(${LENGTH}|m\d+(?:\.\d+)?)\b`

/** `Hole diameter: 6 mm; Number of holes: 4 (2 per leg)`: two lines of a list, and one thing. */
export const COUNTED_HOLES: readonly Rewrite[] = [
  // `mounting holes: 4x 5.5 mm`: so many, and how wide; `four holes: 5 x 6` has its number.
  [
    new RegExp(
      String.raw`(?<!\b(?:two|three|four|five|six|eight|\d+) ?(?:[x×] ?)?)\b(${KIND})holes ?(?:[:=–-]|are) ?(\d\d?) ?(?:[x×]|no\.?|off) ?(?:[Øø∅⌀] ?)?(${LENGTH})(?:[ -](?:dia(?:meter)?\b\.?))?(?![\d.]| ?(?:mm|cm|in\b)? ?(?:x|×|by|deep|depth|long|wide|thick|pitch|spacing|spaced|apart|pattern|grid|array|cent))`,
      'gi',
    ),
    ({ 1: kind = '', 2: many = '', 3: wide = '' }) => `${many} ${kind}holes ${wide} diameter`,
  ],
  [
    new RegExp(WIDE, 'gi'),
    ({ 0: text, 1: wide = '', input }) => {
      const [, all, some, each] = MANY.exec(input) ?? []
      if (all === undefined) return text
      return `${some ?? all} ${/^m/i.test(wide) ? `${wide} holes` : `holes ${wide} diameter`}${each ? ` in each ${each}` : ''}`
    },
  ],
  [
    new RegExp(MANY.source, 'gi'),
    ({ 0: text, 1: all = '', 2: some, input }) =>
      new RegExp(String.raw`\b${some ?? all} (?:m[\d.]+ )?holes\b`, 'i').test(input) ? '' : text,
  ],
]
