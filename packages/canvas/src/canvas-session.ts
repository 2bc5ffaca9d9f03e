import type { ErrorBody, Result, SessionId, TurnId } from '@hewn/model'
import type { ActionName, ActionTypes } from './actions.ts'
import type { CanvasState } from './fold.ts'
import type { Undone, UndoOptions } from './undo-turn.ts'

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S
type Arguments<P> = object extends P ? [params?: P] : [params: P]

/** The 17 actions of one session, acted by somebody. An expected error is returned and changes nothing (CV7). */
export type CanvasSession = {
  [N in ActionName as Camel<N>]: (
    ...params: Arguments<ActionTypes[N]['params']>
  ) => Promise<Result<ActionTypes[N]['data'], ErrorBody>>
} & {
  readonly id: SessionId
  /**
   * Many actions, one commit: one refusal refuses all. Gives what each action gives, in order (CV23). With `unless`,
   * whatever it says of the canvas they would change refuses all: asked anew when another writer was first.
   */
  together(
    write: (draft: CanvasDraft) => void,
    unless?: (now: Pick<CanvasState, 'state' | 'channels'>) => ErrorBody | undefined,
  ): Promise<Result<unknown[], ErrorBody>>
  /**
   * Puts everything a turn touched back to what it was before it, in one commit; undoing that again is redo. What
   * somebody has changed since is a conflict, or left with `skip` (CV24).
   */
  undoTurn(turn: TurnId, options?: UndoOptions): Promise<Result<Undone, ErrorBody>>
}

/** Takes down actions to be done together. */
export type CanvasDraft = {
  [N in ActionName as Camel<N>]: (...params: Arguments<ActionTypes[N]['params']>) => void
}

export type CallReply =
  | { success: true; data: unknown; preview_seq: number }
  | { success: false; error: Pick<ErrorBody, 'code' | 'message' | 'hint'> }
