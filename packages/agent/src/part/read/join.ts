import { absorbCorners } from '../absorb.ts'
import { pad } from '../features/pads.ts'
import { CORE, standing, TAKEN, TOUCHES } from '../features/standing.ts'
import { insteadOf } from '../instead.ts'
import { type Combined, combinedBy, isUnited, secondOf } from './combine.ts'
import type { Family } from '../kinds.ts'
import type { Frame, Read } from './frame.ts'

/**
 * Bodies that were said to stand on one another, or to be taken out of one another, are one part: `a plate with a cone on
 * top`, `a cylinder standing on a disc`, `a cube minus a sphere`. What stands becomes a feature of what it stands on.
 */
export function joinBodies(read: Read, words: string): void {
  read.bodies.forEach((frame, index) => {
    frame.said = words.slice(frame.at[0], read.bodies[index + 1]?.at[0])
  })
  if (APART.test(words)) return
  const combined = combinedBy(words, read)
  if (combined) {
    combine(read, words, combined)
    return
  }
  if (isUnited(words)) for (const body of read.bodies) if ((body.count?.value ?? 1) > 1) body.joint = 'united'
  const stands = new Set<Frame['kind']>()
  for (let index = 1; index < read.bodies.length; index++) {
    const [before, frame] = [read.bodies[index - 1], read.bodies[index]]
    if (!before || !frame) return
    const between = words.slice(before.at[1], frame.at[0])
    const gone =
      !frame.ground &&
      (TAKES.test(between) ||
        (CUTS.test(words.slice(0, frame.at[0])) && OUT.test(frame.said ?? '')) ||
        before.flags.has(TAKEN) ||
        frame.flags.has(TAKEN))
    const [host, guest] = frame.ground ? [frame, before] : [before, frame]
    const upon = !frame.ground && UPON.test(between)
    const onto = upon || isOn(frame) || isAround(frame, before) || isFlanged(before, frame)
    if (!gone && !(frame.ground ? single(before) || isRow(before) : onto)) continue
    before.flags.delete(TAKEN)
    if (gone) guest.flags.set(TAKEN, guest.at)
    const elsewhere = gone ? FROM_CORNER.test(guest.said ?? '') : TOUCHES.has(guest.kind.key)
    // What was to be taken away is no body beside the other.
    if (elsewhere && gone) guest.joint ??= 'minus'
    if (elsewhere) continue
    // `on top of that a cone`: on what was put there before.
    const last = upon
      ? host.children.findLast(({ level, kind }) => level === 'feature' && (kind.key === 'pad' || stands.has(kind)))
      : undefined
    become(guest, host)
    stands.add(guest.kind)
    if (last) guest.targets.push({ keys: [last.kind.key], text: last.noun })
    read.bodies.splice(read.bodies.indexOf(guest), 1)
    index -= 1
  }
  const together = TOGETHER.exec(words)?.[0]
  // `wall plate …, arm …`: it sticks out of something, and lies nowhere by itself.
  for (const body of read.bodies.slice(1)) if (STICKS_OUT.test(body.noun)) body.joint ??= 'with'
  if (!together) return
  // How they lie to each other is asked: bodies with a gap between them were not meant.
  if (read.bodies.length > 1) for (const body of read.bodies) body.joint ??= together.trim()
  else for (const body of read.bodies) if ((body.count?.value ?? 1) > 1) body.joint = 'united'
}

/** `the union of a cube and a sphere`, `two cylinders crossing at right angles`, `a combination of a cube and a pyramid`. */
function combine(read: Read, words: string, combined: Combined): void {
  const [host] = read.bodies
  const guest = secondOf(words, read, combined)
  if (!host || !guest) return
  // One on the other: on what has a flat top.
  const [base, upper] = combined === 'stacked' && POINTED.has(host.kind.key) ? [guest, host] : [host, guest]
  if (combined === 'stacked' && TOUCHES.has(upper.kind.key)) {
    guest.joint ??= 'and'
    return
  }
  become(upper, base)
  read.bodies = [base]
}
const POINTED: ReadonlySet<string> = new Set(['cone', 'pyramid', 'hemisphere', 'sphere', 'tetrahedron'])

/** Of several, or of what is said to be parts of their own, nothing is joined. */
const APART =
  /\b(?:separate|separately|two parts|two pieces|three parts|parts:|assembly|loose|removable|nested|concentric tubes?)\b/i
/** Said of what is one part in the end: `joined by a bar`, `in one piece`, `halfway up the cone`. */
const TOGETHER =
  /\b(?<!\bone )(?:connected|joined|attached|linked|bridged)\b|\bone[- ](?:solid )?(?:piece|body|solid|part)\b|\bsingle (?:connected |watertight |closed |solid )*(?:piece|body|solid|part)\b|\b(?:intersect|penetrat|overlap|tangent|perpendicular)\w*|\b(?:halfway|midway|mid-?point|welded|glued|bonded|stuck|embedded|sunk)\b/i
const STICKS_OUT = /^(?:arm|peg|prong|finger|tongue|spigot)$/
const TAKES =
  /\b(?:minus|less|subtract(?:ing)?|remov(?:e|ing)|take (?:away|out)|with(?:out)? an?(?:other)? [\w .]*cut-?out of)\b[^,;.]*$/i
/** That is a corner cut off, and is read as one. */
const FROM_CORNER = /\b(?:corner|edge)s?\b/i
/** `cut a sphere out of the middle` */
const CUTS = /^\W*(?:now |then |and |please )*(?:cut|scoop|carve|subtract|remove)\b[^,;.]*$/i
const OUT = /\b(?:out of|from)\b/i
/** `…, on top of that a cone`, `and on it a ball`. */
const UPON =
  /\bon (?:top(?: of (?:it|that|this|them))?|it|that|this)(?:,? (?:is|sits|stands|there is|comes|goes|put))?,? ?(?:an?|the|another)?(?: [a-z-]+){0,2} ?[^,.;]{0,24}$/i
const ON = /\bon (?:it|that|this)\b|\bon top\b|\bonto it\b/i
const WITHIN = /\b(?:inside|within|nested|concentric|around|round it|through)\b/i
/** `flange 100 x 100 x 8 with a tube`: a flange is the end of it. */
const isFlanged = ({ kind, noun }: Frame, frame: Frame): boolean =>
  kind.key === 'plate' && noun.endsWith('flange') && PIPES.has(frame.kind.key) && single(frame)
const PIPES: ReadonlySet<string> = new Set(['tube', 'cylinder', 'upright-tube'])
/** `two pegs 30 apart, on a block`: how they stand is told. */
const isRow = ({ gap, kind }: Frame): boolean => gap !== undefined && kind.key === 'cylinder'
const single = ({ count }: Frame): boolean => (count?.value ?? 1) === 1

/** `a plate with a 100 mm hole and a tube 106 OD around it` */
const isAround = ({ said = '' }: Frame, { children }: Frame): boolean =>
  /\baround (?:it|the (?:hole|opening|bore))\b/i.test(said) && children.some(({ kind }) => kind.key === 'hole')

/** It has a place on what was said before it. */
function isOn({ places, said = '', joint, flags }: Frame): boolean {
  if (ON.test(said)) return true
  // What goes through it is told of in a sentence of its own.
  const [own = ''] = said.split(/[.;]\s/)
  if (WITHIN.test(own) || flags.has('concentric') || joint === 'of' || joint === 'for') return false
  return places.some(({ place }) =>
    place.kind === 'spec'
      ? place.spec.places.some((side) => FACES.has(side)) && place.spec.prep !== 'from'
      : joint !== undefined && PLACED.has(place.kind),
  )
}
const FACES: ReadonlySet<string> = new Set(['top', 'left', 'right', 'front', 'back', 'bottom'])
const PLACED: ReadonlySet<string> = new Set(['centre', 'corners', 'from', 'offset', 'circle', 'points', 'grid'])

/** A cylinder that is no more than that, and is put there: a boss. */
const plainRound = ({ kind, sizes, flags, children }: Frame): boolean =>
  kind.key === 'cylinder' &&
  [...sizes.keys()].every((slot) => slot === 'outer' || slot === 'height') &&
  flags.size === 0 &&
  children.every(({ level }) => level === 'feature')

function become(guest: Frame, host: Frame): void {
  insteadOf(guest)
  const family = guest.kind as Family
  absorbCorners(guest, family)
  if (guest.flags.has(TAKEN) && guest.places.some(({ place }) => place.kind === 'centre')) {
    const inFace = guest.places.some(
      ({ place }) => place.kind === 'spec' && place.spec.places.some((side) => FACES.has(side)),
    )
    if (!inFace) guest.flags.set(CORE, guest.at)
  }
  const round = plainRound(guest)
  guest.kind = round ? pad : standing(family)
  if (round) guest.sizes = new Map([...guest.sizes].map(([slot, size]) => [slot === 'outer' ? 'diameter' : slot, size]))
  guest.level = 'feature'
  guest.parent = host
  if (guest.gap) guest.places.push({ place: { kind: 'spacing', x: guest.gap }, at: guest.gap.at })
  delete guest.gap
  delete guest.joint
  const own = guest.children.filter(({ level }) => level === 'feature')
  guest.children = guest.children.filter(({ level }) => level === 'part')
  for (const one of own) {
    one.parent = host
    // In the middle, or nowhere else: in the end of what stands there.
    const elsewhere =
      one.plural ||
      one.count !== undefined ||
      one.targets.length > 0 ||
      one.places.some(({ place }) => place.kind !== 'centre' && place.kind !== 'spec')
    if (!elsewhere) one.targets.push({ keys: [guest.kind.key], text: guest.noun })
  }
  // What is said after it, or stands on it, comes after it: a hole goes through both.
  const after = host.children.findIndex(
    ({ at, targets }) => at[0] > guest.at[0] || targets.some(({ text }) => text === guest.noun),
  )
  host.children.splice(after < 0 ? host.children.length : after, 0, guest, ...own)
}
