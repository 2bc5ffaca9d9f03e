import { executeRecipe, parseRecipe } from '@hewn/boxes'
import {
  type AssemblyRecipe,
  type Claim,
  type DesignAnswer,
  type ErrorBody,
  fail,
  hewnError,
  ok,
  type Result,
} from '@hewn/model'
import { isOutside, type Requirement, requirementsIn } from '../contract/requirements.ts'
import { inTheirWords, toEnglish } from '../languages/to-english.ts'
import { asksOnly } from '../read/asks-only.ts'
import { type Token, tokenise } from '../read/tokens.ts'
import type { Assumption, Understanding } from '../understanding.ts'
import { type BoxReading, bindBox } from './bind-box.ts'
import { boxClaims, fitsInto, type Quoted } from './box-claims.ts'
import type { Contents } from './bind-contents.ts'
import { BOX_SIDES, type BoxSide } from './box-draft.ts'
import { changedRecipe, newRecipe, outsideOf, STANDARD_THICKNESS } from './box-recipe.ts'
import { toldByInside } from './inside.ts'
import { plainWords } from './plain-words.ts'
import { mendWords } from './mend-words.ts'
import type { Phrase, Reading } from './meaning.ts'
import { readPhrases } from './phrases.ts'
import { problemsOf, recipeError } from './recipe-error.ts'
import { ask, askAboutNumber, refuseReading } from './refuse-reading.ts'
import { retold } from './retold.ts'
import { sayBox } from './say-box.ts'
import { unheardOrders } from './unheard-orders.ts'
import { withFeatures } from './with-features.ts'

export interface BoxPlan extends DesignAnswer {
  by: 'planner'
  assumed: Assumption[]
  claims: Claim[]
  understanding: Understanding
}

/**
 * Reads words as a box, or as a change of the box there is. Every number of the words is in the recipe, or the answer
 * is a refusal that names it.
 * @example planBox('open top box 150x100x80') // → { ok: true, value: { recipe: { type: 'basicBox', width: 150, … } } }
 */
export function planBox(words: string, current?: AssemblyRecipe): Result<BoxPlan, ErrorBody> {
  const english = toEnglish(words)
  if (english.refused) return fail(english.refused)
  const { language, back, dropped } = english
  const quoted = { slice: (from: number, to: number) => words.slice(...back([from, to])) }
  const read = planEnglish(english.text, quoted, current)
  if (language === 'en') return read
  if (!read.ok) return fail(inTheirWords(read.error, words, english))
  const { understanding } = read.value
  const spans = [
    ...understanding.spans.map((span) => ({ ...span, at: back(span.at) })),
    ...dropped.map((at) => ({ at, role: 'filler' as const })),
  ].toSorted((a, b) => a.at[0] - b.at[0])
  return ok({ ...read.value, understanding: { ...understanding, language, spans } })
}

/** `quoted` gives the words as they were written, in whatever language, by their place in the English. */
function planEnglish(words: string, quoted: Quoted, current?: AssemblyRecipe): Result<BoxPlan, ErrorBody> {
  if (asksOnly(words))
    return fail(
      hewnError('AGENT_NOT_UNDERSTOOD', 'That is a question about the box; nothing was changed.', {
        hint: 'Say what should be made or changed, for example: make it 20 mm taller.',
      }),
    )
  // Of a round hole the sign says nothing that the word does not.
  const asked = requirementsIn(words)
  const said = tokenise(words.replaceAll(/[Øø⌀](?=\s*[\d.])/gu, ' ')).filter(isOutside(asked))
  const again = current && retold(words, current)
  const read = again ? retoldPlan(again, words, quoted) : promised(asked, planTokens(said, words, quoted, current))
  if (read.ok || read.error.code !== 'RECIPE_TOO_LARGE') return read
  // `100 x 100 x 50, 1/4" ply`: inches of the sheet are none of a box that would be larger than any.
  const sizes = said.filter((token) => token.kind === 'number')
  const sheets = sizes.filter(({ unit }) => unit !== undefined)
  if (sheets.length !== 1 || sheets[0]?.unit !== 'in' || sheets[0].value > 1) return read
  const metric = said.map((token) =>
    token.kind === 'number' && token.unit === undefined && token.value >= 20
      ? { ...token, unit: 'mm' as const }
      : token,
  )
  const other = promised(asked, planTokens(metric, words, quoted, current))
  if (!other.ok) return read
  const assumed = { name: 'units', text: 'sizes in millimetres', why: 'in inches the box would be too large' }
  return ok({
    ...other.value,
    assumed: [...other.value.assumed, assumed],
    notes: [...other.value.notes, `Assumed: ${assumed.text} (${assumed.why}).`],
    understanding: { ...other.value.understanding, assumed: [...other.value.understanding.assumed, assumed] },
  })
}

/** A text or a hole of the box there is, told again: all of the words are about it. */
function retoldPlan(recipe: AssemblyRecipe, words: string, quoted: Quoted): Result<BoxPlan, ErrorBody> {
  const built = build(recipe)
  if (!built.ok) return built
  const say = sayBox(recipe)
  return ok({
    recipe,
    notes: [`${say.charAt(0).toUpperCase()}${say.slice(1)}.`, ...built.value.notes.map(({ text }) => text)],
    by: 'planner',
    assumed: [],
    claims: boxClaims(recipe, { sides: {} }, quoted, built.value.glued, undefined),
    understanding: {
      kind: 'box',
      language: 'en',
      say,
      spans: [{ at: [0, words.length], role: 'used', as: 'change' }],
      assumed: [],
    },
  })
}

/** What is asked of the box beside its sizes is promised too (AG21). */
function promised(asked: readonly Requirement[], read: Result<BoxPlan, ErrorBody>): Result<BoxPlan, ErrorBody> {
  if (!read.ok || asked.length === 0) return read
  const { claims, understanding } = read.value
  const spans = asked.map(({ at }) => ({ at, role: 'used' as const, as: 'requirement' }))
  return ok({
    ...read.value,
    claims: [...claims, ...asked.map(({ claim }) => claim)],
    understanding: {
      ...understanding,
      spans: [...understanding.spans, ...spans].toSorted((a, b) => a.at[0] - b.at[0]),
    },
  })
}

function planTokens(
  said: readonly Token[],
  words: string,
  quoted: Quoted,
  current?: AssemblyRecipe,
): Result<BoxPlan, ErrorBody> {
  const tokens = plainWords(said)
  const mended = mendWords(tokens)
  const reading = readPhrases(mended.tokens)
  const unheard = unheardOrders(reading, mended.tokens)
  const refused = refuseReading(reading, current !== undefined) ?? unheard.refused
  if (refused) return fail(refused)

  const mode = current ? editOrNew(reading) : 'new'
  if (mode === 'unclear') {
    // A number that can be in no box is said at once: the answer to the question would not mend it.
    const either = bindBox(tokens, reading, undefined)
    if (!either.ok && either.error.code.startsWith('RECIPE_')) return either
    const below = either.ok ? either.value.spare.find(({ value }) => value < 0) : undefined
    if (below) return fail(askAboutNumber(below))
    return fail(
      ask('Is this a new box, or a change of the one there is?', [
        'change the box there is',
        'a new box, with all three sizes',
      ]),
    )
  }
  const base = mode === 'edit' ? current : undefined
  const bound = bindBox(tokens, reading, base)
  if (!bound.ok) return bound
  const [spare] = bound.value.spare
  if (spare) return fail(askAboutNumber(spare))

  const { draft } = bound.value
  const plain = base ? ok(changedRecipe(base, bound.value)) : newRecipe(draft)
  if (!plain.ok) return plain
  const featured = (sized: AssemblyRecipe) => withFeatures(sized, bound.value.features, words, outerSizes(sized))
  const told = base ? toldByInside(base, plain.value, featured(plain.value), bound.value) : ok({})
  if (!told.ok) return told
  const made = (): AssemblyRecipe => featured({ ...plain.value, ...told.value })
  const asSaid = made()
  const first = build(asSaid)
  const recipe = ok(!first.ok && lettersFit(first.error, bound.value) ? made() : asSaid)
  const built = first.ok ? first : build(recipe.value)
  if (!built.ok) return built
  const { contents } = bound.value
  const tight = contents && tooTight(contents, built.value.clear)
  if (tight) return fail(tight)

  const assumed = [
    ...mended.assumed,
    ...nameless(reading, base),
    ...bound.value.assumed,
    ...sheetAssumed(recipe.value, bound.value, base),
  ]
  const say = sayBox(recipe.value)
  const notes = [
    `${say.charAt(0).toUpperCase()}${say.slice(1)}.`,
    ...assumed.map(({ text, why }) => `Assumed: ${text} (${why}).`),
    ...bounds(bound.value),
    ...toldSizes(told.value, plain.value, bound.value),
    ...unused(reading, tokens, quoted, contents !== undefined),
    ...built.value.notes
      .filter(({ path }) => !(path === 'material.thickness' && assumed.some(saysThickness)))
      .map(({ text }) => text),
  ]
  return ok({
    recipe: recipe.value,
    notes,
    by: 'planner',
    assumed,
    claims: boxClaims(recipe.value, draft, quoted, built.value.glued, contents),
    understanding: {
      kind: 'box',
      language: 'en',
      say,
      spans: spansOf(reading, tokens, unheard.open),
      assumed,
      ...(current && mode === 'new' ? { anew: true as const } : {}),
    },
  })
}

/** Letters of no said height that find no room get the height there is room for. True, where that was so. */
function lettersFit({ code, hint = '' }: ErrorBody, { features, assumed }: BoxReading): boolean {
  const most = code === 'RECIPE_TEXT' ? Number(/works: ([\d.]+)\.$/.exec(hint)?.[1]) : Number.NaN
  const free = features.texts.filter((text) => text.assumed)
  if (free.length === 0 || !(most >= LEAST_LETTERS)) return false
  const height = Math.floor(most * 2) / 2
  for (const text of free) text.height = height
  const said = assumed.find(({ name }) => name === 'text height')
  if (said)
    Object.assign(said, { text: `letters ${height} mm high`, why: 'no height was said, and so high they have room' })
  return true
}
const LEAST_LETTERS = 3

/** A body with sizes of its own starts anew; words without a body, or about the one there is, change it. */
function editOrNew({ phrases }: Reading): 'new' | 'edit' | 'unclear' {
  const nouns = phrases.filter((phrase) => phrase.kind === 'noun')
  const whole = phrases.some(
    (phrase) => (phrase.kind === 'size' && phrase.links.length === 3) || phrase.kind === 'cube',
  )
  const sides = phrases.flatMap((phrase) => (phrase.kind === 'size' ? phrase.links : []))
  const relative = phrases.some(
    ({ kind }) => kind === 'change' || kind === 'factor' || kind === 'scale' || kind === 'step',
  )
  if (phrases.some(({ kind }) => kind === 'cube' || kind === 'anew')) return 'new'
  if (nouns.length === 0 || relative || nouns.some(({ definite }) => definite)) return 'edit'
  if (whole || sides.length >= 3) return 'new'
  return nouns.some(({ anew }) => anew) ? 'unclear' : 'edit'
}

interface BuiltBox {
  notes: readonly { path: string; text: string }[]
  glued: number
  /** Clear sizes of the compartments along x, y, z of the world. */
  clear: readonly (readonly [number, number, number])[]
}

const outerSizes = (recipe: AssemblyRecipe): Record<BoxSide, number> => ({
  width: outsideOf(recipe, 'width'),
  depth: outsideOf(recipe, 'depth'),
  height: outsideOf(recipe, 'height'),
})

/** What is to go in does not: told with both sizes. */
function tooTight({ clear, what }: Contents, compartments: BuiltBox['clear']): ErrorBody | undefined {
  const [first] = compartments
  if (!first || compartments.every((one) => fitsInto(clear, one) !== undefined)) return undefined
  const needed = [clear.width, clear.depth, ...(clear.height === undefined ? [] : [clear.height])]
  return hewnError(
    'AGENT_IMPOSSIBLE',
    `${what} need ${needed.join(' × ')} mm clear, and there are ${first.join(' × ')} mm.`,
    {
      hint: `The nearest that works: a box of ${needed.join('x')} inside.`,
    },
  )
}

/** The engine has the last word: limits, sealed compartments, what boxes cannot do yet. */
function build(recipe: AssemblyRecipe): Result<BuiltBox, ErrorBody> {
  const parsed = parseRecipe(recipe)
  if (!parsed.ok) return fail(recipeError(parsed.error))
  try {
    const { engine } = executeRecipe(parsed.value)
    if (!engine.proof.ok)
      return fail(
        hewnError('JOB_NOT_PROVEN', 'The box has no proof of fit; this is a fault of ours.', {
          hint: 'Change a size a little, and please report it.',
        }),
      )
    const along = ([from, to]: readonly [number, number]): number => (to - from) / 1000
    return ok({
      notes: engine.notes,
      glued: engine.joints.filter(({ kind }) => kind === 'plain').length,
      clear: engine.design.leaves.map(({ clear }) => [along(clear.x), along(clear.z), along(clear.y)] as const),
    })
  } catch (error) {
    const problems = problemsOf(error)
    if (problems) return fail(recipeError(problems))
    throw error
  }
}

function sheetAssumed(
  recipe: AssemblyRecipe,
  { draft, changes }: BoxReading,
  base: AssemblyRecipe | undefined,
): Assumption[] {
  if (base || draft.thickness || changes.length > 0 || recipe.material?.thickness !== undefined) return []
  return [{ name: 'thickness', text: `${STANDARD_THICKNESS} mm sheet`, why: 'no thickness was said' }]
}

/** Three sizes and a name nobody knows: it is made as a box, and said so. */
function nameless({ phrases, unread }: Reading, base: AssemblyRecipe | undefined): Assumption[] {
  const [name] = unread.filter(({ kind }) => kind === 'word')
  const known = phrases.some(({ kind }) => ['noun', 'cube', 'object', 'jars', 'things'].includes(kind))
  if (base || known || name?.kind !== 'word') return []
  return [{ name: 'kind', text: 'a box', why: `“${name.text}” is no kind of box that is known` }]
}

const saysThickness = ({ name }: Assumption): boolean => name === 'thickness'

function bounds({ draft }: BoxReading): string[] {
  return BOX_SIDES.flatMap((side) => {
    const said = draft.sides[side]
    if (said?.bound)
      return [`Assumed: ${side} ${said.value} mm (the ${said.bound === 'min' ? 'least' : 'most'} that was asked for).`]
    return said?.about ? [`Assumed: ${side} ${said.value} mm exactly (about that was asked for).`] : []
  })
}

/** Why a side is not as large as the words say: they speak of the other side of the wall. */
function toldSizes(told: Partial<Record<BoxSide, number>>, plain: AssemblyRecipe, { draft }: BoxReading): string[] {
  return BOX_SIDES.flatMap((side) => {
    const [size, said] = [told[side], draft.sides[side]]
    if (size === undefined || size === plain[side]) return []
    const why = said ? `${said.value} mm ${draft.measure} was said` : 'the inside stays as it was'
    return [`${side.charAt(0).toUpperCase()}${side.slice(1)} ${size} mm: ${why}.`]
  })
}

function unused({ phrases, unread }: Reading, tokens: readonly Token[], words: Quoted, held: boolean): string[] {
  const purposes = phrases.flatMap((phrase) =>
    phrase.kind === 'purpose' || phrase.kind === 'things' || (phrase.kind === 'object' && !held)
      ? [spanOf(phrase, tokens)]
      : [],
  )
  const plain = unread.filter(({ kind }) => kind === 'word').map(({ at }) => at)
  const spans = [...purposes, ...plain].toSorted((a, b) => a[0] - b[0])
  if (spans.length === 0) return []
  return [`Not used: ${spans.map((span) => `“${words.slice(...span)}”`).join(', ')}.`]
}

function spansOf(
  { phrases, unread }: Reading,
  tokens: readonly Token[],
  strange: ReadonlySet<Token>,
): Understanding['spans'] {
  const read = phrases.map((phrase) => {
    const at = spanOf(phrase, tokens)
    if (phrase.kind === 'filler') return { at, role: 'filler' as const }
    return phrase.kind === 'purpose' || phrase.kind === 'things'
      ? { at, role: 'noted' as const, as: 'purpose' }
      : { at, role: 'used' as const, as: phrase.kind }
  })
  const left = unread.map((token) => {
    const { kind, at } = token
    if (kind === 'number') return { at, role: 'used' as const, as: 'thickness' }
    return { at, role: 'unread' as const, ...(strange.has(token) ? { as: 'shape' } : {}) }
  })
  return [...read, ...left].toSorted((a, b) => a.at[0] - b.at[0])
}

const spanOf = ({ from, to }: Phrase, tokens: readonly Token[]): [number, number] => [
  tokens[from]?.at[0] ?? 0,
  tokens[to - 1]?.at[1] ?? 0,
]
