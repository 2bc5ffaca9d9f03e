import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CanvasLog, Commit, Position, Snapshot } from '@hewn/canvas'
import type { SessionId, World } from '@hewn/model'
import type { Kysely, SelectQueryBuilder, Transaction } from 'kysely'
import { newEpoch } from './epoch.ts'
import { keepFiles } from './files.ts'
import type { CanvasesTable, EventsTable, Tables } from './tables.ts'

export type Engine = 'sqlite' | 'postgres'

/** How much history a session may have; beyond it the oldest is folded into a snapshot (SV46). */
export interface HistoryQuota {
  events: number
  bytes: number
}

const QUOTA: HistoryQuota = { events: 200_000, bytes: 64 * 1024 ** 2 }

/**
 * The canvas log on SQL: a row per event, and one row per session that says which log it has and how far it is. An
 * append compares that row and writes in one transaction (CV43); a restart keeps epoch, state and numbers (CV44).
 */
export function canvasLogRows(
  db: Kysely<Tables>,
  world: World,
  engine: Engine = 'sqlite',
  quota: HistoryQuota = QUOTA,
): CanvasLog {
  // SQLite takes the write lock when a transaction begins; PostgreSQL locks the session's row.
  const locked = async (change: Transaction<Tables>, session: SessionId, after: Position) => {
    if (engine === 'sqlite') return canvasOf(change, session)
    if (after.seq === 0) {
      // Whoever else writes the first commit in this moment is waited for.
      const row = { session, epoch: after.epoch, head: 0, bytes: 0 }
      await change
        .insertInto('canvases')
        .values(row)
        .onConflict((known) => known.doNothing())
        .execute()
    }
    return change.selectFrom('canvases').selectAll().where('session', '=', session).forUpdate().executeTakeFirst()
  }

  return {
    async open(session) {
      const canvas = await canvasOf(db, session)
      if (!canvas) return { epoch: newEpoch(world), head: 0, tail: [] }
      const snapshot = await newestSnapshot(db, canvas, canvas.head)
      const tail = await commitsBetween(db, canvas, (snapshot?.seq ?? 0) + 1, canvas.head)
      return { epoch: canvas.epoch, head: canvas.head, ...(snapshot && { snapshot }), tail }
    },

    append: (session, after, commits) =>
      db.transaction().execute(async (change) => {
        const canvas = await locked(change, session, after)
        if (!canvas && after.seq === 0) {
          // The epoch that `open` gave becomes the session's with its first commit.
          const fresh = { session, epoch: after.epoch, head: 0, bytes: 0 }
          await change.insertInto('canvases').values(fresh).execute()
          return await write(change, fresh, commits)
        }
        if (!canvas) return { epoch: newEpoch(world) }
        if (canvas.epoch !== after.epoch) return { epoch: canvas.epoch }
        if (canvas.head > after.seq) return { behind: await commitsBetween(change, canvas, after.seq + 1, canvas.head) }
        if (canvas.head < after.seq) return { epoch: await renew(change, canvas, newEpoch(world)) }
        return await write(change, canvas, commits)
      }),

    async read(session, from, to, limit) {
      const canvas = await canvasOf(db, session)
      if (!canvas || from > canvas.head || to < from) return []
      if (from < (await oldest(db, canvas))) return 'gone'
      return await commitsBetween(db, canvas, from, to, limit)
    },

    async saveSnapshot(session, snapshot) {
      await db.transaction().execute(async (change) => {
        const canvas = await canvasOf(change, session)
        // One of another log, or of a number this log does not have, says nothing about it.
        if (canvas?.epoch !== snapshot.epoch || snapshot.seq > canvas.head) return
        const row = { session, epoch: canvas.epoch, seq: snapshot.seq, body: JSON.stringify(snapshot) }
        await change
          .insertInto('snapshots')
          .values(row)
          .onConflict((known) => known.columns(['session', 'epoch', 'seq']).doUpdateSet({ body: row.body }))
          .execute()
        await forgetOldSnapshots(change, canvas, quota)
      })
      await foldOldest(db, session, quota)
    },

    async snapshotBefore(session, seq) {
      const canvas = await canvasOf(db, session)
      return canvas && (await newestSnapshot(db, canvas, seq))
    },

    async begins(session) {
      const canvas = await canvasOf(db, session)
      if (!canvas || (await oldest(db, canvas)) === 1) return undefined
      return await oldestSnapshot(db, canvas)
    },

    async head(session) {
      const canvas = await canvasOf(db, session)
      return canvas && { epoch: canvas.epoch, seq: canvas.head }
    },

    async firstOf(session, turn) {
      const canvas = await canvasOf(db, session)
      if (!canvas) return undefined
      const row = await db
        .selectFrom('events')
        .select((events) => events.fn.min('first').as('first'))
        .where('session', '=', session)
        .where('epoch', '=', canvas.epoch)
        .where('turn', '=', turn)
        .executeTakeFirst()
      return row?.first === null || row?.first === undefined ? undefined : Number(row.first)
    },

    drop: (session) =>
      db.transaction().execute(async (change) => {
        for (const table of ['events', 'snapshots', 'canvases'] as const)
          await change.deleteFrom(table).where('session', '=', session).execute()
      }),
  }
}

type Queries = Kysely<Tables> | Transaction<Tables>

/** So many of the newest are kept, and of the older ones one in each stretch of the history, to fold from. */
const KEPT_SNAPSHOTS = 10
const STRETCHES = 16
/** Of the quota; what is beyond is taken away in one go, rather than at each snapshot. */
const FOLDED_TO = 0.75
/** Bytes of events that are forgotten at once: less than a millisecond. */
const SLICE = 256 * 1024
/** Rows of one insert: an engine takes 32,766 parameters, a row has twelve. */
const ROWS_AT_ONCE = 1_000

const canvasOf = (db: Queries, session: SessionId): Promise<CanvasesTable | undefined> =>
  db.selectFrom('canvases').selectAll().where('session', '=', session).executeTakeFirst()

async function write(change: Transaction<Tables>, canvas: CanvasesTable, commits: Commit[]): Promise<'ok'> {
  const { session, epoch } = canvas
  const head = lastNumber(canvas, commits)
  const rows = commits.flatMap((commit) => rowsOf(session, commit))
  const bytes = canvas.bytes + rows.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0)
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await change
      .insertInto('events')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute()
  await keepFiles(change, session, commits)
  await change
    .updateTable('canvases')
    .set({ head, bytes })
    .where('session', '=', session)
    .where('epoch', '=', epoch)
    .execute()
  return 'ok'
}

/** Numbers have no gap and commits no other epoch: a caller that breaks this would lose events for everybody. */
function lastNumber({ session, epoch, head }: CanvasesTable, commits: Commit[]): number {
  let last = head
  for (const commit of commits) {
    if (commit.epoch !== epoch || commit.first !== last + 1)
      throw new Error(
        `${session}: expected a commit from number ${last + 1} on in epoch ${epoch}, got ${commit.first} in ${commit.epoch}`,
      )
    last += commit.events.length
  }
  return last
}

function rowsOf(session: SessionId, { epoch, first, events, at, actor, turn, step, undoes }: Commit): EventsTable[] {
  return events.map(({ type, data }, place) => ({
    session,
    epoch,
    seq: first + place,
    first,
    at,
    uid: actor.uid,
    by: actor.by,
    turn: turn ?? null,
    step: step ?? null,
    undoes: undoes ?? null,
    type,
    data: JSON.stringify(data),
  }))
}

/** Whole commits with a number in `from…to`: at least one, then as many as the limit allows. */
async function commitsBetween(
  db: Queries,
  { session, epoch }: CanvasesTable,
  from: number,
  to: number,
  limit = { events: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY },
): Promise<Commit[]> {
  const all = () => db.selectFrom('events').where('session', '=', session).where('epoch', '=', epoch)
  const start = await all().select('first').where('seq', '>=', from).orderBy('seq').limit(1).executeTakeFirst()
  if (!start || start.first > to) return []

  // Page by page, so that a long history is never in memory beyond the limit.
  async function* rowsFrom(first: number): AsyncIterable<EventsTable> {
    for (let next = first; ; ) {
      const page = await all().selectAll().where('seq', '>=', next).orderBy('seq').limit(ROWS_AT_ONCE).execute()
      yield* page
      const last = page.at(-1)
      if (!last || page.length < ROWS_AT_ONCE) return
      next = last.seq + 1
    }
  }
  const commits: Commit[] = []
  const read = { events: 0, bytes: 0 }
  let events: EventsTable[] = []
  for await (const row of rowsFrom(start.first)) {
    const begun = events[0]
    if (begun && row.first !== begun.first) {
      commits.push(commitOf(begun, events))
      events = []
    }
    read.events++
    read.bytes += Buffer.byteLength(row.data)
    const isFull = commits.length > 0 && (read.events > limit.events || read.bytes > limit.bytes)
    if (row.first > to || isFull) return commits
    events.push(row)
  }
  const begun = events[0]
  return begun ? [...commits, commitOf(begun, events)] : commits
}

function commitOf({ epoch, first, at, uid, by, turn, step, undoes }: EventsTable, events: EventsTable[]): Commit {
  return {
    epoch,
    first,
    events: events.map(({ type, data }) => ({ type, data: JSON.parse(data) as Commit['events'][number]['data'] })),
    at,
    actor: { uid, by },
    ...(turn !== null && { turn }),
    ...(step !== null && { step }),
    ...(undoes !== null && { undoes }),
  }
}

/** The first number that can still be read. */
async function oldest(db: Queries, { session, epoch, head }: CanvasesTable): Promise<number> {
  const row = await db
    .selectFrom('events')
    .select('first')
    .where('session', '=', session)
    .where('epoch', '=', epoch)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.first ?? head + 1
}

const newestSnapshot = (db: Queries, canvas: CanvasesTable, seq: number) =>
  snapshotAt(db, canvas, (all) => all.where('seq', '<=', seq).orderBy('seq', 'desc'))

const oldestSnapshot = (db: Queries, canvas: CanvasesTable) => snapshotAt(db, canvas, (all) => all.orderBy('seq'))

async function snapshotAt(
  db: Queries,
  { session, epoch }: CanvasesTable,
  pick: (all: SnapshotQuery) => SnapshotQuery,
): Promise<Snapshot | undefined> {
  const all = db.selectFrom('snapshots').select('body').where('session', '=', session).where('epoch', '=', epoch)
  const row = await pick(all).limit(1).executeTakeFirst()
  return row && { ...(JSON.parse(row.body) as Snapshot), epoch }
}

type SnapshotQuery = SelectQueryBuilder<Tables, 'snapshots', { body: string }>

async function forgetOldSnapshots(
  change: Transaction<Tables>,
  { session, epoch }: CanvasesTable,
  quota: HistoryQuota,
): Promise<void> {
  await change.deleteFrom('snapshots').where('session', '=', session).where('epoch', '!=', epoch).execute()
  const all = await change
    .selectFrom('snapshots')
    .select('seq')
    .where('session', '=', session)
    .where('epoch', '=', epoch)
    .orderBy('seq', 'desc')
    .execute()
  const stretch = Math.ceil(quota.events / STRETCHES)
  const old = all.slice(KEPT_SNAPSHOTS).map(({ seq }) => seq)
  // The oldest of each stretch stays.
  const gone = old.filter((seq, place) => {
    const older = old[place + 1]
    return older !== undefined && Math.floor(older / stretch) === Math.floor(seq / stretch)
  })
  if (gone.length === 0) return
  await change
    .deleteFrom('snapshots')
    .where('session', '=', session)
    .where('epoch', '=', epoch)
    .where('seq', 'in', gone)
    .execute()
}

/**
 * A history beyond its quota loses its oldest events, up to a snapshot that stands for them; the numbers go on. Slice by
 * slice, each a transaction of its own, so that nobody waits for it (SV46).
 */
async function foldOldest(db: Kysely<Tables>, session: SessionId, quota: HistoryQuota): Promise<void> {
  const canvas = await canvasOf(db, session)
  if (!canvas) return
  const { epoch, head } = canvas
  const first = await oldest(db, canvas)
  const events = head - first + 1
  if (events <= quota.events && canvas.bytes <= quota.bytes) return
  const share = FOLDED_TO * Math.min(quota.events / events, quota.bytes / Math.max(1, canvas.bytes))
  const wished = head - Math.floor(events * Math.min(1, share))
  const saved = await db
    .selectFrom('snapshots')
    .select('seq')
    .where('session', '=', session)
    .where('epoch', '=', epoch)
    .orderBy('seq')
    .execute()
  const base = saved.find(({ seq }) => seq >= wished) ?? saved.at(-1)
  if (!base) return
  const rows = Math.min(ROWS_AT_ONCE, Math.ceil(SLICE / (canvas.bytes / events)))
  for (let from = first; from <= base.seq; ) {
    const next = Math.min(base.seq + 1, await beginAfter(db, canvas, from, rows))
    await db.transaction().execute((change) => forgetEvents(change, canvas, from, next))
    from = next
    // A database in this process answers at once: without this nobody else would have a turn.
    await nextTurn()
  }
  await db
    .deleteFrom('snapshots')
    .where('session', '=', session)
    .where('epoch', '=', epoch)
    .where('seq', '<', base.seq)
    .execute()
}

/** Where a commit begins, some rows further on: a commit is forgotten whole, so that nobody ever reads half of it. */
async function beginAfter(
  db: Queries,
  { session, epoch, head }: CanvasesTable,
  from: number,
  rows: number,
): Promise<number> {
  const row = await db
    .selectFrom('events')
    .select('first')
    .where('session', '=', session)
    .where('epoch', '=', epoch)
    .where('seq', '>=', from + rows)
    .where('first', '>', from)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.first ?? head + 1
}

async function forgetEvents(
  change: Transaction<Tables>,
  { session, epoch }: CanvasesTable,
  from: number,
  next: number,
): Promise<void> {
  const rows = await change
    .deleteFrom('events')
    .where('session', '=', session)
    .where('epoch', '=', epoch)
    .where('seq', '>=', from)
    .where('seq', '<', next)
    .returning('data')
    .execute()
  const bytes = rows.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0)
  await change
    .updateTable('canvases')
    .set((row) => ({ bytes: row('bytes', '-', bytes) }))
    .where('session', '=', session)
    .where('epoch', '=', epoch)
    .execute()
}

/** The log went back behind what somebody has seen: what is there stays, under a new epoch (CV46). */
async function renew(change: Transaction<Tables>, { session, epoch }: CanvasesTable, next: string): Promise<string> {
  for (const table of ['events', 'snapshots', 'canvases'] as const)
    await change
      .updateTable(table)
      .set({ epoch: next })
      .where('session', '=', session)
      .where('epoch', '=', epoch)
      .execute()
  return next
}
