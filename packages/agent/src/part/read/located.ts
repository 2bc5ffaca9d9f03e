import type { Kind } from '../kinds.ts'
import type { Atom } from './atoms.ts'
import { below, type Frame } from './frame.ts'
import { PREPOSITIONS } from './premodifiers.ts'
import { articleBefore, isFlag, isMany, ownedBy, type Sentence } from './sentence.ts'
import { isEach } from './determiners.ts'

/** `two holes in each leg`, `centred on the plate`: what is spoken of stays the holes. */
export function located(
  on: Sentence,
  atom: Atom & { is: 'noun' },
  index: number,
  hosts: readonly Frame[],
): Frame | undefined {
  const near = on.focus.at(-1)
  const all = on.read.bodies.flatMap((one) => [one, ...below(one)])
  const feature = near?.level === 'part' && near.parent?.level === 'feature' ? near.parent : near
  const owned = ownedBy(on, index)
  const first = Math.min(index, ...owned) - 1
  // `in the 30 mm leg`
  const led = on.atoms[first]
  const article =
    led?.is === 'article' && (led.text === 'one' || owned.some((place) => on.atoms[place]?.is === 'quantity'))
  const before = on.atoms[article ? first - 1 : first]
  const prep =
    atom.det === 'per' ||
    ((before?.is === 'filler' || before?.is === 'link') && PREPOSITIONS.has(before.text)) ||
    // `in the middle of each leg`
    (before?.is === 'place' && before.place.kind === 'centre' && atom.det !== undefined)
  // `in the left leg`: the side tells which of them.
  const sided = owned.map((place) => on.atoms[place]).find(isSide)
  const through =
    isFlag(before, 'through') &&
    atom.nouns.some(
      (key) =>
        [...hosts, ...all].some(({ kind }) => kind.parts?.[key]) ||
        // `a hole through the step`, `two holes through the block`
        (atom.det !== undefined &&
          all.some(
            ({ kind, level, noun }) => kind.key === key && (SUNK.has(key) || (level === 'body' && noun === atom.text)),
          )),
    )
  if (feature?.level !== 'feature' || !(prep || through || sided) || owned.some((place) => isMany(on.atoms[place])))
    return undefined
  // `in one leg` counts no holes.
  for (const place of owned) {
    const one = on.atoms[place]
    if (one?.is !== 'count') continue
    one.quantity.used = 'count'
    on.held.splice(0, on.held.length, ...on.held.filter(({ atom: held }) => held !== one))
  }
  // `in the 30 mm leg`: the size tells which one.
  const sized = owned.flatMap((place) => (on.atoms[place]?.is === 'quantity' ? [on.atoms[place]] : []))
  const [known] = sized
  const which = known?.is === 'quantity' && sized.length === 1 ? legOfSize(on, atom, known, hosts) : undefined
  if (sized.length > 0 && which === undefined) return undefined
  const body = hosts.find(({ level }) => level === 'body')
  const whole = body !== undefined && atom.nouns.includes(body.kind.key)
  // `in each flange` of a tube: a part of it that other families have under another key.
  const named = Object.entries(body?.kind.parts ?? {}).find(
    ([key, { faces, nouns }]) => faces && !atom.nouns.includes(key) && nouns.split(/,\s*/).includes(atom.text),
  )?.[0]
  const part = named !== undefined || atom.nouns.some((key) => body?.kind.parts?.[key] !== undefined)
  const other = all.find(
    (one) =>
      one !== feature &&
      one.level === 'feature' &&
      ((atom.det !== undefined && atom.nouns.includes(one.kind.key)) ||
        atom.nouns.some((key) => one.kind.parts?.[key]?.faces)),
  )
  if (!whole && !part && !other) return undefined
  const side = sided && sideOf(on, sided, atom, body)
  if (sided && !side && !prep && !through) return undefined
  // `a slot across the plate` lies the short way over it.
  if (whole && feature.kind.key === 'slot' && before && 'text' in before && before.text === 'across')
    feature.places.push({ place: { kind: 'along', axis: 'width', runs: true }, at: atom.at })
  const det = side ?? atom.det ?? articleBefore(on, index, owned)
  // `In the long leg a slot running along the leg`: that leg.
  const same = on.scope && feature.targets.includes(on.scope) && on.scope.text.split(' ').at(-1) === atom.text
  if (same && !isEach(atom.det)) return feature
  // What is said of it by itself is nearer than what its clause is about.
  feature.targets = feature.targets.filter((one) => one !== on.scope)
  feature.targets.push({
    keys: named === undefined ? atom.nouns : [...atom.nouns, named],
    text: atom.text,
    ...(det ? { det } : {}),
    // `in the legs`: in both of them.
    ...(atom.plural && (det === undefined || det === 'the') ? { many: true as const } : {}),
    ...(which === undefined ? {} : { size: which }),
    ...leading(before),
  })
  return feature
}

function leading(before: Atom | undefined): Pick<Frame['targets'][number], 'leads'> {
  const leads = before && 'text' in before ? LEADS.find((one) => one === before.text) : undefined
  return leads ? { leads } : {}
}
const LEADS = ['into', 'to', 'from'] as const

const SUNK: ReadonlySet<string> = new Set(['step', 'pocket'])
const isSide = (atom: Atom | undefined): atom is Atom & { is: 'place' } =>
  atom?.is === 'place' &&
  atom.place.kind === 'spec' &&
  atom.place.spec.noun === undefined &&
  INTO.has(atom.place.spec.prep ?? '') &&
  (atom.place.spec.places.join() === 'left' || atom.place.spec.places.join() === 'right')
const hasTwo = (part: Kind | undefined): boolean => (part?.sides ?? part?.faces)?.length === 2
const INTO: ReadonlySet<string> = new Set(['in', 'on', 'into', 'through'])

/** Which of two that stand opposite each other is meant; it tells no more than that. */
function sideOf(
  on: Sentence,
  sided: Atom & { is: 'place' },
  { nouns }: Atom & { is: 'noun' },
  body: Frame | undefined,
): string | undefined {
  if (sided.place.kind !== 'spec' || !nouns.some((key) => hasTwo(body?.kind.parts?.[key]))) return undefined
  const at = on.held.findIndex(({ atom }) => atom === sided)
  if (at >= 0) on.held.splice(at, 1)
  return sided.place.spec.places[0]
}

/** `a cross bar through the shank, 5 mm from its end`: what is spoken of stays the bar. */
export function crossed(on: Sentence, atom: Atom & { is: 'noun' }, index: number): Frame | undefined {
  const near = on.focus.at(-1)
  if (near?.level !== 'part' || near.parent?.level !== 'body' || atom.det !== 'the') return undefined
  const known = near.parent.children.some((one) => one !== near && atom.nouns.includes(one.kind.key))
  return known && isFlag(on.atoms[index - 1], 'through') ? near : undefined
}

function legOfSize(
  on: Sentence,
  { det, nouns }: Atom & { is: 'noun' },
  { quantities: [one, ...others] }: Atom & { is: 'quantity' },
  hosts: readonly Frame[],
): number | undefined {
  const body = hosts.find(({ level }) => level === 'body')
  if (!one || !body || others.length > 0 || (one.role && one.role !== 'length') || (det && det !== 'the'))
    return undefined
  if (!nouns.some((key) => body.kind.parts?.[key]?.faces)) return undefined
  const arms = Object.entries(body.kind.slots).filter(([, { accepts }]) => accepts.split(/[\s,]+/).includes('arm'))
  const said = [...body.sizes.values()].filter(({ quantity }) => quantity.value === one.value)
  // Both legs are known, and this is neither: it is asked about.
  const neither = said.length === 0 && arms.length > 1 && arms.every(([slot]) => body.sizes.has(slot))
  if (said.length !== 1 && !neither) return undefined
  if (!neither) one.used = 'same'
  else on.read.spare.push({ at: one.at, quantities: [one] })
  const at = on.held.findIndex(({ atom }) => atom.is === 'quantity' && atom.quantities.includes(one))
  if (at >= 0) on.held.splice(at, 1)
  return one.value
}
