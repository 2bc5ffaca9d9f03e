import { powered } from './round.ts'
import { flat, need } from './flat.ts'

export const stadium = flat(
  'stadium',
  'stadium, obround plate, obround, slot-shaped plate, racetrack, capsule plate, pill shape, stadium shape, oblong plate',
  {
    length: { label: 'Length', accepts: 'length x overall', say: '# long' },
    width: { label: 'Width', accepts: 'width y diameter', say: '# wide' },
    centres: { label: 'Between the centres', accepts: 'centres', say: '', name: 'centres' },
  },
  ['length', 'width'],
  ({ length = '0', width = '0', height = '0' }) => ({
    code: `extrude(SlotOverall(${length}, ${width}), ${height})`,
    size: [length, width, height],
    volume: `(pi / 4 * ${powered(width)} + (${length} - ${width}) * ${width}) * ${height}`,
    outline: { kind: 'other' },
  }),
  (sizes) => {
    need(sizes, 'width', 'How wide is it?')
    if (sizes.has('centres') && !sizes.has('length'))
      sizes.derive('length', `${sizes.formula('centres')} + ${sizes.formula('width')}`)
    need(sizes, 'length', 'How long is it?')
  },
)
