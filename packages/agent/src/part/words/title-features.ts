import type { Rewrite } from './notation.ts'

const COUNT = String.raw`(?:an? |one |two |three |four |five |six |eight |[1-9] )?`
/** The noun at the end of `2 triangular ribs`, as it is found again: without its plural. */
const stemOf = (thing: string): string => (/([a-z]{3,})$/i.exec(thing.trim())?.[1] ?? '').replace(/(?:es|s)$/i, '')

const HAS = String.raw`(?:,? (?:with|having|featuring|plus|that has|which has)|[.,] (?:it (?:has|features)|there (?:are|is|should be)|add|the [a-z]+ has))`

/** What a title says of a part, and what is told behind it with its sizes: said once. */
export const TITLE_FEATURES: readonly Rewrite[] = [
  // `Flange with O-ring groove: OD 100, …, groove mean diameter 60`, `support bracket with 2 ribs: …, two ribs 40 x 40 x 5`,
  // `Electronics box. It has four bosses. The box is …. Four bosses, each …`
  [
    new RegExp(
      String.raw`^([^:.;,\n\d]{3,50}?)${HAS} (${COUNT}[^:.;,\n\d]{3,40}?)(?: and (${COUNT}[^:.;,\n\d]{3,30}?))?(?=:(?!\d)|\.\s|\n)`,
      'gi',
    ),
    ({ 0: title, 1: part = '', 2: first = '', 3: second, input }) => {
      const rest = input.slice(title.length)
      const told = (thing: string) => {
        // `slotted hole`: told as a slot.
        const stem = /\bslot/i.test(thing) ? 'slot' : stemOf(thing)
        return stem.length > 2 && new RegExp(String.raw`\b${stem}(?:e?s)?\b`, 'i').test(rest)
      }
      return [first, second ?? first].every(told) && /\d/.test(rest) ? part : title
    },
  ],
]
