import type { DesignModel, DesignModelRequest } from '@hewn/agent'
import { type ErrorBody, fail, ok } from '@hewn/model'

/** What a fake model does when it is asked: answer with text, break with a code, throw, or keep silent for good. */
export type FakeTurn = { says: string } | { fails: ErrorBody } | { throws: Error } | 'silent'

export interface FakeModel extends DesignModel {
  readonly calls: { request: DesignModelRequest; signal: AbortSignal }[]
}

/** A scripted language model that remembers its calls. Asked more often than scripted, it throws. */
export function fakeModel(...turns: FakeTurn[]): FakeModel {
  const calls: FakeModel['calls'] = []
  return {
    name: 'fake:model',
    calls,
    async design(request, signal) {
      const turn = turns[calls.length]
      calls.push({ request, signal })
      if (turn === undefined) throw new Error(`The fake model has ${turns.length} turns and was asked once more.`)
      if (turn === 'silent') return new Promise(() => {})
      if ('throws' in turn) throw turn.throws
      return 'says' in turn ? ok(turn.says) : fail(turn.fails)
    },
  }
}
