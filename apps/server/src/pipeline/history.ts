import type { Acting, CanvasState } from '@hewn/canvas'
import { type ErrorBody, fail, hewnError, ok, type Result, type Version, type VersionId } from '@hewn/model'
import type { SessionRow } from '@hewn/storage'
import type { Building, Builds } from './builds.ts'
import { draftIsShown } from './draft-is-shown.ts'
import type { House } from './house.ts'
import { pictureOf } from './picture.ts'
import { drawNothing, drawShown } from './show.ts'
import { without } from './without.ts'
import { designOfVersion, ENTRY, kindOfVersion } from './design.ts'

export interface UndoOrder {
  /** An ancestor of the head; null is the empty session; absent is the version before. */
  to?: VersionId | null
  /** The head as the caller last saw it. */
  expect?: VersionId | null
}

/** Moving between versions. Nothing is lost: a version that was left can be gone back to. */
export interface History {
  undo(session: SessionRow, order: UndoOrder, acting: Acting): Promise<Result<Moved, ErrorBody>>
  /** Forward again, to the newest version made from the head. */
  redo(session: SessionRow, acting: Acting): Promise<Result<Moved, ErrorBody>>
  /** To any version of the session; null is the empty session. */
  goTo(session: SessionRow, to: VersionId | null, acting: Acting): Promise<Result<Moved, ErrorBody>>
  /** A new version equal to an older one becomes the head. */
  restore(session: SessionRow, id: VersionId, acting: Acting): Promise<Result<Restored, ErrorBody>>
  /** A session of one's own that begins with this version. */
  branch(
    session: SessionRow,
    id: VersionId,
    options: { title?: string },
    acting: Acting,
  ): Promise<Result<SessionRow, ErrorBody>>
}

export interface Restored extends Moved {
  version: Version
}

export interface Moved {
  head: VersionId | null
  building?: Building
}

export function createHistory(house: House, builds: Builds): History {
  const { storage, canvas, desks, workspace, boxes, world } = house

  return {
    undo: (session, order, acting) => moveHead(session, acting, (row, draft) => targetOf(row, order, draft)),
    redo: (session, acting) => moveHead(session, acting, nextOf),
    goTo,

    async restore(session, id, acting) {
      let made: Version | undefined
      const moved = await moveHead(session, acting, async (row) => {
        const found = await anyVersion(row, id)
        if (!found.ok || found.value === undefined) return found
        made = {
          ...without(found.value, 'turn', 'draft', 'parent'),
          id: `version:${world.newId()}`,
          ...(row.head === null ? {} : { parent: row.head }),
          at: world.now(),
          by: 'user',
          pinned: false,
        }
        await storage.versions.add(row.id, made)
        return ok(made)
      })
      if (!moved.ok) return moved
      return made ? ok({ ...moved.value, version: made }) : fail(hewnError('REQUEST_NOT_FOUND'))
    },

    async branch(session, id, { title }, acting) {
      const found = await storage.versions.get(id, session.id)
      if (!found) return fail(hewnError('REQUEST_NOT_FOUND', 'There is no such version.'))
      const kind = await kindOfVersion(storage, found)
      const made = await storage.sessions.create({
        title: title ?? session.title,
        origin: 'branch',
        owner: acting.uid,
      })
      const same = without(found, 'turn', 'parent', 'draft', 'job')
      // Its job is the other session's, so what it was built from is all there may be.
      const files = withoutOther(found.files, kind)
      const version: Version = { ...same, files, id: `version:${world.newId()}`, at: world.now() }
      for (const { hash } of Object.values(files)) desks.at(made.id).blobs.add(hash)
      await storage.versions.add(made.id, version)
      const moved = await goTo(made, version.id, acting)
      return moved.ok ? ok((await storage.sessions.get(made.id)) ?? made) : moved
    },
  }

  function goTo(session: SessionRow, to: VersionId | null, acting: Acting): Promise<Result<Moved, ErrorBody>> {
    return moveHead(session, acting, (row) => anyVersion(row, to))
  }

  function moveHead(
    session: SessionRow,
    acting: Acting,
    wanted: (row: SessionRow, draft: boolean) => Promise<Result<Version | undefined, ErrorBody>>,
  ): Promise<Result<Moved, ErrorBody>> {
    return desks.at(session.id).alone(async () => {
      const row = (await storage.sessions.get(session.id)) ?? session
      const draft = await draftIsShown(house, row.id, row.head)
      const target = await wanted(row, draft)
      if (!target.ok) return target
      const version = target.value
      const head = version?.id ?? null
      if (head === row.head && !draft) return ok({ head })
      const files = filesOf(version)
      if (!(await storage.sessions.setHead(session.id, row.head, head)))
        return fail(hewnError('SESSION_CONFLICT', 'The head moved while this was undone. Look again, then undo.'))
      // What was ordered before this shall not be shown after it.
      const desk = desks.at(session.id)
      desk.shown = ++desk.ordered
      if (await turnedBack(row, version, acting)) return ok({ head })
      const build = version && (await pictureOf(storage, version))
      const payloads = await workspace.payloads(files)
      const kind = version && (await kindOfVersion(storage, version))
      const done = await canvas.session(session.id, acting).together((draft) => {
        draft.bulkSetResources({ channel: 'files', items: payloads, replace: true })
        if (version) draft.setResource({ channel: 'versions', id: version.id, payload: version })
        if (version === undefined || build === undefined || kind === undefined) drawNothing(draft)
        else drawShown(draft, { kind, job: build.id, version, result: build.result, claims: version.claims })
        draft.setState({ key: 'head', value: head })
      })
      if (!done.ok) return done
      if (version === undefined || build !== undefined) return ok({ head })
      const design = await designOfVersion(storage, boxes, version)
      if (design === undefined || (await builds.refusal(design.kind))) return ok({ head })
      const building = await builds.start({
        session: row,
        acting,
        design,
        files,
        by: version.by,
        claims: version.claims,
        result: 'auto',
        formats: ['step', 'stl'],
        attached: false,
        again: version,
      })
      return building.ok ? ok({ head, building: building.value }) : building
    })
  }

  /**
   * One turn back, or forward again: everything it did is undone on the canvas as it was done, picture and contract
   * included, without a build (CV24). Not where somebody has changed the design since: then it is drawn from its version.
   */
  async function turnedBack(row: SessionRow, to: Version | undefined, acting: Acting): Promise<boolean> {
    const from = row.head === null ? undefined : await storage.versions.get(row.head, row.id)
    const turn = isParent(to, from) ? from?.turn : isParent(from, to) ? to?.turn : undefined
    if (turn === undefined) return false
    const on = canvas.session(row.id, acting)
    const undone = await on.undoTurn(turn, {
      skip: (place) => !OF_THE_DESIGN.test(place),
      unless: ({ state }) => (shows(state, to) ? undefined : hewnError('CANVAS_UNDO_CONFLICT')),
    })
    if (!undone.ok) return false
    if (undone.value.undone.includes('state/title')) {
      const now = await on.getState()
      if (now.ok) await storage.sessions.setTitle(row.id, String(now.value.state.title ?? ''))
    }
    return true
  }

  async function targetOf(
    row: SessionRow,
    { to, expect }: UndoOrder,
    draft: boolean,
  ): Promise<Result<Version | undefined, ErrorBody>> {
    if (expect !== undefined && expect !== row.head)
      return fail(
        hewnError('SESSION_CONFLICT', `The head is ${row.head ?? 'none'}, not ${expect ?? 'none'}.`, { at: 'expect' }),
      )
    // Back from a draft is back to the head itself.
    if (draft && to === undefined) return anyVersion(row, row.head)
    if (row.head === null)
      return to === null ? ok(undefined) : fail(hewnError('SESSION_STATE', 'There is nothing to undo.'))
    const versions = new Map((await storage.versions.list(row.id)).map((version) => [version.id, version]))
    const parent = versions.get(row.head)?.parent ?? null
    const wanted = to === undefined ? parent : to
    if (wanted === null) return ok(undefined)
    for (let at: VersionId | undefined = row.head; at !== undefined; at = versions.get(at)?.parent)
      if (at === wanted) return ok(versions.get(wanted))
    return fail(hewnError('SESSION_STATE', `${wanted} is not an ancestor of the head, ${row.head}.`, { at: 'to' }))
  }

  /** Where a branch begins may be any version of the session; undo goes to an ancestor of the head, redo to a child. */
  async function anyVersion(row: SessionRow, to: VersionId | null): Promise<Result<Version | undefined, ErrorBody>> {
    if (to === null) return ok(undefined)
    const found = await storage.versions.get(to, row.id)
    return found ? ok(found) : fail(hewnError('REQUEST_NOT_FOUND', `There is no version ${to} here.`))
  }

  /** The newest version that was made from the head, and was the head itself. */
  async function nextOf(row: SessionRow): Promise<Result<Version, ErrorBody>> {
    const child = (await storage.versions.list(row.id)).find(
      (version) => (version.parent ?? null) === row.head && !version.draft,
    )
    return child ? ok(child) : fail(hewnError('SESSION_STATE', 'There is nothing to redo.'))
  }
}

/** What makes a design, and shows it; titles, who works and the graph of that are beside it. */
const OF_THE_DESIGN = /^(files|layers|claims)\/|^state\/(head|kind|parameters|shown)$/

const isParent = (of: Version | undefined, child: Version | undefined): boolean =>
  child !== undefined && (child.parent ?? null) === (of?.id ?? null)

/** Whether a canvas shows a version, or nothing where there is none. */
function shows(state: CanvasState['state'], version: Version | undefined): boolean {
  const shown = state.get('shown') as { version?: VersionId } | null | undefined
  return (state.get('head') ?? null) === (version?.id ?? null) && shown?.version === version?.id
}

/** Without the entry of the other kind: a version without a job is told apart by what it has. */
export function withoutOther(files: Version['files'], kind: 'box' | 'part'): Version['files'] {
  const other = kind === 'box' ? ENTRY.part : ENTRY.box
  return Object.fromEntries(Object.entries(files).filter(([path]) => path !== other))
}

export const filesOf = (version: Version | undefined) =>
  Object.entries(version?.files ?? {}).map(([path, { hash, bytes }]) => ({ path, hash, bytes }))
