import { type ErrorBody, fail, hewnError, ok, type Result } from '@hewn/model'
import type { NumberToken } from '../read/tokens.ts'
import type { Assumption, Span } from '../understanding.ts'
import { BOX_SIDES, type BoundLength, type BoxDraft, type BoxSide } from './box-draft.ts'
import type { Phrase } from './meaning.ts'
import { type BoxObject, type ClearSize, clearFor, jar } from './object-library.ts'
import { walls } from './box-recipe.ts'
import { ask } from './refuse-reading.ts'

/** What has to go into the box, or into each compartment. */
export interface Contents {
  clear: ClearSize
  /** `24 AA cells`. */
  what: string
  span: Span
}

interface Binding {
  phrases: readonly Phrase[]
  draft: BoxDraft
  length(number: NumberToken): Result<BoundLength, ErrorBody>
  spanOf(phrase: Phrase): Span
  assumed: Assumption[]
  dividers: number
  /** How thick the walls are. */
  sheet: number
  /** There is a box already. */
  changing: boolean
}

/**
 * Contents and sizes of compartments say how large the box is inside, where no other words do. Where others do, the contents
 * are held against the box when it is built.
 */
export function bindContents(binding: Binding): Result<Contents | undefined, ErrorBody> {
  const { phrases, draft, assumed, spanOf } = binding
  const contents = contentsOf(binding)
  if (!contents.ok) return contents
  const cells = cellSizes(binding)
  if (!cells.ok) return cells
  const clear = contents.value?.clear ?? cells.value
  if (!clear) {
    const unknown = phrases.find((phrase) => phrase.kind === 'things')
    const sized = BOX_SIDES.some((side) => draft.sides[side])
    return unknown && !sized && !binding.changing ? fail(askHowLarge(unknown.count.text, unknown.name)) : ok(undefined)
  }
  const [phrase] = phrases.filter(({ kind }) => kind === 'object' || kind === 'jars' || kind === 'cell-size')
  const span: Span = phrase ? spanOf(phrase) : [0, 0]
  const said = BOX_SIDES.filter((side) => draft.sides[side])
  if (said.length === 3) return ok(contents.value)
  if ((said.includes('width') || said.includes('depth')) && !contents.value) return ok(undefined)
  const { compartments } = draft
  const divided = compartments && compartments !== 'none' ? compartments : undefined
  const along: Record<BoxSide, number> = { width: 1, depth: 1, height: 1 }
  if (divided) {
    along[AXIS_SIDE[divided.axes[0]]] = divided.columns?.value ?? 1
    along[AXIS_SIDE[divided.axes[1]]] = divided.rows?.value ?? 1
  }
  const whole = (side: BoxSide, value: number): number =>
    tidy(value * along[side] + binding.dividers * (along[side] - 1))
  // What is said beside contents is measured as boxes are: outside, where nothing else is said.
  const outside = said.some((side) => side !== 'height') && draft.measure !== 'inside'
  if (!outside) draft.measure = 'inside'
  const around = (side: BoxSide): number => (outside ? binding.sheet * walls(draft.open ?? [], side) : 0)
  for (const side of BOX_SIDES) {
    const value = clear[side]
    if (value === undefined || draft.sides[side]) continue
    draft.sides[side] = {
      value: tidy(whole(side, value) + around(side)),
      origin: { from: 'derived', formula: `clear ${side}`, span },
    }
  }
  if (contents.value) {
    const { what } = contents.value
    const sizes = BOX_SIDES.flatMap((side) => (clear[side] === undefined ? [] : [clear[side]])).join(' × ')
    const each = divided ? 'each compartment' : 'inside'
    assumed.push({
      name: 'contents',
      text: `${each} ${sizes} mm clear`,
      why: `${what}, ${clear.lies}, with room to take them out`,
    })
  } else
    assumed.push({ name: 'measure', text: 'the sizes are clear inside', why: 'they are those of the compartments' })
  return ok(contents.value)
}

const askHowLarge = (count: string, name: string): ErrorBody =>
  ask(`How large should the box for ${count} ${name} be?`, [
    '150x100x80 (width x depth x height, in mm)',
    `for ${count} ${name} 50 mm across, 100 high`,
  ])

const AXIS_SIDE = { x: 'width', y: 'height', z: 'depth' } as const

function contentsOf({ phrases, length, spanOf, draft }: Binding): Result<Contents | undefined, ErrorBody> {
  const found = phrases.filter((phrase) => phrase.kind === 'object' || phrase.kind === 'jars')
  // `LP crate for 40 LPs` says one thing twice.
  const told = found.filter(({ count }) => count)
  // `75 cards with a divider, 38 cards each`: what was answered counts.
  const own = told.filter(({ each }) => each)
  const counted = own.length === 1 && told.every((one) => nameOf(one) === nameOf(told[0] ?? one)) ? own : told
  const [first = found[0], second] = counted.length > 0 ? counted : [found[0]]
  if (!first) return ok(undefined)
  const other = second ?? found.find((phrase) => nameOf(phrase) !== nameOf(first))
  if (other)
    return fail(
      hewnError('AGENT_UNSUPPORTED', 'Two kinds of contents were said; a box is measured for one kind at a time.', {
        hint: 'Say the sizes of the box, or what the larger one is.',
      }),
    )
  const lie = layOf(first)
  const whole = typeof first.lie === 'object' && first.lie.columns !== undefined && first.lie.rows !== undefined
  if (lie && whole && first.count && lie.columns * lie.rows !== first.count.value)
    return fail(
      hewnError('AGENT_CONTRADICTION', `${first.count.text} were said, and ${lie.rows} rows of ${lie.columns}.`),
    )
  if (first.kind === 'jars') {
    const diameter = length(first.diameter)
    if (!diameter.ok) return diameter
    const object = jar(diameter.value.value, first.name)
    // `for 6 bottles, bottles 65 mm diameter`
    const told = phrases.find((one) => one.kind === 'things' && first.name.endsWith(one.name))
    const count = first.count ?? (told?.kind === 'things' ? told.count : undefined)
    // `shelf for spice jars 45 mm`: how deep it has to be, and no more.
    if (!count)
      return ok({
        clear: { depth: tidy(diameter.value.value + object.play), lies: 'one behind the other' },
        what: object.name,
        span: spanOf(first),
      })
    const share = inEach(count, first.each, object.name, draft.compartments)
    if (!share.ok) return share
    return ok({
      clear: clearFor(object, share.value, lie),
      what: `${share.value} ${object.name}`,
      span: spanOf(first),
    })
  }
  const { object, count } = first
  const several = object.lies !== 'flat' && object.lies !== 'alone'
  const many = object.lies === 'stacked' && object.many !== undefined
  // With all sizes said, `for dice` says what it is for.
  if (!count && several && !many && BOX_SIDES.every((side) => draft.sides[side])) return ok(undefined)
  if (!count && several && !many)
    return fail(
      ask(`How many ${object.name} should it hold?`, [`12 ${object.name}`, `24 ${object.name}`, `60 ${object.name}`]),
    )
  const number = count?.value ?? 1
  if (!Number.isInteger(number) || number < 1 || number > 5000)
    return fail(
      hewnError('AGENT_IMPOSSIBLE', `${count?.text} ${object.name} is not a number of things that goes into a box.`),
    )
  const share = count ? inEach(count, first.each, object.name, draft.compartments) : ok(number)
  if (!share.ok) return share
  return ok({
    clear: clearFor(first.lie === 'standing' ? stood(object) : object, share.value, lie),
    what: count
      ? `${share.value} ${share.value > 1 ? object.name.replace(/deck of/, 'decks of') : object.name}`
      : object.name,
    span: spanOf(first),
  })
}

/** `for 24 AA cells, 4 compartments`: six in each, unless `each` was said of them. */
function inEach(
  count: NumberToken,
  each: true | undefined,
  name: string,
  compartments: BoxDraft['compartments'],
): Result<number, ErrorBody> {
  if (!compartments || compartments === 'none' || each) return ok(count.value)
  const cells = (compartments.columns?.value ?? 1) * (compartments.rows?.value ?? 1)
  if (count.value % cells === 0) return ok(count.value / cells)
  const some = Math.ceil(count.value / cells)
  return fail(
    ask(`How many ${name} go into each of the ${cells} compartments?`, [
      `${some} ${name} each`,
      `${count.value} ${name} each`,
    ]),
  )
}

/** `3 side by side` are 3 × 1. */
function layOf({
  lie,
  count,
}: Extract<Phrase, { kind: 'object' | 'jars' }>): { columns: number; rows: number } | undefined {
  if (lie === 'standing' || lie === undefined) return undefined
  const many = count?.value ?? 1
  // `in 4 rows`: as many in each as there have to be.
  if (typeof lie === 'object') {
    const { columns = Math.ceil(many / (lie.rows ?? 1)) } = lie
    return { columns, rows: lie.rows ?? Math.ceil(many / columns) }
  }
  return lie === 'columns' ? { columns: many, rows: 1 } : { columns: 1, rows: many }
}

/** Cards that stand are one behind the other, as high as they are long. */
function stood(object: BoxObject): BoxObject {
  if (object.lies !== 'stacked') return object
  const { name, play, width, depth, thickness, many = 1 } = object
  return { name, play, lies: 'rowed', width, height: depth, thickness: thickness * many }
}

const nameOf = (phrase: Phrase): string =>
  phrase.kind === 'object' ? phrase.object.name : phrase.kind === 'jars' ? `jars ${phrase.diameter.text}` : ''

/** `3x2 compartments of 50x40 mm each`. */
function cellSizes({ phrases, length, draft }: Binding): Result<ClearSize | undefined, ErrorBody> {
  const phrase = phrases.find(({ kind }) => kind === 'cell-size')
  if (phrase?.kind !== 'cell-size') return ok(undefined)
  const named = new Map<BoxSide, number>()
  const free: BoxSide[] = ['width', 'depth', 'height']
  for (const { number, side } of phrase.links) {
    const read = length(number)
    if (!read.ok) return read
    const place = side === undefined ? free.find((one) => !named.has(one)) : side === 'length' ? 'width' : side
    if (!place) continue
    named.set(place, read.value.value)
  }
  const width = named.get('width')
  const depth = named.get('depth')
  const all = BOX_SIDES.every((side) => draft.sides[side])
  if (width === undefined || depth === undefined || all || !draft.compartments || draft.compartments === 'none')
    return fail(
      hewnError(
        'AGENT_UNSUPPORTED',
        'Sizes of single compartments are read where they alone say how large the box is.',
        {
          hint: 'For example: 3x2 compartments of 50x40 mm each, 30 mm high.',
        },
      ),
    )
  // Of compartments that have a width and a depth, `30 mm deep` says how high they are.
  if (draft.sides.depth && !draft.sides.height && !draft.sides.width) {
    draft.sides.height = draft.sides.depth
    delete draft.sides.depth
  }
  const height = named.get('height')
  return ok({ width, depth, ...(height === undefined ? {} : { height }), lies: 'as said' })
}

const tidy = (value: number): number => Math.round(value * 1000) / 1000
