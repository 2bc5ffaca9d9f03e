import type { Family, Settling } from '../kinds.ts'
import { halved, powered } from './round.ts'

export const triangle: Family = {
  key: 'triangle',
  nouns: `triangle, triangle plate, triangular plate, equilateral triangle, equilateral triangle plate, right triangle, right triangle plate, right angled triangle, right-angled triangle, triangular prism,
    right triangular prism, triangular block, triangular wedge, isosceles triangle, triangle prism, right angle triangle, triangular gusset plate, right-angled triangular prism, equilateral triangular prism, equilateral triangular plate, triangular sign, triangle sign,
    triangle gusset, triangular gusset, right triangle gusset, right angle triangle gusset, right angled gusset, right angle gusset, corner gusset`,
  slots: {
    base: { label: 'Base', accepts: 'bottom-width width arm x', say: '# bottom width' },
    rise: { label: 'Rise', accepts: 'height arm y', say: '# high' },
    side: { label: 'Side', accepts: 'side', say: '# sides', not: 'base' },
    tip: { label: 'Tip from the left', accepts: '', say: '', min: 0 },
    second: { label: 'Second side', accepts: 'side', say: '#', not: 'base' },
    third: { label: 'Third side', accepts: 'side', say: '#', not: 'base' },
    around: { label: 'Across corners', accepts: 'points outer diameter', say: '# across corners', not: 'side' },
    corner: { label: 'Corner radius', accepts: 'corner', say: 'corner radius #' },
    height: { label: 'Height', accepts: 'thickness length depth z', say: '# thick', name: 'thickness' },
  },
  bare: ['side', 'height'],
  chains: { 2: ['base', 'rise'], 3: ['base', 'rise', 'height'] },
  flags: 'triangular isosceles right-angled',
  parts: {
    leg: {
      key: 'leg',
      nouns: 'leg, short side, cathetus',
      slots: { length: { label: 'Leg', accepts: 'length', say: '# long' } },
      bare: ['length'],
    },
  },
  repeats: ['leg'],
  settle(sizes) {
    const [first, second] = sizes.pieces('leg').filter((one) => one.has('length'))
    if (first && !sizes.has('base')) sizes.derive('base', first.formula('length'))
    if (first && !sizes.has('rise')) sizes.derive('rise', (second ?? first).formula('length'))
    // A gusset has its right angle between two equal sides.
    if (/gusset|right/.test(sizes.noun) && sizes.has('side') && !sizes.has('base')) {
      sizes.derive('base', sizes.formula('side'))
      sizes.derive('rise', sizes.formula('side'))
    }
    // How high a prism with equal sides is, is how long it is.
    const prism = /prism/.test(sizes.noun) && sizes.has('side') && !sizes.has('base')
    if (prism && sizes.has('rise') && !sizes.has('height')) sizes.move('rise', 'height')
    if (!sizes.has('height')) sizes.assume('height', 5, 'no thickness was said')
    // `equilateral triangle in a 60 mm circle`
    if (sizes.has('around') && !sizes.has('side') && !sizes.has('base'))
      sizes.derive('side', `${sizes.formula('around')} * sqrt(3) / 2`)
    if (sizes.has('second')) bySides(sizes)
    if (sizes.has('base') && sizes.has('rise')) {
      upright(sizes)
      return
    }
    // How tall one with equal sides is, tells its sides.
    const equal = /equilateral|^triangle|^triangular/.test(sizes.noun)
    if (sizes.has('rise') && !sizes.has('base') && !sizes.has('side') && equal)
      return sizes.derive('side', `2 * ${sizes.formula('rise')} / sqrt(3)`)
    if (sizes.has('base')) sizes.move('base', 'side')
    if (!sizes.has('side'))
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large should the triangle be?', [
        'equilateral, 40 mm sides',
        'right-angled, legs 30 and 40 mm',
      ])
    // `sides 100, 60 high`: no equal ones, and which are is not known.
    else if (sizes.has('rise'))
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What do the two sizes of the triangle measure?', [
        `base ${sizes.value('side')} mm and height ${sizes.value('rise')} mm`,
        `three sides of ${sizes.value('side')} mm`,
      ])
  },
  form({ base, rise, side = '0', height = '0', tip, corner }) {
    const rounded = (outline: string) =>
      `extrude(${corner ? `fillet(${outline}.vertices(), ${corner})` : outline}, ${height})`
    if (!base || !rise) {
      const up = `${side} * sqrt(3) / 2`
      return {
        code: rounded(`Triangle(a=${side}, b=${side}, c=${side})`),
        size: corner ? [`${side} - 2 * ${corner} * (sqrt(3) - 1)`, `${up} - ${corner}`, height] : [side, up, height],
        volume: `(sqrt(3) / 4 * ${powered(side)}${corner ? ` - (3 * sqrt(3) - pi) * ${powered(corner)}` : ''}) * ${height}`,
        openings: '0',
        outline: { kind: 'other' },
        corners: { count: 3, reach: `${side} / sqrt(3)`, start: 90 },
        // It stands at the middle of its circles, which is nearer to its base than to its tip.
        reaches: { front: `${up} / 3`, back: `${up} * 2 / 3` },
      }
    }
    // It lies on its centre of gravity: what is in the middle of a triangle is there, and not on its long side.
    const [left, right, over] =
      tip === undefined
        ? [`-${halved(base)}`, halved(base), '0']
        : [`-(${base} + ${tip}) / 3`, `(2 * ${base} - ${tip}) / 3`, `(2 * ${tip} - ${base}) / 3`]
    const [low, high] = [`-${rise} / 3`, `${rise} * 2 / 3`]
    const tipped = tip ?? halved(base)
    const around = `(${base} + sqrt((${tipped})**2 + ${powered(rise)}) + sqrt((${base} - ${tipped})**2 + ${powered(rise)}))`
    return {
      code: rounded(`Polygon((${left}, ${low}), (${right}, ${low}), (${over}, ${high}), align=None)`),
      size: [base, rise, height],
      // What is cut off at its corners is known by how long it is all round.
      volume: corner
        ? `(${base} * ${rise} / 2 - (${around}**2 / (2 * ${base} * ${rise}) - pi) * ${powered(corner)}) * ${height}`
        : `${base} * ${rise} / 2 * ${height}`,
      ...(corner ? { loose: ['x', 'y'] as ('x' | 'y')[] } : {}),
      openings: '0',
      outline: { kind: 'other' },
      contour: [
        [left, low],
        [right, low],
        [over, high],
      ],
      reaches: {
        front: `${rise} / 3`,
        back: high,
        ...(tip === undefined ? {} : { left: `(${base} + ${tip}) / 3`, right }),
      },
    }
  },
}

const RIGHT = /\bright\b|gusset|wedge/

/** Where its tip is over its base: at an end of it, where two sides meet at a right angle, else over the middle. */
function upright(sizes: Settling): void {
  const legs = sizes.pieces('leg').length > 0 || sizes.has('side')
  const named = !sizes.byTurn('base') && !sizes.byTurn('rise') && !legs
  if (sizes.has('tip')) return
  if (sizes.flag('right-angled') || RIGHT.test(sizes.noun)) sizes.derive('tip', '0')
  else if (sizes.flag('isosceles') || /isosceles/.test(sizes.noun)) return
  else if (named) sizes.note('Its other two sides are equally long.')
  else {
    sizes.derive('tip', '0')
    sizes.note('It has a right angle at its left end.')
  }
}

/** `sides 30, 40 and 50`: it lies on the longest; of two, where it has a right angle, they are the ones beside that. */
function bySides(sizes: Settling): void {
  if (!sizes.has('third')) {
    if (!sizes.flag('right-angled') && !RIGHT.test(sizes.noun))
      return sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        'How long is the third side of the triangle, or where is its right angle?',
      )
    sizes.derive('base', sizes.formula('side'))
    return sizes.derive('rise', sizes.formula('second'))
  }
  const [short = '', middle = '', long = ''] = ['side', 'second', 'third'].toSorted(
    (a, b) => sizes.value(a) - sizes.value(b),
  )
  if (sizes.value(short) + sizes.value(middle) <= sizes.value(long) + 1e-6)
    return sizes.refuse(
      'AGENT_CONTRADICTION',
      `Sides of ${sizes.value(short)}, ${sizes.value(middle)} and ${sizes.value(long)} mm make no triangle.`,
    )
  // A right angle stands where it is drawn: between the two that lie along the axes.
  if (Math.abs(sizes.value(short) ** 2 + sizes.value(middle) ** 2 - sizes.value(long) ** 2) < 1e-6) {
    sizes.derive('base', sizes.formula(middle))
    sizes.derive('rise', sizes.formula(short))
    sizes.derive('tip', '0')
    return sizes.spend(long)
  }
  const [a, b, c] = [powered(sizes.formula(short)), powered(sizes.formula(middle)), sizes.formula(long)]
  sizes.derive('base', c)
  sizes.derive('tip', `(${b} - ${a} + ${powered(c)}) / (2 * ${c})`)
  sizes.derive('rise', `sqrt(${b} - ((${b} - ${a} + ${powered(c)}) / (2 * ${c}))**2)`)
}
