import type { Family, Form, Kind, Settling, Sizes, Slot } from '../kinds.ts'
import { halved } from './round.ts'
import { roundStock } from './round-stock.ts'

// Flat pieces of two bars: a T, an L, a cross, seen from above.

const slots: Record<string, Slot> = {
  length: { label: 'Length', accepts: 'length x overall width arm', say: '# long' },
  width: { label: 'Width', accepts: 'height y width arm', say: '# wide' },
  arm: { label: 'Arm width', accepts: 'section width', say: 'arms # wide', name: 'arm_width' },
  neck: { label: 'Stem width', accepts: '', say: 'stem # wide', name: 'stem_width' },
  thickness: { label: 'Thickness', accepts: 'thickness z depth', say: '# thick' },
}

function settle(sizes: Settling): void {
  const [arm, stem] = [sizes.part('arm'), sizes.part('stem')]
  // `bar 100, stem 80, 20 wide`: both are so long, and both so wide.
  if (
    stem?.has('length') &&
    stem.has('width') &&
    arm?.byTurn('width') &&
    !arm.has('length') &&
    arm.value('width') > stem.value('width') &&
    !sizes.has('length')
  ) {
    arm.move('width', 'length')
    arm.derive('width', stem.formula('width'))
  }
  // `legs 80 mm, 20 wide`: what is longer than it is wide.
  const across = (['width', 'length'] as const).find((slot) => sizes.has(slot))
  if (arm?.byTurn('width') && !arm.has('length') && across && sizes.value(across) < arm.value('width')) {
    arm.move('width', 'length')
    sizes.move(across, 'arm')
  }
  // `legs 60 x 60, 15 wide`: two numbers for both, beside how wide they are.
  const one = (['width', 'length'] as const).filter((slot) => sizes.has(slot)).length === 1
  const both = arm?.plural && arm.has('length') && arm.has('width') && one && !sizes.has('arm')
  if (both && across && sizes.value(across) < Math.min(arm.value('length'), arm.value('width'))) {
    sizes.move(across, 'arm')
    sizes.derive('length', arm.formula('length'))
    sizes.derive('width', arm.formula('width'))
    arm.move('width', 'other')
  }
  if (arm?.has('width') && sizes.has('arm') && arm.value('width') !== sizes.value('arm'))
    sizes.refuse('AGENT_CONTRADICTION', `Arms ${arm.value('width')} mm and ${sizes.value('arm')} mm wide were said.`)
  if (arm?.has('width')) sizes.derive('arm', arm.formula('width'))
  // `bar 90 x 25, stem 30 wide`: not equally wide. Of two numbers the stem's smaller one is how wide it is.
  if (stem?.byTurn('length') && stem.byTurn('width') && stem.value('length') < stem.value('width')) {
    stem.move('length', 'spare')
    stem.move('width', 'length')
    stem.move('spare', 'width')
  }
  if (stem?.has('width')) sizes.derive('neck', stem.formula('width'))
  // `100 across the top, bar 30 deep`: the first number is how long it is, and the bar tells how wide that is.
  if (arm?.has('width') && sizes.byTurn('arm') && !sizes.has('length')) sizes.move('arm', 'length')
  // `bar 100 x 20, stem below it 80 long`: as high as both.
  if (stem?.has('length') && arm?.has('width') && !sizes.has('width'))
    sizes.derive('width', `${arm.formula('width')} + ${stem.formula('length')}`)
  for (const slot of ['width', 'thickness'] as const)
    if (stem?.has(slot) && arm && !arm.has(slot)) arm.derive(slot, stem.formula(slot))
  const [first, second] = sizes.pieces('arm').filter((one) => one.has('length'))
  if (first && !sizes.has('length')) sizes.derive('length', first.formula('length'))
  if (second && !sizes.has('width')) sizes.derive('width', second.formula('length'))
  if (arm?.has('thickness') && !sizes.has('thickness')) sizes.derive('thickness', arm.formula('thickness'))
  if (!sizes.has('length') && sizes.has('width')) sizes.derive('length', sizes.formula('width'))
  if (!sizes.has('width') && sizes.has('length')) sizes.derive('width', sizes.formula('length'))
  if (!sizes.has('length') || !sizes.has('arm')) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How large is the ${sizes.noun}, and how wide are its arms?`, [
      '80 x 80 mm, arms 20 mm wide',
    ])
    return
  }
  if (!sizes.has('thickness')) sizes.assume('thickness', 5, 'no thickness was said')
  if (sizes.value('arm') >= Math.min(sizes.value('length'), sizes.value('width')))
    sizes.refuse('AGENT_IMPOSSIBLE', `Arms ${sizes.value('arm')} mm wide fill all of it.`)
}

/** Of a T, what hangs below its bar. */
const stem: Kind = {
  key: 'stem',
  nouns: 'stem, web, tail, upright',
  slots: {
    length: { label: 'Stem length', accepts: 'length height', say: '# long' },
    width: { label: 'Stem width', accepts: 'width', say: '# wide' },
    thickness: { label: 'Stem thickness', accepts: 'thickness', say: '# thick' },
  },
  bare: ['length'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'thickness'] },
}

/** The free parts of its bars. */
type Arms = NonNullable<Form['arms']>[string]
const shape = (
  key: string,
  nouns: string,
  place: (sizes: Sizes) => [string, string],
  arms: (sizes: Sizes) => Arms,
  contour: (half: { x: string; y: string; arm: string; width: string }) => NonNullable<Form['contour']>,
): Family => ({
  key,
  nouns,
  slots,
  bare: ['length', 'width', 'thickness'],
  chains: {
    2: ['length', 'width'],
    3: ['length', 'width', 'thickness'],
    4: ['length', 'width', 'arm', 'thickness'],
  },
  parts: {
    ...(key === 'flat-tee' ? { stem } : {}),
    arm: {
      key: 'arm',
      nouns: 'arm, leg, bar, limb, top bar, cross bar, crossbar, side',
      slots: {
        width: { label: 'Arm width', accepts: 'width depth height', say: '# wide' },
        length: { label: 'Arm length', accepts: 'length', say: '# long' },
        thickness: { label: 'Arm thickness', accepts: 'thickness', say: '# thick' },
      },
      bare: ['width'],
      chains: { 2: ['length', 'width'], 3: ['length', 'width', 'thickness'] },
    },
  },
  repeats: ['arm'],
  spots: 'arm',
  settle,
  form(sizes): Form {
    const { length = '0', width = '0', arm = '0', neck = arm, thickness = '0' } = sizes
    const [x, y] = place(sizes)
    const at = (u: string, v: string) => (u === '0' && v === '0' ? '' : `Pos(${u}, ${v}) * `)
    return {
      code: `${at('0', y)}Box(${length}, ${arm}, ${thickness}, align=floor) + ${at(x, '0')}Box(${neck}, ${width}, ${thickness}, align=floor)`,
      size: [length, width, thickness],
      volume:
        neck === arm
          ? `(${length} + ${width} - ${arm}) * ${arm} * ${thickness}`
          : `(${length} * ${arm} + (${width} - ${arm}) * ${neck}) * ${thickness}`,
      openings: '0',
      outline: { kind: 'other' },
      arms: { arm: arms(sizes) },
      contour: contour({ x: halved(length), y: halved(width), arm: halved(neck), width: arm }),
    }
  },
})

const lying = (x: string, y: string, length: string): Arms[number] => ({ on: 'top', along: 'x', at: [x, y], length })
const standing = (x: string, y: string, length: string): Arms[number] => ({
  on: 'top',
  along: 'y',
  at: [x, y],
  length,
})
const aside = (long: string, arm: string): string => `(${long} - ${arm}) / 2`

export const flatTee = shape(
  'flat-tee',
  `t plate, t shaped plate, flat t bracket, t shaped flat bracket, flat t plate, tee plate, flat tee, t shaped flat plate, t bracket flat, t plate flat, t connecting plate, t connector plate, t joining plate, t brace, t strap, t mending plate, flat t shaped bracket, tee bracket flat, flat tee bracket, t joint plate, flat t shaped plate`,
  ({ width = '0', arm = '0' }) => ['0', aside(width, arm)],
  ({ length = '0', width = '0', arm = '0', neck = arm }) => [
    lying(`-(${length} + ${neck}) / 4`, aside(width, arm), `(${length} - ${neck}) / 2`),
    lying(`(${length} + ${neck}) / 4`, aside(width, arm), `(${length} - ${neck}) / 2`),
    standing('0', `-${arm} / 2`, `${width} - ${arm}`),
  ],
  ({ x, y, arm, width }) => [
    [`-${x}`, y],
    [`-${x}`, `${y} - ${width}`],
    [`-${arm}`, `${y} - ${width}`],
    [`-${arm}`, `-${y}`],
    [arm, `-${y}`],
    [arm, `${y} - ${width}`],
    [x, `${y} - ${width}`],
    [x, y],
  ],
)
export const flatEll = shape(
  'flat-ell',
  `l shaped plate, flat l bracket, l bracket flat, flat l plate, l corner plate, l joining plate, l connecting plate, l connector plate, flat corner brace, flat corner plate, flat corner bracket, l mending plate, flat l shaped bracket, l shaped flat plate, l shaped flat bracket, flat angle bracket, corner mending plate, flat corner iron, flat angle brace, flat corner, corner flat bracket`,
  ({ length = '0', width = '0', arm = '0' }) => [`-${aside(length, arm)}`, `-${aside(width, arm)}`],
  ({ length = '0', width = '0', arm = '0' }) => [
    lying(`${arm} / 2`, `-${aside(width, arm)}`, `${length} - ${arm}`),
    standing(`-${aside(length, arm)}`, `${arm} / 2`, `${width} - ${arm}`),
  ],
  ({ x, y, width }) => [
    [`-${x}`, `-${y}`],
    [x, `-${y}`],
    [x, `${width} - ${y}`],
    [`${width} - ${x}`, `${width} - ${y}`],
    [`${width} - ${x}`, y],
    [`-${x}`, y],
  ],
)
export const flatCross = shape(
  'flat-cross',
  `cross plate, cross shaped plate, cross shape plate, plus shaped plate, plus plate, plus shape, plus sign, cross shape, greek cross, cross shaped piece, x plate, cross bracket, plus shaped block, cross shaped block, cross shaped part`,
  () => ['0', '0'],
  ({ length = '0', width = '0', arm = '0' }) => [
    ...['-', ''].map((sign) => lying(`${sign}(${length} + ${arm}) / 4`, '0', `(${length} - ${arm}) / 2`)),
    ...['-', ''].map((sign) => standing('0', `${sign}(${width} + ${arm}) / 4`, `(${width} - ${arm}) / 2`)),
  ],
  ({ x, y, arm }) => [
    [`-${x}`, `-${arm}`],
    [`-${arm}`, `-${arm}`],
    [`-${arm}`, `-${y}`],
    [arm, `-${y}`],
    [arm, `-${arm}`],
    [x, `-${arm}`],
    [x, arm],
    [arm, arm],
    [arm, y],
    [`-${arm}`, y],
    [`-${arm}`, arm],
    [`-${x}`, arm],
  ],
)

/** A quarter of a disc. */
export const quarterDisc: Family = {
  key: 'quarter-disc',
  nouns: `quarter round, ${roundStock('quarter')}, quarter circle, quarter disc, quarter circle plate, quarter circular plate, quadrant, quadrant plate, quarter cylinder`,
  slots: {
    radius: { label: 'Radius', accepts: 'radius outer-radius length width side', say: 'radius #', name: 'radius' },
    thickness: { label: 'Thickness', accepts: 'thickness height depth z length', say: '# thick' },
  },
  bare: ['radius', 'thickness'],
  chains: { 2: ['radius', 'thickness'] },
  settle(sizes) {
    if (!sizes.has('radius')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What radius should the quarter circle have?', ['50 mm radius'])
      return
    }
    if (!sizes.has('thickness')) sizes.assume('thickness', 5, 'no thickness was said')
  },
  form: ({ radius = '0', thickness = '0' }) => ({
    code: `Pos(-${radius} / 2, -${radius} / 2) * (Cylinder(${radius}, ${thickness}, align=floor) & Box(${radius}, ${radius}, ${thickness}, align=Align.MIN))`,
    size: [radius, radius, thickness],
    volume: `pi / 4 * ${radius}**2 * ${thickness}`,
    openings: '0',
    outline: { kind: 'other' },
  }),
}
