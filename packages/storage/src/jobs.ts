import type { JobNotes, JobRecord, JobStore } from '@hewn/kernel'
import type { Job, SessionId, World } from '@hewn/model'
import type { Kysely } from 'kysely'
import type { Servers } from './servers.ts'
import type { JobsTable, Tables } from './tables.ts'

/** The rows of jobs, which are the truth about them: a move is a compare-and-set on the state. */
export function jobRows(db: Kysely<Tables>, world: World, servers: Servers): JobStore {
  return {
    async add({ job, ...notes }) {
      await db
        .insertInto('jobs')
        .values({
          id: job.id,
          session: job.sessionId,
          kind: job.kind,
          state: job.state,
          lane: notes.lane,
          class: notes.class,
          attached: Number(notes.attached),
          prompt: notes.prompt ?? null,
          script_hash: notes.scriptHash ?? null,
          log_hash: notes.logHash ?? null,
          added_at: world.now(),
          job: JSON.stringify(job),
          server: servers.own,
        })
        .execute()
    },
    async get(id) {
      const row = await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
      return row && recordOf(row)
    },
    async move(id, from, to, more = {}) {
      const { numUpdatedRows } = await db
        .updateTable('jobs')
        .set({ state: to.state, job: JSON.stringify(to), ...columnsOf(more) })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    async list({ session, state, limit, left = false }) {
      const others = left ? await servers.others() : []
      const rows = await db
        .selectFrom('jobs')
        .selectAll()
        .$if(session !== undefined, (all) => all.where('session', '=', session as SessionId))
        .$if(state !== undefined, (all) => all.where('state', '=', state as Job['state']))
        .$if(others.length > 0, (all) =>
          all.where((row) => row.or([row('server', 'is', null), row('server', 'not in', others)])),
        )
        .orderBy('added_at', 'desc')
        .orderBy('id', 'desc')
        .$if(limit !== undefined, (all) => all.limit(limit ?? 0))
        .execute()
      return rows.map(recordOf)
    },
  }
}

function columnsOf(notes: Partial<JobNotes>): Partial<JobsTable> {
  return {
    ...(notes.lane !== undefined && { lane: notes.lane }),
    ...(notes.class !== undefined && { class: notes.class }),
    ...(notes.attached !== undefined && { attached: Number(notes.attached) }),
    ...(notes.prompt !== undefined && { prompt: notes.prompt }),
    ...(notes.scriptHash !== undefined && { script_hash: notes.scriptHash }),
    ...(notes.logHash !== undefined && { log_hash: notes.logHash }),
  }
}

function recordOf(row: JobsTable): JobRecord {
  return {
    job: JSON.parse(row.job) as Job,
    lane: row.lane,
    class: row.class,
    attached: row.attached === 1,
    ...(row.prompt !== null && { prompt: row.prompt }),
    ...(row.script_hash !== null && { scriptHash: row.script_hash }),
    ...(row.log_hash !== null && { logHash: row.log_hash }),
  }
}
