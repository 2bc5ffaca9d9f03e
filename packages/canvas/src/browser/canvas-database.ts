import type { SessionId, TurnId } from '@hewn/model'
import type { Commit, Snapshot } from '../ports.ts'

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

export interface CanvasStores {
  sessions: IDBObjectStore
  commits: IDBObjectStore
  snapshots: IDBObjectStore
}

export interface CanvasDatabase {
  /** One transaction: it is on the disk when this resolves, or nothing of it is. */
  transact<T>(mode: 'readonly' | 'readwrite', work: (stores: CanvasStores) => Promise<T>): Promise<T>
}

/** Opened when first needed, and again when the browser has closed it. */
export function canvasDatabase(factory: IDBFactory, name: string): CanvasDatabase {
  let opened: Promise<IDBDatabase> | undefined
  const forget = () => {
    opened = undefined
  }

  return {
    async transact(mode, work) {
      opened ??= open(factory, name, forget)
      const database = await opened.catch((error: unknown) => {
        forget()
        throw error
      })
      const transaction = database.transaction(['sessions', 'commits', 'snapshots'], mode, { durability: 'strict' })
      const end = new Promise<void>((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve())
        transaction.addEventListener('abort', () =>
          reject(transaction.error ?? new Error(`The database ${name} took nothing`)),
        )
      })
      const store = (one: keyof CanvasStores) => transaction.objectStore(one)
      try {
        const found = await work({
          sessions: store('sessions'),
          commits: store('commits'),
          snapshots: store('snapshots'),
        })
        await end
        return found
      } catch (error) {
        end.catch(() => {})
        if (!transaction.error) abort(transaction)
        throw error
      }
    },
  }
}

/** What a request comes to. */
export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The database gave no answer')))
  })
}

async function open(factory: IDBFactory, name: string, forget: () => void): Promise<IDBDatabase> {
  const request = factory.open(name, 1)
  request.addEventListener('upgradeneeded', () => {
    const { result: database } = request
    database.createObjectStore('sessions', { keyPath: 'session' })
    const commits = database.createObjectStore('commits', { keyPath: ['session', 'first'] })
    commits.createIndex('by_turn', ['session', 'turn'])
    database.createObjectStore('snapshots', { keyPath: ['session', 'seq'] })
  })
  const database = await resultOf(request)
  database.addEventListener('close', forget)
  // Another tab has a newer page, which waits for this one to let go.
  database.addEventListener('versionchange', () => {
    forget()
    database.close()
  })
  return database
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It had already ended.
  }
}
