import {
  type AssemblyRecipe,
  type Axis,
  type ErrorBody,
  fail,
  ok,
  type Result,
  type SubdivisionStep,
} from '@hewn/model'
import type { NumberToken } from '../read/tokens.ts'
import type { BoundLength } from './box-draft.ts'
import type { Phrase, Region, RegionPlace } from './meaning.ts'
import { ask } from './refuse-reading.ts'

interface Regions {
  steps: SubdivisionStep[]
  /** The phrases that say how many there are; they divide the box no second time. */
  counting: readonly Phrase[]
}

/** Compartments told by where they lie, as steps that divide the box: along one axis first, then each for itself. */
export function bindRegions(
  phrases: readonly Phrase[],
  current: AssemblyRecipe | undefined,
  length: (number: NumberToken) => Result<BoundLength, ErrorBody>,
): Result<Regions | undefined, ErrorBody> {
  const said = phrases.filter((phrase) => phrase.kind === 'regions')
  const [first] = said
  if (!first) return ok(undefined)
  const regions = said.flatMap((phrase) => phrase.regions)
  const counting = phrases.filter(
    (phrase) =>
      phrase.kind === 'cells' || phrase.kind === 'columns' || phrase.kind === 'rows' || phrase.kind === 'dividers',
  )
  const total = countIn(counting)
  // `two in the back and one in the front` may be holes.
  if (!first.named && total === undefined) return fail(unclear())
  const axis = regions.map(({ place }) => AXES[place]).find((one) => one !== undefined) ?? 'x'
  if (regions.some(({ place }) => (AXES[place] ?? axis) !== axis)) return fail(unclear())
  const cells = regions.reduce((sum, { cells: own }) => sum + (own?.value ?? 0), 0)
  const others = said.reduce((sum, phrase) => sum + (phrase.others?.value ?? 0), 0)
  const before = dividedAlong(axis, current)?.length
  const count = Math.max(
    regions.length + others,
    (total !== undefined && total !== cells ? total : undefined) ?? before ?? 0,
    2,
  )
  const places = regions.map(({ place }) => indexOf(place, count))
  if (new Set(places).size < places.length || places.some((place) => !Number.isInteger(place))) return fail(unclear())
  if (before !== undefined && total !== undefined && total !== cells && total !== before) return fail(unclear())

  const sizes = sizesBefore(axis, count, current)
  for (const [index, { size }] of regions.entries()) {
    const read = size && length(size)
    if (read && !read.ok) return read
    if (read) sizes[places[index] ?? 0] = read.value.value
  }
  if (sizes.every((size) => size !== '*') && current === undefined && count > regions.length) return fail(unclear())
  const nested = regions.flatMap(({ cells: own }, index): SubdivisionStep[] =>
    own && own.value > 1
      ? [{ type: 'subdivideEvenly', void: `root/${places[index]}`, axis: axis === 'x' ? 'z' : 'x', count: own.value }]
      : [],
  )
  const root: SubdivisionStep = sizes.some((size) => size !== '*')
    ? { type: 'split', void: 'root', axis, sizes }
    : { type: 'subdivideEvenly', void: 'root', axis, count }
  const places0 = new Map(nested.map((step) => [step.void, step]))
  return ok({ steps: [root, ...[...places0.values()].toSorted((a, b) => (a.void < b.void ? -1 : 1))], counting })
}

const AXES: Partial<Record<RegionPlace, Axis>> = {
  left: 'x',
  right: 'x',
  front: 'z',
  back: 'z',
  top: 'y',
  bottom: 'y',
}

/** Voids are counted from the left, the back, and the bottom. */
const indexOf = (place: Region['place'], count: number): number =>
  place === 'middle' ? (count - 1) / 2 : place === 'right' || place === 'front' || place === 'top' ? count - 1 : 0

function countIn(phrases: readonly Phrase[]): number | undefined {
  const [only, ...more] = phrases
  if (!only || more.length > 0) return undefined
  if (only.kind === 'dividers') return only.count.value + 1
  return only.kind === 'cells' || only.kind === 'columns' || only.kind === 'rows' ? only.count.value : undefined
}

/** `100`, `*`, `2*` */
type Sizes = Exclude<Extract<SubdivisionStep, { type: 'split' }>['sizes'], string>

/** The sizes of the compartments there are, where the box is divided along this axis and along no other. */
function dividedAlong(axis: Axis, current: AssemblyRecipe | undefined): Sizes | undefined {
  const [step, ...more] = current?.subdivisions ?? []
  if (!step || more.length > 0 || step.void !== 'root' || step.type === 'grid') return undefined
  if ((step.axis ?? 'x') !== axis) return undefined
  if (step.type === 'subdivideEvenly') return Array.from({ length: step.count }, () => '*')
  return Array.isArray(step.sizes) ? [...step.sizes] : undefined
}

/** What the words do not name stays as it is, where there is as much of it as before. */
function sizesBefore(axis: Axis, count: number, current: AssemblyRecipe | undefined): Sizes {
  const before = dividedAlong(axis, current)
  // A list without a share cannot give way.
  return before?.length === count && before.includes('*') ? before : Array.from({ length: count }, () => '*')
}

const unclear = (): ErrorBody =>
  ask('How are the compartments to lie? Which of them is how large could not be told.', [
    'compartments of 100 mm, 50 mm and the rest',
    'front row in 3, back row in 2',
    'left half in 2, right half undivided',
  ])
