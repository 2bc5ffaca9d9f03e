import type { Family, Form, Kind, Settling } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { boxOf } from './box-form.ts'

export const BORDER: Kind = {
  key: 'border',
  nouns: 'border, frame width, frame bar, bar, stile, rail, side bar, rim width',
  slots: {
    width: { label: 'Border', accepts: 'width thickness', say: '# wide' },
    height: { label: 'Bar thickness', accepts: 'height depth thickness', say: '# thick', name: 'thickness' },
  },
  bare: ['width'],
  chains: { 2: ['width', 'height'] },
}
const OPENING: Kind = {
  key: 'opening',
  nouns:
    'window, opening, cutout, cut out, inner opening, centre opening, rectangular opening, rectangular cutout, inner cutout, aperture',
  slots: {
    length: { label: 'Opening length', accepts: 'length x', say: '# long' },
    width: { label: 'Opening width', accepts: 'width y gap', say: '# wide' },
    corner: {
      label: 'Opening corner radius',
      accepts: 'corner radius',
      say: 'corner radius #',
      name: 'opening_corner',
    },
  },
  bare: ['length', 'width'],
  chains: { 2: ['length', 'width'] },
}

/** A rectangle with a rectangle out of its middle: frames, bezels, gaskets. */
export const frame: Family = {
  key: 'frame',
  nouns: `frame, rectangular frame, picture frame, bezel, window frame, square frame, flat frame, rectangular gasket, square gasket, frame gasket, gasket frame, rectangular ring, square ring, trim frame, border frame, rectangular seal, square seal`,
  slots: {
    length: { label: 'Length', accepts: 'length x outer', say: '# long' },
    width: { label: 'Width', accepts: 'width height y', say: '# wide' },
    thickness: { label: 'Thickness', accepts: 'thickness z depth height', say: '# thick' },
    border: { label: 'Border', accepts: 'wall width section side', say: 'border #', name: 'border' },
    openLength: {
      label: 'Opening length',
      accepts: 'inner-length clear inner',
      say: 'opening #',
      name: 'opening_length',
    },
    openWidth: { label: 'Opening width', accepts: 'inner-width gap', say: 'by #', name: 'opening_width' },
    corner: { label: 'Corner radius', accepts: 'corner', say: 'corner radius #', min: 0.1 },
  },
  bare: ['length', 'width', 'border', 'thickness'],
  chains: { 2: ['length', 'width', 'openLength', 'openWidth'], 3: ['length', 'width', 'thickness'] },
  flags: 'rectangular square rounded inside outside',
  parts: { border: BORDER, opening: OPENING },
  // A gasket with no opening of its own is a plate with what is cut into it: `150 a side`, and so thick.
  instead: [
    { family: 'plate', slots: { border: 'length' }, when: (one) => isCut(one) && roleOf(one) === 'side' },
    { family: 'plate', slots: { border: 'thickness' }, when: isCut },
  ],
  settle(sizes) {
    const [border, open] = [sizes.part('border'), sizes.part('opening')]
    if (border?.has('width') && !sizes.has('border')) sizes.derive('border', border.formula('width'))
    // `made of 20 x 10 bars`: as thick as its bars are.
    if (border?.has('height') && !sizes.has('thickness')) sizes.derive('thickness', border.formula('height'))
    if (open?.has('length') && !sizes.has('openLength')) sizes.derive('openLength', open.formula('length'))
    if (open?.has('width') && !sizes.has('openWidth')) sizes.derive('openWidth', open.formula('width'))
    if (open?.has('corner')) sizes.derive('openCorner', open.formula('corner'))
    if (sizes.has('openLength') && !sizes.has('openWidth')) sizes.derive('openWidth', sizes.formula('openLength'))
    if (sizes.has('length') && !sizes.has('width') && sizes.flag('square'))
      sizes.derive('width', sizes.formula('length'))
    // `60 square, 10 high`: of what is as wide as it is long, that is how thick it is.
    if (
      /square/.test(sizes.noun) &&
      sizes.has('width') &&
      sizes.has('length') &&
      !sizes.has('thickness') &&
      !sizes.byTurn('width')
    ) {
      sizes.move('width', 'thickness')
      sizes.derive('width', sizes.formula('length'))
    }
    complete(sizes, 'length', 'openLength')
    complete(sizes, 'width', 'openWidth')
    if (!['length', 'width', 'openLength', 'openWidth'].every((slot) => sizes.has(slot))) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be outside, and how large its opening?`, [
        '200 x 150 mm with a 20 mm border',
        '200 x 150 mm with a 160 x 110 mm opening',
      ])
      return
    }
    if (!sizes.has('thickness')) sizes.assume('thickness', 5, 'no thickness was said')
    const least = Math.min(
      sizes.value('length') - sizes.value('openLength'),
      sizes.value('width') - sizes.value('openWidth'),
    )
    if (least <= 0)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `An opening of ${sizes.value('openLength')} × ${sizes.value('openWidth')} mm leaves nothing of ${sizes.value('length')} × ${sizes.value('width')} mm.`,
      )
    if (sizes.flag('rounded') && !sizes.has('corner'))
      sizes.assume('corner', Math.max(1, Math.round(sizes.value('width') / 20)), 'rounded, and no radius was said')
    if (sizes.has('corner') && 2 * sizes.value('corner') > Math.min(sizes.value('length'), sizes.value('width')))
      sizes.refuse('AGENT_IMPOSSIBLE', `Corners of R${sizes.value('corner')} do not fit.`)
  },
  form({ length = '0', width = '0', thickness = '0', openLength = '0', openWidth = '0', corner, openCorner }): Form {
    const plain = boxOf(length, width, thickness, corner)
    const opening = boxOf(openLength, openWidth, thickness, openCorner)
    return {
      ...plain,
      code: `${plain.code} - ${opening.code}`,
      volume: `${plain.volume} - ${opening.volume}`,
      window: [openLength, openWidth],
      openings: '1',
      edges: {},
    }
  },
}

const roleOf = ({ sizes }: Frame): string | undefined => sizes.get('border')?.quantity.role

function isCut(frame: Frame): boolean {
  const { noun, sizes, children } = frame
  const border = roleOf(frame) ?? (sizes.has('thickness') && sizes.has('border') ? 'width' : '')
  const bordered = ['wall', 'width', 'section'].includes(border)
  const opened = bordered || sizes.has('openLength') || sizes.has('openWidth')
  return /gasket|seal/.test(noun) && !opened && children.every(({ level }) => level !== 'part')
}

/** Outside, opening and border: two of them give the third. */
function complete(sizes: Settling, outside: string, inside: string): void {
  if (!sizes.has('border')) return
  if (!sizes.has(inside) && sizes.has(outside))
    sizes.derive(inside, `${sizes.formula(outside)} - 2 * ${sizes.formula('border')}`)
  else if (!sizes.has(outside) && sizes.has(inside))
    sizes.derive(outside, `${sizes.formula(inside)} + 2 * ${sizes.formula('border')}`)
}
