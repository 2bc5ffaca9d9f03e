import type { SessionId } from '@hewn/model'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canvasOf, emptyCanvas, foldAll, snapshotOf } from '../src/fold.ts'
import type { CanvasEvent, CanvasLog, Commit, Json } from '../src/ports.ts'

/** A log under test, and what a log on a disk adds to it. */
export interface LogUnderTest {
  log: CanvasLog
  /** A session that may be written; by default any id will do. */
  session?(): Promise<SessionId>
  /** The same log as a process would find it after a restart. */
  reopen?(): Promise<CanvasLog>
  close?(): Promise<void>
}

/**
 * One suite for every way to remember a canvas (CV48).
 * @example canvasLogContract('memory', async () => ({ log: memoryLog({ world }) }))
 */
export function canvasLogContract(name: string, make: () => Promise<LogUnderTest>): void {
  describe(`[CV48] canvas log: ${name}`, () => {
    let under: LogUnderTest
    let log: CanvasLog
    let count = 0
    const newSession = async (): Promise<SessionId> => {
      count += 1
      const own: SessionId = `session:contract-${count}`
      return (await under.session?.()) ?? own
    }

    beforeEach(async () => {
      under = await make()
      log = under.log
    })
    afterEach(async () => under.close?.())

    /** A session that has been opened, with the epoch its first append will carry. */
    const opened = async () => {
      const session = await newSession()
      const { epoch } = await log.open(session)
      return { session, epoch }
    }

    it('[CV18] opening a session that was never written gives an empty log and stores nothing', async () => {
      const session = await newSession()
      const first = await log.open(session)
      expect(first).toMatchObject({ head: 0, tail: [] })
      expect(first.snapshot).toBeUndefined()
      expect(first.epoch).toMatch(/^\S{16}$/)
      expect(await log.read(session, 1, 100, NO_LIMIT)).toEqual([])
      expect(await log.open(session)).toMatchObject({ head: 0, tail: [] })
    })

    it('[CV43] appends at the head and gives back the same commits', async () => {
      const { session, epoch } = await opened()
      const commits = [commit(epoch, 1, [set('a', 1)]), commit(epoch, 2, [set('b', 2), set('c', 3)])]
      expect(await log.append(session, { epoch, seq: 0 }, commits)).toBe('ok')
      expect(await log.open(session)).toEqual({ epoch, head: 3, tail: commits })
      expect(await log.read(session, 1, 3, NO_LIMIT)).toEqual(commits)
    })

    it('[CV43] every field of a commit comes back as it went in', async () => {
      const { session, epoch } = await opened()
      const full: Commit = {
        ...commit(epoch, 1, [set('a', 1)]),
        actor: { uid: 'ünï', by: 'model' },
        turn: 'turn:1',
        step: 'step 1',
        undoes: 'turn:0',
      }
      await log.append(session, { epoch, seq: 0 }, [full])
      expect(await log.read(session, 1, 1, NO_LIMIT)).toEqual([full])
    })

    it('[CV43] whoever was not at the head is told what they missed, and nothing is written', async () => {
      const { session, epoch } = await opened()
      const theirs = [commit(epoch, 1, [set('a', 1)]), commit(epoch, 2, [set('a', 2), set('a', 3)])]
      await log.append(session, { epoch, seq: 0 }, theirs)
      expect(await log.append(session, { epoch, seq: 0 }, [commit(epoch, 1, [set('a', 9)])])).toEqual({
        behind: theirs,
      })
      expect(await log.append(session, { epoch, seq: 1 }, [commit(epoch, 2, [set('a', 9)])])).toEqual({
        behind: theirs.slice(1),
      })
      expect(await log.open(session)).toMatchObject({ head: 3, tail: theirs })
    })

    it('[CV43] of two writers at one head exactly one wins, 50 rounds', async () => {
      const { session, epoch } = await opened()
      for (let seq = 0; seq < 50; seq++) {
        const answers = await Promise.all(
          ['left', 'right'].map((who) =>
            log.append(session, { epoch, seq }, [commit(epoch, seq + 1, [set('by', who)])]),
          ),
        )
        expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1)
        expect(answers.filter((answer) => answer !== 'ok')).toEqual([
          { behind: [expect.objectContaining({ first: seq + 1 })] },
        ])
      }
      expect((await log.open(session)).head).toBe(50)
    })

    it('[CV21] a position of another epoch is told the epoch that counts, and nothing is written', async () => {
      const { session, epoch } = await opened()
      await log.append(session, { epoch, seq: 0 }, [commit(epoch, 1, [set('a', 1)])])
      const foreign = 'anotherepoch0123'
      expect(await log.append(session, { epoch: foreign, seq: 1 }, [commit(foreign, 2, [set('a', 2)])])).toEqual({
        epoch,
      })
      expect(await log.open(session)).toMatchObject({ epoch, head: 1 })
    })

    it('[CV46] a log that is behind what a writer has seen goes on under a new epoch, with what it has', async () => {
      const { session, epoch } = await opened()
      const snapshot = snapshotOf(session, epoch, foldAll(emptyCanvas(), [set('a', 1)]))
      await log.append(session, { epoch, seq: 0 }, [commit(epoch, 1, [set('a', 1)])])
      await log.saveSnapshot(session, snapshot)
      const answer = await log.append(session, { epoch, seq: 7 }, [commit(epoch, 8, [set('a', 8)])])
      expect(answer).toEqual({ epoch: expect.stringMatching(/^\S{16}$/) })
      const again = await log.open(session)
      expect(again).toMatchObject({ head: 1, snapshot: { seq: 1, state: { a: 1 } } })
      expect([again.epoch !== epoch, again.epoch]).toEqual([
        true,
        typeof answer === 'object' && 'epoch' in answer && answer.epoch,
      ])
      const next = { ...commit(again.epoch, 2, [set('a', 2)]) }
      expect(await log.append(session, { epoch: again.epoch, seq: 1 }, [next])).toBe('ok')
      expect(await log.read(session, 1, 2, NO_LIMIT)).toEqual([{ ...commit(again.epoch, 1, [set('a', 1)]) }, next])
    })

    it('[CV23] reading never splits a group, whatever is asked', async () => {
      const { session, epoch } = await opened()
      const groups = [
        commit(epoch, 1, [set('a', 1)]),
        commit(epoch, 2, [set('b', 1), set('b', 2), set('b', 3)]),
        commit(epoch, 5, [set('c', 1)]),
      ]
      await log.append(session, { epoch, seq: 0 }, groups)
      expect(await log.read(session, 3, 3, NO_LIMIT)).toEqual([groups[1]])
      expect(await log.read(session, 4, 5, NO_LIMIT)).toEqual(groups.slice(1))
      expect(await log.read(session, 1, 5, { events: 2, bytes: 1e6 })).toEqual([groups[0]])
      expect(await log.read(session, 2, 5, { events: 1, bytes: 1 })).toEqual([groups[1]])
      expect(await log.read(session, 6, 9, NO_LIMIT)).toEqual([])
    })

    it('[CV22] what is readable has no gaps while somebody writes', async () => {
      const { session, epoch } = await opened()
      const writing = (async () => {
        for (let seq = 0; seq < 60; seq += 3) {
          const events = [set('a', seq), set('a', seq + 1), set('a', seq + 2)]
          await log.append(session, { epoch, seq }, [commit(epoch, seq + 1, events)])
        }
      })()
      for (let look = 0; look < 20; look++) {
        const read = await log.read(session, 1, 1_000, NO_LIMIT)
        if (read === 'gone') throw new Error('Nothing was folded away')
        let next = 1
        for (const { first, events } of read) {
          expect(first).toBe(next)
          expect(events).toHaveLength(3)
          next += 3
        }
      }
      await writing
      expect((await log.open(session)).head).toBe(60)
    })

    it('[CV25] snapshot plus tail equals the fold of everything', async () => {
      const { session, epoch } = await opened()
      const events = Array.from({ length: 30 }, (_, index) => set(`key-${index % 7}`, index))
      for (let index = 0; index < events.length; index++) {
        await log.append(session, { epoch, seq: index }, [commit(epoch, index + 1, events.slice(index, index + 1))])
        if (index === 19)
          await log.saveSnapshot(session, snapshotOf(session, epoch, foldAll(emptyCanvas(), events.slice(0, 20))))
      }
      const found = await log.open(session)
      expect(found.snapshot?.seq).toBe(20)
      expect(found.tail.map(({ first }) => first)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30])
      const base = found.snapshot ? canvasOf(found.snapshot) : emptyCanvas()
      const folded = foldAll(
        base,
        found.tail.flatMap((group) => group.events),
      )
      expect(folded).toEqual(foldAll(emptyCanvas(), events))
    })

    it('[CV25] the newest snapshot at or before a number is found, where the log can', async () => {
      const { session, epoch } = await opened()
      let canvas = emptyCanvas()
      for (let seq = 0; seq < 6; seq++) {
        await log.append(session, { epoch, seq }, [commit(epoch, seq + 1, [set('a', seq)])])
        canvas = foldAll(canvas, [set('a', seq)])
        if (seq === 1 || seq === 3) await log.saveSnapshot(session, snapshotOf(session, epoch, canvas))
      }
      if (!log.snapshotBefore) return
      expect((await log.snapshotBefore(session, 3))?.seq).toBe(2)
      expect((await log.snapshotBefore(session, 4))?.seq).toBe(4)
      expect(await log.snapshotBefore(session, 1)).toBeUndefined()
    })

    it('[CV19] after the drop the same id begins again, with a new epoch', async () => {
      const { session, epoch } = await opened()
      await log.append(session, { epoch, seq: 0 }, [commit(epoch, 1, [set('a', 1)])])
      await log.saveSnapshot(session, snapshotOf(session, epoch, foldAll(emptyCanvas(), [set('a', 1)])))
      await log.drop(session)
      const again = await log.open(session)
      expect(again).toMatchObject({ head: 0, tail: [] })
      expect(again.snapshot).toBeUndefined()
      expect(again.epoch).not.toBe(epoch)
    })

    it('[CV12] null, NUL, emoji and the largest safe number come back exactly', async () => {
      const { session, epoch } = await opened()
      const values: Json = {
        nul: 'a\u0000b',
        emoji: '🙂👩‍👩‍👧',
        number: 2 ** 53 - 1,
        none: null,
        list: [],
        text: '"\\/\u2028',
      }
      const events = [
        set('odd', values),
        { type: 'resource_set', data: { channel: 'files', id: 'ключ 🙂', payload: values } },
      ]
      await log.append(session, { epoch, seq: 0 }, [commit(epoch, 1, events)])
      expect((await log.open(session)).tail[0]?.events).toEqual(events)
    })

    it('[CV21] a thousand sessions side by side keep to themselves', async () => {
      const sessions: Awaited<ReturnType<typeof opened>>[] = []
      while (sessions.length < 1_000) sessions.push(...(await Promise.all(Array.from({ length: 100 }, opened))))
      // A hundred at once: a database of few connections has patience, and a slow machine uses it up.
      for (let from = 0; from < sessions.length; from += 100)
        await Promise.all(
          sessions
            .slice(from, from + 100)
            .map(({ session, epoch }, index) =>
              log.append(session, { epoch, seq: 0 }, [commit(epoch, 1, [set('mine', from + index)])]),
            ),
        )
      for (const index of [0, 1, 500, 998, 999]) {
        const { session, epoch } = sessions[index] as (typeof sessions)[number]
        expect(await log.open(session)).toEqual({ epoch, head: 1, tail: [commit(epoch, 1, [set('mine', index)])] })
      }
    })

    it('[CV25] ten thousand events are read page by page, each once', async () => {
      const { session, epoch } = await opened()
      const commits = Array.from({ length: 2_000 }, (_, index) =>
        commit(
          epoch,
          index * 5 + 1,
          Array.from({ length: 5 }, (_, step) => set('n', index * 5 + step)),
        ),
      )
      for (let index = 0; index < 2_000; index += 100) {
        await log.append(session, { epoch, seq: index * 5 }, commits.slice(index, index + 100))
      }
      const seen: Json[] = []
      for (let from = 1; from <= 10_000; ) {
        const page = await log.read(session, from, 10_000, { events: 1_000, bytes: 512 * 1024 })
        if (page === 'gone' || page.length === 0) throw new Error(`Nothing readable from ${from}`)
        for (const { events } of page) seen.push(...events.map(({ data }) => data.value ?? null))
        from += page.reduce((sum, { events }) => sum + events.length, 0)
      }
      expect(seen).toEqual(Array.from({ length: 10_000 }, (_, index) => index))
    })

    it('[CV44] a restart keeps epoch, state and numbers, where the log is on a disk', async () => {
      const { session, epoch } = await opened()
      const commits = [commit(epoch, 1, [set('a', 1), set('b', 2)])]
      await log.append(session, { epoch, seq: 0 }, commits)
      if (!under.reopen) return
      const again = await under.reopen()
      expect(await again.open(session)).toEqual({ epoch, head: 2, tail: commits })
      expect(await again.append(session, { epoch, seq: 2 }, [commit(epoch, 3, [set('c', 3)])])).toBe('ok')
    })
  })
}

const NO_LIMIT = { events: 100_000, bytes: 100_000_000 }

const set = (key: string, value: Json): CanvasEvent => ({ type: 'state_changed', data: { key, value } })

const commit = (epoch: string, first: number, events: CanvasEvent[]): Commit => ({
  epoch,
  first,
  events,
  at: 1_767_225_600_000 + first,
  actor: { uid: 'tester', by: 'user' },
})
