import { LENGTH, type Rewrite } from '../words/notation.ts'
import { UNIT_WORDS } from '../words/unit-words.ts'

/**
 * What is said in many ways of the part there is and always means the same, in the way every rule behind this one reads:
 * `increase the height by 5`, `remove the holes`, `move the holes 5 mm left`. It stands first among the words of edits.
 */
const OF = String.raw`(?:(?:wall|floor|base|overall|total|outside|outer|inside|inner|hole|flange|hub|rim|lip|material|bolt circle|circle|corner) )?(?:length|width|height|depth|thickness|diameter|radius|size|od|id|bore|pcd|bolt circle)`
const IT = String.raw`(?:it|this|that|the (?:part|whole thing|thing|piece|model))`
/** What is said before an order and is none: a mark stands behind it. */
const ASIDE = String.raw`(?:great|nice|good|perfect|cool|lovely|thanks|thank you|(?:that |this |it )?looks (?:good|great|nice|fine)|hm+|well|right|alright|sorry|oops|finally|lastly|next|(?:(?:just )?(?:one|another|a) (?:more|last|final|other|small) |another )(?:thing|change|tweak))`
/** Said between somebody and the order that he gives. */
const VERB = String.raw`(?:make|change|set|move|shift|slide|add|put|drill|cut|remove|delete|get|take|increase|decrease|reduce|enlarge|shrink|use|round|chamfer|fillet|bevel|rotate|turn|swap|mirror|flip|double|halve|triple|scale|give|fill|raise|lower|space|open|close|replace|exchange|widen|narrow|shorten|lengthen|extend|stretch|thicken|deepen|mill|bore|tap|countersink|counterbore|have|drop|lose|adjust|update|modify|switch|hollow|shell|split|divide|bring|keep|leave|insert|include)`
const OUGHT = String.raw`(?:needs? to|should|shall|must|ha(?:s|ve) to|ought to|(?:is|are) supposed to|(?:is|are) (?:meant )?to)`
const END = String.raw`(?= ?(?:[.,;!?]|please\b|and\b|but\b|now\b|instead\b|$))`
const NAMED = String.raw`(?:[a-z-]+|[\d.]+ ?mm)`
const THINGS = String.raw`(?:(?:all|both|any|each|every|the|its|those|these|that|this) )+(?!(?:to|so|too|be)\b)${NAMED}(?: ${NAMED}){0,5}?|holes|slots|fillets|chamfers`

/** Less of it, where these are said; all else is more. */
const LESS = /^(?:decrease|reduce|lower|shrink|less|smaller|down|drop|subtract|-)/i
const changed = (way: string, of: string, by: string): string => {
  const less = LESS.test(way)
  return of.toLowerCase() === 'bore'
    ? `bore ${by} ${less ? 'smaller' : 'larger'}`
    : `${less ? 'reduce' : 'increase'} the ${of} by ${by}`
}

export const EDITS_ONE_WAY: readonly Rewrite[] = [
  ...UNIT_WORDS.filter(([{ source }]) => /(?:milli|centi)met/.test(source)),
  [/\bteh\b/gi, () => 'the'],
  // `one more thing:`, `looks good, but`, `hmm,`
  [
    new RegExp(
      String.raw`^\W*(?:(?:ok(?:ay)?\b|${ASIDE} ?[,!.:;–-])[\s,!.:;–-]*(?:(?:but|and|so|then) )?)+(?=\w)`,
      'gi',
    ),
    () => '',
  ],
  // `lose 10 mm of height`
  [
    new RegExp(
      String.raw`\b(?:lose|shed|drop) (${LENGTH}) (?:of|in|from) (?:the |its )?(length|width|height|thickness|depth)\b`,
      'gi',
    ),
    ({ 1: by, 2: of }) => `reduce the ${of} by ${by}`,
  ],
  // `move the holes in to a 78 mm circle`
  [
    /(?<=\bmove (?:the |those |these |all )+(?:[a-z]+ )?holes) (?:in|out|inwards?|outwards?)(?= (?:on)?to an? )/gi,
    () => '',
  ],
  // `could you please`, `I'd like you to`
  [
    new RegExp(
      String.raw`(?<=^\W*|[.;,] ?|\b(?:and|but|then|now|also|ok|actually) )(?:(?:please )?(?:can|could|would|will) (?:you|we|i) (?:please |kindly |just |also |maybe )*|(?:i(?:'d| would) like|i want|i need)(?: you)? to (?:also )?|(?:i think )?(?:we|you) (?:should|need to|have to|must) |let(?:'s| us) |is it possible to |(?:i )?forgot to |please )(?=${VERB}\b)`,
      'gi',
    ),
    () => '',
  ],
  // `if possible`, `for me`, `, keep everything else the same`
  [
    /[,.;]? (?:if (?:that is |that's )?(?:possible|you can)|for me|thanks|thank you|thx|cheers|pls)(?: please)?(?=\s*[.!?]*\s*$)/gi,
    () => '',
  ],
  [/\?\s*$/g, () => ''],
  // `how about 10 mm holes`, `what if it were 10 thick`
  [/^\W*(?:how|what) about (?:(?:making|having|using|we (?:make|use)) )?(?=[^]*\d)/gi, () => ''],
  [/^\W*what if (?:(?:it|this) (?:were|was|is)|(?:we|you|i) (?:made|make) (?:it|this)) (?=[^]*\d)/gi, () => 'make it '],
  // `other end too`, `both ends`: of what was made last.
  [
    /^\W*(?:and |now |do |also )*(?:on |at |in |for )?(?:the )?(?:other|opposite|far) (end|side)(?: (?:too|as well|also))*(?=\W*$)/gi,
    ({ 1: side = '' }) => `same at the other ${side}`,
  ],
  [
    /^\W*(?:do |now |on |at |in |make (?:it|that) )*(?:both|the two) (end|side)s(?: (?:too|as well|please))*(?=\W*$)/gi,
    ({ 1: side = '' }) => `same at the other ${side}`,
  ],
  // `is supposed to be 12`
  [new RegExp(String.raw`\b${OUGHT} be (?=[^.;]*\d)(?!(?:moved|removed|deleted)\b)`, 'gi'), () => 'should be '],
  [
    new RegExp(String.raw`\b(?:update|adjust|modify|alter|amend|correct) (?=[^.;,\d]* to ${LENGTH})`, 'gi'),
    () => 'change ',
  ],
  [
    new RegExp(String.raw`^(\W*)turn (the ${OF}) (?:in)?to (${LENGTH})${END}`, 'gi'),
    ({ 1: led = '', 2: what = '', 3: size = '' }) => `${led}set ${what} to ${size}`,
  ],
  // `bore 12 through it`: a hole, where the verb alone would be a bore there is.
  [
    new RegExp(
      String.raw`(?<=^\W*|[.;,] ?|\b(?:and|then|now) )(?:bore|ream|drill) (?:it |this |that )?(?:out )?(?:to )?([Øø⌀]? ?${LENGTH})(?: dia(?:meter)?)? (?:(?:right|straight|clean|all the way|clear) )?through (it|this|that|them|the [a-z]+|everything)${END}`,
      'gi',
    ),
    ({ 1: size, 2: what }) => `drill a ${size} hole through ${what}`,
  ],
  // `12 for the thickness`
  [
    new RegExp(String.raw`^(\W*)(?:use |make it |try )?(${LENGTH}) for (the (?:[a-z-]+ ){1,3}?[a-z-]+)\W*$`, 'gi'),
    ({ 0: text, 1: led = '', 2: size = '', 3: what = '' }) =>
      /\b(?:screws?|bolts?|shafts?|rods?|pins?|bearings?)$/.test(text) ? text : `${led}${what} should be ${size}`,
  ],
  // `another 5 mm on the height`, `10 mm extra in length`
  [
    new RegExp(
      String.raw`^(\W*)(?:add |put |give it |i need |we need )?(?:(?:another|a further|an extra|an additional|extra) (${LENGTH})|(${LENGTH}) (?:more|extra|additional|on top))(?: (?:more|extra))? (?:onto|on|to|in|for|of) (?:the |its )?(${OF})${END}`,
      'gi',
    ),
    ({ 1: led = '', 2: by, 3: more = '', 4: of = '' }) => led + changed('more', of, by ?? more),
  ],
  // `by another 5 mm`, `another 5 mm thicker`
  [
    new RegExp(
      String.raw`\b(?:another|a further|an extra|an additional|extra) (?=${LENGTH} (?:taller|higher|longer|wider|thicker|thinner|deeper|shorter|narrower|lower|(?:on)?to (?:the|its) ${OF}|in ${OF})\b)`,
      'gi',
    ),
    () => '',
  ],
  // `3 mm corner radius on the window`, `give the window 3 mm rounded corners`, `round the window corners to 3 mm`
  [
    new RegExp(
      String.raw`^(\W*)(?:add |put |use |give it |with )?(?:an? )?(${LENGTH}) (?:(?:corner )?radius|radius corners?|rounded corners?|corner radii|corner fillets?) (?:on|to|for|in|of|at) (?:the (?:inside |inner )?corners of )?(the [a-z]+)${END}`,
      'gi',
    ),
    ({ 0: text, 1: led = '', 2: by = '', 3: of = '' }) =>
      /\b(?:corners?|edges?|ends?|top|bottom|sides?|rims?)$/i.test(of)
        ? text
        : `${led}round the corners of ${of} ${by}`,
  ],
  [
    new RegExp(
      String.raw`\bgive (the [a-z]+) (?:an? )?(${LENGTH}) (?:corner radius|radius(?:ed)? corners?|rounded corners?|round corners|corner radii|corner fillets?)${END}`,
      'gi',
    ),
    ({ 1: of = '', 2: by = '' }) => `round the corners of ${of} ${by}`,
  ],
  [
    new RegExp(
      String.raw`\b(?:round|fillet|radius) (?:off )?(the )((?!outside|outer|outermost|inside|inner|top|bottom|vertical|upright|front|back|rear|left|right|free|four|all|two|both|other|sharp|long|short|upper|lower|open|far|near|exposed|base)[a-z]+)(?:'s)? corners(?: (?:to|with|by|at))? (${LENGTH}|r\d+(?:\.\d+)?)${END}`,
      'gi',
    ),
    ({ 1: the = '', 2: of = '', 3: by = '' }) => `round the corners of ${the}${of} ${by}`,
  ],
  // `give the inside corner a 5 mm fillet`, `give the top edges a 1 mm chamfer`
  [
    new RegExp(
      String.raw`\bgive ((?:the|its|all|both|each|every) [a-z ]*?(?:corners?|edges?|bend|rims?|ends?)) (?:an? )?(${LENGTH}) (fillets?|chamfers?|bevels?|radius|rounding)${END}`,
      'gi',
    ),
    ({ 1: of = '', 2: by = '', 3: what = '' }) =>
      `add a ${by} ${/^(?:chamfer|bevel)/i.test(what) ? 'chamfer' : 'fillet'} to ${of}`,
  ],
  // `cut a groove 3 wide around it`: around is enough.
  [
    /\b(grooves?\b[^.;]*?) (?:around|round) (?:it|the (?:outside|part|cylinder|shaft|tube|ring))\b/gi,
    ({ 1: what = '' }) => `${what} around the outside`,
  ],
  // `and one from left to right`, after a hole was drilled: another one.
  [/^\W*(?:and |also |plus )+(?:one|1)(?: more)? (?=(?:from|through|in|on|at|to) )/gi, () => 'another one '],
  // `machine a groove`, `bore a hole 12 mm in diameter`
  [
    /(?<=^\W*|[.;,] ?|\b(?:and|then|also|now) )(?:machine|bore|grind) (?=(?:an?|two|three|four|six|\d+) [^.;]*\b(?:holes?|grooves?|pockets?|slots?|steps?|flats?|recess(?:es)?)\b)/gi,
    () => 'add ',
  ],
  // `round the ends fully`
  [/\bround (?:off )?(?:the|both|its)(?: two)? ends (?:fully|full|completely)\b/gi, () => 'fully rounded ends'],
  // `copy the hole 20 mm to the right`
  [
    new RegExp(
      String.raw`\b(?:copy|duplicate|repeat|clone) (?:the|this|that) ([a-z]+(?: [a-z]+)?),? (${LENGTH}) (?:to (?:the|its) )?(left|right|above|below)${END}`,
      'gi',
    ),
    ({ 1: what = '', 2: far = '', 3: way = '' }) =>
      `add another ${what} ${far} ${/above|below/i.test(way) ? way : `to the ${way} of`} the ${what}`,
  ],
  [new RegExp(String.raw`\bby (?:another|a further|an extra|an additional) (?=${LENGTH})`, 'gi'), () => 'by '],
  // `increase it by 5 mm in height`
  [
    new RegExp(
      String.raw`\b(increase|grow|raise|extend|enlarge|decrease|reduce|lower|shrink)(?: ${IT})? by (${LENGTH}) in (?:the |its )?(${OF})\b`,
      'gi',
    ),
    ({ 1: way = '', 2: by = '', 3: of = '' }) => changed(way, of, by),
  ],
  // `reduce the bore by 2`: a bore is a thing as well, and by so much is not so wide.
  [
    new RegExp(
      String.raw`\b(increase|enlarge|widen|grow|reduce|decrease|shrink) (?:the |its )?(bore) by (${LENGTH})`,
      'gi',
    ),
    ({ 1: way = '', 2: of = '', 3: by = '' }) => changed(way, of, by),
  ],
  // `bump the height up by 5`, `bring the height down by 5`, `drop the height by 5`
  [
    new RegExp(
      String.raw`\b(?:(?:bump|bring|take|push|move|turn|step|raise|knock|cut|drop|crank) (?:up )?(?:the |its )?(${OF}) (up|down)|(raise|bump up|boost|drop|knock down|cut down|step up|step down) (?:the |its )?(${OF})) by (${LENGTH})`,
      'gi',
    ),
    ({ 1: of, 2: way, 3: verb = '', 4: its = '', 5: by = '' }) =>
      changed(way ?? (/down/i.test(verb) ? 'down' : verb), of ?? its, by),
  ],
  // `the height needs to go up by 5`
  [
    new RegExp(String.raw`\b(?:the |its )?(${OF}) (?:${OUGHT} )?(?:go(?:es)?|come|be) (up|down) by (${LENGTH})`, 'gi'),
    ({ 1: of = '', 2: way = '', 3: by = '' }) => changed(way, of, by),
  ],
  // `the height should be 5 mm more`, `height +5`
  [
    new RegExp(
      String.raw`\b(?:the |its )?(${OF})(?:(?: should be| to be) (${LENGTH}) (larger|bigger|smaller)|(?: should be| to be)? (${LENGTH}) (more|less|greater))${END}`,
      'gi',
    ),
    ({ 1: of = '', 2: by, 3: way, 4: more = '', 5: than = '' }) => changed(way ?? than, of, by ?? more),
  ],
  [
    new RegExp(String.raw`^(\W*)(?:the )?(${OF}):? ([+-]) ?(${LENGTH})\W*$`, 'gi'),
    ({ 1: led = '', 2: of = '', 3: way = '', 4: by = '' }) => led + changed(way, of, by),
  ],
  [
    new RegExp(String.raw`\bsubtract (${LENGTH}) (?:from|off) (?:the |its )?(${OF})\b`, 'gi'),
    ({ 1: by = '', 2: of = '' }) => changed('-', of, by),
  ],
  // `make it taller, 10 mm more`
  [
    new RegExp(
      String.raw`\b(make ${IT}|it (?:should|must) be) (taller|higher|longer|wider|thicker|deeper|bigger|larger)[,:;]? (?:by )?(${LENGTH}) more\b`,
      'gi',
    ),
    ({ 1: made = '', 2: way = '', 3: by = '' }) => `${made} ${by} ${way}`,
  ],
  // `shift the holes`, `slide them`
  [
    new RegExp(
      String.raw`(?<=^\W*|[.;,] ?|\b(?:and|but|then|also|now) )(?:shift|slide|nudge|relocate|scoot) (?=\w)`,
      'gi',
    ),
    () => 'move ',
  ],
  // `the holes need to move in by 5`, `I want the hole moved 5 mm left`
  [
    new RegExp(
      String.raw`^(\W*)((?:the|both|all|each|every|those|these|its|it|they)(?: [a-z\d.-]+){0,4}?) ${OUGHT} (?:(?:be )?(?:moved|shifted)|move|shift) (?=[^.;]*\d)`,
      'gi',
    ),
    ({ 1: led = '', 2: what = '' }) => `${led}move ${what} `,
  ],
  [
    new RegExp(
      String.raw`^(\W*)i(?:'d like| would like| want| need) ((?:the|both|all|each|every|those|these|it|them)(?: [a-z\d.-]+){0,4}?) (?:to be )?(?:moved|shifted) (?=[^.;]*\d)`,
      'gi',
    ),
    ({ 1: led = '', 2: what = '' }) => `${led}move ${what} `,
  ],
  // `the holes can go`, `I want the fillet gone`
  [
    new RegExp(
      String.raw`^(\W*)(?:i(?:'d like| would like| want| need) )?(${THINGS}) (?:(?:(?:can|could|should|must|may|has to|have to|needs? to) )?(?:(?:be )?(?:removed|deleted|gone|omitted|left out|eliminated|dropped)|go(?: away)?|disappear)|(?:is|are) (?:not needed|no longer needed|unnecessary|not necessary)(?: any ?more)?)(?=\W*$|[.;,])`,
      'gi',
    ),
    ({ 1: led = '', 2: what = '' }) => `${led}remove ${what}`,
  ],
  // `we no longer need the holes`, `leave out the holes`, `forget the fillet`
  [
    new RegExp(
      String.raw`(?<=^\W*|[.;,] ?|\b(?:and|but|then) )(?:(?:we|i) (?:no longer|do not|don'?t|do no longer) (?:need|want)|no longer (?:need|want)|leave out|omit|skip|kill|forget(?: about)?|eliminate|erase|get rid of|take away) (${THINGS})(?: any ?more| anymore)?(?=\W*$|[.;,]| (?:and|but)\b)`,
      'gi',
    ),
    ({ 1: what = '' }) => `remove ${what.trim()}`,
  ],
  // `75 mm circle diameter`
  [
    new RegExp(
      String.raw`^(\W*)(${LENGTH}) ((?:wall|floor|base|overall|total|hole|flange|hub|rim|lip|bolt circle|circle|corner) (?:length|width|height|depth|thickness|diameter|radius))(?= ?(?:please|instead)?\W*$)`,
      'gi',
    ),
    ({ 1: led = '', 2: size = '', 3: of = '' }) => `${led}${of} ${size}`,
  ],
  // `it needs four 5 mm holes in the corners`: more than there is. `it needs six holes` is how many there are.
  [
    new RegExp(
      String.raw`^(\W*(?:(?:and|also|but|now),? )?)(?:(?:i|we|it|this|that)(?: also| still)? needs?|(?:i|we)(?:'d| would) (?:also )?like|(?:it|this) (?:should|must) (?:also )?have) (?=(?:an?|two|three|four|six|eight|\d+) [^.;]*?(?:\d[^.;]*\bholes?\b|\bholes?\b[^.;]*\d)(?=[^]*\b(?:from|corners?|middle|centre|center|edges?)\b))(?![^]*\b(?:instead|rather|not|only)\b)`,
      'gi',
    ),
    ({ 1: led = '' }) => `${led}add `,
  ],
  // `same holes but 10 mm from the ends`
  [
    /^(\W*)(?:the |exactly the )?same (holes|slots|fillets|chamfers|screws|bolts),? (?:but|except|only|just) (?=[^.;]*\d)/gi,
    ({ 1: led = '', 2: what = '' }) => `${led}the ${what} `,
  ],
  // `instead of the 20 mm hole I want a 24 x 18 cutout`
  [
    /^(\W*)(?:instead of|in place of|rather than) ((?:the|that|those|both|all) [^,.;]*?),? (?:(?:i|we) (?:want|need|would like|'d like)|i'd like|make|put|use|have|cut|there should be) (?=(?:an?|two|three|four|\d) )/gi,
    ({ 1: led = '', 2: what = '' }) => `${led}replace ${what} by `,
  ],
  // `… bored through with the same 40 mm`: what a bore goes through, it goes through.
  [
    new RegExp(
      String.raw`,? (?:and )?bored (?:right |all the way )?through (?:with|to|at) the same (?:(${LENGTH})|bore|diameter|size)`,
      'gi',
    ),
    ({ 1: bore }) => (bore ? `, ${bore} bore` : ''),
  ],
  // `floor 7 thick, leave the walls alone`: nothing else is touched anyhow.
  [
    /(?<=\b(?:floor|bottom|base)\b[^.;]*\d[^.;]*)[,.;]? (?:(?:and|but) )?(?:(?:leave|keep) the walls?(?: (?:alone|as (?:they are|is|it is)|unchanged|the same))?|(?:the )?walls? (?:stays?|remains?|unchanged|as (?:they are|is))(?: (?:as (?:they are|is|it is)|unchanged|the same))?)(?=\W*$)/gi,
    () => '',
  ],
  // `walls stay 2`: a size that is told again is told.
  [
    new RegExp(
      String.raw`\b(walls?|floor|thickness) (?:stays?|remains?|still|kept|stay) (?:at )?(${LENGTH})${END}`,
      'gi',
    ),
    ({ 1: of = '', 2: size = '' }) => `${size} ${/^wall/i.test(of) ? 'wall' : of}`,
  ],
]
