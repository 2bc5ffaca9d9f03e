import type { Bounds, Vec3 } from '@hewn/model'

/** Where somebody looks from. Plain data, so it can be kept, sent and compared. Orthographic, Z stays up. */
export interface View {
  /** The point in the middle of the picture. */
  target: Vec3
  /** Degrees around Z: 0 looks along +Y (front), 90 from the right. */
  azimuth: number
  /** Degrees above the ground: 90 looks straight down. */
  elevation: number
  /** Millimetres from the lower to the upper rim of the picture. */
  height: number
}

export const ISO = { azimuth: 45, elevation: 35.264389682754654 } as const

/** The named views, in the order of the keys 1–6. */
export const NAMED_VIEWS = {
  front: { azimuth: 0, elevation: 0 },
  back: { azimuth: 180, elevation: 0 },
  left: { azimuth: -90, elevation: 0 },
  right: { azimuth: 90, elevation: 0 },
  top: { azimuth: 0, elevation: 90 },
  bottom: { azimuth: 0, elevation: -90 },
} as const
export type NamedView = keyof typeof NAMED_VIEWS

/** The picture's own axes in the world: right, up, and towards the viewer. */
export interface Axes {
  right: Vec3
  up: Vec3
  toward: Vec3
}

export function axesOf({ azimuth, elevation }: Pick<View, 'azimuth' | 'elevation'>): Axes {
  const a = radians(azimuth)
  const e = radians(elevation)
  return {
    right: [Math.cos(a), Math.sin(a), 0],
    up: [-Math.sin(e) * Math.sin(a), Math.sin(e) * Math.cos(a), Math.cos(e)],
    toward: [Math.sin(a) * Math.cos(e), -Math.cos(a) * Math.cos(e), Math.sin(e)],
  }
}

/** Turns the view; `pivot` stays where it is in the picture. */
export function orbit(view: View, turn: { azimuth: number; elevation: number }, pivot: Vec3 = view.target): View {
  const before = axesOf(view)
  const turned = {
    azimuth: wrap(view.azimuth + turn.azimuth),
    elevation: Math.max(-90, Math.min(90, view.elevation + turn.elevation)),
  }
  const after = axesOf(turned)
  const offset = subtract(pivot, view.target)
  const target = combine(
    pivot,
    [after.right, -dot(offset, before.right)],
    [after.up, -dot(offset, before.up)],
    [after.toward, -dot(offset, before.toward)],
  )
  return { ...turned, target, height: view.height }
}

/** Moves the picture by so many millimetres to the right and up. */
export function pan(view: View, right: number, up: number): View {
  const axes = axesOf(view)
  return { ...view, target: combine(view.target, [axes.right, -right], [axes.up, -up]) }
}

const SMALLEST = 1e-3
const LARGEST = 1e7

/** Shows `factor` times as many millimetres; the point `at` (millimetres right and up of the middle) stays under the cursor. */
export function zoom(view: View, factor: number, at: { right: number; up: number } = { right: 0, up: 0 }): View {
  const height = Math.max(SMALLEST, Math.min(LARGEST, view.height * factor))
  const share = 1 - height / view.height
  const axes = axesOf(view)
  return { ...view, height, target: combine(view.target, [axes.right, at.right * share], [axes.up, at.up * share]) }
}

/** The same direction, moved and sized so that all of `bounds` is in the picture with a little air around it. */
export function fit(view: View, bounds: Bounds, aspect: number, air = 1.2): View {
  const axes = axesOf(view)
  const extent = (axis: Vec3): [number, number] => {
    const along = cornersOf(bounds).map((corner) => dot(corner, axis))
    return [Math.min(...along), Math.max(...along)]
  }
  const [left, right] = extent(axes.right)
  const [low, high] = extent(axes.up)
  const [far, near] = extent(axes.toward)
  const height = Math.max(high - low, (right - left) / aspect, SMALLEST * 10) * air
  const target = combine(
    [0, 0, 0],
    [axes.right, (left + right) / 2],
    [axes.up, (low + high) / 2],
    [axes.toward, (far + near) / 2],
  )
  return { ...view, height, target }
}

/** Whether any of `bounds` can be in the picture. */
export function inPicture(view: View, bounds: Bounds, aspect: number): boolean {
  const axes = axesOf(view)
  const offsets = cornersOf(bounds).map((corner) => subtract(corner, view.target))
  const reaches = (axis: Vec3, half: number) => {
    const along = offsets.map((offset) => dot(offset, axis))
    return Math.min(...along) < half && Math.max(...along) > -half
  }
  return reaches(axes.right, (view.height * aspect) / 2) && reaches(axes.up, view.height / 2)
}

export type Misfit = 'aside' | 'tiny' | 'huge'

/** How `bounds` lie in the picture: how much of it they would take, and how much of what could be seen is. */
function lie(view: View, bounds: Bounds, aspect: number): { share: number; inside: number; whole: boolean } {
  const axes = axesOf(view)
  const offsets = cornersOf(bounds).map((corner) => subtract(corner, view.target))
  const along = (axis: Vec3, size: number) => {
    const at = offsets.map((offset) => dot(offset, axis))
    const [low, high] = [Math.min(...at), Math.max(...at)]
    const inside = Math.max(0, Math.min(high, size / 2) - Math.max(low, -size / 2))
    const whole = low >= -size / 2 && high <= size / 2
    return { share: (high - low) / size, inside: inside / Math.min(Math.max(high - low, SMALLEST), size), whole }
  }
  const [across, upright] = [along(axes.right, view.height * aspect), along(axes.up, view.height)]
  return {
    share: Math.max(across.share, upright.share),
    inside: across.inside * upright.inside,
    whole: across.whole && upright.whole,
  }
}

/** What keeps `bounds` from being looked at: hardly any of it is in the picture, it is a speck, or only a bit of it fits. */
export function misfit(view: View, bounds: Bounds, aspect: number): Misfit | null {
  const { share, inside } = lie(view, bounds, aspect)
  if (inside < 0.05) return 'aside'
  if (share < 0.03) return 'tiny'
  return share > 4 ? 'huge' : null
}

/** Whether all of `bounds` is in the picture, and large enough in it to be looked at. */
export function showsWhole(view: View, bounds: Bounds, aspect: number): boolean {
  const { share, whole } = lie(view, bounds, aspect)
  return whole && share > 0.25
}

/** How many times as large, or as small, one is as the other; at least 1. */
export function sizeStep(a: Bounds, b: Bounds): number {
  const span = ({ min, max }: Bounds) => Math.max(Math.hypot(...subtract(max, min)), SMALLEST)
  return Math.max(span(a) / span(b), span(b) / span(a))
}

/** A view on the way from one to another, turning the short way round. */
export function between(from: View, to: View, share: number): View {
  const mix = (a: number, b: number) => a + (b - a) * share
  return {
    azimuth: wrap(from.azimuth + wrap(to.azimuth - from.azimuth) * share),
    elevation: mix(from.elevation, to.elevation),
    height: from.height * (to.height / from.height) ** share,
    target: [mix(from.target[0], to.target[0]), mix(from.target[1], to.target[1]), mix(from.target[2], to.target[2])],
  }
}

export function union(all: Bounds[]): Bounds | undefined {
  if (all.length === 0) return undefined
  const pick = (end: 'min' | 'max', axis: 0 | 1 | 2) => Math[end](...all.map((bounds) => bounds[end][axis]))
  return {
    min: [pick('min', 0), pick('min', 1), pick('min', 2)],
    max: [pick('max', 0), pick('max', 1), pick('max', 2)],
  }
}

/** Bounds in the world of something placed by a column-major matrix. */
export function placed(bounds: Bounds, placement: readonly number[]): Bounds {
  const at = (index: number) => placement[index] ?? 0
  const corners = cornersOf(bounds).map(
    ([x, y, z]): Vec3 => [
      at(0) * x + at(4) * y + at(8) * z + at(12),
      at(1) * x + at(5) * y + at(9) * z + at(13),
      at(2) * x + at(6) * y + at(10) * z + at(14),
    ],
  )
  return union(corners.map((corner) => ({ min: corner, max: corner }))) ?? bounds
}

export function cornersOf({ min, max }: Bounds): Vec3[] {
  const corners: Vec3[] = []
  for (const x of [min[0], max[0]])
    for (const y of [min[1], max[1]]) for (const z of [min[2], max[2]]) corners.push([x, y, z])
  return corners
}

export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]

function combine(start: Vec3, ...steps: [Vec3, number][]): Vec3 {
  const sum: Vec3 = [...start]
  for (const [axis, length] of steps) for (const i of [0, 1, 2] as const) sum[i] += axis[i] * length
  return sum
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
/** −180 < degrees ≤ 180. */
const wrap = (degrees: number) => degrees - 360 * Math.ceil((degrees - 180) / 360)
