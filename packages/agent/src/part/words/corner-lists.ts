import type { Rewrite } from './notation.ts'

const N = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)(?: ?mm\b)?`
const BARE = String.raw`${N} ?, ?${N}(?![\d.]|,\d)`
const POINT = String.raw`\( ?${N} ?[,;] ?${N} ?\)`
const BETWEEN = String.raw`[ ,;→–—-]*(?:and |to |then )?`
const LIST = String.raw`${POINT}(?:${BETWEEN}${POINT}){2,}`
const NAME = String.raw`(?:closed |flat |irregular |free-?form |custom )*(?:outline|polygon|profile|polyline|poly-?line|shape|contour|cross[- ]section|section|plate|sheet|part)`
const LEADING = String.raw`(?: (?:that )?(?:goes|going|runs|running|drawn|passing|defined|given|made|is|are))?(?: (?:through|by|with|from|of|having|whose|joining|connecting|at))?(?: (?:its|the|these))?(?: (?:corners?|corner points|vertices|vertex|points?|coordinates|corner coordinates))?(?: (?:at|in|are|in order|being))?`

/** `two diagonally opposite corners rounded 20 mm`, `R20 on opposite corners`: any two that lie so are like the others. */
const OPPOSITE = String.raw`(?:the |two |its |with )*(?:diagonally |diagonal )?(?:opposite|opposing|diagonal) corners`
const DONE = String.raw`(?<done>rounded|radiused|filleted|chamfered|bevell?ed|cut off|clipped)`
const ON_OPPOSITE = [
  String.raw`(?:(?<first>${N})(?: radius)? (?<work>fillets?|chamfers?|rounds?|radius|bevels?)|R ?(?<r>${N})) (?:on|at|in|to) ${OPPOSITE}\b`,
  String.raw`\b${OPPOSITE},? (?:are |is |have |with )?(?:${DONE}(?: off)?(?: to| with| by| at)?(?: an?)? ?)?(?:R ?|radius (?:of )?)?(?<last>${N})(?: (?:radius|chamfers?|fillets?))?(?! ?(?:[x×]|from|in\b|holes?|mm in))`,
]
const onOpposite = ({ 0: text, groups }: RegExpExecArray | RegExpMatchArray): string => {
  const { first, work, r, done, last } = groups ?? {}
  if (last !== undefined && done === undefined && !/\bR ?\d|radius|chamfer|fillet/i.test(text)) return text
  const aslant = /chamfer|bevel|cut|clip/i.test(`${work ?? ''}${done ?? ''}${text}`)
  return ` ${first ?? r ?? last} ${aslant ? 'chamfer' : 'fillet'} on the front left corner and the back right corner`
}

/** An outline that is told by its corners, `(0,0) (50,0) (50,10) …`: what is made of it is drawn, or turned about an axis. */
export const CORNER_LISTS: readonly Rewrite[] = [
  ...ON_OPPOSITE.map((way): Rewrite => [new RegExp(way, 'gi'), onOpposite]),
  // `0,0 - 20,0 - 20,5`
  [
    new RegExp(String.raw`(?<![\d.,(] ?)${BARE}(?: ?(?:-|–|—|;|→|to) ?${BARE}){2,}`, 'gi'),
    ([list]) => list.replace(new RegExp(BARE, 'g'), (pair) => `(${pair})`).replace(/\) ?[-–—;→] ?\(/g, ') , ('),
  ],
  [
    new RegExp(
      String.raw`\b(?:the |an? |this )?${NAME}((?:,? ${N}(?: thick| high| tall| deep)?,?)?)${LEADING}[: ]*(?=${LIST})`,
      'gi',
    ),
    ({ input, 1: thick = '' }) => (/\brevolv|\bturned about|\brotat/i.test(input) ? ' ' : `drawn outline${thick} at `),
  ],
]
