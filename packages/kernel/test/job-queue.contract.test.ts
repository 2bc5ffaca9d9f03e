import { createJobQueue, memoryJobStore } from '../src/index.ts'
import { jobQueueContract } from './job-queue-contract.ts'

jobQueueContract('embedded, in memory', async (parts) => {
  const store = memoryJobStore()
  return { store, queue: createJobQueue({ store, ...parts }) }
})
