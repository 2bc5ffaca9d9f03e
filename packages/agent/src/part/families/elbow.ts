import type { Family, Form, Kind } from '../kinds.ts'
import { halved, powered } from './round.ts'

const LEGS: Kind = {
  key: 'leg',
  nouns: 'leg, straight leg, straight, straight end, straight section, end, tail, straight length, straight piece',
  slots: {
    length: { label: 'Straight length', accepts: 'length height', say: '# long' },
    apart: { label: 'Between the legs', accepts: 'centres spacing', say: '# apart' },
  },
  bare: ['length'],
}

/** Measured to the outside of the bend. */
const OUTSIDE_LEGS: Kind = { ...LEGS, key: 'outleg', nouns: 'outside leg, overall leg' }

/** `elbow of 22 mm pipe with 1 mm wall`: what is bent. */
const STOCK: Kind = {
  key: 'tube',
  nouns: 'pipe, tube, tubing, rod, bar, round bar, copper pipe, steel tube, rod stock, wire, round stock',
  slots: {
    outer: { label: 'Outside diameter', accepts: 'outer diameter radius*2', say: '# outside diameter' },
    inner: { label: 'Inside diameter', accepts: 'inner', say: '# inside diameter' },
    wall: { label: 'Wall', accepts: 'wall thickness', say: '# wall' },
  },
  bare: ['outer', 'wall'],
  chains: { 2: ['outer', 'wall'] },
}

export const elbow: Family = {
  key: 'elbow',
  flags: 'bent square-bends',
  nouns:
    'elbow, pipe elbow, bent pipe, bent tube, pipe bend, tube bend, elbow pipe, curved pipe, 90 degree elbow, pipe with a bend, bent rod, tube elbow, angled pipe, hose elbow, return bend, u bend, u bend pipe, u bent pipe, u bent tube, u tube, bent bar, bent round bar, quarter bend, 90 bend, swept bend, 180 degree bend, 45 degree elbow',
  slots: {
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter',
      say: '# outside diameter',
      name: 'outside_diameter',
    },
    inner: {
      label: 'Inside diameter',
      accepts: 'inner',
      say: '# inside diameter',
      name: 'inside_diameter',
      not: 'wall',
    },
    wall: { label: 'Wall', accepts: 'wall thickness', say: '# wall', name: 'wall' },
    bend: { label: 'Bend radius', accepts: 'bend radius root corner', say: '# bend radius', name: 'bend_radius' },
    angle: { label: 'Bend angle', accepts: 'angle', unit: 'deg', say: '#', name: 'bend_angle' },
    leg: { label: 'Straight length', accepts: 'length height arm', say: '# legs', name: 'leg_length' },
    inside: {
      label: 'Inside bend radius',
      accepts: 'inner-radius',
      say: '# inside bend radius',
      name: 'inside_bend_radius',
      not: 'bend',
    },
    outside: { label: 'Outside of the legs', accepts: '' },
    apart: {
      label: 'Between the legs',
      accepts: 'centres spacing',
      say: '# between the centres',
      name: 'between_legs',
    },
  },
  bare: ['outer', 'bend'],
  chains: { 2: ['outer', 'wall'] },
  parts: { leg: LEGS, outleg: OUTSIDE_LEGS, tube: STOCK, cylinder: STOCK },
  repeats: ['leg', 'outleg'],
  settle(sizes) {
    const stock = sizes.part('tube')
    for (const slot of ['outer', 'inner', 'wall'] as const)
      if (stock?.has(slot) && !sizes.has(slot)) sizes.derive(slot, stock.formula(slot))
    if (!sizes.has('bend') && sizes.has('inside') && (sizes.has('outer') || sizes.has('inner')))
      sizes.derive(
        'bend',
        `${sizes.formula('inside')} + ${halved(sizes.has('outer') ? sizes.formula('outer') : sizes.formula('inner'))}`,
      )
    // `u bend, legs 70 apart`: as wide as twice its radius.
    const apart = sizes.pieces('leg').find((leg) => leg.has('apart'))
    if (apart) sizes.derive('apart', apart.formula('apart'))
    if (!sizes.has('bend') && sizes.has('apart')) sizes.derive('bend', `${sizes.formula('apart')} / 2`)
    if (!sizes.has('angle') && (sizes.has('apart') || /\b(?:u|return|180)\b/.test(sizes.noun)))
      sizes.assume('angle', 180, `a ${sizes.noun} turns back`)
    if (!sizes.has('angle') && sizes.flag('quarter')) sizes.assume('angle', 90, 'a quarter of a turn')
    if (!sizes.has('outer') && sizes.has('inner') && sizes.has('wall'))
      sizes.derive('outer', `${sizes.formula('inner')} + 2 * ${sizes.formula('wall')}`)
    if (!sizes.has('outer')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What outside diameter should the pipe have?', ['20 mm outside, 2 mm wall'])
      return
    }
    const rod = /rod|bar/.test(sizes.noun) || /rod|bar|^round$/.test(stock?.noun ?? '')
    if (!sizes.has('inner') && sizes.has('wall'))
      sizes.derive('inner', `${sizes.formula('outer')} - 2 * ${sizes.formula('wall')}`)
    if (!sizes.has('inner') && !rod)
      sizes.assume('inner', Math.round(sizes.value('outer') * 0.8 * 10) / 10, 'no wall was said')
    if (!sizes.has('bend')) sizes.assume('bend', Math.round(sizes.value('outer') * 1.5), 'no bend radius was said')
    if (!sizes.has('angle')) sizes.assume('angle', 90, 'no angle was said')
    for (const leg of sizes.pieces('outleg').filter((one) => one.has('length')))
      leg.derive(
        'length',
        `${leg.formula('length')} - (${sizes.formula('bend')} + ${halved(sizes.formula('outer'))}) * tan(radians(${sizes.formula('angle')} / 2))`,
      )
    if (sizes.value('bend') <= sizes.value('outer') / 2)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A bend of ${sizes.value('bend')} mm is too tight for ${sizes.value('outer')} mm: more than ${sizes.value('outer') / 2} mm works.`,
      )
    if (sizes.has('inner') && sizes.value('inner') >= sizes.value('outer'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `${sizes.value('inner')} mm inside is not less than ${sizes.value('outer')} mm outside.`,
      )
  },
  form({ outer = '0', inner, bend = '0', angle = '90', leg }, _has, pieces) {
    const legs = pieces
      .filter(({ kind }) => kind === 'leg' || kind === 'outleg')
      .map(({ sizes }) => sizes['length'] ?? '0')
    const first = legs[0] ?? leg ?? '0'
    const last = legs[1] ?? legs[0] ?? leg ?? '0'
    const [sine, cosine] = [`sin(radians(${angle}))`, `cos(radians(${angle}))`]
    const path = [
      ...(first === '0' ? [] : [`Line((0, 0), (0, ${first}))`]),
      `CenterArc((${bend}, ${first}), ${bend}, 180, -${angle})`,
      ...(last === '0'
        ? []
        : [`PolarLine((${bend} - ${bend} * ${cosine}, ${first} + ${bend} * ${sine}), ${last}, 90 - ${angle})`]),
    ]
    const section = inner ? `(Circle(${halved(outer)}) - Circle(${halved(inner)}))` : `Circle(${halved(outer)})`
    const turned: Form = {
      before: [`path = Plane.XZ * (${path.join(' + ')})`],
      code: `sweep(Plane(path @ 0, z_dir=path % 0) * ${section}, path=path)`,
      size: [`${halved(outer)} + ${bend} + ${last}`, outer, `${first} + ${bend} + ${halved(outer)}`],
      volume: `pi / 4 * (${powered(outer)}${inner ? ` - ${powered(inner)}` : ''}) * (${first} + ${last} + pi * ${bend} * ${angle} / 180)`,
      openings: inner ? '1' : '0',
      outline: { kind: 'other' },
    }
    return angle === '90' ? turned : { ...turned, loose: ['x', 'z'] }
  },
}
