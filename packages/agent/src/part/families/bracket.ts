import type { Family, Kind } from '../kinds.ts'
import { LEGS, THICK, armOf, around, held, sheet, takeSheet, thin } from './bracket-parts.ts'
import { STRAP } from './rod-parts.ts'
import { halved } from './round.ts'

// A Z and a hat; they stand with their base on z = 0.

const webOf: Kind = {
  key: 'web',
  nouns: 'web, step, offset, middle, middle part, riser',
  slots: { height: { label: 'Height', accepts: 'height length width depth overall', say: '# high' } },
  bare: ['height'],
}

export const zbracket: Family = {
  key: 'z-bracket',
  flags: 'bent square-bends',
  nouns:
    'z bracket, offset bracket, z profile, joggle bracket, z shaped bracket, z section, z plate, joggled bracket, z bar, z strip, z clip, z clamp',
  slots: {
    height: { label: 'Height', accepts: 'height overall z offset', say: '# high' },
    width: { label: 'Width', accepts: 'width depth length y', say: '# wide' },
    thickness: THICK,
    flange: { label: 'Flange', accepts: 'arm', say: '', name: 'flange' },
    upper: { label: 'Upper flange', accepts: '', say: '', name: 'upper_flange' },
  },
  parts: {
    leg: armOf(
      `${LEGS}, top flange, bottom flange, upper flange, lower flange, top leg, bottom leg, upper leg, lower leg, top arm, bottom arm, upper arm, lower arm`,
    ),
    web: webOf,
    sheet,
  },
  repeats: ['leg'],
  chains: { 3: ['flange', 'height', 'width'] },
  chainOf(values, noun) {
    const [first = 0, second = 0, third = 0, fourth = 0] = values
    // `Z 30 x 40 x 30 x 2`: flange, web, flange and sheet, and how long it is.
    if (values.length > 3 && fourth * 3 <= Math.min(first, second, third))
      return ['flange', 'height', 'upper', 'thickness', 'width']
    // `Z profile 40 x 30 x 3`: as rolled ones are told.
    if (values.length !== 3 || !/profile|section|bar/.test(noun) || third * 3 > Math.min(first, second))
      return undefined
    return ['height', 'flange', 'thickness']
  },
  // `Z profile 30 x 40 x 30, 500 long`: the third was the other flange.
  yields: ['width'],
  refill: ['upper'],
  settle(sizes) {
    takeSheet(sizes)
    const [first, second] = sizes.pieces('leg').filter((one) => one.has('length'))
    const web = sizes.part('web')
    if (web?.has('height') && !sizes.has('height')) sizes.derive('height', web.formula('height'))
    if (first) sizes.derive('flange', first.formula('length'))
    if (!sizes.has('flange') || !sizes.has('height')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How long are the flanges, and how high is the Z?', [
        '25 mm flanges, 30 mm high',
      ])
      return
    }
    if (!sizes.has('upper')) sizes.derive('upper', second ? second.formula('length') : sizes.formula('flange'))
    if (!sizes.has('width')) sizes.assume('width', 30, 'no width was said')
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness was said')
    thin(sizes, ['flange', 'upper', 'height'])
  },
  form({ height = '0', width = '0', thickness = '0', flange = '0', upper = flange }) {
    // It stands on its lower flange, to the right of the web, and is centred as a whole.
    const reach = (long: string) => `(${long} - ${thickness}) / 2`
    const middle = upper === flange ? '0' : `(${upper} - ${flange}) / 2`
    const at = (x: string, z: string) =>
      `Pos(${middle === '0' ? x : x === '0' ? middle : `${middle} ${x.startsWith('-') ? x.replace('-', '- ') : `+ ${x}`}`}, 0, ${z}) * `
    return {
      code: [
        `${middle === '0' ? '' : at('0', '0')}Box(${thickness}, ${width}, ${height}, align=floor)`,
        `${at(reach(flange), '0')}Box(${flange}, ${width}, ${thickness}, align=floor)`,
        `${at(`-${reach(upper)}`, `${height} - ${thickness}`)}Box(${upper}, ${width}, ${thickness}, align=floor)`,
      ].join(' + '),
      size: [`${flange} + ${upper} - ${thickness}`, width, height],
      volume: `((${flange} + ${upper}) * ${thickness} + (${height} - 2 * ${thickness}) * ${thickness}) * ${width}`,
      openings: '0',
      outline: { kind: 'rectangle' },
      faces: {
        top: {
          at: [`${middle === '0' ? '' : `${middle} `}-${halved(upper)}`, '0', height],
          size: [`${upper} - ${thickness}`, width],
          through: thickness,
          free: 'left',
        },
        bottom: {
          at: [`${middle === '0' ? '' : `${middle} + `}${halved(flange)}`, '0', '0'],
          size: [`${flange} - ${thickness}`, width],
          through: thickness,
          free: 'right',
        },
      },
    }
  },
}

export const hatbracket: Family = {
  key: 'hat-bracket',
  flags: 'bent square-bends',
  nouns:
    'hat bracket, hat channel, hat profile, hat section, omega bracket, omega profile, top hat section, top-hat bracket, omega strap, omega clip, hat strap, saddle strap, omega clamp',
  slots: {
    top: { label: 'Top width', accepts: 'top-width outer width', say: '# top width', name: 'top_width' },
    insideWidth: {
      label: 'Inside width',
      accepts: 'inner-width inner gap clear',
      say: '# wide inside',
      name: 'inside_width',
    },
    insideHeight: {
      label: 'Inside height',
      accepts: 'inner-height',
      say: '# high inside',
      name: 'inside_height',
      not: 'height',
    },
    height: { label: 'Height', accepts: 'height overall overall-height z', say: '# high' },
    flange: { label: 'Flange', accepts: 'arm', say: '', name: 'flange' },
    thickness: THICK,
    length: { label: 'Length', accepts: 'length depth y width', say: '# long' },
  },
  parts: {
    leg: { ...armOf(`${LEGS}, ear, wing, tab, strap end`), faces: [] },
    crown: {
      key: 'crown',
      nouns: 'crown, crest, top, bridge, raised middle, hump',
      slots: {
        width: { label: 'Top width', accepts: 'width length outer', say: '# wide' },
        height: { label: 'Height', accepts: 'height', say: '# high' },
      },
      bare: ['width', 'height'],
      chains: { 2: ['width', 'height'] },
    },
    heldbar: held,
    sheet,
    strap: STRAP,
  },
  settle(sizes) {
    takeSheet(sizes)
    const strap = sizes.part('strap')
    if (strap?.has('thickness') && !sizes.has('thickness')) sizes.derive('thickness', strap.formula('thickness'))
    if (strap?.has('width') && !sizes.has('length')) sizes.derive('length', strap.formula('width'))
    const [arm, crown] = [sizes.part('leg'), sizes.part('crown')]
    if (arm?.has('length')) sizes.derive('flange', arm.formula('length'))
    // `20 wide: crown 40 wide`: with the crown known, that is how long the strip is.
    if (crown?.has('width') && sizes.has('top') && !sizes.has('length')) sizes.move('top', 'length')
    if (crown?.has('width') && !sizes.has('top')) sizes.derive('top', crown.formula('width'))
    if (crown?.has('height') && !sizes.has('height')) sizes.derive('height', crown.formula('height'))
    if (!sizes.has('thickness')) sizes.assume('thickness', 2, 'no thickness was said')
    around(sizes, { width: 'insideWidth', height: 'insideHeight' })
    if (sizes.has('insideWidth') && sizes.has('top') && !sizes.has('length')) sizes.move('top', 'length')
    if (sizes.has('insideWidth') && !sizes.has('top'))
      sizes.derive('top', `${sizes.formula('insideWidth')} + 2 * ${sizes.formula('thickness')}`)
    if (sizes.has('insideHeight') && !sizes.has('height'))
      sizes.derive('height', `${sizes.formula('insideHeight')} + ${sizes.formula('thickness')}`)
    const over = sizes.has('insideWidth') ? sizes.value('insideWidth') + 2 * sizes.value('thickness') : undefined
    if (over !== undefined && Math.abs(sizes.value('top') - over) > 0.01)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `${sizes.value('insideWidth')} mm inside and ${sizes.value('thickness')} mm sheet come to ${over} mm over the top; ${sizes.value('top')} mm was said.`,
      )
    if (!sizes.has('top') || !sizes.has('height') || !sizes.has('flange')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How wide is the top, how high is it, and how long are the flanges?', [
        'top 30 mm wide, 20 mm high, 15 mm flanges',
      ])
      return
    }
    if (!sizes.has('length')) sizes.assume('length', 25, 'no length was said')
  },
  form({ top = '0', height = '0', flange = '0', thickness = '0', length = '0' }) {
    const side = `(${top} - ${thickness}) / 2`
    return {
      code: [
        `Pos(0, 0, ${height} - ${thickness}) * Box(${top}, ${length}, ${thickness}, align=floor)`,
        `[Pos(side * ${side}, 0, 0) * Box(${thickness}, ${length}, ${height}, align=floor) for side in (-1, 1)]`,
        `[Pos(side * (${top} + ${flange}) / 2, 0, 0) * Box(${flange}, ${length}, ${thickness}, align=floor) for side in (-1, 1)]`,
      ].join(' + '),
      size: [`${top} + 2 * ${flange}`, length, height],
      volume: `(${top} * ${thickness} + 2 * (${height} - ${thickness}) * ${thickness} + 2 * ${flange} * ${thickness}) * ${length}`,
      openings: '0',
      outline: { kind: 'rectangle' },
      through: { top: thickness },
      faces: { bottom: { at: ['0', '0', '0'], through: thickness } },
      arms: {
        leg: ['-', ''].map((sign) => ({
          on: 'bottom' as const,
          along: 'x' as const,
          at: [`${sign}(${top} + ${flange}) / 2`, '0'] as [string, string],
          length: flange,
        })),
      },
    }
  },
}
