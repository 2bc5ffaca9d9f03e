import { threadOf } from '../library/fasteners.ts'
import { HALF_WAY, IN_END } from '../families/meeting-bores.ts'
import { halved, powered } from '../families/round.ts'
import { bracketed } from '../formula.ts'
import { rims } from './rims.ts'
import { FACES, faceOf } from '../locate.ts'
import type { FeatureKind, Kind, Placed, Settling } from '../kinds.ts'

const counterbore: Kind = {
  key: 'counterbore',
  nouns:
    'counterbore, counterbored, cbore, spotface, spotfaced, spot faced, spotfacing, counterboring, c bore, counterbores, spot face',
  slots: {
    diameter: { label: 'Counterbore diameter', accepts: 'diameter radius*2 width outer', say: '# counterbore' },
    depth: { label: 'Counterbore depth', accepts: 'depth height thickness', say: '# deep' },
  },
  bare: ['diameter', 'depth'],
  chains: { 2: ['diameter', 'depth'] },
  flags: 'both-ends',
}
const countersink: Kind = {
  key: 'countersink',
  nouns: 'countersink, countersunk, csk, countersinking, csunk',
  slots: {
    diameter: { label: 'Countersink diameter', accepts: 'diameter radius*2 outer width', say: '# countersink' },
    angle: { label: 'Countersink angle', accepts: 'angle', unit: 'deg', say: '# included' },
    depth: { label: 'Countersink depth', accepts: 'depth height', say: '# deep', not: 'angle' },
  },
  bare: ['diameter'],
  chains: { 2: ['diameter', 'angle'] },
  flags: 'both-ends',
}

/** A round hole, through unless a depth is said; a hole for a screw by its name. */
export const hole: FeatureKind = {
  key: 'hole',
  nouns: `hole, rivet hole, drill hole, drilled hole, bore, through hole, thru hole, clearance hole, screw hole, bolt hole, mounting hole, fixing hole, pilot hole, tapped hole, threaded hole,
    blind hole, centre hole, centre bore, central bore, central hole, round hole, circular hole, drilling, pin hole, dowel hole, bolt hole clearance, lightening hole,
    shaft hole, shaft bore, spindle hole, spindle bore, motor shaft hole, motor shaft bore, cable hole, drain hole, drainage hole, water hole, air hole, vent hole, weep hole, gallery, main gallery, oil gallery, cross gallery, oil hole, coolant hole, cross drilling, split pin hole, cotter pin hole, cotter hole, wrist pin hole, gudgeon pin hole, gudgeon hole, wire hole, cord hole, cable entry hole, cable entry, wire entry hole, cable gland hole, gland hole, grommet hole, tap hole, screw clearance hole, corner hole, fastener hole, axial hole, middle hole, perforation, hole drilled, round cutout, circular cutout, round cut out, circular opening,
    bore hole, borehole, main bore, attachment hole, set screw hole, grub screw hole, vent hole, insert hole, cross hole, axle hole, hinge hole, bearing hole, socket screw hole, cap screw hole, machine screw hole, wood screw hole, drain hole, hanging hole, finger hole, knob hole, handle hole`,
  manner: 'spot',
  slots: {
    diameter: { label: 'Hole diameter', accepts: 'diameter radius*2 inner inner-radius*2', say: '# diameter' },
    depth: { label: 'Hole depth', accepts: 'depth', say: '# deep' },
    rest: { label: 'Left under it', accepts: 'floor', say: '# left under it', name: 'rest', not: 'depth' },
    flat: { label: 'Flat to far side', accepts: 'flats', say: '# across flats' },
  },
  bare: ['diameter'],
  chains: { 2: ['diameter', 'depth'] },
  named: ['diameter', 'depth'],
  flags:
    'through blind tapped clearance close medium loose circular countersunk counterbored evenly vertical horizontal d-shaped',
  parts: { counterbore, countersink },
  settle(sizes) {
    const size = sizes.designator('diameter')
    if (size && sizes.has('diameter')) agrees(sizes, size)
    if (size && !sizes.has('diameter')) screw(sizes, size)
    else if (size && sizes.flag('tapped')) sizes.note(`${size} threads are not modelled.`)
    if (!sizes.has('diameter') && FIXING.test(sizes.noun))
      sizes.assume('diameter', 4.5, 'no screw was said: clearance for M4 or a 4 mm wood screw')
    if (!sizes.has('diameter')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What diameter should the hole have?', ['3 mm', '5 mm', 'M4 clearance'])
      return
    }
    const high = sizes.body?.form.size[2]
    if (high && sizes.has('rest') && !sizes.has('depth')) sizes.derive('depth', `${high} - ${sizes.formula('rest')}`)
    const half = sizes.body ? sizes.body.evaluate(sizes.body.form.size[2]) / 2 : 5
    if (sizes.flag(HALF_WAY) && !sizes.has('depth'))
      sizes.assume('depth', half, 'two bores, and they meet in the middle')
    if (sizes.flag(IN_END) && !sizes.has('depth')) {
      const thread = size ? threadOf(size) : undefined
      if (thread) sizes.assume('depth', 2 * thread.row.nominal, 'in one end, and no depth was said: twice the thread')
      else
        sizes.refuse('AGENT_NEEDS_ANSWER', `How deep is the ${sizes.value('diameter')} mm hole in the end?`, [
          `${Math.round(sizes.value('diameter') * 2)} mm deep`,
          'all the way through',
        ])
    }
    if (sizes.flag('blind') && !sizes.has('depth'))
      sizes.assume('depth', Math.round(half * 2) / 2, 'blind, and no depth was said')
    if (sizes.flag('d-shaped') && !sizes.has('flat'))
      sizes.assume('flat', Math.round(sizes.value('diameter') * 9) / 10, 'D-shaped, and no flat was said')
    if (
      sizes.has('flat') &&
      (sizes.value('flat') >= sizes.value('diameter') || sizes.value('flat') * 2 <= sizes.value('diameter'))
    )
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A flat ${sizes.value('flat')} mm from the far side is none in a hole of ${sizes.value('diameter')} mm.`,
      )
    const { form, evaluate } = sizes.body ?? {}
    const ball = form?.ball && evaluate ? evaluate(form.ball) : undefined
    if (ball !== undefined && sizes.value('diameter') >= ball)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A hole of ${sizes.value('diameter')} mm leaves nothing of a ball of ${ball} mm.`,
      )
    head(sizes, size)
  },
  build,
}

/** What a part is screwed on with, of whatever size. */
const FIXING = /^(?:screw|mounting|fixing|wood screw|attachment|fastener) hole$/

/** `M5 clearance (5.2 mm)`: the size that was said counts, if it can be one for that screw. */
function agrees(sizes: Settling, size: string): void {
  const found = threadOf(size)
  const said = sizes.value('diameter')
  if (!found) {
    sizes.refuse('AGENT_UNSUPPORTED', `${size} is not in the table of screws; M1.6 to M24 and #2 to 3/4" are.`)
    return
  }
  const { nominal, loose, tap } = found.row
  // `a 6.8 mm hole for M8`: that thread is cut into it.
  const cleared = sizes.flag('clearance') || sizes.noun.includes('clearance')
  const drilled = Math.abs(said - tap) <= 0.1 && !cleared
  const fits = sizes.flag('tapped')
    ? said >= nominal * 0.7 && said <= nominal
    : drilled || (said >= nominal * 0.98 && said <= loose * 1.15)
  if (!fits)
    sizes.refuse('AGENT_CONTRADICTION', `A hole of ${said} mm is none for ${size}, which is ${nominal} mm thick.`, [
      `${size} clearance: ${found.row.medium} mm`,
      `${size} tap drill: ${found.row.tap} mm`,
      `${said} mm, for no screw`,
    ])
}

/** M6: a clearance hole after ISO 273, or the tap drill where a thread is wanted. */
export function screw(sizes: Settling, size: string): void {
  const found = threadOf(size)
  if (!found) {
    sizes.refuse('AGENT_UNSUPPORTED', `${size} is not in the table of screws; M1.6 to M24 and #2 to 3/4" are.`)
    return
  }
  const { row, standard } = found
  if (sizes.noun.startsWith('insert')) {
    sizes.look('diameter', row.insert, `${size} heat-set insert`)
    return
  }
  if (sizes.flag('tapped')) {
    sizes.look('diameter', row.tap, `${size} tap drill`)
    sizes.note(`${size} threads are not modelled; the hole is the tap drill.`)
    return
  }
  const fit = sizes.flag('close') ? 'close' : sizes.flag('loose') ? 'loose' : 'medium'
  sizes.look('diameter', row[fit], `${size} ${fit} clearance, ${standard}`)
}

const AXES = ['x', 'y', 'z'] as const

/** Counterbores and countersinks without sizes take those of the screw, else what is usual. */
function head(sizes: Settling, size: string | undefined): void {
  const found = size ? threadOf(size) : undefined
  const bore = sizes.part('counterbore')
  if (bore) {
    if (!bore.has('diameter') && found) bore.look('diameter', found.row.counterbore, `${size} socket head, DIN 974-1`)
    if (!bore.has('depth') && found) bore.look('depth', found.row.socketHeight, `${size} socket head, ISO 4762`)
    if (!bore.has('diameter'))
      bore.assume('diameter', sizes.value('diameter') * 2, 'no diameter of the counterbore was said')
    if (!bore.has('depth')) bore.assume('depth', sizes.value('diameter') / 2, 'no depth of the counterbore was said')
    if (bore.value('diameter') <= sizes.value('diameter'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A counterbore of ${bore.value('diameter')} mm is not wider than its hole of ${sizes.value('diameter')} mm.`,
      )
  }
  const sink = sizes.part('countersink')
  if (sink) {
    if (!sink.has('angle') && !sink.has('depth')) sink.assume('angle', found?.angle ?? 90, 'the usual countersink')
    if (!sink.has('diameter') && found)
      sink.look('diameter', found.row.countersink, `${size} countersunk head, ISO 10642`)
    if (!sink.has('diameter'))
      sink.assume('diameter', sizes.value('diameter') * 2, 'no diameter of the countersink was said')
    if (sink.value('diameter') <= sizes.value('diameter'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A countersink of ${sink.value('diameter')} mm is not wider than its hole of ${sizes.value('diameter')} mm.`,
      )
    else if (sink.has('angle') && !(sink.value('angle') >= 45 && sink.value('angle') <= 150))
      sizes.refuse('AGENT_NEEDS_ANSWER', `No countersink has ${sink.value('angle')}°. What is that angle of?`, [
        'countersunk at 90°',
        'countersunk at 82°',
      ])
    // `countersunk 10 mm, 25 mm deep`: deeper than any is.
    else if (sink.has('depth') && sink.value('depth') > sink.value('diameter'))
      sizes.refuse('AGENT_NEEDS_ANSWER', `Is the hole ${sink.value('depth')} mm deep, or its countersink?`, [
        `hole ${sink.value('depth')} mm deep`,
        `countersink ${sink.value('depth')} mm deep`,
      ])
  }
}

function build(placed: Placed) {
  const { sizes, parts, pieces, through, count, cut, body, face, has, spots } = placed
  const { diameter = '0', depth } = sizes
  // Where a hole leaves a round wall, no short formula tells what it takes.
  const curved = body.outline.kind === 'circle' && face !== 'top' && face !== 'bottom'
  const bothWalls = curved && depth === undefined && body.outline.kind === 'circle' && body.outline.bore && has('cross')
  // As deep as the part is thick there, it goes through.
  const blind = depth !== undefined && (curved || placed.evaluate(depth) < placed.evaluate(through) - 1e-6)
  const twice = !blind && body.walls === true && has('through-everything')
  const { normal } = FACES[face]
  const deep = depth ?? (twice ? (body.size[AXES.indexOf(normal)] ?? through) : through)
  const { flat } = sizes
  // What lies beyond the flat is left standing.
  const bored = flat
    ? `(Cylinder(${halved(diameter)}, ${deep}, align=down) - Pos(0, ${flat} - ${halved(diameter)}, 0) * Box(${diameter}, ${diameter}, ${deep}, align=(Align.CENTER, Align.MIN, Align.MAX)))`
    : `Cylinder(${halved(diameter)}, ${deep}, align=down)`
  const lines = cut(bored)
  const wide = curved && !blind ? wideThere(placed, diameter) : undefined
  const across = wide ? acrossOf(body, [wide, diameter], has('cross'), spots) : undefined
  // What lies beyond the flat of a D.
  const beyond = flat
    ? `(${powered(diameter)} / 4 * acos((2 * ${flat} - ${diameter}) / ${diameter}) - (${flat} - ${halved(diameter)}) * sqrt(${flat} * (${diameter} - ${flat})))`
    : undefined
  let volume = across
    ? `-${count} * ${across}`
    : `-${count} * pi / 4 * ${powered(diameter)} * ${twice ? `2 * ${through}` : deep}`
  if (beyond) volume += ` + ${count} * ${beyond} * ${deep}`
  const bore = parts['counterbore']
  const sink = parts['countersink']
  // `counterbored from both ends`: the same where it comes out.
  const both = !blind && !curved && pieces.some(({ flags }) => flags.includes('both-ends'))
  const heads = both ? '2 * ' : ''
  const head = (solid: string) => {
    lines.push(...cut(solid))
    if (both) lines.push(...cut(`Pos(0, 0, -${bracketed(through)}) * Rot(180, 0, 0) * ${solid}`))
  }
  if (bore?.['diameter'] && bore['depth']) {
    head(`Cylinder(${halved(bore['diameter'])}, ${bore['depth']}, align=down)`)
    volume += ` - ${heads}${count} * pi / 4 * (${powered(bore['diameter'])} - ${powered(diameter)}) * ${bore['depth']}`
  }
  if (sink?.['diameter'] && (sink['depth'] ?? sink['angle'])) {
    const high = sink['depth'] ?? `(${sink['diameter']} - ${diameter}) / 2 / tan(radians(${sink['angle']} / 2))`
    head(`Cone(${halved(diameter)}, ${halved(sink['diameter'])}, ${high}, align=down)`)
    volume += ` - ${heads}${count} * (pi / 12 * (${powered(sink['diameter'])} + ${sink['diameter']} * ${diameter} + ${powered(diameter)}) - pi / 4 * ${powered(diameter)}) * ${high}`
  }
  const rim = rims(placed, { grown: (by) => `Circle(${halved(diameter)} + ${by})`, perimeter: `pi * ${diameter}` })
  lines.push(...rim.lines)
  volume += rim.volume
  // What is left of a ball is a ring whose height tells its volume; a hole elsewhere has no short formula.
  const [spot] = spots
  const central = spots.length === 1 && spot?.u === 0 && spot.v === 0 && !blind && !bore && !sink
  const ringed =
    body.ball && central && body.size[2] === body.ball
      ? `-pi / 6 * (${body.ball}**3 - (${powered(body.ball)} - ${powered(diameter)})**1.5)`
      : undefined
  const sloped = body.slope !== undefined && normal === 'z'
  const known = ringed ?? (sloped ? face === 'top' && !blind && !bore && !sink && onSlope(placed, diameter) : volume)
  const widest = bore?.['diameter'] ?? sink?.['diameter'] ?? diameter
  return {
    lines,
    ...((curved && !(across && !bore && !sink)) ||
    (flat && (twice || bore || sink)) ||
    (body.ball && !ringed) ||
    !known ||
    ((bore || sink) && rim.volume)
      ? {}
      : { volume: known }),
    ...(body.ball && !blind ? { loose: central ? [normal] : [...AXES] } : {}),
    ...(blind ? {} : { openings: bothWalls || twice ? `2 * ${count}` : count }),
    ...(curved ? {} : { reach: { u: widest, v: widest, depth: twice ? through : deep, round: true as const } }),
    ...(curved || sink || flat || both || rim.lines.length > 0
      ? {}
      : {
          bores: [
            { diameter, depth: twice ? through : deep },
            ...(bore?.['diameter'] && bore['depth'] ? [{ diameter: bore['diameter'], depth: bore['depth'] }] : []),
          ],
        }),
    // A D is no round hole.
    ...(flat
      ? {}
      : {
          holes: {
            diameter,
            through: !blind,
            ...(bothWalls || twice ? { walls: 2 } : {}),
            ...(blind ? { depth: deep } : {}),
            ...(bore
              ? { entry: 'counterbore' as const, head: bore['diameter'] ?? '0' }
              : sink
                ? { entry: 'countersink' as const, head: sink['diameter'] ?? '0' }
                : {}),
          },
        }),
  }
}

/** How wide the bar is where a hole goes across it: in one of its stretches, and that is round all along. */
function wideThere({ body, face, spots, evaluate }: Placed, diameter: string): string | undefined {
  const { outline, stages = [] } = body
  if (outline.kind !== 'circle') return undefined
  if (body.straight) return outline.diameter
  const middle = evaluate(faceOf(body, face).at[2])
  const within = (low: number, high: number) =>
    spots.length > 0 &&
    spots.every(({ v }) => {
      const [from, to] = [middle + v - evaluate(diameter) / 2, middle + v + evaluate(diameter) / 2]
      return from > low - 1e-6 && to < high + 1e-6
    })
  return stages.find(
    ({ low, height, end, flats, square, cap, own }) =>
      !end && !flats && !square && !cap && !own && within(evaluate(low), evaluate(low) + evaluate(height)),
  )?.diameter
}

/** Across a round bar or tube, through its axis: in at one side, or out at the other as well. */
function acrossOf(
  { outline }: Placed['body'],
  [wide, diameter]: readonly [string, string],
  cross: boolean,
  spots: Placed['spots'],
): string | undefined {
  if (outline.kind !== 'circle' || spots.some(({ u }) => Math.abs(u) > 1e-9)) return undefined
  const all = `crossing(${wide}, ${diameter})`
  if (!outline.bore) return all
  const walls = `(${all} - crossing(${outline.bore}, ${diameter}))`
  return cross ? walls : `${walls} / 2`
}

/** What goes down through a top that slopes takes as much as it is high in the middle of the hole. */
function onSlope({ body, spots }: Placed, diameter: string): string {
  const [left = '0', right = '0'] = body.slope ?? []
  const high = spots.map(
    ({ u }) => `(${left} + ${right}) / 2 - (${left} - ${right}) * (${u}) / ${bracketed(body.size[0])}`,
  )
  return `-pi / 4 * ${powered(diameter)} * (${high.join(' + ')})`
}
