import type { Column, FamilyReport } from './run-eval.ts'

/** What was reached before, by family and split; it moves in a commit of its own. */
export type Baseline = Record<string, Record<Counted, number>>

/** Columns in which more is better. */
const TRUTH = ['understood', 'runs', 'valid', 'size', 'volume', 'contract', 'all'] as const satisfies Column[]
const COUNTED = ['cases', 'phrasings', ...TRUTH] as const
type Counted = (typeof COUNTED)[number]

export const baselineOf = (reports: readonly FamilyReport[]): Baseline =>
  Object.fromEntries(
    reports.map((report) => [
      `${report.family}/${report.split}`,
      Object.fromEntries(COUNTED.map((column) => [column, report[column]])),
    ]),
  ) as Baseline

/** What was reached before in each family, both splits together: cases that were held back are opened, and none is lost by that. */
export function reachedByFamily(baseline: Baseline): Baseline {
  const families: Baseline = {}
  for (const [name, counts] of Object.entries(baseline)) {
    const family = name.slice(0, name.lastIndexOf('/'))
    const sum = families[family]
    families[family] = sum
      ? (Object.fromEntries(COUNTED.map((one) => [one, sum[one] + counts[one]])) as Baseline[string])
      : counts
  }
  return families
}

/** Every way in which a report is worse than the baseline, in sentences. */
export function fallenBelow(baseline: Baseline, reports: readonly FamilyReport[]): string[] {
  const now = reachedByFamily(baselineOf(reports))
  const silent = reports
    .filter((one) => one.silent > 0)
    .map((one) => `${one.family}/${one.split}: ${one.silent} silent guesses`)
  const worse = Object.entries(reachedByFamily(baseline)).flatMap(([family, before]) => {
    const reached = now[family]
    if (!reached) return [`${family}: its cases are gone`]
    // What must be true of a share: new cases may fail, the ones there were may not.
    return COUNTED.filter((column) => reached[column] < before[column]).map(
      (column) => `${family}: ${column} ${reached[column]}, it was ${before[column]}`,
    )
  })
  return [...silent, ...worse]
}
