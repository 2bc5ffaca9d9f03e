import type { Rewrite } from './notation.ts'

const INCHES = String.raw`(\d+[- ]\d\/\d|\d\/\d|\d+(?:\.\d+)?)(?:[- ]?(?:inch(?:es)?|in\b|")| ?nps\b)?`
const CLASS = /\b(?:class|cl\.?|ansi|asme|#)[- ]?(?:b16\.5 )?(?:class )?150\b|\b150 ?(?:#|lbs?\b|class\b)/i
const PN = /\bpn[- ]?(\d+)\b/i
const METRIC = /\bdn[- ]?(\d+)\b/i
/** Which standard it is of, by its number. */
const NORM = /\b(?:en ?1092(?:-1)?|(?:asme |ansi )?b16\.5)\b,?/gi
/** Series that are in no table here: of a vacuum, of hydraulics, of dairies, of other pressures. */
const UNLISTED =
  /\b(?:kf|cf|nw|qf|iso[- ]?[kf])[- ]?\d+\b|\bsae\b|\b(?:tri[- ]?clamp|sanitary)\b|\bjis\b|\b(?:class|ansi|asme)[- ]?(?:300|600|900|1500|2500)\b|\b(?:300|600|900|1500|2500) ?(?:#|lbs?\b|class\b)/i
/** With a size of its own, the name is only told beside it. */
const SIZED = /[Øø⌀]|\b(?:od|outside dia|outer dia|diameter|thick|thk|pcd|bolt circle|bore)\b/i
const KINDS =
  '(?:(?:raised face|flat face|rf|ff|pipe|steel|plate|slip[- ]?on|blind|weld(?:ing)?[- ]?neck|wn|so|bl|type \\d+|carbon|stainless)[ ,-]*)*'

/** `DN50 PN16 blind flange`, `flange 4 inch class 150`: what a table tells all sizes of. */
export const FLANGE_NAMES: readonly Rewrite[] = [
  [
    /^[^]*\bflange\b[^]*$/gi,
    ({ 0: text }) => {
      if (SIZED.test(text)) return text
      const named = nameOf(text)
      if (UNLISTED.test(text) || (named === undefined && PN.test(text) && METRIC.test(text))) return 'unlisted flange'
      if (named === undefined) return text
      const kind = /\bblind\b|\bbl\b|\btype 0?5\b/i.test(text)
        ? ' blind'
        : /\bneck\b|\bwn\b|\btype 11\b/i.test(text)
          ? ' neck'
          : ''
      if (/\b(?:threaded|screwed|socket|lap|loose|square|oval)\b/i.test(text)) return text
      const face = /\braised face\b|\brf\b/i.test(text) ? ' with raised face' : ''
      const rest = text
        .replace(NORM, '')
        .replace(CLASS, '')
        .replace(PN, '')
        .replace(/\btype \d+\b/gi, '')
        .replace(METRIC.test(text) ? METRIC : new RegExp(String.raw`(?<![\d.])${INCHES}(?![\d.])`, 'i'), '')
        .replace(new RegExp(String.raw`\b${KINDS}flange\b`, 'i'), '')
        .replace(
          /\b(?:raised face|flat face|rf|ff|slip[- ]?on|blind|weld(?:ing)?[- ]?neck|class|type \d+|lbs?|create|make|design|model)\b/gi,
          '',
        )
      // Something else is said of it: no sheet of a table.
      if (/\d/.test(rest)) return text
      return `${named.series}${kind} flange , rolled size ${named.size}${face}`
    },
  ],
]

/** Which table, and the nominal size as it was said: a DN, or inches. */
function nameOf(text: string): { series: string; size: string } | undefined {
  const metric = METRIC.exec(text)?.[1]
  const pressure = PN.exec(text)?.[1]
  const series = pressure === '10' ? 'pnten' : pressure === '16' ? 'pnsixteen' : undefined
  if (series && metric) return { series, size: metric }
  if (!CLASS.test(text)) return undefined
  const plain = text.replace(NORM, ' ').replace(CLASS, ' ')
  const inches = new RegExp(String.raw`(?<![\d./-])${INCHES}(?![\d./])`, 'i').exec(plain)?.[1]
  const size = metric ?? inches
  return size === undefined ? undefined : { series: 'asme', size }
}
