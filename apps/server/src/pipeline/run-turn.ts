import { endOnce } from '@hewn/agent'
import type { Acting } from '@hewn/canvas'
import type { Budget, Message, PastTurn, SessionId, TurnEvent, TurnRequest, Verdict, VersionId } from '@hewn/model'
import type { Builds } from './builds.ts'
import { kindOfVersion } from './design.ts'
import { createTurnEnd } from './end-turn.ts'
import type { History } from './history.ts'
import type { House } from './house.ts'
import { byId, drawMessage } from './show.ts'
import { rowOf } from './row-of.ts'
import { tell } from './tell.ts'
import { layDesk } from './turn-desk.ts'
import { stepsBack } from './steps-back.ts'
import type { TurnState } from './turn-state.ts'

export interface TurnOrder {
  message: Message
  acting: Acting
  from?: VersionId | null
}

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
/** Of a very long request, so many places are coloured. */
const SPANS_MAX = 500
/** AG11. */
const PAST_TURNS = 6

/** One turn from its words to its end: an agent works at a desk of its own, and what it says is noted on the message. */
export function createTurnRunner(house: House, builds: Builds, history: Pick<History, 'goTo' | 'undo' | 'redo'>) {
  const { storage, agent, world, report, workspace } = house
  const end = createTurnEnd(house)

  return async function run(
    session: SessionId,
    { message, acting, from }: TurnOrder,
    signal: AbortSignal,
  ): Promise<void> {
    const branches = from !== undefined && message.base === undefined
    const stood = branches ? (await rowOf(house, session)).head : null
    if (branches) await moveTo(from)
    const row = await rowOf(house, session)
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
    await tell(house, session, by, (draft) => {
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
      const moved = await history.goTo(await rowOf(house, session), version, acting)
      if (moved.ok) await moved.value.building?.ended
    }
  }

  /** Undo and redo are said as often as they are pressed (AG42). */
  async function moveByWords({ session, message, head }: TurnState, acting: Acting): Promise<Verdict | undefined> {
    const back = stepsBack(message.request)
    const forth = /^(please )?(redo|redo (that|it|this))\s*[.!]*$/i.test(message.request)
    if (back === 0 && !forth) return undefined
    // What is on screen is a draft, or nothing new: there is no version to go back from.
    const [last] = await storage.turns
      .list(session.id, { limit: 2 })
      .then((turns) => turns.filter(({ message: { id } }) => id !== message.id))
    if (back === 1 && last?.message.state === 'asking') {
      message.text = `“${last.message.request}” is dropped. The design is as it was before it.`
      return { state: 'answered' }
    }
    const moved = await (back ? history.undo(session, {}, acting) : history.redo(session, acting))
    for (let done = 1; moved.ok && done < back; done++) if (!(await history.undo(session, {}, acting)).ok) break
    if (!moved.ok) return { state: 'refused', error: moved.error }
    const left = head?.request === undefined ? '' : ` “${head.request}”`
    message.text = !back
      ? 'Done again.'
      : back === 1
        ? `Undone. The design is as before${left || ' that'}.`
        : `Undone, ${back} steps.`
    return { state: 'answered' }
  }

  async function requestOf({ session, message, head }: TurnState): Promise<TurnRequest> {
    const past = (await storage.turns.list(session.id, { limit: PAST_TURNS + 1 }))
      .filter((turn) => turn.message.id !== message.id)
      .map((turn) => turn.message)
    const history: PastTurn[] = past.slice(0, PAST_TURNS).map(pastTurn)
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
        return tell(house, state.session.id, state.acting, (draft) => drawMessage(draft, message))
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
      case 'continues-set':
        message.continues = { request: event.request, answers: event.answers }
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
        return tell(house, state.session.id, state.acting, (draft) => {
          drawMessage(draft, message)
          draft.bulkSetResources({ channel: 'claims', items: byId(event.claims), replace: true })
        })
    }
  }
}

/** What a turn before is to an agent; its question, while nobody has answered it. */
function pastTurn({ request, state, kind, question, answers = [], continues }: Message): PastTurn {
  const before = continues ?? { request, answers: [] }
  const open = { request: before.request, question, answers: [...before.answers, ...answers], kind }
  return {
    request,
    outcome: state,
    claims: [],
    ...(state === 'asking' && question ? { open: { ...open, question } } : {}),
  }
}
