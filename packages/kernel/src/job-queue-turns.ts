// Who is next (SV50), as plain functions over plain values: the queue only carries out what they say.

export interface Waiting {
  lane: string
  class: number
  /** When it was asked for. */
  queuedAt: number
  /** A place in the order of asking, which time alone does not give. */
  place: number
}

/** Thirty seconds of waiting raise a job one class. */
const RAISED_AFTER = 30_000

/** The class a job counts as, after all its waiting. */
export const classNow = (job: Waiting, now: number): number =>
  Math.max(0, job.class - Math.floor((now - job.queuedAt) / RAISED_AFTER))

/**
 * The job whose turn it is: class first, inside a class the lane that was served longest ago, inside a lane first
 * come, first served. `servedAt` gives a lane's last turn; a lane that has had none goes before all that have.
 */
export function whoIsNext<W extends Waiting>(
  waiting: readonly W[],
  servedAt: ReadonlyMap<string, number>,
  now: number,
): W | undefined {
  let next: W | undefined
  for (const job of waiting) if (!next || goesBefore(job, next, servedAt, now)) next = job
  return next
}

/** How many of the others would start first, if nothing else came. */
export function countAhead<W extends Waiting>(
  job: W,
  others: readonly W[],
  servedAt: ReadonlyMap<string, number>,
  now: number,
): number {
  const left = new Set([...others, job])
  const served = new Map(servedAt)
  let turn = Math.max(0, ...served.values())
  for (let ahead = 0; ; ahead++) {
    const next = whoIsNext([...left], served, now)
    if (!next || next === job) return ahead
    left.delete(next)
    served.set(next.lane, ++turn)
  }
}

function goesBefore(a: Waiting, b: Waiting, servedAt: ReadonlyMap<string, number>, now: number): boolean {
  const byClass = classNow(a, now) - classNow(b, now)
  if (byClass !== 0) return byClass < 0
  const byTurn = (servedAt.get(a.lane) ?? 0) - (servedAt.get(b.lane) ?? 0)
  if (byTurn !== 0) return byTurn < 0
  return a.place < b.place
}
