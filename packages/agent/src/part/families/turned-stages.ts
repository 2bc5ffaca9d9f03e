import type { PartPiece } from '@hewn/model'
import type { Kind, Settling } from '../kinds.ts'
import { threadOf } from '../library/fasteners.ts'
import { type Stage, stacked } from './stack.ts'

// The stretches a turned part is made of, one behind the other.

const POINTED = ['conical', 'tapered', 'cone']
  .flatMap((how) =>
    ['tip', 'end', 'point', 'roof', 'top', 'cap', 'nose', 'head', 'bottom', 'base', 'part', 'hopper', 'spike'].map(
      (what) => `${how} ${what}`,
    ),
  )
  .join(', ')

/** What comes before the body of which it is told. */
const HEADS = /head|flange|base|collar/

/** What is half a ball, or less of one. */
const DOMED = /^(?:hemispherical|half round|domed|round|rounded|snap|mushroom|button|dome)\b/
const CAPS = ['hemispherical', 'half round', 'domed', 'round', 'rounded', 'snap', 'mushroom', 'button', 'dome']
  .flatMap((how) => ['head', 'nose'].map((what) => `${how} ${what}`))
  .join(', ')

/** One stretch of a turned part: a cylinder, a taper, or a hexagon. */
export const stagePiece: Kind = {
  key: 'stage',
  nouns: `head, shank, shaft, step, section, body, shoulder, tip, journal, collar, neck, stud,  nose, hub, flange, end section, tail, boss, seat, spigot, pilot, grip, base, stem, pin, stage, cylinder, rod, disc, plunger, hex head, stub, rim, stub shaft, stub axle, trunnion, end journal, bearing journal, cone, tapered section, stub end, handle, thread, tenon, cap, end disc, end weight, cylindrical section, bar, weight, handle bar, connecting bar, working diameter, working end, ${POINTED}, ${CAPS}`,
  slots: {
    diameter: {
      label: 'Diameter',
      accepts: 'diameter outer radius*2 outer-radius*2 bottom-width width',
      say: '# diameter',
      not: 'flats',
    },
    end: { label: 'End diameter', accepts: 'top-width', say: '# top diameter', name: 'end_diameter', min: 0 },
    angle: { label: 'Point angle', accepts: 'angle', unit: 'deg', say: '# point' },
    square: { label: 'Across the square', accepts: '', say: '# square', name: 'square' },
    flats: { label: 'Across flats', accepts: 'flats', say: '# across flats', name: 'across_flats' },
    points: { label: 'Across corners', accepts: 'points', say: '# across corners', name: 'across_corners' },
    inner: { label: 'Bore', accepts: 'inner inner-radius*2', say: '# bore', name: 'bore' },
    height: { label: 'Length', accepts: 'height length thickness depth width', say: '# long', name: 'length' },
  },
  bare: ['diameter', 'height'],
  chains: { 2: ['diameter', 'height'], 3: ['diameter', 'end', 'height'] },
  flags: 'tapered domed hexagonal circular countersunk square within both-ends below above half',
}

/** What the words leave open of a stretch but its length. */
export function settleStage(one: Settling, whole: Settling): void {
  // `an M10 stud 40 long` on a foot
  const thread = one.designator('diameter')
  const found = thread ? threadOf(thread) : undefined
  if (found && !one.has('diameter')) {
    one.look('diameter', found.row.nominal, `${thread} nominal`)
    one.note(`${thread}: the thread is not modelled.`)
  }
  // `a hexagonal head, 19.6 mm across its corners`
  if (one.has('points') && !one.has('flats')) one.derive('flats', `${one.formula('points')} * cos(pi / 6)`)
  // `square head 20 x 20 x 8`
  const square =
    one.flag('square') || (one.has('end') && one.byTurn('end') && one.value('end') === one.value('diameter'))
  if (square && one.has('diameter')) {
    if (one.has('end') && Math.abs(one.value('end') - one.value('diameter')) > 1e-6)
      one.refuse(
        'AGENT_CONTRADICTION',
        `A square ${one.noun} is as wide as it is deep; ${one.value('diameter')} × ${one.value('end')} mm was said.`,
      )
    if (one.has('end')) one.spend('end')
    one.move('diameter', 'square')
    return
  }
  if (DOMED.test(one.noun) || one.flag('domed') || one.flag('half')) {
    one.mark('cap')
    if (!one.has('diameter')) {
      const steps = whole.pieces('stage')
      const beside = steps[steps.indexOf(one) - 1] ?? whole
      const wide = beside === whole ? 'outer' : 'diameter'
      if (!beside.has(wide)) {
        one.refuse('AGENT_NEEDS_ANSWER', `What diameter should the ${one.noun} have?`, ['10 mm', '20 mm'])
        return
      }
      one.derive('diameter', beside.formula(wide))
    }
    if (!one.has('height')) one.derive('height', `${one.formula('diameter')} / 2`)
    if (one.value('height') > one.value('diameter') / 2 + 1e-6)
      one.refuse(
        'AGENT_IMPOSSIBLE',
        `A ${one.noun} on ${one.value('diameter')} mm is at most half as high; ${one.value('height')} mm was said.`,
      )
    return
  }
  const pointed = /^con|cone/.test(one.noun) && !one.has('end')
  if (pointed) one.derive('end', '0')
  if (!one.has('diameter') && !one.has('flats')) {
    if (one.has('end')) {
      // A head that was told in between is below the body.
      const steps = whole
        .pieces('stage')
        .filter((step) => !whole.has('outer') || step === one || !HEADS.test(step.noun))
      const before = steps[steps.indexOf(one) - 1]
      one.derive('diameter', before?.formula('diameter') ?? whole.formula('outer'))
    } else if (whole.has('outer') && whole.pieces('stage').length > 1) one.derive('diameter', whole.formula('outer'))
    else one.refuse('AGENT_NEEDS_ANSWER', `What diameter should the ${one.noun} have?`, ['10 mm', '20 mm'])
  }
  // `a 60° point`: so long as its angle makes it.
  if (one.has('angle') && !one.has('height') && one.has('end'))
    one.derive(
      'height',
      `(${one.formula('diameter')} - ${one.formula('end')}) / 2 / tan(radians(${one.formula('angle')} / 2))`,
    )
}

export function stagesOf(
  sizes: Record<string, string>,
  pieces: readonly PartPiece[],
  has: (flag: string) => boolean = () => false,
): Stage[] {
  const square = has('square-stock')
  const stages: Omit<Stage, 'low'>[] = []
  const { outer, height, end } = sizes
  const own =
    outer && height
      ? { label: 'body', diameter: outer, height, ...(end ? { end } : {}), ...(square ? { square: outer } : {}) }
      : undefined
  const steps = pieces.filter(({ kind }) => kind === 'stage')
  // `pin 12 x 60, head 20 x 5`: a head is at the beginning, all else follows the body.
  const heads = steps.filter(
    ({ label, flags }) => flags.includes('below') || (own && !flags.includes('both-ends') && HEADS.test(label)),
  )
  const rest = steps.filter((one) => !heads.includes(one))
  const stage = ({ label, flags, sizes: { diameter, end: to, flats, square, height: high = '0' } }: PartPiece) => ({
    label,
    ...(flags.includes('cap') ? { cap: 'up' as const } : {}),
    diameter: diameter ?? flats ?? square ?? '0',
    ...(square ? { square } : {}),
    ...(to ? { end: to } : {}),
    ...(flats ? { flats } : {}),
    height: high,
  })
  // What stands below tapers downwards.
  const under = (one: Omit<Stage, 'low'>) => (one.end ? { ...one, diameter: one.end, end: one.diameter } : one)
  // `a journal on both ends`: the same below and above.
  const twice = rest.filter(({ flags }) => flags.includes('both-ends'))
  const once = rest.filter((one) => !twice.includes(one))
  const ends = twice.map(stage)
  stages.push(
    ...heads.map((one) => (one.flags.includes('below') ? under(stage(one)) : stage(one))),
    ...ends.map(under),
    ...(own ? [own] : []),
    ...once.map(stage),
    ...(own && has('own-twice') ? [own] : []),
    ...ends,
  )
  return stacked(stages)
}
