import { evaluate } from '../formula.ts'
import type { PlacedSolid, Triple } from './placed-solid.ts'

// What solids have in common: exact where a closed formula is known, else nothing is told and the kernel measures it.

const EPS = 1e-6
const AXES: readonly number[] = [0, 1, 2]
const size = ({ low, high }: PlacedSolid, axis: number): number => (high[axis] ?? 0) - (low[axis] ?? 0)
const middle = ({ low, high }: PlacedSolid, axis: number): number => ((high[axis] ?? 0) + (low[axis] ?? 0)) / 2
const across = (axis: number): number[] => AXES.filter((one): boolean => one !== axis)

/** How much all of them share; nothing, where no formula is known. */
export function sharedVolume(solids: readonly PlacedSolid[]): number | undefined {
  if (areApart(solids)) return 0
  const least = solids.filter(
    (one, index) =>
      !solids.some((other, at) => at !== index && holds(one, other) && (at < index || !holds(other, one))),
  )
  const [only, second, ...more] = least
  if (!only) return undefined
  if (!second) return volumeOf(only)
  return (
    ofBoxes(least) ??
    onOneAxis(least) ??
    (more.length === 0 ? (segment(only, second) ?? segment(second, only) ?? sideBySide(only, second)) : undefined) ??
    (more.length === 0 ? (crossing(only, second) ?? crossing(second, only)) : undefined) ??
    (more.length === 0 ? (barIn(only, second) ?? barIn(second, only)) : undefined)
  )
}

function volumeOf(solid: PlacedSolid): number | undefined {
  if (solid.volume !== undefined) return solid.volume
  return solid.shape.kind === 'round' ? onOneAxis([solid]) : undefined
}

/** Two of them share nothing, or only a face. */
export function areApart(solids: readonly PlacedSolid[]): boolean {
  return solids.some((one, index) => solids.slice(index + 1).some((other) => gapBetween(one, other) > -EPS))
}

/** How far two are from each other, at least; below nothing where they may share something. */
export function gapBetween(one: PlacedSolid, other: PlacedSolid): number {
  const boxes = Math.max(
    ...AXES.map(
      (axis) => Math.abs(middle(one, axis) - middle(other, axis)) - (size(one, axis) + size(other, axis)) / 2,
    ),
  )
  if (boxes > -EPS) return boxes
  const far = (axes: readonly number[]) => Math.hypot(...axes.map((axis) => middle(one, axis) - middle(other, axis)))
  const [a, b] = [one.shape, other.shape]
  if (a.kind === 'ball' && b.kind === 'ball') return far(AXES) - (size(one, 0) + size(other, 0)) / 2
  // Round on axes that run alike, or a ball beside one: their middles tell, seen along that axis.
  const axis = a.kind === 'round' ? a.axis : b.kind === 'round' ? b.axis : undefined
  const along = (solid: PlacedSolid) =>
    solid.shape.kind === 'ball' || (solid.shape.kind === 'round' && solid.shape.axis === axis)
  if (axis === undefined || !along(one) || !along(other)) return boxes
  const [side = 0] = across(axis)
  return Math.max(boxes, far(across(axis)) - (size(one, side) + size(other, side)) / 2)
}

/** All of `inner` is in `outer`. */
export function holds(outer: PlacedSolid, inner: PlacedSolid): boolean {
  const boxed = AXES.every(
    (axis) =>
      (outer.low[axis] ?? 0) <= (inner.low[axis] ?? 0) + EPS &&
      (inner.high[axis] ?? 0) <= (outer.high[axis] ?? 0) + EPS,
  )
  if (!boxed) return false
  const { shape } = outer
  if (shape.kind === 'box') return true
  if (shape.kind === 'other') return false
  const corners = (axes: readonly number[]) =>
    Math.hypot(...axes.map((axis) => Math.abs(middle(inner, axis) - middle(outer, axis)) + size(inner, axis) / 2))
  if (shape.kind === 'ball') {
    const far = Math.hypot(...AXES.map((axis) => middle(inner, axis) - middle(outer, axis)))
    return inner.shape.kind === 'ball'
      ? far + size(inner, 0) / 2 <= size(outer, 0) / 2 + EPS
      : corners(AXES) <= size(outer, 0) / 2 + EPS
  }
  const sides = across(shape.axis)
  const [side = 0] = sides
  const straight = shape.square[1] === 0 && shape.square[2] === 0
  if (!straight) return false
  const round = inner.shape.kind === 'ball' || (inner.shape.kind === 'round' && inner.shape.axis === shape.axis)
  const far = Math.hypot(...sides.map((axis) => middle(inner, axis) - middle(outer, axis)))
  return (round ? far + size(inner, side) / 2 : corners(sides)) <= size(outer, side) / 2 + EPS
}

function common(solids: readonly PlacedSolid[]): { low: Triple; high: Triple } {
  const low = AXES.map((axis) => Math.max(...solids.map((one) => one.low[axis] ?? 0))) as Triple
  const high = AXES.map((axis) => Math.min(...solids.map((one) => one.high[axis] ?? 0))) as Triple
  return { low, high }
}

function ofBoxes(solids: readonly PlacedSolid[]): number | undefined {
  if (solids.some(({ shape }) => shape.kind !== 'box')) return undefined
  const { low, high } = common(solids)
  return AXES.reduce((product, axis) => product * Math.max(0, (high[axis] ?? 0) - (low[axis] ?? 0)), 1)
}

/** Round solids on one axis, and boxes that only cut them short: at each height as much as the narrowest of them. */
function onOneAxis(solids: readonly PlacedSolid[]): number | undefined {
  const profile = profileOf(solids)
  return profile && Math.PI * profile.reduce((sum, { area }) => sum + area, 0)
}

/** How wide what they share is at most, where they are round on one axis. */
export function widestOf(
  solids: readonly PlacedSolid[],
): { axis: number; low: number; high: number; wide: number } | undefined {
  const axis = axisOf(solids)
  const profile = profileOf(solids)
  const [first] = profile ?? []
  const last = profile?.at(-1)
  if (axis === undefined || !profile || !first || !last) return undefined
  return { axis, low: first.from, high: last.to, wide: 2 * Math.sqrt(Math.max(...profile.map(({ most }) => most))) }
}

function axisOf(solids: readonly PlacedSolid[]): number | undefined {
  const [axis, ...others] = [...new Set(solids.flatMap(({ shape }) => (shape.kind === 'round' ? [shape.axis] : [])))]
  if (others.length > 0) return undefined
  if (axis !== undefined) return axis
  // Balls alone: the axis is the line through their middles, or the one along which a box cuts.
  const balls = solids.filter(({ shape }) => shape.kind === 'ball')
  const boxes = solids.filter(({ shape }) => shape.kind === 'box')
  return AXES.find(
    (one) =>
      balls.every((ball) =>
        across(one).every((side) => Math.abs(middle(ball, side) - middle(balls[0] ?? ball, side)) < EPS),
      ) && boxes.every((box) => across(one).every((side) => reachesOver(box, balls, side))),
  )
}
const reachesOver = (box: PlacedSolid, solids: readonly PlacedSolid[], axis: number): boolean =>
  solids.some(
    (one) => (box.low[axis] ?? 0) <= (one.low[axis] ?? 0) + EPS && (one.high[axis] ?? 0) <= (box.high[axis] ?? 0) + EPS,
  )

function profileOf(
  solids: readonly PlacedSolid[],
): { from: number; to: number; area: number; most: number }[] | undefined {
  const axis = axisOf(solids)
  if (axis === undefined) return undefined
  const rounds = solids.filter(({ shape }) => shape.kind === 'round' || shape.kind === 'ball')
  const boxes = solids.filter(({ shape }) => shape.kind === 'box')
  const [first] = rounds
  if (!first || rounds.length + boxes.length < solids.length) return undefined
  const sides = across(axis)
  if (rounds.some((one) => sides.some((side) => Math.abs(middle(one, side) - middle(first, side)) > EPS)))
    return undefined
  if (boxes.some((box) => sides.some((side) => !reachesOver(box, rounds, side)))) return undefined
  const { low, high } = common(solids)
  const [from, to] = [low[axis] ?? 0, high[axis] ?? 0]
  if (to - from < EPS) return []
  const squares = rounds.map((one) => ({ low: one.low[axis] ?? 0, square: squareOf(one, axis) }))
  const at = ({ low: start, square: [a, b, c] }: (typeof squares)[number], place: number) =>
    Math.max(0, a + b * (place - start) + c * (place - start) ** 2)
  // Between two crossings one of them is the narrowest all along, and Simpson's rule is exact for it.
  const cuts = squares.flatMap((one, index) => squares.slice(index + 1).flatMap((other) => crossings(one, other)))
  const stops = [from, ...cuts.filter((cut) => cut > from + EPS && cut < to - EPS), to].toSorted((a, b) => a - b)
  const least = (place: number) => Math.min(...squares.map((one) => at(one, place)))
  const peaks = squares.flatMap(({ low: start, square: [, b, c] }) => (c < 0 ? [start - b / (2 * c)] : []))
  return stops.slice(1).map((end, index) => {
    const start = stops[index] ?? from
    const area = ((end - start) / 6) * (least(start) + 4 * least((start + end) / 2) + least(end))
    const places = [start, end, ...peaks.filter((peak) => peak > start && peak < end)]
    return { from: start, to: end, area, most: Math.max(...places.map(least)) }
  })
}

function squareOf(one: PlacedSolid, axis: number): readonly [number, number, number] {
  return one.shape.kind === 'round' ? one.shape.square : [0, size(one, axis), -1]
}

/** Where two squares are alike. */
function crossings(
  one: { low: number; square: readonly [number, number, number] },
  other: { low: number; square: readonly [number, number, number] },
): number[] {
  const moved = ({ low, square: [a, b, c] }: typeof one): [number, number, number] => [
    a - b * low + c * low ** 2,
    b - 2 * c * low,
    c,
  ]
  const [a, b, c] = moved(one).map((part, index) => part - (moved(other)[index] ?? 0)) as Triple
  if (Math.abs(c) < 1e-12) return Math.abs(b) < 1e-12 ? [] : [-a / b]
  const root = b ** 2 - 4 * a * c
  return root < 0 ? [] : [(-b - Math.sqrt(root)) / (2 * c), (-b + Math.sqrt(root)) / (2 * c)]
}

const isStraight = ({ shape }: PlacedSolid): boolean =>
  shape.kind === 'round' && Math.abs(shape.square[1]) < EPS && Math.abs(shape.square[2]) < EPS

/** A cylinder that lies in a box which cuts it along its length, on one side or on two that are opposite: half of it in the face, a strip of it. */
function segment(round: PlacedSolid, box: PlacedSolid): number | undefined {
  if (round.shape.kind !== 'round' || !isStraight(round) || box.shape.kind !== 'box') return undefined
  const { axis } = round.shape
  const { low, high } = common([round, box])
  const long = (high[axis] ?? 0) - (low[axis] ?? 0)
  const cuts = across(axis)
    .map((side) =>
      [(box.low[side] ?? 0) - (round.low[side] ?? 0), (round.high[side] ?? 0) - (box.high[side] ?? 0)].filter(
        (one) => one > EPS,
      ),
    )
    .filter((one) => one.length > 0)
  const radius = size(round, across(axis)[0] ?? 0) / 2
  const [off, ...more] = cuts
  if (off === undefined || more.length > 0) return undefined
  // What is left over of the circle beyond a line that far from its edge.
  const beyond = (far: number) =>
    radius ** 2 * Math.acos(1 - far / radius) - (radius - far) * Math.sqrt(2 * radius * far - far ** 2)
  return long * (Math.PI * radius ** 2 - off.reduce((sum, far) => sum + beyond(far), 0))
}

/** Two cylinders beside each other that run into each other. */
function sideBySide(one: PlacedSolid, other: PlacedSolid): number | undefined {
  if (one.shape.kind !== 'round' || other.shape.kind !== 'round' || one.shape.axis !== other.shape.axis)
    return undefined
  if (!isStraight(one) || !isStraight(other)) return undefined
  const { axis } = one.shape
  const sides = across(axis)
  const { low, high } = common([one, other])
  const [a, b] = [size(one, sides[0] ?? 0) / 2, size(other, sides[0] ?? 0) / 2]
  const far = Math.hypot(...sides.map((side) => middle(one, side) - middle(other, side)))
  if (far <= Math.abs(a - b)) return undefined
  const wedge = (r: number, s: number) => r ** 2 * Math.acos((far ** 2 + r ** 2 - s ** 2) / (2 * far * r))
  const kite = 0.5 * Math.sqrt((-far + a + b) * (far + a - b) * (far - a + b) * (far + a + b))
  return ((high[axis] ?? 0) - (low[axis] ?? 0)) * (wedge(a, b) + wedge(b, a) - kite)
}

/** A cylinder across a thicker one or one as thick, their axes meeting: through all of it, or from its axis on. */
function crossing(bar: PlacedSolid, bore: PlacedSolid): number | undefined {
  if (bar.shape.kind !== 'round' || bore.shape.kind !== 'round' || bar.shape.axis === bore.shape.axis) return undefined
  if (!isStraight(bar) || !isStraight(bore)) return undefined
  const { axis } = bar.shape
  const { axis: way } = bore.shape
  const [third = 0] = AXES.filter((one) => one !== axis && one !== way)
  const [thick, thin] = [size(bar, way), size(bore, axis)]
  const meets = Math.abs(middle(bar, third) - middle(bore, third)) < EPS && thin <= thick + EPS
  const within =
    (bar.low[axis] ?? 0) <= (bore.low[axis] ?? 0) + EPS && (bore.high[axis] ?? 0) <= (bar.high[axis] ?? 0) + EPS
  if (!meets || !within) return undefined
  const whole = evaluate('crossing(bar, hole)', { bar: thick, hole: thin })
  const over = (end: number, sign: 1 | -1) => sign * (end - middle(bar, way)) >= thick / 2 - EPS
  const [up, down] = [over(bore.high[way] ?? 0, 1), over(bore.low[way] ?? 0, -1)]
  if (up && down) return whole
  const half = [bore.low[way] ?? 0, bore.high[way] ?? 0].some((end) => Math.abs(end - middle(bar, way)) < EPS)
  return (up || down) && half ? whole / 2 : undefined
}

/** A square bar right through a ball, or through a cylinder along it, in its middle: its edges stay inside. */
function barIn(round: PlacedSolid, bar: PlacedSolid): number | undefined {
  if (bar.shape.kind !== 'box' || round.shape.kind !== 'ball') return undefined
  const radius = size(round, 0) / 2
  for (const axis of AXES) {
    const sides = across(axis)
    const through =
      (bar.low[axis] ?? 0) <= (round.low[axis] ?? 0) + EPS && (bar.high[axis] ?? 0) >= (round.high[axis] ?? 0) - EPS
    const [a = 0, b = 0] = sides.map((side) => size(bar, side) / 2)
    const inside =
      sides.every((side) => Math.abs(middle(bar, side) - middle(round, side)) < EPS) && Math.hypot(a, b) < radius - EPS
    if (through && inside) return 8 * quarterUnder(radius, a, b)
  }
  return undefined
}

/** Under a quarter of a ball, over a rectangle: across in closed form, along it by Simpson, which is exact to 1e-9 here. */
function quarterUnder(radius: number, a: number, b: number): number {
  const steps = 400
  const strip = (x: number) => {
    const square = radius ** 2 - x ** 2
    return (b * Math.sqrt(square - b ** 2) + square * Math.asin(b / Math.sqrt(square))) / 2
  }
  let sum = strip(0) + strip(a)
  for (let step = 1; step < steps; step++) sum += (step % 2 ? 4 : 2) * strip((a * step) / steps)
  return (sum * a) / (3 * steps)
}
