import type { DecorStep, PanelId, ResolvedDesign } from '../design/resolved-design.ts'
import { sheetsOf } from '../design/sheets-of.ts'
import { type Block, hullOf } from '../frame.ts'
import type { Joint } from '../joints/joint.ts'
import type { Panel } from '../panels/panel.ts'
import type { Note } from '../recipe/note.ts'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'
import { type Board, boardOf, type Entry, problemsOf } from './board.ts'
import { cutOut } from './cut-out.ts'
import type { Decor } from './decor.ts'
import { fillet } from './fillet.ts'
import { notch } from './notch.ts'
import { type Room, roomOn } from './room.ts'
import { text } from './text.ts'
import { zonesOf } from './zones.ts'

const MOST = { cutouts: 20, texts: 10 } as const

export interface Decorated {
  readonly decor: ReadonlyMap<PanelId, Decor>
  readonly problems: readonly RecipeProblem[]
  readonly notes: readonly Note[]
}

/** Puts cut-outs, fillets and texts on their panels, or says what is in their way (BX26). */
export function decorate(
  design: ResolvedDesign,
  joints: readonly Joint[],
  panels: readonly Panel[],
  steps: readonly DecorStep[],
): Decorated {
  const boards = roomsOf(design, joints, panels, (panel) => steps.some((step) => step.panel === panel.id)).map(boardOf)
  for (const board of boards) {
    const counts = { cutouts: 0, texts: 0 }
    for (const step of steps) if (step.panel === board.room.panel.id) decorateWith(board, step, counts)
  }
  return {
    decor: new Map(
      boards.map(({ room, features, marks, notches, fillets }) => [
        room.panel.id,
        { features, marks, notches, fillets },
      ]),
    ),
    problems: boards.flatMap(problemsOf),
    notes: boards.flatMap((board) => board.notes),
  }
}

/** What is free on panels before anything was cut out of them. */
export function roomsOf(
  design: ResolvedDesign,
  joints: readonly Joint[],
  panels: readonly Panel[],
  of: (panel: Panel) => boolean,
): Room[] {
  const extents = extentsOf(design)
  return panels
    .filter(of)
    .map((panel) => roomOn(panel, extents.get(panel.id) ?? hullOf([]), zonesOf(panel, joints, panels)))
}

/** The body of every panel with its raised parts: where an edge is, as a person sees it. */
function extentsOf(design: ResolvedDesign): Map<PanelId, Block> {
  const feet = new Set(design.feet.map((foot) => foot.block))
  return new Map(
    sheetsOf(design).map((sheet) => [
      sheet.id,
      hullOf([sheet.body, ...sheet.strips.filter((strip) => !feet.has(strip))]),
    ]),
  )
}

type Counts = Record<Entry['list'], number>

function decorateWith(board: Board, step: DecorStep, counts: Counts): void {
  const { id } = board.room.panel
  step.cutouts?.forEach((cutout, index) => {
    const entry = entryOf(board, step, 'cutouts', index, counts)
    if (!entry) return
    if (cutout.type === 'notch') notch(board, cutout, entry)
    else cutOut(board, cutout, entry)
  })
  step.fillets?.forEach(({ corners, radius }, index) => {
    fillet(board, corners, radius, `${step.path}.fillets.${index}`)
  })
  step.texts?.forEach((said, index) => {
    const entry = entryOf(board, step, 'texts', index, counts)
    if (entry) text(board, said, { ...entry, name: `text:${id}:${counts.texts - 1}` })
  })
}

/** The next of its kind on the panel, or nothing when there are too many. */
function entryOf(board: Board, step: DecorStep, list: Entry['list'], index: number, counts: Counts): Entry | undefined {
  const { id } = board.room.panel
  const number = counts[list]++
  const [most, whole] = [MOST[list], `${step.path}.${list}`]
  if (number === most) {
    const rest = step[list]?.slice(0, index) ?? []
    const message = `Too many ${list} on ${id}: more than ${most} — at most ${most}`
    board.problems.push(problem('RECIPE_TOO_MANY', whole, message, rest.length > 0 ? rest : null))
  }
  if (number >= most) return undefined
  const name = step.name ? `${step.name}:${id}` : `cutout:${id}:${number}`
  return { name, path: step.name ? step.path : `${whole}.${index}`, list, step }
}
