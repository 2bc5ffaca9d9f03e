import { blockEdges, blockLoss, edgesCode } from './block-edges.ts'
import { halved } from '../families/round.ts'
import type { FeatureForm, FeatureKind, Form, Placed } from '../kinds.ts'
import { nookEdges } from './wall-edges.ts'

const radius = {
  label: 'Fillet radius',
  accepts: 'radius diameter*0.5 corner root bend inner-radius',
  say: 'radius #',
  name: 'radius',
}

/** Rounded edges. Which ones, the words say; without a word the upright edges of what is flat, else all. */
export const fillet: FeatureKind = {
  key: 'fillet',
  nouns: `fillet, filleted, filleting, rounding, rounded edge, rounded corner, radiused edge, radiused corner, edge fillet, corner fillet, edge radius, radius edge, round-over, roundover, round over,
    rounded vertical edge, rounded vertical corner, round edge, round corner, edge rounding, rounded outer edge`,
  manner: 'edge',
  slots: { size: { ...radius } },
  bare: ['size'],
  flags: 'vertical rounded inner inside',
  settle(sizes) {
    if (!sizes.has('size')) sizes.assume('size', 2, 'no radius was said')
  },
  build: (feature) => edges(feature, 'fillet'),
}

export const chamfer: FeatureKind = {
  key: 'chamfer',
  nouns:
    'chamfer, chamfered, chamfering, bevel, bevelled, beveled, chamfered edge, bevelled edge, edge chamfer, beveled edge, chamfered corner, 45 degree chamfer, broken edge, edge break',
  manner: 'edge',
  slots: {
    size: { label: 'Chamfer', accepts: 'width length depth height side', say: '#' },
    angle: { label: 'Chamfer angle', accepts: 'angle', unit: 'deg', say: 'at #' },
  },
  bare: ['size'],
  chains: { 2: ['size', 'second'] },
  flags: 'vertical inner inside',
  settle(sizes) {
    if (!sizes.has('size')) sizes.assume('size', 1, 'no size of the chamfer was said')
    if (sizes.has('angle') && Math.abs(sizes.value('angle') - 45) > 0.01)
      sizes.refuse('AGENT_UNSUPPORTED', 'Chamfers are cut at 45° here.', ['45°'])
    else if (sizes.has('angle')) sizes.spend('angle')
  },
  build: (feature) => edges(feature, 'chamfer'),
}

/** The free end of what stands on it: the tip of a shank. */
const TIP = '.edges().group_by(Axis.Z)[0]'

function edges({ sizes, flags, body, bodyId }: Placed, treat: 'fillet' | 'chamfer'): FeatureForm {
  const size = sizes['size'] ?? '0'
  const picks = picksIn(flags)
  const form = body.edges
  if (form === 'block') {
    const known = new Set<string>()
    const codes = picks.flatMap((pick) => {
      const fresh = blockEdges(pick).filter((edge) => !known.has(edge))
      // What another pick has already is treated once.
      const named = fresh.length === blockEdges(pick).length ? [pick] : fresh
      for (const edge of fresh) known.add(edge)
      return named.map((one) => `${bodyId}${edgesCode(one)}`)
    })
    const loss = blockLoss([...new Set(picks.flatMap(blockEdges))], body.size, treat)
    return { lines: [lineOf(bodyId, treat, codes, size)], volume: loss.replaceAll(/\bsize\b/g, size) }
  }
  let volume: string | undefined = '0'
  const codes = picks.map((pick) => {
    const own = ownEdges(body, pick, treat)
    const change = own?.[treat]
    volume =
      change === undefined || volume === undefined ? undefined : `${volume} + ${change.replace(/\bsize\b/g, size)}`
    const code = own?.code ?? (pick === 'tip' ? TIP : edgesCode(pick)) ?? '.edges()'
    return `${bodyId}${code.replaceAll('BODY', bodyId)}`
  })
  return {
    lines: [lineOf(bodyId, treat, codes, size)],
    ...(volume === undefined ? {} : { volume: volume.replace(/^0 \+ /, '').replaceAll('+ -', '- ') }),
  }
}

/** What a body knows of its own edges under this name. */
const ownEdges = (body: Form, pick: string, treat?: 'fillet' | 'chamfer') =>
  (body.edges === 'block' ? undefined : body.edges?.[pick]) ??
  (pick === 'meet' && body.nooks ? nookEdges(body.nooks, body.size) : undefined) ??
  roundEdge(body, pick, treat)

/** Whether a body has such edges: what it has not is never taken for all of them. */
export const hasEdges = (body: Form, pick: string): boolean =>
  pick === 'all' ||
  pick === 'tip' ||
  (body.edges === 'block' ? blockEdges(pick).length > 0 : edgesCode(pick) !== undefined) ||
  ownEdges(body, pick) !== undefined

const lineOf = (bodyId: string, treat: string, codes: readonly string[], size: string): string =>
  `${bodyId} = ${treat}(${codes.join(' + ')}, ${size})`

/** Which edges a treatment is for; all, where nothing was picked. */
export function picksIn(flags: readonly string[]): string[] {
  const picks = flags.filter((flag) => flag.startsWith('pick-')).map((flag) => flag.slice('pick-'.length))
  return picks.length > 0 ? picks : ['all']
}

/** Rims of what is round, seen from above: closed formulas are known for them. */
function roundEdge(
  { outline }: Placed['body'],
  pick: string,
  treat?: 'fillet' | 'chamfer',
): { code: string; fillet?: string; chamfer?: string } | undefined {
  if (outline.kind !== 'circle') return undefined
  const r = `${outline.diameter} / 2`
  const chamfered = `-pi * size**2 * (${r} - size / 3)`
  const { bore } = outline
  if (bore && (pick === 'inner' || (pick === 'all' && treat !== undefined))) {
    // Around a bore the edge bulges inwards.
    const inside = {
      chamfer: `-2 * pi * size**2 * (${halved(bore)} + size / 3)`,
      fillet: `-4 * pi * size**2 * (1 - pi / 4) * (${halved(bore)} + size * (10 - 3 * pi) / (12 - 3 * pi))`,
    }
    if (pick === 'inner') return { code: '.edges().filter_by(GeomType.CIRCLE).group_by(SortBy.RADIUS)[0]', ...inside }
    return {
      code: '.edges().filter_by(GeomType.CIRCLE)',
      chamfer: `2 * (${chamfered}) + ${inside.chamfer}`,
      fillet: `-4 * pi * size**2 * (1 - pi / 4) * (${r} - size * (10 - 3 * pi) / (12 - 3 * pi)) + ${inside.fillet}`,
    }
  }
  const [rim, end] = pick.split('-')
  if (bore && (rim === 'outer' || rim === 'inner') && (end === 'top' || end === 'bottom')) {
    const code = `.edges().filter_by(GeomType.CIRCLE).group_by(Axis.Z)[${end === 'top' ? '-1' : '0'}].sort_by(SortBy.RADIUS)[${rim === 'outer' ? '-1:' : ':1'}]`
    return rim === 'outer'
      ? {
          code,
          chamfer: chamfered,
          fillet: `-2 * pi * size**2 * (1 - pi / 4) * (${r} - size * (10 - 3 * pi) / (12 - 3 * pi))`,
        }
      : { code, chamfer: `-pi * size**2 * (${halved(bore)} + size / 3)` }
  }
  const filleted = `-(pi * size**2 * (${outline.diameter} - size) - 2 * pi * ((${r} - size) * pi * size**2 / 4 + size**3 / 3))`
  if (pick === 'top' || pick === 'bottom') return { code: edgesCode(pick) ?? '', chamfer: chamfered, fillet: filleted }
  if (pick === 'ends' || pick === 'rim' || pick === 'outer' || (pick === 'all' && !outline.bore)) {
    const both = '.edges().filter_by(GeomType.CIRCLE).group_by(SortBy.RADIUS)[-1]'
    return { code: both, chamfer: `2 * (${chamfered})`, fillet: `2 * (${filleted})` }
  }
  return undefined
}
