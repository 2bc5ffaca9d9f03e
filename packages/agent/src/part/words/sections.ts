import { LENGTH, type Rewrite } from './notation.ts'
import { BORES } from './bores.ts'
import { HOLE_CIRCLES } from './hole-circles.ts'
import { SECTION_ASIDES, SECTION_NAMES } from './section-names.ts'
import { STATION_WORDS } from './stations.ts'
import { LISTED_DIAMETERS, TURNED_ENDS } from './turned-ends.ts'

const ROUND =
  /\b(?:shaft|spindle|axle|pin(?! holes?\b)|turned|stepped|arbor|mandrel|roller|cylindrical|cylinders?|round bar|rod)\b/i
const RINGS = /\b(?:bush(?:ing)?|sleeve|spacer|collar|coupl(?:er|ing)|top hat)s?\b/i
/** Stretches of what is turned, as people name them: by their place, by what was done to an end, by the point they run out in. */
export const SECTIONS: readonly Rewrite[] = [
  // `the edge between disc and boss has a 3 mm fillet`
  [
    new RegExp(
      String.raw`\b(?:the )?(?:inside |inner )?(?:edge|corner|transition|joint|junction|step) between (?:the )?[a-z]+ and (?:the )?[a-z]+,? (?:has|have|gets|with|is given|is|to have) (?:an? )?(${LENGTH}|R ?${LENGTH}) (fillet|radius)`,
      'gi',
    ),
    (match) => `, ${match[1]} fillet at the transition`,
  ],
  // `a filleted edge between the shank and the head of radius 5 mm`
  [
    new RegExp(
      String.raw`\b(?:an? )?(?:fillet(?:ed)?(?: edge| radius)?|radius) between (?:the )?[a-z]+ and (?:the )?[a-z]+,? (?:of|with|having) (?:an? )?(?:radius(?: of)? )?(${LENGTH})(?: radius)?`,
      'gi',
    ),
    (match) => `${match[1]} fillet at the transition`,
  ],
  // `the flange is a disc 40 mm in diameter`, `for the head of the pin, it's a simple cylinder. The cylinder is 35 mm`
  [
    /\b(the|its) (head|shank|shaft|flange|hub|stem|neck|collar)(?: of the [a-z]+)?,? (?:is|it['’]?s|it is|there['’]?s|there is) (?:an?|another) (?:simple |solid |plain )*(?:cylinder|disc|disk)(?:\.? (?:the cylinder|it|which|that)(?: is|['’]s))?\b/gi,
    ({ 1: the = '', 2: noun = '' }) => `${the} ${noun}`,
  ],
  ...HOLE_CIRCLES,
  ...STATION_WORDS,
  ...BORES,
  ...SECTION_NAMES,
  // `one end a hemisphere, the other end flat with a hole`
  [
    /,? ?(?:and )?the other end (?:is )?flat,? (?:with|and has|having|plus) (?=an? )(?<=\b(?:dom|hemispher|spher|rounded)[\s\S]*)/gi,
    () => ', in the bottom face ',
  ],
  // `one end a hemisphere, the other end flat`: as it is anyhow.
  [
    /,? ?(?:and )?(?:the )?other(?: end| side)? (?:is |being |stays |left )?(?:flat|plain|square)(?= ?(?:[,;.]|$|plus|and|with))(?<=\b(?:dom|hemispher|spher|rounded)[\s\S]*)/gi,
    () => ' ',
  ],
  // `one end a hemisphere, the other with a 2 mm chamfer`, `12 mm from the chamfered end`
  [
    new RegExp(
      String.raw`,? ?(?:and )?the other(?: end)? (?:with|has|having|gets) (?:an? )?(${LENGTH}) (chamfer|fillet)(?<=\b(?:dom|hemispher|spher|rounded)[\s\S]*)`,
      'gi',
    ),
    (match) => `, ${match[1]} ${match[2]} on the bottom edge`,
  ],
  [/\b(?:up )?from the chamfered end\b(?<=\b(?:dom|hemispher|spher|rounded)[\s\S]*)/gi, () => 'from the bottom'],
  // `the flat bottom` of what has a round top
  [
    /\bthe flat (end|bottom|side|face)\b(?<=\b(?:dom|hemispher|spher|rounded)[\s\S]*)/gi,
    ({ 1: side = '' }) => `the ${side === 'bottom' ? side : 'bottom face'}`,
  ],
  ...TURNED_ENDS,
  [
    new RegExp(
      String.raw`(?:\b(?:with|having|has)|,) (?:[Øø∅⌀] ?)?(${LENGTH}) (?:dia(?:meter)? )?ends,? (?:each |both )?(${LENGTH}) long(?: each)?`,
      'gi',
    ),
    (match) => `, both ends stepped to ${match[1]} for the last ${match[2]}`,
  ],
  // `one end turned to a 60 degree included angle point`
  [
    /\b(?:(?:one|the) end (?:is )?)?(?:turned|ground|machined|brought|cut) to an? (\d[\d.]*) ?(?:°|deg(?:ree)?s?) (?:included )?(?:angle )?(?:point|cone|tip)/gi,
    (match) => `with a conical tip ${match[1]}° within`,
  ],
  // `a 20 mm long conical tip down to Ø5`: what it ends in, where no length follows.
  [
    new RegExp(
      String.raw`\b((?:cone|conical (?:tip|end|nose|point|part|section|head|top))\b[^.;,]{0,40}?) (?:going |running |coming |tapering |narrowing )*down to (?:an? )?(?:[Øø∅⌀] ?)?(${LENGTH})(?: (?:in )?dia(?:meter)?)?(?! ?(?:x|×|over|for|in|along|long)\b)`,
      'gi',
    ),
    (match) => `${match[1]} top diameter ${match[2]}`,
  ],
  // `groove in the 16 mm step, 7 mm from the 20 mm shoulder`: from the side where the other step is.
  [
    new RegExp(
      String.raw`\b(?:from|off) the (?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)? (?:shoulder|step|face)\b(?<=\b(?:in|along) the (?:[Øø∅⌀] ?)?(${LENGTH}) [^.;]*)`,
      'gi',
    ),
    ({ 0: text, 1: other = '', 2: own = '', input }) => {
      const [there, here] = [other, own].map((one) => input.search(new RegExp(`(?<![\\d.])${one.replace('.', '\\.')}`)))
      return there === undefined || here === undefined || there < 0
        ? text
        : `from the ${there < here ? 'bottom' : 'top'}`
    },
  ],
  // `starting 10 mm from the left shoulder`: the end of the step it is in.
  [
    /\bfrom the (left|right|lower|upper|bottom|top)(?:[- ]hand)? shoulder\b/gi,
    ({ 1: side = '' }) => `from the ${/^(?:left|lower|bottom)$/i.test(side) ? 'bottom' : 'top'}`,
  ],
  // `keyway running in 50 mm from the end`: so long, and from there.
  [
    new RegExp(
      String.raw`\b(?:running|going|cut|milled|extending) (?:in |back |inwards? )?(?:for )?(${LENGTH}) (?:in )?from (?:the|one) end\b(?<=\b(?:keyway|key ?seat|flats?)\b(?:[^.;]|\.\d)*)`,
      'gi',
    ),
    (match) => `${match[1]} long at one end`,
  ],
  // `keyway cut along 40 mm of its length`
  [
    new RegExp(
      String.raw`\b(?:cut |milled |running |machined )?(?:along|over|for) (${LENGTH}) of (?:its|the) (?:shaft )?length\b(?<=\b(?:keyway|key ?seat|flats?)\b(?:[^.;]|\.\d)*)`,
      'gi',
    ),
    (match) => `${match[1]} long`,
  ],
  [/\b(?:opposite|opposing|parallel|diametrically opposed) (?=(?:milled |wrench |spanner )?flats\b)/gi, () => ' '],
  // `flats over the last 20 mm`
  [
    new RegExp(
      String.raw`\b(?:over|for|along|on|across) the (?:last|first|end|final) (${LENGTH})\b(?: of (?:its|the) length)?(?<=\b(?:keyway|key ?seat|flats?)\b(?:[^.;]|\.\d)*)`,
      'gi',
    ),
    (match) => `${match[1]} long at one end`,
  ],
  // `flats 16 mm across`, `flats milled to 12 across`
  [
    new RegExp(
      String.raw`\b((?:flats|flat(?= ?:| milled| of \d| \d|,| (?:full|all|along|over)\b))\b(?:[^.;]|\.\d){0,40}?)(?:\bto )?\b(${LENGTH}) across\b(?! (?:the )?(?:flats?|corners?|points?)\b)`,
      'gi',
    ),
    (match) => `${match[1]}${match[2]} across flats`,
  ],
  ...LISTED_DIAMETERS,
  ...SECTION_ASIDES,
  // `a cone 35 long down to a point`
  [
    /\bcone((?:(?!\bcone\b)[^.;]|\.\d){0,30}?) (?:down |tapering |coming |running )*to an? (?:sharp )?point\b/gi,
    (match) => `conical point${match[1]}`,
  ],
  [
    /\b(dowel|pin|rod|bar|round bar)\b((?:(?!head)[^.;]|\.\d){0,60}?),? (?:with )?(?:hemispherical|domed|spherical|fully rounded|round) (?:ends|both ends)\b/gi,
    // A flat bar, and one of three sizes, has its ends rounded as it is seen from above.
    (match) =>
      /\blink\b|\bflat[- ]bar\b/i.test(match.input) || /\d ?[x×] ?\d[^.;]*\d ?[x×] ?\d/i.test(match[2] ?? '')
        ? match[0]
        : `capsule${match[2]}`,
  ],
  // `bored Ø20 from the top 30 deep, then Ø12 the rest of the way`
  [
    new RegExp(
      String.raw`\b(?:bored|drilled) (?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)?(?: from (?:the|one) (?:top|end))?,?(?: (?:for the first|x|to) )? ?(${LENGTH}) ?(?:deep)?,? (?:and )?then (?:at )?(?:[Øø∅⌀] ?)?(${LENGTH}) (?:dia(?:meter)? )?(?:for )?(?:the rest|through|the remainder|right through)(?: of (?:the way|it|its length))?`,
      'gi',
    ),
    (match) => `with a ${match[3]} through hole counterbored ${match[1]} x ${match[2]} deep`,
  ],
  // `taper pin, 10 mm large end`: it is called by its small one.
  [
    new RegExp(
      String.raw`(?<=\btaper pin\b[^]*)(${LENGTH})(?: dia(?:meter)?)? (?:at the )?(?:large|larger|big|thick) end`,
      'gi',
    ),
    (match) => `bottom diameter ${match[1]}`,
  ],
  // `tapered pin 1:50, 10 mm large end`
  [
    /(?<=\b(?:tapered|conical|taper) [^.;\d]{0,20})\b1 ?: ?(\d+(?:\.\d+)?)(?=[ ,;.]|$)(?! taper)/gi,
    ({ 1: ratio = '' }) => `, taper ratio ${ratio} ,`,
  ],
  [
    /\b1 ?: ?(\d+(?:\.\d+)?) taper\b(?: on (?:the )?dia(?:meter)?)?|\btaper (?:of )?1 ?: ?(\d+(?:\.\d+)?)\b(?: on (?:the )?dia(?:meter)?)?/gi,
    (match) => `taper ratio ${match[1] ?? match[2]}`,
  ],
  [
    /\b(?:\w+ )?closed (?:at|on) (?:one|the other|the) end (?:with|by) (?:an? )?(?=\d)(?<=\bcap\b.{0,90})/gi,
    () => 'top thickness ',
  ],
  // `long overall`: of what has a head or steps, all of it.
  [
    /\b(?:long|tall|high) overall\b/gi,
    (match) =>
      ROUND.test(match.input) || RINGS.test(match.input) || /\b(?:spool|bobbin|reel|bolt|screw)\b/i.test(match.input)
        ? 'overall'
        : match[0],
  ],
]
