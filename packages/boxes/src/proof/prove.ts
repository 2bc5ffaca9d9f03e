import type { Face, Um } from '@hewn/model'
import { orderOfAssembly, type Step } from '../assembly/order-of-assembly.ts'
import { blocks } from '../assembly/sweep.ts'
import { clearOf } from '../design/opening-lids.ts'
import type { PanelId, ResolvedDesign, Shell, Void } from '../design/resolved-design.ts'
import { faceBody, loweredVolume } from '../design/shell-blocks.ts'
import { sheetsOf } from '../design/sheets-of.ts'
import {
  AXES,
  type Block,
  endAt,
  FACE_FRAMES,
  FACES,
  faceAt,
  hullOf,
  inward,
  length,
  otherAxes,
  shared as sharedSpan,
  volumeOf,
} from '../frame.ts'
import type { Joint } from '../joints/joint.ts'
import { areaOf } from '../panels/contour.ts'
import type { Panel } from '../panels/panel.ts'
import { keepsApart, lapsMeet, sectionsMeet, tabsMeetSlots } from './joint-checks.ts'
import { overlapOf, volumeInside } from './overlap.ts'
import type { CheckId, Overlap, Proof, ProofCheck } from './proof.ts'
import { type Slab, slabOf } from './slab.ts'
import { websOf } from './webs.ts'
import { notOnePiece, unsoundContours } from './sound-contours.ts'

const CUBIC_MM = 1e9

/**
 * Does it fit? Measured on the panels alone: the joints say only what was promised, the design only which sizes and which
 * clear spaces were (BX43). Whole numbers in, so zero means zero.
 */
export function prove(joints: readonly Joint[], panels: readonly Panel[], design: ResolvedDesign): Proof {
  const slabs = new Map(panels.map((panel) => [panel.id, slabOf(panel)]))
  const all = [...slabs.values()]
  const unsound = all.flatMap((slab) => {
    const why = unsoundContours(slab)
    return why ? [{ panel: slab.panel.id, why }] : []
  })
  const broken = panels.flatMap((panel) => {
    const why = notOnePiece(panel)
    return why ? [{ panel: panel.id, why }] : []
  })
  const overlaps = overlapsOf(all)
  const surplus = surplusOf(panels, design)
  const shared = overlaps.reduce((sum, { overlap }) => sum + overlap, 0)
  const judged = joints.map((joint) => judge(joint, slabs, overlaps))
  const order = orderOfAssembly(design, joints)
  const blocked = blockedPairs(order, slabs)
  const webs = websOf(all, joints, panels)
  const thin = webs.filter((web) => web.least < web.limit)
  const checks: ProofCheck[] = [
    check('P1', shared, overlaps[0] && `${overlaps[0].a}|${overlaps[0].b}`),
    // What the parts fill, counted once, is less than the shell: daylight somewhere.
    check('P2', Math.max(0, shared - surplus)),
    check('P3', Math.abs(surplus)),
    envelope(all, design),
    tally('P5', judged, 'tabs'),
    tally('P6', judged, 'laps'),
    tally('P7', judged, 'sections'),
    corners(all, design),
    clearSpaces(slabs, design),
    check('P10', blocked.length, blocked[0]),
    check('P11', unsound.length, unsound[0]?.panel),
    check('P12', thin.length, thin[0]?.panel.id),
    check('P13', broken.length, broken[0]?.panel),
  ]
  const [worst] = overlaps
  return {
    ok: checks.every((one) => one.ok),
    joints: joints.length,
    proven: judged.filter((one) => one.tabs && one.laps && one.sections && one.apart).length,
    checks,
    overlaps,
    ...(worst ? { worst } : {}),
    unsound: [...unsound, ...broken],
    webs: webs.map(({ panel, least }) => ({ panel: panel.id, least: least / 1000 })),
    order,
  }
}

/** Every two parts are swept against each other once, at the step that parts them; what opens, against all the rest. */
function blockedPairs(order: readonly Step[], slabs: ReadonlyMap<PanelId, Slab>): string[] {
  const last = order.at(-1)
  const everything = last ? [...last.onto, ...last.parts] : []
  return order.flatMap(({ parts, onto, move, opens }) => {
    const rest = opens ? everything.filter((id) => !parts.includes(id)) : onto
    return parts.flatMap((id) => {
      const moving = slabs.get(id)
      return rest.flatMap((other) => {
        const standing = slabs.get(other)
        return moving && standing && !blocks(standing, moving, move) ? [] : [`${id}|${other}`]
      })
    })
  })
}

const check = (id: CheckId, measured: number, at?: string): ProofCheck => ({
  id,
  ok: measured === 0,
  measured,
  limit: 0,
  ...(at === undefined || measured === 0 ? {} : { at }),
})

/** Largest first. */
function overlapsOf(slabs: readonly Slab[]): Overlap[] {
  const found: Overlap[] = []
  slabs.forEach((a, index) => {
    for (const b of slabs.slice(index + 1)) {
      const overlap = overlapOf(a, b)
      if (overlap > 0) found.push({ a: a.panel.id, b: b.panel.id, overlap: overlap / CUBIC_MM })
    }
  })
  return found.toSorted((a, b) => b.overlap - a.overlap)
}

/**
 * Σ area × thickness less body − clear leaves, in mm³. Both are summed as big whole numbers of µm³, so that a difference
 * of nothing is nothing.
 */
function surplusOf(panels: readonly Panel[], design: ResolvedDesign): number {
  const parts = panels.reduce((sum, panel) => sum + areaOfPanel(panel) * BigInt(panel.thickness), 0n)
  return Number(parts - promisedVolume(design)) / CUBIC_MM
}

/** Shells, dividers, lids, and what stands out of them: from sizes alone, whatever the joints are. */
function promisedVolume(design: ResolvedDesign): bigint {
  const sum = (blocks: readonly Block[]): bigint => blocks.reduce((total, block) => total + volumeOf(block), 0n)
  const dividers = sum([design.root.clear]) - sum(design.leaves.map((leaf) => leaf.clear))
  const beside = sheetsOf(design).flatMap((sheet) => sheet.strips)
  const lids = design.lids.flatMap((lid) => lid.parts.map((part) => part.block))
  return [design, ...design.drawers].reduce(
    (total, shell) => {
      const lowered = FACES.filter((face) => shell.faces[face].solid).flatMap((face) => loweredVolume(shell, face))
      return total + sum([shell.block]) - sum([clearOf(shell.block, shell.faces)]) - sum(lowered)
    },
    dividers + sum(beside) + sum(lids),
  )
}

function areaOfPanel(panel: Panel): bigint {
  const { outline, holes } = panel.features.length > 0 ? panel.blank : panel
  return BigInt(Math.round([outline, ...holes].reduce((sum, contour) => sum + areaOf(contour), 0)))
}

/** Every part lies in the declared size, and together they reach all of it (P4). */
function envelope(slabs: readonly Slab[], design: ResolvedDesign): ProofCheck {
  const promised = promisedBlock(design)
  let measured = 0
  let at: string | undefined
  for (const axis of AXES) {
    const low = Math.min(...slabs.map((slab) => slab.block[axis][0]))
    const high = Math.max(...slabs.map((slab) => slab.block[axis][1]))
    const off = Math.max(Math.abs(low - promised[axis][0]), Math.abs(high - promised[axis][1]))
    if (off > measured) at = axis
    measured = Math.max(measured, off)
  }
  return check('P4', measured / 1000, at)
}

/** What every part was asked to reach: a plate alone is as high as it is thick. */
export function promisedBlock(design: ResolvedDesign): Block {
  // Tabs reach the outside of the sheet they pass, so a body that ends at it counts as far.
  const bodies = sheetsOf(design).flatMap((sheet) => [sheet.body, ...sheet.strips])
  return hullOf(bodies)
}

interface Judged {
  readonly id: string
  readonly tabs: boolean
  readonly laps: boolean
  readonly sections: boolean
  readonly apart: boolean
}

function judge(joint: Joint, slabs: ReadonlyMap<PanelId, Slab>, overlaps: readonly Overlap[]): Judged {
  const [male, female] = [slabs.get(joint.male), slabs.get(joint.female)]
  if (!male || !female) return { id: joint.id, tabs: false, laps: false, sections: false, apart: false }
  const isLap = joint.kind === 'lap'
  return {
    id: joint.id,
    tabs: joint.play === undefined ? isLap || tabsMeetSlots(joint, male, female) : keepsApart(joint, male, female),
    laps: !isLap || lapsMeet(joint, male, female),
    sections: sectionsMeet(joint, male, female),
    apart: !overlaps.some(
      ({ a, b }) => (a === joint.male && b === joint.female) || (a === joint.female && b === joint.male),
    ),
  }
}

function tally(id: CheckId, judged: readonly Judged[], field: 'tabs' | 'laps' | 'sections'): ProofCheck {
  const failing = judged.filter((one) => !one[field])
  return check(id, failing.length, failing[0]?.id)
}

/** Each corner cell belongs to exactly one part (P8). */
function corners(slabs: readonly Slab[], design: ResolvedDesign): ProofCheck {
  const wrong = [design, ...design.drawers].flatMap((shell) => wrongCorners(slabs, shell))
  return check('P8', wrong.length, wrong[0])
}

function wrongCorners(slabs: readonly Slab[], shell: Shell): string[] {
  const wrong: string[] = []
  for (const x of [false, true]) {
    for (const y of [false, true]) {
      for (const z of [false, true]) {
        const faces = [faceAt('x', x), faceAt('y', y), faceAt('z', z)] as const
        if (!faces.every((face) => shell.faces[face].solid)) continue
        const [fx, fy, fz] = faces
        const cell: Block = { x: shell.faces[fx].at, y: shell.faces[fy].at, z: shell.faces[fz].at }
        const filled = slabs.map((slab) => volumeInside(slab, cell)).filter((volume) => volume > 0)
        if (filled.length === 1 && filled[0] === Number(volumeOf(cell))) continue
        wrong.push(faces.map((face) => shell.faces[face].panel).join('|'))
      }
    }
  }
  return wrong
}

type Slabs = ReadonlyMap<PanelId, Slab>

/** Each reported clear space is empty, ends where material begins, and equal splits are equal (P9). */
function clearSpaces(slabs: Slabs, design: ResolvedDesign): ProofCheck {
  const filled = new Map(design.drawers.map((drawer) => [drawer.space, drawer]))
  const all = [...slabs.values()]
  const wrong = design.leaves.filter((leaf) => {
    const drawer = filled.get(leaf)
    const others = drawer ? all.filter((slab) => !slab.panel.id.startsWith(`${drawer.id}:`)) : all
    const bounded = FACES.every((face) => isBounded(leaf, face, slabs, others, design))
    return !bounded || !isClear(leaf.clear, others) || (drawer && !isClear(drawer.clear, all))
  })
  const uneven = unevenSplit(design.root)
  return check('P9', wrong.length + (uneven ? 1 : 0), wrong[0]?.id ?? uneven?.id)
}

const isClear = (clear: Block, slabs: readonly Slab[]): boolean =>
  AXES.every((axis) => length(clear[axis]) > 0) && slabs.every((slab) => volumeInside(slab, clear) === 0)

function isBounded(leaf: Void, face: Face, slabs: Slabs, others: readonly Slab[], design: ResolvedDesign): boolean {
  // Open sides end at the outside, under a lid there is air as deep as its ledges, and a lowered wall may end before.
  if (endAt(leaf.clear, face) === endAt(design.block, face) || isUnbounded(leaf, face, design)) return true
  const beyond: Block = { ...leaf.clear, [FACE_FRAMES[face].axis]: inward(leaf.clear, face, -1, 0) }
  // Nearly always it is the panel that is said to be there.
  const side = slabs.get(leaf.sides[face] ?? '')
  return (side && volumeInside(side, beyond) > 0) || others.some((slab) => volumeInside(slab, beyond) > 0)
}

function isUnbounded(leaf: Void, face: Face, design: ResolvedDesign): boolean {
  const side = leaf.sides[face]
  if (side === undefined) return design.faces[face].opens !== undefined
  if (side !== face) return false
  const wall = faceBody(design, face)
  return otherAxes(FACE_FRAMES[face].axis).some((axis) => sharedSpan(wall[axis], leaf.clear[axis]) === 0)
}

function unevenSplit(space: Void): Void | undefined {
  if (space.split?.even) {
    for (const axis of space.split.axes) {
      const sizes = space.children.map((child): Um => length(child.clear[axis]))
      if (Math.max(...sizes) - Math.min(...sizes) > 1) return space
    }
  }
  for (const child of space.children) {
    const found = unevenSplit(child)
    if (found) return found
  }
  return undefined
}
