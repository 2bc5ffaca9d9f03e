import type { Family, Form, Kind } from '../kinds.ts'
import { half, plus } from '../formula.ts'

/** One stretch of it, from the left end on. */
const terrace: Kind = {
  key: 'terrace',
  nouns: 'terrace',
  slots: {
    height: { label: 'Height of the step', accepts: 'height thickness z', say: '# high' },
    length: { label: 'Length of the step', accepts: 'length x width depth', say: '# long' },
  },
  bare: ['height', 'length'],
}

/** A block of steps that are as high as each was told: they lie along x, and are as long as one another where nothing else was said. */
export const terraces: Family = {
  key: 'terraces',
  nouns: 'terraced block',
  slots: {
    length: { label: 'Length', accepts: 'length x overall', say: '# long' },
    width: { label: 'Width', accepts: 'width depth y', say: '# wide' },
    height: { label: 'Height', accepts: 'height overall-height z thickness', say: '# high' },
  },
  bare: ['length', 'width', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  parts: { terrace },
  repeats: ['terrace'],
  settle(sizes) {
    const all = sizes.pieces('terrace')
    const open = all.filter((one) => !one.has('length'))
    if (all.length < 2 || all.some((one) => !one.has('height'))) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How high is each step of the ${sizes.noun}?`, ['steps 10, 20 and 30 mm high'])
      return
    }
    const told = all.filter((one) => one.has('length')).reduce((sum, one) => sum + one.value('length'), 0)
    if (open.length > 0 && (!sizes.has('length') || sizes.value('length') <= told)) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How long is each of the steps?', ['each 20 mm long', '60 mm long in all'])
      return
    }
    const rest = all.flatMap((one) => (one.has('length') ? [one.formula('length')] : []))
    for (const one of open) one.derive('length', `(${[sizes.formula('length'), ...rest].join(' - ')}) / ${open.length}`)
    if (open.length === 0 && sizes.has('length') && Math.abs(told - sizes.value('length')) > 0.01)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `The steps are ${told} mm long together, and ${sizes.value('length')} mm was said.`,
      )
    if (!sizes.has('width') && !sizes.problem)
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide should the ${sizes.noun} be?`, ['40 mm', '60 mm'])
    const high = Math.max(...all.map((one) => one.value('height')))
    if (sizes.has('height') && Math.abs(high - sizes.value('height')) > 0.01)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `The highest step is ${high} mm high, and ${sizes.value('height')} mm was said.`,
      )
    else if (sizes.has('height')) sizes.spend('height')
  },
  form: ({ width = '0' }, _has, pieces) =>
    terracesForm(
      width,
      pieces.filter(({ kind }) => kind === 'terrace'),
    ),
}

function terracesForm(width: string, pieces: readonly { sizes: Record<string, string> }[]): Form {
  let from = '0'
  const steps = pieces.map(({ sizes: { length = '0', height = '0' } }) => {
    const step = { from, length, height }
    from = plus(from, length)
    return step
  })
  const heights = steps.map(({ height }) => height)
  return {
    code: steps
      .map(
        (one) =>
          `Pos(${one.from} + ${half(one.length)} - (${from}) / 2, 0, 0) * Box(${one.length}, ${width}, ${one.height}, align=floor)`,
      )
      .join(' + '),
    size: [`(${from})`, width, `max(${heights.join(', ')})`],
    volume: steps.map(({ length, height }) => `${length} * ${width} * ${height}`).join(' + '),
    openings: '0',
    outline: { kind: 'rectangle' },
    edges: {},
  }
}
