import { type AgentError, hewnError, type PartFeature, type PartPlan } from '@hewn/model'
import { blockEdges, blockRoom } from './features/block-edges.ts'
import { picksIn } from './features/edges.ts'
import type { RealisedBody } from './realise.ts'
import { featureOf } from './registry.ts'
import { wordsWith } from './words-with.ts'

/** Two treated edges meet where their size is half of what lies between them: what is more is told before anything is built. */
export function edgesFit(
  { size, body, form }: RealisedBody,
  { kind, flags, sizes, label }: PartFeature,
  plan: PartPlan,
  value: (formula: string) => number,
): AgentError | undefined {
  if (featureOf(kind)?.manner !== 'edge') return undefined
  const wanted = value(sizes['size'] ?? '0')
  const picks = picksIn(flags)
  const most = SQUARE.has(body.family) ? blockRoom(picks.flatMap(blockEdges), size) : roundRoom(form, picks, value)
  if (most === undefined || wanted <= most) return undefined
  const works = Math.floor(most * 10 - 1 + 1e-6) / 10
  const choices = works > 0 ? wordsWith(plan, sizes['size'], works) : []
  return hewnError(
    'AGENT_IMPOSSIBLE',
    `A ${label} of ${round(wanted)} mm does not fit the ${body.label} of ${size.map(round).join(' × ')} mm.`,
    {
      hint: works > 0 ? `${works} mm is the most that works.` : `Less than ${round(most)} mm works.`,
      ...(choices.length > 0 ? { choices } : {}),
    },
  )
}
const SQUARE = new Set(['block', 'cube', 'plate', 'flat-bar'])

/** The rims of a disc or a tube: as high as it is, or half of that from both ends, and no more than its wall. */
function roundRoom(
  { outline, size, stages }: RealisedBody['form'],
  picks: readonly string[],
  value: (formula: string) => number,
): number | undefined {
  if (outline.kind !== 'circle' || stages !== undefined) return undefined
  const height = value(size[2])
  const across = value(outline.diameter) / 2
  if (picks.every((pick) => pick === 'top' || pick === 'bottom'))
    return Math.min(new Set(picks).size > 1 ? height / 2 : height, across)
  return picks.every((pick) => BOTH.has(pick)) ? Math.min(height / 2, across) : undefined
}
const BOTH: ReadonlySet<string> = new Set(['ends', 'all', 'outer', 'rim'])

const round = (value: number): number => Math.round(value * 100) / 100
