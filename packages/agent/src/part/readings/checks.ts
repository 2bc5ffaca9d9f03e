import { type AgentError, type Claim, hewnError, type PartPlan } from '@hewn/model'
import { evaluate } from '../formula.ts'
import type { Atom, Quantity } from '../read/atoms.ts'
import { realise, type RealisedBody } from '../realise.ts'
import { plural } from '../../read/plural.ts'

/** A number that a plan comes to by itself. */
interface Known {
  /** As it is called where the words differ from it. */
  name: string
  /** Roles by which it is said again: `overall length`, `across corners`. */
  roles: readonly string[]
  value: number
  /** Which fact measures it. */
  expect?: Claim['expect']
}

interface Said {
  words: string
  atoms: readonly Atom[]
  plan: PartPlan
}

/**
 * Numbers left over that only say again what the plan comes to: `49 holes (7 by 7)`, `overall length 130`, `hollow cube 40
 * outside, 36 inside, 2 mm walls`. Each is a claim; one that differs is a contradiction. What is not said as such stays left.
 */
export function checked(lost: readonly Quantity[], said: Said): { claims: Claim[]; problem?: AgentError } {
  const claims: Claim[] = []
  if (lost.length === 0) return { claims }
  const { bodies, problem } = realise(said.plan)
  if (problem) return { claims }
  const values = Object.fromEntries(said.plan.names.map(({ name, value }) => [name, value]))
  const known = knownOf(bodies, values, said.plan)
  for (const quantity of lost) {
    const how = saidAgain(quantity, said)
    if (!how) continue
    const fitting = known.filter(({ roles }) => (how.role === undefined ? true : roles.includes(how.role)))
    const same = ({ value }: Known) => Math.abs(value - quantity.value) <= tolerance(quantity, how.role)
    // In brackets stands what is so: by whatever name.
    const found = fitting.find(same) ?? (how.bracketed ? known.find(same) : undefined)
    const text = said.words.slice(...how.at).trim()
    if (found) {
      quantity.used = 'check'
      claims.push({
        id: `claim:again-${claims.length + 1}`,
        text: `${found.name} ${text}`,
        from: 'request',
        ...(found.expect ? { expect: found.expect } : {}),
        result: { state: 'waiting' },
      })
      continue
    }
    const [only, ...others] = fitting
    // Two sizes that may be meant, and neither is it: asked about as any number is.
    if (!only || others.length > 0 || how.role === undefined || how.role === 'angle' || how.ifSame) continue
    const comes = Math.round(only.value * 1000) / 1000
    return {
      claims: [],
      problem: {
        ...hewnError(
          'AGENT_CONTRADICTION',
          `“${text}” was said, and the other sizes come to ${only.name} of ${comes} mm.`,
          { hint: 'Leave one of them out, or change it.' },
        ),
        spans: [how.at, ...spansOf(said.plan)],
      },
    }
  }
  return { claims: claims.filter(({ expect }) => expect !== undefined) }
}

/** Half of the last digit that was written, and what lengths are allowed anyhow. */
const tolerance = ({ number, value }: Quantity, role: string | undefined): number => {
  const decimals = /\.(\d+)/.exec(number?.text ?? '')?.[1]?.length ?? 0
  if (role && ROUNDED.has(role)) return 0.5 * 10 ** -decimals
  // Thousandths are meant to the last of them.
  if (number && decimals >= 3) return 0.6 * 10 ** -decimals * (number.mm / number.value)
  return number?.unit === undefined && Number.isInteger(value) ? 0.05 : Math.max(0.05, 0.5 * 10 ** -decimals)
}

/** What nobody says to the last digit. */
const ROUNDED: ReadonlySet<string> = new Set(['points', 'diagonal', 'angle'])

const spansOf = ({ names }: PartPlan): [number, number][] =>
  names.flatMap(({ origin, unit }) => (origin.from === 'said' && unit === 'mm' ? [origin.span] : [])).slice(0, 3)

const WHOLE = /\b(?:overall|in total|total|altogether|in all|end to end|tip to tip)\b/i
const AGAIN = /(?:\b(?:the|its|full|whole|entire|equals?|giving|making|makes|leaves|leaving|so|i\.?e\.?)\s*|=\s*)$/i
const BODILY: ReadonlySet<string> = new Set(['inner', 'outer', 'wall', 'flats', 'points', 'diagonal', 'overall'])

interface Again {
  role?: string
  at: [number, number]
  bracketed?: boolean
  /** Another number is no contradiction of it: it is asked about. */
  ifSame?: true
}

/** Whether a number is said as something that is so anyhow, and as what. */
function saidAgain(quantity: Quantity, { words, atoms, plan }: Said): Again | undefined {
  const atom = atoms.find(({ at }) => at[0] <= quantity.at[0] && quantity.at[1] <= at[1])
  // `along the five long edges`: how many places were meant is no size.
  if (atom?.is === 'place' && atom.place.kind === 'spec') return undefined
  const at: [number, number] = atom?.is === 'quantity' && atom.quantities.length === 1 ? atom.at : quantity.at
  // `so 56 x 36 inside`: what leads the chain leads each of it.
  const start = atom?.is === 'quantity' ? atom.at[0] : at[0]
  const before = words.slice(Math.max(0, start - 24), start)
  const behind = words.slice(at[1], at[1] + 16)
  const own = words.slice(...at)
  // A clause of its own: `overall 130`, `130 overall`.
  const beside = `${/[^,;:.()]*$/.exec(before)?.[0] ?? ''}${own}${/^[^,;:.()]*/.exec(behind)?.[0] ?? ''}`
  if (WHOLE.test(beside) && !/\d/.test(beside.replace(own, ''))) return { role: 'overall', at }
  if (quantity.role === 'overall') return { role: 'overall', at }
  const bracketed = words.lastIndexOf('(', at[0]) > words.lastIndexOf(')', at[0])
  const role = quantity.role === undefined || quantity.role === 'count' ? {} : { role: quantity.role }
  if (quantity.role === 'angle') return { role: 'angle', at }
  if (bracketed || AGAIN.test(before)) return { ...role, at, bracketed }
  if (quantity.role && BODILY.has(quantity.role) && ofTheBody(quantity, atoms)) return { role: quantity.role, at }
  return quantity.role && retold(quantity, atoms, plan) ? { role: quantity.role, at, ifSame: true } : undefined
}

/** `plate 80 x 60 x 5. Plate thickness 5 mm`: nothing else was spoken of in between. */
function retold({ at }: Quantity, atoms: readonly Atom[], { bodies: [body, ...others] }: PartPlan): boolean {
  const last = atoms.findLast((atom) => atom.is === 'noun' && atom.at[0] < at[0])
  return others.length === 0 && last?.is === 'noun' && last.nouns.includes(body?.family ?? '')
}

/** No feature was spoken of between the body and it. */
function ofTheBody({ at }: Quantity, atoms: readonly Atom[]): boolean {
  const before = atoms.filter((atom) => atom.is === 'noun' && atom.at[0] < at[0])
  return before.length <= 1
}

/** What is so of a plan, beside the numbers that were said. */
function knownOf(bodies: readonly RealisedBody[], values: Record<string, number>, plan: PartPlan): Known[] {
  const value = (formula: string) => evaluate(formula, values)
  const known: Known[] = []
  const [single, ...others] = bodies
  if (single && others.length === 0) {
    const [x, y, z] = single.size
    const longest = Math.max(x, y, z)
    ;(['x', 'y', 'z'] as const).forEach((axis, index) => {
      const size = single.size[index] ?? 0
      known.push({
        name: AXES[axis],
        roles: [...(size === longest ? ['overall', 'length'] : []), ...ROLES[axis]],
        value: size,
        expect: { fact: 'size', field: axis, equals: size },
      })
    })
    const { sizes } = single.body
    const [outer, inner] = [sizes['outer'], sizes['inner']]
    if (outer && inner) {
      known.push({ name: 'the wall', roles: ['wall', 'thickness'], value: (value(outer) - value(inner)) / 2 })
      known.push({ name: 'the inside', roles: ['inner'], value: value(inner) })
    }
    if (sizes['length'] && sizes['width']) {
      known.push({ name: 'the diagonal', roles: ['diagonal', 'points'], value: Math.hypot(x, y) })
    }
    for (const slot of sizes['length'] && sizes['width'] ? (['length', 'width', 'height'] as const) : []) {
      const [whole, wall] = [sizes[slot], sizes['wall']]
      if (whole && wall)
        known.push({
          name: `the inside ${slot}`,
          roles: ['inner', `inner-${slot}`],
          value: value(whole) - 2 * value(wall),
        })
    }
    // A right angle is what legs stand at, and a slope is what its two sides make.
    const slopes = [Math.atan2(z, y), Math.atan2(z, x), Math.atan2(y, x)].flatMap((one) => [one, Math.PI / 2 - one])
    if (BENT.test(single.body.family)) known.push({ name: 'the angle', roles: ['angle'], value: 90 })
    if (single.body.family === 'wedge')
      for (const slope of slopes) known.push({ name: 'the slope', roles: ['angle'], value: (slope * 180) / Math.PI })
    const flats = sizes['flats']
    if (flats && Math.abs(x - y) > 0.01)
      known.push({ name: 'the size across corners', roles: ['points', 'diagonal'], value: Math.max(x, y) })
    for (const { feature, located } of single.features) {
      const spots = located?.spots ?? []
      if (spots.length < 2) continue
      const sets = ([(spot) => spot.u, (spot) => spot.v] as ((spot: { u: number; v: number }) => number)[]).map((of) =>
        [...new Set(spots.map((spot) => Math.round(of(spot) * 1e4) / 1e4))].toSorted((a, b) => a - b),
      )
      for (const places of sets) {
        const [first, second] = places
        if (first === undefined || second === undefined) continue
        known.push({ name: `the ${plural(feature.label)} in a row`, roles: ['count'], value: places.length })
        known.push({
          name: 'from the first to the last',
          roles: ['overall', 'spacing'],
          value: (places.at(-1) ?? 0) - first,
        })
        known.push({ name: 'the step', roles: ['spacing', 'pitch', 'centres'], value: second - first })
      }
      known.push({ name: `the ${plural(feature.label)}`, roles: ['count'], value: spots.length })
    }
  }
  for (const { unit, value: size, label } of plan.names)
    known.push({ name: label.toLowerCase(), roles: unit === 'deg' ? ['angle'] : [], value: size })
  for (const { label, value: size } of plan.names)
    if (/diameter/i.test(label)) known.push({ name: 'the radius', roles: ['radius'], value: size / 2 })
  return known
}
const BENT = /bracket$|^(?:elbow|handle|angle|c-channel)$/
const AXES = { x: 'a length', y: 'a width', z: 'a height' }
const ROLES = { x: ['length'], y: ['width', 'depth'], z: ['height', 'thickness', 'depth'] }
