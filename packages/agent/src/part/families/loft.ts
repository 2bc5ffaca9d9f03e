import type { PartPiece } from '@hewn/model'
import type { Family } from '../kinds.ts'
import { drawn, PROFILE, profilesOf, settleProfiles, shapeOf } from './drawn-profile.ts'

export const loft: Family = {
  key: 'loft',
  nouns:
    'loft, lofted body, lofted part, transition, transition piece, square to round, square to round transition, blend, lofted transition, lofted solid, duct transition',
  slots: {
    centres: {
      label: 'Distance',
      accepts: 'height length depth spacing centres overall',
      say: '# apart',
      name: 'distance',
    },
    wall: { label: 'Wall', accepts: 'wall', say: '# wall' },
  },
  bare: ['centres'],
  parts: { profile: PROFILE },
  repeats: ['profile'],
  settle(sizes) {
    const profiles = sizes.pieces('profile')
    if (profiles.length < 2) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'From which outline to which should it go?', [
        'from a 40 mm square to a 20 mm circle, 30 mm apart',
        'from a 40 mm square to a 20 mm square, 30 mm apart',
      ])
      return
    }
    // Neither a circle nor a square has a height: `… to a 40 mm circle, 80 high` is how high it all is.
    const high = profiles.find(
      (one) => /circle|square/.test(one.noun) && one.has('width') !== one.has('diameter') && one.has('height'),
    )
    if (high && !sizes.has('centres')) {
      sizes.derive('centres', high.formula('height'))
      high.move('height', 'apart')
    }
    settleProfiles(profiles)
    if (!sizes.has('centres')) sizes.assume('centres', 30, 'no distance was said')
  },
  form({ centres = '0', wall }, _has, pieces) {
    const profiles = profilesOf(pieces)
    const steps = profiles.map((piece, index) => ({
      ...drawn(piece),
      low: index === 0 ? '0' : profiles.length === 2 ? centres : `${index} * ${centres} / ${profiles.length - 1}`,
    }))
    const [first, second] = steps
    const both = profiles.length === 2 && first && second && profiles.map(({ label }) => shapeOf(label))
    // Alike, the one is a cut through the pyramid of the other.
    const [low, high] = both && both[0] === both[1] ? [first, second] : []
    const solid = (all: typeof steps) =>
      `loft([${all.map(({ code, low: z }) => (z === '0' ? code : `Pos(0, 0, ${z}) * ${code}`)).join(', ')}])`
    if (wall) {
      const inner = profiles.map((piece, index) => ({ ...drawn(narrower(piece, wall)), low: steps[index]?.low ?? '0' }))
      return {
        code: `${solid(steps)} - ${solid(inner)}`,
        size: [largest(steps.map(({ across }) => across)), largest(steps.map(({ up }) => up)), centres],
        openings: '1',
        outline: { kind: 'other' },
      }
    }
    return {
      code: solid(steps),
      size: [largest(steps.map(({ across }) => across)), largest(steps.map(({ up }) => up)), centres],
      ...(low && high && !rectangles(profiles)
        ? { volume: `${centres} / 3 * (${low.area} + ${high.area} + sqrt((${low.area}) * (${high.area})))` }
        : {}),
      ...(first && second && rectangles(profiles)
        ? {
            volume: `${centres} / 6 * (${first.area} + ${second.area} + (${first.across} + ${second.across}) * (${first.up} + ${second.up}))`,
          }
        : {}),
      openings: '0',
      outline: { kind: 'other' },
    }
  },
}

/** The inside of an outline: as much smaller all round as the wall is thick. */
function narrower({ sizes, ...piece }: PartPiece, wall: string): PartPiece {
  const less = Object.entries(sizes).map(([slot, formula]) => [slot, `(${formula} - 2 * ${wall})`])
  return { ...piece, sizes: Object.fromEntries(less) }
}

const rectangles = (profiles: readonly PartPiece[]): boolean =>
  profiles.length === 2 && profiles.every(({ label }) => shapeOf(label) === 'rectangle')

const largest = (all: string[]): string => (all.length === 1 ? (all[0] ?? '0') : `max(${all.join(', ')})`)
