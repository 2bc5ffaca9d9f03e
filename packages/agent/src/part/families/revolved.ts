import type { PartPiece } from '@hewn/model'
import type { Family, Form, Settling, Sizes } from '../kinds.ts'
import { around, closes, cornersIn, polygonOf, spanOf, VERTEX } from './corner-points.ts'
import { drawn, PROFILE, profilesOf, settleProfiles, shapeOf } from './drawn-profile.ts'
import { halved } from './round.ts'

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
  parts: { profile: PROFILE, vertex: VERTEX },
  repeats: ['vertex'],
  settle(sizes) {
    if (sizes.pieces('vertex').length > 2) {
      byCorners(sizes)
      return
    }
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
  const corners = cornersIn(pieces)
  if (corners.length > 2) return turnedOutline(corners, angle, has)
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

/** An outline told by its corners, x being how far they are from the axis. */
function byCorners(sizes: Settling): void {
  closes(sizes)
  const far = sizes.pieces('vertex').map((one) => one.value('x'))
  if (Math.min(...far) < 0)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      'The outline lies on both sides of the axis it is turned about; x has to be 0 or more.',
    )
  if (sizes.has('offset'))
    sizes.refuse(
      'AGENT_CONTRADICTION',
      'The corners tell how far the outline is from the axis, and a distance was said as well.',
    )
  if (!sizes.has('angle')) sizes.assume('angle', 360, 'no angle was said')
  if (sizes.value('angle') === 360) sizes.mark('whole')
  if (sizes.value('angle') === 360 && Math.min(...far) > 0) sizes.mark('ring')
}

function turnedOutline(
  corners: readonly (readonly [string, string])[],
  angle: string,
  has: (flag: string) => boolean,
): Form {
  const [x, y] = [spanOf(corners.map(([one]) => one)), spanOf(corners.map(([, one]) => one))]
  return {
    code: `Pos(0, 0, -${y.low}) * revolve(Plane.XZ * ${polygonOf(corners, ', align=None')}, Axis.Z, ${angle})`,
    size: [`2 * ${x.high}`, `2 * ${x.high}`, `(${y.high} - ${y.low})`],
    volume: `pi / 3 * ${around(corners, (from, to) => `(${from} + ${to}) * `)} * ${angle} / 360`,
    ...(has('whole') ? { openings: has('ring') ? '1' : '0' } : { openings: '0' }),
    outline: { kind: 'other' },
    ...(has('whole') ? {} : { loose: ['x', 'y'] }),
  }
}
