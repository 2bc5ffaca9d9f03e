import { type Claim, DENSITIES, densityOf, type Fact } from '@hewn/model'
import { filledIn } from './filled.ts'
import { materialIn } from './material-in.ts'
import { placesOf } from './places-of-holes.ts'
import { matches, readField } from './read-field.ts'

/**
 * Judges claims on measured facts. Nothing else in Hewn may say that a claim passes.
 * @example checkContract([{ …, expect: { fact: 'size', field: 'x', equals: 150 } }], facts)
 */
export function checkContract(
  claims: readonly Claim[],
  facts: readonly Fact[],
  left: readonly Fact['kind'][] = [],
): Claim[] {
  return claims.map((claim) => ({ ...claim, result: resultOf(claim, facts, left) }))
}

/** Kinds of facts that a build has not measured and that claims are about. */
export function waitsFor(claims: readonly Claim[], left: readonly Fact['kind'][] = []): Fact['kind'][] {
  return left.filter((kind) => claims.some(({ dropped, expect }) => !dropped && expect && measuredBy(expect) === kind))
}

/** What is not measured yet waits, except what no further fact could mend. */
function resultOf(claim: Claim, facts: readonly Fact[], left: readonly Fact['kind'][]): Claim['result'] {
  const result = judge(claim, facts)
  if (!claim.expect || !left.some((kind) => claim.expect && measuredBy(claim.expect) === kind)) return result
  return claim.expect.fact === 'interference' && result.state === 'fail' ? result : { state: 'waiting' }
}

/** A mass is worked out from the volume. */
const measuredBy = ({ fact }: Expectation): string => (fact === 'mass' ? 'volume' : fact)

type Expectation = NonNullable<Claim['expect']>

function judge({ expect, text }: Claim, facts: readonly Fact[]): Claim['result'] {
  if (!expect) return { state: 'cannot tell', why: 'Nothing here can measure this.' }
  if (expect.fact === 'mass') return judgeMass(expect, text, facts)
  const asked = readField(expect.field ?? FIELD[expect.fact] ?? 'value')
  const { name: field, filter } = asked
  const kind = facts.filter((fact) => fact.kind === expect.fact)
  const own = kind.filter((fact) => ('layer' in fact ? fact.layer : undefined) === expect.layer)
  const matching = own.length === 0 && expect.layer === undefined && IN_LAYERS.has(expect.fact) ? kind : own
  const filled = filledIn(asked, matching)
  if (filled !== undefined) return verdict(expect, filled)
  // That there is none of something is measured by there being no fact of it.
  if (field === 'count' && COUNTED.has(expect.fact))
    return verdict(expect, countOf(matching.filter((fact) => matches(fact, filter))))
  const everywhere = expect.layer === undefined && EVERYWHERE.has(expect.fact)
  const all = everywhere ? kind : matching
  const judged = all.filter((fact) => matches(fact, filter))
  const values = placesOf(field, judged, facts) ?? judged.map((fact) => valueOf(fact, field))
  const [first] = values
  if (first === undefined && judged.length === 0 && all.length > 0)
    return { state: 'cannot tell', why: `There is no such ${expect.fact}.` }
  if (first === undefined) return { state: 'cannot tell', why: `No fact tells ${expect.fact}.${field} yet.` }
  const results = values.map((value) =>
    value === undefined
      ? { state: 'cannot tell' as const, why: `No ${field} in ${expect.fact}.` }
      : verdict(expect, value),
  )
  return (
    results.find(({ state }) => state === 'fail') ??
    results.find(({ state }) => state === 'cannot tell') ??
    verdict(expect, first)
  )
}

/** Volume times density: of the material that the claim names, in its filter or in its words. */
function judgeMass(expect: Expectation, text: string, facts: readonly Fact[]): Claim['result'] {
  const of = (kind: 'mass' | 'volume') =>
    facts.find((fact) => fact.kind === kind && 'layer' in fact && fact.layer === expect.layer) ??
    facts.find((fact) => fact.kind === kind && expect.layer === undefined && !('layer' in fact && fact.layer))
  const volume = of('volume')
  const known = of('mass')
  if (known?.kind === 'mass') return verdict(expect, known.value)
  if (volume?.kind !== 'volume') return { state: 'cannot tell', why: 'No fact tells the volume yet.' }
  const named = readField(expect.field ?? 'value').filter.find(({ key }) => key === 'material')?.value
  const material = named ?? materialIn(text)
  const density = material === undefined ? undefined : densityOf(material)
  if (density === undefined)
    return { state: 'cannot tell', why: `Say what it is made of: ${Object.keys(DENSITIES).slice(0, 4).join(', ')} …` }
  return verdict(expect, (volume.value / 1000) * density)
}

/** What is looked at when a claim names no field. */
const FIELD: Record<string, string> = {
  valid: 'ok',
  fit: 'ok',
  wall: 'min',
  solids: 'count',
  faces: 'count',
  edges: 'count',
  openings: 'count',
  compartments: 'count',
  sheet: 'count',
}
/** Fillets of one radius are one fact that says how many; bodies that only touch do not overlap; of anything else each fact is one. */
const countOf = (facts: readonly Fact[]): number =>
  facts.reduce((sum, fact) => {
    if (fact.kind === 'fillet' || fact.kind === 'chamfer') return sum + fact.count
    return fact.kind === 'interference' && fact.value <= TOUCHING ? sum : sum + 1
  }, 0)
/** mm³ that faces lying on each other may have in common. */
const TOUCHING = 0.001

/** Facts of which each is one thing: their number is their count. */
const COUNTED: ReadonlySet<string> = new Set(['hole', 'fillet', 'chamfer', 'interference', 'clearance'])
/** Facts that are told part by part; a claim about the whole holds when it holds for every part. */
const EVERYWHERE: ReadonlySet<string> = new Set(['valid', 'wall', 'hole'])
/** Facts that are told part by part alone. */
const IN_LAYERS: ReadonlySet<string> = new Set(['fillet', 'chamfer', 'reaches'])

/** A number of the fact by its path (`x`, `clear.0.2`), or one derived from it. */
function valueOf(fact: Fact, field: string): number | boolean | undefined {
  if (fact.kind === 'fit' && field === 'ok') return fact.proven === fact.joints && !((fact.worst?.overlap ?? 0) > 0)
  if (fact.kind === 'size' && field.startsWith('sorted.'))
    return [fact.x, fact.y, fact.z].toSorted((a, b) => a - b)[Number(field.slice('sorted.'.length))]
  let value: unknown = fact
  for (const key of field.split('.'))
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}

function verdict(expect: Expectation, measured: number | boolean): Claim['result'] {
  return { state: holds(expect, measured) ? 'pass' : 'fail', measured }
}

function holds({ fact, equals, min, max, tolerance }: Expectation, measured: number | boolean): boolean {
  if (typeof measured === 'boolean') return equals === measured
  if (typeof equals === 'boolean' || Number.isNaN(measured)) return false
  const slack = tolerance ?? standardTolerance(fact, equals ?? 0)
  if (equals !== undefined && Math.abs(measured - equals) > slack + DUST) return false
  return (min === undefined || measured >= min - slack - DUST) && (max === undefined || measured <= max + slack + DUST)
}

/** Lengths 0.05 mm, angles 0.1°, volume and the like 0.1 %, counts exact. */
function standardTolerance(fact: string, value: number): number {
  if (fact === 'volume' || fact === 'area' || fact === 'mass') return Math.abs(value) / 1000
  if (fact === 'angle') return 0.1
  return COUNTS.has(fact) ? 0 : 0.05
}
const COUNTS: ReadonlySet<string> = new Set([
  'solids',
  'faces',
  'edges',
  'openings',
  'reaches',
  'interference',
  'sheet',
])
const DUST = 1e-9
