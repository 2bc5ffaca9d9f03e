import type { SessionId, World } from '@hewn/model'
import { sizeOf } from './commit-plan.ts'
import { lastOf } from './group.ts'
import type { CanvasLog, Commit, Snapshot } from './ports.ts'

interface Kept {
  epoch: string
  commits: Commit[]
  snapshots: Snapshot[]
}

// Every commit is kept, so an older state is folded from further back.
const KEPT_SNAPSHOTS = 10

/** A log for tests, and for the command line without a server: gone with the process. */
export function memoryLog({ world }: { world: World }): CanvasLog {
  const sessions = new Map<SessionId, Kept>()
  const headOf = (kept: Kept | undefined) => {
    const last = kept?.commits.at(-1)
    return last ? lastOf(last) : 0
  }

  return {
    async open(session) {
      const kept = sessions.get(session)
      if (!kept) return { epoch: newEpoch(world), head: 0, tail: [] }
      const snapshot = kept.snapshots.at(-1)
      const tail = kept.commits.filter((commit) => commit.first > (snapshot?.seq ?? 0))
      return { epoch: kept.epoch, head: headOf(kept), ...(snapshot ? { snapshot } : {}), tail }
    },

    async append(session, after, commits) {
      const kept = sessions.get(session) ?? { epoch: after.epoch, commits: [], snapshots: [] }
      const head = headOf(kept)
      if (kept.epoch !== after.epoch) return { epoch: kept.epoch }
      if (head > after.seq) return { behind: kept.commits.filter((commit) => commit.first > after.seq) }
      if (head < after.seq) {
        // It is not what the writer has seen: the numbers in between shall not come a second time (CV46).
        kept.epoch = newEpoch(world)
        kept.commits = kept.commits.map((commit) => ({ ...commit, epoch: kept.epoch }))
        kept.snapshots = kept.snapshots.map((snapshot) => ({ ...snapshot, epoch: kept.epoch }))
        return { epoch: kept.epoch }
      }
      sessions.set(session, kept)
      kept.commits.push(...commits)
      return 'ok'
    },

    async read(session, from, to, limit) {
      const commits = sessions.get(session)?.commits ?? []
      const first = commits.findIndex((commit) => lastOf(commit) >= from)
      const found: Commit[] = []
      let events = 0
      let bytes = 0
      for (const commit of first < 0 ? [] : commits.slice(first)) {
        events += commit.events.length
        bytes += sizeOf(commit.events)
        const full = found.length > 0 && (events > limit.events || bytes > limit.bytes)
        if (commit.first > to || full) break
        found.push(commit)
      }
      return found
    },

    async saveSnapshot(session, snapshot) {
      const snapshots = sessions.get(session)?.snapshots
      snapshots?.push(snapshot)
      if (snapshots && snapshots.length > KEPT_SNAPSHOTS) snapshots.shift()
    },

    async snapshotBefore(session, seq) {
      return sessions.get(session)?.snapshots.findLast((snapshot) => snapshot.seq <= seq)
    },

    async head(session) {
      const kept = sessions.get(session)
      return kept && { epoch: kept.epoch, seq: headOf(kept) }
    },

    async firstOf(session, turn) {
      return sessions.get(session)?.commits.find((commit) => commit.turn === turn)?.first
    },

    async drop(session) {
      sessions.delete(session)
    },
  }
}

/** 16 random characters: which log a number belongs to (CV21). */
export const newEpoch = (world: World): string => world.newId().slice(-16)
