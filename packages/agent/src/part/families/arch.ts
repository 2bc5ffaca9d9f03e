import type { Family, Settling } from '../kinds.ts'
import { drawn, PROFILE, profilesOf, settleProfiles, shapeOf } from './drawn-profile.ts'
import { halved } from './round.ts'

/** A part of a ring: a section carried around an axis. */
export const arch: Family = {
  key: 'arch',
  nouns:
    'half ring, half-ring, half ring arch, arch, semicircular ring, ring segment, ring sector, arc segment, curved bar, arched bar, c ring, quarter ring, half circle ring, semi ring, half hoop',
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
    round: { label: 'Section diameter', accepts: 'section', say: '# round section', name: 'section_diameter' },
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
    if (sizes.noun.startsWith('quarter') && !sizes.has('angle')) sizes.derive('angle', '90')
    if (sizes.has('round')) for (const slot of ['width', 'height']) sizes.derive(slot, sizes.formula('round'))
    if (profile) {
      ringOf(sizes, profile)
      settleProfiles([profile])
    }
    if (profile?.has('width') && !sizes.has('width')) sizes.derive('width', profile.formula('width'))
    if (profile?.has('height') && !sizes.has('height')) sizes.derive('height', profile.formula('height'))
    if (way?.has('diameter') && !sizes.has('middle')) sizes.derive('middle', way.formula('diameter'))
    for (const side of ['inner', 'outer'] as const)
      if (way?.has(side) && !sizes.has(side)) sizes.derive(side, way.formula(side))
    // `half ring 50 inside, 60 outside, 20 wide`: both diameters tell its section, so it is as wide along its axis.
    if (!profile && sizes.has('inner') && sizes.has('outer') && sizes.has('width') && !sizes.has('height')) {
      const across = (sizes.value('outer') - sizes.value('inner')) / 2
      if (Math.abs(across - sizes.value('width')) > 0.02) sizes.move('width', 'height')
    }
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
  form({ width = '0', height = width, middle = '0', angle, round }, _has, pieces) {
    const profile = profilesOf(pieces)[0]
    const section = round
      ? drawn({ kind: 'profile', label: 'round section', sizes: { diameter: round }, flags: [] })
      : profile && shapeOf(profile.label) === 'circle'
        ? drawn(profile)
        : undefined
    const flat = section ?? {
      code: `Rectangle(${width}, ${height})`,
      across: width,
      up: height,
      area: `${width} * ${height}`,
    }
    const turn = angle ?? '180'
    const outer = `(${middle} + ${flat.across})`
    return {
      code: `Pos(0, 0, ${halved(flat.up)}) * revolve(Plane.XZ * Pos(${halved(middle)}, 0) * ${flat.code}, Axis.Z, ${turn})`,
      size: turn === '90' ? [halved(outer), halved(outer), flat.up] : [outer, halved(outer), flat.up],
      volume: `${flat.area} * pi * ${middle} * ${turn} / 360`,
      openings: '0',
      outline: { kind: 'other' },
      ...(angle && angle !== '90' ? { loose: ['x', 'y'] as ('x' | 'y')[] } : {}),
    }
  },
}

/** `half ring, 12 x 12 square section, centreline radius 40`: what is said behind the section, which has its sizes, is of the ring. */
function ringOf(sizes: Settling, profile: Settling): void {
  if (!profile.has('width') || !profile.has('diameter')) return
  const slot = profile.called('diameter')?.startsWith('outer') ? 'outer' : 'middle'
  if (!sizes.has(slot)) sizes.derive(slot, profile.formula('diameter'))
  profile.move('diameter', 'ring')
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
