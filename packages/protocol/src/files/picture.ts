import type { Vec3 } from '@hewn/model'
import { checkPlacement, colorOf, type MeshPart } from './mesh-part.ts'
import type { Picture } from './png.ts'
import { strokesOf, widthOf } from './stroke-font.ts'

export type { Picture } from './png.ts'

export const PICTURE_VIEWS = ['iso', 'front', 'back', 'left', 'right', 'top', 'bottom'] as const
export type PictureView = (typeof PICTURE_VIEWS)[number]

export interface PictureOptions {
  width?: number
  height?: number
  /** One fills the picture; up to four share it, as on a drawing sheet. */
  views?: readonly PictureView[]
  /** `#rrggbb`, or nothing behind the model. */
  background?: string | null
  edges?: boolean
  /** The origin's axes: X red, Y green, Z blue. */
  axes?: boolean
  /** Under each view its name, and how far the model reaches in it. */
  extents?: boolean
}

/** So many samples across a pixel, and as many down. */
const SAMPLES = 2
const MARGIN = 0.08
const EDGE_COLOR = 0xff1f1b1b
const EDGE_WIDTH = 1.25
/** So far, in samples, an edge may lie under a face and still be drawn. */
const EDGE_LIFT = 2.5
const AXES: readonly [Vec3, number][] = [
  [[1, 0, 0], 0xff1e26b3],
  [[0, 1, 0], 0xff40741b],
  [[0, 0, 1], 0xffb45f0a],
]

/** Right, up and towards the eye, of each view; Z is up and the front looks along +Y. */
const CAMERAS: Record<PictureView, readonly [Vec3, Vec3, Vec3]> = {
  front: [
    [1, 0, 0],
    [0, 0, 1],
    [0, -1, 0],
  ],
  back: [
    [-1, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ],
  right: [
    [0, 1, 0],
    [0, 0, 1],
    [1, 0, 0],
  ],
  left: [
    [0, -1, 0],
    [0, 0, 1],
    [-1, 0, 0],
  ],
  top: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  bottom: [
    [1, 0, 0],
    [0, -1, 0],
    [0, 0, -1],
  ],
  iso: [
    [Math.SQRT1_2, Math.SQRT1_2, 0],
    [-1 / Math.sqrt(6), 1 / Math.sqrt(6), 2 / Math.sqrt(6)],
    [1 / Math.sqrt(3), -1 / Math.sqrt(3), 1 / Math.sqrt(3)],
  ],
}

/**
 * Draws layers without a GPU: a z-buffer with four samples a pixel, B-rep edges and a light at the eye. The same input
 * gives the same pixels on every machine.
 * @example writePng(drawPicture([{ name: 'lid', geometry, placement }], { views: ['iso', 'front', 'top', 'right'] }))
 */
export function drawPicture(parts: MeshPart[], options: PictureOptions = {}): Picture {
  const { width = 1024, height = 768, views = ['iso'], background = '#ffffff', edges = true, axes = false } = options
  const lettering = options.extents ? Math.max(7, Math.min(14, Math.round(height / 45))) * SAMPLES : 0
  for (const side of [width, height])
    if (!Number.isInteger(side) || side < 1 || side > 8192)
      throw new RangeError(`A picture is 1 to 8192 pixels on each side; got ${width} × ${height}.`)
  const canvas = new Canvas(width * SAMPLES, height * SAMPLES, packed(background))
  const [across, down] = views.length > 1 ? [2, Math.ceil(views.length / 2)] : [1, 1]
  for (const [index, view] of views.entries()) {
    const [w, h] = [Math.floor(canvas.width / across), Math.floor(canvas.height / down)]
    const window = { x: (index % across) * w, y: Math.floor(index / across) * h, w, h: h - 2 * lettering }
    const reach = drawView(canvas, parts, CAMERAS[view], window, edges, axes)
    if (lettering > 0) writeCaption(canvas, captionOf(view, reach), { ...window, h }, lettering)
  }
  return canvas.picture(width, height)
}

interface Window {
  x: number
  y: number
  w: number
  h: number
}

function drawView(
  canvas: Canvas,
  parts: MeshPart[],
  camera: readonly [Vec3, Vec3, Vec3],
  window: Window,
  edges: boolean,
  axes: boolean,
): Vec3 {
  const seen = parts.map((part) => seenPart(part, camera))
  const fit = fitted(seen, window, axes)
  canvas.window = window
  const order = [...parts.keys()].toSorted((a, b) => opacityOf(parts[b]) - opacityOf(parts[a]))
  for (const index of order) {
    const [part, { points, lines, shades }] = [parts[index], seen[index] ?? NOTHING]
    if (part === undefined) continue
    const { triangles } = part.geometry
    const color = colorOf(part, index)
    const screen = onScreen(points, fit)
    if (triangles) canvas.triangles(screen, triangles, shades, color)
    if (edges) canvas.lines(onScreen(lines, fit), withoutSeams(part.geometry), EDGE_COLOR)
  }
  if (axes)
    for (const [axis, color] of AXES) canvas.lines(onScreen(axisLine(axis, camera, fit), fit), AXIS_RANGE, color)
  return reachOf(seen)
}

/** How far all of it reaches to the right, up, and towards the eye. */
function reachOf(seen: { points: Float64Array; lines: Float64Array }[]): Vec3 {
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  for (const { points, lines } of seen)
    for (const list of [points, lines])
      for (let at = 0; at < list.length; at++) {
        low[at % 3] = Math.min(low[at % 3] ?? 0, list[at] ?? 0)
        high[at % 3] = Math.max(high[at % 3] ?? 0, list[at] ?? 0)
      }
  const of = (axis: number) => Math.max(0, (high[axis] ?? 0) - (low[axis] ?? 0))
  return [of(0), of(1), of(2)]
}

/** A view from a slant says no size: what it shows there is nobody's width. */
function captionOf(view: PictureView, [across, up]: Vec3): string {
  if (view === 'iso') return 'ISO'
  return `${view.toUpperCase()}  ${shortest(across)} × ${shortest(up)} mm`
}

const shortest = (value: number): string => String(Math.round(value * 100) / 100)

function writeCaption(canvas: Canvas, text: string, window: Window, height: number): void {
  canvas.window = window
  const left = window.x + Math.max(0, (window.w - widthOf(text, height)) / 2)
  const top = window.y + window.h - 1.6 * height
  for (const stroke of strokesOf(text, height)) {
    const points = Float64Array.from(stroke.flatMap(([x, y]) => [left + x, top + y, NEAREST]))
    canvas.lines(points, Uint32Array.of(0, stroke.length), EDGE_COLOR)
  }
}

/** In front of everything. */
const NEAREST = 1e9

/** Where a face meets itself there is nothing to see. */
function withoutSeams({ edgeRanges, edges }: MeshPart['geometry']): Uint32Array {
  if (!edgeRanges || !edges?.some(({ seam }) => seam)) return edgeRanges ?? new Uint32Array(0)
  return edgeRanges.filter((_, at) => edges[at >> 1]?.seam !== true)
}

const NOTHING = { points: new Float64Array(0), lines: new Float64Array(0), shades: new Float32Array(0) }
const AXIS_RANGE = Uint32Array.of(0, 2)
const opacityOf = (part: MeshPart | undefined) => part?.opacity ?? 1

/** Points and edge points as the camera sees them: right, up, towards it; and how light each point is. */
function seenPart({ geometry, placement }: MeshPart, camera: readonly [Vec3, Vec3, Vec3]) {
  checkPlacement(placement)
  const matrix = throughCamera(placement, camera)
  const points = moved(geometry.positions ?? new Float32Array(0), matrix)
  const lines = moved(geometry.edgePoints ?? new Float32Array(0), matrix)
  const shades = new Float32Array(points.length / 3)
  const { normals } = geometry
  for (let at = 0; at < shades.length; at++) {
    if (normals === undefined) {
      shades[at] = Number.NaN
      continue
    }
    const [x = 0, y = 0, z = 0] = [normals[at * 3], normals[at * 3 + 1], normals[at * 3 + 2]]
    const [nx, ny, nz] = [0, 1, 2].map(
      (row) => (matrix[row] ?? 0) * x + (matrix[row + 3] ?? 0) * y + (matrix[row + 6] ?? 0) * z,
    )
    shades[at] = lightOf(nx ?? 0, ny ?? 0, nz ?? 0)
  }
  return { points, lines, shades }
}

/** A light beside the eye, above its left shoulder: faces that stand across each other differ. */
function lightOf(x: number, y: number, z: number): number {
  const length = Math.hypot(x, y, z) || 1
  const facing = z < 0 ? -1 : 1
  return 0.34 + 0.66 * Math.max(0, (facing * (-0.25 * x + 0.4 * y + 0.88 * z)) / length)
}

/** Rotation and shift of a placement, seen by a camera: 9 numbers column-major, then 3. */
function throughCamera(m: readonly number[], camera: readonly [Vec3, Vec3, Vec3]): number[] {
  const column = (at: number): number[] =>
    camera.map(([x, y, z]) => x * (m[at] ?? 0) + y * (m[at + 1] ?? 0) + z * (m[at + 2] ?? 0))
  return [...column(0), ...column(4), ...column(8), ...column(12)]
}

function moved(points: Float32Array, m: readonly number[]): Float64Array {
  const seen = new Float64Array(points.length)
  for (let at = 0; at < points.length; at += 3)
    for (let row = 0; row < 3; row++)
      seen[at + row] =
        (m[row] ?? 0) * (points[at] ?? 0) +
        (m[row + 3] ?? 0) * (points[at + 1] ?? 0) +
        (m[row + 6] ?? 0) * (points[at + 2] ?? 0) +
        (m[row + 9] ?? 0)
  return seen
}

interface Fit {
  scale: number
  x: number
  y: number
  size: number
}

function fitted(seen: { points: Float64Array; lines: Float64Array }[], window: Window, axes: boolean): Fit {
  const low = [Infinity, Infinity]
  const high = [-Infinity, -Infinity]
  const take = (points: Float64Array) => {
    for (let at = 0; at < points.length; at += 3)
      for (let axis = 0; axis < 2; axis++) {
        const value = points[at + axis] ?? 0
        if (value < (low[axis] ?? 0)) low[axis] = value
        if (value > (high[axis] ?? 0)) high[axis] = value
      }
  }
  for (const { points, lines } of seen) {
    take(points)
    take(lines)
  }
  if (axes || low[0] === Infinity) take(new Float64Array(3))
  const [w, h] = [(high[0] ?? 0) - (low[0] ?? 0), (high[1] ?? 0) - (low[1] ?? 0)]
  const size = Math.max(w, h, 1e-6)
  const scale = Math.min(
    (window.w * (1 - 2 * MARGIN)) / Math.max(w, 1e-6),
    (window.h * (1 - 2 * MARGIN)) / Math.max(h, 1e-6),
  )
  return {
    scale,
    x: window.x + window.w / 2 - (((low[0] ?? 0) + (high[0] ?? 0)) / 2) * scale,
    y: window.y + window.h / 2 + (((low[1] ?? 0) + (high[1] ?? 0)) / 2) * scale,
    size,
  }
}

function onScreen(points: Float64Array, { scale, x, y }: Fit): Float64Array {
  const screen = new Float64Array(points.length)
  for (let at = 0; at < points.length; at += 3) {
    screen[at] = x + (points[at] ?? 0) * scale
    screen[at + 1] = y - (points[at + 1] ?? 0) * scale
    screen[at + 2] = (points[at + 2] ?? 0) * scale
  }
  return screen
}

function axisLine(axis: Vec3, camera: readonly [Vec3, Vec3, Vec3], { size }: Fit): Float64Array {
  const end = camera.map(([x, y, z]) => (x * axis[0] + y * axis[1] + z * axis[2]) * size * 0.4)
  return Float64Array.from([0, 0, 0, ...end])
}

/** Samples: colour as 0xaabbggrr, and depth, larger being nearer. */
class Canvas {
  readonly width: number
  readonly height: number
  window: Window
  private readonly colors: Uint32Array
  private readonly depth: Float32Array

  constructor(width: number, height: number, background: number) {
    this.width = width
    this.height = height
    this.window = { x: 0, y: 0, w: width, h: height }
    this.colors = new Uint32Array(width * height).fill(background)
    this.depth = new Float32Array(width * height).fill(-Infinity)
  }

  triangles(points: Float64Array, triangles: Uint32Array, shades: Float32Array, color: readonly number[]): void {
    const { x: left, y: top, w, h } = this.window
    const [red = 0, green = 0, blue = 0, opacity = 1] = color
    const paint = (shade: number) =>
      ((Math.round(opacity * 255) << 24) |
        (Math.round(blue * shade * 255) << 16) |
        (Math.round(green * shade * 255) << 8) |
        Math.round(red * shade * 255)) >>>
      0
    const palette = Uint32Array.from({ length: 257 }, (_, n) => paint(Math.min(1, n / 256)))
    for (let first = 0; first < triangles.length; first += 3) {
      const [a, b, c] = [(triangles[first] ?? 0) * 3, (triangles[first + 1] ?? 0) * 3, (triangles[first + 2] ?? 0) * 3]
      const [ax, ay, az] = [points[a] ?? 0, points[a + 1] ?? 0, points[a + 2] ?? 0]
      const [bx, by, bz] = [points[b] ?? 0, points[b + 1] ?? 0, points[b + 2] ?? 0]
      const [cx, cy, cz] = [points[c] ?? 0, points[c + 1] ?? 0, points[c + 2] ?? 0]
      const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
      if (area === 0) continue
      const x0 = Math.max(left, Math.ceil(Math.min(ax, bx, cx) - 0.5))
      const x1 = Math.min(left + w - 1, Math.floor(Math.max(ax, bx, cx) - 0.5))
      const y0 = Math.max(top, Math.ceil(Math.min(ay, by, cy) - 0.5))
      const y1 = Math.min(top + h - 1, Math.floor(Math.max(ay, by, cy) - 0.5))
      const flat = flatShade(ax, ay, az, bx, by, bz, cx, cy, cz)
      const [sa, sb, sc] = [a, b, c].map((at) => {
        const shade = shades[at / 3] ?? Number.NaN
        return Number.isNaN(shade) ? flat : shade
      }) as [number, number, number]
      for (let y = y0; y <= y1; y++) {
        const py = y + 0.5
        for (let x = x0; x <= x1; x++) {
          const px = x + 0.5
          const wa = ((bx - px) * (cy - py) - (by - py) * (cx - px)) / area
          const wb = ((cx - px) * (ay - py) - (cy - py) * (ax - px)) / area
          const wc = 1 - wa - wb
          if (wa < 0 || wb < 0 || wc < 0) continue
          const z = wa * az + wb * bz + wc * cz
          const at = y * this.width + x
          if (z <= (this.depth[at] ?? 0)) continue
          const ink = palette[Math.min(256, Math.max(0, Math.round((wa * sa + wb * sb + wc * sc) * 256)))] ?? 0
          if (opacity >= 1) {
            this.depth[at] = z
            this.colors[at] = ink
          } else this.colors[at] = over(ink, this.colors[at] ?? 0)
        }
      }
    }
  }

  lines(points: Float64Array, ranges: Uint32Array, color: number): void {
    for (let edge = 0; edge < ranges.length; edge += 2) {
      const first = ranges[edge] ?? 0
      for (let point = first; point + 1 < first + (ranges[edge + 1] ?? 0); point++) this.line(points, point * 3, color)
    }
  }

  private line(points: Float64Array, at: number, color: number): void {
    const [ax, ay, az] = [points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0]
    const [bx, by, bz] = [points[at + 3] ?? 0, points[at + 4] ?? 0, points[at + 5] ?? 0]
    const [dx, dy] = [bx - ax, by - ay]
    const length = Math.hypot(dx, dy)
    const steps = Math.max(1, Math.ceil(length * 1.5))
    const half = (EDGE_WIDTH * SAMPLES) / 2
    const [nx, ny] = length === 0 ? [0, 0] : [-dy / length, dx / length]
    for (let step = 0; step <= steps; step++) {
      const share = step / steps
      const z = az + (bz - az) * share + EDGE_LIFT
      for (let side = -half; side <= half; side += 0.75)
        this.dot(ax + dx * share + nx * side, ay + dy * share + ny * side, z, color)
    }
  }

  private dot(px: number, py: number, z: number, color: number): void {
    const [x, y] = [Math.floor(px), Math.floor(py)]
    const { x: left, y: top, w, h } = this.window
    if (x < left || y < top || x >= left + w || y >= top + h) return
    const at = y * this.width + x
    if (z >= (this.depth[at] ?? 0)) this.colors[at] = color
  }

  /** Each pixel is the mean of its samples. */
  picture(width: number, height: number): Picture {
    const pixels = new Uint8Array(width * height * 4)
    const samples = SAMPLES * SAMPLES
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        let [red, green, blue, opacity] = [0, 0, 0, 0]
        for (let row = 0; row < SAMPLES; row++)
          for (let column = 0; column < SAMPLES; column++) {
            const color = this.colors[(y * SAMPLES + row) * this.width + x * SAMPLES + column] ?? 0
            const alpha = color >>> 24
            red += (color & 255) * alpha
            green += ((color >>> 8) & 255) * alpha
            blue += ((color >>> 16) & 255) * alpha
            opacity += alpha
          }
        const at = (y * width + x) * 4
        pixels[at] = opacity === 0 ? 0 : Math.round(red / opacity)
        pixels[at + 1] = opacity === 0 ? 0 : Math.round(green / opacity)
        pixels[at + 2] = opacity === 0 ? 0 : Math.round(blue / opacity)
        pixels[at + 3] = Math.round(opacity / samples)
      }
    return { width, height, pixels }
  }
}

/** Of a triangle on screen, whose y goes down. */
function flatShade(
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  cx: number,
  cy: number,
  cz: number,
): number {
  const [ux, uy, uz] = [bx - ax, ay - by, bz - az]
  const [vx, vy, vz] = [cx - ax, ay - cy, cz - az]
  return lightOf(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx)
}

function over(ink: number, under: number): number {
  const alpha = (ink >>> 24) / 255
  const below = ((under >>> 24) / 255) * (1 - alpha)
  const total = alpha + below
  if (total === 0) return 0
  const mix = (shift: number) =>
    Math.round((((ink >>> shift) & 255) * alpha + ((under >>> shift) & 255) * below) / total) << shift
  return ((Math.round(total * 255) << 24) | mix(16) | mix(8) | mix(0)) >>> 0
}

function packed(color: string | null): number {
  if (color === null) return 0
  const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16) || 0
  return ((255 << 24) | (channel(5) << 16) | (channel(3) << 8) | channel(1)) >>> 0
}
