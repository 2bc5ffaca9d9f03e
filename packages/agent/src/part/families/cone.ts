import type { Family, Form, Settling } from '../kinds.ts'
import { halved, powered } from './round.ts'
import { HEIGHT, narrowing, need } from './solid-slots.ts'

export const cone: Family = {
  key: 'cone',
  nouns:
    'cone, taper, truncated cone, frustum, conical frustum, tapered cylinder, tapered pin, tapered rod, taper pin, conical plug, tapered plug, cone frustum, tapered peg, conical spacer, conical part, conical tip, conical end, conical point, conical nose, conical roof, conical cap, conical top, conical head, tapered tip, tapered nose, tapered section',
  slots: {
    base: {
      label: 'Base diameter',
      accepts: 'bottom-width diameter outer radius*2 width',
      say: '# base diameter',
      name: 'base_diameter',
    },
    top: { label: 'Top diameter', accepts: 'top-width diameter radius*2', say: '# top diameter', name: 'top_diameter' },
    height: HEIGHT,
    ratio: { label: 'Taper', accepts: 'ratio', unit: 'count', say: 'taper ratio #', name: 'taper' },
  },
  bare: ['base', 'top', 'height'],
  chains: { 2: ['base', 'height'], 3: ['base', 'top', 'height'] },
  flags: 'inverted',
  // `cone with a 50 mm base`
  parts: {
    block: {
      key: 'base',
      nouns: 'base',
      slots: { diameter: { label: 'Base diameter', accepts: 'diameter width radius*2', say: 'base #' } },
      bare: ['diameter'],
    },
  },
  settle(sizes) {
    const base = sizes.part('base')
    if (base?.has('diameter') && !sizes.has('base')) sizes.derive('base', base.formula('diameter'))
    // On its point, it is wide above.
    if (sizes.flag('inverted') && sizes.has('top') && !sizes.has('base')) sizes.move('top', 'base')
    if (sizes.has('base') && sizes.has('top') && !sizes.has('height') && sizes.noun === 'cone')
      sizes.move('top', 'height')
    need(sizes, 'base', ['40 mm base diameter, 60 mm high'])
    taperPin(sizes)
    // `tapered rod 20 dia 100 long`: it narrows, and nobody said to a point.
    if (BLUNT.test(sizes.noun) && !sizes.has('ratio')) need(sizes, 'top', ['15 mm top diameter'])
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
  form({ base = '0', top, height = '0' }, has) {
    const upright: Form = {
      code: `Cone(${halved(base)}, ${top ? halved(top) : '0'}, ${height}, align=floor)`,
      size: [top ? `max(${base}, ${top})` : base, top ? `max(${base}, ${top})` : base, height],
      volume: top
        ? `pi / 12 * (${powered(base)} + ${base} * ${top} + ${powered(top)}) * ${height}`
        : `pi / 12 * ${powered(base)} * ${height}`,
      openings: '0',
      outline: { kind: 'circle', diameter: top ? `min(${base}, ${top})` : base },
      section: narrowing((z) => `(${base} - (${base} - ${top ?? '0'}) * ${z} / ${height})`, {
        area: (across) => `pi / 4 * ${across}**2`,
        widest: top ? `${height} * min(1, max(0, (${top} - ${base}) * 1000000))` : '0',
        round: true,
      }),
    }
    return has('inverted') && !top ? inverted(upright, base, height) : upright
  },
}

const BLUNT =
  /^(?:frustum|(?:truncated|cone|conical) (?:cone|frustum)|tapered (?:cylinder|pin|rod|peg)|conical (?:plug|spacer))$/

/** `taper pin 6 x 50`: called by its small end, ISO 2339. */
function taperPin(sizes: Settling): void {
  if (
    sizes.noun !== 'taper pin' ||
    !sizes.has('height') ||
    sizes.has('top') ||
    sizes.has('ratio') ||
    !sizes.has('base')
  )
    return
  sizes.note('A taper pin tapers 1:50, ISO 2339.')
  const over = `${sizes.formula('height')} / 50`
  if (sizes.byTurn('base')) {
    sizes.move('base', 'top')
    sizes.derive('base', `${sizes.formula('top')} + ${over}`)
  } else sizes.derive('top', `${sizes.formula('base')} - ${over}`)
}

/** On its point, its round end above. */
const inverted = ({ section: _section, ...form }: Form, base: string, height: string): Form => ({
  ...form,
  code: `Pos(0, 0, ${height}) * Rot(180, 0, 0) * ${form.code}`,
  section: narrowing((z) => `(${base} * ${z} / ${height})`, {
    area: (across) => `pi / 4 * ${across}**2`,
    widest: height,
    round: true,
  }),
})
