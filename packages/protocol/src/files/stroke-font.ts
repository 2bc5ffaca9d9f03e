/**
 * Letters of straight strokes for captions, 4 wide and 6 high: polylines, each point as x and y from the top left. No font
 * file, so that a picture has the same pixels on every machine.
 */
const GLYPHS: Readonly<Record<string, string>> = {
  '0': '103041453616050110',
  '1': '112026 1636',
  '2': '01103041420646',
  '3': '0110304142334445361605 1333',
  '4': '300444 3036',
  '5': '400002324345361605',
  '6': '413010010516364544331304',
  '7': '004016',
  '8': '13334241301001021304051636454433',
  '9': '051636454130100102133342',
  '.': '2625',
  '-': '0343',
  '×': '0145 4105',
  A: '0602204246 0444',
  B: '00063645443303 3342413000',
  C: '4130100105163645',
  D: '00063645413000',
  E: '40000646 0333',
  F: '400006 0333',
  G: '41301001051636454323',
  H: '0006 4046 0343',
  I: '2026',
  J: '4045361605',
  K: '0006 4003 1246',
  L: '000646',
  M: '0600224046',
  N: '06004640',
  O: '103041453616050110',
  P: '06003041423303',
  Q: '103041453616050110 2446',
  R: '06003041423303 2346',
  S: '413010010213334445361605',
  T: '0040 2026',
  U: '000516364540',
  V: '002640',
  W: '0016233640',
  X: '0046 4006',
  Y: '002340 2326',
  Z: '00400646',
  m: '0602 03122226 23324246',
}

/** From one letter to the next, and how high they are. */
const STEP = 6
const HEIGHT = 6

export type Stroke = readonly (readonly [number, number])[]

/**
 * The strokes of a text, `height` high, with its top left at 0, 0 and y going down; what has no glyph is left out.
 * @example strokesOf('12.5 × 40 mm', 14)
 */
export function strokesOf(text: string, height: number): Stroke[] {
  const scale = height / HEIGHT
  return [...text].flatMap((char, at) =>
    (GLYPHS[char] ?? GLYPHS[char.toUpperCase()] ?? '')
      .split(' ')
      .filter((line) => line.length > 0)
      .map((line) => pointsOf(line).map(([x, y]) => [(x + at * STEP) * scale, y * scale] as const)),
  )
}

function pointsOf(line: string): [number, number][] {
  const points: [number, number][] = []
  for (let at = 0; at + 1 < line.length; at += 2) points.push([Number(line[at]), Number(line[at + 1])])
  return points
}

/** How wide a text of that height is. */
export const widthOf = (text: string, height: number): number =>
  (Math.max(0, [...text].length * STEP - 2) * height) / HEIGHT
