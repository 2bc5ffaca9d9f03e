import type { Formula, PartEdge, PartFace, Relation, Where } from '@hewn/model'
import { evaluate, half, minus, plus } from './formula.ts'
import type { FaceForm, Form } from './kinds.ts'

/** Which axes of the part a face lies in, and which way they run on build123d's plane. */
export const FACES: Record<
  PartFace,
  { u: 'x' | 'y'; v: 'y' | 'z'; normal: 'x' | 'y' | 'z'; sign: 1 | -1; flip: { u?: true; v?: true }; plane: string }
> = {
  top: { u: 'x', v: 'y', normal: 'z', sign: 1, flip: {}, plane: '' },
  bottom: { u: 'x', v: 'y', normal: 'z', sign: -1, flip: { v: true }, plane: ', x_dir=(1, 0, 0), z_dir=(0, 0, -1)' },
  front: { u: 'x', v: 'z', normal: 'y', sign: -1, flip: {}, plane: ', x_dir=(1, 0, 0), z_dir=(0, -1, 0)' },
  back: { u: 'x', v: 'z', normal: 'y', sign: 1, flip: { u: true }, plane: ', x_dir=(-1, 0, 0), z_dir=(0, 1, 0)' },
  right: { u: 'y', v: 'z', normal: 'x', sign: 1, flip: {}, plane: ', x_dir=(0, 1, 0), z_dir=(1, 0, 0)' },
  left: { u: 'y', v: 'z', normal: 'x', sign: -1, flip: { u: true }, plane: ', x_dir=(0, -1, 0), z_dir=(-1, 0, 0)' },
}

/** The face on the other side. */
export const OPPOSITE: Readonly<Record<string, PartFace>> = {
  left: 'right',
  right: 'left',
  front: 'back',
  back: 'front',
  top: 'bottom',
  bottom: 'top',
}

export interface FaceOfForm {
  face: PartFace
  at: [Formula, Formula, Formula]
  u: Formula
  v: Formula
  outline: Form['outline']
  through: Formula
  free?: PartFace
  toe?: PartFace
  reaches?: Form['reaches']
}

/** Where a face of a body is and how large: from its box, unless the body says otherwise. */
export function faceOf(form: Form, face: PartFace): FaceOfForm {
  const [x, y, z] = form.size
  const extent = { x, y, z }
  const { u, v, normal, sign } = FACES[face]
  const own: Partial<FaceForm> = form.faces?.[face] ?? {}
  const middle = half(z)
  const at: [Formula, Formula, Formula] =
    normal === 'z'
      ? ['0', '0', sign > 0 ? z : '0']
      : normal === 'y'
        ? ['0', sign > 0 ? half(y) : `-${half(y)}`, middle]
        : [sign > 0 ? half(x) : `-${half(x)}`, '0', middle]
  const round = form.outline.kind === 'circle' && normal !== 'z'
  return {
    face,
    at: own.at ?? at,
    u: own.size?.[0] ?? extent[u],
    v: own.size?.[1] ?? extent[v],
    outline: own.outline ?? (round || normal === 'z' ? form.outline : { kind: 'rectangle' }),
    through: own.through ?? form.through?.[face] ?? extent[normal],
    ...(own.free ? { free: own.free } : {}),
    ...(own.toe ? { toe: own.toe } : {}),
    ...(normal === 'z' && form.reaches ? { reaches: form.reaches } : {}),
  }
}

export interface Located {
  /** An expression for one place, or for many; empty: the middle of the face. */
  code: string
  many: boolean
  count: Formula
  spots: { u: number; v: number }[]
  /** By how many degrees what is at each place is turned: on a circle it points to the middle. */
  turns?: number[]
  /** The one place it has. */
  single?: [Formula, Formula]
  /** Each of many places on its own, in the order of the spots: from the middle of the face, or as angles on the circle. */
  places?: { kind: 'points'; at: [Formula, Formula][] } | { kind: 'angle'; at: Formula[] }
}

interface Locating {
  face: FaceOfForm
  count: Formula | undefined
  values: Readonly<Record<string, number>>
}

/** Works out the places of a feature from what was said about them. */
export function locate(where: Where, { face, count, values }: Locating): Located {
  const { u: width, v: height } = face
  const relations = where.relations
  const value = (formula: Formula) => evaluate(formula, values)
  const number = count === undefined ? undefined : Math.round(value(count))
  const all = <K extends Relation['kind']>(kind: K) =>
    relations.filter((one): one is Extract<Relation, { kind: K }> => one.kind === kind)
  const has = (kind: Relation['kind']) => relations.some((one) => one.kind === kind)
  const edges = all('edge')
  const flip = FACES[face.face].flip
  const signed = (formula: Formula, turned: true | undefined) => (turned ? minus('0', formula) : formula)
  const pair = (u: Formula, v: Formula) => `${signed(u, flip.u)}, ${signed(v, flip.v)}`
  const spot = (u: Formula, v: Formula) => ({ u: value(u), v: value(v) })

  const [points] = all('points')
  if (points) {
    const shift = (one: Formula, size: Formula) => (points.from === 'corner' ? minus(one, half(size)) : one)
    const at = points.at.map(([u, v]): [Formula, Formula] => aside([shift(u, width), shift(v, height)]))
    const [only] = at
    if (at.length === 1 && only)
      return { code: `Pos(${pair(...only)})`, many: false, count: '1', spots: [spot(...only)], single: only }
    return {
      code: `Locations(${at.map(([u, v]) => `(${pair(u, v)})`).join(', ')})`,
      many: true,
      count: String(at.length),
      spots: at.map(([u, v]) => spot(u, v)),
      places: { kind: 'points', at },
    }
  }

  const [circle] = all('circle')
  const [angle] = all('angle')
  if (angle) {
    const inset = edges.find(({ edge }) => edge === 'rim')?.distance
    const rim =
      inset !== undefined && face.outline.kind === 'circle' ? minus(half(face.outline.diameter), inset) : undefined
    const radius = angle.radius ?? (circle ? half(circle.diameter) : (rim ?? '0'))
    const at = angle.at.map((degrees): [Formula, Formula] => around(radius, degrees))
    const [only] = at
    if (at.length === 1 && only)
      return { code: `Pos(${pair(...only)})`, many: false, count: '1', spots: [spot(...only)], single: only }
    return {
      code: `Locations(${at.map(([u, v]) => `(${pair(u, v)})`).join(', ')})`,
      many: true,
      count: String(at.length),
      spots: at.map(([u, v]) => spot(u, v)),
      places: { kind: 'angle', at: angle.at },
    }
  }
  if (circle) {
    const n = number ?? 1
    const [u, v] = single()
    const start = circle.start ? value(circle.start) : 0
    const radius = value(circle.diameter) / 2
    const spots = Array.from({ length: n }, (_, index) => {
      const turn = ((start + (360 / n) * index) * Math.PI) / 180
      return { u: value(u) + radius * Math.cos(turn), v: value(v) + radius * Math.sin(turn) }
    })
    const code = `PolarLocations(${half(circle.diameter)}, ${count ?? '1'}${circle.start ? `, ${signed(circle.start, flip.v)}` : ''})`
    const at = spots.map((_, index) => String(Math.round((start + (360 / n) * index) * 1e6) / 1e6))
    return {
      code: moved(code, u, v),
      many: true,
      count: count ?? '1',
      spots,
      turns: spots.map((_, index) => start + (360 / n) * index),
      ...(u === '0' && v === '0' ? { places: { kind: 'angle' as const, at } } : {}),
    }
  }

  const [grid] = all('grid')
  if (grid) {
    const [u, v] = begun(grid, single())
    const across = (n: Formula, given: Formula | undefined, size: Formula, side: 'u' | 'v') =>
      given ??
      (insetOf(side)
        ? value(n) > 1
          ? `${bracket(minus(size, `2 * ${insetOf(side)}`))} / (${n} - 1)`
          : '0'
        : `${bracket(size)} / (${n} + 1)`)
    return gridOf(
      grid.columns,
      grid.rows,
      across(grid.columns, grid.dx, width, 'u'),
      across(grid.rows, grid.dy, height, 'v'),
      u,
      v,
      grid.without,
    )
  }

  if (has('corners')) {
    const u = minus(width, `2 * ${insetOf('u') ?? insetOf('v') ?? '0'}`)
    const v = minus(height, `2 * ${insetOf('v') ?? insetOf('u') ?? '0'}`)
    return gridOf('2', '2', u, v, '0', '0')
  }

  const [line] = all('line')
  if (line && number !== undefined && number > 1 && count) {
    const from = line.along ? undefined : fromEndOfLeg(line, number)
    const along = line.along
      ? line.along === 'y'
        ? 'v'
        : 'u'
      : (from?.along ?? (value(width) >= value(height) ? 'u' : 'v'))
    const size = along === 'u' ? width : height
    const step =
      line.spacing ??
      (insetOf(along) && !from
        ? `${bracket(minus(size, `2 * ${insetOf(along)}`))} / (${count} - 1)`
        : `${bracket(size)} / (${count} + 1)`)
    // `two holes 25 mm from the ends` of a wall: how far the row reaches, and no height up the wall.
    const ends = line.along && !line.spacing && along === 'u' ? edges.filter(({ edge }) => edge === 'end') : []
    let [u, v] = single(along, ends)
    // `the first one 25 mm from the left`: a row with a step of its own begins there.
    const begins = line.spacing ? (from?.begins ?? edges.find(({ edge }) => BEGINNINGS.has(edge))) : undefined
    const at = begins && fromEdge(begins.edge, begins.distance)[along]
    if (begins && at !== undefined) {
      const reach = `(${count} - 1) * ${step} / 2`
      const side = begins.edge === 'end' ? (face.free ?? 'left') : begins.edge
      const middle = ['right', 'back', 'top'].includes(side) ? minus(at, reach) : plus(at, reach)
      if (along === 'u') u = middle
      else v = middle
    }
    return along === 'u' ? gridOf(count, '1', step, '0', u, v) : gridOf('1', count, '0', step, u, v)
  }

  const [u, v] = single()
  return {
    code: u === '0' && v === '0' ? '' : `Pos(${pair(u, v)})`,
    many: false,
    count: '1',
    spots: [spot(u, v)],
    single: [u, v],
  }

  /** `the first 50 mm from the left`: a grid with steps of its own begins there. */
  function begun(
    { columns, rows, dx, dy }: Extract<Relation, { kind: 'grid' }>,
    [u, v]: [Formula, Formula],
  ): [Formula, Formula] {
    const from = (
      sides: readonly PartEdge[],
      size: Formula,
      steps: Formula,
      step: Formula | undefined,
      rest: Formula,
    ): Formula => {
      const begins = edges.find(({ edge }) => sides.includes(edge))
      if (!begins || step === undefined) return rest
      const reach = plus(minus(begins.distance, half(size)), `(${steps} - 1) * ${step} / 2`)
      return sides.indexOf(begins.edge) === 0 ? reach : minus('0', bracket(reach))
    }
    if (FACES[face.face].normal !== 'z') return [u, v]
    return [from(['left', 'right'], width, columns, dx, u), from(['front', 'back'], height, rows, dy, v)]
  }

  /** `two holes 24 apart, 10 from the end`: across the leg, as far as that is wide enough for them; else along it, from there. */
  function fromEndOfLeg({ spacing }: { spacing?: Formula }, many: number) {
    const edge = edges.find(({ edge: one }) => one === 'heel' || (one === 'end' && face.free !== undefined))
    if (!edge || (spacing === undefined && face.free === undefined)) return undefined
    const own = fromEdge(edge.edge, edge.distance).u === undefined ? 'v' : 'u'
    const across = own === 'u' ? 'v' : 'u'
    return spacing === undefined || value(spacing) * (many - 1) < value(across === 'u' ? width : height)
      ? { along: across as 'u' | 'v' }
      : { along: own as 'u' | 'v', begins: edge }
  }

  /** How far in from both sides of an axis. */
  function insetOf(axis: 'u' | 'v'): Formula | undefined {
    const sides =
      axis === 'u' ? ['left', 'right', 'short', 'end', 'all'] : ['front', 'back', 'top', 'bottom', 'long', 'all']
    return edges.find(({ edge }) => sides.includes(edge))?.distance
  }

  /** The one place: from edges, offsets and the middle. `spread` is the axis that a row already fills. */
  function single(spread?: 'u' | 'v', spent: readonly object[] = []): [Formula, Formula] {
    let [u, v]: [Formula, Formula] = ['0', '0']
    for (const one of edges) {
      if (spent.includes(one)) continue
      const { edge, distance } = one
      const at = fromEdge(edge, distance)
      if (at.u !== undefined && spread !== 'u') u = at.u
      if (at.v !== undefined && spread !== 'v') v = at.v
    }
    return aside([u, v])
  }

  /** `8 mm to the left`: so far from where it would be. */
  function aside([u, v]: [Formula, Formula]): [Formula, Formula] {
    for (const { direction, distance } of all('offset')) {
      if (direction === 'right') u = plus(u, distance)
      else if (direction === 'left') u = minus(u, distance)
      else if (direction === 'back' || direction === 'top') v = plus(v, distance)
      else v = minus(v, distance)
    }
    return [u, v]
  }

  function fromEdge(edge: PartEdge, distance: Formula): { u?: Formula; v?: Formula } {
    if (has('grid') || has('corners')) return {}
    const low = (size: Formula) => minus(distance, half(size))
    const high = (size: Formula) => minus(half(size), distance)
    if (face.reaches && (edge === 'front' || edge === 'bottom'))
      return { v: minus(distance, bracket(face.reaches.front)) }
    if (face.reaches && (edge === 'back' || edge === 'top')) return { v: minus(face.reaches.back, distance) }
    if (face.reaches?.left && edge === 'left') return { u: minus(distance, bracket(face.reaches.left)) }
    if (face.reaches?.right && edge === 'right') return { u: minus(face.reaches.right, distance) }
    switch (edge) {
      case 'left':
        return FACES[face.face].u === 'x' ? { u: low(width) } : {}
      case 'right':
        return FACES[face.face].u === 'x' ? { u: high(width) } : {}
      case 'front':
        return face.face === 'left' || face.face === 'right' ? { u: low(width) } : { v: low(height) }
      case 'back':
        return face.face === 'left' || face.face === 'right' ? { u: high(width) } : { v: high(height) }
      case 'bottom':
        return { v: low(height) }
      // Where the legs of a bracket meet.
      case 'heel':
        return FACES[face.face].normal === 'z' ? { u: low(width) } : { v: low(height) }
      case 'top':
        return { v: high(height) }
      case 'short':
      case 'end':
        if (edge === 'end' && face.free) return fromEdge(face.free, distance)
        if (face.outline.kind === 'circle' && FACES[face.face].normal !== 'z') return { v: high(height) }
        return value(width) >= value(height) ? { u: low(width) } : { v: low(height) }
      case 'other':
        if (face.outline.kind === 'circle' && FACES[face.face].normal !== 'z') return { v: low(height) }
        return value(width) >= value(height) ? { u: high(width) } : { v: high(height) }
      case 'long':
        if (face.toe) return fromEdge(face.toe, distance)
        return value(width) >= value(height) ? { v: low(height) } : { u: low(width) }
      case 'rim':
        return face.outline.kind === 'circle' ? { u: high(face.outline.diameter) } : { u: low(width) }
      case 'all':
        return { u: low(width), v: low(height), ...(face.toe ? fromEdge(face.toe, distance) : {}) }
      default:
        return {}
    }
  }

  function gridOf(
    columns: Formula,
    rows: Formula,
    du: Formula,
    dv: Formula,
    u: Formula,
    v: Formula,
    without?: 'centre' | 'corners',
  ): Located {
    const [nu, nv] = [Math.round(value(columns)), Math.round(value(rows))]
    const spots: { u: number; v: number }[] = []
    const at: [Formula, Formula][] = []
    for (let column = 0; column < nu; column++)
      for (let row = 0; row < nv; row++) {
        const [right, up] = [column - (nu - 1) / 2, row - (nv - 1) / 2]
        const corner = Math.abs(right) === (nu - 1) / 2 && Math.abs(up) === (nv - 1) / 2
        if (without === 'corners' ? corner : without && right === 0 && up === 0) continue
        spots.push({ u: value(u) + value(du) * right, v: value(v) + value(dv) * up })
        at.push([plus(u, stepsOf(du, right)), plus(v, stepsOf(dv, up))])
      }
    if (without)
      return {
        code: `Locations(${at.map((one) => `(${pair(...one)})`).join(', ')})`,
        many: true,
        count: String(at.length),
        spots,
        places: { kind: 'points', at },
      }
    const times = rows === '1' ? columns : columns === '1' ? rows : `${columns} * ${rows}`
    return {
      code: moved(`GridLocations(${du}, ${dv}, ${columns}, ${rows})`, u, v),
      many: true,
      count: times,
      spots,
      places: { kind: 'points', at },
    }
  }

  function moved(code: string, u: Formula, v: Formula): string {
    return u === '0' && v === '0' ? code : `[Pos(${pair(u, v)}) * spot for spot in ${code}]`
  }
}

const BEGINNINGS: ReadonlySet<string> = new Set(['left', 'right', 'front', 'back', 'top', 'bottom'])
/** So many steps of a pattern from its middle; of an even number of places they are halves. */
function stepsOf(step: Formula, many: number): Formula {
  if (many === 0 || step === '0') return '0'
  const times = Math.abs(many)
  const far = times === 1 ? bracket(step) : times === 0.5 ? half(step) : `${times} * ${bracket(step)}`
  return many < 0 ? minus('0', far) : far
}
const bracket = (formula: Formula): Formula => (/[-+]/.test(formula) ? `(${formula})` : formula)

const QUARTERS: Record<number, [number, number]> = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] }

/** A place on a circle; quarters without cosines, so that scripts read well. */
function around(radius: Formula, degrees: Formula): [Formula, Formula] {
  const quarter = /^-?\d+(\.\d+)?$/.test(degrees) ? QUARTERS[((Number(degrees) % 360) + 360) % 360] : undefined
  const times = (sign: number) => (sign === 0 ? '0' : sign > 0 ? radius : minus('0', radius))
  if (quarter) return [times(quarter[0]), times(quarter[1])]
  return [`${bracket(radius)} * cos(radians(${degrees}))`, `${bracket(radius)} * sin(radians(${degrees}))`]
}
