import { LENGTH, type Rewrite } from './notation.ts'

const OVER =
  /\b(?:over[- ](?:the[- ])?(?:door|cabinet|cupboard|drawer|edge)|door) (?:coat |towel |bag )?(?:hook|hanger)\b/i
/** What a hook of strip sits on, by how thick that is. */
const EDGE = '(?:board|panel|partition|door|shelf|desk|table ?top|table|worktop|fence|railing|rail|wall|cubicle wall)'
const ofDoor =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    OVER.test(match.input) ? put(match) : match[0]
const LONG = '(?: (?:long|tall|high|deep|down|overall|outside))*'
const sided = (side: string): RegExp =>
  new RegExp(
    String.raw`\b(${LENGTH})${LONG} (?:down |on |at |along |over )?(?:the |its )?${side}(?: (?:flap|lip|leg|side|strip|part|drop|of (?:the|it)(?: door)?))*|\b(?:the |its )?${side}(?: (?:flap|lip|leg|side|strip|part|drop|length))*(?: is| of|:)? (${LENGTH})${LONG}`,
    'gi',
  )
const UP = '(?:up(?:wards?)?|upturn(?:ed)?|turned[- ]up)'

/** An over-the-door hook, side by side: what it grips, how far it reaches down before and behind that, its hook out and up. */
export const DOOR_HOOK_WORDS: readonly Rewrite[] = [
  // `hook from 20 x 3 flat bar to sit over an 18 mm board`
  [
    new RegExp(
      String.raw`^((?:an? )?(?:[a-z]+ ){0,2}?)(?:hook|hanger)\b([^.;:]*?),? (?:to |that |which )?(?:(?:sit|go|hang|fit|hook|slip|slide|clip)(?:s|ting|ing)? )?(?:over|onto) (?:the (?:top|edge) of )?(?:an? |the )?(${LENGTH}) (?:thick )?${EDGE}\b`,
      'gi',
    ),
    ({ 0: text, 2: made = '', 3: gap = '', input }) =>
      /\b(?:back|rear)\b/i.test(input) && /\bfront\b/i.test(input)
        ? `over edge hook ${made} , door gap ${gap} , `
        : text,
  ],
  // `over the door hook …, no lip`: only what sits on the door.
  [
    /^((?:an? )?)over[- ](?:the[- ])?door (?:hook|hanger)\b([^]*?),? (?:with )?(?:no|without (?:an? )?) ?(?:lip|hook|tip)\b/gi,
    ({ 1: led = '', 2: rest = '' }) => `${led}over edge hook${rest}`,
  ],
  // `top over 40 clear`: the door again.
  [new RegExp(String.raw`,? ?\btop(?: over| across)? ${LENGTH} (?:clear|inside)\b`, 'gi'), ofDoor(() => '')],
  [
    /\b(?:an? )?(?:(?:simple|flat|metal|steel|printed) )*over[- ](?:the[- ])?(?:door|cabinet|cupboard|drawer)[- ](?:coat |towel |bag )?(?:hook|hanger)\b[:,]?/gi,
    () => 'over the door hook , ',
  ],
  // `fits a 35 mm door`, `door is 40 thick`
  [
    new RegExp(
      String.raw`\b(?:for |that |which |it )*(?:fit(?:s|ting)?|for|grip(?:s|ping)?|over|goes over|clip(?:s|ping)? over)? ?(?:on |over )?(?:an? |the )?(${LENGTH}) (?:thick )?(?:door|cabinet door|gap)\b(?! (?:hook|hanger))|\b(?:the )?door(?: is| thickness| gap)*(?: of|:)? (${LENGTH})(?: thick)?`,
      'gi',
    ),
    ofDoor((match) => ` , door gap ${match[1] ?? match[2]} , `),
  ],
  [sided('(?:back|rear)'), ofDoor((match) => ` , rear flap ${match[1] ?? match[2]} , `)],
  [sided('front'), ofDoor((match) => ` , front drop ${match[1] ?? match[2]} , `)],
  // `at the bottom it turns out 25`, `hook sticks out 40`, `hook 30 out`, `40 mm hook`
  [
    new RegExp(
      String.raw`\b(?:at (?:the|its) bottom,? )?(?:it |the hook |hook |arm )?(?:turns?|sticks?|sticking|bends?|projects?|reach(?:es)?|goes|comes|extends?|extending)(?: straight)?(?: out(?:wards?)?)?(?: by)? (${LENGTH})|\b(?:hook |arm )?(${LENGTH}) out(?:wards?)?\b|\b(?:hook|arm)(?: out| reach| depth)?(?: is| of|:)? (${LENGTH})(?: deep| long| out)?|\b(${LENGTH}) (?:deep |long )?(?:hook|arm)\b`,
      'gi',
    ),
    ofDoor((match) => ` , hook reach ${match.slice(1).find(Boolean)} , `),
  ],
  // `and up 20`, `20 up`, `with a 25 lip`, `tip up 20`
  [
    new RegExp(
      String.raw`\b(?:and |then |with )*(?:an? )?(?:(?:lip|tip|end|upturn) )?(?:turns? )?${UP}(?: tip| lip| end)?(?: by| of)? (${LENGTH})|\b(?:and |then |with )*(?:an? )?(${LENGTH})(?: (?:high|tall|long))? (?:${UP}(?: (?:tip|lip|end))?|lip|tip)\b|\b(?:and |then |with )*(?:an? )?(?:lip|tip|upturn)(?: is| of|:)? (${LENGTH})(?: up| high| tall| long)?`,
      'gi',
    ),
    ofDoor((match) => ` , hook tip ${match.slice(1).find(Boolean)} , `),
  ],
  [/,? ?\b(?:square|sharp) (?:bends|corners|folds)\b|,? ?\(?\boutside (?:sizes|dimensions)\)?/gi, ofDoor(() => '')],
]
