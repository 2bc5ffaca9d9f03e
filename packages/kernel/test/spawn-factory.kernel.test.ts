import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnFactory } from '@hewn/kernel/node'
import { pythonForTests } from '@hewn/testing'
import { afterAll, expect, it } from 'vitest'
import { workerFactoryContract } from './worker-factory-contract.ts'

const scratch = mkdtempSync(join(tmpdir(), 'hewn-test-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

workerFactoryContract('spawn', () => spawnFactory({ python: pythonForTests(), warm: 2, scratch }))

it('[KN22] closed, it leaves no folder behind', async () => {
  const factory = spawnFactory({ python: pythonForTests(), warm: 1, scratch })
  const before = readdirSync(scratch)
  await factory.order('room')
  expect(readdirSync(scratch)).toHaveLength(before.length + 1)
  await factory.close()
  expect(readdirSync(scratch)).toHaveLength(before.length)
})

it('[KN37] a Python without build123d is missing, and its place on this machine is not told', async () => {
  const factory = spawnFactory({ python: '/bin/false', warm: 1, scratch })
  const worker = await factory.order('room')
  expect(worker).toMatchObject({ ok: false, error: { code: 'KERNEL_MISSING' } })
  const { state, why } = factory.report()
  expect({ state, why }).toEqual({ state: 'missing', why: 'Python could not be made ready to build' })
  await factory.close()
})
