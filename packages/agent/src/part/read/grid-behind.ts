import type { Atom } from './atoms.ts'

/** `four 5.5 holes 45 x 45`, `4 holes 5 mm 70x70`: holes that have a diameter, and behind them how far they are apart both ways. */
export function gridBehind(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, index): Atom => {
    const chain = atom.is === 'quantity' ? atom.quantities : []
    const [x, y] = chain
    const plain = chain.every(({ role, designator, number }) => !role && !designator && number?.unit !== 'deg')
    if (!x || !y || chain.length !== 2 || !plain || atoms[index + 1]?.is === 'noun') return atom
    const [one, two, three] = [-1, -2, -3].map((step) => atoms[index + step])
    const sized = isSize(one)
    const noun = sized ? two : one
    if (noun?.is !== 'noun' || !noun.plural || !noun.nouns.includes('hole')) return atom
    const before = sized ? three : isSize(two) ? three : undefined
    if (before?.is !== 'count' || before.quantity.value !== 4) return atom
    return { is: 'place', place: { kind: 'spacing', x, y }, at: atom.at, from: atom.from, to: atom.to }
  })
}

const isSize = (atom: Atom | undefined): boolean =>
  atom?.is === 'quantity' &&
  atom.quantities.length === 1 &&
  atom.quantities.every(({ role, designator }) => role === undefined || role === 'diameter' || designator !== undefined)
