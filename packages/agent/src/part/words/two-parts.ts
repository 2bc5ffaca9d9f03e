import type { Rewrite } from './notation.ts'

const ON_IT = String.raw`(?! (?:left|right|front|back|rear|corners?|edges?|sides?|face|surface|rim)\b)`
const BODY = String.raw`(?:body|base|bottom(?: part| half)?${ON_IT}|box|tin|tray|lower (?:part|half))`
const TOP = String.raw`(?:lid|cover|top(?: part| half)?${ON_IT}|cap|upper (?:part|half))`
const LABEL = String.raw`(?:^\s*|(?<=[.:;\n])\s*)(?:part (?:one|two|[12ab])\s*[:,.]?\s*)?(?:the |its |an? )?(?:open |round |square )?`
const BOTH = new RegExp(
  String.raw`${LABEL}${BODY}\b[^.;\n]*\d[\s\S]*(?:[.;\n])\s*(?:part (?:two|2|b)\s*[:,.]?\s*)?(?:the |its )?(?:loose )?${TOP}\b[^.;\n]*\d`,
  'i',
)
/** A lid with a lip is the box's own: `families/lid-of-box.ts` makes it. */
const LIPPED = new RegExp(String.raw`[.;\n]\s*(?:the |its )?${TOP}\b[\s\S]*\b(?:lip|skirt|rim)\b`, 'i')
const ROUND = /\b(?:od|id|dia|diameter)\b|[Øø∅⌀]/i
const HOLLOW = /\bid\b|\binside\b/i
const NOUN = /\b(?:box|case|tray|plate|disc|cup|jar|ring|tube)\b/i

/**
 * `Round tin in two parts. Body 80 OD, 76 ID, 30 tall. Lid 84 OD, 80.4 ID, 15 tall`: each label is the thing it labels, and a body of its own.
 */
export const TWO_PARTS: readonly Rewrite[] = [
  // `Box and lid, two bodies. Box: … Lid: …`: a title, and each by its name.
  [
    /^\s*(?:an? )?(?:printed )?(?:box|case|tray|container) (?:and|with) (?:an? |its )?(?:matching |separate )?lid\b([^.:;]*)[.:;](?=[\s\S]*\b(?:box|case|tray|container) ?:[\s\S]*\blid ?:)/gi,
    ({ 1: more = '' }) => (/\d|bod(?:y|ies)|parts?|pieces?/i.test(more) ? `${more}. ` : ''),
  ],
  [
    /^(?:[^.:;\n\d]|3-?D)*\b(?:two|2)[- ](?:parts?|pieces?)\b[^.:;\n\d]*[.:]/gi,
    (match) => (bothTold(match, match[0].length) ? '' : match[0]),
  ],
  [
    new RegExp(String.raw`(${LABEL})${BODY}\b:?(?=((?:[^.;\n]|\.\d)*\d(?:[^.;\n]|\.\d)*))`, 'gi'),
    (match) => {
      if (!BOTH.test(match.input)) return match[0]
      const { 1: lead = '', 2: sizes = '' } = match
      if (NOUN.test(sizes.split(/\d/)[0] ?? '')) return lead.replace(/part \w+\s*[:,.]?/i, '')
      return `${lead.replace(/part \w+\s*[:,.]?/i, '')}${ROUND.test(sizes) ? 'cup' : 'box'}`
    },
  ],
  [
    new RegExp(
      String.raw`((?<=[.;\n])\s*)(?:part (?:two|2|b)\s*[:,.]?\s*)?(?:the |its )?(?:loose )?${TOP}\b:?((?:[^.;\n]|\.\d)*)`,
      'gi',
    ),
    (match) => {
      const { 1: lead = '', 2: told = '', input } = match
      if (!/^\s*(?:cup|(?:open )?box)\b/i.test(input) || LIPPED.test(input) || !/\d/.test(told)) return match[0]
      return lead + lidOf(told)
    },
  ],
]

/** The lid beside its box: a box upside down over it, a plate with what goes in, or a flat one that lies on its posts. */
function lidOf(told: string): string {
  const before = told.split(/\d/)[0] ?? ''
  const sizes = told.slice(before.length)
  if (/\b(?:goes|drops|fits|slips) over\b/i.test(before) && !ROUND.test(sizes))
    return `box open at the bottom ${sizes.replace(/\btop\b/gi, 'floor')}`
  const solid = /\b(?:spigot|plug|lug|boss|step)\b/i.test(told)
  const on = sizes
    .replace(/,? (?:under|below|underneath)(?: it)?\b/gi, '')
    .replace(/\b(?:plate|disc) (?=with\b)/gi, '')
    .replace(/\b(?:an? )?(\d[\d.]*(?: ?mm)?) holes? (?:above|over) each (?:post|boss|standoff|pillar)\b/gi, '$1 holes')
  if (solid && ROUND.test(told))
    return `disc ${on.replace(/\b(?:spigot|plug|lug|step)\b/gi, 'boss').replace(/\bdeep\b/gi, 'high')}`
  if (solid) return `lid plate ${on.replace(/\b(?:boss|plug|lug|step)\b/gi, 'spigot')}`
  if (ROUND.test(told)) return `${HOLLOW.test(told) ? 'cap' : 'disc'} ${on}`
  return `lid ${on}`
}

/** Whether both are told behind the title. */
const bothTold = ({ input }: RegExpExecArray, from: number): boolean => BOTH.test(input.slice(from).trim())
