import {
  type AssemblyRecipe,
  type Axis,
  type ErrorBody,
  type Face,
  fail,
  hewnError,
  ok,
  type Result,
} from '@hewn/model'
import { type Settled, settleUnits } from '../read/settle-units.ts'
import type { NumberToken, Token } from '../read/tokens.ts'
import { isLength, toMm } from '../read/units.ts'
import type { Assumption, Span } from '../understanding.ts'
import { bindSides } from './bind-sides.ts'
import type { Bound, BoundLength, BoxDraft, BoxSide } from './box-draft.ts'
import type { Link, Meaning, Phrase, Reading } from './phrases.ts'
import { BOX_NOUNS, type Convention } from './words.ts'

export interface BoxReading {
  draft: BoxDraft
  changes: Change[]
  keepInside: boolean
  assumed: Assumption[]
  /** Numbers that a later look may still place: `150x100x80, 3 mm`. */
  spare: NumberToken[]
}

/** `20 mm taller`, `twice as wide`: what becomes of a side depends on the box there is. */
export interface Change {
  side: BoxSide | 'thickness'
  /** Millimetres to add, or a factor. */
  by: { add: number } | { times: number }
  span: Span
}

/** Fills the slots of a box with what the phrases say. Says no rather than choose between two meanings. */
export function bindBox(
  tokens: readonly Token[],
  reading: Reading,
  current: AssemblyRecipe | undefined,
): Result<BoxReading, ErrorBody> {
  const units = settleUnits(tokens)
  const assumed: Assumption[] = []
  const draft: BoxDraft = { sides: {} }
  const { phrases } = reading
  const all = <K extends Meaning['kind']>(kind: K) =>
    phrases.filter((phrase): phrase is Phrase & Extract<Meaning, { kind: K }> => phrase.kind === kind)
  const spanOf = ({ from, to }: Phrase): Span => [tokens[from]?.at[0] ?? 0, tokens[to - 1]?.at[1] ?? 0]
  const used = new Set<Settled['from']>()

  const length = (number: NumberToken): Result<BoundLength, ErrorBody> => {
    const settled = units.get(number)
    if (!settled || (number.unit !== undefined && !isLength(number.unit)))
      return fail(
        hewnError('AGENT_NOT_UNDERSTOOD', `“${number.text}” is not a length.`, {
          hint: 'Sizes are millimetres, cm or inches.',
        }),
      )
    if (number.value < 0)
      return fail(
        hewnError('RECIPE_NUMBER', `A size of ${number.text} cannot be: lengths are more than 0 mm.`, {
          hint: 'Leave out the minus.',
        }),
      )
    used.add(settled.from)
    const { about, bound, tolerance } = number
    return ok({
      value: toMm(number.value, settled.unit),
      origin: { from: 'said', span: number.at },
      ...(about ? { about } : {}),
      ...(bound ? { bound } : {}),
      ...(tolerance === undefined ? {} : { tolerance: toMm(tolerance, settled.unit) }),
    })
  }

  const cube = bindCube(
    all('cube').map(({ number }) => number),
    phrases,
  )
  if (!cube.ok) return cube
  const groups: Link[][] = [...all('size').map(({ links }) => links), ...cube.value]
  const sides = bindSides(groups, length)
  if (!sides.ok) return sides
  draft.sides = sides.value.sides
  if (sides.value.taken.length > 0 && cube.value.length === 0)
    assumed.push({
      name: 'sides',
      text: `${sides.value.taken.map((side) => `${draft.sides[side]?.value}`).join(' × ')} read as ${sides.value.taken.join(' × ')}`,
      why: 'no word says which is which',
    })
  const equal = isCube(phrases) ? unequalCube(draft.sides) : undefined
  if (equal) return fail(equal)

  const measures = new Set(all('measure').map(({ measure }) => measure))
  if (measures.size > 1)
    return fail(
      hewnError('AGENT_CONTRADICTION', 'Sizes are either inside or outside, and both were said.', {
        choices: ['inside', 'outside'],
      }),
    )
  const [measure] = measures
  if (measure) draft.measure = measure

  const thickness = only(
    all('thickness').map(({ number }) => number),
    'thickness',
    length,
  )
  if (!thickness.ok) return thickness
  if (thickness.value) draft.thickness = thickness.value
  const materials = new Set(
    [...all('thickness'), ...all('material')].flatMap(({ material }) => (material ? [material] : [])),
  )
  const name = widest(materials)
  if (name === null)
    return fail(
      hewnError('AGENT_CONTRADICTION', `One box is cut from one material; ${[...materials].join(' and ')} were said.`, {
        choices: [...materials],
      }),
    )
  if (name) draft.material = name

  const fingerWidth = only(
    all('fingers').map(({ number }) => number),
    'finger width',
    length,
  )
  if (!fingerWidth.ok) return fingerWidth
  if (fingerWidth.value) draft.fingerWidth = fingerWidth.value
  const kerf = only(
    all('kerf').map(({ number }) => number),
    'kerf',
    length,
  )
  if (!kerf.ok) return kerf
  if (kerf.value) draft.kerf = kerf.value
  const [fit] = all('fit')
  if (fit) draft.fit = fit.fit
  const [sheet] = all('sheet')
  if (sheet) {
    const [width, height] = [length(sheet.links[0].number), length(sheet.links[1].number)]
    if (!width.ok) return width
    if (!height.ok) return height
    draft.sheet = { width: width.value, height: height.value }
  }

  const noun = all('noun')[0]?.noun ?? (cube.value.length > 0 ? 'cube' : undefined)
  const faces = bindFaces(phrases, noun === undefined ? undefined : BOX_NOUNS.get(noun), current, assumed)
  if (!faces.ok) return faces
  Object.assign(draft, faces.value)
  const [firstOpen] = [...all('open'), ...all('enclosed'), ...all('closed')]
  if (firstOpen) draft.openSpan = spanOf(firstOpen)

  const compartments = bindCompartments(phrases, draft.open ?? openOf(current), spanOf, current, assumed)
  if (!compartments.ok) return compartments
  if (compartments.value) draft.compartments = compartments.value

  const changes: Change[] = []
  for (const phrase of all('change')) {
    const { number, sign } = phrase
    const side = phrase.side === 'length' ? 'width' : phrase.side
    if (number.unit === '%') {
      changes.push({ side, by: { times: 1 + (sign * number.value) / 100 }, span: spanOf(phrase) })
      continue
    }
    const by = length(number)
    if (!by.ok) return by
    changes.push({ side, by: { add: sign * by.value.value }, span: spanOf(phrase) })
  }
  for (const phrase of all('factor'))
    changes.push({
      side: phrase.side === 'length' ? 'width' : phrase.side,
      by: { times: phrase.factor },
      span: spanOf(phrase),
    })

  const spare = reading.unread.filter((token) => token.kind === 'number')
  // 150x100x80, 3 mm: with all sides known, one short length with a unit of its own can only be the sheet.
  const [last] = spare
  if (spare.length === 1 && last && isLength(last.unit) && !draft.thickness && Object.keys(draft.sides).length === 3) {
    const sheetThickness = length(last)
    if (sheetThickness.ok && sheetThickness.value.value <= 25) {
      draft.thickness = sheetThickness.value
      assumed.push({
        name: 'thickness',
        text: `${last.text} read as the thickness of the sheet`,
        why: 'all three sides were said before',
      })
      spare.length = 0
    }
  }
  const [first] = units.values()
  if (used.has('assumed')) assumed.push({ name: 'units', text: 'sizes in millimetres', why: 'no unit was said' })
  else if (used.has('only') && first && first.unit !== 'mm')
    assumed.push({
      name: 'units',
      text: `sizes without a unit in ${first.unit}`,
      why: 'it is the only unit that was said',
    })
  return ok({ draft, changes, keepInside: all('keep-inside').length > 0, assumed, spare })
}

/** One value, however often it was said; two different ones contradict each other. */
function only(
  numbers: readonly NumberToken[],
  name: string,
  length: (number: NumberToken) => Result<BoundLength, ErrorBody>,
): Result<BoundLength | undefined, ErrorBody> {
  let found: { bound: BoundLength; text: string } | undefined
  for (const number of numbers) {
    const read = length(number)
    if (!read.ok) return read
    if (found && found.bound.value !== read.value.value)
      return fail(
        hewnError('AGENT_CONTRADICTION', `The ${name} is said twice: ${found.text} and ${number.text}.`, {
          choices: [`${name} ${found.text}`, `${name} ${number.text}`],
        }),
      )
    found ??= { bound: read.value, text: number.text }
  }
  return ok(found?.bound)
}

/** `birch` and `birch plywood` are one material; `birch` and `acrylic` are two (null). */
function widest(materials: ReadonlySet<string>): string | null | undefined {
  const longest = [...materials].toSorted((a, b) => b.length - a.length)[0]
  return [...materials].every((name) => longest?.includes(name)) ? longest : null
}

const isCube = (phrases: readonly Phrase[]): boolean =>
  phrases.some((phrase) => phrase.kind === 'cube' || (phrase.kind === 'noun' && phrase.noun === 'cube'))

function bindCube(numbers: readonly NumberToken[], phrases: readonly Phrase[]): Result<Link[][], ErrorBody> {
  const [side, ...more] = numbers
  if (!side) return ok([])
  const other = more.find((number) => number.value !== side.value) ?? phrases.find(({ kind }) => kind === 'size')
  if (other)
    return fail(hewnError('AGENT_CONTRADICTION', `A cube has one size, and besides ${side.text} there is another.`))
  return ok([[{ number: side }, { number: side }, { number: side }]])
}

function unequalCube({ width, depth, height }: BoxDraft['sides']): ErrorBody | undefined {
  if (!width || !depth || !height || (width.value === depth.value && depth.value === height.value)) return undefined
  return hewnError(
    'AGENT_CONTRADICTION',
    `A cube has equal sides, and ${width.value} × ${depth.value} × ${height.value} mm are not.`,
    {
      choices: [`cube of ${width.value}`, `closed box ${width.value}x${depth.value}x${height.value}`],
    },
  )
}

/** The faces a recipe leaves open, said or by its form. */
export function openOf(recipe: AssemblyRecipe | undefined): Face[] {
  return recipe?.openFaces ?? (recipe?.type === 'basicBox' ? ['top'] : [])
}

function bindFaces(
  phrases: readonly Phrase[],
  convention: Convention | undefined,
  current: AssemblyRecipe | undefined,
  assumed: Assumption[],
): Result<Pick<BoxDraft, 'open' | 'lid'>, ErrorBody> {
  const open = new Set<Face>()
  const closed = new Set<Face>()
  let exact = phrases.some(({ kind }) => kind === 'instead')
  let enclosed = false
  let lid: BoxDraft['lid']
  for (const phrase of phrases) {
    if (phrase.kind === 'open') {
      for (const face of phrase.faces) open.add(face)
      exact ||= phrase.only
    } else if (phrase.kind === 'closed') for (const face of phrase.faces) closed.add(face)
    else if (phrase.kind === 'enclosed') enclosed = true
    else if (phrase.kind === 'no-lid') {
      open.add('top')
      lid = 'none'
    } else if (phrase.kind === 'lid') {
      closed.add('top')
      if (phrase.lid === 'fixed') lid = 'none'
      else lid = { face: 'positive', kind: phrase.lid }
      if (!phrase.said) assumed.push({ name: 'lid', text: 'a lift-off lid', why: 'no word says how the lid opens' })
    }
  }
  const both = [...open].filter((face) => closed.has(face))
  if (both.length > 0)
    return fail(facesContradict(`The ${both.join(' and ')} cannot be open and closed at once.`, both[0]))
  if (enclosed && open.size > 0) {
    const named = [...open]
    return fail(facesContradict(`The box is to be closed, and open at the ${named.join(' and ')}.`, named[0]))
  }

  const lidded = lid === undefined ? {} : { lid }
  if (enclosed) return ok({ open: [], ...lidded })
  if (current) {
    if (open.size === 0 && closed.size === 0) return ok(lidded)
    const kept = exact ? [] : openOf(current)
    const together = [...new Set([...kept, ...open])].filter((face) => !closed.has(face))
    // A lid that opens closes its face, so opening the top takes the lid away.
    return ok({ open: together, ...(open.has('top') && lid === undefined ? { lid: 'none' } : lidded) })
  }
  const habit = convention ?? { open: ['top'] as Face[], firm: false }
  if (open.size === 0) {
    const left = habit.open.filter((face) => !closed.has(face))
    if (closed.size === 0)
      assumed.push({
        name: 'open faces',
        text: left.length > 0 ? `open at the ${left.join(' and ')}` : 'closed on all sides',
        why: 'no word says what is open',
      })
    return ok({ open: left, ...lidded })
  }
  const usual = habit.firm && !exact ? habit.open.filter((face) => !closed.has(face)) : []
  const together = [...new Set([...usual, ...open])]
  const shut = habit.open.filter((face) => !together.includes(face) && !closed.has(face))
  if (shut.length > 0 && !exact)
    assumed.push({
      name: 'open faces',
      text: `closed at the ${shut.join(' and ')}`,
      why: `only the ${[...open].join(' and ')} was said to be open`,
    })
  return ok({ open: together, ...lidded })
}

const facesContradict = (message: string, face: Face | undefined): ErrorBody =>
  hewnError('AGENT_CONTRADICTION', message, { choices: [`open ${face ?? 'top'}`, `closed ${face ?? 'top'}`] })

function bindCompartments(
  phrases: readonly Phrase[],
  open: readonly Face[],
  spanOf: (phrase: Phrase) => Span,
  current: AssemblyRecipe | undefined,
  assumed: Assumption[],
): Result<BoxDraft['compartments'], ErrorBody> {
  const kinds = ['grid', 'cells', 'columns', 'rows', 'dividers', 'shelves', 'undivided', 'instead-of'] as const
  const said = phrases.filter((phrase): phrase is Phrase & Extract<Meaning, { kind: (typeof kinds)[number] }> =>
    (kinds as readonly string[]).includes(phrase.kind),
  )
  const old = said.find((phrase) => phrase.kind === 'instead-of')
  const has = countOf(current)
  if (old && old.count.value !== has)
    return fail(
      hewnError(
        'AGENT_CONTRADICTION',
        `The request speaks of ${old.count.text} compartments, and the box has ${has === undefined ? 'none yet' : has}.`,
      ),
    )
  const now = said.filter((phrase) => phrase.kind !== 'instead-of')
  const [first, second, ...more] = now
  if (!first) return ok(undefined)
  const span = spanOf(first)
  // A box that opens to the front is divided as one looks at it: columns and rows upright.
  const upright = open.includes('front') && !open.includes('top')
  const axes: [Axis, Axis] = upright ? ['x', 'y'] : ['x', 'z']

  const columns = now.find((phrase) => phrase.kind === 'columns')
  const rows = now.find((phrase) => phrase.kind === 'rows')
  if (now.length === 2 && columns && rows)
    return ok({ columns: piece(columns.count), rows: piece(rows.count), axes, span })
  const grid = now.find((phrase) => phrase.kind === 'grid')
  const total = now.find((phrase) => phrase.kind === 'cells')
  if (now.length === 2 && grid && total && grid.columns.value * grid.rows.value === total.count.value)
    return ok({ columns: piece(grid.columns), rows: piece(grid.rows), axes, span })
  if (second || more.length > 0)
    return fail(
      hewnError('AGENT_CONTRADICTION', 'The box is divided in two ways at once.', {
        hint: 'Say one, for example: 3x2 compartments.',
      }),
    )

  switch (first.kind) {
    case 'undivided':
      return ok('none')
    case 'grid':
      return ok({ columns: piece(first.columns), rows: piece(first.rows), axes, span })
    case 'columns':
      return ok({ columns: piece(first.count), axes, span })
    case 'rows':
      return ok({ rows: piece(first.count), axes, span })
    case 'cells':
    case 'dividers': {
      const more = first.kind === 'dividers' ? 1 : 0
      const columns = more ? plusOne(first.count) : piece(first.count)
      const grown =
        has !== undefined &&
        current?.subdivisions?.some((step) => step.type === 'grid' && (step.columns ?? 1) > 1 && (step.rows ?? 1) > 1)
      if (grown)
        return fail(
          hewnError('AGENT_NEEDS_ANSWER', `How should ${columns.value} compartments lie?`, {
            choices: layouts(columns.value),
          }),
        )
      if (columns.value > 1)
        assumed.push({
          name: 'compartments',
          text: `${columns.value} compartments side by side along the width`,
          why: 'no word says how they lie',
        })
      return ok({ columns, axes, span })
    }
    case 'shelves':
      assumed.push({
        name: 'compartments',
        text: `${first.count.text} shelves make ${first.count.value + 1} compartments`,
        why: 'bottom and top are not counted as shelves',
      })
      return ok({ rows: plusOne(first.count), axes: ['x', 'y'], span })
  }
}

const piece = (number: NumberToken): Bound => ({ value: number.value, origin: { from: 'said', span: number.at } })

const plusOne = (count: NumberToken): Bound => ({
  value: count.value + 1,
  origin: { from: 'derived', formula: `${count.value} + 1`, span: count.at },
})

function layouts(count: number): string[] {
  const pairs = [`${count}x1 compartments`]
  for (let columns = Math.floor(count / 2); columns > 1 && pairs.length < 4; columns--)
    if (count % columns === 0) pairs.push(`${columns}x${count / columns} compartments`)
  return pairs
}

/** How many compartments a recipe has, where its divisions are those the planner writes. */
export function countOf(recipe: AssemblyRecipe | undefined): number | undefined {
  const [step, ...more] = recipe?.subdivisions ?? []
  if (!step) return recipe ? 1 : undefined
  if (more.length > 0 || step.type === 'split') return undefined
  return step.type === 'grid' ? (step.columns ?? 1) * (step.rows ?? 1) : step.count
}
