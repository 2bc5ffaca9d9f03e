import { KNOWN_BOARDS, unknownBoard } from '../read/boards.ts'
import { type AgentError, type Claim, fail, hewnError, type Named, type Result, type Span } from '@hewn/model'
import { answer, type PartAnswer } from '../answer.ts'
import { withAsideNumbers } from '../with-aside-numbers.ts'
import { Binder } from '../bind/bind.ts'
import { arrange } from '../bodies.ts'
import { halfForeign } from '../foreign.ts'
import type { Atom, Quantity } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { framesOf } from '../read/frames.ts'
import { joinBodies } from '../read/join.ts'
import { readAtoms } from '../read/read-atoms.ts'
import { familyOf, ownFeature, lexicon } from '../registry.ts'
import {
  EXAMPLES,
  nameless,
  notUnderstood,
  onlyFasteners,
  otherThing,
  strangeHead,
  unknownThing,
} from '../strangers.ts'
import { type Heard, unitsTaken } from '../understand.ts'
import { isUnsupported } from '../unsupported.ts'
import { countPlaces, lostOf, quantitiesOf, unplaced } from '../unplaced.ts'
import { ASKED_FOR } from '../words/asked-for.ts'
import type { Item } from '../words/items.ts'
import { GRADE_NUMBERS } from '../words/name-numbers.ts'
import type { Rewrite } from '../words/notation.ts'
import { ONE_WAY } from '../words/one-way.ts'
import { rewritten } from '../words/straighten.ts'
import { UNIT_WORDS } from '../words/unit-words.ts'
import { checked } from './checks.ts'
import { composed } from '../solids/composed.ts'
import { FURNITURE } from '../solids/furniture.ts'
import { idle } from './idle.ts'
import { misread } from './misread.ts'

/** What one reading of a request came to. */
export interface Attempt {
  answer: Result<PartAnswer, AgentError>
  items: readonly Item[]
  bodies: readonly Frame[]
  /** Numbers that found no place. */
  lost: readonly Quantity[]
}

/** A request for a new part. `noted` stands behind the words, and is no part of what was said. */
export interface Request {
  said: string
  noted: string
  /** Over a part there is: three sizes are that part's. */
  edits: boolean
}

/** Reads items as a new part, in one way: atoms, frames, plan. */
export function readOnce({ said, noted, edits }: Request, items: readonly Item[]): Attempt {
  const words = said + noted
  const atoms = readAtoms(items, { edits })
  const read = framesOf(atoms, { family: familyOf, feature: ownFeature })
  joinBodies(read, words)
  const attempt = (result: Result<PartAnswer, AgentError>, lost: readonly Quantity[] = []): Attempt => ({
    answer: result,
    items,
    bodies: read.bodies,
    lost,
  })
  const early = halfForeign(words, atoms) ?? refused(words, atoms, read)
  if (early) return attempt(fail(early))

  for (const atom of atoms) if (atom.is === 'place') countPlaces(atom.place)
  const binder = new Binder()
  const bodies = []
  for (const frame of read.bodies) {
    const body = binder.body(frame)
    if (binder.problem) return attempt(fail(binder.problem), lostOf(atoms, read.spare))
    if (body) bodies.push(body)
  }
  const arranged = arrange(read.bodies, bodies, binder)
  for (const atom of atoms)
    if (atom.is === 'bodies' && atom.quantity.value === arranged.length) atom.quantity.used = 'bodies'
  // The gap between bodies, where there is only one, or they stand on each other: a gap of something else.
  const apart = ({ at }: Quantity) =>
    arranged.length > 1 && binder.names.all.some(({ origin }) => 'span' in origin && origin.span?.[0] === at[0])
  for (const { gap } of read.bodies) if (gap && !apart(gap)) delete gap.used
  if (binder.problem) return attempt(fail(binder.problem), lostOf(atoms, read.spare))
  for (const atom of atoms)
    if (atom.is === 'noted' && atom.what === 'material') binder.notes.push(`Material: ${words.slice(...atom.at)}.`)
  if (atoms.some((atom) => atom.is === 'noted' && atom.what === 'thread'))
    binder.notes.push('The thread is not modelled; what is threaded keeps its diameter.')
  const plan = { request: said, names: fromNotes(binder.names.all, said.length), bodies: arranged, notes: binder.notes }

  const again = checked(lostOf(atoms, read.spare), { words, atoms, plan })
  if (again.problem) return attempt(fail(again.problem), lostOf(atoms, read.spare))
  const left = unplaced(atoms, read.spare)
  if (left) return attempt(fail(left), lostOf(atoms, read.spare))

  const own = atoms.filter(({ at }) => at[0] < said.length)
  const thing = nameless(own)
  const taken = items.flatMap((item) =>
    item.kind === 'word' && item.typo
      ? [{ written: item.typo, read: item.text, ...(item.taken ? { why: item.taken } : {}) }]
      : [],
  )
  if (thing && taken.every(({ why }) => why === undefined))
    taken.push({ written: thing.written, read: thing.read, why: BY_SIZES })
  const passed = [...binder.deaf, ...read.unread.filter(({ text }) => !adjective(text)).map(({ at }) => at)]
  const made = answer(plan, own, {
    typos: taken,
    heard: heardOf(atoms, passed, binder.overruled),
    units: unitsTaken(items, own),
  })
  const passedBy = made.ok ? (idle(made.value) ?? misread(made.value)) : undefined
  if (passedBy) {
    const at = passedBy.spans?.[0]?.[0]
    const lost = atoms.flatMap(quantitiesOf).filter((one) => one.at[0] === at)
    return attempt(fail(passedBy), lost)
  }
  return attempt(
    made.ok ? { ok: true, value: withAsideNumbers(withClaims(made.value, again.claims), said, items) } : made,
  )
}

/** Reads a request that is told in whole solids; nothing, where it is not. */
export function readSolids({ said, noted }: Request, items: readonly Item[]): Attempt | undefined {
  const binder = new Binder()
  const { text, back } = rewritten(said, TOLD_IN_SOLIDS)
  const found = noted === '' ? composed(text, binder) : undefined
  if (!found) return undefined
  const written = ([from, to]: Span): Span => [back(from), back(to - 1) + 1]
  const names = binder.names.all.map((named): Named => {
    const { origin } = named
    return 'span' in origin && origin.span ? { ...named, origin: { ...origin, span: written(origin.span) } } : named
  })
  const plan = { request: said, names, bodies: found.bodies, notes: binder.notes }
  const places = found.used.map((at): Atom => ({ is: 'place', place: { kind: 'centre' }, at, from: 0, to: 0 }))
  const atoms = [...found.atoms, ...places]
    .map((atom): Atom => ({ ...atom, at: written(atom.at) }))
    .toSorted((a, b) => a.at[0] - b.at[0])
  const units = unitsTaken(items, atoms)
  const made = answer(plan, atoms, units ? { units } : {})
  const passedBy = made.ok ? idle(made.value) : undefined
  return {
    answer: passedBy ? fail(passedBy) : made.ok ? { ok: true, value: withAsideNumbers(made.value, said, items) } : made,
    items,
    bodies: [],
    lost: [],
  }
}

/** What is said around it and what has several spellings, as for every other reading. */
const TOLD_IN_SOLIDS: readonly Rewrite[] = [...ASKED_FOR, ...UNIT_WORDS, ...GRADE_NUMBERS, ...ONE_WAY, ...FURNITURE]

export const BY_SIZES = 'it is not known by name, and these are its sizes'

/** What cannot be a part of ours, before anything is bound. */
function refused(words: string, atoms: readonly Atom[], read: ReturnType<typeof framesOf>): AgentError | undefined {
  const unknown = unknownBoard(atoms)
  if (unknown)
    return {
      ...hewnError(
        'AGENT_NEEDS_ANSWER',
        `“${words
          .slice(...unknown.at)
          .replace(/^(?:for |to fit |an? |the |my )+/i, '')
          .trim()}” is not in the table of boards: ${KNOWN_BOARDS.join(', ')} are. Where are its holes?`,
        { choices: ['four 3 mm holes, 60 x 40 mm apart', 'for a Raspberry Pi 4', 'without holes'] },
      ),
      spans: [unknown.at],
    }
  if (read.bodies.length === 0) return notUnderstood(words, atoms)
  if (read.clash) return { ...hewnError('AGENT_CONTRADICTION', read.clash.text), spans: [read.clash.at] }
  const [strange] = read.strange
  if (strange) return unknownThing(words, [strange.at])
  const thing = nameless(atoms)
  // A table top is no table.
  const whole = thing && !COMPOUND.test(words.slice(thing.at[1]))
  if (thing && whole && isUnsupported(thing.written)) return unknownThing(words, [thing.at])
  const head = strangeHead(atoms)
  if (head) return unknownThing(words, [head])
  const held = onlyFasteners(atoms, read.bodies)
  if (held) {
    const name = words.slice(...held)
    const says = `What the ${name} looks like is not said; its screws alone are not what is made. What shape is it, and how large?`
    return { ...hewnError('AGENT_NEEDS_ANSWER', says, { choices: EXAMPLES }), spans: [held] }
  }
  const other = otherThing(words, atoms)
  if (other) return other
  const relative = atoms.flatMap(quantitiesOf).find((quantity) => quantity.relative)
  if (!relative) return undefined
  const compared = words.slice(...relative.at)
  return {
    ...hewnError('AGENT_NEEDS_ANSWER', `There is nothing yet that “${compared}” could be compared with.`, {
      choices: EXAMPLES,
    }),
    spans: [relative.at],
  }
}

const withClaims = (part: PartAnswer, more: readonly Claim[]): PartAnswer =>
  more.length === 0 ? part : { ...part, claims: [...part.claims, ...more] }

const adjective = (text: string): boolean => {
  const { flag, role, place, filler } = lexicon().find([text])?.entry ?? {}
  return Boolean(flag ?? role ?? place ?? filler)
}

/** Atoms whose sense came to nothing. */
function heardOf(atoms: readonly Atom[], passed: readonly Span[], overruled: readonly Span[]): Heard {
  const heard: Heard = new Map()
  for (const atom of atoms) {
    const within = ([from, to]: Span) => atom.at[0] <= from && to <= atom.at[1]
    if ((atom.is === 'flag' || atom.is === 'noun' || atom.is === 'place') && passed.some(within))
      heard.set(atom, 'unread')
    else if (atom.is === 'quantity' && overruled.some(within)) heard.set(atom, 'noted')
  }
  return heard
}

/** What stands behind the words that were said is an assumption, and says where it is from (AG13). */
const fromNotes = (names: readonly Named[], end: number): Named[] =>
  names.map((named) => {
    const { origin } = named
    const noted = 'span' in origin && origin.span !== undefined && origin.span[0] >= end
    return noted ? { ...named, origin: { from: 'assumed', why: 'from your notes' } } : named
  })

const COMPOUND = /^[ -](?!(?:with|of|for|in|on|that|which|and|from|made|to|is|has|having|about)\b)[a-z]{3,}/i
