import type { createDesignAnswer } from '@hewn/agent'
import type { RedisStreams } from '@hewn/storage/redis'
import type { Guard } from './guard.ts'
import type { House } from './pipeline/house.ts'
import type { Pipeline } from './pipeline/pipeline.ts'
import type { WebBuild } from './web-build.ts'

/** Everything the routes are made of. */
export interface Parts extends House {
  guard: Guard
  pipeline: Pipeline
  answerDesign: ReturnType<typeof createDesignAnswer>
  version: string
  /** What tells other servers of changes, where there is one. */
  carried: RedisStreams | undefined
  /** Whether the server is stopping: it finishes what runs and takes nothing new. */
  draining(): boolean
  web: WebBuild
  /** What the cookie of our page holds. */
  pageKey: string
}
