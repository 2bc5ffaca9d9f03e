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
  const spans = read.understanding.spans.map((span) => ({ ...span, at: back(span.at) }))
  // What names it, what it is for, and what was said twice makes nothing, and is told to be noted.
  const aside = [...said.matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)]
    .map(({ 0: text, index }): Span => [index, index + text.length])
    .filter(([from, to]) => !spans.some(({ at }) => at[0] < to && from < at[1]))
  return {
    ...read,
    plan,
    script: printScript(plan, realised),
    claims: read.claims.map((claim) =>
      claim.from === 'request' ? { ...claim, text: texts.get(claim.id) ?? claim.text } : claim,
    ),
    understanding: {
      ...read.understanding,
      spans: [...spans, ...aside.map((at) => ({ at, role: 'noted' as const, as: 'frame' }))].toSorted(
        (a, b) => a.at[0] - b.at[0],
      ),
    },
  }
}
