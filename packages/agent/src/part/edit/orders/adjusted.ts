import type { Quantity } from '../../read/atoms.ts'
import type { Role } from '../../kinds.ts'
import type { Cursor } from '../../read/cursor.ts'
import type { Phrase } from '../phrase.ts'

/** A size, and the features it is of where they were named. */
/** `plain`: nothing was said but a verb, `raise to 100`. */
export type Adjusted = Quantity & { of?: Phrase; plain?: boolean }

/** `twice as deep`, `too long`: the way a feature is measured, where the word says it. */
export const alongOf = (text = ''): { role?: Role } =>
  /^deep|^shallow/.test(text) ? { role: 'depth' } : /^long|^short/.test(text) ? { role: 'length' } : {}

export const MORE: Record<string, { role: Role; sign: 1 | -1 }> = {
  longer: { role: 'length', sign: 1 },
  shorter: { role: 'length', sign: -1 },
  thicker: { role: 'thickness', sign: 1 },
  thinner: { role: 'thickness', sign: -1 },
  taller: { role: 'height', sign: 1 },
  higher: { role: 'height', sign: 1 },
  lower: { role: 'height', sign: -1 },
  wider: { role: 'width', sign: 1 },
  narrower: { role: 'width', sign: -1 },
  deeper: { role: 'depth', sign: 1 },
}

export const SIZE: Record<string, 1 | -1> = {
  bigger: 1,
  larger: 1,
  greater: 1,
  smaller: -1,
  more: 1,
  less: -1,
  longer: 1,
  shorter: -1,
  thicker: 1,
  thinner: -1,
  wider: 1,
  narrower: -1,
  taller: 1,
  deeper: 1,
}

export const VERBS: Record<string, { role?: Role; sign: 1 | -1 }> = {
  shorten: { role: 'length', sign: -1 },
  lengthen: { role: 'length', sign: 1 },
  widen: { role: 'width', sign: 1 },
  narrow: { role: 'width', sign: -1 },
  thicken: { role: 'thickness', sign: 1 },
  deepen: { role: 'depth', sign: 1 },
  raise: { role: 'height', sign: 1 },
  lower: { role: 'height', sign: -1 },
  increase: { sign: 1 },
  enlarge: { sign: 1 },
  extend: { role: 'length', sign: 1 },
  stretch: { role: 'length', sign: 1 },
  cut: { role: 'length', sign: -1 },
  trim: { role: 'length', sign: -1 },
  saw: { role: 'length', sign: -1 },
  grow: { sign: 1 },
  reduce: { sign: -1 },
  decrease: { sign: -1 },
  shrink: { sign: -1 },
}

export const roleAt = (at: Cursor): Role | undefined => {
  const [whose, led, the] = [at.peek(-3), at.peek(-2), at.peek(-1)]
  // `a hole in the bottom, 40 mm`, `in the middle of the floor`: where it is.
  const placed =
    [led, the].some((item) => item?.kind === 'word' && PLACING.has(item.text)) ||
    (whose?.kind === 'word' && whose.entry?.place === 'centre')
  const floor = () => at.word('bottom', 'base') ?? at.wordIf(({ entry }) => entry?.role === 'floor')
  if (placed && at.attempt(floor)) return undefined
  return at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role ?? (floor() ? 'floor' : undefined)
}

const PLACING = new Set(['in', 'into', 'through', 'on', 'at', 'from'])
