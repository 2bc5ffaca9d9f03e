import { type ErrorBody, fail, hewnError, type Result, type TurnId } from '@hewn/model'
import { refuse } from './params.ts'
import type { Scene, Step } from './actions.ts'
import { type CanvasState, foldAll } from './fold.ts'
import { lastOf } from './group.ts'
import type { Commit, Json, JsonObject } from './ports.ts'
import { touchedBy } from './touched.ts'
import { equalJson } from './value.ts'

/** What was undone, and what was left because somebody has changed it since: `state/title`, `files/model.py`. */
export interface Undone {
  undone: string[]
  skipped: string[]
}

export interface UndoOptions {
  /** What somebody has changed since is left as it is: all of it, or what this says of a place, `state/title`, `files/model.py`. */
  skip?: boolean | ((place: string) => boolean)
  /** Whatever it says of the canvas as it would be refuses all. */
  unless?(then: Pick<CanvasState, 'state' | 'channels'>): ErrorBody | undefined
}

/** What is said and done is not unsaid (CV24). */
const STAYS = ['messages', 'versions', 'jobs']

/** The commits that undoing a turn takes back: its own, or the newest that undid or redid it. */
export function undoneBy(turn: TurnId, commits: readonly Commit[]): Commit[] {
  const undo = commits.findLast((commit) => commit.undoes === turn)
  return undo ? [undo] : commits.filter((commit) => commit.turn === turn && commit.undoes === undefined)
}

/**
 * One step that puts back what some commits touched, as it was `before` the first of them. It holds at one head only:
 * `later` are all commits from the first of them to that head (CV24).
 */
export function undoStep(
  subject: readonly Commit[],
  later: readonly Commit[],
  before: CanvasState,
  skip: UndoOptions['skip'] = false,
): Step {
  const maySkip = typeof skip === 'function' ? skip : () => skip
  const mine = new Set(subject)
  const head = later.reduce((most, commit) => Math.max(most, lastOf(commit)), before.seq)
  return {
    name: 'patch_state',
    bytes: 0,
    perform(scene) {
      // Somebody was faster; what they did is read first.
      if (scene.draft.seq !== head) throw refuse('CANVAS_BUSY', MOVED)
      const changed = places(subject, before, scene.draft).filter(
        (place) => !equalJson(place.in(before), place.in(scene.draft)),
      )
      const names = changedSince(changed, { mine, later, before, now: scene.draft })
      const against = names.filter((name) => !maySkip(name))
      if (against.length > 0) throw conflictError(against)
      const free = changed.filter(({ name }) => !names.includes(name))
      for (const place of free) place.restore(scene, before)
      return { undone: free.map(({ name }) => name), skipped: names } satisfies Undone
    },
  }
}

interface Look {
  mine: ReadonlySet<Commit>
  later: readonly Commit[]
  before: CanvasState
  now: Canvas
}

/** Of these places, those that are not as they were left: whatever was done and undone there since is no change. */
function changedSince(all: readonly Place[], { mine, later, before, now }: Look): string[] {
  const others = namesOf(
    later.filter((commit) => !mine.has(commit)),
    before,
    now,
  )
  const contested = all.filter(({ name }) => others.has(name))
  if (contested.length === 0) return []
  const left = new Map<string, CanvasState>()
  let canvas = before
  for (const run of runsOf(later, mine)) {
    canvas = foldAll(
      canvas,
      run.flatMap(({ events }) => events),
    )
    if (run[0] && mine.has(run[0])) for (const name of namesOf(run, before, canvas)) left.set(name, canvas)
  }
  return contested
    .filter((place) => !equalJson(place.in(left.get(place.name) ?? before), place.in(now)))
    .map(({ name }) => name)
}

/** Commits that follow each other and are all ours, or all of others; what comes after the last of ours is left out. */
function runsOf(commits: readonly Commit[], mine: ReadonlySet<Commit>): Commit[][] {
  const runs: Commit[][] = []
  for (const commit of commits.slice(0, commits.findLastIndex((one) => mine.has(one)) + 1)) {
    const run = runs.at(-1)
    if (run?.[0] && mine.has(run[0]) === mine.has(commit)) run.push(commit)
    else runs.push([commit])
  }
  return runs
}

const MOVED = 'Somebody else has changed the canvas in this moment; try again'
export const isMoved = ({ code, message }: ErrorBody): boolean => code === 'CANVAS_BUSY' && message === MOVED

export const nothingToUndo = (turn: TurnId): Result<never, ErrorBody> =>
  fail(hewnError('SESSION_STATE', `${turn} has changed nothing that could be undone`))

const conflictError = (names: string[]) =>
  refuse(
    'CANVAS_UNDO_CONFLICT',
    `Somebody has changed since: ${names.slice(0, 20).join(', ')}; undo the rest with skip, or change them back first`,
  )

type Canvas = Pick<CanvasState, 'state' | 'channels'>

/** A state key or a resource that was touched. */
interface Place {
  name: string
  in(canvas: Canvas): Json | undefined
  restore(scene: Scene, before: Canvas): void
}

const namesOf = (commits: readonly Commit[], before: CanvasState, now: Canvas): Set<string> =>
  new Set(places(commits, before, now).map(({ name }) => name))

/** Everything that some commits touched. A clear touches what was there and what is. */
function places(commits: readonly Commit[], before: CanvasState, now: Canvas): Place[] {
  const touched = touchedBy(commits.flatMap(({ events }) => events))
  const keys = touched.everything ? [...before.state.keys(), ...now.state.keys(), ...touched.state] : touched.state
  const found = [...new Set(keys)].map(stateAt)
  const channels = touched.everything
    ? new Set([...before.channels.keys(), ...now.channels.keys(), ...touched.channels.keys()])
    : touched.channels.keys()
  for (const channel of channels) {
    if (STAYS.includes(channel)) continue
    const known = touched.channels.get(channel)
    const all = touched.everything || known === 'all' || known === undefined
    const ids = all ? [before, now].flatMap(({ channels: there }) => [...(there.get(channel)?.keys() ?? [])]) : known
    for (const id of new Set(ids)) found.push(resourceAt(channel, id))
  }
  return found
}

const stateAt = (key: string): Place => ({
  name: `state/${key}`,
  in: ({ state }) => state.get(key),
  restore: (scene, { state }) => scene.say('state_changed', { key, value: state.get(key) ?? null }),
})

const resourceAt = (channel: string, id: string): Place => ({
  name: `${channel}/${id}`,
  in: ({ channels }) => channels.get(channel)?.get(id),
  restore(scene, { channels }) {
    const payload = channels.get(channel)?.get(id)
    if (payload === undefined) scene.say('resource_deleted', { channel, id })
    else scene.say('resource_set', { channel, id, payload } as JsonObject)
  },
})
