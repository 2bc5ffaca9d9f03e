import type { PartPiece } from '@hewn/model'
import type { Family, Form, Kind, Settling, Sizes } from '../kinds.ts'
import { halved, powered } from './round.ts'

// Profiles that are turned, drawn along a path, or blended from one into another.

const PROFILE: Kind = {
  key: 'profile',
  nouns:
    'square, rectangle, circle, round, hexagon, triangle, profile, section, square section, round section, rectangular section, square profile, equilateral triangle, circular section, cross section, square base, round top, square top, round base, circular top, circular base',
  slots: {
    diameter: { label: 'Diameter', accepts: 'diameter outer radius*2 outer-radius*2 section', say: '# diameter' },
    width: { label: 'Width', accepts: 'width side length', say: '# wide' },
    height: { label: 'Height', accepts: 'height depth thickness', say: '# high' },
  },
  bare: ['width', 'height'],
  chains: { 2: ['width', 'height'] },
  flags: 'circular',
}
const shapeOf = (label: string): 'circle' | 'triangle' | 'hexagon' | 'rectangle' =>
  /circle|round|circular/.test(label)
    ? 'circle'
    : /triang/.test(label)
      ? 'triangle'
      : /hexagon/.test(label)
        ? 'hexagon'
        : 'rectangle'

/** Every profile gets the sizes it is drawn with: a circle a diameter, the others a width and a height. */
function settleProfiles(profiles: readonly Settling[]): void {
  for (const one of profiles) {
    const shape = shapeOf(one.noun)
    if (shape === 'circle' && !one.has('diameter') && one.has('width')) one.derive('diameter', one.formula('width'))
    if (shape !== 'circle' && !one.has('width') && one.has('diameter')) one.derive('width', one.formula('diameter'))
    const has = shape === 'circle' ? one.has('diameter') : one.has('width')
    if (!has) {
      one.refuse('AGENT_NEEDS_ANSWER', `How large should the ${one.noun} be?`, [
        `20 mm ${one.noun}`,
        `40 mm ${one.noun}`,
      ])
      return
    }
    if (shape === 'rectangle' && !one.has('height')) one.derive('height', one.formula('width'))
  }
}

interface Drawn {
  code: string
  across: string
  up: string
  area: string
}
function drawn({ label, sizes }: PartPiece): Drawn {
  const { diameter = '0', width = '0', height = width } = sizes
  const shape = shapeOf(label)
  if (shape === 'circle')
    return {
      code: `Circle(${halved(diameter)})`,
      across: diameter,
      up: diameter,
      area: `pi / 4 * ${powered(diameter)}`,
    }
  if (shape === 'triangle')
    return {
      code: `Triangle(a=${width}, b=${width}, c=${width})`,
      across: width,
      up: `${width} * sqrt(3) / 2`,
      area: `sqrt(3) / 4 * ${powered(width)}`,
    }
  if (shape === 'hexagon')
    return {
      code: `RegularPolygon(${halved(width)}, 6, major_radius=False)`,
      across: `${width} / cos(pi / 6)`,
      up: width,
      area: `sqrt(3) / 2 * ${powered(width)}`,
    }
  return { code: `Rectangle(${width}, ${height})`, across: width, up: height, area: `${width} * ${height}` }
}
const profilesOf = (pieces: readonly PartPiece[]): PartPiece[] => pieces.filter(({ kind }) => kind === 'profile')

export const loft: Family = {
  key: 'loft',
  nouns:
    'loft, lofted body, lofted part, transition, transition piece, square to round, square to round transition, blend, lofted transition, lofted solid, duct transition',
  slots: {
    centres: {
      label: 'Distance',
      accepts: 'height length depth spacing centres overall',
      say: '# apart',
      name: 'distance',
    },
  },
  bare: ['centres'],
  parts: { profile: PROFILE },
  repeats: ['profile'],
  settle(sizes) {
    const profiles = sizes.pieces('profile')
    if (profiles.length < 2) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'From which outline to which should it go?', [
        'from a 40 mm square to a 20 mm circle, 30 mm apart',
        'from a 40 mm square to a 20 mm square, 30 mm apart',
      ])
      return
    }
    // A circle has no height: `… to a 40 mm circle, 80 high` is how high it all is.
    const high = profiles.find((one) => shapeOf(one.noun) === 'circle' && one.has('height'))
    if (high && !sizes.has('centres')) {
      sizes.derive('centres', high.formula('height'))
      high.move('height', 'apart')
    }
    settleProfiles(profiles)
    if (!sizes.has('centres')) sizes.assume('centres', 30, 'no distance was said')
  },
  form({ centres = '0' }, _has, pieces) {
    const profiles = profilesOf(pieces)
    const steps = profiles.map((piece, index) => ({
      ...drawn(piece),
      low: index === 0 ? '0' : profiles.length === 2 ? centres : `${index} * ${centres} / ${profiles.length - 1}`,
    }))
    const [first, second] = steps
    const both = profiles.length === 2 && first && second && profiles.map(({ label }) => shapeOf(label))
    // Alike, the one is a cut through the pyramid of the other.
    const [low, high] = both && both[0] === both[1] ? [first, second] : []
    return {
      code: `loft([${steps.map(({ code, low: z }) => (z === '0' ? code : `Pos(0, 0, ${z}) * ${code}`)).join(', ')}])`,
      size: [largest(steps.map(({ across }) => across)), largest(steps.map(({ up }) => up)), centres],
      ...(low && high && !rectangles(profiles)
        ? { volume: `${centres} / 3 * (${low.area} + ${high.area} + sqrt((${low.area}) * (${high.area})))` }
        : {}),
      ...(first && second && rectangles(profiles)
        ? {
            volume: `${centres} / 6 * (${first.area} + ${second.area} + (${first.across} + ${second.across}) * (${first.up} + ${second.up}))`,
          }
        : {}),
      openings: '0',
      outline: { kind: 'other' },
    }
  },
}
const rectangles = (profiles: readonly PartPiece[]): boolean =>
  profiles.length === 2 && profiles.every(({ label }) => shapeOf(label) === 'rectangle')
const largest = (all: string[]): string => (all.length === 1 ? (all[0] ?? '0') : `max(${all.join(', ')})`)

/** A part of a ring: a section carried around an axis. */
export const arch: Family = {
  key: 'arch',
  nouns:
    'half ring, half-ring, half ring arch, arch, semicircular ring, ring segment, ring sector, arc segment, half torus, curved bar, arched bar, c ring, quarter ring, half circle ring, semi ring, half hoop',
  slots: {
    width: { label: 'Section width', accepts: 'width', say: '# wide', name: 'section_width' },
    height: { label: 'Section height', accepts: 'height thickness depth', say: '# high', name: 'section_height' },
    inner: {
      label: 'Inside diameter',
      accepts: 'inner inner-radius*2 clear',
      say: '# inside',
      name: 'inside_diameter',
    },
    outer: { label: 'Outside diameter', accepts: 'outer outer-radius*2', say: '# outside', name: 'outside_diameter' },
    middle: {
      label: 'Centreline diameter',
      accepts: 'diameter radius*2',
      say: '# centreline',
      name: 'centreline_diameter',
    },
    angle: { label: 'Angle', accepts: 'angle', unit: 'deg', say: '#', name: 'angle' },
  },
  bare: ['width', 'height'],
  chains: { 2: ['width', 'height'] },
  parts: {
    profile: PROFILE,
    way: {
      key: 'way',
      nouns: 'half circle, half a circle, semicircle, half-circle, arc, circle arc',
      slots: {
        diameter: { label: 'Centreline diameter', accepts: 'diameter radius*2', say: '# diameter' },
        inner: { label: 'Inside diameter', accepts: 'inner inner-radius*2', say: '# inside' },
        outer: { label: 'Outside diameter', accepts: 'outer outer-radius*2', say: '# outside' },
      },
      bare: ['diameter'],
    },
  },
  settle(sizes) {
    const [profile, way] = [sizes.part('profile'), sizes.part('way')]
    if (profile) settleProfiles([profile])
    if (profile?.has('width') && !sizes.has('width')) sizes.derive('width', profile.formula('width'))
    if (profile?.has('height') && !sizes.has('height')) sizes.derive('height', profile.formula('height'))
    if (way?.has('diameter') && !sizes.has('middle')) sizes.derive('middle', way.formula('diameter'))
    for (const side of ['inner', 'outer'] as const)
      if (way?.has(side) && !sizes.has(side)) sizes.derive(side, way.formula(side))
    const round = profile && shapeOf(profile.noun) === 'circle'
    const wide = round ? profile.formula('diameter') : sizes.has('width') ? sizes.formula('width') : undefined
    const given = ['inner', 'outer', 'middle'].filter((slot) => sizes.has(slot))
    if (wide === undefined && sizes.has('inner') && sizes.has('outer'))
      sizes.derive('width', `(${sizes.formula('outer')} - ${sizes.formula('inner')}) / 2`)
    const width = wide ?? (sizes.has('width') ? sizes.formula('width') : undefined)
    if (width === undefined || given.length === 0) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large should the half ring and its section be?', [
        '20 x 20 mm section, 60 mm inside diameter',
      ])
      return
    }
    if (!sizes.has('height') && !round) sizes.derive('height', width)
    const thick = round ? profile.value('diameter') : sizes.value('width')
    agree(sizes, thick)
    if (!sizes.has('middle'))
      sizes.derive(
        'middle',
        sizes.has('inner') ? `${sizes.formula('inner')} + ${width}` : `${sizes.formula('outer')} - ${width}`,
      )
    if (sizes.value('middle') <= thick)
      sizes.refuse('AGENT_IMPOSSIBLE', `A section of ${thick} mm closes a ring of ${sizes.value('middle')} mm.`)
  },
  form({ width = '0', height = width, middle = '0', angle }, has, pieces) {
    const profile = profilesOf(pieces)[0]
    const section = profile && shapeOf(profile.label) === 'circle' ? drawn(profile) : undefined
    const flat = section ?? {
      code: `Rectangle(${width}, ${height})`,
      across: width,
      up: height,
      area: `${width} * ${height}`,
    }
    const turn = angle ?? (has('quarter') ? '90' : '180')
    const outer = `(${middle} + ${flat.across})`
    return {
      code: `Pos(0, 0, ${halved(flat.up)}) * revolve(Plane.XZ * Pos(${halved(middle)}, 0) * ${flat.code}, Axis.Z, ${turn})`,
      size: turn === '90' ? [halved(outer), halved(outer), flat.up] : [outer, halved(outer), flat.up],
      volume: `${flat.area} * pi * ${middle} * ${turn} / 360`,
      openings: '0',
      outline: { kind: 'other' },
      ...(angle ? { loose: ['x', 'y'] as ('x' | 'y')[] } : {}),
    }
  },
}

/** Inside, outside, middle and section: what was said more than once must be one ring. */
function agree(sizes: Settling, thick: number): void {
  const middles = [
    ...(sizes.has('middle') ? [sizes.value('middle')] : []),
    ...(sizes.has('inner') ? [sizes.value('inner') + thick] : []),
    ...(sizes.has('outer') ? [sizes.value('outer') - thick] : []),
  ]
  if (Math.max(...middles) - Math.min(...middles) > 0.02)
    sizes.refuse(
      'AGENT_CONTRADICTION',
      `A section ${thick} mm wide makes the outside ${2 * thick} mm more than the inside, and another size was said.`,
    )
}

export const spring: Family = {
  key: 'spring',
  nouns: 'spring, compression spring, coil spring, helical spring, coil, helix, extension spring, wire coil',
  slots: {
    wire: { label: 'Wire diameter', accepts: 'section thickness', say: '# wire', name: 'wire_diameter' },
    mean: {
      label: 'Mean diameter',
      accepts: 'diameter pcd',
      say: '# mean diameter',
      name: 'mean_diameter',
      not: 'outer',
    },
    outer: { label: 'Outside diameter', accepts: 'outer', say: '# outside', name: 'outside_diameter', not: 'mean' },
    inner: { label: 'Inside diameter', accepts: 'inner', say: '# inside', name: 'inside_diameter', not: 'mean' },
    pitch: { label: 'Pitch', accepts: 'pitch spacing', say: '# pitch', name: 'pitch' },
    turns: { label: 'Turns', accepts: 'turns count', unit: 'count', say: '# turns', name: 'turns' },
    length: { label: 'Free length', accepts: 'length height overall', say: '# long', name: 'free_length' },
  },
  bare: ['wire', 'mean'],
  parts: {
    wire: {
      key: 'wire',
      nouns: 'wire, round wire, rod, steel wire, spring wire',
      slots: { diameter: { label: 'Wire diameter', accepts: 'diameter thickness section', say: '#' } },
      bare: ['diameter'],
    },
  },
  settle(sizes) {
    const wire = sizes.part('wire')
    if (wire?.has('diameter') && !sizes.has('wire')) sizes.derive('wire', wire.formula('diameter'))
    if (!sizes.has('wire')) sizes.assume('wire', 2, 'no wire diameter was said')
    if (!sizes.has('mean') && sizes.has('outer'))
      sizes.derive('mean', `${sizes.formula('outer')} - ${sizes.formula('wire')}`)
    if (!sizes.has('mean') && sizes.has('inner'))
      sizes.derive('mean', `${sizes.formula('inner')} + ${sizes.formula('wire')}`)
    if (!sizes.has('mean')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What diameter should the spring have?', ['20 mm mean diameter'])
      return
    }
    const three = ['pitch', 'turns', 'length'].filter((slot) => sizes.has(slot))
    if (!sizes.has('turns') && sizes.has('pitch') && sizes.has('length'))
      sizes.derive('turns', `(${sizes.formula('length')} - ${sizes.formula('wire')}) / ${sizes.formula('pitch')}`)
    if (!sizes.has('turns')) sizes.assume('turns', 8, 'no number of turns was said')
    if (!sizes.has('pitch'))
      if (sizes.has('length'))
        sizes.derive('pitch', `(${sizes.formula('length')} - ${sizes.formula('wire')}) / ${sizes.formula('turns')}`)
      else sizes.assume('pitch', Math.round(sizes.value('wire') * 2.5 * 10) / 10, 'no pitch was said')
    if (three.length === 3) {
      const long = sizes.value('pitch') * sizes.value('turns') + sizes.value('wire')
      if (Math.abs(long - sizes.value('length')) > 0.05)
        sizes.refuse(
          'AGENT_CONTRADICTION',
          `${sizes.value('turns')} turns of ${sizes.value('pitch')} mm are ${long} mm long.`,
        )
    }
    if (sizes.value('pitch') <= sizes.value('wire'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `At ${Math.round(sizes.value('pitch') * 100) / 100} mm pitch, turns of ${sizes.value('wire')} mm wire touch: more than that works.`,
      )
    if (sizes.value('mean') <= sizes.value('wire'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Wire of ${sizes.value('wire')} mm cannot be coiled to ${sizes.value('mean')} mm.`,
      )
  },
  form({ wire = '0', mean = '0', pitch = '0', turns = '0' }) {
    const outer = `${mean} + ${wire}`
    return {
      before: [`coil = Helix(${pitch}, (${pitch}) * (${turns}), ${halved(mean)})`],
      code: `Pos(0, 0, ${halved(wire)}) * sweep(Plane(coil @ 0, z_dir=coil % 0) * Circle(${halved(wire)}), path=coil)`,
      size: [outer, outer, `(${pitch}) * (${turns}) + ${wire}`],
      volume: `pi / 4 * ${powered(wire)} * (${turns}) * sqrt(${powered(`pi * (${mean})`)} + ${powered(`(${pitch})`)})`,
      openings: '0',
      outline: { kind: 'other' },
      // Its ends are cut square to the wire, so the extents are short of the full ones by a hair.
      loose: ['x', 'y', 'z'],
    }
  },
}

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
    'elbow, pipe elbow, bent pipe, bent tube, pipe bend, tube bend, elbow pipe, curved pipe, 90 degree elbow, pipe with a bend, bent rod, tube elbow, angled pipe, hose elbow, return bend, u bend, u bend pipe, u tube, bent bar, bent round bar, quarter bend, 90 bend, swept bend, 180 degree bend, 45 degree elbow',
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

/** A profile turned around an axis beside it. */
export const revolved: Family = {
  key: 'revolved',
  nouns: 'revolve, revolved body, revolved part, revolved profile, revolution, solid of revolution, revolved solid',
  slots: {
    angle: { label: 'Angle', accepts: 'angle', unit: 'deg', say: '#', name: 'angle' },
    offset: {
      label: 'From the axis',
      accepts: 'offset inset centres gap inner-radius spacing radius',
      say: '# from the axis',
      name: 'axis_distance',
    },
  },
  bare: ['offset'],
  parts: { profile: PROFILE },
  settle(sizes) {
    const profile = sizes.part('profile')
    if (!profile) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What outline should be revolved?', [
        'a 10 x 20 mm rectangle, 30 mm from the axis',
      ])
      return
    }
    settleProfiles([profile])
    if (!sizes.has('angle')) sizes.assume('angle', 360, 'no angle was said')
    if (!sizes.has('offset')) sizes.assume('offset', 0, 'no distance from the axis was said')
    if (sizes.value('angle') === 360) sizes.mark('whole')
    if (sizes.value('angle') === 360 && sizes.value('offset') > 0) sizes.mark('ring')
  },
  form: revolvedForm,
}
function revolvedForm(
  { angle = '360', offset = '0' }: Sizes,
  has: (flag: string) => boolean,
  pieces: readonly PartPiece[],
): Form {
  const profile = profilesOf(pieces)[0]
  const flat = profile ? drawn(profile) : { code: 'Circle(1)', across: '2', up: '2', area: 'pi' }
  const outer = `(2 * (${offset} + ${flat.across}))`
  const triangle = profile && shapeOf(profile.label) === 'triangle'
  // Triangle() has its centroid in the middle, a third of the way up.
  const up = triangle ? `${flat.up} / 3` : halved(flat.up)
  return {
    code: `Pos(0, 0, ${up}) * revolve(Plane.XZ * Pos(${offset} + ${halved(flat.across)}, 0) * ${flat.code}, Axis.Z, ${angle})`,
    size: [outer, outer, flat.up],
    volume: `${flat.area} * 2 * pi * (${offset} + ${halved(flat.across)}) * ${angle} / 360`,
    openings: has('ring') ? '1' : '0',
    outline: { kind: 'other' },
    ...(has('whole') ? {} : { loose: ['x', 'y'] }),
  }
}
