import type { Where } from '@hewn/model'
import type { Binder } from './bind.ts'
import { isRibs } from './ribs.ts'
import { evaluate } from '../formula.ts'
import type { Form } from '../kinds.ts'
import type { Quantity, SaidPlace } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'

/** Four places stand in a square, unless that would fill what is narrow and a row has room. */
export function isStrip(
  binder: Binder,
  { x, y }: SaidPlace & { kind: 'spacing' },
  { on }: Where,
  { size }: Form,
): boolean {
  const step = (x ?? y)?.value
  if (step === undefined || (on && on !== 'top' && on !== 'bottom')) return false
  const [a, b] = [evaluate(size[0], binder.names.values), evaluate(size[1], binder.names.values)]
  return Math.min(a, b) < 1.5 * step && Math.max(a, b) > 3.2 * step
}

/** `four slots 3 wide, 30 long, 20 mm apart`: closer than they are long, they lie side by side. */
export function isBeside({ kind, sizes }: Frame, { x, y }: SaidPlace & { kind: 'spacing' }): boolean {
  const [long, step] = [sizes.get('length')?.quantity.value, (x ?? y)?.value]
  return kind.key === 'slot' && long !== undefined && step !== undefined && step < long
}

/** `four holes along the length, 20 mm apart`, `four holes down into the bore`: a row, and no square. */
export const inOneRow = (frame: Frame): boolean =>
  isRibs(frame) ||
  frame.targets.some(({ leads }) => leads === 'into') ||
  (frame.kind.key === 'hole' && frame.places.some(({ place }) => place.kind === 'along' && place.axis !== 'same'))

export function spacingOf(
  where: Where,
  place: SaidPlace & { kind: 'spacing' },
  dimension: (suffix: string, label: string, quantity: Quantity) => string,
  count: number,
  strip: boolean,
): void {
  const { relations } = where
  const dx = place.x && dimension('spacing', 'Spacing', place.x)
  const dy = place.y && (place.y === place.x ? dx : dimension('spacing_y', 'Spacing across', place.y))
  const grid = relations.find((one) => one.kind === 'grid')
  if (grid && (grid.rows === '2') !== (grid.columns === '2') && where.along && dy === undefined) {
    // Of two rows along the edges, the step is along them.
    if (where.along === 'x') grid.dx = dx ?? '0'
    else grid.dy = dx ?? '0'
    return
  }
  if (grid) {
    // `75 mm apart lengthwise and 35 mm apart across`: the second step is the other way.
    // `rows 40 apart, holes 30 apart`: the first one was the step across.
    if (dx !== undefined && dy === undefined && grid.dx !== undefined && grid.dx === grid.dy)
      grid[grid.dx.endsWith('_y') ? 'dx' : 'dy'] = dx
    else {
      if (dx !== undefined) grid.dx = dx
      grid.dy = dy ?? grid.dy ?? dx ?? '0'
      grid.dx ??= grid.dy
    }
    return
  }
  if (dx !== undefined && dy !== undefined) {
    relations.push({ kind: 'grid', columns: '2', rows: '2', dx, dy })
    return
  }
  const step = dx ?? dy
  const line = relations.find((one) => one.kind === 'line')
  if (line && step !== undefined) line.spacing = step
  else if (step !== undefined && ((count === 4 && !strip) || relations.some((one) => one.kind === 'corners')))
    relations.push({ kind: 'grid', columns: '2', rows: '2', dx: step, dy: step })
  else if (step !== undefined)
    relations.push({
      kind: 'line',
      ...(dx === undefined ? { along: 'y' as const } : where.along === 'y' ? { along: 'y' as const } : {}),
      spacing: step,
    })
}
