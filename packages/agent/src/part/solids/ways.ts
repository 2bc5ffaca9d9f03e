import type { Task } from './laid.ts'
import { ALONG, ANOTHER, AXES, AXIS_OF, LYING, THREE_WAYS, sidesIn } from './said-places.ts'

/** Along which axes a hole goes: all three of them, those that are told one by one, or the one that its face tells. */
export function waysOf({ relation: { text }, passage }: Task, axis: number | undefined): readonly number[] {
  if (THREE_WAYS.test(text)) return AXES.filter((one) => passage.count === 1 || one < passage.count)
  const told = [...text.matchAll(new RegExp(ALONG, 'gi'))].map(([, one, other]) =>
    'xyz'.indexOf((one ?? other ?? 'z').toLowerCase()),
  )
  return ANOTHER.test(text) ? [...new Set(told)] : [axis ?? wayOf(text) ?? 2]
}

/** Along which axis something goes that is told by a face: into the front is along y. */
export function wayOf(text: string): number | undefined {
  const along = ALONG.exec(text)
  const letter = along?.[1] ?? along?.[2]
  if (letter) return 'xyz'.indexOf(letter.toLowerCase())
  if (/\bfront to back|back to front\b/i.test(text)) return 1
  if (/\b(?:left to right|side to side|right to left|crosswise|sideways)\b/i.test(text)) return 0
  if (/\b(?:vertical\w*|top to bottom|straight down)\b/i.test(text)) return 2
  const [side] = sidesIn(text)
  return side && /\b(?:face|side|end)\b/i.test(text) ? AXIS_OF[side]?.axis : undefined
}

/** Along which axis it was said to lie. */
export function axisOf({ relation, passage }: Task): number | undefined {
  // How the one lies that it is told against says nothing of it.
  const text = `${relation.text} ${passage.label}`.replace(
    /\bthe (?:horizontal|vertical|upright|lying) (?!part|axis)[a-z]+/gi,
    '',
  )
  const along = ALONG.exec(text)
  const letter = along?.[1] ?? along?.[2]
  if (letter) return 'xyz'.indexOf(letter.toLowerCase())
  return LYING.test(text) ? 0 : /\b(?:vertical|upright)\b/i.test(text) ? 2 : undefined
}
