import type { Family } from './kinds.ts'
import type { Frame } from './read/frame.ts'
import { ownFeature } from './registry.ts'

/** A feature that tells which part of its body is kept: it is settled before all that is put on what is left. */
export const isPortion = ({ kind }: Frame): boolean => kind.key === 'sector' || kind.key === 'trim'

/** `half a cone`, `a quarter of a ball`: where the family has no such shape of its own, it is cut from the whole one. */
export function partial(frame: Frame, family: Family, asked: Set<string>): void {
  const kind = ownFeature('sector')
  for (const [flag, angle] of PARTS) {
    const at = frame.flags.get(flag)
    const own = family.flags?.split(/[\s,]+/).includes(flag) || `${frame.noun} ${family.key}`.includes(flag)
    if (!kind || !at || asked.has(flag)) continue
    asked.add(flag)
    if (own) continue
    frame.children.push({
      kind,
      level: 'feature',
      at,
      noun: 'kept sector',
      plural: false,
      sizes: new Map([['angle', { quantity: { value: angle, at, role: 'angle' }, times: 1 }]]),
      designated: new Map(),
      flags: new Map([...frame.flags].filter(([one]) => one === 'lengthwise' || one === 'crosswise')),
      places: [],
      targets: [],
      children: [],
      parent: frame,
    })
  }
}
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 180],
  ['quarter', 90],
  ['three-quarter', 270],
  ['one-third', 120],
  ['two-thirds', 240],
  ['one-sixth', 60],
  ['one-eighth', 45],
])
