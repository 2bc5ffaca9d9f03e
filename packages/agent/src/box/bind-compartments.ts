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
import type { NumberToken } from '../read/tokens.ts'
import type { Assumption, Span } from '../understanding.ts'
import type { Bound, BoxDraft, Compartments } from './box-draft.ts'
import type { Meaning, Phrase, StepOf } from './meaning.ts'
import { countOf, layoutOf } from './of-recipe.ts'
import { ask } from './refuse-reading.ts'

/** How the box is divided; `none` when the words take the dividers out, nothing when they say nothing of it. */
export function bindCompartments(
  phrases: readonly Phrase[],
  open: readonly Face[],
  spanOf: (phrase: Phrase) => Span,
  current: AssemblyRecipe | undefined,
  assumed: Assumption[],
  adding: boolean,
  deeper: boolean,
): Result<BoxDraft['compartments'], ErrorBody> {
  const kinds = [
    'grid',
    'cells',
    'columns',
    'rows',
    'dividers',
    'shelves',
    'levels',
    'undivided',
    'instead-of',
  ] as const
  const said = phrases.filter((phrase): phrase is Phrase & Extract<Meaning, { kind: (typeof kinds)[number] }> =>
    (kinds as readonly string[]).includes(phrase.kind),
  )
  const old = said.find((phrase) => phrase.kind === 'instead-of')
  const has = countOf(current)
  const now = said.filter((phrase) => phrase.kind !== 'instead-of')
  const [first, second, ...more] = now
  if (!first) return bindStep(phrases, spanOf, current)
  const before = old && hadOf(first.kind, current)
  if (old && old.count.value !== before)
    return fail(
      hewnError(
        'AGENT_CONTRADICTION',
        `The request speaks of ${old.count.text} ${NAMES[first.kind] ?? 'compartments'}, and the box has ${before === undefined ? 'none that can be counted' : before}.`,
      ),
    )
  // `add 2 dividers` to a box that has some: two in all, or two more?
  if (adding && has !== undefined && has > 1)
    return fail(
      ask(`The box has ${has} compartments already. How many should it have in all?`, [
        `${has + 1} compartments`,
        `${has + 2} compartments`,
      ]),
    )
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
    // `4 columns` of a box that has rows as well leaves the rows as they are.
    case 'columns':
      return ok({ columns: piece(first.count), ...stays('rows', current, span), axes, span })
    case 'rows':
      return ok({ rows: piece(first.count), ...stays('columns', current, span), axes, span })
    case 'cells':
    case 'dividers': {
      const run = first.kind === 'dividers' ? first.run : undefined
      if (first.kind === 'dividers' && run) {
        const axis = run === 'x' || run === 'z' ? run : (run === 'lengthwise') !== deeper ? 'x' : 'z'
        const count = plusOne(first.count)
        assumed.push({
          name: 'dividers',
          text: `${first.count.text} ${first.count.value === 1 ? 'divider' : 'dividers'} from ${axis === 'x' ? 'left to right' : 'front to back'}`,
          why: 'along means that they run that way',
        })
        return ok({ ...(axis === 'x' ? { rows: count } : { columns: count }), axes: ['x', 'z'], span })
      }
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
    case 'levels':
      return ok({ rows: piece(first.count), axes: ['x', 'y'], span })
    case 'shelves':
      assumed.push({
        name: 'compartments',
        text: `${first.count.text} ${first.count.value === 1 ? 'shelf makes' : 'shelves make'} ${first.count.value + 1} compartments`,
        why: 'bottom and top are not counted as shelves',
      })
      return ok({ rows: plusOne(first.count), axes: ['x', 'y'], span })
  }
}

/** The other direction of a grid there is. */
function stays(what: 'columns' | 'rows', current: AssemblyRecipe | undefined, span: Span): Partial<Compartments> {
  const layout = current && layoutOf(current)
  if (!layout || layout.columns === 1 || layout.rows === 1) return {}
  return { [what]: { value: layout[what], origin: { from: 'derived', formula: `${layout[what]}`, span } } }
}

const NAMES: Partial<Record<Meaning['kind'], string>> = {
  columns: 'columns',
  rows: 'rows',
  shelves: 'shelves',
  dividers: 'dividers',
}

/** How many of what the words count the box has now: `4 columns instead of 3`. */
function hadOf(kind: Meaning['kind'], current: AssemblyRecipe | undefined): number | undefined {
  const layout = current && layoutOf(current)
  if (!layout) return undefined
  if (kind === 'columns') return layout.columns
  if (kind === 'rows' || kind === 'levels') return layout.rows
  if (kind === 'shelves') return layout.rows - 1
  if (kind === 'dividers') return layout.columns + layout.rows - 2
  return layout.columns * layout.rows
}

/** `one more column`: what there is, and so many more or less. */
function bindStep(
  phrases: readonly Phrase[],
  spanOf: (phrase: Phrase) => Span,
  current: AssemblyRecipe | undefined,
): Result<BoxDraft['compartments'], ErrorBody> {
  const steps = phrases.filter((phrase) => phrase.kind === 'step')
  const [first] = steps
  if (!first) return ok(undefined)
  const layout = layoutOf(current)
  if (!layout)
    return fail(
      hewnError('AGENT_UNSUPPORTED', 'The compartments of this box are of different sizes; one more cannot be added.', {
        hint: 'Say all of them, for example: 3x2 compartments.',
      }),
    )
  let { columns, rows } = layout
  const { axes } = layout
  for (const { of, sign, count } of steps) {
    const by = sign * (count?.value ?? 1)
    const whole = columns * rows
    if (of === 'drawers' && !current?.drawers?.some(({ void: place }) => place === 'root/*'))
      return fail(ask('How many drawers should there be in all?', ['2 drawers', '3 drawers', '4 drawers']))
    if (of === 'columns') columns += by
    else if (of === 'rows' || of === 'shelves') {
      if (of === 'shelves') axes[1] = 'y'
      rows += by
    } else if (columns > 1 && rows > 1)
      return fail(
        ask(`How should ${whole + by} ${of === 'dividers' ? 'compartments' : NAMED[of]} lie?`, layouts(whole + by)),
      )
    else if (rows > 1) rows += by
    else columns += by
  }
  if (columns < 1 || rows < 1)
    return fail(
      hewnError(
        'AGENT_CONTRADICTION',
        `There are ${layout.columns} columns and ${layout.rows} rows; so many cannot be taken out.`,
        {
          hint: 'No compartments: “without dividers”.',
        },
      ),
    )
  const span = spanOf(first)
  const [was] = steps
  const text = was?.count?.text ?? '1'
  const bound = (value: number, from: number): Bound => ({
    value,
    origin: { from: 'derived', formula: `${from} ${value < from ? '-' : '+'} ${text}`, span },
  })
  if (columns === 1 && rows === 1) return ok('none')
  return ok({
    ...(columns > 1 ? { columns: bound(columns, layout.columns) } : {}),
    ...(rows > 1 ? { rows: bound(rows, layout.rows) } : {}),
    axes,
    span,
  })
}

const NAMED: Partial<Record<StepOf, string>> = { cells: 'compartments', drawers: 'drawers' }

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
