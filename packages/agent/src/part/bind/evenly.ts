import type { PartFeature } from '@hewn/model'
import type { Binder } from './bind.ts'
import { bracketed, evaluate } from '../formula.ts'
import type { Form } from '../kinds.ts'
import { FACES } from '../locate.ts'
import type { Frame } from '../read/frame.ts'

/** Least material between two of them. */
const WEB = 0.5

/**
 * `nine 10 mm holes` in a block 80 x 80, `four pockets 27 across` in one 150 x 60: where a row of them, each with as much room before
 * the first as between two, is too tight, they stand closer to the ends, and where no row has room, in the grid that has most.
 */
export function evenly(binder: Binder, frame: Frame, feature: PartFeature, form: Form): void {
  const count = frame.count?.value ?? 1
  const { at, sizes } = feature
  const [line, ...others] = at.relations
  if (line?.kind !== 'line' || others.length > 0 || form.outline.kind !== 'rectangle') return
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const face = FACES[at.on ?? 'top']
  const [u, v] = [form.size['xyz'.indexOf(face.u)], form.size['xyz'.indexOf(face.v)]]
  const each = extent(feature, value)
  if (!u || !v || !each) return
  const inRow = line.along !== undefined || frame.places.some(({ place }) => place.kind === 'line')
  const along = line.along ? (line.along === 'y' ? 1 : 0) : value(u) >= value(v) ? 0 : 1
  const [long, need] = along === 0 ? [u, each[0]] : [v, each[1]]
  if (line.spacing !== undefined) {
    const step = value(line.spacing)
    if (need + (count - 1) * step <= value(long) + 1e-6 || inRow) return
    const [found] = waysToGroup(count).filter(
      ([columns, rows]) =>
        rows > 1 && each[0] + (columns - 1) * step <= value(u) + 1e-6 && each[1] + (rows - 1) * step <= value(v) + 1e-6,
    )
    if (found) inGrid(binder, feature, found, { dx: line.spacing, dy: line.spacing })
    return
  }
  const apart = need + WEB
  if (value(long) / (count + 1) >= apart) return
  if (value(long) / count >= apart) {
    line.spacing = `${bracketed(long)} / ${sizes['count'] ?? count}`
    return
  }
  if (inRow) return
  const grids = waysToGroup(count).flatMap(([columns, rows]) => {
    const room = Math.min(value(u) / columns - each[0], value(v) / rows - each[1])
    return room >= WEB ? [{ columns, rows, room }] : []
  })
  const [best] = grids.toSorted((one, other) => other.room - one.room)
  if (!best) return
  const step = (size: string, n: number, wide: number) =>
    value(size) / (n + 1) >= wide + WEB ? {} : { step: `${bracketed(size)} / ${n}` }
  const [dx, dy] = [step(u, best.columns, each[0]).step, step(v, best.rows, each[1]).step]
  inGrid(binder, feature, [best.columns, best.rows], {
    ...(dx === undefined ? {} : { dx }),
    ...(dy === undefined ? {} : { dy }),
  })
}

function inGrid(
  binder: Binder,
  { at, sizes }: PartFeature,
  [columns, rows]: [number, number],
  steps: { dx?: string; dy?: string },
): void {
  delete sizes['count']
  at.relations.splice(0, 1, { kind: 'grid', columns: String(columns), rows: String(rows), ...steps })
  binder.notes.push(
    `The ${columns * rows} of them stand in ${columns} columns and ${rows} rows, as a row has no room for them.`,
  )
}

/** How much of the face one of them takes. */
export function extent({ sizes }: PartFeature, value: (formula: string) => number): [number, number] | undefined {
  const { diameter, flats, length, width } = sizes
  if (diameter) return [value(diameter), value(diameter)]
  if (flats) return [(2 * value(flats)) / Math.sqrt(3), (2 * value(flats)) / Math.sqrt(3)]
  return length && width ? [value(length), value(width)] : undefined
}

const waysToGroup = (count: number): [number, number][] =>
  Array.from({ length: count - 2 }, (_, index) => index + 2).flatMap((columns) =>
    count % columns === 0 ? [[columns, count / columns] as [number, number]] : [],
  )
