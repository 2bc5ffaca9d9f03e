import type { ErrorBody } from '@hewn/model'

/** How a viewer stands with the server. `waiting` comes back by itself; `refused` does not. */
export interface ConnectionState {
  state: 'connecting' | 'joining' | 'catching-up' | 'live' | 'waiting' | 'refused'
  since: number
  /** When a waiting one tries again. */
  retryAt?: number
  error?: Pick<ErrorBody, 'code' | 'message' | 'hint'>
}
