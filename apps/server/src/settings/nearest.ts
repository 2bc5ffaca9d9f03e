/** The known name with the fewest slips between it and what was written; nothing when none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((name) => ({ name, slips: slips(written.toUpperCase(), name.toUpperCase()) }))
    .toSorted((a, b) => a.slips - b.slips)[0]
  return ranked && ranked.slips <= Math.max(2, written.length / 3) ? ranked.name : undefined
}

/** Levenshtein distance, one row at a time. */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
