import { plus } from '../formula.ts'
import type { Family, Form, Kind } from '../kinds.ts'

/** One level of it. */
const tier: Kind = {
  key: 'tier',
  nouns: `level, tier, layer, base level, middle level, top level, bottom level, lower level, upper level, first level, second level, third level, fourth level,
    cube level, bottom tier, middle tier, top tier, lower tier, upper tier, base tier, bottom layer, middle layer, top layer, base layer, bottom block, middle block, top block, lower block, upper block, bottom cube, middle cube, top cube, base block`,
  slots: {
    length: { label: 'Length', accepts: 'length x side', say: '# long' },
    width: { label: 'Width', accepts: 'width depth y', say: '# wide' },
    height: { label: 'Height', accepts: 'height thickness z', say: '# high' },
  },
  bare: ['length', 'width', 'height'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  flags: 'square',
}

/** How high each of them is. */
const rise: Kind = {
  key: 'rise',
  nouns: 'level height, tier height',
  slots: { height: { label: 'Height of each level', accepts: 'height length', say: '#' } },
  bare: ['height'],
}

/** Blocks on top of each other with one axis: a stepped base, a stack of cubes. */
export const tiers: Family = {
  key: 'tiers',
  nouns:
    'stepped pyramid, step pyramid, ziggurat, tiered block, stepped base, stepped plinth, tiered base, level block, stacked block, block stack, block tower, stack of blocks',
  slots: {
    total: { label: 'Overall height', accepts: 'overall overall-height height', say: '' },
  },
  parts: { tier, rise },
  overflow: 'tier',
  repeats: ['tier'],
  settle(sizes) {
    const all = sizes.pieces('tier')
    const each = sizes.part('rise')
    if (all.length < 2) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How large is each level of the ${sizes.noun}?`, [
        'levels 60 x 60 x 10, 40 x 40 x 10 and 20 x 20 x 10',
      ])
      return
    }
    for (const [at, one] of all.entries()) {
      // `with a neck 10 wide and 4 high`: as long as what it stands on.
      const below = all[at - 1]
      if (!one.has('length') && one.has('width') && below?.has('length')) one.derive('length', below.formula('length'))
      if (!one.has('width') && one.has('length')) one.derive('width', one.formula('length'))
      if (!one.has('height') && each?.has('height')) one.derive('height', each.formula('height'))
      if (!one.has('height') && one.has('length') && /cube/.test(one.noun)) one.derive('height', one.formula('length'))
      if (!one.has('height') && sizes.has('total')) one.derive('height', `${sizes.formula('total')} / ${all.length}`)
      if (one.has('length') && one.has('width') && one.has('height')) continue
      sizes.refuse('AGENT_NEEDS_ANSWER', `How large is the ${one.noun} of the ${sizes.noun}?`, ['40 x 30 x 10 mm'])
      return
    }
    const sum = all.reduce((high, one) => high + one.value('height'), 0)
    if (sizes.has('total') && Math.abs(sum - sizes.value('total')) > 0.01)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `The levels are ${sum} mm high together, and ${sizes.value('total')} mm was said.`,
      )
  },
  form: (_sizes, _has, pieces) => tiersForm(pieces.filter(({ kind }) => kind === 'tier').map(({ sizes }) => sizes)),
}

function tiersForm(all: readonly Record<string, string>[]): Form {
  let low = '0'
  const levels = all.map(({ length = '0', width = '0', height = '0' }) => {
    const level = { low, height, length, width }
    low = plus(low, height)
    return level
  })
  const most = (sides: string[]) => (new Set(sides).size === 1 ? (sides[0] ?? '0') : `max(${sides.join(', ')})`)
  return {
    code: levels
      .map(
        (one) =>
          `${one.low === '0' ? '' : `Pos(0, 0, ${one.low}) * `}Box(${one.length}, ${one.width}, ${one.height}, align=floor)`,
      )
      .join(' + '),
    size: [most(levels.map(({ length }) => length)), most(levels.map(({ width }) => width)), low],
    volume: levels.map(({ length, width, height }) => `${length} * ${width} * ${height}`).join(' + '),
    openings: '0',
    outline: { kind: 'rectangle' },
    levels,
  }
}
