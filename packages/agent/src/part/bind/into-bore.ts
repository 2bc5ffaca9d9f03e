import type { PartBody, PartFeature } from '@hewn/model'
import type { Binder } from './bind.ts'
import { half, minus, plus } from '../formula.ts'
import type { Form } from '../kinds.ts'
import { FACES, faceOf, locate } from '../locate.ts'
import type { Frame } from '../read/frame.ts'

/** `an 8 mm port from the top down into the bore`: it ends at the axis of that bore, and does not go through the block. */
export function intoBore(
  { names }: Binder,
  { targets, sizes: said }: Frame,
  feature: PartFeature,
  { features }: PartBody,
  form: Form,
): void {
  const into = targets.find((one) => one.leads === 'into' && one.keys.includes('hole'))
  if (!into || feature.kind !== 'hole' || said.has('depth') || form.outline.kind !== 'rectangle' || form.through) return
  const last = into.text.split(' ').at(-1)
  const bore = features.findLast(({ kind: key, label }) => key === 'hole' && label.split(' ').at(-1) === last)
  if (!bore) return
  const [own, other] = [feature.at.on ?? 'top', bore.at.on ?? 'top']
  const { normal, sign } = FACES[own]
  if (FACES[other].normal === normal) return
  const located = locate(bore.at, { face: faceOf(form, other), count: bore.sizes['count'], values: names.values })
  const [u, v] = located.single ?? ['0', '0']
  const aside = FACES[other].u === normal ? u : v
  const size = half(form.size['xyz'.indexOf(normal)] ?? '0')
  feature.sizes['depth'] = sign > 0 ? minus(size, aside) : plus(size, aside)
  feature.flags = feature.flags.filter((flag) => !GOING_ON.has(flag))
}

const GOING_ON: ReadonlySet<string> = new Set(['through', 'cross', 'through-everything'])
