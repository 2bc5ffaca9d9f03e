import { LENGTH, type Rewrite } from './notation.ts'

const IS = String.raw`(?: is| are|:| =|=)? ?`
const KIND = '(?:(?:mounting|screw|bolt|fixing|through)[ -])*'
const EACH = String.raw`(?:per|in each|on each|each) (leg|arm|flange|side|end)`
const MANY = new RegExp(
  String.raw`(?:^|(?<=[\n;,.(-] ?))[ \t]*(?:(?:number|no\.?|quantity|qty\.?|count) (?:of )?${KIND}holes|${KIND}hole (?:count|quantity|qty\.?|number))${IS}(\d+|two|three|four|five|six|eight)\b(?: ?\(?(\d+|one|two|three|four) ${EACH}\)?)?(?! ?(?:mm|x|×))`,
  'i',
)
const WIDE = String.raw`\b${KIND}hole (?:diameters?|dia\.?|sizes?)${IS}(${LENGTH}|m\d+(?:\.\d+)?)\b`

/** What stands in a hole of its own. */
const THING = String.raw`(?:(?:test|drill|router|tool|paint|spray|golf|felt|glass|marker|screw|craft|make-?up|wax|socket|hex|allen)[- ])?(?:tubes?|pens?|pencils?|markers?|brush(?:es)?|vials?|bits?|bottles?|eggs?|candles?|screwdrivers?|drivers?|chisels?|files?|tools?|cans?|collets?|mills?|cutters?|taps?|nozzles?|balls?|dowels?|rods?|syringes?|lipsticks?|toothbrush(?:es)?|tealights?|glasses|sockets?|keys|drills?|punches|scribers?|tubes)`
const MANY_OF = String.raw`(\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)`
const ACROSS = String.raw`(?:[Øø∅⌀] ?)?(${LENGTH})(?:[ -](?:mm )?(?:(?:in )?dia(?:meter)?\b\.?|across|round|thick|each))*`
/** `for 6 pens 10 mm diameter`, `to hold eight 16 mm test tubes` */
const HELD = new RegExp(
  String.raw`,? ?\b(?:(?:made )?for|to (?:hold|take|store|keep)|(?:that |which )?(?:holds|takes)|holding|taking) ${MANY_OF} (?:(?:${ACROSS}) ${THING}|${THING},? (?:(?:of|with|each|that are|are|is) )*(?:a )?(?:dia(?:meter)? (?:of )?)?${ACROSS})(?! ?[x×])`,
  'i',
)
/** Whether something is asked for that so many things stand in, each in a hole of its own. */
export const holdsInHoles = (input: string): boolean =>
  HELD.test(input) && !/\b(?:plywood|laser|walls?|compartments?|dividers?|tray|box)\b/i.test(input)

/** Openings as they are counted, with how wide they are before them or behind. */
const WIDTH = String.raw`(?:(?:[Øø∅⌀] ?)?\d[\d.]*(?: ?mm)?(?: dia(?:meter)?\b\.?)?|M\d[\d.]*)`
const OPENING = String.raw`(?:(?!and|with|on|at|in|from|for|deep|long|wide|x)[a-z]+[ -]){0,2}(?:hole|slot|bore|boss|standoff|pocket)`
/** `(x4)`, `4 off`, `qty 4`: how many, behind the thing. */
const BEHIND = String.raw`(?:\([x×] ?(\d\d?)\)|\(?(\d\d?)(?: ?[x×]\)| ?(?:off|plcs?|places|pls?|no'?s?|pcs)\b\.?\)?)|\(?(?:qty|quantity)\.?:? ?(?:of )?(\d\d?)\b\)?)`

/** `Hole diameter: 6 mm; Number of holes: 4 (2 per leg)`: two lines of a list, and one thing. */
export const COUNTED_HOLES: readonly Rewrite[] = [
  // `5.5 mm holes (x4) on …`, `M5 clearance hole, 4 off`, `5.5 mm hole on 60 x 40, 4 places`
  [
    new RegExp(
      String.raw`(?<!(?:\d|two|three|four|five|six|eight) ?(?:[x×] ?)?)\b(${WIDTH} ${OPENING})(?:e?s)?( (?:on|at) [^.;,]{1,40}?(?=, ?(?:\d|qty)))?,? ?${BEHIND}(?:,(?= (?:on|at|in) ))?(?! ?(?:mm|deep|wide|long|dia|apart|[Øø∅⌀\d]|M\d|cent(?:re|er)|(?:from |of )?(?:the |its )?(?:cent(?:re|er)|axis|middle)))`,
      'gi',
    ),
    ({ 1: thing = '', 2: where = '', 3: one, 4: two, 5: three }) => `${one ?? two ?? three} ${thing}s${where}`,
  ],
  // `4no. M5 holes`, `4 x 5.5 mm hole`, `4x Ø8 hole`: so many of them. A `10 x 20 hole` is none of these.
  [/(?<![x×\d.] ?)\b(\d\d?)(?: ?no'?s?\b\.?|-off\b)(?= ?(?:[Øø∅⌀] ?)?[\dm])/gi, ({ 1: many = '' }) => `${many} x`],
  [
    new RegExp(
      String.raw`(?<![x×\d.] ?)\b(?!1\b)(\d\d?) ?[x×] ?((?:(?:[Øø∅⌀] ?\d[\d.]*|M\d[\d.]*|\d+\.\d+(?=(?: ?mm)?(?: [a-z]+)? hole))(?: ?mm)?(?: dia(?:meter)?\b\.?)? )?${OPENING})(?=,? ?(?:[Øø∅⌀\d(,;]|on|at|in|for|through|thru|spaced|equally|$))(?! (?:pattern|grid|array|circle))`,
      'gi',
    ),
    ({ 1: many = '', 2: thing = '' }) => `${many} x ${thing}s`,
  ],
  // `Rack of 5 test tubes: block 150 x 30 x 40`: one rack, whose holes are told behind its title.
  [
    /^\W*(?:an? )?(?:[a-z]+ )?(?:rack|holder|stand|organi[sz]er|caddy) (?:of|for) (?:\d+|two|three|four|five|six|eight|ten|twelve) (?:[a-z]+ ){0,2}[a-z]+[:.] ?(?=(?:an? )?(?:block|bar|plate|board|base|strip)\b)/gi,
    () => '',
  ],
  // `rack for 6 test tubes of 16 mm, 150 x 40 x 50`: a block with a hole for each of them.
  [
    new RegExp(
      String.raw`\b(?:${THING} )?(?:rack|holder|stand|organi[sz]er|caddy)\b(?: block)?(?=:? ?(?:made )?(?:for|to hold|that holds|with|,|\d|$))`,
      'gi',
    ),
    ({ 0: text, input }) => (holdsInHoles(input) ? (/\bblock\b/i.test(input.replace(text, '')) ? ' ' : 'block') : text),
  ],
  [
    new RegExp(HELD.source, 'gi'),
    ({ 0: text, 1: many = '', 2: before, 3: behind = '', input }) => {
      if (!holdsInHoles(input)) return text
      const blind = /\b(?:deep|depth|through|thru)\b/i.test(input) ? '' : 'blind '
      return ` with ${many} ${blind}holes ${before ?? behind} diameter ,`
    },
  ],
  // `holes: 2 per leg, 5.5 mm`
  [
    new RegExp(
      String.raw`\b(${KIND})holes ?[:=–-] ?(\d|two|three|four|one) ${EACH}s?,? (?:of |dia(?:meter)? )?(?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?\b\.?)?(?! (?:from|in|apart|off)\b)`,
      'gi',
    ),
    ({ 1: kind = '', 2: many = '', 3: each = '', 4: wide = '' }) =>
      `${many} ${kind}holes ${wide} diameter in each ${each}`,
  ],
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
