import { LENGTH, type Rewrite } from './notation.ts'

// A bore that grows narrower from one end: each of its widths is so deep, counted from where the one before ends.

const WIDE = String.raw`(?:[Øø∅⌀] ?)?(${LENGTH})(?: mm)?(?: (?:in )?dia(?:meter)?)?`
const DEEP = String.raw`,? (?:x |× |for |to a depth of )?(${LENGTH})(?: mm)?(?: (?:deep|long))?`
const FROM = String.raw`(?: (?:from|at|in) (?:the |one )?(?:top|front|end|face|open end|left|left end))?`
const FIRST = String.raw`(?:counter)?bored?:? (?:of )?${WIDE}${DEEP}${FROM}`
const NEXT = String.raw`[,;]? (?:and |then |followed by )*(?:an? )?(?:counter)?(?:bored? )?${WIDE}${DEEP}(?: (?:after|below|beyond|behind|under) (?:that|this|it)| further| more)?`
const REST = String.raw`[,;]? (?:and |then |finally )*(?:the )?(?:rest |remainder |remaining )?(?:at |is |with |bored? )?${WIDE} (?:right |clear |all the way )?(?:through|thru)(?: the rest)?`
const CHAIN = new RegExp(
  String.raw`(?:from the (?:top|front|left|one end)[:,]? ?)?\b${FIRST}((?:${NEXT})+)${REST}(?= ?(?:[.,;)]|$))`,
  'gi',
)

/** `counterbore 35 x 10 deep, then 25 x 10, then 15 through`: a hole for each width, as deep as those before it and its own. */
export const STEPPED_BORES: readonly Rewrite[] = [
  // `housing 60 OD x 40: bore 40 dia 15 deep`: round, and solid where it is not bored.
  [
    /\b(?:bearing )?housing(?=[:,]? (?:[Øø∅⌀] ?\d|\d[\d.]*(?: ?mm)? (?:o\.?d|dia(?:meter)?)\b)[\s\S]*\b(?:counter)?bored?\b)/gi,
    () => 'cylinder',
  ],
  [
    CHAIN,
    (match) => {
      const [text, wide = '', deep = '', between = ''] = match
      const last = match.at(-1) ?? ''
      const steps = [[wide, deep], ...[...between.matchAll(new RegExp(NEXT, 'gi'))].map(([, w = '', d = '']) => [w, d])]
      let depth = 0
      const made: string[] = []
      for (const [width = '', own = ''] of steps) {
        const before = depth
        depth = Math.round((depth + Number.parseFloat(own)) * 1e6) / 1e6
        if (!(Number.parseFloat(own) > 0) || /[a-z"/]/i.test(own.replace(/mm/, ''))) return text
        // The first depth is as it was written: the others are worked out.
        made.push(`, with a ${width} hole ${before === 0 ? own : depth} deep from one end`)
      }
      return `${made.join(' ')} , with a ${last} through hole`
    },
  ],
]
