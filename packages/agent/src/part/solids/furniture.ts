import { LENGTH, type Rewrite } from '../words/notation.ts'

const BY = String.raw` ?(?:x|×|by) ?`

/** What people say of things made of boards and blocks, in the words that solids are put together by. */
export const FURNITURE: readonly Rewrite[] = [
  // `table 800 x 500, top 25 thick, four legs …`: how large the top is was said of the table.
  [
    new RegExp(
      String.raw`^\s*(?:an? )?(?:[a-z]+ ){0,2}(?:table|bench|stool|desk):? (${LENGTH}${BY}${LENGTH})(?:,| with an?|, with an?) (?:(top|seat|table ?top),? (?:of )?(${LENGTH})(?: thick)?|(${LENGTH})(?: thick)? (top|seat))(?! ?[x×])`,
      'gi',
    ),
    ({ 1: plan, 2: top, 3: thick, 4: other, 5: named }) => `${top ?? named} ${plan} x ${thick ?? other}`,
  ],
  // `small table 400 x 300 x 18 top with four legs …`: the top is what was measured.
  [
    new RegExp(
      String.raw`^\s*(?:an? )?(?:[a-z]+ ){0,2}(?:table|bench|stool|desk):? (${LENGTH}(?:${BY}${LENGTH}){2})(?: thick)? (?:table ?)?(top|seat)\b`,
      'gi',
    ),
    ({ 1: sizes, 2: top }) => `${top} ${sizes}`,
  ],
  // `table 120 x 80 x 6 with four legs 8 x 8 x 50`: so large is its top.
  [
    new RegExp(
      String.raw`^\s*(?:an? )?(?:[a-z]+ ){0,2}(?:table|desk|stool):? (${LENGTH}(?:${BY}${LENGTH}){2})(?=,? (?:with |and )?(?:four|4) (?:[a-z]+ )?(?:${LENGTH}${BY}[^.;]*? )?legs\b)`,
      'gi',
    ),
    ({ 1: sizes }) => `top ${sizes}`,
  ],
  // `bench: a plank 1000 x 250 x 30 on two planks 30 x 250 x 400`: those are its legs.
  [
    new RegExp(
      String.raw`^\s*(?:[^:.\d\n]{1,40}: ?)?(?:an? |the )?(?:seat )?(?:plank|board|slab|beam|shelf|top|seat):? (${LENGTH}(?:${BY}${LENGTH}){2}),? (?:lying |resting |sitting |laid |supported )?(?:on|by)(?: top of)? (two|three|four|[2-4]) (?:[a-z]+ )?(?:planks|boards|slabs|blocks|bricks|panels|sides|supports|posts|legs|feet)(?: of)? (${LENGTH}(?:${BY}${LENGTH}){2})(?! at| in|,)`,
      'gi',
    ),
    ({ 1: top, 2: many, 3: leg }) =>
      `top ${top} with ${many} legs ${leg} at ${/^(?:two|2)$/.test(many ?? '') ? 'the ends' : 'the corners'}`,
  ],
  // `backrest 400 x 20 x 400`
  [
    new RegExp(
      String.raw`(?<=\b(?:seat|chair)\b[^]*)\b(?:an? )?(?:back ?rest|back)(?: board)?:? (${LENGTH}(?:${BY}${LENGTH}){2})(?! on| at)`,
      'gi',
    ),
    ({ 1: sizes }) => `a board ${sizes} standing on top of the seat at the back`,
  ],
  // `step stool: top …, two sides …`
  [
    new RegExp(
      String.raw`\b(two|2) (?:sides?|ends?|side boards|side panels)(?=:? ${LENGTH}${BY})(?<=\b(?:stool|bench|table)\b[^]*)`,
      'gi',
    ),
    ({ 1: two }) => `${two} legs`,
  ],
  // `another box at the same origin`
  [/\bat (?:the )?same (?:origin|place|position|point|location)\b/gi, () => 'with the same centre'],
  // `half sunk into the top`: its middle is in that face.
  [
    /\b(?:half(?:way)? (?:sunk|embedded|buried|let|pressed)|(?:sunk|embedded|buried|let|pressed) half(?:way)?)(?: in)?(?:to)? (?=the (?:top|left|right|front|back|upper)\b)/gi,
    () => 'centred on ',
  ],
]
