import type { Family, Form, Sizes, Slot } from '../kinds.ts'
import { BEARINGS, bearingOf } from '../library/bearings.ts'
import { CELLS, cellOf } from '../library/cells.ts'
import { halved, powered } from './round.ts'

// What holds a bought part: its sizes are looked up, so nobody has to say them.

const OUTSIDE: Record<'length' | 'width' | 'height', Slot> = {
  length: { label: 'Length', accepts: 'length x', say: '# long' },
  width: { label: 'Width', accepts: 'width y side', say: '# wide' },
  height: { label: 'Height', accepts: 'height z depth overall thickness', say: '# high' },
}
const WALL: Slot = { label: 'Wall', accepts: 'wall', say: '# wall' }
const FLOOR: Slot = { label: 'Floor', accepts: 'floor', say: '# floor', name: 'floor_thickness' }
const CLEARANCE: Slot = { label: 'Clearance per side', accepts: 'gap offset', say: '# clearance', min: 0.001 }

/** A block with a seat for a ball bearing from above, a shoulder under it, and a hole for the shaft. */
export const bearingBlock: Family = {
  key: 'bearing-block',
  nouns: `bearing block, bearing holder, bearing mount, bearing housing, bearing seat, bearing carrier, bearing support, pillow block, holder`,
  slots: {
    seat: {
      label: 'Bearing outside diameter',
      accepts: 'bearing outer diameter',
      say: 'for a bearing of # outside',
      name: 'bearing_outside',
    },
    bore: { label: 'Bearing bore', accepts: 'inner', say: '# bore', name: 'bearing_bore' },
    deep: { label: 'Bearing width', accepts: '', say: '# wide', name: 'bearing_width' },
    ...OUTSIDE,
    wall: WALL,
    floor: { ...FLOOR, label: 'Shoulder thickness', name: 'shoulder_thickness' },
    clearance: CLEARANCE,
    shoulder: { label: 'Hole in the shoulder', accepts: '', say: '', name: 'shoulder_hole' },
  },
  bare: ['seat', 'height'],
  instead: [
    // `bearing housing with 20 mm inner diameter, 35 mm outer diameter and 10 mm height`: its own sizes, and it is round.
    {
      family: 'tube',
      slots: { seat: 'outer', bore: 'inner' },
      when: ({ noun, sizes }) =>
        noun !== 'holder' &&
        sizes.get('seat')?.quantity.role === 'outer' &&
        ['bore', 'height'].every((slot) => sizes.has(slot)) &&
        !['length', 'width', 'wall', 'floor'].some((slot) => sizes.has(slot)),
    },
    // `bearing housing: 30 OD, 8 tall, 22 mm pocket 7 deep`: its own outside, and its seat told as what is cut into it.
    {
      family: 'cylinder',
      slots: { seat: 'outer' },
      when: ({ sizes, children }) =>
        ['diameter', 'outer'].includes(sizes.get('seat')?.quantity.role ?? '') &&
        !['length', 'width', 'wall'].some((slot) => sizes.has(slot)) &&
        children.some(({ kind, sizes: own }) => ['pocket', 'hole'].includes(kind.key) && own.has('depth')),
    },
    // `candle holder 60 dia x 40 high` holds no bearing.
    // `phone holder 80 x 40 x 100, 3 mm walls`, `cup holder 75 inside diameter, 3 mm walls`: what has walls is a box or a cup.
    {
      family: 'enclosure',
      slots: {},
      when: ({ noun, sizes }) => noun === 'holder' && ['length', 'width', 'wall'].every((slot) => sizes.has(slot)),
    },
    {
      family: 'jar',
      slots: { bore: 'inner', seat: 'outer' },
      when: ({ noun, sizes }) =>
        noun === 'holder' &&
        sizes.has('height') &&
        sizes.has('wall') &&
        (sizes.has('bore') || ['diameter', 'outer'].includes(sizes.get('seat')?.quantity.role ?? '')),
    },
    {
      family: 'cylinder',
      slots: { seat: 'outer' },
      when: ({ noun, sizes }) =>
        noun === 'holder' && ['diameter', 'outer'].includes(sizes.get('seat')?.quantity.role ?? ''),
    },
  ],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  settle(sizes) {
    if (!sizes.has('seat')) {
      sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        sizes.noun === 'holder' ? 'What should it hold?' : 'Which bearing should it hold?',
        ['a 608 bearing', 'a 6204 bearing', 'a bearing 22 mm outside, 8 mm bore'],
      )
      return
    }
    const code = sizes.value('seat')
    const row = bearingOf(code)
    if (row) {
      sizes.look('seat', row.outer, `${code} bearing, ${row.standard}`)
      if (!sizes.has('bore')) sizes.look('bore', row.bore, `${code} bearing, ${row.standard}`)
      sizes.look('deep', row.width, `${code} bearing, ${row.standard}`)
    } else if (code >= 600 && Number.isInteger(code)) {
      const known = Object.keys(BEARINGS)
      sizes.refuse(
        'AGENT_UNSUPPORTED',
        `The bearing ${code} is not in the table; ${known[0]} to ${known.at(-1)} of the series 60x, 62x, 68x, 600x and 620x are.`,
        ['say its outside diameter, bore and width'],
      )
      return
    }
    // `cable holder for 6 mm cable`: that is no bearing.
    if (!row && sizes.noun === 'holder') {
      sizes.refuse('AGENT_NEEDS_ANSWER', `What should it hold, ${code} mm wide?`, [
        `a bearing ${code} mm outside`,
        `a block with a ${code} mm hole`,
      ])
      return
    }
    if (!sizes.has('bore')) sizes.assume('bore', Math.round(sizes.value('seat') / 3), 'no bore of the bearing was said')
    if (!sizes.has('deep'))
      sizes.assume('deep', Math.max(2, Math.round(sizes.value('seat') / 3)), 'no width of the bearing was said')
    if (sizes.value('bore') >= sizes.value('seat')) {
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A bearing of ${sizes.value('seat')} mm outside has no bore of ${sizes.value('bore')} mm.`,
      )
      return
    }
    if (!sizes.has('clearance')) sizes.assume('clearance', 0.05, 'the bearing is pressed into a printed seat')
    if (!sizes.has('wall')) sizes.assume('wall', 5, 'no wall around the bearing was said')
    if (!sizes.has('floor')) {
      if (sizes.has('height')) sizes.derive('floor', `${sizes.formula('height')} - ${sizes.formula('deep')}`)
      else sizes.assume('floor', 3, 'no thickness of the shoulder was said')
    }
    if (!sizes.has('height')) sizes.derive('height', `${sizes.formula('deep')} + ${sizes.formula('floor')}`)
    const least = `${sizes.formula('seat')} + 2 * ${sizes.formula('clearance')} + 2 * ${sizes.formula('wall')}`
    if (!sizes.has('length'))
      sizes.derive('length', sizes.has('width') ? `max(${sizes.formula('width')}, ${least})` : least)
    if (!sizes.has('width')) sizes.derive('width', least)
    // Half way between shaft and seat: it carries the outer ring and leaves the inner one free.
    sizes.derive('shoulder', `(${sizes.formula('seat')} + ${sizes.formula('bore')}) / 2`)
    const need = sizes.value('seat') + 2 * sizes.value('clearance')
    const small = Math.min(sizes.value('length'), sizes.value('width'))
    if (small < need + 1)
      sizes.refuse('AGENT_IMPOSSIBLE', `A seat of ${round(need)} mm does not fit into ${round(small)} mm.`)
    else if (sizes.value('height') < sizes.value('deep') + 0.5)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A bearing ${sizes.value('deep')} mm wide and its shoulder do not fit into a height of ${round(sizes.value('height'))} mm.`,
      )
  },
  form({
    seat = '0',
    deep = '0',
    clearance = '0',
    length = '0',
    width = '0',
    height = '0',
    shoulder = '0',
  }: Sizes): Form {
    const wide = `(${seat} + 2 * ${clearance})`
    return {
      code: `Box(${length}, ${width}, ${height}, align=floor) - Pos(0, 0, ${height}) * Cylinder(${halved(wide)}, ${deep}, align=down) - Cylinder(${halved(shoulder)}, ${height}, align=floor)`,
      size: [length, width, height],
      volume: `${length} * ${width} * ${height} - pi / 4 * ${powered(wide)} * ${deep} - pi / 4 * ${powered(shoulder)} * (${height} - ${deep})`,
      openings: '1',
      outline: { kind: 'rectangle' },
      edges: {},
    }
  },
}

/** An open tray with a bay for each battery, or a round one for a coin. */
export const cellHolder: Family = {
  key: 'cell-holder',
  nouns: `cell holder, battery holder, battery tray, cell tray, coin cell holder, battery case, battery cradle, battery cell holder`,
  slots: {
    cell: {
      label: 'Battery diameter',
      accepts: 'cell diameter',
      say: 'for batteries of # diameter',
      name: 'cell_diameter',
    },
    long: { label: 'Battery length', accepts: 'length', say: '# long', name: 'cell_length' },
    count: { label: 'Batteries', accepts: 'count', unit: 'count', say: '# bays', name: 'cells', min: 1 },
    wall: { ...WALL, accepts: 'wall thickness' },
    floor: FLOOR,
    clearance: CLEARANCE,
  },
  bare: ['count'],
  chains: { 2: ['count', 'cell'] },
  // With an inside of its own it is a tray, whatever is put into it.
  instead: [{ when: ({ flags }) => flags.has('inside') || flags.has('outside'), family: 'enclosure', slots: {} }],
  settle(sizes) {
    const row = sizes.has('cell') ? cellOf(sizes.value('cell')) : undefined
    if (!row && !(sizes.has('cell') && sizes.has('long'))) {
      const names = Object.values(CELLS).map(({ name }) => name)
      sizes.refuse('AGENT_NEEDS_ANSWER', `Which battery should it hold? In the table are ${names.join(', ')}.`, [
        '18650',
        'AA',
        'CR2032',
      ])
      return
    }
    if (row && sizes.has('long') && Math.abs(sizes.value('long') - row.length) > 1) {
      const says = `A ${row.name} battery is ${row.length} mm long, and ${sizes.value('long')} mm was said. How many batteries?`
      sizes.refuse('AGENT_NEEDS_ANSWER', says, ['for 2 batteries', 'for 4 batteries'])
      return
    }
    if (row) {
      sizes.look('cell', row.diameter, `${row.name} battery, ${row.standard}`)
      sizes.look('long', row.length, `${row.name} battery, ${row.standard}`)
      if (row.coin) sizes.mark('coin')
    }
    if (!sizes.has('count')) sizes.assume('count', 1, 'no number of batteries was said')
    const count = sizes.value('count')
    if (!Number.isInteger(count) || count < 1 || count > 20)
      sizes.refuse('AGENT_IMPOSSIBLE', `From 1 to 20 bays can be made; ${count} were asked for.`)
    if (!sizes.has('wall')) sizes.assume('wall', 2, 'no wall was said')
    if (!sizes.has('floor')) sizes.derive('floor', sizes.formula('wall'))
    if (!sizes.has('clearance')) sizes.assume('clearance', 0.2, 'so that a battery goes in and out')
  },
  form({ cell = '0', long = '0', count = '1', wall = '0', floor = '0', clearance = '0' }: Sizes, has): Form {
    const coin = has('coin')
    const [bay, deep] = [`(${cell} + 2 * ${clearance})`, coin ? long : cell]
    const along = coin ? bay : `(${long} + 2 * ${clearance})`
    const size: Form['size'] = [
      `(${along} + 2 * ${wall})`,
      `(${count} * ${bay} + (${count} + 1) * ${wall})`,
      `(${floor} + ${deep})`,
    ]
    const hollow = coin
      ? `Cylinder(${halved(bay)}, ${deep}, align=floor)`
      : `Box(${along}, ${bay}, ${deep}, align=floor)`
    return {
      code: `Box(${size.join(', ')}, align=floor) - GridLocations(1, ${bay} + ${wall}, 1, ${count}) * (Pos(0, 0, ${floor}) * ${hollow})`,
      size,
      volume: `${size[0]} * ${size[1]} * ${size[2]} - ${count} * ${coin ? `pi / 4 * ${powered(bay)}` : `${along} * ${bay}`} * ${deep}`,
      openings: '0',
      outline: { kind: 'rectangle' },
      faces: { top: { at: ['0', '0', floor], through: floor } },
      edges: {},
    }
  },
}

const round = (value: number): number => Math.round(value * 100) / 100
