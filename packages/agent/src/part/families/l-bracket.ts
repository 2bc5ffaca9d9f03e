import type { Frame } from '../read/frame.ts'
import { evaluate } from '../formula.ts'
import type { Family, Form, Settling } from '../kinds.ts'
import { BEND, LEGS, LYING, THICK, UPRIGHT, WIDTH, leg, legSlots, sheet, takeSheet, thin } from './bracket-parts.ts'
import { halved, powered } from './round.ts'

const l = {
  sheet,
  // `70 wide, 60 deep`: deep is how far it reaches.
  base: {
    ...leg('base', LYING, ['top']),
    slots: { ...legSlots, reach: { label: 'Leg', accepts: 'depth', say: '# long', name: 'leg' } },
  },
  // Which side of the base it stands on tells how far that reaches.
  upright: { ...leg('upright', UPRIGHT, ['left']), flags: 'lengthwise crosswise' },
  leg: leg('leg', LEGS, ['top', 'left']),
  longleg: leg('longleg', 'long leg, longer leg, long arm, longer arm, long side, wide leg, wider leg', ['long']),
  shortleg: leg('shortleg', 'short leg, shorter leg, short arm, shorter arm, short side, narrow leg, narrower leg', [
    'short',
  ]),
}

export const lbracket: Family = {
  key: 'l-bracket',
  screwed: ['top', 'left'],
  flags: 'bent square-bends fully-rounded',
  nouns: `bracket, l bracket, l-bracket, angle bracket, corner bracket, right angle bracket, right-angle bracket, mounting bracket, l shaped bracket, l-shaped bracket, shelf bracket, 90 degree bracket, l plate,
    bent bracket, sheet metal bracket, corner brace, angle plate, bent sheet metal bracket, bent sheet, bent sheet metal, folded sheet, folded sheet metal, bent metal sheet, sheet metal angle, sheet metal l, bent plate, right angled bracket, steel bracket, l shape, support bracket, bent sheet bracket, sensor bracket, motor bracket, wall bracket, metal bracket, l angle bracket, lbracket, angle cleat, angle clip, angle piece, angle brace, cleat, angle tie, corner angle, corner piece, bookend, book end, l shaped piece, l-shaped piece, l piece, l shaped part, l-shaped part`,
  slots: {
    // `150 high, 120 deep, 100 wide`: deep is how far it reaches.
    base: { label: 'Lying leg', accepts: 'length arm x depth', say: 'base # long', name: 'leg' },
    upright: {
      label: 'Upright leg',
      accepts: 'height overall-height arm z',
      say: 'vertical leg # long',
      name: 'upright',
    },
    width: WIDTH,
    thickness: THICK,
    bend: BEND,
    root: { label: 'Fillet in the inside corner', accepts: 'root', say: 'inside corner R#', name: 'inside_fillet' },
    heel: { label: 'Outside corner radius', accepts: 'outer-radius', say: 'outside corner R#', name: 'outside_radius' },
    angle: { label: 'Between the legs', accepts: 'angle', unit: 'deg', say: 'bent to #', name: 'angle' },
    corner: { label: 'Free corner radius', accepts: 'corner', say: 'free corners R#', name: 'corner_radius' },
    round: { label: 'Radius of the round ends', accepts: '', say: 'ends rounded R#', name: 'end_radius' },
  },
  // Bent to anything but a right angle.
  instead: [
    {
      when: isOfTwoPlates,
      family: 'uprights',
      slots: { base: 'length', upright: 'height' },
      flags: ['at-edge'],
      partSlots: standingSlots,
    },
    // `mounting bracket: base plate 60 x 40 x 8, a boss on it`
    { when: isBoard, family: 'plate', body: 'base', slots: {} },
    { when: isFlat, family: 'plate', slots: { base: 'length', upright: 'width', width: 'thickness' } },
    {
      when: ({ sizes }) => sizes.has('angle') && sizes.get('angle')?.quantity.value !== 90,
      family: 'angled-bracket',
      slots: { base: 'foot', upright: 'rest' },
      parts: { base: 'lying', upright: 'rest', leg: 'leg' },
    },
  ],
  bare: [],
  refill: ['thickness', 'width'],
  yields: ['width', 'thickness'],
  repeats: ['leg'],
  chains: { 2: ['base', 'upright'], 3: ['base', 'upright', 'width'], 4: ['base', 'upright', 'width', 'thickness'] },
  // `60 x 40 x 4`, as angle iron is told: no bracket is that narrow.
  chainOf: (values) =>
    values.length === 3 && (values[2] ?? 0) <= 6 && (values[2] ?? 0) * 8 <= Math.min(...values.slice(0, 2))
      ? ['base', 'upright', 'thickness']
      : undefined,
  parts: l,
  legOf(noun, { base = '0', upright = '0' }, values) {
    const lying = evaluate(base, values) >= evaluate(upright, values)
    if (/long/.test(noun)) return lying ? 'base' : 'upright'
    if (/short/.test(noun)) return lying ? 'upright' : 'base'
    if (/upright|vertical|wall/.test(noun)) return 'upright'
    return /base|horizontal/.test(noun) ? 'base' : undefined
  },
  settle(sizes) {
    if (sizes.has('angle')) sizes.spend('angle')
    takeSheet(sizes)
    legs(sizes)
    if (sizes.problem) return
    // `arms 40 mm, 30 mm tall`: it lies on its side there, and that is how wide it is.
    const arms = sizes.part('leg')
    if (!sizes.has('width') && arms?.has('height') && arms.has('length') && !arms.has('width'))
      sizes.derive('width', arms.formula('height'))
    // `legs length 50`: both of them.
    if (sizes.called('base') === 'arm' && !sizes.has('upright')) sizes.derive('upright', sizes.formula('base'))
    if (!sizes.has('base') || !sizes.has('upright')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How long are the two legs?', [
        'legs 60 and 40 mm',
        'legs 50 and 50 mm',
        'legs 40 and 40 mm',
      ])
      return
    }
    if (!sizes.has('width'))
      sizes.assume(
        'width',
        Math.max(10, Math.round(Math.min(sizes.value('base'), sizes.value('upright')) / 2)),
        'no width was said',
      )
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness was said')
    // `90x90x8, 120 long`: the third number of an angle that is cut off a bar is how thick it is.
    const legsAre = Math.min(sizes.value('base'), sizes.value('upright'))
    if (sizes.byTurn('width') && sizes.value('thickness') >= legsAre && sizes.value('width') < legsAre) {
      sizes.move('thickness', 'cut')
      sizes.move('width', 'thickness')
      sizes.move('cut', 'width')
    }
    thin(sizes, ['base', 'upright'])
    agree(sizes)
    // With a radius of its own outside, the bend is the fillet inside.
    if (sizes.has('bend') && sizes.has('heel') && !sizes.has('root')) sizes.move('bend', 'root')
    // Corners of half the width leave nothing straight between them.
    if (sizes.has('corner') && Math.abs(2 * sizes.value('corner') - sizes.value('width')) < 1e-6)
      sizes.move('corner', 'round')
    else if (sizes.flag('fully-rounded') && !sizes.has('corner')) sizes.derive('round', halved(sizes.formula('width')))
    if (sizes.has('corner') && 2 * sizes.value('corner') >= sizes.value('width'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Corners of R${sizes.value('corner')} do not fit a leg ${sizes.value('width')} mm wide.`,
      )
  },
  form({ base = '0', upright = '0', width = '0', thickness = '0', bend, root, heel, corner, round }): Form {
    const floor = {
      at: [`${thickness} / 2`, '0', thickness] as [string, string, string],
      size: [`${base} - ${thickness}`, width] as [string, string],
      through: thickness,
      free: 'right' as const,
    }
    const plain = `Box(${base}, ${width}, ${upright}, align=floor) - Pos(${thickness} / 2, 0, ${thickness}) * Box(${base} - ${thickness}, ${width}, ${upright} - ${thickness}, align=floor)`
    const outer = bend ? `(${bend} + ${thickness})` : ''
    // The corners at the ends of both legs.
    const free = corner
      ? [
          `bracket = fillet(bracket.edges().filter_by(Axis.Z).sort_by(Axis.X)[-2:], ${corner})`,
          `bracket = fillet(bracket.edges().filter_by(Axis.X).sort_by(Axis.Z)[-2:], ${corner})`,
        ]
      : round
        ? [
            `bracket -= Pos((${base} - ${round}) / 2, 0, 0) * (Box(${round}, ${width}, ${thickness}, align=floor) - Pos(-${halved(round)}, 0, 0) * Cylinder(${round}, ${thickness}, align=floor))`,
            `bracket -= Pos((${thickness} - ${base}) / 2, 0, ${upright} - ${round}) * (Box(${thickness}, ${width}, ${round}, align=floor) - Rot(0, 90, 0) * Cylinder(${round}, ${thickness}))`,
          ]
        : []
    const inside = (radius: string) =>
      `bracket = fillet(bracket.edges().filter_by(Axis.Y).filter_by_position(Axis.Z, ${thickness}, ${thickness}).sort_by(Axis.X)[0], ${radius})`
    const outside = (radius: string) =>
      `bracket = fillet(bracket.edges().filter_by(Axis.Y).filter_by_position(Axis.Z, 0, 0).sort_by(Axis.X)[0], ${radius})`
    const quarter = (radius: string) => `(1 - pi / 4) * ${powered(radius)} * ${width}`
    const rounds = `${root ? ` + ${quarter(root)}` : ''}${heel ? ` - ${quarter(heel)}` : ''}`
    const cut = corner || round ? ` - (4 - pi) * ${powered(corner ?? round ?? '0')} * ${thickness}` : ''
    return {
      ...(bend || corner || round || root || heel
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
          free: 'top',
        },
      },
      legs: { top: base, left: upright },
      ...(round ? { endCentres: round } : {}),
      nooks: [
        {
          along: 'x',
          at: `${thickness} - ${base} / 2`,
          floor: thickness,
          way: '+',
          long: `${base} - ${thickness}`,
          high: `${upright} - ${thickness}`,
        },
      ],
    }
  },
}

/** A leg that was told by itself is as high as the upright one that is made. */
function agree(sizes: Settling): void {
  const upright = sizes.part('upright')
  if (sizes.problem || !upright?.has('height') || sizes.has('angle')) return
  const [said, made] = [upright.value('height'), sizes.value('upright')]
  // What stands on the base is told from there, as well.
  if (Math.abs(said - made) > 0.01 && Math.abs(said + sizes.value('thickness') - made) > 0.01)
    sizes.refuse(
      'AGENT_CONTRADICTION',
      `The ${upright.noun} is ${said} mm high by its own words, and ${made} mm by those of the ${sizes.noun}.`,
    )
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
  // `80 x 40 base, a wall at the back`, `base 60 x 40, wall 60 wide`: so the base reaches as far as it is wide.
  if (base && upright && !sizes.has('base') && !sizes.has('width') && standsOnLength(base, upright)) {
    sizes.derive('width', base.formula('length'))
    sizes.derive('base', base.formula('width'))
  }
  asTwoBars(sizes, base, upright)
  // `base 80, 100 tall, 10 thick`: nothing lies so high.
  if (base?.has('height') && (base.has('thickness') || sizes.has('thickness')) && !upright && !sizes.has('upright')) {
    sizes.derive('upright', base.formula('height'))
    base.move('height', 'spare')
  }
  // `legs 60 x 40 x 3`: all three of each leg, where nothing else is said to be so wide.
  const each = first?.byTurn('thickness') && own === undefined
  const turned = first?.plural && loose.length === 1 && first.byTurn('length') && first.byTurn('width')
  const pair = turned && !each ? first : undefined
  take('base', base, 'length')
  if (base?.has('width')) take('base', base, 'reach')
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
  // `foot 90 deep, back 130 tall, 100 wide`
  if (base?.has('width') && !base.has('length') && upright?.has('width') && !sizes.has('base')) {
    sizes.derive('base', base.formula('width'))
    sizes.derive('width', upright.formula('width'))
  }
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
  const wide = upright?.has('width') && !upright.byTurn('width') ? upright.value('width') : undefined
  if (wide !== undefined && sizes.has('width') && Math.abs(wide - sizes.value('width')) > 1e-6)
    sizes.refuse(
      'AGENT_NEEDS_ANSWER',
      `The ${upright?.noun ?? 'upright'} is ${wide} mm wide, and the bracket ${sizes.value('width')} mm. How wide is it?`,
      [`${wide} mm wide`, `${sizes.value('width')} mm wide`],
    )
  // `100 x 70 legs`: one each. `legs of 50 mm`: both.
  const [single] = loose
  if (pair && single && !sizes.has('upright')) {
    sizes.derive('upright', single.formula('width'))
    if (own) sizes.derive('width', own)
  } else if (single && loose.length === 1 && !sizes.has('upright')) sizes.derive('upright', sizes.formula('base'))
}

/** `vertical leg 60 tall and 15 wide, horizontal leg 50 wide and 15 tall, extruded 40`: an L as it is drawn, from the front. */
function asTwoBars(sizes: Settling, base: Settling | undefined, upright: Settling | undefined): void {
  if (!base || !upright || ![base, upright].every((leg) => leg.has('width') && leg.has('height'))) return
  if (base.value('height') !== upright.value('width') || base.value('height') >= base.value('width')) return
  const deep = [sizes, base, upright].find((one) => one.has('thickness'))
  if (!deep) return
  sizes.derive('width', deep.formula('thickness'))
  sizes.derive('thickness', base.formula('height'))
  for (const leg of [base, upright]) leg.move('thickness', 'depth')
  base.move('height', 'spare')
  base.move('width', 'length')
  upright.move('width', 'spare')
}

/** On the side of its base that is told first. */
function standsOnLength(base: Settling, upright: Settling): boolean {
  if (!base.has('length') || !base.has('width')) return false
  const [long, wide] = [base.value('length'), base.value('width')]
  // However it was put, it is as wide as the side that it stands on.
  if (upright.has('width') && !upright.byTurn('width')) return upright.value('width') === long && long !== wide
  if (['at-back', 'at-front', 'at-long', 'lengthwise'].some((flag) => upright.flag(flag)))
    return base.byTurn('length') || long >= wide
  return false
}

/** `base 80 x 54 x 12, web 10 thick`, `wall 40 wide` on a base of 60 x 30: no sheet is bent to that. */
function isOfTwoPlates({ children, flags }: Frame): boolean {
  const [base, upright] = ['base', 'upright'].map((key) =>
    children.find(({ level, kind }) => level === 'part' && kind.key === key),
  )
  if (!base || !upright || flags.has('bent')) return false
  const of = (frame: Frame, slot: string) => frame.sizes.get(slot)?.quantity.value
  const [thick, other] = [of(base, 'thickness'), of(upright, 'thickness')]
  const sides = [of(base, 'length'), of(base, 'width')]
  if (thick === undefined || sides.includes(undefined)) return false
  if (other !== undefined && thick !== other) return true
  const wide = upright.sizes.get('width')
  const across = wide?.quantity.role === 'width' ? wide.quantity.value : 0
  // As wide as neither side of it: it stands somewhere on it.
  return across > 0 && !sides.includes(across) && sides.some((side) => across < (side ?? 0))
}

/** One plate with all its sizes, and no leg that stands on it, but something else. */
function isBoard({ sizes, children, flags }: Frame): boolean {
  const [base, ...others] = children.filter(({ level }) => level === 'part')
  if (!base || base.kind.key !== 'base' || others.length > 0 || sizes.size > 0 || flags.has('bent')) return false
  const told = ['length', 'width', 'thickness'].every((slot) => base.sizes.has(slot))
  return told && children.some(({ level, kind }) => level === 'feature' && STANDING.has(kind.key))
}
const STANDING: ReadonlySet<string> = new Set(['pad', 'rib'])

/** What a standing leg calls its sizes, where it is a plate on a base: legs are told outside, plates from what they stand on. */
function standingSlots({ kind, noun, sizes }: Frame): Record<string, string> {
  if (kind.key !== 'upright') return {}
  const chain = sizes.get('length')?.quantity.role === undefined && sizes.get('width')?.quantity.role === undefined
  const high = /leg|flange|arm|side/.test(noun) ? 'total' : 'height'
  return chain && sizes.has('width') ? { length: 'width', width: high } : { length: high, height: high }
}

/** `mounting bracket 80 x 50 x 5`: three sizes, the last far the least, and no leg: it is flat. */
function isFlat({ noun, sizes, children, flags }: Frame): boolean {
  if (/\b(?:l|angle|corner|shelf|right)\b/.test(noun) || flags.has('bent') || flags.has('right-angled')) return false
  if (children.some(({ level }) => level === 'part')) return false
  const [base = 0, upright = 0, ...others] = ['base', 'upright', 'width', 'thickness']
    .flatMap((slot) => sizes.get(slot)?.quantity ?? [])
    .filter(({ role }) => role === undefined || role === 'thickness')
    .map(({ value }) => value)
  const [thick = 0] = others
  // With its corners rounded it is a plate, however thick.
  const own = sizes.has('corner')
  const rounded = own || children.some(({ kind, noun: edge }) => kind.key === 'fillet' && edge.includes('corner'))
  // `cleat 150 x 40 x 12` is a bar to begin with; an angle cleat is bent.
  const times = rounded || noun === 'cleat' ? 2 : 4
  return sizes.size === (own ? 4 : 3) && others.length === 1 && thick * times <= Math.min(base, upright)
}
