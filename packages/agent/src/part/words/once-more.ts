import type { Rewrite } from './notation.ts'

const SIDE = String.raw`(?:the |its |their )?(top|bottom|left|right|front|back|rear|upper|lower|opposite|other|far)(?:[- ]hand)?(?: (?:face|side|surface|end|wall))?`
const PREP = '(?:in|on|into|onto|at|along|from|across)'
/** `and another one`, `; the same again`, `. Repeat it`: what was said last. */
const AGAIN = String.raw`(?:an?other(?: (?:one|[a-z]+))?|(?:(?:do|and) )?the (?:very )?same(?: (?:again|one|thing|feature|[a-z]+))?|one more|a second one|an (?:identical|equal) one|a matching one|(?:repeat|mirror|replicate|copy|duplicate) (?:it|this|that|the [a-z]+))`
const ONE_MORE = new RegExp(
  String.raw`(?:[,.;] ?|(?<=[a-z\d)]) )(?:(?:and|then|also|plus|put|add|cut|drill|make|mill|there is|likewise) )*${AGAIN}(?: as well| again)? (?:${PREP}|to) ${SIDE}(?: as well| too| also)?(?= ?(?:[,.;]|$|and\b))`,
  'gi',
)

const WHERE = new RegExp(String.raw`\b(${PREP}) (?:${SIDE}\b|it\b)`, 'i')
const OVER_THERE: Readonly<Record<string, string>> = {
  top: 'bottom',
  upper: 'bottom',
  bottom: 'top',
  lower: 'top',
  left: 'right',
  right: 'left',
  front: 'back',
  back: 'front',
  rear: 'front',
}
const AWAY: ReadonlySet<string> = new Set(['opposite', 'other', 'far'])

/** What is told of a thing and where it is: from its article on. */
const THING =
  /(?:(?<=\b(?:with|has|have|and|is|are|there|put|add|cut|drill|bore|mill|make|place|machine|face|side|top|bottom|left|right|front|back) |[,:] ?)|^)(?:an?|one|two|three|four|five|six|\d+ ?x) (?=\S)/gi

/** `a pocket … in the front face and the same in the back face`: told once more, with its own sizes. */
export const ONCE_MORE: readonly Rewrite[] = [
  [
    ONE_MORE,
    ({ 0: text, 1: there = '', input, index }) => {
      const before = input.slice(0, index)
      const clause = before.slice(
        Math.max(0, ...[...before.matchAll(/[.;:\n](?!\d) */g)].map((one) => one.index + one[0].length)),
      )
      const things = [...clause.matchAll(THING)].map((one) => clause.slice(one.index))
      // What opens the request is the part itself.
      const opens = clause.length === before.length
      const thing = things
        .slice(opens && /^\W*(?:\w+ )?an?\b/i.test(clause) ? 1 : 0)
        .findLast((one) => /\d/.test(one) && (WHERE.test(one) || WHERE.test(clause.slice(0, clause.indexOf(one)))))
      if (thing === undefined) return text
      const inside = WHERE.exec(thing)
      const [, prep = 'on', side = 'top'] = inside ?? WHERE.exec(clause) ?? []
      const from = side.toLowerCase()
      const to = AWAY.has(there.toLowerCase()) ? OVER_THERE[from] : there.toLowerCase()
      if (to === undefined || to === from || from === 'end') return text
      const place = `${prep.toLowerCase()} the ${to} face`
      return `, and ${inside ? thing.replace(WHERE, place) : `${thing} ${place}`}`
    },
  ],
]
