import type { PartBody, PartFeature, PartPlan, Relation } from '@hewn/model'
import { OPPOSITE } from './locate.ts'
import { leftOut } from './bind/count.ts'
import { evaluate } from './formula.ts'
import { cornersIn, sidesIn } from './features/sides.ts'
import { COMMON, CROSSING, MERGED } from './features/merged.ts'
import { CORE, TAKEN } from './features/standing.ts'
import { SIDES_OF } from './features/polygon-cut.ts'
import type { Kind } from './kinds.ts'
import { familyOf, featureOf } from './registry.ts'
import { alongOf, middleOf } from './solids/placed-solid.ts'
import { plural } from '../read/plural.ts'

/** The plan said back in one sentence, in words that read as the same plan. */
export function sayPart(plan: PartPlan): string {
  const values = Object.fromEntries(plan.names.map(({ name, value }) => [name, value]))
  const number = (formula: string) => String(Math.round(evaluate(formula, values) * 1000) / 1000)
  const mm = (formula: string) => `${number(formula)} mm`
  const slots = (kind: Kind | undefined, sizes: Record<string, string>): string[] =>
    Object.entries(kind?.slots ?? {}).flatMap(([slot, { say, unit }]) => {
      const formula = sizes[slot]
      // A size that another one stands for is not said beside it: the outside where only the inside was said.
      const told = Object.entries(kind?.slots ?? {}).some(
        ([other, { not, tells }]) =>
          (tells ?? not) === slot && sizes[other] !== undefined && formula?.includes(sizes[other]),
      )
      if (formula === undefined || !say || told) return []
      const size = unit === 'deg' ? `${number(formula)}°` : unit === 'count' ? number(formula) : mm(formula)
      return [say === '# diameter' ? `${size} in diameter` : say.replace('#', size)]
    })
  const relation = (one: Relation): string => {
    switch (one.kind) {
      case 'centre':
        return 'in the centre'
      case 'corners':
        return 'in each corner'
      case 'edge':
        return one.edge === 'all'
          ? `${mm(one.distance)} from the edges`
          : `${mm(one.distance)} from the ${one.edge} ${BARE.has(one.edge) ? '' : 'edge'}`.trim()
      case 'offset': {
        const back = evaluate(one.distance, values) < 0
        return back
          ? `${mm(`-(${one.distance})`)} to the ${OPPOSITE[one.direction]}`
          : `${mm(one.distance)} to the ${one.direction}`
      }
      case 'circle':
        return `on a ${mm(one.diameter)} bolt circle${one.start ? ` starting at ${number(one.start)}°` : ''}`
      case 'angle':
        return `at ${one.at.map(number).join(', ')}°${one.radius ? ` ${mm(one.radius)} from the centre` : ''}`
      case 'grid': {
        const four = number(one.columns) === '2' && number(one.rows) === '2' && one.dx && one.dy
        if (four) return `on a ${number(one.dx ?? '0')} x ${mm(one.dy ?? '0')} pattern`
        return `in a ${number(one.columns)}x${number(one.rows)} grid${one.dx ? ` with ${mm(one.dx)}${one.dy ? ` x ${mm(one.dy)}` : ''} spacing` : ''}${one.without ? ` without the ${one.without === 'centre' ? 'middle one' : 'corners'}` : ''}`
      }
      case 'line':
        return `in a row${one.along ? ` along ${one.along}` : ''}${one.spacing ? `, ${mm(one.spacing)} apart` : ''}`
      case 'points':
        if (one.from === 'bottom' || one.from === 'top')
          return `at ${one.at.map(([, v]) => number(v)).join(', ')} mm from the ${one.from}`
        return `at ${one.at.map(([u, v]) => `(${number(u)}, ${number(v)})`).join(', ')}${one.from === 'corner' ? ' from the lower left corner' : ''}`
      default:
        return ''
    }
  }
  const feature = (one: PartFeature, body: PartBody): string => {
    const kind = featureOf(one.kind)
    const nouns = kind?.nouns.split(',').map((name) => name.trim()) ?? [one.kind]
    // What runs along a face, or stands on it, has its shape in its name: a V groove, a peg.
    const noun =
      (kind?.manner === 'run' || kind?.key === 'pad') && nouns.includes(one.label) ? one.label : (nouns[0] ?? one.kind)
    const picks = one.flags.filter((flag) => flag.startsWith('pick-')).map((flag) => flag.slice(5))
    const sides = SIDED.has(one.kind) ? saySides(one) : undefined
    const count = (sides?.times ?? 1) * manyOf(one, (formula) => evaluate(formula, values))
    const together = joinedAs(one)
    const places = [
      ...new Set(
        picks.map((pick) => (pick === 'all' ? 'on all edges' : pick === 'ends' ? 'on both ends' : sayPick(pick))),
      ),
      ...(sides ? [sides.text] : []),
      ...Object.entries(TOWARDS_THE_AXIS).flatMap(([flag, said]) => (one.flags.includes(flag) ? [said] : [])),
      ...(one.flags.includes('through-everything') ? ['through everything'] : []),
      ...(one.at.upon
        ? [sayBase(body.features.find(({ id }) => id === one.at.upon))]
        : one.at.on
          ? [`on the ${one.at.on} face`]
          : familyOf(one.kind) && !together && !one.flags.includes(CORE) && one.at.relations.length === 0
            ? ['on the top face']
            : []),
      ...one.at.relations.filter((each) => rank(each) === 0).map(relation),
      ...(one.at.turn ? [`turned by ${number(one.at.turn)}°`] : []),
    ].filter(Boolean)
    const distances = one.at.relations.filter((each) => rank(each) > 0).map(relation)
    const all = slots(kind, one.sizes)
    // `a 1 mm chamfer`, `with a 3 mm hole`: a size that needs no word of its own.
    const led = all.find((size) => /^[\d.]+ mm$/.test(size))
    const hole = all.filter((size) => size.endsWith(' hole')).map((size) => `with a ${size}`)
    const sizes = all.filter((size) => size !== led && !size.endsWith(' hole'))
    const parts = one.parts.map(({ kind: key, sizes: own }) =>
      sayWith(kind?.parts?.[key]?.nouns.split(',')[0] ?? key, slots(kind?.parts?.[key], own)),
    )
    const upright = one.flags.includes('vertical') && (one.kind === 'channel' || one.kind === 'slot') ? 'vertical ' : ''
    const radial = one.kind === 'hole' && one.flags.includes('radial') ? 'radial ' : ''
    const shape = OPENINGS.has(one.kind) ? (one.flags.find((flag) => SIDES_OF.has(flag)) ?? '') : ''
    const half = one.flags.includes('half-round') && !/half|semi/.test(noun) ? 'semicircular ' : ''
    const name = led ? `${led} ${noun}` : `${upright}${radial}${half}${shape}${shape && ' '}${noun}`
    return [
      [
        ...(together ? [together[0]] : []),
        count > 1 ? `${COUNTS[count] ?? count} ${plural(name)}` : `${articleOf(name)} ${name}`,
        listed(sizes),
        ...hole,
        ...parts,
        ...(one.flags.includes(TAKEN) ? ['subtracted'] : []),
        ...(together ? [together[1]] : []),
        ...places,
      ]
        .filter(Boolean)
        .join(' '),
      ...distances,
    ].join(distances.length > 0 && places.length > 0 ? ', ' : ' ')
  }
  const piece = (part: PartBody['parts'][number], { family: key, sizes }: PartBody): string[] => {
    const family: Kind | undefined = familyOf(key)
    // The leg that gave the bracket its length: that was said of the bracket.
    const told = new Set(Object.entries(sizes).flatMap(([slot, size]) => (family?.slots[slot]?.say ? [size] : [])))
    if (Object.values(part.sizes).every((size) => told.has(size))) return []
    const said = slots(family?.parts?.[part.kind], part.sizes)
    const noun =
      part.kind === 'stage' ? 'a step' : `${part.label.endsWith('s') ? '' : `${articleOf(part.label)} `}${part.label}`
    const both = part.flags.includes('both-ends') ? ['at each end'] : []
    if (said.length === 0) return []
    // `web 5 mm thick` has its noun in it.
    const named = listed(said)
    const again = new RegExp(`^${part.label}s?\\b`).test(named)
    return [[again ? named : `${noun} ${named}`, ...both].join(' ')]
  }
  const joined = plan.bodies.some(({ joins }) => joins)
  /** Where a solid is that is one with others, by its middle. */
  const placeOf = (body: PartBody): string[] => {
    const along = joined ? alongOf(body) : undefined
    const size =
      body.joins && familyOf(body.family)?.form(body.sizes, (flag) => body.flags.includes(flag), body.parts).size
    const value = (formula: string) => evaluate(formula, values)
    const middle = size && middleOf(body, [value(size[0]), value(size[1]), value(size[2])], value)
    return [
      ...(along ? [`along ${along}`] : []),
      ...(middle ? [`centred at (${middle.map((one) => Math.round(one * 1000) / 1000).join(', ')})`] : []),
    ]
  }
  return plan.bodies
    .map((body) =>
      [
        [
          // `half a washer` is no washer.
          (body.joins ? `${JOINS[body.joins]} ` : '') +
            named(
              body.family.startsWith('half-') && !/half|semi/i.test(body.label)
                ? body.family.replace('-', ' ')
                : body.label,
            ),
          ...body.flags.filter((flag) => SAID.has(flag)).map((flag) => flag.replaceAll('-', ' ')),
          ...slots(familyOf(body.family), body.sizes),
          ...placeOf(body),
        ].join(', '),
        ...body.parts.flatMap((part) => piece(part, body)),
        ...body.features.map((one) => feature(one, body)),
      ].join('; '),
    )
    .join('. ')
}

const sayBase = (base: PartFeature | undefined): string =>
  base?.kind === 'pocket'
    ? `in the floor of the ${base.label}`
    : base?.kind === 'step'
      ? `on the ${base.label}`
      : `on the end of the ${base?.label ?? 'boss'}`
const JOINS = { add: 'plus', cut: 'minus', common: 'intersected with' } as const

/** How a solid and the body are one: what is said before it, and behind its sizes. */
function joinedAs({ flags }: PartFeature): readonly [before: string, behind: string] | undefined {
  const crossing = flags.includes(CROSSING)
  if (flags.includes(COMMON)) return ['intersected with', crossing ? 'crossing' : '']
  return flags.includes(MERGED) ? (crossing ? ['crossing', ''] : ['united with', 'concentric']) : undefined
}
const OPENINGS: ReadonlySet<string> = new Set(['cutout', 'pocket'])

/** Holes that go into what is round from its side. */
const TOWARDS_THE_AXIS: Readonly<Record<string, string>> = {
  cross: 'through both walls',
  'all-round': 'all round',
}

/** A distance reads after the places it is of. */
const rank = ({ kind }: Relation): number => (kind === 'edge' || kind === 'offset' ? 1 : 0)

/** How many there are at one place that is told. */
function manyOf({ sizes, at }: PartFeature, value: (formula: string) => number): number {
  if (sizes['count']) return Math.round(value(sizes['count']))
  const grid = at.relations.find((one) => one.kind === 'grid')
  if (grid) return Math.round(value(grid.columns) * value(grid.rows)) - leftOut(grid.without)
  const points = at.relations.find((one) => one.kind === 'points')
  return points?.kind === 'points' ? points.at.length : at.relations.some(({ kind }) => kind === 'corners') ? 4 : 1
}

/** `an L bracket`, `a U bolt`, `an enclosure`. */
function named(label: string): string {
  const text = label.replace(/^[a-z](?=[ -])/, (letter) => letter.toUpperCase())
  const vowel = /^[A-Z][ -]/.test(text) ? /^[AEFHILMNORSX]/.test(text) : articleOf(text) === 'an'
  return `${vowel ? 'an' : 'a'} ${text}`
}

const articleOf = (text: string): string => (/^[aeio]|^u(?!ni|se|-)/i.test(text) ? 'an' : 'a')

/** `with a 10 mm counterbore 5 mm deep`. */
function sayWith(noun: string, sizes: readonly string[]): string {
  const led = sizes.find((size) => size.endsWith(` ${noun}`))
  const rest = sizes.filter((size) => size !== led).join(' ')
  return `with ${articleOf(led ?? noun)} ${led ?? noun}${rest ? ` ${rest}` : ''}`
}

const SIDED: ReadonlySet<string> = new Set(['notch', 'rim-notch', 'step', 'mitre', 'ear', 'low-wall'])
/** In which edges or corners a notch is, along which a step runs, and how often that is. */
function saySides({ kind, flags }: PartFeature): { text: string; times: number } | undefined {
  const corners = cornersIn(flags)
  const sides = sidesIn(flags)
  if (kind === 'mitre')
    return {
      text: sides
        .map((side) => (side === 'left' || side === 'right' ? `at the ${side} end` : `along the ${side} edge`))
        .join(' and '),
      times: 1,
    }
  const [where, edges] = kind === 'step' ? ['along', flags.includes('around')] : ['in', false]
  if (edges) return { text: 'all around', times: 1 }
  if (corners.length > 0)
    return {
      text:
        corners.length === 4
          ? 'in each corner'
          : `in the ${corners.map((one) => one.replace('+', ' ')).join(' and the ')} corner`,
      times: corners.length,
    }
  if (sides.length === 0) return undefined
  return {
    text: sides.length === 4 ? `${where} each edge` : sides.map((side) => `${where} the ${side} edge`).join(' and '),
    times: kind === 'step' ? 1 : sides.length,
  }
}

const listed = (sizes: readonly string[]): string => sizes.join(', ').replace(/, ([^,]*)$/, ' and $1')
const COUNTS = ['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** `top`, `top:x`, `left+front`: which edges. */
function sayPick(pick: string): string {
  if (pick.startsWith('meet')) return 'where they meet'
  if (pick === 'below') return 'on the outer edges below the rim'
  if (pick === 'rim') return 'on the rim'
  if (pick.startsWith('shoulder-')) return 'on the shoulder'
  if (pick.startsWith('free-')) return 'on the free edge'
  if (/^(?:inner|outer)-/.test(pick)) return `on the ${pick.replace('-', ' ')} edge`
  const [side = '', axis] = pick.split(':')
  if (side.includes('+')) {
    const upright = !/top|bottom/.test(side)
    return `on the ${side.split('+').join(' ')} ${upright ? 'corner' : 'edge'}`
  }
  if (axis === 'z') return `on the ${side} corners`
  return axis ? `on the ${side} ${axis} edges` : `on the ${side} edges`
}

/** What a body is beside its name and its sizes, where another word would make another shape of it. */
const SAID: ReadonlySet<string> = new Set([
  'square-stock',
  'closed',
  'closed-end',
  'closed-ends',
  'open-front',
  'open-back',
  'open-left',
  'open-right',
  'open-bottom',
  'right-end-round',
  'left-end-round',
])

/** Edges that are told by one word. */
const BARE: ReadonlySet<string> = new Set(['end', 'rim', 'heel'])
