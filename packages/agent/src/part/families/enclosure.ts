import type { Family, Form, Kind, Settling, Slot } from '../kinds.ts'
import { finishLid, lidPiece, settleLid } from './lid-of-box.ts'
import { CLEARANCE } from './lip.ts'
import { powered, ringForm } from './round.ts'

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
    not: 'height',
  },
}
const base: Kind = {
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
    height: { label: 'Height of what it holds', accepts: 'height thickness', say: '' },
    room: { label: 'Room around what it holds', accepts: 'gap clearance', say: '' },
  },
  bare: ['length', 'width', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
}

/** A box with walls and a floor, milled or printed from one piece; open on top unless closed is said. */
export const enclosure: Family = {
  key: 'enclosure',
  nouns: `enclosure, case, housing, printed box, tray, box, open box, open top box, open-top box, electronics box, project box, printed case, printed tray, printed housing, casing, hollow block, hollow box, cube box, hollow cube, container, bin,
    duct, square duct, rectangular duct, junction box, printed enclosure, electronics enclosure, electronics case, tub, open tray, hollow cuboid, open top cube box, cabinet, open-top cube box, printed container, shell, open case, drip tray, parts tray, soap dish, dish, planter box, tool tray, desk tray, trough, crate, hollow case,  hollow rectangular box, rectangular box, battery box, battery case, desk tidy, tidy, desk caddy, caddy, desk organiser, desk organizer, organiser, organizer, pen tray, wall box, cable box, electronics housing, project case, project enclosure`,
  slots,
  bare: ['length', 'width', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  flags:
    'open open-ends closed hollow rounded square inside outside open-front open-back open-left open-right open-bottom',
  parts: { floorpiece: base, lid: lidPiece, content },
  instead: [{ when: ({ flags }) => flags.has('circular'), family: 'jar', slots: { length: 'outer', corner: 'outer' } }],
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
    if (!sizes.has('wall')) sizes.assume('wall', 2, 'no wall was said')
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
    // Said again: inside corners run beside the outside ones.
    if (sizes.has('insideCorner')) {
      if (!sizes.has('corner')) sizes.derive('corner', `${sizes.formula('insideCorner')} + ${sizes.formula('wall')}`)
      else if (Math.abs(sizes.value('corner') - sizes.value('wall') - sizes.value('insideCorner')) > 0.01)
        sizes.refuse(
          'AGENT_UNSUPPORTED',
          `Walls are equally thick all round here: corners of R${sizes.value('corner')} are R${sizes.value('corner') - sizes.value('wall')} inside, and R${sizes.value('insideCorner')} was said.`,
        )
    }
    finishLid(sizes)
  },
  form: enclosureForm,
}

export const OF_INSIDE = { length: 'insideLength', width: 'insideWidth', height: 'insideHeight' } as const
const INSIDE: readonly string[] = Object.values(OF_INSIDE)

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
  return {
    length: open === 'left' || open === 'right' ? wall : `2 * ${wall}`,
    width: open === 'front' || open === 'back' ? wall : `2 * ${wall}`,
    height: open === 'top' || open === 'bottom' ? floor : open === 'ends' ? '0' : `2 * ${floor}`,
  }
}

type Open = 'top' | 'none' | 'ends' | 'front' | 'back' | 'left' | 'right' | 'bottom'
function openOf(has: (flag: string) => boolean): Open {
  for (const side of ['front', 'back', 'left', 'right', 'bottom'] as const) if (has(`open-${side}`)) return side
  return has('open-ends') ? 'ends' : has('closed') ? 'none' : 'top'
}

function enclosureForm(
  { length = '0', width = '0', height = '0', wall = '0', floor = '0', corner }: Record<string, string>,
  has: (flag: string) => boolean,
): Form {
  const open = openOf(has)
  const solid = corner
    ? `extrude(RectangleRounded(${length}, ${width}, ${corner}), ${height})`
    : `Box(${length}, ${width}, ${height}, align=floor)`
  const [l, w] = [`${length} - 2 * ${wall}`, `${width} - 2 * ${wall}`]
  const deep =
    open === 'top' || open === 'bottom' ? `${height} - ${floor}` : open === 'ends' ? height : `${height} - 2 * ${floor}`
  // Inside corners run beside the outside ones, and are sharp where the wall is thicker than they are.
  const inner = corner ? `max(${corner} - ${wall}, 0.01)` : undefined
  const round =
    corner && inner
      ? {
          wide: `extrude(RectangleRounded(${l}, ${w}, ${inner}), ${deep})`,
          area: `((${l}) * (${w}) - (4 - pi) * ${inner}**2)`,
        }
      : undefined
  const side = open === 'front' || open === 'back' || open === 'left' || open === 'right'
  const hollow = side
    ? {
        front: `Pos(0, -${wall} / 2, ${floor}) * Box(${l}, ${width} - ${wall}, ${deep}, align=floor)`,
        back: `Pos(0, ${wall} / 2, ${floor}) * Box(${l}, ${width} - ${wall}, ${deep}, align=floor)`,
        left: `Pos(-${wall} / 2, 0, ${floor}) * Box(${length} - ${wall}, ${w}, ${deep}, align=floor)`,
        right: `Pos(${wall} / 2, 0, ${floor}) * Box(${length} - ${wall}, ${w}, ${deep}, align=floor)`,
      }[open]
    : `${open === 'ends' || open === 'bottom' ? '' : `Pos(0, 0, ${floor}) * `}${round?.wide ?? `Box(${l}, ${w}, ${deep}, align=floor)`}`
  const empty = side
    ? open === 'front' || open === 'back'
      ? `(${l}) * (${width} - ${wall}) * (${deep})`
      : `(${length} - ${wall}) * (${w}) * (${deep})`
    : `${round?.area ?? `(${l}) * (${w})`} * (${deep})`
  return {
    code: `${solid} - ${hollow}`,
    size: [length, width, height],
    volume: `(${length} * ${width}${corner ? ` - (4 - pi) * ${powered(corner)}` : ''}) * ${height} - ${empty}`,
    openings: open === 'ends' ? '1' : '0',
    ...(open === 'none' ? { sealed: true as const } : {}),
    outline: { kind: 'rectangle' },
    faces: open === 'top' ? { top: { at: ['0', '0', floor], size: [l, w], through: floor } } : {},
    through: {
      front: wall,
      back: wall,
      left: wall,
      right: wall,
      bottom: floor,
      ...(open === 'none' || open === 'bottom' || side ? { top: floor } : {}),
    },
    edges: {},
  }
}

/** A round one. */
export const jar: Family = {
  key: 'jar',
  nouns:
    'jar, cup, round box, round jar, pot, canister, round container, cylindrical container, round tray, cylindrical jar, beaker, tin, cylindrical box, cylindrical cup, bucket, round cup, pen holder, pencil holder, pencil cup, pen cup, pen pot, pencil pot, round pencil holder, brush holder, toothbrush cup, round bin, planter, planter pot, plant pot, flower pot, flowerpot, vase',
  slots: {
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter radius*2 outer-radius*2',
      say: '# outside diameter',
      name: 'outside_diameter',
    },
    inner: {
      label: 'Inside diameter',
      accepts: 'inner inner-radius*2',
      say: '# inside diameter',
      name: 'inside_diameter',
      not: 'wall',
    },
    height: { label: 'Height', accepts: 'height depth length overall', say: '# high' },
    wall: { label: 'Wall', accepts: 'wall thickness', say: '# wall' },
    high: { label: 'Diameter at the top', accepts: 'top-width', say: '# across the top', name: 'top_diameter' },
    // Of a pot that does not taper the bottom is its floor.
    low: {
      label: 'Diameter at the bottom',
      accepts: 'bottom-width',
      say: '# across the bottom',
      name: 'bottom_diameter',
    },
    floor: { label: 'Floor', accepts: 'floor bottom-width', say: '# floor', name: 'floor_thickness' },
    insideHeight: {
      label: 'Inside height',
      accepts: 'inner-height',
      say: '# high inside',
      name: 'inside_height',
      not: 'height',
    },
    clearance: CLEARANCE,
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'] },
  flags: 'open circular closed hollow inside outside',
  parts: { floorpiece: base, lid: lidPiece },
  instead: [
    {
      when: ({ sizes }) => sizes.has('high') && sizes.has('low'),
      family: 'taperedcup',
      slots: {},
    },
    {
      when: ({ flags }) => flags.has('square') || flags.has('rectangular'),
      family: 'enclosure',
      slots: { outer: 'length' },
    },
  ],
  settle(sizes) {
    settleLid(sizes)
    const piece = sizes.part('floorpiece')
    if (sizes.has('low') && !sizes.has('floor')) sizes.move('low', 'floor')
    if (piece?.has('thickness') && !sizes.has('floor')) sizes.derive('floor', piece.formula('thickness'))
    if (!sizes.has('wall') && sizes.has('inner') && sizes.has('outer'))
      sizes.derive('wall', `(${sizes.formula('outer')} - ${sizes.formula('inner')}) / 2`)
    if (!sizes.has('wall')) sizes.assume('wall', 2, 'no wall was said')
    const inside = sizes.flag('inside') || sizes.has('insideHeight')
    if (!sizes.has('height') && sizes.has('insideHeight')) sizes.move('insideHeight', 'height')
    const wide = sizes.flag('inside')
    if (wide && sizes.has('outer') && !sizes.has('inner')) sizes.move('outer', 'inner')
    if (!sizes.has('outer') && sizes.has('inner'))
      sizes.derive('outer', `${sizes.formula('inner')} + 2 * ${sizes.formula('wall')}`)
    if (!sizes.has('outer')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `What diameter should the ${sizes.noun} have?`, ['60 mm', '80 mm', '100 mm'])
      return
    }
    if (!sizes.has('height')) sizes.assume('height', Math.round(sizes.value('outer')), 'no height was said')
    else if (inside)
      sizes.derive(
        'height',
        `${sizes.formula('height')} + ${sizes.flag('closed') ? '2 * ' : ''}${sizes.formula(sizes.has('floor') ? 'floor' : 'wall')}`,
      )
    if (!sizes.has('floor')) sizes.derive('floor', sizes.formula('wall'))
    if (2 * sizes.value('wall') >= sizes.value('outer'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Walls of ${sizes.value('wall')} mm leave nothing of ${sizes.value('outer')} mm.`,
      )
    if (sizes.value('floor') >= sizes.value('height'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A floor of ${sizes.value('floor')} mm leaves nothing of a height of ${sizes.value('height')} mm.`,
      )
    finishLid(sizes)
  },
  form({ outer = '0', wall = '0', floor = '0', height = '0' }, has): Form {
    const inner = `(${outer} - 2 * ${wall})`
    if (has('closed')) {
      const deep = `(${height} - 2 * ${floor})`
      return {
        ...ringForm({ outer, height }),
        code: `Cylinder(${outer} / 2, ${height}, align=floor) - Pos(0, 0, ${floor}) * Cylinder(${outer} / 2 - ${wall}, ${deep}, align=floor)`,
        volume: `pi / 4 * (${outer}**2 * ${height} - ${inner}**2 * ${deep})`,
        openings: '0',
        sealed: true,
        through: { bottom: floor, top: floor },
      }
    }
    return {
      ...ringForm({ outer, height }),
      code: `Cylinder(${outer} / 2, ${height}, align=floor) - Pos(0, 0, ${floor}) * Cylinder(${outer} / 2 - ${wall}, ${height} - ${floor}, align=floor)`,
      volume: `pi / 4 * (${outer}**2 * ${height} - ${inner}**2 * (${height} - ${floor}))`,
      openings: '0',
      faces: { top: { at: ['0', '0', floor], outline: { kind: 'circle', diameter: inner }, through: floor } },
      through: { bottom: floor },
    }
  },
}
