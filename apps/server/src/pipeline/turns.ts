import { checkContract, DECIDE, endOnce, OTHER, standsOpen } from '@hewn/agent'
import type { Acting, CanvasDraft } from '@hewn/canvas'
import {
  type Answer,
  type Budget,
  type Claim,
  type ErrorBody,
  fail,
  hewnError,
  type Message,
  type MessageKind,
  ok,
  type Outcome,
  type PastTurn,
  type Result,
  type SessionId,
  type TurnEvent,
  type TurnId,
  type TurnRequest,
  type Verdict,
  type Version,
  type VersionId,
} from '@hewn/model'
import type { FileRow, SessionRow } from '@hewn/storage'
import { Refusal } from '../refusal.ts'
import type { Builds } from './builds.ts'
import { kindOfVersion } from './design.ts'
import type { History } from './history.ts'
import { type House, SYSTEM } from './house.ts'
import { shownOf } from './picture.ts'
import { byId, drawNothing, drawShown, KEPT_MESSAGES } from './show.ts'
import { type BuiltOfTurn, layDesk, type TurnDesk } from './turn-desk.ts'

export interface NewMessage {
  text: string
  mode: 'queue' | 'steer' | 'replace'
  kind: MessageKind
  mayAsk: boolean
  answers?: Answer[]
  /** The version to start from, when it is not the head: an edited request branches there; null is the empty session. */
  from?: VersionId | null
}

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

const TEXT_MAX = 10_000
const QUEUE_MAX = 20
/** How soon it is asked again whether another server's turn has ended. */
const LOOK_AGAIN = 250
/** Of a very long request, so many places are coloured. */
const SPANS_MAX = 500
/** AG11. */
const PAST_TURNS = 6
/** AG10: what a turn of the planner may use. */
const PLANNER_BUDGET: Budget = {
  seconds: 30,
  builds: 2,
  checks: 2,
  calls: 0,
  tools: 0,
  pictures: 0,
  tokensIn: 0,
  tokensOut: 0,
  money: 0,
}

/** One session's conversation, while somebody is in it. */
interface Chat {
  running?: { message: Message; controller: AbortController; ended: Promise<void> }
  waiting: { message: Message; acting: Acting; from?: VersionId | null; ended: Deferred }[]
}

export function createTurns(house: House, builds: Builds, history: Pick<History, 'goTo' | 'undo' | 'redo'>): Turns {
  const { storage, canvas, desks, world, report, workspace, agent } = house
  const chats = new Map<SessionId, Chat>()
  const open = new Map<TurnId, Promise<void>>()

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
          ended: deferred(),
          ...(message.from === undefined ? {} : { from: message.from }),
        }
        if (message.mode === 'replace') {
          chat.waiting.unshift(entry)
          chat.running?.controller.abort()
        } else chat.waiting.push(entry)
        open.set(entry.message.id, entry.ended.promise)
        const old = await oldMessages(session.id)
        await tell(session.id, acting, (draft) => {
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
        await tell(session.id, acting, (draft) => drawMessage(draft, entry.message))
        return ok(entry.message)
      }),

    async stop(session, id, acting) {
      const chat = chatOf(session.id)
      if (chat.running?.message.id === id) {
        const { running } = chat
        running.controller.abort()
        await running.ended
        return found(session, id)
      }
      return desks.at(session.id).alone(async () => {
        const entry = chat.waiting.find(({ message }) => message.id === id)
        if (!entry) return fail(await notWaiting(session, id))
        chat.waiting = chat.waiting.filter((other) => other !== entry)
        const message = await drop(session.id, entry.message, acting)
        settle(id, entry.ended)
        return ok(message)
      })
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
        await tell(session.id, acting, (draft) => {
          drawMessage(draft, accepted)
          draft.setResource({ channel: 'versions', id: version.id, payload: { ...version, accepted: [...claims] } })
        })
        return ok(accepted)
      }),

    ended: (id) => open.get(id) ?? Promise.resolve(),

    async recover() {
      const broken: SessionId[] = []
      for (const { session, message, before } of await storage.turns.left()) {
        if (before) await putBack(session, before)
        await storage.turns.set(
          endedMessage(
            message,
            {
              state: 'failed',
              error: hewnError('JOB_INTERRUPTED', 'The server stopped in the middle of this turn.', {
                hint: 'Send it again.',
              }),
            },
            world.now(),
          ),
        )
        broken.push(session)
      }
      return broken
    },

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

  function settle(id: TurnId, ended: Deferred): void {
    open.delete(id)
    ended.resolve()
  }

  /** One turn of a session runs at a time, whichever server runs it. False when it was stopped while it waited. */
  async function mayBegin(session: SessionId, id: TurnId, signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      if (await storage.turns.begin(session, id)) return true
      await new Promise<void>((resolve) => world.after(LOOK_AGAIN, resolve))
    }
    return false
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
    await tell(session, acting, (draft) => drawMessage(draft, dropped))
    return dropped
  }

  async function found(session: SessionRow, id: TurnId): Promise<Result<Message, ErrorBody>> {
    const row = await storage.turns.get(id, session.id)
    return row ? ok(row.message) : fail(hewnError('REQUEST_NOT_FOUND', 'There is no such turn.'))
  }

  async function notWaiting(session: SessionRow, id: TurnId): Promise<ErrorBody> {
    const row = await found(session, id)
    return row.ok ? hewnError('SESSION_STATE', `This turn is ${row.value.state} and no longer waits.`) : row.error
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
  async function resumed(session: SessionRow, { text, answers = [] }: NewMessage): Promise<Result<Message, ErrorBody>> {
    const [newest] = await storage.turns.list(session.id, { limit: 1 })
    const message = newest?.message
    const { question } = message ?? {}
    if (message?.state !== 'asking' || !question)
      return fail(hewnError('SESSION_STATE', 'No question is open: something else has been said or done since.'))
    for (const answer of answers) {
      if (answer.question !== question.id)
        return fail(hewnError('SESSION_STATE', `The open question is ${question.id}, not ${cut(answer.question)}.`))
      const known = [...question.choices.map(({ id }) => id), DECIDE, OTHER]
      if (!known.includes(answer.choice))
        return fail(
          hewnError('REQUEST_INVALID', `${cut(answer.choice)} is none of the choices.`, {
            at: 'answers',
            choices: known,
          }),
        )
      if (answer.choice === OTHER && text.trim() === '')
        return fail(hewnError('REQUEST_PROMPT_MISSING', 'Say your answer in words, or take one of the choices.'))
    }
    // The next question of this turn may have the same names for other choices: what was meant is kept in words.
    const given = answers.map((answer) => {
      const chosen =
        answer.choice === DECIDE ? question.choices[0] : question.choices.find(({ id }) => id === answer.choice)
      const words = answer.choice === OTHER ? text.trim() : chosen?.text
      return {
        question: answer.question,
        choice: answer.choice,
        ...(words === undefined ? {} : { text: words }),
        ...(question.at === undefined ? {} : { at: question.at }),
      }
    })
    const { outcome: _, endedAt: __, ...rest } = message
    const again: Message = { ...rest, state: 'queued', text: '', answers: [...(message.answers ?? []), ...given] }
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
    const ended = run(session, next, controller.signal)
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

  async function run(session: SessionId, { message, acting, from }: Chat['waiting'][number], signal: AbortSignal) {
    if (!(await mayBegin(session, message.id, signal))) return void (await drop(session, message, acting))
    const branches = from !== undefined && message.base === undefined
    const stood = branches ? (await rowOf(session)).head : null
    if (branches) await moveTo(from)
    const row = await rowOf(session)
    const before = await workspace.list(session)
    const base = row.head
    const head = row.head === null ? undefined : await storage.versions.get(row.head, session)
    const by: Acting = { uid: acting.uid, by: 'planner', turn: message.id }
    const state: TurnState = {
      session: row,
      acting: by,
      before,
      base,
      ...(head ? { head } : {}),
      message: { ...message, state: 'running', base, stages: [] },
    }
    await storage.turns.set(state.message, before)
    await tell(session, by, (draft) => {
      drawMessage(draft, state.message)
      draft.patchState({ patch: { turn: message.id, agent: agent.name } })
    })
    const moved = await moveByWords(state, acting)
    if (moved) return end(state, undefined, moved)
    const hands = layDesk(house, builds, {
      id: message.id,
      session: row,
      acting: by,
      seconds: PLANNER_BUDGET.seconds,
      started: (job) => state.job?.(job),
    })
    const request = await requestOf(state)
    let verdict: Verdict = { state: 'cancelled' }
    for await (const event of endOnce(agent, request, hands.desk, signal, world, (error) =>
      report.defect(error, { sessionId: session, turnId: message.id }),
    )) {
      if (event.type === 'turn-end') verdict = event.verdict
      else await note(state, event)
    }
    await end(state, hands, verdict)
    // A branch that came to nothing leaves the design where it stood.
    const barren = verdict.state === 'refused' || verdict.state === 'failed'
    if (branches && barren && stood !== from) await moveTo(stood)

    async function moveTo(version: VersionId | null): Promise<void> {
      const moved = await history.goTo(await rowOf(session), version, acting)
      if (moved.ok) await moved.value.building?.ended
    }
  }

  /** Undo and redo are said as often as they are pressed (AG42). */
  async function moveByWords({ session, message, head }: TurnState, acting: Acting): Promise<Verdict | undefined> {
    const back = /^(please )?(undo|undo (that|it|this)|take (it|that) back|go back)\s*[.!]*$/i.test(message.request)
    const forth = /^(please )?(redo|redo (that|it|this))\s*[.!]*$/i.test(message.request)
    if (!back && !forth) return undefined
    const moved = await (back ? history.undo(session, {}, acting) : history.redo(session, acting))
    if (!moved.ok) return { state: 'refused', error: moved.error }
    const left = head?.request === undefined ? '' : ` “${head.request}”`
    message.text = back ? `Undone. The design is as before${left || ' that'}.` : 'Done again.'
    return { state: 'answered' }
  }

  async function requestOf({ session, message, head }: TurnState): Promise<TurnRequest> {
    const past = (await storage.turns.list(session.id, { limit: PAST_TURNS + 1 }))
      .filter((turn) => turn.message.id !== message.id)
      .map((turn) => turn.message)
    const history: PastTurn[] = past.slice(0, PAST_TURNS).map(({ request, state }) => ({
      request,
      outcome: state,
      claims: [],
    }))
    return {
      id: message.id,
      text: message.request,
      kind: message.kind,
      mayAsk: message.mayAsk,
      ...(message.answers === undefined ? {} : { answers: message.answers }),
      ...(message.question === undefined ? {} : { question: message.question }),
      history,
      claims: head?.claims ?? [],
      design: head ? await kindOfVersion(storage, head) : null,
      budget: PLANNER_BUDGET,
    }
  }

  /** What an agent says, on its message; the canvas is told when there is something to see. */
  async function note(state: TurnState, event: Exclude<TurnEvent, { type: 'turn-end' }>): Promise<void> {
    const { message } = state
    switch (event.type) {
      case 'turn-start':
        message.agent = event.agent
        return
      case 'stage-start':
        message.stages = [
          ...message.stages,
          { stage: event.stage, startedAt: world.now(), ...(event.note === undefined ? {} : { note: event.note }) },
        ]
        // Stages that are over before they could be read are told with what follows them.
        if (event.stage !== 'build' && event.stage !== 'repair') return
        state.job = (job) => {
          message.stages = message.stages.map((stage, index) =>
            index === message.stages.length - 1 ? { ...stage, job } : stage,
          )
        }
        return tell(state.session.id, state.acting, (draft) => drawMessage(draft, message))
      case 'stage-end':
        message.stages = message.stages.map((stage, index) =>
          index === message.stages.length - 1
            ? { ...stage, endedAt: world.now(), ...(event.note === undefined ? {} : { note: event.note }) }
            : stage,
        )
        return
      case 'text-add':
        message.text += event.delta
        return
      case 'understanding-set':
        message.understanding = {
          ...event.understanding,
          spans: event.understanding.spans.slice(0, SPANS_MAX),
        }
        return
      case 'question-add':
        message.question = event.question
        return
      case 'usage-set':
        message.usage = event.usage
        return
      case 'claims-set':
        state.claims = event.claims
        // The contract stands before anything is built (AG14).
        return tell(state.session.id, state.acting, (draft) => {
          drawMessage(draft, message)
          draft.bulkSetResources({ channel: 'claims', items: byId(event.claims), replace: true })
        })
    }
  }

  /** The one end of a turn: its version or its files put back, and one commit that says so. */
  function end(state: TurnState, hands: TurnDesk | undefined, verdict: Verdict): Promise<void> {
    return desks.at(state.session.id).alone(async () => {
      const built = hands?.built()
      if (verdict.state === 'built' && built) return endBuilt(state, built, verdict.open)
      const draft = built && (verdict.state === 'asking' || verdict.state === 'cancelled')
      const version = draft ? versionOf(state, built, { draft: true }) : undefined
      if (version) await storage.versions.add(state.session.id, version)
      const outcome = outcomeOf(verdict, version?.id)
      const message = endedMessage(state.message, outcome, world.now())
      // What a question has built stays on screen, as a draft; everything else is as before.
      const shows = version !== undefined && outcome.state === 'asking'
      const restored = hands && hands.written.size > 0 ? await restore(state, hands.written) : []
      const redraw = !shows && (state.claims !== undefined || built !== undefined || (await draftIsShown(state)))
      const desk = desks.at(state.session.id)
      // A build that still ends shall not be shown over it.
      if (redraw) desk.shown = ++desk.ordered
      const row = await rowOf(state.session.id)
      const head = row.head === null ? undefined : await storage.versions.get(row.head, row.id)
      const picture = redraw && head ? await shownOf(storage, head) : undefined
      const payloads = await workspace.payloads(restored.flatMap(({ file }) => (file ? [file] : [])))
      await storage.turns.set(message)
      await tell(state.session.id, state.acting, (draw) => {
        for (const { path } of restored) {
          const payload = payloads[path]
          if (payload) draw.setResource({ channel: 'files', id: path, payload })
          else draw.deleteResource({ channel: 'files', id: path })
        }
        if (version) draw.setResource({ channel: 'versions', id: version.id, payload: version })
        if (shows && built) draw.setState({ key: 'shown', value: { job: built.job.id, version: version.id } })
        else if (redraw && picture) drawShown(draw, picture)
        else if (redraw && !head) drawNothing(draw)
        drawMessage(draw, message)
        draw.patchState({ patch: { turn: null } })
      })
    })
  }

  async function endBuilt(state: TurnState, built: BuiltOfTurn, unread: readonly string[]): Promise<void> {
    const { session, message, acting } = state
    const row = await rowOf(session.id)
    const head = row.head === null ? undefined : await storage.versions.get(row.head, row.id)
    const made = versionOf(state, built, {})
    // The same files again are the same version, held to what was promised now.
    const again = head !== undefined && JSON.stringify(head.files) === JSON.stringify(made.files)
    const version: Version = again ? { ...head, claims: made.claims } : made
    if (again) await storage.versions.change(head.id, { claims: made.claims })
    else await storage.versions.add(session.id, version)
    // Whatever was done meanwhile is newer: then this one is kept, and not shown.
    const shown = desks.at(session.id).shown === built.place
    if (shown && row.head !== version.id && !(await storage.sessions.setHead(row.id, row.head, version.id)))
      throw new Refusal(hewnError('SESSION_CONFLICT', 'The head moved while this turn was kept.'))
    const title = titleFor(row, state, built)
    if (title !== undefined) await storage.sessions.setTitle(session.id, title)
    else await storage.sessions.touch(session.id)
    const against = standsOpen(version.claims, unread)
    const outcome: Outcome =
      against.length === 0
        ? { state: 'done', version: version.id }
        : { state: 'open', version: version.id, open: against }
    const changed = Object.entries(version.files)
      .filter(([path, file]) => head?.files[path]?.hash !== file.hash)
      .map(([path]) => path)
    const ended: Message = {
      ...endedMessage(message, outcome, world.now()),
      ...(again ? {} : { changed: { version: version.id, files: changed } }),
    }
    await storage.turns.set(ended)
    await tell(session.id, acting, (draw) => {
      draw.setResource({ channel: 'versions', id: version.id, payload: version })
      draw.bulkSetResources({ channel: 'claims', items: byId(version.claims), replace: true })
      if (shown)
        draw.patchState({
          patch: { head: version.id, shown: { job: built.job.id, version: version.id }, kind: built.kind },
        })
      if (title !== undefined) draw.setState({ key: 'title', value: title })
      drawMessage(draw, ended)
      draw.patchState({ patch: { turn: null } })
    })
  }

  function versionOf(state: TurnState, built: BuiltOfTurn, more: Pick<Version, 'draft'>): Version {
    const { message, base, claims = [] } = state
    return {
      id: `version:${world.newId()}`,
      ...(base === null ? {} : { parent: base }),
      turn: message.id,
      at: world.now(),
      by: 'planner',
      agent: message.agent,
      request: message.request,
      files: Object.fromEntries(built.files.map(({ path, hash, bytes }) => [path, { hash, bytes }])),
      parameters: built.job.result.parameters,
      claims: checkContract(claims, built.job.result.facts),
      job: built.job.id,
      ...more,
    }
  }

  /** What the turn wrote and nobody has written since, as it was before. */
  async function restore(
    { session, before }: TurnState,
    written: ReadonlyMap<string, string | null>,
  ): Promise<{ path: string; file?: FileRow }[]> {
    const now = new Map((await workspace.list(session.id)).map((file) => [file.path, file]))
    const was = new Map(before.map((file) => [file.path, file]))
    const restored: { path: string; file?: FileRow }[] = []
    for (const [path, hash] of written) {
      if ((now.get(path)?.hash ?? null) !== hash) continue
      const file = was.get(path)
      restored.push({ path, ...(file ? { file } : {}) })
    }
    return restored
  }

  /** After a stop nobody remembers what was written: an agent's own files are put back. */
  async function putBack(session: SessionId, before: readonly FileRow[]): Promise<void> {
    const now = await storage.files.list(session)
    const hashIn = (files: readonly FileRow[], path: string) => files.find((file) => file.path === path)?.hash
    const changed: string[] = AGENT_FILES.filter((path) => hashIn(now, path) !== hashIn(before, path))
    if (changed.length === 0) return
    const payloads = await workspace.payloads(before.filter(({ path }) => changed.includes(path)))
    await tell(session, SYSTEM, (draw) => {
      for (const path of changed) {
        const payload = payloads[path]
        if (payload) draw.setResource({ channel: 'files', id: path, payload })
        else draw.deleteResource({ channel: 'files', id: path })
      }
    })
  }

  async function draftIsShown({ session, head }: TurnState): Promise<boolean> {
    const shown = await canvas.session(session.id, SYSTEM).getState()
    const version = shown.ok ? (shown.value.state.shown as { version?: string } | null)?.version : undefined
    return version !== undefined && version !== head?.id
  }

  async function rowOf(session: SessionId): Promise<SessionRow> {
    const row = await storage.sessions.get(session)
    if (!row) throw new Refusal(hewnError('SESSION_NOT_FOUND'))
    return row
  }

  async function tell(session: SessionId, acting: Acting, write: (draft: CanvasDraft) => void): Promise<void> {
    const done = await canvas.session(session, acting).together(write)
    if (!done.ok) throw new Refusal(done.error)
  }
}

interface TurnState {
  session: SessionRow
  acting: Acting
  /** The files as they were. */
  before: readonly FileRow[]
  /** The version it started from. */
  base: VersionId | null
  head?: Version
  message: Message
  claims?: Claim[]
  /** Notes which job the stage that runs became. */
  job?(job: Message['stages'][number]['job']): void
}

const AGENT_FILES = ['box.json', 'model.py', 'plan.json'] as const

const drawMessage = (draft: CanvasDraft, message: Message): void =>
  draft.setResource({ channel: 'messages', id: message.id, payload: message })

function refusalOf({ text, answers }: NewMessage): ErrorBody | undefined {
  if (text.length > TEXT_MAX || answers === undefined) return textRefusal(text)
  return answers.length === 0
    ? hewnError('REQUEST_INVALID', 'There is no answer in answers.', { at: 'answers' })
    : undefined
}

function textRefusal(text: string): ErrorBody | undefined {
  if (text.trim() === '')
    return hewnError('REQUEST_PROMPT_MISSING', 'There are no words to work from.', {
      at: 'text',
      hint: 'Say what you want, for example: a plate 80 x 60 x 10 with four M4 holes.',
    })
  if (text.length > TEXT_MAX)
    return hewnError(
      'REQUEST_PROMPT_TOO_LONG',
      `The message has ${text.length.toLocaleString('en')} characters; at most 10,000 are read.`,
      { at: 'text' },
    )
  return undefined
}

function outcomeOf(verdict: Verdict, version: VersionId | undefined): Outcome {
  switch (verdict.state) {
    case 'asking':
      return { state: 'asking', question: verdict.question, ...(version === undefined ? {} : { draft: version }) }
    case 'cancelled':
      return { state: 'cancelled', ...(version === undefined ? {} : { kept: version }) }
    case 'built':
      // An agent that says so and has built nothing is mistaken.
      return { state: 'failed', error: hewnError('REQUEST_FAILED', 'The agent built nothing.') }
    default:
      return verdict
  }
}

function endedMessage(message: Message, outcome: Outcome, endedAt: number): Message {
  const stages = message.stages.map((stage) => (stage.endedAt === undefined ? { ...stage, endedAt } : stage))
  return { ...message, state: outcome.state, outcome, stages, endedAt }
}

/** A session is called by the words that began its design, until somebody says better. */
function titleFor(row: SessionRow, { message, head }: TurnState, { kind }: BuiltOfTurn): string | undefined {
  const byWords = row.title === '' || (head?.request !== undefined && titleOf(head.request) === row.title)
  const anew = head === undefined || !(ENTRY_OF[kind] in head.files)
  return row.title === '' || (byWords && anew) ? titleOf(message.request) : undefined
}

const ENTRY_OF = { box: 'box.json', part: 'model.py' } as const
const TITLE_MAX = 48

export function titleOf(request: string): string {
  const words = [...request.replaceAll(/\s+/g, ' ').trim()]
  const short =
    words.length > TITLE_MAX
      ? `${words
          .slice(0, TITLE_MAX - 1)
          .join('')
          .trimEnd()}…`
      : words.join('')
  return short.charAt(0).toUpperCase() + short.slice(1)
}

const cut = (text: string): string => JSON.stringify(text.slice(0, 60))

interface Deferred {
  promise: Promise<void>
  resolve(): void
}

function deferred(): Deferred {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
