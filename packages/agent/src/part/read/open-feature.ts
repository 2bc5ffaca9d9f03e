import type { Kind } from '../kinds.ts'
import type { Atom } from './atoms.ts'
import type { Frame } from './frame.ts'
import { PREPOSITIONS } from './premodifiers.ts'
import { add, beginOf, lineOf, type Sentence, touches } from './sentence.ts'
import { isEach } from './determiners.ts'

/** A feature that is new here, and what the words around it say it is done to. */
export function openFeature(
  on: Sentence,
  feature: Kind,
  atom: Atom & { is: 'noun' },
  index: number,
  body: Frame | undefined,
): Frame {
  const near = on.focus.at(-1)
  const made = add(on, feature, 'feature', atom, body)
  // `bore 30 chamfered 2 mm`: the rims of the bore.
  if (
    near?.kind.key === 'hole' &&
    ['fillet', 'chamfer'].includes(feature.key) &&
    (PARTICIPLES.test(atom.text) || /\b(?:bore|hole)\b/.test(atom.text)) &&
    touches(on, index)
  )
    made.flags.set('inner', atom.at)
  // `a 20 mm hole in the middle chamfered 1 mm`: done to what was spoken of last.
  if (
    near &&
    EDGES.has(feature.key) &&
    PARTICIPLES.test(atom.text) &&
    OPENINGS.has(near.kind.key) &&
    !made.flags.has('inner') &&
    sameClause(on, near, index)
  )
    made.targets.push({ keys: [near.kind.key], text: near.noun })
  // `a 25 mm hole with a 1 mm chamfer`
  const begin = beginOf(on, index)
  const brings = [on.atoms[begin - 1], on.atoms[begin - 2]].some((one) => one?.is === 'link' && one.text === 'with')
  const rims = feature.key === 'chamfer' && brings && !(near?.plural && isOfTheBody(on, index))
  if (near?.kind.key === 'hole' && rims && made.targets.length === 0)
    made.targets.push({ keys: [near.kind.key], text: near.noun, ...(near.plural ? { det: 'each' } : {}) })
  if (near && EDGES.has(feature.key) && OPENINGS.has(near.kind.key) && made.targets.length === 0 && ofEach(on, index))
    made.targets.push({ keys: [near.kind.key], text: near.noun, det: 'each' })
  // `a 160 x 110 opening with rounded corners 5 mm`: those are the opening's.
  const led = on.atoms.slice(0, begin).findLast(({ is }) => is !== 'link' && is !== 'article')
  if (brings && led?.is !== 'break' && feature.key === 'fillet' && near?.level !== 'body' && near?.kind.slots['corner'])
    made.targets.push({ keys: [near.kind.key], text: near.noun })
  // `a 40 mm leg with one hole`: the hole is in that leg.
  const [length, ...others] = [...(near?.sizes.values() ?? [])]
  if (brings && near?.level === 'part' && near.kind.faces && length && !putElsewhere(on, index, near))
    made.targets.push({
      keys: [near.kind.key],
      text: near.noun,
      ...(others.length === 0 ? { size: length.quantity.value } : {}),
      ...(near.plural ? { det: 'each' } : {}),
    })
  // `a lid with a hole in the middle`: the hole is the lid's.
  const apart = lineOf(near).find(({ kind }) => kind.detached)
  if (apart && brings) made.targets.push({ keys: [apart.kind.key], text: apart.noun })
  // `an upright with a 22 mm hole and four 3 mm holes`: all of them in it.
  const and = on.atoms[begin - 1]
  if (and?.is === 'link' && and.text === 'and' && near?.level === 'feature' && made.targets.length === 0) {
    const same = near.targets.filter(({ keys }) => keys.some((key) => body?.kind.parts?.[key]?.faces))
    if (same.length === 1 && near.kind === made.kind && !isPutThere(on, index, body)) made.targets.push(...same)
  }
  if (on.scope && made.targets.length === 0) made.targets.push(on.scope)
  return made
}

/** `a wall 80 high, with four holes in the base`: what follows says in which leg they are. */
function putElsewhere({ atoms }: Sentence, index: number, leg: Frame): boolean {
  for (const [place, atom] of atoms.slice(index + 1, index + 6).entries()) {
    if (atom.is === 'noun') {
      const before = atoms[index + place]
      const led = before?.is === 'article' ? atoms[index + place - 1] : before
      const prep = (led?.is === 'filler' || led?.is === 'link') && PREPOSITIONS.has(led.text)
      return (
        prep && atom.nouns.some((key) => key !== leg.kind.key && leg.parent?.kind.parts?.[key]?.faces !== undefined)
      )
    }
    if (atom.is === 'break') return false
  }
  return false
}

/** `… and four holes in the base`: it says by itself where it is. */
const isPutThere = ({ atoms }: Sentence, index: number, body: Frame | undefined): boolean => {
  const end = atoms.findIndex(({ is }, place) => place > index && is === 'break')
  return atoms
    .slice(index + 1, end < 0 ? undefined : end)
    .some((one) => one.is === 'noun' && one.nouns.some((key) => body?.kind.parts?.[key]?.faces))
}

/** `three holes, each with a 1 mm chamfer on the top edge`, `each hole has a chamfer at the top`, `a chamfer on the top rim of each`. */
function ofEach({ atoms }: Sentence, index: number): boolean {
  const each = (one: Atom | undefined) =>
    one?.is === 'group' || (one?.is === 'noun' && isEach(one.det) && one.nouns.some((key) => OPENINGS.has(key)))
  const [of, whole, end] = [2, 3, 4].map((step) => atoms[index + step])
  if (of?.is === 'link' && of.text === 'of' && whole?.is === 'group' && (end === undefined || end.is === 'break'))
    return true
  // `both holes chamfered 1 mm`
  const done = atoms[index]
  if (done?.is === 'noun' && PARTICIPLES.test(done.text) && (isEach(done.det) || each(atoms[index - 1]))) return true
  const before = atoms.slice(0, index).findLastIndex((one) => one.is === 'link')
  const led = atoms[before]
  const between = atoms.slice(before + 1, index).every(({ is }) => is === 'article' || is === 'quantity')
  return between && led?.is === 'link' && BRINGS.has(led.text) && each(atoms[before - 1])
}
/** `four holes with a 1 mm chamfer on the outside top edge`: one edge is none of several holes, unless it is that of each. */
function isOfTheBody(on: Sentence, index: number): boolean {
  const next = on.atoms.slice(index + 1).find((one) => one.is === 'place' || one.is === 'noun' || one.is === 'break')
  if (next?.is !== 'place' || next.place.kind !== 'spec' || ofEach(on, index)) return false
  const { noun, det, many, of } = next.place.spec
  // `on the rim of the disc`
  if (of) return !of.some((key) => OPENINGS.has(key))
  return noun === 'edge' && !many && !isEach(det)
}
const BRINGS: ReadonlySet<string> = new Set(['with', 'has', 'have', 'having'])
/** Nothing but sizes and places stands between. */
const sameClause = ({ atoms }: Sentence, { at }: Frame, index: number): boolean =>
  atoms.slice(0, index).every((one) => one.at[0] < at[1] || ['quantity', 'place', 'flag', 'filler'].includes(one.is))

const EDGES: ReadonlySet<string> = new Set(['fillet', 'chamfer'])

const OPENINGS: ReadonlySet<string> = new Set(['hole', 'slot', 'pocket', 'cutout'])

const PARTICIPLES = /^(?:chamfered|bevelled|beveled|filleted|rounded)/
