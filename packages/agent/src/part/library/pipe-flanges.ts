/** A steel pipe flange by its nominal size. Millimetres; the nominal size is a DN, whatever system it is of. */
export interface PipeFlange {
  outer: number
  circle: number
  hole: number
  holes: number
  /** Of a plate flange, and of a blind one. */
  plate: number
  blind: number
  /** What a pipe goes into. */
  bore: number
  face: { diameter: number; height: number }
  /** What stands around the bore of one that slips on; plate flanges have none. */
  hub?: { diameter: number; height: number }
  standard: string
}

export type FlangeSeries = 'pnten' | 'pnsixteen' | 'asme'

/** EN 1092-1, types 01 and 05: D, K, L, number of bolts, C1, C4, B1, d1, f1. Up to DN 150 PN 10 is as PN 16. */
const PN16: Readonly<Record<number, readonly number[]>> = {
  15: [95, 65, 14, 4, 14, 16, 22, 45, 2],
  20: [105, 75, 14, 4, 16, 18, 27.5, 58, 2],
  25: [115, 85, 14, 4, 16, 18, 34.5, 68, 2],
  32: [140, 100, 18, 4, 18, 18, 43.5, 78, 2],
  40: [150, 110, 18, 4, 18, 18, 49.5, 88, 3],
  50: [165, 125, 18, 4, 20, 18, 61.5, 102, 3],
  65: [185, 145, 18, 8, 20, 18, 77.5, 122, 3],
  80: [200, 160, 18, 8, 20, 20, 90.5, 138, 3],
  100: [220, 180, 18, 8, 22, 20, 116, 158, 3],
  125: [250, 210, 18, 8, 22, 22, 141.5, 188, 3],
  150: [285, 240, 22, 8, 24, 22, 170.5, 212, 3],
  200: [340, 295, 22, 12, 26, 24, 221.5, 268, 3],
}
const PN10: typeof PN16 = { ...PN16, 200: [340, 295, 22, 8, 24, 24, 221.5, 268, 3] }
/** ASME B16.5, class 150: O, W, hole, number of bolts, tf, tf, B, R, its height, X, and what of Y stands above tf. */
const CLASS150: typeof PN16 = {
  15: [90, 60.3, 15.9, 4, 9.6, 9.6, 22.2, 34.9, 2, 30, 4.4],
  20: [100, 69.9, 15.9, 4, 11.2, 11.2, 27.7, 42.9, 2, 38, 2.8],
  25: [110, 79.4, 15.9, 4, 12.7, 12.7, 34.5, 50.8, 2, 49, 3.3],
  32: [115, 88.9, 15.9, 4, 14.3, 14.3, 43.2, 63.5, 2, 59, 4.7],
  40: [125, 98.4, 15.9, 4, 15.9, 15.9, 49.5, 73, 2, 65, 5.1],
  50: [150, 120.7, 19.1, 4, 17.5, 17.5, 61.9, 92.1, 2, 78, 6.5],
  65: [180, 139.7, 19.1, 4, 20.7, 20.7, 74.6, 104.8, 2, 90, 6.3],
  80: [190, 152.4, 19.1, 4, 22.3, 22.3, 90.7, 127, 2, 108, 6.7],
  100: [230, 190.5, 19.1, 8, 22.3, 22.3, 116.1, 157.2, 2, 135, 9.7],
  125: [255, 215.9, 22.2, 8, 22.3, 22.3, 143.8, 185.7, 2, 164, 12.7],
  150: [280, 241.3, 22.2, 8, 23.9, 23.9, 170.7, 215.9, 2, 192, 14.1],
  200: [345, 298.5, 22.2, 8, 27, 27, 221.5, 269.9, 2, 246, 16],
}
const TABLES: Readonly<Record<FlangeSeries, { rows: typeof PN16; standard: string }>> = {
  pnten: { rows: PN10, standard: 'EN 1092-1 PN 10' },
  pnsixteen: { rows: PN16, standard: 'EN 1092-1 PN 16' },
  asme: { rows: CLASS150, standard: 'ASME B16.5 class 150' },
}

export function pipeFlange(series: FlangeSeries, size: number): PipeFlange | undefined {
  const { rows, standard } = TABLES[series]
  const row = rows[size]
  if (!row) return undefined
  const [outer = 0, circle = 0, hole = 0, holes = 0, plate = 0, blind = 0, bore = 0, wide = 0, high = 0, hub, rise] =
    row
  return {
    outer,
    circle,
    hole,
    holes,
    plate,
    blind,
    bore,
    face: { diameter: wide, height: high },
    ...(hub && rise ? { hub: { diameter: hub, height: rise } } : {}),
    standard,
  }
}

export const pipeFlangeSizes = (series: FlangeSeries): number[] => Object.keys(TABLES[series].rows).map(Number)
