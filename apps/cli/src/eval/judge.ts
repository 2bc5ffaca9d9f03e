import { checkContract } from '@hewn/agent'
import { executeRecipe, factsOf } from '@hewn/boxes'
import type { AssemblyRecipe, Claim, Fact } from '@hewn/model'
import { isDeepStrictEqual } from 'node:util'
import type { Answer } from './ask-planner.ts'
import type { EvalCase, PartExpectation } from './eval-case.ts'
import { valueOf } from './formula.ts'
import type { Built } from './part-builder.ts'

/** What was found true of one answer; a column of the report each. */
export interface Verdict {
  understood: boolean
  asked: boolean
  refused: boolean
  runs: boolean
  valid: boolean
  size: boolean
  volume: boolean
  /** No claim of the contract fails on what was built. */
  contract: boolean
  /** Every claim passes and every word was read: the page says “Done”, where `contract` allows for “cannot tell”. */
  done: boolean
  /** The page says “Done”, and it is not what was wanted: the worst there is. */
  wrong: boolean
  /** The right design, or the right refusal. */
  all: boolean
  /** What was wrong, for whoever mends it. */
  why?: string
}

const NOTHING: Verdict = {
  understood: false,
  asked: false,
  refused: false,
  runs: false,
  valid: false,
  size: false,
  volume: false,
  contract: false,
  done: false,
  wrong: false,
  all: false,
}

/** Holds an answer against its case; `build` makes a part of a script, and is left out where there is no kernel. */
export async function judge(
  one: EvalCase,
  answer: Answer,
  build?: (script: string) => Promise<Built>,
): Promise<Verdict> {
  if (answer.kind === 'refused') return judgeRefusal(one, answer.code, answer.message)
  if (answer.kind === 'box') return finished(answer, judgeBox(one, answer.recipe, answer.claims))
  if (answer.asks !== undefined) return judgeRefusal(one, 'AGENT_NEEDS_ANSWER', answer.asks)
  const expectations = expectationsOf(one)
  if (!build) return expectations.length > 0 ? judgeClaims(answer.claims, expectations) : uncalledFor(one)
  const built = await build(answer.script)
  if (!built.ok) return { ...NOTHING, understood: true, why: built.error }
  return finished(answer, judgePart(one, built, answer.claims, expectations))
}

/** What was not read stands against “Done”, and what is “Done” should be right. */
function finished({ unread }: { unread: readonly string[] }, verdict: Verdict): Verdict {
  const done = verdict.done && unread.length === 0
  return { ...verdict, done, wrong: done && !verdict.all }
}

const uncalledFor = (one: EvalCase): Verdict => ({
  ...NOTHING,
  understood: true,
  why: `built, where ${said(one)} was due`,
})

const expectationsOf = ({ expect, anyOf = [] }: EvalCase): PartExpectation[] => [...(expect ? [expect] : []), ...anyOf]
const codesOf = ({ refused }: EvalCase): string[] => (refused === undefined ? [] : [refused].flat())
const said = (one: EvalCase): string => codesOf(one).join(' or ')

function judgeRefusal(one: EvalCase, code: string, message: string): Verdict {
  const asked = code === 'AGENT_NEEDS_ANSWER'
  const right = codesOf(one).includes(code)
  return { ...NOTHING, asked, refused: !asked, all: right, ...(right ? {} : { why: `${code} ${message}` }) }
}

function judgeBox(one: EvalCase, recipe: AssemblyRecipe, claims: readonly Claim[]): Verdict {
  const wanted = [...(one.recipe ? [one.recipe] : []), ...(one.recipes ?? [])]
  const { engine } = executeRecipe(recipe)
  const right = wanted.some((want) => isDeepStrictEqual(want, recipe))
  const volumes = wanted.map((want) => wholeOf(factsOf(executeRecipe(want).engine), 'volume'))
  const facts = factsOf(engine)
  const sides = (['width', 'height', 'depth', 'measure'] as const).map((side) => recipe[side])
  const judged = checkContract(claims, facts)
  const contract = judged.every(({ result }) => result.state === 'pass')
  if (wanted.length === 0) return { ...uncalledFor(one), done: contract }
  return {
    ...NOTHING,
    understood: true,
    runs: true,
    valid: engine.proof.ok,
    size: wanted.some(({ width, height, depth, measure }) => isDeepStrictEqual(sides, [width, height, depth, measure])),
    volume: volumes.some((volume) => volume !== undefined && volume === wholeOf(facts, 'volume')),
    contract,
    done: contract,
    all: right && engine.proof.ok && contract,
    ...(right ? (contract ? {} : { why: failing(judged) }) : { why: JSON.stringify(recipe) }),
  }
}

function judgePart(
  one: EvalCase,
  { facts, oriented }: Built & { ok: true },
  claims: readonly Claim[],
  expectations: readonly PartExpectation[],
): Verdict {
  const judged = checkContract(claims, facts)
  const contract = judged.every(({ result }) => result.state !== 'fail')
  const done = judged.every(({ result }) => result.state === 'pass')
  if (expectations.length === 0) return { ...uncalledFor(one), done }
  const valid = facts.some((fact) => fact.kind === 'valid' && fact.layer === undefined && fact.ok)
  const tries = expectations.map((expected) => comparePart(expected, facts, oriented))
  const best = tries.find(({ why }) => why === undefined) ?? tries[0]
  const right = best !== undefined && best.why === undefined && valid
  return {
    ...NOTHING,
    understood: true,
    runs: true,
    valid,
    size: best?.size ?? false,
    volume: best?.volume ?? false,
    contract,
    done,
    all: right && contract,
    ...(right && contract ? {} : { why: best?.why ?? (valid ? failing(judged) : 'not a valid solid') }),
  }
}

const failing = (claims: readonly Claim[]): string =>
  `claims: ${claims
    .filter(({ result }) => result.state !== 'pass')
    .map(({ text, expect, result }) => `${text} ${JSON.stringify(expect)} ${JSON.stringify(result)}`)
    .join('; ')}`

interface Compared {
  size: boolean
  volume: boolean
  why?: string
}

function comparePart(expected: PartExpectation, facts: readonly Fact[], oriented: readonly number[]): Compared {
  const wrong: string[] = []
  const within = expected.tolerance ?? {}
  const sizeFact = facts.find((fact) => fact.kind === 'size' && fact.layer === undefined)
  const sizes = sizeFact?.kind === 'size' ? [sizeFact.x, sizeFact.y, sizeFact.z] : []
  const size = expected.size === undefined || sizesAgree(expected, sizes, oriented, within.size ?? 0.05)
  if (!size) wrong.push(`size ${rounded(sizes)}, wanted ${rounded(expected.size?.map(valueOf) ?? [])}`)
  const missing = (expected.has ?? [])
    .map(valueOf)
    .filter((want) => !sizes.some((value) => Math.abs(value - want) <= 0.05))
  if (missing.length > 0) wrong.push(`size ${rounded(sizes)}, which has no ${rounded(missing)}`)
  const wanted = expected.volume === undefined ? undefined : valueOf(expected.volume)
  const found = wholeOf(facts, 'volume') ?? 0
  const volume = wanted === undefined || Math.abs(found - wanted) <= (wanted * (within.volume ?? 0.1)) / 100
  if (!volume) wrong.push(`volume ${found.toFixed(1)}, wanted ${wanted?.toFixed(1)}`)
  for (const [kind, count] of [
    ['openings', expected.openings],
    ['solids', expected.solids ?? 1],
  ] as const) {
    const there = facts.find((fact) => fact.kind === kind && fact.layer === undefined)
    const number = there && 'count' in there ? there.count : 0
    if (count !== undefined && number !== count) wrong.push(`${kind} ${number}, wanted ${count}`)
  }
  const through = facts.find((fact) => fact.kind === 'openings' && fact.layer === undefined)
  const least = expected.openingsAtLeast ?? 0
  if (through?.kind === 'openings' && through.count < least)
    wrong.push(`openings ${through.count}, wanted ${least} or more`)
  for (const [diameter, count] of Object.entries(expected.holes ?? {})) {
    const number = facts.filter(
      (fact) => fact.kind === 'hole' && fact.layer === undefined && Math.abs(fact.diameter - Number(diameter)) <= 0.05,
    ).length
    if (number !== count) wrong.push(`${number} holes of ${diameter}, wanted ${count}`)
  }
  for (const [diameter, apart] of Object.entries(expected.spread ?? {})) {
    const centres = facts.flatMap((fact) =>
      fact.kind === 'hole' && fact.layer === undefined && Math.abs(fact.diameter - Number(diameter)) <= 0.05
        ? [fact.at]
        : [],
    )
    const extents = [0, 1, 2].map((axis) => {
      const along = centres.map((at) => at[axis] ?? 0)
      return along.length === 0 ? 0 : Math.max(...along) - Math.min(...along)
    })
    const largest = extents.toSorted((a, b) => a - b).slice(1)
    if (
      !near(
        apart.map(valueOf).toSorted((a, b) => a - b),
        largest,
        0.05,
      )
    )
      wrong.push(`holes of ${diameter} spread over ${rounded(largest)}, wanted ${rounded(apart.map(valueOf))}`)
  }
  return { size, volume, ...(wrong.length > 0 ? { why: wrong.join('; ') } : {}) }
}

function sizesAgree(
  { size = [], axes }: PartExpectation,
  found: readonly number[],
  oriented: readonly number[],
  tolerance: number,
): boolean {
  const wanted = size.map(valueOf)
  if (axes) return near(wanted, found, tolerance)
  const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b)
  // However it lies: the box around it as it stands, or the smallest one there is.
  return near(sorted(wanted), sorted(found), tolerance) || near(sorted(wanted), sorted(oriented), tolerance)
}

const near = (one: readonly number[], other: readonly number[], tolerance: number): boolean =>
  one.length === other.length && one.every((value, index) => Math.abs(value - (other[index] ?? 0)) <= tolerance)

/** Without a kernel: what the plan promises against what must come out. */
function judgeClaims(claims: readonly Claim[], expectations: readonly PartExpectation[]): Verdict {
  const promised = (fact: string, field?: string) =>
    claims.find(
      ({ expect }) => expect?.fact === fact && expect.layer === undefined && (!field || expect.field === field),
    )?.expect?.equals
  const tries = expectations.map((expected) => {
    const within = expected.tolerance ?? {}
    const volume = promised('volume')
    const sizes = (['x', 'y', 'z'] as const).map(
      (axis, index) => promised('size', axis) ?? promised('size', `sorted.${index}`),
    )
    const known = sizes.filter((value) => typeof value === 'number').toSorted((a, b) => a - b)
    const size =
      !expected.size ||
      known.every((value) => expected.size?.some((want) => Math.abs(valueOf(want) - value) < (within.size ?? 0.05)))
    const right =
      volume === undefined ||
      expected.volume === undefined ||
      Math.abs(Number(volume) - valueOf(expected.volume)) <= (valueOf(expected.volume) * (within.volume ?? 0.1)) / 100
    const counts =
      (expected.openings === undefined || [undefined, expected.openings].includes(promised('openings') as undefined)) &&
      [undefined, expected.solids ?? 1].includes(promised('solids') as undefined)
    return { size, volume: right, all: size && right && counts }
  })
  const best = tries.find(({ all }) => all) ?? tries[0]
  const { size = false, volume = false, all = false } = best ?? {}
  return { ...NOTHING, understood: true, runs: true, valid: true, size, volume, contract: true, all }
}

function wholeOf(facts: readonly Fact[], kind: 'volume'): number | undefined {
  const fact = facts.find((one) => one.kind === kind && one.layer === undefined)
  return fact?.kind === kind ? fact.value : undefined
}

const rounded = (values: readonly number[]): string => values.map((value) => value.toFixed(2)).join(' × ')
