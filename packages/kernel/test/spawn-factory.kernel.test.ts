import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createKernel } from '@hewn/kernel'
import { spawnFactory } from '@hewn/kernel/node'
import { systemWorld } from '@hewn/model/world'
import { memoryBlobs, pythonForTests } from '@hewn/testing'
import { afterAll, expect, it } from 'vitest'
import { startWorker } from '../src/node/worker-process.ts'
import { requestFor } from './kernel-for-tests.ts'
import { workerFactoryContract } from './worker-factory-contract.ts'

const scratch = mkdtempSync(join(tmpdir(), 'hewn-test-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

workerFactoryContract('spawn', () => spawnFactory({ python: pythonForTests(), warm: 2, scratch }))

it('[KN22] closed, it leaves no folder behind', async () => {
  const alone = join(scratch, 'alone')
  const factory = spawnFactory({ python: pythonForTests(), warm: 1, scratch: alone })
  await factory.order('room')
  expect(readdirSync(alone)).toHaveLength(1)
  await factory.close()
  expect(readdirSync(alone)).toEqual([])
})

it('[KN37] a Python without build123d is missing, and its place on this machine is not told', async () => {
  const factory = spawnFactory({ python: '/bin/false', warm: 1, scratch })
  const worker = await factory.order('room')
  expect(worker).toMatchObject({ ok: false, error: { code: 'KERNEL_MISSING' } })
  const { state, why } = factory.report()
  expect({ state, why }).toEqual({ state: 'missing', why: 'Python could not be made ready to build' })
  await factory.close()
})

it('[KN37] what a Python that cannot start said is for the server’s log, not for an answer', async () => {
  const python = join(scratch, 'python')
  writeFileSync(python, '#!/bin/sh\necho "no module in /a/secret/place" >&2\nexit 1\n', { mode: 0o755 })
  const heard: string[] = []
  const factory = spawnFactory({ python, warm: 1, scratch, warn: (text) => heard.push(text) })
  const answers = [await factory.order('room'), await factory.order('reader')]
  expect(JSON.stringify([answers, factory.report()])).not.toContain('secret')
  expect(answers.map((one) => !one.ok && one.error.code)).toEqual(['KERNEL_MISSING', 'KERNEL_MISSING'])
  expect(heard).toContain('no module in /a/secret/place')
  await factory.close()
})

it('[KN7] without any to keep warm, one is still started to say what it is', async () => {
  const factory = spawnFactory({ python: pythonForTests(), warm: 0, scratch })
  await expect.poll(() => factory.report().state, { timeout: 60_000 }).toBe('ready')
  await factory.close()
}, 70_000)

it('[KN22] makes the folder of the slots for its owner alone, and removes what a dead process left there', async () => {
  const rooms = join(scratch, 'home', 'rooms')
  mkdirSync(join(scratch, 'home'))
  const first = spawnFactory({ python: '/bin/false', warm: 0, scratch: rooms })
  await first.order('reader')
  expect(statSync(rooms).mode & 0o777).toBe(0o700)
  await first.close()
  const dead = join(rooms, `hewn-room-${spawnSync('/bin/true').pid}-left`)
  mkdirSync(dead)
  const second = spawnFactory({ python: '/bin/false', warm: 0, scratch: rooms })
  await second.order('reader')
  expect(existsSync(dead)).toBe(false)
  await second.close()
})

it('[KN23] a worker that lacks a lock which the server had at its start runs nothing', async () => {
  const slot = mkdtempSync(join(scratch, 'slot-'))
  const runner = fileURLToPath(new URL('../../../python/runner', import.meta.url))
  const worker = startWorker('room', slot, { python: pythonForTests(), runner, wipe: async () => undefined })
  const heard: unknown[] = []
  worker.onFrame(({ header }) => heard.push(header))
  const limits = { seconds: 60, memory: 1024 ** 3 }
  await worker.ready
  await worker.send({ t: 'file', path: 'model.py' }, new TextEncoder().encode('open("ran", "w")\n'))
  const locks = ['files', 'calls', 'a lock of tomorrow']
  await worker.send({ t: 'run', entry: 'model.py', parameters: {}, result: 'required', limits, locks })
  await worker.ended
  expect(heard.slice(-2)).toMatchObject([
    { t: 'error', error: { code: 'KERNEL_ISOLATION' } },
    { t: 'end', ok: false },
  ])
  expect(existsSync(join(slot, 'work/project/ran'))).toBe(false)
})

it('[KN37] a store that fails is an answer without its reason, and the process goes on', async () => {
  const factory = spawnFactory({ python: pythonForTests(), warm: 2, scratch })
  const blobs = { ...memoryBlobs(), put: () => Promise.reject(new Error('ENOSPC: /a/secret/place')) }
  const kernel = createKernel({ factory, blobs, world: systemWorld })
  const request = requestFor('from build123d import *\nresult = Box(1, 1, 1)')
  const built = await kernel.build(request, () => undefined, new AbortController().signal)
  expect(built).toEqual({
    ok: false,
    error: expect.objectContaining({
      code: 'KERNEL_BROKEN',
      message: 'The result could not be stored on this server.',
    }),
  })
  await kernel.close()
})
