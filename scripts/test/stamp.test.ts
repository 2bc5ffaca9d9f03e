import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oneAtATime } from '../lib/one-at-a-time.mjs'
import { withoutSecrets } from '../lib/run-tool.mjs'
import { hashOf, readStamp, writeStamp } from '../lib/stamp.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hewn-stamp-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('stamps', () => {
  it('[SV2] a hash follows content, names and values, and not what is built or installed', () => {
    mkdirSync(join(folder, 'src'))
    writeFileSync(join(folder, 'src', 'a.ts'), 'a')
    const first = hashOf(folder, ['src', 'none'], 'linux', '24.1.0')
    mkdirSync(join(folder, 'src', 'dist'))
    writeFileSync(join(folder, 'src', 'dist', 'out.js'), 'built')
    expect(hashOf(folder, ['src', 'none'], 'linux', '24.1.0')).toBe(first)
    expect(hashOf(folder, ['src', 'none'], 'linux', '24.2.0')).not.toBe(first)
    writeFileSync(join(folder, 'src', 'a.ts'), 'b')
    expect(hashOf(folder, ['src', 'none'], 'linux', '24.1.0')).not.toBe(first)
  })

  it('[SV2] a stamp that was cut off counts as none', () => {
    const file = join(folder, 'stamp.json')
    expect(readStamp(file)).toBeUndefined()
    writeStamp(file, { hash: 'x' })
    expect(readStamp(file)).toEqual({ hash: 'x' })
    writeFileSync(file, '{"hash":')
    expect(readStamp(file)).toBeUndefined()
  })
})

describe('two starts at once', () => {
  it('[SV2] the second waits for the first', async () => {
    const file = join(folder, 'setup.lock')
    const order: string[] = []
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>()
    const first = oneAtATime(file, async () => {
      order.push('first begins')
      await finished
      order.push('first ends')
    })
    const second = oneAtATime(
      file,
      async () => void order.push('second'),
      () => finish(),
    )
    await Promise.all([first, second])
    expect(order).toEqual(['first begins', 'first ends', 'second'])
  })

  it('[SV2] a holder that has died does not count', async () => {
    const file = join(folder, 'setup.lock')
    writeFileSync(file, '999999999')
    expect(await oneAtATime(file, async () => readFileSync(file, 'utf8'))).toBe(String(process.pid))
  })
})

describe('the set-up log', () => {
  it('keeps no password of a mirror or a proxy', () => {
    expect(withoutSecrets('Looking in https://me:secret@mirror.example/simple')).toBe(
      'Looking in https://••••@mirror.example/simple',
    )
  })
})
