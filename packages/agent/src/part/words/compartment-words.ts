import type { Rewrite } from './notation.ts'

const BOX =
  /\b(?:box|case|enclosure|housing|tray|container|bin|caddy|tidy|crate|planter|trough|drawer|organi[sz]er|holder|insert)\b/i
const COUNT = String.raw`(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})`
const BAYS = String.raw`(?:compartments?|bays|cells|chambers|sections|cubbies|pockets|spaces|slots|parts|halves|rooms)`
const EVEN = String.raw`(?:equal(?:ly)?(?:[- ]sized)?|even(?:ly)?(?:[- ]sized)?|identical|separate|same[- ]size(?:d)?|individual)`
/** In a follow-up the box is there, and `it` is what is divided. */
const DIVIDES_IT = /\b(?:divide|split|separate|partition|subdivide)s? (?:it|this|the (?:inside|interior|space))\b/i
const ofBox =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    BOX.test(match.input) || DIVIDES_IT.test(match.input) ? put(match) : match[0]

/** How a box is parted: `divided into 3 x 2 equal cells by 1.2 mm walls` are compartments and the dividers between them. */
export const COMPARTMENT_WORDS: readonly Rewrite[] = [
  // `divided into four equal sections`, `partitions making 3 x 2 bays`, `dividing it into two equal halves`
  [
    new RegExp(
      String.raw`,? ?\b(?:(?:that |which )?(?:is |are )?(?:divid(?:es?|ed|ing)|split(?:s|ting)?|separat(?:es?|ed|ing)|part(?:s|ed|ing)|partition(?:s|ed|ing)?|subdivid(?:es?|ed|ing))(?: (?:it|this|the (?:box|tray|inside|interior|space|container)))?(?: up)?(?: evenly| equally)? into|(?:to )?(?:mak(?:es?|ing)|form(?:s|ing)?|giv(?:es?|ing)|creat(?:es?|ing)|get)|so (?:that )?(?:there are|you get|we get|it has)|for) (?=(?:${COUNT} ?(?:rows?|columns?)? ?(?:x|×|by|of)? ?){1,2}(?:${EVEN} )*${BAYS}\b)`,
      'gi',
    ),
    ofBox(() => ' with '),
  ],
  // `four equal cells`, `3 x 2 sections`: none of them is a thing of its own.
  [
    new RegExp(
      String.raw`(?<=\b(?:with|having|has|and|,) )(${COUNT}(?: ?(?:x|×|by|(?:rows?|columns?) of) ?${COUNT})?) ((?:${EVEN} )*)${BAYS}\b(?: ?\(?(?:each )?of (?:the )?(?:equal|same|identical) (?:width|size|length|area|volume)s?\)?)?`,
      'gi',
    ),
    ofBox(({ 0: all, 1: count = '', 2: even = '' }) =>
      /compartment/i.test(all) || even || /[x×]|by|of/.test(count) ? `${count} compartments` : all,
    ),
  ],
  // `divide it in three`, `split into two`
  [
    new RegExp(
      String.raw`\b(?:divide|split|separate|partition|subdivide)d? (?:(?:it|this|the (?:box|tray|inside|interior|space)) )?(?:up )?(?:evenly |equally )?in(?:to)? (${COUNT})(?= ?(?:[.,;]|$|with\b|by\b|lengthwise\b|equally\b))`,
      'gi',
    ),
    ofBox(({ 1: count = '' }) => `with ${count} compartments`),
  ],
  [/\b(?:compartments?) of (?:equal|the same|identical) (?:width|size|length|area|volume)s?\b/gi, () => 'compartments'],
]
