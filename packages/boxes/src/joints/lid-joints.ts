import type { Axis, Face, Um } from '@hewn/model'
import type { Drawer, LidPart, OpeningLid, PanelId, ResolvedDesign } from '../design/resolved-design.ts'
import { faceBody } from '../design/shell-blocks.ts'
import { type Block, FACE_FRAMES, FACES, inward, length, opposite, otherAxes, shared } from '../frame.ts'
import { fingerRule, jointId } from './edge-joints.ts'
import { fingers } from './fingers.ts'
import type { Joint } from './joint.ts'

/** What guides the lids that open: ledges in their walls, and play on every side (BX28, BX29). */
export function lidJoints(design: ResolvedDesign): Joint[] {
  return design.lids.flatMap((lid) => [
    ...lid.parts.flatMap((part) => (part.wall ? [ledgeJoint(design, lid, part, part.wall)] : [])),
    ...guides(design, lid),
  ])
}

function ledgeJoint(design: ResolvedDesign, lid: OpeningLid, ledge: LidPart, wall: Face): Joint {
  const along = FACE_FRAMES[lid.toward].axis
  const body = faceBody(design, wall)[along]
  const line = [Math.max(body[0], ledge.block[along][0]), Math.min(body[1], ledge.block[along][1])] as const
  const { panel, thickness } = design.faces[wall]
  const tabs = fingers(line, fingerRule(design.fingers, lid.thickness, thickness))
  return {
    id: jointId(ledge.id, panel),
    kind: tabs.length > 0 ? (ledge.joint ?? 'slot') : 'plain',
    male: ledge.id,
    female: panel,
    along,
    from: line[0],
    to: line[1],
    tabs,
    reach: thickness,
    width: lid.thickness,
  }
}

/** The plate of a sliding lid between its ledges and walls, or the locator of the other kind between its walls. */
function guides(design: ResolvedDesign, lid: OpeningLid): Joint[] {
  const moving = lid.parts.find((part) => part.kind !== 'ledge')
  if (!moving) return []
  const kind = lid.kind === 'slide' ? 'slide' : 'lid'
  const walls = FACES.flatMap((face): { id: PanelId; block: Block }[] => {
    const { solid, panel } = design.faces[face]
    return solid && face !== lid.face && face !== opposite(lid.face) && face !== lid.toward
      ? [{ id: panel, block: faceBody(design, face) }]
      : []
  })
  const ledges = lid.parts.filter((part) => part.kind === 'ledge')
  const plate = lid.kind === 'lift-off' ? [glued(moving, lid, design)] : []
  return [...plate, ...[...walls, ...ledges].map((guide) => apart(kind, moving, guide, lid.play))]
}

/** The locator under its plate. */
function glued(locator: LidPart, lid: OpeningLid, { faces }: ResolvedDesign): Joint {
  const [along] = otherAxes(FACE_FRAMES[lid.face].axis)
  const [from, to] = locator.block[along]
  const { thickness } = faces[lid.face]
  return {
    id: jointId(locator.id, lid.plate),
    kind: 'plain',
    male: locator.id,
    female: lid.plate,
    along,
    from,
    to,
    tabs: [],
    reach: thickness,
    width: lid.thickness,
  }
}

/** A drawer in its compartment. */
export function drawerJoints(drawer: Drawer): Joint[] {
  return FACES.flatMap((face) => {
    const wall = drawer.space.sides[face]
    const { solid, panel, at } = drawer.faces[face]
    if (wall === undefined || !solid) return []
    const { axis } = FACE_FRAMES[face]
    const block = { ...drawer.block, [axis]: inward(drawer.space.clear, face, -1, 0) }
    return [
      apart('slide', { id: panel, block: { ...drawer.block, [axis]: at } }, { id: wall, block }, drawer.clearance),
    ]
  })
}

interface Placed {
  readonly id: PanelId
  readonly block: Block
}

function apart(kind: 'lid' | 'slide', moving: Placed, guide: Placed, play: Um): Joint {
  const across = separating(moving.block, guide.block)
  const [one, two] = otherAxes(across)
  const along = length(moving.block[one]) > length(moving.block[two]) ? one : two
  const [from, to] = moving.block[along]
  return {
    id: jointId(moving.id, guide.id),
    kind,
    male: moving.id,
    female: guide.id,
    along,
    from,
    to,
    tabs: [],
    reach: 0,
    width: 0,
    play,
  }
}

/** The axis on which two blocks stay apart. */
export const separating = (a: Block, b: Block): Axis =>
  (['x', 'y', 'z'] as const).find((axis) => shared(a[axis], b[axis]) === 0) ?? 'x'
