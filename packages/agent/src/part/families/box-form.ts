import type { Form } from '../kinds.ts'

/** A block standing on z = 0, its upright corners rounded where a radius is given. */
export function boxOf(length: string, width: string, height: string, corner?: string): Form {
  const area = corner ? `(${length} * ${width} - (4 - pi) * ${corner}**2)` : `${length} * ${width}`
  // Four sides that meet in mitres.
  const rim = {
    fillet: `-(2 - pi / 2) * size**2 * (${length} + ${width}) + (20 / 3 - 2 * pi) * size**3`,
    chamfer: `-size**2 * (${length} + ${width}) + 4 / 3 * size**3`,
  }
  return {
    code: corner
      ? `extrude(RectangleRounded(${length}, ${width}, ${corner}), ${height})`
      : `Box(${length}, ${width}, ${height}, align=floor)`,
    size: [length, width, height],
    volume: `${area} * ${height}`,
    openings: '0',
    outline: { kind: 'rectangle' },
    edges: corner
      ? {}
      : {
          vertical: {
            code: '.edges().filter_by(Axis.Z)',
            fillet: `-(4 - pi) * size**2 * ${height}`,
            chamfer: `-2 * size**2 * ${height}`,
          },
          all: {
            code: '.edges()',
            chamfer: `-2 * size**2 * (${length} + ${width} + ${height}) + 16 / 3 * size**3`,
            // Twelve quarter rounds and eight eighths of a ball.
            fillet: `-(4 - pi) * size**2 * (${length} + ${width} + ${height}) - (14 * pi / 3 - 16) * size**3`,
          },
          long: {
            code: '.edges().group_by(SortBy.LENGTH)[-1]',
            fillet: `-(4 - pi) * size**2 * max(${length}, ${width}, ${height})`,
            chamfer: `-2 * size**2 * max(${length}, ${width}, ${height})`,
          },
          top: { code: '.faces().sort_by(Axis.Z)[-1].outer_wire().edges()', ...rim },
          bottom: { code: '.faces().sort_by(Axis.Z)[0].outer_wire().edges()', ...rim },
        },
  }
}
