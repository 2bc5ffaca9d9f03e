import type { Family, Kind, Settling } from '../kinds.ts'
import { BOW, DIAMETER, ROD, SHANK, STRAP, pieceOf, section } from './rod-parts.ts'
import { halved, powered } from './round.ts'

// What is held by: a bow with two legs, and a T.

/** Turned outward, to be screwed on: what they are of is bent like a hat. */
const FEET: Kind = {
  key: 'foot',
  nouns: 'foot, feet, ear, ears, tab, tabs, mounting tab, mounting ear',
  slots: { length: { label: 'Foot', accepts: 'length arm width', say: 'feet #' } },
  bare: ['length'],
}

export const handle: Family = {
  key: 'handle',
  nouns:
    'handle, pull handle, drawer pull, d handle, door handle, drawer handle, grab handle, cabinet handle, cabinet pull, bow handle, bar handle, d-handle, grab bar, pull',
  slots: {
    diameter: DIAMETER,
    centres: {
      label: 'Legs apart',
      accepts: 'centres spacing width',
      say: '# between centres',
      name: 'legs_apart',
    },
    height: {
      label: 'Overall height',
      accepts: 'height overall overall-height depth',
      say: '# overall height',
      name: 'overall_height',
    },
    total: {
      label: 'Overall length',
      accepts: 'length outer overall',
      say: '# long',
      name: 'overall_length',
      not: 'centres',
    },
    clear: {
      label: 'Between the legs',
      accepts: 'inner clear gap inner-width',
      say: '# inside',
      name: 'inside',
      not: 'centres',
    },
    side: { label: 'Side of the bar', accepts: 'side', say: '# square', name: 'bar_side', not: 'diameter' },
    insideBend: {
      label: 'Inside bend radius',
      accepts: 'inner-radius',
      say: 'inside bend radius #',
      name: 'inside_bend_radius',
      not: 'bend',
    },
    bend: { label: 'Bend radius', accepts: 'radius bend corner', say: '# bend radius', name: 'bend_radius' },
  },
  bare: ['centres', 'height'],
  chains: { 2: ['centres', 'height'] },
  flags: 'square-bends square bent',
  parts: {
    rod: {
      ...ROD,
      slots: { ...ROD.slots, width: { label: 'Bar width', accepts: 'width', say: '' } },
      chains: { 2: ['diameter', 'width'] },
    },
    strap: STRAP,
    shank: {
      ...SHANK,
      slots: {
        apart: { label: 'Legs apart', accepts: 'spacing centres', say: '# apart' },
        length: { label: 'Leg length', accepts: 'length height', say: '# long' },
      },
      bare: ['apart'],
    },
    bow: { ...BOW, nouns: 'bend, bends, corner, corners, half circle, semicircle', bare: ['radius'] },
    axis: {
      key: 'axis',
      nouns: 'grip axis',
      slots: { height: { label: 'Height of the middle of the grip', accepts: 'height', say: '# high' } },
      bare: ['height'],
    },
    reach: {
      key: 'reach',
      nouns: 'projection, stand-off, standoff',
      slots: { height: { label: 'Projection', accepts: 'height length', say: '# high' } },
      bare: ['height'],
    },
    foot: FEET,
  },
  instead: [
    // `handle 30 dia 100 long, 10 mm hole in one end`: too thick to be bent, it is held round its own axis.
    {
      family: 'turned',
      slots: { diameter: 'outer', total: 'height' },
      when: ({ noun, sizes, children }) => {
        const [wide = 0, long = Infinity] = ['diameter', 'total'].map((slot) => sizes.get(slot)?.quantity.value)
        return (
          noun === 'handle' && sizes.size === 2 && wide * 5 > long && children.every(({ level }) => level !== 'part')
        )
      },
    },
    // With feet that turn outward it is bent like a hat.
    {
      when: ({ children }) => children.some(({ kind, sizes }) => kind.key === FEET.key && sizes.size > 0),
      family: 'hat-bracket',
      slots: { clear: 'insideWidth', centres: 'insideWidth' },
      parts: { foot: 'leg' },
    },
  ],
  settle(sizes) {
    const across = thicknessOf(sizes)
    const [legs, bow] = [sizes.part('shank'), sizes.part('bow')]
    if (legs?.has('apart') && !sizes.has('centres')) sizes.derive('centres', legs.formula('apart'))
    const reach = sizes.part('reach')
    if (reach?.has('height') && !sizes.has('height')) sizes.derive('height', reach.formula('height'))
    if (legs?.has('length') && !sizes.has('height')) sizes.derive('height', legs.formula('length'))
    if (bow?.has('radius') && !sizes.has('bend')) sizes.derive('bend', bow.formula('radius'))
    if (bow?.has('inner') && !sizes.has('bend')) sizes.derive('bend', `${bow.formula('inner')} + ${halved(across)}`)
    if (sizes.has('insideBend') && !sizes.has('bend'))
      sizes.derive('bend', `${sizes.formula('insideBend')} + ${halved(across)}`)
    if (sizes.has('total') && !sizes.has('centres')) sizes.derive('centres', `${sizes.formula('total')} - ${across}`)
    if (sizes.has('clear') && !sizes.has('centres')) sizes.derive('centres', `${sizes.formula('clear')} + ${across}`)
    if (!sizes.has('centres')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How far apart should the legs be?', [
        '96 mm centre to centre',
        '128 mm centre to centre',
      ])
      return
    }
    sizes.derive('across', across)
    // `160 long, legs at 128 centres`: it stands over its legs.
    const whole = sizes.value('centres') + sizes.value('across')
    const long = sizes.has('total') ? sizes.value('total') : whole
    if (Math.abs(long - whole) > 0.01) {
      sizes.refuse(
        'AGENT_UNSUPPORTED',
        `Legs ${sizes.value('centres')} mm apart make a ${sizes.noun} ${whole} mm long, and ${long} mm was said; ends beside the legs are not made.`,
        [`${whole} mm long`],
      )
      return
    }
    const thick = sizes.value('across')
    const axis = sizes.part('axis')
    if (axis?.has('height') && !sizes.has('height'))
      sizes.derive('height', `${axis.formula('height')} + ${halved(across)}`)
    // `bent to a half circle`: as high as that is.
    if (bow && /circle/.test(bow.noun)) {
      sizes.mark('half-turn')
      const high = `(${sizes.formula('centres')} + ${across}) / 2`
      if (!sizes.has('height')) sizes.derive('height', high)
      else if (Math.abs(sizes.value('height') - (sizes.value('centres') + thick) / 2) > 0.01)
        sizes.refuse(
          'AGENT_CONTRADICTION',
          `A half circle ${sizes.value('centres')} mm between its ends is ${(sizes.value('centres') + thick) / 2} mm high; ${sizes.value('height')} mm was said.`,
        )
      return
    }
    if (!sizes.has('height')) sizes.assume('height', 35, 'no height was said')
    if (sizes.flag('square-bends')) return
    if (!sizes.has('bend')) sizes.assume('bend', thick, 'no bend radius was said')
    const most = Math.min(sizes.value('centres') / 2, sizes.value('height') - thick / 2)
    if (sizes.value('bend') >= most)
      sizes.refuse('AGENT_IMPOSSIBLE', `Bends of ${sizes.value('bend')} mm do not fit: less than ${most} mm works.`)
    if (sizes.value('bend') <= thick / 2)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Bends of ${sizes.value('bend')} mm are too tight for ${thick} mm: more than half of that works.`,
      )
  },
  form({ across = '0', centres: span = '0', height = '0', bend, side, wide }, has, pieces) {
    const reach = halved(span)
    const top = `(${height} - ${halved(across)})`
    const round = has('half-turn')
    const path = round
      ? `CenterArc((0, 0), ${reach}, 180, -180)`
      : bend
        ? [
            `Line((-${reach}, 0), (-${reach}, ${top} - ${bend}))`,
            `CenterArc((-${reach} + ${bend}, ${top} - ${bend}), ${bend}, 180, -90)`,
            `Line((-${reach} + ${bend}, ${top}), (${reach} - ${bend}, ${top}))`,
            `CenterArc((${reach} - ${bend}, ${top} - ${bend}), ${bend}, 90, -90)`,
            `Line((${reach}, ${top} - ${bend}), (${reach}, 0))`,
          ].join(' + ')
        : `Polyline((-${reach}, 0), (-${reach}, ${top}), (${reach}, ${top}), (${reach}, 0))`
    const breadth = pieceOf(pieces, 'strap')?.['width'] ?? wide ?? side
    const section = breadth ? `Rectangle(${breadth}, ${across})` : `Circle(${halved(across)})`
    const long = round
      ? `pi * ${reach}`
      : bend
        ? `${span} - 2 * ${bend} + 2 * (${top} - ${bend}) + pi * ${bend}`
        : `${span} + 2 * ${top}`
    return {
      before: [`path = Plane.XZ * (${path})`],
      code: `sweep(Plane(path @ 0, x_dir=(0, 1, 0), z_dir=path % 0) * ${section}, path=path${bend || round ? '' : ', transition=Transition.RIGHT'})`,
      size: [`${span} + ${across}`, breadth ?? across, height],
      volume: `${breadth ? `${breadth} * ${across}` : `pi / 4 * ${powered(across)}`} * (${long})`,
      openings: '0',
      outline: { kind: 'other' },
    }
  },
}

/** How thick what it is bent from is in the plane of the bends: a round or square bar, or a strap on its flat. */
function thicknessOf(sizes: Settling): string {
  const [rod, strap] = [sizes.part('rod'), sizes.part('strap')]
  if (strap) {
    if (!strap.has('thickness')) strap.assume('thickness', 3, 'no thickness of the strap was said')
    if (!strap.has('width')) strap.assume('width', 20, 'no width of the strap was said')
    return strap.formula('thickness')
  }
  if (rod?.has('width')) {
    sizes.derive('wide', rod.formula('width'))
    return rod.formula('diameter')
  }
  if (sizes.has('side')) return sizes.formula('side')
  section(sizes, 10)
  if (/square/.test(rod?.noun ?? sizes.noun)) sizes.derive('wide', sizes.formula('diameter'))
  return sizes.formula('diameter')
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
    length: { label: 'Shank length', accepts: 'length', say: '# long', name: 'shank_length' },
    // `80 wide, 60 tall`: the bar on top included.
    total: { label: 'Overall height', accepts: 'height overall overall-height', say: '# high', name: 'overall_height' },
    diameter: { label: 'Shank diameter', accepts: 'diameter', say: '# diameter', name: 'shank_diameter' },
    // `80 wide, 60 tall, 10 mm rod`: one rod is both.
    across: { label: 'Bar length', accepts: 'width', say: '# wide', name: 'bar_length' },
  },
  bare: ['diameter', 'length'],
  parts: {
    bar: BAR,
    shank: {
      ...SHANK,
      nouns: `${SHANK.nouns}, rod, round bar, round rod, steel rod`,
      bare: ['diameter', 'length'],
      chains: { 2: ['diameter', 'length'] },
      slots: { ...SHANK.slots, length: { label: 'Shank length', accepts: 'length', say: '# long' } },
    },
  },
  settle(sizes) {
    const shank = sizes.part('shank')
    for (const slot of ['length', 'diameter'] as const)
      if (shank?.has(slot) && !sizes.has(slot)) sizes.derive(slot, shank.formula(slot))
    if (!sizes.has('diameter')) sizes.assume('diameter', 10, 'no diameter of the shank was said')
    const bar = sizes.part('bar')
    if (!bar && sizes.has('across') && (sizes.has('total') || sizes.has('length'))) {
      if (!sizes.has('length'))
        sizes.derive('length', `${sizes.formula('total')} - ${halved(sizes.formula('diameter'))}`)
      return
    }
    if (bar && !bar.has('length') && sizes.has('across')) bar.derive('length', sizes.formula('across'))
    if (!bar) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How long and thick should the cross bar be?', ['10 mm bar, 80 mm long'])
      return
    }
    if (!bar.has('diameter')) bar.assume('diameter', sizes.value('diameter'), 'no diameter of the bar was said')
    if (sizes.has('total') && !sizes.has('length'))
      sizes.derive(
        'length',
        `${sizes.formula('total')}${bar.has('inset') ? '' : ` - ${halved(bar.formula('diameter'))}`}`,
      )
    if (!sizes.has('length')) sizes.assume('length', 60, 'no length of the shank was said')
    if (!bar.has('length')) bar.assume('length', sizes.value('length'), 'no length of the bar was said')
  },
  form({ length = '0', diameter = '0', across = '0' }, _has, pieces) {
    const bar = pieceOf(pieces, 'bar')
    const [thick = diameter, long = across, inset] = [bar?.['diameter'], bar?.['length'], bar?.['inset']]
    const high = inset ? `(${length} - ${inset})` : length
    return {
      code: `Cylinder(${halved(diameter)}, ${length}, align=floor) + Pos(0, 0, ${high}) * Rot(0, 90, 0) * Cylinder(${halved(thick)}, ${long})`,
      size: [`max(${long}, ${diameter})`, `max(${diameter}, ${thick})`, `max(${length}, ${high} + ${halved(thick)})`],
      openings: '0',
      outline: { kind: 'circle', diameter },
    }
  },
}
