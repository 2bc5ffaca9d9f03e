import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { testWorld } from '@hewn/testing'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { expect, it } from 'vitest'
import { DatabaseTooNew, openStorage } from '../src/index.ts'
import { type Migration, migrate, SQLITE_FORM } from '../src/migrate.ts'
import { migrations } from '../src/migrations/index.ts'
import { nodeSqlite } from '../src/node-sqlite.ts'
import type { Tables } from '../src/tables.ts'
import { at, temporaryHome, temporaryStorage } from './temporary-home.ts'

const moods: Migration = async (db) => {
  await db.schema.alterTable('sessions').addColumn('mood', 'text').execute()
}

it('[SV41] the database is in WAL mode, holds foreign keys and has strict tables alone', async () => {
  const home = temporaryHome()
  const storage = await openStorage(at(home))
  const other = new DatabaseSync(join(home, 'hewn.db'))
  expect(other.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
  expect(other.prepare('pragma auto_vacuum').get()).toEqual({ auto_vacuum: 2 })
  const tables = other.prepare("select name, strict from pragma_table_list where schema = 'main'").all()
  const loose = tables.filter(({ name, strict }) => strict !== 1 && !String(name).startsWith('sqlite_'))
  expect(tables.length).toBeGreaterThan(10)
  expect(loose).toEqual([])
  other.close()
  await storage.close()
})

it.each([
  ['normal', 1],
  ['full', 2],
] as const)('[SV41] a connection waits when busy, distrusts the schema and is synchronous %s', (sync, number) => {
  const database = nodeSqlite(join(temporaryHome(), 'a.db'), sync)
  const pragma = (name: string) => Object.values(database.prepare(`pragma ${name}`).all([])[0] as object)[0]
  expect({
    synchronous: pragma('synchronous'),
    foreignKeys: pragma('foreign_keys'),
    busy: pragma('busy_timeout'),
    trusted: pragma('trusted_schema'),
  }).toEqual({ synchronous: number, foreignKeys: 1, busy: 5_000, trusted: 0 })
  database.close()
})

it('[SV6] folders are 0700 and the database 0600, whatever is in the way of the path', async () => {
  const home = join(temporaryHome(), '100% of ä #1?')
  const storage = await openStorage(at(home))
  expect(readdirSync(home)).toContain('hewn.db')
  const modes = [home, join(home, 'blobs'), join(home, 'hewn.db'), join(home, 'hewn.db-wal')]
  expect(modes.map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual(['700', '700', '600', '600'])
  await storage.close()
})

it('[SV43] a second start finds what the first one wrote', async () => {
  const home = temporaryHome()
  const first = await openStorage(at(home))
  const { id } = await first.sessions.create({ title: 'Tea box', origin: 'user', owner: 'ada' })
  await first.close()
  const again = await openStorage(at(home))
  expect(await again.sessions.get(id)).toMatchObject({ title: 'Tea box', owner: 'ada', head: null })
  expect(await again.check()).toBe(true)
  await again.close()
  expect(await again.check()).toBe(false)
})

it('[SV43] a database newer than the program stops it, naming both versions, and is left alone', async () => {
  const home = temporaryHome()
  await (await openStorage(at(home))).close()
  const newer = new DatabaseSync(join(home, 'hewn.db'))
  newer.exec("update meta set value = '99' where key = 'schema'")
  newer.close()
  const refused = await openStorage(at(home)).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(DatabaseTooNew)
  expect(String(refused)).toMatch(/schema version 99 and this program knows versions up to \d.*HEWN_DATABASE/)
  const after = new DatabaseSync(join(home, 'hewn.db'))
  expect(after.prepare("select value from meta where key = 'schema'").get()).toEqual({ value: '99' })
  after.close()
})

it('[SV43] an older database is copied first, then brought forward, and keeps its rows', async () => {
  const home = temporaryHome()
  const path = join(home, 'hewn.db')
  const storage = await openStorage(at(home))
  await storage.sessions.create({ title: 'old', origin: 'user', owner: 'ada' })
  await storage.close()

  const copies: number[] = []
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: nodeSqlite(path, 'normal') }) })
  const options = { database: path, form: SQLITE_FORM, keepCopy: async (version: number) => void copies.push(version) }
  await migrate(db, { ...options, migrations: [...migrations, moods] })
  expect(copies).toEqual([migrations.length])
  expect(await db.selectFrom('sessions').selectAll().execute()).toMatchObject([{ title: 'old', mood: null }])
  await migrate(db, { ...options, migrations: [...migrations, moods] })
  expect(copies, 'nothing to do, nothing copied').toEqual([migrations.length])
  await db.destroy()
})

it('[SV43] a home of schema 1 keeps its versions, and gets a conversation', async () => {
  const home = temporaryHome()
  const path = join(home, 'hewn.db')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: nodeSqlite(path, 'normal') }) })
  const options = { database: path, form: SQLITE_FORM, keepCopy: async () => {} }
  await migrate(db, { ...options, migrations: migrations.slice(0, 1) })
  await sql`insert into sessions values ('session:1', 'old', 'user', 'ada', 'version:1', 's', 1, 1)`.execute(db)
  await sql`insert into versions values ('version:1', 'session:1', null, null, 1, 'user', null, null, '[]', '[]', null, null, null, null)`.execute(
    db,
  )
  await db.destroy()
  const storage = await openStorage(at(home))
  expect(await storage.versions.get('version:1')).toEqual({
    id: 'version:1',
    at: 1,
    by: 'user',
    files: {},
    parameters: [],
    claims: [],
  })
  expect(await storage.turns.list('session:1')).toEqual([])
  await storage.close()
})

it('[SV43] a migration that fails leaves the database at the version it had', async () => {
  const path = join(temporaryHome(), 'hewn.db')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: nodeSqlite(path, 'normal') }) })
  const broken: Migration = async (change, form) => {
    await moods(change, form)
    throw new Error('half-way')
  }
  const options = { database: path, form: SQLITE_FORM, keepCopy: async () => {} }
  await expect(migrate(db, { ...options, migrations: [...migrations, broken] })).rejects.toThrow('half-way')
  await migrate(db, { ...options, migrations: [...migrations, moods] })
  expect(await db.selectFrom('meta').selectAll().execute()).toEqual([
    { key: 'schema', value: String(migrations.length + 1) },
  ])
  await db.destroy()
})

it('a file that is no database stops the start and says which file', async () => {
  const home = temporaryHome()
  writeFileSync(join(home, 'hewn.db'), 'Dear diary, '.repeat(1000))
  await expect(openStorage(at(home))).rejects.toThrow(
    /hewn\.db cannot be opened: file is not a database.*HEWN_DATABASE/,
  )
})

it(':memory: leaves no file but blobs', async () => {
  const home = temporaryHome()
  const storage = await temporaryStorage({ database: ':memory:', blobs: join(home, 'blobs'), world: testWorld() })
  expect(await storage.check()).toBe(true)
  expect(existsSync(':memory:')).toBe(false)
  expect(readdirSync(home)).toEqual(['blobs'])
})
