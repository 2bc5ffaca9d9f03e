/** What a question about the part begins with. `can you`, `could we`, `is it possible to` and `how about` ask for a change. */
const ASKS = new RegExp(
  String.raw`^\W*(?:(?:so|and|but|ok(?:ay)?|hm+|well)\b,? )*(?:` +
    String.raw`(?:does|did)\b|(?:why|who|when|where) [^]*\?` +
    String.raw`|how (?:much|many|heavy|far|long|wide|big|thick|deep|tall|strong|large|high|expensive)\b(?! should)` +
    String.raw`|(?:what(?:'s| is| are| was| does| do| will)|which|are|was|were|will|would|should|is (?!it possible))\b[^]*\?` +
    String.raw`|do (?:i|we|you|they|these|those|the)\b[^]*\?` +
    String.raw`|can (?:i|an?|it|this|the|they) [^]*\b(?:use|fit|hold|take|carry|print|bear|go)\b[^]*\?)`,
  'i',
)
/** An order stands behind it: `are the holes 5 mm? make them 6`. A second question is none. */
const ORDERED = /[?.;!]\s*(?!(?:how|what|why|is|are|does|do|will|would)\b)[a-z]{2}/i
/** `would you make it longer?`, `will you`, `should be 12?` */
const POLITE = /^\W*(?:will|would|should) (?:you|be|have)\b|\bwould you\b/i

/** `does an M10 fit?`, `how far apart are the holes?`: a question about the part, which changes nothing of it. */
export const asksBack = (words: string): boolean =>
  ASKS.test(words) && !ORDERED.test(words.trim()) && !POLITE.test(words)
