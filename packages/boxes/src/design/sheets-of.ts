import type { Axis, Face } from '@hewn/model'
import { type Block, DIVIDER_FACE, FACE_FRAMES, FACES, inward, type Span } from '../frame.ts'
import type { PanelKind } from '../panels/panel.ts'
import type { Divider, PanelId, ResolvedDesign, Shell } from './resolved-design.ts'
import { faceBody, raisedStrips } from './shell-blocks.ts'

/** A panel before its joints are cut: its body, and what it has beyond it. */
export interface Sheet {
  readonly id: PanelId
  readonly kind: PanelKind
  /** The face whose frame it has. */
  readonly seenAs: Face
  readonly axis: Axis
  readonly at: Span
  readonly body: Block
  readonly strips: readonly Block[]
}

/** Every part of the box, in the order in which it is listed. */
export function sheetsOf(design: ResolvedDesign): Sheet[] {
  return [
    ...shellSheets(design).map((sheet) => standing(design, sheet)),
    ...design.dividers.map(dividerSheet(design)),
    ...design.lids.flatMap((lid) => lid.parts.map(({ id, kind, block }) => flat(id, kind, lid.face, block))),
    ...design.drawers.flatMap(shellSheets),
  ]
}

function shellSheets(shell: Shell): Sheet[] {
  return FACES.filter((face) => shell.faces[face].solid).map((face) => ({
    ...flat(shell.faces[face].panel, shell.faces[face].kind, face, faceBody(shell, face)),
    strips: raisedStrips(shell, face),
  }))
}

function standing(design: ResolvedDesign, sheet: Sheet): Sheet {
  const feet = design.feet.filter((foot) => foot.face === sheet.id).map((foot) => foot.block)
  return feet.length === 0 ? sheet : { ...sheet, strips: [...sheet.strips, ...feet] }
}

const dividerSheet =
  (design: ResolvedDesign) =>
  (divider: Divider): Sheet => {
    const body: Block = { ...divider.inside.clear, [divider.axis]: divider.at }
    return {
      ...flat(divider.id, 'divider', DIVIDER_FACE[divider.axis], body),
      strips: dividerStrips(design, divider, body),
    }
  }

/** A divider raised on an open side, with the way left open for sheets that are lapped into it from there. */
function dividerStrips(design: ResolvedDesign, divider: Divider, body: Block): Block[] {
  return FACES.flatMap((face): Block[] => {
    const raised = divider.reach?.[face] ?? 0
    if (raised <= 0) return []
    const { axis, high } = FACE_FRAMES[face]
    const strip: Block = { ...body, [axis]: inward(body, face, -raised, 0) }
    return lapsThrough(design, divider, axis, high).reduce(
      (pieces, [low, top]) => {
        const across = divider.crossing ?? axis
        return pieces.flatMap((piece): Block[] =>
          [
            { ...piece, [across]: [piece[across][0], Math.min(low, piece[across][1])] },
            { ...piece, [across]: [Math.max(top, piece[across][0]), piece[across][1]] },
          ].filter((part): part is Block => part[across][1] > part[across][0]),
        )
      },
      [strip],
    )
  })
}

/** The sheet whose axis comes first is cut from the high side, the other from the low side (BX21). */
function lapsThrough(design: ResolvedDesign, { axis, crossing, inside }: Divider, along: Axis, high: boolean): Span[] {
  if (crossing === undefined || along === crossing || high !== axis < crossing) return []
  return design.dividers.filter((other) => other.inside === inside && other.axis === crossing).map((other) => other.at)
}

const flat = (id: PanelId, kind: PanelKind, seenAs: Face, body: Block): Sheet => {
  const { axis } = FACE_FRAMES[seenAs]
  return { id, kind, seenAs, axis, at: body[axis], body, strips: [] }
}
