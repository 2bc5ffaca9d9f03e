import { askPlanner } from './ask-planner.ts'
import type { FamilyCases } from './eval-case.ts'
import { judge } from './judge.ts'
import { RETELLINGS } from './retellings.ts'

/** How one way of telling went. */
export interface Retold {
  name: string
  told: number
  solved: number
  failures: string[]
}

/** Boxes and follow-ups have ways of their own, and what is refused may be refused for the other words. */
const TOLD_OTHERWISE = /^(?:boxes|edits|sessions|languages|refused)/

/** Tells every solved case anew in each way there is, or every `every`th of them, and sees whether it is solved still. */
export async function retell(families: readonly FamilyCases[], every = 1): Promise<Retold[]> {
  const all = new Map(RETELLINGS.map(([name]) => [name, { name, told: 0, solved: 0, failures: [] as string[] }]))
  let place = 0
  for (const { family, cases } of families.filter((one) => !TOLD_OTHERWISE.test(one.family)))
    for (const one of cases.filter(({ refused, earlier }) => refused === undefined && earlier === undefined))
      for (const words of one.phrasings) {
        const solved = async (told: string) => (await judge(one, askPlanner(one, told, family))).all
        const ways = RETELLINGS.map(([name, of, put]) => [name, words.replace(of, put as string)] as const).filter(
          ([, told]) => told !== words && place++ % every === 0,
        )
        if (ways.length === 0 || !(await solved(words))) continue
        for (const [name, told] of ways) {
          const way = all.get(name)
          if (!way) continue
          way.told++
          if (await solved(told)) way.solved++
          else way.failures.push(`${one.id}: “${told.replaceAll('\n', ' ⏎ ')}”`)
        }
      }
  return [...all.values()].filter(({ told }) => told > 0)
}

/** The worst first, and how it went in all. */
export function retoldTable(retold: readonly Retold[]): string {
  const share = ({ solved, told }: { solved: number; told: number }) => `${((100 * solved) / told).toFixed(1)} %`
  const line = (one: { name: string; solved: number; told: number }) =>
    `${share(one).padStart(8)}  ${String(one.solved).padStart(6)} of ${String(one.told).padStart(6)}  ${one.name}`
  const total = (key: 'told' | 'solved') => retold.reduce((sum, one) => sum + one[key], 0)
  return [
    ...retold.toSorted((a, b) => a.solved / a.told - b.solved / b.told).map(line),
    line({ name: '= all', told: total('told'), solved: total('solved') }),
  ].join('\n')
}
