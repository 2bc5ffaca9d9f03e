import type { Kind } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { HALF_WAY } from './meeting-bores.ts'

// What is called round and hollow, and is another thing by what is told of it.

/** A hole in it that is no plain bore: stepped, off the middle, from both ends. What has one is bored by it, and by nothing else. */
const boredOtherwise = ({ sizes, designated, flags, children }: Frame): boolean =>
  (!sizes.has('inner') &&
    (sizes.get('wall')?.quantity.value ?? Infinity) * 3 > (sizes.get('outer')?.quantity.value ?? 0) &&
    children.some(
      ({ kind, children: parts, places, sizes: own, designated: named, flags: how }) =>
        kind.key === 'hole' &&
        (own.has('diameter') || (named.size > 0 && own.has('depth'))) &&
        // `M3 standoff, tapped in both ends`: the thread is in its ends, and nothing goes through. `for an M5 bolt, a 5.5 mm hole
        // counterbored 9 mm`: the hole is told at length.
        (designated.size === 0 || flags.has('blind') || (parts.length > 0 && own.has('diameter'))) &&
        (parts.length > 0 ||
          own.has('depth') ||
          how.has(HALF_WAY) ||
          places.some(({ place }) => place.kind === 'offset')) &&
        places.every(({ place }) => ['offset', 'centre', 'spec', 'along'].includes(place.kind)),
    )) ||
  // `a 10 mm hex bore`
  (!['inner', 'wall'].some((slot) => sizes.has(slot)) && children.some(isAngularBore))
const isAngularBore = ({ kind, noun, sizes, places }: Frame): boolean =>
  kind.key === 'cutout' &&
  /bore|hole/.test(noun) &&
  sizes.size > 0 &&
  places.every(({ place }) => place.kind === 'centre')
export const BORED = { family: 'cylinder', slots: { wall: 'height' }, when: boredOtherwise }
/** `drill bushing …, head 20 x 4`: a flange by another name. */
export const HEAD: Kind = {
  key: 'bushhead',
  nouns: 'head',
  slots: {
    diameter: { label: 'Head diameter', accepts: 'diameter outer radius*2', say: '# diameter' },
    height: { label: 'Head thickness', accepts: 'thickness height length', say: '# thick' },
  },
  bare: ['diameter', 'height'],
  chains: { 2: ['diameter', 'height'] },
}
export const HEADED = {
  family: 'flanged-bushing',
  slots: {},
  parts: { bushhead: 'rim' },
  when: ({ children }: Frame) => children.some(({ kind, sizes }) => kind.key === 'bushhead' && sizes.size > 0),
}
/** `spacer 40 OD with four M3 holes on a 30 mm circle`: what is screwed on with them is no tube where nobody says how wide it is inside. */
export const SCREWED = {
  family: 'cylinder',
  slots: {},
  when: ({ sizes, designated, flags, children }: Frame) =>
    !['inner', 'wall'].some((slot) => sizes.has(slot)) &&
    designated.size === 0 &&
    !flags.has('hollow') &&
    children.some(({ kind, places }) => kind.key === 'hole' && places.some(({ place }) => place.kind === 'circle')),
}
/** Wider at one end: it is turned. */
export const TAPERED = { family: 'turned', slots: { wall: 'height' }, when: ({ sizes }: Frame) => sizes.has('end') }
/** Closed at one end, with a floor or half a ball, or hollow and open at the top: a round box. */
export const CLOSED = {
  family: 'jar',
  noun: 'cup',
  slots: {},
  when: ({ sizes, flags }: Frame) =>
    sizes.has('floor') ||
    flags.has('closed-end') ||
    flags.has('round-bottom') ||
    (flags.has('open') && (sizes.has('wall') || flags.has('hollow'))),
}
/** Closed at both: a hollow inside that nothing leads to. */
export const SEALED = {
  family: 'jar',
  slots: {},
  when: ({ sizes, flags }: Frame) =>
    (flags.has('closed-ends') || flags.has('closed')) && (sizes.has('inner') || sizes.has('wall')),
}
