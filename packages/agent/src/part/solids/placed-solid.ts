import type { RealisedBody } from '../realise.ts'

export type Triple = [number, number, number]

/** How far across a round solid is, squared and halved, at `t` above its low end: `[a, b, c]` is `a + b t + c t²`. */
type Square = readonly [number, number, number]

/** A solid where it lies, as far as what it shares with others can be told. */
export interface PlacedSolid {
  low: Triple
  high: Triple
  shape: { kind: 'box' } | { kind: 'ball' } | { kind: 'round'; axis: number; square: Square } | { kind: 'other' }
  volume: number | undefined
}

/** What a body is made of: a tube is what is outside less what is inside. */
export interface Sum {
  sign: 1 | -1
  solid: PlacedSolid
}

/** Which of its own axes lie along x, y and z once it was turned, and which are turned round. */
const LIES: Readonly<Record<string, { from: Triple; flips?: true }>> = {
  '': { from: [0, 1, 2] },
  '0, 90, 0': { from: [2, 1, 0] },
  '0, -90, 0': { from: [2, 1, 0], flips: true },
  '-90, 0, 0': { from: [0, 2, 1] },
  '90, 0, 0': { from: [0, 2, 1], flips: true },
  '180, 0, 0': { from: [0, 1, 2], flips: true },
  '0, 0, 90': { from: [1, 0, 2] },
  '0, 90, 90': { from: [2, 0, 1] },
}

/** Where a body of a plan lies and what it is made of; nothing, where it is turned by an angle that is not square. */
export function placedSolids(made: RealisedBody, value: (formula: string) => number): Sum[] | undefined {
  const { place } = made.body
  const lies = LIES[place?.lie ?? '']
  if (!lies) return undefined
  const own: Triple[] = [
    [-made.size[0] / 2, -made.size[1] / 2, 0],
    [made.size[0] / 2, made.size[1] / 2, made.size[2]],
  ]
  const at: Triple = [value(place?.x ?? '0'), value(place?.y ?? '0'), value(place?.z ?? '0')]
  const upright = lies.from.indexOf(2)
  const span = (axis: number): [number, number] => {
    const [low, high] = own.map((corner) => corner[lies.from[axis] ?? 0] ?? 0)
    const turned = lies.flips && axis === upright ? [-(high ?? 0), -(low ?? 0)] : [low ?? 0, high ?? 0]
    return [(turned[0] ?? 0) + (at[axis] ?? 0), (turned[1] ?? 0) + (at[axis] ?? 0)]
  }
  const spans = [span(0), span(1), span(2)]
  const low = spans.map(([from]) => from) as Triple
  const high = spans.map(([, to]) => to) as Triple
  const { shape, bore } = shapeOf(made, value, upright, lies.flips === true)
  const outside: Sum = { sign: 1, solid: { low, high, shape, volume: made.volume } }
  if (!bore) return [outside]
  const inLow = low.map((one, axis) => (axis === upright ? one : (one + (high[axis] ?? 0)) / 2 - bore / 2)) as Triple
  const inHigh = high.map((one, axis) => (axis === upright ? one : (one + (low[axis] ?? 0)) / 2 + bore / 2)) as Triple
  const inside: PlacedSolid = {
    low: inLow,
    high: inHigh,
    shape: { kind: 'round', axis: upright, square: [bore ** 2 / 4, 0, 0] },
    volume: undefined,
  }
  return [outside, { sign: -1, solid: inside }]
}

/** Where the middle of a body is that is so large, as it lies. */
export function middleOf({ place }: RealisedBody['body'], size: Triple, value: (formula: string) => number): Triple {
  const lies = LIES[place?.lie ?? ''] ?? LIES['']
  const at = [place?.x, place?.y, place?.z].map((formula) => value(formula ?? '0'))
  const upright = lies?.from.indexOf(2) ?? 2
  const half = (size[2] / 2) * (lies?.flips ? -1 : 1)
  return at.map((one, axis) => (axis === upright ? one + half : one)) as Triple
}

/** Along which axis it stands, where that is not z. */
export const alongOf = ({ place }: RealisedBody['body']): string | undefined => {
  const upright = LIES[place?.lie ?? '']?.from.indexOf(2)
  return upright === 0 ? 'x' : upright === 1 ? 'y' : place?.lie === '0, 0, 90' ? 'y' : undefined
}

function shapeOf(
  { body, form, size, volume, features }: RealisedBody,
  value: (formula: string) => number,
  axis: number,
  flips: boolean,
): { shape: PlacedSolid['shape']; bore?: number } {
  const other = { shape: { kind: 'other' as const } }
  if (features.length > 0 || volume === undefined) return other
  const [x, y, height] = size
  const is = (expected: number) => Math.abs(expected - volume) < 1e-6 * Math.max(1, expected)
  if (form.outline.kind === 'rectangle') return is(x * y * height) ? { shape: { kind: 'box' } } : other
  if (form.ball && is((Math.PI / 6) * x ** 3)) return { shape: { kind: 'ball' } }
  if (form.outline.kind === 'circle' && form.section === undefined) {
    const bore = form.outline.bore ? value(form.outline.bore) : 0
    if (!is((Math.PI / 4) * (x ** 2 - bore ** 2) * height)) return other
    return { shape: { kind: 'round', axis, square: [x ** 2 / 4, 0, 0] }, ...(bore > 0 ? { bore } : {}) }
  }
  const { section } = form
  if (!section || !ROUND.has(body.family)) return other
  const [low = 0, middle = 0, high = 0] = [0, 0.5, 1].map(
    (part) => value(section.area(String(part * height))) / Math.PI,
  )
  const [from, to] = flips ? [high, low] : [low, high]
  const bend = (2 * (from + to - 2 * middle)) / height ** 2
  return { shape: { kind: 'round', axis, square: [from, (to - from) / height - bend * height, bend] } }
}
/** Families whose level sections are circles. */
const ROUND: ReadonlySet<string> = new Set(['cylinder', 'disc', 'cone', 'hemisphere'])
