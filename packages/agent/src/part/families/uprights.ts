import { plus } from '../formula.ts'
import type { FaceForm, Family, Form, Kind, Settling, Slot } from '../kinds.ts'
import { LYING, UPRIGHT, leg, legSlots } from './bracket-parts.ts'
import { halved, powered } from './round.ts'

// A base plate with one plate standing on it, or two: T brackets, clevises, cradles, pillow blocks, pad eyes.

const NOTCH: Kind = {
  key: 'topnotch',
  nouns: 'notch, half round notch, saddle cut, half round cutout, half round saddle, cutout, cut-out, recess, groove',
  slots: {
    width: { label: 'Notch width', accepts: 'width diameter radius*2 length', say: '# wide' },
    depth: { label: 'Notch depth', accepts: 'depth height', say: '# deep' },
  },
  bare: ['width'],
  chains: { 2: ['width', 'depth'] },
  flags: 'half',
}

const STANDING: Kind = {
  key: 'upright',
  nouns: `${UPRIGHT}, web, stem, plate, cheek, ear, lug, side wall, wall, eye plate, standing plate, side panel, side plate, end plate, block, cross plate`,
  slots: {
    thickness: { label: 'Upright thickness', accepts: 'thickness', say: '# thick' },
    width: { label: 'Upright width', accepts: 'width depth length', say: '# wide' },
    // `5 x 20 x 30`, the thickness first: along, across and up.
    across: { label: 'Upright width', accepts: '', say: '# wide' },
    height: { label: 'Upright height', accepts: 'height', say: '# high' },
    total: { label: 'Overall height', accepts: 'overall overall-height', say: '# overall height', not: 'height' },
    gap: { label: 'Between the uprights', accepts: 'gap inner inner-width spacing clear', say: '# apart' },
    round: { label: 'Radius of the rounded top', accepts: 'radius corner', say: '' },
  },
  bare: ['thickness', 'height', 'width'],
  chains: { 2: ['width', 'thickness'], 3: ['width', 'thickness', 'height'] },
  // The least of the three is how thick it is, wherever it stands.
  chainOf: (values) => {
    const least = values.indexOf(Math.min(...values))
    if (values.length !== 3 || values.filter((one) => one === values[least]).length > 1) return undefined
    return [
      ['thickness', 'across', 'height'],
      ['width', 'thickness', 'height'],
      ['width', 'height', 'thickness'],
    ][least]
  },
  longer: ['width', 'thickness'],
  flags: 'fully-rounded rounded domed both-ends crosswise lengthwise half upright-pair',
  faces: ['right', 'left', 'front', 'back'],
  parts: { topnotch: NOTCH },
}
const THICKNESS: Slot = { label: 'Base thickness', accepts: 'thickness', say: '# thick', name: 'thickness' }

export const uprights: Family = {
  key: 'uprights',
  nouns:
    'base with uprights, t bracket, t-bracket, t shaped bracket, t-shaped bracket, inverted t, t shape, tee bracket, t plate bracket, inverted t bracket, upright bracket',
  slots: {
    length: { label: 'Base length', accepts: 'length x', say: '# long', name: 'length' },
    width: { label: 'Base width', accepts: 'width depth y', say: '# wide', name: 'width' },
    thickness: THICKNESS,
    height: { label: 'Overall height', accepts: 'height overall overall-height z', say: '# high', name: 'height' },
  },
  parts: {
    base: {
      ...leg('base', `${LYING}, plate, flange, floor, foot plate, sole plate, block, top`, ['top']),
      slots: { ...legSlots, reach: { label: 'Base width', accepts: 'depth', say: '# deep', name: 'width' } },
    },
    upright: STANDING,
    topcentre: {
      key: 'topcentre',
      nouns: 'rounding centre',
      slots: { height: { label: 'Height of the rounding', accepts: 'height', say: '# high' } },
      bare: ['height'],
    },
    gap: {
      key: 'gap',
      nouns: 'gap, opening, inside gap, clear gap',
      slots: { width: { label: 'Gap', accepts: 'width length inner gap', say: '' } },
      bare: ['width'],
    },
  },
  chains: { 3: ['length', 'width', 'height'], 4: ['length', 'width', 'height', 'thickness'] },
  settle(sizes) {
    const [base, upright] = [sizes.part('base'), sizes.part('upright')]
    // `base 100 wide, 30 deep`
    if (base?.has('reach') && base.has('width') && !base.has('length')) base.move('width', 'length')
    if (base?.has('reach') && !base.has('width')) base.move('reach', 'width')
    asWideAsItsBase(upright, base)
    if (upright?.has('across')) upright.move('across', 'width')
    for (const slot of ['length', 'width', 'thickness'])
      if (base?.has(slot) && !sizes.has(slot)) sizes.derive(slot, base.formula(slot))
    if (base?.has('height') && !sizes.has('thickness')) sizes.derive('thickness', base.formula('height'))
    if (!sizes.has('length') || !sizes.has('width')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large is the base?', ['80 x 40 mm', '100 x 60 mm'])
      return
    }
    if (!sizes.has('thickness')) sizes.assume('thickness', 5, 'no thickness was said')
    sizes.derive('wall', (upright?.has('thickness') ? upright : sizes).formula('thickness'))
    stands(sizes, upright)
    if (sizes.problem) return
    rises(sizes, upright)
    if (!sizes.problem) topOf(sizes, upright)
  },
  form: standing,
}

/** `a 50 x 40 x 6 rib` on a base 70 x 40: the side that they share is how wide it is. */
function asWideAsItsBase(upright: Settling | undefined, base: Settling | undefined): void {
  if (!upright || !base || !['width', 'height'].every((slot) => upright.byTurn(slot))) return
  const sides = ['length', 'width'].flatMap((slot) => (base.has(slot) ? [base.value(slot)] : []))
  if (sides.includes(upright.value('width')) || !sides.includes(upright.value('height'))) return
  upright.move('width', 'spare')
  upright.move('height', 'width')
  upright.move('spare', 'height')
}

/** How far it rises above the base. */
function rises(sizes: Settling, upright: Settling | undefined): void {
  const overall = upright?.has('total') ? upright.formula('total') : sizes.has('height') ? sizes.formula('height') : ''
  const centre = sizes.part('topcentre')
  if (upright?.has('height')) sizes.derive('rise', upright.formula('height'))
  // `the centre of the rounding 30 above the base`
  else if (centre?.has('height'))
    sizes.derive('rise', `${centre.formula('height')} + ${halved(sizes.formula('across'))}`)
  else if (overall) sizes.derive('rise', `${overall} - ${sizes.formula('thickness')}`)
  else {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How high is the ${upright?.noun ?? 'upright'} above the base?`, [
      '40 mm high',
      '60 mm high',
    ])
    return
  }
  const meant = overall && upright?.has('height') ? sizes.value('rise') + sizes.value('thickness') : undefined
  const said = upright?.has('total') ? upright.value('total') : sizes.value('height')
  if (meant !== undefined && Math.abs(meant - said) > 0.01 && Math.abs(sizes.value('rise') - said) > 0.01)
    sizes.refuse(
      'AGENT_CONTRADICTION',
      `With ${sizes.value('rise')} mm above a base of ${sizes.value('thickness')} mm it is ${meant} mm high; ${said} mm was said.`,
    )
}

/** Which way it stands, how wide it is, and where on the base. */
function stands(sizes: Settling, upright: Settling | undefined): void {
  const [length, width] = [sizes.value('length'), sizes.value('width')]
  const flag = (...names: string[]) => names.some((name) => upright?.flag(name) ?? false)
  const wide = upright?.has('width') ? upright.value('width') : undefined
  const thick = sizes.value('wall')
  const pair = (upright?.plural ?? false) || flag('both-ends', 'upright-pair') || sizes.part('gap') !== undefined
  const atSide = flag('at-front', 'at-back', 'at-long')
  const lies = sideways()
  if (lies) sizes.mark('lengthwise')
  if (pair) sizes.mark('pair')
  const across = lies ? 'length' : 'width'
  sizes.derive('across', upright?.has('width') ? upright.formula('width') : sizes.formula(across))
  if (sizes.value('across') > sizes.value(across) + 1e-6)
    sizes.refuse(
      'AGENT_UNSUPPORTED',
      `An upright ${sizes.value('across')} mm wide is wider than its base, ${sizes.value(across)} mm; at most that works.`,
    )
  const reach = sizes.formula(lies ? 'width' : 'length')
  const room = sizes.value(lies ? 'width' : 'length')
  const hollow = sizes.part('gap')
  const gap = upright?.has('gap') ? upright : hollow?.has('width') ? hollow : undefined
  if (pair) {
    sizes.derive(
      'gap',
      gap ? gap.formula(gap === upright ? 'gap' : 'width') : `${reach} - 2 * ${sizes.formula('wall')}`,
    )
    if (sizes.value('gap') <= 0 || sizes.value('gap') + 2 * thick > room + 1e-6)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Two uprights ${thick} mm thick, ${sizes.value('gap')} mm apart, do not stand on ${room} mm.`,
      )
  } else if (flag('at-left', 'at-front', 'at-end', 'at-back', 'at-right', 'at-long', 'at-short')) {
    sizes.mark(flag('at-right', 'at-back', 'at-long') ? 'far' : 'near')
  } else if (sizes.flag('at-edge')) sizes.mark('near')
  if (!pair && thick > room + 1e-6)
    sizes.refuse('AGENT_IMPOSSIBLE', `An upright ${thick} mm thick does not stand on ${room} mm.`)

  /** Along the length of its base, where that was said or its sizes tell; else across it. */
  function sideways(): boolean {
    if (flag('crosswise')) return false
    if (flag('lengthwise') || atSide) return true
    // `a wall 80 wide at one end` of 80 x 50: that end is the side it is as wide as.
    if (wide !== undefined && wide > width + 1e-6) return true
    if (flag('at-left', 'at-right', 'at-end', 'at-short', 'both-ends')) return false
    if (wide === undefined) return !pair && !sizes.flag('at-edge')
    if (wide === width && wide !== length) return false
    return wide === length || (thick === width && wide !== width)
  }
}

/** Its top: square, round as wide as it is, or with a notch in it. */
function topOf(sizes: Settling, upright: Settling | undefined): void {
  const across = sizes.value('across')
  const round = ['fully-rounded', 'rounded', 'domed'].some((name) => upright?.flag(name) ?? false)
  const radius = upright?.has('round') ? upright.value('round') : undefined
  if (radius !== undefined && Math.abs(radius * 2 - across) > 0.01)
    sizes.refuse(
      'AGENT_UNSUPPORTED',
      `The top of an upright ${across} mm wide is rounded by ${across / 2} mm here; R${radius} was said.`,
      [`R${across / 2}`, 'fully rounded', 'a square top'],
    )
  else if (round || radius !== undefined) {
    sizes.mark('round-top')
    if (sizes.value('rise') < across / 2)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A round top ${across} mm wide is ${across / 2} mm high by itself; ${sizes.value('rise')} mm was said.`,
      )
  }
  const notch = upright?.part('topnotch')
  if (!notch) return
  if (!notch.has('width')) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How wide is the ${notch.noun}?`, ['20 mm wide, 10 mm deep'])
    return
  }
  const half = notch.flag('half') || /half/.test(notch.noun)
  if (!half && !notch.has('depth')) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How deep is the ${notch.noun}?`, ['10 mm deep', 'half round'])
    return
  }
  if (half) sizes.mark('round-notch')
  sizes.derive('notch', notch.formula('width'))
  sizes.derive('notchDepth', half ? halved(notch.formula('width')) : notch.formula('depth'))
  if (half && notch.has('depth') && Math.abs(notch.value('depth') - notch.value('width') / 2) > 0.01)
    sizes.refuse(
      'AGENT_UNSUPPORTED',
      `A half round notch ${notch.value('width')} mm wide is ${notch.value('width') / 2} mm deep.`,
    )
  if (sizes.value('notch') >= across || sizes.value('notchDepth') >= sizes.value('rise'))
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `A notch of ${notch.value('width')} mm leaves nothing of an upright ${across} mm wide; less than that works.`,
    )
}

function standing(
  {
    length = '0',
    width = '0',
    thickness = '0',
    wall = '0',
    across = '0',
    rise = '0',
    gap = '0',
    notch,
    notchDepth = '0',
  }: Readonly<Record<string, string>>,
  has: (flag: string) => boolean,
): Form {
  const lies = has('lengthwise')
  const pair = has('pair')
  const side = lies ? width : length
  const away = pair ? `(${gap} + ${wall}) / 2` : has('near') || has('far') ? `(${side} - ${wall}) / 2` : '0'
  const sign = has('near') ? '-' : ''
  // How the outline of its face is turned to stand: its normal is x, or y where it lies along the length.
  const box = (high: string) =>
    lies ? `Box(${across}, ${wall}, ${high}, align=floor)` : `Box(${wall}, ${across}, ${high}, align=floor)`
  const turned = (radius: string, z: string) =>
    `Pos(0, 0, ${z}) * Rot(${lies ? '90, 0, 0' : '0, 90, 0'}) * Cylinder(${radius}, ${wall})`
  const round = has('round-top')
  const solid = [
    round
      ? `(${box(`${rise} - ${halved(across)}`)} + ${turned(halved(across), `${rise} - ${halved(across)}`)}) & ${box(rise)}`
      : box(rise),
    ...(notch
      ? [
          has('round-notch')
            ? turned(halved(notch), rise)
            : `Pos(0, 0, ${rise} - ${notchDepth}) * ${lies ? `Box(${notch}, ${wall}, ${notchDepth}, align=floor)` : `Box(${wall}, ${notch}, ${notchDepth}, align=floor)`}`,
        ]
      : []),
  ].join(' - ')
  const at = (place: string) => (lies ? `Pos(0, ${place}, ${thickness})` : `Pos(${place}, 0, ${thickness})`)
  const one = `${across} * ${rise}${round ? ` - ${powered(across)} * (4 - pi) / 8` : ''}${notch ? ` - ${has('round-notch') ? `pi / 8 * ${powered(notch)}` : `${notch} * ${notchDepth}`}` : ''}`
  const face = (to: '' | '-', from: string): FaceForm => {
    const out = from === '0' ? `${to}${halved(wall)}` : plus(from, `${to}${halved(wall)}`)
    return {
      at: lies ? [`0`, out, `${thickness} + ${rise} / 2`] : [out, '0', `${thickness} + ${rise} / 2`],
      size: [across, rise],
      through: wall,
      free: 'top',
      ...(round ? { roundEnd: ['0', `${halved(rise)} - ${halved(across)}`] as [string, string] } : {}),
    }
  }
  const [low, high] = lies ? (['front', 'back'] as const) : (['left', 'right'] as const)
  const faces: Form['faces'] = {
    top: { at: ['0', '0', thickness], size: [length, width], through: thickness },
    ...(pair
      ? { [low]: face('-', `-${away}`), [high]: face('', away) }
      : lies
        ? { front: face('-', away === '0' ? '0' : `${sign}${away}`) }
        : { right: face('', away === '0' ? '0' : `${sign}${away}`) }),
  }
  return {
    before: [`upright = ${solid}`],
    code: `Box(${length}, ${width}, ${thickness}, align=floor) + ${
      pair
        ? `[${at(`side * ${away}`)} * upright for side in (-1, 1)]`
        : `${at(away === '0' ? '0' : `${sign}${away}`)} * upright`
    }`,
    size: [length, width, plus(thickness, rise)],
    volume: `${length} * ${width} * ${thickness} + ${pair ? '2 * ' : ''}(${one}) * ${wall}`,
    openings: '0',
    outline: { kind: 'rectangle' },
    faces,
    ...(pair ? {} : { nooks: nooksOf() }),
    through: { bottom: thickness },
  }

  /** On either side of the one upright: first where there is more room. */
  function nooksOf(): NonNullable<Form['nooks']> {
    const along = lies ? 'y' : 'x'
    const middle = away === '0' ? '0' : `${sign}${away}`
    const nook = (way: '+' | '-') => ({
      along: along as 'x' | 'y',
      at: plus(middle, `${way === '+' ? '' : '-'}${halved(wall)}`),
      floor: thickness,
      way,
      long: has('near') || has('far') ? `${side} - ${wall}` : `(${side} - ${wall}) / 2`,
      high: rise,
    })
    return has('near') ? [nook('+')] : has('far') ? [nook('-')] : [nook('+'), nook('-')]
  }
}
