import type { Family, Kind } from '../kinds.ts'
import { forScrew, ringForm } from './round.ts'

const slot: Kind = {
  key: 'mouth',
  nouns: 'slot, opening, cut, gap, cutout, cut-out, mouth, slit, open slot',
  slots: { width: { label: 'Slot', accepts: 'width gap diameter', say: 'slot # wide', name: 'slot' } },
  bare: ['width'],
}

/** A washer that is slipped on from the side: its hole is open to the rim. */
export const openWasher: Family = {
  key: 'open-washer',
  nouns:
    'c washer, c-washer, open washer, slotted washer, u washer, u-washer, horseshoe washer, slip washer, swing washer',
  slots: {
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter radius*2',
      say: '# outside',
      name: 'outside_diameter',
    },
    inner: { label: 'Hole', accepts: 'inner inner-radius*2', say: '# hole', name: 'hole' },
    height: { label: 'Thickness', accepts: 'thickness height depth', say: '# thick', name: 'thickness' },
    gap: { label: 'Slot', accepts: 'gap', say: 'slot # wide', name: 'slot' },
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'], 3: ['outer', 'inner', 'height'] },
  parts: { mouth: slot },
  bore: 'inner',
  screwBore: true,
  settle(sizes) {
    const mouth = sizes.part('mouth')
    if (mouth?.has('width') && !sizes.has('gap')) sizes.derive('gap', mouth.formula('width'))
    if (!sizes.has('gap')) forScrew(sizes)
    // One of the two is as wide as the other.
    if (!sizes.has('gap') && sizes.has('inner')) sizes.derive('gap', sizes.formula('inner'))
    if (!sizes.has('inner') && sizes.has('gap')) sizes.derive('inner', sizes.formula('gap'))
    if (!sizes.has('outer') || !sizes.has('inner')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide are the ${sizes.noun} and its slot?`, [
        '24 mm outside, slot 10.5 mm',
      ])
      return
    }
    if (!sizes.has('height')) sizes.assume('height', 3, 'no thickness was said')
    if (sizes.value('inner') >= sizes.value('outer') || sizes.value('gap') > sizes.value('inner'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        'The slot of a washer is no wider than its hole, and that less than its outside.',
      )
  },
  form: (sizes) => ringForm(sizes),
}
