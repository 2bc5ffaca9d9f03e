import type { Family, Kind } from '../kinds.ts'
import { DIAMETER, HELD, INSIDE, RADIUS, ROD, SHANK, bent, bowFits, section } from './rod-parts.ts'
import { halved, powered } from './round.ts'

// What is fixed or hung by: a U of rod, an eye on a shank, a link.

export const ubolt: Family = {
  key: 'ubolt',
  flags: 'bent square-bends',
  nouns:
    'u bolt, u-bolt, u bend, u-shaped rod, u rod, u shaped rod, u clamp bolt, u-shaped bolt, u shaped bolt, u-shaped bolt blank, u bolt blank, staple, u shackle',
  slots: {
    diameter: DIAMETER,
    radius: RADIUS,
    inside: { ...INSIDE, accepts: 'inner clear gap width' },
    outside: { label: 'Outside width', accepts: 'outer', say: '# outside', name: 'outside_width', not: 'inside' },
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
  // `staple …, square corners`: bent as a handle is.
  instead: [
    {
      when: ({ flags }) => flags.has('square-bends'),
      family: 'handle',
      slots: { outside: 'total', inside: 'clear', leg: 'height', total: 'height' },
    },
  ],
  settle(sizes) {
    section(sizes, 8)
    const shank = sizes.part('shank')
    if (shank?.has('length') && !sizes.has('leg')) sizes.derive('leg', shank.formula('length'))
    const held = sizes.part('held')
    if (held?.has('diameter') && !['inside', 'centres', 'radius'].some((slot) => sizes.has(slot)))
      sizes.derive('inside', held.formula('diameter'))
    if (!sizes.has('radius') && sizes.has('centres')) sizes.derive('radius', halved(sizes.formula('centres')))
    if (!sizes.has('radius') && sizes.has('outside'))
      sizes.derive('radius', `${halved(sizes.formula('outside'))} - ${halved(sizes.formula('diameter'))}`)
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
    // `shank 10 mm, ring 24 inside and 40 outside`: the ring has a section of its own.
    const ring = sizes.has('inner') && sizes.has('outer') && !sizes.part('rod')
    sizes.derive(
      'section',
      ring ? `(${sizes.formula('outer')} - ${sizes.formula('inner')}) / 2` : sizes.formula('diameter'),
    )
    if (!sizes.has('inner') && sizes.has('outer'))
      sizes.derive('inner', `${sizes.formula('outer')} - 2 * (${sizes.formula('diameter')})`)
    if (!sizes.has('inner'))
      sizes.assume('inner', Math.round(sizes.value('diameter') * 2.5), 'no size of the eye was said')
    if (!sizes.has('length'))
      sizes.assume('length', Math.round(sizes.value('diameter') * 6), 'no length of the shank was said')
    if (sizes.value('inner') <= 0 || sizes.value('section') <= 0)
      sizes.refuse('AGENT_CONTRADICTION', 'The ring is no wider outside than inside.')
    else if (
      sizes.has('outer') &&
      Math.abs(sizes.value('outer') - sizes.value('inner') - 2 * sizes.value('section')) > 0.01
    )
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A ring of ${sizes.value('diameter')} mm rod that is ${sizes.value('inner')} mm inside is ${sizes.value('inner') + 2 * sizes.value('diameter')} mm outside, not ${sizes.value('outer')} mm.`,
      )
  },
  form({ diameter = '0', length = '0', inner = '0', section = '0' }) {
    const outer = `(${inner} + 2 * (${section}))`
    const centre = `${length} + ${outer} / 2`
    return {
      // The shank reaches into the ring as far as its middle, so that they are one.
      code: `Cylinder((${diameter}) / 2, ${length} + (${section}) / 2, align=floor) + Pos(0, 0, ${centre}) * Rot(90, 0, 0) * Torus((${inner} + ${section}) / 2, (${section}) / 2)`,
      size: [outer, `max(${diameter}, ${section})`, `${length} + ${outer}`],
      openings: '1',
      outline: { kind: 'other' },
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
  },
  bare: ['diameter', 'length', 'width'],
  chains: { 2: ['length', 'width'] },
  flags: 'inside bent',
  parts: { rod: ROD },
  settle(sizes) {
    section(sizes, 5)
    for (const [inner, outer] of [
      ['insideLength', 'length'],
      ['insideWidth', 'width'],
    ] as const)
      if (sizes.has(inner) && !sizes.has(outer))
        sizes.derive(outer, `${sizes.formula(inner)} + 2 * ${sizes.formula('diameter')}`)
    if (!sizes.has('length') || !sizes.has('width')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How long and wide should the ${sizes.noun} be outside?`, ['50 x 30 mm'])
      return
    }
    if (sizes.flag('inside') && !sizes.has('insideLength') && !sizes.has('insideWidth'))
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
