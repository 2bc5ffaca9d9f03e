import type { Family, Kind } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { BORDER } from './frame.ts'
import { boreFirst, INNER, OUTER, ring, straight, THICKNESS } from './round.ts'

const border: Kind = {
  key: BORDER.key,
  nouns: 'border, rim width, band, rim',
  slots: { width: { label: 'Border', accepts: 'width', say: '# wide' } },
  bare: ['width'],
}
const LYING = { outer: 'length', inner: 'width', height: 'thickness' }

/** What lies between two faces: how wide it is, is its border, and never how thick it lies. */
export const gasket: Family = {
  key: 'gasket',
  nouns:
    'gasket, gasket ring, seal, seal ring, round gasket, ring gasket, rubber gasket, paper gasket, flange gasket, rubber seal',
  slots: {
    outer: OUTER,
    inner: INNER,
    height: { ...THICKNESS, accepts: 'thickness height depth overall' },
    border: { label: 'Border', accepts: 'width wall section', say: '# border' },
    corner: { label: 'Corner radius', accepts: 'corner', say: 'corner radius #' },
  },
  bare: ['outer', 'height', 'inner'],
  chains: { 2: ['outer', 'height'], 3: ['outer', 'inner', 'height'] },
  // `gasket 120 x 80`: nothing flat is as thick as that.
  chainOf: (values) =>
    boreFirst(values) ??
    (values.length === 2 && (values[1] ?? 0) * 4 > (values[0] ?? 0) ? ['outer', 'inner'] : undefined),
  // `gasket 120 x 80, 1.5 thick`: the second is no thickness then.
  yields: ['height'],
  // `15 mm border, 3 thick`
  refill: ['border'],
  flags: 'circular hollow rectangular square',
  bore: 'inner',
  parts: { border },
  instead: [
    { family: 'frame', slots: LYING, when: (frame) => bordered(frame) && cornered(frame) },
    { family: 'plate', slots: LYING, when: windowed },
    // `gasket for a pump, 90 mm square, 55 mm hole`: one side of it, and its opening is a hole like others.
    {
      family: 'plate',
      slots: LYING,
      when: (frame) =>
        frame.flags.has('square') && frame.sizes.has('outer') && !frame.sizes.has('inner') && !bordered(frame),
    },
  ],
  settle(sizes) {
    if (sizes.has('corner')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `A round ${sizes.noun} has no corners. Is it rectangular?`, [
        `a rectangular ${sizes.noun}`,
      ])
      return
    }
    if (sizes.flag('square') && sizes.has('outer') && sizes.has('inner')) {
      const [wide, open] = [sizes.value('outer'), sizes.value('inner')]
      sizes.refuse('AGENT_NEEDS_ANSWER', `Is the ${sizes.noun} square, with a square opening?`, [
        `square gasket ${wide} x ${wide} with a ${open} x ${open} opening`,
        `square gasket ${wide} x ${wide} with a ${open} mm hole`,
      ])
      return
    }
    const told = sizes.part('border')
    if (told?.has('width') && !sizes.has('border')) sizes.derive('border', told.formula('width'))
    // `gasket 120 x 80` is round, or has corners and an opening that was not told.
    if (sizes.has('outer') && sizes.byTurn('inner') && !sizes.has('height') && !sizes.has('border')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How thick is the ${sizes.noun}, and how large is its opening?`, [
        '2 mm thick, 40 mm inside diameter',
      ])
      return
    }
    if (sizes.has('outer') && sizes.has('inner') && sizes.has('border') && !sizes.has('height'))
      sizes.move('border', 'height')
    // `flange gasket DN50 2 mm`: one number is no gasket.
    if (sizes.has('outer') && sizes.byTurn('outer') && !['inner', 'border', 'height'].some((slot) => sizes.has(slot))) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How large is the ${sizes.noun}, and how wide is its opening?`, [
        '80 mm outside, 50 mm inside, 2 mm thick',
      ])
      return
    }
    if (sizes.has('border')) sizes.derive('wall', sizes.formula('border'))
    ring(sizes, { thickness: 2, name: 'thickness' })
  },
  form: straight,
}

const bordered = ({ sizes, children }: Frame): boolean =>
  sizes.has('border') || children.some(({ kind, sizes: own }) => kind.key === 'border' && own.has('width'))

/** Two sides and a thickness were said, or that it has corners. */
const cornered = ({ sizes, flags }: Frame): boolean =>
  flags.has('rectangular') ||
  flags.has('square') ||
  (sizes.has('inner') && sizes.has('height') && sizes.get('inner')?.quantity.role === undefined)

/** It has corners, or a window with two sides. */
function windowed({ sizes, flags, children }: Frame): boolean {
  if (!sizes.has('inner') || !sizes.has('height')) return false
  return (
    flags.has('rectangular') ||
    children.some(
      (child) =>
        (child.sizes.has('length') && child.sizes.has('width')) ||
        child.places.some(
          ({ place }) => place.kind === 'corners' || (place.kind === 'spec' && place.spec.noun === 'corner'),
        ) ||
        /corner/.test(child.noun) ||
        // Round, it has its one hole already.
        (sizes.get('inner')?.quantity.role === undefined &&
          child.kind.key === 'hole' &&
          child.sizes.has('diameter') &&
          (child.count?.value ?? 1) === 1),
    )
  )
}
