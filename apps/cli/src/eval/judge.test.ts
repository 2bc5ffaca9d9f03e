import type { Claim, Fact } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { judge } from './judge.ts'

const facts: Fact[] = [
  { kind: 'size', x: 10, y: 20, z: 30 },
  { kind: 'solids', count: 1 },
  { kind: 'valid', ok: true },
]
const build = () => Promise.resolve({ ok: true as const, facts, oriented: [10, 20, 30] })
const claim = (equals: number): Claim => ({
  id: 'claim:x',
  text: 'x',
  from: 'rule',
  expect: { fact: 'size', field: 'x', equals },
  result: { state: 'waiting' },
})
const made = (equals: number, unread: string[] = []) => ({
  kind: 'part' as const,
  script: '',
  claims: [claim(equals)],
  promises: [],
  reported: [],
  unread,
  ms: 0,
})
const wish = (size: number[]) => ({ id: 'one', phrasings: ['block 10 x 20 x 30'], expect: { size } })

describe('what is done, and not what was wanted', () => {
  it('[AG86] is wrong', async () => {
    expect(await judge(wish([10, 20, 40]), made(10), build)).toMatchObject({ done: true, wrong: true, all: false })
    const uncalled = { id: 'one', phrasings: ['block'], refused: 'AGENT_NEEDS_ANSWER' as const }
    expect(await judge(uncalled, made(10), build)).toMatchObject({ done: true, wrong: true, all: false })
  })

  it('[AG19] is not called done where a claim fails or a word was not read', async () => {
    expect(await judge(wish([10, 20, 40]), made(11), build)).toMatchObject({ done: false, wrong: false })
    expect(await judge(wish([10, 20, 40]), made(10, ['not read: “bent”']), build)).toMatchObject({
      done: false,
      wrong: false,
    })
    expect(await judge(wish([10, 20, 30]), made(10), build)).toMatchObject({ done: true, wrong: false, all: true })
  })
})
