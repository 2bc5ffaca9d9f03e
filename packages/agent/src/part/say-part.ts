import type { PartBody, PartFeature, PartPlan, Relation } from '@hewn/model'
import { evaluate } from './formula.ts'
import type { Kind } from './kinds.ts'
import { familyOf, featureOf } from './registry.ts'

/** The plan said back in one sentence, in words that read as the same plan. */
export function sayPart(plan: PartPlan): string {
  const values = Object.fromEntries(plan.names.map(({ name, value }) => [name, value]))
  const number = (formula: string) => String(Math.round(evaluate(formula, values) * 1000) / 1000)
  const mm = (formula: string) => `${number(formula)} mm`
  const slots = (kind: Kind | undefined, sizes: Record<string, string>): string[] =>
    Object.entries(kind?.slots ?? {}).flatMap(([slot, { say, unit }]) => {
      const formula = sizes[slot]
      // A size that another one stands for is not said beside it: the outside where the inside was said.
      const told = Object.entries(kind?.slots ?? {}).some(
        ([other, { not }]) => not === slot && sizes[other] !== undefined,
      )
      if (formula === undefined || !say || told) return []
      return [
        say.replace('#', unit === 'deg' ? `${number(formula)}°` : unit === 'count' ? number(formula) : mm(formula)),
      ]
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
          : `${mm(one.distance)} from the ${one.edge} ${one.edge === 'end' || one.edge === 'rim' ? '' : 'edge'}`.trim()
      case 'offset':
        return `${mm(one.distance)} to the ${one.direction}`
      case 'circle':
        return `on a ${mm(one.diameter)} bolt circle${one.start ? ` starting at ${number(one.start)}°` : ''}`
      case 'angle':
        return `at ${one.at.map(number).join(', ')}°${one.radius ? ` ${mm(one.radius)} from the centre` : ''}`
      case 'grid':
        return `in a ${number(one.columns)}x${number(one.rows)} grid${one.dx ? ` with ${mm(one.dx)}${one.dy ? ` x ${mm(one.dy)}` : ''} spacing` : ''}`
      case 'line':
        return `in a row${one.along ? ` along ${one.along}` : ''}${one.spacing ? `, ${mm(one.spacing)} apart` : ''}`
      case 'points':
        return `at ${one.at.map(([u, v]) => `(${number(u)}, ${number(v)})`).join(', ')}${one.from === 'corner' ? ' from the lower left corner' : ''}`
      default:
        return ''
    }
  }
  const feature = (one: PartFeature): string => {
    const kind = featureOf(one.kind)
    const nouns = kind?.nouns.split(',').map((name) => name.trim()) ?? [one.kind]
    // What runs along a face has its shape in its name: a V groove, a half-round one.
    const noun = kind?.manner === 'run' && nouns.includes(one.label) ? one.label : (nouns[0] ?? one.kind)
    const count = one.sizes['count']
      ? Number(number(one.sizes['count']))
      : one.at.relations.some(({ kind: key }) => key === 'corners')
        ? 4
        : 1
    const picks = one.flags.filter((flag) => flag.startsWith('pick-')).map((flag) => flag.slice(5))
    return [
      count > 1 ? `${count} ${noun}${noun.endsWith('s') ? 'es' : 's'}` : `a ${noun}`,
      ...slots(kind, one.sizes),
      ...picks.map((pick) => (pick === 'all' ? 'on all edges' : pick === 'ends' ? 'on both ends' : sayPick(pick))),
      ...(one.at.upon ? ['on the end of the boss'] : one.at.on ? [`on the ${one.at.on} face`] : []),
      ...one.at.relations.toSorted((first, second) => rank(first) - rank(second)).map(relation),
      ...one.parts.map((part) => `${part.kind} ${slots(kind?.parts?.[part.kind], part.sizes).join(' ')}`),
    ].join(' ')
  }
  /** A distance reads after the places it is of. */
  const rank = ({ kind }: Relation): number => (kind === 'edge' || kind === 'offset' ? 1 : 0)
  const piece = (part: PartBody['parts'][number], family: Kind | undefined): string[] => {
    const said = slots(family?.parts?.[part.kind], part.sizes)
    const noun = part.kind === 'stage' ? 'a step' : `${part.label.endsWith('s') ? '' : 'a '}${part.label}`
    const both = part.flags.includes('both-ends') ? ['at each end'] : []
    return said.length === 0 ? [] : [[noun, ...said, ...both].join(' ')]
  }
  return plan.bodies
    .map((body) =>
      [
        [
          `${/^[aeiou]/i.test(body.label) && !/^u[- ]/i.test(body.label) ? 'an' : 'a'} ${body.label}`,
          ...body.flags.filter((flag) => SAID.has(flag)).map((flag) => flag.replace('-', ' ')),
          ...slots(familyOf(body.family), body.sizes),
        ].join(', '),
        ...body.parts.flatMap((part) => piece(part, familyOf(body.family))),
        ...body.features.map(feature),
      ].join('; '),
    )
    .join('. ')
}

/** `top`, `top:x`, `left+front`: which edges. */
function sayPick(pick: string): string {
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
  'closed',
  'open-front',
  'open-back',
  'open-left',
  'open-right',
  'open-bottom',
])
