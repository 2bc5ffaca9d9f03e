import type { CanvasConnection, CanvasNotice, CanvasSocket } from '../src/index.ts'

export const SESSION = 'session:client'

export const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Connections that the test speaks for. */
export function byHand() {
  const lines: {
    hear(notice: CanvasNotice): void
    sent: [string, unknown][]
    answer(reply: unknown): void
    closed: boolean
  }[] = []
  const socket: CanvasSocket = {
    open(hear): CanvasConnection {
      const answers: ((reply: unknown) => void)[] = []
      const line = {
        hear,
        sent: [] as [string, unknown][],
        answer: (reply: unknown) => answers.shift()?.(reply),
        closed: false,
      }
      lines.push(line)
      return {
        send(name, argument, answer) {
          line.sent.push([name, argument])
          if (answer) answers.push(answer)
        },
        close() {
          line.closed = true
        },
      }
    },
  }
  return {
    socket,
    lines,
    get line() {
      const last = lines.at(-1)
      if (!last) throw new Error('Nobody has opened a connection')
      return last
    },
  }
}

export const joined = (more: object = {}) => ({
  ok: true,
  room: SESSION,
  session_id: SESSION,
  epoch: 'epoch-1',
  seq: 0,
  mode: 'snapshot',
  scope: 'view',
  accept: [],
  protocol: 1,
  limits: {},
  ...more,
})
export const snapshot = (seq: number, more: object = {}) =>
  ({
    kind: 'message',
    name: 'preview:snapshot',
    argument: {
      session_id: SESSION,
      epoch: 'epoch-1',
      seq,
      preview_seq: seq,
      state: { seq },
      resources: {},
      events: [],
      ...more,
    },
  }) as const
export const changed = (seq: number) =>
  ({ kind: 'message', name: 'preview:state_changed', argument: { key: 'seq', value: seq, preview_seq: seq } }) as const
