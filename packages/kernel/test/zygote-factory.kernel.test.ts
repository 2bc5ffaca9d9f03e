import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zygoteFactory } from '@hewn/kernel/node'
import { pythonForTests } from '@hewn/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { workerFactoryContract } from './worker-factory-contract.ts'

const scratch = mkdtempSync(join(tmpdir(), 'hewn-test-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

it.runIf(process.platform === 'linux')(
  '[KN8] the warm parent is replaced in time: what runs ends well, what waits is new, and the old one leaves',
  async () => {
    const factory = zygoteFactory({ python: pythonForTests(), warm: 2, scratch, form: 'namespaces', renewAfter: 1500 })
    try {
      const old = await factory.order('room')
      if (!old.ok) throw new Error(old.error.message)
      const pid = factory.pid()
      const text = new TextEncoder().encode('import time\ntime.sleep(60)')
      void old.value.send({ t: 'file', path: 'model.py' }, text)
      const limits = { seconds: 60, memory: 1024 ** 3 }
      await old.value.send({ t: 'run', entry: 'model.py', parameters: {}, result: 'required', limits })
      await expect.poll(() => factory.pid() !== pid && factory.report().warm > 0, { timeout: 60_000 }).toBe(true)
      expect(existsSync(`/proc/${pid}`), 'it stays for its last job').toBe(true)
      old.value.kill()
      expect(await old.value.ended).toEqual({ signal: 'SIGKILL' })
      await old.value.dispose()
      await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 20_000 }).toBe(false)
      const next = await factory.order('room')
      expect(next.ok).toBe(true)
      if (next.ok) await next.value.dispose()
    } finally {
      await factory.close()
    }
  },
)

it.runIf(existsSync('/proc/self/autogroup'))(
  '[KN7] where Linux shares out by sessions, all workers together are one, and not the server’s',
  async () => {
    const factory = zygoteFactory({ python: pythonForTests(), warm: 2, scratch, form: 'bare' })
    try {
      const ordered = await Promise.all([factory.order('room'), factory.order('room')])
      const groups = ordered.map((one) =>
        one.ok ? readFileSync(`/proc/${one.value.pid}/autogroup`, 'utf8') : one.error,
      )
      expect(groups[0]).toMatch(/^\/autogroup-\d+ /)
      expect(groups[1]).toBe(groups[0])
      expect(groups[0]).not.toBe(readFileSync('/proc/self/autogroup', 'utf8'))
      for (const one of ordered) if (one.ok) await one.value.dispose()
    } finally {
      await factory.close()
    }
  },
)

it.runIf(process.platform === 'linux')('[KN10] a worker that waits has little memory of its own', async () => {
  const factory = zygoteFactory({ python: pythonForTests(), warm: 2, scratch, form: 'bare' })
  try {
    const one = await factory.order('room')
    if (!one.ok) throw new Error(one.error.message)
    const rows = readFileSync(`/proc/${one.value.pid}/smaps_rollup`, 'utf8')
    const own = [...rows.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB/gm)].reduce((sum, [, kB]) => sum + Number(kB), 0)
    // The goal of 4 MiB is the bench's; what takes half as much again is a mistake in any Python.
    expect(own).toBeGreaterThan(500)
    expect(own).toBeLessThan(6 * 1024)
    await one.value.dispose()
  } finally {
    await factory.close()
  }
})

describe.runIf(process.platform === 'linux')('forked from a warm parent', () => {
  workerFactoryContract('zygote', () =>
    zygoteFactory({ python: pythonForTests(), warm: 2, scratch, form: 'namespaces' }),
  )
  workerFactoryContract('zygote, bare', () =>
    zygoteFactory({ python: pythonForTests(), warm: 2, scratch, form: 'bare' }),
  )
})
