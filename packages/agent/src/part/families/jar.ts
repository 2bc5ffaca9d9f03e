import type { Family, Form } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { boxRim, settleRim, withRim } from './box-rim.ts'
import { floorPiece } from './enclosure.ts'
import { finishLid, lidPiece, settleLid } from './lid-of-box.ts'
import { CLEARANCE } from './lip.ts'
import { ringForm } from './round.ts'

/** A round one. */
export const jar: Family = {
  key: 'jar',
  nouns:
    'jar, cup, round box, round jar, pot, canister, round container, cylindrical container, round tray, cylindrical jar, beaker, tin, cylindrical box, cylindrical cup, bucket, round cup, pen holder, pencil holder, pencil cup, pen cup, pen pot, pencil pot, round pencil holder, brush holder, toothbrush cup, round bin, planter, planter pot, plant pot, flower pot, flowerpot, vase, shot glass, tumbler, drinking glass',
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
    floor: { label: 'Floor', accepts: 'floor bottom-width thickness', say: '# floor', name: 'floor_thickness' },
    insideHeight: {
      label: 'Inside height',
      accepts: 'inner-height',
      say: '# high inside',
      name: 'inside_height',
      not: 'height',
    },
    deep: { label: 'Depth inside', accepts: 'depth inner-height', say: '# deep inside', name: 'inside_depth' },
    clearance: CLEARANCE,
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'] },
  flags: 'open circular hexagonal closed closed-end closed-ends round-bottom hollow inside outside',
  parts: { floorpiece: floorPiece, lid: lidPiece, boxrim: boxRim },
  instead: [
    { when: ({ flags }) => flags.has('hexagonal'), family: 'hex-cup', slots: { outer: 'flats' } },
    // `round tray 200 dia, 3 mm base, lip 3 mm wide 10 mm high`: the lip is all that stands on its base.
    {
      when: ({ sizes, children }) =>
        !['height', 'insideHeight', 'wall', 'inner', 'high'].some((slot) => sizes.has(slot)) &&
        children.some(({ kind }) => kind.key === 'raised-rim'),
      family: 'disc',
      slots: { low: 'height', floor: 'height' },
    },
    // `cup 50 dia, 30 tall, 42 dia recess 22 deep from the top`: that is its inside.
    {
      when: ({ sizes, children }) =>
        !['wall', 'inner', 'floor', 'insideHeight', 'high'].some((slot) => sizes.has(slot)) &&
        children.some(isInside(sizes)),
      family: 'cylinder',
      slots: {},
    },
    {
      when: ({ sizes }) => sizes.has('high') && sizes.has('low'),
      family: 'taperedcup',
      slots: {},
    },
    // `tealight cup 50 OD, 30 tall, 42 dia recess 22 deep from the top`: solid, but for what is bored into it.
    {
      when: ({ sizes, children }) =>
        !['wall', 'inner', 'floor', 'insideHeight'].some((slot) => sizes.has(slot)) &&
        children.some(
          ({ kind, sizes: own, places }) =>
            (kind.key === 'hole' || kind.key === 'pocket') &&
            own.has('diameter') &&
            own.has('depth') &&
            places.some(({ place }) => place.kind === 'spec' && place.spec.places.includes('top')),
        ),
      family: 'cylinder',
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
    // `50 outside, 40 inside, closed at one end with a thickness of 3`: the wall is known, and that is its floor.
    if (sizes.has('wall') && sizes.has('inner') && sizes.has('outer') && !sizes.has('floor'))
      sizes.move('wall', 'floor')
    if (!sizes.has('wall') && sizes.has('inner') && sizes.has('outer'))
      sizes.derive('wall', `(${sizes.formula('outer')} - ${sizes.formula('inner')}) / 2`)
    // `hollow`: as thick as nobody said.
    if (!sizes.has('wall') && !sizes.has('inner') && sizes.flag('hollow') && !sizes.has('floor'))
      sizes.refuse('AGENT_NEEDS_ANSWER', `How thick should the walls of the ${sizes.noun} be?`, [
        '2 mm walls',
        '3 mm walls',
      ])
    else if (!sizes.has('wall')) sizes.assume('wall', 2, 'no wall was said')
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
        `${sizes.formula('height')} + ${sizes.flag('closed') || sizes.flag('closed-ends') ? '2 * ' : ''}${sizes.formula(sizes.has('floor') ? 'floor' : 'wall')}`,
      )
    // `50 long, closed at one end, 40 deep`: what is left is its floor.
    if (sizes.has('deep') && !sizes.has('floor'))
      sizes.derive('floor', `${sizes.formula('height')} - ${sizes.formula('deep')}`)
    else if (sizes.has('deep') && Math.abs(sizes.value('height') - sizes.value('floor') - sizes.value('deep')) > 0.01)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A floor of ${sizes.value('floor')} mm and ${sizes.value('deep')} mm inside are not ${sizes.value('height')} mm.`,
      )
    if (!sizes.has('floor')) sizes.derive('floor', sizes.formula('wall'))
    if (sizes.value('floor') <= 0)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `${sizes.value('deep')} mm inside leave no floor of ${sizes.value('height')} mm.`,
      )
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
    if (sizes.flag('round-bottom') && sizes.value('height') < sizes.value('outer') / 2)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Half a ball of ${sizes.value('outer')} mm is higher than ${sizes.value('height')} mm.`,
      )
    settleRim(sizes)
    finishLid(sizes)
  },
  form: (sizes, has, pieces) => withRim(jarForm(sizes, has), pieces),
}

/** Sunk from above, and as wide as no hole in a thin wall or floor is. */
const isInside =
  (whole: Frame['sizes']) =>
  ({ kind, sizes, plural, count, flags }: Frame): boolean => {
    const [wide, deep] = ['diameter', 'depth'].map((slot) => sizes.get(slot)?.quantity.value ?? 0) as [number, number]
    const outer = whole.get('outer')
    const least = ((outer?.quantity.value ?? Infinity) * (outer?.times ?? 1)) / 2
    return (
      ['hole', 'pocket'].includes(kind.key) && deep > 0 && wide > least && !plural && !count && !flags.has('radial')
    )
  }

function jarForm(
  { outer = '0', wall = '0', floor = '0', height = '0' }: Record<string, string>,
  has: (flag: string) => boolean,
): Form {
  const inner = `(${outer} - 2 * ${wall})`
  if (has('closed') || has('closed-ends')) {
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
  if (has('round-bottom')) return roundBelow(outer, inner, height)
  return {
    ...ringForm({ outer, height }),
    code: `Cylinder(${outer} / 2, ${height}, align=floor) - Pos(0, 0, ${floor}) * Cylinder(${outer} / 2 - ${wall}, ${height} - ${floor}, align=floor)`,
    volume: `pi / 4 * (${outer}**2 * ${height} - ${inner}**2 * (${height} - ${floor}))`,
    openings: '0',
    faces: { top: { at: ['0', '0', floor], outline: { kind: 'circle', diameter: inner }, through: floor } },
    through: { bottom: floor },
  }
}

/** A test tube: half a ball below, and its wall is as thick there. */
function roundBelow(outer: string, inner: string, height: string): Form {
  const straight = `(${height} - ${outer} / 2)`
  const bullet = (across: string) =>
    `Pos(0, 0, ${outer} / 2) * (Cylinder(${across} / 2, ${straight}, align=floor) + Sphere(${across} / 2))`
  return {
    ...ringForm({ outer, height }),
    code: `${bullet(outer)} - ${bullet(inner)}`,
    volume: `pi / 4 * (${outer}**2 - ${inner}**2) * ${straight} + pi / 12 * (${outer}**3 - ${inner}**3)`,
    openings: '0',
    outline: { kind: 'other' },
  }
}
