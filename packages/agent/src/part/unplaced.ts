import { type AgentError, hewnError } from '@hewn/model'
import type { Atom, Quantity, SaidPlace, Spec } from './read/atoms.ts'

/** Sizes that were said before or without a noun. */
type Spare = readonly { quantities: readonly Quantity[] }[]

/** Numbers that found no place, in the order they are asked about. */
export const lostOf = (atoms: readonly Atom[], spare: Spare): Quantity[] => {
  const all = [...spare.flatMap(({ quantities }) => quantities), ...atoms.flatMap(quantitiesOf)]
  return [...new Set(all.filter(({ used }) => used === undefined))]
}

/** A number nobody could place is asked about, never dropped. */
export function unplaced(atoms: readonly Atom[], spare: Spare): AgentError | undefined {
  const [lost] = lostOf(atoms, spare)
  // `NaN x 10 x 5`: what stands in a chain is a size, and this is no number.
  const odd = atoms.find(
    (atom, index) =>
      atom.is === 'unread' &&
      (/\d/.test(atom.text) ||
        [atoms[index + 1], atoms[index - 1]].some((one) => one?.is === 'unread' && /^[x×]$/.test(one.text))),
  )
  if (!lost && !odd) return undefined
  const at = lost?.at ?? odd?.at ?? [0, 0]
  const text = lost?.number?.text.trim() ?? lost?.designator ?? (odd?.is === 'unread' ? odd.text : '')
  return {
    ...hewnError('AGENT_NEEDS_ANSWER', `“${text}” could not be placed. What is it?`, {
      hint: 'Say beside the number what it measures, or leave it out.',
    }),
    spans: [at],
  }
}

export const withChoices = (error: AgentError, choices: string[]): AgentError =>
  choices.length > 0 ? { ...error, choices } : error

/** `all four corners`, `all twelve edges`: as many as there are, or the number stays open and is asked about. */
export function countPlaces(place: SaidPlace): void {
  const specs = place.kind === 'spec' ? [place.spec] : place.kind === 'from' ? place.specs : []
  for (const { counted, noun, flags, places, det } of specs) {
    if (!counted) continue
    const upright = flags.includes('vertical') || noun === 'corner'
    const known =
      noun === 'end' || noun === 'rim'
        ? [2]
        : upright || places.length > 0
          ? [4]
          : noun === 'edge'
            ? [4, 12]
            : noun === 'face' || noun === 'side'
              ? [2, 4, 6]
              : []
    if (counted.value === 1 || (known.includes(counted.value) && det !== 'one')) counted.used = 'count'
  }
}

export function quantitiesOf(atom: Atom): Quantity[] {
  if (atom.is === 'quantity' || atom.is === 'each') return atom.quantities
  if (atom.is === 'count' || atom.is === 'old' || atom.is === 'bodies') return [atom.quantity]
  if (atom.is !== 'place') return []
  const place = atom.place
  switch (place.kind) {
    case 'spec':
      return specNumbers(place.spec)
    case 'from':
      return [place.distance, ...(place.more ?? []), ...place.specs.flatMap(specNumbers)]
    case 'offset':
      return [place.distance]
    case 'beside':
      return [place.distance, place.ofSize].filter((one) => one !== undefined)
    case 'circle':
      return [place.diameter, place.radius].filter((one) => one !== undefined)
    case 'along':
      return place.same ? [place.same] : []
    case 'centre':
      return place.same ? [place.same] : []
    case 'clock':
      return place.hours
    case 'angles':
      return place.at
    case 'apart':
      return [place.angle]
    case 'straddle':
      return [place.hour]
    case 'grid':
      return [place.columns, place.rows]
    case 'spacing':
      return [place.x, place.y].filter((one) => one !== undefined)
    case 'points':
      return place.at.flat()
    default:
      return []
  }
}

const specNumbers = ({ counted, sized = [] }: Spec): Quantity[] => [...(counted ? [counted] : []), ...sized]
