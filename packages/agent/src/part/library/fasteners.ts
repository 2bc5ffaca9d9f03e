// Sizes of metric and inch hardware, each table with the standard it comes from. Millimetres.

export interface ThreadRow {
  nominal: number
  /** ISO 2306 drill for a coarse thread. */
  tap: number
  /** ISO 273. */
  close: number
  medium: number
  loose: number
  /** ISO 4762 head, and DIN 974-1 counterbore for it. */
  socketHead: number
  socketHeight: number
  counterbore: number
  /** ISO 10642 countersunk head, 90°. */
  countersink: number
  /** ISO 4032 nut. */
  hex: number
  nut: number
  /** Hole for a heat-set insert. */
  insert: number
}

const row = (
  nominal: number,
  tap: number,
  close: number,
  medium: number,
  loose: number,
  socketHead: number,
  socketHeight: number,
  counterbore: number,
  countersink: number,
  hex: number,
  nut: number,
  insert: number,
): ThreadRow => ({
  nominal,
  tap,
  close,
  medium,
  loose,
  socketHead,
  socketHeight,
  counterbore,
  countersink,
  hex,
  nut,
  insert,
})

export const METRIC: Readonly<Record<string, ThreadRow>> = {
  'M1.6': row(1.6, 1.25, 1.7, 1.8, 2, 3, 1.6, 3.5, 3.6, 3.2, 1.3, 2.2),
  M2: row(2, 1.6, 2.2, 2.4, 2.6, 3.8, 2, 4.4, 4.4, 4, 1.6, 3.2),
  'M2.5': row(2.5, 2.05, 2.7, 2.9, 3.1, 4.5, 2.5, 5.5, 5.5, 5, 2, 4),
  M3: row(3, 2.5, 3.2, 3.4, 3.6, 5.5, 3, 6.5, 6.7, 5.5, 2.4, 4),
  M4: row(4, 3.3, 4.3, 4.5, 4.8, 7, 4, 8, 9, 7, 3.2, 5.6),
  M5: row(5, 4.2, 5.3, 5.5, 5.8, 8.5, 5, 10, 11.2, 8, 4.7, 6.4),
  M6: row(6, 5, 6.4, 6.6, 7, 10, 6, 11, 13.4, 10, 5.2, 8),
  M8: row(8, 6.8, 8.4, 9, 10, 13, 8, 15, 17.9, 13, 6.8, 9.7),
  M10: row(10, 8.5, 10.5, 11, 12, 16, 10, 18, 22.4, 16, 8.4, 12),
  M12: row(12, 10.2, 13, 13.5, 14.5, 18, 12, 20, 26.9, 18, 10.8, 14.5),
  M14: row(14, 12, 15, 15.5, 16.5, 21, 14, 24, 30.8, 21, 12.8, 16.5),
  M16: row(16, 14, 17, 17.5, 18.5, 24, 16, 26, 33.6, 24, 14.8, 19),
  M18: row(18, 15.5, 19, 20, 21, 27, 18, 30, 36, 27, 15.8, 21),
  M20: row(20, 17.5, 21, 22, 24, 30, 20, 33, 40.3, 30, 18, 23),
  M22: row(22, 19.5, 23, 24, 26, 33, 22, 36, 43, 34, 19.4, 25),
  M24: row(24, 21, 25, 26, 28, 36, 24, 40, 46, 36, 21.5, 27),
}

const inch = (value: number): number => Math.round(value * 25.4 * 1000) / 1000
const unc = (
  nominal: number,
  tap: number,
  close: number,
  medium: number,
  loose: number,
  head: number,
  height: number,
  bore: number,
  sink: number,
  hex: number,
  nut: number,
): ThreadRow =>
  row(
    inch(nominal),
    inch(tap),
    inch(close),
    inch(medium),
    inch(loose),
    inch(head),
    inch(height),
    inch(bore),
    inch(sink),
    inch(hex),
    inch(nut),
    inch(nominal * 1.4),
  )

/** ASME B18.2.8 clearance, coarse tap drills, ASME B18.3 heads; countersinks are 82°. */
export const INCH: Readonly<Record<string, ThreadRow>> = {
  '#2': unc(0.086, 0.07, 0.094, 0.102, 0.116, 0.14, 0.086, 0.188, 0.197, 0.188, 0.066),
  '#4': unc(0.112, 0.089, 0.12, 0.128, 0.144, 0.183, 0.112, 0.219, 0.255, 0.25, 0.098),
  '#6': unc(0.138, 0.1065, 0.147, 0.154, 0.172, 0.226, 0.138, 0.281, 0.307, 0.3125, 0.114),
  '#8': unc(0.164, 0.136, 0.173, 0.18, 0.194, 0.27, 0.164, 0.313, 0.359, 0.344, 0.13),
  '#10': unc(0.19, 0.1495, 0.199, 0.206, 0.221, 0.312, 0.19, 0.375, 0.411, 0.375, 0.13),
  '1/4': unc(0.25, 0.201, 0.266, 0.281, 0.297, 0.375, 0.25, 0.438, 0.531, 0.438, 0.219),
  '5/16': unc(0.3125, 0.257, 0.328, 0.344, 0.359, 0.469, 0.3125, 0.531, 0.656, 0.5, 0.266),
  '3/8': unc(0.375, 0.3125, 0.391, 0.406, 0.422, 0.562, 0.375, 0.625, 0.781, 0.5625, 0.328),
  '1/2': unc(0.5, 0.4219, 0.531, 0.562, 0.609, 0.75, 0.5, 0.813, 0.938, 0.75, 0.4375),
  '3/4': unc(0.75, 0.6563, 0.781, 0.812, 0.906, 1.125, 0.75, 1.188, 1.375, 1.125, 0.641),
}

/** ISO 261: the coarse pitch, then the fine ones. */
const PITCHES: Readonly<Record<string, readonly number[]>> = {
  'M1.6': [0.35],
  M2: [0.4],
  'M2.5': [0.45],
  M3: [0.5, 0.35],
  M4: [0.7, 0.5],
  M5: [0.8, 0.5],
  M6: [1, 0.75],
  M8: [1.25, 1, 0.75],
  M10: [1.5, 1.25, 1, 0.75],
  M12: [1.75, 1.5, 1.25, 1],
  M14: [2, 1.5, 1.25, 1],
  M16: [2, 1.5, 1],
  M18: [2.5, 2, 1.5, 1],
  M20: [2.5, 2, 1.5, 1],
  M22: [2.5, 2, 1.5, 1],
  M24: [3, 2, 1.5, 1],
}

/** `M10` for its coarse pitch, `M10x1.25` for a fine one; nothing, where it is no pitch of that size. */
export function pitched(size: string, pitch: number): string | undefined {
  const [coarse, ...fine] = (Object.hasOwn(PITCHES, size) && PITCHES[size]) || []
  return pitch === coarse ? size : fine.includes(pitch) ? `${size}x${pitch}` : undefined
}

/** Threads to the inch: coarse, fine; and the drill for the fine one, where it is another. */
const THREADS: Readonly<Record<string, readonly [coarse: number, fine: number, drill?: number]>> = {
  '#2': [56, 64],
  '#4': [40, 48, 0.0935],
  '#6': [32, 40, 0.113],
  '#8': [32, 36],
  '#10': [24, 32, 0.159],
  '1/4': [20, 28, 0.213],
  '5/16': [18, 24, 0.272],
  '3/8': [16, 24, 0.332],
  '1/2': [13, 20, 0.4531],
  '3/4': [10, 16, 0.6875],
}

/** The row of `M6`, `M10x1.25`, `#8`, `1/4-20`, with the name of its standard. */
export function threadOf(designator: string): { row: ThreadRow; standard: string; angle: number } | undefined {
  const [metric = '', pitch] = designator.split('x')
  const coarse = Object.hasOwn(METRIC, metric) ? METRIC[metric] : undefined
  if (coarse && pitch === undefined) return { row: coarse, standard: 'ISO 273', angle: 90 }
  if (coarse)
    // ISO 2306: the drill for a fine thread is as much smaller as its pitch.
    return { row: { ...coarse, tap: coarse.nominal - Number(pitch) }, standard: 'ISO 273', angle: 90 }
  const [size = '', threads] = designator.split('-')
  const [first, fine, drill] = (Object.hasOwn(THREADS, size) && THREADS[size]) || []
  if (threads && ![first, fine].includes(Number(threads))) return undefined
  const found = Object.hasOwn(INCH, size) ? INCH[size] : undefined
  const tap = Number(threads) === fine && drill !== undefined ? { tap: inch(drill) } : {}
  return found && { row: { ...found, ...tap }, standard: 'ASME B18.2.8', angle: 82 }
}

/** What is the same for every pitch stands by its size alone. */
export const sizeOf = (designator: string): string => designator.replace(/x.*$/, '')

/** ISO 7089. */
export const WASHERS: Readonly<Record<string, { inner: number; outer: number; thickness: number }>> = {
  'M1.6': { inner: 1.7, outer: 4, thickness: 0.3 },
  M2: { inner: 2.2, outer: 5, thickness: 0.3 },
  'M2.5': { inner: 2.7, outer: 6, thickness: 0.5 },
  M3: { inner: 3.2, outer: 7, thickness: 0.5 },
  M4: { inner: 4.3, outer: 9, thickness: 0.8 },
  M5: { inner: 5.3, outer: 10, thickness: 1 },
  M6: { inner: 6.4, outer: 12, thickness: 1.6 },
  M8: { inner: 8.4, outer: 16, thickness: 1.6 },
  M10: { inner: 10.5, outer: 20, thickness: 2 },
  M12: { inner: 13, outer: 24, thickness: 2.5 },
  M14: { inner: 15, outer: 28, thickness: 2.5 },
  M16: { inner: 17, outer: 30, thickness: 3 },
  M20: { inner: 21, outer: 37, thickness: 3 },
  M24: { inner: 25, outer: 44, thickness: 4 },
}

/** SAE plain washers of ASME B18.21.1, by the screw they are for. */
const INCH_WASHERS: readonly (readonly [nominal: number, inner: number, outer: number, thickness: number])[] = [
  [1 / 4, 0.281, 0.625, 0.065],
  [5 / 16, 0.344, 0.688, 0.065],
  [3 / 8, 0.406, 0.812, 0.065],
  [1 / 2, 0.531, 1.062, 0.095],
  [5 / 8, 0.656, 1.312, 0.095],
  [3 / 4, 0.812, 1.469, 0.134],
]

/** The washer for a screw so many millimetres thick, if that is a size in inches. */
export function inchWasher(mm: number): { inner: number; outer: number; thickness: number } | undefined {
  const found = INCH_WASHERS.find(([nominal]) => Math.abs(nominal * 25.4 - mm) < 1e-6)
  return found && { inner: inch(found[1]), outer: inch(found[2]), thickness: inch(found[3]) }
}

/** Heads of screws: ISO 4014 hexagon heads; socket and countersunk heads are in the rows above. */
const HEX_HEADS: Readonly<Record<string, number>> = {
  'M1.6': 1.1,
  M2: 1.4,
  'M2.5': 1.7,
  M3: 2,
  M4: 2.8,
  M5: 3.5,
  M6: 4,
  M8: 5.3,
  M10: 6.4,
  M12: 7.5,
  M14: 8.8,
  M16: 10,
  M18: 11.5,
  M20: 12.5,
  M22: 14,
  M24: 15,
}

/** Hexagon cap screws of ASME B18.2.1; across flats is in the rows above. */
const INCH_HEX_HEADS: Readonly<Record<string, number>> = {
  '1/4': inch(5 / 32),
  '5/16': inch(13 / 64),
  '3/8': inch(15 / 64),
  '1/2': inch(5 / 16),
  '3/4': inch(15 / 32),
}

/** How high the hexagon head of `M8` or `1/4-20` is. */
export function hexHead(designator: string): { high: number; standard: string } | undefined {
  const metric = HEX_HEADS[sizeOf(designator)]
  if (metric !== undefined) return { high: metric, standard: 'ISO 4014' }
  const [size = ''] = designator.split('-')
  const high = Object.hasOwn(INCH_HEX_HEADS, size) ? INCH_HEX_HEADS[size] : undefined
  return high === undefined ? undefined : { high, standard: 'ASME B18.2.1' }
}

/** Heads that are told by name: how wide and how high, by the size of the screw. */
export interface ScrewHead {
  standard: string
  /** Round on top. */
  domed?: true
  sizes: Readonly<Record<string, readonly [wide: number, high: number]>>
}
export const SCREW_HEADS = {
  button: {
    standard: 'ISO 7380',
    domed: true,
    sizes: {
      M3: [5.7, 1.65],
      M4: [7.6, 2.2],
      M5: [9.5, 2.75],
      M6: [10.5, 3.3],
      M8: [14, 4.4],
      M10: [17.5, 5.5],
      M12: [21, 6.6],
      M16: [28, 8.8],
    },
  },
  low: {
    standard: 'DIN 7984',
    sizes: {
      M3: [5.5, 2],
      M4: [7, 2.8],
      M5: [8.5, 3.5],
      M6: [10, 4],
      M8: [13, 5],
      M10: [16, 6],
      M12: [18, 7],
      M16: [24, 9],
      M20: [30, 11],
    },
  },
  pan: {
    standard: 'ISO 7045',
    domed: true,
    sizes: {
      M2: [4, 1.6],
      'M2.5': [5, 2.1],
      M3: [5.6, 2.4],
      M4: [8, 3.1],
      M5: [9.5, 3.7],
      M6: [12, 4.6],
      M8: [16, 6],
      M10: [20, 7.5],
    },
  },
  cheese: {
    standard: 'ISO 1207',
    sizes: { M3: [5.5, 2], M4: [7, 2.6], M5: [8.5, 3.3], M6: [10, 3.9], M8: [13, 5], M10: [16, 6] },
  },
} as const satisfies Record<string, ScrewHead>

/** DIN 934 nuts, withdrawn and still sold: across flats and height. They differ from ISO 4032. */
export const DIN_934: Readonly<Record<string, readonly [number, number]>> = {
  'M1.6': [3.2, 1.3],
  M2: [4, 1.6],
  'M2.5': [5, 2],
  M3: [5.5, 2.4],
  M4: [7, 3.2],
  M5: [8, 4],
  M6: [10, 5],
  M8: [13, 6.5],
  M10: [17, 8],
  M12: [19, 10],
  M14: [22, 11],
  M16: [24, 13],
  M18: [27, 15],
  M20: [30, 16],
  M22: [32, 18],
  M24: [36, 19],
}
