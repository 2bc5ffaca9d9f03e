import type { Rewrite } from './notation.ts'

const SHARES: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4 }
const WAYS: Readonly<Record<string, { place: number; words: string }>> = {
  length: { place: 0, words: 'long|length' },
  width: { place: 1, words: 'wide|width' },
  height: { place: 2, words: 'high|tall|height|thick|thickness' },
  thickness: { place: 2, words: 'thick|thickness|high|height' },
}

/** `a pocket half its thickness deep`: of a size that was said, in millimetres. */
export const HALF_OF: readonly Rewrite[] = [
  [
    /(?<!\bat )\b(?:(to|down to|through) )?(?:an? |one )?(half|third|quarter)(?: of)?(?: (?:the )?way (?:through|into))? (?:its|the|their)(?: block['’]s| plate['’]s| part['’]s)? (length|width|height|thickness)( deep| in depth)?\b/gi,
    ({ 0: text, 1: down, 2: share = '', 3: way = '', 4: deep, input, index }) => {
      const size = sizeIn(input.slice(0, index), way.toLowerCase())
      if (size === undefined) return text
      const part = Math.round((size / (SHARES[share.toLowerCase()] ?? 1)) * 1000) / 1000
      return `${part} mm${down || deep ? ' deep' : ''}`
    },
  ],
]

function sizeIn(before: string, way: string): number | undefined {
  const { place, words } = WAYS[way] ?? { place: 0, words: way }
  if (/\d ?(?:in\b(?! the)|inch|cm\b|ft\b|["”])/i.test(before)) return undefined
  const named = new RegExp(
    String.raw`(\d+(?:\.\d+)?) ?(?:mm)? (?:${words})\b|\b(?:${words}) (?:of )?(\d+(?:\.\d+)?)`,
    'i',
  ).exec(before)
  const chain = /(\d+(?:\.\d+)?) ?(?:mm)? ?[x×] ?(\d+(?:\.\d+)?) ?(?:mm)? ?[x×] ?(\d+(?:\.\d+)?)/i.exec(before)
  const said = named?.[1] ?? named?.[2] ?? chain?.[place + 1]
  return said === undefined ? undefined : Number(said)
}
