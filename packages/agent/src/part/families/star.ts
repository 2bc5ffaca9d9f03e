import type { Family, Settling } from '../kinds.ts'
import { halved, powered } from './round.ts'
import { HEIGHT } from './flat.ts'

export const star: Family = {
  key: 'star',
  nouns: 'star, star plate, star shape, star shaped plate',
  slots: {
    points: { label: 'Points', accepts: 'points turns count', unit: 'count', say: '# points', name: 'points' },
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter outer-radius*2 radius*2 points',
      say: '# outside diameter',
      name: 'outside_diameter',
    },
    inner: {
      label: 'Inside diameter',
      accepts: 'inner inner-radius*2',
      say: '# inside diameter',
      name: 'inside_diameter',
    },
    side: { label: 'Side', accepts: 'side', say: '# sides', not: 'outer' },
    height: { ...HEIGHT, accepts: 'thickness height depth', name: 'thickness' },
  },
  bare: ['outer', 'inner', 'height'],
  parts: {
    notch: {
      key: 'notch',
      nouns: 'notch, inner point, valley, inner corner',
      slots: { inner: { label: 'Inside diameter', accepts: 'diameter inner outer radius*2', say: '#' } },
      bare: ['inner'],
    },
  },
  settle(sizes) {
    const notch = sizes.part('notch')
    if (notch?.has('inner') && !sizes.has('inner')) sizes.derive('inner', notch.formula('inner'))
    if (!sizes.has('points')) sizes.assume('points', 5, 'no number of points was said')
    if (sizes.has('side') && !sizes.has('outer')) bySide(sizes)
    if (!sizes.has('outer')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large should the star be?', ['40 mm', '60 mm', '100 mm'])
      return
    }
    if (!sizes.has('inner'))
      sizes.assume('inner', Math.round(sizes.value('outer') * SLENDER), 'no inside diameter was said')
    if (!sizes.has('height')) sizes.assume('height', 5, 'no thickness was said')
  },
  form({ points = '5', outer = '0', inner = '0', height = '0' }) {
    const at = `(90 + 180 * spot / ${points})`
    const reach = `(${halved(outer)} if spot % 2 == 0 else ${halved(inner)})`
    return {
      before: [
        `corners = [(${reach} * cos(radians${at}), ${reach} * sin(radians${at})) for spot in range(2 * ${points})]`,
      ],
      code: `extrude(Polygon(*corners, align=None), ${height})`,
      size: [outer, outer, height],
      volume: `${points} * ${halved(outer)} * ${halved(inner)} * sin(pi / ${points}) * ${height}`,
      openings: '0',
      outline: { kind: 'other' },
      loose: ['x', 'y'],
    }
  },
}

/** From a tip to the notch beside it is a side: with the circle of the notches it tells that of the tips. */
function bySide(sizes: Settling): void {
  const half = Math.PI / sizes.value('points')
  if (!sizes.has('inner')) {
    const share = SLENDER / Math.sqrt(1 + SLENDER ** 2 - 2 * SLENDER * Math.cos(half))
    sizes.assume('inner', Math.round(20 * share * sizes.value('side')) / 10, 'no inside diameter was said')
  }
  const [inner, side, angle] = [sizes.formula('inner'), sizes.formula('side'), `pi / ${sizes.formula('points')}`]
  sizes.derive('outer', `${inner} * cos(${angle}) + sqrt(4 * ${powered(side)} - (${inner} * sin(${angle}))**2)`)
}

/** How wide a star is between its notches, of what it is over its tips. */
const SLENDER = 0.4
