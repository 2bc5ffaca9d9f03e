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
import type { Bound, BoxDraft } from './box-draft.ts'
import type { Meaning, Phrase } from './meaning.ts'
import { countOf } from './of-recipe.ts'
import { ask } from './refuse-reading.ts'

/** How the box is divided; `none` when the words take the dividers out, nothing when they say nothing of it. */
export function bindCompartments(
  phrases: readonly Phrase[],
  open: readonly Face[],
  spanOf: (phrase: Phrase) => Span,
  current: AssemblyRecipe | undefined,
  assumed: Assumption[],
  adding: boolean,
): Result<BoxDraft['compartments'], ErrorBody> {
  const kinds = ['grid', 'cells', 'columns', 'rows', 'dividers', 'shelves', 'undivided', 'instead-of'] as const
  const said = phrases.filter((phrase): phrase is Phrase & Extract<Meaning, { kind: (typeof kinds)[number] }> =>
    (kinds as readonly string[]).includes(phrase.kind),
  )
  const old = said.find((phrase) => phrase.kind === 'instead-of')
  const has = countOf(current)
  const now = said.filter((phrase) => phrase.kind !== 'instead-of')
  const [first, second, ...more] = now
  if (!first) return ok(undefined)
  if (old && old.count.value !== has)
    return fail(
      hewnError(
        'AGENT_CONTRADICTION',
        `The request speaks of ${old.count.text} compartments, and the box has ${has === undefined ? 'none yet' : has}.`,
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
        text: `${first.count.text} ${first.count.value === 1 ? 'shelf makes' : 'shelves make'} ${first.count.value + 1} compartments`,
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
