import type { Rewrite } from './notation.ts'

const BOX =
  /\b(?:box|case|enclosure|housing|tray|container|bin|caddy|tidy|crate|planter|trough|drawer|organi[sz]er|holder|insert)\b/i
const COUNT = String.raw`(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})`
const BAYS = String.raw`(?:compartments?|bays|cells|chambers|sections|cubbies|pockets|spaces|slots|parts|halves|rooms)`
const EVEN = String.raw`(?:equal(?:ly)?(?:[- ]sized)?|even(?:ly)?(?:[- ]sized)?|identical|separate|same[- ]size(?:d)?|individual)`
const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const countOf = (word = ''): number => (/^\d/.test(word) ? Number(word) : WORDS.indexOf(word.toLowerCase()))
/** In a follow-up the box is there, and `it` is what is divided. */
const DIVIDES_IT = /\b(?:divide|split|separate|partition|subdivide)s? (?:it|this|the (?:inside|interior|space))\b/i
const ofBox =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    BOX.test(match.input) || DIVIDES_IT.test(match.input) ? put(match) : match[0]

const VESSEL = String.raw`(?:box|case|tray|crate|tub|bin|drawer|enclosure|housing|container|organi[sz]er|caddy|tidy|trough|holder|dish)`
const CELL = String.raw`(?:18650|21700|26650|14500|aaa?|9 ?v|cr20(?:16|25|32)|lithium|li-?ion|lipo|coin|round)`
/** What is put into it, and no part of it. */
const CONTENTS = String.raw`(?:for|to hold|that holds|holding|to take) ${COUNT}(?: ?x)? (?:${CELL}(?:[ -]sized?)?(?: (?:cells?|batter(?:ies|y)))?(?![\w.])|(?:cells|batteries)\b|(?!${BAYS}|holes?\b|lids?\b)[a-z]{3,}s\b)(?! ?(?:,|with|in|of)? ?(?:each|every|\d[\d.]*(?: ?mm)? (?:dia|long|wide|thick)))`
/** A box told by three sizes of its own, and by its walls or which side they are of. */
const SIZED =
  /^(?=[^]*\b(?:inside|outside|walls?|internal(?:ly)?)\b)[^]*(?:\d(?: ?mm)? ?(?:x|×|by) ?\d[\d.]*(?: ?mm)? ?(?:x|×|by) ?\d|\blong\b[^]*\bwide\b[^]*\b(?:high|deep|tall)\b)/i

const WALL =
  /\b(?:walls?|dividers?|partitions?)(?: (?:thickness|thick))?(?: of| are| is)? (\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)(?: ?mm)?(?: thick)? (?:walls?|dividers?|partitions?)/i

/** How a box is parted: `divided into 3 x 2 equal cells by 1.2 mm walls` are compartments and the dividers between them. */
export const COMPARTMENT_WORDS: readonly Rewrite[] = [
  // `divided 3 by 2`, `split 3 x 2 by 2 mm partitions of full height`
  [
    new RegExp(
      String.raw`,? ?\b(?:divided|split|partitioned|subdivided)(?: up)?(?: into| in)? (${COUNT}) ?(?:x|×|by) ?(${COUNT})(?: ?(?:x|×|by|with|using) ?(\d+(?:\.\d+)?)(?: ?mm)?(?: thick)? (?:partitions|dividers|walls)(?: of (?:the )?full height)?)?(?= ?(?:[,;)]|\.(?!\d)|$|with\b))`,
      'gi',
    ),
    ofBox(
      ({ 1: across = '', 2: deep = '', 3: thick }) =>
        `, ${across} x ${deep} compartments${thick ? ` , dividers ${thick} thick` : ''}`,
    ),
  ],
  // `box for two 18650 cells, 44 x 72 x 20 inside`, `tray 110 x 70 x 25, for twelve eggs`: what lies in a box that is told by itself.
  [
    new RegExp(String.raw`(?<=\b${VESSEL})(?: ?[,(]?) ?${CONTENTS}\)?|, ?${CONTENTS}(?=\.?$)`, 'gi'),
    ({ 0: text, input }) =>
      SIZED.test(input) && (!/\bcells$/i.test(text) || /\b(?:batter|cell (?:box|case|tray))/i.test(input)) ? '' : text,
  ],
  [
    new RegExp(
      String.raw`\b(?:${CELL} )?(?:battery|cell|batteries) (?=(?:box|case|tray|housing|enclosure|tub)\b)`,
      'gi',
    ),
    ({ 0: text, input }) => (SIZED.test(input) ? '' : text),
  ],
  // `tray with 4 x 3 cells of 40 x 40 x 45 deep, walls 2`: inside it is as large as they and what stands between them.
  [
    new RegExp(
      String.raw`(?:,? ?(?:with|having|for|of) |, )?(?<![x×\d.] ?)\b(\d{1,2}) ?(?:x|×|by) ?(\d{1,2}) ${BAYS},?(?: of| each| at)* (\d+(?:\.\d+)?) ?(?:x|×|by) ?(\d+(?:\.\d+)?) ?(?:x|×|by) ?(\d+(?:\.\d+)?)(?: ?mm)?(?: (?:deep|high|tall|each))*`,
      'gi',
    ),
    ofBox(({ 0: text, 1: across = '', 2: down = '', 3: long, 4: wide, 5: deep, input }) => {
      const wall = Number(WALL.exec(input)?.slice(1).find(Boolean))
      if (!wall || SIZED.test(input.replace(text, ''))) return text
      const inside = (count: string, size = '') => Number(count) * Number(size) + (Number(count) - 1) * wall
      return ` ${inside(across, long)} x ${inside(down, wide)} x ${deep} inside, with ${across} x ${down} compartments`
    }),
  ],
  // `divided into four equal sections`, `partitions making 3 x 2 bays`, `dividing it into two equal halves`
  [
    new RegExp(
      String.raw`,? ?\b(?:(?:that |which )?(?:is |are )?(?:divid(?:es?|ed|ing)|split(?:s|ting)?|separat(?:es?|ed|ing)|part(?:s|ed|ing)|partition(?:s|ed|ing)?|subdivid(?:es?|ed|ing))(?: (?:it|this|the (?:box|tray|inside|interior|space|container)))?(?: up)?(?: evenly| equally)? into|(?:to )?(?:mak(?:es?|ing)|form(?:s|ing)?|giv(?:es?|ing)|creat(?:es?|ing)|get)|so (?:that )?(?:there are|you get|we get|it has)|for) (?=(?:${COUNT} ?(?:rows?|columns?)? ?(?:x|×|by|of)? ?){1,2}(?:${EVEN} )*${BAYS}\b)`,
      'gi',
    ),
    ofBox(() => ' with '),
  ],
  // `12 pockets, 4 by 3`, `six compartments in two rows of three`
  [
    new RegExp(
      String.raw`\b(${COUNT}) ((?:${EVEN} )*)${BAYS},? ?\(?(?:in |arranged |as |laid out )*(?:an? )?(?:(${COUNT}) ?(?:x|×|by) ?(${COUNT})(?: (?:grid|array|pattern|layout))?|(${COUNT}) rows? of (${COUNT}))\b(?! ?(?:mm|x|×|by))\)?`,
      'gi',
    ),
    ofBox(({ 0: all, 1: many, 3: x, 4: y, 5: rows, 6: each, input }) => {
      const [columns, down] = [x ?? each ?? '', y ?? rows ?? '']
      return /\bwalls?\b/i.test(input) && countOf(columns) * countOf(down) === countOf(many)
        ? `${countOf(columns)} x ${countOf(down)} compartments`
        : all
    }),
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
      String.raw`\b(?:divide|split|separate|partition|subdivide)d? (?:(?:it|this|the (?:box|tray|inside|interior|space)) )?(?:up )?(?:evenly |equally )?in(?:to)? (${COUNT})(?= ?(?:[.,;]|$|with\b|by\b|lengthwise\b|equally\b))(?! by (?:${COUNT})\b(?! ?mm))`,
      'gi',
    ),
    ofBox(({ 1: count = '' }) => `with ${count} compartments`),
  ],
  [/\b(?:compartments?) of (?:equal|the same|identical) (?:width|size|length|area|volume)s?\b/gi, () => 'compartments'],
]
