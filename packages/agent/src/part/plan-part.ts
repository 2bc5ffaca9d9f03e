import {
  type AgentError,
  type Claim,
  fail,
  hewnError,
  type Named,
  ok,
  type PartPlan,
  type Result,
  type Span,
} from '@hewn/model'
import { isOutside, requirementsIn } from '../contract/requirements.ts'
import { type InEnglish, inTheirWords, toEnglish } from '../languages/to-english.ts'
import { answer, type PartAnswer } from './answer.ts'
import { changesOf } from './choices.ts'
import { afresh } from './afresh.ts'
import { EXAMPLES } from './strangers.ts'
import { asksBack } from './edit/asks-back.ts'
import { convertBody } from './edit/convert.ts'
import { beginsWithWork, editPlan, isNew, isPurpose } from './edit/edit-plan.ts'
import { inPlainSizes } from './edit/in-plain-sizes.ts'
import { EDIT_WORDS } from './edit/edit-words.ts'
import { isWholeRequest } from './edit/is-whole-request.ts'
import { unheeded } from './edit/heeded.ts'
import { strayed } from './edit/strayed.ts'
import { undone } from './edit/undone.ts'
import { wordsOf } from './edit/words-of.ts'
import { partClaims } from './part-claims.ts'
import { withValues } from './plan-in.ts'
import { printScript } from './print-script.ts'
import type { Atom } from './read/atoms.ts'
import { framesOf } from './read/frames.ts'
import { readAtoms } from './read/read-atoms.ts'
import { weighed } from './readings/weighed.ts'
import { realise } from './realise.ts'
import { familyOf, featureOf, ownFeature, lexicon } from './registry.ts'
import { understand } from './understand.ts'
import { unheard, withUnheard } from './unheard.ts'
import { withAsideNumbers } from './with-aside-numbers.ts'
import { countPlaces, unplaced, withChoices } from './unplaced.ts'
import { type Item, itemsOf } from './words/items.ts'
import { scaled } from './words/steps.ts'

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
  const read = promised(english.text, current, planEnglish(english.text, current, options))
  if (english.language === 'en') return read
  return read.ok ? ok(inTheirs(read.value, words, english, current)) : fail(inTheirWords(read.error, words, english))
}

/** What is asked of the part beside its sizes is promised too (AG21). */
function promised(
  words: string,
  current: Current | undefined,
  read: Result<PartAnswer, AgentError>,
): Result<PartAnswer, AgentError> {
  if (!read.ok) return read
  const { claims, understanding, plan } = read.value
  const asked = requirementsIn(words)
  const spans = asked.map(({ at }) => ({ at, role: 'used' as const, as: 'requirement' }))
  const goesOn = (one: string, other: string) => other.startsWith(`${one}\n`)
  const anew =
    current !== undefined && !goesOn(current.plan.request, plan.request) && !goesOn(plan.request, current.plan.request)
  return ok({
    ...read.value,
    claims: [...claims, ...asked.map(({ claim }) => claim)],
    understanding: {
      ...understanding,
      ...(anew ? { anew } : {}),
      spans: [...understanding.spans, ...spans].toSorted((a, b) => a.at[0] - b.at[0]),
    },
  })
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
  options: PartOptions,
): Result<PartAnswer, AgentError> {
  const other = current && afresh(words)
  if (other !== undefined) {
    if (other.trim() !== '') return planEnglish(other, undefined, options)
    return fail(hewnError('AGENT_NEEDS_ANSWER', 'What shall be made instead?', { choices: EXAMPLES }))
  }
  const back = current && undone<PartAnswer>(words, current, (line, before) => replayed(line, before, options))
  if (back === 'none')
    return fail(
      hewnError('AGENT_NOT_UNDERSTOOD', 'There is no change here that words made and could be undone.', {
        hint: 'Say how it should be: make it 100 long again',
      }),
    )
  if (back) return ok(back)
  if (current && asksBack(words) && requirementsIn(words).length === 0)
    return fail(
      hewnError('AGENT_NOT_UNDERSTOOD', 'That is a question, and words change the part here; it stays as it is.', {
        hint: 'Its sizes, its volume and its places stand beside it. To change it, say how: make the holes 10 mm',
      }),
    )
  const { notes = {} } = options
  const read = readPart(words, current)
  // A new part is asked about its words as it is read.
  const passed =
    read.ok && current
      ? unheard(words, read.value, ([from, to]) =>
          readPart(words.slice(0, from) + ' '.repeat(to - from) + words.slice(to), current, '', false),
        )
      : []
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
      return filled
  }
  return plain
}

const replayed = (line: string, before: PartAnswer | undefined, options: PartOptions): PartAnswer | undefined => {
  const again = planPart(line, before, options)
  return again.ok ? again.value : undefined
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
  const plain = answer({ ...plan, names, bodies }, [], { before: claims })
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
  // What a tube gets with a flange is known by its parts as well.
  if (there?.includes('tube')) there.push('flanged-bushing')
  const follow = there ? [...EDIT_WORDS, ...wordsOf(there)] : []
  const written = itemsOf(words, lexicon(), there, follow).filter(isOutside(requirementsIn(words)))
  const items = current ? inPlainSizes(written, current.plan) : written
  const over = current && readOver({ said, noted, words, items }, current, offers)
  return over ?? weighed({ said, noted, edits: current !== undefined }, scaled(items), offers)
}

/** Words over a part there is: an edit of it, or nothing, where they are a request for a new one. */
function readOver(
  { said, noted, words, items }: { said: string; noted: string; words: string; items: readonly Item[] },
  current: Current,
  offers: boolean,
): Result<PartAnswer, AgentError> | undefined {
  const atoms = readAtoms(items, { edits: true })
  const read = framesOf(atoms, { family: familyOf, feature: ownFeature })
  const typos = items.flatMap((item) =>
    item.kind === 'word' && item.typo ? [{ written: item.typo, read: item.text }] : [],
  )
  const reading = { typos, before: current.claims, words }
  const [only, ...others] = read.bodies
  if (only && others.length === 0 && turnsInto(items) && !isPurpose(only, atoms)) {
    const converted = convertBody(words, only, withValues(current.plan, current.script).plan)
    if (converted?.ok) return answer(converted.value, atoms, reading)
  }
  if (isNew(read, atoms, items, current.plan)) return undefined
  const alone = () => readPart(said, undefined, noted, false)
  if (!beginsWithWork(items) && isWholeRequest(read.bodies, items, alone)) return undefined
  const held = withValues(current.plan, current.script)
  if (held.stale && REBUILD.test(words)) return answer(held.plan, atoms, reading)
  const works = (other: string) => readPart(other, current, noted, false).ok
  const edited = editPlan(words, items, held.plan)
  if (!edited.ok) {
    const { error } = edited
    // `phone stand`, `a shelf bracket`: another thing is named, and nothing of it is here.
    if (error.code === 'AGENT_NOT_UNDERSTOOD') {
      const other = readPart(said, undefined, noted, offers)
      const points =
        beginsWithWork(items) ||
        items.some(
          (item) =>
            item.kind === 'word' && /^(?:it|this|that|them|add|put|give|another|more|fit|weld)$/.test(item.text),
        )
      const names = !points && read.bodies.some(({ det }) => det === undefined || det === 'a')
      if (other.ok ? names : other.error.code === 'AGENT_UNSUPPORTED' || (names && other.error.code !== error.code))
        return other
    }
    const [at] = error.spans ?? []
    if (!offers || !at || error.choices || !/could not be placed/.test(error.message)) return edited
    return fail(withChoices(error, changesOf(words, at, held.plan, works)))
  }
  for (const atom of edited.value.atoms) if (atom.is === 'place') countPlaces(atom.place)
  const left = unplaced(edited.value.atoms, [])
  if (left) return fail(left)
  if (held.stale) return overHands(edited.value, held.plan, current, typos)
  const made = answer(edited.value.plan, edited.value.atoms, reading)
  const idle = made.ok
    ? (unheeded(words, made.value, held.plan, current.script) ?? strayed(words, items, made.value.plan, held.plan))
    : undefined
  if (!idle) return made.ok ? ok(withAsideNumbers(made.value, words, items)) : made
  const [at] = idle.spans ?? []
  return fail(offers && at ? withChoices(idle, changesOf(words, at, held.plan, works)) : idle)
}

/** `turn it into`, `make this … instead`. */
const turnsInto = (items: readonly Item[]): boolean => {
  const says = (...texts: string[]) => items.some((item) => item.kind === 'word' && texts.includes(item.text))
  const first = items.find((item) => item.kind === 'word' && item.text !== 'please')
  const made = first?.kind === 'word' && first.text === 'make'
  return says('it', 'this', 'that') && (made || says('into', 'instead'))
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
    understanding: understand(plan, atoms, { typos, words: plan.request.slice(held.request.length + 1) }),
  })
}
