import type { Atom } from './atoms.ts'
import type { Frame } from './frame.ts'
import { ORDINAL } from './premodifiers.ts'
import { flangedTube, furtherSize, raisedHub, saidAgain, turnedStep } from './find-round.ts'
import { inOtherWall } from './other-wall.ts'
import { leads } from './scope.ts'
import {
  add,
  beginOf,
  focused,
  holdsSizes,
  isFlag,
  isGround,
  isMany,
  isOwnHole,
  isTitle,
  jointOf,
  lineOf,
  ownedBy,
  type Sentence,
  STRONG,
} from './sentence.ts'
import {
  alike,
  announced,
  bare,
  behindColon,
  meant,
  middleOne,
  pointed,
  recounted,
  sizedAnew,
  sizedLater,
} from './points-back.ts'
import { crossed, located } from './located.ts'
import { openFeature } from './open-feature.ts'
import { openBody } from './open-body.ts'

/** The frame a noun opens, or the one it points back to. */
export function find(on: Sentence, atom: Atom & { is: 'noun' }, index: number): Frame {
  const line = lineOf(on.focus.at(-1))
  const body = on.read.bodies.at(-1)
  const hosts = [...line, ...(body && !line.includes(body) ? [body] : [])]
  const definite = atom.det !== undefined && !['another', 'other'].includes(atom.det) && !ORDINAL.has(atom.det)
  const ordinal = atom.det === undefined ? undefined : ORDINAL.get(atom.det)
  if (ordinal !== undefined && on.seeds.length > 0 && !on.adds) {
    const same = hosts
      .flatMap(({ children }) => children)
      .filter((child) => child.seeded && (atom.nouns.includes(child.kind.key) || child.level === 'part'))
    // The first step may be the shaft itself.
    const own = hosts.find(({ level }) => level === 'body')
    const all = own && own.kind.repeats && own.stages === same.length + 1 ? [own, ...same] : same
    const known = all.at(ordinal)
    if (known) return focused(on, known)
  }
  // `counterbored … with a 15 mm wide slot` still speaks of the counterbore.
  const [near] = on.focus.slice(-1)
  if (
    near?.level === 'part' &&
    near.parent &&
    atom.nouns.includes(near.parent.kind.key) &&
    near.parent.level === 'feature' &&
    near.sizes.size === 0
  )
    return near
  const told = announced(on, atom, index)
  if (told) return focused(on, told)
  const scope = leads(on, atom, index, body)
  if (scope && body) {
    on.scope = scope
    return focused(on, body)
  }
  const elsewhere = located(on, atom, index, hosts) ?? crossed(on, atom, index)
  if (elsewhere) return elsewhere
  for (const host of hosts)
    for (const key of atom.nouns) {
      // A countersink is nowhere but in its hole.
      if (on.kinds.feature(key) && inOtherWall(on, host, index)) continue
      const part = host.kind.parts?.[key]
      if (!part || (part.key === 'stoppermate' && isOwnHole(on, atom, index))) continue
      // `make the shaft 25 dia` of a shaft with a step: the shaft itself, though a step may be called so.
      if (definite && host.seeded && host.level === 'body' && host.noun === atom.text) return focused(on, host)
      if (part.key === 'fillet' && host.level === 'feature' && !ofItsFoot(on, atom, index)) continue
      if (part.key === 'hole' && host.level === 'feature' && ofTheBoard(on, host, index)) continue
      const onlyNamed = host.children.find(
        ({ level, kind, noun, plural, sizes, places }) =>
          level === 'part' &&
          kind === part &&
          noun === atom.text &&
          !plural &&
          sizes.size === 0 &&
          (places.length > 0 || on.seeds.length === 0),
      )
      // `shank 60 long, head 11 thick`: of the steps there are, those that are called so.
      const called =
        on.seeds.length > 0 && !on.adds && !articleLed(on, index)
          ? host.children.find(({ seeded, kind, noun }) => seeded && kind === part && noun === atom.text)
          : undefined
      const known =
        called ??
        (host.kind.repeats?.includes(part.key) && !definite && !saidAgain(on, index, host)
          ? (onlyNamed ?? furtherSize(on, index, host))
          : alike(on, host, part.key, atom.text))
      // `base 100 x 60 x 6, across it a plate …`: a plate may be either, and the base is there.
      if (
        known &&
        known.sizes.size > 0 &&
        known.noun !== atom.text &&
        host.level === 'body' &&
        articleLed(on, index) &&
        atom.nouns.some((other) => other !== key && host.kind.parts?.[other] && !childOf(host, other))
      )
        continue
      // `a boss with a 5 mm hole … add four 9 mm holes`: other ones, and not the boss's.
      if (known && known.sizes.size > 0 && host.level === 'feature' && atom.plural && holdsSizes(on, index)) continue
      // `four holes in the corners and one in the centre, all countersunk`
      const each = atom.det === 'all' && !known ? likeIt(host) : []
      if (each.length > 1) {
        const made = each.map((one) => add(on, part, 'part', atom, one))
        const last = focused(on, made.at(-1) as Frame)
        on.focus = made
        on.grouped = true
        return last
      }
      return focused(on, known ?? add(on, part, 'part', atom, host))
    }
  const middle = middleOne(on, atom)
  if (middle && middle !== 'new') return focused(on, middle)
  const sized = ownedBy(on, index).some((place) => ['quantity', 'count'].includes(on.atoms[place]?.is ?? ''))
  if (definite && !sized) {
    const known = pointed(on, atom)
    // `The counterbored hole is 4 mm in diameter. The through hole is 8 mm in diameter.`
    const [only, ...others] = known
    const another = others.length === 0 && only?.level === 'feature' && !only.seeded && sizedAnew(on, only, index)
    if (known.length > 0 && !another) {
      // `a block, a cube on it, and a cylinder on the cube`
      const [last, led] = [on.focus.at(-1), on.atoms[index - 1]]
      if (last?.level === 'feature' && only?.level === 'body' && only !== last.parent && isOnto(led))
        last.targets.push({ keys: [only.kind.key], text: only.noun })
      on.focus = known
      on.grouped = known.length > 1
      return known.at(-1) as Frame
    }
  }
  const back =
    middle === 'new'
      ? undefined
      : (recounted(on, atom, index) ??
        sizedLater(on, atom, index) ??
        bare(on, atom, index) ??
        behindColon(on, atom, index) ??
        meant(on, atom, index))
  if (back) return focused(on, back)
  const upcoming = atom.nouns.map((key) => on.kinds.family(key)).find((kind) => kind !== undefined)
  const feature = atom.nouns.map((key) => on.kinds.feature(key)).find((kind) => kind !== undefined)
  const apart = ownedBy(on, index).some((place) => isFlag(on.atoms[place], 'separate'))
  const raised =
    raisedHub(on, atom, index, body) ?? flangedTube(on, atom, index, body) ?? turnedStep(on, atom, index, body)
  if (raised) return focused(on, raised)
  const ground = body !== undefined && !isTitle(body) && isGround(on, index)
  // `box with four screw bosses, 70 x 50 x 30`: they are in it, though its sizes come only now.
  const within = body !== undefined && HOLLOW.has(body.kind.key) && jointOf(on, index) === 'with'
  if (feature && !(upcoming && (!body || (isTitle(body) && !within) || apart || ground)))
    return focused(on, openFeature(on, feature, atom, index, body))
  if (upcoming) return focused(on, openBody(on, upcoming, atom, index, body, { apart, ground }))
  // A noun of parts whose owner is not there: just a word.
  on.read.unread.push({ at: atom.at, text: atom.text })
  return on.focus.at(-1) ?? body ?? add(on, { key: '', nouns: '', slots: {} }, 'part', atom, undefined)
}

const HOLLOW: ReadonlySet<string> = new Set(['enclosure', 'jar'])

const isOnto = (atom: Atom | undefined): boolean =>
  atom?.is === 'filler' && ['on', 'onto', 'upon', 'atop'].includes(atom.text)

/** `Four standoffs …. Add 2 mm fillets to the four vertical edges`: the edges of the body, and not the foot of what stands on it. */
const ofItsFoot = (on: Sentence, { text }: Atom & { is: 'noun' }, index: number): boolean =>
  /base|root|foot/.test(text) || jointOf(on, index) === 'with'

/** `a peg … and two holes`, `five pegs …, and a 4.5 mm hole 10 mm from each end`: in what they stand on, and not down through them. */
function ofTheBoard(on: Sentence, { plural, count, sizes }: Frame, index: number): boolean {
  const next = on.atoms[index + 1]
  if (next?.is === 'place') {
    const ends = next.place.kind === 'from' ? next.place.specs : next.place.kind === 'spec' ? [next.place.spec] : []
    if (ends.some(({ noun, det }) => noun === 'end' && det && det !== 'the')) return true
    if (!plural && ends.some(({ noun, det }) => noun === 'corner' && det === 'each')) return true
  }
  // `two pegs. Four holes in the corners`: what is round has none.
  const rest = on.atoms.slice(index + 1)
  const ends = rest.findIndex((one) => one.is === 'break' && one.strength >= STRONG)
  const clause = ends < 0 ? rest : rest.slice(0, ends)
  const corners = clause.some(
    (one) =>
      one.is === 'place' &&
      (one.place.kind === 'corners' || (one.place.kind === 'spec' && one.place.spec.noun === 'corner')),
  )
  if (corners && sizes.has('diameter') && count?.value !== 4 && jointOf(on, index) !== 'with') return true
  const owned = ownedBy(on, index).flatMap((place) => on.atoms[place] ?? [])
  const told = owned.flatMap((one) => (one.is === 'count' ? [one.quantity.value] : []))[0]
  const shared = clause.some((one) => one.is === 'each' || (one.is === 'noun' && one.det === 'each'))
  if (told !== undefined && told > 1 && count !== undefined && count.value !== told && !shared) return true
  return owned.some(isMany) && !plural
}

/** The features of its kind that were told beside it. */
const likeIt = (host: Frame): Frame[] =>
  host.level === 'feature' && !host.seeded
    ? (host.parent?.children ?? []).filter(({ kind, seeded }) => kind === host.kind && !seeded)
    : []

const childOf = (host: Frame, key: string): Frame | undefined =>
  host.children.find(({ level, kind }) => level === 'part' && kind.key === key)

/** `a plate`, and not `the plate`. */
const articleLed = (on: Sentence, index: number): boolean => {
  const first = beginOf(on, index)
  return [on.atoms[first], on.atoms[first - 1]].some((one) => one?.is === 'article' && one.text !== 'the')
}
