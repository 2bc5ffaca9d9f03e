import { AsyncLocalStorage } from 'node:async_hooks'
import type { BoundSession, SessionBinding } from '../ports.ts'

/** Binds sessions to chains of calls, so two turns in one process never write into each other (CV15). */
export function asyncBinding(): SessionBinding {
  const storage = new AsyncLocalStorage<BoundSession | undefined>()
  return {
    run: (bound, work) => storage.run(bound, work),
    enter: (bound) => storage.enterWith(bound),
    current: () => storage.getStore(),
  }
}
