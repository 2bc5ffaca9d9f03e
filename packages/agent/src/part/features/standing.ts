import { bracketed } from '../formula.ts'
import type { Family, FeatureKind, Form, Placed } from '../kinds.ts'
import { grouped } from './grouped.ts'
import { COMMON, MERGED, MERGING, merged, settleTwin } from './merged.ts'

// Any solid may stand on a face of another, or be taken out of it: what is made of the two is one part.

/** A family as a feature: a cone on a plate, a hemisphere on the end of a rod, a pyramid sunk into a block. */
export function standing({ form, settle, ...family }: Family): FeatureKind {
  return {
    ...family,
    flags: `${family.flags ?? ''} ${[TAKEN, CORE, ...MERGING].join(' ')}`,
    manner: 'spot',
    settle(sizes) {
      // What is put there may be as wide as what it stands on; what is taken out has a size of its own.
      if (sizes.flag(TAKEN) && !Object.keys(family.slots).some((slot) => sizes.has(slot)))
        sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be that is taken out?`)
      // `a 30 mm ring on top` of a plate may lie or stand, and is as thick as nobody said.
      else if (family.key === 'washer' && !['inner', 'wall', 'height'].some((slot) => sizes.has(slot)))
        sizes.refuse('AGENT_NEEDS_ANSWER', `How wide inside and how high should the ${sizes.noun} be?`, [
          '20 mm inside, 5 mm high',
          '30 mm inside, 10 mm high',
        ])
      else settleTwin(sizes, { settle })
    },
    build(placed) {
      const made = form(placed.sizes, placed.has, placed.pieces)
      if (placed.has(MERGED) || placed.has(COMMON)) return merged(made, placed)
      return placed.has(TAKEN) ? taken(made, placed) : added(made, placed)
    },
  }
}

/** Taken out of what there is, and not put on it. */
export const TAKEN = 'taken-out'
/** Its middle is the middle of the body, and not in a face. */
export const CORE = 'core'

/** What touches a face in a point or a line makes no part with it. */
export const TOUCHES: ReadonlySet<string> = new Set([
  'sphere',
  'ellipsoid',
  'capsule',
  'torus',
  'spring',
  'elbow',
  'rod-path',
  'eyebolt',
  'ubolt',
])

function added({ before = [], code, size, volume, outline }: Form, { add, count }: Placed) {
  const [u, v, height] = size
  return {
    lines: [...before, ...add(grouped(code))],
    ...(volume === undefined ? {} : { volume: `${count} * (${volume})` }),
    reach: { u, v, depth: '0', outward: height, ...(outline.kind === 'circle' ? { round: true as const } : {}) },
    rise: height,
  }
}

/** It stands on its head in the face, or in the middle of the body. */
function taken({ before = [], code, size, volume, outline }: Form, { cut, count, through, has }: Placed) {
  const [u, v, height] = size
  const solid = has(CORE)
    ? `Pos(0, 0, -(${bracketed(through)} + ${bracketed(height)}) / 2) * ${grouped(code)}`
    : `Rot(180, 0, 0) * ${grouped(code)}`
  return {
    lines: [...before, ...cut(solid)],
    ...(volume === undefined ? {} : { volume: `-${count} * (${volume})` }),
    reach: { u, v, depth: height, ...(outline.kind === 'circle' ? { round: true as const } : {}) },
  }
}
