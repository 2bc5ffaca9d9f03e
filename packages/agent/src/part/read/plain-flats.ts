import type { Atom } from './atoms.ts'

/** `blind bore, flat bottom`, `it is flat`: how something is left, and nothing that is milled. */
export function plainFlats(atoms: readonly Atom[]): readonly Atom[] {
  const gone = new Set<number>()
  return atoms.flatMap((atom, index): Atom[] => {
    if (gone.has(index)) return [{ is: 'filler', text: '', at: atom.at, from: atom.from, to: atom.to }]
    if (atom.is !== 'noun' || atom.plural || !/^(?:flat|flat bottom|flat base)$/.test(atom.text)) return [atom]
    if (!atom.nouns.includes('flat') && !(atom.nouns.includes('flatbase') && !atoms.some(isBall))) return [atom]
    const [two, before, after, next] = [-2, -1, 1, 2].map((step) => atoms[index + step])
    if ([before, after, next].some((one) => one?.is === 'quantity' || one?.is === 'count')) return [atom]
    const ends = (one: Atom | undefined) => one === undefined || one.is === 'break' || one.is === 'link'
    const bottom = after?.is === 'place' && after.place.kind === 'spec' && isBelow(after.place.spec) && ends(next)
    const copula = [before, two].some(
      (one) => one?.is === 'filler' && /^(?:is|are|it's|it|stays|remains)$/.test(one.text),
    )
    const told = atom.text !== 'flat' || bottom || (copula && ends(after) && before?.is === 'filler')
    if (!told) return [atom]
    if (bottom) gone.add(index + 1)
    return [{ is: 'filler', text: atom.text, at: atom.at, from: atom.from, to: atom.to }]
  })
}

const isBall = (atom: Atom): boolean =>
  atom.is === 'noun' && atom.nouns.some((key) => ['sphere', 'hemisphere', 'ellipsoid', 'torus'].includes(key))

const isBelow = ({ places, flags }: { places: string[]; flags: string[] }): boolean =>
  flags.length === 0 && ['bottom', 'below', 'under', 'underside', 'back'].includes(places.join())
