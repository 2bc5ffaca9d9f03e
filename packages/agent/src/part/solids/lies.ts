import type { Span } from '@hewn/model'
import { isSize, LENGTH } from './passages.ts'

/** A number of the words that says where a solid is, in millimetres. */
export interface Said {
  value: number
  at: Span
}

/** Where a solid lies, as far as it is told in numbers. */
export type Told =
  | { kind: 'point'; at: Span; point: Said[]; of?: 'centre' | 'base' | 'corner' }
  | { kind: 'range'; at: Span; axis: number; low: Said; high: Said }
  | { kind: 'level'; at: Span; axis: number; low: Said }
  /** So far above the face or the middle of what it is on; `centre`: its own middle is. */
  | { kind: 'above'; at: Span; distance: Said; from: 'top' | 'centre' | 'bottom'; centre?: true }
  | { kind: 'embedded'; at: Span; distance: Said }
  | { kind: 'apart'; at: Span; distance: Said }
  | { kind: 'from'; at: Span; distance: Said; side: string }

const SIGNED = String.raw`[-+−]?\d+(?:\.\d+)?(?: ?mm)?`
const AXES: Readonly<Record<string, number>> = { x: 0, y: 1, z: 2 }
const SIDE = String.raw`(left|right|front|back|rear|top|bottom|lower|upper)`

type Reader = readonly [
  pattern: RegExp,
  read: (match: RegExpMatchArray, said: (text: string, nth?: number) => Said) => Told | undefined,
]

const READERS: readonly Reader[] = [
  [
    new RegExp(
      String.raw`\b(?:from )?\(?([xyz]) ?[=:]? ?(?:from )?(${SIGNED}) ?(?:to|\.\.+|–|-) ?(?:[xyz] ?= ?)?(${SIGNED})\)?`,
      'gi',
    ),
    ({ 1: axis = '', 2: low = '', 3: high = '' }, said) => ({
      kind: 'range',
      at: [0, 0],
      axis: AXES[axis.toLowerCase()] ?? 2,
      low: said(low),
      high: said(high, low === high ? 1 : 0),
    }),
  ],
  [
    new RegExp(
      String.raw`(?:\b(?:its |the )?((?:cent(?:er|re)|base|bottom|corner)[a-z ]{0,28})?(?:is |are )?(?:\w*(?:placed|located|positioned|cent(?:er|re)e?d|standing|starting|starts|lies|sits) )?(?:with its ((?:cent(?:er|re)|base|bottom|corner)[a-z ]{0,20}))?(?:at|on|about|around) )(?:the )?(?:point |position |coordinates? )?\( ?(${SIGNED}) ?, ?(${SIGNED}) ?(?:, ?(${SIGNED}) ?)?\)`,
      'gi',
    ),
    (match, said) => {
      const [, before = '', own = '', x = '', y = '', z] = match
      const which = `${before} ${own} ${/cent(?:er|re)e?d/i.test(match[0]) ? 'centre' : ''}`
      const of = /base|bottom/i.test(which)
        ? 'base'
        : /corner/i.test(which)
          ? 'corner'
          : /cent/i.test(which)
            ? 'centre'
            : undefined
      const points = [x, y, ...(z === undefined ? [] : [z])]
      return {
        kind: 'point',
        at: [0, 0],
        point: points.map((text, index) => said(text, points.slice(0, index).filter((one) => one === text).length)),
        ...(of ? { of } : {}),
      }
    },
  ],
  [
    new RegExp(
      String.raw`\b(?:at|from|on|starting at|starting from|base at|bottom at) (?:the )?(?:height )?([xyz]) ?= ?(${SIGNED})`,
      'gi',
    ),
    ({ 1: axis = '', 2: low = '' }, said) => ({
      kind: 'level',
      at: [0, 0],
      axis: AXES[axis.toLowerCase()] ?? 2,
      low: said(low),
    }),
  ],
  [
    new RegExp(
      String.raw`\b(?:(?:its |the )?(cent(?:er|re)) (?:of the (?:sphere|ball|hemisphere|cylinder) )?(?:is |lies |located |sits )?)?(${LENGTH}) (?:directly )?above (?:the )?(top|cent(?:er|re)|middle|bottom|base|upper|cylinder|block|plate|column|disc)(?:'s)?`,
      'gi',
    ),
    ({ 1: own, 2: distance = '', 3: from = '' }, said) => ({
      kind: 'above',
      at: [0, 0],
      distance: said(distance),
      from: /^(?:cent|mid)/i.test(from) ? 'centre' : /^bott/i.test(from) ? 'bottom' : 'top',
      ...(own ? { centre: true as const } : {}),
    }),
  ],
  [
    new RegExp(
      String.raw`\b(?:is )?(?:embedded|sunk|sinks|overlap(?:s|ping)?|penetrat(?:es|ing)|pressed|let in) (?:by )?(${LENGTH})(?: deep)?(?: into)?`,
      'gi',
    ),
    ({ 1: distance = '' }, said) => ({ kind: 'embedded', at: [0, 0], distance: said(distance) }),
  ],
  [
    new RegExp(
      String.raw`\b(?:whose |with |their |the )?(?:cent(?:er|re)s?(?:[- ]to[- ]cent(?:er|re)s?)?(?: distance| spacing| are| is| of)* )(?:of )?(${LENGTH})(?: apart)?(?! above)|\b(${LENGTH}) (?:apart|between (?:the |their )?cent(?:er|re)s|cent(?:er|re)[- ]to[- ]cent(?:er|re))(?: cent(?:er|re)[- ]to[- ]cent(?:er|re)| between (?:the |their )?cent(?:er|re)s)?`,
      'gi',
    ),
    ({ 0: text, 1: distance, 2: other }, said) =>
      /apart|distance|spacing|to[- ]cent|between/i.test(text)
        ? { kind: 'apart', at: [0, 0], distance: said(distance ?? other ?? '') }
        : undefined,
  ],
  [
    new RegExp(
      String.raw`\b(${LENGTH}) (?:in |away )?from (?:the |its )?${SIDE}(?:[- ]hand)?(?: (?:edge|end|side|face))?`,
      'gi',
    ),
    ({ 1: distance = '', 2: side = '' }, said) => ({
      kind: 'from',
      at: [0, 0],
      distance: said(distance),
      side: sideOf(side),
    }),
  ],
]

const sideOf = (text: string): string => {
  const side = text.toLowerCase()
  return side === 'rear' ? 'back' : side === 'upper' ? 'top' : side === 'lower' ? 'bottom' : side
}

/** All that numbers say of places, in the order it was said. */
export function toldIn(words: string): Told[] {
  const found: Told[] = []
  for (const [pattern, read] of READERS)
    for (const match of words.matchAll(pattern)) {
      const at: Span = [match.index, match.index + match[0].length]
      if (/^\d/.test(match[0]) && isSize(words.slice(0, match.index))) continue
      if (found.some((one) => one.at[0] < at[1] && at[0] < one.at[1])) continue
      const said = (text: string, nth = 0): Said => {
        let from = -1
        for (let time = 0; time <= nth; time++) from = match[0].indexOf(text, from + 1)
        const start = match.index + from
        return { value: mm(text), at: [start, start + text.trimEnd().length] }
      }
      const told = read(match, said)
      if (!told) continue
      const [clause = ''] = /[^.;]*$/.exec(words.slice(0, match.index)) ?? []
      const own = told.kind === 'above' && /^\W*(?:the |its |with (?:its|the) |and )*cent(?:er|re)\b/i.test(clause)
      found.push({ ...told, at, ...(own ? { centre: true as const } : {}) } as Told)
    }
  return found.toSorted((a, b) => a.at[0] - b.at[0])
}

function mm(text: string): number {
  const factor = /cm|centi/i.test(text) ? 10 : /in|"/i.test(text) ? 25.4 : 1
  const [whole = 0, top, bottom] = (text.replace('−', '-').match(/[-+]?\d+(?:\.\d+)?|\.\d+/g) ?? []).map(Number)
  const value = /\d+ \d+\/\d+/.test(text)
    ? whole + (top ?? 0) / (bottom ?? 1)
    : /\d+\/\d+/.test(text)
      ? whole / (top ?? 1)
      : whole
  return Math.round(value * factor * 1e6) / 1e6
}
