import type { Family, Form, Kind, Settling } from '../kinds.ts'
import { roundEnded } from './plate.ts'
import { halved, powered } from './round.ts'

/** A round end; words/lever-words.ts writes `one end 30 mm dia with a 12 mm hole` so. */
const EYE: Kind = {
  key: 'eye',
  nouns: 'round end, eye, big end, small end, knuckle',
  slots: {
    outer: { label: 'Eye diameter', accepts: 'diameter outer width radius*2 outer-radius*2', say: '# in diameter' },
    inner: { label: 'Eye bore', accepts: 'inner inner-radius*2', say: '# bore', name: 'eye_bore' },
    height: { label: 'Eye height', accepts: 'height depth', say: '# high' },
  },
  bare: ['outer', 'inner'],
}

/** Two round ends a distance apart: links, levers, cranks, connecting rods. It lies flat, the first end on the left. */
export const lever: Family = {
  key: 'lever',
  nouns:
    'lever, link, connecting link, link plate, link arm, connecting rod, con rod, conrod, crank, crank arm, rocker arm, swing arm, pivot arm, lever arm, dog bone link, linkage arm, linkage, arm',
  slots: {
    centres: { label: 'Between the centres', accepts: 'centres spacing', say: '# between centres', name: 'centres' },
    length: { label: 'Length', accepts: 'length x overall', say: '# long' },
    width: { label: 'Width', accepts: 'width y side', say: '# wide' },
    height: { label: 'Thickness', accepts: 'thickness height z depth', say: '# thick', name: 'thickness' },
    corner: { label: 'Corner radius', accepts: 'corner', say: 'corner radius #', min: 0.1 },
  },
  bare: ['length', 'width', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  flags: 'rounded square fully-rounded',
  parts: { eye: EYE },
  repeats: ['eye'],
  // Without centres or ends of its own it is a bar.
  instead: [
    {
      family: 'block',
      slots: {},
      when: ({ sizes, children }) => !sizes.has('centres') && !children.some(({ kind }) => kind === EYE),
    },
  ],
  settle(sizes) {
    const eyes = sizes.pieces('eye')
    const [first, second] = eyes
    if (eyes.length > 2) {
      sizes.refuse('AGENT_UNSUPPORTED', `A ${sizes.noun} with ${eyes.length} ends cannot be made here.`)
      return
    }
    if (!first) {
      if (!sizes.has('width')) {
        sizes.refuse('AGENT_NEEDS_ANSWER', `How wide is the ${sizes.noun}?`, ['20 mm wide', '30 mm wide'])
        return
      }
      if (!sizes.has('length')) sizes.derive('length', `${sizes.formula('centres')} + ${sizes.formula('width')}`)
    } else {
      ends(sizes, first, second)
      if (sizes.problem) return
    }
    if (!sizes.has('height'))
      sizes.assume('height', first?.has('height') ? first.value('height') : 10, 'no thickness was said')
  },
  form({ centres = '0', length = '0', width, height = '0', from, to, fromBore, toBore, fromHigh, toHigh }): Form {
    if (!from || !to) return roundEnded(length, width ?? '0', height)
    const ends = [
      { wide: from, bore: fromBore, high: fromHigh ?? height },
      { wide: to, bore: toBore, high: toHigh ?? height },
    ]
    const long = `(${centres} + ${halved(from)} + ${halved(to)})`
    const [left, right] = [`(${halved(from)} - ${long} / 2)`, `(${long} / 2 - ${halved(to)})`]
    const web = width ? bar(ends[0]?.wide ?? '0', to, centres, width) : tangent(from, to, centres)
    const code = [
      `extrude(${web.flat(left, right)}, ${height})`,
      ...ends.map(
        ({ wide, high }, index) =>
          `Pos(${index ? right : left}, 0, 0) * Cylinder(${halved(wide)}, ${high}, align=floor)`,
      ),
    ].join(' + ')
    const holes = ends.flatMap(({ bore, high }, index) =>
      bore ? [` - Pos(${index ? right : left}, 0, 0) * Cylinder(${halved(bore)}, ${high}, align=floor)`] : [],
    )
    const more = ends.map(
      ({ wide, bore, high }) =>
        ` + pi / 4 * ${powered(wide)} * (${high} - ${height})${bore ? ` - pi / 4 * ${powered(bore)} * ${high}` : ''}`,
    )
    return {
      code: `(${code})${holes.join('')}`,
      size: [long, `max(${from}, ${to})`, `max(${height}, ${fromHigh ?? height}, ${toHigh ?? height})`],
      volume: `(${web.area}) * ${height}${more.join('')}`,
      openings: String(holes.length),
      outline: { kind: 'other' },
    }
  },
}

/** What is not said of one end is as it is at the other, but for its bore. */
function ends(sizes: Settling, first: Settling, second: Settling | undefined): void {
  const other = second ?? first
  for (const [eye, key] of [
    [first, 'from'],
    [other, 'to'],
  ] as const) {
    const wide = eye.has('outer') ? eye.formula('outer') : sizes.has('width') ? sizes.formula('width') : undefined
    if (wide === undefined) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide are the round ends of the ${sizes.noun}?`, ['20 mm', '30 mm'])
      return
    }
    sizes.derive(key, wide)
    if (eye.has('inner')) sizes.derive(`${key}Bore`, eye.formula('inner'))
    if (eye.has('height')) sizes.derive(`${key}High`, eye.formula('height'))
    if (eye.has('inner') && eye.has('outer') && eye.value('inner') >= eye.value('outer'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A bore of ${eye.value('inner')} mm leaves nothing of an end of ${eye.value('outer')} mm.`,
      )
  }
  const half = (key: string) => halved(sizes.formula(key))
  if (!sizes.has('centres') && sizes.has('length'))
    sizes.derive('centres', `${sizes.formula('length')} - ${half('from')} - ${half('to')}`)
  if (!sizes.has('centres')) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How far apart are the centres of the two ends?`, ['60 mm', '100 mm'])
    return
  }
  if (sizes.value('centres') <= (sizes.value('from') + sizes.value('to')) / 2)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `Ends of ${sizes.value('from')} and ${sizes.value('to')} mm run into each other at ${sizes.value('centres')} mm between the centres.`,
    )
  else if (sizes.has('width') && sizes.value('width') > Math.min(sizes.value('from'), sizes.value('to')) + 1e-9)
    sizes.refuse(
      'AGENT_CONTRADICTION',
      `Between its ends it would be ${sizes.value('width')} mm wide, and wider than the smaller of them.`,
    )
}

interface Web {
  /** What lies between the centres, and the area of all, ends and all. */
  flat(left: string, right: string): string
  area: string
}

/** A bar between them: of each half end, the strip that the bar covers is there once. */
function bar(from: string, to: string, centres: string, width: string): Web {
  const h = halved(width)
  const strip = (wide: string) => {
    const r = halved(wide)
    return `(${h} * sqrt(${powered(r)} - ${powered(h)}) + ${powered(r)} * asin(${h} / (${r})))`
  }
  return {
    flat: (left, right) => `Pos((${left} + ${right}) / 2, 0) * Rectangle(${centres}, ${width})`,
    area: `pi / 4 * (${powered(from)} + ${powered(to)}) + ${width} * ${centres} - ${strip(from)} - ${strip(to)}`,
  }
}

/** Sides that touch both ends. */
function tangent(from: string, to: string, centres: string): Web {
  const [a, b] = [halved(from), halved(to)]
  const lean = `(${a} - ${b}) / ${centres}`
  const run = `sqrt(${powered(centres)} - (${a} - ${b})**2)`
  const rise = `${run} / ${centres}`
  return {
    flat: (left, right) => {
      const at = (x: string, r: string, sign: string) => `(${x} + ${r} * ${lean}, ${sign}${r} * ${rise})`
      return `make_face(Polyline(${[at(left, a, ''), at(right, b, ''), at(right, b, '-'), at(left, a, '-')].join(', ')}, close=True))`
    },
    area: `${powered(a)} * (pi / 2 + asin(${lean})) + ${powered(b)} * (pi / 2 - asin(${lean})) + (${a} + ${b}) * ${run}`,
  }
}
