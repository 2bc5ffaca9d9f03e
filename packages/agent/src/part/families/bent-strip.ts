import type { PartFace } from '@hewn/model'
import type { Family, Kind } from '../kinds.ts'
import { THICK, WIDTH, leg, sheet, takeSheet, thin } from './bracket-parts.ts'

// Strip bent with square corners: a J with one side shorter, and an L of another angle than a right one. Sizes are outside.

const side = (key: string, face: PartFace, nouns: string, ...accepts: string[]): Kind => ({
  key,
  faces: [face],
  nouns,
  slots: { length: { label: 'Length', accepts: ['length', 'height', 'depth', ...accepts].join(' '), say: '# long' } },
  bare: ['length'],
})

export const jstrip: Family = {
  key: 'j-strip',
  flags: 'bent square-bends',
  nouns:
    'j bracket, j strip, j-bracket, j clip, j channel, j profile, j section, j shaped bracket, j shaped strip, hook strip',
  called: (noun) => (noun === 'hook strip' ? 'flat hook' : noun),
  screwed: ['left'],
  slots: {
    back: { label: 'Back', accepts: 'height z', say: 'back # high' },
    reach: { label: 'Bottom', accepts: 'depth length x', say: 'bottom # deep', name: 'bottom' },
    lip: { label: 'Front lip', accepts: '', say: 'front lip # high' },
    width: { ...WIDTH, accepts: 'width y' },
    thickness: THICK,
  },
  parts: {
    sheet,
    jback: side('jback', 'left', 'back, back plate, back leg, long leg, long side, back side, tall leg, tall side'),
    jbottom: side('jbottom', 'top', 'bottom, base, seat, bottom leg, bottom plate', 'width'),
    jlip: side('jlip', 'right', 'lip, front lip, front, short leg, short side, upturned lip, upstand, return'),
  },
  settle(sizes) {
    takeSheet(sizes)
    for (const [key, slot] of [
      ['jback', 'back'],
      ['jbottom', 'reach'],
      ['jlip', 'lip'],
    ] as const) {
      const part = sizes.part(key)
      // `bottom 12, 300 long`: so much of it there is.
      if (part?.has('length') && slot === 'reach' && sizes.called('reach') === 'length' && !sizes.has('width'))
        sizes.move('reach', 'width')
      if (part?.has('length') && !sizes.has(slot)) sizes.derive(slot, part.formula('length'))
    }
    // A hook comes up again at its end.
    if (sizes.noun === 'hook strip' && sizes.has('back') && sizes.has('reach') && !sizes.has('lip'))
      sizes.assume(
        'lip',
        Math.min(Math.round(sizes.value('reach') / 2), sizes.value('back')),
        'how far its tip comes up was not said',
      )
    if (['back', 'reach', 'lip'].some((slot) => !sizes.has(slot))) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How high are back and lip of the J, and how deep is its bottom?', [
        'back 60 high, bottom 30 deep, front lip 20 high',
      ])
      return
    }
    if (!sizes.has('width')) sizes.assume('width', 20, 'no width was said')
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness was said')
    thin(sizes, ['back', 'lip'])
    if (sizes.value('reach') <= 2 * sizes.value('thickness'))
      sizes.refuse('AGENT_IMPOSSIBLE', 'Two such sides leave no gap between them.')
    if (sizes.value('lip') > sizes.value('back'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `The lip of a J is lower than its back; ${sizes.value('lip')} mm and ${sizes.value('back')} mm were said.`,
      )
  },
  form({ back = '0', reach = '0', lip = '0', width = '0', thickness = '0' }) {
    const end = `(${reach} - ${thickness}) / 2`
    const post = (x: string, high: string) => `Pos(${x}, 0, 0) * Box(${thickness}, ${width}, ${high}, align=floor)`
    return {
      code: `Box(${reach}, ${width}, ${thickness}, align=floor) + ${post(`-${end}`, back)} + ${post(end, lip)}`,
      size: [reach, width, back],
      volume: `(${reach} + ${back} + ${lip} - 2 * ${thickness}) * ${thickness} * ${width}`,
      openings: '0',
      outline: { kind: 'rectangle' },
      faces: {
        top: { at: ['0', '0', thickness], size: [`${reach} - 2 * ${thickness}`, width], through: thickness },
        left: {
          at: [`-${reach} / 2`, '0', `(${back} + ${thickness}) / 2`],
          size: [width, `${back} - ${thickness}`],
          through: thickness,
          free: 'top',
        },
        right: {
          at: [`${reach} / 2`, '0', `(${lip} + ${thickness}) / 2`],
          size: [width, `${lip} - ${thickness}`],
          through: thickness,
          free: 'top',
        },
      },
      through: { bottom: thickness },
    }
  },
}

const FOOT = 'foot, base, first leg, bottom, base plate, lower leg'
const REST = 'back rest, backrest, rest, support, back, second leg, other leg, upper leg, upright, back plate'

export const angled: Family = {
  key: 'angled-bracket',
  flags: 'bent square-bends',
  nouns:
    'angled bracket, obtuse bracket, v bracket, leaning stand, tablet stand, book stand, angled stand, sign stand, easel',
  slots: {
    foot: { label: 'Foot', accepts: 'depth x', say: 'foot # long', name: 'foot' },
    rest: { label: 'Other leg', accepts: 'height', say: 'rest # long', name: 'rest' },
    leg: { label: 'Legs', accepts: 'arm length', say: 'legs #', name: 'legs', not: 'foot' },
    width: { ...WIDTH, accepts: 'width y' },
    thickness: THICK,
    angle: { label: 'Between the legs', accepts: 'angle', unit: 'deg', say: 'bent to #', name: 'angle' },
  },
  parts: {
    sheet,
    lying: leg('lying', FOOT, ['top']),
    rest: leg('rest', REST, undefined),
    leg: leg('leg', 'leg, arm, flange, side', undefined),
  },
  repeats: ['leg'],
  chains: { 2: ['foot', 'rest'], 3: ['foot', 'rest', 'width'], 4: ['foot', 'rest', 'width', 'thickness'] },
  settle(sizes) {
    takeSheet(sizes)
    const [foot, rest, [first, second]] = [sizes.part('lying'), sizes.part('rest'), sizes.pieces('leg')]
    const take = (slot: string, from: typeof foot) => {
      const size = from && ['length', 'height', 'width'].find((one) => from.has(one))
      if (from && size && !sizes.has(slot)) sizes.derive(slot, from.formula(size))
    }
    take('foot', foot)
    take('rest', rest)
    take('foot', first)
    take('rest', second)
    // What is said behind one leg is of all of them.
    for (const one of [foot, rest, first, second]) {
      if (one?.has('thickness') && !sizes.has('thickness')) sizes.derive('thickness', one.formula('thickness'))
      if (one?.has('width') && one.has('length') && !sizes.has('width')) sizes.derive('width', one.formula('width'))
    }
    if (sizes.has('leg') && !sizes.has('foot')) sizes.derive('foot', sizes.formula('leg'))
    if (sizes.has('foot') && !sizes.has('rest') && !second && (first || sizes.has('leg')))
      sizes.derive('rest', sizes.formula('foot'))
    if (!sizes.has('foot') || !sizes.has('rest')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How long are the two legs?', ['100 and 80 mm', 'both 50 mm'])
      return
    }
    if (!sizes.has('angle')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'Which angle is between the legs?', ['75°', '120°'])
      return
    }
    if (!sizes.has('width')) sizes.assume('width', 30, 'no width was said')
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness was said')
    const inside = sizes.value('thickness') / Math.tan((sizes.value('angle') * Math.PI) / 360)
    const short = Math.min(sizes.value('foot'), sizes.value('rest'))
    if (!(sizes.value('angle') > 5 && sizes.value('angle') < 175) || inside >= short)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Legs of ${short} mm, ${sizes.value('thickness')} mm thick, are not bent to ${sizes.value('angle')}°.`,
      )
  },
  form({ foot = '0', rest = '0', width = '0', thickness = '0', angle = '90' }) {
    const [cosine, sine] = [`cos(radians(${angle}))`, `sin(radians(${angle}))`]
    const inside = `${thickness} / tan(radians(${angle} / 2))`
    const corners = [
      '(0, 0)',
      `(${foot}, 0)`,
      `(${foot}, ${thickness})`,
      `(${inside}, ${thickness})`,
      `(${rest} * ${cosine} + ${thickness} * ${sine}, ${rest} * ${sine} - ${thickness} * ${cosine})`,
      `(${rest} * ${cosine}, ${rest} * ${sine})`,
    ].join(', ')
    return {
      before: [`outline = Polygon(${corners}, align=None)`],
      code: `Pos(-${foot} / 2, 0, 0) * extrude(Plane.XZ * outline, ${width} / 2, both=True)`,
      size: [
        `max(${foot}, ${rest} * ${cosine} + ${thickness} * ${sine}) - min(0, ${rest} * ${cosine})`,
        width,
        `max(${rest} * ${sine}, ${rest} * ${sine} - ${thickness} * ${cosine})`,
      ],
      volume: `((${foot} + ${rest}) * ${thickness} - ${thickness} * ${inside}) * ${width}`,
      openings: '0',
      outline: { kind: 'other' },
      loose: ['x', 'z'],
      faces: {
        top: {
          at: [`(${inside}) / 2`, '0', thickness],
          size: [`${foot} - ${inside}`, width],
          outline: { kind: 'rectangle' },
          through: thickness,
          free: 'right',
        },
      },
      through: { bottom: thickness },
    }
  },
}
