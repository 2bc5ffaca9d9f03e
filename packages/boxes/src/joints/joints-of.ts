import { type Face, fromUm } from '@hewn/model'
import type { Divider, PanelId, ResolvedDesign } from '../design/resolved-design.ts'
import { FACE_FRAMES, FACES, opposite, type Span, thirdAxis } from '../frame.ts'
import type { Note } from '../recipe/note.ts'
import { bayTabs } from './bay-tabs.ts'
import { contactsOf } from './contacts.ts'
import { type FingerRule, fingers, soundSection } from './fingers.ts'
import type { Joint, JointId } from './joint.ts'

/** Every place where two parts meet, each computed once (boxes.md §3). */
export function jointsOf(design: ResolvedDesign): Joint[] {
  return [...faceJoints(design), ...laps(design), ...dividerJoints(design)]
}

export const fingerRule = (design: ResolvedDesign, a: number, b: number): FingerRule => ({
  ...design.fingers,
  sound: soundSection(a, b),
})

function faceJoints(design: ResolvedDesign): Joint[] {
  const joints: Joint[] = []
  for (const [index, a] of FACES.entries()) {
    for (const b of FACES.slice(index + 1)) {
      if (b === opposite(a) || !design.faces[a].solid || !design.faces[b].solid) continue
      joints.push(edgeJoint(design, a, b))
    }
  }
  return joints
}

function edgeJoint(design: ResolvedDesign, a: Face, b: Face): Joint {
  const [male, female] = design.faces[a].rank < design.faces[b].rank ? [a, b] : [b, a]
  const width = design.faces[male].thickness
  const reach = design.faces[female].thickness
  const along = thirdAxis(FACE_FRAMES[a].axis, FACE_FRAMES[b].axis)
  // It runs between what really ends it: the root's clear space along that axis (BX16).
  const [from, to] = design.root.clear[along]
  const tabs = fingers([from, to], fingerRule(design, width, reach))
  return {
    id: jointId(a, b),
    kind: tabs.length > 0 ? 'edge' : 'plain',
    male,
    female,
    along,
    from,
    to,
    tabs,
    reach,
    width,
  }
}

/** Two sheets of one grid: the one whose axis comes first is cut from the high side down to the middle (BX21). */
function laps(design: ResolvedDesign): Joint[] {
  return design.dividers.flatMap((male) => {
    if (male.crossing === undefined || male.axis > male.crossing) return []
    const crossed = design.dividers.filter((other) => other.inside === male.inside && other.axis === male.crossing)
    return crossed.map((female) => lap(male, female))
  })
}

function lap(male: Divider, female: Divider): Joint {
  const along = thirdAxis(male.axis, female.axis)
  const [from, to] = male.inside.clear[along]
  const middle = Math.floor((from + to) / 2)
  return {
    id: jointId(male.id, female.id),
    kind: 'lap',
    male: male.id,
    female: female.id,
    along,
    from,
    to,
    tabs: [],
    reach: female.thickness,
    width: male.thickness,
    middle,
  }
}

function dividerJoints(design: ResolvedDesign): Joint[] {
  const contacts = contactsOf(design)
  const tabsOf = bayTabs(design, contacts)
  return contacts.map((contact) => {
    const tabs: readonly Span[] = tabsOf.get(contact) ?? []
    const kind = contact.target.kind === 'face' ? ('slot' as const) : ('end' as const)
    return {
      id: jointId(contact.divider.id, contact.target.id),
      kind: tabs.length > 0 ? kind : ('plain' as const),
      male: contact.divider.id,
      female: contact.target.id,
      along: contact.along,
      from: contact.line[0],
      to: contact.line[1],
      tabs,
      reach: contact.target.thickness,
      width: contact.divider.thickness,
    }
  })
}

const jointId = (a: PanelId, b: PanelId): JointId => `joint:${a}|${b}`

const narrowest = (joint: Joint): number => Math.min(...joint.tabs.map(([from, to]) => to - from))

/** What became of the fingers that were asked for (BX3). */
export function jointNotes(design: ResolvedDesign, joints: readonly Joint[]): Note[] {
  const notes: Note[] = []
  const asked = fromUm(design.fingers.width)
  const narrow = joints.filter((joint) => joint.tabs.some(([from, to]) => to - from < design.fingers.width - 1))
  if (narrow.length > 0) {
    const got = fromUm(Math.min(...narrow.map(narrowest)))
    const where = narrow.length === 1 ? 'one joint' : `${narrow.length} joints`
    const text = `Fingers are narrower than ${asked} mm on ${where}, down to ${got} mm, so that they fit.`
    notes.push({ code: 'NOTE_FINGERS', path: 'material.fingerWidth', text, asked, got })
  }
  for (const joint of joints) {
    if (joint.kind !== 'plain') continue
    const text = `${joint.male} and ${joint.female} meet without tabs and are only glued.`
    notes.push({ code: 'NOTE_PLAIN_JOINT', path: joint.id, text })
  }
  return notes
}
