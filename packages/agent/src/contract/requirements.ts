import { type Claim, densityOf, type Span } from '@hewn/model'
import { materialIn } from './material-in.ts'

/** What is asked of a design and is no size of it: what it may weigh, and what it has to bear (AG21). */
export interface Requirement {
  at: Span
  claim: Claim
}

/**
 * Finds what words ask of a design beside its shape. A mass is measured when the material is known; a load, and what
 * water or weather would do to it, stays a claim that nothing here can measure.
 * @example requirementsIn('bracket 60 x 40 that holds 5 kg')[0]?.claim.text // → 'bears 5 kg'
 */
export function requirementsIn(words: string): Requirement[] {
  const material = materialIn(words)
  const found: Requirement[] = []
  const note = ({ 0: text, index }: RegExpMatchArray, name: string, said: string, expect?: Claim['expect']) => {
    const at: Span = [index ?? 0, (index ?? 0) + text.length]
    if (found.some((one) => one.at[0] < at[1] && at[0] < one.at[1])) return
    found.push({
      at,
      claim: {
        id: `${ASKED}${name}`,
        text: said,
        from: 'request',
        ...(expect ? { expect } : {}),
        result: { state: 'waiting' },
      },
    })
  }
  for (const match of words.matchAll(LOAD)) note(match, 'load', `bears ${match.groups?.['value']} ${unitOf(match)}`)
  for (const match of words.matchAll(MASS)) {
    const { verb = '', bound = '', value = '' } = match.groups ?? {}
    if (verb === '' && bound === '') continue
    const unit = unitOf(match)
    const grams = Number(value.replace(',', '.')) * (GRAMS[unit] ?? 1)
    const limit = /least|over|more than(?<!no more than|not more than)/.test(bound)
      ? { min: grams }
      : /about|around|roughly|approx/.test(bound) || bound === ''
        ? { equals: grams, tolerance: grams / 20 }
        : { max: grams }
    const known = material !== undefined && densityOf(material) !== undefined
    const text = `mass ${bound === '' ? '' : `${bound.trim()} `}${value} ${unit}${material ? ` in ${material}` : ''}`
    note(match, 'mass', text, {
      fact: 'mass',
      ...(known ? { field: `value[material=${material}]` } : {}),
      ...limit,
    })
  }
  for (const match of words.matchAll(PROOF))
    note(match, match[0].toLowerCase().replaceAll(/[\s-]+/g, '-'), match[0].toLowerCase())
  return found.toSorted((a, b) => a.at[0] - b.at[0])
}

/** Promises of this kind outlive a change of the design: no size of it takes their place. */
export const isRequirement = ({ id }: Pick<Claim, 'id'>): boolean => id.startsWith(ASKED)

export const isOutside =
  (asked: readonly Requirement[]) =>
  ({ at }: { at: Span }): boolean =>
    !asked.some((one) => one.at[0] <= at[0] && at[1] <= one.at[1])

const ASKED = 'claim:asked-'
const unitOf = ({ groups }: RegExpMatchArray): string => {
  const said = groups?.['unit'] ?? ''
  return UNITS.find(([pattern]) => pattern.test(said))?.[1] ?? said
}
const UNITS: readonly [RegExp, string][] = [
  [/^k(?:ilo)?g(?:ram)?s?$|^kilos?$/i, 'kg'],
  [/^g(?:rams?)?$/i, 'g'],
  [/^lbs?$|^pounds?$/i, 'lb'],
  [/^oz$|^ounces?$/i, 'oz'],
  [/^kN$|^kilonewtons?$/i, 'kN'],
  [/^n(?:ewtons?)?$/i, 'N'],
  [/^bars?$/i, 'bar'],
  [/^psi$/i, 'psi'],
]
const GRAMS: Readonly<Record<string, number>> = { g: 1, kg: 1000, lb: 453.592_37, oz: 28.349_523_125 }
const MASSES = String.raw`kg|kgs|g|grams?|kilos?|kilograms?|lbs?|pounds?|oz|ounces?`
const NUMBER = String.raw`(?<value>\d+(?:[.,]\d+)?)`
const WHICH = String.raw`(?:\b(?:that|which|it|and|to|should|must|can|has to|have to|needs? to|shall|will|be able to|is|are|be)\s+)*`
const LIMIT = String.raw`(?<bound>(?:at (?:most|least)|up to|max(?:imum|\.)?(?: of)?|no more than|not more than|less than|more than|under|below|over|about|around|roughly|approx(?:imately|\.)?)\s+)?`
/** `that holds 20 kg`, `for a load of 5 kg`, `rated to 300 N`, `for 6 bar`. A weight alone is none: `for a 2 kg spool` tells of the spool. */
const LOAD = new RegExp(
  String.raw`${WHICH}(?:\b(?:hold(?:s|ing)?|carr(?:y|ies|ying)|support(?:s|ing)?|bear(?:s|ing)?|withstand(?:s|ing)?|tak(?:es?|ing)|loaded with|(?:for |with |under )?(?:a |an )?(?:load|weight|pressure)(?: capacity)?(?: of)?|rated (?:for|to|at)|good for|for)\s+)${LIMIT}${NUMBER}\s*(?<unit>${MASSES}|kN|N|newtons?|bars?|psi)\b(?!\s*(?:spool|roll|bag|of\b|\w*[- ]?bottle))(?:\s+(?:of )?(?:load|weight|pressure))?`,
  'gi',
)
const MASS = new RegExp(
  String.raw`${WHICH}(?<verb>\b(?:weigh(?:s|ing)?|mass|weight)(?:\s*[:=]|\s+of)?\s*)?${LIMIT}${NUMBER}\s*(?<unit>${MASSES})\b(?:\s+(?:in|of|from|out of|made (?:of|from|in))\s+(?:an? )?(?:aluminium|aluminum|stainless steel|steel|brass|copper|bronze|titanium|nylon|pla|petg|abs|asa|tpu|wood|oak|birch|plywood|acrylic))?`,
  'gi',
)
const PROOF =
  /\b(?:water[- ]?(?:proof|tight|resistant)|air[- ]?tight|food[- ]?safe|dish ?washer[- ]?safe|weather[- ]?proof|weather[- ]?resistant|heat[- ]?(?:proof|resistant)|uv[- ]?resistant|child[- ]?proof|child[- ]?safe|fire[- ]?proof)\b/gi
