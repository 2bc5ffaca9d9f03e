import type { PartBody } from '@hewn/model'
import type { Binder } from '../bind/bind.ts'
import { bracketed, evaluate, half, minus, plus } from '../formula.ts'
import type { Relation } from './composed.ts'
import type { Said, Told } from './lies.ts'
import type { Passage } from './passages.ts'
import { type SizedSolid, sizeOf } from './sized-solid.ts'

type Formulas = [string, string, string]

/** A solid in its place, in formulas. */
export interface Laid {
  body: PartBody
  label: string
  low: Formulas
  size: Formulas
  /** Along which axis it stands: that of a rod, or of a bar's length. */
  axis: number
  /** Whether its low and its high end along that axis are flat: what touches elsewhere touches in a line or a point. */
  flat: readonly [low: boolean, high: boolean] | 'all'
  /** What was said around it. */
  said: string
  /** How far two of a kind are apart. */
  apart?: string
}

interface Task {
  solid: SizedSolid
  joins: PartBody['joins']
  relation: Relation
  laid: readonly Laid[]
  binder: Binder
  passage: Passage
}

const SIDES: readonly (readonly [RegExp, string])[] = [
  [/(?<![a-z])(?:on top|top|upper|(?:\+|positive )z|upwards?)(?![a-z])/i, 'top'],
  [/(?<![a-z])(?:bottom|lower|underside|underneath|beneath|below|under|(?:-|−|negative )z)(?![a-z])/i, 'bottom'],
  [/(?<![a-z])(?:left|left-hand|(?:-|−|negative )x)(?![a-z])/i, 'left'],
  [/(?<![a-z])(?:right|right-hand|(?:\+|positive )x)(?![a-z-])/i, 'right'],
  [/(?<![a-z])(?:front|(?:-|−|negative )y)(?![a-z])/i, 'front'],
  [/(?<![a-z])(?:back|rear|(?:\+|positive )y)(?![a-z])/i, 'back'],
]
const AXIS_OF: Readonly<Record<string, { axis: number; high: boolean }>> = {
  left: { axis: 0, high: false },
  right: { axis: 0, high: true },
  front: { axis: 1, high: false },
  back: { axis: 1, high: true },
  bottom: { axis: 2, high: false },
  top: { axis: 2, high: true },
}
const AXES = [0, 1, 2] as const
const ON = /\b(?:on(?:to)?|atop|above|stand(?:s|ing)?|stacked|sits|sitting|surmounted|topped|capped|crowned|rises?)\b/i
const CENTRED = /\b(?:cent(?:er|re)s?|cent(?:er|re)e?d|middle|midpoint|concentric\w*|coaxial\w*|centrally)\b/i
const INSIDE =
  /\b(?:inside|within|cent(?:er|re)s? (?:coincid\w*|of the (?:cube|block|sphere|ball|solid|body|cylinder|box|cuboid|prism))|its (?:cent(?:er|re)|middle)|concentric\w*|same cent(?:er|re)|coincid\w*|penetrat\w*|cross(?:es|ing|ed)?|interior)\b/i
/** What is added in the middle of another one is not in it by that alone: a cylinder `at its centre` stands on it. */
const MERGED =
  /\b(?:cent(?:er|re)s? coincid\w*|concentric\w*|same cent(?:er|re)|coincid\w*|penetrat\w*|cross(?:es|ing|ed)?|(?:through|with) its (?:cent(?:er|re)|middle))\b/i
const ALL_FACES = /\b(?:each|every|all)(?: of)?(?: the| its)?(?: six)? (?:faces?|sides)\b|\bthe six faces\b/i
const ENDS = /\b(?:each|both|either|the two|opposite) ends?\b/i
const CORNERS = /\b(?:(?:each|every|the|all|four|at) )+corners?\b/i
const BESIDE = /\b(?:side by side|next to|beside|adjacent|alongside)\b/i
const FACE = /\b(?:face|surface|side)\b/i
const ALONG =
  /\b(?:along|parallel to|in) (?:the )?(?:global )?[+-]?([xyz])(?:[- ]?(?:axis|direction))?\b|\baxis (?:is )?(?:along |parallel to )?([xyz])\b/i
const LYING = /\b(?:horizontal(?:ly)?|lying|laid|lies on its side|on its side)\b/i
/** `another along Y`: one more of it, of which no more is told. */
const ANOTHER =
  /\b(?:another(?: one)?|a (?:second|third|fourth)(?: one)?|the other(?: one)?) (?:is )?(?:along|on|at|in|from|through|to|under)\b/i
const EACH =
  /\b(?:each|every) (?!end|corner|side|face|other|one|axis|direction|of (?:the|its) (?:\w+ )?(?:end|corner|side|face|ax[ei]s))/i
export const THREE_WAYS =
  /\b(?:all three|the three|x, y,? and z|x\/y\/z|three (?:principal |main )?(?:axes|directions)|each face|every face|all (?:six )?faces|each pair of)\b/i

/** Puts a solid where it was said to be; nothing, where that is not told. */
export function lay(task: Task): Laid[] | undefined {
  const { solid, joins, laid, relation, passage } = task
  const text = relation.text
  // `the middle of each post`: where there are posts is not known here.
  if (EACH.test(text) || (ANOTHER.test(text) && !solid.open)) return undefined
  const axis = axisOf(task)
  const named = namedIn(task)
  const reference = named ?? standingBefore(task)
  if (!joins || !reference) {
    if (laid.length > 0) return undefined
    return first(task, axis)
  }
  if (solid.open && joins === 'add') return all([between(task, reference)])
  if (solid.open) {
    const ways = waysOf(task, axis)
    return all(
      copies(task, ways.length).map((one, index) =>
        through(one, task, reference, ways[index] ?? 2, named !== undefined),
      ),
    )
  }
  const size = turned(sizeOf(solid.body, task.binder), solid, axis)
  if (joins === 'common')
    return passage.count === 1 ? all([merged(solid.body, task, reference, size, axis)]) : undefined
  if (joins === 'add' && ALL_FACES.test(text))
    return passage.count === 1 || passage.count === 6 ? onAllFaces(task, reference, size) : undefined
  const pair = joins === 'add' && passage.count <= 2 ? PAIR.exec(text) : null
  if (pair) return onBoth(task, pair, named ?? laid[0] ?? reference, size, axis)
  if (passage.count > 1 || ENDS.test(text)) return several(task, reference, size, axis)
  // What is at a side is at a side of the first, and not of what stands on it.
  const beside =
    !named &&
    sidesIn(text).some((side) => side !== 'top' && side !== 'bottom') &&
    !ON.test(text.replace(/\bon the (?:left|right|front|back|rear)\b/gi, ''))
  const made =
    joins === 'cut' ? cutAt(task, reference, size, axis) : addedAt(task, (beside && laid[0]) || reference, size, axis)
  return made && [made]
}

/** All of them, or none. */
const all = (laid: readonly (Laid | undefined)[]): Laid[] | undefined =>
  laid.every((one) => one !== undefined) ? laid.filter((one) => one !== undefined) : undefined

function first(task: Task, axis: number | undefined): Laid[] | undefined {
  const { solid, passage, relation, binder } = task
  const size = turned(sizeOf(solid.body, binder), solid, axis)
  const at: Formulas = [`-${half(size[0])}`, `-${half(size[1])}`, '0']
  const apart = relation.told.find((one) => one.kind === 'apart')
  // It is where everything else is counted from: another place of its own is not made.
  const high = evaluate(size[2], binder.names.values)
  if (relation.told.some((one) => one !== apart && !isAtOrigin(one, high))) return undefined
  if (passage.count === 1 && apart) return undefined
  if (passage.count === 1)
    return [put(solid.body, { low: at, size, axis: axis ?? 2, label: passage.label }, false, isRound(solid))]
  // Two of a kind, so far apart: what joins them, or what they share, comes next.
  if (passage.count !== 2 || !apart || solid.family !== 'sphere' || !CENTRED.test(relation.text)) return undefined
  const way = wayOf(relation.text) ?? 0
  const step = named(binder, apart.distance, 'spacing', 'Centre distance')
  const common = /\bintersect/i.test(relation.text) && !/intersecting/i.test(relation.text)
  const other: Formulas = [...at]
  other[way] = plus(at[way] ?? '0', step)
  const twin = { ...solid.body, id: binder.id(solid.body.id), joins: common ? ('common' as const) : ('add' as const) }
  return [
    // Turned so that the poles of two balls lie on the line between them: their seams would meet otherwise.
    {
      ...put(solid.body, { low: at, size, axis: way, label: passage.label }, false, way !== 2),
      apart: step,
      axis: way,
    },
    { ...put(twin, { low: other, size, axis: way, label: passage.label }, false, way !== 2), apart: step, axis: way },
  ]
}

function isAtOrigin(told: Told, high: number): boolean {
  if (told.kind === 'range') return told.axis === 2 && told.low.value === 0 && Math.abs(told.high.value - high) < 1e-6
  if (told.kind === 'level') return told.low.value === 0
  return told.kind === 'point' && told.point.every(({ value }) => value === 0)
}

/** The one before it; what is cut is cut out of the first. */
function standingBefore({ laid, joins, relation, binder }: Task): Laid | undefined {
  const solids = laid.filter(({ body }) => body.joins !== 'cut')
  // What is cut into a top is cut into the highest of them.
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const high = ({ low, size }: Laid) => value(low[2]) + value(size[2])
  if (joins === 'cut' && sidesIn(relation.text).includes('top'))
    return solids.reduce((best, one) => (high(one) > high(best) + 1e-6 ? one : best))
  return joins === 'cut' ? solids[0] : solids.at(-1)
}

/** The one that it is told against by its name. */
function namedIn({ relation, laid }: Task): Laid | undefined {
  const named = [
    ...relation.text.matchAll(
      /\b(?:of|on|onto|from|in|into|at|above|to|with|through) (?:the |its )?(?:[a-z+-]+ ){0,5}?([a-z]+)(?:'s)?(?=\b)/gi,
    ),
    ...relation.text.matchAll(/\bthe ([a-z]+) (?:has|having|with|contains)\b/gi),
  ]
  const solids = laid.filter(({ body }) => body.joins !== 'cut')
  for (const { 1: word = '' } of named) {
    const found = solids.findLast(
      ({ label }) => label.split(' ').at(-1)?.replace(/s$/, '') === word.toLowerCase().replace(/s$/, ''),
    )
    if (found) return found
  }
  return undefined
}

/** Along which axes a hole goes: all three of them, those that are told one by one, or the one that its face tells. */
function waysOf({ relation: { text }, passage }: Task, axis: number | undefined): readonly number[] {
  if (THREE_WAYS.test(text)) return AXES.filter((one) => passage.count === 1 || one < passage.count)
  const told = [...text.matchAll(new RegExp(ALONG, 'gi'))].map(([, one, other]) =>
    'xyz'.indexOf((one ?? other ?? 'z').toLowerCase()),
  )
  return ANOTHER.test(text) ? [...new Set(told)] : [axis ?? wayOf(text) ?? 2]
}

/** Along which axis something goes that is told by a face: into the front is along y. */
function wayOf(text: string): number | undefined {
  const along = ALONG.exec(text)
  const letter = along?.[1] ?? along?.[2]
  if (letter) return 'xyz'.indexOf(letter.toLowerCase())
  if (/\bfront to back|back to front\b/i.test(text)) return 1
  if (/\b(?:left to right|side to side|right to left|crosswise|sideways)\b/i.test(text)) return 0
  if (/\b(?:vertical\w*|top to bottom|straight down)\b/i.test(text)) return 2
  const [side] = sidesIn(text)
  return side && /\b(?:face|side|end)\b/i.test(text) ? AXIS_OF[side]?.axis : undefined
}

const sidesIn = (text: string): string[] => SIDES.flatMap(([pattern, side]) => (pattern.test(text) ? [side] : []))

/** Along which axis it was said to lie. */
function axisOf({ relation, passage }: Task): number | undefined {
  // How the one lies that it is told against says nothing of it.
  const text = `${relation.text} ${passage.label}`.replace(
    /\bthe (?:horizontal|vertical|upright|lying) (?!part|axis)[a-z]+/gi,
    '',
  )
  const along = ALONG.exec(text)
  const letter = along?.[1] ?? along?.[2]
  if (letter) return 'xyz'.indexOf(letter.toLowerCase())
  return LYING.test(text) ? 0 : /\b(?:vertical|upright)\b/i.test(text) ? 2 : undefined
}

const isRound = ({ family }: SizedSolid): boolean => ['cylinder', 'cone', 'disc'].includes(family)

/** Its sizes once it lies along an axis. */
function turned(size: Formulas, solid: SizedSolid, axis: number | undefined): Formulas {
  const [x, y, z] = size
  if (axis === undefined) return size
  if (isRound(solid)) return axis === 0 ? [z, x, y] : axis === 1 ? [x, z, y] : size
  return axis === 1 && solid.family === 'block' ? [y, x, z] : size
}

const LIE: Readonly<Record<number, readonly [up: string | undefined, down: string]>> = {
  0: ['0, 90, 0', '0, -90, 0'],
  1: ['-90, 0, 0', '90, 0, 0'],
  2: [undefined, '180, 0, 0'],
}

/** Turns it so that it lies there, and moves it to its lowest corner. */
function put(
  body: PartBody,
  { low, size, axis, label }: Omit<Laid, 'body' | 'flat' | 'said'>,
  flips: boolean,
  round = false,
): Laid {
  const middle = (one: number) => sum(low[one] ?? '0', half(size[one] ?? '0'))
  const upright = round ? axis : 2
  const lie = round
    ? LIE[axis]?.[flips ? 1 : 0]
    : flips
      ? LIE[2]?.[1]
      : axis === 1 && body.family === 'block'
        ? '0, 0, 90'
        : undefined
  const at = AXES.map((one) =>
    one === upright ? (flips ? sum(low[one] ?? '0', size[one] ?? '0') : (low[one] ?? '0')) : middle(one),
  )
  const [x = '0', y = '0', z = '0'] = at
  const place = {
    ...(x === '0' ? {} : { x }),
    ...(y === '0' ? {} : { y }),
    ...(z === '0' ? {} : { z }),
    ...(lie ? { lie } : {}),
  }
  const placed = Object.keys(place).length > 0 ? { ...body, place } : body
  const ends = endsOf(body)
  const flat = ends === 'all' || !flips ? ends : ([ends[1], ends[0]] as const)
  return { body: placed, low, size, axis: upright === 2 && ends !== 'all' ? 2 : axis, label, flat, said: '' }
}

/** Which ends of a solid are flat. */
function endsOf({ family, sizes }: PartBody): Laid['flat'] {
  if (family === 'cylinder' || family === 'disc') return [true, true]
  if (family === 'cone') return [true, sizes['top'] !== undefined]
  if (family === 'hemisphere') return [true, false]
  return family === 'sphere' ? [false, false] : 'all'
}

/** A sum in which what is added and taken again is left out. */
function sum(...parts: string[]): string {
  const terms = parts.flatMap((part) => signed(part))
  for (const [at, one] of terms.entries()) {
    const other = terms.findIndex(
      ({ sign, text }) => sign === -one.sign && (text === one.text || text === `${one.text} / 2`),
    )
    const taken = terms[other]
    if (!taken) continue
    const rest = taken.text === one.text ? [] : [{ sign: one.sign, text: taken.text }]
    const left = terms.filter((_, index) => index !== at && index !== other)
    return sum(...[...left, ...rest].map(({ sign, text }) => (sign < 0 ? `-${text}` : text)))
  }
  return plus(...terms.map(({ sign, text }) => (sign < 0 ? `-${text}` : text)))
}

/** The terms of a formula that has no brackets around them. */
function signed(formula: string): { sign: 1 | -1; text: string }[] {
  if (formula === '0' || formula === '-0') return []
  const terms: { sign: 1 | -1; text: string }[] = []
  let [depth, text, sign]: [number, string, 1 | -1] = [0, '', 1]
  for (const letter of formula.replaceAll(' + -', ' - ')) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (depth === 0 && (letter === '+' || letter === '-')) {
      if (text.trim()) terms.push({ sign, text: plain(text) })
      ;[text, sign] = ['', letter === '-' ? -1 : 1]
    } else text += letter
  }
  return text.trim() ? [...terms, { sign, text: plain(text) }] : terms
}
/** A term in brackets that it needs no more. */
const plain = (text: string): string => text.trim().replace(/^\(([^-+()]*)\)$/, '$1')

function copies({ solid, binder }: Task, many: number): PartBody[] {
  return Array.from({ length: many }, (_, index) =>
    index === 0 ? solid.body : { ...solid.body, id: binder.id(solid.body.id) },
  )
}

/** A number of the words that is a parameter of the design. */
function named(binder: Binder, { value, at }: Said, name: string, label: string): string {
  if (value === 0) return '0'
  return binder.names.add(name, { label, value, unit: 'mm', origin: { from: 'said', span: at } })
}

const centred = (reference: Laid, size: Formulas, axis: number): string =>
  sum(reference.low[axis] ?? '0', half(reference.size[axis] ?? '0'), `-${half(size[axis] ?? '0')}`)
const flush = (reference: Laid, size: Formulas, axis: number, high: boolean): string =>
  high
    ? sum(reference.low[axis] ?? '0', reference.size[axis] ?? '0', `-${bracketed(size[axis] ?? '0')}`)
    : (reference.low[axis] ?? '0')
const beyond = (reference: Laid, size: Formulas, axis: number, high: boolean): string =>
  high
    ? sum(reference.low[axis] ?? '0', reference.size[axis] ?? '0')
    : sum(reference.low[axis] ?? '0', `-${bracketed(size[axis] ?? '0')}`)

/** Numbers that say where it is come before words; false, where one of them is not understood here. */
function byNumbers(
  low: Formulas,
  size: Formulas,
  { relation, binder, laid, solid }: Task,
  reference: Laid,
  cut: boolean,
): boolean {
  const [host] = laid
  const id = solid.body.id
  for (const told of relation.told)
    if (!byNumber(told, low, size, { host, id, binder, reference, cut, family: solid.family })) return false
  return true
}

function byNumber(
  told: Told,
  low: Formulas,
  size: Formulas,
  {
    host,
    id,
    binder,
    reference,
    cut,
    family,
  }: { host: Laid | undefined; id: string; binder: Binder; reference: Laid; cut: boolean; family: string },
): boolean {
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const axisName = (axis: number) => 'xyz'[axis] ?? 'z'
  switch (told.kind) {
    case 'point': {
      if (!host) return false
      const of =
        told.of ?? (family === 'sphere' ? 'centre' : family === 'cylinder' || family === 'cone' ? 'base' : undefined)
      if (told.point.length > 2 && !of) return false
      told.point.forEach((one, axis) => {
        const at = named(binder, one, `${id}_${axisName(axis)}`, `Place along ${axisName(axis)}`)
        const corner = of === 'corner' || (of === 'base' && axis === 2)
        low[axis] = corner ? at : sum(at, `-${half(size[axis] ?? '0')}`)
      })
      return of !== 'corner'
    }
    case 'range': {
      const long = told.high.value - told.low.value
      if (Math.abs(long - value(size[told.axis] ?? '0')) > 1e-6) return false
      low[told.axis] = named(binder, told.low, `${id}_from`, `From along ${axisName(told.axis)}`)
      return true
    }
    case 'level':
      low[told.axis] = named(binder, told.low, `${id}_from`, `From along ${axisName(told.axis)}`)
      return true
    case 'above': {
      const up = named(binder, told.distance, `${id}_above`, 'Above')
      const from =
        told.from === 'centre'
          ? sum(reference.low[2], half(reference.size[2]))
          : told.from === 'bottom'
            ? reference.low[2]
            : sum(reference.low[2], reference.size[2])
      const lowest = told.centre ? sum(from, up, `-${half(size[2])}`) : sum(from, up)
      if (told.from === 'centre' && !told.centre) return false
      return again(low, 2, lowest, binder, up)
    }
    case 'embedded': {
      if (cut) return false
      const depth = named(binder, told.distance, `${id}_sunk`, 'Sunk in')
      return again(low, 2, sum(reference.low[2], reference.size[2], `-${depth}`), binder, depth)
    }
    case 'from': {
      const side = AXIS_OF[told.side]
      if (!side) return false
      const inset = named(binder, told.distance, `${id}_inset`, `From the ${told.side}`)
      const { axis, high } = side
      const edge = high
        ? sum(reference.low[axis] ?? '0', reference.size[axis] ?? '0', `-${inset}`)
        : sum(reference.low[axis] ?? '0', inset)
      // Of what is round, to its centre; of a block, to its nearer face.
      low[axis] =
        family === 'block'
          ? high
            ? sum(edge, `-${bracketed(size[axis] ?? '0')}`)
            : edge
          : sum(edge, `-${half(size[axis] ?? '0')}`)
      return true
    }
    default:
      return false
  }
}

/** A second number that says the same place again is told by the first. */
const SET = new WeakSet<Formulas>()
function again(low: Formulas, axis: number, formula: string, binder: Binder, name: string): boolean {
  const value = (one: string) => evaluate(one, binder.names.values)
  if (!SET.has(low)) {
    SET.add(low)
    low[axis] = formula
    return true
  }
  const same = Math.abs(value(low[axis] ?? '0') - value(formula)) < 1e-6
  const at = binder.names.all.findIndex((one) => one.name === name)
  if (same && at >= 0) binder.names.all.splice(at, 1)
  return same
}

/** On a face, at an end, beside or around the middle of what there is. */
function addedAt(task: Task, reference: Laid, size: Formulas, axis: number | undefined): Laid | undefined {
  const { solid, relation, passage, binder } = task
  const { text } = relation
  const sides = sidesIn(text)
  const round = isRound(solid)
  const low: Formulas = [centred(reference, size, 0), centred(reference, size, 1), '0']
  const made = (flips = false, along = axis ?? 2, own = size) =>
    put({ ...solid.body, joins: 'add' }, { low, size: own, axis: along, label: passage.label }, flips, round)
  const numbered = relation.told.filter(({ kind }) => kind !== 'apart')
  const aside = sides.filter((side) => side !== 'top' && side !== 'bottom')
  // A disc in the middle of a rod is around it.
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const around =
    round &&
    axis === undefined &&
    sides.length === 0 &&
    reference.flat !== 'all' &&
    /\b(?:middle|halfway|mid-?point|mid)\b/i.test(text) &&
    value(size[0]) > value(reference.size[0]) &&
    value(size[2]) < value(reference.size[2])
  if (around && reference.axis === 2) {
    low[2] = centred(reference, size, 2)
    return byNumbers(low, size, task, reference, false) ? made() : undefined
  }
  // At the midpoint of a rod that lies: from its axis on, for on its side it would touch it in a line.
  const lying = reference.axis !== 2 && reference.flat !== 'all' && CENTRED.test(text)
  const on = aside.length === 0 && ON.test(text) && !MERGED.test(text) && !lying
  const next = sides.length === 0 && STOREY.test(text) && FOOT.test(task.laid[0]?.said ?? '')
  const upright = sides.find((side) => side === 'top' || side === 'bottom') ?? (on || next ? 'top' : undefined)
  const apart = relation.told.find((one) => one.kind === 'apart')
  if (upright) {
    low[2] = beyond(reference, size, 2, upright === 'top')
    // On a face a ball has its middle in it: else it would touch it in a point.
    if (solid.family === 'sphere' && CENTRED.test(text) && relation.told.length === 0)
      low[2] = sum(upright === 'top' ? low[2] : sum(low[2], size[2]), `-${half(size[2])}`)
    for (const side of aside) {
      const { axis: along = 0, high = false } = AXIS_OF[side] ?? {}
      low[along] = flush(reference, size, along, high)
    }
    if (!byNumbers(low, size, task, reference, false)) return undefined
    // What ends in a point or is round above stands on its flat: under a body it hangs from it.
    return made(upright === 'bottom' && (solid.family === 'hemisphere' || solid.family === 'cone'))
  }
  if (BESIDE.test(text)) {
    const side = AXIS_OF[aside[0] ?? 'right'] ?? { axis: 0, high: true }
    low[2] = reference.low[2]
    if (apart) {
      const step = named(binder, apart.distance, 'spacing', 'Centre distance')
      low[side.axis] = sum(
        reference.low[side.axis] ?? '0',
        half(reference.size[side.axis] ?? '0'),
        side.high ? step : `-${step}`,
        `-${half(size[side.axis] ?? '0')}`,
      )
    } else low[side.axis] = beyond(reference, size, side.axis, side.high)
    return byNumbers(low, size, { ...task, relation: { ...relation, told: numbered } }, reference, false)
      ? made()
      : undefined
  }
  if (apart) return undefined
  const [side, ...others] = aside
  if (side && others.length === 0) {
    const { axis: along, high } = AXIS_OF[side] ?? { axis: 0, high: true }
    const out = round || solid.family === 'hemisphere'
    const own =
      out && axis === undefined ? turned(sizeOf(solid.body, binder), { ...solid, family: 'cylinder' }, along) : size
    for (const one of AXES) low[one] = centred(reference, own, one)
    low[along] = beyond(reference, own, along, high)
    if (solid.family === 'block' && !FACE.test(text)) {
      const level = Math.abs(evaluate(minus(reference.size[2], own[2]), binder.names.values)) < 1e-6
      if (!level) return undefined
    }
    if (!byNumbers(low, own, task, reference, false)) return undefined
    return put({ ...solid.body, joins: 'add' }, { low, size: own, axis: along, label: passage.label }, !high, out)
  }
  if (aside.length > 0) return undefined
  if (MERGED.test(text) || (CENTRED.test(text) && axis !== undefined && axis !== reference.axis)) {
    low[2] = centred(reference, size, 2)
    // From the middle of a bar that lies, upwards: a T.
    if (axis === 2 && reference.axis !== 2 && !MERGED.test(text))
      low[2] = sum(reference.low[2], half(reference.size[2]))
    return byNumbers(low, size, task, reference, false) ? made() : undefined
  }
  const placed = relation.told.some(
    ({ kind }) => kind === 'point' || kind === 'range' || kind === 'above' || kind === 'embedded' || kind === 'level',
  )
  if (!placed) return undefined
  const whole = relation.told.some(
    (one) =>
      (one.kind === 'point' && one.point.length === 3) ||
      ((one.kind === 'range' || one.kind === 'level') && one.axis === 2) ||
      one.kind === 'above' ||
      one.kind === 'embedded',
  )
  if (!whole) low[2] = beyond(reference, size, 2, true)
  return byNumbers(low, size, task, reference, false) ? made() : undefined
}

/** Out of a corner, a face or the middle of what there is. */
function cutAt(task: Task, reference: Laid, size: Formulas, axis: number | undefined): Laid | undefined {
  const { solid, relation, passage, binder } = task
  const { text } = relation
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const sides = sidesIn(text)
  const round = isRound(solid)
  const ball = solid.family === 'sphere'
  const domed = solid.family === 'hemisphere'
  const cornered = /\bcorners?\b/i.test(text)
  if (cornered && sides.length === 0) return undefined
  const pocket = /\b(?:pocket|recess|pit|blind|deep|depth|dimple|depression)\b/i.test(`${passage.label} ${text}`)
  const into = sides[0] ?? (domed || pocket || round ? 'top' : undefined)
  const inner = INSIDE.test(text) && !/\b(?:surface|face|top)\b/i.test(text)
  const low = AXES.map((one) => centred(reference, size, one)) as Formulas
  if (ball && into && /\b(?:surface|face|top|side|end)\b/i.test(text) && !cornered) {
    const side = AXIS_OF[into]
    if (side)
      low[side.axis] = sum(
        side.high
          ? sum(reference.low[side.axis] ?? '0', reference.size[side.axis] ?? '0')
          : (reference.low[side.axis] ?? '0'),
        `-${half(size[side.axis] ?? '0')}`,
      )
  } else if (round || domed) {
    const side = AXIS_OF[inner ? '' : (into ?? 'top')]
    if (!side && !inner) return undefined
    const along = axis ?? side?.axis ?? 2
    const own = axis === undefined ? turned(sizeOf(solid.body, binder), { ...solid, family: 'cylinder' }, along) : size
    for (const one of AXES) low[one] = centred(reference, own, one)
    if (side) low[side.axis] = flush(reference, own, side.axis, side.high)
    if (!CENTRED.test(text) && relation.told.length === 0 && sides.length > 1) return undefined
    if (!byNumbers(low, own, task, reference, true)) return undefined
    return put(
      { ...solid.body, joins: 'cut' },
      { low, size: own, axis: along, label: passage.label },
      side?.high ?? false,
      true,
    )
  } else if (!ball) {
    const told = relation.told.length > 0 || CENTRED.test(text) || inner
    for (const one of AXES) {
      const side = sides.find((each) => AXIS_OF[each]?.axis === one)
      const whole = Math.abs(value(size[one] ?? '0') - value(reference.size[one] ?? '0')) < 1e-6
      if (side) low[one] = flush(reference, size, one, AXIS_OF[side]?.high ?? true)
      else if (!whole && !told && one === 2 && (sides.length > 0 || pocket)) low[2] = flush(reference, size, 2, true)
      else if (!whole && !told) return undefined
    }
    if (sides.length === 0 && pocket && !inner) low[2] = flush(reference, size, 2, true)
  } else if (!inner && !CENTRED.test(text) && relation.told.length === 0) return undefined
  if (!byNumbers(low, size, task, reference, true)) return undefined
  return put({ ...solid.body, joins: 'cut' }, { low, size, axis: axis ?? 2, label: passage.label }, false)
}

const EVERYTHING =
  /\bthrough the [a-z]+ and the [a-z]+|\bthrough (?:everything|all|the (?:whole|entire)|both)|\bentire (?:height|part|body)/i

/** Right through what there is: as long as that. */
function through(body: PartBody, task: Task, reference: Laid, axis: number, named: boolean): Laid | undefined {
  const { solid, relation, passage, laid, binder } = task
  if (!solid.open) return undefined
  const standing = laid.filter(({ body: one }) => one.joins !== 'cut')
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const highest = (one: Laid) => value(one.low[2]) + value(one.size[2])
  const bottom = standing.reduce((low, one) => (value(one.low[2]) < value(low.low[2]) ? one : low), reference)
  const top = standing.reduce((high, one) => (highest(one) > highest(high) ? one : high), reference)
  // Through everything that stands on each other, unless one of them is named.
  const whole = axis === 2 && standing.length > 1 && (!named || EVERYTHING.test(relation.text))
  const from = whole ? bottom : reference
  const length = whole ? sum(top.low[2], top.size[2], `-${bracketed(bottom.low[2])}`) : (reference.size[axis] ?? '0')
  const long: PartBody = { ...body, joins: 'cut', sizes: { ...body.sizes, [solid.open.slot]: length } }
  const [u, v] =
    solid.family === 'block'
      ? [long.sizes['length'] ?? '0', long.sizes['width'] ?? '0']
      : [long.sizes['outer'] ?? '0', long.sizes['outer'] ?? '0']
  const size: Formulas = axis === 0 ? [length, v, u] : axis === 1 ? [u, length, v] : [u, v, length]
  // A hole as wide as what it is in leaves no hole.
  if (AXES.some((one) => one !== axis && value(size[one] ?? '0') >= value(from.size[one] ?? '0') - 1e-6))
    return undefined
  const low = AXES.map((one) => centred(from, size, one)) as Formulas
  low[axis] = from.low[axis] ?? '0'
  const placed = relation.told.length > 0
  if (!placed && !CENTRED.test(relation.text) && !/\b(?:coaxial|through|along|axis)\b/i.test(relation.text))
    return undefined
  if (!byNumbers(low, size, task, from, true)) return undefined
  return put(long, { low, size, axis, label: passage.label }, false, true)
}

/** A bar from the middle of one to the middle of the other. */
function between({ solid, laid, passage }: Task, reference: Laid): Laid | undefined {
  const [first] = laid
  const length = reference.apart
  if (!first || !length || !solid.open || solid.family !== 'cylinder') return undefined
  const { axis } = reference
  const wide = solid.body.sizes['outer'] ?? '0'
  const size: Formulas = axis === 0 ? [length, wide, wide] : axis === 1 ? [wide, length, wide] : [wide, wide, length]
  const low = AXES.map((one) => centred(first, size, one)) as Formulas
  low[axis] = sum(first.low[axis] ?? '0', half(first.size[axis] ?? '0'))
  const body: PartBody = { ...solid.body, joins: 'add', sizes: { ...solid.body.sizes, [solid.open.slot]: length } }
  return put(body, { low, size, axis, label: passage.label }, false, true)
}

/** With the middle where the other one has it. */
function merged(
  body: PartBody,
  task: Task,
  reference: Laid,
  size: Formulas,
  axis: number | undefined,
): Laid | undefined {
  const low = AXES.map((one) => centred(reference, size, one)) as Formulas
  if (!byNumbers(low, size, task, reference, false)) return undefined
  return put(
    { ...body, joins: 'common' },
    { low, size, axis: axis ?? 2, label: task.passage.label },
    false,
    isRound(task.solid),
  )
}

/** `a base cylinder …, a body cylinder …, a top cylinder …`: told from below. */
const STOREY = /\b(?:body|middle|neck|stem|second|next|third) *#/i
const FOOT = /\b(?:base|bottom|lower|foot|first) *#/i
const SIDE = String.raw`(left|right|front|back|rear|top|bottom)`
const PAIR = new RegExp(String.raw`\b${SIDE} and (?:on )?(?:the )?${SIDE} (?:faces?|sides?|ends?|surfaces?)\b`, 'i')

/** `on the left and right faces`: one on each of the two. */
function onBoth(
  task: Task,
  [pair, ...sides]: RegExpExecArray,
  reference: Laid,
  size: Formulas,
  axis: number | undefined,
): Laid[] | undefined {
  const bodies = copies(task, 2)
  const made = sides.map((side, index) => {
    const text = task.relation.text.replace(pair, `${side} face`)
    const own = { ...task.solid, body: bodies[index] ?? task.solid.body }
    return addedAt({ ...task, solid: own, relation: { ...task.relation, text } }, reference, size, axis)
  })
  return all(made)
}

/** One on each face of a box. */
function onAllFaces(task: Task, reference: Laid, size: Formulas): Laid[] | undefined {
  const { solid, relation, passage, binder } = task
  if (reference.flat !== 'all' || relation.told.length > 0) return undefined
  const round = isRound(solid) || solid.family === 'hemisphere'
  const faces = AXES.flatMap((axis) => [true, false].map((high) => ({ axis, high })))
  return copies(task, 6).map((body, index) => {
    const { axis, high } = faces[index] ?? { axis: 2 as const, high: true }
    const own = round ? turned(sizeOf(solid.body, binder), { ...solid, family: 'cylinder' }, axis) : size
    const low = AXES.map((one) => centred(reference, own, one)) as Formulas
    low[axis] = beyond(reference, own, axis, high)
    return put({ ...body, joins: 'add' }, { low, size: own, axis, label: passage.label }, !high, round)
  })
}

/** One at each end, or one in each corner. */
function several(task: Task, reference: Laid, size: Formulas, axis: number | undefined): Laid[] | undefined {
  const { relation, passage, solid, joins, binder } = task
  const { text } = relation
  const round = isRound(solid)
  const value = (formula: string) => evaluate(formula, binder.names.values)
  if (passage.count <= 2 && ENDS.test(text) && joins === 'add' && !sidesIn(text).includes('bottom')) {
    const long =
      round || reference.axis !== 2
        ? reference.axis
        : AXES.reduce(
            (best, one) => (value(reference.size[one] ?? '0') > value(reference.size[best] ?? '0') ? one : best),
            2 as number,
          )
    if (relation.told.length > 0) return undefined
    const own =
      round || solid.family === 'hemisphere'
        ? turned(sizeOf(solid.body, binder), { ...solid, family: 'cylinder' }, long)
        : size
    return copies(task, 2).map((body, index) => {
      const low = AXES.map((one) => centred(reference, own, one)) as Formulas
      const end =
        index === 0 ? (reference.low[long] ?? '0') : sum(reference.low[long] ?? '0', reference.size[long] ?? '0')
      // A ball has its middle in the end of what it is on; what is flat stands off it.
      low[long] =
        solid.family === 'sphere'
          ? sum(end, `-${half(own[long] ?? '0')}`)
          : index === 0
            ? sum(end, `-${bracketed(own[long] ?? '0')}`)
            : end
      return put(
        { ...body, joins: 'add' },
        { low, size: own, axis: long, label: passage.label },
        index === 0,
        round || solid.family === 'hemisphere',
      )
    })
  }
  const apart = relation.told.find((one) => one.kind === 'apart')
  const storey = sidesIn(text).includes('bottom')
    ? 'bottom'
    : ON.test(text) || sidesIn(text).includes('top')
      ? 'top'
      : undefined
  const sideways = sidesIn(text).some((side) => side !== 'top' && side !== 'bottom')
  if (joins === 'add' && apart && relation.told.length === 1 && storey && !sideways && !ENDS.test(text)) {
    // In a row along the longer side of what they are on.
    const row = wayOf(text) ?? (value(reference.size[0]) >= value(reference.size[1]) ? 0 : 1)
    if (row === 2) return undefined
    const step = named(binder, apart.distance, 'spacing', 'Spacing')
    return copies(task, passage.count).map((body, index) => {
      const low: Formulas = [
        centred(reference, size, 0),
        centred(reference, size, 1),
        beyond(reference, size, 2, storey === 'top'),
      ]
      const off = index - (passage.count - 1) / 2
      low[row] = sum(low[row] ?? '0', off < 0 ? `-${-off} * ${step}` : `${off} * ${step}`)
      return put({ ...body, joins: 'add' }, { low, size, axis: axis ?? 2, label: passage.label }, false, round)
    })
  }
  if (
    passage.count === 2 &&
    /\bthe (?:two )?ends\b/i.test(text) &&
    joins === 'add' &&
    storey &&
    relation.told.length === 0
  ) {
    const row = value(reference.size[0]) >= value(reference.size[1]) ? 0 : 1
    return copies(task, 2).map((body, index) => {
      const low: Formulas = [
        centred(reference, size, 0),
        centred(reference, size, 1),
        beyond(reference, size, 2, storey === 'top'),
      ]
      low[row] = flush(reference, size, row, index === 1)
      return put({ ...body, joins: 'add' }, { low, size, axis: axis ?? 2, label: passage.label }, false, round)
    })
  }
  if (passage.count === 4 && CORNERS.test(text) && joins === 'add') {
    const under = /\b(?:legs?|feet|foot)\b/i.test(passage.label) || sidesIn(text).includes('bottom')
    if (relation.told.length > 0) return undefined
    return copies(task, 4).map((body, index) => {
      const low: Formulas = [
        flush(reference, size, 0, index % 2 === 1),
        flush(reference, size, 1, index > 1),
        beyond(reference, size, 2, !under),
      ]
      return put({ ...body, joins: 'add' }, { low, size, axis: axis ?? 2, label: passage.label }, false, round)
    })
  }
  return undefined
}
