import { type CutoutShape, fromUm, toUm, type Um } from '@hewn/model'
import type { DecorStep } from '../design/resolved-design.ts'
import type { Place } from '../panels/contour.ts'
import type { Feature, Mark } from '../panels/panel.ts'
import type { Note } from '../recipe/note.ts'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'
import type { FilletCut, NotchCut } from './decor.ts'
import { placeOf, type Refused, type Room } from './room.ts'

const MOST_OUTLINES = 400

/** One panel while it is being decorated. */
export interface Board {
  readonly room: Room
  readonly problems: RecipeProblem[]
  readonly notes: Note[]
  readonly features: Feature[]
  readonly marks: Mark[]
  readonly notches: NotchCut[]
  readonly fillets: FilletCut[]
  /** Entries of a list that cannot be, by the path of the list. */
  readonly gone: Map<string, { readonly entries: readonly unknown[]; readonly paths: Set<string> }>
}

export const boardOf = (room: Room): Board => ({
  room,
  problems: [],
  notes: [],
  features: [],
  marks: [],
  notches: [],
  fillets: [],
  gone: new Map(),
})

/** One entry of a list of the recipe. */
export interface Entry {
  /** Its id on the panel. */
  readonly name: string
  readonly path: string
  readonly list: 'cutouts' | 'texts'
  readonly step: DecorStep
}

/** Nobody asked for it in so many words, so a smaller one or none will do. */
export const isOptional = ({ step }: Entry): boolean => step.optional === true

export function note({ notes }: Board, path: string, text: string, asked?: unknown, got?: unknown): void {
  notes.push({
    code: 'NOTE_FEATURE',
    path,
    text,
    ...(asked === undefined ? {} : { asked }),
    ...(got === undefined ? {} : { got }),
  })
}

/** What heals a refusal: a value at a path, and how to say it. */
export interface Healed {
  readonly path: string
  readonly nearest: unknown
  readonly limit?: number
  readonly advice: string
}

export function refuse(
  board: Board,
  entry: Entry,
  code: RecipeProblem['code'],
  message: string,
  got: unknown,
  healed?: Healed,
): void {
  if (!healed) {
    board.problems.push({ code, message, got, ...without(board, entry) })
    return
  }
  const { advice, path, ...how } = healed
  board.problems.push({ code, path, message: `${message} — ${advice}`, got, ...how })
}

/** What is left of the list when this entry goes, or of the step when it was the last. */
export function without({ gone }: Board, { list, path, step }: Entry): { path: string; nearest: unknown } {
  if (step.name !== undefined) return { path, nearest: list === 'cutouts' ? 'none' : null }
  const whole = `${step.path}.${list}`
  const known = gone.get(whole) ?? { entries: step[list] ?? [], paths: new Set() }
  known.paths.add(path)
  gone.set(whole, known)
  return { path: whole, nearest: null }
}

/** Where several entries of a list cannot be, the list without all of them heals each. */
export const problemsOf = ({ gone, problems }: Board): RecipeProblem[] =>
  problems.map((problem) => {
    const list = gone.get(problem.path)
    if (!list || problem.code === 'RECIPE_TOO_MANY') return problem
    const rest = list.entries.filter((_, index) => !list.paths.has(`${problem.path}.${index}`))
    return { ...problem, nearest: rest.length > 0 ? rest : null }
  })

export const cannotBeCut = ({ room }: Board, cutout: CutoutShape, { why }: Refused): string =>
  `${described(cutout)} cannot be cut into ${room.panel.id}: ${why}`

function described(cutout: CutoutShape): string {
  switch (cutout.type) {
    case 'circle':
      return `A hole of ${cutout.diameter} mm`
    case 'polygon':
      return 'The polygon'
    case 'notch':
      return `A notch of ${cutout.width} x ${cutout.depth} mm`
    default:
      return `A ${cutout.type === 'slot' ? 'slot' : 'cut-out'} of ${cutout.width} x ${cutout.height} mm`
  }
}

export const sizeOf = (cutout: CutoutShape): unknown =>
  cutout.type === 'circle' ? cutout.diameter : cutout.type === 'polygon' ? cutout.points.length : cutout.width

/** The middle of every copy, or nothing when they are too many. */
export function copiesOf(board: Board, cutout: CutoutShape, path: string): Place[] | undefined {
  const { x, y } = placeOf(board.room, cutout)
  const { columns, rows, dx, dy } = cutout.repeat ?? { columns: 1, rows: 1, dx: 0, dy: 0 }
  const used = board.room.taken.length + columns * rows
  if (cutout.repeat && used > MOST_OUTLINES) {
    const message = `Too many cutouts on ${board.room.panel.id}: ${used} with repeats — at most ${MOST_OUTLINES}`
    const at = `${path}.repeat`
    board.problems.push(problem('RECIPE_TOO_MANY', at, message, null, used, MOST_OUTLINES))
    return undefined
  }
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: x + toUm(dx) * (index % columns),
    y: y + toUm(dy) * Math.floor(index / columns),
  }))
}

/** Less round than was asked for is said. */
export function noteRadius(board: Board, path: string, what: string, asked: number | undefined, got: Um): void {
  if (asked !== undefined && toUm(asked) !== got)
    note(board, `${path}.radius`, `${what} ${fromUm(got)} mm round, as much as it allows.`, asked, fromUm(got))
}

/** The largest number up to a wish, in tenths, that passes. */
export function largest(wished: number, passes: (value: number) => boolean): number | undefined {
  let [low, high] = [0, Math.floor(wished * 10)]
  while (high - low > 0) {
    const middle = Math.ceil((low + high) / 2)
    if (passes(middle / 10)) low = middle
    else high = middle - 1
  }
  return low >= 5 ? low / 10 : undefined
}
