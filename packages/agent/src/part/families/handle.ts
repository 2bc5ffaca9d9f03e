import type { Family, Kind } from '../kinds.ts'
import { BOW, DIAMETER, ROD, SHANK, bent, pieceOf, section } from './rod-parts.ts'
import { halved } from './round.ts'

// What is held by: a bow with two legs, and a T.

export const handle: Family = {
  key: 'handle',
  nouns:
    'handle, pull handle, drawer pull, d handle, door handle, drawer handle, grab handle, cabinet handle, cabinet pull, bow handle, bar handle, d-handle, grab bar, pull',
  slots: {
    diameter: DIAMETER,
    centres: {
      label: 'Legs apart',
      accepts: 'centres spacing width length',
      say: '# between centres',
      name: 'legs_apart',
    },
    height: {
      label: 'Overall height',
      accepts: 'height overall depth',
      say: '# overall height',
      name: 'overall_height',
    },
    bend: { label: 'Bend radius', accepts: 'radius bend corner', say: '# bend radius', name: 'bend_radius' },
  },
  bare: ['centres', 'height'],
  chains: { 2: ['centres', 'height'] },
  parts: {
    rod: ROD,
    shank: {
      ...SHANK,
      slots: {
        apart: { label: 'Legs apart', accepts: 'spacing centres', say: '# apart' },
        length: { label: 'Leg length', accepts: 'length height', say: '# long' },
      },
      bare: ['apart'],
    },
    bow: { ...BOW, nouns: 'bend, bends, corner, corners' },
  },
  settle(sizes) {
    section(sizes, 10)
    const [legs, bow] = [sizes.part('shank'), sizes.part('bow')]
    if (legs?.has('apart') && !sizes.has('centres')) sizes.derive('centres', legs.formula('apart'))
    if (legs?.has('length') && !sizes.has('height')) sizes.derive('height', legs.formula('length'))
    if (bow?.has('radius') && !sizes.has('bend')) sizes.derive('bend', bow.formula('radius'))
    if (bow?.has('inner') && !sizes.has('bend'))
      sizes.derive('bend', `${bow.formula('inner')} + ${halved(sizes.formula('diameter'))}`)
    if (!sizes.has('centres')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How far apart should the legs be?', [
        '96 mm centre to centre',
        '128 mm centre to centre',
      ])
      return
    }
    if (!sizes.has('height')) sizes.assume('height', 35, 'no height was said')
    if (!sizes.has('bend')) sizes.assume('bend', sizes.value('diameter'), 'no bend radius was said')
    const most = Math.min(sizes.value('centres') / 2, sizes.value('height') - sizes.value('diameter') / 2)
    if (sizes.value('bend') >= most)
      sizes.refuse('AGENT_IMPOSSIBLE', `Bends of ${sizes.value('bend')} mm do not fit: less than ${most} mm works.`)
    if (sizes.value('bend') <= sizes.value('diameter') / 2)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Bends of ${sizes.value('bend')} mm are too tight for ${sizes.value('diameter')} mm: more than half of that works.`,
      )
  },
  form({ diameter = '0', centres: span = '0', height = '0', bend = '0' }) {
    const side = halved(span)
    const top = `(${height} - ${halved(diameter)})`
    const path = [
      `Line((-${side}, 0), (-${side}, ${top} - ${bend}))`,
      `CenterArc((-${side} + ${bend}, ${top} - ${bend}), ${bend}, 180, -90)`,
      `Line((-${side} + ${bend}, ${top}), (${side} - ${bend}, ${top}))`,
      `CenterArc((${side} - ${bend}, ${top} - ${bend}), ${bend}, 90, -90)`,
      `Line((${side}, ${top} - ${bend}), (${side}, 0))`,
    ].join(' + ')
    return bent(
      path,
      diameter,
      [`${span} + ${diameter}`, diameter, height],
      `${span} - 2 * ${bend} + 2 * (${top} - ${bend}) + pi * ${bend}`,
    )
  },
}

const BAR: Kind = {
  key: 'bar',
  nouns: 'cross bar, crossbar, cross-bar, cross piece, grip, bar, tommy bar, top bar, cross handle, t bar',
  slots: {
    diameter: { label: 'Bar diameter', accepts: 'diameter thickness', say: '# diameter' },
    length: { label: 'Bar length', accepts: 'length width', say: '# long' },
    inset: { label: 'From the end of the shank', accepts: 'inset', say: '# from the end' },
  },
  bare: ['diameter', 'length'],
  chains: { 2: ['diameter', 'length'] },
}

export const thandle: Family = {
  key: 'thandle',
  nouns: 't handle, t-handle, tee handle, t shaped handle, t bar handle',
  slots: {
    length: { label: 'Shank length', accepts: 'length height', say: '# long', name: 'shank_length' },
    diameter: { label: 'Shank diameter', accepts: 'diameter', say: '# diameter', name: 'shank_diameter' },
  },
  bare: ['diameter', 'length'],
  parts: { bar: BAR, shank: SHANK },
  settle(sizes) {
    const shank = sizes.part('shank')
    for (const slot of ['length', 'diameter'] as const)
      if (shank?.has(slot) && !sizes.has(slot)) sizes.derive(slot, shank.formula(slot))
    if (!sizes.has('diameter')) sizes.assume('diameter', 10, 'no diameter of the shank was said')
    if (!sizes.has('length')) sizes.assume('length', 60, 'no length of the shank was said')
    const bar = sizes.part('bar')
    if (!bar) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How long and thick should the cross bar be?', ['10 mm bar, 80 mm long'])
      return
    }
    if (!bar.has('diameter')) bar.assume('diameter', sizes.value('diameter'), 'no diameter of the bar was said')
    if (!bar.has('length')) bar.assume('length', sizes.value('length'), 'no length of the bar was said')
  },
  form({ length = '0', diameter = '0' }, _has, pieces) {
    const bar = pieceOf(pieces, 'bar')
    const [thick = '0', long = '0', inset] = [bar?.['diameter'], bar?.['length'], bar?.['inset']]
    const high = inset ? `(${length} - ${inset})` : length
    return {
      code: `Cylinder(${halved(diameter)}, ${length}, align=floor) + Pos(0, 0, ${high}) * Rot(0, 90, 0) * Cylinder(${halved(thick)}, ${long})`,
      size: [`max(${long}, ${diameter})`, `max(${diameter}, ${thick})`, `max(${length}, ${high} + ${halved(thick)})`],
      openings: '0',
      outline: { kind: 'circle', diameter },
    }
  },
}
