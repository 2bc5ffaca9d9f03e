import type { Family, Form, Kind, Settling, Sizes } from '../kinds.ts'
import { half } from '../formula.ts'

/** One of its steps, all of which are alike. */
const stairStep: Kind = {
  key: 'stairstep',
  nouns: 'step, stair, tread, going',
  slots: {
    tread: { label: 'Tread', accepts: 'depth', say: '# deep', name: 'tread' },
    rise: { label: 'Rise', accepts: 'height thickness', say: '# high', name: 'rise' },
    width: { label: 'Width', accepts: 'width', say: '' },
  },
  bare: ['tread', 'rise'],
  chains: { 2: ['tread', 'rise'] },
}
const riser: Kind = {
  key: 'riser',
  nouns: 'riser, rise, step height',
  slots: { rise: { label: 'Rise', accepts: 'height length depth', say: '# high', name: 'rise' } },
  bare: ['rise'],
}

const MOST = 40

/** Equal steps from the floor up, solid underneath: they rise to the right. */
export const stairs: Family = {
  key: 'stairs',
  nouns: 'staircase, flight of stairs, flight of steps, stair block, staircase block, stair',
  slots: {
    length: { label: 'Length', accepts: 'length x overall depth', say: '# long' },
    width: { label: 'Width', accepts: 'width y', say: '# wide' },
    height: { label: 'Height', accepts: 'height z overall-height', say: '# high' },
    tread: { label: 'Tread', accepts: '', say: 'treads of #' },
    rise: { label: 'Rise', accepts: '', say: 'rises of #' },
    count: { label: 'Steps', accepts: '', unit: 'count', say: '' },
  },
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  parts: { stairstep: stairStep, riser },
  settle(sizes) {
    const one = sizes.part('stairstep')
    const many = one?.count
    if (!many) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How many steps should the ${sizes.noun} have?`, ['3 steps', '5 steps'])
      return
    }
    if (!Number.isInteger(many) || many < 2 || many > MOST) {
      sizes.refuse('AGENT_IMPOSSIBLE', `From 2 to ${MOST} steps can be made; ${many} were asked for.`)
      return
    }
    sizes.derive('count', String(many))
    // `4 steps, 100 long, 60 high`: how long all of them are, and so how high.
    if (sizes.has('length') && !one.has('tread') && one.has('rise') && !sizes.has('height'))
      sizes.derive('height', one.formula('rise'))
    each(sizes, 'tread', one, 'length', many)
    each(sizes, 'rise', one.has('rise') && !sizes.has('height') ? one : sizes.part('riser'), 'height', many)
    if (one.has('width') && !sizes.has('width')) sizes.derive('width', one.formula('width'))
    if (!sizes.has('width') && !sizes.problem)
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide should the ${sizes.noun} be?`, ['60 mm', '100 mm'])
  },
  form({ tread = '0', rise = '0', width = '0', count = '2' }: Sizes): Form {
    const many = Number(count)
    const long = `${tread} * ${many}`
    const points = Array.from({ length: many }, (_, step) => [
      `(${tread} * ${step} - ${half(long)}, ${rise} * ${step})`,
      `(${tread} * ${step} - ${half(long)}, ${rise} * ${step + 1})`,
    ]).flat()
    const end = [`(${half(long)}, ${rise} * ${many})`, `(${half(long)}, 0)`]
    return {
      code: `extrude(Plane.XZ * Polygon(${[...points, ...end].join(', ')}, align=None), ${half(width)}, both=True)`,
      size: [long, width, `${rise} * ${many}`],
      volume: `${(many * (many + 1)) / 2} * ${tread} * ${rise} * ${width}`,
      openings: '0',
      outline: { kind: 'other' },
    }
  },
}

/** How deep or high each step is: as said of one, or its share of the whole. */
function each(sizes: Settling, slot: 'tread' | 'rise', one: Settling | undefined, whole: string, many: number): void {
  if (one?.has(slot)) sizes.derive(slot, one.formula(slot))
  else if (sizes.has(whole)) sizes.derive(slot, `${sizes.formula(whole)} / ${many}`)
  else
    sizes.refuse('AGENT_NEEDS_ANSWER', `How ${slot === 'tread' ? 'deep' : 'high'} should each step be?`, [
      '20 mm',
      '30 mm',
    ])
  if (one?.has(slot) && sizes.has(whole) && Math.abs(one.value(slot) * many - sizes.value(whole)) > 0.01)
    sizes.refuse(
      'AGENT_CONTRADICTION',
      `${many} steps of ${one.value(slot)} mm are ${one.value(slot) * many} mm, and ${sizes.value(whole)} mm was said.`,
    )
}
