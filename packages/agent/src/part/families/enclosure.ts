import type { Frame } from '../read/frame.ts'
import type { Family, Form, Kind, Settling, Slot } from '../kinds.ts'
import { outsideEdges } from '../features/wall-edges.ts'
import { boxRim, settleRim, withRim } from './box-rim.ts'
import { finishLid, lidPiece, settleLid } from './lid-of-box.ts'
import { CLEARANCE } from './lip.ts'
import { rimStep, settleRimStep, withRimStep } from './rim-step.ts'
import { powered } from './round.ts'

const slots: Record<string, Slot> = {
  length: { label: 'Length', accepts: 'length width x side outer', say: '# long' },
  width: { label: 'Width', accepts: 'width depth y', say: '# wide' },
  height: { label: 'Height', accepts: 'height depth z overall length', say: '# high' },
  wall: { label: 'Wall', accepts: 'wall thickness', say: '# wall' },
  floor: { label: 'Floor', accepts: 'floor bottom-width', say: '# floor', name: 'floor_thickness' },
  corner: {
    label: 'Outside corner radius',
    accepts: 'corner radius outer-radius',
    say: 'corner radius #',
    name: 'corner_radius',
  },
  insideCorner: {
    label: 'Inside corner radius',
    accepts: 'inner-radius',
    say: 'inside corners R#',
    name: 'inside_corner',
  },
  clearance: CLEARANCE,
  insideLength: {
    label: 'Inside length',
    accepts: 'inner-length',
    say: '# long inside',
    name: 'inside_length',
    not: 'length',
  },
  insideWidth: {
    label: 'Inside width',
    accepts: 'inner-width',
    say: '# wide inside',
    name: 'inside_width',
    not: 'width',
  },
  insideHeight: {
    label: 'Inside height',
    accepts: 'inner-height',
    say: '# high inside',
    name: 'inside_height',
    tells: 'height',
  },
}
/** `cabinet back panel 500 x 300 x 6`, `soap dish grate 110 x 80 x 4`: nothing so flat has a room in it where no wall was said. */
function isSheet({ sizes, flags, children }: Frame): boolean {
  const [length = 0, width = 0, height = 0] = ['length', 'width', 'height'].map(
    (slot) => sizes.get(slot)?.quantity.value,
  )
  const told =
    ['wall', 'floor'].some((slot) => sizes.has(slot)) || ['hollow', 'open', 'inside'].some((flag) => flags.has(flag))
  const holds = children.some(
    ({ level, kind }) => level === 'part' || ['divider', 'compartment', 'pad'].includes(kind.key),
  )
  return !told && !holds && height > 0 && height <= 6 && 12 * height < Math.min(length, width)
}

/** What a box or a jar stands on. */
export const floorPiece: Kind = {
  key: 'floorpiece',
  nouns: 'floor, solid base, solid bottom, solid floor, base plate, bottom plate',
  slots: { thickness: { label: 'Floor', accepts: 'thickness wall height', say: '' } },
  bare: ['thickness'],
  faces: ['top'],
}

/** What lies in it, with room around: `for a 60 x 40 board with a 1 mm gap`. */
const content: Kind = {
  key: 'content',
  nouns: 'circuit board, pcb, printed circuit board, board, control board, circuit card',
  slots: {
    length: { label: 'Length of what it holds', accepts: 'length', say: '' },
    width: { label: 'Width of what it holds', accepts: 'width', say: '' },
    height: { label: 'Height of what it holds', accepts: 'thickness', say: '' },
    room: { label: 'Room around what it holds', accepts: 'gap clearance', say: '' },
  },
  bare: ['length', 'width', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
}

/** A box with walls and a floor, milled or printed from one piece; open on top unless closed is said. */
export const enclosure: Family = {
  key: 'enclosure',
  nouns: `enclosure, case, housing, printed box, tray, box, open box, open top box, open-top box, electronics box, project box, printed case, printed tray, printed housing, casing, hollow block, hollow box, cube box, hollow cube, container, bin,
    duct, square duct, rectangular duct, junction box, printed enclosure, electronics enclosure, electronics case, tub, open tray, hollow cuboid, open top cube box, cabinet, open-top cube box, printed container, shell, open case, drip tray, parts tray, soap dish, dish, planter box, tool tray, desk tray, trough, crate, hollow case,  hollow rectangular box, rectangular box, battery box, battery case, battery compartment, desk tidy, tidy, desk caddy, caddy, desk organiser, desk organizer, organiser, organizer, pen tray, wall box, cable box, electronics housing, project case, project enclosure, wall pocket, drawer`,
  slots,
  bare: ['length', 'width', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  flags:
    'open open-ends closed hollow rounded square hexagonal inside outside open-front open-back open-left open-right open-bottom sharp-inside sharp-outside',
  parts: { floorpiece: floorPiece, lid: lidPiece, content, boxrim: boxRim, rimstep: rimStep },
  instead: [
    { when: isSheet, family: 'plate', slots: { height: 'thickness' } },
    { when: ({ flags }) => flags.has('hexagonal'), family: 'hex-cup', slots: { length: 'flats' } },
    { when: ({ flags }) => flags.has('circular'), family: 'jar', slots: { length: 'outer', corner: 'outer' } },
    { when: hasTop, family: 'enclosure', flags: ['closed'], slots: {} },
  ],
  settle(sizes) {
    settleLid(sizes)
    const piece = sizes.part('floorpiece')
    if (piece?.has('thickness') && !sizes.has('floor')) sizes.derive('floor', piece.formula('thickness'))
    const board = sizes.part('content')
    for (const [size, outer, inner] of [
      ['length', 'length', 'insideLength'],
      ['width', 'width', 'insideWidth'],
    ] as const)
      if (board?.has(size) && !sizes.has(outer) && !sizes.has(inner))
        sizes.derive(
          inner,
          board.has('room') ? `${board.formula(size)} + 2 * ${board.formula('room')}` : board.formula(size),
        )
    // It is at least as deep as what lies in it.
    if (board?.has('height') && !sizes.has('height') && !sizes.has('insideHeight'))
      sizes.derive('insideHeight', board.formula('height'))
    if (/cube/.test(sizes.noun) && sizes.has('length')) {
      if (!sizes.has('width')) sizes.derive('width', sizes.formula('length'))
      if (!sizes.has('height')) sizes.derive('height', sizes.formula('length'))
    }
    if (!['length', 'width', ...INSIDE].some((slot) => sizes.has(slot))) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be?`, [
        '100 x 60 x 40 mm',
        '80 x 50 x 30 mm',
      ])
      return
    }
    if (!sizes.has('width') && sizes.flag('square')) sizes.derive('width', sizes.formula('length'))
    const has = (slot: 'length' | 'width' | 'height') => sizes.has(slot) || sizes.has(OF_INSIDE[slot])
    if (!has('width'))
      sizes.assume('width', sizes.value(sizes.has('length') ? 'length' : 'insideLength'), 'no width was said')
    if (!has('length'))
      sizes.assume('length', sizes.value(sizes.has('width') ? 'width' : 'insideWidth'), 'no length was said')
    if (!has('height')) sizes.assume('height', 30, 'no height was said')
    openEnds(sizes)
    between(sizes)
    if (!sizes.has('wall')) sizes.assume('wall', usualWall(sizes), 'no wall was said')
    if (!sizes.has('floor')) sizes.derive('floor', sizes.formula('wall'))
    around(sizes)
    const least = Math.min(sizes.value('length'), sizes.value('width'))
    if (2 * sizes.value('wall') >= least)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Two walls of ${sizes.value('wall')} mm leave nothing of ${least} mm; at most ${Math.floor((least - 1) / 2)} mm works.`,
      )
    if (sizes.value('floor') >= sizes.value('height'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A floor of ${sizes.value('floor')} mm leaves nothing of a height of ${sizes.value('height')} mm.`,
      )
    if (sizes.flag('rounded') && !sizes.has('corner')) sizes.assume('corner', 5, 'rounded, and no radius was said')
    if (sizes.has('corner') && 2 * sizes.value('corner') > least)
      sizes.refuse('AGENT_IMPOSSIBLE', `Corners of R${sizes.value('corner')} do not fit ${least} mm.`)
    // Inside corners run beside the outside ones, unless they have a radius of their own.
    if (sizes.has('insideCorner')) {
      if (!sizes.has('corner') && !sizes.flag('sharp-outside'))
        sizes.derive('corner', `${sizes.formula('insideCorner')} + ${sizes.formula('wall')}`)
      else if (sizes.has('corner') && leftAtCorners(sizes) <= 0)
        sizes.refuse(
          'AGENT_IMPOSSIBLE',
          `Corners of R${sizes.value('corner')} outside and R${sizes.value('insideCorner')} inside leave nothing of walls of ${sizes.value('wall')} mm.`,
        )
    }
    settleRim(sizes)
    settleRimStep(sizes)
    finishLid(sizes)
  },
  form: (sizes, has, pieces) =>
    withRim(withRimStep(enclosureForm(sizes, has), pieces, insideRounding(sizes, has)), pieces, sizes['corner']),
}

/** How thick the walls are across their corners, where those have radii of their own. */
function leftAtCorners(sizes: Settling): number {
  const [outer, inner, wall] = ['corner', 'insideCorner', 'wall'].map((slot) => sizes.value(slot)) as [
    number,
    number,
    number,
  ]
  return outer - inner - Math.SQRT2 * (outer - wall - inner)
}

/** `a case with a slot in the top`: there is a top to cut it into, unless a lid is that, or it is open. */
function hasTop({ noun, flags, children }: Frame): boolean {
  if (/open|tray|trough|dish|tub|bin|planter/.test(noun) || [...flags.keys()].some((flag) => flag.startsWith('open')))
    return false
  if (children.some(({ kind }) => kind.key === 'lid')) return false
  return children.some(
    ({ kind, places, targets }) =>
      OPENINGS.has(kind.key) &&
      targets.length === 0 &&
      places.some(
        ({ place }) =>
          place.kind === 'spec' &&
          place.spec.places.join() === 'top' &&
          [undefined, 'face', 'side'].includes(place.spec.noun) &&
          // `in the middle of the top` has its word before the middle.
          [undefined, 'in', 'on', 'into', 'through'].includes(place.spec.prep),
      ),
  )
}
const OPENINGS: ReadonlySet<string> = new Set(['hole', 'slot', 'cutout'])

/** Two millimetres, or what a small box has room for. */
function usualWall(sizes: Settling): number {
  const sides = ['length', 'width', 'height'].filter((slot) => sizes.has(slot)).map((slot) => sizes.value(slot))
  const least = Math.min(...sides)
  return [2, 1, 0.5, 0.2].find((wall) => least >= 5 * wall) ?? least / 5
}

export const OF_INSIDE = { length: 'insideLength', width: 'insideWidth', height: 'insideHeight' } as const
const INSIDE: readonly string[] = Object.values(OF_INSIDE)

/** Where outside and inside were both said, that is how thick walls and floor are. */
function between(sizes: Settling): void {
  // Of a part there is, the outside may be worked out from the inside.
  const both = (['length', 'width', 'height'] as const).filter(
    (slot) =>
      sizes.has(slot) && sizes.has(OF_INSIDE[slot]) && !sizes.formula(slot).includes(sizes.formula(OF_INSIDE[slot])),
  )
  const added = wallsAround((flag) => sizes.flag(flag), '1', '1')
  for (const slot of both) {
    const sheet = slot === 'height' ? 'floor' : 'wall'
    const sheets = added[slot] === '0' ? 0 : added[slot] === '1' ? 1 : 2
    const left = sizes.value(slot) - sizes.value(OF_INSIDE[slot])
    if (!sizes.has(sheet) && sheets > 0 && left > 0)
      sizes.assume(sheet, Math.round((left / sheets) * 1e6) / 1e6, 'what outside and inside leave between them')
    if (Math.abs(left - sheets * (sizes.has(sheet) ? sizes.value(sheet) : 0)) > 0.01)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `${sizes.value(slot)} mm outside and ${sizes.value(OF_INSIDE[slot])} mm inside do not go with ${sheet === 'floor' ? 'a floor' : 'walls'} of ${sizes.has(sheet) ? sizes.value(sheet) : 0} mm.`,
      )
    // A wall of its own stays as it is where the box is made longer.
    sizes.spend(OF_INSIDE[slot])
  }
}

/** What was said of the inside: walls and floor stand around it, but for the side that is open. */
function around(sizes: Settling): void {
  const added = wallsAround((flag) => sizes.flag(flag), sizes.formula('wall'), sizes.formula('floor'))
  for (const slot of ['length', 'width', 'height'] as const) {
    if (sizes.flag('inside') && sizes.has(slot) && !sizes.has(OF_INSIDE[slot])) sizes.move(slot, OF_INSIDE[slot])
    if (!sizes.has(slot)) sizes.derive(slot, `${sizes.formula(OF_INSIDE[slot])} + ${added[slot]}`)
  }
}

/** What its walls and floor add to the inside, each way. */
export function wallsAround(
  has: (flag: string) => boolean,
  wall: string,
  floor: string,
): Record<'length' | 'width' | 'height', string> {
  const open = openOf(has)
  const both = (one: Side, other: Side, sheet: string) => times(sheet, closedOf(open, one, other))
  return {
    length: both('left', 'right', wall),
    width: both('front', 'back', wall),
    height: both('top', 'bottom', floor),
  }
}

type Side = (typeof SIDES)[number] | 'top'
const SIDES = ['front', 'back', 'left', 'right', 'bottom'] as const
/** One way through it. */
const ACROSS: readonly (readonly Side[])[] = [
  ['top', 'bottom'],
  ['left', 'right'],
  ['front', 'back'],
]

/** `sleeve box 150 x 80 x 40, open at both ends`: the ends of what lies are left and right. */
function openEnds(sizes: Settling): void {
  if (!sizes.flag('open-ends')) return
  const long = (slot: keyof typeof OF_INSIDE) => sizes.value(sizes.has(slot) ? slot : OF_INSIDE[slot])
  const [x, y, z] = [long('length'), long('width'), long('height')]
  const ends: readonly Side[] = z >= x && z >= y ? [] : x >= y ? ['left', 'right'] : ['front', 'back']
  for (const end of ends) sizes.mark(`open-${end}`)
}

/** Which sides are open: those that were named; else the top, unless it is closed. */
function openOf(has: (flag: string) => boolean): ReadonlySet<Side> {
  const named = SIDES.filter((side) => has(`open-${side}`))
  if (named.length > 0) return new Set<Side>(has('open') && !has('closed') ? [...named, 'top'] : named)
  return new Set<Side>(has('open-ends') ? ['top', 'bottom'] : has('closed') ? [] : ['top'])
}

const closedOf = (open: ReadonlySet<Side>, ...sides: Side[]): number => sides.filter((side) => !open.has(side)).length
const times = (sheet: string, count: number): string => (count === 0 ? '0' : count === 1 ? sheet : `2 * ${sheet}`)
const less = (size: string, sheet: string, count: number): string =>
  count === 0 ? size : `${size} - ${times(sheet, count)}`

/** `inside corners sharp`, where the outside ones are round. */
const SHARP_INSIDE = 'sharp-inside'

/** Inside corners run beside the outside ones, and are sharp where the wall is thicker than they are. */
const insideRounding = (
  { wall, corner, insideCorner }: Record<string, string | undefined>,
  has: (flag: string) => boolean,
): string | undefined =>
  has(SHARP_INSIDE) ? undefined : (insideCorner ?? (corner && `max(${corner} - ${wall}, 0.01)`))

function enclosureForm(
  { length = '0', width = '0', height = '0', wall = '0', floor = '0', corner, insideCorner }: Record<string, string>,
  has: (flag: string) => boolean,
): Form {
  const open = openOf(has)
  const solid = corner
    ? `extrude(RectangleRounded(${length}, ${width}, ${corner}), ${height})`
    : `Box(${length}, ${width}, ${height}, align=floor)`
  const l = less(length, wall, closedOf(open, 'left', 'right'))
  const w = less(width, wall, closedOf(open, 'front', 'back'))
  const deep = less(height, floor, closedOf(open, 'top', 'bottom'))
  const upright = closedOf(open, 'front', 'back', 'left', 'right') === 4
  const inner = upright ? insideRounding({ wall, corner, insideCorner }, has) : undefined
  // Where one side is open and the one across is not, the hollow lies that far toward it.
  const toward = (low: Side, high: Side) =>
    open.has(low) === open.has(high) ? '0' : open.has(low) ? `-${wall} / 2` : `${wall} / 2`
  const at = [toward('left', 'right'), toward('front', 'back'), open.has('bottom') ? '0' : floor]
  const hollow = inner
    ? `extrude(RectangleRounded(${l}, ${w}, ${inner}), ${deep})`
    : `Box(${l}, ${w}, ${deep}, align=floor)`
  const area = inner ? `((${l}) * (${w}) - (4 - pi) * ${inner}**2)` : `(${l}) * (${w})`
  const onlyTop = open.has('top') && open.size === 1
  return {
    code: `${solid} - ${at.every((one) => one === '0') ? '' : `Pos(${at.join(', ')}) * `}${hollow}`,
    size: [length, width, height],
    volume: `(${length} * ${width}${corner ? ` - (4 - pi) * ${powered(corner)}` : ''}) * ${height} - ${area} * (${deep})`,
    openings: open.size === 2 && ACROSS.some((pair) => pair.every((side) => open.has(side))) ? '1' : '0',
    ...(open.size === 0 ? { sealed: true as const } : {}),
    ...(open.has('top') || open.has('bottom')
      ? {}
      : { inside: { at: ['0', '0', floor], size: [l, w], through: floor } }),
    outline: { kind: 'rectangle' },
    faces: onlyTop ? { top: { at: ['0', '0', floor], size: [l, w], through: floor } } : {},
    through: {
      front: wall,
      back: wall,
      left: wall,
      right: wall,
      bottom: floor,
      ...(open.has('top') ? {} : { top: floor }),
    },
    edges: onlyTop || open.size === 0 ? outsideEdges([length, width, height], corner === undefined, !onlyTop) : {},
  }
}
