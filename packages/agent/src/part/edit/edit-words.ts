import { LENGTH, type Rewrite } from '../words/notation.ts'
import { EDITS_ONE_WAY } from './edits-one-way.ts'

const SIZE = String.raw`(?:thickness|height|width|length|depth|diameter|dimensions?|sizes?|symmetry|proportions?|everything else|all else|outside(?: diameter)?|the rest|rest|others?|shape|position)`

/** What a piece is taken off from: without a word for it, its length. */
const TAKEN_OFF = String.raw`(?:\s*(?:from|of)?\s*(?:the |its |one )?(?:overall |total )?((?:outside |outer |inside |inner |wall |material )?(?:length|width|height|thickness|depth|diameter|wall|od|id|pcd|bolt circle)|end|top)\b)?`

/** What such a verb alters, where it is not the length. */
const ALTERED: Readonly<Record<string, string>> = {
  widen: 'width',
  narrow: 'width',
  thicken: 'thickness',
  raise: 'height',
  lower: 'height',
}

const SAYING: Readonly<Record<string, string>> = {
  taller: 'height',
  higher: 'height',
  wider: 'width',
  narrower: 'width',
  thicker: 'thickness',
  thinner: 'thickness',
}

/** How follow-ups are told at length, in the words of short ones. */
export const EDIT_WORDS: readonly Rewrite[] = [
  ...EDITS_ONE_WAY,
  // `Edit the supplied part: …`
  [
    /^\W*(?:please )?(?:edit|modify|update|change|alter|revise|take|using) (?:the |this |my )?(?:supplied|given|existing|current|previous|attached) (?:part|model|design|plate|file)\s*[:;,.-]\s*/gi,
    () => '',
  ],
  // `rotate the holes so that none of them is at 12 o'clock, i.e. by 45°`: what it is for; by how much stands behind it.
  [/,? ?\bso (?:that )?[^.;]*?,? (?:(?:i\.e\.|that is|namely),? )?(?=by \d)/gi, () => ' '],
  // `but keep the same thickness`, `Keep all other dimensions identical (60 x 40 x 8 mm bounding box)`: nothing else is touched anyhow.
  [
    new RegExp(
      String.raw`(?:[,.;] ?|\b)(?:(?:and|but|while) )?(?:keep|keeping|leave|leaving|retain|retaining|maintain|maintaining|preserve|preserving) (?:(?:all|every|the|its|other|same|overall|of|exact|original) )*${SIZE}(?: of (?:the|its) [a-z]+)?(?: (?:the same|same|unchanged|identical|constant|intact|alone|fixed|as (?:is|before|(?:it|they) (?:is|are|was|were))))?(?: ?\([^()]*\))?(?=\s*(?:[.;,]|$))`,
      'gi',
    ),
    ({ 0: text, index }) => (index === 0 ? text : ''),
  ],
  // `…, same height`, `height unchanged`
  [
    new RegExp(
      String.raw`(?<=[^]{6})(?:[,;]|\b(?:with|at|and|but)) (?:(?:with|at|and|but) )?(?:(?:the )?same (?:overall )?${SIZE}|(?:the |its )?${SIZE} (?:stays?|remains?|unchanged|as (?:it )?(?:is|was|before))(?: (?:the same|same|unchanged|as (?:it )?(?:is|was)))?)(?=\s*(?:[.;,]|$))`,
      'gi',
    ),
    () => '',
  ],
  // `keep the same size but add a fillet`
  [
    new RegExp(
      String.raw`^\W*(?:please )?(?:keep|leave) (?:(?:all|every|the|its|other|same|overall) )*${SIZE}(?: (?:the same|same|unchanged|as is|as it is|alone))?,? (?:but|and)(?: just| only)? (?=[a-z])`,
      'gi',
    ),
    () => '',
  ],
  // `double the diameter of the hole from 10 mm to 20 mm`
  [
    new RegExp(
      String.raw`\b(?:double|halve|triple|increase|reduce|decrease) ((?:the |its )[^.;\d]*?) (?=from ${LENGTH} to ${LENGTH})`,
      'gi',
    ),
    ({ 1: what = '' }) => `change ${what} `,
  ],
  // `same thing but 150 x 100`: what is not named stays anyhow.
  [
    /^(\W*(?:ok(?:ay)?,? |now |and |please )*)(?:i (?:need|want) )?(?:the |exactly the |just the )?(?:exact )?same(?: (?:thing|part|one|piece|model|design|again|as before|[a-z]+(?= but\b)))?,? (?:(?:but|except|only|just|with it|in|at) )+(?=[^.;]*\d)(?!(?:on|at|in) the\b)/gi,
    ({ 1: polite = '' }) => polite,
  ],
  [
    new RegExp(
      String.raw`^(\W*(?:ok(?:ay)?,? |now |and |please )*)(?:the |exactly the )?same (?:thing|part|one|piece|again)[,:]? (?=${LENGTH} ?(?:x|×|by) ?\d)`,
      'gi',
    ),
    ({ 1: polite = '' }) => polite,
  ],
  // `cut 25 mm off the length`, `take 2 off the thickness`, `cut 20 mm off`
  [
    new RegExp(
      String.raw`\b(?:cut|take|shave|trim|chop|knock|saw|lop|mill|remove)(?: another| a further| about)? (${LENGTH}) (?:off|away|from (?=(?:the |its )))${TAKEN_OFF}(?= ?(?:[.,;!]|please|and\b|but\b|$))`,
      'gi',
    ),
    ({ 1: by = '', 2: of = '' }) => {
      if (/^(?:end)?$/i.test(of)) return `make it ${by} shorter`
      return `make it ${by} smaller in ${/^top$/i.test(of) ? 'height' : of}`
    },
  ],
  // `make it out of 4 mm`: what it is made of says how thick it is.
  [
    new RegExp(
      String.raw`\b(make (?:it|this|that)|made|cut it|bend it) (?:out of|from) (${LENGTH})(?= ?(?:instead|please|[.,;!]|$))`,
      'gi',
    ),
    ({ 1: made = '', 2: thick = '' }) => `${made} ${thick} thick`,
  ],
  // `break both ends 1 x 45`
  [
    /\b((?:chamfer|break|bevel)[^.;\d]*\d+(?:\.\d+)?(?: ?mm)? ?[x×] ?45)(?! ?(?:°|deg|mm|\d|\.\d))\b/gi,
    ({ 1: broken = '' }) => `${broken}°`,
  ],
  // `swap the M4s for M5`
  [/\b(M\d+(?:\.\d)?)s\b/gi, ({ 1: screw = '' }) => `${screw} holes`],
  // `every one of the holes`
  [/\bevery (?:single )?one of (?=the\b|them\b)/gi, () => 'all of '],
  // `holes 5 mm, two per leg`
  [
    new RegExp(
      String.raw`\b((?:[a-z]+ )?holes?),? (${LENGTH}|M\d+(?:\.\d)?),? (\d+|one|two|three|four) (?:per|in each|in every|on each|each) (leg|arm|side|end|flange)\b`,
      'gi',
    ),
    ({ 1: holes = '', 2: size = '', 3: many = '', 4: where = '' }) => `${many} ${size} ${holes} in each ${where}`,
  ],
  // `a bit longer, 180`, `bigger, 40 diameter`: what it shall be.
  [
    new RegExp(
      String.raw`\b(?:a (?:bit|little|touch) |slightly |much )?(longer|shorter|taller|higher|wider|narrower|thicker|thinner)[,:;] ?(?:say |about |like |maybe )?(${LENGTH})(?= ?(?:please|instead|[.;!]|$))`,
      'gi',
    ),
    ({ 1: way = '', 2: size = '' }) => `${SAYING[way.toLowerCase()] ?? 'length'} ${size}`,
  ],
  [
    new RegExp(String.raw`\b(?:bigger|larger|smaller)[,:;] ?(?=${LENGTH} (?:dia(?:meter)?|od|across|x)\b)`, 'gi'),
    () => '',
  ],
  // `make it taller, 100 mm high`: the size says by how much.
  [
    new RegExp(
      String.raw`\b(?:(?:taller|higher|lower|longer|shorter|wider|narrower|thicker|thinner|deeper|bigger|larger|smaller)(?:[,:;] ?| ?- ?| to ))(?=${LENGTH} (?:high|tall|long|wide|thick|deep)\b)`,
      'gi',
    ),
    () => '',
  ],
  // `lengthen it from 60 mm to 80 mm`
  [
    new RegExp(
      String.raw`\b(lengthen|shorten|widen|thicken|raise|lower|extend|stretch|narrow) (?:it|this|the part) (?=from ${LENGTH} to ${LENGTH})`,
      'gi',
    ),
    ({ 1: verb = '' }) => `change the ${ALTERED[verb.toLowerCase()] ?? 'length'} `,
  ],
  // `give it a flat top 20 mm across instead of the point`
  [
    new RegExp(
      String.raw`\b(?:give it |make |with )?an? flat top(?: of)? (${LENGTH})(?: across| wide| dia(?:meter)?| in diameter)?(?: instead of (?:the|a) (?:point|tip|apex))?`,
      'gi',
    ),
    ({ 1: across = '' }) => `top diameter ${across}`,
  ],
  // `shell this part, remove the top face`: where it is open.
  [
    /^([^]*\bshell\b[^]*?),? ?(?:(?:and|by|with) )*(?:remov(?:e|ing)|delet(?:e|ing)|open(?:ing)?) the (top|bottom|front|back|left|right) (?:face|side)\b/gi,
    ({ 1: before = '', 2: face = '' }) => `${before}, open at the ${face}`,
  ],
  // `shell it to 2 mm, open at the top`
  [
    new RegExp(
      String.raw`^(\W*(?:please |now |then )?)shell (?:it|this|that|out|the)?(?: out)?(?: part| body| solid| block| box| cube| cylinder| model)?(?: out)?,? ?(?:(?:to|with|at|leaving|by|using) )?(?:an? )?(${LENGTH})(?: thick)?(?: walls?(?: thickness)?)?`,
      'gi',
    ),
    ({ 1: polite = '', 2: wall = '' }) => `${polite}hollow it out, ${wall} wall`,
  ],
  // `set screw M4 from the side`: its hole.
  [
    /^(\W*(?:and |now |with )?)(?:an? )?(?:(M\d+(?:\.\d)?) )?(?:set|grub) ?screw(?: (M\d+(?:\.\d)?))? (?:from|in|into|through|on|at) (?:the|one) side\b/gi,
    ({ 1: led = '', 2: before = '', 3: after = '' }) =>
      `${led}add an ${before || after} set screw hole through the side`,
  ],
  // `make a countersunk hole`: one more.
  [
    /^(\W*(?:please |now |then )?)(?:make|create) (?=an? (?:[^.;]*? )?(?:hole|slot|pocket|groove|notch|cut-?out)\b)(?![^]*\binstead\b)/gi,
    ({ 1: polite = '' }) => `${polite}add `,
  ],
]
