import type { Atom } from './atoms.ts'

/**
 * `the front wall has a 10 mm hole`, `both short sides have a notch in the middle of the top edge`: what a side has is in it. Without
 * this the side would be told of the body, and the hole be in its floor.
 */
export function sidesHave(atoms: readonly Atom[]): Atom[] {
  const behind = new Map<number, Atom>()
  const gone = new Set<number>()
  atoms.forEach((atom, index) => {
    if (atom.is !== 'place' || atom.place.kind !== 'spec' || !begins(atoms[index - 1])) return
    const { spec } = atom.place
    if (spec.prep !== undefined || (spec.places.length === 0 && !SIDES.has(spec.noun ?? ''))) return
    let next = index + 1
    while (atoms[next]?.is === 'filler' || atoms[next]?.is === 'each') next++
    const verb = atoms[next]
    // `the long sides each have a notch`
    const has = (verb?.is === 'link' && HAVE.has(verb.text)) || (verb?.is === 'group' && verb.which === 'each')
    const noun = has ? cutBehind(atoms, next + 1) : undefined
    if (noun === undefined) return
    behind.set(noun, { ...atom, place: { kind: 'spec', spec: { ...spec, prep: 'in' } } })
    for (let one = index; one <= next; one++) gone.add(one)
  })
  if (gone.size === 0) return [...atoms]
  return atoms.flatMap((atom, index): Atom[] => {
    const { at, from, to } = atom
    const put = behind.get(index)
    const here: Atom = gone.has(index) ? { is: 'filler', text: '', at, from, to } : atom
    return put ? [here, put] : [here]
  })
}

const SIDES: ReadonlySet<string> = new Set(['side', 'face', 'end'])
const HAVE: ReadonlySet<string> = new Set(['has', 'have', 'having'])
/** What is cut into a side; a chamfer or a radius is of its edges. */
const CUT: ReadonlySet<string> = new Set(['hole', 'slot', 'cutout', 'notch', 'pocket'])

const begins = (before: Atom | undefined): boolean =>
  before === undefined ||
  before.is === 'break' ||
  before.is === 'article' ||
  (before.is === 'link' && before.text === 'and')

/** Where the noun is of what is cut there. */
function cutBehind(atoms: readonly Atom[], from: number): number | undefined {
  const place = atoms.findIndex(({ is }, index) => index >= from && (is === 'noun' || is === 'break'))
  const noun = atoms[place]
  return noun?.is === 'noun' && noun.nouns.some((key) => CUT.has(key)) ? place : undefined
}
