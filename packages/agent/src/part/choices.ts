import type { PartPlan, Span } from '@hewn/model'
import { below, type Frame } from './read/frame.ts'

const MOST = 4

/** What a number that found no place may be: sizes that its things still have free, each tried before it is offered. */
export function choicesOf(
  words: string,
  at: Span,
  bodies: readonly Frame[],
  works: (words: string) => boolean,
): string[] {
  const text = words.slice(...at).trim()
  const frames = bodies.flatMap((body) => [body, ...below(body)]).filter((frame) => frame.at[0] <= at[0])
  const near = frames.toSorted((a, b) => b.at[0] - a.at[0])
  const said = near.flatMap(({ kind, sizes }) =>
    Object.entries(kind.slots).flatMap(([slot, { say = '', unit = 'mm', not }]) => {
      const free = !sizes.has(slot) && !(not !== undefined && sizes.has(not))
      return free && unit === 'mm' && /^# \w/.test(say) ? [say.replace('#', text)] : []
    }),
  )
  return tried(said, words, at, works)
}

/** The same over a part there is: which of its sizes the number is now. */
export function changesOf(words: string, at: Span, { names }: PartPlan, works: (words: string) => boolean): string[] {
  const text = words.slice(...at).trim()
  const said = names.filter(({ unit }) => unit === 'mm').map(({ label }) => `${label.toLowerCase()} ${text}`)
  return tried(said, words, at, works)
}

function tried(said: readonly string[], words: string, [from, to]: Span, works: (words: string) => boolean): string[] {
  const found: string[] = []
  for (const one of new Set(said)) {
    if (found.length === MOST) break
    if (works(`${words.slice(0, from)}${one}${words.slice(to)}`)) found.push(one)
  }
  return found
}
