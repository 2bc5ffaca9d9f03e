import type { Meaning } from './meaning.ts'

/** Whether the words are about a feature, so that they may change the box there is. */
export const FEATURE_KINDS: readonly Meaning['kind'][] = [
  'feet',
  'side-height',
  'side-thickness',
  'cutout',
  'hand-holes',
  'vents',
  'text',
  'drawers',
  'numbered',
  'split',
  'regions',
  'play',
  'pull',
  'without',
  'resized-hole',
]
