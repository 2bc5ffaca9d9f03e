import { type Edge, fromUm } from '@hewn/model'
import { roomsOf } from '../decor/decorate.ts'
import type { Room } from '../decor/room.ts'
import { raisedEdgeRefusal } from '../design/raised-edges.ts'
import type { Divider, PanelId, ResolvedDesign } from '../design/resolved-design.ts'
import type { Engine } from '../execute-recipe.ts'
import { DIVIDER_FACE, EDGES, FACES, faceBeyond } from '../frame.ts'
import { minimumWeb } from '../joints/fingers.ts'
import type { Joint, JointId } from '../joints/joint.ts'
import { boundsOf, type Contour, type Path, type Place, type Point } from '../panels/contour.ts'
import type { Mark, Panel } from '../panels/panel.ts'
import { type Rect, regionOf } from '../panels/region.ts'
import { slabOf } from '../proof/slab.ts'
import { strokesOf } from '../text/strokes-of.ts'
import { nameOf } from './layers-of.ts'

/** One panel as it is worked on: everything in mm, x right and y up in its own frame, seen from outside (BX68). */
export interface PanelView {
  readonly panel: PanelId
  readonly name: string
  /** Where the panel ends, raised parts included, tabs and feet not. */
  readonly extent: Box
  readonly body: Box
  /** The outline first. */
  readonly contours: readonly TaggedContour[]
  /** What is written on it, as open lines. */
  readonly strokes: readonly Path[]
  readonly edges: Readonly<Record<Edge, EdgeView>>
  /** Where the middle of nothing but a whole cut-out may lie: inside, and the smallest web away from everything. */
  readonly safe: readonly (readonly Place[])[]
  readonly handles: readonly Handle[]
  readonly snaps: readonly Place[]
  /** What stands behind it or runs into it. */
  readonly behind: readonly { readonly joint: JointId; readonly panel: PanelId; readonly area: Box }[]
}

export interface Box {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

export interface TaggedContour {
  readonly points: Contour
  /** For every side, from its point to the next: the joint or the feature that made it, or neither. */
  readonly tags: readonly (JointId | string | undefined)[]
}

export interface EdgeView {
  /** How far it may go, outward positive; nothing when it is locked. */
  readonly range?: readonly [number, number]
  /** How far it has gone. */
  readonly by: number
  /** Why it cannot move. */
  readonly locked?: string
}

/** Something to take hold of. */
export interface Handle {
  readonly kind: 'edge' | 'cutout' | 'text'
  /** The edge, or the id of the cut-out or text. */
  readonly id: string
  readonly at: Place
}

const MOST_RAISED = 200

export function panelView(engine: Engine, id: PanelId): PanelView | undefined {
  const { design, joints, panels } = engine
  const panel = panels.find((one) => one.id === id)
  const [room] = roomsOf(design, joints, panels, (one) => one.id === id)
  if (!panel || !room) return undefined
  const behind = behindOf(panel, joints, room)
  const { x, y } = room.extent
  const middle: Place = { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 }
  const ends = {
    top: { x: middle.x, y: y[1] },
    bottom: { x: middle.x, y: y[0] },
    left: { x: x[0], y: middle.y },
    right: { x: x[1], y: middle.y },
  }
  const features = panel.features.map((feature) => ({ id: feature.id, at: centreOf(feature.contours.flat()) }))
  const corners = x.flatMap((across) => y.map((up): Place => ({ x: across, y: up })))
  const edges = Object.fromEntries(EDGES.map((edge) => [edge, edgeOf(engine, panel, edge)]))
  return {
    panel: id,
    name: nameOf(panel),
    extent: boxOf(room.extent),
    body: boxOf({ x: [0, panel.body.width], y: [0, panel.body.height] }),
    contours: contoursOf(panel, joints, room),
    strokes: panel.marks.flatMap(strokesOf).map(inMm),
    edges: edges as Record<Edge, EdgeView>,
    safe: safeArea(panel, room).map((contour) => contour.map(placeOf)),
    handles: [
      ...EDGES.map((edge): Handle => ({ kind: 'edge', id: edge, at: placeOf(ends[edge]) })),
      ...features.map((one): Handle => ({ kind: 'cutout', id: one.id, at: placeOf(one.at) })),
      ...panel.marks.flatMap((mark): Handle[] =>
        mark.line ? [] : [{ kind: 'text', id: mark.id, at: placeOf(mark.at) }],
      ),
    ],
    snaps: [middle, ...Object.values(ends), ...corners, ...features.map((one) => one.at)].map(placeOf),
    behind,
  }
}

/** Both parts of a joint, and what it is, in words. */
export interface JointView {
  readonly joint: JointId
  readonly kind: Joint['kind']
  readonly parts: readonly [PanelId, PanelId]
  readonly names: readonly [string, string]
  readonly tabs: number
  /** mm */
  readonly length: number
}

export function hover({ joints }: Engine, id: JointId): JointView | undefined {
  const joint = joints.find((one) => one.id === id)
  if (!joint) return undefined
  const { kind, male, female, from, tabs, to } = joint
  return {
    joint: id,
    kind,
    parts: [male, female],
    names: [nameOf({ id: male }), nameOf({ id: female })],
    tabs: tabs.length,
    length: fromUm(to - from),
  }
}

const inMm = (path: Path): Path =>
  path.map(({ arc, ...place }) => ({
    ...placeOf(place),
    ...(arc ? { arc: { centre: placeOf(arc.centre), turn: arc.turn } } : {}),
  }))
const placeOf = ({ x, y }: Place): Place => ({ x: x / 1000, y: y / 1000 })
const boxOf = ({ x, y }: Rect): Box => ({ x: [x[0] / 1000, x[1] / 1000], y: [y[0] / 1000, y[1] / 1000] })

function centreOf(points: readonly Place[]): Place {
  const { x, y } = boundsOf(points)
  return { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 }
}

function behindOf(panel: Panel, joints: readonly Joint[], room: Room): PanelView['behind'] {
  return room.zones.flatMap(({ bounds, joint }) => {
    const found = joints.find((one) => one.id === joint)
    if (!found) return []
    return [{ joint: found.id, panel: found.male === panel.id ? found.female : found.male, area: boxOf(bounds) }]
  })
}

/** A side belongs to the joint in whose place it lies, or to the feature that has it. */
function contoursOf(panel: Panel, joints: readonly Joint[], room: Room): TaggedContour[] {
  const known = new Set<string>(joints.map((joint) => joint.id))
  const featured = new Map(
    panel.features.flatMap((feature) =>
      feature.contours.flatMap((contour) => contour.map((point) => [keyOf(point), feature.id] as const)),
    ),
  )
  const tagOf = (from: Point, to: Point): string | undefined => {
    const feature = featured.get(keyOf(from))
    if (feature !== undefined && feature === featured.get(keyOf(to))) return feature
    const zone = room.zones.find(
      ({ bounds, joint }) => joint !== undefined && known.has(joint) && isIn(bounds, from) && isIn(bounds, to),
    )
    return zone?.joint
  }
  return [panel.outline, ...panel.holes].map((contour) => ({
    points: inMm(contour),
    tags: contour.map((point, index) => tagOf(point, contour[(index + 1) % contour.length] ?? point)),
  }))
}

const isIn = ({ x, y }: Rect, place: Place): boolean =>
  place.x >= x[0] && place.x <= x[1] && place.y >= y[0] && place.y <= y[1]

const keyOf = ({ x, y }: Place): string => `${x},${y}`

function edgeOf({ design, recipe }: Engine, panel: Panel, edge: Edge): EdgeView {
  const face = FACES.find((one) => one === panel.id)
  const divider = design.dividers.find((one) => one.id === panel.id)
  if (divider) return dividerEdge(design, divider, edge)
  if (!face) return { by: 0, locked: `${nameOf(panel)} has the size its place gives it` }
  const by = (design.reach[face][faceBeyond(face, edge)] ?? 0) / 1000
  const refusal = (said: number) => raisedEdgeRefusal(recipe, design, face, edge, said)
  const fixed = refusal(MOST_RAISED)
  if (fixed) return { by, locked: fixed.message }
  // How far down says the refusal of what is far too much.
  const { limit = 0 } = refusal(-10 * MOST_RAISED) ?? {}
  return { by, range: [Math.min(0, limit), MOST_RAISED] }
}

function dividerEdge(design: ResolvedDesign, divider: Divider, edge: Edge): EdgeView {
  const beyond = faceBeyond(DIVIDER_FACE[divider.axis], edge)
  const isHeld = divider.inside.sides[beyond] !== undefined || design.lids.some((lid) => lid.face === beyond)
  const by = (divider.reach?.[beyond] ?? 0) / 1000
  return isHeld ? { by, locked: `${nameOf(divider)} is held along its ${edge}` } : { by, range: [0, MOST_RAISED] }
}

/** What is written keeps its distance too. */
function markBounds(mark: Mark): Rect {
  const { x, y } = boundsOf(strokesOf(mark).flat())
  const half = Math.ceil((mark.width ?? 0) / 2)
  return { x: [x[0] - half, x[1] + half], y: [y[0] - half, y[1] + half] }
}

/** All of the panel less a web around its edges, its joints and what is cut out of it already. */
function safeArea(panel: Panel, room: Room): Contour[] {
  const web = Math.ceil(minimumWeb(panel.thickness))
  const grown = ({ x, y }: Rect): Rect => ({ x: [x[0] - web, x[1] + web], y: [y[0] - web, y[1] + web] })
  const whole = grown({
    x: [room.extent.x[0] + 2 * web, room.extent.x[1] - 2 * web],
    y: [room.extent.y[0] + 2 * web, room.extent.y[1] - 2 * web],
  })
  if (whole.x[1] <= whole.x[0] || whole.y[1] <= whole.y[0]) return []
  const taken = [
    ...room.zones.map((zone) => zone.bounds),
    ...airOf(panel, room),
    ...panel.features.flatMap((feature) => feature.contours.map(boundsOf)),
    ...panel.marks.map(markBounds),
  ]
  const clipped = taken.map(grown).flatMap((rect): Rect[] => {
    const x = [Math.max(rect.x[0], whole.x[0]), Math.min(rect.x[1], whole.x[1])] as const
    const y = [Math.max(rect.y[0], whole.y[0]), Math.min(rect.y[1], whole.y[1])] as const
    return x[1] > x[0] && y[1] > y[0] ? [{ x, y }] : []
  })
  return regionOf([whole], clipped)
}

/** Where there is no material within the extent of a panel: slots, laps, lowered and raised parts. */
function airOf(panel: Panel, room: Room): Rect[] {
  const slab = slabOf({
    ...panel,
    frame: { ...panel.frame, origin: [0, 0, 0] as never, right: LOCAL_X, up: LOCAL_Y, out: LOCAL_Z },
  })
  const { x, y } = room.extent
  return slab.strips('y', y[0], y[1]).flatMap(({ from, spans, to }) => {
    const ends = [x[0], ...spans.flat(), x[1]]
    return ends.flatMap((end, index): Rect[] => {
      const next = ends[index + 1] ?? end
      return index % 2 === 0 && next > end ? [{ x: [end, next], y: [from, to] }] : []
    })
  })
}

const LOCAL_X = { axis: 'x', sign: 1 } as const
const LOCAL_Y = { axis: 'y', sign: 1 } as const
const LOCAL_Z = { axis: 'z', sign: 1 } as const
