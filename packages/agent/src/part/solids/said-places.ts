/** Words that tell where a solid is, as they stand in what was said around it. */
const SIDES: readonly (readonly [RegExp, string])[] = [
  [/(?<![a-z])(?:on top|top|upper|(?:\+|positive )z|upwards?)(?![a-z])/i, 'top'],
  [/(?<![a-z])(?:bottom|lower|underside|underneath|beneath|below|under|(?:-|−|negative )z)(?![a-z])/i, 'bottom'],
  [/(?<![a-z])(?:left|left-hand|(?:-|−|negative )x)(?![a-z])/i, 'left'],
  [/(?<![a-z])(?:right|right-hand|(?:\+|positive )x)(?![a-z-])/i, 'right'],
  [/(?<![a-z])(?:front|(?:-|−|negative )y)(?![a-z])/i, 'front'],
  [/(?<![a-z])(?:back|rear|(?:\+|positive )y)(?![a-z])/i, 'back'],
]

export const AXIS_OF: Readonly<Record<string, { axis: number; high: boolean }>> = {
  left: { axis: 0, high: false },
  right: { axis: 0, high: true },
  front: { axis: 1, high: false },
  back: { axis: 1, high: true },
  bottom: { axis: 2, high: false },
  top: { axis: 2, high: true },
}

export const AXES = [0, 1, 2] as const

export const ON =
  /\b(?:on(?:to)?|atop|above|stand(?:s|ing)?|stacked|sits|sitting|surmounted|topped|capped|crowned|rises?)\b/i

export const CENTRED = /\b(?:cent(?:er|re)s?|cent(?:er|re)e?d|middle|midpoint|concentric\w*|coaxial\w*|centrally)\b/i

export const INSIDE =
  /\b(?:inside|within|cent(?:er|re)s? (?:coincid\w*|of the (?:cube|block|sphere|ball|solid|body|cylinder|box|cuboid|prism))|its (?:cent(?:er|re)|middle)|concentric\w*|same cent(?:er|re)|coincid\w*|penetrat\w*|cross(?:es|ing|ed)?|interior)\b/i

/** What is added in the middle of another one is not in it by that alone: a cylinder `at its centre` stands on it. */
export const MERGED =
  /\b(?:cent(?:er|re)s? coincid\w*|concentric\w*|same cent(?:er|re)|coincid\w*|penetrat\w*|cross(?:es|ing|ed)?|(?:through|with) its (?:cent(?:er|re)|middle))\b/i

export const ALL_FACES = /\b(?:each|every|all)(?: of)?(?: the| its)?(?: six)? (?:faces?|sides)\b|\bthe six faces\b/i

export const ENDS = /\b(?:each|both|either|the two|opposite) ends?\b/i

export const CORNERS = /\b(?:(?:each|every|the|all|four|at) )+corners?\b/i

export const EACH_CORNER = /\b(?:each|every|all(?: four)?|the four)(?: of the(?: four)?)? corners?\b/i

export const BESIDE = /\b(?:side by side|next to|beside|adjacent|alongside)\b/i

export const FACE = /\b(?:face|surface|side)\b/i

export const ALONG =
  /\b(?:along|parallel to|in) (?:the )?(?:global )?[+-]?([xyz])(?:[- ]?(?:axis|direction))?\b|\baxis (?:is )?(?:along |parallel to )?([xyz])\b/i

export const LYING = /\b(?:horizontal(?:ly)?|lying|laid|lies on its side|on its side)\b/i

/** `another along Y`: one more of it, of which no more is told. */
export const ANOTHER =
  /\b(?:another(?: one)?|a (?:second|third|fourth)(?: one)?|the other(?: one)?) (?:is )?(?:along|on|at|in|from|through|to|under)\b/i

export const EACH =
  /\b(?:each|every) (?!end|corner|side|face|other|one|axis|direction|of (?:the|its) (?:\w+ )?(?:end|corner|side|face|ax[ei]s))/i

export const THREE_WAYS =
  /\b(?:all three|the three|x, y,? and z|x\/y\/z|(?:three|all) (?:principal |main )?(?:axes|directions)|(?:each|every) (?:face|axis|direction)|all (?:six )?faces|each pair of)\b/i

export const sidesIn = (text: string): string[] =>
  SIDES.flatMap(([pattern, side]) => (pattern.test(text) ? [side] : []))

export const EVERYTHING =
  /\bthrough (?:both )?the [a-z]+ and (?:the )?[a-z]+|\bthrough (?:everything|all|the (?:whole|entire)|both)|\bentire (?:height|part|body)/i

/** `a base cylinder …, a body cylinder …, a top cylinder …`: told from below. */
export const STOREY = /\b(?:body|middle|neck|stem|second|next|third) *#/i

export const FOOT = /\b(?:base|bottom|lower|foot|first) *#/i

const SIDE = String.raw`(left|right|front|back|rear|top|bottom)`

export const PAIR = new RegExp(
  String.raw`\b${SIDE} and (?:on )?(?:the )?${SIDE} (?:faces?|sides?|ends?|surfaces?)\b`,
  'i',
)
