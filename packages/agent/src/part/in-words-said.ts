import type { Named, Span } from '@hewn/model'
import type { PartAnswer } from './answer.ts'
import { partClaims } from './part-claims.ts'
import { printScript } from './print-script.ts'
import { realise } from './realise.ts'

/** A part that was read in other words than it was said in, pointing at those that were said. */
export function inWordsSaid(read: PartAnswer, said: string, back: (at: Span) => Span): PartAnswer {
  const names = read.plan.names.map((named): Named => {
    const { origin } = named
    return 'span' in origin && origin.span ? { ...named, origin: { ...origin, span: back(origin.span) } } : named
  })
  const plan = { ...read.plan, request: said, names }
  const realised = realise(plan)
  const texts = new Map(partClaims(plan, realised).map(({ id, text }) => [id, text]))
  const spans = apart(read.understanding.spans.map((span) => ({ ...span, at: back(span.at) })))
  return {
    ...read,
    plan,
    script: printScript(plan, realised),
    claims: read.claims.map((claim) =>
      claim.from === 'request' ? { ...claim, text: texts.get(claim.id) ?? claim.text } : claim,
    ),
    understanding: {
      ...read.understanding,
      spans: [...spans, ...asideNumbers(said, spans)].toSorted((a, b) => a.at[0] - b.at[0]),
    },
  }
}

/** What is ours stands for all that it was put for: of that, what is told of by itself is cut out, so nothing is told of twice. */
export function apart<T extends { at: Span }>(spans: readonly T[]): T[] {
  const made: T[] = []
  for (const span of spans.toSorted((a, b) => a.at[1] - a.at[0] - (b.at[1] - b.at[0]))) {
    let pieces: Span[] = [span.at]
    for (const { at } of made)
      pieces = pieces.flatMap(([from, to]): Span[] =>
        at[1] <= from || to <= at[0]
          ? [[from, to]]
          : [
              [from, Math.max(from, at[0])],
              [Math.min(to, at[1]), to],
            ],
      )
    made.push(...pieces.filter(([from, to]) => from < to).map((at) => ({ ...span, at })))
  }
  return made
}

/** What names it, what it is for, and what was said twice makes nothing, and is told to be noted. */
export const asideNumbers = (said: string, spans: readonly { at: Span }[]) =>
  [...said.matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)]
    .map(({ 0: text, index }): Span => [index, index + text.length])
    .filter(([from, to]) => !spans.some(({ at }) => at[0] < to && from < at[1]))
    .map((at) => ({ at, role: 'noted' as const, as: 'frame' }))
