import type { Family, Form, Kind } from '../kinds.ts'
import {
  BOW,
  DIAMETER,
  INSIDE,
  RADIUS,
  ROD,
  SHANK,
  STRAP,
  TIP,
  bent,
  bowFits,
  bowOf,
  pieceOf,
  section,
} from './rod-parts.ts'
import { halved } from './round.ts'

// A J and an S.

/** What a hook would be fixed with, and is not made with it yet. */
const BACK: Kind = {
  key: 'back',
  nouns: 'back plate, backplate, backing plate, wall plate, mounting plate, base plate',
  slots: {
    length: { label: 'Length', accepts: 'length', say: '#' },
    width: { label: 'Width', accepts: 'width', say: '#' },
    thickness: { label: 'Thickness', accepts: 'thickness', say: '#' },
  },
  bare: ['length', 'width', 'thickness'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'thickness'] },
}

export const jhook: Family = {
  key: 'jhook',
  flags: 'bent square-bends',
  nouns:
    'j hook, j-hook, hook, l hook, right angle hook, cup hook, wall hook, hanging hook, rod hook, coat hook, flat hook, strap hook, ceiling hook, wire hook, u hook',
  slots: {
    diameter: DIAMETER,
    radius: RADIUS,
    inside: INSIDE,
    shank: { label: 'Straight length', accepts: 'length depth', say: '# straight', name: 'shank_length' },
    total: {
      label: 'Overall height',
      accepts: 'overall overall-height height',
      say: '# overall',
      name: 'overall_height',
      not: 'shank',
    },
    angle: { label: 'Bend', accepts: 'angle', unit: 'deg', say: 'bent #', name: 'bend_angle' },
    tip: { label: 'Tip', accepts: '', say: '# tip', name: 'tip_length' },
  },
  bare: ['diameter', 'shank'],
  parts: {
    rod: ROD,
    strap: STRAP,
    bow: { ...BOW, slots: { ...BOW.slots, angle: { label: 'Bend', accepts: 'angle', unit: 'deg', say: '#' } } },
    shank: SHANK,
    tip: TIP,
    back: BACK,
  },
  // `wall hook: a 40 x 60 x 4 back plate with a peg`: nothing is bent.
  instead: [
    {
      when: ({ sizes, children }) =>
        sizes.size === 0 &&
        children.some(({ kind }) => kind.key === 'pad' || kind.key === 'cylinder') &&
        children.some(({ kind, sizes: own }) => kind.key === 'back' && own.size > 0),
      family: 'plate',
      slots: {},
      body: 'back',
    },
  ],
  settle(sizes) {
    if (sizes.part('back')) {
      sizes.refuse('AGENT_UNSUPPORTED', 'A hook on a plate is not made in one piece yet.', [
        'the hook alone, bent from rod',
        'the plate alone, with its holes',
      ])
      return
    }
    const strap = sizes.part('strap')
    section(sizes, 6)
    const shank = sizes.part('shank')
    if (shank?.has('length')) sizes.derive('shank', shank.formula('length'))
    if (strap && !strap.has('thickness')) strap.assume('thickness', 3, 'no thickness of the strap was said')
    if (strap && !strap.has('width')) strap.assume('width', 20, 'no width of the strap was said')
    const thick = strap ? strap.formula('thickness') : sizes.formula('diameter')
    const across = strap ? strap.value('thickness') : sizes.value('diameter')
    bowOf(sizes, thick, Math.round(across * 2.5))
    const [tip, bow] = [sizes.part('tip'), sizes.part('bow')]
    if (tip?.has('length')) sizes.derive('tip', tip.formula('length'))
    if (bow?.has('angle') && !sizes.has('angle')) sizes.derive('angle', bow.formula('angle'))
    if (!sizes.has('angle') && /^l |right|90/.test(sizes.noun))
      sizes.assume('angle', 90, 'an L is bent by a right angle')
    if (!sizes.has('angle') || sizes.value('angle') === 180) sizes.mark('half-turn')
    else if (!(sizes.value('angle') > 0 && sizes.value('angle') < 300))
      sizes.refuse('AGENT_IMPOSSIBLE', `A hook is bent by up to 300°; ${sizes.value('angle')}° was said.`)
    // The legs of an L are told as they measure outside; a straight part is only that.
    const legs = shank?.has('length') && /leg|arm/.test(shank.noun) && !/straight/.test(shank.noun)
    if (legs && sizes.has('angle') && sizes.value('angle') === 90 && tip) {
      const corner = `${sizes.formula('radius')} - ${halved(thick)}`
      sizes.derive('shank', `${sizes.formula('shank')} - ${corner}`)
      if (sizes.has('tip')) sizes.derive('tip', `${sizes.formula('tip')} - ${corner}`)
      if (Math.min(sizes.value('shank'), sizes.value('tip')) <= 0)
        sizes.refuse('AGENT_IMPOSSIBLE', 'Such legs are shorter than their bend.')
    }
    const rise = sizes.has('shank') ? sizes.value('shank') + sizes.value('radius') + across / 2 : undefined
    if (sizes.has('total') && rise !== undefined && Math.abs(sizes.value('total') - rise) > 0.05 * rise)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A hook ${sizes.value('shank')} mm straight above such a bend is ${rise} mm high; ${sizes.value('total')} mm was said.`,
      )
    if (!sizes.has('shank') && sizes.has('total'))
      sizes.derive('shank', `${sizes.formula('total')} - ${sizes.formula('radius')} - ${halved(thick)}`)
    if (!sizes.has('shank')) sizes.assume('shank', Math.round(sizes.value('radius') * 4), 'no straight length was said')
    bowFits(sizes, across)
  },
  form({ diameter = '0', radius = '0', shank = '0', angle = '180', tip }, has, pieces) {
    const strap = pieceOf(pieces, 'strap')
    const thick = strap?.['thickness'] ?? diameter
    const rise = `(${radius} + ${halved(thick)})`
    const turn = `radians(180 + ${angle})`
    const path = [
      `Line((-${radius}, ${rise} + ${shank}), (-${radius}, ${rise}))`,
      `CenterArc((0, ${rise}), ${radius}, 180, ${angle})`,
      ...(tip
        ? [`PolarLine((${radius} * cos(${turn}), ${rise} + ${radius} * sin(${turn})), ${tip}, 270 + ${angle})`]
        : []),
    ].join(' + ')
    const across = `2 * ${radius} + ${thick}`
    const high = `${tip ? `max(${shank}, ${tip})` : shank} + ${radius} + ${halved(thick)}`
    const long = `${shank} + pi * ${radius} * ${angle} / 180${tip ? ` + ${tip}` : ''}`
    const loose: Partial<Form> = has('half-turn') ? {} : { loose: ['x', 'z'] }
    if (!strap) return { ...bent(path, diameter, [across, diameter, high], long), ...loose }
    const wide = strap['width'] ?? '0'
    return {
      ...bent(path, diameter, [across, wide, high], long),
      ...loose,
      code: `sweep(Plane(path @ 0, x_dir=(0, 1, 0), z_dir=path % 0) * Rectangle(${wide}, ${thick}), path=path)`,
      volume: `${wide} * ${thick} * (${long})`,
    }
  },
}

export const shook: Family = {
  key: 'shook',
  flags: 'bent square-bends',
  nouns: 's hook, s-hook, meat hook, butcher hook, s shaped hook',
  slots: {
    diameter: DIAMETER,
    radius: RADIUS,
    inside: INSIDE,
    total: { label: 'Overall length', accepts: 'overall length height', say: '# overall', name: 'overall_length' },
    middle: { label: 'Straight length', accepts: '', say: '# straight', name: 'straight_length' },
  },
  bare: ['diameter', 'total'],
  parts: { rod: ROD, bow: BOW, shank: SHANK },
  settle(sizes) {
    section(sizes, 5)
    bowOf(sizes, sizes.formula('diameter'), Math.round(sizes.value('diameter') * 3))
    bowFits(sizes, sizes.value('diameter'))
    const least = 2 * sizes.value('radius') + sizes.value('diameter')
    const straight = sizes.part('shank')
    if (straight?.has('length') && !sizes.has('total')) sizes.derive('middle', straight.formula('length'))
    if (sizes.has('total') && sizes.value('total') < least - 1e-6)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Two bows of that size are ${least} mm long; ${sizes.value('total')} mm was said.`,
      )
    if (sizes.has('total') && sizes.value('total') > least + 1e-6)
      sizes.derive(
        'middle',
        `${sizes.formula('total')} - 2 * ${sizes.formula('radius')} - ${sizes.formula('diameter')}`,
      )
  },
  form({ diameter = '0', radius = '0', middle }) {
    const up = middle ?? '0'
    const path = [
      `CenterArc((${radius}, ${up}), ${radius}, 0, 180)`,
      ...(middle ? [`Line((0, ${middle}), (0, 0))`] : []),
      `CenterArc((-${radius}, 0), ${radius}, 0, -180)`,
    ].join(' + ')
    const rise = `(${radius} + ${halved(diameter)})`
    const form = bent(
      path,
      diameter,
      [`4 * ${radius} + ${diameter}`, diameter, `${middle ? `${middle} + ` : ''}2 * ${radius} + ${diameter}`],
      `2 * pi * ${radius}${middle ? ` + ${middle}` : ''}`,
    )
    return { ...form, code: `Pos(0, 0, ${rise}) * ${form.code}` }
  },
}
