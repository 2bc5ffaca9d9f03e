import { asLargeAs } from './as-large-as.ts'
import { forWhat, opening, title } from './titles.ts'
import { cornered, implied, misnamed, shaped, shapeSaid, threeSided } from './by-sizes.ts'
import { modifier, motor, phrase, purpose, sense, stock } from './other-noun.ts'
import { article, bound, eachLeg, role, sizedHoles, typo } from './other-size.ts'
import type { Attempt } from './read-once.ts'
import type { Turn, Turning } from './turn.ts'

/** Everything that can be read another way, the likeliest first. */
export const turnsOf = (attempt: Attempt): Turn[] =>
  TURNS.flatMap((turn) => attempt.items.flatMap((_, place) => turn(attempt.items, place, attempt))).toSorted(
    (a, b) => a.weight - b.weight,
  )

/** The same for those alone that are likelier than what the plain reading takes: tried even where that one is complete. */
export const likelierOf = (attempt: Attempt): Turn[] => turnsOf(attempt).filter(({ weight }) => weight < 0)

const TURNS: readonly Turning[] = [
  sizedHoles,
  motor,
  eachLeg,
  title,
  opening,
  asLargeAs,
  forWhat,
  modifier,
  phrase,
  threeSided,
  purpose,
  typo,
  stock,
  shaped,
  shapeSaid,
  misnamed,
  implied,
  cornered,
  role,
  bound,
  article,
  sense,
]
