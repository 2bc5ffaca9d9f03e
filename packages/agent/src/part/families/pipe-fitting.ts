import type { Family, Form, Settling } from '../kinds.ts'
import { ADAPTER_END, BOTH_ENDS, formOfEnds, settleEnds } from './adapter-ends.ts'
import { halved, powered, ring } from './round.ts'

// What pipes are joined by: tees and crosses, reducers and funnels.

const OUTER = {
  label: 'Outside diameter',
  accepts: 'outer diameter',
  say: '# outside diameter',
  name: 'outside_diameter',
}
const INNER = {
  label: 'Inside diameter',
  accepts: 'inner',
  say: '# inside diameter',
  name: 'inside_diameter',
  not: 'wall',
}
const WALL = { label: 'Wall', accepts: 'wall thickness', say: '# wall' }

const branched = (key: string, nouns: string, both: boolean): Family => ({
  key,
  nouns,
  slots: {
    outer: OUTER,
    inner: INNER,
    wall: WALL,
    height: { label: 'Length', accepts: 'length overall width', say: '# long', name: 'length' },
    branch: { label: 'Branch, from the axis', accepts: 'height arm', say: 'branch #', name: 'branch_length' },
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'wall'], 3: ['outer', 'inner', 'height'] },
  parts: {
    branch: {
      key: 'branch',
      nouns: 'branch, side branch, outlet, side outlet, branch pipe, leg, arm, run',
      slots: { length: { label: 'Branch, from the axis', accepts: 'length height', say: '# long' } },
      bare: ['length'],
    },
  },
  settle(sizes) {
    const arm = sizes.part('branch')
    if (arm?.has('length') && !sizes.has('branch')) sizes.derive('branch', arm.formula('length'))
    ring(sizes, { thickness: Math.round((sizes.has('outer') ? sizes.value('outer') : 20) * 2.5), name: 'length' })
    if (sizes.problem) return
    if (!sizes.has('branch')) sizes.derive('branch', `${sizes.formula('height')} / 2`)
    if (sizes.value('branch') <= sizes.value('outer') / 2)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A branch of ${sizes.value('branch')} mm from the axis ends inside the pipe: more than ${sizes.value('outer') / 2} mm works.`,
      )
  },
  form({ outer = '0', inner = '0', height = '0', branch = '0' }): Form {
    const arms = both ? `2 * ${branch}` : branch
    // Where two round bars of one size cross, they share 16/3 r³; a branch that ends on the axis shares half.
    const solid = (diameter: string) =>
      `pi / 4 * ${powered(diameter)} * (${height} + ${arms}) - ${both ? '2' : '1'} * ${diameter}**3 / 3`
    const cross = (diameter: string) =>
      `Rot(0, 90, 0) * Cylinder(${halved(diameter)}, ${height}) + ${both ? `Cylinder(${halved(diameter)}, ${arms})` : `Cylinder(${halved(diameter)}, ${branch}, align=floor)`}`
    const low = both ? branch : halved(outer)
    return {
      code: `Pos(0, 0, ${low}) * (${cross(outer)} - (${cross(inner)}))`,
      size: [height, outer, both ? arms : `${branch} + ${halved(outer)}`],
      volume: `${solid(outer)} - (${solid(inner)})`,
      openings: both ? '3' : '2',
      outline: { kind: 'other' },
    }
  },
})

export const tee = branched(
  'tee',
  'tee, pipe tee, tee fitting, t fitting, t piece, tee piece, pipe t, tube tee, hose tee, t joint, t connector, tee connector, equal tee, t junction, t-junction, t junction pipe, t-junction pipe, pipe t junction, t shaped pipe, t pipe',
  false,
)
export const cross = branched(
  'cross-fitting',
  'cross fitting, pipe cross, four way fitting, 4 way fitting, cross piece fitting, pipe cross fitting, 4 way pipe connector, tube cross',
  true,
)

/** Round and hollow, wider at one end: cones of sheet, with straight ends where they were said. */
export const reducer: Family = {
  key: 'reducer',
  nouns: `reducer, pipe reducer, funnel, hollow cone, conical tube, tapered tube, tapered pipe, adapter, pipe adapter, hose adapter, hose reducer, tube adapter, conical adapter, tapered adapter, hopper cone, conical shell, cone shell,
    concentric reducer, vacuum adapter, duct reducer, duct adapter, tapered sleeve, tapered bushing, hollow frustum, lampshade`,
  slots: {
    large: {
      label: 'Large outside diameter',
      accepts: 'bottom-width top-width outer diameter',
      say: '# large end',
      name: 'large_diameter',
    },
    small: {
      label: 'Small outside diameter',
      accepts: 'top-width bottom-width outer diameter',
      say: '# small end',
      name: 'small_diameter',
    },
    height: { label: 'Length', accepts: 'height depth length', say: '# long', name: 'length' },
    total: { label: 'Overall length', accepts: 'overall overall-height', say: '', name: 'overall_length' },
    wall: WALL,
  },
  bare: ['large', 'small', 'height', 'wall'],
  chains: { 2: ['large', 'small'], 3: ['large', 'small', 'height'] },
  flags: 'tapered circular hollow inside outside',
  // `tapered bushing from 30 to 24, bore 12`: its bore goes straight through, and no wall follows the taper.
  instead: [
    {
      family: 'cone',
      slots: { large: 'base', small: 'top' },
      when: ({ sizes, children }) =>
        !sizes.has('wall') &&
        children.some(({ kind, sizes: own, plural }) => kind.key === 'hole' && own.has('diameter') && !plural),
    },
  ],
  repeats: [ADAPTER_END.key],
  parts: {
    adapterend: ADAPTER_END,
    bothends: BOTH_ENDS,
    spout: {
      key: 'spout',
      nouns: 'spout, stem, neck, tube, outlet, nozzle, straight end, pipe, straight section',
      slots: {
        diameter: { label: 'Spout diameter', accepts: 'diameter outer', say: '# diameter' },
        length: { label: 'Spout length', accepts: 'length', say: '# long' },
      },
      bare: ['diameter', 'length'],
      chains: { 2: ['diameter', 'length'] },
    },
    conepart: {
      key: 'conepart',
      nouns: 'cone, cone section, conical part, conical section, taper, tapered part, tapered section, transition',
      slots: { height: { label: 'Length of the cone', accepts: 'height length depth', say: '# long' } },
      bare: ['height'],
    },
  },
  settle(sizes) {
    if (sizes.pieces('adapterend').length > 0 || sizes.part('bothends')) {
      settleEnds(sizes)
      return
    }
    const [spout, taper] = [sizes.part('spout'), sizes.part('conepart')]
    if (taper?.has('height')) {
      if (sizes.has('height') && spout && !spout.has('length')) spout.derive('length', sizes.formula('height'))
      sizes.derive('height', taper.formula('height'))
    }
    inAll(sizes, spout)
    if (spout?.has('diameter') && !sizes.has('small')) sizes.derive('small', spout.formula('diameter'))
    if (!sizes.has('large') || !sizes.has('small')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide is the ${sizes.noun} at its two ends?`, [
        '80 mm to 20 mm, 60 mm long',
      ])
      return
    }
    if (!sizes.has('height'))
      sizes.assume('height', Math.round(Math.max(sizes.value('large'), sizes.value('small'))), 'no length was said')
    if (!sizes.has('wall')) sizes.assume('wall', 2, 'no wall was said')
    if (sizes.flag('inside'))
      for (const slot of ['large', 'small']) sizes.derive(slot, `${sizes.formula(slot)} + 2 * ${sizes.formula('wall')}`)
    if (spout && !spout.has('length'))
      spout.assume('length', Math.round(sizes.value('small') * 2), 'no length of the spout was said')
    if (spout?.has('diameter') && Math.abs(spout.value('diameter') - sizes.value('small')) > 1e-6)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `The spout of ${spout.value('diameter')} mm does not continue an end of ${sizes.value('small')} mm.`,
      )
    noRoom(sizes)
  },
  form({ large = '0', small = '0', height = '0', wall = '0', cone: between = '0', straight }, _has, pieces): Form {
    const ends = straight
      ? [large, small].map((outer) => ({ outer, length: straight }))
      : pieces.flatMap((one) => (one.kind === 'adapterend' ? [one.sizes] : []))
    if (ends.length > 0) return formOfEnds({ wall, cone: between }, ends)
    const spout = pieces.find(({ kind }) => kind === 'spout')?.sizes['length']
    const [l, s] = [`(${large} - 2 * ${wall})`, `(${small} - 2 * ${wall})`]
    const cone = (a: string, b: string) => `pi / 12 * (${powered(a)} + ${a} * ${b} + ${powered(b)}) * ${height}`
    const [low, end] = spout
      ? [
          `Pos(0, 0, ${spout}) * `,
          ` + Cylinder(${halved(small)}, ${spout}, align=floor) - Cylinder(${halved(s)}, ${spout}, align=floor)`,
        ]
      : ['', '']
    const [first, last] = spout ? [small, large] : [large, small]
    const [from, to] = spout ? [s, l] : [l, s]
    const shell = `${low}(Cone(${halved(first)}, ${halved(last)}, ${height}, align=floor) - Cone(${halved(from)}, ${halved(to)}, ${height}, align=floor))`
    return {
      code: `${shell}${end}`,
      size: [`max(${large}, ${small})`, `max(${large}, ${small})`, spout ? `(${height} + ${spout})` : height],
      volume: `${cone(large, small)} - ${cone(l, s)}${spout ? ` + pi / 4 * (${powered(small)} - ${powered(s)}) * ${spout}` : ''}`,
      openings: '1',
      outline: { kind: 'other' },
    }
  },
}

/** `120 overall, spout 40 long`: the rest is the cone's. */
function inAll(sizes: Settling, spout: Settling | undefined): void {
  if (!sizes.has('total')) return
  if (!spout) sizes.move('total', 'height')
  else if (sizes.has('height')) spout.derive('length', `${sizes.formula('total')} - ${sizes.formula('height')}`)
  else if (spout.has('length')) sizes.derive('height', `${sizes.formula('total')} - ${spout.formula('length')}`)
  else {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How long is the ${spout.noun}?`, ['20 mm', '30 mm'])
    return
  }
  const left = spout ? Math.min(sizes.value('height'), spout.value('length')) : 1
  if (left <= 0)
    sizes.refuse(
      'AGENT_CONTRADICTION',
      `The ${sizes.noun} is ${sizes.value('total')} mm long in all, and one part of it takes all of that.`,
    )
}

function noRoom(sizes: Settling): void {
  const least = Math.min(sizes.value('large'), sizes.value('small'))
  if (2 * sizes.value('wall') >= least)
    sizes.refuse('AGENT_IMPOSSIBLE', `Walls of ${sizes.value('wall')} mm leave nothing of ${least} mm.`)
}
