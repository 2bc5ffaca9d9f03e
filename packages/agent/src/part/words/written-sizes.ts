/** A size as the rules of words/one-way.ts read it. */
export const SIZE = String.raw`\d+(?:\.\d+)?(?: ?mm| ?cm)?`
/** A fraction or the end of a number begins no size. */
export const STARTS = String.raw`(?<![\d./-])`
export const ENDS = String.raw`(?![\d./]*\d|[a-z])`
export const DIAMETER = String.raw`(?:diameter|diam?\b\.?)`
export const MANY = String.raw`two|three|four|five|six|seven|eight|nine|ten|twelve|(?<![\d.])\d+(?: ?x)?`
