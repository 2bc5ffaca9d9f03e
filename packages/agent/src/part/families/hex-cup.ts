import type { Family, Form } from '../kinds.ts'

const area = (flats: string): string => `sqrt(3) / 2 * (${flats})**2`

/** Six-sided, with walls and a floor: open on top. */
export const hexCup: Family = {
  key: 'hex-cup',
  nouns: `hexagonal cup, hexagonal pencil cup, hexagonal pen cup, hexagonal pen holder, hexagonal pencil holder, hexagonal box, hexagonal tray, hexagonal pot, hexagonal planter, hexagonal container, hexagonal bin, hexagonal vase, hex cup, hex box, hex pot, hex tray, hex container, hexagonal dish, hexagonal bowl`,
  slots: {
    flats: {
      label: 'Across flats',
      accepts: 'flats diameter outer width',
      say: '# across flats',
      name: 'across_flats',
    },
    points: {
      label: 'Across corners',
      accepts: 'points radius*2 outer-radius*2',
      say: '# across corners',
      name: 'across_corners',
      not: 'flats',
    },
    side: { label: 'Side', accepts: 'side', say: 'sides #', not: 'flats' },
    height: { label: 'Height', accepts: 'height depth length overall', say: '# high' },
    wall: { label: 'Wall', accepts: 'wall thickness', say: '# wall' },
    floor: { label: 'Floor', accepts: 'floor bottom-width', say: '# floor', name: 'floor_thickness' },
  },
  bare: ['flats', 'height'],
  chains: { 2: ['flats', 'height'] },
  flags: 'open hollow hexagonal',
  called: (noun) => (/\bhex/.test(noun) ? noun : `hexagonal ${noun}`),
  settle(sizes) {
    if (sizes.has('points') && !sizes.has('flats')) sizes.derive('flats', `${sizes.formula('points')} * sqrt(3) / 2`)
    if (sizes.has('side') && !sizes.has('flats')) sizes.derive('flats', `${sizes.formula('side')} * sqrt(3)`)
    if (!sizes.has('flats')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide should the ${sizes.noun} be across flats?`, ['60 mm', '80 mm'])
      return
    }
    if (!sizes.has('height')) sizes.assume('height', Math.round(sizes.value('flats')), 'no height was said')
    if (!sizes.has('wall')) sizes.assume('wall', 2, 'no wall was said')
    if (!sizes.has('floor')) sizes.derive('floor', sizes.formula('wall'))
    if (2 * sizes.value('wall') >= sizes.value('flats') || sizes.value('floor') >= sizes.value('height'))
      sizes.refuse('AGENT_IMPOSSIBLE', `Such walls leave nothing of ${sizes.value('flats')} mm.`)
  },
  form({ flats = '0', height = '0', wall = '0', floor = '0' }): Form {
    const prism = (wide: string, high: string) => `extrude(RegularPolygon(${wide}, 6, major_radius=False), ${high})`
    const inner = `(${flats}) - 2 * ${wall}`
    return {
      code: `${prism(`${flats} / 2`, height)} - Pos(0, 0, ${floor}) * ${prism(`${flats} / 2 - ${wall}`, `${height} - ${floor}`)}`,
      size: [`(${flats}) * 2 / sqrt(3)`, flats, height],
      volume: `${area(flats)} * ${height} - ${area(inner)} * (${height} - ${floor})`,
      openings: '0',
      outline: { kind: 'other' },
      faces: { top: { at: ['0', '0', floor], size: [inner, inner], through: floor } },
      through: { bottom: floor },
    }
  },
}
