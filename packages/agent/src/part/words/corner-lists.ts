import type { Rewrite } from './notation.ts'

const N = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)(?: ?mm\b)?`
const BARE = String.raw`${N} ?, ?${N}(?![\d.]|,\d)`
const POINT = String.raw`\( ?${N} ?[,;] ?${N} ?\)`
const BETWEEN = String.raw`[ ,;→–—-]*(?:and |to |then )?`
const LIST = String.raw`${POINT}(?:${BETWEEN}${POINT}){2,}`
const NAME = String.raw`(?:closed |flat |irregular |free-?form |custom )*(?:outline|polygon|profile|polyline|poly-?line|shape|contour|cross[- ]section|section|plate|sheet|part)`
const LEADING = String.raw`(?: (?:that )?(?:goes|going|runs|running|drawn|passing|defined|given|made|is|are))?(?: (?:through|by|with|from|of|having|whose|joining|connecting|at))?(?: (?:its|the|these))?(?: (?:corners?|corner points|vertices|vertex|points?|coordinates|corner coordinates))?(?: (?:at|in|are|in order|being))?`

/** An outline that is told by its corners, `(0,0) (50,0) (50,10) …`: what is made of it is drawn, or turned about an axis. */
export const CORNER_LISTS: readonly Rewrite[] = [
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
