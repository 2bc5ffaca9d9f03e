import type { BoardRow } from './boards.ts'

// Bought things that are screwed on by four holes of a standard square: screens and fans. Millimetres.

/** VESA FDMI: steps of the holes, M4 up to 200 x 100 and M6 beyond. */
export function vesaOf(long: number, high = long): BoardRow | undefined {
  if (![50, 75, 100, 200, 300, 400, 600].includes(long) || ![20, 50, 75, 100, 200, 300, 400].includes(high))
    return undefined
  const hole = long <= 200 && high <= 100 ? 4.5 : 6.6
  return { name: `VESA ${long} x ${high}`, length: long + 20, width: high + 20, height: 0, hole, pattern: [long, high] }
}

/** Square axial fans by their frame: the step of their holes, how wide one is, and the opening for the air. */
const FANS: Readonly<Record<number, readonly [step: number, hole: number, opening: number]>> = {
  25: [20, 2.9, 24],
  30: [24, 3.4, 28],
  40: [32, 3.4, 38],
  50: [40, 4.3, 48],
  60: [50, 4.3, 58],
  70: [60, 4.3, 67],
  80: [71.5, 4.3, 77],
  92: [82.5, 4.3, 89],
  120: [105, 4.3, 117],
  140: [124.5, 4.3, 136],
}

export function fanOf(frame: number): BoardRow | undefined {
  const [step, hole, opening] = FANS[frame] ?? []
  if (!step || !hole || !opening) return undefined
  return { name: `${frame} mm fan`, length: frame, width: frame, height: 0, hole, pattern: [step, step], opening }
}
