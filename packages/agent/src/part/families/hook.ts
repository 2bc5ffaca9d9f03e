import type { PartPiece } from '@hewn/model'
import type { Family, Form, Kind, Settling, Sizes } from '../kinds.ts'
import { threadOf } from '../library/fasteners.ts'
import { halved, powered } from './round.ts'

// What is bent from rod or strap, and what is made to be held by: a section swept along lines and arcs in the plane of x and z.

const ROD: Kind = {
  key: 'rod',
  nouns:
    'rod, round rod, bar, round bar, wire, round wire, stock, round stock, steel rod, steel wire, metal rod, brass rod, thick wire',
  slots: { diameter: { label: 'Rod diameter', accepts: 'diameter thickness section radius*2', say: '# rod' } },
  bare: ['diameter'],
}
const STRAP: Kind = {
  key: 'strap',
  nouns: 'strap, strip, flat bar, flat stock, flat, band, metal strap, steel strip, flat steel',
  slots: {
    width: { label: 'Strap width', accepts: 'width', say: '# wide' },
    thickness: { label: 'Strap thickness', accepts: 'thickness', say: '# thick' },
  },
  bare: ['width', 'thickness'],
  chains: { 2: ['width', 'thickness'] },
}
const BOW: Kind = {
  key: 'bow',
  nouns:
    'half circle, half-circle, semicircle, bow, curve, arc, hook end, hook part, hooked end, bend, half circle bend, half circles, opening, hook opening',
  slots: {
    radius: { label: 'Radius of the bow', accepts: 'radius outer-radius bend diameter/2', say: '# centreline radius' },
    inner: { label: 'Inside radius of the bow', accepts: 'inner-radius inner/2 clear/2 gap/2', say: '# inside radius' },
  },
}
const SHANK: Kind = {
  key: 'shank',
  nouns:
    'shank, straight shank, straight, stem, straight part, straight section, straight leg, straight end, straight legs, leg, shaft, threaded shank, arm, tail',
  slots: {
    length: { label: 'Straight length', accepts: 'length height depth', say: '# long' },
    diameter: { label: 'Shank diameter', accepts: 'diameter', say: '# diameter' },
  },
  bare: ['length'],
}

/** The end that comes up again behind the bow. */
const TIP: Kind = {
  key: 'tip',
  nouns:
    'tip, straight tip, hook tip, short leg, nose, upturned end, return, return leg, short arm, lip, end leg, short straight',
  slots: { length: { label: 'Tip', accepts: 'length height', say: '# long' } },
  bare: ['length'],
}
/** What it holds: `for a 60 mm pipe`. */
const HELD: Kind = {
  key: 'held',
  nouns: 'pipe, tube, conduit, post, pole, shaft, hose, cable',
  slots: { diameter: { label: 'Diameter of what it holds', accepts: 'diameter outer', say: '#', name: 'diameter' } },
  bare: ['diameter'],
}

/** What a hook would be fixed with, and is not made with it yet. */
const BACK: Kind = {
  key: 'back',
  nouns: 'back plate, wall plate, mounting plate, base plate',
  slots: {
    length: { label: 'Length', accepts: 'length', say: '#' },
    width: { label: 'Width', accepts: 'width', say: '#' },
    thickness: { label: 'Thickness', accepts: 'thickness', say: '#' },
  },
  bare: ['length', 'width', 'thickness'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'thickness'] },
}

const section = (sizes: Settling, assumed: number): void => {
  const rod = sizes.part('rod')
  const size = sizes.designator('diameter')
  const row = size && !sizes.has('diameter') ? threadOf(size)?.row : undefined
  if (row) {
    sizes.look('diameter', row.nominal, `${size} nominal`)
    sizes.note(`${size}: the thread is not modelled.`)
  }
  if (rod?.has('diameter')) sizes.derive('diameter', rod.formula('diameter'))
  if (!sizes.has('diameter') && !sizes.part('strap'))
    sizes.assume('diameter', assumed, 'no diameter of the rod was said')
}
const pieceOf = (pieces: readonly PartPiece[], kind: string): Sizes | undefined =>
  pieces.find((piece) => piece.kind === kind)?.sizes

/** Centreline radius, whichever of the two was said; half the thickness lies between them. */
function bowOf(sizes: Settling, thickness: string, assumed: number): void {
  const bow = sizes.part('bow')
  if (bow?.has('radius')) sizes.derive('radius', bow.formula('radius'))
  else if (bow?.has('inner')) sizes.derive('radius', `${bow.formula('inner')} + ${halved(thickness)}`)
  if (!sizes.has('radius') && sizes.has('inside'))
    sizes.derive('radius', `${halved(sizes.formula('inside'))} + ${halved(thickness)}`)
  if (!sizes.has('radius')) sizes.assume('radius', assumed, 'no radius of the bow was said')
}

const DIAMETER = { label: 'Rod diameter', accepts: 'diameter section thickness', say: '# rod', name: 'rod_diameter' }
const RADIUS = { label: 'Radius of the bow', accepts: 'radius bend', say: '# centreline radius', name: 'bow_radius' }
const INSIDE = {
  label: 'Inside width',
  accepts: 'inner clear gap inner-radius*2',
  say: '# inside',
  name: 'inside_width',
  not: 'radius',
}

/** A round section along a path of lines and arcs. */
function bent(path: string, diameter: string, size: [string, string, string], length: string): Form {
  return {
    before: [`path = Plane.XZ * (${path})`],
    code: `sweep(Plane(path @ 0, z_dir=path % 0) * Circle(${halved(diameter)}), path=path)`,
    size,
    volume: `pi / 4 * ${powered(diameter)} * (${length})`,
    openings: '0',
    outline: { kind: 'other' },
  }
}

export const jhook: Family = {
  key: 'jhook',
  nouns:
    'j hook, j-hook, hook, l hook, right angle hook, cup hook, wall hook, hanging hook, rod hook, coat hook, flat hook, strap hook, ceiling hook, wire hook, u hook',
  slots: {
    diameter: DIAMETER,
    radius: RADIUS,
    inside: INSIDE,
    shank: { label: 'Straight length', accepts: 'length height depth', say: '# straight', name: 'shank_length' },
    total: { label: 'Overall height', accepts: 'overall', say: '# overall', name: 'overall_height', not: 'shank' },
    angle: { label: 'Bend', accepts: 'angle', unit: 'deg', say: 'bent #', name: 'bend_angle' },
    tip: { label: 'Tip', accepts: '', say: '# tip', name: 'tip_length' },
  },
  bare: ['diameter', 'shank'],
  parts: {
    rod: ROD,
    strap: STRAP,
    bow: { ...BOW, slots: { ...BOW.slots, angle: { label: 'Bend', accepts: 'angle', unit: 'deg', say: '#' } } },
    shank: SHANK,
    tip: TIP,
    back: BACK,
  },
  settle(sizes) {
    if (sizes.part('back')) {
      sizes.refuse('AGENT_UNSUPPORTED', 'A hook on a plate is not made in one piece yet.', [
        'the hook alone, bent from rod',
        'the plate alone, with its holes',
      ])
      return
    }
    const strap = sizes.part('strap')
    section(sizes, 6)
    const shank = sizes.part('shank')
    if (shank?.has('length')) sizes.derive('shank', shank.formula('length'))
    if (strap && !strap.has('thickness')) strap.assume('thickness', 3, 'no thickness of the strap was said')
    if (strap && !strap.has('width')) strap.assume('width', 20, 'no width of the strap was said')
    const thick = strap ? strap.formula('thickness') : sizes.formula('diameter')
    const across = strap ? strap.value('thickness') : sizes.value('diameter')
    bowOf(sizes, thick, Math.round(across * 2.5))
    const [tip, bow] = [sizes.part('tip'), sizes.part('bow')]
    if (tip?.has('length')) sizes.derive('tip', tip.formula('length'))
    if (bow?.has('angle') && !sizes.has('angle')) sizes.derive('angle', bow.formula('angle'))
    if (!sizes.has('angle') && /^l |right|90/.test(sizes.noun))
      sizes.assume('angle', 90, 'an L is bent by a right angle')
    if (!sizes.has('angle') || sizes.value('angle') === 180) sizes.mark('half-turn')
    else if (!(sizes.value('angle') > 0 && sizes.value('angle') < 300))
      sizes.refuse('AGENT_IMPOSSIBLE', `A hook is bent by up to 300°; ${sizes.value('angle')}° was said.`)
    if (!sizes.has('shank') && sizes.has('total'))
      sizes.derive('shank', `${sizes.formula('total')} - ${sizes.formula('radius')} - ${halved(thick)}`)
    if (!sizes.has('shank')) sizes.assume('shank', Math.round(sizes.value('radius') * 4), 'no straight length was said')
    bowFits(sizes, across)
  },
  form({ diameter = '0', radius = '0', shank = '0', angle = '180', tip }, has, pieces) {
    const strap = pieceOf(pieces, 'strap')
    const thick = strap?.['thickness'] ?? diameter
    const rise = `(${radius} + ${halved(thick)})`
    const turn = `radians(180 + ${angle})`
    const path = [
      `Line((-${radius}, ${rise} + ${shank}), (-${radius}, ${rise}))`,
      `CenterArc((0, ${rise}), ${radius}, 180, ${angle})`,
      ...(tip
        ? [`PolarLine((${radius} * cos(${turn}), ${rise} + ${radius} * sin(${turn})), ${tip}, 270 + ${angle})`]
        : []),
    ].join(' + ')
    const across = `2 * ${radius} + ${thick}`
    const high = `${tip ? `max(${shank}, ${tip})` : shank} + ${radius} + ${halved(thick)}`
    const long = `${shank} + pi * ${radius} * ${angle} / 180${tip ? ` + ${tip}` : ''}`
    const loose: Partial<Form> = has('half-turn') ? {} : { loose: ['x', 'z'] }
    if (!strap) return { ...bent(path, diameter, [across, diameter, high], long), ...loose }
    const wide = strap['width'] ?? '0'
    return {
      ...bent(path, diameter, [across, wide, high], long),
      ...loose,
      code: `sweep(Plane(path @ 0, x_dir=(0, 1, 0), z_dir=path % 0) * Rectangle(${wide}, ${thick}), path=path)`,
      volume: `${wide} * ${thick} * (${long})`,
    }
  },
}

function bowFits(sizes: Settling, across: number): void {
  if (sizes.value('radius') <= across / 2)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `A bow of ${sizes.value('radius')} mm radius is too tight for ${across} mm: more than ${across / 2} mm works.`,
    )
}

export const shook: Family = {
  key: 'shook',
  nouns: 's hook, s-hook, meat hook, butcher hook, s shaped hook',
  slots: {
    diameter: DIAMETER,
    radius: RADIUS,
    inside: INSIDE,
    total: { label: 'Overall length', accepts: 'overall length height', say: '# overall', name: 'overall_length' },
  },
  bare: ['diameter', 'total'],
  parts: { rod: ROD, bow: BOW },
  settle(sizes) {
    section(sizes, 5)
    bowOf(sizes, sizes.formula('diameter'), Math.round(sizes.value('diameter') * 3))
    bowFits(sizes, sizes.value('diameter'))
    const least = 2 * sizes.value('radius') + sizes.value('diameter')
    if (sizes.has('total') && sizes.value('total') < least - 1e-6)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Two bows of that size are ${least} mm long; ${sizes.value('total')} mm was said.`,
      )
    if (sizes.has('total') && sizes.value('total') > least + 1e-6)
      sizes.derive(
        'middle',
        `${sizes.formula('total')} - 2 * ${sizes.formula('radius')} - ${sizes.formula('diameter')}`,
      )
  },
  form({ diameter = '0', radius = '0', middle }) {
    const up = middle ?? '0'
    const path = [
      `CenterArc((${radius}, ${up}), ${radius}, 0, 180)`,
      ...(middle ? [`Line((0, ${middle}), (0, 0))`] : []),
      `CenterArc((-${radius}, 0), ${radius}, 0, -180)`,
    ].join(' + ')
    const rise = `(${radius} + ${halved(diameter)})`
    const form = bent(
      path,
      diameter,
      [`4 * ${radius} + ${diameter}`, diameter, `${middle ? `${middle} + ` : ''}2 * ${radius} + ${diameter}`],
      `2 * pi * ${radius}${middle ? ` + ${middle}` : ''}`,
    )
    return { ...form, code: `Pos(0, 0, ${rise}) * ${form.code}` }
  },
}

export const ubolt: Family = {
  key: 'ubolt',
  nouns: 'u bolt, u-bolt, u bend, u-shaped rod, u rod, u shaped rod, u clamp bolt, staple, u shackle',
  slots: {
    diameter: DIAMETER,
    radius: RADIUS,
    inside: { ...INSIDE, accepts: 'inner clear gap width' },
    centres: {
      label: 'Legs apart',
      accepts: 'centres spacing',
      say: '# between centres',
      name: 'legs_apart',
      not: 'inside',
    },
    leg: { label: 'Straight legs', accepts: 'length arm', say: '# legs', name: 'leg_length' },
    total: { label: 'Overall height', accepts: 'overall height', say: '# overall', name: 'overall_height', not: 'leg' },
  },
  bare: ['diameter', 'inside', 'leg'],
  parts: { rod: ROD, shank: SHANK, held: HELD },
  settle(sizes) {
    section(sizes, 8)
    const shank = sizes.part('shank')
    if (shank?.has('length') && !sizes.has('leg')) sizes.derive('leg', shank.formula('length'))
    const held = sizes.part('held')
    if (held?.has('diameter') && !['inside', 'centres', 'radius'].some((slot) => sizes.has(slot)))
      sizes.derive('inside', held.formula('diameter'))
    if (!sizes.has('radius') && sizes.has('centres')) sizes.derive('radius', halved(sizes.formula('centres')))
    if (!sizes.has('radius') && sizes.has('inside'))
      sizes.derive('radius', `${halved(sizes.formula('inside'))} + ${halved(sizes.formula('diameter'))}`)
    if (!sizes.has('radius')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How wide should it be inside?', ['25 mm inside', '50 mm inside'])
      return
    }
    if (!sizes.has('leg') && sizes.has('total'))
      sizes.derive(
        'leg',
        `${sizes.formula('total')} - (${sizes.formula('radius')}) - ${halved(sizes.formula('diameter'))}`,
      )
    if (!sizes.has('leg')) sizes.assume('leg', Math.round(sizes.value('radius') * 2), 'no length of the legs was said')
    bowFits(sizes, sizes.value('diameter'))
  },
  form({ diameter = '0', radius = '0', leg = '0' }) {
    const path = `Line((-(${radius}), 0), (-(${radius}), ${leg})) + CenterArc((0, ${leg}), ${radius}, 180, -180) + Line((${radius}, ${leg}), (${radius}, 0))`
    return bent(
      path,
      diameter,
      [`2 * (${radius}) + ${diameter}`, diameter, `${leg} + ${radius} + ${halved(diameter)}`],
      `2 * ${leg} + pi * (${radius})`,
    )
  },
}

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

const EYE: Kind = {
  key: 'eye',
  nouns: 'ring, eye, loop, round eye, eyelet, head',
  slots: {
    outer: { label: 'Ring outside', accepts: 'outer diameter radius*2', say: '# outside' },
    inner: { label: 'Ring inside', accepts: 'inner inner-radius*2', say: '# inside' },
  },
  bare: ['inner'],
}

export const eyebolt: Family = {
  key: 'eyebolt',
  nouns: 'eye bolt, eyebolt, eye-bolt, screw eye, eye screw, ring bolt, lifting eye',
  slots: {
    diameter: DIAMETER,
    length: { label: 'Shank length', accepts: 'length', say: '# long', name: 'shank_length' },
    inner: { label: 'Ring inside', accepts: 'inner', say: '# inside', name: 'ring_inside' },
    outer: { label: 'Ring outside', accepts: 'outer', say: '# outside', name: 'ring_outside' },
  },
  bare: ['diameter', 'length'],
  parts: { rod: ROD, shank: SHANK, eye: EYE },
  settle(sizes) {
    const [eye, shank] = [sizes.part('eye'), sizes.part('shank')]
    for (const side of ['inner', 'outer'] as const)
      if (eye?.has(side) && !sizes.has(side)) sizes.derive(side, eye.formula(side))
    if (shank?.has('length') && !sizes.has('length')) sizes.derive('length', shank.formula('length'))
    if (!sizes.part('rod')?.has('diameter') && !sizes.has('diameter') && shank?.has('diameter'))
      sizes.derive('diameter', shank.formula('diameter'))
    if (!sizes.has('diameter') && sizes.has('inner') && sizes.has('outer') && !sizes.part('rod'))
      sizes.derive('diameter', `(${sizes.formula('outer')} - ${sizes.formula('inner')}) / 2`)
    section(sizes, 6)
    if (!sizes.has('inner') && sizes.has('outer'))
      sizes.derive('inner', `${sizes.formula('outer')} - 2 * (${sizes.formula('diameter')})`)
    if (!sizes.has('inner'))
      sizes.assume('inner', Math.round(sizes.value('diameter') * 2.5), 'no size of the eye was said')
    if (!sizes.has('length'))
      sizes.assume('length', Math.round(sizes.value('diameter') * 6), 'no length of the shank was said')
    if (
      sizes.has('outer') &&
      Math.abs(sizes.value('outer') - sizes.value('inner') - 2 * sizes.value('diameter')) > 0.01
    )
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A ring of ${sizes.value('diameter')} mm rod that is ${sizes.value('inner')} mm inside is ${sizes.value('inner') + 2 * sizes.value('diameter')} mm outside, not ${sizes.value('outer')} mm.`,
      )
  },
  form({ diameter = '0', length = '0', inner = '0' }) {
    const outer = `(${inner} + 2 * (${diameter}))`
    const centre = `${length} + ${outer} / 2`
    return {
      // The shank reaches into the ring as far as its middle, so that they are one.
      code: `Cylinder((${diameter}) / 2, ${length} + (${diameter}) / 2, align=floor) + Pos(0, 0, ${centre}) * Rot(90, 0, 0) * Torus((${inner} + ${diameter}) / 2, (${diameter}) / 2)`,
      size: [outer, diameter, `${length} + ${outer}`],
      openings: '1',
      outline: { kind: 'other' },
    }
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

export const clamp: Family = {
  key: 'clamp',
  nouns:
    'pipe clamp, saddle clamp, pipe saddle, p clamp, pipe clip, cable clamp, saddle clip, conduit clamp, tube clamp, pipe strap, half clamp, hose clamp saddle',
  slots: {
    pipe: { label: 'Pipe diameter', accepts: 'diameter inner outer', say: 'pipe #', name: 'pipe_diameter' },
    width: { label: 'Strap width', accepts: 'width depth', say: '# wide', name: 'strap_width' },
    thickness: { label: 'Strap thickness', accepts: 'thickness', say: '# thick', name: 'strap_thickness' },
    foot: { label: 'Foot length', accepts: 'length', say: 'feet #', name: 'foot_length' },
  },
  bare: ['pipe', 'width', 'thickness'],
  parts: {
    pipe: {
      key: 'pipe',
      nouns: 'pipe, tube, conduit, hose, cable',
      slots: { diameter: { label: 'Pipe diameter', accepts: 'diameter outer', say: '#' } },
      bare: ['diameter'],
    },
    strap: STRAP,
    foot: {
      key: 'foot',
      nouns: 'foot, feet, ear, ears, tab, tabs, lug, lugs, flange, flanges',
      slots: { length: { label: 'Foot length', accepts: 'length width', say: '# long' } },
      bare: ['length'],
      faces: ['left', 'right'],
    },
  },
  spots: ['left', 'right'],
  settle(sizes) {
    const [pipe, strap, foot] = [sizes.part('pipe'), sizes.part('strap'), sizes.part('foot')]
    if (pipe?.has('diameter') && !sizes.has('pipe')) sizes.derive('pipe', pipe.formula('diameter'))
    for (const slot of ['width', 'thickness'] as const)
      if (strap?.has(slot) && !sizes.has(slot)) sizes.derive(slot, strap.formula(slot))
    if (foot?.has('length') && !sizes.has('foot')) sizes.derive('foot', foot.formula('length'))
    if (!sizes.has('pipe')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'For which pipe diameter?', ['15 mm pipe', '22 mm pipe', '25 mm pipe'])
      return
    }
    if (!sizes.has('width')) sizes.assume('width', 20, 'no width of the strap was said')
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness of the strap was said')
    if (!sizes.has('foot')) sizes.assume('foot', 15, 'no length of the feet was said')
  },
  form({ pipe = '0', width = '0', thickness = '0', foot = '0' }) {
    const outer = `(${pipe} / 2 + ${thickness})`
    const long = `2 * (${outer} + ${foot})`
    const slab = `Box(${long}, ${width}, ${thickness}, align=floor)`
    const ring = `Rot(90, 0, 0) * Cylinder(${outer}, ${width})`
    const upper = `Box(${long}, ${width}, ${outer}, align=floor)`
    const inner = `Rot(90, 0, 0) * Cylinder(${pipe} / 2, ${width})`
    const at = `${outer} + ${halved(foot)}`
    return {
      code: `${slab} + (${ring} & ${upper}) - ${inner}`,
      size: [long, width, outer],
      openings: '0',
      outline: { kind: 'rectangle' },
      faces: {
        left: { at: [`-(${at})`, '0', thickness], size: [foot, width], through: thickness },
        right: { at: [at, '0', thickness], size: [foot, width], through: thickness },
      },
      through: { top: thickness, bottom: thickness },
    }
  },
}

const NECK: Kind = {
  key: 'neck',
  nouns: 'groove, panel groove, neck, slot, waist',
  slots: {
    width: { label: 'Groove width', accepts: 'width height thickness', say: '# wide' },
    diameter: { label: 'Groove diameter', accepts: 'diameter', say: '# diameter' },
    depth: { label: 'Groove depth', accepts: 'depth', say: '# deep', not: 'diameter' },
  },
  bare: ['width', 'diameter'],
}

export const grommet: Family = {
  key: 'grommet',
  nouns: 'grommet, cable grommet, rubber grommet, wire grommet, panel grommet',
  slots: {
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter',
      say: '# outside diameter',
      name: 'outside_diameter',
    },
    inner: { label: 'Hole', accepts: 'inner', say: '# inside diameter', name: 'hole' },
    height: { label: 'Height', accepts: 'height thickness length', say: '# high', name: 'height' },
  },
  bare: ['outer', 'inner', 'height'],
  chains: { 2: ['outer', 'inner'], 3: ['outer', 'inner', 'height'] },
  bore: 'inner',
  parts: { neck: NECK },
  settle(sizes) {
    if (!sizes.has('outer') || !sizes.has('inner')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large should the grommet be?', ['20 mm outside, 10 mm hole'])
      return
    }
    if (!sizes.has('height')) sizes.assume('height', 8, 'no height was said')
    const neck = sizes.part('neck')
    if (!neck) return
    if (!neck.has('width')) neck.assume('width', 2, 'no width of the groove was said')
    if (!neck.has('diameter') && neck.has('depth'))
      neck.derive('diameter', `${sizes.formula('outer')} - 2 * ${neck.formula('depth')}`)
    if (!neck.has('diameter'))
      neck.assume('diameter', (sizes.value('outer') + sizes.value('inner')) / 2, 'no diameter of the groove was said')
    if (neck.value('diameter') <= sizes.value('inner') || neck.value('diameter') >= sizes.value('outer'))
      neck.refuse(
        'AGENT_IMPOSSIBLE',
        `A groove of ${neck.value('diameter')} mm lies between ${sizes.value('inner')} and ${sizes.value('outer')} mm, or not at all.`,
      )
  },
  form({ outer = '0', inner = '0', height = '0' }, _has, pieces) {
    const neck = pieceOf(pieces, 'neck')
    const plain = `Cylinder(${halved(outer)}, ${height}, align=floor) - Cylinder(${halved(inner)}, ${height}, align=floor)`
    const [wide = '0', diameter = '0'] = [neck?.['width'], neck?.['diameter']]
    return {
      code: neck
        ? `${plain} - Pos(0, 0, ${halved(height)}) * (Cylinder(${halved(outer)}, ${wide}) - Cylinder(${halved(diameter)}, ${wide}))`
        : plain,
      size: [outer, outer, height],
      volume: `pi / 4 * ((${powered(outer)} - ${powered(inner)}) * ${height}${neck ? ` - (${powered(outer)} - ${powered(diameter)}) * ${wide}` : ''})`,
      openings: '1',
      outline: { kind: 'circle', diameter: outer, bore: inner },
    }
  },
}

export const link: Family = {
  key: 'link',
  nouns: 'chain link, oval ring, oblong link, oval link, oblong ring, chain ring, wire link, stadium ring',
  slots: {
    diameter: DIAMETER,
    length: { label: 'Outside length', accepts: 'length overall outer height', say: '# long', name: 'outside_length' },
    width: { label: 'Outside width', accepts: 'width', say: '# wide', name: 'outside_width' },
  },
  bare: ['diameter', 'length', 'width'],
  chains: { 2: ['length', 'width'] },
  flags: 'inside',
  parts: { rod: ROD },
  settle(sizes) {
    section(sizes, 5)
    if (!sizes.has('length') || !sizes.has('width')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How long and wide should the ${sizes.noun} be outside?`, ['50 x 30 mm'])
      return
    }
    if (sizes.flag('inside'))
      for (const slot of ['length', 'width'])
        sizes.derive(slot, `${sizes.formula(slot)} + 2 * ${sizes.formula('diameter')}`)
    if (sizes.value('width') <= 2 * sizes.value('diameter') || sizes.value('length') <= sizes.value('width'))
      sizes.refuse('AGENT_IMPOSSIBLE', 'A link is longer than it is wide, and wider than two of its wires.')
  },
  form({ diameter = '0', length = '0', width = '0' }) {
    const [reach, side] = [`(${length} - ${width}) / 2`, `(${width} - ${diameter}) / 2`]
    const path = [
      `Line((-${reach}, -${side}), (${reach}, -${side}))`,
      `CenterArc((${reach}, 0), ${side}, -90, 180)`,
      `Line((${reach}, ${side}), (-${reach}, ${side}))`,
      `CenterArc((-${reach}, 0), ${side}, 90, 180)`,
    ].join(' + ')
    return {
      before: [`path = Pos(0, 0, ${halved(diameter)}) * (${path})`],
      code: `sweep(Plane(path @ 0, z_dir=path % 0) * Circle(${halved(diameter)}), path=path)`,
      size: [length, width, diameter],
      volume: `pi / 4 * ${powered(diameter)} * (2 * (${length} - ${width}) + pi * (${width} - ${diameter}))`,
      openings: '1',
      outline: { kind: 'other' },
    }
  },
}
