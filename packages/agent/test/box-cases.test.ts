import { readdirSync, readFileSync } from 'node:fs'
import { executeRecipe, factsOf, parseRecipe } from '@hewn/boxes'
import { type AssemblyRecipe, ERRORS } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { checkContract, planBox } from '../src/index.ts'

interface Case {
  phrasings: string[]
  current?: AssemblyRecipe
  recipe?: AssemblyRecipe
  recipes?: AssemblyRecipe[]
  refused?: string | string[]
}

const folder = new URL('../eval/boxes/', import.meta.url)
const rows = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) =>
    (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case[]).map((one) => ({ file: name, ...one })),
  )
  .flatMap(({ phrasings, ...one }) => phrasings.map((words) => ({ words, ...one })))
const read = rows.filter(({ recipe, recipes }) => recipe !== undefined || recipes !== undefined)

describe('box requests as makers write them', () => {
  it('[AG86] there are more than a hundred, and a good part of them must fail well', () => {
    expect(rows.length).toBeGreaterThan(100)
    expect(rows.filter(({ refused }) => refused).length).toBeGreaterThan(25)
  })

  it.each(rows)('[AG86] $file: “$words”', ({ words, current, recipe, recipes = [], refused = [] }) => {
    const plan = planBox(words, current)
    if (recipe) expect(plan.ok ? plan.value.recipe : plan.error).toEqual(recipe)
    else if (recipes.length > 0) expect(recipes).toContainEqual(plan.ok ? plan.value.recipe : plan.error)
    else expect([refused].flat()).toContain(plan.ok ? plan.value.recipe : plan.error.code)
  })

  it.each(rows)('[BX74] “$words” can be stated in a recipe, or is refused by a code of boxes or a question', (row) => {
    const plan = planBox(row.words, row.current)
    // As a stranger's document: what was checked stands in the recipe alone, whoever reads it gets the same box.
    if (row.recipe || row.recipes) expect(plan.ok).toBe(true)
    if (plan.ok)
      expect(parseRecipe(JSON.parse(JSON.stringify(plan.value.recipe)))).toMatchObject({
        ok: true,
        value: plan.value.recipe,
      })
    else
      expect([plan.error.code, Object.hasOwn(ERRORS, plan.error.code)]).toEqual([
        expect.stringMatching(/^(RECIPE|AGENT)_/),
        true,
      ])
  })

  it.each(read)('[AG17] every claim of “$words” passes on the measured box', ({ words, current }) => {
    const plan = planBox(words, current)
    if (!plan.ok) throw new Error(plan.error.message)
    const judged = checkContract(plan.value.claims, factsOf(executeRecipe(plan.value.recipe).engine))
    expect(judged.filter(({ result }) => result.state !== 'pass')).toEqual([])
    expect(judged.length).toBeGreaterThanOrEqual(6)
  })

  it.each(read)('[AG35] what is said back about “$words” reads as the same plan', ({ words, current }) => {
    const plan = planBox(words, current)
    if (!plan.ok) throw new Error(plan.error.message)
    const again = planBox(plan.value.understanding.say)
    expect(again.ok ? again.value.recipe : again.error).toEqual({
      ...plan.value.recipe,
      type: plan.value.recipe.openFaces?.length ? 'basicBox' : 'enclosedBox',
    })
  })
})

const NEXT: Record<string, string> = { two: 'five', three: 'five', four: 'seven', six: 'eight', quarter: 'half' }

/** Every way to change one number of the words: digit by digit group, and numbers in letters. */
function changes(words: string): { at: string; changed: string }[] {
  const digits = [...words.matchAll(/(?<![A-Za-z]{2}|[A-Z])\d+|(?<=\b[wdhWDH])\d+/g)]
  const letters = [...words.matchAll(new RegExp(`\\b(${Object.keys(NEXT).join('|')})\\b`, 'g'))]
  const put = (match: RegExpMatchArray, text: string) => ({
    at: match[0],
    changed: words.slice(0, match.index) + text + words.slice((match.index ?? 0) + match[0].length),
  })
  return [
    ...digits.flatMap((match) => [put(match, String(Number(match[0]) + 1)), put(match, `${match[0]}7`)]),
    ...letters.map((match) => put(match, NEXT[match[0]] ?? '')),
  ]
}

/** All values of a plan that a number could have ended in, by path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
}

describe('no silent guess', () => {
  const all = read.flatMap(({ words, current }) => changes(words).map((change) => ({ words, current, ...change })))

  it('[AG88] changes several hundred numbers', () => expect(all.length).toBeGreaterThan(500))

  it.each(all)('[AG88] “$changed” is not “$words”', ({ words, changed, current }) => {
    const plan = planBox(words, current)
    const other = planBox(changed, current)
    if (!plan.ok) throw new Error(plan.error.message)
    if (!other.ok) return expect(other.error.message.length).toBeGreaterThan(10)
    const promised = ({ recipe, claims }: typeof plan.value) =>
      new Map([
        ...leaves(recipe),
        ...leaves(
          claims.map(({ expect: claim }) => claim),
          'claims',
        ),
      ])
    const [before, after] = [promised(plan.value), promised(other.value)]
    const different = [...new Set([...before.keys(), ...after.keys()])].filter(
      (path) => before.get(path) !== after.get(path),
    )
    expect(different).not.toEqual([])
    // There, and nowhere else: one number is one field, or a cube's three sides, or a sheet with what keeps the inside.
    const fields = different.filter((path) => !path.startsWith('claims'))
    const several = /keep the inside|hand holes|handles/.test(words)
    expect(fields.length).toBeLessThanOrEqual(several ? 4 : 3)
    return undefined
  })
})
