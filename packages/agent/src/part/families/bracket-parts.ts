import type { Kind, Settling, Slot } from '../kinds.ts'

// Brackets stand with their base on z = 0; sizes of legs are outside.

export const WIDTH: Slot = { label: 'Width', accepts: 'width depth y', say: '# wide' }
export const THICK: Slot = { label: 'Thickness', accepts: 'thickness wall floor', say: '# thick' }
export const BEND: Slot = {
  label: 'Inside bend radius',
  accepts: 'bend radius inner-radius',
  say: 'bend radius #',
  name: 'bend_radius',
}

export const legSlots: Record<string, Slot> = {
  length: { label: 'Leg', accepts: 'length arm', say: '# long' },
  height: { label: 'Leg height', accepts: 'height', say: '# high' },
  width: { label: 'Leg width', accepts: 'width depth', say: '# wide' },
  thickness: { label: 'Leg thickness', accepts: 'thickness', say: '# thick' },
}
/** A flange that has a length and nothing else: height and width are those of the bracket. */
export const armOf = (nouns: string): Kind => ({
  key: 'leg',
  nouns: `${nouns}, foot`,
  slots: { length: { label: 'Flange', accepts: 'arm length', say: 'flanges #' } },
  bare: ['length'],
  faces: ['top', 'bottom'],
})
export const leg = (key: string, nouns: string, faces: Kind['faces']): Kind => ({
  key,
  nouns,
  slots: legSlots,
  bare: ['length'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'thickness'] },
  ...(faces ? { faces } : {}),
})

const LIMBS = ['leg', 'arm', 'flange', 'plate', 'limb', 'piece']
const SIDES = [...LIMBS, 'wall', 'panel', 'side', 'face', 'part', 'section']
const named = (ways: readonly string[], members: readonly string[]): string =>
  ways.flatMap((way) => members.map((member) => `${way} ${member}`)).join(', ')

/** What stands, and what lies: whichever of its members a bracket is told by. */
export const UPRIGHT = `${named(['vertical', 'upright'], SIDES)}, ${named(['standing', 'back'], [...LIMBS, 'wall', 'panel'])}, ${named(['wall'], ['leg', 'arm', 'flange'])}, upright, second leg, other leg, one leg up`
export const LYING = `${named(['horizontal', 'lying'], SIDES)}, ${named(['base', 'bottom', 'lower'], LIMBS)}, ${named(['shelf', 'floor', 'table'], ['leg', 'arm', 'flange'])}, base, first leg, foot`
export const LEGS = 'leg, arm, flange'

/** `bent from 2 mm sheet`: what it is made of says how thick it is. */
export const sheet: Kind = {
  key: 'sheet',
  nouns: 'sheet, sheet stock, metal sheet, strip, plate stock, flat stock, flat bar, flat steel',
  slots: {
    thickness: { label: 'Thickness', accepts: 'thickness wall', say: '# thick' },
    width: { label: 'Width', accepts: 'width', say: '# wide' },
  },
  bare: ['thickness'],
  chains: { 2: ['width', 'thickness'] },
}
export const takeSheet = (sizes: Settling): void => {
  const from = sizes.part('sheet')
  for (const slot of ['thickness', 'width'] as const)
    if (from?.has(slot) && !sizes.has(slot)) sizes.derive(slot, from.formula(slot))
}

/** What it is put round. */
export const held: Kind = {
  key: 'heldbar',
  nouns: 'bar, post, beam, rail, board, timber, tube, pipe, batten, joist',
  slots: {
    width: { label: 'Width of what it holds', accepts: 'width diameter', say: '# wide' },
    height: { label: 'Height of what it holds', accepts: 'height', say: '# high' },
  },
  bare: ['width', 'height'],
  chains: { 2: ['width', 'height'] },
}

export function thin(sizes: Settling, across: string[]): void {
  for (const slot of across)
    if (sizes.has(slot) && sizes.value(slot) <= sizes.value('thickness'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A leg of ${sizes.value(slot)} mm is not longer than it is thick (${sizes.value('thickness')} mm).`,
      )
}

/** What it goes round tells its inside, where nothing else does: `for a 30 x 15 bar`. */
export function around(sizes: Settling, slots: { width: string; height: string }): void {
  const of = sizes.part('heldbar')
  if (!of) return
  for (const [size, slot] of Object.entries(slots)) {
    if (!of.has(size)) continue
    if (!sizes.has(slot)) sizes.derive(slot, of.formula(size))
    else if (sizes.value(slot) === of.value(size)) of.spend(size)
    else if (sizes.value(slot) < of.value(size) || sizes.value(slot) > of.value(size) * 1.2 + 2)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `${sizes.value(slot)} mm inside was said, for a ${of.noun} of ${of.value(size)} mm.`,
      )
  }
}
