import type { BoardRow } from './boards.ts'

// Bought things that are screwed on by four holes of a standard square: screens and fans. Millimetres.

/** VESA FDMI: steps of the holes, M4 up to 200 x 100 and M6 beyond. */
export function vesaOf(long: number, high = long): BoardRow | undefined {
  if (![50, 75, 100, 200, 300, 400, 600].includes(long) || ![20, 50, 75, 100, 200, 300, 400].includes(high))
    return undefined
  const hole = long <= 200 && high <= 100 ? 4.5 : 6.6
  return { name: `VESA ${long} x ${high}`, length: long + 20, width: high + 20, height: 0, hole, pattern: [long, high] }
}

/** Square axial fans by their frame: the step of their holes. */
const FANS: Readonly<Record<number, number>> = {
  30: 24,
  40: 32,
  50: 40,
  60: 50,
  70: 61.5,
  80: 71.5,
  92: 82.5,
  120: 105,
  140: 124.5,
}

export function fanOf(frame: number): BoardRow | undefined {
  const step = FANS[frame]
  if (step === undefined) return undefined
  // What blows through has a rim of 2 mm left of the frame.
  return {
    name: `${frame} mm fan`,
    length: frame,
    width: frame,
    height: 0,
    hole: frame < 60 ? 3.4 : 4.3,
    pattern: [step, step],
    opening: frame - 4,
  }
}
