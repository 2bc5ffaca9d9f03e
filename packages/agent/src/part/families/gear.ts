import type { PartFace, PartPiece } from '@hewn/model'
import type { FaceForm, Family, Form, Kind, Settling, Sizes } from '../kinds.ts'
import { halved } from './round.ts'
import { plus } from '../formula.ts'
import { guard, hub, settleHubs, TOTAL, withHubs } from './hubs.ts'

// What turns with others by teeth or belts. Teeth are involutes; a rack's are straight, as they should be.

const BORE = { label: 'Bore', accepts: 'inner inner-radius*2', say: '# bore', name: 'bore' }
const FACE = {
  label: 'Face width',
  accepts: 'thickness width height length depth',
  say: '# wide',
  name: 'face_width',
}
const MODULE = { label: 'Module', accepts: 'module', say: 'module #', name: 'module' }
/** Teeth to the inch of pitch diameter. */
const DIAMETRAL = {
  label: 'Diametral pitch',
  accepts: 'diametral',
  unit: 'count',
  say: 'diametral pitch #',
  name: 'diametral_pitch',
  not: 'module',
} as const
const fromDiametral = (sizes: Settling): void => {
  if (sizes.has('diametral') && !sizes.has('module')) sizes.derive('module', `25.4 / ${sizes.formula('diametral')}`)
}
const TEETH = { label: 'Teeth', accepts: 'teeth', unit: 'count', say: '# teeth', name: 'teeth', min: 1 } as const
const PRESSURE = {
  label: 'Pressure angle',
  accepts: 'angle',
  unit: 'deg',
  say: '# pressure angle',
  name: 'pressure_angle',
} as const
const FEWEST = 6

function wholeTeeth(sizes: Settling): void {
  const teeth = sizes.value('teeth')
  if (!Number.isInteger(teeth) || teeth < FEWEST)
    sizes.refuse('AGENT_IMPOSSIBLE', `${teeth} teeth cannot be: a whole number, ${FEWEST} or more, works.`)
}

const refuseBore = (sizes: Settling, least: number): void => {
  if (sizes.has('inner') && sizes.value('inner') >= least)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `A bore of ${sizes.value('inner')} mm reaches the teeth: less than ${Math.floor(least * 10) / 10} mm works.`,
    )
}

/** `module 2, 12 teeth (24 mm pitch diameter)`: what the teeth come to anyhow is no size of its own, and has to be that. */
function agree(sizes: Settling, slot: string, comes: number): void {
  if (!sizes.has(slot)) return
  const said = sizes.value(slot)
  if (Math.abs(said - comes) > 0.05)
    sizes.refuse(
      'AGENT_CONTRADICTION',
      `${sizes.value('teeth')} teeth of module ${round(sizes.value('module'))} come to ${round(comes)} mm, and ${said} mm was said.`,
    )
  // The module may have been taken from it.
  if (sizes.formula('module').includes(sizes.formula(slot))) return
  sizes.spend(slot)
}
const round = (value: number): number => Math.round(value * 100) / 100

export const gear: Family = {
  key: 'gear',
  nouns:
    'spur gear, gear, gear wheel, cog, cogwheel, cog wheel, pinion, toothed wheel, involute gear, pinion gear, toothed gear, straight gear',
  slots: {
    module: MODULE,
    diametral: DIAMETRAL,
    teeth: TEETH,
    pitch: {
      label: 'Pitch diameter',
      accepts: 'pcd reference',
      say: '# pitch diameter',
      name: 'pitch_diameter',
    },
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter radius*2 outer-radius*2',
      say: '# outside diameter',
      name: 'outside_diameter',
    },
    height: FACE,
    total: TOTAL,
    inner: BORE,
    angle: PRESSURE,
  },
  bare: ['height'],
  bore: 'inner',
  repeats: ['hub'],
  parts: { hub },
  settle(sizes) {
    fromDiametral(sizes)
    if (!sizes.has('teeth') && sizes.has('module') && sizes.has('pitch'))
      sizes.derive('teeth', `${sizes.formula('pitch')} / ${sizes.formula('module')}`)
    if (!sizes.has('teeth')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How many teeth should the gear have?', [
        'module 1, 20 teeth',
        'module 2, 20 teeth',
      ])
      return
    }
    if (!sizes.has('module')) {
      if (sizes.has('pitch')) sizes.derive('module', `${sizes.formula('pitch')} / ${sizes.formula('teeth')}`)
      else if (sizes.has('outer')) sizes.derive('module', `${sizes.formula('outer')} / (${sizes.formula('teeth')} + 2)`)
      else {
        sizes.refuse('AGENT_NEEDS_ANSWER', 'How large should the teeth be?', ['module 1', 'module 2', 'module 3'])
        return
      }
    }
    wholeTeeth(sizes)
    const [module, teeth] = [sizes.value('module'), sizes.value('teeth')]
    agree(sizes, 'pitch', module * teeth)
    agree(sizes, 'outer', module * (teeth + 2))
    settleHubs(sizes, { outer: module * teeth, height: Math.round(module * 8) })
    if (!sizes.has('angle')) sizes.assume('angle', 20, 'the usual pressure angle')
    refuseBore(sizes, module * (teeth - 2.5))
  },
  form(sizes, _has, pieces) {
    const { module = '1', teeth = '1', height = '0', inner, angle = '20' } = sizes
    const tip = `${module} * (${teeth} + 2)`
    // Where its teeth are odd, the middle of what it takes up is not its own.
    const wheel = `extrude(SpurGearPlan(${module}, ${teeth}, ${angle}, align=None), ${height})`
    const root = `${module} * (${teeth} - 2.5)`
    const reach = (towards: number) => `tip_reach(${module}, ${teeth}, ${angle}, ${towards})`
    const volume = `toothed_area(${module}, ${teeth}, ${angle}) * ${height}`
    // What is drilled in at its side goes through a tooth, or between two.
    const { straight: _, ...form } = withHubs(
      { diameter: tip, height, own: { code: wheel, volume } },
      inner,
      pieces,
      root,
    )
    const [x, y, z] = form.size
    // A flange may be wider than the teeth.
    const within = (size: string, reached: string) => (size === tip ? reached : size.replace(tip, reached))
    const middle = plus(form.faces?.bottom?.at[2] ?? '0', halved(height))
    const reached = { right: [1, 0], left: [-1, 0], back: [0, 1], front: [0, -1] } as const
    const sides = Object.entries(reached).map(([face, [u, v]]): [string, FaceForm] => {
      const at = (way: number) => (way === 0 ? '0' : `${way < 0 ? '-' : ''}(${tip}) / 2`)
      // A script knows the circle of the tips, and not how far they reach to one side.
      return [face, { at: [at(u), at(v), middle], through: u === 0 ? y : x, ...form.faces?.[face as PartFace] }]
    })
    return {
      ...form,
      size: [within(x, `${reach(0)} + ${reach(180)}`), within(y, `2 * ${reach(90)}`), z],
      faces: { ...form.faces, ...Object.fromEntries(sides) },
    }
  },
}

export const rack: Family = {
  key: 'rack',
  nouns: 'rack, gear rack, toothed rack, rack gear, straight rack, rack and pinion rack',
  slots: {
    module: MODULE,
    diametral: DIAMETRAL,
    teeth: TEETH,
    width: { label: 'Face width', accepts: 'width thickness depth', say: '# wide', name: 'face_width' },
    height: { label: 'Overall height', accepts: 'height overall', say: '# overall height', name: 'overall_height' },
    length: { label: 'Length', accepts: 'length', say: '# long', name: 'length', not: 'teeth' },
    angle: PRESSURE,
  },
  bare: ['width', 'height'],
  settle(sizes) {
    fromDiametral(sizes)
    if (!sizes.has('module')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large should the teeth of the rack be?', ['module 1', 'module 2'])
      return
    }
    if (!sizes.has('teeth')) {
      if (!sizes.has('length')) {
        sizes.refuse('AGENT_NEEDS_ANSWER', 'How many teeth should the rack have?', ['10 teeth', '20 teeth'])
        return
      }
      const teeth = Math.floor(sizes.value('length') / (Math.PI * sizes.value('module')) + 1e-9)
      sizes.assume('teeth', teeth, `as many as fit ${sizes.value('length')} mm`)
    }
    if (!sizes.has('width')) sizes.assume('width', Math.round(sizes.value('module') * 8), 'no width was said')
    if (!sizes.has('height')) sizes.assume('height', Math.round(sizes.value('module') * 6), 'no height was said')
    if (!sizes.has('angle')) sizes.assume('angle', 20, 'the usual pressure angle')
    const least = sizes.value('module') * 2.25
    if (sizes.value('height') <= least)
      sizes.refuse('AGENT_IMPOSSIBLE', `The teeth alone are ${least} mm high: more than that works as overall height.`)
  },
  form({ module = '1', teeth = '1', width = '0', height = '0', length, angle = '20' }) {
    const slope = `tan(radians(${angle}))`
    const foot = `pi * ${module} / 2 + 2.5 * ${module} * ${slope}`
    const tip = `pi * ${module} / 2 - 2 * ${module} * ${slope}`
    const body = `${height} - 2.25 * ${module}`
    const long = length ?? `pi * ${module} * ${teeth}`
    return {
      before: [
        `foot, tip = ${foot}, ${tip}`,
        `outline = Polyline((-foot / 2, 0), (foot / 2, 0), (tip / 2, 2.25 * ${module}), (-tip / 2, 2.25 * ${module}), close=True)`,
        `tooth = extrude(Plane.XZ * make_face(outline), ${halved(width)}, both=True)`,
        `places = GridLocations(pi * ${module}, 1, ${teeth}, 1)`,
      ],
      code: `Box(${long}, ${width}, ${body}, align=floor) + [Pos(0, 0, ${body}) * place * tooth for place in places]`,
      size: [long, width, height],
      volume: `(${long}) * ${width} * (${body}) + ${teeth} * ${width} * 2.25 * ${module} * ((${foot}) + (${tip})) / 2`,
      openings: '0',
      outline: { kind: 'other' },
    }
  },
}

const pulleySlots = {
  outer: {
    label: 'Outside diameter',
    accepts: 'outer diameter radius*2 outer-radius*2',
    say: '# outside diameter',
    name: 'outside_diameter',
  },
  height: { ...FACE, accepts: `${FACE.accepts} inner-width clear`, name: 'width', label: 'Width' },
  total: TOTAL,
  inner: BORE,
}

const vee: Kind = {
  key: 'vee',
  nouns: 'groove, v groove, v-groove, vee groove, belt groove, rope groove',
  slots: {
    width: { label: 'Groove width', accepts: 'width top-width', say: '# wide' },
    depth: { label: 'Groove depth', accepts: 'depth height', say: '# deep' },
    floor: {
      label: 'Groove floor',
      accepts: 'bottom-width',
      say: '# wide at the bottom',
      name: 'groove_floor',
      not: 'angle',
    },
    angle: { label: 'Groove angle', accepts: 'angle taper', unit: 'deg', say: '#', not: 'floor' },
    count: { label: 'Grooves', accepts: 'count', unit: 'count', say: '# grooves', min: 1 },
    pitch: { label: 'Groove pitch', accepts: 'centres spacing pitch', say: '# apart', name: 'groove_pitch' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'] },
}

/** What lies between the flanges of a pulley, where it has a name: `a 40 mm core 14 mm long`. */
const tread: Kind = {
  key: 'tread',
  nouns: 'core, drum, belt face, middle part',
  slots: {
    diameter: { label: 'Core diameter', accepts: 'diameter outer radius*2', say: '# diameter', name: 'diameter' },
    length: { label: 'Core width', accepts: 'length width height', say: '# wide', name: 'width' },
  },
  bare: ['diameter', 'length'],
  chains: { 2: ['diameter', 'length'] },
}

/** Two of its width, depth and angle tell a V that ends in a point; a belt has a floor below it, and an angle of its own. */
function settleVee(groove: Settling, belted: boolean): void {
  const [wide, deep, angle] = ['width', 'depth', 'angle'].map((slot) => groove.has(slot))
  const slope = `tan(radians(${groove.formula('angle')} / 2))`
  if (angle && wide !== deep) {
    if (wide) groove.derive('depth', `${groove.formula('width')} / 2 / ${slope}`)
    else groove.derive('width', `2 * ${groove.formula('depth')} * ${slope}`)
  }
  const floored = groove.has('floor')
  if (!floored && (wide && deep ? !angle && !belted : angle && (wide || deep))) groove.mark('pointed')
  if (!groove.has('width')) groove.assume('width', 10, 'no width of the groove was said')
  if (!groove.has('depth')) groove.assume('depth', 8, 'no depth of the groove was said')
  if (!groove.has('angle') && !floored && !groove.flag('pointed'))
    groove.assume('angle', 38, 'the usual angle of a V belt')
}

function settlePulley(sizes: Settling): void {
  const middle = sizes.part('tread')
  if (middle?.has('diameter') && !sizes.has('outer')) sizes.derive('outer', middle.formula('diameter'))
  if (middle?.has('length') && !sizes.has('height')) sizes.derive('height', middle.formula('length'))
  if (!sizes.has('outer')) {
    sizes.refuse('AGENT_NEEDS_ANSWER', 'What diameter should the pulley have?', ['40 mm', '60 mm', '80 mm'])
    return
  }
  settleHubs(sizes, { outer: sizes.value('outer'), height: 20 })
  refuseBore(sizes, sizes.value('outer'))
}

const pulleyForm = ({ outer = '0', inner, height = '0' }: Sizes, pieces: readonly PartPiece[]): Form =>
  withHubs({ diameter: outer, height }, inner, pieces)

export const pulley: Family = {
  key: 'pulley',
  nouns:
    'pulley, pulley wheel, flanged pulley, flanged idler, flanged idler pulley, flanged belt pulley, flanged flat pulley, flat pulley, flat belt pulley, belt pulley, idler, idler pulley, belt wheel, flat belt wheel, idler wheel',
  slots: pulleySlots,
  bare: ['outer', 'height', 'inner'],
  chains: { 2: ['outer', 'height'], 3: ['outer', 'height', 'inner'] },
  bore: 'inner',
  repeats: ['hub'],
  parts: { hub, guard, tread },
  settle: settlePulley,
  form: (sizes, _has, pieces) => pulleyForm(sizes, pieces),
}

export const vpulley: Family = {
  ...pulley,
  key: 'vpulley',
  nouns:
    'v pulley, v pulley wheel, v groove pulley, v-groove pulley, vee groove pulley, v-groove wheel, v groove wheel, v-pulley, vee pulley, v belt pulley, v-belt pulley, sheave, grooved pulley, rope pulley, v belt sheave, pulley with a groove, double groove v pulley, double groove pulley, twin groove pulley, double v pulley',
  parts: { hub, vee },
  // `rope pulley …, half round groove 8 mm wide`: its groove is no V.
  instead: [
    {
      when: ({ children }) =>
        children.some(({ kind }) => ['groove', 'channel'].includes(kind.key)) &&
        !children.some(({ kind }) => kind.key === 'vee'),
      family: 'pulley',
      slots: {},
    },
  ],
  settle(sizes) {
    const groove = sizes.part('vee')
    // `a pulley with a V groove, 50 mm outside, 12 mm wide`: which of the two is as wide as that?
    if (groove?.has('width') && !groove.has('depth') && !sizes.has('height')) {
      const wide = `${groove.value('width')} mm`
      sizes.refuse('AGENT_NEEDS_ANSWER', `Is the pulley ${wide} wide, or its groove?`, [
        `pulley ${wide} wide`,
        `groove ${wide} wide and ${wide} deep`,
      ])
      return
    }
    // `a 90° V groove 5 deep, 60 OD, 16 wide`: so open a V ends in a point, and has no width of its own beside that.
    const told = groove && ['angle', 'depth', 'width'].every((slot) => groove.has(slot))
    if (told && groove.value('angle') >= 60 && !sizes.has('height')) {
      sizes.derive('height', groove.formula('width'))
      groove.move('width', 'wheel')
    }
    settlePulley(sizes)
    if (!groove) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How wide and deep should the groove be?', [
        'groove 10 mm wide, 8 mm deep, 40 degrees',
        'groove 13 mm wide, 11 mm deep, 38 degrees',
      ])
      return
    }
    if (!groove.has('count') && /^(?:double|twin)/.test(sizes.noun)) groove.derive('count', '2')
    if (!groove.has('count') && groove.plural) {
      groove.refuse('AGENT_NEEDS_ANSWER', 'How many grooves should the pulley have?', ['2 grooves', '3 grooves'])
      return
    }
    settleVee(groove, /belt/.test(sizes.noun))
    const [wide, deep] = [groove.value('width'), groove.value('depth')]
    const angle = groove.has('angle') ? groove.value('angle') : 0
    if (groove.has('floor') && groove.value('floor') >= wide)
      groove.refuse(
        'AGENT_IMPOSSIBLE',
        `A V groove ${wide} mm wide is narrower at the bottom than at the top, and ${groove.value('floor')} mm was said.`,
      )
    if (wide - 2 * deep * Math.tan((angle * Math.PI) / 360) < 0 && !groove.flag('pointed'))
      groove.refuse('AGENT_IMPOSSIBLE', `A groove ${wide} mm wide meets in a point before it is ${deep} mm deep.`)
    const many = groove.has('count') ? groove.value('count') : 1
    if (many > 1 && !groove.has('pitch'))
      groove.assume('pitch', Math.round((sizes.value('height') / many) * 100) / 100, 'grooves evenly over the width')
    const pitch = many > 1 ? groove.value('pitch') : wide
    if (pitch < wide)
      groove.refuse('AGENT_IMPOSSIBLE', `Grooves ${wide} mm wide run into each other ${pitch} mm apart.`)
    if ((many - 1) * pitch + wide >= sizes.value('height') + (many > 1 ? 1e-9 : 0))
      groove.refuse('AGENT_IMPOSSIBLE', `A groove ${wide} mm wide leaves no rim on ${sizes.value('height')} mm.`)
    refuseBore(sizes, sizes.value('outer') - 2 * deep)
  },
  form(sizes, _has, pieces) {
    const plain = pulleyForm(sizes, pieces)
    const groove = pieces.find(({ kind }) => kind === 'vee')
    if (!groove) return plain
    const { outer = '0', height = '0', inner } = sizes
    const { width = '0', depth = '0', angle = '0', floor: told, count = '1', pitch = width } = groove.sizes
    const pointed = groove.flags.includes('pointed')
    const floor = told ?? `(${width} - 2 * ${depth} * tan(radians(${angle} / 2)))`
    const middle = plus(plain.faces?.bottom?.at[2] ?? '0', halved(height))
    const r = halved(outer)
    const several = count !== '1'
    const at = several ? '0' : middle
    const points = [
      `(${r} - ${depth}, ${pointed ? at : `${at} - floor / 2`})`,
      `(${r}, ${at} - ${width} / 2)`,
      `(${r}, ${at} + ${width} / 2)`,
      ...(pointed ? [] : [`(${r} - ${depth}, ${at} + floor / 2)`]),
    ].map((point) => point.replaceAll(', 0 - ', ', -').replaceAll(', 0 + ', ', '))
    const off = pointed ? `${depth} / 3` : `${depth} / 3 * (${width} + 2 * ${floor}) / (${width} + ${floor})`
    return {
      ...plain,
      before: [
        ...(pointed ? [] : [`floor_width = ${floor}`]),
        `vee = Plane.XZ * make_face(Polyline(${points.join(', ').replaceAll('floor /', 'floor_width /')}, close=True))`,
      ],
      code: `${inner || plain.code.includes(' + ') ? `(${plain.code})` : plain.code} - ${several ? `[Pos(0, 0, ${middle} + (groove - (${count} - 1) / 2) * ${pitch}) * revolve(vee, Axis.Z) for groove in range(int(${count}))]` : 'revolve(vee, Axis.Z)'}`,
      volume: `${plain.volume} - ${several ? `${count} * ` : ''}pi * (${r} - ${off}) * ${depth} * ${pointed ? width : `(${width} + ${floor})`}`,
    }
  },
}

const BARE = 'no-flange'
const GT2 = { pitch: 2, lower: 0.508, radius: 0.555, depth: 0.75 }

/** Timing pulley for a GT2 belt: round grooves, a flange on each side. */
export const gt2: Family = {
  key: 'gt2',
  nouns:
    'gt2 pulley, gt2 timing pulley, gt2 belt pulley, gt2 gear, timing pulley, timing belt pulley, timing pulley gt2, timing belt pulley gt2, pulley gt2, gt2 timing belt pulley, 2gt pulley, gt2 drive pulley, toothed belt pulley',
  slots: {
    teeth: TEETH,
    inner: BORE,
    belt: { label: 'Belt width', accepts: 'width thickness height', say: '# belt', name: 'belt_width' },
  },
  bare: ['belt', 'inner'],
  flags: BARE,
  bore: 'inner',
  settle(sizes) {
    if (!sizes.has('teeth')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How many teeth should the pulley have?', ['16 teeth', '20 teeth', '36 teeth'])
      return
    }
    wholeTeeth(sizes)
    if (!sizes.has('belt')) sizes.assume('belt', 6, 'the usual GT2 belt')
    refuseBore(sizes, (sizes.value('teeth') * GT2.pitch) / Math.PI - GT2.lower - 2 * GT2.depth)
    sizes.note(
      `GT2 teeth as round grooves, ${sizes.flag(BARE) ? 'without flanges' : 'with a flange of 1 mm on each side'}`,
    )
  },
  form({ teeth = '1', inner, belt = '6' }, has) {
    const tip = `(${GT2.pitch} * ${teeth} / pi - ${GT2.lower})`
    if (has(BARE))
      return {
        before: [
          `tip_diameter = ${tip}`,
          `grooves = PolarLocations(tip_diameter / 2 - ${GT2.depth - GT2.radius}, ${teeth}) * Circle(${GT2.radius})`,
        ],
        code: `extrude(Circle(tip_diameter / 2) - grooves, ${belt})${inner ? ` - Cylinder(${halved(inner)}, ${belt}, align=floor)` : ''}`,
        size: [tip, tip, belt],
        openings: inner ? '1' : '0',
        outline: { kind: 'circle', diameter: tip, ...(inner ? { bore: inner } : {}) },
      }
    const rim = `(${tip} + 3)`
    const width = `${belt} + 1`
    return {
      before: [
        `tip_diameter = ${tip}`,
        `grooves = PolarLocations(tip_diameter / 2 - ${GT2.depth - GT2.radius}, ${teeth}) * Circle(${GT2.radius})`,
        `wheel = extrude(Circle(tip_diameter / 2) - grooves, ${width} + 2)`,
        'flange = Cylinder(tip_diameter / 2 + 1.5, 1, align=floor)',
      ],
      code: `wheel + flange + Pos(0, 0, ${width} + 1) * flange${inner ? ` - Cylinder(${halved(inner)}, ${width} + 2, align=floor)` : ''}`,
      size: [rim, rim, `${width} + 2`],
      openings: inner ? '1' : '0',
      outline: { kind: 'circle', diameter: rim, ...(inner ? { bore: inner } : {}) },
    }
  },
}
