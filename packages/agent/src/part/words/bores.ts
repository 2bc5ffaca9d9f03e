import { LENGTH, type Rewrite } from './notation.ts'

const WIDE = String.raw`(?:[Øø∅⌀] ?)?(${LENGTH})(?: (?:in )?dia(?:meter)?)?`
const INSERT = String.raw`(?:(?:heat[- ]?(?:set|stake)|heat|brass|threaded|thread|press[- ](?:in|fit)|melt[- ]in|knurled) )*inserts?\b`
const ROUNDS = String.raw`bush(?:ing)?|sleeve|spacer|ring|tube|adap(?:ter|tor)|reducer|collar|insert`
const REST = String.raw`(?:the rest|the remainder|the remaining(?: (${LENGTH}))?|through(?: the rest| the remainder)?|right through|all the way through|the whole way)(?: of (?:the way|it|its length))?`

/** Bores as people tell them: in two widths, off the middle, tapped from both ends, between a shaft and a hole. */
export const BORES: readonly Rewrite[] = [
  // `a pocket …. A channel leads from the right side into it`
  [
    /\b(into|to|from) it\b(?<=\bpocket\b[^;]*\b(?:channel|slot|groove)\b[^.;]*)/gi,
    ({ 1: prep }) => `${prep} the pocket`,
  ],
  // `ports from the top that meet the main bore`, `a hole down to the bore`: they end in it.
  [
    /(?<=\b(?:holes?|ports?|drillings?)\b[^.;]{0,60}),? (?:(?:that |which |to |until (?:it |they ))?(?:just )?(?:meet|reach|join|hit|intersect)(?:s|es|ing)?|(?:that |which )?(?:connect|break|open|lead|run|feed)(?:s|ing)?(?: down)? (?:in)?to|(?:straight )?down (?:in)?to|as far as) (?:the (?:(?:main|central|cent(?:re|er)|long|longitudinal|lengthwise|through|horizontal|first) )?(?=bore\b|hole\b)|it\b(?<=\b(?<name>bore|hole)\b.*))/gi,
    ({ groups }) => ` into the ${groups?.['name'] ?? ''}`,
  ],
  [
    /(?<=\b(?:bore|hole)\b[^;]{0,120}\b(?:holes?|ports?|drillings?)\b[^.;,]{0,60}) to (?=the (?:main )?bore\b)/gi,
    () => ' into ',
  ],
  // `22 mm bore 8 deep, 8 mm through hole`: the narrow one goes on where the wide one ends.
  [
    new RegExp(
      String.raw`(?<![\w.×Øø∅⌀])(?:an? )?(?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)?(?:(?: (?:blind|bearing|pilot))* (?:bore|recess),? (${LENGTH}) deep| ?[x×] ?(${LENGTH})(?: (?:blind|bearing|pilot))+ bore),? (?:and |then )?(?:an? )?(?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)? (?:through|thru)(?: shaft)?(?:[- ](?:hole|bore))?(?= ?(?:[.,;]|$))`,
      'gi',
    ),
    ({ 0: text, 1: wide = '', 2: deep, 3: depth = '', 4: narrow = '' }) =>
      Number.parseFloat(wide) > Number.parseFloat(narrow)
        ? `a ${narrow} through hole with a ${wide} counterbore ${deep ?? depth} deep`
        : text,
  ],
  // `split collar, 2 mm slot`: what it is split by.
  [
    new RegExp(
      String.raw`\b(${LENGTH})(?: mm)?(?: wide)? (?:slot|gap|cut|slit|split)\b(?:(?: cut)? (?:through|in|on|down) (?:the |one )?(?:side|wall|ring|it))?(?! (?:holes?|\d|long|deep))(?<=\b(?:split|slit|slotted) (?:[a-z]+ ){0,2}(?:collar|ring|bush|bushing|sleeve|clamp|washer)\b(?:[^.;]|\.\d)*)`,
      'gi',
    ),
    (match) => `${match[1]} wide slit`,
  ],
  // `an M4 tapped hole for a set screw`, `M4 grub screw in the hub`
  [/\b(?:tapped |threaded )?hole for an? (?:set|grub)[- ]?screw\b/gi, () => 'set screw hole'],
  [
    /\b(?:set|grub)[- ]?screw(s?)\b(?! ?holes?\b)(?<=\bm\d+(?:\.\d+)? (?:tapped )?(?:set|grub)[- ]?screws?)(?<!\bfor an? .{0,12})/gi,
    ({ 1: many = '' }) => `set screw hole${many}`,
  ],
  // `four bosses for M3 inserts`, `posts to take M4 heat-set inserts`
  [
    new RegExp(
      String.raw`\b(boss|post|pillar|standoff)((?:e?s)?)\b((?:(?!holes?\b|lid\b|walls?\b)[^.;:]|\.\d){0,45}?),? (?:for|with|to (?:take|fit|hold)|taking) (?:an? )?(M\d+(?:\.\d+)?) ${INSERT}(?! hole)`,
      'gi',
    ),
    ({ 2: many, 3: sizes = '', 4: size = '' }) => `${size} insert boss${many ? 'es' : ''}${sizes}`,
  ],
  // `holes for M3 heat-set inserts`, `M3 threaded insert holes`: as wide as the insert wants them.
  [
    new RegExp(String.raw`\bhole(s?) for (?:an? )?(M\d+(?:\.\d+)?) ${INSERT}`, 'gi'),
    ({ 1: many = '', 2: size = '' }) => `${size} insert hole${many}`,
  ],
  [
    new RegExp(String.raw`\b(M\d+(?:\.\d+)?) ${INSERT}(?! boss)(?: (?:hole|pocket)(s?))?`, 'gi'),
    ({ 0: text, 1: size = '', 2: many }) => `${size} insert hole${/inserts/i.test(text) ? 's' : (many ?? '')}`,
  ],
  // `one set screw M5`: of what has a bore, and not what is made.
  [
    /(?<=[a-z\d),] )(?:(an?|one) )?(?:set|grub)[- ]?screw(s?)(?: hole)?,? \(?(m\d+(?:\.\d+)?)\)?(?! ?[x×\d])(?<=\b(?:collar|coupl\w+|hub|pulley|knob|wheel|gear|sprocket|ring|bush\w*|sleeve|cam|disc|dial)s?\b[^]*)/gi,
    ({ 1: one, 2: many = '', 3: size = '' }) => `${one ? 'with one ' : ''}${size} set screw hole${many}`,
  ],
  // `three holes around it`, `six holes on a bolt circle around it`: how wide that is, nobody said.
  [
    /(?<=\bholes? (?:(?:equally |evenly )?(?:spaced |placed |arranged |distributed )|all )?)(?:on an? (?:bolt |pitch )?circle )?a?round it\b/gi,
    () => 'around it',
  ],
  [/(?<=\bholes? )on an? (?:bolt|pitch) circle(?= ?(?:[.,;]|$))/gi, () => 'around'],
  // `from the outside to the bore`, `around the circumference`: towards the axis.
  [
    /\b(?:(?:from|through) the (?:outside|side|wall|rim|od)(?: in)?(?:to| through to) (?:the )?(?:bore|inside|centre|center|middle)|(?:in|into) (?:the )?bore from the (?:side|outside)|(?:a?round|about|in|into|on) (?:the|its) (?:circumference|periphery)|(?<=holes? )(?:a?round)(?: the (?:tube|pipe|ring|sleeve|wall|body))(?= in the middle| at | half|,|$)|through (?:the |one )?(?:side )?wall (?:in)?to the bore)\b/gi,
    () => 'radially',
  ],
  // `bore 25 for the first 20 and 20 for the remaining 15`, `20 mm bore 25 deep, then 12 the rest`
  [
    new RegExp(
      String.raw`\b(?:stepped )?(?:bore[d]?(?: out)?(?: to)?:? ${WIDE}|${WIDE} bore),? (?:(?:for|over) (?:the first )?|x |× |to a depth of |to )?(${LENGTH})(?: mm)?(?: deep| long)?(?: (?:from|at|in) (?:the )?(?:top|one end|one side|front))?,? (?:and |then )*(?:bored? )?(?:at |to )?${WIDE} (?:bore )?(?:for )?${REST}`,
      'gi',
    ),
    ({ 0: text, 1: first, 2: other, 3: deep, 4: narrow = '', 5: left, input }) => {
      // What is left of the length has to be left of it.
      const sum = left === undefined ? undefined : parseFloat(deep ?? '') + parseFloat(left)
      if (sum !== undefined && !new RegExp(`(?<![\\d.])${sum}(?![\\d.])`).test(input)) return text
      return twoWide(text, first ?? other ?? '', deep ?? '', narrow, left)
    },
  ],
  // `bored 25 dia x 10 deep from one end, 16 through`
  [
    new RegExp(
      String.raw`\b(?:bore[d]?(?: out)?(?: to)?:? ${WIDE}|${WIDE} bore) (?:x |× )?(${LENGTH}) deep(?: (?:from|at|in) (?:the )?(?:top|one end|one side|front))?,? (?:and |then )*${WIDE} (?:right |clear |all the way )?(?:through|thru)\b`,
      'gi',
    ),
    ({ 0: text, 1: first, 2: other, 3: deep, 4: narrow = '' }) =>
      twoWide(text, first ?? other ?? '', deep ?? '', narrow),
  ],
  // `pulley 80 OD with a V groove`: that is what kind it is.
  [
    /\b(?<!\b(?:v|vee|belt|timing|rope|step|stepped|cone|flat)[- ])(?=pulley\b[\s\S]*\b(?:v|vee)[- ]?grooves?\b)/gi,
    () => 'V ',
  ],
  // `a 10 mm bolt goes through`: what it is for, as wide as its bore.
  [
    new RegExp(
      String.raw`,? ?\b(?:and |where |so that |which |with )?(?:an? |the )?(M\d+(?:\.\d+)?|(?:[Øø∅⌀] ?)?${LENGTH}(?: mm)?(?: dia(?:meter)?)?) (bolt|screw|rod|shaft|axle|spindle|pin|bar|stud)(?: (?:that|which|has to|must|will|should|can|needs to))* (?:goes|go|passes|pass|slides|slide|runs|run|fits|fit|going|passing|sliding|running) (?:right |all the way |straight )?through(?: (?:it|the (?:middle|cent(?:re|er)|hole)|its (?:middle|cent(?:re|er))))?(?= ?(?:[.,;]|$))`,
      'gi',
    ),
    ({ 1: wide, 2: what, index }) => `${index > 0 ? ', ' : ''}for a ${wide} ${what}`,
  ],
  // `M6 x 15 tapped in both ends`
  [
    new RegExp(
      String.raw`,? ?\b(m\d+(?:\.\d+)?) ?[x×] ?(?![01]\b|[0-2]\.)(${LENGTH})(?: mm)?(?: deep)? (?:tapped|threaded|tap|thread)(?: holes?)? (?:in|into|at|from|on) (?=(?:both|each|either|one|the|an?) )`,
      'gi',
    ),
    ({ 1: screw, 2: deep }) => `, with an ${screw} tapped hole ${deep} deep in `,
  ],
  // `both ends tapped M8 x 20 deep`
  [
    new RegExp(
      String.raw`,? ?\b(both|each) (ends?) (?:is |are |to be )?(?:drilled and )?(?:tapped|threaded) (m\d+(?:\.\d+)?),? (?:x |× |to |by )?(?:a depth of )?(${LENGTH})(?: mm)? deep`,
      'gi',
    ),
    ({ 1: both = '', 2: ends = '', 3: screw, 4: deep }) =>
      `, with an ${screw} tapped hole ${deep} deep in ${both} ${ends}`,
  ],
  // `tapped both ends 8 mm deep`, `8 mm of thread each end`, `tapped 10 mm deep at both ends`, of what is called by its thread
  [
    new RegExp(
      String.raw`\b(?:m\d+(?:\.\d+)? )?(?:tapped|threaded)(?: at| in| from)? (?:both|each) ends?,? (?:x )?(?:to )?(${LENGTH})(?: deep| long)?|\b(?:m\d+(?:\.\d+)? )?(?:tapped|threaded) (${LENGTH}) deep (?:at|in|from) (?:both|each) ends?\b|\b(${LENGTH}) (?:deep )?(?:of )?threads? (?:at |in |on |from )?(?:both|each) ends?\b`,
      'gi',
    ),
    ({ 0: text, 1: one, 2: two, 3: three, input }) => {
      const screw = /\bm\d+(?:\.\d+)?\b/i.exec(input)?.[0]
      return screw ? `, blind , with an ${screw} tapped hole ${one ?? two ?? three} deep in each end` : text
    },
  ],
  // `eccentric bushing … 5 mm hole offset 0.75 mm from center`: its hole is not in its middle.
  [
    new RegExp(
      String.raw`\beccentric(?: (?:${ROUNDS}|washer|disc|cam)\b| (?:sheave|wheel)\b|(?=[:,]? (?:[Øø∅⌀] ?)?\d))(?=[\s\S]*\b(?:hole|bore)\b)`,
      'gi',
    ),
    () => 'cylinder',
  ],
  [
    new RegExp(
      String.raw`\b(hole|bore)((?: (?:of )?${LENGTH})?),? (?:is )?(?:offset|off[- ]cent(?:re|er)|eccentric)(?: by)? (${LENGTH})(?! to the)(?: (?:from|to|off|of) (?:the |its )?(?:cent(?:re|er)|axis|middle|one side))?(?: line)?`,
      'gi',
    ),
    (match) => `${match[1]}${match[2]} ${match[3]} right of the centre`,
  ],
  // `reducing bush to fit a 12 mm bolt in a 16 mm hole`: inside and outside.
  [
    new RegExp(
      String.raw`\b(?:reduc(?:ing|er|tion) |adap(?:ter|tor) )?(${ROUNDS})\b,? (?:to fit|for fitting|fitting|for|that fits|to mount|to hold) (?:an? )?${WIDE} (?:bolt|shaft|rod|axle|screw|pin|spindle|bar|tube|pipe) (?:in|into|inside|to) (?:an? )?${WIDE} (?:hole|bore|housing|opening|socket)`,
      'gi',
    ),
    (match) => `${match[1]} inside diameter ${match[2]} outside diameter ${match[3]}`,
  ],
  [
    new RegExp(
      String.raw`\b(?:reduc(?:ing|er|tion) |adap(?:ter|tor) )?(${ROUNDS})\b,? (?:to adapt|to reduce|adapting|reducing|that reduces|which reduces) (?:an? )?${WIDE} (?:bore|hole|opening) (?:down )?(?:to|for|onto|on) (?:fit )?(?:an? )?${WIDE} (?:bolt|shaft|rod|axle|screw|pin|spindle|bore|hole)`,
      'gi',
    ),
    (match) => `${match[1]} outside diameter ${match[2]} inside diameter ${match[3]}`,
  ],
  // `bushing with flanges on both ends`
  [
    new RegExp(
      String.raw`\b(bush(?:ing)?|sleeve|spacer) with (?:two |2 |a )?flanges? (?:on|at) (?:both|each) ends?\b`,
      'gi',
    ),
    (match) => `double flanged ${match[1]} with a flange`,
  ],
  // `4-40 threaded`: a number size, its number sign left out.
  [
    /(?<![\d./#-])(?:[24]-(?:40|48|56|64)|6-(?:32|40)|8-(?:32|36)|10-(?:24|32))(?=\s+(?:tap|thread|screw|clearance|hole|unc|unf|bolt|set|grub|tapped|threaded|machine|standoff|hex))/gi,
    (match) => `#${match[0]}`,
  ],
  // `a 10 mm hole through the boss only`: as deep as it is high.
  [
    /\b(?:only through|through only) (?:the |each )?(?:boss|post|standoff|pillar|peg|pad)(?:e?s)?\b|\bthrough (?:the |each )?(?:boss|post|standoff|pillar|peg|pad)(?:e?s)? (?:only|alone)\b/gi,
    () => '',
  ],
  // `all edges of a square spacer`: what is square across is a block.
  [/\bsquare (?:spacer|stand-?off|distance piece)\b/gi, () => 'square block'],
]

/** The wider bore is a counterbore of the narrower one; where the first is the narrower, it is seen from the other end. */
function twoWide(text: string, first: string, deep: string, second: string, left?: string): string {
  const [one, two] = [parseFloat(first), parseFloat(second)]
  if (one > two) return `with a ${second} through hole counterbored ${first} x ${deep} deep`
  return left && one < two ? `with a ${first} through hole counterbored ${second} x ${left} deep` : text
}
