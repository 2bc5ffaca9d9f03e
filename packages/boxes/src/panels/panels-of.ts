import type { Axis, Um, Vec3 } from '@hewn/model'
import { type Decor, decorated } from '../decor/decor.ts'
import type { PanelId, ResolvedDesign } from '../design/resolved-design.ts'
import { type Sheet, sheetsOf } from '../design/sheets-of.ts'
import { type Block, type Direction, FACE_FRAMES, length, movedEnd, type Span } from '../frame.ts'
import type { Joint } from '../joints/joint.ts'
import { areaOf, type Contour, slotHole } from './contour.ts'
import { type Blank, type Frame, type Mark, type Panel, toLocal } from './panel.ts'
import { type Rect, regionOf } from './region.ts'

/**
 * Every panel, from its body and the joints it has part in. With a clearance the same panels come out as they are after
 * cutting, fitting looser or tighter (BX49); without one they are nominal.
 */
export function panelsOf(design: ResolvedDesign, joints: readonly Joint[], clearance: Um = 0): Panel[] {
  const sheets = sheetsOf(design)
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]))
  const joined = new Map<PanelId, Joint[]>(sheets.map((sheet) => [sheet.id, []]))
  for (const joint of joints) {
    joined.get(joint.male)?.push(joint)
    joined.get(joint.female)?.push(joint)
  }
  return sheets.map((sheet) => {
    const panel = panelOf(sheet, joined.get(sheet.id) ?? [], byId, clearance, design.decor.get(sheet.id))
    const lines = locatorLines(design, panel)
    return lines.length > 0 ? { ...panel, marks: [...panel.marks, ...lines] } : panel
  })
}

/** A score line on the plate of a lid that lifts off shows where its locator is glued (BX28). */
function locatorLines(design: ResolvedDesign, { frame, id }: Panel): Mark[] {
  return design.lids.flatMap(({ kind, parts, path, plate }): Mark[] => {
    const locator = parts.find((part) => part.kind === 'locator')
    if (kind !== 'lift-off' || plate !== id || !locator) return []
    const x = toLocal(frame, frame.right, locator.block[frame.right.axis])
    const y = toLocal(frame, frame.up, locator.block[frame.up.axis])
    const [start, ...rest] = slotHole(x, y)
    return start ? [{ id: `line:${id}:0`, path, layer: 'score', line: [start, ...rest, start] }] : []
  })
}

function panelOf(
  sheet: Sheet,
  joints: readonly Joint[],
  sheets: ReadonlyMap<PanelId, Sheet>,
  clearance: Um,
  decor: Decor | undefined,
): Panel {
  const { id, kind, at, body } = sheet
  const frame = frameOf(sheet)
  const blank = blankOf(sheet, frame, joints, sheets, clearance)
  return {
    id,
    kind,
    thickness: length(at),
    frame,
    at,
    body: { width: length(body[frame.right.axis]), height: length(body[frame.up.axis]) },
    ...(decor ? decorated(blank, decor) : blank),
    blank,
    features: decor?.features ?? [],
    marks: decor?.marks ?? [],
  }
}

function frameOf({ seenAs, axis, at, body }: Sheet): Frame {
  const { high, right, up } = FACE_FRAMES[seenAs]
  const places: Record<Axis, Um> = { x: 0, y: 0, z: 0 }
  places[right.axis] = startOf(right, body[right.axis])
  places[up.axis] = startOf(up, body[up.axis])
  places[axis] = high ? at[0] : at[1]
  const out: Direction = { axis, sign: high ? 1 : -1 }
  return { origin: [places.x, places.y, places.z] as Vec3, right, up, out }
}

const startOf = (direction: Direction, span: Span): Um => (direction.sign > 0 ? span[0] : span[1])

/** What is added to the sheet and cut from it, as blocks of the box: seen from its front, a region. */
interface Cuts {
  readonly adds: Block[]
  readonly cuts: Block[]
  readonly slots: Block[]
}

function blankOf(
  sheet: Sheet,
  frame: Frame,
  joints: readonly Joint[],
  sheets: ReadonlyMap<PanelId, Sheet>,
  clearance: Um,
): Blank {
  const work: Cuts = { adds: [sheet.body, ...sheet.strips], cuts: [], slots: [] }
  for (const joint of joints) {
    const other = sheets.get(joint.male === sheet.id ? joint.female : joint.male)
    if (other) cutJoint(sheet, other, joint, clearance / 2, work)
  }
  const seen = (block: Block): Rect => ({
    x: toLocal(frame, frame.right, block[frame.right.axis]),
    y: toLocal(frame, frame.up, block[frame.up.axis]),
  })
  const contours = regionOf(work.adds.map(seen), work.cuts.map(seen))
  const slots = work.slots.map(seen).map(({ x, y }) => slotHole(x, y))
  const outline = contours[outermost(contours)] ?? []
  const holes = [...contours.filter((contour) => contour !== outline), ...slots]
  holes.sort((a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0) || (a[0]?.x ?? 0) - (b[0]?.x ?? 0))
  return { outline, holes }
}

/** The largest, should a panel ever come in two pieces: the proof then says so. */
function outermost(contours: readonly Contour[]): number {
  if (contours.length < 2) return 0
  const areas = contours.map(areaOf)
  return areas.indexOf(Math.max(...areas))
}

function cutJoint(sheet: Sheet, other: Sheet, joint: Joint, half: Um, { adds, cuts, slots }: Cuts): void {
  const { along } = joint
  const isMale = joint.male === sheet.id
  switch (joint.kind) {
    case 'plain':
    case 'lid':
    case 'slide':
      return
    case 'edge':
    case 'extension':
    case 'slot':
    case 'end': {
      const isSlot = joint.kind === 'slot' || joint.kind === 'end'
      const wider = isMale || !(isSlot || joint.closed) ? 0 : half
      const opening: Span = [other.at[0] - wider, other.at[1] + wider]
      for (const [from, to] of joint.tabs) {
        const tab: Span = isMale ? [from + half, to - half] : [from, to]
        const block: Block = { ...sheet.body, [along]: tab, [other.axis]: opening }
        if (isMale) adds.push(block)
        else if (isSlot) slots.push(block)
        else cuts.push(block)
      }
      return
    }
    case 'lap': {
      const middle = joint.middle ?? joint.from
      const face = isMale ? HIGH[along] : LOW[along]
      const depth: Span = isMale ? [middle - half, joint.to] : [joint.from, middle + half]
      const notch: Block = { ...sheet.body, [along]: depth, [other.axis]: [other.at[0] - half, other.at[1] + half] }
      // Through a raised edge too: from there the other sheet comes.
      cuts.push(movedEnd(notch, face, raisedAt(sheet, along, isMale)))
      return
    }
  }
}

const HIGH = { x: 'right', y: 'top', z: 'front' } as const
const LOW = { x: 'left', y: 'bottom', z: 'back' } as const

const raisedAt = ({ body, strips }: Sheet, axis: Axis, high: boolean): Um =>
  Math.max(0, ...strips.map((strip) => (high ? strip[axis][1] - body[axis][1] : body[axis][0] - strip[axis][0])))
