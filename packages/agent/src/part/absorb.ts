import type { Family } from './kinds.ts'
import type { Frame } from './read/frame.ts'

/** Rounded upright corners are a size of what is flat. */
export function absorbCorners(frame: Frame, family: Family): void {
  if (!family.slots['corner'] || frame.sizes.has('corner')) return
  const found = frame.children.find((child) => {
    const upright =
      /corner|vertical/.test(child.noun) ||
      child.flags.has('vertical') ||
      child.places.some(
        ({ place }) => place.kind === 'spec' && (place.spec.noun === 'corner' || place.spec.flags.includes('vertical')),
      )
    const plain = child.places.every(
      ({ place }) =>
        place.kind === 'corners' ||
        (place.kind === 'spec' && place.spec.places.every((side) => side === 'z') && place.spec.noun !== 'end'),
    )
    return child.kind.key === 'fillet' && upright && plain && child.sizes.has('size')
  })
  const size = found?.sizes.get('size')
  if (!found || !size) return
  frame.sizes.set('corner', size)
  if (found.count?.value === 4) found.count.used = 'count'
  frame.children.splice(frame.children.indexOf(found), 1)
}

/** A hole in the middle of a ring is its bore. */
export function absorbBore(frame: Frame, family: Family): void {
  const slot = family.bore
  if (!slot || frame.sizes.has(slot)) return
  // A tube with a wall has its bore; a hole is another one.
  const [outer, wall] = [frame.sizes.get('outer'), frame.sizes.get('wall')]
  if (outer && wall && wall.quantity.value * 3 <= outer.quantity.value) return
  // A dome is bored with what it stands on.
  if (frame.children.some(({ kind }) => kind.key === 'dome')) return
  const found = frame.children.find(
    (child) =>
      child.kind.key === 'hole' &&
      (child.count?.value ?? 1) === 1 &&
      !child.plural &&
      !child.sizes.has('depth') &&
      child.children.length === 0 &&
      child.places.every(
        ({ place }) =>
          place.kind === 'centre' ||
          (place.kind === 'spec' &&
            place.spec.noun !== 'corner' &&
            !place.spec.places.some((one) => ['left', 'right', 'front', 'back'].includes(one))),
      ) &&
      [...child.flags.keys()].every((flag) =>
        [
          'through',
          'through-everything',
          'circular',
          'clearance',
          'not-blind',
          ...(family.screwBore ? ['close', 'loose', 'medium', 'tapped'] : []),
        ].includes(flag),
      ) &&
      (child.designated.size === 0
        ? child.sizes.get('diameter') !== undefined
        : family.screwBore === true && child.sizes.size === 0 && !frame.designated.has(slot)),
  )
  const size = found?.sizes.get('diameter')
  const name = found?.designated.get('diameter')
  if (!found || !(size ?? name)) return
  if (size) frame.sizes.set(slot, size)
  else if (name) frame.designated.set(slot, name)
  for (const [flag, at] of found.flags) if (['close', 'loose', 'tapped'].includes(flag)) frame.flags.set(flag, at)
  if (found.count) found.count.used = 'count'
  frame.children.splice(frame.children.indexOf(found), 1)
}
