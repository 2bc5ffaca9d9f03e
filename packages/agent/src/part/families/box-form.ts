import type { Form } from '../kinds.ts'

/** A block standing on z = 0, its upright corners rounded where a radius is given. */
export function boxOf(length: string, width: string, height: string, corner?: string): Form {
  const area = corner ? `(${length} * ${width} - (4 - pi) * ${corner}**2)` : `${length} * ${width}`
  return {
    code: corner
      ? `extrude(RectangleRounded(${length}, ${width}, ${corner}), ${height})`
      : `Box(${length}, ${width}, ${height}, align=floor)`,
    size: [length, width, height],
    volume: `${area} * ${height}`,
    openings: '0',
    outline: { kind: 'rectangle' },
    edges: corner ? {} : 'block',
  }
}
