import type { Family } from '../kinds.ts'
import { hatbracket } from './bracket.ts'
import { LENGTH } from './profile.ts'

const KEY = 'EN 60715'
/** TH35 of EN 60715: its crown outside, and its brims. */
const CROWN = 27
const BRIM = 4

/** What goes on one, and is not made. */
const WORN =
  'din rail clip, din rail mount, din rail adapter, din rail bracket, din rail holder, din rail foot, din clip, din rail case, din rail box, din rail enclosure'

/** `35 mm DIN rail, 200 long`: a top hat 35 wide, 7.5 or 15 high. */
export const dinRail: Family = {
  key: 'din-rail',
  nouns: `din rail, din-rail, top hat rail, din mounting rail, din rail profile, ${WORN}`,
  slots: {
    width: { label: 'Rail width', accepts: 'width', say: '# wide', name: 'rail_width' },
    height: { label: 'Height', accepts: 'height depth', say: '# high' },
    thickness: { label: 'Thickness', accepts: 'thickness wall', say: '# thick' },
    length: { ...LENGTH },
    top: { label: 'Crown width', accepts: '', say: '', name: 'crown_width' },
    flange: { label: 'Brim', accepts: '', say: '', name: 'brim' },
  },
  bare: ['width', 'length'],
  chains: { 2: ['width', 'height'], 3: ['width', 'height', 'thickness'] },
  chainOf: (values) =>
    values.length === 3 && (values[2] ?? 0) > 3
      ? ['width', 'height', 'length']
      : values.length === 2 && (values[1] ?? 0) > 15
        ? ['width', 'length']
        : undefined,
  parts: { plate: { key: 'plate', nouns: 'mounting plate, base plate, plate', slots: {} } },
  settle(sizes) {
    if (WORN.split(', ').includes(sizes.noun)) {
      sizes.refuse('AGENT_UNSUPPORTED', `A ${sizes.noun} is not something that can be made here yet.`, [
        '35 mm DIN rail, 200 long',
        'plate 45 x 30 x 3 with four 4 mm holes',
      ])
      return
    }
    // `DIN rail 200 mm`: it is as wide as it is, and so long.
    if (sizes.byTurn('width') && sizes.value('width') > 50 && !sizes.has('length')) sizes.move('width', 'length')
    if (sizes.has('width') && sizes.value('width') !== 35) {
      sizes.refuse('AGENT_UNSUPPORTED', `A DIN rail is 35 mm wide here; ${sizes.value('width')} mm was said.`, [
        '35 mm',
      ])
      return
    }
    if (!sizes.has('height')) sizes.look('height', 7.5, `TH35-7.5, ${KEY}`)
    if (!sizes.has('thickness')) sizes.look('thickness', sizes.value('height') > 10 ? 1.5 : 1, KEY)
    if (!sizes.has('length')) sizes.assume('length', 100, 'no length was said')
    if (sizes.has('width')) sizes.spend('width')
    sizes.look('top', CROWN, KEY)
    sizes.look('flange', BRIM, KEY)
    sizes.note('The small radii of its bends are not modelled.')
    if (sizes.value('height') <= 2 * sizes.value('thickness'))
      sizes.refuse('AGENT_IMPOSSIBLE', `A rail ${sizes.value('height')} mm high has no room for its crown.`)
  },
  form: hatbracket.form,
}
