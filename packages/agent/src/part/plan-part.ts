import {
  type AgentError,
  type Claim,
  fail,
  hewnError,
  type Named,
  ok,
  type PartPlan,
  type Question,
  type Result,
  type Span,
  type Understanding,
} from '@hewn/model'
import { arrange } from './bodies.ts'
import { Binder } from './bind.ts'
import { changesOf, choicesOf } from './choices.ts'
import { convertBody } from './edit/convert.ts'
import { editPlan, isNew } from './edit/edit-plan.ts'
import { partClaims } from './part-claims.ts'
import { printScript } from './print-script.ts'
import type { Atom, Quantity, SaidPlace } from './read/atoms.ts'
import { framesOf } from './read/frames.ts'
import { readAtoms } from './read/read-atoms.ts'
import { realise } from './realise.ts'
import { type InEnglish, inTheirWords, toEnglish } from '../languages/to-english.ts'
import { halfForeign } from './foreign.ts'
import { familyOf, featureOf, lexicon } from './registry.ts'
import { sayPart } from './say-part.ts'
import { isLength } from '../read/units.ts'
import { unheard, withUnheard } from './unheard.ts'
import { type Item, itemsOf } from './words/items.ts'

export interface PartAnswer {
  plan: PartPlan
  script: string
  claims: Claim[]
  understanding: Understanding
  /** Present: what was built is the draft of its first choice. */
  question?: Question
}

export interface PartOptions {
  mayAsk?: boolean
  notes?: Record<string, string>
}

/**
 * Reads words as a part. Every number of the words is in the plan, or the answer is a refusal that names it.
 * @example planPart('plate 80 x 60 x 10 with four M4 holes, 8 mm from the edges')
 */
export function planPart(words: string, current?: Current, options: PartOptions = {}): Result<PartAnswer, AgentError> {
  const english = toEnglish(words)
  if (english.refused) return fail(english.refused)
  const read = planEnglish(english.text, current, options)
  if (english.language === 'en') return read
  return read.ok ? ok(inTheirs(read.value, words, english, current)) : fail(inTheirWords(read.error, words, english))
}

/** A part that was read in English, pointing at the words that were written. */
function inTheirs(read: PartAnswer, words: string, english: InEnglish, current?: Current): PartAnswer {
  const { request } = read.plan
  // An edit stands in a line of its own, after what was said before.
  const start = request.endsWith(english.text) ? request.length - english.text.length : request.length
  if (current && start === request.length) return read
  const there = ([from, to]: Span): Span => {
    const [first, last] = english.back([from - start, to - start])
    return [first + start, last + start]
  }
  const names = read.plan.names.map((named): Named => {
    const { origin } = named
    if (!('span' in origin) || origin.span === undefined || origin.span[0] < start) return named
    return { ...named, origin: { ...origin, span: there(origin.span) } }
  })
  const plan = { ...read.plan, request: request.slice(0, start) + words, names }
  const realised = realise(plan)
  const texts = new Map(partClaims(plan, realised).map(({ id, text }) => [id, text]))
  const { understanding } = read
  return {
    ...read,
    plan,
    script: read.script === printScript(read.plan, realise(read.plan)) ? printScript(plan, realised) : read.script,
    claims: read.claims.map((claim) =>
      claim.from === 'request' ? { ...claim, text: texts.get(claim.id) ?? claim.text } : claim,
    ),
    understanding: {
      ...understanding,
      language: english.language,
      spans: [
        ...understanding.spans.map((span) => ({ ...span, at: english.back(span.at) })),
        ...english.dropped.map((at) => ({ at, role: 'filler' as const })),
      ].toSorted((a, b) => a.at[0] - b.at[0]),
    },
  }
}

function planEnglish(
  words: string,
  current: Current | undefined,
  { notes = {} }: PartOptions,
): Result<PartAnswer, AgentError> {
  const read = readPart(words, current)
  const passed = read.ok && !current ? unheard(words, read.value, (fewer) => readPart(fewer, undefined, '', false)) : []
  const plain = read.ok && passed.length > 0 ? ok(withUnheard(read.value, passed)) : read
  const missing = plain.ok ? plain.value.plan.names.some(({ origin }) => origin.from === 'assumed') : true
  const noted = Object.entries(NOTED).flatMap(([key, say]) => (notes[key] === undefined ? [] : [say(notes[key])]))
  if (current || !missing || noted.length === 0) return plain
  // Weaker than words: what they leave open is read from the notes, and no more than that.
  const known = plain.ok ? plain.value.plan.names.filter(({ origin }) => origin.from !== 'assumed') : []
  for (const tail of [noted.join(', '), ...noted]) {
    const filled = readPart(words, undefined, `, ${tail}`)
    if (
      filled.ok &&
      known.every((one) => filled.value.plan.names.some((now) => now.name === one.name && now.value === one.value))
    )
      return ok(withUnheard(filled.value, passed))
  }
  return plain
}

/** The same part without its fillets and chamfers; nothing, where it has none. */
export function withoutEdges({ plan, claims }: Current): PartAnswer | undefined {
  const bodies = plan.bodies.map((body) => {
    const { corner: _, ...sizes } = body.sizes
    return {
      ...body,
      sizes,
      flags: body.flags.filter((flag) => flag !== 'rounded'),
      features: body.features.filter(({ kind }) => featureOf(kind)?.manner !== 'edge'),
    }
  })
  if (JSON.stringify(bodies) === JSON.stringify(plan.bodies)) return undefined
  const formulas = JSON.stringify(bodies)
  const names = plan.names.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(formulas))
  const plain = answer({ ...plan, names, bodies }, [], [], claims)
  return plain.ok ? plain.value : undefined
}

interface Current {
  plan: PartPlan
  script: string
  claims: Claim[]
}

/** Lines of notes.md as they would be said. */
const NOTED: Record<string, (value: string) => string> = {
  thickness: (value) => `${value} thick`,
  clearance: (value) => `fit clearance ${value}`,
}

/** `noted` stands behind the words, and is no part of what was said. */
function readPart(
  said: string,
  current: Current | undefined,
  noted = '',
  offers = true,
): Result<PartAnswer, AgentError> {
  const words = said + noted
  const there = current?.plan.bodies.flatMap(({ family, features }) => [family, ...features.map(({ kind }) => kind)])
  const items = itemsOf(words, lexicon(), there)
  const atoms = readAtoms(items, { edits: current !== undefined })
  const read = framesOf(atoms, { family: familyOf, feature: featureOf })
  const typos = items.flatMap((item) =>
    item.kind === 'word' && item.typo ? [{ written: item.typo, read: item.text }] : [],
  )
  const [made, ...others] = read.bodies
  if (current && made && others.length === 0 && turnsInto(items)) {
    const converted = convertBody(words, made, withValues(current.plan, current.script).plan)
    if (converted?.ok) return answer(converted.value, atoms, typos, current.claims)
  }
  if (current && !isNew(read, atoms, items, current.plan)) {
    const held = withValues(current.plan, current.script)
    if (held.stale && REBUILD.test(words)) return answer(held.plan, atoms, typos, current.claims)
    const edited = editPlan(words, items, held.plan)
    if (!edited.ok) {
      const { error } = edited
      const [at] = error.spans ?? []
      if (!offers || !at || error.choices || !/could not be placed/.test(error.message)) return edited
      const works = (other: string) => readPart(other, current, noted, false).ok
      return fail(withChoices(error, changesOf(words, at, held.plan, works)))
    }
    for (const atom of edited.value.atoms) if (atom.is === 'place') countPlaces(atom.place)
    const left = unused(edited.value.atoms, [])
    if (left) return fail(left)
    if (held.stale) return overHands(edited.value, held.plan, current, typos)
    return answer(edited.value.plan, edited.value.atoms, typos, current.claims)
  }
  const foreign = halfForeign(words, atoms)
  if (foreign) return fail(foreign)
  if (read.bodies.length === 0) return fail(notUnderstood(words, atoms))
  if (read.clash) return fail({ ...hewnError('AGENT_CONTRADICTION', read.clash.text), spans: [read.clash.at] })
  const [strange] = read.strange
  if (strange) return fail(unknownThing(words, [strange.at]))
  const head = strangeHead(atoms)
  if (head) return fail(unknownThing(words, [head]))
  const other = otherThing(words, atoms)
  if (other) return fail(other)
  const relative = atoms.flatMap(quantitiesOf).find((quantity) => quantity.relative)
  if (relative)
    return fail({
      ...hewnError(
        'AGENT_NEEDS_ANSWER',
        `There is nothing yet that “${words.slice(...relative.at)}” could be compared with.`,
        { choices: EXAMPLES },
      ),
      spans: [relative.at],
    })
  for (const atom of atoms) if (atom.is === 'place') countPlaces(atom.place)
  const binder = new Binder()
  const bodies = []
  for (const frame of read.bodies) {
    const body = binder.body(frame)
    if (binder.problem) return fail(binder.problem)
    if (body) bodies.push(body)
  }
  read.bodies.forEach((frame, index) => {
    frame.said = words.slice(frame.at[0], read.bodies[index + 1]?.at[0])
  })
  const arranged = arrange(read.bodies, bodies, binder)
  for (const atom of atoms)
    if (atom.is === 'bodies' && atom.quantity.value === arranged.length) atom.quantity.used = 'bodies'
  // The gap between bodies, where there is only one: a gap of something else.
  if (arranged.length < 2) for (const { gap } of read.bodies) if (gap) delete gap.used
  if (binder.problem) return fail(binder.problem)
  const left = unused(atoms, read.spare)
  if (left) {
    const [at] = left.spans ?? []
    if (!offers || !at || at[1] > said.length) return fail(left)
    const works = (other: string) => readPart(other, current, noted, false).ok
    return fail(withChoices(left, choicesOf(said, at, read.bodies, works)))
  }
  for (const atom of atoms)
    if (atom.is === 'noted' && atom.what === 'material') binder.notes.push(`Material: ${words.slice(...atom.at)}.`)
  const heard: Heard = new Map()
  const adjective = (text: string) => {
    const { flag, role, place, filler } = lexicon().find([text])?.entry ?? {}
    return Boolean(flag ?? role ?? place ?? filler)
  }
  const passed = [...binder.deaf, ...read.unread.filter(({ text }) => !adjective(text)).map(({ at }) => at)]
  for (const atom of atoms) {
    const within = ([from, to]: Span) => atom.at[0] <= from && to <= atom.at[1]
    if ((atom.is === 'flag' || atom.is === 'noun' || atom.is === 'place') && passed.some(within))
      heard.set(atom, 'unread')
    else if (atom.is === 'quantity' && binder.overruled.some(within)) heard.set(atom, 'noted')
  }
  return answer(
    { request: said, names: fromNotes(binder.names.all, said.length), bodies: arranged, notes: binder.notes },
    atoms.filter(({ at }) => at[0] < said.length),
    typos,
    [],
    heard,
    unitsTaken(
      items,
      atoms.filter(({ at }) => at[0] < said.length),
    ),
  )
}

/** What stands behind the words that were said is an assumption, and says where it is from (AG13). */
const fromNotes = (names: readonly Named[], end: number): Named[] =>
  names.map((named) => {
    const { origin } = named
    const noted = 'span' in origin && origin.span !== undefined && origin.span[0] >= end
    return noted ? { ...named, origin: { from: 'assumed', why: 'from your notes' } } : named
  })

/** `turn it into`, `make this … instead`. */
const turnsInto = (items: readonly Item[]): boolean => {
  const says = (...texts: string[]) => items.some((item) => item.kind === 'word' && texts.includes(item.text))
  return says('it', 'this', 'that') && says('into', 'instead')
}

const LARGEST = 1e6

/** Tries a plan, and prints what it comes to. */
function answer(
  plan: PartPlan,
  atoms: readonly Atom[],
  typos: { written: string; read: string }[],
  before: readonly Claim[] = [],
  heard: Heard = new Map(),
  units?: Understanding['assumed'][number],
): Result<PartAnswer, AgentError> {
  const vast = plan.names.find(({ value, unit }) => unit === 'mm' && Math.abs(value) > LARGEST)
  if (vast)
    return fail(
      hewnError(
        'AGENT_IMPOSSIBLE',
        `${vast.label} of ${vast.value} mm is more than a kilometre, the most that is made here.`,
      ),
    )
  const realised = realise(plan)
  if (realised.problem) return fail(realised.problem)
  const kept = before.filter(({ from, dropped, pinned }) => from === 'user' || from === 'model' || dropped || pinned)
  const fresh = partClaims(plan, realised).filter(({ id }) => !kept.some((one) => one.id === id))
  return ok({
    plan,
    script: printScript(plan, realised),
    claims: [...fresh, ...kept],
    understanding: understand(plan, atoms, typos, heard, units),
  })
}

/** Nobody said what the numbers are in: which unit was taken is shown (AG25). */
function unitsTaken(items: readonly Item[], atoms: readonly Atom[]): Understanding['assumed'][number] | undefined {
  const lengths = atoms
    .flatMap(quantitiesOf)
    .flatMap(({ number, role, designator }) =>
      number && designator === undefined && role !== 'angle' && role !== 'teeth' && role !== 'module' ? [number] : [],
    )
  if (lengths.length === 0 || items.some((item) => item.kind === 'number' && isLength(item.unit))) return undefined
  const inches = lengths.some(({ mm, value, bare }) => !bare && mm !== value)
  if (inches) return { name: 'units', text: 'sizes in inches', why: 'fractions were said, and no unit' }
  return lengths.some(({ bare }) => bare)
    ? { name: 'units', text: 'sizes in millimetres', why: 'no unit was said' }
    : undefined
}

/** Sliders and hands change values in the script: they are read from there. Stale: the body below them is another one. */
function withValues(plan: PartPlan, script: string): { plan: PartPlan; stale: boolean } {
  const said = new Map(
    [...script.matchAll(/^([a-z_]\w*) = (-?\d+(?:\.\d+)?)\s*(?:#.*)?$/gim)].map(([, name = '', value]) => [
      name,
      Number(value),
    ]),
  )
  const names = plan.names.map((named) => {
    const value = said.get(named.name)
    return value === undefined || value === named.value
      ? named
      : { ...named, value, origin: { from: 'derived' as const, formula: String(value) } }
  })
  const held = { ...plan, names }
  const realised = realise(held)
  const stale = bodyOf(script) !== bodyOf(printScript(held, { bodies: realised.bodies }))
  return { plan: held, stale }
}

const REBUILD = /^\s*rebuild (?:it )?from the plan\b/i

/** Over a body that was changed by hand, words still set parameters by name; its shape is no longer theirs (AG39). */
function overHands(
  { plan, atoms }: { plan: PartPlan; atoms: readonly Atom[] },
  held: PartPlan,
  { script, claims }: Current,
  typos: { written: string; read: string }[],
): Result<PartAnswer, AgentError> {
  const shaped = JSON.stringify(plan.bodies) !== JSON.stringify(held.bodies)
  const values = plan.names.filter(({ name, value }) => held.names.find((one) => one.name === name)?.value !== value)
  const lines = values.map(({ name, value }) => ({ value, line: new RegExp(`^(${name} = )-?\\d+(?:\\.\\d+)?`, 'm') }))
  if (shaped || lines.some(({ line }) => !line.test(script)))
    return fail(
      hewnError(
        'AGENT_PLAN_STALE',
        'The script was changed by hand since it was planned, so words can only set its parameters, and no longer change its shape.',
        { choices: ['rebuild from the plan'], hint: '“rebuild from the plan” lets go of the changes by hand.' },
      ),
    )
  return ok({
    plan,
    script: lines.reduce(
      (text, { value, line }) => text.replace(line, `$1${Number.isInteger(value) ? value.toFixed(1) : value}`),
      script,
    ),
    // What the plan knew by formula is not known of what hands made.
    claims: claims.filter(({ from }) => from !== 'rule' && from !== 'request'),
    understanding: understand(plan, atoms, typos, new Map()),
  })
}

/** All but comments and parameters. */
const bodyOf = (script: string): string =>
  script
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('#') && !/^[a-z_]\w* = -?\d+(?:\.\d+)?\s*(?:#.*)?$/i.test(line))
    .join('\n')

/** `T-nut`, `wing-nut`: an unknown word that is joined to a body's noun makes another thing of it. */
function otherThing(words: string, atoms: readonly Atom[]): AgentError | undefined {
  const joined = atoms.flatMap((atom, index) => {
    const hyphen = atoms[index + 1]?.is === 'filler' && words.slice(...(atoms[index + 1]?.at ?? [0, 0])) === '-'
    const next = atoms[index + (hyphen ? 2 : 1)]
    if (atom.is !== 'unread' || next?.is !== 'noun' || !next.nouns.some((key) => familyOf(key))) return []
    // A V-block is a block whose groove is said too.
    const again = atoms.some(
      (one) => one.is === 'noun' && one !== next && one.text.split(' ').includes(atom.text.toLowerCase()),
    )
    if (again) return []
    return hyphen || /^[a-z]$/i.test(atom.text) ? [{ at: [atom.at[0], next.at[1]] as Span }] : []
  })
  const [first] = joined
  return first && unknownThing(words, [first.at])
}

const unknownThing = (words: string, spans: Span[]): AgentError => ({
  ...hewnError(
    'AGENT_UNSUPPORTED',
    `“${words.slice(...(spans[0] ?? [0, 0]))}” is not something that can be planned here; a language model may know it.`,
    { hint: `Try: ${EXAMPLES.join(' · ')}` },
  ),
  spans,
})

/** `a crankshaft for a 4 cylinder engine`: what is asked for is not known, and what it is for is not asked for. */
function strangeHead(atoms: readonly Atom[]): Span | undefined {
  const body = atoms.findIndex((atom) => atom.is === 'noun' && atom.nouns.some((key) => familyOf(key)))
  const word = atoms.findIndex((atom, index) => {
    const next = atoms[index + 1]
    const purpose = next?.is === 'link' && next.text === 'for'
    return atom.is === 'unread' && index < body && purpose && /^[a-z]{3,}$/.test(atom.text)
  })
  if (word < 0 || atoms.slice(0, body).some(({ is }) => is === 'break')) return undefined
  return atoms[word]?.at
}

const EXAMPLES = [
  'plate 80 x 60 x 10 mm with four M4 holes, 8 mm from the edges',
  'flange 100 mm diameter, 10 mm thick, 30 mm bore, six 9 mm holes on a 70 mm bolt circle',
]

function notUnderstood(words: string, atoms: readonly Atom[]): AgentError {
  const empty = words.trim() === ''
  const known = atoms.find((atom) => atom.is === 'unread' && UNSUPPORTED.has(atom.text))
  if (known?.is === 'unread')
    return {
      ...hewnError(
        'AGENT_UNSUPPORTED',
        `“${known.text}” is not something that can be planned here; a language model may know it.`,
        { hint: `Try: ${EXAMPLES.join(' · ')}` },
      ),
      spans: [known.at],
    }
  return hewnError(
    'AGENT_NOT_UNDERSTOOD',
    empty ? 'There are no words to read.' : 'No part was found in these words.',
    { hint: `Try: ${EXAMPLES.join(' · ')}`, choices: EXAMPLES },
  )
}

/** Things that are made, and that no family here makes. */
const UNSUPPORTED = new Set(
  'teapot mug chair table lamp propeller fan phone spoon fork knife bottle statue figurine car boat plane house toy dragon vase impeller turbine thread logo text keychain whistle'.split(
    ' ',
  ),
)

/** A number nobody could place is asked about, never dropped. */
function unused(
  atoms: readonly Atom[],
  spare: readonly { at: [number, number]; quantities: Quantity[] }[],
): AgentError | undefined {
  const quantities = atoms.flatMap(quantitiesOf)
  const lost = [...spare.flatMap(({ quantities: some }) => some), ...quantities].find(({ used }) => used === undefined)
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

const withChoices = (error: AgentError, choices: string[]): AgentError =>
  choices.length > 0 ? { ...error, choices } : error

/** `all four corners`, `all twelve edges`: as many as there are, or the number stays open and is asked about. */
function countPlaces(place: SaidPlace): void {
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
  if (atom.is === 'quantity') return atom.quantities
  if (atom.is === 'count' || atom.is === 'old' || atom.is === 'bodies') return [atom.quantity]
  if (atom.is !== 'place') return []
  const place = atom.place
  switch (place.kind) {
    case 'spec':
      return place.spec.counted ? [place.spec.counted] : []
    case 'from':
      return [
        place.distance,
        ...(place.more ?? []),
        ...place.specs.flatMap(({ counted }) => (counted ? [counted] : [])),
      ]
    case 'offset':
      return [place.distance]
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

/** An unread word that asks for a shape: a work that is done to parts, or what `with a …` brings. */
function shapes(atoms: readonly Atom[], index: number): boolean {
  const atom = atoms[index]
  if (atom?.is !== 'unread') return false
  if (WORKS.test(atom.text)) return true
  let place = index - 1
  while (atoms[place]?.is === 'unread' || atoms[place]?.is === 'article' || atoms[place]?.is === 'count') place--
  const link = atoms[place]
  const brings = link?.is === 'link' && ['with', 'and', 'plus', 'has', 'having'].includes(link.text)
  return brings && !atoms.slice(place, index).some(({ is }) => is === 'break')
}
const WORKS =
  /^(?:knurl|emboss|engrav|deboss|text|logo|letter|honeycomb|lattice|thread|snap|clip|hinge|spline|serrat|latch|magnet|twist|curv|wav|helic|perforat|grille|mesh|textur|ventilat|louv|lip|rib|barb|flut|scallop|crown|draft|gusset|tongue|detent|ratchet|bayonet)/

/** Atoms whose sense came to nothing, or only to a note, in what was planned. */
type Heard = Map<Atom, 'unread' | 'noted'>

function understand(
  plan: PartPlan,
  atoms: readonly Atom[],
  typos: { written: string; read: string }[],
  heard: Heard,
  units?: Understanding['assumed'][number],
): Understanding {
  const assumed = plan.names.flatMap(({ name, label, value, unit, origin }) =>
    origin.from === 'assumed'
      ? [
          {
            name,
            text: `${label.toLowerCase()} ${value}${unit === 'mm' ? ' mm' : unit === 'deg' ? '°' : ''}`,
            why: origin.why,
          },
        ]
      : [],
  )
  return {
    kind: 'part',
    language: 'en',
    say: sayPart(plan),
    spans: atoms.map((atom, index) => {
      const { at } = atom
      const passed = heard.get(atom)
      if (passed === 'noted') return { at, role: 'noted' as const, as: atom.is }
      if (passed === 'unread' || (atom.is === 'unread' && shapes(atoms, index)))
        return { at, role: 'unread' as const, as: 'shape' }
      if (atom.is === 'unread') return { at, role: 'unread' as const }
      if (atom.is === 'noted') return { at, role: 'noted' as const, as: atom.what }
      if (['filler', 'link', 'article', 'break', 'group'].includes(atom.is)) return { at, role: 'filler' as const }
      return { at, role: 'used' as const, as: atom.is }
    }),
    assumed: [
      ...assumed,
      ...(units ? [units] : []),
      ...typos.map(({ written, read }) => ({
        name: 'spelling',
        text: `“${written}” is read as “${read}”`,
        why: 'one letter differs from a known word',
      })),
    ],
  }
}
