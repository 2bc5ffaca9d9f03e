import { checkContract, standsOpen } from '@hewn/agent'
import { hewnError, type Message, type Outcome, type Verdict, type Version, type VersionId } from '@hewn/model'
import type { FileRow, SessionRow } from '@hewn/storage'
import { Refusal } from '../refusal.ts'
import { draftIsShown } from './draft-is-shown.ts'
import type { House } from './house.ts'
import { shownOf } from './picture.ts'
import { byId, drawMessage, drawNothing, drawShown } from './show.ts'
import { rowOf } from './row-of.ts'
import { tell } from './tell.ts'
import { titleOf } from './title-of.ts'
import type { BuiltOfTurn, TurnDesk } from './turn-desk.ts'
import type { TurnState } from './turn-state.ts'

/** The one end of a turn: its version or its files put back, and one commit that says so. */
export function createTurnEnd(house: House) {
  const { storage, desks, world, workspace } = house

  return function end(state: TurnState, hands: TurnDesk | undefined, verdict: Verdict): Promise<void> {
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
      const redraw =
        !shows &&
        (state.claims !== undefined ||
          built !== undefined ||
          (await draftIsShown(house, state.session.id, state.head?.id ?? null)))
      const desk = desks.at(state.session.id)
      // A build that still ends shall not be shown over it.
      if (redraw) desk.shown = ++desk.ordered
      const row = await rowOf(house, state.session.id)
      const head = row.head === null ? undefined : await storage.versions.get(row.head, row.id)
      const picture = redraw && head ? await shownOf(storage, head) : undefined
      const payloads = await workspace.payloads(restored.flatMap(({ file }) => (file ? [file] : [])))
      await storage.turns.set(message)
      await tell(house, state.session.id, state.acting, (draw) => {
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
    const row = await rowOf(house, session.id)
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
    const title = await titleFor(row, state)
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
    await tell(house, session.id, acting, (draw) => {
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
      claims: checkContract(claims, built.job.result.facts, built.job.result.left),
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

  /** A session is called by the words that began its design, until somebody says better. */
  async function titleFor(row: SessionRow, { message, head }: TurnState): Promise<string | undefined> {
    const words = message.continues?.request ?? message.request
    if (row.title === '') return titleOf(words)
    if (head !== undefined && message.understanding?.anew !== true) return undefined
    const turns = await storage.turns.list(row.id)
    return turns.some(({ message: { request } }) => titleOf(request) === row.title) ? titleOf(words) : undefined
  }
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

export function endedMessage(message: Message, outcome: Outcome, endedAt: number): Message {
  const stages = message.stages.map((stage) => (stage.endedAt === undefined ? { ...stage, endedAt } : stage))
  return { ...message, state: outcome.state, outcome, stages, endedAt }
}
