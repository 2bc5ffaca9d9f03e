import { bracketed, plus } from '../formula.ts'
import type { Form } from '../kinds.ts'
import { halved, powered } from './round.ts'

/** One stretch along the axis of what is round. */
export interface Stage {
  label: string
  diameter: string
  end?: string
  flats?: string
  square?: string
  /** Round on the side away from the others. */
  cap?: 'up' | 'down'
  height: string
  low: string
  /** Another solid than a round one, of that height: a toothed wheel. */
  own?: { code: string; volume?: string }
}

/** Each on top of the one before. */
export function stacked(stages: readonly Omit<Stage, 'low'>[]): Stage[] {
  let low = '0'
  return stages.map((one, index) => {
    const cap = one.cap && { cap: index === 0 && stages.length > 1 ? ('down' as const) : one.cap }
    const placed = { ...one, ...cap, low }
    low = plus(low, one.height)
    return placed
  })
}

/** Stretches on one axis, bored through where there is a bore. */
export function stackForm(stages: readonly Stage[], inner: string | undefined): Form {
  const total = plus(...stages.map(({ height }) => height))
  const widest = stages.map(({ diameter, end, flats }) =>
    flats ? `${flats} / cos(pi / 6)` : end ? `max(${diameter}, ${end})` : diameter,
  )
  const across = stages.map(({ diameter, end, flats }) => flats ?? (end ? `max(${diameter}, ${end})` : diameter))
  const solids = stages.map((one) => `${one.low === '0' ? '' : `Pos(0, 0, ${one.low}) * `}${solidOf(one)}`)
  const most = (all: string[]) => (new Set(all).size === 1 ? (all[0] ?? '0') : `max(${all.join(', ')})`)
  const edges: NonNullable<Form['edges']> = {}
  stages.forEach((one, index) => {
    const at = (z: string) => `.edges().filter_by(GeomType.CIRCLE).filter_by_position(Axis.Z, ${z}, ${z})`
    // Of what is bored, the rim of the bore lies there too.
    const outside = (z: string) => `${at(z)}${inner ? '.sort_by(SortBy.RADIUS)[-1:]' : ''}`
    const radius = halved(one.end ?? one.diameter)
    const rim = (r: string) => ({
      chamfer: `-pi * size**2 * (${r} - size / 3)`,
      fillet: `-(pi * size**2 * (2 * ${bracketed(r)} - size) - 2 * pi * ((${bracketed(r)} - size) * pi * size**2 / 4 + size**3 / 3))`,
    })
    const top = plus(one.low, one.height)
    if (one.cap) return
    if (index === 0) edges['free-0'] = edges['bottom'] = { code: outside(one.low), ...rim(halved(one.diameter)) }
    if (index === stages.length - 1) {
      edges['top'] = { code: outside(top), ...rim(radius) }
      if (index > 0) edges[`free-${index}`] = edges['top']
    }
    const after = stages[index + 1]
    if (!after) return
    const small = `min(${one.end ?? one.diameter}, ${after.diameter}) / 2`
    edges[`meet-${index}`] = {
      code: `${at(top)}.sort_by(SortBy.RADIUS)[:1]`,
      fillet: `2 * pi * (${small} + size * (10 - 3 * pi) / (12 - 3 * pi)) * size**2 * (1 - pi / 4)`,
    }
    // The rim that stands out there.
    edges[`shoulder-${index}`] = {
      code: `${at(top)}.sort_by(SortBy.RADIUS)[-1:]`,
      ...rim(`max(${one.end ?? one.diameter}, ${after.diameter}) / 2`),
    }
    edges['meet'] ??= edges['meet-0'] ?? edges[`meet-${index}`]
    edges[`free-${index}`] ??= edges[`shoulder-${index}`]
  })
  const [bottom, last] = [edges['bottom'], edges['top']]
  if (bottom && last)
    edges['ends'] = {
      code: `${bottom.code} + ${'BODY'}${last.code}`,
      chamfer: `${bottom.chamfer} + ${last.chamfer}`,
      fillet: `${bottom.fillet} + ${last.fillet}`,
    }
  // The mouths of the bore, around which an edge bulges inwards.
  if (inner) {
    const loss = `pi * size**2 * (${halved(inner)} + size / 3)`
    edges['inner'] = { code: '.edges().filter_by(GeomType.CIRCLE).group_by(SortBy.RADIUS)[0]', chamfer: `-2 * ${loss}` }
    for (const [end, group] of [
      ['top', '-1'],
      ['bottom', '0'],
    ] as const)
      edges[`inner-${end}`] = {
        code: `.edges().filter_by(GeomType.CIRCLE).group_by(Axis.Z)[${group}].sort_by(SortBy.RADIUS)[:1]`,
        chamfer: `-${loss}`,
      }
  }
  const solid = solids.join(' + ')
  return {
    code: inner
      ? `${solids.length > 1 ? `(${solid})` : solid} - Cylinder(${halved(inner)}, ${total}, align=floor)`
      : solid,
    size: [most(widest), most(across), total],
    ...(stages.every(({ own }) => own === undefined || own.volume !== undefined)
      ? { volume: `${stages.map(volumeOf).join(' + ')}${inner ? ` - pi / 4 * ${powered(inner)} * (${total})` : ''}` }
      : {}),
    openings: inner ? '1' : '0',
    outline: {
      kind: 'circle',
      diameter: stages.at(-1)?.end ?? stages.at(-1)?.diameter ?? '0',
      ...(inner ? { bore: inner } : {}),
    },
    faces: {
      bottom: {
        at: ['0', '0', '0'],
        outline: { kind: 'circle', diameter: stages[0]?.diameter ?? '0', ...(inner ? { bore: inner } : {}) },
      },
    },
    edges,
    stages,
    ...(stages.every(
      ({ diameter, end, flats, square }) => diameter === stages[0]?.diameter && !end && !flats && !square,
    )
      ? { straight: true as const }
      : {}),
  }
}

const ball = (diameter: string, height: string): string =>
  `((${powered(diameter)} / 4 + ${bracketed(height)}**2) / (2 * ${bracketed(height)}))`

const solidOf = ({ diameter, end, flats, square, cap, height, own }: Stage): string =>
  own
    ? own.code
    : cap
      ? `(Pos(0, 0, ${cap === 'up' ? `${height} - ${ball(diameter, height)}` : ball(diameter, height)}) * Sphere(${ball(diameter, height)}) & Box(${diameter}, ${diameter}, ${height}, align=floor))`
      : square
        ? `Box(${square}, ${square}, ${height}, align=floor)`
        : flats
          ? `extrude(RegularPolygon(${halved(flats)}, 6, major_radius=False), ${height})`
          : end
            ? `Cone(${halved(diameter)}, ${halved(end)}, ${height}, align=floor)`
            : `Cylinder(${halved(diameter)}, ${height}, align=floor)`

const volumeOf = ({ diameter, end, flats, square, cap, height, own }: Stage): string =>
  own
    ? (own.volume ?? '0')
    : cap
      ? `pi * ${bracketed(height)} * (3 * ${powered(diameter)} / 4 + ${bracketed(height)}**2) / 6`
      : square
        ? `${powered(square)} * ${bracketed(height)}`
        : flats
          ? `sqrt(3) / 2 * ${powered(flats)} * ${bracketed(height)}`
          : end
            ? `pi / 12 * (${powered(diameter)} + ${diameter} * ${end} + ${powered(end)}) * ${bracketed(height)}`
            : `pi / 4 * ${powered(diameter)} * ${bracketed(height)}`
