import type { Rewrite } from './notation.ts'

const LOFTED = /\bloft|\btransition|\bsquare[- ]to[- ]round\b/i
const whereLofted =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    LOFTED.test(match.input) ? put(match) : match[0]

const SIZE = String.raw`\d[\d.]*(?: ?(?:mm|cm|in)\b)?`
const PLACE = String.raw`(?: at (?:the |its |one )?(?:bottom|base|top|end|other end|foot))?`

/** Outlines of a loft as they are told: by their sizes and ends alone, in steps, one above the other. */
export const LOFT_WORDS: readonly Rewrite[] = [
  // `17 mm square at the bottom, 13 mm square at the top, 8 mm tall`: what has two ends tapers, whether it has a name or not.
  [
    /^(?=\d[\d.]*(?: ?mm)? square (?:at|on) the (?:bottom|base|top)\b[^.;]*?\b\d[\d.]*(?: ?mm)? square (?:at|on) the (?:top|bottom|base)\b)/gi,
    () => 'loft ',
  ],
  // `a pyramid with a triangular base`
  [
    /\bpyramid (?:with|having|on) an? (?:equilateral )?(triangular|hexagonal) base\b/gi,
    ({ 1: shape = '' }) => `${shape} pyramid with base`,
  ],
  // `Draw a rectangle … draw another … Loft between them.`: what is made comes first.
  [
    /^(?=[^]*?[.;,] ?(?:then |and then |and )?loft (?:between|through|from|over|across)? ?(?:them|these|the two|both|it|one)\b)/gi,
    () => 'loft: ',
  ],
  [
    /[.;,] ?(?:then |and then |and )?loft (?:between|through|from|over|across)? ?(?:them|these|the two|both|it|one)\b[^.;]*/gi,
    () => ' ',
  ],
  // `60 x 60 at the bottom to 40 dia at the top`
  [
    new RegExp(
      String.raw`\b(\d[\d.]* ?[x×] ?${SIZE})${PLACE}(?:,? (?:to|and|up to|into))(?: an?)? (${SIZE}) (?:dia(?:meter)?|round|circle)\b${PLACE}`,
      'gi',
    ),
    whereLofted(({ 1: low = '', 2: high = '' }) => `${low} rectangular section to ${high} circle`),
  ],
  [
    new RegExp(
      String.raw`(${SIZE}) (?:dia(?:meter)?|round|circle)${PLACE}(?:,? (?:to|and|up to|into))(?: an?)? (\d[\d.]* ?[x×] ?${SIZE})\b(?! (?:rect|square))${PLACE}`,
      'gi',
    ),
    whereLofted(({ 1: low = '', 2: high = '' }) => `${low} circle to ${high} rectangular section`),
  ],
  // `a 30 mm circle 45 mm above it`
  [
    new RegExp(
      String.raw`,? ?(${SIZE}) (?:above|over|higher than|up from) (?:it|that|this|the first|the other)\b(?: (?:draw|sketch|is|put))?`,
      'gi',
    ),
    whereLofted(({ 1: apart = '' }) => ` , ${apart} apart , `),
  ],
  // `into a 20 mm square 35 mm higher`
  [
    new RegExp(String.raw`,? ?(${SIZE}) (?:higher(?: up)?|further up|up from there)\b`, 'gi'),
    whereLofted(({ 1: apart = '' }) => ` , ${apart} apart `),
  ],
  // `pyramid … with the top 10 mm sliced off`
  [
    new RegExp(
      String.raw`(?<=\bpyramid\b[^.;]{0,60}),? ?(?:with )?(?:the )?top (${SIZE}) (?:is )?(?:sliced|cut|sawn|taken|removed|chopped)(?: off| away)?`,
      'gi',
    ),
    ({ 1: size = '' }) => ` , clear ${size} ,`,
  ],
]
