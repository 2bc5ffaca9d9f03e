import type { PartFeature } from '@hewn/model'
import type { Kind } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'

/** What is there, as words would have named it: of that kind, under that label, and without its sizes. */
export const frameFor = (
  kind: Kind,
  feature: Pick<PartFeature, 'label' | 'flags'>,
  designated: Frame['designated'],
): Frame => ({
  kind,
  level: 'feature',
  noun: feature.label,
  at: [0, 0],
  plural: false,
  sizes: new Map(),
  designated,
  flags: new Map(feature.flags.map((flag) => [flag, [0, 0]])),
  places: [],
  targets: [],
  children: [],
})
