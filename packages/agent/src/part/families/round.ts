import type { Family, Form, Kind, Settling, Sizes } from '../kinds.ts'
import { inchWasher, sizeOf, threadOf, WASHERS } from '../library/fasteners.ts'
import { NORM, settleNorm } from '../library/norm.ts'
import { pluggedBelow, withHubs } from './hubs.ts'
import { settleStop, STOP_RING, withStop } from './stop-ring.ts'
import { BORED, CLOSED, HEAD, HEADED, SCREWED, SEALED, TAPERED } from './round-otherwise.ts'

export const OUTER = {
  label: 'Outside diameter',
  accepts: 'outer diameter radius*2 outer-radius*2 bottom-width',
  say: '# outside diameter',
  name: 'outside_diameter',
}
export const INNER = {
  label: 'Inside diameter',
  accepts: 'inner inner-radius*2',
  say: '# inside diameter',
  name: 'inside_diameter',
  not: 'wall',
}
const HEIGHT = { label: 'Height', accepts: 'height length thickness depth overall width', say: '# high' }
export const THICKNESS = { ...HEIGHT, label: 'Thickness', say: '# thick', name: 'thickness' }
const GAP = { label: 'Gap', accepts: 'gap', say: 'split # wide', name: 'gap' }
const WALL = { label: 'Wall', accepts: 'wall', say: '# wall' }

/** Round, with a hole all the way down its axis. */
const hollow = {
  slots: { outer: OUTER, inner: INNER, wall: WALL, height: HEIGHT, gap: GAP },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'], 3: ['outer', 'inner', 'height'] },
  flags: 'circular hollow',
  bore: 'inner',
}

/** `bushing 10 x 14 x 20` begins with its bore, as a bearing does. */
export const boreFirst = ([first = 0, second = 0, third]: readonly number[]): readonly string[] | undefined =>
  third !== undefined && first < second ? ['inner', 'outer', 'height'] : undefined

/** `tube 25 x 2 x 500`: so thin is its wall, and no bore. */
const walled = ([outer = 0, wall = 0, length]: readonly number[]): readonly string[] | undefined =>
  length !== undefined && wall * 5 < outer ? ['outer', 'wall', 'height'] : undefined

/** What a ring is bent from: `a wire ring with a 6 mm section`, `a ring of square section 10 x 10`. */
export const RING_SECTION: Kind = {
  key: 'tube',
  nouns: `section, cross section, wire, round section, round bar, bar, round wire, body, thick section,
    square section, square cross section, square bar, square stock, rectangular section, rectangular cross section, rectangular bar, flat bar`,
  slots: {
    section: { label: 'Section', accepts: 'diameter radius*2 section thickness width', say: '# section' },
    high: { label: 'Section height', accepts: 'height', say: '# high' },
  },
  bare: ['section'],
  chains: { 2: ['section', 'high'] },
}
const squareSection = (noun: string, high: boolean): boolean => high || /^(?:square|rectangular|flat)/.test(noun)

/** What splits a ring. */
const SLIT: Kind = {
  key: 'ringslit',
  nouns: 'slit, split, saw cut',
  slots: { width: { label: 'Gap', accepts: 'width gap', say: '', name: 'gap' } },
  bare: ['width'],
}

const FLOOR = { label: 'Floor', accepts: 'floor bottom-width', say: '# floor', name: 'floor_thickness' }
const NARROW_END = { label: 'End diameter', accepts: 'top-width', say: '# top diameter', name: 'end_diameter' }

export const washer: Family = {
  ...hollow,
  key: 'washer',
  nouns: `washer, flat washer, ring, flat ring, shim washer, shim ring, spacer ring, annulus, annular ring, ring plate,
    split ring, c ring, open ring, slit ring, thrust washer, wire ring, plain washer, circular ring, annular disc`,
  slots: {
    outer: OUTER,
    inner: INNER,
    height: THICKNESS,
    // `20 mm inside, 5 mm wide, 3 thick`: how wide it is beside how thick it is.
    wall: { ...WALL, accepts: 'wall width' },
    section: { label: 'Section', accepts: 'section minor-radius*2', say: '# section' },
    norm: NORM,
    gap: GAP,
    open: { label: 'Open angle', accepts: 'gap', unit: 'deg', say: 'open #', name: 'open_angle' },
    corner: { label: 'Corner radius', accepts: 'corner', say: 'corner radius #' },
  },
  chainOf: boreFirst,
  bare: ['outer', 'height', 'inner'],
  flags: 'circular hollow rectangular square round-section',
  parts: { ringsection: RING_SECTION, ringslit: SLIT },
  instead: [
    BORED,
    {
      family: 'torus',
      slots: {},
      when: ({ sizes, flags, children }) =>
        !sizes.has('height') &&
        (sizes.has('section') ||
          flags.has('round-section') ||
          children.some(
            ({ kind, noun, sizes: own }) =>
              kind.key === 'tube' && kind.slots['section'] && !squareSection(noun, own.has('high')),
          )),
    },
  ],
  settle(sizes) {
    const size = sizes.designator('outer')
    const known = size ? WASHERS[sizeOf(size)] : undefined
    if (sizes.has('corner')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `A round ${sizes.noun} has no corners. Is it rectangular?`, [
        `a rectangular ${sizes.noun}`,
      ])
      return
    }
    settleNorm(sizes, [125, 7089, 7090])
    const split = sizes.part('ringslit')
    if (split?.has('width') && !sizes.has('gap')) sizes.derive('gap', split.formula('width'))
    if (/^(?:split|c|open|slit) ring/.test(sizes.noun) && !sizes.has('gap') && !sizes.has('open'))
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide is the gap of the ${sizes.noun}?`, ['2 mm', '3 mm'])
    if (size && known) {
      if (!sizes.has('outer')) sizes.look('outer', known.outer, `ISO 7089 ${size}`)
      if (!sizes.has('inner')) sizes.look('inner', known.inner, `ISO 7089 ${size}`)
      if (!sizes.has('height')) sizes.look('height', known.thickness, `ISO 7089 ${size}`)
      return
    }
    // `fender washer 1/4 x 1-1/2`: the bolt it is for, and how wide it is; no washer is thicker than wide.
    if (['outer', 'height'].every((slot) => sizes.byTurn(slot)) && !sizes.has('inner'))
      if (sizes.value('height') > sizes.value('outer')) {
        sizes.move('outer', 'inner')
        sizes.move('height', 'outer')
      }
    // `washer 3/8`: for a screw of that size.
    const sae = /washer/.test(sizes.noun) && sizes.byTurn('outer') ? inchWasher(sizes.value('outer')) : undefined
    if (sae && !sizes.has('inner') && !sizes.has('height')) {
      sizes.look('outer', sae.outer, 'SAE plain washer, ASME B18.21.1')
      sizes.look('inner', sae.inner, 'SAE plain washer, ASME B18.21.1')
      sizes.look('height', sae.thickness, 'SAE plain washer, ASME B18.21.1')
      return
    }
    const bar = sizes.part('tube')
    if (bar?.has('section') && squareSection(bar.noun, bar.has('high'))) {
      // `rectangular cross section: inner diameter 40, outer diameter 60`: its walls are between them.
      if (!sizes.has('inner') || !sizes.has('outer')) sizes.derive('wall', bar.formula('section'))
      if (!sizes.has('height')) sizes.derive('height', bar.formula(bar.has('high') ? 'high' : 'section'))
    }
    ring(sizes, { thickness: 2, name: 'thickness' })
  },
  form: straight,
}

export const tube: Family = {
  ...hollow,
  key: 'tube',
  nouns: `tube, pipe, sleeve, bushing, bush, spacer, collar, hollow cylinder, round tube, pipe section, standoff, stand-off, round spacer, cylindrical spacer, bearing spacer,
    pipe piece, hollow shaft, tubing, cylinder sleeve, ferrule, grommet ring, distance piece, drill bushing, shaft collar, nipple, coupling, coupler, shaft coupling, shaft coupler, motor coupling, rigid coupling, cylindrical tube, conduit, round standoff`,
  slots: {
    outer: OUTER,
    inner: INNER,
    height: { ...HEIGHT, label: 'Length', say: '# long', name: 'length' },
    wall: { ...WALL, accepts: 'wall thickness' },
    floor: FLOOR,
    end: NARROW_END,
    // Of one that is closed at one end; an open one has no depth.
    deep: { label: 'Depth inside', accepts: 'depth inner-height', say: '# deep inside', name: 'inside_depth' },
  },
  // `25x2 tube` is a wall, `10 x 25 spacer` a length.
  chains: { ...hollow.chains, 2: ['outer', 'wall'] },
  chainOf: (values, noun) => boreFirst(values) ?? (/pipe|tub(?:e|ing)/.test(noun) ? walled(values) : undefined),
  // `standoff M3 x 20`
  named: ['height'],
  screwBore: true,
  parts: { bushhead: HEAD, stopring: STOP_RING },
  instead: [HEADED, SEALED, CLOSED, TAPERED, BORED, SCREWED],
  settle(sizes) {
    forScrew(sizes)
    if (sizes.has('deep')) {
      sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        `Is the ${sizes.noun} closed at one end, ${sizes.value('deep')} mm deep inside?`,
        ['closed at one end', 'open at both ends'],
      )
      return
    }
    if (
      sizes.has('wall') &&
      sizes.has('outer') &&
      !sizes.has('height') &&
      sizes.value('wall') * 3 > sizes.value('outer')
    )
      sizes.move('wall', 'height')
    // `tube 40 mm, 2 mm thick`: so short a tube would be a washer.
    const thin = sizes.has('outer') && sizes.has('height') && sizes.value('height') * 4 < sizes.value('outer')
    if (thin && !sizes.has('inner') && !sizes.has('wall') && !sizes.designator('outer')) sizes.move('height', 'wall')
    ring(sizes, { thickness: 20, name: 'length' })
    settleStop(sizes)
  },
  form(sizes, _has, pieces) {
    const stop = pieces.find(({ kind }) => kind === STOP_RING.key)
    return stop ? withStop(straight(sizes), sizes, stop.sizes) : straight(sizes)
  },
}

/** `M5 thumb nut`: what is called a nut is tapped right through. */
export function tapNut(sizes: Settling): void {
  if (!sizes.noun.endsWith('nut') || !sizes.designator('outer')) return
  sizes.mark('tapped')
  forScrew(sizes)
}

/** `spacer for an M8 bolt`, `M8 clearance hole`: the screw goes through it. */
export function forScrew(sizes: Settling): void {
  const size = sizes.designator('inner') ?? sizes.designator('outer')
  const found = size ? threadOf(size) : undefined
  if (!size || !found || sizes.has('inner') || sizes.has('wall')) return
  const fit = sizes.flag('close') ? 'close' : sizes.flag('loose') ? 'loose' : 'medium'
  if (sizes.flag('tapped')) sizes.look('inner', found.row.tap, `${size} tap drill`)
  else sizes.look('inner', found.row[fit], `${size} ${fit} clearance, ${found.standard}`)
}

const plug: Kind = {
  key: 'plug',
  nouns: 'plug, spigot',
  slots: {
    outer: { label: 'Plug diameter', accepts: 'outer diameter radius*2', say: 'plug # diameter', name: 'diameter' },
    height: { label: 'Plug height', accepts: 'height depth length thickness', say: '# high' },
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'] },
}

export const disc: Family = {
  ...hollow,
  key: 'disc',
  nouns: `disc, round plate, circular plate, circle, round disc, coin, puck, wheel, circular disc, lid disc, planet carrier, cover disc, round cover plate, circular cover plate, round blank, circular blank, medallion, coaster,
    turntable, carrier disc, plug, thumb nut, thumbnut, knurled nut, knurled thumb nut, round nut, lock ring, ring nut`,
  slots: {
    ...hollow.slots,
    outer: { ...OUTER, say: '# diameter', name: 'diameter', label: 'Diameter' },
    height: THICKNESS,
  },
  parts: { plug },
  instead: [SEALED, CLOSED],
  settle(sizes) {
    tapNut(sizes)
    if (!sizes.has('outer')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What diameter should the disc have?', ['50 mm', '80 mm', '100 mm'])
      return
    }
    if (!sizes.has('height')) sizes.assume('height', 5, 'no thickness was said')
    const under = sizes.part('plug')
    if (under && !under.has('outer'))
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What diameter should the plug have?', ['20 mm', '40 mm'])
    else if (under && !under.has('height')) under.assume('height', 5, 'no height of the plug was said')
    if (sizes.has('wall') && !sizes.has('inner'))
      sizes.derive('inner', `${sizes.formula('outer')} - 2 * ${sizes.formula('wall')}`)
  },
  form(sizes, _has, pieces) {
    const plugs = pluggedBelow(pieces)
    const { outer = '0', height = '0', inner } = sizes
    return plugs.length > 0 ? withHubs({ diameter: outer, height }, inner, plugs) : ringForm(sizes)
  },
}

export const cylinder: Family = {
  ...hollow,
  key: 'cylinder',
  nouns: `cylinder, rod, round bar, dowel, dowel pin, peg, post, column, pillar, round rod, solid cylinder, round post, round stock, bar stock, drum, cylindrical block,
    round peg, insert boss, heat set insert boss, screw boss, round boss, cylindrical rod, cylindrical pin, cylindrical post, barrel, log, stick, stub`,
  slots: {
    ...hollow.slots,
    outer: { ...OUTER, say: '# diameter', name: 'diameter', label: 'Diameter' },
    floor: FLOOR,
    end: NARROW_END,
    norm: NORM,
  },
  instead: [SEALED, CLOSED, TAPERED],
  settle(sizes) {
    settleNorm(sizes, [7, 2338, 6325, 8734])
    if (sizes.has('wall') && !sizes.has('inner') && sizes.has('outer'))
      sizes.derive('inner', `${sizes.formula('outer')} - 2 * ${sizes.formula('wall')}`)
    if (!sizes.has('outer')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `What diameter should the ${sizes.noun} have?`, ['10 mm', '20 mm', '50 mm'])
      return
    }
    if (!sizes.has('height')) sizes.assume('height', sizes.value('outer') * 2, 'no length was said')
  },
  form: straight,
}

/** Two of outside, inside and wall give the third. */
export function ring(sizes: Settling, { thickness, name }: { thickness: number; name: string }): void {
  if (!sizes.has('inner') && sizes.has('wall') && sizes.has('outer'))
    sizes.derive('inner', `${sizes.formula('outer')} - 2 * ${sizes.formula('wall')}`)
  if (!sizes.has('outer') && sizes.has('wall') && sizes.has('inner'))
    sizes.derive('outer', `${sizes.formula('inner')} + 2 * ${sizes.formula('wall')}`)
  if (!sizes.has('outer') && !sizes.has('inner')) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be?`, [
      '20 mm outside, 10 mm inside',
      '30 mm outside, 20 mm inside',
      '50 mm outside, 40 mm inside',
    ])
    return
  }
  if (!sizes.has('outer')) sizes.assume('outer', Math.round(sizes.value('inner') * 2), 'no outside diameter was said')
  if (!sizes.has('inner'))
    sizes.assume('inner', Math.max(0.5, Math.round(sizes.value('outer')) / 2), 'no inside diameter was said')
  if (!sizes.has('height')) sizes.assume('height', thickness, `no ${name} was said`)
  if (sizes.value('inner') >= sizes.value('outer'))
    sizes.refuse(
      'AGENT_CONTRADICTION',
      `An inside of ${sizes.value('inner')} mm does not fit into an outside of ${sizes.value('outer')} mm.`,
    )
}

/** Area that a strip from the bore out through one side takes from a ring. */
export const slitLoss = (outer: string, inner: string, width: string): string =>
  `(${halfSlit(bare(outer), width)} - ${halfSlit(bare(inner), width)})`
/** What a slit takes of a full disc, from its middle out. */
export const halfSlit = (d: string, width: string): string =>
  `(${halved(width)} * sqrt(${powered(d)} / 4 - ${powered(width)} / 4) + ${powered(d)} / 4 * asin(${width} / ${d}))`
const bare = (formula: string): string => (/^[\w.]+$/.test(formula) ? formula : `(${formula})`)

export function straight(sizes: Sizes): Form {
  return { ...ringForm(sizes), ...(sizes['gap'] || sizes['open'] ? {} : { straight: true }) }
}

export function ringForm({ outer = '0', inner, height = '0', gap, open }: Sizes): Form {
  const solid = `Cylinder(${halved(outer)}, ${height}, align=floor)`
  if (inner && open) {
    const arc = (wide: string) => `Cylinder(${halved(wide)}, ${height}, arc_size=360 - ${open}, align=floor)`
    return {
      code: `Rot(Z=${halved(open)}) * (${arc(outer)} - ${arc(inner)})`,
      size: [outer, outer, height],
      volume: `pi / 4 * (${powered(outer)} - ${powered(inner)}) * ${height} * (1 - ${open} / 360)`,
      openings: '0',
      outline: { kind: 'circle', diameter: outer, bore: inner },
      loose: ['x', 'y'],
    }
  }
  if (inner && gap)
    return {
      code: `${solid} - Cylinder(${halved(inner)}, ${height}, align=floor) - Box(${outer}, ${gap}, ${height}, align=(Align.MIN, Align.CENTER, Align.MIN))`,
      size: [outer, outer, height],
      volume: `(pi / 4 * (${powered(outer)} - ${powered(inner)}) - ${slitLoss(outer, inner, gap)}) * ${height}`,
      openings: '0',
      outline: { kind: 'circle', diameter: outer, bore: inner },
      loose: ['x'],
    }
  return {
    code: inner ? `${solid} - Cylinder(${halved(inner)}, ${height}, align=floor)` : solid,
    size: [outer, outer, height],
    volume: inner
      ? `pi / 4 * (${powered(outer)} - ${powered(inner)}) * ${height}`
      : `pi / 4 * ${powered(outer)} * ${height}`,
    openings: inner ? '1' : '0',
    outline: { kind: 'circle', diameter: outer, ...(inner ? { bore: inner } : {}) },
    section: {
      area: () => (inner ? `pi / 4 * (${powered(outer)} - ${powered(inner)})` : `pi / 4 * ${powered(outer)}`),
      widest: '0',
      across: () => outer,
    },
  }
}

export const halved = (formula: string): string => (/^[\w.]+$/.test(formula) ? `${formula} / 2` : `(${formula}) / 2`)
export const powered = (formula: string): string => (/^[\w.]+$/.test(formula) ? `${formula}**2` : `(${formula})**2`)
