import { evaluate, plus } from '../formula.ts'
import type { FaceForm, Family, Form, Kind, Settling, Sizes, Slot } from '../kinds.ts'
import { halved, powered } from './round.ts'

// Brackets stand with their base on z = 0; sizes of legs are outside.

const WIDTH: Slot = { label: 'Width', accepts: 'width depth y', say: '# wide' }
const THICK: Slot = { label: 'Thickness', accepts: 'thickness wall floor', say: '# thick' }
const BEND: Slot = {
  label: 'Inside bend radius',
  accepts: 'bend radius inner-radius',
  say: 'bend radius #',
  name: 'bend_radius',
}

const legSlots: Record<string, Slot> = {
  length: { label: 'Leg', accepts: 'length arm', say: '# long' },
  height: { label: 'Leg height', accepts: 'height', say: '# high' },
  width: { label: 'Leg width', accepts: 'width depth', say: '# wide' },
  thickness: { label: 'Leg thickness', accepts: 'thickness', say: '# thick' },
}
/** A flange that has a length and nothing else: height and width are those of the bracket. */
const armOf = (nouns: string): Kind => ({
  key: 'leg',
  nouns: `${nouns}, foot`,
  slots: { length: { label: 'Flange', accepts: 'arm length', say: 'flanges #' } },
  bare: ['length'],
  faces: ['top', 'bottom'],
})
const leg = (key: string, nouns: string, faces: Kind['faces']): Kind => ({
  key,
  nouns,
  slots: legSlots,
  bare: ['length'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'thickness'] },
  ...(faces ? { faces } : {}),
})

const UPRIGHT =
  'vertical leg, upright, vertical wall, vertical plate, upright leg, upright plate, vertical arm, vertical side, back plate, back wall, vertical flange, upright wall, second leg, other leg, one leg up, vertical face, upright flange'
const LYING =
  'base, horizontal leg, base plate, bottom leg, horizontal plate, horizontal arm, horizontal flange, foot, bottom plate, first leg, lower leg, base leg'
const LEGS = 'leg, arm, flange'

/** `bent from 2 mm sheet`: what it is made of says how thick it is. */
const sheet: Kind = {
  key: 'sheet',
  nouns: 'sheet, sheet stock, metal sheet, strip, plate stock, flat stock',
  slots: {
    thickness: { label: 'Thickness', accepts: 'thickness wall', say: '# thick' },
    width: { label: 'Width', accepts: 'width', say: '# wide' },
  },
  bare: ['thickness'],
  chains: { 2: ['width', 'thickness'] },
}
const takeSheet = (sizes: Settling): void => {
  const from = sizes.part('sheet')
  for (const slot of ['thickness', 'width'] as const)
    if (from?.has(slot) && !sizes.has(slot)) sizes.derive(slot, from.formula(slot))
}

/** What it is put round. */
const held: Kind = {
  key: 'held',
  nouns: 'bar, post, beam, rail, board, timber, tube, pipe, batten, joist',
  slots: {
    width: { label: 'Width of what it holds', accepts: 'width diameter', say: '# wide' },
    height: { label: 'Height of what it holds', accepts: 'height', say: '# high' },
  },
  bare: ['width', 'height'],
  chains: { 2: ['width', 'height'] },
}

const l = {
  sheet,
  base: leg('base', LYING, ['top']),
  upright: leg('upright', UPRIGHT, ['left']),
  leg: leg('leg', LEGS, ['top', 'left']),
  longleg: leg('longleg', 'long leg, longer leg, long arm, longer arm, long side', ['long']),
  shortleg: leg('shortleg', 'short leg, shorter leg, short arm, shorter arm, short side', ['short']),
}

export const lbracket: Family = {
  key: 'l-bracket',
  nouns: `bracket, l bracket, l-bracket, angle bracket, corner bracket, right angle bracket, right-angle bracket, mounting bracket, l shaped bracket, l-shaped bracket, shelf bracket, 90 degree bracket, l plate,
    bent bracket, sheet metal bracket, corner brace, angle plate, bent sheet metal bracket, bent plate, right angled bracket, steel bracket, l shape, support bracket, bent sheet bracket, sensor bracket, motor bracket, wall bracket, metal bracket, l angle bracket, lbracket, angle cleat, angle clip, angle piece, angle brace, cleat, angle tie, corner angle, corner piece`,
  slots: {
    base: { label: 'Lying leg', accepts: 'length arm x', say: 'base # long', name: 'leg' },
    upright: { label: 'Upright leg', accepts: 'height arm z', say: 'vertical leg # long', name: 'upright' },
    width: WIDTH,
    thickness: THICK,
    bend: BEND,
    root: { label: 'Fillet in the inside corner', accepts: 'root', say: 'inside corner R#', name: 'inside_fillet' },
    heel: { label: 'Outside corner radius', accepts: 'outer-radius', say: 'outside corner R#', name: 'outside_radius' },
    corner: { label: 'Free corner radius', accepts: 'corner', say: 'free corners R#', name: 'corner_radius' },
  },
  bare: [],
  refill: ['thickness'],
  yields: ['width'],
  repeats: ['leg'],
  chains: { 2: ['base', 'upright'], 3: ['base', 'upright', 'width'], 4: ['base', 'upright', 'width', 'thickness'] },
  parts: l,
  legOf(noun, { base = '0', upright = '0' }, values) {
    const lying = evaluate(base, values) >= evaluate(upright, values)
    if (/long/.test(noun)) return lying ? 'base' : 'upright'
    if (/short/.test(noun)) return lying ? 'upright' : 'base'
    if (/upright|vertical|wall/.test(noun)) return 'upright'
    return /base|horizontal/.test(noun) ? 'base' : undefined
  },
  settle(sizes) {
    takeSheet(sizes)
    legs(sizes)
    if (sizes.problem) return
    if (!sizes.has('base') || !sizes.has('upright')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How long are the two legs?', ['60 and 40 mm', '50 and 50 mm', '40 and 40 mm'])
      return
    }
    if (!sizes.has('width'))
      sizes.assume(
        'width',
        Math.max(10, Math.round(Math.min(sizes.value('base'), sizes.value('upright')) / 2)),
        'no width was said',
      )
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness was said')
    thin(sizes, ['base', 'upright'])
    if (sizes.has('corner') && 2 * sizes.value('corner') >= sizes.value('width'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Corners of R${sizes.value('corner')} do not fit a leg ${sizes.value('width')} mm wide.`,
      )
  },
  form({ base = '0', upright = '0', width = '0', thickness = '0', bend, root, heel, corner }): Form {
    const floor = {
      at: [`${thickness} / 2`, '0', thickness] as [string, string, string],
      size: [`${base} - ${thickness}`, width] as [string, string],
      through: thickness,
    }
    const plain = `Box(${base}, ${width}, ${upright}, align=floor) - Pos(${thickness} / 2, 0, ${thickness}) * Box(${base} - ${thickness}, ${width}, ${upright} - ${thickness}, align=floor)`
    const outer = bend ? `(${bend} + ${thickness})` : ''
    // The corners at the ends of both legs.
    const free = corner
      ? [
          `bracket = fillet(bracket.edges().filter_by(Axis.Z).sort_by(Axis.X)[-2:], ${corner})`,
          `bracket = fillet(bracket.edges().filter_by(Axis.X).sort_by(Axis.Z)[-2:], ${corner})`,
        ]
      : []
    const inside = (radius: string) =>
      `bracket = fillet(bracket.edges().filter_by(Axis.Y).filter_by_position(Axis.Z, ${thickness}, ${thickness}).sort_by(Axis.X)[0], ${radius})`
    const outside = (radius: string) =>
      `bracket = fillet(bracket.edges().filter_by(Axis.Y).filter_by_position(Axis.Z, 0, 0).sort_by(Axis.X)[0], ${radius})`
    const quarter = (radius: string) => `(1 - pi / 4) * ${powered(radius)} * ${width}`
    const rounds = `${root ? ` + ${quarter(root)}` : ''}${heel ? ` - ${quarter(heel)}` : ''}`
    const cut = corner ? ` - (4 - pi) * ${powered(corner)} * ${thickness}` : ''
    return {
      ...(bend || corner || root || heel
        ? {
            before: [
              `bracket = ${plain}`,
              ...free,
              ...(root ? [inside(root)] : []),
              ...(heel ? [outside(heel)] : []),
              ...(!bend ? [] : [inside(bend), outside(`${bend} + ${thickness}`)]),
            ],
            code: 'bracket',
          }
        : { code: plain }),
      size: [base, width, upright],
      volume: bend
        ? `((${base} + ${upright} - ${thickness}) * ${thickness} + (1 - pi / 4) * (${powered(bend)} - ${outer}**2)) * ${width}${rounds}${cut}`
        : `(${base} + ${upright} - ${thickness}) * ${thickness} * ${width}${rounds}${cut}`,
      openings: '0',
      outline: { kind: 'rectangle' },
      faces: {
        top: floor,
        left: {
          at: [`-${base} / 2`, '0', `(${upright} + ${thickness}) / 2`],
          size: [width, `${upright} - ${thickness}`],
          through: thickness,
        },
      },
      legs: { top: base, left: upright },
    }
  },
}

/** Legs said as pieces, together or one by one. */
function legs(sizes: Settling): void {
  const own = sizes.has('width') ? sizes.formula('width') : undefined
  const [base, upright] = [sizes.part('base'), sizes.part('upright')]
  const take = (slot: string, from: Settling | undefined, size: string) => {
    if (from?.has(size) && !sizes.has(slot)) sizes.derive(slot, from.formula(size))
  }
  const loose = [...sizes.pieces('leg'), ...sizes.pieces('longleg'), ...sizes.pieces('shortleg')].filter((one) =>
    one.has('length'),
  )
  const [first] = loose
  const pair =
    first?.plural && loose.length === 1 && first.byTurn('length') && first.byTurn('width') ? first : undefined
  take('base', base, 'length')
  take('upright', upright, 'length')
  for (const one of loose) {
    const slot = sizes.has('base') ? 'upright' : 'base'
    take(slot, one, 'length')
  }
  take('upright', upright, 'height')
  // `40x30 base, 40x25 wall`: what both have is the width.
  if (base && upright && ['length', 'width'].every((size) => base.has(size) && upright.has(size))) {
    const shared = ['length', 'width'].find(
      (size) => base.value(size) === upright.value('length') || base.value(size) === upright.value('width'),
    )
    if (shared) {
      const other = (one: Settling) => (one.value('length') === base.value(shared) ? 'width' : 'length')
      sizes.derive('width', base.formula(shared))
      sizes.derive('base', base.formula(shared === 'length' ? 'width' : 'length'))
      sizes.derive('upright', upright.formula(other(upright)))
    }
  }
  // `50 wide, base 40 deep`: with the width known, that is how far the base reaches.
  if (base?.has('width') && !base.has('length') && sizes.has('width') && !sizes.has('base'))
    sizes.derive('base', base.formula('width'))
  for (const one of [base, upright, ...sizes.pieces('leg'), ...loose]) {
    if (!(pair && one === pair)) take('width', one, 'width')
    take('thickness', one, 'thickness')
  }
  const thick = [base, upright, ...loose].filter((one) => one?.has('thickness') === true)
  const [one, other] = [thick[0], thick.find((leg) => leg?.value('thickness') !== thick[0]?.value('thickness'))]
  if (one && other)
    sizes.refuse(
      'AGENT_UNSUPPORTED',
      `Legs ${one.value('thickness')} mm and ${other.value('thickness')} mm thick were said; a bracket is made of one thickness here.`,
      [`${one.value('thickness')} mm thick`, `${other.value('thickness')} mm thick`],
    )
  // `100 x 70 legs`: one each. `legs of 50 mm`: both.
  const [single] = loose
  if (pair && single && !sizes.has('upright')) {
    sizes.derive('upright', single.formula('width'))
    if (own) sizes.derive('width', own)
  } else if (single && loose.length === 1 && !sizes.has('upright')) sizes.derive('upright', sizes.formula('base'))
}

function thin(sizes: Settling, across: string[]): void {
  for (const slot of across)
    if (sizes.has(slot) && sizes.value(slot) <= sizes.value('thickness'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A leg of ${sizes.value(slot)} mm is not longer than it is thick (${sizes.value('thickness')} mm).`,
      )
}

export const ubracket: Family = {
  key: 'u-bracket',
  nouns:
    'u bracket, u-bracket, u channel bracket, u shaped bracket, u-shaped bracket, saddle bracket, yoke, clevis, clevis bracket, fork, u shape, channel bracket, post saddle, saddle, u shaped saddle, u shaped post saddle, u saddle, pipe saddle, beam saddle, joist hanger, u shaped holder, u clip, saddle clip, ubracket, joist shoe, beam shoe, post shoe, bearing support, pivot bracket, fork bracket, u-shaped channel',
  slots: {
    width: {
      label: 'Outside width',
      accepts: 'outer width length x overall bottom-width',
      say: '# outside',
      name: 'outside_width',
    },
    gap: {
      label: 'Inside gap',
      accepts: 'inner gap clear inner-width',
      say: '# inside gap',
      name: 'gap',
      not: 'width',
    },
    height: { label: 'Height', accepts: 'height arm z side overall-height', say: '# high' },
    insideHeight: {
      label: 'Inside height',
      accepts: 'inner-height',
      say: '# high inside',
      name: 'inside_height',
      not: 'height',
    },
    depth: { label: 'Depth', accepts: 'depth width length y', say: '# deep' },
    thickness: THICK,
  },
  bare: [],
  chains: { 2: ['width', 'height'], 3: ['width', 'height', 'depth'], 4: ['width', 'height', 'depth', 'thickness'] },
  parts: {
    base: leg('base', LYING, ['top']),
    leg: leg('leg', `${LEGS}, side wall, cheek, ear, lug`, ['left', 'right']),
    upright: leg('upright', 'side wall, cheek, upright', ['left', 'right']),
    sheet,
    held,
    gap: {
      key: 'gap',
      nouns: 'gap, opening, inside gap, clear gap',
      slots: { width: { label: 'Gap', accepts: 'width length inner', say: '' } },
      bare: ['width'],
    },
  },
  settle(sizes) {
    takeSheet(sizes)
    const [sides, base] = [sizes.part('leg') ?? sizes.part('upright'), sizes.part('base')]
    if (ears(sizes, base, sides)) return
    // `80 wide base`: with nothing else across, that is how wide the U is.
    if (
      base?.has('width') &&
      !base.has('length') &&
      !['width', 'gap'].some((slot) => sizes.has(slot)) &&
      (sizes.has('depth') || sides?.has('width'))
    )
      base.move('width', 'length')
    if (base?.has('length')) {
      if (sizes.has('width') && !sizes.has('depth')) sizes.move('width', 'depth')
      sizes.derive('width', base.formula('length'))
    }
    if (base?.has('width') && !sizes.has('depth')) sizes.derive('depth', base.formula('width'))
    if (base?.has('thickness') && !sizes.has('thickness')) sizes.derive('thickness', base.formula('thickness'))
    if (sides?.has('length') && !sizes.has('height')) sizes.derive('height', sides.formula('length'))
    if (sides?.has('height') && !sizes.has('height')) sizes.derive('height', sides.formula('height'))
    if (sides?.has('thickness') && !sizes.has('thickness')) sizes.derive('thickness', sides.formula('thickness'))
    if (sides?.has('width') && !sizes.has('depth')) sizes.derive('depth', sides.formula('width'))
    const hollow = sizes.part('gap')
    if (hollow?.has('width') && !sizes.has('gap')) sizes.derive('gap', hollow.formula('width'))
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness was said')
    around(sizes, { width: 'gap', height: 'insideHeight' })
    if (sizes.has('insideHeight') && !sizes.has('height'))
      sizes.derive('height', `${sizes.formula('insideHeight')} + ${sizes.formula('thickness')}`)
    if (sizes.has('gap')) {
      if (sizes.has('width') && !sizes.has('depth')) sizes.move('width', 'depth')
      if (!sizes.has('width')) sizes.derive('width', `${sizes.formula('gap')} + 2 * ${sizes.formula('thickness')}`)
    }
    if (!sizes.has('width') || !sizes.has('height')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How wide and how high is the U outside?', [
        '50 wide, 30 high',
        '60 wide, 40 high',
      ])
      return
    }
    if (!sizes.has('depth')) sizes.assume('depth', 20, 'no depth was said')
    if (sizes.value('width') <= 2 * sizes.value('thickness'))
      sizes.refuse('AGENT_IMPOSSIBLE', 'Two such sides leave no gap between them.')
  },
  form: ({ width = '0', height = '0', depth = '0', thickness = '0', ear, gap = '0', rise = '0' }) =>
    ear
      ? earsForm({ width, height, depth, thickness, ear, gap, rise })
      : {
          code: `Box(${width}, ${depth}, ${height}, align=floor) - Pos(0, 0, ${thickness}) * Box(${width} - 2 * ${thickness}, ${depth}, ${height} - ${thickness}, align=floor)`,
          size: [width, depth, height],
          volume: `(${width} * ${height} - (${width} - 2 * ${thickness}) * (${height} - ${thickness})) * ${depth}`,
          openings: '0',
          outline: { kind: 'rectangle' },
          faces: {
            top: { at: ['0', '0', thickness], size: [`${width} - 2 * ${thickness}`, depth], through: thickness },
            left: {
              at: [`-${width} / 2`, '0', `(${height} + ${thickness}) / 2`],
              size: [depth, `${height} - ${thickness}`],
              through: thickness,
            },
            right: {
              at: [`${width} / 2`, '0', `(${height} + ${thickness}) / 2`],
              size: [depth, `${height} - ${thickness}`],
              through: thickness,
            },
          },
          through: { bottom: thickness },
        },
}

/** A base plate with two ears standing on it: apart by a gap, or flush with its ends. */
function ears(sizes: Settling, base: Settling | undefined, sides: Settling | undefined): boolean {
  if (!base?.has('length') || !base.has('thickness') || !sides) return false
  if (!sides.has('height') && !sides.has('length')) return false
  sizes.derive('width', base.formula('length'))
  if (base.has('width')) sizes.derive('depth', base.formula('width'))
  sizes.derive('thickness', base.formula('thickness'))
  sizes.derive('ear', (sides.has('thickness') ? sides : base).formula('thickness'))
  sizes.derive('rise', sides.formula(sides.has('height') ? 'height' : 'length'))
  if (!sizes.has('depth')) sizes.assume('depth', Math.round(sizes.value('width') / 2), 'no depth was said')
  const hollow = sizes.part('gap')
  if (hollow?.has('width') && !sizes.has('gap')) sizes.derive('gap', hollow.formula('width'))
  if (!sizes.has('gap')) sizes.derive('gap', `${sizes.formula('width')} - 2 * ${sizes.formula('ear')}`)
  sizes.derive('height', `${sizes.formula('thickness')} + ${sizes.formula('rise')}`)
  for (const [piece, slot] of [
    [sides, 'width'],
    [base, 'width'],
  ] as const)
    if (piece.has(slot) && piece.value(slot) !== sizes.value('depth'))
      sizes.refuse('AGENT_UNSUPPORTED', `Ears are as deep as their base here, ${sizes.value('depth')} mm.`)
  if (sizes.value('gap') <= 0 || sizes.value('gap') + 2 * sizes.value('ear') > sizes.value('width') + 1e-6)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `Two ears ${sizes.value('ear')} mm thick, ${sizes.value('gap')} mm apart, do not stand on ${sizes.value('width')} mm.`,
    )
  return true
}

function earsForm({
  width = '0',
  height = '0',
  depth = '0',
  thickness = '0',
  ear = '0',
  gap = '0',
  rise = '0',
}: Sizes): Form {
  const out = `(${gap} / 2 + ${ear})`
  const side = (sign: string): FaceForm => ({
    at: [`${sign}${out}`, '0', `${thickness} + ${rise} / 2`],
    size: [depth, rise],
    through: ear,
  })
  return {
    code: `Box(${width}, ${depth}, ${thickness}, align=floor) + [Pos(side * (${gap} + ${ear}) / 2, 0, ${thickness}) * Box(${ear}, ${depth}, ${rise}, align=floor) for side in (-1, 1)]`,
    size: [width, depth, height],
    volume: `(${width} * ${thickness} + 2 * ${ear} * ${rise}) * ${depth}`,
    openings: '0',
    outline: { kind: 'rectangle' },
    faces: {
      top: { at: ['0', '0', thickness], size: [width, depth], through: thickness },
      left: side('-'),
      right: side(''),
    },
    through: { bottom: thickness },
  }
}

/** What it goes round tells its inside, where nothing else does: `for a 30 x 15 bar`. */
function around(sizes: Settling, slots: { width: string; height: string }): void {
  const of = sizes.part('held')
  if (!of) return
  for (const [size, slot] of Object.entries(slots)) {
    if (!of.has(size)) continue
    if (!sizes.has(slot)) sizes.derive(slot, of.formula(size))
    else if (sizes.value(slot) < of.value(size) || sizes.value(slot) > of.value(size) * 1.2 + 2)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `${sizes.value(slot)} mm inside was said, for a ${of.noun} of ${of.value(size)} mm.`,
      )
  }
}

const webOf: Kind = {
  key: 'web',
  nouns: 'web, step, offset, middle, middle part, riser',
  slots: { height: { label: 'Height', accepts: 'height length width depth overall', say: '# high' } },
  bare: ['height'],
}

export const zbracket: Family = {
  key: 'z-bracket',
  nouns:
    'z bracket, offset bracket, z profile, joggle bracket, z shaped bracket, z section, z plate, joggled bracket, z bar, z strip, z clip',
  slots: {
    height: { label: 'Height', accepts: 'height overall z offset', say: '# high' },
    width: { label: 'Width', accepts: 'width depth length y', say: '# wide' },
    thickness: THICK,
    flange: { label: 'Flange', accepts: 'arm', say: '', name: 'flange' },
    upper: { label: 'Upper flange', accepts: '', say: '', name: 'upper_flange' },
  },
  parts: { leg: armOf(`${LEGS}, top flange, bottom flange, upper flange, lower flange`), web: webOf, sheet },
  repeats: ['leg'],
  chains: { 3: ['flange', 'height', 'width'] },
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
    sizes.derive('upper', second ? second.formula('length') : sizes.formula('flange'))
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
        },
        bottom: {
          at: [`${middle === '0' ? '' : `${middle} + `}${halved(flange)}`, '0', '0'],
          size: [`${flange} - ${thickness}`, width],
          through: thickness,
        },
      },
    }
  },
}

export const tbracket: Family = {
  key: 't-bracket',
  nouns: 't bracket, t-bracket, t shaped bracket, t-shaped bracket, inverted t, t shape, tee bracket, t plate bracket',
  slots: {
    length: { label: 'Length', accepts: 'length x', say: '# long' },
    width: { label: 'Base width', accepts: 'width depth y', say: '# wide' },
    height: { label: 'Overall height', accepts: 'height overall z', say: '# high' },
    thickness: THICK,
  },
  parts: {
    base: leg('base', `${LYING}, plate, flange`, ['top']),
    upright: leg('upright', `${UPRIGHT}, web, stem, plate`, ['front']),
    plate: leg('base', LYING, ['top']),
  },
  chains: { 3: ['length', 'width', 'height'], 4: ['length', 'width', 'height', 'thickness'] },
  settle(sizes) {
    const [base, upright] = [sizes.part('base'), sizes.part('upright')]
    if (base?.has('length') && !sizes.has('length')) sizes.derive('length', base.formula('length'))
    if (base?.has('width') && !sizes.has('width')) sizes.derive('width', base.formula('width'))
    if (base?.has('thickness') && !sizes.has('thickness')) sizes.derive('thickness', base.formula('thickness'))
    if (!sizes.has('thickness')) sizes.assume('thickness', 5, 'no thickness was said')
    if (!sizes.has('length') || !sizes.has('width')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large is the base?', ['80 x 40 mm'])
      return
    }
    if (upright?.has('height')) sizes.derive('stem', upright.formula('height'))
    else if (upright?.has('width')) sizes.derive('stem', upright.formula('width'))
    else if (upright?.has('length')) sizes.derive('stem', upright.formula('length'))
    else if (sizes.has('height')) sizes.derive('stem', `${sizes.formula('height')} - ${sizes.formula('thickness')}`)
    else sizes.assume('stem', Math.round(sizes.value('length') / 2), 'no height was said')
    sizes.derive('web', upright?.has('thickness') ? upright.formula('thickness') : sizes.formula('thickness'))
  },
  form: ({ length = '0', width = '0', thickness = '0', stem = '0', web = '0' }) => ({
    code: `Box(${length}, ${width}, ${thickness}, align=floor) + Pos(0, 0, ${thickness}) * Box(${length}, ${web}, ${stem}, align=floor)`,
    size: [length, width, plus(thickness, stem)],
    volume: `${length} * ${width} * ${thickness} + ${length} * ${web} * (${stem})`,
    openings: '0',
    outline: { kind: 'rectangle' },
    faces: { front: { at: ['0', `-${web} / 2`, `${thickness} + (${stem}) / 2`], size: [length, stem], through: web } },
    through: { bottom: thickness },
  }),
}

export const hatbracket: Family = {
  key: 'hat-bracket',
  nouns:
    'hat bracket, hat channel, hat profile, hat section, omega bracket, omega profile, top hat section, top-hat bracket, omega strap, omega clip, hat strap, saddle strap, omega clamp',
  slots: {
    top: { label: 'Top width', accepts: 'top-width outer width', say: '# top width', name: 'top_width' },
    insideWidth: {
      label: 'Inside width',
      accepts: 'inner-width inner gap clear',
      say: '# wide inside',
      name: 'inside_width',
      not: 'top',
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
    held,
    sheet,
  },
  settle(sizes) {
    takeSheet(sizes)
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
