import { bracketed } from '../formula.ts'
import type { Family, Form, Kind, Settling } from '../kinds.ts'
import { halved, powered } from './round.ts'
import { ballSection, DIAMETER, HEIGHT, need } from './solid-slots.ts'

// A ball, and what is round all over.

/** How wide a ball is where it stands. */
const flatbase: Kind = {
  key: 'flatbase',
  nouns: 'flat base, flat bottom, flat foot, flat underside, flat, flat spot',
  slots: {
    diameter: { label: 'Flat base', accepts: 'diameter width bottom-width radius*2', say: '# flat base' },
    depth: { label: 'Flat base depth', accepts: 'depth height', say: '# deep', name: 'depth' },
  },
  bare: ['diameter'],
}

export const sphere: Family = {
  key: 'sphere',
  nouns:
    'sphere, ball, globe, orb, hollow sphere, hollow ball, solid sphere, solid ball, truncated sphere, truncated ball',
  slots: {
    diameter: DIAMETER,
    wall: { label: 'Wall', accepts: 'wall thickness', say: '# wall' },
    inner: { label: 'Inside diameter', accepts: 'inner inner-radius*2', say: '# inside', name: 'inside_diameter' },
    cut: { label: 'Cut at', accepts: 'clear', say: 'cut # above its centre' },
    foot: { label: 'Cut below the centre at', accepts: '', say: 'cut # below its centre' },
  },
  bare: ['diameter'],
  flags: 'hollow',
  parts: { above: planeAt('above', 'plane above centre'), below: planeAt('below', 'plane below centre'), flatbase },
  settle(sizes) {
    need(sizes, 'diameter', ['20 mm diameter', '40 mm diameter'])
    settleCuts(sizes)
    if (sizes.has('inner') && sizes.value('inner') >= sizes.value('diameter'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `An inside of ${sizes.value('inner')} mm does not fit into a ball of ${sizes.value('diameter')} mm.`,
      )
    else if (sizes.has('inner') && sizes.has('wall')) {
      if (Math.abs(sizes.value('diameter') - 2 * sizes.value('wall') - sizes.value('inner')) > 0.01)
        sizes.refuse(
          'AGENT_CONTRADICTION',
          `Walls of ${sizes.value('wall')} mm do not leave ${sizes.value('inner')} mm inside.`,
        )
      sizes.spend('inner')
    } else if (sizes.has('inner'))
      sizes.derive('wall', `(${sizes.formula('diameter')} - ${sizes.formula('inner')}) / 2`)
    if (sizes.has('wall') && 2 * sizes.value('wall') >= sizes.value('diameter'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Walls of ${sizes.value('wall')} mm leave nothing inside ${sizes.value('diameter')} mm; less than ${sizes.value('diameter') / 2} mm works.`,
      )
  },
  form({ diameter = '0', wall, cut, foot }) {
    const up = (what: string) => `Pos(0, 0, ${halved(diameter)}) * ${what}`
    if (cut || foot) return zone(diameter, cut ?? halved(diameter), foot ?? halved(diameter))
    return {
      code: wall
        ? `${up(`(Sphere(${halved(diameter)}) - Sphere(${halved(diameter)} - ${wall}))`)}`
        : up(`Sphere(${halved(diameter)})`),
      size: [diameter, diameter, diameter],
      volume: wall ? `pi / 6 * (${diameter}**3 - (${diameter} - 2 * ${wall})**3)` : `pi / 6 * ${diameter}**3`,
      ...(wall ? {} : { openings: '0' }),
      outline: { kind: 'other' },
      ball: diameter,
      ...(wall ? {} : { section: ballSection(diameter, '0', halved(diameter)) }),
    }
  },
}

/** `cut by the plane z = 18 mm; keep the lower part`: so far from its centre, and no further than its middle. */
function planeAt(key: string, nouns: string): Kind {
  return {
    key,
    nouns,
    slots: { at: { label: `Cut ${key} the centre at`, accepts: 'height offset', say: '#' } },
    bare: ['at'],
  }
}

function settleCuts(sizes: Settling): void {
  const [above, below, base] = ['above', 'below', 'flatbase'].map((key) => sizes.part(key))
  if (above?.has('at')) sizes.derive('cut', above.formula('at'))
  if (below?.has('at')) sizes.derive('foot', below.formula('at'))
  if (base?.has('depth')) sizes.derive('foot', `${halved(sizes.formula('diameter'))} - ${base.formula('depth')}`)
  else if (base?.has('diameter')) {
    if (base.value('diameter') >= sizes.value('diameter'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A ball of ${sizes.value('diameter')} mm is nowhere ${base.value('diameter')} mm wide and flat.`,
      )
    const [whole, wide] = [powered(sizes.formula('diameter')), powered(base.formula('diameter'))]
    sizes.derive('foot', `sqrt(${whole} - ${wide}) / 2`)
  } else if (base)
    sizes.refuse('AGENT_NEEDS_ANSWER', `How wide is the flat under the ${sizes.noun}?`, [
      'flat base 10 mm diameter',
      'flat base 20 mm diameter',
    ])
  for (const slot of ['cut', 'foot'])
    if (sizes.has(slot) && 2 * sizes.value(slot) >= sizes.value('diameter'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A plane ${sizes.value(slot)} mm from its centre does not meet a ball of ${sizes.value('diameter')} mm.`,
      )
  if (sizes.has('wall') && (sizes.has('cut') || sizes.has('foot')))
    sizes.refuse('AGENT_UNSUPPORTED', `A hollow ${sizes.noun} is not cut flat here; a hemisphere may be hollow.`)
}

/** What is left of a ball from so far below its centre to so far above it. */
function zone(diameter: string, above: string, below: string): Form {
  const high = `(${below} + ${above})`
  return {
    code: `Pos(0, 0, ${below}) * Sphere(${halved(diameter)}) & Box(${diameter}, ${diameter}, ${high}, align=floor)`,
    size: [diameter, diameter, high],
    volume: `pi * (${powered(diameter)} / 4 * ${high} - (${bracketed(above)}**3 + ${bracketed(below)}**3) / 3)`,
    openings: '0',
    outline: { kind: 'other' },
    ball: diameter,
  }
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
      nouns: 'base, flat base, base circle, flat side, flat face, the flat',
      slots: { diameter: { label: 'Base diameter', accepts: 'diameter width radius*2', say: '#' } },
      bare: ['diameter'],
      faces: ['bottom'],
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
          ...(wall || has('bowl') ? {} : { section: ballSection(diameter, halved(diameter), '0') }),
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

export const ellipsoid: Family = {
  key: 'ellipsoid',
  nouns: 'ellipsoid, egg, egg shape, spheroid, oblate spheroid, prolate spheroid, solid ellipsoid',
  slots: {
    length: { label: 'Length', accepts: 'length x major-radius*2 radius*2', say: '# long' },
    width: { label: 'Width', accepts: 'width y diameter minor-radius*2 radius*2', say: '# wide' },
    height: { label: 'Height', accepts: 'height z thickness depth radius*2', say: '# high' },
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
