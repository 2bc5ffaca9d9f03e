import { axialEnd } from '../axial-side.ts'
import { bracketed, half, plus } from '../formula.ts'
import type { Placed, Settling } from '../kinds.ts'

// Where along a turned part its grooves, keyways and flats are.

/** A stretch along the axis: the whole body, or the step that was named by its diameter. */
interface Stretch {
  low: string
  height: string
  diameter: string
}

export function stretchOf({ flags, body }: Placed): Stretch {
  const named = flags.find((flag) => flag.startsWith('stage-'))
  const stage = named === undefined ? undefined : body.stages?.[Number(named.slice('stage-'.length))]
  const diameter = body.outline.kind === 'circle' ? body.outline.diameter : body.size[0]
  return stage ?? { low: '0', height: body.size[2], diameter }
}

export const diameterOf = (placed: Placed): string => stretchOf(placed).diameter

/** `along the 15 mm part`: which of the steps that is. */
export function settleStage(sizes: Settling): void {
  const stages = sizes.body?.form.stages ?? []
  const measured = (formula: string) => sizes.body?.evaluate(formula) ?? 0
  const called = calledStage(
    stages.map(({ diameter }) => measured(diameter)),
    (which) => sizes.flag(`${which}-stage`),
  )
  if (called !== undefined) sizes.mark(`stage-${called}`)
  else if (stages.length > 1 && ['middle', 'thick', 'thin'].some((which) => sizes.flag(`${which}-stage`)))
    sizes.refuse('AGENT_NEEDS_ANSWER', `In which of the ${stages.length} sections should the ${sizes.noun} be?`)
  if (!sizes.has('stage')) return
  const wide = sizes.value('stage')
  const of = (formulas: string[]) => formulas.findIndex((one) => Math.abs(measured(one) - wide) < 0.01)
  const thick = of(stages.map(({ diameter }) => diameter))
  // `on the 60 long section`
  const at = thick < 0 ? of(stages.map(({ height }) => height)) : thick
  if (at < 0) {
    sizes.refuse(
      'AGENT_NEEDS_ANSWER',
      `There is no part of ${wide} mm diameter here. Where should the ${sizes.noun} be?`,
    )
    return
  }
  sizes.spend('stage')
  sizes.mark(`stage-${at}`)
}

/** `in the middle section`, `on the largest diameter`: where only one is meant by that. */
function calledStage(wide: readonly number[], says: (which: string) => boolean): number | undefined {
  if (wide.length < 2) return undefined
  if (says('last')) return wide.length - 1
  if (says('middle') && wide.length % 2 === 1) return (wide.length - 1) / 2
  const at = says('thick') ? Math.max(...wide) : says('thin') ? Math.min(...wide) : undefined
  return at !== undefined && wide.filter((one) => one === at).length === 1 ? wide.indexOf(at) : undefined
}

export const STAGE = { label: 'Diameter it is in', accepts: 'stage', say: 'in the # part' }

/** The other end is the lower one: what comes first is at the upper. */
const isLow = (edge: string): boolean => edge === 'other' || axialEnd(edge) === 'bottom'

/** How far from an end of its stretch: said, or in the middle. */
export function zOf(placed: Placed, width: string): string {
  const { low, height } = stretchOf(placed)
  const edge = placed.relations.find((one) => one.kind === 'edge')
  if (edge?.kind !== 'edge') return `${plus(low, half(height))} - ${half(width)}`
  if (isLow(edge.edge)) return plus(low, edge.distance)
  return `${plus(low, height)}${edge.distance === '0' ? '' : ` - ${edge.distance}`} - ${width}`
}

/** Where each of several is: as far apart as was said, else evenly along the stretch. */
export function rowOf(placed: Placed, width: string): string[] {
  const count = Math.round(placed.evaluate(placed.count))
  const { low, height } = stretchOf(placed)
  const edge = placed.relations.find((one) => one.kind === 'edge')
  const points = placed.relations.find((one) => one.kind === 'points')
  if (points?.kind === 'points' && (points.from === 'bottom' || points.from === 'top'))
    return points.at.map(([, far]) =>
      points.from === 'bottom' ? plus(low, far) : `${plus(low, height)} - ${far} - ${width}`,
    )
  const line = placed.relations.find((one) => one.kind === 'line')
  const spacing = line?.kind === 'line' ? line.spacing : undefined
  if (count < 2) return [zOf(placed, width)]
  if (spacing)
    return Array.from({ length: count }, (_, at) =>
      edge?.kind === 'edge'
        ? `${zOf(placed, width)} ${isLow(edge.edge) ? '+' : '-'} ${at} * ${spacing}`
        : `${plus(low, half(height))} - ${half(width)} + ${at - (count - 1) / 2} * ${spacing}`,
    )
  if (edge?.kind === 'edge' && count === 2)
    return [plus(low, edge.distance), `${plus(low, height)} - ${edge.distance} - ${width}`]
  return Array.from(
    { length: count },
    (_, at) => `${plus(low, `${at + 1} * ${bracketed(height)} / ${count + 1}`)} - ${half(width)}`,
  )
}
