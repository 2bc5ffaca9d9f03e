import type { Family } from '../kinds.ts'
import { hollowSection } from './hollow-section.ts'
import { HEIGHT } from './profile.ts'

/** A square or rectangular tube on its end: the post that stands on a plate. words/profile-words.ts calls it so. */
export const uprightTube: Family = {
  ...hollowSection,
  key: 'upright-tube',
  nouns: 'upright square tube, upright rectangular tube',
  flags: 'square hollow open-ends inside outside',
  slots: {
    ...hollowSection.slots,
    height: { ...HEIGHT, accepts: 'depth y' },
    length: { label: 'Length', accepts: 'length overall z height', say: '# high' },
  },
  form({ length = '0', width = '0', height = '0', wall = '0' }) {
    const clear = (side: string) => `(${side} - 2 * ${wall})`
    return {
      code: `Box(${width}, ${height}, ${length}, align=floor) - Box(${clear(width)}, ${clear(height)}, ${length}, align=floor)`,
      size: [width, height, length],
      volume: `(${width} * ${height} - ${clear(width)} * ${clear(height)}) * ${length}`,
      openings: '1',
      outline: { kind: 'rectangle' },
      through: { front: wall, back: wall, left: wall, right: wall },
      walls: true,
    }
  },
}
