import { plus } from '../formula.ts'
import type { Form, Kind, Settling } from '../kinds.ts'
import { halved, powered } from './round.ts'

/** `one end 40 mm od, 30 long`: a straight end of an adapter; the words of `END_NAMES` write it. */
export const ADAPTER_END: Kind = {
  key: 'adapterend',
  nouns: 'adapter end',
  slots: {
    outer: { label: 'End, outside diameter', accepts: 'outer diameter width', say: '# outside', name: 'outside' },
    inner: { label: 'End, inside diameter', accepts: 'inner clear', say: '# inside', name: 'inside', not: 'outer' },
    length: { label: 'Length of the end', accepts: 'length height depth overall', say: '# long', name: 'length' },
  },
  bare: ['outer', 'length'],
  chains: { 2: ['outer', 'length'] },
}

/** `each end 30 long`: said of both. */
export const BOTH_ENDS: Kind = {
  key: 'bothends',
  nouns: 'both adapter end',
  slots: { length: { label: 'Length of an end', accepts: 'length height depth', say: '' } },
  bare: ['length'],
}

/** Two straight ends with a cone between them; what nobody said of the cone goes at 45°. */
export function settleEnds(sizes: Settling): void {
  const [first, second] = sizes.pieces('adapterend')
  const both = sizes.part('bothends')
  if (!first && both?.has('length') && sizes.has('large') && sizes.has('small')) {
    if (!sizes.has('wall')) sizes.assume('wall', 2, 'no wall was said')
    sizes.derive('straight', both.formula('length'))
    settleCone(sizes, plus(both.formula('length'), both.formula('length')), sizes.value('large') - sizes.value('small'))
    return
  }
  const wide = (end: Settling | undefined) => end?.has('outer') || end?.has('inner')
  if (!first || !second || !wide(first) || !wide(second)) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How wide is the ${sizes.noun} at its two ends?`, [
      'one end 32 mm outside, other end 40 mm outside',
    ])
    return
  }
  if (!sizes.has('wall')) sizes.assume('wall', 2, 'no wall was said')
  for (const end of [first, second]) {
    const wall = `2 * ${sizes.formula('wall')}`
    if (!end.has('outer')) end.derive('outer', `${end.formula('inner')} + ${wall}`)
    if (!end.has('length') && both?.has('length')) end.derive('length', both.formula('length'))
    if (!end.has('length')) end.assume('length', Math.round(end.value('outer') * 0.75), 'no length of the end was said')
    if (2 * sizes.value('wall') >= end.value('outer'))
      sizes.refuse('AGENT_IMPOSSIBLE', `Walls of ${sizes.value('wall')} mm leave nothing of ${end.value('outer')} mm.`)
  }
  const straight = plus(first.formula('length'), second.formula('length'))
  settleCone(sizes, straight, first.value('outer') - second.value('outer'))
}

function settleCone(sizes: Settling, straight: string, step: number): void {
  const taper = sizes.part('conepart')
  const overall = ['total', 'height'].find((slot) => sizes.has(slot))
  if (taper?.has('height')) sizes.derive('cone', taper.formula('height'))
  else if (overall) sizes.derive('cone', `${sizes.formula(overall)} - (${straight})`)
  else sizes.assume('cone', Math.max(1, Math.abs(step) / 2), 'no taper was said: 45°')
  if (overall && sizes.value('cone') <= 0)
    sizes.refuse('AGENT_IMPOSSIBLE', `Two ends leave nothing of ${sizes.value(overall)} mm for what is between them.`)
}

export function formOfEnds(
  { wall = '0', cone = '0' }: Readonly<Record<string, string>>,
  ends: readonly Readonly<Record<string, string>>[],
): Form {
  const [first, second] = ends
  const [a, b] = [first?.['outer'] ?? '0', second?.['outer'] ?? '0']
  const [low, high] = [first?.['length'] ?? '0', second?.['length'] ?? '0']
  const within = (outer: string) => `(${outer} - 2 * ${wall})`
  const solid = (from: string, to: string) =>
    `Cylinder(${halved(from)}, ${low}, align=floor) + Pos(0, 0, ${low}) * Cone(${halved(from)}, ${halved(to)}, ${cone}, align=floor) + Pos(0, 0, ${plus(low, cone)}) * Cylinder(${halved(to)}, ${high}, align=floor)`
  const volume = (from: string, to: string) =>
    `pi / 12 * (3 * ${powered(from)} * ${low} + (${powered(from)} + ${from} * ${to} + ${powered(to)}) * (${cone}) + 3 * ${powered(to)} * ${high})`
  return {
    code: `(${solid(a, b)}) - (${solid(within(a), within(b))})`,
    size: [`max(${a}, ${b})`, `max(${a}, ${b})`, plus(low, cone, high)],
    volume: `${volume(a, b)} - ${volume(within(a), within(b))}`,
    openings: '1',
    outline: { kind: 'other' },
  }
}
