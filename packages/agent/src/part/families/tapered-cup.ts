import type { Family } from '../kinds.ts'
import { CLEARANCE } from './lip.ts'
import { halved, ringForm } from './round.ts'

/** A round pot that is wider at the top than at the bottom, or the other way round; its wall is as thick all the way, measured level. */
export const taperedCup: Family = {
  key: 'taperedcup',
  nouns:
    'tapered cup, tapered pot, conical cup, conical pot, tapered planter, tapered bucket, tapered bin, tapered beaker',
  slots: {
    high: {
      label: 'Diameter at the top',
      accepts: 'top-width outer diameter',
      say: '# across the top',
      name: 'top_diameter',
    },
    low: {
      label: 'Diameter at the bottom',
      accepts: 'bottom-width',
      say: '# across the bottom',
      name: 'bottom_diameter',
    },
    height: { label: 'Height', accepts: 'height depth length overall', say: '# high' },
    wall: { label: 'Wall', accepts: 'wall thickness', say: '# wall' },
    floor: { label: 'Floor', accepts: 'floor bottom-width', say: '# floor', name: 'floor_thickness' },
    clearance: CLEARANCE,
  },
  bare: ['high', 'low', 'height'],
  chains: { 2: ['high', 'height'], 3: ['high', 'low', 'height'] },
  flags: 'open circular hollow outside tapered',
  parts: {
    floorpiece: {
      key: 'floorpiece',
      nouns: 'floor, base, bottom',
      slots: { thickness: { label: 'Floor', accepts: 'thickness wall height', say: '' } },
      bare: ['thickness'],
      faces: ['top'],
    },
  },
  settle(sizes) {
    const piece = sizes.part('floorpiece')
    if (piece?.has('thickness') && !sizes.has('floor')) sizes.derive('floor', piece.formula('thickness'))
    for (const slot of ['high', 'low'])
      if (!sizes.has(slot)) {
        sizes.refuse('AGENT_NEEDS_ANSWER', `How wide should the ${sizes.noun} be at the top and at the bottom?`, [
          '100 across the top, 70 across the bottom',
        ])
        return
      }
    if (!sizes.has('height')) sizes.assume('height', Math.round(sizes.value('high')), 'no height was said')
    if (!sizes.has('wall')) sizes.assume('wall', 2, 'no wall was said')
    if (!sizes.has('floor')) sizes.derive('floor', sizes.formula('wall'))
    const least = Math.min(sizes.value('high'), sizes.value('low'))
    if (2 * sizes.value('wall') >= least)
      sizes.refuse('AGENT_IMPOSSIBLE', `Walls of ${sizes.value('wall')} mm leave nothing of ${least} mm.`)
    if (sizes.value('floor') >= sizes.value('height'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A floor of ${sizes.value('floor')} mm leaves nothing of a height of ${sizes.value('height')} mm.`,
      )
  },
  form({ high = '0', low = '0', height = '0', wall = '0', floor = '0' }) {
    const inside = `${high} - 2 * ${wall}`
    // How wide it is where the floor ends.
    const above = `${low} + (${high} - ${low}) * ${floor} / ${height} - 2 * ${wall}`
    const cone = (one: string, other: string, tall: string) =>
      `pi / 12 * ((${one})**2 + (${one}) * (${other}) + (${other})**2) * (${tall})`
    return {
      ...ringForm({ outer: `max(${high}, ${low})`, height }),
      code: `Cone(${halved(low)}, ${halved(high)}, ${height}, align=floor) - Pos(0, 0, ${floor}) * Cone((${above}) / 2, (${inside}) / 2, ${height} - ${floor}, align=floor)`,
      volume: `${cone(low, high, height)} - ${cone(above, inside, `${height} - ${floor}`)}`,
      openings: '0',
      faces: { top: { at: ['0', '0', floor], outline: { kind: 'circle', diameter: above }, through: floor } },
      through: { bottom: floor },
      edges: {},
    }
  },
}
