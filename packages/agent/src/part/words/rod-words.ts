import { LENGTH, type Rewrite } from './notation.ts'

const ROD = '(?:round )?(?:steel |brass |stainless )?(?:rod|wire|bar)'
const L_ROD = /\bl hook\b/i
const HANDLE = /\b(?:handle|pull|grab (?:bar|rail)|grip)\b/i
const HOOK = /\bhook\b/i
const J_ROD = /\bj[- ](?:shaped )?hook\b/i
const U_ROD = /\bu bolt blank\b/i
const of =
  (what: RegExp, put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    what.test(match.input) ? put(match) : match[0]

/** What is bent from rod: an L by its two legs, a U by what is between them, a handle by the middle of its grip. */
export const ROD_WORDS: readonly Rewrite[] = [
  // `128 mm between screws`: of a handle, how far its legs are apart.
  [
    new RegExp(
      String.raw`\b(${LENGTH}) (?:apart )?between (?:the )?(?:fixing |mounting )?(?:screws?|bolts?|fixings?)(?: holes?| cent(?:re|er)s?)?(?= ?(?:[,.;]|$|and\b|with\b))`,
      'gi',
    ),
    ({ 0: text, 1: far = '', input }) => (HANDLE.test(input) ? `${far} between centres` : text),
  ],
  // `10 mm rod bent at right angles like an allen key`, `hook from 5 mm rod, L shaped`
  [
    new RegExp(
      String.raw`^(?:an? )?(${LENGTH}) (?:thick |dia(?:meter)? )?(${ROD}),? (?:is )?(?:bent|formed|folded) (?:at|to|through|by|into) (?:an? )?(?:right[- ]angles?|90 ?(?:°|deg(?:rees?)?)|l(?:[- ]shape)?)\b(?: like an? [a-z ]+)?`,
      'gi',
    ),
    ({ 1: thick = '', 2: rod = '' }) => `l hook , ${thick} ${rod}`,
  ],
  [
    /\b(?:[a-z]+ )?hook\b([^.;]*?\b(?:rod|wire|bar)\b[^.;]*?),? l[- ]shaped?\b/gi,
    ({ 1: rest = '' }) => `l hook${rest}`,
  ],
  [
    new RegExp(
      String.raw`\b(?:legs )?(${LENGTH}) and (${LENGTH}) (?:long )?(?:overall|outside|measured outside)\b`,
      'gi',
    ),
    of(L_ROD, ({ 1: long = '', 2: short = '' }) => `long leg ${long} , short leg ${short}`),
  ],
  // `a rod with a diameter of 8 mm that is bent into a U`
  [
    new RegExp(
      String.raw`\b(?:an? )?(?:(${LENGTH}) (?:thick )?)?${ROD}(?: (?:with|of) (?:an? )?(?:diameter|thickness)(?: of)? (${LENGTH}))?,? (?:that is |which is )?bent (?:in)?to (?:an? )?u(?:[- ]shape)?\b`,
      'gi',
    ),
    ({ 0: all, 1: before, 2: behind }) => (before || behind ? `u bolt blank , ${before ?? behind} rod` : all),
  ],
  [
    new RegExp(
      String.raw`\b(?:the )?(?:inner|inside|clear) (?:distance|width|gap) between (?:the |its )?(?:two )?legs (?:is |of )?(${LENGTH})`,
      'gi',
    ),
    of(U_ROD, ({ 1: size = '' }) => `inside ${size}`),
  ],
  // `inside diameter of each curve 25 mm`, `a hook radius of 12 mm`
  [
    new RegExp(
      String.raw`\b(?:with )?(?:an? |the )?(?:inside|inner|internal) (diameter|radius) of (?:each|both|the|every|its) (?:curves?|hooks?|bows?|ends?|bends?|loops?|arcs?)(?: is| of|:| being)? (${LENGTH})`,
      'gi',
    ),
    of(HOOK, ({ 1: way = '', 2: size = '' }) => `inside ${way} ${size}`),
  ],
  // `hook that clamps onto a 20 mm thick desk`: it grips what it hangs on.
  [
    new RegExp(
      String.raw`^((?:(?!\bhook\b)[^.;:])*)\bhook\b(?=[^]*\b(?:clamp|hang|grip|fit|slid|slip|hook)(?:s|ing|ed)?\b[^.;]{0,20}\b(?:on|onto|over|around) (?:to )?(?:an? |the )?(?:(?:edge of )?(?:an? |the )?)?(?:${LENGTH} (?:thick )?)?(?:shelf|desk|door|table|rail|board)\b)`,
      'gi',
    ),
    ({ 1: led = '' }) => `${led.replace(/\b(?:headphone|coat|wall|bag|towel)\b/i, '')}shelf hook`,
  ],
  // `a rectangular cross-section of 20 x 10`: it is bent over its flat side.
  [
    new RegExp(
      String.raw`\b(?:with |of )?(?:an? )?(?:rectangular|flat) (?:cross[- ]?)?section(?: of| measuring|,)? (${LENGTH}) ?[x×] ?(${LENGTH})`,
      'gi',
    ),
    of(HANDLE, ({ 1: a = '', 2: b = '' }) =>
      Number.parseFloat(a) <= Number.parseFloat(b) ? `from ${a} x ${b} bar` : `from ${b} x ${a} bar`,
    ),
  ],
  // `then 10 mm straight up again`
  [
    new RegExp(
      String.raw`\b(?:then|and) (?:an? )?(?:another )?(${LENGTH}) (?:straight )?(?:back )?up(?:wards?)?(?: again)?(?= ?(?:[,.;]|$))`,
      'gi',
    ),
    of(J_ROD, ({ 1: size = '' }) => `, tip ${size}`),
  ],
  // `50 mm straight out, 20 mm up at the end`: an L.
  [
    new RegExp(
      String.raw`^(?:an? )?(?:[a-z]+ )?hook([^]*?)(${LENGTH}) (?:straight )?(?:out|long|forwards?),? (?:and |then )*(${LENGTH}) up(?:wards?)?(?: at the end)?`,
      'gi',
    ),
    ({ 0: text, 1: rest = '', 2: out = '', 3: up = '' }) =>
      /\b(?:rod|wire|bar)\b/i.test(rest) ? `l hook${rest} long leg ${out} , short leg ${up}` : text,
  ],
  // `40 mm from the feet to the centreline of the grip`
  [
    new RegExp(
      String.raw`\b(${LENGTH}) from (?:the |its )?(?:feet|ends?|mounting (?:face|surface)|base|wall|door) to (?:the )?cent(?:re|er)[- ]?line of (?:the |its )?(?:grip|bar|rod|handle)\b`,
      'gi',
    ),
    of(HANDLE, ({ 1: size = '' }) => `, grip axis ${size}`),
  ],
]
