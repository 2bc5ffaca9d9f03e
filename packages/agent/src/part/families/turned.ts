import { threadOf } from '../library/fasteners.ts'
import type { Family, Settling } from '../kinds.ts'
import { NORM, settleNorm } from '../library/norm.ts'
import { assumeHead, fillHead, HEAD_SLOTS, headPiece, NORMS, SCREWS, settleHead, shapeHead } from './screw-head.ts'
import { stackForm } from './stack.ts'
import { assumeLength, inAll, overall, settleLengths } from './turned-lengths.ts'
import { settleStage, stagePiece, stagesOf } from './turned-stages.ts'

/** Round parts in steps along their axis, the first one below. */
export const turned: Family = {
  key: 'turned',
  nouns: `shaft, pin, round pin, bolt, bolt blank, punch, stepped shaft, spindle, stud, turned part, lathe part, knob, silo, axle, plunger, drift, drift punch, centre punch, center punch, clevis pin, headed pin, shoulder pin, step shaft, step pulley, step pulley blank, stepped pulley, cone pulley, rivet, snap head rivet, mushroom head rivet, round head rivet, dome head rivet, domed head rivet, button head rivet, screw blank, hex bolt blank, stepped spacer, stepped spacer sleeve, step ring, stepped ring, stepped washer, stepped disc, stepped sleeve, stepped bush, stepped collar, ${SCREWS}, stepped pin, spigot, mandrel, arbor, locating pin, shoulder bolt, stepped rod, stepped cylinder, turned piece, piston, valve stem, push rod, pushrod, guide pin, roller shaft, motor shaft, drive shaft, stepped bar, journal shaft, mushroom, button, foot, dumbbell, dumbbell handle, handle grip, grip, cylindrical handle, round handle, turned handle, tool handle, file handle, broom handle, furniture leg, table leg, rotor shaft, nail, screw, roller, conveyor roller, idler roller, guide roller, support roller, roller body, nozzle, bumper, rubber bumper, rubber foot`,
  slots: {
    outer: {
      label: 'Diameter',
      accepts: 'diameter outer radius*2 outer-radius*2 bottom-width',
      say: '# diameter',
      name: 'diameter',
    },
    inner: { label: 'Bore', accepts: 'inner inner-radius*2', say: '# bore diameter', name: 'bore' },
    height: { label: 'Length', accepts: 'length height thickness depth under-head', say: '# long', name: 'length' },
    total: {
      label: 'Overall length',
      accepts: 'overall overall-height',
      say: '# overall',
      name: 'overall_length',
      not: 'height',
    },
    ratio: { label: 'Taper', accepts: 'ratio', unit: 'count', say: 'taper ratio #', name: 'taper' },
    end: { label: 'End diameter', accepts: 'top-width', say: '# top diameter', name: 'end_diameter' },
    wall: { label: 'Wall', accepts: 'wall', say: '# wall' },
    ...HEAD_SLOTS,
    norm: NORM,
  },
  // `nozzle 20 mm to 8 mm, 50 long, 2 mm wall`: what has a wall is hollow all the way.
  instead: [
    {
      family: 'reducer',
      slots: { outer: 'large', end: 'small' },
      when: ({ sizes, children }) =>
        ['wall', 'outer', 'end'].every((slot) => sizes.has(slot)) && children.every(({ level }) => level !== 'part'),
    },
  ],
  bare: ['outer', 'height'],
  named: ['height'],
  chains: { 2: ['outer', 'height'] },
  overflow: 'stage',
  parts: { stage: stagePiece },
  repeats: ['stage'],
  flags: 'circular tapered hollow domed countersunk hexagonal square-stock',
  bore: 'inner',
  settle(sizes) {
    const steps = sizes.pieces('stage')
    const size = sizes.designator('outer')
    const norm = settleNorm(sizes, NORMS)
    if (size && !sizes.has('outer')) {
      const found = threadOf(size)
      if (found) sizes.look('outer', found.row.nominal, `${size} nominal`)
      sizes.note(`${size}: the thread is not modelled.`)
    }
    if (sizes.has('wall') && sizes.has('outer') && !sizes.has('inner') && steps.length === 0)
      sizes.derive('inner', `${sizes.formula('outer')} - 2 * ${sizes.formula('wall')}`)
    if (inAll(sizes, steps)) sizes.move('outer', 'height')
    shankAgain(sizes, steps)
    const head = steps.find((one) => /head/.test(one.noun))
    if (size && head) fillHead(head, size)
    if (size && !head) settleHead(sizes, size, norm)
    if (head) shapeHead(head, sizes)
    if (steps.length === 0) assumeHead(sizes)
    bored(sizes, steps)
    twoOf(sizes, steps)
    for (const one of steps) settleStage(one, sizes)
    if (sizes.has('ratio') && sizes.has('outer') && sizes.has('height') && !sizes.has('end'))
      sizes.derive('end', `${sizes.formula('outer')} - ${sizes.formula('height')} / ${sizes.formula('ratio')}`)
    // `shoulder bolt M6, shoulder 8 dia 20 long, thread 10 long`: its thread is what M6 is.
    const thread = steps.find((one) => one.noun === 'thread' && one.has('height'))
    if (size && thread && !sizes.has('height') && !sizes.has('total')) sizes.move('outer', 'shank')
    overall(sizes, steps)
    if (steps.length === 0) {
      if (!sizes.has('outer')) {
        sizes.refuse('AGENT_NEEDS_ANSWER', `What diameter should the ${sizes.noun} have?`, ['10 mm', '20 mm', '30 mm'])
        return
      }
      if (!sizes.has('height')) assumeLength(sizes)
      return
    }
    settleLengths(sizes, steps)
  },
  form: (sizes, has, pieces) => stackForm(stagesOf(sizes, [...headPiece(sizes, has), ...pieces], has), sizes['inner']),
}

/** `M8 x 40 hex bolt, 8 mm shank 40 long`: the shank is what the bolt was called by, told at length. */
function shankAgain(sizes: Settling, steps: readonly Settling[]): void {
  const shank = steps.find(({ noun }) => SHANK.test(noun))
  if (!shank || !sizes.designator('outer') || !sizes.has('outer')) return
  if (!shank.has('diameter')) shank.derive('diameter', sizes.formula('outer'))
  if (Math.abs(shank.value('diameter') - sizes.value('outer')) > 0.01) return
  if (sizes.has('height')) {
    if (!shank.has('height')) shank.derive('height', sizes.formula('height'))
    else if (Math.abs(shank.value('height') - sizes.value('height')) > 0.01) return
    sizes.move('height', 'under')
  }
  sizes.move('outer', 'shank')
}
const SHANK = /^(?:shank|shaft|stem|body|rod)$/

/** `roller 50 dia 250 long with 20 dia handles 90 long`: one at each end; of a dumbbell, what is thicker than its grip. */
function twoOf(sizes: Settling, steps: readonly Settling[]): void {
  const [one, ...others] = steps
  if (!one) return
  const own = sizes.has('outer')
  const alone = own && others.length === 0
  if (alone && one.plural && /(?:handle|journal|trunnion|stub|spigot|stub shaft|stub axle|grip|end)$/.test(one.noun))
    one.mark('both-ends')
  if (!/^(?:dumb|bar)bell$/.test(sizes.noun) || steps.some((step) => step.flag('both-ends') || !step.has('diameter')))
    return
  const widest = steps.toSorted((a, b) => b.value('diameter') - a.value('diameter'))[0]
  if (alone && one.value('diameter') < sizes.value('outer')) sizes.mark('own-twice')
  else if (widest && (alone || (!own && others.length === 1))) widest.mark('both-ends')
}

/** Every stretch of a bush tells the same bore, and it goes through all of them. */
function bored(sizes: Settling, steps: readonly Settling[]): void {
  const [first, ...others] = steps.filter((one) => one.has('inner'))
  if (!first) return
  if (sizes.has('inner') || [first, ...others].some((one) => one.value('inner') !== first.value('inner'))) {
    first.refuse('AGENT_NEEDS_ANSWER', 'Which bore goes through all of it?', [`${first.value('inner')} mm all through`])
    return
  }
  sizes.derive('inner', first.formula('inner'))
}
