import type { Family, Form, Settling } from '../kinds.ts'
import { halved, powered } from './round.ts'
import { HEIGHT, LENGTH, WIDTH, along, closing } from './profile.ts'

/** `60 by 30 outside, 52 by 22 inside`: what is left is its wall, the same all round. */
function insideTells(sizes: Settling): boolean {
  const walls = (['Width', 'Height'] as const).flatMap((side) => {
    const [outer, inner] = [side.toLowerCase(), `inside${side}`]
    return sizes.has(inner)
      ? [
          {
            formula: `(${sizes.formula(outer)} - ${sizes.formula(inner)}) / 2`,
            is: (sizes.value(outer) - sizes.value(inner)) / 2,
          },
        ]
      : []
  })
  const [wall, other] = walls
  if (!wall) return true
  if (wall.is <= 0 || Math.abs((other ?? wall).is - wall.is) > 0.005) {
    sizes.refuse(
      'AGENT_UNSUPPORTED',
      `A ${sizes.noun} has one wall all round here; the sizes leave ${walls.map(({ is }) => `${is} mm`).join(' and ')}.`,
    )
    return false
  }
  if (!sizes.has('wall')) sizes.derive('wall', wall.formula)
  else if (Math.abs(sizes.value('wall') - wall.is) > 0.005)
    sizes.refuse('AGENT_CONTRADICTION', `A wall of ${sizes.value('wall')} mm was said; the sizes leave ${wall.is} mm.`)
  return !sizes.problem
}

/** `inside 66 x 24, wall 2`: the wall is around what was said. */
function insideFirst(sizes: Settling): void {
  const within = sizes.flag('inside') && !sizes.has('insideWidth') && !sizes.has('insideHeight')
  if (!sizes.has('wall') && (within || !sizes.has('width'))) return
  for (const side of ['width', 'height'] as const) {
    const inner = side === 'width' ? 'insideWidth' : 'insideHeight'
    if (within && sizes.has(side)) sizes.move(side, inner)
    if (sizes.has(inner) && !sizes.has(side) && sizes.has('wall'))
      sizes.derive(side, `${sizes.formula(inner)} + 2 * ${sizes.formula('wall')}`)
  }
}

export const hollowSection: Family = {
  key: 'hollow-section',
  nouns: `rectangular tube, square tube, box section, rectangular hollow section, square hollow section, square pipe, rectangular pipe, hollow section, box tube, rectangular sleeve, square sleeve, box profile,
    hollow square bar, hollow rectangular bar, rectangular tubing, square tubing, rhs, shs, hollow square tube, rectangular duct, square spacer tube, hollow square section, square tube sleeve, rectangular tube sleeve, square tube spacer`,
  slots: {
    length: LENGTH,
    width: { ...WIDTH, accepts: 'width y side outer' },
    height: { ...HEIGHT, accepts: 'height z depth' },
    wall: { label: 'Wall', accepts: 'wall thickness', say: '# wall' },
    insideWidth: { label: 'Inside width', accepts: 'inner-width', say: '# wide inside', name: 'inside_width' },
    insideHeight: { label: 'Inside height', accepts: 'inner-height', say: '# high inside', name: 'inside_height' },
    corner: {
      label: 'Outside corner radius',
      accepts: 'corner outer-radius radius',
      say: 'corner radius #',
      name: 'corner_radius',
    },
    innerCorner: {
      label: 'Inside corner radius',
      accepts: 'inner-radius root',
      say: 'inside radius #',
      name: 'inside_radius',
    },
  },
  bare: ['width', 'length'],
  chains: { 2: ['width', 'height'], 3: ['width', 'height', 'wall'], 4: ['width', 'height', 'wall', 'length'] },
  yields: ['wall'],
  refill: ['length'],
  flags: 'square hollow open-ends closed-end closed-ends inside outside upright',
  instead: [
    {
      // `square tube, side 30, wall 3, 100 tall`: both its sides are told, and so high it stands.
      when: ({ sizes, noun, flags }) => {
        const [wide, high] = ['width', 'height'].map((slot) => sizes.get(slot)?.quantity)
        const square = flags.has('square') || /square|shs/.test(noun) || wide?.role === 'side'
        return square && !!wide && high?.role === 'height' && wide.role !== 'width' && !sizes.has('length')
      },
      family: 'upright-tube',
      slots: { height: 'length' },
    },
  ],
  settle(sizes) {
    insideFirst(sizes)
    if (!sizes.has('width') && !sizes.has('height')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How large is the ${sizes.noun}?`, [
        '40 x 40, 3 mm wall',
        '60 x 40, 3 mm wall',
      ])
      return
    }
    if (!sizes.has('height')) sizes.derive('height', sizes.formula('width'))
    if (!sizes.has('width')) sizes.derive('width', sizes.formula('height'))
    if (!insideTells(sizes)) return
    if (!sizes.has('wall')) sizes.assume('wall', 3, 'no wall was said')
    // `square tube 50 x 3`: the second number is the wall, `60x40x200`: the third is the length.
    if (!sizes.has('length') && sizes.value('wall') * 2 >= Math.min(sizes.value('width'), sizes.value('height'))) {
      sizes.move('wall', 'length')
      sizes.assume('wall', 3, 'no wall was said')
    }
    if (!sizes.has('length')) sizes.assume('length', 100, 'no length was said')
    const least = Math.min(sizes.value('width'), sizes.value('height'))
    if (!sizes.problem && sizes.value('wall') * 2 >= least)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Walls of ${sizes.value('wall')} mm leave nothing open of ${least} mm: less than ${least / 2} mm works.`,
      )
  },
  form({ length = '0', width = '0', height = '0', wall = '0', corner, innerCorner }, has): Form {
    const rectangle = (w: string, h: string, r: string | undefined) =>
      r ? `RectangleRounded(${w}, ${h}, ${r})` : `Rectangle(${w}, ${h})`
    const [w, h] = [`${width} - 2 * ${wall}`, `${height} - 2 * ${wall}`]
    const rounds = innerCorner ? ` - (4 - pi) * ${powered(innerCorner)}` : ''
    const end = closing(has, length, wall, halved(height), rectangle(w, h, innerCorner))
    return {
      before: [`section = ${rectangle(width, height, corner)} - ${rectangle(w, h, innerCorner)}`],
      code: `${along(height, length, 'section')}${end ? ` + ${end.code}` : ''}`,
      size: [length, width, height],
      volume: `${end ? `${end.many}((${w}) * (${h})${rounds}) * ${wall} + ` : ''}(${width} * ${height} - (${w}) * (${h})${corner ? ` - (4 - pi) * ${powered(corner)}` : ''}${innerCorner ? ` + (4 - pi) * ${powered(innerCorner)}` : ''}) * ${length}`,
      openings: end ? '0' : '1',
      ...(has('closed-ends') ? { sealed: true as const } : {}),
      outline: { kind: 'rectangle' },
      through: { top: wall, bottom: wall, front: wall, back: wall },
      walls: true,
    }
  },
}
