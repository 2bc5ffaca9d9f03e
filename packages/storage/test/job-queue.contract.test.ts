import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createJobQueue } from '@hewn/kernel'
import { jobQueueContract } from '../../kernel/test/job-queue-contract.ts'
import { openStorage } from '../src/index.ts'
import { at } from './temporary-home.ts'

jobQueueContract('embedded, on SQLite', async (parts) => {
  const home = mkdtempSync(join(tmpdir(), 'hewn-jobs-'))
  const storage = await openStorage({ ...at(home, parts.world), database: ':memory:' })
  return {
    store: storage.jobs,
    queue: createJobQueue({ store: storage.jobs, ...parts }),
    async close() {
      await storage.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
})
