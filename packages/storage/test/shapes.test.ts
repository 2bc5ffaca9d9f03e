import { testWorld } from '@hewn/testing'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { SQLITE_FORM } from '../src/migrate.ts'
import { fifth } from '../src/migrations/fifth.ts'
import { nodeSqlite } from '../src/node-sqlite.ts'
import { shapeRows } from '../src/shapes.ts'
import type { Tables } from '../src/tables.ts'
import { at, temporaryHome } from './temporary-home.ts'
import { openStorage } from '../src/index.ts'

it('[KN53] what is known of shapes is there after a restart, and the newest word counts', async () => {
  const home = temporaryHome()
  const before = await openStorage(at(home))
  await before.shapes.put('a', 'one')
  await before.shapes.put('a', 'two')
  await before.close()
  const after = await openStorage(at(home))
  onTestFinished(() => after.close())
  expect(await after.shapes.get('a')).toBe('two')
  expect(await after.shapes.get('b')).toBeUndefined()
})

it('[KN53] the oldest go when there are too many', async () => {
  const world = testWorld()
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: nodeSqlite(':memory:', 'normal') }) })
  onTestFinished(() => db.destroy())
  await fifth(db, SQLITE_FORM)
  const shapes = shapeRows(db, world, 100)
  for (let n = 0; n < 500; n++) {
    world.advance(1)
    await shapes.put(`shape ${n}`, 'known')
  }
  expect(await shapes.get('shape 398')).toBeUndefined()
  expect(await shapes.get('shape 399')).toBe('known')
  expect(await shapes.get('shape 499')).toBe('known')
})
