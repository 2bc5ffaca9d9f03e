import { LENGTH, type Rewrite } from '../words/notation.ts'

const SIZE = String.raw`(?:thickness|height|width|length|depth|diameter|dimensions?|sizes?|symmetry|proportions?|everything else|all else|the rest|rest|others?|shape|position)`

/** How follow-ups are told at length, in the words of short ones. */
export const EDIT_WORDS: readonly Rewrite[] = [
  // `Edit the supplied part: …`
  [
    /^\W*(?:please )?(?:edit|modify|update|change|alter|revise|take|using) (?:the |this |my )?(?:supplied|given|existing|current|previous|attached) (?:part|model|design|plate|file)\s*[:;,.-]\s*/gi,
    () => '',
  ],
  // `but keep the same thickness`, `Keep all other dimensions identical (60 x 40 x 8 mm bounding box)`: nothing else is touched anyhow.
  [
    new RegExp(
      String.raw`(?:[,.;] ?|\b)(?:(?:and|but|while) )?(?:keep|keeping|leave|leaving|retain|retaining|maintain|maintaining|preserve|preserving) (?:(?:all|every|the|its|other|same|overall|of|exact|original) )*${SIZE}(?: of (?:the|its) [a-z]+)?(?: (?:the same|same|unchanged|identical|constant|intact|alone|fixed|as (?:is|before|(?:it|they) (?:is|are|was|were))))?(?: ?\([^()]*\))?(?=\s*(?:[.;,]|$))`,
      'gi',
    ),
    ({ 0: text, index }) => (index === 0 ? text : ''),
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
  // `shell it to 2 mm, open at the top`
  [
    new RegExp(
      String.raw`^(\W*(?:please |now |then )?)shell (?:it|this|out|the [a-z]+)?(?: out)?,? ?(?:(?:to|with|at|leaving|by|using) )?(?:an? )?(${LENGTH})(?: thick)?(?: walls?(?: thickness)?)?`,
      'gi',
    ),
    ({ 1: polite = '', 2: wall = '' }) => `${polite}hollow it out, ${wall} wall`,
  ],
  // `make a countersunk hole`: one more.
  [
    /^(\W*(?:please |now |then )?)(?:make|create) (?=an? (?:[^.;]*? )?(?:hole|slot|pocket|groove|notch|cut-?out)\b)(?![^]*\binstead\b)/gi,
    ({ 1: polite = '' }) => `${polite}add `,
  ],
]
