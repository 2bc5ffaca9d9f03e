import type { SessionId, World } from '@hewn/model'
import { sizeOf } from '../commit-plan.ts'
import { lastOf } from '../group.ts'
import { newEpoch } from '../memory-log.ts'
import type { CanvasLog, Commit, Snapshot } from '../ports.ts'
import { canvasDatabase, type KeptCommit, type KeptSession, type KeptSnapshot } from './canvas-database.ts'
import { resultOf } from './database.ts'

export interface IndexedDbLogOptions {
  /** Of the database; one for all sessions of a page. */
  name: string
  world: World
}

// There is one for every 1,000 events. What is before the oldest is folded away, so a page never fills its disk.
const KEPT_SNAPSHOTS = 10
/** Commits that are read at once. */
const PAGE = 200

/**
 * A log in the browser, for a page that runs alone: it outlives a reload, and two tabs on it are two writers of one log
 * (CV37, CV43).
 * @example createCanvas({ log: indexedDbLog({ name: 'hewn', world }), world })
 */
export function indexedDbLog({ name, world }: IndexedDbLogOptions): CanvasLog {
  const { transact } = canvasDatabase(indexedDB, name)

  return {
    open: (session) =>
      transact('readonly', async ({ sessions, commits, snapshots }) => {
        const kept = await rowOf(sessions, session)
        if (!kept) return { epoch: newEpoch(world), head: 0, tail: [] }
        const snapshot = await newestSnapshot(snapshots, session)
        const tail = await commitsAfter(commits, session, snapshot?.seq ?? 0)
        return { epoch: kept.epoch, head: kept.head, ...(snapshot ? { snapshot } : {}), tail }
      }),

    // The session's row is compared and moved in one transaction: of two tabs at one head the second finds it moved.
    append: (session, at, added) =>
      transact('readwrite', async ({ sessions, commits, snapshots }) => {
        const kept = (await rowOf(sessions, session)) ?? { session, epoch: at.epoch, head: 0, begins: 0 }
        if (kept.epoch !== at.epoch) return { epoch: kept.epoch }
        if (kept.head > at.seq) return { behind: await commitsAfter(commits, session, at.seq) }
        if (kept.head < at.seq) {
          // It is not what the writer has seen: the numbers in between shall not come a second time (CV46).
          const epoch = newEpoch(world)
          if (kept.head > 0) sessions.put({ ...kept, epoch } satisfies KeptSession)
          for (const one of await resultOf<KeptCommit[]>(commits.getAll(range(session))))
            commits.put({ ...one, commit: { ...one.commit, epoch } })
          for (const one of await resultOf<KeptSnapshot[]>(snapshots.getAll(range(session))))
            snapshots.put({ ...one, snapshot: { ...one.snapshot, epoch } })
          return { epoch }
        }
        for (const commit of added) commits.put(keptOf(session, commit))
        const last = added.at(-1)
        if (last) sessions.put({ ...kept, head: lastOf(last) } satisfies KeptSession)
        return 'ok' as const
      }),

    read: (session, from, to, limit) =>
      transact('readonly', async ({ sessions, commits }) => {
        const kept = await rowOf(sessions, session)
        if (kept && from <= kept.begins) return 'gone' as const
        const found: Commit[] = []
        let events = 0
        let bytes = 0
        for (let start = await groupWith(commits, session, from); start <= to; ) {
          const page = await pageOf(commits, session, start, to)
          for (const commit of page) {
            if (lastOf(commit) < from) continue
            events += commit.events.length
            bytes += sizeOf(commit.events)
            if (found.length > 0 && (events > limit.events || bytes > limit.bytes)) return found
            found.push(commit)
          }
          const last = page.at(-1)
          if (!last || page.length < PAGE) return found
          start = lastOf(last) + 1
        }
        return found
      }),

    saveSnapshot: (session, snapshot) =>
      transact('readwrite', async ({ sessions, commits, snapshots }) => {
        const kept = await rowOf(sessions, session)
        // Of a log that is no more, or of what another tab has not got yet.
        if (kept?.epoch !== snapshot.epoch || snapshot.seq > kept.head) return
        snapshots.put({ session, seq: snapshot.seq, snapshot } satisfies KeptSnapshot)
        const keys = (await resultOf(snapshots.getAllKeys(range(session)))) as [SessionId, number][]
        if (keys.length <= KEPT_SNAPSHOTS) return
        const [oldest, next] = keys.map(([, seq]) => seq) as [number, number]
        snapshots.delete([session, oldest])
        commits.delete(range(session, 0, next))
        sessions.put({ ...kept, begins: next } satisfies KeptSession)
      }),

    snapshotBefore: (session, seq) => transact('readonly', ({ snapshots }) => newestSnapshot(snapshots, session, seq)),

    begins: (session) =>
      transact('readonly', async ({ sessions, snapshots }) => {
        const kept = await rowOf(sessions, session)
        return kept && kept.begins > 0 ? newestSnapshot(snapshots, session, kept.begins) : undefined
      }),

    head: (session) =>
      transact('readonly', async ({ sessions }) => {
        const kept = await rowOf(sessions, session)
        return kept && { epoch: kept.epoch, seq: kept.head }
      }),

    firstOf: (session, turn) =>
      transact('readonly', async ({ commits }) => {
        const found = await resultOf<KeptCommit | undefined>(commits.index('by_turn').get([session, turn]))
        return found?.first
      }),

    drop: (session) =>
      transact('readwrite', async ({ sessions, commits, snapshots }) => {
        sessions.delete(session)
        commits.delete(range(session))
        snapshots.delete(range(session))
      }),
  }
}

const range = (session: SessionId, from = 0, to = Number.MAX_SAFE_INTEGER) =>
  IDBKeyRange.bound([session, from], [session, to])

const rowOf = (sessions: IDBObjectStore, session: SessionId) => resultOf<KeptSession | undefined>(sessions.get(session))

const pageOf = async (commits: IDBObjectStore, session: SessionId, from: number, to?: number, most = PAGE) =>
  (await resultOf<KeptCommit[]>(commits.getAll(range(session, from, to), most))).map(({ commit }) => commit)

const commitsAfter = (commits: IDBObjectStore, session: SessionId, seq: number) =>
  pageOf(commits, session, seq + 1, undefined, 2 ** 32 - 1)

/** Where the group begins that has a number in it: at that number or before. */
async function groupWith(commits: IDBObjectStore, session: SessionId, seq: number): Promise<number> {
  const cursor = await resultOf(commits.openKeyCursor(range(session, 0, seq), 'prev'))
  return cursor ? (cursor.key as [SessionId, number])[1] : seq
}

async function newestSnapshot(
  snapshots: IDBObjectStore,
  session: SessionId,
  before?: number,
): Promise<Snapshot | undefined> {
  const cursor = await resultOf(snapshots.openCursor(range(session, 0, before), 'prev'))
  return (cursor?.value as KeptSnapshot | undefined)?.snapshot
}

// An index takes no `undefined`: a commit without a turn is not in the one by turn.
const keptOf = (session: SessionId, commit: Commit): KeptCommit => ({
  session,
  first: commit.first,
  ...(commit.turn === undefined ? {} : { turn: commit.turn }),
  commit,
})
