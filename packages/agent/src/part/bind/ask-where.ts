import type { PartFeature } from '@hewn/model'
import { portOf } from '../library/ports.ts'
import type { Family } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import type { Binder } from './bind.ts'
import { isEach } from '../read/determiners.ts'

/** What cannot be put where it was meant is asked about rather than put anywhere. */
export function askWhere(
  binder: Binder,
  { targets, places, noun, at }: Frame,
  { at: where, kind }: PartFeature,
  family: Family,
): void {
  // A leg that leans has no face that holes are put in here.
  const leans = family.key === 'angled-bracket'
  const arm = targets.find(
    ({ det, keys }) =>
      (leans || isEach(det)) &&
      keys.some((key) => (leans || key === 'arm') && family.parts?.[key]) &&
      !keys.some((key) => family.parts?.[key]?.faces),
  )
  if (arm)
    binder.refuse(
      'AGENT_UNSUPPORTED',
      `A ${noun} in each ${arm.text} of a ${family.nouns.split(',')[0]} is not placed by itself; say where they are from the middle.`,
      [at],
    )
  // `a plate with a step and a hole in the step`: it would be in the middle of the plate.
  const meets = places.some(({ place }) => place.kind === 'spec' && place.spec.flags.includes('meet'))
  if (meets && kind === 'hole' && where.relations.length === 0 && !where.on)
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `How far from the edges should the ${noun} in the step be?`,
      [at],
      ['10 mm from the left edge', '10 mm from the right edge'],
    )
  if (family.key === 'enclosure' && kind === 'cutout' && portOf(noun) && !where.on)
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `In which wall should the ${noun} be?`,
      [at],
      ['in the front', 'in the back', 'in the left side', 'in the right side'],
    )
  if (family.key === 'flat-ell' && where.relations.length === 0 && kind === 'hole')
    binder.refuse('AGENT_NEEDS_ANSWER', `Where should the ${noun} be? The middle of an L is empty.`, [at])
}
