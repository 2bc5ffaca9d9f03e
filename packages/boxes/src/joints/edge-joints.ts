import type { Axis, Face, Um } from '@hewn/model'
import type { PanelId, ResolvedDesign, Shell } from '../design/resolved-design.ts'
import { endAt, FACE_FRAMES, FACES, faceAt, inward, opposite, type Span, thirdAxis } from '../frame.ts'
import { type FingerRule, fingers, soundSection } from './fingers.ts'
import type { Joint, JointId } from './joint.ts'

type Fingers = ResolvedDesign['fingers']

/** Every two faces of a shell that meet, each pair once, and where both go on past a third. */
export function edgeJoints(shell: Shell, wished: Fingers): Joint[] {
  const joints: Joint[] = []
  for (const [index, a] of FACES.entries()) {
    for (const b of FACES.slice(index + 1)) {
      if (b === opposite(a) || !shell.faces[a].solid || !shell.faces[b].solid) continue
      const joint = edgeJoint(shell, a, b, wished)
      if (joint) joints.push(joint)
      joints.push(...extensionJoints(shell, a, b, wished))
    }
  }
  return joints
}

export const jointId = (a: PanelId, b: PanelId): JointId => `joint:${a}|${b}`

/** It runs between what really ends it: a solid face, the outer plane of an open one, the lower of two walls (BX16). */
export function edgeJoint(shell: Shell, a: Face, b: Face, wished: Fingers): Joint | undefined {
  const along = thirdAxis(FACE_FRAMES[a].axis, FACE_FRAMES[b].axis)
  const end = (high: boolean): Um => {
    const toward = faceAt(along, high)
    const face = shell.faces[toward]
    if (face.solid) return face.at[high ? 0 : 1]
    const reach = lowerReach(shell, a, b, toward)
    return endAt(shell.block, toward) + (high ? reach : -reach)
  }
  const line: Span = [end(false), end(true)]
  return line[1] > line[0] ? between(shell, a, b, along, line, wished, 'edge') : undefined
}

const lowerReach = ({ reach }: Shell, a: Face, b: Face, toward: Face): Um =>
  Math.min(reach[a][toward] ?? 0, reach[b][toward] ?? 0)

/** Past a solid face the corner of two raised walls is a joint of its own (BX24). */
function extensionJoints(shell: Shell, a: Face, b: Face, wished: Fingers): Joint[] {
  const along = thirdAxis(FACE_FRAMES[a].axis, FACE_FRAMES[b].axis)
  return [false, true].flatMap((high) => {
    const toward = faceAt(along, high)
    const reach = lowerReach(shell, a, b, toward)
    if (!shell.faces[toward].solid || reach <= 0) return []
    const joint = between(shell, a, b, along, inward(shell.block, toward, -reach, 0), wished, 'extension')
    return [{ ...joint, id: `${joint.id}:${toward}` as JointId }]
  })
}

function between(
  shell: Shell,
  a: Face,
  b: Face,
  along: Axis,
  line: Span,
  wished: Fingers,
  kind: 'edge' | 'extension',
): Joint {
  const [male, female] = shell.faces[a].rank < shell.faces[b].rank ? [a, b] : [b, a]
  const width = shell.faces[male].thickness
  const reach = shell.faces[female].thickness
  // A lid that lifts off lies on its walls: nothing holds it but its locator (BX28).
  const lies = shell.faces[female].opens === 'lift-off'
  const tabs = lies ? [] : fingers(line, fingerRule(wished, width, reach))
  return {
    id: jointId(shell.faces[a].panel, shell.faces[b].panel),
    kind: lies ? 'lid' : tabs.length > 0 ? kind : 'plain',
    male: shell.faces[male].panel,
    female: shell.faces[female].panel,
    along,
    from: line[0],
    to: line[1],
    tabs,
    reach,
    width,
    ...(goesOn(shell, female, male) ? { closed: true as const } : {}),
  }
}

export const fingerRule = (wished: Fingers, a: Um, b: Um): FingerRule => ({ ...wished, sound: soundSection(a, b) })

const goesOn = ({ reach }: Shell, female: Face, male: Face): boolean => (reach[female][male] ?? 0) > 0
