import type { PartFeature } from '@hewn/model'
import { evaluate } from '../formula.ts'
import type { FaceForm, Form } from '../kinds.ts'
import { FACES, OPPOSITE } from '../locate.ts'
import type { Frame } from '../read/frame.ts'
import { isPair } from '../read/determiners.ts'

type Values = Readonly<Record<string, number>>
/** Two places closer than this have no web between them. */
const WEB = 0.5
/**
 * `two holes in each leg, 10 mm from the end`: side by side at that end, where the leg is wide enough for them.
 * From each end of it they are in a row along it.
 */
export function isAcrossLeg({ places, count }: Frame, { at, sizes }: PartFeature, form: Form, values: Values): boolean {
  const face = form.faces?.[at.on ?? 'top']
  const edges = at.relations.filter((one) => one.kind === 'edge')
  if (!face?.free || edges.length !== 1 || edges.some(({ edge }) => edge !== 'end' && edge !== 'heel')) return false
  if (places.some(({ place }) => place.kind === 'from' && place.specs.some(({ det }) => isPair(det)))) return false
  const [u, v] = sizeOf(face, form, at.on ?? 'top', values)
  const across = face.free === 'left' || face.free === 'right' ? v : u
  return across / ((count?.value ?? 1) + 1) - evaluate(sizes['diameter'] ?? sizes['width'] ?? '0', values) >= WEB
}

/** `two holes in each leg, 20 apart, with a gusset in the middle`: a rib along the leg leaves room on both sides of it. */
export function besideRib({ parent, count, kind }: Frame, feature: PartFeature, form: Form): PartFeature {
  const { at } = feature
  const face = form.faces?.[at.on ?? 'top']
  const ribs = parent?.children.filter((one) => one.kind.key === 'gusset') ?? []
  if (kind.key !== 'hole' || !face?.free || ribs.length !== 1 || (ribs[0]?.count?.value ?? 1) > 1) return feature
  const [line, ...others] = at.relations
  if (count?.value !== 2 || others.length > 0 || line?.kind !== 'line' || line.along) return feature
  const along = face.free === 'left' || face.free === 'right' ? 'y' : 'x'
  return { ...feature, at: { ...at, relations: [{ ...line, along }] } }
}

/** `three holes 12 apart, the first 15 from the end`: along the leg from there, however wide that is. */
export function beginsAtEnd({ places, count, kind }: Frame, feature: PartFeature, form: Form): PartFeature {
  const { at } = feature
  const free = form.faces?.[at.on ?? 'top']?.free
  const line = at.relations.find((one) => one.kind === 'line')
  const begins = at.relations.find((one) => one.kind === 'edge')
  const first = places.some(({ place }) => place.kind === 'from' && place.first)
  if (!first || !free || kind.key !== 'hole' || !line?.spacing || at.relations.length !== 2) return feature
  if (!begins || !['end', 'heel'].includes(begins.edge) || !count || count.value < 2) return feature
  const edge = begins.edge === 'end' ? free : (OPPOSITE[free] ?? free)
  const along = free === 'left' || free === 'right' ? 'x' : 'y'
  return {
    ...feature,
    at: {
      ...at,
      relations: [
        { ...line, along },
        { ...begins, edge },
      ],
    },
  }
}

/** `two slots 7 x 20, 20 mm apart`: beside each other, where they would run into each other end to end. */
export function isBesideEachOther(
  { count, flags }: Frame,
  { at, sizes }: PartFeature,
  form: Form,
  values: Values,
): boolean {
  // Many stand across their row anyhow.
  if (flags.has('vertical') || (at.along === undefined && (count?.value ?? 1) > 2)) return false
  const on = at.on ?? 'top'
  const [u, v] = sizeOf(form.faces?.[on], form, on, values)
  const upright = at.along === FACES[on].v
  const [along, across] = upright ? [v, u] : [u, v]
  const line = at.relations.find((one) => one.kind === 'line')
  const spaced = line?.spacing === undefined ? undefined : evaluate(line.spacing, values)
  const step = (room: number) => spaced ?? room / ((count?.value ?? 1) + 1)
  const [long, wide] = ['length', 'width'].map((slot) => evaluate(sizes[slot] ?? '0', values))
  return step(along) - (long ?? 0) < WEB && step(across) - (wide ?? 0) >= WEB
}

function sizeOf(face: FaceForm | undefined, { size }: Form, on: keyof typeof FACES, values: Values): [number, number] {
  const AXES = { x: 0, y: 1, z: 2 } as const
  const [u, v] = face?.size ?? [size[AXES[FACES[on].u]] ?? '0', size[AXES[FACES[on].v]] ?? '0']
  return [evaluate(u, values), evaluate(v, values)]
}
