import type { Face } from '@hewn/model'
import type { Reader } from '../../read/reader.ts'
import type { NumberToken, Token } from '../../read/tokens.ts'
import type { LidKind, Meaning, Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { ARTICLES, withoutWord } from './numbers.ts'

function face(at: Reader): Face | undefined {
  return at.attempt(() => {
    at.skip(ARTICLES)
    const word = at.word(known.FACE_WORDS)
    if (word === undefined) return undefined
    at.word(known.FACE_TAILS)
    at.word(['side'])
    return known.FACES.get(word)
  })
}

/** `top`, `top and front`, `left, right and back`. A comma alone does not go on: after `open top, front …` comes something else. */
export function faces(at: Reader): Face[] | undefined {
  const first = face(at)
  if (!first) return undefined
  const list = [first]
  for (;;) {
    const listed = at.attempt(() => {
      const more: Face[] = []
      for (;;) {
        const comma = at.mark(',')
        const last = at.word(['and', 'or', 'plus']) !== undefined || at.mark('&+/')
        if (!comma && !last) return undefined
        const next = face(at)
        // `open top and bottom 6 mm thick`: the bottom belongs to its thickness.
        if (!next || (at.token?.kind === 'number' && !tellsWhere(at))) return undefined
        more.push(next)
        if (last) return more
      }
    })
    if (!listed) return list
    list.push(...listed)
  }
}

/** `in the left and right, 40 mm below the rim`: how far from an edge, and no size of that side. */
function tellsWhere(at: Reader): boolean {
  let where = false
  at.attempt(() => {
    where =
      at.number() !== undefined && at.word(['below', 'under', 'above', 'from', 'down', 'up', 'apart']) !== undefined
    return undefined
  })
  return where
}

const OPEN_AT = new Set(['at', 'on', 'in', 'to', 'towards', 'toward', 'from', 'is', 'are', 'the', 'up'])

const BE = new Set(['is', 'are', 'be', 'left', 'kept', 'stays', 'should', 'must', 'side'])

export const openFaces: Recogniser = (at) => {
  const only = at.word(known.ONLY) !== undefined
  if (at.word(known.OPEN) === undefined) return undefined
  at.skip(OPEN_AT)
  const list = faces(at)
  if (!list) return undefined
  return { kind: 'open', faces: list, only: at.word(known.ONLY) !== undefined || only }
}

export const facesOpen: Recogniser = (at) => {
  const only = at.word(known.ONLY) !== undefined
  at.word(['leave', 'keep'])
  const list = faces(at)
  if (!list) return undefined
  at.skip(BE)
  return at.word(known.OPEN) === undefined ? undefined : { kind: 'open', faces: list, only }
}

export const faceless: Recogniser = (at) => {
  const word = at.word(known.FACELESS)
  const open = word === undefined ? undefined : known.FACELESS.get(word)
  return open ? { kind: 'open', faces: [open], only: false } : undefined
}

export const withoutFaces: Recogniser = (at) => {
  if (!withoutWord(at) && !at.words('take', 'off') && !at.words('leave', 'off')) return takenOff(at)
  at.skip(ARTICLES)
  if (at.word(known.LIDS) !== undefined) {
    const more = at.attempt(() => (at.word(['or', 'and']) !== undefined ? faces(at) : undefined))
    return more ? { kind: 'open', faces: ['top', ...more], only: false } : { kind: 'no-lid' }
  }
  const list = faces(at)
  if (!list) return undefined
  const lid = at.attempt(() => (at.word(['or', 'and']) !== undefined ? at.word(known.LIDS) : undefined))
  return { kind: 'open', faces: lid ? [...list, 'top'] : list, only: false }
}

/** `take the lid off`, `leave the top off`. */
function takenOff(at: Reader): Meaning | undefined {
  if (at.word(['take', 'leave', 'keep']) === undefined) return undefined
  at.skip(ARTICLES)
  const lidless = at.word(known.LIDS) !== undefined
  const list = lidless ? undefined : faces(at)
  if ((!lidless && !list) || at.word(['off', 'out', 'away']) === undefined) return undefined
  return list ? { kind: 'open', faces: list, only: false } : { kind: 'no-lid' }
}

/** `closed on all sides except the front`, `all but the top`. */
export const except: Recogniser = (at) => {
  if (at.word(['except', 'excepting']) === undefined && !at.words('but', 'for') && !at.words('all', 'but'))
    return undefined
  at.skip(['for', 'at', 'on'])
  const list = faces(at)
  return list ? { kind: 'open', faces: list, only: true, except: true } : undefined
}

export const notOpen: Recogniser = (at) => {
  if (at.word(['no', 'without', 'not']) === undefined) return undefined
  at.skip(ARTICLES)
  if (at.word(['open', 'opening', 'openings', 'opened']) === undefined) return undefined
  at.skip(OPEN_AT)
  const list = faces(at)
  if (list) return { kind: 'closed', faces: list }
  at.word(known.FACE_TAILS)
  return { kind: 'enclosed' }
}

export const closedFaces: Recogniser = (at) => {
  const cue = at.word(known.CLOSED) ?? at.word(['with'])
  if (cue === undefined) return undefined
  at.skip(OPEN_AT)
  if (cue === 'with') at.skip(['closed', 'solid'])
  const list = faces(at)
  // `with top compartments` closes nothing; a face that is only named must stand at the end of its clause.
  if (!list || (cue === 'with' && at.token !== undefined && at.token.kind !== 'mark' && !endsClause(at.token)))
    return undefined
  return { kind: 'closed', faces: list }
}

const endsClause = (token: Token): boolean =>
  token.kind === 'word' && ['and', 'from', 'in', 'with', 'but'].includes(token.text)

export const facesClosed: Recogniser = (at) => {
  const list = faces(at)
  if (!list) return undefined
  at.skip(BE)
  return at.word(known.CLOSED) === undefined ? undefined : { kind: 'closed', faces: list }
}

const HOW = new Set(['fully', 'completely', 'totally', 'entirely', 'all'])

export const enclosed: Recogniser = (at) => {
  at.skip(HOW)
  at.attempt(() => at.word(['sides', 'faces']))
  if (at.word(known.ENCLOSED) === undefined) return undefined
  at.attempt(() => {
    at.skip(['on', 'from', 'at', 'in'])
    if (at.word(['all']) === undefined) return undefined
    at.number()
    return at.word(['sides', 'faces', 'around', 'round', 'over'])
  })
  return { kind: 'enclosed' }
}

/** `open on one side` does not say which. */
export const whichSide: Recogniser = (at) => {
  if (at.word(known.OPEN) === undefined) return undefined
  at.skip(OPEN_AT)
  at.skip(ARTICLES)
  at.number()
  return at.word(['side', 'sides', 'face', 'end', 'ends']) === undefined ? undefined : { kind: 'which-side' }
}

/** `open box`: open where such a thing is open. */
export const openNoun: Recogniser = (at) => {
  if (at.word(known.OPEN) === undefined) return undefined
  const noun = at.token?.kind === 'word' ? known.BOX_NOUNS.get(at.token.text) : undefined
  const open = noun?.open[0] ?? 'top'
  return { kind: 'open', faces: [open], only: false }
}

/** How a lid opens, said before or after it: `sliding lid`, `lid that slides off`. The longer spelling first. */
const MANNERS: [string[], Manner][] = [
  ...spelled(
    'lift-off',
    'lift off|lifts off|lifting off|lift-off|lifted off|come off|comes off|take off|takes off|pull off|pulls off|drop on|drops on|sit on top|sits on top|lay on|removable|loose fitting|loose|separate|detachable',
  ),
  ...spelled(
    'slide',
    'sliding off|sliding in|sliding|slide on|slide in|slide off|slide out|slide open|slides on|slides in|slides off|slides out|slides open|slide|slides|slider|pulls out|pull out|pulled out|pulling out|draws out|runs in grooves',
  ),
  ...spelled('fixed', 'fixed|glued on|glued|permanent|closed'),
  ...spelled(
    'other',
    'flips up|flips open|flip up|flip|flips|swings open|swinging|swings|screws on|screws down|screwed on|screwed|screw on|screw|snaps on|snap on|snap|magnetic|folding|folds',
  ),
]
type Manner = LidKind | 'other'
function spelled(kind: Manner, all: string): [string[], Manner][] {
  return all.split('|').map((one) => [one.split(' '), kind])
}

const manner = (at: Reader): Manner | undefined => MANNERS.find(([words]) => at.words(...words))?.[1]

const isWord = ({ token }: Reader, text: string): boolean => token?.kind === 'word' && token.text === text

export const lid: Recogniser = (at) => {
  const led = at.word(['with', 'add', 'and']) !== undefined
  const from = at.place
  at.skip(LID_ARTICLES)
  const before = manner(at)
  // `a tissue box cover` is no lid; the top is one where it is said how it opens.
  const covered = led || at.place > from
  const named = at.word(covered ? ['lid', 'cover'] : ['lid']) !== undefined
  if (!named && at.word(['top']) === undefined) return undefined
  const after = at.attempt(() => {
    at.mark(':=,')
    at.skip(['that', 'which', 'to', 'can', 'should', 'must', 'will', 'be', 'is', 'it', 'just', 'simply'])
    const found = manner(at)
    // `with a lid, loose fit`: how the fingers fit.
    return isWord(at, 'fit') ? undefined : found
  })
  const kind = before ?? after
  if (!named && (kind === undefined || kind === 'fixed')) return undefined
  if (kind === 'other' || after === 'other')
    return { kind: 'unsupported', word: 'lid of that kind', nearest: 'a lift-off lid, or a sliding lid' }
  const toward = lidToward(at)
  if (named) at.attempt(() => at.words('on', 'top') || at.words('on', 'the', 'top') || undefined)
  // `lift-off lid 4 mm`: what lies flat has no other size that is said so.
  const thick = named ? at.attempt(() => thicknessOf(at)) : undefined
  const also = before !== undefined && after !== undefined && before !== after ? { also: after } : {}
  return {
    kind: 'lid',
    lid: kind ?? 'lift-off',
    said: kind !== undefined,
    ...also,
    ...(toward ? { toward } : {}),
    ...(thick ? { thick } : {}),
  }
}

function thicknessOf(at: Reader): NumberToken | undefined {
  const number = at.number()
  if (!number || number.unit === undefined) return undefined
  const thick = at.word(known.THICK) !== undefined
  return thick || at.token === undefined || at.token.kind === 'mark' ? number : undefined
}

/** `…, which lifts off`, `it slides out to the left`, `the whole thing slides open`: how the lid opens, told of it later. */
export const lidOpens: Recogniser = (at) => {
  if (at.word(['which', 'that', 'it', 'this', 'one']) === undefined) return undefined
  at.skip(['should', 'must', 'can', 'just', 'simply', 'to', 'will', 'has', 'needs', 'have', 'be', 'is'])
  const verb = at.token
  const kind = manner(at)
  if (
    verb?.kind !== 'word' ||
    (kind !== 'lift-off' && kind !== 'slide') ||
    !/^(?:lift|slid|com|take|pull)/.test(verb.text)
  )
    return undefined
  const toward = lidToward(at)
  return { kind: 'lid-opens', lid: kind, ...(toward ? { toward } : {}) }
}

function lidToward(at: Reader): Face | undefined {
  return at.attempt(() => {
    at.skip(['that', 'which', 'opens', 'opening', 'slides', 'sliding', 'pulls', 'in', 'out', 'off', 'on'])
    if (at.word(['to', 'toward', 'towards', 'at', 'from']) === undefined) return undefined
    return face(at)
  })
}

export const lidded: Recogniser = (at) =>
  at.word(['lidded']) === undefined ? undefined : { kind: 'lid', lid: 'lift-off', said: false }

/** `… instead of the lift-off lid`: how it opened before. */
export const notThatLid: Recogniser = (at) => {
  if (!at.words('instead', 'of') && !at.words('rather', 'than') && at.word(['not']) === undefined) return undefined
  at.skip(LID_ARTICLES)
  if (manner(at) === undefined) return undefined
  if (at.token?.kind === 'number' && at.token.text === 'one') at.number()
  at.word(['lid'])
  return { kind: 'filler' }
}

const LID_ARTICLES = new Set([...ARTICLES, 'simple', 'small', 'nice', 'flat'])
