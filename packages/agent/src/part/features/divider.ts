import type { FeatureKind, Placed } from '../kinds.ts'
import { minus, plus } from '../formula.ts'

/** Walls inside a box that part it in equal bays, one way or both; across its longer side, unless it was said which way they go. */
export const divider: FeatureKind = {
  key: 'divider',
  nouns:
    'divider, partition, dividing wall, divider wall, partition wall, inner wall, separator, separating wall, internal divider, internal partition, dividing partition, cross wall, dividing rib, internal wall, interior wall, interior divider',
  manner: 'run',
  slots: {
    thickness: { label: 'Divider thickness', accepts: 'thickness width wall', say: '# thick' },
    height: { label: 'Divider height', accepts: 'height', say: '# high' },
  },
  bare: ['thickness'],
  settle(sizes) {
    const { family, sizes: box = {} } = sizes.body ?? {}
    if (family !== 'enclosure') {
      sizes.refuse('AGENT_UNSUPPORTED', `A ${sizes.noun} stands between the walls of a box; this has none.`)
      return
    }
    const deep = `${box['height'] ?? '0'} - ${box['floor'] ?? '0'}`
    if (!sizes.has('thickness'))
      sizes.assume('thickness', sizes.body?.evaluate(box['wall'] ?? '2') ?? 2, 'as its walls')
    if (!sizes.has('height')) sizes.derive('height', deep)
    else if (sizes.body && sizes.value('height') > sizes.body.evaluate(deep) + 1e-9)
      sizes.refuse('AGENT_IMPOSSIBLE', `A ${sizes.noun} ${sizes.value('height')} mm high stands out of the box.`)
  },
  build(placed) {
    const { sizes, runs, u, v, relations, evaluate } = placed
    const { thickness = '0', height = '0', count = '1' } = sizes
    const grid = relations.find((one) => one.kind === 'grid')
    if (grid) {
      const [across, along] = [fewer(grid.columns), fewer(grid.rows)]
      const walls = [row(placed, 'y', across), row(placed, 'x', along)]
      return {
        lines: walls.flatMap(({ lines }) => lines),
        volume: `${walls.map(({ volume }) => volume).join(' + ')} - ${across} * ${along} * ${thickness}**2 * ${height}`,
      }
    }
    const along = runs === 'x' ? 'x' : 'y'
    const across = runs === 'x' ? 'y' : 'x'
    const lies = runs === undefined ? (evaluate(v) > evaluate(u) ? 'x' : 'y') : placed.has(IN_A_ROW) ? across : along
    return row(placed, lies, placed.has(BAYS) ? fewer(count) : count)
  },
}

/** So many bays are counted, and one wall less stands between them. */
const BAYS = 'bays'
/** What was said of their way is where they follow each other. */
export const IN_A_ROW = 'in-a-row'
export const compartment: FeatureKind = {
  ...divider,
  key: 'compartment',
  nouns: 'compartment',
  slots: {
    thickness: { label: 'Divider thickness', accepts: 'thickness', say: 'with dividers # thick' },
    height: { label: 'Divider height', accepts: 'height', say: '# high' },
  },
  settle(sizes) {
    divider.settle(sizes)
    sizes.mark(BAYS)
  },
}
const fewer = (bays: string): string => `(${bays} - 1)`

/** Walls that run along x or y, in equal steps, or one where it was said. */
function row(
  { sizes, u, v, at, bodyId, relations, evaluate }: Placed,
  runs: 'x' | 'y',
  count: string,
): { lines: string[]; volume: string } {
  const { thickness = '0', height = '0' } = sizes
  const many = Math.round(evaluate(count))
  if (many === 0) return { lines: [], volume: '0' }
  const [long, wide] = runs === 'x' ? [u, v] : [v, u]
  const wall =
    runs === 'x'
      ? `Box(${long}, ${thickness}, ${height}, align=floor)`
      : `Box(${thickness}, ${long}, ${height}, align=floor)`
  const step = `((${wide}) + ${thickness}) / (${count} + 1)`
  const spots = runs === 'x' ? `GridLocations(0, ${step}, 1, ${count})` : `GridLocations(${step}, 0, ${count}, 1)`
  const shift = many === 1 ? shiftOf(relations, wide, thickness) : '0'
  const moved = shift === '0' ? '' : runs === 'x' ? `Pos(0, ${shift}, 0) * ` : `Pos(${shift}, 0, 0) * `
  return {
    lines: [many > 1 ? `${bodyId} += [${at}spot * ${wall} for spot in ${spots}]` : `${bodyId} += ${at}${moved}${wall}`],
    volume: `${count} * ${thickness} * (${long}) * (${height})`,
  }
}

/** `40 mm from the left wall`: so much is clear between the two. */
function shiftOf(relations: Placed['relations'], wide: string, thickness: string): string {
  for (const one of relations) {
    if (one.kind === 'offset')
      return one.direction === 'left' || one.direction === 'front' ? minus('0', one.distance) : one.distance
    if (one.kind !== 'edge') continue
    const near = minus(plus(one.distance, `${thickness} / 2`), `(${wide}) / 2`)
    return one.edge === 'right' || one.edge === 'back' || one.edge === 'other' ? minus('0', near) : near
  }
  return '0'
}
