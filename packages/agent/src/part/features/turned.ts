import { bracketed, half } from '../formula.ts'
import { halved, powered } from '../families/round.ts'
import type { FeatureKind, Placed } from '../kinds.ts'

// What is cut into round parts: grooves, keyways, flats; and domes on top of them.

const diameterOf = ({ body }: Placed): string => (body.outline.kind === 'circle' ? body.outline.diameter : body.size[0])

/** How far from an end, along the axis: said, or in the middle. */
function zOf({ relations, body }: Placed, width: string): string {
  const edge = relations.find((one) => one.kind === 'edge')
  if (edge?.kind !== 'edge') return `${half(body.size[2])} - ${half(width)}`
  return edge.edge === 'bottom'
    ? edge.distance
    : `${body.size[2]}${edge.distance === '0' ? '' : ` - ${edge.distance}`} - ${width}`
}

export const groove: FeatureKind = {
  key: 'groove',
  nouns:
    'groove, o-ring groove, oring groove, circlip groove, retaining ring groove, snap ring groove, annular groove, ring groove, undercut, circumferential groove, relief groove, neck groove, o ring groove',
  manner: 'run',
  slots: {
    width: { label: 'Groove width', accepts: 'width height length', say: '# wide' },
    depth: { label: 'Groove depth', accepts: 'depth', say: '# deep' },
    diameter: { label: 'Groove diameter', accepts: 'diameter inner', say: '# diameter', not: 'depth' },
    middle: { label: 'Groove mean diameter', accepts: 'pcd reference', say: 'mean diameter #', name: 'mean_diameter' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'] },
  settle(sizes) {
    if (!sizes.has('width')) sizes.assume('width', 2, 'no width of the groove was said')
    // In a face, a groove is as deep as is said and lies on a circle.
    if (sizes.has('middle') && sizes.has('diameter')) {
      sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        'A groove in a face has a mean diameter, a width and a depth. How deep is it?',
        ['2 mm deep', '3 mm deep'],
      )
      return
    }
    if (!sizes.has('depth') && !sizes.has('diameter')) sizes.assume('depth', 1, 'no depth of the groove was said')
    const [x = '0', , z = '0'] = sizes.body?.form.size ?? []
    if (!sizes.has('middle') || !sizes.body) return
    if (sizes.value('middle') + sizes.value('width') >= sizes.body.evaluate(x))
      sizes.refuse('AGENT_IMPOSSIBLE', `A groove on ${sizes.value('middle')} mm runs over the edge.`)
    if (sizes.value('middle') <= sizes.value('width') || sizes.value('depth') >= sizes.body.evaluate(z))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A groove ${sizes.value('depth')} mm deep on ${sizes.value('middle')} mm leaves nothing.`,
      )
  },
  build(placed) {
    const { sizes, bodyId } = placed
    const { width = '0', depth, diameter, middle } = sizes
    if (middle && depth) {
      const [far, near] = [`(${middle} + ${width})`, `(${middle} - ${width})`]
      const top = placed.face === 'bottom' ? depth : placed.body.size[2]
      return {
        lines: [
          `${bodyId} -= Pos(0, 0, ${top}) * (Cylinder(${halved(far)}, ${depth}, align=down) - Cylinder(${halved(near)}, ${depth}, align=down))`,
        ],
        volume: `-pi * ${middle} * ${width} * ${depth}`,
      }
    }
    const outer = diameterOf(placed)
    const floor = diameter ?? `${outer} - 2 * ${depth}`
    const ring = `(Cylinder(${halved(outer)}, ${width}, align=floor) - Cylinder(${halved(floor)}, ${width}, align=floor))`
    const edge = placed.relations.find((one) => one.kind === 'edge')
    const both = placed.count === '2' && edge?.kind === 'edge' ? edge.distance : undefined
    const places = both ? [both, `${placed.body.size[2]} - ${both} - ${width}`] : [zOf(placed, width)]
    return {
      lines: places.map((z) => `${bodyId} -= Pos(0, 0, ${z}) * ${ring}`),
      volume: `-${places.length} * pi / 4 * (${powered(outer)} - ${powered(floor)}) * ${width}`,
    }
  },
}

/** DIN 6885 parallel keys: shaft up to, width, depth in the shaft, depth in the hub. */
const KEYS: readonly [number, number, number, number][] = [
  [8, 2, 1.2, 1],
  [10, 3, 1.8, 1.4],
  [12, 4, 2.5, 1.8],
  [17, 5, 3, 2.3],
  [22, 6, 3.5, 2.8],
  [30, 8, 4, 3.3],
  [38, 10, 5, 3.3],
  [44, 12, 5, 3.3],
  [50, 14, 5.5, 3.8],
  [58, 16, 6, 4.3],
  [65, 18, 7, 4.4],
  [75, 20, 7.5, 4.9],
  [85, 22, 9, 5.4],
  [95, 25, 9, 5.4],
  [110, 28, 10, 6.4],
  [130, 32, 11, 7.4],
]

export const keyway: FeatureKind = {
  key: 'keyway',
  nouns: 'keyway, key way, key slot, keyseat, key seat, keyslot, key groove, parallel keyway',
  manner: 'run',
  slots: {
    width: { label: 'Keyway width', accepts: 'width', say: '# wide' },
    depth: { label: 'Keyway depth', accepts: 'depth height', say: '# deep' },
    length: { label: 'Keyway length', accepts: 'length', say: '# long' },
  },
  bare: ['width', 'depth', 'length'],
  chains: { 2: ['width', 'depth'], 3: ['width', 'depth', 'length'] },
  settle(sizes) {
    const outline = sizes.body?.form.outline
    const hub = outline?.kind === 'circle' && outline.bore !== undefined
    const around =
      outline?.kind === 'circle' ? (sizes.body?.evaluate(hub ? (outline.bore ?? '0') : outline.diameter) ?? 20) : 20
    const [, width = 5, shaft = 3, deep = 2.3] = KEYS.find(([to]) => around <= to) ?? KEYS.at(-1) ?? []
    if (!sizes.has('width')) sizes.assume('width', width, `DIN 6885 for ${Math.round(around * 10) / 10} mm`)
    if (!sizes.has('depth'))
      sizes.assume('depth', hub ? deep : shaft, `DIN 6885 for ${Math.round(around * 10) / 10} mm`)
    if (sizes.value('width') >= around)
      sizes.refuse('AGENT_IMPOSSIBLE', `A keyway ${sizes.value('width')} mm wide does not fit ${around} mm.`)
  },
  build(placed) {
    const { sizes, body, bodyId } = placed
    const { width = '0', depth = '0', length } = sizes
    const long = length ?? body.size[2]
    const z = length ? zOf(placed, length) : '0'
    const { outline } = body
    // Half a round from its middle to a chord on each side of a strip as wide as the key.
    const strip = (r: string) =>
      `((${r})**2 * asin(${width} / (2 * ${bracketed(r)})) + ${width} / 2 * sqrt((${r})**2 - ${width}**2 / 4))`
    if (outline.kind === 'circle' && outline.bore) {
      const r = halved(outline.bore)
      return {
        volume: `-(${width} * (${r} + ${depth}) - ${strip(r)}) * ${long}`,
        lines: [
          `${bodyId} -= Pos(0, 0, ${z}) * Box(${r} + ${depth}, ${width}, ${long}, align=(Align.MIN, Align.CENTER, Align.MIN))`,
        ],
      }
    }
    const r = halved(outline.kind === 'circle' ? outline.diameter : body.size[0])
    return {
      // As long as it is said, it leaves the full diameter beside it.
      ...(length ? {} : { loose: ['x' as const] }),
      ...(body.straight ? { volume: `-(${strip(r)} - (${r} - ${depth}) * ${width}) * ${long}` } : {}),
      lines: [
        `${bodyId} -= Pos(${r} - ${depth}, 0, ${z}) * Box(${depth}, ${width}, ${long}, align=(Align.MIN, Align.CENTER, Align.MIN))`,
      ],
    }
  },
}

export const flat: FeatureKind = {
  key: 'flat',
  nouns: 'flat, d flat, d-flat, d cut, d-cut, milled flat, flat spot, wrench flat, spanner flat, d shaft flat',
  manner: 'run',
  slots: {
    depth: { label: 'Flat depth', accepts: 'depth', say: '# deep' },
    length: { label: 'Flat length', accepts: 'length height', say: '# long' },
  },
  bare: ['length'],
  settle(sizes) {
    if (sizes.body && ['cone', 'pyramid', 'hemisphere', 'sphere', 'ellipsoid'].includes(sizes.body.family)) {
      sizes.refuse(
        'AGENT_UNSUPPORTED',
        'A flat is milled along what is round all the way. Of a cone, say how wide it is at the top.',
      )
      return
    }
    if (!sizes.has('depth')) sizes.assume('depth', 1, 'no depth of the flat was said')
  },
  build({ sizes, body, bodyId, count, relations }) {
    const { depth = '0', length } = sizes
    // `12 mm in from one end`: so far it goes; with a length, there it begins.
    const edge = relations.find((one) => one.kind === 'edge')
    const away = edge?.kind === 'edge' ? edge.distance : undefined
    const long = length ?? away ?? body.size[2]
    const outer = body.outline.kind === 'circle' ? body.outline.diameter : body.size[0]
    const z =
      length && away
        ? `${body.size[2]} - ${away} - ${length}`
        : long === body.size[2]
          ? '0'
          : `${body.size[2]} - ${long}`
    const one = `Pos(${halved(outer)} - ${depth}, 0, ${z}) * Box(${depth}, ${outer}, ${long}, align=(Align.MIN, Align.CENTER, Align.MIN))`
    // A circle without a segment on each side that is milled.
    const full = body.outline.kind === 'circle' && !body.outline.bore && (body.stages ?? []).length < 2
    const segment = `(${outer}**2 / 4 * acos(1 - 2 * ${depth} / ${outer}) - (${halved(outer)} - ${depth}) * sqrt(${outer} * ${depth} - ${depth}**2)) * ${long}`
    return {
      ...(length ? {} : { loose: ['x' as const] }),
      ...(full ? { volume: count === '2' ? `-2 * ${segment}` : `-${segment}` } : {}),
      lines: [count === '2' ? `${bodyId} -= [Rot(Z=turn) * ${one} for turn in (0, 180)]` : `${bodyId} -= ${one}`],
    }
  },
}

/** Half a ball taken out of a face. */
export const scoop: FeatureKind = {
  key: 'scoop',
  nouns:
    'scoop, scooped, spherical recess, hemispherical recess, hemispherical dimple, dimple, spherical dimple, hemispherical pocket, spherical pocket, spherical hollow, hemispherical hollow, ball socket',
  manner: 'spot',
  slots: { diameter: { label: 'Scoop diameter', accepts: 'diameter radius*2', say: '# diameter' } },
  bare: ['diameter'],
  settle(sizes) {
    const outline = sizes.body?.form.outline
    if (!sizes.has('diameter') && outline?.kind === 'circle') sizes.derive('diameter', outline.diameter)
    if (!sizes.has('diameter'))
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What diameter should be scooped out?', ['10 mm', '20 mm'])
  },
  build: ({ sizes, cut, count }) => ({
    lines: cut(`Sphere(${halved(sizes['diameter'] ?? '0')})`),
    volume: `-${count} * pi / 12 * ${sizes['diameter']}**3`,
    reach: {
      u: sizes['diameter'] ?? '0',
      v: sizes['diameter'] ?? '0',
      depth: halved(sizes['diameter'] ?? '0'),
      open: true,
    },
  }),
}

/** Half a ball on top, or as much of one as is high. */
export const dome: FeatureKind = {
  key: 'dome',
  nouns: `hemispherical top, domed top, hemispherical end, rounded top, dome, half sphere, hemisphere, domed end, spherical top, ball end, dome top, half ball, half-sphere, hemispherical cap, hemispherical dome, domed cap, spherical end, hemispherical head`,
  manner: 'run',
  slots: {
    diameter: { label: 'Dome diameter', accepts: 'diameter radius*2 outer', say: '# diameter' },
    height: { label: 'Dome height', accepts: 'height depth', say: '# high', name: 'dome_height' },
  },
  bare: ['diameter'],
  flags: 'domed',
  settle(sizes) {
    const outline = sizes.body?.form.outline
    const round = outline?.kind === 'circle' ? outline.diameter : undefined
    if (!round) {
      sizes.refuse('AGENT_UNSUPPORTED', 'A dome is put on what is round; this is not.')
      return
    }
    if (sizes.has('diameter') && Math.abs(sizes.value('diameter') - (sizes.body?.evaluate(round) ?? 0)) > 0.01)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A half sphere on top is as wide as what it stands on: ${sizes.body?.evaluate(round)} mm.`,
      )
    if (sizes.has('height') && 2 * sizes.value('height') > (sizes.body?.evaluate(round) ?? 0) + 1e-6)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A dome on ${sizes.body?.evaluate(round)} mm is at most half as high; ${sizes.value('height')} mm was said.`,
      )
  },
  build(placed) {
    const outer = diameterOf(placed)
    const { height = halved(outer) } = placed.sizes
    const top = placed.body.size[2]
    const cap = (ball: string, up: string) =>
      `${placed.bodyId} += Pos(0, 0, ${up}) * Sphere(${ball}) & Pos(0, 0, ${top}) * Box(${outer}, ${outer}, ${height}, align=floor)`
    const ball = `((${powered(outer)} / 4 + ${height}**2) / (2 * ${height}))`
    return {
      lines: [placed.sizes['height'] ? cap(ball, `${top} + ${height} - ${ball}`) : cap(halved(outer), top)],
      volume: placed.sizes['height']
        ? `pi * ${height} * (3 * ${powered(outer)} / 4 + ${height}**2) / 6`
        : `pi / 12 * ${outer}**3`,
      rise: height,
      loose: ['z'],
    }
  },
}
