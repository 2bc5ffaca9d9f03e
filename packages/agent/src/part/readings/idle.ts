import { type AgentError, hewnError } from '@hewn/model'
import type { PartAnswer } from '../answer.ts'
import { comesTo } from '../passed-over.ts'
import { featureOf } from '../registry.ts'

/**
 * A number that was said and that nothing of the script is made by: taken for a size that the shape does not look at. It is asked
 * about like one that found no place. What repeats another size is measured by that one.
 */
export function idle({ plan, script, claims }: PartAnswer): AgentError | undefined {
  const printed = new Set([...script.matchAll(/^([a-z_]\w*) = /gim)].map(([, name]) => name))
  const made = plan.names.flatMap(({ name, value, unit }) => (unit === 'mm' && printed.has(name) ? [value] : []))
  const sizes = claims.flatMap(({ expect }) =>
    expect?.fact === 'size' && typeof expect.equals === 'number' ? [expect.equals] : [],
  )
  // What a plug is for: it is not made, and tells how large what is made has to be.
  const held = new Set(
    plan.bodies.flatMap(({ parts }) =>
      parts.filter(({ kind }) => HELD.has(kind)).flatMap(({ sizes }) => Object.values(sizes)),
    ),
  )
  const running = new Set(
    plan.bodies.flatMap(({ features }) =>
      features.flatMap(({ kind, sizes }) => (featureOf(kind)?.manner === 'run' ? (sizes['count'] ?? []) : [])),
    ),
  )
  for (const { name, label, value, unit, origin } of plan.names) {
    if (held.has(name)) continue
    if (origin.from !== 'said' || printed.has(name)) continue
    // `three steps` where one runs all along, and nothing measured tells of more.
    const uncounted =
      running.has(name) && claims.some(({ text, expect }) => !expect && text.startsWith(`${label.toLowerCase()} `))
    const stands =
      unit === 'count' ? value > 1 && uncounted : unit === 'mm' && !again(value, label, [...made, ...sizes])
    if (!stands) continue
    const text = plan.request.slice(...origin.span).trim()
    return {
      ...hewnError('AGENT_NEEDS_ANSWER', `“${text}” could not be placed. What is it?`, {
        hint: 'Say beside the number what it measures, or leave it out.',
      }),
      spans: [origin.span],
    }
  }
  return undefined
}

/** The same size once more; what goes with others (an inside with its walls, a place from the other edge) may come of two of them. */
const again = (value: number, label: string, made: readonly number[]): boolean =>
  GOES_WITH.test(label) ? comesTo(value, made) : made.some((one) => Math.abs(one - value) < 1e-6)
const GOES_WITH =
  /inside|inner|outside|radius|diameter|place|centre|border|spacing|gap|web|height|circle|offset|pitch|overall|total|wall|body|below|flange|leg|stem|side|middle|parent/i

const HELD: ReadonlySet<string> = new Set(['mate', 'stoppermate', 'held', 'heldbar', 'pipe', 'hold'])
