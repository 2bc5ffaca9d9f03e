import type {
  AgentError,
  Answer,
  BuildResult,
  Claim,
  ErrorBody,
  Fact,
  JobError,
  MeasureQuery,
  MessageKind,
  Question,
  Reference,
  TurnStage,
  Understanding,
  Usage,
} from './shapes.ts'
import type { TurnId } from './ids.ts'
import type { Result } from './result.ts'

// How an agent is asked, and what it may say and do (agent.md §1). Types alone: nothing here exists at run time.

/** `planner`, `model`, or the name an outside agent gives itself. */
export type AgentName = 'planner' | 'model' | (string & {})

/** Caps of one turn; seconds without queueing, money in US dollars. */
export type Budget = Record<
  'seconds' | 'builds' | 'checks' | 'calls' | 'tools' | 'pictures' | 'tokensIn' | 'tokensOut' | 'money',
  number
>

/** A turn before this one, as facts and not as chatter. */
export interface PastTurn {
  request: string
  outcome: string
  claims: { text: string; state: Claim['result']['state'] }[]
  /** It asked, and has no answer yet: what of, and what was answered before. */
  open?: { request: string; question: Question; answers: Answer[]; kind: MessageKind }
}

export interface TurnRequest {
  id: TurnId
  text: string
  kind: MessageKind
  mayAsk: boolean
  /** To the question this turn asked before. */
  answers?: Answer[]
  question?: Question
  selection?: Reference[]
  history: PastTurn[]
  /** What the design there is has promised so far. */
  claims: Claim[]
  /** What the workspace describes now. */
  design: 'box' | 'part' | null
  budget: Budget
}

/** The session's files, as an agent may use them. */
export interface WorkspaceFiles {
  list(): Promise<string[]>
  read(path: string): Promise<Result<string, ErrorBody>>
  write(path: string, text: string): Promise<Result<void, ErrorBody>>
  delete(path: string): Promise<Result<void, ErrorBody>>
}

/** All that an agent can reach; the server lays it, tests fake it. */
export interface Desk {
  files: WorkspaceFiles
  /** A part: the kernel; a box: the engine and its proof. Built from the files as they are. */
  build(order: BuildOrderOfTurn, signal: AbortSignal): Promise<Result<BuildResult, JobError>>
  measure(query: MeasureQuery): Promise<Result<Fact[], ErrorBody>>
}

export interface BuildOrderOfTurn {
  reason: string
  kind: 'box' | 'part'
  /** What will be judged on the result. */
  claims: Claim[]
}

/** How an agent ends its turn. Versions are the server's: it adds which one came of it. */
export type Verdict =
  /** Built. `open` names the words and the like that stand against `done`; only `checkContract` judges claims. */
  | { state: 'built'; open: string[] }
  | { state: 'asking'; question: Question; built: boolean }
  | { state: 'answered' }
  | { state: 'refused' | 'failed'; error: AgentError }
  | { state: 'cancelled' }

/** Files and jobs are not among them: the desk knows those itself, and no agent can claim one. */
export type TurnEvent =
  | { type: 'turn-start'; agent: AgentName; budget: Budget }
  | { type: 'stage-start'; stage: TurnStage; note?: string }
  | { type: 'stage-end'; stage: TurnStage; note?: string }
  | { type: 'text-add'; delta: string }
  /** The words were an answer to the question that stood open. */
  | { type: 'continues-set'; request: string; answers: Answer[] }
  | { type: 'understanding-set'; understanding: Understanding }
  | { type: 'question-add'; question: Question }
  | { type: 'usage-set'; usage: Usage }
  | { type: 'claims-set'; claims: Claim[] }
  /** Once, and last. */
  | { type: 'turn-end'; verdict: Verdict }

/** Whoever turns words into edits. */
export interface Agent {
  name: AgentName
  turn(request: TurnRequest, desk: Desk, signal: AbortSignal): AsyncIterable<TurnEvent>
}
