import type { Family, Form, Settling } from '../kinds.ts'
import { halved, powered, RING_SECTION } from './round.ts'

// The simple solids.

const DIAMETER = { label: 'Diameter', accepts: 'diameter outer radius*2 outer-radius*2', say: '# diameter' }
const HEIGHT = { label: 'Height', accepts: 'height length overall thickness depth', say: '# high' }
const need = (sizes: Settling, slot: string, choices: string[]): void => {
  if (!sizes.has(slot)) sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be?`, choices)
}

export const sphere: Family = {
  key: 'sphere',
  nouns: 'sphere, ball, globe, orb, hollow sphere, hollow ball, solid sphere, solid ball',
  slots: {
    diameter: DIAMETER,
    wall: { label: 'Wall', accepts: 'wall thickness', say: '# wall' },
    cut: { label: 'Cut at', accepts: 'clear', say: 'cut #' },
    flat: { label: 'Cut off below', accepts: '', say: '', name: 'cut_off' },
  },
  bare: ['diameter'],
  flags: 'hollow half',
  parts: {
    flat: {
      key: 'flat',
      nouns: 'flat foot',
      slots: { height: { label: 'Cut off below', accepts: 'height', say: '#' } },
      bare: ['height'],
    },
  },
  settle(sizes) {
    need(sizes, 'diameter', ['20 mm diameter', '40 mm diameter'])
    const foot = sizes.part('flat')
    if (foot?.has('height')) sizes.derive('flat', foot.formula('height'))
    if (sizes.has('flat') && sizes.value('flat') >= sizes.value('diameter'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Nothing is left of ${sizes.value('diameter')} mm without ${sizes.value('flat')} mm.`,
      )
    if (sizes.has('flat') && (sizes.has('wall') || sizes.has('cut')))
      sizes.refuse('AGENT_UNSUPPORTED', 'A ball that is hollow, or cut elsewhere, is not cut flat below as well here.')
    if (sizes.has('wall') && 2 * sizes.value('wall') >= sizes.value('diameter'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Walls of ${sizes.value('wall')} mm leave nothing inside ${sizes.value('diameter')} mm; less than ${sizes.value('diameter') / 2} mm works.`,
      )
  },
  form({ diameter = '0', wall, cut, flat }) {
    const up = (what: string) => `Pos(0, 0, ${halved(diameter)}) * ${what}`
    if (flat) {
      const height = `(${diameter} - ${flat})`
      return {
        code: `Pos(0, 0, ${halved(diameter)} - ${flat}) * Sphere(${halved(diameter)}) & Box(${diameter}, ${diameter}, ${height}, align=floor)`,
        size: [diameter, diameter, height],
        volume: `pi * ${height}**2 * (${diameter} * 3 / 2 - ${height}) / 3`,
        openings: '0',
        outline: { kind: 'other' },
        // Cut above its middle, it is as wide as where it was cut.
        loose: ['x', 'y'],
      }
    }
    if (cut) {
      const height = `(${halved(diameter)} + ${cut})`
      return {
        code: `${up(`Sphere(${halved(diameter)})`)} & Box(${diameter}, ${diameter}, ${halved(diameter)} + ${cut}, align=floor)`,
        size: [diameter, diameter, height],
        volume: `pi * ${height}**2 * (${diameter} * 3 / 2 - ${height}) / 3`,
        openings: '0',
        outline: { kind: 'other' },
      }
    }
    return {
      code: wall
        ? `${up(`(Sphere(${halved(diameter)}) - Sphere(${halved(diameter)} - ${wall}))`)}`
        : up(`Sphere(${halved(diameter)})`),
      size: [diameter, diameter, diameter],
      volume: wall ? `pi / 6 * (${diameter}**3 - (${diameter} - 2 * ${wall})**3)` : `pi / 6 * ${diameter}**3`,
      ...(wall ? {} : { openings: '0' }),
      outline: { kind: 'other' },
      ball: diameter,
    }
  },
}

export const hemisphere: Family = {
  key: 'hemisphere',
  nouns: `hemisphere, low dome, shallow dome, spherical cap, half sphere, dome, half ball, solid hemisphere, half-sphere, hollow dome, dome shell, hemispherical shell, hollow hemisphere, hemispherical dome, hemispherical cap, half sphere shell, half spherical shell, half ball shell, half-ball shell, hollow half ball, ball half,
    hollow half sphere, spherical dome, hemisphere shell, hemispherical bowl, half ball bowl, half sphere bowl, spherical bowl, round bowl, bowl`,
  slots: {
    diameter: { ...DIAMETER, accepts: `${DIAMETER.accepts} bottom-width` },
    inner: { label: 'Inside diameter', accepts: 'inner inner-radius*2', say: '# inside', name: 'inside_diameter' },
    height: { label: 'Height', accepts: 'height depth overall', say: '# high' },
    wall: { label: 'Wall', accepts: 'wall thickness', say: '# wall' },
  },
  bare: ['diameter'],
  flags: 'hollow',
  parts: {
    ball: {
      key: 'ball',
      nouns: 'parent ball',
      slots: { diameter: { label: 'Ball', accepts: 'diameter radius*2', say: '# diameter' } },
      bare: ['diameter'],
    },
    base: {
      key: 'base',
      nouns: 'base, flat base, base circle, flat side, flat face',
      slots: { diameter: { label: 'Base diameter', accepts: 'diameter width radius*2', say: '#' } },
      bare: ['diameter'],
    },
  },
  settle(sizes) {
    if (/bowl/.test(sizes.noun)) sizes.mark('bowl')
    const base = sizes.part('base')
    if (base?.has('diameter') && !sizes.has('diameter')) sizes.derive('diameter', base.formula('diameter'))
    // `a cap 15 mm high cut from a 60 mm ball`: as wide as the ball is there.
    const ball = sizes.part('ball')
    if (ball?.has('diameter') && sizes.has('height') && !sizes.has('diameter')) {
      const [high, whole] = [sizes.formula('height'), ball.formula('diameter')]
      if (2 * sizes.value('height') > ball.value('diameter'))
        sizes.refuse(
          'AGENT_UNSUPPORTED',
          `More than half of a ball is a ball cut flat: say “ball ${ball.value('diameter')} mm, … mm cut off the bottom”.`,
        )
      else sizes.derive('diameter', `2 * sqrt(${high} * (${whole} - ${high}))`)
    }
    if (!sizes.has('diameter') && sizes.has('inner') && sizes.has('wall'))
      sizes.derive('diameter', `${sizes.formula('inner')} + 2 * ${sizes.formula('wall')}`)
    if (!sizes.has('diameter') && sizes.has('height')) sizes.derive('diameter', `2 * ${sizes.formula('height')}`)
    need(sizes, 'diameter', ['20 mm diameter', '40 mm diameter'])
    if (sizes.has('height') && Math.abs(2 * sizes.value('height') - sizes.value('diameter')) > 1e-6) {
      if (2 * sizes.value('height') > sizes.value('diameter') || sizes.has('wall') || sizes.has('inner'))
        sizes.refuse(
          'AGENT_IMPOSSIBLE',
          `A solid dome on ${sizes.value('diameter')} mm is at most ${sizes.value('diameter') / 2} mm high.`,
        )
      sizes.mark('low')
    }
    if (!sizes.has('wall') && sizes.has('inner'))
      sizes.derive('wall', `(${sizes.formula('diameter')} - ${sizes.formula('inner')}) / 2`)
    if (!sizes.has('wall') && (sizes.flag('hollow') || /hollow|shell|bowl/.test(sizes.noun)))
      sizes.assume('wall', 2, 'hollow, and no wall was said')
    if (sizes.has('wall') && 2 * sizes.value('wall') >= sizes.value('diameter'))
      sizes.refuse('AGENT_IMPOSSIBLE', `Walls of ${sizes.value('wall')} mm leave nothing inside.`)
  },
  form: ({ diameter = '0', wall, height = '0' }, has) =>
    has('low')
      ? lowDome(diameter, height)
      : {
          code: `${has('bowl') ? `Pos(0, 0, ${halved(diameter)}) * Rot(180, 0, 0) * (` : ''}${wall ? `(Sphere(${halved(diameter)}) - Sphere(${halved(diameter)} - ${wall}))` : `Sphere(${halved(diameter)})`} & Box(${diameter}, ${diameter}, ${diameter}, align=floor)${has('bowl') ? ')' : ''}`,
          size: [diameter, diameter, halved(diameter)],
          volume: `pi / 12 * (${diameter}**3${wall ? ` - (${diameter} - 2 * ${wall})**3` : ''})`,
          openings: '0',
          outline: { kind: 'other' },
        },
}

/** The top of a ball: less than half of it. */
function lowDome(diameter: string, height: string): Form {
  const radius = `((${diameter}**2 / 4 + ${height}**2) / (2 * ${height}))`
  return {
    code: `Pos(0, 0, ${height} - ${radius}) * Sphere(${radius}) & Box(${diameter}, ${diameter}, ${height}, align=floor)`,
    size: [diameter, diameter, height],
    volume: `pi * ${height} * (3 * ${diameter}**2 / 4 + ${height}**2) / 6`,
    openings: '0',
    outline: { kind: 'other' },
  }
}

export const cone: Family = {
  key: 'cone',
  nouns:
    'cone, taper, truncated cone, frustum, conical frustum, tapered cylinder, tapered pin, tapered rod, taper pin, conical plug, tapered plug, cone frustum, tapered peg, conical spacer, conical part, conical tip, conical end, conical point, conical nose, conical roof, conical cap, conical top, conical head, tapered tip, tapered nose, tapered section',
  slots: {
    base: {
      label: 'Base diameter',
      accepts: 'bottom-width diameter outer radius*2',
      say: '# base diameter',
      name: 'base_diameter',
    },
    top: { label: 'Top diameter', accepts: 'top-width diameter radius*2', say: '# top diameter', name: 'top_diameter' },
    height: HEIGHT,
    ratio: { label: 'Taper', accepts: 'ratio', unit: 'count', say: 'taper ratio #', name: 'taper' },
  },
  bare: ['base', 'top', 'height'],
  chains: { 2: ['base', 'height'], 3: ['base', 'top', 'height'] },
  settle(sizes) {
    if (sizes.has('base') && sizes.has('top') && !sizes.has('height') && sizes.noun === 'cone')
      sizes.move('top', 'height')
    need(sizes, 'base', ['40 mm base diameter, 60 mm high'])
    if (!sizes.has('height') && sizes.has('base')) sizes.assume('height', sizes.value('base'), 'no height was said')
    // `1:50`: so much narrower over so much length.
    if (sizes.has('ratio') && !sizes.has('top'))
      sizes.derive('top', `${sizes.formula('base')} - ${sizes.formula('height')} / ${sizes.formula('ratio')}`)
    else if (sizes.has('ratio')) {
      const meant = (sizes.value('base') - sizes.value('top')) * sizes.value('ratio')
      if (Math.abs(meant - sizes.value('height')) > 0.05)
        sizes.refuse(
          'AGENT_CONTRADICTION',
          `With a taper of 1:${sizes.value('ratio')}, ${sizes.value('base')} mm comes down to ${sizes.value('top')} mm over ${meant} mm, and ${sizes.value('height')} mm was said.`,
        )
      else sizes.spend('ratio')
    }
  },
  form: ({ base = '0', top, height = '0' }) => ({
    code: `Cone(${halved(base)}, ${top ? halved(top) : '0'}, ${height}, align=floor)`,
    size: [top ? `max(${base}, ${top})` : base, top ? `max(${base}, ${top})` : base, height],
    volume: top
      ? `pi / 12 * (${powered(base)} + ${base} * ${top} + ${powered(top)}) * ${height}`
      : `pi / 12 * ${powered(base)} * ${height}`,
    openings: '0',
    outline: { kind: 'circle', diameter: top ? `min(${base}, ${top})` : base },
  }),
}

export const torus: Family = {
  key: 'torus',
  nouns:
    'torus, torus ring, donut, doughnut, ring tube, hollow ring tube, toroid, round ring, o-ring, o ring, oring, tube ring, ring pipe, rod ring',
  slots: {
    outer: {
      label: 'Overall diameter',
      accepts: 'outer overall diameter outer-radius*2',
      say: '# outside diameter',
      name: 'overall_diameter',
      not: 'middle',
    },
    middle: {
      label: 'Ring diameter',
      accepts: 'pcd reference hub centres major-radius*2 radius*2',
      say: '# pitch circle',
      name: 'ring_diameter',
    },
    inner: {
      label: 'Inside diameter',
      accepts: 'inner inner-radius*2',
      say: '# inside diameter',
      name: 'inside_diameter',
    },
    section: {
      label: 'Section diameter',
      accepts: 'section minor-radius*2 thickness width',
      say: '# section',
      name: 'section_diameter',
    },
    wall: { label: 'Wall', accepts: 'wall', say: '# wall' },
  },
  bare: ['outer', 'section'],
  parts: {
    tube: {
      key: 'tube',
      nouns: 'tube, pipe',
      slots: {
        section: {
          label: 'Section diameter',
          accepts: 'diameter outer radius*2 section thickness',
          say: 'tube # diameter',
        },
      },
      bare: ['section'],
    },
    ringsection: RING_SECTION,
    cylinder: {
      key: 'tube',
      nouns: 'rod',
      slots: {
        section: {
          label: 'Section diameter',
          accepts: 'diameter outer radius*2 section thickness',
          say: 'tube # diameter',
        },
      },
      bare: ['section'],
    },
  },
  chains: { 2: ['outer', 'section'] },
  flags: 'hollow',
  settle(sizes) {
    const tube = sizes.part('tube')
    // `O-ring 20 x 2.5` begins with its inside.
    if (/^o ?ring/.test(sizes.noun) && sizes.byTurn('outer') && !sizes.has('inner')) sizes.move('outer', 'inner')
    if (!sizes.has('section') && tube?.has('section')) sizes.derive('section', tube.formula('section'))
    if (!sizes.has('section') && sizes.has('inner') && sizes.has('outer'))
      sizes.derive('section', `(${sizes.formula('outer')} - ${sizes.formula('inner')}) / 2`)
    if (!sizes.has('section')) sizes.assume('section', 10, 'no section was said')
    if (!sizes.has('middle') && sizes.has('outer'))
      sizes.derive('middle', `${sizes.formula('outer')} - ${sizes.formula('section')}`)
    if (!sizes.has('middle') && sizes.has('inner'))
      sizes.derive('middle', `${sizes.formula('inner')} + ${sizes.formula('section')}`)
    need(sizes, 'middle', ['60 mm overall diameter, 10 mm section'])
    if (sizes.has('middle') && sizes.value('middle') <= sizes.value('section'))
      sizes.refuse('AGENT_IMPOSSIBLE', 'The ring would close in its own middle: its section is as wide as its radius.')
  },
  form({ middle = '0', section = '0', wall }) {
    const ring = (thick: string) => `Torus((${middle}) / 2, ${thick})`
    const wide = `${middle} + ${section}`
    return {
      code: `Pos(0, 0, ${halved(section)}) * ${wall ? `(${ring(halved(section))} - ${ring(`(${section}) / 2 - ${wall}`)})` : ring(halved(section))}`,
      size: [wide, wide, section],
      volume: wall
        ? `2 * pi**2 * (${middle}) / 2 * (((${section}) / 2)**2 - ((${section}) / 2 - ${wall})**2)`
        : `2 * pi**2 * (${middle}) / 2 * ((${section}) / 2)**2`,
      ...(wall ? {} : { openings: '1' }),
      outline: { kind: 'other' },
    }
  },
}

export const pyramid: Family = {
  key: 'pyramid',
  nouns:
    'pyramid, square pyramid, rectangular pyramid, truncated pyramid, truncated square pyramid, truncated rectangular pyramid, pyramid frustum, square frustum, pyramidal frustum, rectangular frustum, truncated square, frustum of a pyramid, hexagonal pyramid, hex pyramid, six-sided pyramid, six sided pyramid',
  slots: {
    flats: { label: 'Across flats', accepts: 'flats', say: '# across flats', name: 'across_flats' },
    length: { label: 'Base length', accepts: 'length side bottom-width x', say: '# long', name: 'base' },
    width: { label: 'Base width', accepts: 'width y bottom-width', say: '# wide' },
    top: { label: 'Top', accepts: 'top-width', say: '# at the top', name: 'top_length' },
    topWide: { label: 'Top width', accepts: 'top-width', say: 'by #', name: 'top_width' },
    height: HEIGHT,
    off: { label: 'Cut off the top', accepts: 'clear', say: 'with # cut off the top', name: 'cut_off' },
  },
  bare: ['length', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  flags: 'square hexagonal',
  parts: {
    block: {
      key: 'base',
      nouns: 'base, body',
      slots: {
        length: { label: 'Base', accepts: 'length side width', say: 'base #' },
        width: { label: 'Base width', accepts: 'width y' },
      },
      bare: ['length'],
      chains: { 2: ['length', 'width'] },
    },
  },
  settle(sizes) {
    const base = sizes.part('base')
    if (base?.has('length') && !sizes.has('length')) sizes.derive('length', base.formula('length'))
    if (base?.has('width') && !sizes.has('width')) sizes.derive('width', base.formula('width'))
    if (/hex|six/.test(sizes.noun) || sizes.flag('hexagonal') || sizes.has('flats')) {
      sixSided(sizes)
      return
    }
    need(sizes, 'length', ['40 mm base, 50 mm high'])
    if (!sizes.has('width')) sizes.derive('width', sizes.formula('length'))
    if (!sizes.has('height')) sizes.assume('height', sizes.value('length'), 'no height was said')
    if (sizes.has('off') && !sizes.has('top')) {
      if (sizes.value('off') >= sizes.value('height'))
        sizes.refuse(
          'AGENT_IMPOSSIBLE',
          `Of ${sizes.value('height')} mm there is nothing left without ${sizes.value('off')} mm.`,
        )
      sizes.derive('top', `${sizes.formula('length')} * ${sizes.formula('off')} / ${sizes.formula('height')}`)
      sizes.derive('rest', `${sizes.formula('height')} - ${sizes.formula('off')}`)
    }
    if (!sizes.has('top') && /truncated|frust/.test(sizes.noun))
      sizes.assume('top', sizes.value('length') / 2, 'truncated, and no size of the top was said')
  },
  form: ({ length = '0', width = '0', height: whole = '0', rest, top, topWide, flats }) => {
    if (flats)
      return {
        before: [`tip = Vertex(0, 0, ${whole})`],
        code: `loft([RegularPolygon(${halved(flats)}, 6, major_radius=False), tip])`,
        size: [`2 * ${flats} / sqrt(3)`, flats, whole],
        volume: `sqrt(3) / 6 * ${powered(flats)} * ${whole}`,
        openings: '0',
        outline: { kind: 'other' },
      }
    const height = rest ? `(${rest})` : whole
    if (top && topWide) return blend(length, width, top, topWide, height)
    if (top) return frustum(length, width, `(${top})`, height)
    return {
      before: [`tip = Vertex(0, 0, ${height})`],
      code: `loft([Rectangle(${length}, ${width}), tip])`,
      size: [length, width, height],
      volume: `${length} * ${width} * ${height} / 3`,
      openings: '0',
      outline: { kind: 'other' },
    }
  },
}

/** On a hexagon: across its flats, or with sides so long. */
function sixSided(sizes: Settling): void {
  if (sizes.has('length') && !sizes.has('flats')) sizes.derive('flats', `${sizes.formula('length')} * sqrt(3)`)
  if (['top', 'off', 'width'].some((slot) => sizes.has(slot)))
    sizes.refuse('AGENT_UNSUPPORTED', 'A pyramid on a hexagon is made with its tip here.', [
      '30 mm across flats, 50 mm high',
    ])
  need(sizes, 'flats', ['30 mm across flats, 50 mm high'])
  if (!sizes.has('height') && sizes.has('flats')) sizes.assume('height', sizes.value('flats'), 'no height was said')
}

/** Its top is as the base, only smaller. */
function frustum(length: string, width: string, top: string, height: string): Form {
  const part = `(${top} / ${length})`
  return {
    code: `loft([Rectangle(${length}, ${width}), Pos(0, 0, ${height}) * Rectangle(${top}, ${width} * ${part})])`,
    size: [`max(${length}, ${top})`, `${width} * max(1, ${part})`, height],
    volume: `${length} * ${width} * ${height} / 3 * (1 + ${part} + ${part}**2)`,
    openings: '0',
    outline: { kind: 'other' },
    faces: { top: { at: ['0', '0', height], size: [top, `${width} * ${part}`] } },
  }
}

/** Both sides of its top are known: it need not be as the base. */
function blend(length: string, width: string, top: string, topWide: string, height: string): Form {
  return {
    code: `loft([Rectangle(${length}, ${width}), Pos(0, 0, ${height}) * Rectangle(${top}, ${topWide})], ruled=True)`,
    size: [`max(${length}, ${top})`, `max(${width}, ${topWide})`, height],
    volume: `${height} / 6 * (${length} * ${width} + ${top} * ${topWide} + (${length} + ${top}) * (${width} + ${topWide}))`,
    openings: '0',
    outline: { kind: 'other' },
    faces: { top: { at: ['0', '0', height], size: [top, topWide] } },
  }
}

export const ellipsoid: Family = {
  key: 'ellipsoid',
  nouns: 'ellipsoid, egg, egg shape, spheroid, oblate spheroid, prolate spheroid, solid ellipsoid',
  slots: {
    length: { label: 'Length', accepts: 'length x major-radius*2', say: '# long' },
    width: { label: 'Width', accepts: 'width y diameter minor-radius*2', say: '# wide' },
    height: { label: 'Height', accepts: 'height z thickness depth', say: '# high' },
  },
  bare: ['length', 'width', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  settle(sizes) {
    if (!sizes.has('length') && sizes.has('height')) sizes.move('height', 'length')
    need(sizes, 'length', ['60 x 40 x 30 mm'])
    if (!sizes.has('width')) sizes.refuse('AGENT_NEEDS_ANSWER', 'How wide is it?', ['30 mm wide', '40 mm wide'])
    else if (!sizes.has('height')) sizes.derive('height', sizes.formula('width'))
  },
  form: ({ length = '0', width = '0', height = '0' }) => ({
    code: `Pos(0, 0, ${halved(height)}) * scale(Sphere(0.5), by=(${length}, ${width}, ${height}))`,
    size: [length, width, height],
    volume: `pi / 6 * ${length} * ${width} * ${height}`,
    openings: '0',
    outline: { kind: 'other' },
  }),
}

export const tetrahedron: Family = {
  key: 'tetrahedron',
  nouns: 'tetrahedron, regular tetrahedron, triangular pyramid',
  slots: { side: { label: 'Edge', accepts: 'side length', say: '# sides', name: 'edge' } },
  bare: ['side'],
  settle: (sizes) => need(sizes, 'side', ['20 mm edges']),
  form({ side = '0' }) {
    const up = `${side} * sqrt(2 / 3)`
    return {
      code: `loft([Triangle(a=${side}, b=${side}, c=${side}), Vertex(0, ${side} * (sqrt(3) / 6 - sqrt(3) / 4), ${up})])`,
      size: [side, `${side} * sqrt(3) / 2`, up],
      volume: `${side}**3 / (6 * sqrt(2))`,
      openings: '0',
      outline: { kind: 'other' },
      loose: ['x', 'y'],
    }
  },
}

export const wedge: Family = {
  key: 'wedge',
  nouns:
    'wedge, ramp, door wedge, doorstop, door stop, chock, ramp block, wedge block, triangular wedge block, right-angled wedge',
  slots: {
    length: { label: 'Length', accepts: 'length x', say: '# long' },
    width: { label: 'Width', accepts: 'width y depth', say: '# wide' },
    height: { label: 'Height', accepts: 'height thickness z bottom-width depth', say: '# high' },
    tip: { label: 'Thin end', accepts: 'top-width', say: '# small end', name: 'tip', min: 0 },
    angle: { label: 'Slope', accepts: 'angle taper', unit: 'deg', say: '#' },
  },
  bare: ['length', 'width', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  flags: 'tapered',
  settle(sizes) {
    slope(sizes)
    need(sizes, 'length', ['60 x 30 x 20 mm'])
    if (!sizes.has('width')) sizes.assume('width', 30, 'no width was said')
    if (!sizes.has('height')) sizes.assume('height', 20, 'no height was said')
    if (sizes.has('tip') && sizes.value('tip') > sizes.value('height')) {
      sizes.move('tip', 'spare')
      sizes.move('height', 'tip')
      sizes.move('spare', 'height')
    }
  },
  form: ({ length = '0', width = '0', height = '0', tip }) => ({
    size: [length, width, height],
    volume: `${length} * ${width} * (${height}${tip ? ` + ${tip}` : ''}) / 2`,
    openings: '0',
    outline: { kind: 'other' },
    ...wedgeCode(length, width, height, tip),
  }),
}

/** `30 high, 30 deep, 60 long, 45 degrees`: the slope runs down the side it agrees with, or makes the one that was not said. */
function slope(sizes: Settling): void {
  if (!sizes.has('angle')) return
  const steep = sizes.value('angle')
  const rise = Math.tan((steep * Math.PI) / 180)
  if (steep <= 0 || steep >= 90) {
    sizes.refuse('AGENT_IMPOSSIBLE', `A slope of ${steep}° is none: between 0 and 90° works.`)
    return
  }
  const both = sizes.has('height') && sizes.has('length')
  const agrees = (run: string) => sizes.has(run) && Math.abs(rise * sizes.value(run) - sizes.value('height')) < 0.05
  if (!sizes.has('height') && sizes.has('length'))
    sizes.derive('height', `${sizes.formula('length')} * tan(radians(${sizes.formula('angle')}))`)
  else if (!sizes.has('length') && sizes.has('height'))
    sizes.derive('length', `${sizes.formula('height')} / tan(radians(${sizes.formula('angle')}))`)
  else if (sizes.has('height') && !agrees('length')) {
    const [length, width] = [sizes.formula('length'), sizes.formula('width')]
    if (agrees('width')) {
      sizes.derive('length', width)
      sizes.derive('width', length)
    } else
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `${sizes.value('height')} mm on ${sizes.value('length')} mm is no slope of ${steep}°.`,
        [`${Math.round((Math.atan2(sizes.value('height'), sizes.value('length')) * 1800) / Math.PI) / 10}°`],
      )
  }
  // What the sides say already is no parameter.
  if (both && agrees('length')) sizes.spend('angle')
}

function wedgeCode(length: string, width: string, height: string, tip: string | undefined): { code: string } {
  const end = tip ? `(${halved(length)}, ${tip}), ` : ''
  return {
    code: `extrude(Plane.XZ * Polygon((-${halved(length)}, 0), (${halved(length)}, 0), ${end}(-${halved(length)}, ${height}), align=None), ${halved(width)}, both=True)`,
  }
}

export const capsule: Family = {
  key: 'capsule',
  nouns: 'capsule, pill, pill shape, rounded cylinder',
  // Its ends are what makes it one: said again, they add nothing.
  parts: {
    end: {
      key: 'end',
      nouns: 'hemispherical end, domed end, rounded end, round end, spherical end, half round end',
      slots: {},
    },
  },
  slots: { diameter: DIAMETER, height: { ...HEIGHT, say: '# long', name: 'length' } },
  bare: ['diameter', 'height'],
  chains: { 2: ['diameter', 'height'] },
  settle(sizes) {
    need(sizes, 'diameter', ['20 mm diameter, 60 mm long'])
    if (!sizes.has('height')) sizes.assume('height', sizes.value('diameter') * 3, 'no length was said')
    if (sizes.has('diameter') && sizes.value('height') < sizes.value('diameter'))
      sizes.refuse('AGENT_IMPOSSIBLE', 'A capsule is at least as long as it is wide.')
  },
  form: ({ diameter = '0', height = '0' }) => ({
    code: `Pos(0, 0, ${halved(diameter)}) * (Cylinder(${halved(diameter)}, ${height} - ${diameter}, align=floor) + Sphere(${halved(diameter)}) + Pos(0, 0, ${height} - ${diameter}) * Sphere(${halved(diameter)}))`,
    size: [diameter, diameter, height],
    volume: `pi / 6 * ${diameter}**3 + pi / 4 * ${powered(diameter)} * (${height} - ${diameter})`,
    openings: '0',
    outline: { kind: 'other' },
  }),
}
