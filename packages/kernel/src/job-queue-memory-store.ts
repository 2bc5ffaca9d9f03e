import type { JobId } from '@hewn/model'
import type { JobRecord, JobStore } from './ports.ts'

/** Rows of jobs that are gone with the process: for tests, and for the command line without a server. */
export function memoryJobStore(): JobStore {
  const rows = new Map<JobId, JobRecord>()
  return {
    async add(record) {
      if (rows.has(record.job.id)) throw new Error(`There is a row of ${record.job.id} already.`)
      rows.set(record.job.id, structuredClone(record))
    },
    async get(id) {
      const row = rows.get(id)
      return row && structuredClone(row)
    },
    async move(id, from, to, more = {}) {
      const row = rows.get(id)
      if (row?.job.state !== from) return false
      rows.set(id, structuredClone({ ...row, ...more, job: to }))
      return true
    },
    async list({ session, state, limit }) {
      const found = [...rows.values()].filter(
        ({ job }) =>
          (session === undefined || job.sessionId === session) && (state === undefined || job.state === state),
      )
      return structuredClone(found.toReversed().slice(0, limit))
    },
  }
}
