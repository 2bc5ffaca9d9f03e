import type { Axis } from '@hewn/model'
import type { NumberToken } from '../read/tokens.ts'
import type { Bound, Compartments } from './box-draft.ts'
import type { Meaning, Phrase, Run } from './meaning.ts'

/** What says how a box is divided, in numbers of its own. */
export type Division = Phrase & Extract<Meaning, { kind: (typeof DIVISIONS)[number] }>

export const DIVISIONS = ['grid', 'cells', 'columns', 'rows', 'dividers', 'shelves', 'levels', 'undivided'] as const

export const piece = (number: NumberToken): Bound => ({
  value: number.value,
  origin: { from: 'said', span: number.at },
})

export const plusOne = (count: NumberToken): Bound => ({
  value: count.value + 1,
  origin: { from: 'derived', formula: `${count.value} + 1`, span: count.at },
})

interface Told {
  columns?: Bound
  rows?: Bound
  total?: Bound
  upright?: true
}

/**
 * Several statements about one division: `six compartments in two rows`, `one divider from left to right, so two compartments`.
 * Nothing where they contradict each other, or where all of them leave open how the compartments lie.
 */
export function divisionOf(
  said: readonly Division[],
  axes: [Axis, Axis],
  deeper: boolean,
): Omit<Compartments, 'span'> | 'open' | undefined {
  const told: Told = {}
  const shelved = said.some(({ kind }) => kind === 'shelves' || kind === 'levels')
  for (const phrase of said) {
    const one = tellOf(phrase, deeper, shelved)
    if (!one) return undefined
    for (const key of ['columns', 'rows', 'total'] as const) {
      const [was, now] = [told[key], one[key]]
      if (was && now && was.value !== now.value) return undefined
      if (now) told[key] ??= now
    }
    if (one.upright) told.upright = true
  }
  const { columns, rows, total } = told
  if (total && !columns && !rows) return 'open'
  const across = columns ?? (total && rows ? share(total, rows) : undefined)
  const along = rows ?? (total && columns ? share(total, columns) : undefined)
  if (![across, along].every((one) => Number.isInteger(one?.value ?? 1))) return undefined
  const whole = (across?.value ?? 1) * (along?.value ?? 1)
  if (total && total.value !== whole) return undefined
  return {
    ...(across && across.value > 1 ? { columns: across } : {}),
    ...(along && along.value > 1 ? { rows: along } : {}),
    axes: told.upright ? ['x', 'y'] : axes,
  }
}

/** `six compartments in two rows` are three columns. */
const share = (total: Bound, other: Bound): Bound => ({
  value: total.value / other.value,
  origin: { from: 'derived', formula: `${total.value} / ${other.value}`, span: spanOf(total) },
})

const spanOf = ({ origin }: Bound): [number, number] => ('span' in origin && origin.span ? origin.span : [0, 0])

function tellOf(phrase: Division, deeper: boolean, shelved: boolean): Told | undefined {
  switch (phrase.kind) {
    case 'grid':
      return { columns: piece(phrase.columns), rows: piece(phrase.rows) }
    case 'columns':
      return { columns: piece(phrase.count) }
    case 'rows':
      return { rows: piece(phrase.count) }
    case 'cells':
      return { total: piece(phrase.count), ...(phrase.lie ? { [phrase.lie]: piece(phrase.count) } : {}) }
    case 'dividers':
      // Beside shelves dividers stand upright.
      if (!phrase.run) return { [shelved ? 'columns' : 'total']: plusOne(phrase.count) }
      return { [crosses(phrase.run, deeper)]: plusOne(phrase.count) }
    case 'shelves':
      return { rows: plusOne(phrase.count), upright: true }
    case 'levels':
      return { rows: piece(phrase.count), upright: true }
    case 'undivided':
      return undefined
  }
}

/** A divider from left to right makes rows, one from front to back columns; *along* is the way the box is longer. */
export function crosses(run: Run, deeper: boolean): 'columns' | 'rows' {
  const axis = run === 'x' || run === 'z' ? run : (run === 'lengthwise') !== deeper ? 'x' : 'z'
  return axis === 'x' ? 'rows' : 'columns'
}
