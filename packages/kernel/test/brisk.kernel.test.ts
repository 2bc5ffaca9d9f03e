import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pythonForTests } from '@hewn/testing'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const IDIOMS = join(ROOT, 'packages/kernel/conformance-smoke')
const MODELS = ['block', 'plate-100', 'enclosure', 'hinge', 'name-plate']

/** Each script run in one Python, as build123d does and then with its small steps made brisk. */
const [shapes, ...values] = bothWays([
  ...readdirSync(IDIOMS)
    .filter((name) => name.endsWith('.py'))
    .map((name) => join(IDIOMS, name)),
  ...MODELS.map((model) => join(ROOT, 'recipes', model, 'model.py')),
])

function bothWays(scripts: string[]) {
  const printed = execFileSync(pythonForTests(), ['-B', join(import.meta.dirname, 'brisk.py'), ...scripts], {
    encoding: 'utf8',
    env: { PYTHONPATH: join(ROOT, 'python/runner'), OPENBLAS_NUM_THREADS: '1', PYTHONHASHSEED: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [first, ...others] = printed.split('\n').filter((line) => line.startsWith('{"'))
  return [
    (JSON.parse(first ?? '') as { scripts: [string, string, string][] }).scripts,
    ...others.map((line) => JSON.parse(line) as { name: string; asked: number; others: unknown[] }),
  ] as const
}

it('[KN73] a script leaves the same bytes of the same layers as with build123d’s own small steps', () => {
  expect(shapes.length).toBeGreaterThan(35)
  for (const [script, slow, quick] of shapes) {
    expect({ script, left: quick }).toEqual({ script, left: slow })
    // What did not run proves nothing.
    expect(JSON.parse(slow), script).toEqual([expect.arrayContaining([expect.anything()]), null])
  }
})

it('[KN73] vectors and places answer the same to the last bit, and odd arguments are refused in the same words', () => {
  expect(values.map(({ name }) => name)).toEqual(['vectors', 'places'])
  for (const { name, asked, others } of values) {
    expect(asked, name).toBeGreaterThan(6_000)
    expect(others, name).toEqual([])
  }
})
