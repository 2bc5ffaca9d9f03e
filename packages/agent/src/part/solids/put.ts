import { half } from '../formula.ts'
import type { Formulas, Laid, Task } from './laid.ts'
import { AXES } from './said-places.ts'
import type { SizedSolid } from './sized-solid.ts'
import { sum } from './sums.ts'
import type { PartBody } from '@hewn/model'

export const isRound = ({ family }: SizedSolid): boolean => ['cylinder', 'cone', 'disc'].includes(family)

/** Its sizes once it lies along an axis. */
export function turned(size: Formulas, solid: SizedSolid, axis: number | undefined): Formulas {
  const [x, y, z] = size
  if (axis === undefined) return size
  if (isRound(solid)) return axis === 0 ? [z, x, y] : axis === 1 ? [x, z, y] : size
  return axis === 1 && solid.family === 'block' ? [y, x, z] : size
}

const LIE: Readonly<Record<number, readonly [up: string | undefined, down: string]>> = {
  0: ['0, 90, 0', '0, -90, 0'],
  1: ['-90, 0, 0', '90, 0, 0'],
  2: [undefined, '180, 0, 0'],
}

/** Turns it so that it lies there, and moves it to its lowest corner. */
export function put(
  body: PartBody,
  { low, size, axis, label }: Omit<Laid, 'body' | 'flat' | 'said'>,
  flips: boolean,
  round = false,
): Laid {
  const middle = (one: number) => sum(low[one] ?? '0', half(size[one] ?? '0'))
  const upright = round ? axis : 2
  const lie = round
    ? LIE[axis]?.[flips ? 1 : 0]
    : flips
      ? LIE[2]?.[1]
      : axis === 1 && body.family === 'block'
        ? '0, 0, 90'
        : undefined
  const at = AXES.map((one) =>
    one === upright ? (flips ? sum(low[one] ?? '0', size[one] ?? '0') : (low[one] ?? '0')) : middle(one),
  )
  const [x = '0', y = '0', z = '0'] = at
  const place = {
    ...(x === '0' ? {} : { x }),
    ...(y === '0' ? {} : { y }),
    ...(z === '0' ? {} : { z }),
    ...(lie ? { lie } : {}),
  }
  const placed = Object.keys(place).length > 0 ? { ...body, place } : body
  const ends = endsOf(body)
  const flat = ends === 'all' || !flips ? ends : ([ends[1], ends[0]] as const)
  return { body: placed, low, size, axis: upright === 2 && ends !== 'all' ? 2 : axis, label, flat, said: '' }
}

/** Which ends of a solid are flat. */
function endsOf({ family, sizes }: PartBody): Laid['flat'] {
  if (family === 'cylinder' || family === 'disc') return [true, true]
  if (family === 'cone') return [true, sizes['top'] !== undefined]
  if (family === 'hemisphere') return [true, false]
  return family === 'sphere' ? [false, false] : 'all'
}

export function copies({ solid, binder }: Task, many: number): PartBody[] {
  return Array.from({ length: many }, (_, index) =>
    index === 0 ? solid.body : { ...solid.body, id: binder.id(solid.body.id) },
  )
}
