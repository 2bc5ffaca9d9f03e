import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { testWorld } from '@hewn/testing'
import { expect, it } from 'vitest'
import { startCheckpoints } from '../src/checkpoints.ts'
import { nodeSqlite } from '../src/node-sqlite.ts'
import { temporaryHome } from './temporary-home.ts'

it('[SV41] what was written is brought into the database by another connection, while the first stays open', async () => {
  const path = join(temporaryHome(), 'hewn.db')
  const world = testWorld()
  const database = nodeSqlite(path, 'normal')
  database.prepare('create table t (text text) strict').run([])
  const before = statSync(path).size
  const { promise: done, resolve } = Promise.withResolvers<void>()
  const end = startCheckpoints({ path, world, report: () => {}, onCheckpoint: resolve })
  database.prepare('insert into t values (?)').run(['x'.repeat(100_000)])
  expect(statSync(path).size, 'it stands in the log alone').toBe(before)
  world.advance(1_000)
  await done
  expect(statSync(path).size).toBeGreaterThan(before + 100_000)
  await end()
  database.close()
})

it('[SV41] storage that is closed within a second never starts the thread', async () => {
  const path = join(temporaryHome(), 'hewn.db')
  new DatabaseSync(path).close()
  const world = testWorld()
  const end = startCheckpoints({ path, world, report: () => {} })
  expect(world.pending).toBe(1)
  await end()
  expect(world.pending).toBe(0)
})

it('[SV41] a thread that cannot open the database says so, and closing goes on', async () => {
  const world = testWorld()
  const { promise: told, resolve } = Promise.withResolvers<string>()
  const end = startCheckpoints({ path: join(temporaryHome(), 'absent', 'hewn.db'), world, report: resolve })
  world.advance(1_000)
  expect(await told).toMatch(/not brought to the disk every second: unable to open database file/)
  await end()
})

it('[SV41] a process that has nothing else left to do still closes to the end', async () => {
  const path = join(temporaryHome(), 'hewn.db')
  const program = `
    import { startCheckpoints } from ${JSON.stringify(new URL('../src/checkpoints.ts', import.meta.url))}
    const world = { after: (_, run) => (run(), () => {}) }
    const end = startCheckpoints({ path: ${JSON.stringify(path)}, world, report: console.error })
    await end()
    console.log('closed')`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
  expect(stdout).toBe('closed\n')
})
