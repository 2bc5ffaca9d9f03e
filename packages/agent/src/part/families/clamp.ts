import type { Family, Form } from '../kinds.ts'
import { STRAP } from './rod-parts.ts'
import { halved } from './round.ts'

/** A clip goes right round what it holds, and has one foot to screw it down with. */
const ONE_FOOT = 'one-foot'
const CLIPS = /^(?:p|cable|wire|cord)[ -]cl/

function clip(
  { pipe, width, thickness, foot }: Record<'pipe' | 'width' | 'thickness' | 'foot', string>,
  outer: string,
): Form {
  // Centred with its foot, which lies to the right.
  const at = (z: string) => `Pos(-${halved(foot)}, 0, ${z}) * `
  const low = halved(pipe)
  const round = (radius: string) => `${at(low)}Rot(90, 0, 0) * Cylinder(${radius}, ${width})`
  return {
    code: [
      `((${round(outer)}) & (${at(low)}Box(2 * ${outer}, ${width}, ${outer}, align=floor)))`,
      ` + ${at('0')}Box(2 * ${outer}, ${width}, ${low}, align=floor)`,
      ` + Pos(${outer}, 0, 0) * Box(${foot}, ${width}, ${thickness}, align=floor)`,
      ` - ${round(low)} - ${at('0')}Box(${pipe}, ${width}, ${low}, align=floor)`,
    ].join(''),
    size: [`2 * ${outer} + ${foot}`, width, `${low} + ${outer}`],
    volume: `(pi / 2 * (${outer}**2 - (${low})**2) + 2 * ${thickness} * ${low} + ${foot} * ${thickness}) * ${width}`,
    openings: '0',
    outline: { kind: 'other' },
    arms: { foot: [{ on: 'bottom', along: 'x', at: [outer, '0'], length: foot }] },
    through: { top: thickness, bottom: thickness },
  }
}

export const clamp: Family = {
  key: 'clamp',
  nouns:
    'pipe clamp, saddle clamp, half round clamp, half-round clamp, conduit clip, conduit saddle, cable saddle, pipe saddle clip, pipe saddle clamp, pipe saddle, p clamp, p-clamp, p clip, p-clip, cable clip, wire clip, cord clip, pipe clip, cable clamp, saddle clip, conduit clamp, tube clamp, pipe strap, half clamp, hose clamp saddle',
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
      nouns:
        'foot, feet, ear, ears, tab, tabs, lug, lugs, flange, flanges, mounting tab, mounting ear, mounting lug, fixing tab, fixing ear, fixing lug',
      slots: { length: { label: 'Foot length', accepts: 'length width', say: '# long' } },
      bare: ['length'],
      faces: [],
    },
  },
  spots: 'foot',
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
    if (CLIPS.test(sizes.noun)) sizes.mark(ONE_FOOT)
    // What snaps on, or is glued to a desk, is called so too.
    if (CLIPS.test(sizes.noun) && !['width', 'thickness', 'foot'].some((slot) => sizes.has(slot))) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide and how thick is the ${sizes.noun}, and how long its foot?`, [
        '10 wide, 2 thick, foot 12 long with a 4 mm hole',
      ])
      return
    }
    if (!sizes.has('width')) sizes.assume('width', 20, 'no width of the strap was said')
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness of the strap was said')
    if (!sizes.has('foot')) sizes.assume('foot', 15, 'no length of the feet was said')
  },
  form({ pipe = '0', width = '0', thickness = '0', foot = '0' }, has) {
    const outer = `(${pipe} / 2 + ${thickness})`
    if (has(ONE_FOOT)) return clip({ pipe, width, thickness, foot }, outer)
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
      arms: {
        foot: ['-', ''].map((sign) => ({
          on: 'bottom' as const,
          along: 'x' as const,
          at: [`${sign}(${at})`, '0'] as [string, string],
          length: foot,
        })),
      },
      through: { top: thickness, bottom: thickness },
    }
  },
}
