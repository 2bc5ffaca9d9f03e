import type { FaceForm, Family, Form, Settling, Sizes } from '../kinds.ts'
import { nookEdges } from '../features/wall-edges.ts'
import { powered } from './round.ts'
import { BEND, LEGS, LYING, THICK, around, held, leg, sheet, takeSheet } from './bracket-parts.ts'

export const ubracket: Family = {
  key: 'u-bracket',
  flags: 'bent square-bends',
  nouns:
    'u bracket, u-bracket, u channel bracket, u shaped bracket, u-shaped bracket, saddle bracket, yoke, clevis, clevis bracket, fork, u shape, channel bracket, post saddle, saddle, u shaped saddle, u shaped post saddle, u saddle, beam saddle, joist hanger, u shaped holder, u clip, saddle clip, ubracket, joist shoe, beam shoe, post shoe, bearing support, pivot bracket, fork bracket, u-shaped channel, fork end, rod end fork, clevis end, rod clevis, clevis block, fork block, forked end, fork head, clevis head, clevis fork',
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
    bend: { ...BEND, accepts: `${BEND.accepts} root` },
    corner: { label: 'Free corner radius', accepts: 'corner', say: 'free corners R#', name: 'corner_radius' },
  },
  bare: [],
  chains: { 2: ['width', 'height'], 3: ['width', 'height', 'depth'], 4: ['width', 'height', 'depth', 'thickness'] },
  parts: {
    base: leg('base', LYING.replace('first leg, ', ''), ['top']),
    leg: leg('leg', `${LEGS}, first leg, second leg, other leg, side wall, cheek, ear, lug`, ['left', 'right']),
    upright: leg('upright', 'side wall, cheek, upright', ['left', 'right']),
    sheet,
    heldbar: held,
    gap: {
      key: 'gap',
      nouns: 'gap, opening, inside gap, clear gap',
      slots: { width: { label: 'Gap', accepts: 'width length inner', say: '' } },
      bare: ['width'],
    },
  },
  legOf: (noun) => (/leg|arm|upright|cheek|side wall/.test(noun) ? 'height' : undefined),
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
    // `legs 40 high, 30 long`: how deep the U is.
    const high = sides?.has('height') ? sides : sizes
    if (
      sides?.has('length') &&
      high.has('height') &&
      !sizes.has('depth') &&
      sides.value('length') !== high.value('height')
    )
      sizes.derive('depth', sides.formula('length'))
    else if (sides?.has('length') && !sizes.has('height')) sizes.derive('height', sides.formula('length'))
    if (sides?.has('height') && !sizes.has('height')) sizes.derive('height', sides.formula('height'))
    if (sides?.has('thickness') && !sizes.has('thickness')) sizes.derive('thickness', sides.formula('thickness'))
    for (const one of [base, sides])
      if (one?.has('thickness') && Math.abs(one.value('thickness') - sizes.value('thickness')) > 1e-6)
        sizes.refuse(
          'AGENT_UNSUPPORTED',
          `A base and sides ${one.value('thickness')} mm and ${sizes.value('thickness')} mm thick were said; a U is made of one thickness here.`,
          [`${one.value('thickness')} mm thick`, `${sizes.value('thickness')} mm thick`],
        )
    if (sizes.problem) return
    if (sides?.has('width') && !sizes.has('depth')) sizes.derive('depth', sides.formula('width'))
    const hollow = sizes.part('gap')
    if (hollow?.has('width') && !sizes.has('gap')) sizes.derive('gap', hollow.formula('width'))
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness was said')
    around(sizes, { width: 'gap', height: 'insideHeight' })
    if (sizes.has('insideHeight') && !sizes.has('height'))
      sizes.derive('height', `${sizes.formula('insideHeight')} + ${sizes.formula('thickness')}`)
    if (sizes.has('gap')) {
      // `20 wide inside, 25 deep, 15 long`: how far down it goes, and how much of it there is.
      if (
        sizes.has('width') &&
        sizes.has('depth') &&
        !sizes.has('height') &&
        sizes.value('width') !== sizes.value('gap')
      ) {
        sizes.move('depth', 'height')
        sizes.move('width', 'depth')
      }
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
    const inside = Math.min(sizes.value('width') / 2, sizes.value('height')) - sizes.value('thickness')
    if (sizes.has('bend') && sizes.value('bend') >= inside)
      sizes.refuse('AGENT_IMPOSSIBLE', `Bends of R${sizes.value('bend')} do not fit: less than ${inside} mm works.`)
    if (sizes.has('corner') && 2 * sizes.value('corner') >= sizes.value('depth'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Corners of R${sizes.value('corner')} do not fit sides ${sizes.value('depth')} mm wide.`,
      )
  },
  form: ({ width = '0', height = '0', depth = '0', thickness = '0', ear, gap = '0', rise = '0', bend, corner }) =>
    ear
      ? earsForm({ width, height, depth, thickness, ear, gap, rise })
      : {
          ...rounding(
            `Box(${width}, ${depth}, ${height}, align=floor) - Pos(0, 0, ${thickness}) * Box(${width} - 2 * ${thickness}, ${depth}, ${height} - ${thickness}, align=floor)`,
            [
              ...(bend ? [fillet(thickness, 'Y', bend), fillet('0', 'Y', `${bend} + ${thickness}`)] : []),
              ...(corner ? [fillet(height, 'X', corner)] : []),
            ],
          ),
          size: [width, depth, height],
          volume: `(${width} * ${height} - (${width} - 2 * ${thickness}) * (${height} - ${thickness})) * ${depth}${bend ? ` - (2 - pi / 2) * ((${bend} + ${thickness})**2 - ${powered(bend)}) * ${depth}` : ''}${corner ? ` - (4 - pi) * ${powered(corner)} * ${thickness}` : ''}`,
          openings: '0',
          outline: { kind: 'rectangle' },
          faces: {
            top: { at: ['0', '0', thickness], size: [`${width} - 2 * ${thickness}`, depth], through: thickness },
            left: {
              at: [`-${width} / 2`, '0', `(${height} + ${thickness}) / 2`],
              size: [depth, `${height} - ${thickness}`],
              through: thickness,
              free: 'top',
            },
            right: {
              at: [`${width} / 2`, '0', `(${height} + ${thickness}) / 2`],
              size: [depth, `${height} - ${thickness}`],
              through: thickness,
              free: 'top',
            },
          },
          through: { bottom: thickness },
          edges: {
            meet: nookEdges(
              [`${thickness} - ${width} / 2`, `${width} / 2 - ${thickness}`].map((at) => ({
                along: 'x',
                at,
                floor: thickness,
              })),
              [width, depth, height],
            ),
          },
        },
}

/** All edges along an axis that lie so high, rounded: those of both bends, or the upper corners of both sides. */
const fillet = (high: string, axis: 'X' | 'Y', radius: string): string =>
  `bracket = fillet(bracket.edges().filter_by(Axis.${axis}).filter_by_position(Axis.Z, ${high}, ${high}), ${radius})`

const rounding = (plain: string, rounds: readonly string[]): Pick<Form, 'before' | 'code'> =>
  rounds.length > 0 ? { before: [`bracket = ${plain}`, ...rounds], code: 'bracket' } : { code: plain }

/** A base plate with two ears standing on it: apart by a gap, or flush with its ends. */
function ears(sizes: Settling, base: Settling | undefined, sides: Settling | undefined): boolean {
  if (!base?.has('length') || !base.has('thickness') || !sides || sizes.has('bend')) return false
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
