import type { SessionId, TurnId } from '@hewn/model'
import type { Commit, Snapshot } from '../ports.ts'
import { type Database, database } from './database.ts'

/** Which log a session has, how far it is, and up to where it has been folded away. */
export interface KeptSession {
  session: SessionId
  epoch: string
  head: number
  begins: number
}

export interface KeptCommit {
  session: SessionId
  first: number
  turn?: TurnId
  commit: Commit
}

export interface KeptSnapshot {
  session: SessionId
  seq: number
  snapshot: Snapshot
}

/** What a log in the browser is made of. */
export const canvasDatabase = (factory: IDBFactory, name: string): Database<'sessions' | 'commits' | 'snapshots'> =>
  database(factory, {
    name,
    stores: ['sessions', 'commits', 'snapshots'],
    durability: 'strict',
    make(made) {
      made.createObjectStore('sessions', { keyPath: 'session' })
      const commits = made.createObjectStore('commits', { keyPath: ['session', 'first'] })
      commits.createIndex('by_turn', ['session', 'turn'])
      made.createObjectStore('snapshots', { keyPath: ['session', 'seq'] })
    },
  })
