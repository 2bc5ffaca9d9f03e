/** Rolled steel sections: depth, flange width, web, flange, root radius. Millimetres. */
export interface RolledSection {
  height: number
  width: number
  web: number
  flange: number
  root: number
}

type Row = readonly [size: number, ...section: [number, number, number, number, number]]

/** By kind and nominal size; sections with tapered flanges (IPN, UPN) are not here. */
const TABLES: Readonly<Record<string, { standard: string; rows: readonly Row[] }>> = {
  ipe: {
    standard: 'EN 10365',
    rows: [
      [80, 80, 46, 3.8, 5.2, 5],
      [100, 100, 55, 4.1, 5.7, 7],
      [120, 120, 64, 4.4, 6.3, 7],
      [140, 140, 73, 4.7, 6.9, 7],
      [160, 160, 82, 5, 7.4, 9],
      [180, 180, 91, 5.3, 8, 9],
      [200, 200, 100, 5.6, 8.5, 12],
      [220, 220, 110, 5.9, 9.2, 12],
      [240, 240, 120, 6.2, 9.8, 15],
      [270, 270, 135, 6.6, 10.2, 15],
      [300, 300, 150, 7.1, 10.7, 15],
      [330, 330, 160, 7.5, 11.5, 18],
      [360, 360, 170, 8, 12.7, 18],
      [400, 400, 180, 8.6, 13.5, 21],
    ],
  },
  hea: {
    standard: 'EN 10365',
    rows: [
      [100, 96, 100, 5, 8, 12],
      [120, 114, 120, 5, 8, 12],
      [140, 133, 140, 5.5, 8.5, 12],
      [160, 152, 160, 6, 9, 15],
      [180, 171, 180, 6, 9.5, 15],
      [200, 190, 200, 6.5, 10, 18],
      [220, 210, 220, 7, 11, 18],
      [240, 230, 240, 7.5, 12, 21],
      [260, 250, 260, 7.5, 12.5, 24],
      [280, 270, 280, 8, 13, 24],
      [300, 290, 300, 8.5, 14, 27],
    ],
  },
  heb: {
    standard: 'EN 10365',
    rows: [
      [100, 100, 100, 6, 10, 12],
      [120, 120, 120, 6.5, 11, 12],
      [140, 140, 140, 7, 12, 12],
      [160, 160, 160, 8, 13, 15],
      [180, 180, 180, 8.5, 14, 15],
      [200, 200, 200, 9, 15, 18],
      [220, 220, 220, 9.5, 16, 18],
      [240, 240, 240, 10, 17, 21],
      [260, 260, 260, 10, 17.5, 24],
      [280, 280, 280, 10.5, 18, 24],
      [300, 300, 300, 11, 19, 27],
    ],
  },
  upe: {
    standard: 'EN 10365',
    rows: [
      [80, 80, 50, 4, 7, 10],
      [100, 100, 55, 4.5, 7.5, 10],
      [120, 120, 60, 5, 8, 12],
      [140, 140, 65, 5, 9, 12],
      [160, 160, 70, 5.5, 9.5, 12],
      [180, 180, 75, 5.5, 10.5, 12],
      [200, 200, 80, 6, 11, 13],
    ],
  },
}

/** `ipe` and 100, as the name stands in the words. */
export function rolledSection(kind: string, size: number): (RolledSection & { standard: string }) | undefined {
  const table = TABLES[kind]
  const row = table?.rows.find(([nominal]) => nominal === size)
  if (!table || !row) return undefined
  const [, height, width, web, flange, root] = row
  return { height, width, web, flange, root, standard: table.standard }
}

export const rolledSizes = (kind: string): number[] => TABLES[kind]?.rows.map(([size]) => size) ?? []

/** What is nearest to those with tapered flanges: the same with parallel ones. */
export const PARALLEL: Readonly<Record<string, string>> = { upn: 'upe', ipn: 'ipe' }
