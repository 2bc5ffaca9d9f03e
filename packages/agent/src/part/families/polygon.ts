import { DIN_934, sizeOf, threadOf } from '../library/fasteners.ts'
import { NORM, settleNorm } from '../library/norm.ts'
import type { Family, Form, Settling, Slot } from '../kinds.ts'
import { halved, powered } from './round.ts'
import { HEIGHT } from './flat.ts'

const BORE: Slot = { label: 'Hole', accepts: 'inner inner-radius*2', say: '# inside diameter', name: 'bore' }
export const shaped = (adjectives: string, nouns: string): string =>
  adjectives
    .split(' ')
    .flatMap((adjective) => nouns.split(',').map((noun) => `${adjective} ${noun.trim()}`))
    .join(', ')
const BODIES =
  'prism, polygon, regular polygon, bar, rod, plate, block, column, disc, spacer, standoff, post, body, blank, stock, shape, piece, tile, base, cylinder, ring, washer, pillar, peg, solid, part, paving stone, paver, paving slab, sign, coaster, slab, board, hub, table top, tabletop'

/** A regular polygon standing up: by its flats, corners, sides or the circle around it. */
function regular(sides: number, key: string, nouns: string): Family {
  const turn = (degrees: string) => `${degrees}(pi / ${sides})`
  const even = sides % 2 === 0
  return {
    key,
    nouns,
    slots: {
      flats: {
        label: 'Across flats',
        accepts: 'flats width apothem*2',
        say: '# across flats',
        name: 'across_flats',
        not: 'side',
      },
      corners: {
        label: 'Across corners',
        accepts: 'points outer diameter radius*2 outer-radius*2',
        say: '# across corners',
        name: 'across_corners',
        not: 'flats',
      },
      side: { label: 'Side', accepts: 'side', say: '# sides', name: 'side', not: 'flats' },
      bore: BORE,
      height: HEIGHT,
      corner: { label: 'Corner radius', accepts: 'corner', say: 'corner radius #' },
      wall: { label: 'Wall', accepts: 'wall', say: '# wall', not: 'bore' },
      floor: { label: 'Floor', accepts: 'floor', say: '# floor', name: 'floor_thickness' },
      norm: NORM,
    },
    bare: even ? ['flats', 'height'] : ['side', 'height'],
    ...(even ? { named: ['height', 'flats'] } : {}),
    chains: { 2: even ? ['flats', 'height'] : ['side', 'height'], 3: ['flats', 'bore', 'height'] },
    bore: 'bore',
    screwBore: true,
    flags: 'blind tapped hollow closed-end open',
    settle(sizes) {
      const norm = settleNorm(sizes, [934, 4032])
      const known = sizes.designator('flats') ? threadOf(sizes.designator('flats') ?? '') : undefined
      if (known) {
        sizes.note(`${sizes.designator('flats')}: the thread is not modelled, and sizes that were said count.`)
        const size = sizes.designator('flats') ?? ''
        const old = norm === 934 ? DIN_934[sizeOf(size)] : undefined
        const name = `${size} ${old ? 'DIN 934' : 'ISO 4032'}`
        const [flats, height] = old ?? [known.row.hex, known.row.nut]
        if (!sizes.has('flats')) sizes.look('flats', flats, name)
        if (!sizes.has('height')) sizes.look('height', height, name)
        if (!sizes.has('bore') && !sizes.flag('blind') && sizes.designator('bore') === undefined)
          bored(size, !sizes.flag('clearance'))
      }
      const through = sizes.designator('bore')
      if (through && !sizes.has('bore')) bored(through, sizes.flag('tapped'))
      // One of them tells all the others.
      const across = {
        flats: sizes.value('flats'),
        corners: sizes.value('corners') * Math.cos(Math.PI / sides),
        side: sizes.value('side') / Math.tan(Math.PI / sides),
      }
      // `pentagon 90 mm across`: with as many sides as no flat lies opposite another, one size may be either.
      if (!even && sides > 3 && sizes.byTurn('side')) {
        const size = sizes.value('side')
        sizes.refuse(
          'AGENT_NEEDS_ANSWER',
          `Is ${size} mm a side of the ${sizes.noun}, or how far it reaches from corner to corner?`,
          [`sides ${size} mm long`, `${size} mm across corners`],
        )
        return
      }
      const told = (['flats', 'corners', 'side'] as const).filter((slot) => sizes.has(slot))
      const [one] = told
      if (one && told.some((slot) => Math.abs(across[slot] - across[one]) > across[one] / 100)) {
        sizes.refuse('AGENT_CONTRADICTION', `The sizes that were said of the ${sizes.noun} are those of two.`)
        return
      }
      if (!one) {
        sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be?`, [
          '20 mm across flats',
          '20 mm across corners',
          '20 mm sides',
        ])
        return
      }
      if (!sizes.has('height')) sizes.assume('height', 10, 'no height was said')
      walled(sizes, across[one])

      function bored(size: string, tapped: boolean): void {
        const found = threadOf(size)
        if (found && tapped) sizes.look('bore', found.row.tap, `${size} tap drill`)
        else if (found) sizes.look('bore', found.row.medium, `${size} medium clearance, ${found.standard}`)
      }
    },
    form({ flats, corners, side, bore, corner, wall, floor, height = '0' }) {
      // The circle inside touches the flats: everything is counted from it.
      const inner = flats ?? (corners ? `${corners} * ${turn('cos')}` : `${side} / ${turn('tan')}`)
      const apothem = flats
        ? halved(flats)
        : corners
          ? `${corners} / 2 * ${turn('cos')}`
          : `${side} / 2 / ${turn('tan')}`
      const outer = corners ?? (flats ? `${flats} / ${turn('cos')}` : `${side} / ${turn('sin')}`)
      const rotation =
        sides === 3
          ? ', rotation=90'
          : sides % 4 === 0
            ? `, rotation=180 / ${sides}`
            : sides === 5
              ? ', rotation=90'
              : ''
      const flat = `RegularPolygon(${apothem}, ${sides}, major_radius=False${rotation})`
      const solid = `extrude(${corner ? `fillet(${flat}.vertices(), ${corner})` : flat}, ${height})`
      // What its corners lose, each.
      const cut = corner ? ` - ${sides} * (${turn('tan')} - pi / ${sides}) * ${powered(corner)}` : ''
      const size: [string, string] =
        sides === 3
          ? [`${outer} * cos(pi / 6)`, `${outer} * 3 / 4`]
          : sides % 4 === 0
            ? [inner, inner]
            : sides === 5
              ? [`${outer} * cos(pi / 10)`, `${outer} / 2 * (1 + cos(pi / 5))`]
              : even
                ? [outer, inner]
                : [`${outer} / 2 * (1 + ${turn('cos')})`, `${outer} * cos(pi / ${2 * sides})`]
      if (wall) {
        const hollow = `extrude(RegularPolygon(${apothem} - ${wall}, ${sides}, major_radius=False${rotation}), ${height}${floor ? ` - ${floor}` : ''})`
        const area = (wide: string) => `${sides} / 4 * ${powered(wide)} * ${turn('tan')}`
        return {
          code: `${solid} - ${floor ? `Pos(0, 0, ${floor}) * ` : ''}${hollow}`,
          size: [...size, height],
          volume: `(${area(inner)}${cut}) * ${height} - ${area(`(${inner} - 2 * ${wall})`)} * (${height}${floor ? ` - ${floor}` : ''})`,
          openings: floor ? '0' : '1',
          outline: { kind: 'other' },
        }
      }
      return {
        code: bore ? `${solid} - Cylinder(${halved(bore)}, ${height}, align=floor)` : solid,
        size: [...size, height],
        volume: `(${sides} / 4 * ${powered(inner)} * ${turn('tan')}${cut}${bore ? ` - pi / 4 * ${powered(bore)}` : ''}) * ${height}`,
        openings: bore ? '1' : '0',
        outline: { kind: 'circle', diameter: inner, ...(bore ? { bore } : {}) },
        ...(corner ? {} : { edges: endEdges(apothem, sides) }),
        corners: {
          count: sides,
          reach: halved(outer),
          start: sides === 3 || sides === 5 ? 90 : sides % 4 === 0 ? 180 / sides : 0,
        },
        ...(corner ? { loose: ['x', 'y'] as ('x' | 'y')[] } : {}),
      }
    },
  }
}

/** `hollow hexagonal prism, 3 mm wall, closed bottom`: as thick all round, and as its floor. */
function walled(sizes: Settling, across: number): void {
  const closed = sizes.flag('closed-end') || sizes.has('floor')
  if (!sizes.has('bore') && !sizes.has('wall') && (sizes.flag('hollow') || closed))
    sizes.refuse('AGENT_NEEDS_ANSWER', `How thick should the walls of the ${sizes.noun} be?`, [
      '2 mm walls',
      '3 mm walls',
    ])
  if (!sizes.has('wall')) return
  if (closed && !sizes.has('floor')) sizes.derive('floor', sizes.formula('wall'))
  if (2 * sizes.value('wall') >= across)
    sizes.refuse('AGENT_IMPOSSIBLE', `Walls of ${sizes.value('wall')} mm leave nothing of ${across} mm.`)
  else if (closed && sizes.value('floor') >= sizes.value('height'))
    sizes.refuse('AGENT_IMPOSSIBLE', `Such a floor leaves nothing of ${sizes.value('height')} mm.`)
}

/** The edges around its two ends: what is cut there leaves a smaller one of as many sides, deeper and deeper. */
function endEdges(apothem: string, sides: number): NonNullable<Form['edges']> {
  const at = (end: string) => `.edges().filter_by(GeomType.LINE).group_by(Axis.Z)[${end}]`
  const lost = (area: string) => `-${sides} * tan(pi / ${sides}) * (${area})`
  const chamfer = lost(`${apothem} * size**2 - size**3 / 3`)
  const fillet = lost(`2 * ${apothem} * size**2 * (1 - pi / 4) - size**3 * (5 / 3 - pi / 2)`)
  const both = { code: `${at('-1')} + BODY${at('0')}`, chamfer: `2 * (${chamfer})`, fillet: `2 * (${fillet})` }
  return {
    top: { code: at('-1'), chamfer, fillet },
    bottom: { code: at('0'), chamfer, fillet },
    ends: both,
    rim: both,
    outer: both,
    all: { code: '.edges()' },
  }
}

export const hexagon = regular(
  6,
  'hexagon',
  `hexagon, hex, hexagon tube, hex tube, hexagonal tube, hex nut, nut, hexagonal nut, hex nut blank, nut blank, coupling nut, hex coupling nut, connector nut, extension nut, allen key stock, jam nut, ${shaped('hex hexagonal hexagon', BODIES)}`,
)
export const squareNut = regular(4, 'square-nut', 'square nut')
export const octagon = regular(8, 'octagon', `octagon, ${shaped('octagonal octagon', `${BODIES}, nut`)}`)
export const pentagon = regular(
  5,
  'pentagon',
  `pentagon, regular pentagon, ${shaped('pentagonal pentagon', `${BODIES}, nut`)}`,
)
export const heptagon = regular(7, 'heptagon', `heptagon, ${shaped('heptagonal', BODIES)}`)
export const nonagon = regular(9, 'nonagon', `nonagon, ${shaped('nonagonal', BODIES)}`)
export const decagon = regular(10, 'decagon', `decagon, ${shaped('decagonal', BODIES)}`)
export const dodecagon = regular(12, 'dodecagon', `dodecagon, ${shaped('dodecagonal', BODIES)}`)
