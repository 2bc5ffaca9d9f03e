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
import type { Assumption, Span } from '../understanding.ts'
import { crosses, type Division, DIVISIONS, divisionOf, piece, plusOne } from './bind-together.ts'
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
  const kinds: readonly string[] = [...DIVISIONS, 'instead-of']
  const said = phrases.filter((phrase): phrase is Division | (Phrase & { kind: 'instead-of' }) =>
    kinds.includes(phrase.kind),
  )
  const old = said.find((phrase) => phrase.kind === 'instead-of')
  const has = countOf(current)
  const now = said.filter((phrase) => phrase.kind !== 'instead-of')
  const [first, ...more] = now
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

  const together = more.length > 0 ? divisionOf(now, axes, deeper) : 'open'
  if (!together)
    return fail(
      hewnError('AGENT_CONTRADICTION', 'The box is divided in two ways at once.', {
        hint: 'Say one, for example: 3x2 compartments.',
      }),
    )
  if (together !== 'open') return ok({ ...together, span })
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
        const made = crosses(run, deeper)
        const count = plusOne(first.count)
        assumed.push({
          name: 'dividers',
          text: `${first.count.text} ${first.count.value === 1 ? 'divider' : 'dividers'} from ${made === 'rows' ? 'left to right' : 'front to back'}`,
          why: 'along means that they run that way',
        })
        return ok({ [made]: count, axes: ['x', 'z'], span })
      }
      if (first.kind === 'cells' && first.lie) return ok({ [first.lie]: piece(first.count), axes, span })
      const columns = first.kind === 'dividers' ? plusOne(first.count) : piece(first.count)
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
  for (const { of, sign, count, times } of steps) {
    const whole = columns * rows
    const by = times === undefined ? sign * (count?.value ?? 1) : (hadOf(of, current) ?? 1) * (times - 1)
    if (!Number.isInteger(by))
      return fail(ask(`How many ${NAMED[of] ?? of} should there be?`, layouts(Math.max(2, Math.round(whole / 2)))))
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

function layouts(count: number): string[] {
  const pairs = [`${count}x1 compartments`]
  for (let columns = Math.floor(count / 2); columns > 1 && pairs.length < 4; columns--)
    if (count % columns === 0) pairs.push(`${columns}x${count / columns} compartments`)
  return pairs
}
