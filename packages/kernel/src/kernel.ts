import type {
  Artifact,
  BuildResult,
  Fact,
  Format,
  Isolation,
  JobError,
  JobId,
  Layer,
  LayerId,
  MeasureQuery,
  Parameter,
  Result,
  ScriptProblem,
  SessionId,
  Stage,
} from '@hewn/model'
import type { FileSettings } from '@hewn/protocol'

/** What turns scripts into layers, facts and files. One job each, never two in one process. */
export interface Kernel {
  build(
    request: BuildRequest,
    on: (event: KernelEvent) => void,
    signal: AbortSignal,
  ): Promise<Result<BuildResult, JobError>>
  /** Goes on measuring where a build had no time left: the same result, with more facts (KN46). */
  check(request: CheckRequest, signal: AbortSignal): Promise<Result<BuildResult, JobError>>
  export(request: ExportRequest, signal: AbortSignal): Promise<Result<Artifact[], JobError>>
  measure(request: MeasureRequest, signal: AbortSignal): Promise<Result<Fact[], JobError>>
  read(script: string): Promise<ScriptReading>
  write(script: string, values: Values): Promise<Result<string, JobError>>
  report(): KernelReport
  close(): Promise<void>
}

export type Values = Record<string, number | boolean | string>

export interface WorkspaceFile {
  path: string
  bytes: Uint8Array
}

export interface Limits {
  /** Wall clock, seconds. */
  seconds: number
  /** Bytes of memory above what the idle interpreter holds. */
  memory: number
  /** Bytes of log that are kept; what comes after is counted and dropped. */
  log: number
  /** Bytes of one log line. */
  line: number
}

export interface BuildRequest {
  job: JobId
  session?: SessionId
  owner: string
  /** Names the layers: ids are an HMAC of it and the name path, so they stay over rebuilds and cannot be guessed. */
  layerSecret: string
  files: WorkspaceFile[]
  entry: string
  parameters: Values
  /** `required`: the script must leave `result` or show something. `auto`: module-level shapes count too. */
  result: 'required' | 'auto'
  quality: 'draft' | 'full'
  formats: Format[]
  /** Somebody promised something about walls, so they are measured in a full build. */
  walls?: true
  /** Hashes of the layers as they were last shown, by layer. */
  before?: Record<LayerId, string>
  limits: Limits
}

/** Plain data, so that another process can do it as well. */
export interface CheckRequest {
  job: JobId
  session?: SessionId
  owner: string
  /** Of a full build; its `left` says what is not measured. */
  result: BuildResult
  /** Kinds of facts that are wanted. */
  want: Fact['kind'][]
}

export interface ExportRequest {
  job: JobId
  layers: Layer[]
  /** `mesh`: the fine mesh of each layer with a shape, as a geometry blob named `mesh/<number of the layer>`. */
  format: Format | 'mesh'
  options: FileSettings
}

/** Questions about the layers of a build, answered from its exact shapes (KN48). */
export interface MeasureRequest {
  layers: Layer[]
  query: MeasureQuery
}

export interface ScriptReading {
  parameters: Parameter[]
  imports: string[]
  shows: boolean
  problems: ScriptProblem[]
}

export interface KernelReport {
  state: 'installing' | 'starting' | 'ready' | 'missing'
  mode: 'zygote' | 'spawn'
  /** Why it is missing, or not in its best mode. */
  why?: string
  /** Share of the installation that is done. */
  share?: number
  /** Parked workers, ready for a job. */
  warm: number
  python: string
  build123d: string
  occt: string
  isolation: {
    level: Isolation
    layers: Record<string, string | false>
    failed: number[]
    missing: string[]
    advice: string[]
  }
}

export type KernelEvent =
  | { t: 'stage'; stage: Stage; share?: number; line?: number }
  | { t: 'layer'; layer: Layer }
  | { t: 'log'; stream: LogStream; level: LogLevel; text: string; at: number }

export type LogStream = 'stdout' | 'stderr' | 'hewn'
export type LogLevel = 'info' | 'warning' | 'error'
