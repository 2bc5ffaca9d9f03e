import { type AgentError, hewnError, type PartFeature, type PartPlan } from '@hewn/model'
import { edgesFit } from './edges-fit.ts'
import type { FeatureForm } from './kinds.ts'
import { FACES, type FaceOfForm, type Located } from './locate.ts'
import { insideOutline, within } from './outline-corners.ts'
import type { RealisedBody } from './realise.ts'
import { wordsWith } from './words-with.ts'

/** The least material between a feature and an edge. */
const WEB = 0.5

interface Fitting {
  plan: PartPlan
  made: RealisedBody
  feature: PartFeature
  built: FeatureForm
  located: Located | undefined
  where: FaceOfForm
  value: (formula: string) => number
}

/** Every place lies on its face with a web, and no two of a feature collide; where not, what would work is told. */
export function fits(fitting: Fitting): AgentError | undefined {
  const { plan, made, feature, built, located, where, value } = fitting
  const sharp = edgesFit(made, feature, plan, value)
  if (sharp) return sharp
  const reach = built.reach
  const sideways = intoItsSide(fitting)
  if (sideways) return sideways
  if (!reach || !located || reach.open || reach.outward) return undefined
  const depth = value(reach.depth)
  const through = value(where.through)
  if (depth > through + 1e-6)
    return impossible(
      `The ${feature.label} is ${round(depth)} mm deep and the ${made.body.label} is ${round(through)} mm there.`,
      `At most ${round(through - WEB)} mm leaves a floor.`,
    )
  // A head that goes in as deep as that has nothing to lie on.
  const head = feature.parts.find(({ kind }) => kind === 'counterbore')?.sizes['depth']
  if (head && value(head) > through - 1e-6)
    return impossible(
      `The counterbore of the ${feature.label} is ${round(value(head))} mm deep and the ${made.body.label} is ${round(through)} mm there.`,
      `At most ${round(through - WEB)} mm leaves something for the head to lie on.`,
    )
  return (
    onItsFace(fitting, value(reach.u) / 2, value(reach.v) / 2) ?? apart(fitting, value(reach.u) / 2, value(reach.v) / 2)
  )
}

/** A hole into the side of what is round stays between its ends. */
function intoItsSide({ made, feature, located, where, value }: Fitting): AgentError | undefined {
  const { diameter } = feature.sizes
  if (feature.kind !== 'hole' || !diameter || where.outline.kind !== 'circle' || FACES[where.face].normal === 'z')
    return undefined
  const [half, high] = [value(diameter) / 2, value(where.v) / 2]
  const out = located?.spots.some(({ v }) => Math.abs(v) + half + WEB > high + 1e-6)
  return out
    ? impossible(
        `The ${feature.label} (${round(2 * half)} mm wide) in the side of the ${made.body.label} would break through its end: that is ${round(2 * high)} mm high.`,
        high - WEB > 0 ? `At most ${round(2 * (high - WEB))} mm works in the middle.` : 'Make it higher.',
      )
    : undefined
}

function onItsFace({ plan, made, feature, built, located, where, value }: Fitting, u: number, v: number) {
  const { corners } = made.form
  const { outline } = where
  const name = `${feature.label} of the ${made.body.label}`
  // In the middle of its face nobody said a place, and none is told.
  const placed = feature.at.relations.some(({ kind }) => kind !== 'centre')
  const size = built.reach?.round ? feature.sizes['diameter'] : undefined
  if ((corners || outline.kind === 'circle') && built.reach?.round && FACES[where.face].normal === 'z') {
    const outer = outline.kind === 'circle' ? value(outline.diameter) / 2 : 0
    const bore = outline.kind === 'circle' && outline.bore ? value(outline.bore) / 2 : 0
    for (const spot of located?.spots ?? []) {
      const far = Math.hypot(spot.u, spot.v)
      const left = corners ? insideOutline(corners, spot, value) : outer - far
      // What is around the bore and wider widens it.
      const widens = bore > 0 && far < 1e-6 && u > bore + WEB - 1e-6
      if (widens && swallows(plan, outline, built, where.through, value))
        return hewnError(
          'AGENT_CONTRADICTION',
          `A bore of ${round(bore * 2)} mm was said of the ${made.body.label}, and the ${feature.label} of ${round(2 * u)} mm in the same place leaves nothing of it.`,
          { hint: 'Leave one of them out, or say how deep the wider one goes.' },
        )
      if (left - u >= WEB - 1e-6 && !(bore > 0 && !widens && far - u < bore + WEB - 1e-6)) continue
      const room = bore > 0 && !widens ? Math.min(left, far - bore) : left
      return tooLarge(
        plan,
        `The ${name} (${round(2 * u)} mm wide${placed ? `, ${round(far)} mm from the centre` : ''}) would break through the edge.`,
        {
          size,
          most: 2 * (room - WEB),
          behind: bore > 0 ? ` The ${made.body.label} goes from ${round(bore * 2)} to ${round(outer * 2)} mm.` : '',
        },
      )
    }
    return undefined
  }
  if (made.form.contour && FACES[where.face].normal === 'z') {
    const contour = made.form.contour.map(([x, y]) => ({ u: value(x), v: value(y) }))
    const reach = built.reach?.round ? u : Math.min(u, v)
    for (const spot of located?.spots ?? []) {
      const left = within(contour, spot)
      if (left - reach >= WEB - 1e-6) continue
      const near = left < 0 ? ', its centre outside of it' : `, its centre ${round(left)} mm from the edge`
      return tooLarge(plan, `The ${name} (${round(2 * reach)} mm wide${near}) would break through the edge.`, {
        size,
        most: 2 * (left - WEB),
      })
    }
    return undefined
  }
  if (outline.kind !== 'rectangle') return undefined
  const [width, height] = [value(where.u) / 2, value(where.v) / 2]
  for (const spot of located?.spots ?? []) {
    const [across, along] = [width - Math.abs(spot.u), height - Math.abs(spot.v)]
    const left = Math.min(across - u, along - v)
    if (left >= WEB - 1e-6) continue
    const beside = Math.min(across, along)
    const near = !placed
      ? ''
      : beside < 0
        ? ', its centre beyond the edge'
        : `, its centre ${round(beside)} mm from the edge`
    const large = built.reach?.round ? `${round(2 * u)} mm wide` : `${round(2 * u)} × ${round(2 * v)} mm`
    return tooLarge(
      plan,
      `The ${name} (${large}${near}) would ${left < 0 ? 'break through' : 'come too close to'} the edge of ${round(width * 2)} × ${round(height * 2)} mm.`,
      {
        size,
        most: 2 * (beside - WEB),
        ...(built.reach?.round ? {} : { room: [across, along] as const }),
      },
    )
  }
  return undefined
}

/** What does not fit where it is, with the most that does; the words with that size are a choice. */
function tooLarge(
  plan: PartPlan,
  message: string,
  {
    size,
    most,
    room,
    behind = '',
  }: { size: string | undefined; most: number; room?: readonly [number, number]; behind?: string },
): AgentError {
  const works = Math.floor(most * 10 + 1e-6) / 10
  const two = room?.map((one) => Math.floor((2 * one - 2 * WEB) * 10 + 1e-6) / 10)
  const told =
    two && two.every((one) => one > 0)
      ? `At most ${two.join(' × ')} mm works.`
      : !two && works > 0
        ? `${works} mm is the most that works.`
        : 'It has to be further in.'
  const choices = !two && works > 0 ? wordsWith(plan, size, works) : []
  return hewnError('AGENT_IMPOSSIBLE', message, {
    hint: `${told}${behind} ${WEB} mm of material has to stay.`,
    ...(choices.length > 0 ? { choices } : {}),
  })
}

/** Right through, where a bore was said: that size would be nowhere on the part. */
const swallows = (
  { names }: PartPlan,
  outline: FaceOfForm['outline'],
  { reach }: FeatureForm,
  through: string,
  value: (formula: string) => number,
): boolean =>
  outline.kind === 'circle' &&
  names.some(({ name, origin }) => name === outline.bore && origin.from === 'said') &&
  value(reach?.depth ?? '0') >= value(through) - 1e-6

function apart({ made, feature, built, located }: Fitting, u: number, v: number) {
  const spots = located?.spots ?? []
  for (const [index, a] of spots.entries())
    for (const b of spots.slice(index + 1)) {
      const between = Math.hypot(a.u - b.u, a.v - b.v)
      const free = built.reach?.round
        ? between - 2 * u
        : Math.max(Math.abs(a.u - b.u) - 2 * u, Math.abs(a.v - b.v) - 2 * v)
      if (free < WEB - 1e-6)
        return impossible(
          `Two of the ${spots.length} places of the ${feature.label} of the ${made.body.label} are too close: they are ${round(between)} mm apart and ${round(2 * u)} mm wide.`,
          built.reach?.round && between > 2 * WEB
            ? `At most ${round(between - WEB)} mm wide works, or fewer of them.`
            : 'Fewer or smaller ones fit.',
        )
    }
  return undefined
}

const impossible = (message: string, hint: string): AgentError => hewnError('AGENT_IMPOSSIBLE', message, { hint })
const round = (value: number): number => Math.round(value * 100) / 100
