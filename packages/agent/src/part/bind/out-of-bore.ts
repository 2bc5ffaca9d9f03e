import type { PartBody, PartFeature } from '@hewn/model'
import { boreToSplit } from '../features/slit.ts'
import type { Form } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { FROM_ABOVE } from './corners.ts'

/** A slit is told of the bore it goes out of, wherever in the words that one stands. */
export const slitsLast = (a: Frame, b: Frame): number => Number(a.kind.key === 'slit') - Number(b.kind.key === 'slit')

/** `a 2 mm slit from the bore to the right side`: a slit in a block is where its bore is, and goes to one side of it. */
export function outOfItsBore(
  { places }: Frame,
  feature: PartFeature,
  { features }: PartBody,
  { outline }: Form,
  value: (formula: string) => number,
): void {
  const bore = feature.kind === 'slit' && outline.kind === 'rectangle' ? boreToSplit(features, value) : undefined
  if (!bore) return
  const [side = 'right'] = places.flatMap(({ place }) =>
    place.kind === 'spec' ? place.spec.places.flatMap((one) => FROM_ABOVE[one] ?? []) : [],
  )
  feature.at = structuredClone(bore.at)
  feature.flags = [...feature.flags.filter((flag) => !flag.startsWith('at-')), `at-${side}`]
}
