import { isDeepStrictEqual } from 'node:util'
import { type Answer, askPlanner } from './ask-planner.ts'
import { changeNumbers } from './change-numbers.ts'
import type { EvalCase, FamilyCases, Split } from './eval-case.ts'
import { judge, type Verdict } from './judge.ts'
import { codeOf, type PartBuilder } from './part-builder.ts'
import { rightKind } from './right-kind.ts'

export interface FamilyReport extends Record<Column, number> {
  family: string
  split: Split
  cases: number
  phrasings: number
  /** Of the cases whose first phrasing is solved: how many of the others are solved too. */
  paraphrases: [solved: number, of: number]
  /** How many numbers were changed to see whether the plan follows. */
  changes: number
  /** Of the planner, milliseconds, small to large. */
  times: number[]
  failures: Failure[]
}
export const COLUMNS = [
  'understood',
  'runs',
  'valid',
  'size',
  'volume',
  'contract',
  'done',
  'wrong',
  'all',
  'asked',
  'refused',
  'silent',
  'kind',
] as const
export type Column = (typeof COLUMNS)[number]

export interface Failure {
  id: string
  words: string
  why: string
  /** It was called “Done”. */
  wrong?: true
}

export async function runFamily(
  { family, split, cases }: FamilyCases,
  builder: PartBuilder | undefined,
): Promise<FamilyReport> {
  const build = builder && ((script: string) => builder.build(script))
  const rows = await Promise.all(
    cases.flatMap((one) =>
      one.phrasings.map(async (words, place) => {
        const answer = askPlanner(one, words, family)
        const verdict = await judge(one, answer, build)
        const kind = rightKind(one, words, family)
        return { one, words, place, answer, verdict, kind, ...followsNumbers(one, words, answer, family) }
      }),
    ),
  )
  const count = (column: keyof Verdict) => rows.filter(({ verdict }) => verdict[column] === true).length
  const times = rows.map(({ answer }) => answer.ms).toSorted((a, b) => a - b)
  const others = rows.filter(
    ({ one, place }) => place > 0 && rows.some((first) => first.one === one && first.place === 0 && first.verdict.all),
  )
  return {
    family,
    split,
    cases: cases.length,
    phrasings: rows.length,
    understood: count('understood'),
    runs: count('runs'),
    valid: count('valid'),
    size: count('size'),
    volume: count('volume'),
    contract: count('contract'),
    done: count('done'),
    wrong: count('wrong'),
    all: count('all'),
    asked: count('asked'),
    refused: count('refused'),
    silent: rows.reduce((sum, { silent }) => sum + silent.length, 0),
    kind: rows.filter(({ kind }) => kind).length,
    changes: rows.reduce((sum, { changes }) => sum + changes, 0),
    paraphrases: [others.filter(({ verdict }) => verdict.all).length, others.length],
    times,
    failures: rows.flatMap(({ one, words, verdict, kind, silent }) => [
      ...(verdict.all ? [] : [failureOf(one, words, verdict)]),
      ...(kind ? [] : [{ id: one.id, words, why: 'taken for the other kind: a part for a box, a box for a part' }]),
      ...silent.map((changed) => ({ id: one.id, words: changed, why: `silent guess: the same plan as “${words}”` })),
    ]),
  }
}

const failureOf = ({ id }: EvalCase, words: string, { why = 'not what was wanted', wrong }: Verdict): Failure => ({
  id,
  words,
  why,
  ...(wrong ? { wrong } : {}),
})

/** Each number changed in turn: the plan must change, or the number be reported, or the request be refused. */
function followsNumbers(
  one: EvalCase,
  words: string,
  answer: Answer,
  family: string,
): { silent: string[]; changes: number } {
  if (answer.kind === 'refused') return { silent: [], changes: 0 }
  const changes = changeNumbers(words)
  const silent = changes.filter(({ changed, at }) => {
    const other = askPlanner(one, changed, family)
    if (other.kind === 'refused' || (other.kind === 'part' && other.asks !== undefined)) return false
    if (other.reported.some(([from, to]) => from < at[1] && at[0] < to)) return false
    if (answer.kind === 'part' && other.kind === 'part' && codeOf(answer.script) !== codeOf(other.script)) return false
    return isDeepStrictEqual(answer.promises, other.promises)
  })
  return { silent: silent.map(({ changed }) => changed), changes: changes.length }
}
