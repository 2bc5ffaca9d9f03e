import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testWorld } from '@hewn/testing'
import { canvasLogContract, type LogUnderTest } from '../../canvas/test/canvas-log-contract.ts'
import { openStorage } from '../src/index.ts'
import { at } from './temporary-home.ts'

canvasLogContract('SQLite', () => underTest(async () => undefined))

canvasLogContract('SQLite, for sessions that have a row', () =>
  underTest(async ({ sessions }) => (await sessions.create({ title: '', origin: 'user', owner: 'ada' })).id),
)

type Row = Awaited<ReturnType<NonNullable<LogUnderTest['session']>>>

async function underTest(
  row: (storage: Awaited<ReturnType<typeof openStorage>>) => Promise<Row | undefined>,
): Promise<LogUnderTest> {
  const home = mkdtempSync(join(tmpdir(), 'hewn-log-'))
  let storage = await openStorage(at(home))
  let count = 0
  return {
    log: storage.canvasLog,
    session: async () => (await row(storage)) ?? `session:without-row-${++count}`,
    async reopen() {
      await storage.close()
      storage = await openStorage(at(home, testWorld(2)))
      return storage.canvasLog
    },
    async close() {
      await storage.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
