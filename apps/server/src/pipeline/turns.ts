import type { Acting } from '@hewn/canvas'
import {
  type ErrorBody,
  fail,
  hewnError,
  type Message,
  ok,
  type Result,
  type SessionId,
  type TurnId,
} from '@hewn/model'
import type { SessionRow } from '@hewn/storage'
import { Refusal } from '../refusal.ts'
import { isShared } from '../settings.ts'
import type { Builds } from './builds.ts'
import { endedMessage } from './end-turn.ts'
import type { History } from './history.ts'
import { type House, SYSTEM } from './house.ts'
import { answersTo, type NewMessage, refusalOf, textRefusal } from './new-message.ts'
import { createTurnRunner, type TurnOrder } from './run-turn.ts'
import { drawMessage, KEPT_MESSAGES } from './show.ts'
import { takeOverTurns } from './take-over-turns.ts'
import { tell } from './tell.ts'

/** The conversation of a session: one turn at a time, each kept with its words, its claims and what came of it. */
export interface Turns {
  say(session: SessionRow, message: NewMessage, acting: Acting): Promise<Result<Message, ErrorBody>>
  /** Words of a turn that still waits, and its place among them. */
  reword(
    session: SessionRow,
    id: TurnId,
    change: { text?: string; before?: TurnId },
    acting: Acting,
  ): Promise<Result<Message, ErrorBody>>
  /** Stops a turn that runs, drops one that waits. */
  stop(session: SessionRow, id: TurnId, acting: Acting): Promise<Result<Message, ErrorBody>>
  /** Takes an open result as it is. */
  accept(
    session: SessionRow,
    id: TurnId,
    claims: readonly string[],
    acting: Acting,
  ): Promise<Result<Message, ErrorBody>>
  /** When it has ended, or asks. */
  ended(id: TurnId): Promise<void>
  /** After the end of a server: what it broke off has failed, and the files are as they were. Gives a session for each. */
  recover(): Promise<SessionId[]>
  idle(): Promise<void>
  /** Stops what runs and begins nothing that waits: the server is ending, and the next start says so. */
  giveUp(): void
}

const QUEUE_MAX = 20
/** How soon it is asked again whether another server's turn has ended, or another server wants one of ours stopped. */
const LOOK_AGAIN = 250
/** A server that is gone is known as gone by then, and its turns have ended. */
const PATIENCE = 25_000

/** One session's conversation, while somebody is in it. */
interface Chat {
  running?: { message: Message; controller: AbortController; ended: Promise<void> }
  waiting: (TurnOrder & { ended: PromiseWithResolvers<void> })[]
}

export function createTurns(house: House, builds: Builds, history: Pick<History, 'goTo' | 'undo' | 'redo'>): Turns {
  const { storage, canvas, desks, world, report, agent, settings } = house
  const run = createTurnRunner(house, builds, history)
  const takeOver = takeOverTurns(house)
  const chats = new Map<SessionId, Chat>()
  const open = new Map<TurnId, Promise<void>>()
  let listening = false

  const turns: Turns = {
    say: (session, message, acting) =>
      desks.at(session.id).alone(async () => {
        const refused = refusalOf(message) ?? (await branchRefusal(session, message))
        if (refused) return fail(refused)
        const chat = chatOf(session.id)
        if (chat.waiting.length >= QUEUE_MAX)
          return fail(hewnError('LIMIT_QUEUE', `${QUEUE_MAX} messages wait already; drop one, or wait for them.`))
        const taken = message.answers ? await resumed(session, message) : await added(session, message)
        if (!taken.ok) return taken
        const entry = {
          message: taken.value,
          acting,
          ended: Promise.withResolvers<void>(),
          ...(message.from === undefined ? {} : { from: message.from }),
        }
        if (message.mode === 'replace') {
          chat.waiting.unshift(entry)
          chat.running?.controller.abort()
        } else chat.waiting.push(entry)
        open.set(entry.message.id, entry.ended.promise)
        void listen()
        const old = await oldMessages(session.id)
        await tell(house, session.id, acting, (draft) => {
          drawMessage(draft, entry.message)
          for (const id of old) if (id !== entry.message.id) draft.deleteResource({ channel: 'messages', id })
        })
        // Outside of the desk: what runs needs it.
        queueMicrotask(() => pump(session.id, chat))
        return ok(entry.message)
      }),

    reword: (session, id, { text, before }, acting) =>
      desks.at(session.id).alone(async () => {
        const chat = chatOf(session.id)
        const entry = chat.waiting.find(({ message }) => message.id === id)
        if (!entry) return fail(await notWaiting(session, id))
        const refused = text === undefined ? undefined : textRefusal(text)
        if (refused) return fail(refused)
        if (text !== undefined) entry.message = { ...entry.message, request: text.trim() }
        if (before !== undefined) {
          const others = chat.waiting.filter((other) => other !== entry)
          const place = others.findIndex(({ message }) => message.id === before)
          if (place < 0) return fail(hewnError('SESSION_STATE', `${before} does not wait.`, { at: 'before' }))
          chat.waiting = others.toSpliced(place, 0, entry)
        }
        await storage.turns.set(entry.message)
        await tell(house, session.id, acting, (draft) => drawMessage(draft, entry.message))
        return ok(entry.message)
      }),

    async stop(session, id, acting) {
      const stopped = await stopHere(session.id, id, acting)
      return stopped ? found(session, id) : stopElsewhere(session, id)
    },

    accept: (session, id, claims, acting) =>
      desks.at(session.id).alone(async () => {
        const row = await storage.turns.get(id, session.id)
        if (!row) return fail(hewnError('REQUEST_NOT_FOUND', 'There is no such turn.'))
        const { message } = row
        const { outcome } = message
        const version = outcome && 'version' in outcome ? await storage.versions.get(outcome.version) : undefined
        if (outcome?.state !== 'open' || !version)
          return fail(hewnError('SESSION_STATE', `A turn that is ${message.state} has nothing to accept.`))
        const missing = claims.find((claim) => !version.claims.some(({ id: known }) => known === claim))
        if (missing !== undefined)
          return fail(hewnError('REQUEST_INVALID', `There is no claim ${missing} in it.`, { at: 'claims' }))
        const accepted: Message = {
          ...message,
          state: 'done',
          outcome: { state: 'done', version: version.id, accepted: [...claims] },
        }
        await storage.versions.change(version.id, { accepted: [...claims] })
        await storage.turns.set(accepted)
        await tell(house, session.id, acting, (draft) => {
          drawMessage(draft, accepted)
          draft.setResource({ channel: 'versions', id: version.id, payload: { ...version, accepted: [...claims] } })
        })
        return ok(accepted)
      }),

    ended: (id) => open.get(id) ?? Promise.resolve(),

    recover: takeOver,

    giveUp() {
      for (const chat of chats.values()) {
        for (const { message, ended } of chat.waiting.splice(0)) settle(message.id, ended)
        chat.running?.controller.abort()
      }
    },

    async idle() {
      while (open.size > 0) await Promise.all(open.values())
    },
  }
  return turns

  function chatOf(session: SessionId): Chat {
    const chat = chats.get(session) ?? { waiting: [] }
    chats.set(session, chat)
    return chat
  }

  /** Those on the canvas that are one too many, oldest first by when they were said. */
  async function oldMessages(session: SessionId): Promise<string[]> {
    const listed = await canvas.session(session, SYSTEM).listResources({ channel: 'messages' })
    if (!listed.ok || listed.value.count < KEPT_MESSAGES) return []
    const at = (message: unknown) => (message as Message).at
    return Object.entries(listed.value.items)
      .toSorted(([, a], [, b]) => at(b) - at(a))
      .slice(KEPT_MESSAGES - 1)
      .map(([id]) => id)
  }

  function settle(id: TurnId, ended: PromiseWithResolvers<void>): void {
    open.delete(id)
    ended.resolve()
  }

  /** One turn of a session runs at a time, whichever server runs it. False when it was stopped while it waited. */
  async function mayBegin(session: SessionId, id: TurnId, signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      if (await storage.turns.begin(session, id)) return true
      await pause()
    }
    return false
  }

  /** False when it neither runs nor waits in this process. */
  async function stopHere(session: SessionId, id: TurnId, acting?: Acting): Promise<boolean> {
    const running = chats.get(session)?.running
    if (running?.message.id === id) {
      running.controller.abort()
      await running.ended
      return true
    }
    return desks.at(session).alone(async () => {
      const chat = chats.get(session)
      const entry = chat?.waiting.find(({ message }) => message.id === id)
      if (!chat || !entry) return false
      chat.waiting = chat.waiting.filter((other) => other !== entry)
      await drop(session, entry.message, acting ?? entry.acting)
      settle(id, entry.ended)
      return true
    })
  }

  /** Whichever server has it looks for the wish a few times a second. */
  async function stopElsewhere(session: SessionRow, id: TurnId): Promise<Result<Message, ErrorBody>> {
    const row = await storage.turns.get(id, session.id)
    if (!row || !isOpen(row.message)) return fail(await notWaiting(session, id))
    await storage.turns.askToStop(id)
    for (let waited = 0; waited < PATIENCE; waited += LOOK_AGAIN) {
      const now = await found(session, id)
      if (!now.ok || !isOpen(now.value)) return now
      await pause()
    }
    return fail(
      hewnError('SESSION_STATE', 'This turn runs on another server, which has not stopped it yet.', {
        hint: 'It will when it answers again; look at the turn later.',
      }),
    )
  }

  /** What others want stopped here is looked for while there is something to stop. */
  async function listen(): Promise<void> {
    if (listening || !isShared(settings.database)) return
    listening = true
    while (open.size > 0) {
      await pause()
      // A database that is away says so where it is asked for something.
      const asked: TurnId[] = await storage.turns.askedToStop().catch(() => [])
      for (const [session, { running, waiting }] of chats) {
        const here = [...(running ? [running] : []), ...waiting].map(({ message }) => message.id)
        for (const id of here.filter((known) => asked.includes(known)))
          stopHere(session, id).catch((error: unknown) => report.defect(error, { sessionId: session, turnId: id }))
      }
    }
    listening = false
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => world.after(LOOK_AGAIN, resolve))
  }

  /** It never began. */
  async function drop(session: SessionId, message: Message, acting: Acting): Promise<Message> {
    const dropped: Message = {
      ...message,
      state: 'cancelled',
      outcome: { state: 'cancelled' },
      endedAt: world.now(),
    }
    await storage.turns.set(dropped)
    await tell(house, session, acting, (draft) => drawMessage(draft, dropped))
    return dropped
  }

  async function found(session: SessionRow, id: TurnId): Promise<Result<Message, ErrorBody>> {
    const row = await storage.turns.get(id, session.id)
    return row ? ok(row.message) : fail(hewnError('REQUEST_NOT_FOUND', 'There is no such turn.'))
  }

  async function notWaiting(session: SessionRow, id: TurnId): Promise<ErrorBody> {
    const row = await found(session, id)
    if (!row.ok) return row.error
    return isOpen(row.value)
      ? hewnError(
          'SESSION_STATE',
          `This turn is ${row.value.state} and does not wait here: it runs, or waits on another server.`,
        )
      : hewnError('SESSION_STATE', `This turn is ${row.value.state} and no longer waits.`)
  }

  async function branchRefusal(session: SessionRow, { from }: NewMessage): Promise<ErrorBody | undefined> {
    if (from === undefined || from === null || (await storage.versions.get(from, session.id))) return undefined
    return hewnError('REQUEST_NOT_FOUND', 'There is no such version to start from.', { at: 'from' })
  }

  async function added(session: SessionRow, { text, kind, mayAsk }: NewMessage): Promise<Result<Message, ErrorBody>> {
    const message: Message = {
      id: `turn:${world.newId()}`,
      at: world.now(),
      by: 'user',
      agent: agent.name,
      request: text.trim(),
      kind,
      mayAsk,
      state: 'queued',
      stages: [],
      text: '',
    }
    await storage.turns.add(session.id, message)
    return ok(message)
  }

  /** An answer goes on with the turn that asked, as long as nothing has been said since (AG22). */
  async function resumed(session: SessionRow, said: NewMessage): Promise<Result<Message, ErrorBody>> {
    const [newest] = await storage.turns.list(session.id, { limit: 1 })
    const message = newest?.message
    const { question } = message ?? {}
    if (message?.state !== 'asking' || !question)
      return fail(hewnError('SESSION_STATE', 'No question is open: something else has been said or done since.'))
    const given = answersTo(question, said)
    if (!given.ok) return given
    const { outcome: _, endedAt: __, ...rest } = message
    const again: Message = { ...rest, state: 'queued', text: '', answers: [...(message.answers ?? []), ...given.value] }
    await storage.turns.set(again)
    return ok(again)
  }

  function pump(session: SessionId, chat: Chat): void {
    if (chat.running) return
    const next = chat.waiting.shift()
    if (!next) return void chats.delete(session)
    const controller = new AbortController()
    const desk = desks.at(session)
    desk.busy++
    const ended = whenFree(session, next, controller.signal)
      .catch(async (error: unknown) => {
        // The tables are the truth; the canvas is mended when the session is next used.
        delete desks.at(session).ready
        report.defect(error, { sessionId: session, turnId: next.message.id })
        const body = error instanceof Refusal ? error.body : hewnError('REQUEST_FAILED')
        await storage.turns.set(endedMessage(next.message, { state: 'failed', error: body }, world.now()))
      })
      .catch((error: unknown) => report.defect(error, { sessionId: session, turnId: next.message.id }))
      .finally(() => {
        desk.busy--
        delete chat.running
        settle(next.message.id, next.ended)
        pump(session, chat)
      })
    chat.running = { message: next.message, controller, ended }
  }

  async function whenFree(session: SessionId, order: TurnOrder, signal: AbortSignal): Promise<void> {
    if (await mayBegin(session, order.message.id, signal)) return run(session, order, signal)
    await drop(session, order.message, order.acting)
  }
}

const isOpen = ({ state }: Message): boolean => state === 'queued' || state === 'running'
