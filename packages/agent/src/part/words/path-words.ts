import type { Rewrite } from './notation.ts'

const N = String.raw`\d[\d.]*(?: ?(?:mm|cm|in)\b)?`
const DEGREES = String.raw`(?:°|degrees?\b|deg\b)`
const STOCK = String.raw`(?:wire|rod|bar|tube|pipe|tubing)`
const RUN = String.raw`(?:${N} (?:long )?straight|straight (?:for |run of |run )?${N})\b`
const TURN = String.raw`\b(?:bend|bent|arc|elbow|turn)\b`

/** `40 straight, then a bend, then 25 straight`: stretches told one after the other, and not an elbow with two legs. */
const PATH = new RegExp(String.raw`\b(?:${STOCK}|path)\b[^]*?${RUN}[^]*?${TURN}[^]*?${RUN}`, 'i')
const OTHERS = /\b(?:hook|handle|bolt|bracket|hanger|clamp|shackle)/i
const isPath = ({ input }: RegExpExecArray): boolean => PATH.test(input) && !OTHERS.test(input)
const onPath =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    isPath(match) ? put(match) : match[0]

/** What is bent is told in straight stretches and bends: each becomes a piece of its own, in their order. */
export const PATH_WORDS: readonly Rewrite[] = [
  // `tube bent to a quarter circle, 30 OD`
  [
    new RegExp(
      String.raw`\b(?:tube|pipe|tubing) (?:is )?(?:bent|formed|curved|rolled) (?:to|into|in|through) an? (quarter|half)[- ]?(?:circle|turn|round)\b`,
      'gi',
    ),
    ({ 1: part = '' }) => (/half/i.test(part) ? 'return bend' : 'quarter bend'),
  ],
  // `swept along an L: 50 mm up, then 50 mm to the right`: stretches by where they go meet in sharp corners.
  [
    new RegExp(
      String.raw`\b(${N}) (square |round )?${STOCK} (?:is )?swept (?:along|through) an? l(?:[- ]shape(?:d path)?|[- ]shaped path)?[:,]`,
      'gi',
    ),
    ({ 1: size = '', 2: shape = '' }) => `bent path bar , ${/square/i.test(shape) ? 'side' : 'diameter'} ${size} , `,
  ],
  [
    new RegExp(String.raw`(?<=\bbent path bar\b[^]*?)\b(?:then )?(${N}) (?:up(?:wards)?|down|forwards?|along)\b`, 'gi'),
    ({ 1: size = '' }) => `, straight run ${size} `,
  ],
  [
    new RegExp(
      String.raw`(?<=\bbent path bar\b[^]*?)\b(?:then )?(${N}) (?:to the (?:right|left|side|front|back)|across|sideways|right|left)\b`,
      'gi',
    ),
    ({ 1: size = '' }) => `, bend turn , straight run ${size} `,
  ],
  // `sweep a 10 mm circle along a path:`, `a 10 mm circle swept along …`
  [
    new RegExp(
      String.raw`\b(?:sweep )?(?:an? )?(${N}) (?:diameter )?(circle|square)\b[^:;,.]{0,30}\bpath\b[:,]?`,
      'gi',
    ),
    onPath(({ 1: size = '', 2: shape = '' }) => `${shape === 'square' ? 'square' : ''} bent path rod ${size} ,`),
  ],
  [
    new RegExp(
      String.raw`(?<!path )\b(?:round |steel |copper )?(?<!path )(${STOCK})\b(?: with an? (?:offset|jog|dog ?leg))?[:,]?`,
      'gi',
    ),
    onPath(({ 1: stock = '' }) => `bent path ${/tub|pipe/i.test(stock) ? 'tube' : 'rod'} ,`),
  ],
  // `bend 45° back the other way on the same radius`
  [
    new RegExp(
      String.raw`\b(?:then )?(?:an? )?bend (?:of )?(${N}) ?${DEGREES} (?:back )?(?:the other way|in the (?:other|opposite) direction|back(?: again)?)(?: (?:on|with|at) the same (?:centre ?line )?radius)?`,
      'gi',
    ),
    onPath(({ 1: angle = '' }) => `, back turn ${angle} degrees , `),
  ],
  [
    new RegExp(String.raw`\b(?:then )?(?:an? )?(${N}) ?${DEGREES}(?: angle)? (?:bend|arc|elbow|turn)\b`, 'gi'),
    onPath(({ 1: angle = '' }) => `, bend turn ${angle} degrees , `),
  ],
  [
    /\b(?:then )?(?:an? )?(?:right[- ]angled? |quarter[- ]?(?:circle|turn) |square )?(?:bend|arc|elbow)\b(?! turn| path)/gi,
    onPath(() => ', bend turn '),
  ],
  [
    new RegExp(String.raw`\b(?:then )?(${N}) (?:long )?straight\b(?: (?:run|section|piece|length))?`, 'gi'),
    onPath(({ 1: size = '' }) => `, straight run ${size} `),
  ],
  [
    new RegExp(String.raw`\b(?:then )?straight (?:for |run of |on |up )?(?!run)(${N})`, 'gi'),
    onPath(({ 1: size = '' }) => `, straight run ${size} `),
  ],
]
