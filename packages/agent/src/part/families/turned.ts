import type { PartPiece } from '@hewn/model'
import { bracketed } from '../formula.ts'
import { threadOf } from '../library/fasteners.ts'
import type { Family, Kind, Settling } from '../kinds.ts'
import { NORM, settleNorm } from '../library/norm.ts'
import { assumeHead, fillHead, HEAD_SLOTS, headPiece, NORMS, SCREWS, settleHead, shapeHead } from './screw-head.ts'
import { type Stage, stacked, stackForm } from './stack.ts'

export const POINTED = ['conical', 'tapered', 'cone']
  .flatMap((how) =>
    ['tip', 'end', 'point', 'roof', 'top', 'cap', 'nose', 'head', 'bottom', 'base', 'part', 'hopper', 'spike'].map(
      (what) => `${how} ${what}`,
    ),
  )
  .join(', ')

/** What is half a ball, or less of one. */
const DOMED = /^(?:hemispherical|half round|domed|round|rounded|snap|mushroom|button|dome)\b/
const CAPS = ['hemispherical', 'half round', 'domed', 'round', 'rounded', 'snap', 'mushroom', 'button', 'dome']
  .flatMap((how) => ['head', 'nose'].map((what) => `${how} ${what}`))
  .join(', ')

/** One stretch of a turned part: a cylinder, a taper, or a hexagon. */
const stagePiece: Kind = {
  key: 'stage',
  nouns: `head, shank, shaft, step, section, body, shoulder, tip, journal, collar, neck, stud,  nose, hub, flange, end section, tail, boss, seat, spigot, pilot, grip, base, stem, pin, stage, cylinder, rod, disc, plunger, hex head, stub, rim, stub shaft, stub axle, trunnion, end journal, bearing journal, cone, tapered section, stub end, handle, thread, tenon, cap, cylindrical section, bar, weight, handle bar, connecting bar, working diameter, working end, ${POINTED}, ${CAPS}`,
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
    height: { label: 'Length', accepts: 'height length thickness depth', say: '# long', name: 'length' },
  },
  bare: ['diameter', 'height'],
  chains: { 2: ['diameter', 'height'], 3: ['diameter', 'end', 'height'] },
  flags: 'tapered domed hexagonal circular countersunk square within both-ends below above half',
}

/** Round parts in steps along their axis, the first one below. */
export const turned: Family = {
  key: 'turned',
  nouns: `shaft, pin, round pin, bolt, bolt blank, punch, stepped shaft, spindle, stud, turned part, lathe part, knob, silo, axle, plunger, clevis pin, headed pin, shoulder pin, step shaft, step pulley, step pulley blank, stepped pulley, cone pulley, rivet, snap head rivet, mushroom head rivet, round head rivet, dome head rivet, domed head rivet, button head rivet, screw blank, hex bolt blank, stepped spacer, stepped spacer sleeve, step ring, stepped ring, stepped washer, stepped disc, stepped sleeve, stepped bush, stepped collar, ${SCREWS}, stepped pin, spigot, mandrel, arbor, locating pin, shoulder bolt, stepped rod, stepped cylinder, turned piece, piston, valve stem, push rod, pushrod, guide pin, roller shaft, motor shaft, drive shaft, stepped bar, journal shaft, mushroom, button, foot, dumbbell, dumbbell handle, handle grip, grip, cylindrical handle, round handle, turned handle, tool handle, file handle, broom handle, furniture leg, table leg, rotor shaft, nail, screw, roller, conveyor roller, idler roller, guide roller, support roller, roller body, nozzle, bumper, rubber bumper, rubber foot`,
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
    for (const one of steps) complete(one, sizes)
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
    withinIt(sizes, steps)
    // With an overall length, the one step whose own is not known takes the rest.
    const open = steps.filter((one) => !one.has('height'))
    const known = steps.filter((one) => one.has('height')).map(lengthOf)
    if (sizes.has('height') && !sizes.has('outer')) {
      const [first, ...others] = open
      if (first && others.length === 0) {
        first.derive('height', [sizes.formula('height'), ...known].join(' - '))
        if (first.value('height') <= 0)
          sizes.refuse(
            'AGENT_IMPOSSIBLE',
            `The ${sizes.noun} is ${sizes.value('height')} mm long in all, and its ends take all of it.`,
          )
      } else if (!first) {
        const sum = steps.reduce((all, one) => all + one.value('height') * (one.flag('both-ends') ? 2 : 1), 0)
        if (Math.abs(sum - sizes.value('height')) > 0.01)
          sizes.refuse(
            'AGENT_CONTRADICTION',
            `The steps add up to ${Math.round(sum * 1000) / 1000} mm, and ${sizes.value('height')} mm overall was said.`,
          )
      }
    }
    // How long a step is has no convention: where nobody says it, its diameter is seldom one.
    const short = steps.find((one) => !one.has('height')) ?? (sizes.has('outer') && !sizes.has('height') && sizes)
    if (short) {
      const wide =
        Math.round(short.value(short === sizes ? 'outer' : short.has('diameter') ? 'diameter' : 'flats') * 100) / 100
      sizes.refuse('AGENT_NEEDS_ANSWER', `How long is the ${wide} mm section of the ${sizes.noun}?`)
    }
    if (sizes.has('total')) addsUp(sizes, steps)
  },
  form: (sizes, has, pieces) =>
    stackForm(stagesOf(sizes, [...headPiece(sizes, has), ...pieces], has('square-stock')), sizes['inner']),
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

/** `120 mm shaft in three sections: …`: as long as all of them, and not as wide. */
function inAll(sizes: Settling, steps: readonly Settling[]): boolean {
  const whole = steps.every((one) => one.has('diameter') && one.has('height') && !one.flag('within'))
  if (steps.length < 2 || !whole || !sizes.has('outer') || !sizes.byTurn('outer') || sizes.has('height')) return false
  const sum = steps.reduce((all, one) => all + one.value('height') * (one.flag('both-ends') ? 2 : 1), 0)
  return Math.abs(sum - sizes.value('outer')) < 0.01
}

/**
 * `stepped to 8 mm for the last 20`: the step is part of the length that was said; so is one that is turned further down
 * from the same end, of that step.
 */
function withinIt(sizes: Settling, steps: readonly Settling[]): void {
  const whole = sizes.has('outer') ? sizes : steps.find((one) => !one.flag('within'))
  const cut = steps.filter((one) => one.flag('within') && one.has('height'))
  cut.forEach((one, index) => {
    const before = cut
      .slice(0, index)
      .findLast(
        (other) =>
          !one.flag('both-ends') &&
          !other.flag('both-ends') &&
          other.flag('below') === one.flag('below') &&
          one.has('diameter') &&
          other.has('diameter') &&
          other.value('diameter') > one.value('diameter'),
      )
    const full = before ?? whole
    if (!full?.has('height')) return
    if (one.value('height') * (one.flag('both-ends') ? 2 : 1) >= full.value('height'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A step of ${one.value('height')} mm takes all of the length of ${full.value('height')} mm.`,
      )
    else full.derive('height', `${full.formula('height')} - ${lengthOf(one)}`)
  })
}

/** All is known, and how long it is in all was said as well. */
function addsUp(sizes: Settling, steps: readonly Settling[]): void {
  const own = sizes.has('outer') && sizes.has('height') ? sizes.value('height') : 0
  const sum = steps.reduce((all, one) => all + one.value('height') * (one.flag('both-ends') ? 2 : 1), own)
  if (Math.abs(sum - sizes.value('total')) > 0.01)
    sizes.refuse(
      'AGENT_CONTRADICTION',
      `The steps add up to ${Math.round(sum * 1000) / 1000} mm, and ${sizes.value('total')} mm overall was said.`,
    )
}

/** What is turned is long; a knob is no stick. */
const assumeLength = (sizes: Settling): void =>
  sizes.assume(
    'height',
    Math.round(sizes.value('outer') * (/knob|dial/.test(sizes.noun) ? 0.5 : 3)),
    'no length was said',
  )

/** Of what is the same at both ends, both. */
const lengthOf = (one: Settling): string =>
  one.flag('both-ends') ? `2 * ${bracketed(one.formula('height'))}` : one.formula('height')

/** `40 overall with a head of 4`: what the head and the steps leave of it is the shank's. */
function overall(sizes: Settling, steps: readonly Settling[]): void {
  if (!sizes.has('total')) return
  const known = steps.filter((one) => one.has('height') && !one.flag('within'))
  const apart = known.map(lengthOf)
  if (!sizes.has('outer') || sizes.has('height')) {
    if (!sizes.has('height')) sizes.move('total', 'height')
    // `130 overall: 22 dia 45 long, the rest 16 dia`
    const [rest, ...others] = steps.filter((one) => !one.has('height') && !one.has('angle'))
    if (sizes.has('outer') && rest?.has('diameter') && others.length === 0 && !rest.flag('within'))
      rest.derive('height', [sizes.formula('total'), bracketed(sizes.formula('height')), ...apart].join(' - '))
    return
  }
  if (steps.some((one) => !one.has('height') && !one.has('angle')) && steps.length > 1) {
    sizes.move('total', 'height')
    return
  }
  sizes.derive('height', [sizes.formula('total'), ...apart].join(' - '))
  if (sizes.value('height') <= 0)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `The ${sizes.noun} is ${sizes.value('total')} mm long in all, and its ends take all of it.`,
    )
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

function complete(one: Settling, whole: Settling): void {
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
      const steps = whole.pieces('stage')
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

export function stagesOf(sizes: Record<string, string>, pieces: readonly PartPiece[], square = false): Stage[] {
  const stages: Omit<Stage, 'low'>[] = []
  const { outer, height, end } = sizes
  const own =
    outer && height
      ? { label: 'body', diameter: outer, height, ...(end ? { end } : {}), ...(square ? { square: outer } : {}) }
      : undefined
  const steps = pieces.filter(({ kind }) => kind === 'stage')
  // `pin 12 x 60, head 20 x 5`: a head is at the beginning, all else follows the body.
  const heads = steps.filter(
    ({ label, flags }) =>
      flags.includes('below') || (own && !flags.includes('both-ends') && /head|flange|base|collar/.test(label)),
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
    ...ends,
  )
  return stacked(stages)
}
