import type { JobRecord } from '@hewn/kernel'
import type { Artifact, Author, JobId, Message, SessionId, TurnId, VersionId } from '@hewn/model'
import type { SessionOrigin } from './sessions.ts'
import type { ShareScope } from './shares.ts'

// One schema for every engine: ids and JSON are text, times are UTC milliseconds, booleans 0 or 1.

export interface Tables {
  meta: { key: string; value: string }
  sessions: SessionsTable
  files: FilesTable
  versions: VersionsTable
  version_files: VersionFilesTable
  turns: TurnsTable
  templates: { name: string; owner: string; at: number; template: string }
  jobs: JobsTable
  artifacts: ArtifactsTable
  blobs: { hash: string; bytes: number; at: number }
  shapes: { name: string; value: string; at: number }
  canvases: CanvasesTable
  events: EventsTable
  snapshots: SnapshotsTable
  servers: { id: string; seen_at: number }
  shares: SharesTable
}

export interface SessionsTable {
  id: SessionId
  title: string
  origin: SessionOrigin
  owner: string
  head: VersionId | null
  secret: string
  created_at: number
  touched_at: number
}

export interface SharesTable {
  id: string
  session: SessionId
  scope: ShareScope
  label: string | null
  token_hash: string
  by: string
  at: number
  expires: number | null
  seen_at: number | null
}

export interface FilesTable {
  session: SessionId
  path: string
  hash: string
  bytes: number
}

export interface VersionsTable {
  id: VersionId
  session: SessionId
  parent: VersionId | null
  turn: TurnId | null
  at: number
  by: Author
  agent: string | null
  request: string | null
  parameters: string
  claims: string
  accepted: string | null
  job: JobId | null
  note: string | null
  pinned: number | null
  draft: number | null
}

export interface TurnsTable {
  id: TurnId
  session: SessionId
  number: number
  state: Message['state']
  message: string
  before: string | null
  /** Who holds it. */
  server: string | null
  /** 1 when somebody has asked for its end. */
  stop: number | null
}

export interface VersionFilesTable {
  version: VersionId
  path: string
  hash: string
  bytes: number
}

export interface JobsTable {
  id: JobId
  session: SessionId
  kind: JobRecord['job']['kind']
  state: JobRecord['job']['state']
  lane: string
  class: JobRecord['class']
  attached: number
  prompt: string | null
  script_hash: string | null
  log_hash: string | null
  added_at: number
  job: string
  /** Who holds it. */
  server: string | null
}

export interface ArtifactsTable {
  job: JobId
  name: string
  place: number
  format: Artifact['format']
  bytes: number
  sha256: string
  url: string
}

/** Which log a canvas has, and how far it is. */
export interface CanvasesTable {
  session: SessionId
  epoch: string
  head: number
  /** Of its events, those that have been folded away not counted. */
  bytes: number
}

/** A row is one event; the events of a commit share `first`. */
export interface EventsTable {
  session: SessionId
  epoch: string
  seq: number
  first: number
  at: number
  uid: string
  by: Author | 'system'
  turn: TurnId | null
  step: string | null
  undoes: TurnId | null
  type: string
  data: string
}

export interface SnapshotsTable {
  session: SessionId
  epoch: string
  seq: number
  body: string
}
