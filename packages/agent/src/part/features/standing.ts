import { bracketed } from '../formula.ts'
import type { Family, FeatureKind, Form, Placed } from '../kinds.ts'

// Any solid may stand on a face of another, or be taken out of it: what is made of the two is one part.

/** A family as a feature: a cone on a plate, a hemisphere on the end of a rod, a pyramid sunk into a block. */
export function standing({ form, ...family }: Family): FeatureKind {
  return {
    ...family,
    flags: `${family.flags ?? ''} ${TAKEN} ${CORE}`,
    manner: 'spot',
    build(placed) {
      const made = form(placed.sizes, placed.has, placed.pieces)
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

/** `A - B` is moved as one. */
export function grouped(code: string): string {
  let depth = 0
  for (const [place, letter] of [...code].entries()) {
    if (letter === '(') depth++
    else if (letter === ')') depth--
    else if (depth === 0 && /^ [-+&] /.test(code.slice(place))) return `(${code})`
  }
  return code
}
