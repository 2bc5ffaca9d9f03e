import type { Claim } from '@hewn/model'
import { formatArea, formatLength, formatMass, formatNumber, formatVolume } from '../format.ts'
import { talk } from '../strings/en-talk.ts'

type Expect = NonNullable<Claim['expect']>

/** What a claim promises, as somebody reads it beside what was measured. */
export function promisedWords({ equals, min, max, tolerance }: Expect): string | undefined {
  if (typeof equals === 'boolean') return undefined
  if (equals !== undefined) return `${formatNumber(equals)}${tolerance ? ` ± ${formatNumber(tolerance)}` : ''}`
  if (min !== undefined && max !== undefined) return talk.contract.between(formatNumber(min), formatNumber(max))
  if (min !== undefined) return talk.contract.atLeast(formatNumber(min))
  return max === undefined ? undefined : talk.contract.atMost(formatNumber(max))
}

/** What was measured, with its unit: a length where it is one, a count where things are counted. */
export function measuredWords({ fact, field = '' }: Expect, measured: number): string {
  if (fact === 'volume') return formatVolume(measured)
  if (fact === 'area') return formatArea(measured)
  if (fact === 'mass') return formatMass(measured)
  if (fact === 'wall' || LENGTHS.test(field)) return formatLength(measured)
  return formatNumber(measured)
}
const LENGTHS = /^(?:[xyz]$|diameter|depth|radius|pitch|clear|length)/

/**
 * Claims that are held to the same number, under the first of them: of two bodies beside each other only the volume in all
 * is measured, and it stands for every length that makes it.
 */
export function claimGroups(claims: readonly Claim[]): { claim: Claim; with: Claim[] }[] {
  const groups = new Map<string, { claim: Claim; with: Claim[] }>()
  for (const claim of claims) {
    const own = !claim.expect || claim.dropped || claim.expect.fact !== 'volume'
    const key = own ? claim.id : `= ${JSON.stringify(claim.expect)}`
    const group = groups.get(key)
    if (group) group.with.push(claim)
    else groups.set(key, { claim, with: [] })
  }
  return [...groups.values()]
}

/** `length 120, by the volume` beside the volume itself. */
export const besideWords = (text: string): string => text.replace(/, by the volume$/, '')

/**
 * The words that would make the design keep a claim, where there are such words (AG20).
 * @example makeItSoWords({ fact: 'size', field: 'x', equals: 90 }, 'part') // → 'make it 90 mm long'
 */
export function makeItSoWords(expect: Expect | undefined, kind: 'box' | 'part' | null): string | undefined {
  if (!expect || kind === null || expect.layer !== undefined) return undefined
  const value = typeof expect.equals === 'number' ? expect.equals : (expect.min ?? expect.max)
  if (value === undefined) return undefined
  const words = WORDS[`${expect.fact}.${expect.field ?? ''}`]?.[kind]
  return words?.replace('#', String(Number(value.toFixed(4))))
}

const WORDS: Readonly<Record<string, { box?: string; part?: string }>> = {
  'size.x': { box: 'make it # mm wide', part: 'make it # mm long' },
  'size.y': { box: 'make it # mm deep', part: 'make it # mm wide' },
  'size.z': { box: 'make it # mm high', part: 'make it # mm high' },
  'compartments.': { box: '# compartments' },
  'compartments.count': { box: '# compartments' },
  'compartments.clear.0.0': { box: 'make it # mm wide inside' },
  'compartments.clear.0.1': { box: 'make it # mm deep inside' },
  'compartments.clear.0.2': { box: 'make it # mm high inside' },
  'hole.diameter': { part: 'make the holes # mm' },
}

/** A number as people write it: `80`, `12.5`, `12,5`; nothing when it is none. */
export function numberIn(text: string): number | undefined {
  const clean = text.trim().replace(/\s*(mm²|mm³|mm|g)$/i, '')
  return /^[-+]?(\d+([.,]\d+)?|[.,]\d+)$/.test(clean) ? Number(clean.replace(',', '.')) : undefined
}
