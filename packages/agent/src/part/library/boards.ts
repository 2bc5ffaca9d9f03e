import { fanOf, vesaOf } from './mounts.ts'

/** Boards that are screwed to something: outline, holes, and how high they stand with what is on them. Millimetres, from the makers' drawings. */
export interface BoardRow {
  name: string
  length: number
  width: number
  height: number
  hole: number
  /** Steps of four holes in a rectangle; or the places of all, from the middle of the board. */
  pattern: readonly [number, number] | readonly (readonly [number, number])[]
  /** What blows through the plate it is screwed to. */
  opening?: number
}

/** Places from the lower left corner, as drawings of these boards have them. */
const fromCorner = (
  length: number,
  width: number,
  places: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] =>
  places.map(([x, y]) => [Math.round((x - length / 2) * 100) / 100, Math.round((y - width / 2) * 100) / 100])

const row = (
  name: string,
  [length, width, height]: readonly [number, number, number],
  hole: number,
  pattern: BoardRow['pattern'],
): BoardRow => ({ name, length, width, height, hole, pattern })

const UNO: readonly (readonly [number, number])[] = [
  [13.97, 2.54],
  [15.24, 50.8],
  [66.04, 7.62],
  [66.04, 35.56],
]

export const BOARDS: Readonly<Record<string, BoardRow>> = Object.fromEntries(
  [
    ...['', ' 2', ' 3', ' 4', ' 5'].map((one) => row(`Raspberry Pi${one}`, [85, 56, 18], 2.7, [58, 49])),
    ...['Zero', 'Zero 2'].map((one) => row(`Raspberry Pi ${one}`, [65, 30, 12], 2.7, [58, 23])),
    ...['Pico', 'Pico 2'].map((one) => row(`Raspberry Pi ${one}`, [51, 21, 10], 2.1, [47, 11.4])),
    row('Arduino Uno', [68.6, 53.4, 15], 3.2, fromCorner(68.58, 53.34, UNO)),
    row('Arduino Mega', [101.6, 53.4, 15], 3.2, fromCorner(101.6, 53.34, [...UNO, [90.17, 50.8], [96.52, 2.54]])),
    row('Arduino Nano', [45, 18, 12], 1.7, [40.6, 15.2]),
  ].map((one) => [one.name, one]),
)

/** By its name; of a screen or a fan, by its standard: `VESA 100 x 100`, `80 mm fan`. */
export function boardOf(name: string): BoardRow | undefined {
  if (Object.hasOwn(BOARDS, name)) return BOARDS[name]
  const [, long, high] = /^VESA (\d+) x (\d+)$/.exec(name) ?? []
  if (long && high) return vesaOf(Number(long), Number(high))
  const [, frame] = /^(\d+) mm fan$/.exec(name) ?? []
  return frame ? fanOf(Number(frame)) : undefined
}
