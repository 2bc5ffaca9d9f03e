/** Whether a word tells a shape or a way of making (`wavy`, `interlocking`, `thicker`), and is no thing: `drawer`, `battery`. */
export const describes = (word: string): boolean =>
  KNOWN.has(word) || PLAIN.test(word) || (ENDINGS.test(word) && !THINGS.has(word))

const ENDINGS =
  /(?:ed|ing|al|ar|ic|ous|ive|ish|less|ful|oid|form|vy|py|ly|ky|en|est)$|^(?:thick|thinn|larg|small|wid|narrow|tall|short|long|deep|shallow|high|low|bigg|steep|sharp|round|flatt|inn|out|upp|und|ov|tap|corn|cent|chamf|lay|ti|stagg|quart|louv|diamet)er$/
/** Things whose names end so, and that are kept in boxes and trays. */
const THINGS: ReadonlySet<string> = new Set(
  `bed seed feed weed thread ring earring string sewing fishing charging serving cooking drying baking camping soldering knitting shaving painting packing clothing
  metal medal pedal journal animal cereal car sugar guitar cigar jar bar music mic garlic plastic olive drive dish fish radish pen hen kitchen garden oven chicken
  chest test vest nest family supply puppy lily key hockey whisky`.split(/\s+/),
)
const KNOWN: ReadonlySet<string> = new Set(
  `diamond dovetail leaf shell cross plus chevron spiral pill racetrack egg drop bullet torx bowtie fan zigzag no not without other same half double twin triple multi modular
  stack deep shallow skew bevel bulge offset opposite extra`.split(/\s+/),
)
const PLAIN = /^(?:step|taper|slope|curve|angle|corner|edge)s?$/
