import { isPair } from './determiners.ts'
import type { Frame } from './frame.ts'
import type { Sentence } from './sentence.ts'

/** `flanges at both ends, four 9 mm holes in each`: what there are two of is what they are in. True, where it was so. */
export function inEachOfThem(on: Sentence, index: number): boolean {
  const led = on.atoms[index - 1]
  const near = on.focus.at(-1)
  if (led?.is !== 'filler' || !IN.has(led.text) || near?.level !== 'feature' || near.targets.length > 0) return false
  const several = near.parent?.children.findLast(
    (one) => one.level === 'part' && isRound(one) && one.at[1] <= near.at[0] && areTwo(one),
  )
  if (!several) return false
  near.targets.push({ keys: [several.kind.key], text: several.noun, det: 'each' })
  return true
}

const areTwo = ({ plural, flags, places }: Frame): boolean =>
  plural || flags.has('both-ends') || places.some(({ place }) => place.kind === 'spec' && isPair(place.spec.det))
/** Legs and walls are told apart otherwise. */
const isRound = ({ kind: { faces = [] } }: Frame): boolean => faces.every((face) => face === 'top' || face === 'bottom')
const IN: ReadonlySet<string> = new Set(['in', 'on', 'through'])
