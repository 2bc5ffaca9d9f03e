import type { PartPlan } from '@hewn/model'
import { printScript } from './print-script.ts'
import { realise } from './realise.ts'

/** The plan in what plan.json says. Somebody may have written anything into it; the planner's own has these. */
export function planIn(json: unknown): PartPlan | undefined {
  const parsed = json as { names?: unknown; bodies?: unknown } | null | undefined
  return Array.isArray(parsed?.names) && Array.isArray(parsed.bodies) ? (parsed as PartPlan) : undefined
}

/** Sliders and hands change values in the script: they are read from there. Stale: the body below them is another one. */
export function withValues(plan: PartPlan, script: string): { plan: PartPlan; stale: boolean } {
  const said = new Map(
    [...script.matchAll(/^([a-z_]\w*) = (-?\d+(?:\.\d+)?)\s*(?:#.*)?$/gim)].map(([, name = '', value]) => [
      name,
      Number(value),
    ]),
  )
  const names = plan.names.map((named) => {
    const value = said.get(named.name)
    return value === undefined || value === named.value
      ? named
      : { ...named, value, origin: { from: 'derived' as const, formula: String(value) } }
  })
  const held = { ...plan, names }
  const realised = realise(held)
  const stale = bodyOf(script) !== bodyOf(printScript(held, { bodies: realised.bodies }))
  return { plan: held, stale }
}

/** All but comments and parameters. */
const bodyOf = (script: string): string =>
  script
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('#') && !/^[a-z_]\w* = -?\d+(?:\.\d+)?\s*(?:#.*)?$/i.test(line))
    .join('\n')
