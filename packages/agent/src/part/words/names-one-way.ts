import type { Rewrite } from './notation.ts'
import { MANY, SIZE } from './written-sizes.ts'

const ENDS_OF: Readonly<Record<string, string>> = { below: 'bottom', above: 'top' }

/** Sizes of one stretch of what is round: `32 mm dia, 25 long`, `60 dia x 8`. */
const ROUND_SIZES = String.raw`(?:(?:[Øø∅⌀] ?)?\d+(?:\.\d+)?(?: ?(?:mm|in\b|"))?(?: (?:in )?(?:dia(?:meter)?|OD|long|high|thick|tall|wide))*(?: ?[x×] ?|,? (?:and )?))+`

/** What a thing is called, what it is for, and how the words are laid out. */
export const NAMES_ONE_WAY: readonly Rewrite[] = [
  // `ring stand: base …`, `ring holder`: what it holds is no ring of it.
  [/\b(?:jewel(?:le)?ry )?ring (?=(?:stand|holder|dish|tray|tree|cone)\b)/gi, () => ''],
  // `bush reducing 32 to 20`: outside and inside.
  [
    /\b(bush|bushing|ring|sleeve) reducing (?:from )?(\d+(?:\.\d+)?)(?: ?mm)? to (\d+(?:\.\d+)?)(?: ?mm)?(?: bore)?|\breducing (bush|bushing|ring|sleeve)((?: for [^,;:.\d]*)?),? (?:from )?(\d+(?:\.\d+)?)(?: ?mm)? to (\d+(?:\.\d+)?)(?: ?mm)?(?: bore)?/gi,
    ({ 1: one, 2: outer, 3: inner, 4: other, 5: use = '', 6: out, 7: bore }) =>
      `${one ?? other ?? ''}${use}, ${outer ?? out} OD, ${inner ?? bore} ID`,
  ],
  // `pulley 50 mm diameter, 12 wide, 8 mm shaft`: what it sits on tells its bore.
  [
    new RegExp(
      String.raw`(?<=^\W*(?:an? |the )?(?:[a-z]+ )?(?:pulley|gear|spur gear|wheel|collar|cam|lever|flywheel|sheave|roller|crank|disc|flange)\b(?:[^.;]|\.\d)*[,;] ?(?:for an? |to fit an? |on an? |an? )?)([Øø⌀]? ?\d+(?:\.\d+)?(?: ?(?:mm|cm|in(?:ch)?|")?)) (?:shaft|axle|spindle)(?= ?(?:[,;.]|$))`,
      'gi',
    ),
    ({ 0: text, 1: size = '', input }) => (/\bbored?\b|\bholes?\b|\bID\b/i.test(input) ? text : `${size} bore`),
  ],
  // `reel: a disc at each end of a core`
  [/(?<=\b(?:spool|bobbin|reel)\b[^]*)\bdis[ck](?=s?\b)(?=[^]*\bcore\b|(?<=\bcore\b[^]*))/gi, () => 'flange'],
  // `worm wheel blank 64 dia, 18 wide`: what has no teeth yet
  [
    /\b(?:worm wheel|(?:worm )?gear|sprocket|pinion) blank\b/gi,
    ({ 0: text, input }) => (/\bteeth\b|\bmodule\b/i.test(input) ? text : 'wheel'),
  ],
  // `cable block with four grooves, block 80 x 20 x 15`: the body last.
  [
    new RegExp(
      String.raw`^((?:an? )?(?:[a-z]+ )*)(block|plate|cube|bar|disc)( with [^]*?)[,;.] (?:the )?\2(?: is| size(?: is)?|:)? (${SIZE}(?: ?[x×] ?${SIZE}){1,2})[ .]*$`,
      'gi',
    ),
    ({ 1: before = '', 2: noun = '', 3: features = '', 4: sizes = '' }) => `${before}${noun} ${sizes}${features}`,
  ],
  // `A mounting bracket: a 40 mm by 24 mm plate, 8 mm thick`: a title, and what it is.
  [
    /^\s*(?:an? )?(?:[a-z-]+ ){0,3}(?:bracket|mount|holder|support|adapt[eo]r|fixture|jig): (?:it is |this is )?(?:an? |one )(?=(?:[^,.;:\n]|\.\d){0,40}\b(?:plate|disc|disk|block|bar|strip)\b)(?![^]*\b(?:legs?|upright|bent|fold(?:ed)?|flange|gusset|rib|wall)s?\b)/gi,
    () => '',
  ],
  // `a round disc 50 mm in diameter, like a blank cover plate`: what it is like.
  [/, (?:much |rather |a bit )?like an? (?:[a-z]{3,} ){0,3}[a-z]{3,}(?= ?(?:[.;]|$))/gi, () => ''],
  // `mitre sled stop 80 x 40 x 20`: what it is for.
  [
    /^((?:an? )?)mit(?:re|er)[- ](?=(?:gauge|sled|box|saw|slot|bar|fence|stop|track)\b)/gi,
    ({ 1: article = '' }) => article,
  ],
  // `torus; 60 mm ring diameter; 10 mm tube`: where nothing else parts the words.
  [/;/g, ({ 0: text, input }) => (/[,:\n]|\.(?!\d)/.test(input) ? text : ',')],
  // A thing and a list of what it measures: `torus⏎- 60 mm ring diameter⏎- 10 mm tube diameter`
  [
    /(?<=^(?:[^\n\d]{3,40}?):?(?:\n[ \t]*[-*•·] [^\n]*)*)\n[ \t]*[-*•·] (?=[^\n]{3,60}(?:\n[ \t]*[-*•·] |\s*$))/g,
    () => ', ',
  ],
  [/\bw\/o\b/gi, () => 'without'],
  [/\bw\/ ?(?=\S)/gi, () => 'with '],
  // `, for 3D printing`, `3D printed`
  [/(?:,? (?:(?:it is|it's|to be|for|will be) )?|^)3d[- ]?print(?:ed|ing|able)?\b(?! (?:box|case))/gi, () => ''],
  // `which needs to have four holes`
  [
    /,? (?:that|which) (?:needs?|should|must|has|ought|will|is)(?: to| also)? have (?=an? |two |three |four |six |eight |\d)/gi,
    () => ' with ',
  ],
  [/\bclearance gap\b/gi, () => 'clearance'],
  // `two feet with 6 mm holes`: what it stands on, and no 600 mm.
  [
    /\b(two|three|four|[234]) feet(?=,? (?:with|each|on (?:either|both|each)|at (?:both|each|the ends?)|that)\b)/gi,
    ({ 1: many }) => `${many} feets`,
  ],
  // `bearing housing with a pocket for a 6202`
  [
    /\b(for|to fit|fits|takes|holds) (an? )?(6\d{2,3})(-?(?:2RS|RS|ZZ|Z))?(?! ?(?:mm|bearings?|x|×|\d|[a-z]+ bearings?))\b/gi,
    ({ 0: text, 1: lead, 2: article = '', 3: name, 4: seal = '', input }) =>
      /\bbearing/i.test(input) ? `${lead} ${article}${name}${seal} bearing` : text,
  ],
  // `hook for a 25 mm curtain rail`
  [
    new RegExp(
      String.raw`(?<=\b(?:hook|hanger|clip|clamp|saddle|bracket)\b[^.;]{0,40} )(${SIZE}) (?:curtain|towel|wardrobe|closet|clothes|shower|picture|bed|grab|stair|hand|water|drain|copper) ?(?=(?:rail|rod|pole|pipe|bar)\b)`,
      'gi',
    ),
    ({ 1: size }) => `${size} `,
  ],
  // `mould half 90 x 70 x 30`: one of two blocks
  [/\b(?:mou?ld|die)[- ]half\b(?=[,:]? \d)/gi, () => 'block'],
  // `Main body: cylinder radius 35`: a heading, and no hub of what was named before
  [/\bmain body: ?(?=(?:an? )?(?:[a-z]+ )?(?:cylinder|disc|disk|block|box|plate|cube|tube|bar)\b)/gi, () => ''],
  // `bearing 608 holder`
  [/\bbearing (6\d{2,3}) (?=(?:holder|block|housing|seat|mount)\b)/gi, ({ 1: size }) => `${size} bearing `],
  // `stepped pin, 3 diameters: 6 for 10, 10 for 15`: they are listed.
  [
    /,? (?:with )?(?:two|three|four|five|[2-5]) (?:diameters|sections|steps|parts|stages)(?: from (?:the )?(?:left|right|top|bottom|one end)(?: to (?:the )?[a-z]+)?)?(?=: ?\d)/gi,
    () => '',
  ],
  // `back panel 420 x 260`: which panel it is
  [
    /(?<=^[^\d,.;:\n]{0,40})\b(?:back|rear|front|side|end|top|bottom|control|instrument|access|cover) (?=panel\b(?=[^\n]*\d))/gi,
    () => '',
  ],
  // `6 spacers, each 8 mm bore … – just model one`
  [
    new RegExp(String.raw`\b(?:${MANY}) ?(?=[a-z]+s\b,? (?:each\b)?)(?=[^]*\bjust (?:model|draw|make|do|one)\b)`, 'gi'),
    ({ 0: text, index }) => (index < 20 ? '' : text),
  ],
  [
    new RegExp(
      String.raw`[ ,;–-]*(?:\b(?:i |we )?(?:need|want) (?:${MANY})(?: of (?:them|these|those))?,? )?\b(?:but )?(?:please )?just (?:model|draw|make|do) (?:just )?(?:the )?one\b(?: of them)?`,
      'gi',
    ),
    () => '',
  ],
  // `divided into five along the length`
  [
    new RegExp(
      String.raw`\b((?:divided|split|separated|partitioned)(?: up)?(?: evenly| equally)? into (?:${MANY}))(?=,? ?(?:along|across|by(?! ?\d{1,2} (?!mm\b))|[,.;]|$))`,
      'gi',
    ),
    ({ 1: parts = '' }) => `${parts.trimEnd()} compartments `,
  ],
  [/\bsolid (?:tapered |conical )*reducer\b/gi, () => 'cone'],
  [/\bthree[- ]quarters? (?=(?:ring|washer|disc|disk|tube|torus)\b)/gi, () => 'three quarters of a '],
  [/\bflat (?=open[- ]top\b)/gi, () => ''],
  // `M8 x 40 bolt, 40 mm long`: told twice.
  [/\b(M\d+(?:\.\d+)? ?[x×] ?(\d+(?:\.\d+)?)(?: ?mm)?\b[^,.;\d]*),? \2(?: ?mm)? long\b/gi, ({ 1: name }) => name ?? ''],
  // `step-down ring`: what it is called
  [/\bstep[- ](?:down|up) (?=(?:ring|adapter|adaptor|sleeve|spacer|bush(?:ing)?)\b)/gi, () => ''],
  // `hub 32 dia x 25 on a 60 dia x 8 flange`: what stands on it is told first.
  [
    new RegExp(
      String.raw`^(\W*(?:an? )?)(?:(hub)|(neck|shank|stem|shoulder|journal)),? (?:of )?(${ROUND_SIZES})(?:(?:which |that )?(?:is |sits |stands |standing |rises )?on(?: top of)?|with) an? (${ROUND_SIZES})?(?:(flange|disc|plate)|(head|body|collar|base|flange))(?: (${ROUND_SIZES}(?=[,.;]|$|with\b|and\b)))?(?: at (?:one end|the bottom|the base|its base))?`,
      'gi',
    ),
    ({ 0: text, 1: led, 2: hub, 3: stretch, 4: own = '', 5: before = '', 6: flange, 7: foot, 8: behind = '' }) => {
      if (!before && !behind) return text
      const under = `${flange ?? foot} ${before}${behind}`.replace(/[, ]+$/, '')
      const upper = `${hub ?? stretch} ${own}`.replace(/[, ]+$/, '')
      return hub ? `${led}${under}, ${upper} on top` : `turned part: ${under}, ${upper}`
    },
  ],
  // `stepped plug: Ø44 x 6, Ø38 x 14`: told stretch by stretch.
  [/\bstepped (?:plug|bung|peg|post|column)\b(?=[^]*\d ?[x×] ?\d[^]*\d ?[x×] ?\d)/gi, () => 'stepped shaft'],
  // `reducing ring from 30 to 25.4 bore`: from its outside to its inside.
  [
    new RegExp(
      String.raw`\breducing (ring|bush(?:ing)?|sleeve|spacer|washer)\b,? from (${SIZE})(?: OD)? to (${SIZE})(?: (?:bore|ID|hole))?`,
      'gi',
    ),
    ({ 1: noun, 2: outside, 3: bore }) => `${noun} ${outside} OD ${bore} ID`,
  ],
  [
    /\breducing (?=(?:ring|bush(?:ing)?|sleeve|spacer|washer|collar)\b(?=[^]*\b(?:bored?|I\.?D|O\.?D|inside|outside)\b))/gi,
    () => '',
  ],
  // `a bush blank: 22 mm outside`, `200 mm between shoulders`
  [
    /\b(bush(?:ing)?|sleeve|ring|washer|spacer|collar|roller|wheel|tube|shaft|spindle) blank\b/gi,
    ({ 1: noun = '' }) => noun,
  ],
  [new RegExp(String.raw`(?<![\d.])(${SIZE}) between (?:the )?shoulders\b`, 'gi'), ({ 1: long }) => `${long} long`],
  // `both sides recessed 60 mm diameter x 5 mm deep`
  [
    new RegExp(
      String.raw`(?<=[,.;:] ?|\band )(both|each) (sides?|faces?|ends?) (?:is |are )?(?:recessed|relieved|dished|counterbored) (?:to )?(${SIZE})(?: dia(?:meter)?)?,? ?(?:x |by |and )?(${SIZE}) deep\b`,
      'gi',
    ),
    ({ 1: which, 2: sides, 3: wide, 4: deep }) => `with a ${wide} diameter recess ${deep} deep in ${which} ${sides}`,
  ],
  // `cut in half across its diameter; one half`
  [
    /\b((?:cut|sliced|sawn|split) in half) (?:across|along|through|down|on) (?:its|the|a) diameter\b(?:[;,.] ?(?:just |only |keep )*(?:one|a) half\b)?/gi,
    ({ 1: cut = '' }) => cut,
  ],
  // `20 mm dia below and 16 mm dia above`
  [
    new RegExp(
      String.raw`(?<![\d.])(${SIZE})(?: dia(?:meter)?)? (below|above),? and (${SIZE})(?: dia(?:meter)?)? (below|above)\b(?! the)`,
      'gi',
    ),
    ({ 0: text, 1: one, 2: first = '', 3: other, 4: second = '' }) =>
      first.toLowerCase() === second.toLowerCase()
        ? text
        : `${ENDS_OF[first.toLowerCase()]} diameter ${one}, ${ENDS_OF[second.toLowerCase()]} diameter ${other}`,
  ],
  // `cone plug 46 top 38 bottom`: told by both of its ends, it is no more than that.
  [
    /\b(?:cone|conical|tapered|taper) (?:plug|bung|stopper|cork)\b(?=[^]*\btop\b)(?=[^]*\b(?:bottom|base)\b)/gi,
    () => 'truncated cone',
  ],
  // `head 12 mm with a 90 degree cone`: how it is countersunk.
  [
    /(?<=\b(?:countersunk|csk|flat head)\b[^]*\bhead\b[^.;]*?),? with an? (\d+(?: ?°| ?deg(?:rees?)?)) (?:included )?(?:cone|taper|angle)\b/gi,
    ({ 1: angle }) => `, ${angle}`,
  ],
  // `a hole up from the flat` of a ball that is cut there
  [
    /\b(?:up )?(?:from|into|in) the flat\b(?! (?:bar|plate|side|face))(?<=\b(?:ball|sphere)\b[^]*\bcut\b[^]*)/gi,
    () => 'from the bottom',
  ],
  // `cone 60 base 20 top 50 high hollow, 2 mm wall`
  [
    /^(\W*(?:an? )?)((?:truncated )?cone|frustum)\b([^.;]*?),? (?:and |is )?hollow\b/gi,
    ({ 1: led = '', 2: cone, 3: told }) => `${led}hollow ${cone}${told}`,
  ],
  // `ball knob: 35 mm diameter ball, cut off flat …`
  [
    /^(\W*(?:an? )?)ball knob\b[:,]?(?= (?:an? )?\d[\d.]*(?: ?mm)?(?: dia(?:meter)?)? (ball|sphere)\b)(?=[^]*\bcut\b)/gi,
    ({ 1: led }) => led ?? '',
  ],
  // `hexagon socket 6 across flats`: what a key goes into.
  [
    /\b(?:hex(?:agon(?:al)?)?|allen)(?: key)? (?:socket|drive|recess)\b(?![- ](?:head|cap|screw|bolt|set|countersunk|button))(?<=\bhead\b[^]*)/gi,
    ({ input, index }) =>
      `hexagonal pocket${/\bin (?:the|its) head\b/i.test(input.slice(index)) ? '' : ' in the head'}`,
  ],
  // `hex boss 20 across flats`: it is called by its outline.
  [/\bhex(?:agon(?:al)?)? boss\b(?=[^.;]*\b(?:af|a\/f|across flats|flats)\b)/gi, () => 'hexagon'],
  // `Solid, manifold, centred`: how sound it is, and no manifold.
  [/(?<=[.,;] (?:solid, ?|watertight, ?)?)manifold(?= ?(?:[,.;]|$))/gi, () => ''],
  // `step block 40 wide with three steps, each 25 long and 18 high`: as stairs are.
  [
    new RegExp(
      String.raw`^((?:an? )?)(?:solid|step(?:ped)? block|block|body)\b([^\d]*(?:${SIZE} wide)?[^\d]*?)((?:${MANY}) steps),? (?:each )?(?:of them |step |one )?(${SIZE}) (?:long|deep) and (${SIZE}) high( each)?`,
      'gi',
    ),
    ({ 0: text, 1: a, 2: rest, 3: steps, 4: deep, 5: high }) =>
      /\beach\b/i.test(text) ? `${a}stairs${rest}${steps}, each step ${deep} deep and ${high} high` : text,
  ],
  [/\bu[- ]shaped cradle\b/gi, () => 'U channel'],
  // `1/4" thick steel L, legs 3" and 2"`
  [/\b(?:steel|alumini?um|brass|sheet|plate) L(?=,? (?:with |legs? |bracket))/g, () => 'L bracket'],
  // `The spacer goes between two bearings.`
  [/\b(?:that )?(?:goes|sits|fits) between (?:two|the|its|my)(?: two)? [a-z]+(?: [a-z]+)?(?=[.,;])/gi, () => ''],
  // `Eye bolt M10, ring 20 inside, 36 outside`: how thick its shank is, where the ring is told.
  [
    /\b(eye ?bolt|eye-bolt|ring bolt),? M(\d+)(?! ?[x×\d])(?=[^]*\binside\b[^]*\boutside\b|[^]*\boutside\b[^]*\binside\b)/gi,
    ({ 1: name, 2: size }) => `${name} ${size} mm`,
  ],
  // `4 in square, 1/2 in thick, a hole in every corner`: no name at all.
  [
    /^(?=[\d./ -]*\d ?(?:mm|cm|in|"|inch(?:es)?)? square,? (?:and )?[\d./ -]*\d ?(?:mm|cm|in|"|inch(?:es)?)? thick\b)/gi,
    () => 'plate ',
  ],
  // `Bracket = plate 80 x 60 x 6 + two ribs on top`
  [/^\s*(?:an? |the )?[a-z]+(?: [a-z]+)? = (?=(?:an? )?[a-z]+ \d)/gi, () => ''],
  [/(?<=\d(?: ?mm)?) \+ (?=(?:an?|one|two|three|four|five|six|\d) [a-z])/gi, () => ' with '],
  // `panel 220 mm wide, 88 mm tall, 3 mm sheet; …`: what it is made of is as thick.
  [
    new RegExp(
      String.raw`(?<=\d[^.;:]* (?:wide|tall|high|long|across(?: the)?(?: flats)?|diameter|dia), )(${SIZE}) (?:sheet|plate|stock|steel|alumini?um|ply(?:wood)?|acrylic)(?: (?:metal|sheet|plate))?(?= ?(?:[,;]|\.(?!\d)|$))`,
      'gi',
    ),
    ({ 1: size }) => `${size} thick`,
  ],
  // `Two-hole strap, …; 0.281 holes, 4 in apart`
  [
    new RegExp(
      String.raw`^\s*(?:an? )?(two|three|four|six|[2-9])[- ]holed? ([a-z]+\b[^]*?[,;.] ?)(?=(?:${SIZE}|[Øø⌀] ?[\d.]+|[\d.]+ ?(?:in|"))(?: dia(?:meter)?)? holes\b)`,
      'gi',
    ),
    ({ 1: many, 2: part }) => `${part}${many} `,
  ],
  // `plate for NEMA 17 … with the motor holes`: it has them.
  [
    /,? (?:with|and|plus) (?:the |its )?(?:standard |usual )?(?:motor|nema) (?:mounting |screw |bolt )?holes\b(?! ?[\d.])/gi,
    ({ 0: text, input }) => (/\bnema ?\d/i.test(input) ? '' : text),
  ],
  // `hook: 8 mm rod, J shape`
  [/^(\s*(?:an? )?)hook([^]*?),? J[- ]?shaped?(?=[,.;]|$)/gi, ({ 1: a = '', 2: rest = '' }) => `${a}J hook${rest}`],
]
