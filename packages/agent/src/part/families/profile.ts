import type { Kind, Settling, Slot } from '../kinds.ts'
import { PARALLEL, rolledSection, rolledSizes } from '../library/rolled-sections.ts'
import { halved } from './round.ts'

// What rolled, drawn and bent profiles have in common. They lie along x; their section is seen along it, y to the right and z up.

export const LENGTH: Slot = { label: 'Length', accepts: 'length overall x', say: '# long' }
export const WIDTH: Slot = { label: 'Width', accepts: 'width arm y', say: '# wide' }
export const HEIGHT: Slot = { label: 'Height', accepts: 'height depth overall-height arm z', say: '# high' }
const THICK: Slot = { label: 'Thickness', accepts: 'thickness wall', say: '# thick' }
const ROOT: Slot = {
  label: 'Root radius',
  accepts: 'root radius bend corner inner-radius',
  say: 'root radius #',
  name: 'root_radius',
}
const flangePiece: Kind = {
  key: 'flange',
  nouns: 'flange, top flange, bottom flange, arm',
  slots: {
    width: { label: 'Flange width', accepts: 'width height', say: 'flange # wide' },
    thickness: { label: 'Flange thickness', accepts: 'thickness', say: 'flange # thick' },
  },
  bare: ['thickness'],
  chains: { 2: ['width', 'thickness'] },
}
export const webPiece: Kind = {
  key: 'web',
  nouns: 'web, stem, leg',
  slots: {
    thickness: { label: 'Web thickness', accepts: 'thickness width', say: 'web # thick' },
    height: { label: 'Web height', accepts: 'height depth', say: 'web # high' },
  },
  bare: ['thickness'],
}

/** Sizes from the pieces, or from one thickness for all of it. */
export function beam(sizes: Settling): void {
  const [flange, web] = [sizes.part('flange'), sizes.part('web')]
  // `40 mm flanges` is how far they reach, where it is too much for a thickness.
  const tall = sizes.has('height') ? sizes.value('height') : sizes.has('width') ? sizes.value('width') : 0
  if (flange?.has('thickness') && !flange.has('width') && tall > 0 && flange.value('thickness') * 3 > tall)
    flange.move('thickness', 'width')
  if (flange?.has('width') && !sizes.has('width')) sizes.derive('width', flange.formula('width'))
  if (flange?.has('thickness')) sizes.derive('flange', flange.formula('thickness'))
  if (web?.has('thickness')) sizes.derive('web', web.formula('thickness'))
  if (sizes.has('thickness')) {
    if (!sizes.has('flange')) sizes.derive('flange', sizes.formula('thickness'))
    if (!sizes.has('web')) sizes.derive('web', sizes.formula('thickness'))
  }
  if (!sizes.has('flange') && sizes.has('web') && web?.has('height')) sizes.derive('flange', sizes.formula('web'))
  // `web 80 high, flanges 10 thick`: between the flanges of an I, below the one of a T.
  if (web?.has('height') && !sizes.has('height') && sizes.has('flange'))
    sizes.derive(
      'height',
      `${web.formula('height')} + ${sizes.noun.startsWith('t') ? '' : '2 * '}${sizes.formula('flange')}`,
    )
  if (!sizes.has('height') && !sizes.has('width')) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How large is the section of the ${sizes.noun}?`, [
      '100 high, 50 wide, 5 thick',
      '40 x 40 x 4',
    ])
    return
  }
  if (!sizes.has('width')) sizes.assume('width', sizes.value('height') / 2, 'no width was said')
  if (!sizes.has('height')) sizes.assume('height', sizes.value('width'), 'no height was said')
  const usual = Math.max(1, Math.round(Math.min(sizes.value('height'), sizes.value('width')) / 10))
  if (!sizes.has('flange'))
    sizes.assume('flange', sizes.has('web') ? sizes.value('web') : usual, 'no thickness of the flanges was said')
  if (!sizes.has('web')) sizes.assume('web', sizes.value('flange'), 'no thickness of the web was said')
  if (!sizes.has('length')) sizes.assume('length', 100, 'no length was said')
}

/** What closes a profile at one of its ends, or at both, as thick as its wall: how it is built, and how many times it is there. */
export function closing(
  has: (flag: string) => boolean,
  length: string,
  wall: string,
  z: string,
  section: string,
): { code: string; many: string } | undefined {
  const both = has('closed-ends')
  if (!has('closed-end') && !both) return undefined
  const at = (x: string) => `Pos(${x}, 0, ${z}) * extrude(Plane.YZ * ${section}, ${halved(wall)}, both=True)`
  const end = `(${length} - ${wall}) / 2`
  return both
    ? { code: `[${at(`side * ${end}`)} for side in (-1, 1)]`, many: '2 * ' }
    : { code: at(`-${end}`), many: '' }
}

export const along = (height: string, length: string, section: string): string =>
  `Pos(0, 0, ${halved(height)}) * extrude(Plane.YZ * ${section}, ${halved(length)}, both=True)`

/** The pieces that a profile is told by. */
export const PROFILE = {
  bare: ['length', 'height', 'width'],
  parts: { flange: flangePiece, web: webPiece, arm: flangePiece },
}
export const beamSlots = {
  length: LENGTH,
  height: { ...HEIGHT, not: '' },
  width: WIDTH,
  thickness: THICK,
  flange: { label: 'Flange thickness', accepts: '', name: 'flange_thickness' },
  web: { label: 'Web thickness', accepts: '', name: 'web_thickness' },
  root: ROOT,
  rolled: { label: 'Nominal size', accepts: 'rolled' },
}

/** `web 7`, `flanges 5` of a beam there is. */
export const BEAM_TOLD = { 'web.thickness': 'web', 'flange.thickness': 'flange' }

/** `IPE 100`: everything but the length stands in a table; a size that was said as well has to agree. */
export function settleRolled(sizes: Settling, lies = false): void {
  if (!sizes.has('rolled')) return
  const [kind = ''] = sizes.noun.split(' ')
  const nominal = sizes.value('rolled')
  const found = rolledSection(kind, nominal)
  const name = `${kind.toUpperCase()} ${nominal}`
  if (!found) {
    const other = PARALLEL[kind] ?? kind
    const near = rolledSizes(other).toSorted((a, b) => Math.abs(a - nominal) - Math.abs(b - nominal))
    sizes.refuse(
      'AGENT_NEEDS_ANSWER',
      other === kind
        ? `${name} is not in the table.`
        : `${name} has tapered flanges, which are not made here; ${other.toUpperCase()} has parallel ones.`,
      near.slice(0, 3).map((size) => `${other.toUpperCase()} ${size}`),
    )
    return
  }
  const key = `${name}, ${found.standard}`
  // A channel lies on its web.
  const at = lies ? { ...found, height: found.width, width: found.height } : found
  for (const slot of ['height', 'width', 'flange', 'web', 'root'] as const)
    if (!sizes.has(slot)) sizes.look(slot, at[slot], key)
  sizes.spend('rolled')
}

/** `40 x 30 x 3 x 500`: the section, and then how long it is. `40 x 30 x 150, 3 mm thick`: where the thickness is said apart, the third size was the length. */
export const SECTION_FIRST = {
  chains: {
    2: ['width', 'height'],
    3: ['width', 'height', 'thickness'],
    4: ['width', 'height', 'thickness', 'length'],
  },
  yields: ['thickness'],
  refill: ['length'],
}
