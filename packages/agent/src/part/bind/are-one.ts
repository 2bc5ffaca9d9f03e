import type { PartFace, PartFeature } from '@hewn/model'
import type { Form } from '../kinds.ts'
import { FACES } from '../locate.ts'
import type { Frame } from '../read/frame.ts'
import type { Binder } from './bind.ts'

/** `a hole in each end`: right through, two that face each other are one; how deep they go has to be said. */
export function areOne(
  binder: Binder,
  { noun, at, flags, places }: Frame,
  faces: readonly PartFace[],
  { kind, sizes }: PartFeature,
  form: Form,
): boolean {
  const [one, other] = faces
  // Two legs, or two walls, have a hole each, and so has what is drilled through both.
  if (places.some(({ place }) => place.kind === 'spec' && place.spec.prep === 'through')) return false
  if (faces.some((face) => form.through?.[face] ?? form.faces?.[face]?.through)) return false
  if (kind !== 'hole' || faces.length !== 2 || !one || !other || sizes['depth'] !== undefined) return false
  if (FACES[one].normal !== FACES[other].normal || FACES[one].normal === 'z') return false
  if (!flags.has('through'))
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `How deep should the ${noun} in each of the two sides be? Right through, the two are one.`,
      [at],
      ['10 mm deep', '20 mm deep', 'through'],
    )
  return true
}
