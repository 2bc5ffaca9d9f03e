import type { Family, Form, Settling, Sizes } from '../kinds.ts'
import { boxOf } from './box-form.ts'
import { lip, settleLip, withLip } from './lip.ts'
import { MOTOR_FLAGS, MOTOR_SLOTS, settleMotor, withMotorHoles } from './motor-holes.ts'

/** Only that end is rounded: as far as the corner radius says, and all of it without one. */
const ROUND_ENDS = ['right-end-round', 'left-end-round'] as const

const CORNER = { label: 'Corner radius', accepts: 'corner', say: 'corner radius #', min: 0.1 }

/** Sizes along x, y and z; a plate's least number is its thickness. */
export const plate: Family = {
  key: 'plate',
  nouns: `plate, drawer divider, divider plate, plt, plaque, tag, name tag, key tag, luggage tag, sheet, panel, mounting plate, base plate, baseplate, cover plate, adapter plate, flat plate, backplate, back plate, faceplate, face plate,
    blanking plate, board, french cleat, french cleat strip, rectangular plate, tab, strip, shim, square plate, slab, end plate, top plate, bottom plate, gusset plate, wall plate,
    name plate, nameplate, square washer, square flange, rectangular flange, tile, test coupon, coupon, spacer plate, metal plate, steel plate, aluminium plate, plate blank, flat sheet, aluminium sheet, aluminum sheet, steel sheet, drill gauge, bolt gauge, bolt size gauge, size gauge, hole gauge,
    feeler gauge, ruler, pegboard, peg board, grille, vent grille, speaker grille, fan grille, vent plate, vent panel, drain grate, drain cover, keychain, key chain, key fob,
    keyring tag, dog tag, pet tag, bookmark, switch plate, light switch plate, light switch cover, light switch cover plate, outlet cover, outlet plate, door plate, kick plate, push plate, sign plate,
    door sign, placard, cutting board, chopping board, doubler plate, wear plate, splice plate, fish plate, fishplate, strike plate, striker plate, latch plate, connecting plate, joining plate,
    mending plate, tie plate, clamp plate, sole plate, tooling plate, fixture plate, jig plate, drill template, router plate, inspection cover, access panel, hatch cover, blanking panel, grate, grating, template, jig, drill jig, drilling jig, backing plate, backing board, backer plate, worktop, countertop, table top, tabletop`,
  slots: {
    length: { label: 'Length', accepts: 'length x overall', say: '# long' },
    width: { label: 'Width', accepts: 'width y depth side', say: '# wide' },
    thickness: { label: 'Thickness', accepts: 'thickness height z depth', say: '# thick' },
    corner: CORNER,
    ...MOTOR_SLOTS,
  },
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'thickness'] },
  chainOf: (values, noun) => lyingDown(values, noun, 'thickness') ?? flattened(values),
  bare: ['length', 'width', 'thickness'],
  flags: `rounded square fully-rounded ${ROUND_ENDS.join(' ')} ${MOTOR_FLAGS}`,
  parts: { lip },
  settle(sizes) {
    fromTheFront(sizes)
    square(sizes, 'thickness')
    if (sizes.has('bolts')) settleMotor(sizes)
    if (!sizes.has('length') && !sizes.has('width') && !sizes.has('thickness')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large should the plate be?', [
        '80 x 60 x 5 mm',
        '100 x 100 x 5 mm',
        '200 x 100 x 3 mm',
      ])
      return
    }
    // `1/4 inch plate`: so thin a thing is told by its thickness.
    const [only] = ['length', 'width', 'thickness'].filter((slot) => sizes.has(slot))
    if (
      only === 'length' &&
      !sizes.has('width') &&
      !sizes.has('thickness') &&
      sizes.byTurn(only) &&
      sizes.value(only) <= THIN
    ) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How long and how wide should the ${sizes.noun} be?`, [
        '80 x 60 mm',
        '100 x 100 mm',
      ])
      return
    }
    if (!sizes.has('thickness')) sizes.assume('thickness', 5, 'no thickness was said')
    if (!sizes.has('width'))
      sizes.assume('width', sizes.has('length') ? Math.max(10, sizes.value('length') / 2) : 50, 'no width was said')
    if (!sizes.has('length')) sizes.assume('length', sizes.value('width'), 'no length was said')
    corners(sizes)
    settleLip(sizes)
  },
  form: (sizes, has, pieces) => withLip(withMotorHoles(boxForm('thickness')(sizes, has), sizes), sizes, pieces),
}

const THIN = 16

/** Stock by its section: `flat bar 30 x 5, 400 long`. */
export const flatBar: Family = {
  ...plate,
  key: 'flat-bar',
  nouns:
    'flat bar, molding, picture frame molding, frame molding, flat, steel flat, flat steel, flat stock, aluminium flat, flat iron',
  bare: ['width', 'thickness', 'length'],
  chains: { 2: ['width', 'thickness'], 3: ['length', 'width', 'thickness'] },
  settle(sizes) {
    if (sizes.has('width') && !sizes.has('length')) sizes.assume('length', 100, 'no length was said')
    // `3/4 x 1-1/2 inch`: whichever was said first, the larger is how wide it lies.
    if (sizes.byTurn('width') && sizes.byTurn('thickness') && sizes.value('thickness') > sizes.value('width')) {
      sizes.move('thickness', 'lies')
      sizes.move('width', 'thickness')
      sizes.move('lies', 'width')
    }
    plate.settle(sizes)
  },
}

export const block: Family = {
  key: 'block',
  nouns: `block, cuboid, brick, bar, batten, lath, slat, joist, rectangular bar, rectangular block, square bar, solid block, workpiece, billet, manifold, manifold block, rectangular prism, box-shaped block,
    solid box, base, body, base block, rectangular solid, stock, blank, rail, beam blank, square stock, square rod, rectangular body, solid bar, key blank, stop, vise stop, fence stop`,
  slots: {
    length: { label: 'Length', accepts: 'length x overall', say: '# long' },
    width: { label: 'Width', accepts: 'width y side depth', say: '# wide' },
    height: { label: 'Height', accepts: 'height z thickness depth', say: '# high' },
    corner: CORNER,
  },
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  chainOf: (values, noun) => lyingDown(values, noun, 'height'),
  bare: ['length', 'width', 'height'],
  flags: `rounded square fully-rounded ${ROUND_ENDS.join(' ')}`,
  settle(sizes) {
    square(sizes)
    const said = ['length', 'width', 'height'].filter((slot) => sizes.has(slot))
    if (said.length === 0) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be?`, [
        '60 x 40 x 20 mm',
        '50 x 50 x 50 mm',
        '100 x 20 x 20 mm',
      ])
      return
    }
    if (!sizes.has('length'))
      sizes.assume('length', Math.max(...said.map((slot) => sizes.value(slot))), 'no length was said')
    if (!sizes.has('width'))
      sizes.assume('width', sizes.has('height') ? sizes.value('height') : 20, 'no width was said')
    if (!sizes.has('height')) sizes.assume('height', sizes.value('width'), 'no height was said')
    corners(sizes)
  },
  form: boxForm('height'),
}

export const cube: Family = {
  key: 'cube',
  nouns: 'cube, die, dice, solid cube',
  slots: {
    side: { label: 'Side', accepts: 'side length width height thickness x bottom-width', say: '# sides' },
    // Said for each of its sides: `cube 20 x 20 x 20`.
    side2: { label: 'Side', accepts: '', say: '' },
    side3: { label: 'Side', accepts: '', say: '' },
    corner: CORNER,
  },
  bare: ['side'],
  chains: { 2: ['side', 'side2'], 3: ['side', 'side2', 'side3'] },
  flags: 'rounded',
  // `a cube 20 x 20 x 10` is called so, and is none.
  instead: [
    {
      when: ({ sizes }) => {
        const sides = ['side', 'side2', 'side3'].flatMap((slot) => sizes.get(slot)?.quantity.value ?? [])
        return sides.length === 3 && new Set(sides).size > 1
      },
      family: 'block',
      slots: { side: 'length', side2: 'width', side3: 'height' },
    },
  ],
  settle(sizes) {
    if (!sizes.has('side'))
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large should the cube be?', ['20 mm', '50 mm', '100 mm'])
    else if (sizes.has('side2') && Math.abs(sizes.value('side2') - sizes.value('side')) > 1e-6)
      sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        `A cube has equal sides, and ${sizes.value('side')} and ${sizes.value('side2')} mm were said. How high is it?`,
        ['side', 'side2'].map((slot) => `${sizes.value(slot)} mm high`),
      )
  },
  form: ({ side = '0', corner }) => boxOf(side, side, side, corner),
}

function boxForm(up: string) {
  return ({ length = '0', width = '0', [up]: height = '0', corner }: Sizes, has: (flag: string) => boolean): Form => {
    const end = ROUND_ENDS.find(has)
    if (end && corner) return oneEnded([length, width, height], corner, { left: end === 'left-end-round', has })
    if (has('disc-round')) return discRound(length, width, height)
    if (has('full-upright')) return roundEnded(length, width, height, true)
    return has('full-round') ? roundEnded(length, width, height) : boxOf(length, width, height, corner)
  }
}

/** One end rounded, the other one square. */
function oneEnded(
  size: [string, string, string],
  corner: string,
  { left, has }: { left: boolean; has: (flag: string) => boolean },
): Form {
  const [length, width, height] = size
  const full = has('full-round')
  const [there, away] = left ? ['-', ''] : ['', '-']
  const round = full ? `SlotOverall(${length}, ${width})` : `RectangleRounded(${length}, ${width}, ${corner})`
  // Beyond the corners of the round end it is as it was.
  const square = `Pos(${away}${corner} / 2, 0) * Rectangle(${length} - ${corner}, ${width})`
  return {
    code: `extrude(${round} + ${square}, ${height})`,
    size: [length, width, height],
    volume: `(${length} * ${width} - (2 - pi / 2) * ${corner}**2) * ${height}`,
    openings: '0',
    outline: { kind: 'rectangle' },
    ...(full ? { roundEnd: [`${there}(${length} / 2 - ${corner})`, '0'] as [string, string] } : {}),
    edges: {},
  }
}

/** Ends as round as the width lets them be. */
export function roundEnded(length: string, width: string, height: string, upright = false): Form {
  const [long, wide] = upright ? [width, length] : [length, width]
  return {
    code: `extrude(${upright ? 'Rot(0, 0, 90) * ' : ''}SlotOverall(${long}, ${wide}), ${height})`,
    size: [length, width, height],
    volume: `(pi / 4 * ${wide}**2 + (${long} - ${wide}) * ${wide}) * ${height}`,
    openings: '0',
    outline: { kind: 'rectangle' },
    endCentres: `${wide} / 2`,
    edges: {},
  }
}

/** A square whose corners are as round as they can be. */
const discRound = (length: string, width: string, height: string): Form => ({
  code: `Cylinder(${length} / 2, ${height}, align=floor)`,
  size: [length, width, height],
  volume: `pi / 4 * ${length}**2 * ${height}`,
  openings: '0',
  outline: { kind: 'rectangle' },
  edges: {},
})

/** Stock told by its section and then its length lies along x: `bar 20 x 10 x 300`. */
function lyingDown(values: readonly number[], noun: string, up: 'height' | 'thickness'): string[] | undefined {
  const [first = 0, second = 0, last = 0] = values
  if (values.length !== 3 || !STOCK.test(noun) || last < 2 * Math.max(first, second)) return undefined
  return first < second && up === 'thickness' ? [up, 'width', 'length'] : ['width', up, 'length']
}
const STOCK = /\b(?:bar|flat|rail|strip|rod|stock|iron|batten|lath|slat|joist)\b/

/** A plate said with its least number first is as thick as that. */
function flattened(values: readonly number[]): string[] | undefined {
  const [first = 0, second = 0, last = 0] = values
  if (values.length !== 3 || last <= Math.min(first, second)) return undefined
  return first <= second ? ['thickness', 'length', 'width'] : ['length', 'thickness', 'width']
}

/** `482.6 wide, 43.7 high, 3 mm`: seen from the front, and the one without a word is how thick it is. */
function fromTheFront(sizes: Settling): void {
  // `plate 45 wide 70 tall`: that is no thickness.
  const upright = sizes.called('width') === 'width' && sizes.called('thickness') === 'height' && !sizes.has('length')
  if (upright && sizes.value('thickness') > THIN && sizes.value('thickness') * 2 > sizes.value('width')) {
    sizes.move('width', 'length')
    sizes.move('thickness', 'width')
  }
  if (!['length', 'width', 'thickness'].every((slot) => sizes.has(slot))) return
  if (!sizes.byTurn('length') || sizes.byTurn('thickness') || sizes.value('length') * 3 >= sizes.value('thickness'))
    return
  sizes.move('length', 'spare')
  sizes.move('width', 'length')
  sizes.move('thickness', 'width')
  sizes.move('spare', 'thickness')
}

/** `50 mm square plate`: one number for both sides. */
function square(sizes: Settling, high = 'height'): void {
  // `square plate 90 x 12`: one side, and how thick it is.
  const thick = sizes.flag('square') && sizes.byTurn('length') && sizes.byTurn('width') && !sizes.has(high)
  if (thick && high === 'thickness' && sizes.value('length') > 3 * sizes.value('width')) {
    sizes.move('width', high)
    sizes.derive('width', sizes.formula('length'))
  }
  // `20 x 300 square bar`: its side, and how long it is.
  const stock =
    /square (?:bar|rod|stock|tube|post)/.test(sizes.noun) || (sizes.flag('square') && /bar|rod|stock/.test(sizes.noun))
  if (stock && sizes.byTurn('length') && sizes.byTurn('width') && !sizes.has('height')) {
    if (sizes.value('length') < sizes.value('width')) {
      sizes.move('length', 'height')
      sizes.move('width', 'length')
      sizes.derive('width', sizes.formula('height'))
    } else sizes.derive('height', sizes.formula('width'))
  }
  if (sizes.flag('square') && sizes.has('length') !== sizes.has('width'))
    sizes.derive(sizes.has('length') ? 'width' : 'length', sizes.formula(sizes.has('length') ? 'length' : 'width'))
}

/** `fully rounded ends` are as round as the width lets them be. */
function corners(sizes: Settling): void {
  const least = Math.min(sizes.value('length'), sizes.value('width'))
  if (sizes.has('corner') && 2 * sizes.value('corner') > least + 1e-9)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `Corners of R${sizes.value('corner')} need sides of ${2 * sizes.value('corner')} mm; the shorter one is ${least} mm.`,
    )
  const end = ROUND_ENDS.some((flag) => sizes.flag(flag))
  const full =
    sizes.flag('fully-rounded') ||
    (end && !sizes.has('corner')) ||
    (sizes.has('corner') && Math.abs(2 * sizes.value('corner') - least) < 1e-6)
  if (full && sizes.value('length') > sizes.value('width')) {
    if (!sizes.has('corner')) sizes.derive('corner', `${sizes.formula('width')} / 2`)
    sizes.mark('full-round')
    return
  }
  // `40 x 60, R20 corners`: the ends that are all round lie across; of a square nothing straight is left.
  if (full && sizes.has('corner') && !end)
    sizes.mark(
      sizes.value('length') < least + 1e-6 && sizes.value('width') < least + 1e-6 ? 'disc-round' : 'full-upright',
    )
  if (end && !sizes.has('corner'))
    sizes.refuse(
      'AGENT_UNSUPPORTED',
      'Only an end of the longer sides can be all round here; a corner radius may be said.',
    )
  if (!sizes.has('corner') && (sizes.flag('rounded') || sizes.flag('fully-rounded')))
    sizes.assume('corner', Math.max(1, Math.round(least / 10)), 'rounded, and no radius was said')
}
