import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { boxStory } from './box-story.ts'

const text = (...path: string[]): string => readFileSync(join(import.meta.dirname, ...path), 'utf8')
const stories = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'recipe.json')),
)

it('[BX63] there are boxes that can be made, and some that end badly on purpose', () => {
  const bad = stories.filter((name) => existsSync(join(import.meta.dirname, name, 'error.json')))
  expect(bad.length).toBeGreaterThan(0)
  expect(stories.length - bad.length).toBeGreaterThanOrEqual(3)
})

describe.each(stories)('the story %s', (name) => {
  it('[BX63] shows what its recipe comes to, byte for byte (node recipes/renew.ts renews it)', () => {
    const expected = boxStory(JSON.parse(text(name, 'recipe.json')))
    const shown = readdirSync(join(import.meta.dirname, name)).filter((file) => /^(facts|error|cut)/.test(file))
    expect(shown.toSorted()).toEqual(Object.keys(expected).toSorted())
    for (const [file, content] of Object.entries(expected)) expect(text(name, file)).toBe(content)
  })

  it('[BX63] is told in a README that opens with what was asked', () => {
    expect(text(name, 'README.md')).toMatch(/^# .+\n\n> .+/)
  })
})
