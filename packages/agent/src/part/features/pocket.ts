import { halved, powered } from '../families/round.ts'
import { polygonCut, polygonOf } from './polygon-cut.ts'
import { rims } from './rims.ts'
import type { FeatureKind, Kind, Placed, Settling } from '../kinds.ts'
import { PORT_NOUNS, portOf } from '../library/ports.ts'

const LENGTH = { label: 'length', accepts: 'length x side', say: '# long' }
const WIDTH = { label: 'width', accepts: 'width y', say: '# wide' }
const DEPTH = { label: 'depth', accepts: 'depth height thickness z', say: '# deep' }
const CORNER = { label: 'corner radius', accepts: 'corner radius root', say: 'corner radius #' }
const DIAMETER = { label: 'diameter', accepts: 'diameter radius*2', say: '# diameter' }

const slots = (name: string) => ({
  length: { ...LENGTH, label: `${name} length`, not: 'flats' },
  width: { ...WIDTH, label: `${name} width`, not: 'flats' },
  depth: { ...DEPTH, label: `${name} depth` },
  corner: { ...CORNER, label: `${name} corner radius` },
  diameter: { ...DIAMETER, label: `${name} diameter` },
  flats: { label: `${name} across flats`, accepts: 'flats', say: '# across flats' },
  points: { label: `${name} across corners`, accepts: 'points', say: '# across corners', not: 'flats' },
})

const base = {
  manner: 'spot' as const,
  bare: ['length', 'width'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'depth'] },
  flags:
    'through blind square rectangular circular rounded vertical horizontal triangular pentagonal hexagonal octagonal elliptical',
}

/** What its walls stand around: `holes in the floor of the pocket`. */
const pocketFloor: Kind = {
  key: 'pocketfloor',
  nouns: `the floor, ${['pocket', 'recess', 'cavity', 'well']
    .flatMap((noun) =>
      ['floor', 'bottom', 'base'].flatMap((one) => [`${noun} ${one}`, `${one} of ${noun}`, `${one} of the ${noun}`]),
    )
    .join(', ')}`,
  slots: {},
  faces: ['top'],
}

/** A hollow with a flat bottom: rectangular, or round where it has a diameter. */
export const pocket: FeatureKind = {
  ...base,
  key: 'pocket',
  nouns:
    'pocket, recess, mortise, mortice, hex pocket, hexagonal pocket, hex recess, hexagonal recess, triangular pocket, triangular recess, octagonal pocket, octagonal recess, cavity, recessed area, rectangular pocket, square pocket, round pocket, circular pocket, depression, well, circular recess, rectangular recess, blind pocket, milled pocket, sunken area, indent, dish, elliptical pocket, elliptical recess, oval recess, oval pocket',
  slots: {
    ...slots('Pocket'),
    rest: { label: 'Left under it', accepts: 'floor', say: '# left under it', name: 'rest', not: 'depth' },
    around: { label: 'Wall left around it', accepts: 'wall', say: '# left around it' },
  },
  parts: { pocketfloor: pocketFloor },
  settle(sizes) {
    withinWall(sizes)
    outline(sizes)
    const high = sizes.body?.form.size[2]
    if (high && sizes.has('rest') && !sizes.has('depth')) sizes.derive('depth', `${high} - ${sizes.formula('rest')}`)
    if (!sizes.has('depth') && !sizes.flag('through') && sizes.body)
      sizes.assume(
        'depth',
        Math.round(sizes.body.evaluate(sizes.body.form.size[2]) * 5) / 10,
        'no depth was said: half way',
      )
  },
  build: (feature) => cutOut(feature, feature.sizes['depth']),
}

/** An opening all the way through. */
export const cutout: FeatureKind = {
  ...base,
  key: 'cutout',
  nouns: `cutout, cut-out, cut out, window, opening, rectangular hole, square hole, rectangular opening, square opening, aperture, rectangular window, rectangular cutout, square cutout, cut-away, cutaway,
    rectangular cut out, square window, port, usb port, usb cutout, display window, display cutout, square cut out, elliptical hole, elliptical opening, elliptical cutout, oval opening, oval cutout, oval window, hexagonal hole, hex hole, hexagonal bore, hex bore, hexagonal opening, hexagonal cutout, triangular hole, triangular opening, triangular cutout, triangular window, pentagonal hole, pentagonal cutout, octagonal hole, octagonal opening, octagonal cutout, rectangular through pocket, through pocket, through window, door, cable slot opening, ${PORT_NOUNS}`,
  slots: {
    ...slots('Cut-out'),
    depth: { ...DEPTH, label: 'Cut-out depth', accepts: 'depth z' },
    tall: { label: 'Cut-out height', accepts: 'height', say: '' },
  },
  settle(sizes) {
    // Looked at face on: `100 wide, 40 high`.
    if (sizes.has('tall') && sizes.has('width') && !sizes.has('length')) sizes.move('width', 'length')
    if (sizes.has('tall')) sizes.move('tall', sizes.has('width') ? 'depth' : 'width')
    outline(sizes)
  },
  build: (feature) => cutOut(feature, feature.sizes['depth']),
}

/** `a pocket 5 deep leaving a 2 mm wall all around`: as large as what it is in, less that wall on each side. */
function withinWall(sizes: Settling): void {
  const form = sizes.body?.form
  if (!form || !sizes.has('around')) return
  const within = (size: string) => `${size} - 2 * ${sizes.formula('around')}`
  const { outline: around } = form
  const told =
    around.kind === 'circle'
      ? { diameter: within(around.diameter) }
      : around.kind === 'rectangle'
        ? { length: within(form.size[0]), width: within(form.size[1]) }
        : undefined
  for (const [slot, formula] of Object.entries(told ?? {}))
    if (!sizes.has(slot)) sizes.derive(slot, formula)
    else if (Math.abs(sizes.value(slot) - (sizes.body?.evaluate(formula) ?? 0)) > 0.01)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A ${sizes.noun} ${sizes.value(slot)} mm there leaves no wall of ${sizes.value('around')} mm.`,
      )
}

function outline(sizes: Settling): void {
  if (/ellip|oval/.test(sizes.noun)) sizes.mark('elliptical')
  // `round pocket, radius 12`
  const circular = /round|circular/.test(sizes.noun) || sizes.flag('circular')
  if (circular && sizes.has('corner') && !sizes.has('length') && !sizes.has('diameter')) {
    sizes.derive('diameter', `2 * ${sizes.formula('corner')}`)
    sizes.move('corner', 'spent')
    return
  }
  if (circular && sizes.byTurn('length') && !sizes.has('width') && !sizes.has('diameter'))
    sizes.move('length', 'diameter')
  if ((polygonOf(sizes) && sizes.has('flats')) || sizes.has('diameter') || sizes.has('flats')) return
  const port = sizes.has('length') || sizes.has('width') ? undefined : portOf(sizes.noun)
  if (port) {
    sizes.look('length', port.width, port.standard)
    sizes.look('width', port.height, port.standard)
  }
  if (!sizes.has('length') && !sizes.has('width')) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be?`, [
      '20 x 10 mm',
      '40 x 20 mm',
      '50 x 50 mm',
    ])
    return
  }
  // `a 70 mm recess` in what is round is round.
  const round = sizes.body?.form.outline.kind === 'circle' && !sizes.flag('square') && !sizes.flag('rectangular')
  if (
    round &&
    sizes.byTurn('length') &&
    !sizes.has('width') &&
    !sizes.has('corner') &&
    !/square|rect/.test(sizes.noun)
  ) {
    sizes.move('length', 'diameter')
    return
  }
  // `two 26 mm pockets`: round or square, and nobody said which.
  const told = sizes.flag('square') || sizes.flag('rectangular') || sizes.has('corner') || polygonOf(sizes)
  if (
    sizes.byTurn('length') &&
    !sizes.has('width') &&
    !told &&
    /^(?:pocket|recess|depression|indent)$/.test(sizes.noun)
  ) {
    const wide = `${sizes.value('length')} mm`
    sizes.refuse('AGENT_NEEDS_ANSWER', `Is the ${sizes.noun} of ${wide} round or square?`, [
      `a round ${sizes.noun} ${wide} in diameter`,
      `a square ${sizes.noun} of ${wide}`,
    ])
    return
  }
  if (!sizes.has('width')) sizes.derive('width', sizes.formula('length'))
  if (!sizes.has('length')) sizes.derive('length', sizes.formula('width'))
  if (sizes.has('corner') && 2 * sizes.value('corner') > Math.min(sizes.value('length'), sizes.value('width')) + 1e-9)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `Corners of R${sizes.value('corner')} do not fit a ${sizes.noun} ${Math.min(sizes.value('length'), sizes.value('width'))} mm wide.`,
    )
}

function cutOut(placed: Placed, depth: string | undefined) {
  const { sizes, through, count, cut, along, body, spots } = placed
  const [spot] = spots
  const { outline } = body
  const bore =
    outline.kind === 'circle' && spots.length === 1 && spot?.u === 0 && spot.v === 0 ? outline.bore : undefined
  const deep = depth ?? through
  const opens = depth === undefined ? { openings: count } : {}
  if (sizes['diameter']) {
    const round = sizes['diameter']
    const rim = rims(placed, { grown: (by) => `Circle(${halved(round)} + ${by})`, perimeter: `pi * ${round}` })
    return {
      lines: [...cut(`Cylinder(${halved(round)}, ${deep}, align=down)`), ...rim.lines],
      volume: `-${count} * pi / 4 * ${bore ? `(${powered(sizes['diameter'])} - ${powered(bore)})` : powered(sizes['diameter'])} * ${deep}${rim.volume}`,
      ...(bore ? {} : opens),
      reach: { u: sizes['diameter'], v: sizes['diameter'], depth: deep, round: true as const },
      ...(rim.lines.length > 0 ? {} : { bores: [{ diameter: round, depth: deep }] }),
    }
  }
  if (sizes['flats']) return polygonCut(placed, sizes['flats'], deep, opens)
  const [first = '0', second = '0'] = [sizes['length'], sizes['width']]
  const [u, v] = along === 'y' ? [second, first] : [first, second]
  if (placed.has('elliptical')) return elliptical(placed, [u, v], deep, opens)
  const { corner } = sizes
  const rim = rims(placed, {
    grown: (by) =>
      corner
        ? `RectangleRounded(${u} + 2 * ${by}, ${v} + 2 * ${by}, ${corner} + ${by})`
        : `Rectangle(${u} + 2 * ${by}, ${v} + 2 * ${by})`,
    perimeter: `(2 * (${u} + ${v})${corner ? ` - (8 - 2 * pi) * ${corner}` : ''})`,
    ...(corner ? {} : { corners: '4' }),
  })
  return {
    lines: [
      ...cut(
        corner ? `extrude(RectangleRounded(${u}, ${v}, ${corner}), -${deep})` : `Box(${u}, ${v}, ${deep}, align=down)`,
      ),
      ...rim.lines,
    ],
    volume: `-${count} * (${u} * ${v}${corner ? ` - (4 - pi) * ${powered(corner)}` : ''}) * ${deep}${rim.volume}`,
    ...opens,
    reach: { u, v, depth: deep, ...(corner ? { corner } : {}) },
  }
}

function elliptical(placed: Placed, [u, v]: readonly [string, string], deep: string, opens: { openings?: string }) {
  return {
    lines: placed.cut(`extrude(Ellipse(${halved(u)}, ${halved(v)}), -${deep})`),
    volume: `-${placed.count} * pi / 4 * ${u} * ${v} * ${deep}`,
    ...opens,
    reach: { u, v, depth: deep, exact: { u, v } },
  }
}

const slotCounterbore: Kind = {
  key: 'counterbore',
  nouns: 'counterbore, counterbored',
  slots: {
    width: { label: 'Counterbore width', accepts: 'width diameter', say: '# wide' },
    depth: { label: 'Counterbore depth', accepts: 'depth', say: '# deep' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'] },
}

/** A slot with round ends: overall length, or from centre to centre where that is said. */
export const slot: FeatureKind = {
  key: 'slot',
  nouns: `slot, slotted hole, oblong hole, obround, elongated hole, long hole, oblong, through slot, obround slot, obround hole, adjustment slot, mounting slot, cable slot, racetrack slot, oval hole, oval slot,
    rounded slot, slotted opening, vent slot, ventilation slot, vent, louvre, straight slot, adjusting slot`,
  manner: 'spot',
  slots: {
    width: { label: 'Slot width', accepts: 'width diameter y', say: '# wide' },
    length: { label: 'Slot length', accepts: 'length overall x', say: '# long' },
    centres: { label: 'Between end centres', accepts: 'centres spacing', say: '# centre to centre', name: 'centres' },
    depth: { label: 'Slot depth', accepts: 'depth height', say: '# deep' },
    margin: { label: 'Left at each end', accepts: 'margin', say: '' },
  },
  bare: ['width', 'length'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'depth'] },
  flags: 'through blind vertical horizontal open fully-rounded rounded',
  longer: ['length', 'width'],
  parts: { counterbore: slotCounterbore },
  settle(sizes) {
    if (!sizes.has('width')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How wide should the slot be?', ['5 mm', '6 mm', '8 mm'])
      return
    }
    if (!sizes.has('length') && sizes.has('centres'))
      sizes.derive('length', `${sizes.formula('centres')} + ${sizes.formula('width')}`)
    if (!sizes.has('length') && sizes.has('margin') && sizes.body) {
      const [x, y] = sizes.body.form.size
      const long = sizes.body.evaluate(x) >= sizes.body.evaluate(y) ? x : y
      sizes.derive('length', `${long} - 2 * ${sizes.formula('margin')}`)
    }
    // `a 30 mm slot in the middle`: so wide a one has no room, and that may be how long it is.
    if (!sizes.has('length') && sizes.byTurn('width') && sizes.body) {
      const room = Math.max(...sizes.body.form.size.slice(0, 2).map((size) => sizes.body?.evaluate(size) ?? 0))
      if (3 * sizes.value('width') >= room) {
        sizes.refuse('AGENT_NEEDS_ANSWER', `How wide and how long should the ${sizes.noun} be?`, [
          `${sizes.value('width')} mm long, 6 mm wide`,
        ])
        return
      }
    }
    if (!sizes.has('length')) sizes.assume('length', sizes.value('width') * 3, 'no length of the slot was said')
    const bore = sizes.part('counterbore')
    if (bore && !bore.has('depth'))
      bore.assume('depth', sizes.value('width') / 2, 'no depth of the counterbore was said')
  },
  build(placed) {
    const { sizes, through, count, cut, along, parts } = placed
    const { length = '0', width = '0', depth, centres } = sizes
    const deep = depth ?? through
    const straight = centres ?? `(${length} - ${width})`
    const turned = along === 'y' ? ', rotation=90' : ''
    const lines = cut(`extrude(SlotCenterToCenter(${centres ?? `${length} - ${width}`}, ${width}${turned}), -${deep})`)
    const area = (wide: string) => `(pi / 4 * ${powered(wide)} + ${straight} * ${wide})`
    let volume = `-${count} * ${area(width)} * ${deep}`
    const bore = parts['counterbore']
    if (bore?.['width'] && bore['depth']) {
      lines.push(
        ...cut(
          `extrude(SlotCenterToCenter(${centres ?? `${length} - ${width}`}, ${bore['width']}${turned}), -${bore['depth']})`,
        ),
      )
      volume += ` - ${count} * (${area(bore['width'])} - ${area(width)}) * ${bore['depth']}`
    }
    const rim = rims(placed, {
      grown: (by) => `SlotCenterToCenter(${centres ?? `${length} - ${width}`}, ${width} + 2 * ${by}${turned})`,
      perimeter: `(2 * ${straight} + pi * ${width})`,
    })
    lines.push(...rim.lines)
    volume += rim.volume
    const wide = bore?.['width'] ?? width
    const long = bore?.['width'] ? `(${straight} + ${wide})` : length
    return {
      lines,
      volume,
      ...(depth === undefined ? { openings: count } : {}),
      reach: {
        ...(along === 'y' ? { u: wide, v: long } : { u: long, v: wide }),
        depth: deep,
        corner: halved(wide),
      },
    }
  },
}
