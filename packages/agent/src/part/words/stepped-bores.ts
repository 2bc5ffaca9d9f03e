import { isRound } from './is-round.ts'
import { LENGTH, type Rewrite } from './notation.ts'

// A bore that grows narrower from one end: each of its widths is so deep, counted from where the one before ends.

const WIDE = String.raw`(?:[Øø∅⌀] ?)?(${LENGTH})(?: mm)?(?: (?:in )?dia(?:meter)?)?`
const FIRST_OF = String.raw`(?:the )?(?:first |top |last |upper )?`
const DEEP = String.raw`,? (?:x |× |(?:for|over) ${FIRST_OF}|to a depth of )?(${LENGTH})(?: mm)?(?: (?:deep|long))?`
const END = String.raw`(?:the |one )?(?:top|bottom|front|end|face|(?:open|left|right|upper|lower) (?:end|face)|left|right)`
const FROM = String.raw`(?: (?:from|at|in|into) ${END})?`
const FIRST = String.raw`(?:counter)?bored?:? (?:of )?${WIDE}(?:${FROM}${DEEP}|${DEEP}${FROM})`
const NEXT = String.raw`[,;]? (?:and |then |followed by )*(?:an? )?(?:counter)?(?:bored? )?${WIDE}${DEEP}(?: (?:after|below|beyond|behind|under) (?:that|this|it)| further| more)?`
const RIGHT = String.raw`(?:right |clear |all the way |straight )?(?:through|thru)`
const LEFT = String.raw`(?:the )?(?:rest|remainder|remaining (?:length|depth|part))(?: of (?:the (?:way|length|bore|depth)|it|its length))?`
const LED = String.raw`[,;]? (?:and |then |finally |with )*(?:an? )?`
/** `15 through`, `18 for the rest`, `the rest 18`, and a last one that only follows: `then 18`. */
const REST = String.raw`(?:${LED}${LEFT}:?(?: at| is| with| bored?| to)* ${WIDE}(?: ${RIGHT})?|${LED}(?:at |with |bored? )*${WIDE}(?: (?:hole|bore))? (?:${RIGHT}(?: ${LEFT})?|(?:for |over |along )?${LEFT})|[,;]? (?:and )?then ${WIDE}(?=[.;]|$))`
const CHAIN = new RegExp(
  String.raw`(?:from the (?:top|front|left|one end)[:,]? ?)?\b(?<!stepped |two[- ]step )${FIRST}((?:${NEXT})*)${REST}(?= ?(?:[.,;)]|$))`,
  'gi',
)
/** `18 mm bore opened out to 30 mm for 25 mm at one end`, `bored 18 through and 30 for the first 25`. */
const WIDENED = new RegExp(
  String.raw`(?:\b|(?=[Øø∅⌀]))(?:bored? ${WIDE} ${RIGHT}|${WIDE} (?:through )?(?:bore|hole)(?: ${RIGHT})?),? (?:(?:and |which is |that is |then )*(?:opened|opening|opens|enlarged|widened|widening|widens|increased|counterbored|bored)(?: out| up)*(?: to)?|and(?= ${WIDE},? (?:for|over) ${FIRST_OF}${LENGTH})) (?:an? )?${WIDE},? (?:(?:for|over) ${FIRST_OF}|x |× |to a depth of )(${LENGTH})(?: mm)?(?: deep)?(?: (?:from|at|in) ${END})?(?! (?:(?:from|at|in|on) )?(?:both|each)\b)`,
  'gi',
)

/** `counterbore 35 x 10 deep, then 25 x 10, then 15 through`: a hole for each width, as deep as those before it and its own. */
export const STEPPED_BORES: readonly Rewrite[] = [
  // `8 mm hole 30 deep from one end, 5 mm from the other end to meet it`: the narrower one goes all the way.
  [
    new RegExp(
      String.raw`(?<=\b(?:hole|bored?) ?(?:[Øø∅⌀] ?)?[\d.]*(?: ?mm)?(?: dia(?:meter)?)?,? (?:for )?${LENGTH}(?: mm)? (?:deep|long|depth) (?:from|in|at) (?:one|the one|the left|the right|the top|the front|the head) (?:end|side))[,;]? (?:and |then |with )*(?:an? )?${WIDE}(?: (?:hole|bore))?,? (?:(?:from|at|in) the (?:other|opposite|bottom|far|right|left)(?: (?:end|side))?,? (?:to (?:meet|join|reach)(?: (?:it|them|the first|the other))?|meeting it|through|the rest(?: of the way)?|for the rest)|(?:(?:for )?the rest|the remainder)(?: of (?:the (?:way|length)|it))?)(?= ?(?:[.,;)]|$))`,
      'gi',
    ),
    // Through a block it goes in at an end, as the wider one does.
    ({ 1: narrow = '', input }) => `, with a ${narrow} through hole${isRound(input) ? '' : ' from one end'}`,
  ],
  // `housing 60 OD x 40: bore 40 dia 15 deep`: round, and solid where it is not bored.
  [
    /\b(?:bearing )?housing(?=[:,]? (?:[Øø∅⌀] ?\d|\d[\d.]*(?: ?mm)? (?:o\.?d|dia(?:meter)?)\b)[\s\S]*\b(?:counter)?bored?\b)/gi,
    () => 'cylinder',
  ],
  // `30 mm bore 9 mm deep from the top, 18 mm through below it`
  [
    new RegExp(
      String.raw`(?<=\b(?:bore|hole|counterbore|recess|bored)\b[^.;]*),? (?:and )?(?:an? )?${WIDE} (?:hole |bore )?(?:right |all the way )?(?:through|thru) (?:below|beneath|under|behind|beyond|after) (?:it|that|this)\b`,
      'gi',
    ),
    ({ 1: wide }) => `, then ${wide} through`,
  ],
  [
    CHAIN,
    (match) => {
      const [text, wide = '', far, near, between = ''] = match
      const deep = far ?? near ?? ''
      const last = match.findLast((one, place) => place > 4 && one !== undefined && one !== between) ?? ''
      if (between === '') {
        const wider = Number.parseFloat(wide) > Number.parseFloat(last)
        return wider ? `with a ${last} through hole counterbored ${wide} x ${deep} deep` : text
      }
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
  [
    WIDENED,
    ({ 0: text, 1: one, 2: other, 4: wide = '', 5: deep }) => {
      const narrow = one ?? other ?? ''
      return Number.parseFloat(wide) > Number.parseFloat(narrow)
        ? `with a ${narrow} through hole counterbored ${wide} x ${deep} deep`
        : text
    },
  ],
]
