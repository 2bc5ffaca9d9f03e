import type {
  DesignAnswer,
  DesignRequest,
  Fact,
  JobId,
  Reference,
  Result,
  SessionId,
  Template,
  TurnId,
  VersionId,
} from '@hewn/model'
import type { ClaimBody, FileWritten, Health, NewMessageBody, RunEvent, Share } from '@hewn/protocol'
import type { Refusal } from './http.ts'

export interface Download {
  name: string
  bytes: Blob
}

/**
 * How the page asks for changes and bytes of one session. Reading is the canvas store's. Served by our server
 * (`served-port.ts`); the page on static files will be the second implementation.
 */
export interface SessionPort {
  readonly session: SessionId
  rename(title: string): Promise<Result<void, Refusal>>
  readFile(path: string): Promise<Result<string, Refusal>>
  /** `expect` is the hash last seen, null for a file that is not there yet; without it the write always wins. */
  writeFile(
    path: string,
    text: string,
    options?: { expect?: string | null; build?: boolean; request?: string },
  ): Promise<Result<FileWritten, Refusal>>
  /** Words for the design, or an answer; what becomes of them is a message on the canvas. */
  say(message: NewMessageBody): Promise<Result<TurnId, Refusal>>
  stopTurn(turn: TurnId): Promise<Result<void, Refusal>>
  acceptTurn(turn: TurnId, claims: string[]): Promise<Result<void, Refusal>>
  setClaim(id: string, claim: ClaimBody): Promise<Result<void, Refusal>>
  removeClaim(id: string): Promise<Result<void, Refusal>>
  restoreVersion(id: VersionId): Promise<Result<void, Refusal>>
  branchVersion(id: VersionId): Promise<Result<SessionId, Refusal>>
  changeVersion(id: VersionId, change: { note?: string; pinned?: boolean }): Promise<Result<void, Refusal>>
  redo(): Promise<Result<VersionId | null, Refusal>>
  undo(to?: VersionId | null, expect?: VersionId | null): Promise<Result<VersionId | null, Refusal>>
  /** Ends when the stream does. A refusal is of the request itself; what became of the run is in its `complete`. */
  run(code: string, on: (event: RunEvent) => void, signal: AbortSignal): Promise<Result<void, Refusal>>
  /** The stream of a run that was begun before, from its first event. Never begins one; ends at once when it is over. */
  rejoin(job: JobId, on: (event: RunEvent) => void, signal: AbortSignal): Promise<Result<void, Refusal>>
  /** Other values for parameters; a draft is only shown. Answers with the job that builds them. */
  setParameters(
    values: Record<string, number | boolean | string>,
    options: { draft: boolean },
  ): Promise<Result<JobId, Refusal>>
  cancel(job: JobId): Promise<Result<void, Refusal>>
  log(job: JobId): Promise<Result<string, Refusal>>
  blob(hash: string): Promise<Uint8Array>
  /** Exact answers about two elements of the version at the head: distance and angle. */
  measure(between: [Reference, Reference]): Promise<Result<Fact[], Refusal>>
  /** Links by which others come to this session, newest first. */
  links(): Promise<Result<Share[], Refusal>>
  makeLink(link: { scope: Share['scope']; label?: string }): Promise<Result<{ id: string; url: string }, Refusal>>
  takeBackLink(id: string): Promise<Result<void, Refusal>>
  /** The whole session as one file, to keep or to give away. */
  bundle(): Promise<Result<Download, Refusal>>
  export(format: string, options?: ExportOptions): Promise<Result<Download, Refusal>>
}

export interface ExportOptions {
  /** Also where a solid is not valid. */
  force?: boolean
  /** Of a box: the name of every part scored on it. */
  marks?: boolean
}

/** What needs no session yet. */
export interface WorkbenchServer {
  createSession(title?: string): Promise<Result<SessionId, Refusal>>
  open(session: SessionId): SessionPort
  design(request: DesignRequest, signal: AbortSignal): Promise<Result<DesignAnswer, Refusal>>
  health(): Promise<Result<Health, Refusal>>
  /** A session of its own, from one that was exported. */
  importSession(file: Blob): Promise<Result<SessionId, Refusal>>
  templates(): Promise<Result<Template[], Refusal>>
  saveTemplate(template: Omit<Template, 'own'>): Promise<Result<void, Refusal>>
  removeTemplate(name: string): Promise<Result<void, Refusal>>
  /** A file of `/artifacts/`, and of nowhere else (WB78). */
  artifact(url: string): Promise<Result<Download, Refusal>>
}
