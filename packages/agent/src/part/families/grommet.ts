import type { Family, Kind } from '../kinds.ts'
import { pieceOf } from './rod-parts.ts'
import { halved, powered } from './round.ts'

const NECK: Kind = {
  key: 'neck',
  nouns: 'groove, panel groove, neck, slot, waist',
  slots: {
    width: { label: 'Groove width', accepts: 'width height thickness', say: '# wide' },
    diameter: { label: 'Groove diameter', accepts: 'diameter', say: '# diameter' },
    depth: { label: 'Groove depth', accepts: 'depth', say: '# deep', not: 'diameter' },
  },
  bare: ['width', 'diameter'],
}

export const grommet: Family = {
  key: 'grommet',
  nouns: 'grommet, cable grommet, rubber grommet, wire grommet, panel grommet',
  slots: {
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter',
      say: '# outside diameter',
      name: 'outside_diameter',
    },
    inner: { label: 'Hole', accepts: 'inner', say: '# inside diameter', name: 'hole' },
    height: { label: 'Height', accepts: 'height thickness length', say: '# high', name: 'height' },
  },
  bare: ['outer', 'inner', 'height'],
  chains: { 2: ['outer', 'inner'], 3: ['outer', 'inner', 'height'] },
  bore: 'inner',
  parts: { neck: NECK },
  settle(sizes) {
    if (!sizes.has('outer') || !sizes.has('inner')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large should the grommet be?', ['20 mm outside, 10 mm hole'])
      return
    }
    if (!sizes.has('height')) sizes.assume('height', 8, 'no height was said')
    const neck = sizes.part('neck')
    if (!neck) return
    if (!neck.has('width')) neck.assume('width', 2, 'no width of the groove was said')
    if (!neck.has('diameter') && neck.has('depth'))
      neck.derive('diameter', `${sizes.formula('outer')} - 2 * ${neck.formula('depth')}`)
    if (!neck.has('diameter'))
      neck.assume('diameter', (sizes.value('outer') + sizes.value('inner')) / 2, 'no diameter of the groove was said')
    if (neck.value('diameter') <= sizes.value('inner') || neck.value('diameter') >= sizes.value('outer'))
      neck.refuse(
        'AGENT_IMPOSSIBLE',
        `A groove of ${neck.value('diameter')} mm lies between ${sizes.value('inner')} and ${sizes.value('outer')} mm, or not at all.`,
      )
  },
  form({ outer = '0', inner = '0', height = '0' }, _has, pieces) {
    const neck = pieceOf(pieces, 'neck')
    const plain = `Cylinder(${halved(outer)}, ${height}, align=floor) - Cylinder(${halved(inner)}, ${height}, align=floor)`
    const [wide = '0', diameter = '0'] = [neck?.['width'], neck?.['diameter']]
    return {
      code: neck
        ? `${plain} - Pos(0, 0, ${halved(height)}) * (Cylinder(${halved(outer)}, ${wide}) - Cylinder(${halved(diameter)}, ${wide}))`
        : plain,
      size: [outer, outer, height],
      volume: `pi / 4 * ((${powered(outer)} - ${powered(inner)}) * ${height}${neck ? ` - (${powered(outer)} - ${powered(diameter)}) * ${wide}` : ''})`,
      openings: '1',
      outline: { kind: 'circle', diameter: outer, bore: inner },
    }
  },
}
