import { pythonForTests } from '@hewn/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escapes } from './escape.ts'
import { escapeRoom } from './try-escapes.ts'

// Most of what `npm run escapes` tries, in the form that this machine allows; the slow ones are left to that command.
const SLOW = [21, 54]
const quick = escapes().filter(({ number }) => !SLOW.includes(number))
const pick = (...numbers: number[]) => quick.filter(({ number }) => numbers.includes(number))

describe.runIf(process.platform === 'linux')('the room', () => {
  let room: Awaited<ReturnType<typeof escapeRoom>>
  let form: 'namespaces' | 'bare' = 'namespaces'

  beforeAll(async () => {
    room = await escapeRoom({ python: pythonForTests(), form }).catch((error: unknown) => {
      if (!String(error).includes('cannot be built')) throw error
      form = 'bare'
      return escapeRoom({ python: pythonForTests(), form })
    })
  })

  afterAll(async () => {
    expect(await room.close(), '[KN22] nothing is left behind').toEqual([])
  })

  it.each(quick.map((escape) => [escape.number, escape.tries, escape] as const))(
    '[KN25] %i %s: held, health answers, the next honest job is right',
    async (_, __, escape) => {
      // Nothing caps a folder where only the disk could.
      if (form === 'bare' && escape.opens.includes('namespaces')) return
      expect((await room.tryOut(escape)).wrong).toEqual([])
    },
  )
})

describe.runIf(process.platform === 'linux').each([
  ['files', pick(1, 6, 26)],
  ['calls', pick(8, 12, 23, 32)],
])('[KN25] with %s left open', (lock, opened) => {
  it('what it held gets through, so the behaviours can fail', async () => {
    const room = await escapeRoom({ python: pythonForTests(), form: 'bare', without: [lock, 'users'] })
    for (const escape of opened) expect((await room.tryOut(escape)).wrong, escape.name).not.toEqual([])
    expect((await room.isolation()).level).toBe('none')
    await room.close()
  })
})
