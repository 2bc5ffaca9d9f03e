import { halved, powered } from '../families/round.ts'
import type { Placed, Settling } from '../kinds.ts'
import { rims } from './rims.ts'

/** How many sides an opening has, by its adjective. */
export const SIDES_OF: ReadonlyMap<string, number> = new Map([
  ['triangular', 3],
  ['pentagonal', 5],
  ['hexagonal', 6],
  ['octagonal', 8],
])

/** What a hole with so many sides is called; across its flats is twice the circle that fits inside, of a triangle too. */
export function polygonOf(sizes: Settling): boolean {
  const named = /triang/.test(sizes.noun)
    ? 'triangular'
    : /pentag/.test(sizes.noun)
      ? 'pentagonal'
      : /octag/.test(sizes.noun)
        ? 'octagonal'
        : sizes.noun.startsWith('hex')
          ? 'hexagonal'
          : undefined
  const shape = named ?? [...SIDES_OF.keys()].find((flag) => sizes.flag(flag))
  if (!shape) return false
  sizes.mark(shape)
  if (sizes.has('flats') || sizes.has('width')) return true
  const sides = SIDES_OF.get(shape) ?? 6
  if (sizes.has('points')) sizes.derive('flats', `${sizes.formula('points')} * cos(pi / ${sides})`)
  // `hexagonal recess 80 mm`: across its flats; of what has a point on top, and where a side is named, so long is each.
  else if (sizes.has('length') && (sides % 2 === 1 || !sizes.byTurn('length')))
    sizes.derive('flats', `${sizes.formula('length')} / tan(pi / ${sides})`)
  else sizes.move(sizes.has('diameter') ? 'diameter' : 'length', 'flats')
  return true
}

export function polygonCut(placed: Placed, flats: string, deep: string, opens: { openings?: string }) {
  const { body, count, cut } = placed
  const sides = [...SIDES_OF].find(([flag]) => placed.has(flag))?.[1] ?? 6
  const turned = sides % 2 === 1 ? ', rotation=90' : sides === 8 ? ', rotation=180 / 8' : ''
  const apothem = (by: string) => `RegularPolygon(${halved(flats)}${by}, ${sides}, major_radius=False${turned})`
  const around = `(${flats} / cos(pi / ${sides}))`
  const corners = sides === 6 ? '(2 * sqrt(3))' : `(${sides} * tan(pi / ${sides}))`
  const rim = rims(placed, { grown: (by) => apothem(` + ${by}`), perimeter: `(${corners} * ${flats})`, corners })
  const area = sides === 6 ? `sqrt(3) / 2 * ${powered(flats)}` : `${sides} / 4 * tan(pi / ${sides}) * ${powered(flats)}`
  return {
    lines: [...cut(`extrude(${apothem('')}, -${deep})`), ...rim.lines],
    volume: `-${count} * ${area} * ${deep}${rim.volume}`,
    ...opens,
    // In what has as many sides itself, its flats lie along those.
    reach: {
      ...(body.corners?.count === sides ? { u: flats, v: flats } : { u: around, v: around }),
      depth: deep,
      round: true as const,
      exact: sides === 6 ? { u: around, v: flats } : sides === 8 ? { u: flats, v: flats } : (false as const),
    },
  }
}
