import { type AgentError, type Claim, fail, hewnError, ok, type Result, type Span } from '@hewn/model'
import type { PartAnswer } from '../answer.ts'
import { choicesOf } from '../choices.ts'
import { asksForNotMade } from '../families/not-made.ts'
import { lexicon } from '../registry.ts'
import { unheard, withUnheard } from '../unheard.ts'
import { unheardCounts } from '../unheard-counts.ts'
import { unheardSides } from '../unheard-sides.ts'
import { withChoices } from '../unplaced.ts'
import { type Item, itemsOf } from '../words/items.ts'
import { inJoined } from '../words/joined-bodies.ts'
import { isBacked } from '../words/upright-words.ts'
import { inStages, STAGES } from '../words/stages.ts'
import { inStretches, STRETCHES } from '../words/stretches.ts'
import { isOutside, requirementsIn } from '../../contract/requirements.ts'
import { inWordsSaid } from '../in-words-said.ts'
import { readPieces } from '../pieces/read-pieces.ts'
import { passable } from './passed-by.ts'
import { type Attempt, readOnce, readSolids, type Request } from './read-once.ts'
import { unmet } from './unmet.ts'
import { aside, type Turn } from './turn.ts'
import { likelierOf, turnsOf } from './turns.ts'

/** AG33: a reading takes about a millisecond, and so many may be tried. */
const MOST = 40
/** What a reading is made worse by (AG34), beside what its turns weigh. */
const WEIGHTS = { shape: 8, assumed: 1, unread: 0.3 }
/** Readings so near to each other are asked about. */
const CLOSE = 0.25

interface Reading {
  attempt: Attempt
  weight: number
  turned: readonly Turn[]
}

/**
 * Reads a request in the plain way, and where that leaves something over or is refused, in others: one decision taken the
 * other way, then two. The best complete reading is built; two that are as good and make different parts are asked about.
 */
export function weighed(request: Request, items: readonly Item[], offers: boolean): Result<PartAnswer, AgentError> {
  const notMade = request.edits ? undefined : asksForNotMade(items)
  if (notMade) return fail(notMade)
  const plain: Reading = { attempt: readOnce(request, items), weight: 0, turned: [] }
  if (!offers) return plain.attempt.answer
  if (asksWhich(plain)) return told(request, offered(request, plain.attempt), plain.attempt.items)
  const pieces = isSettled(request, plain) ? undefined : readPieces(request)
  if (pieces) return ok(pieces)
  const solids = inSolids(request, plain)
  if (solids && complete(solids) && !(isWhole(plain) && measuredAlike(plain, solids)))
    return told(request, solids.attempt.answer, solids.attempt.items)
  const staged = request.edits ? undefined : inStretchesTold(request, 'sure')[0]
  if (staged && isWhole(staged) && !(isWhole(plain) && measuredAlike(plain, staged)))
    return told(request, staged.attempt.answer, staged.attempt.items)
  const joined = request.edits ? undefined : readJoined(request, plain)
  const together = joined && !measuredAlike(plain, joined.reading) ? answerOf(request, joined) : undefined
  if (together && (!joined?.late || complete(plain))) return together
  const tried = complete(plain) ? likelier(request, plain) : search(request, plain)
  const whole = tried.filter(complete).toSorted((a, b) => scoreOf(a) - scoreOf(b))
  // Where not all words were listened to in another reading, the plain one's question is better.
  const best = whole.find((one) => one === plain || passedBy(request, one).length === 0)
  const others = whole.filter((one) => one !== best)
  if (!best && together) return together
  if (!best) return passedOver(request, plain) ?? told(request, offered(request, plain.attempt), plain.attempt.items)
  const rival = others.find((one) => scoreOf(one) - scoreOf(best) < CLOSE && shapeOf(one) !== shapeOf(best))
  return rival ? fail(between(request, best, rival)) : told(request, best.attempt.answer, best.attempt.items)
}

/** With the words it is the same without. */
function told(
  request: Request,
  answer: Result<PartAnswer, AgentError>,
  items: readonly Item[],
): Result<PartAnswer, AgentError> {
  if (!answer.ok) return answer
  const heard = unheardIn(request, answer.value, items)
  const passed = request.edits ? heard : [...heard, ...unmet(answer.value)]
  return passed.length > 0 ? ok(withUnheard(answer.value, passed)) : answer
}

const assumesNothing = ({ attempt: { answer } }: Reading): boolean =>
  answer.ok && answer.value.understanding.assumed.every(({ name }) => name === 'units')

/** What all readings without a name or a phrase come to, where they come to one thing: it is built, and shown as not read. */
function passedOver(request: Request, { attempt }: Reading): Result<PartAnswer, AgentError> | undefined {
  const { said, noted, edits } = request
  if (edits) return undefined
  const readings = passable(said, attempt).flatMap((at) => {
    const words = said.slice(0, at[0]) + ' '.repeat(at[1] - at[0]) + said.slice(at[1])
    const reading: Reading = {
      attempt: readOnce(
        { ...request, said: words },
        itemsOf(words + noted, lexicon()).filter(isOutside(requirementsIn(words))),
      ),
      weight: 0,
      turned: [],
    }
    return isWhole(reading) && assumesNothing(reading) ? [{ at, reading }] : []
  })
  const [first, ...others] = readings
  if (!first || others.some(({ reading }) => shapeOf(reading) !== shapeOf(first.reading))) return undefined
  const { answer, items } = first.reading.attempt
  const heard = told(request, answer, items)
  return heard.ok
    ? ok(withUnheard({ ...heard.value, plan: { ...heard.value.plan, request: said } }, [first.at]))
    : undefined
}

const passedBy = (request: Request, { attempt: { answer, items } }: Reading): Span[] =>
  answer.ok ? unheardIn(request, answer.value, items) : []

function unheardIn(request: Request, part: PartAnswer, items: readonly Item[]): Span[] {
  const { said, noted } = request
  const within = (at: Span) => items.filter((item) => at[0] < item.at[1] && item.at[0] < at[1])
  const reread = ([from, to]: Span, instead: string) => {
    const words = said.slice(0, from) + (instead || ' '.repeat(to - from)) + said.slice(to)
    return readOnce(request, itemsOf(words + noted, lexicon()))
  }
  const without = (at: Span) => {
    const left = within(at)
    // `inside` of `inside bend radius`: a piece of a phrase is left out before the words are cut.
    const torn = left.some((item) => item.at[0] < at[0] || at[1] < item.at[1])
    return torn
      ? reread(at, '')
      : readOnce(
          request,
          items.filter((item) => !left.includes(item)),
        )
  }
  const swapped = (at: Span, instead: string) => {
    const [word, ...more] = within(at)
    const found = lexicon().find([instead])
    // A side that a rewrite took, or that is one word with another (`outer edge`), is turned in the words themselves.
    const alone = word?.kind === 'word' && more.length === 0 && word.at[0] === at[0] && word.at[1] === at[1]
    if (!alone || !word.entry?.place || !found) return reread(at, instead)
    const turned = { ...word, text: instead, entry: found.entry }
    return readOnce(
      request,
      items.map((item) => (item === word ? turned : item)),
    )
  }
  const passed = unheard(said, part, (at) => without(at).answer)
  const sides = unheardSides(
    said,
    withUnheard(part, passed),
    (at, instead) => (instead === '' ? without(at) : swapped(at, instead)).answer,
  )
  const counts = unheardCounts(said, withUnheard(part, passed), (at, instead) => reread(at, instead).answer)
  return [...passed, ...sides, ...counts]
}

/** `Does the lid go over the tin, or is it flat?`: every word has its place, and what they mean is the question. No other reading answers it. */
const asksWhich = ({ attempt: { answer, lost } }: Reading): boolean =>
  !answer.ok &&
  answer.error.code === 'AGENT_NEEDS_ANSWER' &&
  lost.length === 0 &&
  /^(?:(?:Is|Are|Does|Do) .+, or |On which side |From where )/.test(answer.error.message)

/** `square head 20 x 21`: every number has its place, and they cannot be. In other words they cannot either. */
const cannotBe = ({ attempt: { answer, lost } }: Reading): boolean =>
  !answer.ok && lost.length === 0 && ['AGENT_CONTRADICTION', 'AGENT_IMPOSSIBLE'].includes(answer.error.code)

/** Nothing unread that asks for a shape; numbers left over are refused anyhow. */
const complete = ({ attempt: { answer } }: Reading): boolean =>
  answer.ok && !answer.value.understanding.spans.some(({ role, as }) => role === 'unread' && as === 'shape')

/** Complete, and no word of it is left over. */
const isWhole = (reading: Reading): boolean => {
  const { answer } = reading.attempt
  return complete(reading) && answer.ok && answer.value.understanding.spans.every(({ role }) => role !== 'unread')
}

function likelier(request: Request, plain: Reading): Reading[] {
  const turns = likelierOf(plain.attempt).slice(0, 3)
  return [plain, ...turns.map((turn) => turnedBy(request, plain, turn))]
}

/** What can be told in other words, from the whole of it: where all of it was understood so, those go before the plain ones. */
function inStretchesTold(request: Request, which: 'all' | 'sure'): Reading[] {
  const words = request.said + request.noted
  const stages = inStages(words)
  const ways = [
    ...(which === 'all' ? [[inStretches(words), STRETCHES, 0.2] as const] : []),
    ...(which === 'all' || stages?.sure ? [[stages, STAGES, 0.1] as const] : []),
  ]
  return ways.flatMap(([found, rule, weight]) => {
    if (!found) return []
    const items = itemsOf(words, lexicon(), [], [rule]).filter(isOutside(requirementsIn(words)))
    // What it is called makes nothing: its stretches do.
    const named = items.map((item) => (item.kind === 'word' && item.at[1] <= found.from ? aside(item) : item))
    return [{ attempt: readOnce(request, named), weight, turned: [] }]
  })
}

/** One body of which all was told and listened to. */
const isSettled = (request: Request, reading: Reading): boolean => {
  const { answer } = reading.attempt
  const plainly =
    isWhole(reading) &&
    assumesNothing(reading) &&
    answer.ok &&
    answer.value.plan.bodies.length === 1 &&
    answer.value.claims.every(({ expect }) => expect !== undefined)
  return plainly && passedBy(request, reading).length === 0
}

/** Bodies on one another, each called by any noun: read as words of ours. */
interface InOurWords {
  request: Request
  reading: Reading
  back: (at: Span) => Span
  late: boolean | 'turned'
}

function readJoined(request: Request, plain: Reading): InOurWords | undefined {
  const found = inJoined(request.said)
  if (
    !found ||
    (cannotBe(plain) && !found.counted) ||
    (found.late === true && complete(plain)) ||
    (!found.counted && isSettled(request, plain))
  )
    return undefined
  const ours = { ...request, said: found.text }
  const items = itemsOf(ours.said + ours.noted, lexicon()).filter(isOutside(requirementsIn(ours.said)))
  const reading = { attempt: readOnce(ours, items), weight: 0, turned: [] }
  return { request: ours, reading, back: found.back, late: found.late }
}

/** What they come to, in the words that were said. */
function answerOf(
  { said }: Request,
  { request, reading, back }: InOurWords,
): Result<PartAnswer, AgentError> | undefined {
  if (!complete(reading)) return undefined
  const answer = told(request, reading.attempt.answer, reading.attempt.items)
  const one = answer.ok && answer.value.plan.bodies.length === 1
  return one ? ok(inWordsSaid(answer.value, said, back)) : undefined
}

/** Told in whole solids that are one: what is known so strictly goes before what features make of it. */
function inSolids(request: Request, { attempt: { items } }: Reading): Reading | undefined {
  const attempt = request.edits || isBacked(request.said) ? undefined : readSolids(request, items)
  return attempt && { attempt, weight: 0, turned: [] }
}

/** The same by its sizes and its volume: then it is better made of features. */
function measuredAlike(one: Reading, other: Reading): boolean {
  const measured = ({ attempt: { answer } }: Reading) =>
    answer.ok
      ? answer.value.claims.flatMap(({ expect }) =>
          expect && ['size', 'volume', 'solids'].includes(expect.fact)
            ? [`${expect.fact} ${expect.field ?? ''} ${Number(expect.equals).toPrecision(9)}`]
            : [],
        )
      : []
  // A number that the one has no place for, and the other has: where something is.
  const placed = ({ attempt: { answer } }: Reading) =>
    answer.ok
      ? answer.value.plan.names.flatMap(({ origin }) => ('span' in origin && origin.span ? [origin.span[0]] : []))
      : []
  const known = new Set(placed(one))
  if (placed(other).some((at) => !known.has(at))) return false
  return [...new Set(measured(one))].toSorted().join() === [...new Set(measured(other))].toSorted().join()
}

const turnedBy = (request: Request, { weight, turned }: Reading, turn: Turn): Reading => ({
  attempt: readOnce(request, turn.items),
  weight: weight + turn.weight,
  turned: [...turned, turn],
})

/** One turn each, and where none of them does, two. */
function search(request: Request, plain: Reading): Reading[] {
  const tried: Reading[] = [plain, ...(request.edits ? [] : inStretchesTold(request, 'all'))]
  const beginnings = [...tried]
  if (tried.some(complete)) return tried
  for (let depth = 0; depth < 2 && tried.length < MOST; depth++) {
    const next: Reading[] = []
    const turns = beginnings
      .flatMap((from) => turnsOf(from.attempt).map((turn) => ({ from, turn })))
      .filter(({ from, turn }) => !from.turned.some(({ at }) => at[0] < turn.at[1] && turn.at[0] < at[1]))
      .toSorted((a, b) => a.from.weight + a.turn.weight - b.from.weight - b.turn.weight)
    for (const { from, turn } of turns.slice(0, MOST - tried.length)) {
      const reading = turnedBy(request, from, turn)
      tried.push(reading)
      next.push(reading)
    }
    if (tried.some(complete)) break
    // What leaves less over is on the way.
    const nearer = next.toSorted((a, b) => troubleOf(a) - troubleOf(b) || a.weight - b.weight)
    beginnings.splice(0, beginnings.length, ...nearer.slice(0, 4))
  }
  return tried
}

const troubleOf = ({ attempt: { answer, lost, bodies } }: Reading): number =>
  answer.ok ? 0 : bodies.length === 0 ? 100 : lost.length + (/could not be placed/.test(answer.error.message) ? 0 : 1)

function scoreOf({ attempt: { answer }, weight }: Reading): number {
  if (!answer.ok) return Number.POSITIVE_INFINITY
  const { spans, assumed } = answer.value.understanding
  const unread = spans.filter(({ role, as }) => role === 'unread' && as === undefined).length
  return weight + unread * WEIGHTS.unread + assumed.filter(({ name }) => name !== 'units').length * WEIGHTS.assumed
}

/** What is measured of a part: the same for readings that make the same. */
function shapeOf({ attempt: { answer } }: Reading): string {
  if (!answer.ok) return ''
  const facts = answer.value.claims.flatMap(({ expect }: Claim) =>
    expect ? [`${expect.fact} ${expect.field ?? ''} ${JSON.stringify(expect.equals)}`] : [],
  )
  return [...new Set(facts)].toSorted().join('\n')
}

function between({ said }: Request, ...readings: Reading[]): AgentError {
  const choices = readings.flatMap(({ attempt: { answer } }) => (answer.ok ? [answer.value.understanding.say] : []))
  return {
    ...hewnError('AGENT_NEEDS_ANSWER', 'This can be read in two ways. Which one is meant?', { choices }),
    spans: [[0, said.length]],
  }
}

/** A number that found no place, with what it may be. */
function offered(request: Request, { answer, bodies, lost }: Attempt): Result<PartAnswer, AgentError> {
  if (answer.ok || lost.length === 0 || !/could not be placed/.test(answer.error.message)) return answer
  const [at] = answer.error.spans ?? []
  if (!at || at[1] > request.said.length) return answer
  const works = (other: string) =>
    readOnce({ ...request, said: other }, itemsOf(other + request.noted, lexicon())).answer.ok
  return fail(withChoices(answer.error, choicesOf(request.said, at, bodies, works)))
}
