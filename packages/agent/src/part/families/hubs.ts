import type { PartPiece } from '@hewn/model'
import { half, plus } from '../formula.ts'
import type { Form, Kind, Settling } from '../kinds.ts'
import { type Stage, stacked, stackForm } from './stack.ts'

// What stands out of a disc or a wheel around its axis: on one side, on both, or one on another.

export const hub: Kind = {
  key: 'hub',
  nouns: `hub, neck, weld neck, spigot, collar, raised boss, raised hub, boss, sleeve, plug, shoulder, step, register, pilot spigot, locating spigot,
    locating register, centring spigot, central boss, centre boss, socket, upstand, round boss, hub boss, raised centre, stub, raised spigot, body, barrel, shank`,
  slots: {
    diameter: { label: 'Hub diameter', accepts: 'diameter outer radius*2 bottom-width', say: '# diameter' },
    end: { label: 'Hub end diameter', accepts: 'top-width', say: '# top diameter', name: 'end_diameter' },
    height: { label: 'Hub height', accepts: 'height length depth thickness', say: '# high' },
  },
  bare: ['diameter', 'height'],
  // `a 5 mm boss 30 dia`
  refill: ['height'],
  chains: { 2: ['diameter', 'height'] },
  flags: 'both-ends below above tapered',
}

/** What keeps a belt or a rope on a wheel: a wider disc at each side. */
export const guard: Kind = {
  ...hub,
  key: 'guard',
  nouns: 'flange, side flange, end flange, belt flange, guard, side plate, shroud',
  slots: {
    diameter: { label: 'Flange diameter', accepts: 'diameter outer radius*2', say: 'flange # diameter' },
    height: { label: 'Flange thickness', accepts: 'thickness height length depth width', say: 'flange # thick' },
  },
}

/** How high it is in all, hubs included. */
export const TOTAL = {
  label: 'Overall height',
  accepts: 'overall overall-height',
  say: '# overall',
  name: 'overall_height',
}

/** What the words leave open of the hubs: from what all comes to, or assumed. */
export function settleHubs(sizes: Settling, { outer, height }: { outer: number; height: number }): void {
  for (const one of sizes.pieces('guard'))
    if (!one.flag('below') && !one.flag('above') && !one.flag('both-ends')) one.mark(one.plural ? 'both-ends' : 'above')
  const hubs = [...sizes.pieces('guard'), ...sizes.pieces('hub')]
  const times = (one: Settling) => (one.flag('both-ends') ? 2 : 1)
  const length = (one: Settling) => (times(one) === 2 ? `2 * ${one.formula('height')}` : one.formula('height'))
  const open = hubs.filter((one) => !one.has('height'))
  const known = hubs.filter((one) => one.has('height'))
  const [first, ...others] = open
  if (sizes.has('total') && sizes.has('height') && first && others.length === 0) {
    const rest = [sizes.formula('total'), sizes.formula('height'), ...known.map(length)].join(' - ')
    first.derive('height', times(first) === 2 ? `(${rest}) / 2` : rest)
  } else if (sizes.has('total') && !sizes.has('height') && open.length === 0) {
    if (known.length === 0) sizes.move('total', 'height')
    else sizes.derive('height', [sizes.formula('total'), ...known.map(length)].join(' - '))
  } else if (sizes.has('total') && sizes.has('height') && open.length === 0) {
    const sum = known.reduce((all, one) => all + times(one) * one.value('height'), sizes.value('height'))
    if (Math.abs(sum - sizes.value('total')) > 0.01)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `Disc and hub come to ${Math.round(sum * 1000) / 1000} mm, and ${sizes.value('total')} mm overall was said.`,
      )
  }
  if (!sizes.has('height')) sizes.assume('height', height, 'no thickness was said')
  const unplaced = hubs.filter((one) => !one.flag('below') && !one.flag('both-ends') && !one.flag('above'))
  if (unplaced.length > 1)
    unplaced[1]?.refuse('AGENT_NEEDS_ANSWER', `On which side is the ${unplaced[1].noun}?`, [
      `the ${unplaced[1].noun} on the other side`,
      `the ${unplaced[1].noun} on top of the ${unplaced[0]?.noun}`,
    ])
  for (const one of hubs) {
    if (!one.has('height')) one.assume('height', sizes.value('height'), `no height of the ${one.noun} was said`)
    if (one.flag('tapered') && !one.has('end')) {
      one.refuse('AGENT_NEEDS_ANSWER', `How wide is the ${one.noun} at its end?`, ['tapering to 60 mm at the top'])
      return
    }
    if (!one.has('diameter')) one.assume('diameter', Math.round(outer / 2), `no diameter of the ${one.noun} was said`)
    const least = Math.min(one.value('diameter'), one.has('end') ? one.value('end') : Infinity)
    if (sizes.has('inner') && sizes.value('inner') >= least)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A bore of ${sizes.value('inner')} mm leaves nothing of a ${one.noun} of ${least} mm.`,
      )
  }
}

const HUBS: ReadonlySet<string> = new Set(['hub', 'guard', 'facing'])

/** A disc or a wheel with what stands out of it; `root` is as far out as holes may reach. */
export function withHubs(
  base: Omit<Stage, 'low' | 'label'>,
  inner: string | undefined,
  pieces: readonly PartPiece[],
  root = base.diameter,
): Form {
  const hubs = pieces.filter(({ kind, sizes }) => HUBS.has(kind) && sizes['diameter'])
  const hubbed = hubs.some(({ kind }) => kind === 'hub')
  // The raised face of a flange is on the free side: below, where a hub is above.
  const under = ({ kind, flags }: PartPiece) =>
    flags.includes('below') || flags.includes('both-ends') || (kind === 'facing' && hubbed)
  const over = (one: PartPiece) => !under(one) || one.flags.includes('both-ends')
  const stage = ({ label, sizes: { diameter = '0', end, height = '0' } }: PartPiece): Omit<Stage, 'low'> => ({
    label,
    diameter,
    height,
    ...(end ? { end } : {}),
  })
  const flipped = ({ diameter, end, ...rest }: Omit<Stage, 'low'>): Omit<Stage, 'low'> =>
    end ? { ...rest, diameter: end, end: diameter } : { ...rest, diameter }
  const below = hubs.filter(under).map(stage).map(flipped).toReversed()
  const above = hubs.filter(over).map(stage)
  const stages = stacked([...below, { ...base, label: 'disc' }, ...above])
  const form = stackForm(stages, inner)
  const { low = '0', height = '0' } = stages[below.length] ?? {}
  const around = (beside: string | undefined) => ({
    kind: 'circle' as const,
    diameter: root,
    ...((beside ?? inner) ? { bore: beside ?? inner } : {}),
  })
  const [first, last] = [stages[0], stages.at(-1)]
  const { ends: _, ...edges } = form.edges === 'block' ? {} : { ...form.edges }
  const end = (wide: string | undefined) => ({
    kind: 'circle' as const,
    diameter: wide ?? '0',
    ...(inner ? { bore: inner } : {}),
  })
  // A set screw is in the hub, where there is one.
  const neck = stages.find(
    ({ label }, index) => index !== below.length && hubs.some((one) => one.kind === 'hub' && one.label === label),
  )
  const wall = neck && {
    size: [neck.diameter, neck.height] as [string, string],
    outline: end(neck.diameter),
  }
  const mid = neck && plus(neck.low, half(neck.height))
  return {
    ...form,
    outline: around(undefined),
    edges: base.own ? {} : edges,
    // Bolt holes stand around the hub; what is in the middle begins at its end.
    faces: {
      top: {
        at: ['0', '0', `${low === '0' ? '' : `${low} + `}${height}`],
        outline: around(above[0]?.diameter),
        through: height,
      },
      bottom: { at: ['0', '0', low], outline: around(below.at(-1)?.end ?? below.at(-1)?.diameter), through: height },
      ...(wall && mid
        ? {
            right: { ...wall, at: [half(neck.diameter), '0', mid] },
            front: { ...wall, at: ['0', `-${half(neck.diameter)}`, mid] },
          }
        : {}),
    },
    middle: {
      top: { at: ['0', '0', form.size[2]], outline: end(last?.end ?? last?.diameter), through: form.size[2] },
      bottom: { at: ['0', '0', '0'], outline: end(first?.diameter), through: form.size[2] },
    },
    through: { top: height, bottom: height },
  }
}

/** A plug under a disc, what goes into the jar, as the hub it is. */
export const pluggedBelow = (pieces: readonly PartPiece[]): PartPiece[] =>
  pieces.flatMap(({ kind, label, flags, sizes: { outer, height } }) =>
    kind === 'plug' && outer && height
      ? [{ kind: 'hub', label, flags: [...flags, 'below'], sizes: { diameter: outer, height } }]
      : [],
  )
