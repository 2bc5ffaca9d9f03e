import type { Claim, Fact, Layer, LayerId } from '@hewn/model'
import { formatArea, formatCount, formatLength, formatMass, formatNumber, formatSize, formatVolume } from './format.ts'
import { t } from './strings/index.ts'

/** What the picture shows, in one line of real text beside it (WB37). Equal designs read equal. */
export function describeModel(
  title: string,
  layers: readonly Layer[],
  facts: readonly Fact[],
  claims: readonly Claim[],
): string {
  const drawn = layers.filter((layer) => layer.kind !== 'group')
  if (drawn.length === 0) return t.description.empty
  const whole = facts.filter((fact) => !('layer' in fact) || fact.layer === undefined)
  let [size, volume, mass] = ['', '', '']
  let solids = 1
  for (const fact of whole) {
    if (fact.kind === 'size') size = formatSize([fact.x, fact.y, fact.z])
    else if (fact.kind === 'volume') volume = t.description.volume(formatVolume(fact.value))
    else if (fact.kind === 'mass') mass = formatMass(fact.value)
    else if (fact.kind === 'solids') solids = fact.count
  }
  const panels = drawn.filter((layer) => layer.kind === 'panel').length
  const failing = claims.filter((claim) => claim.result.state === 'fail').length
  const parts = [
    size,
    volume,
    mass,
    panels > 0 ? t.description.panels(panels) : t.description.layers(drawn.length),
    panels === 0 && solids > 1 && t.description.solids(solids),
    holeWords(whole),
    failing > 0 && t.description.failing(failing),
  ]
  return `${title || t.untitled}: ${parts.filter(Boolean).join(', ')}`
}

export interface FactRow {
  label: string
  value: string
  tone?: 'ok' | 'bad'
}

/** The facts of the whole design, in the order somebody would ask for them. */
export function factRows(facts: readonly Fact[], layers: readonly Layer[]): FactRow[] {
  const whole = facts.filter((fact) => !('layer' in fact) || fact.layer === undefined)
  const rows: FactRow[] = []
  const add = (label: string, value: string, tone?: 'ok' | 'bad') =>
    rows.push({ label, value, ...(tone ? { tone } : {}) })
  const panels = layers.filter((layer) => layer.kind === 'panel').length
  for (const fact of whole) {
    switch (fact.kind) {
      case 'size':
        add(t.fact.size, formatSize([fact.x, fact.y, fact.z]))
        break
      case 'volume':
        add(t.fact.volume, formatVolume(fact.value))
        break
      case 'area':
        add(t.fact.area, formatArea(fact.value))
        break
      case 'mass':
        add(t.fact.mass, formatMass(fact.value))
        break
      case 'solids':
        if (panels === 0) add(t.fact.solids, formatCount(fact.count))
        break
      case 'openings':
        add(t.fact.openings, formatCount(fact.count))
        break
      case 'wall':
        add(t.fact.wall, formatLength(fact.min))
        break
      case 'fillet':
      case 'chamfer':
        add(t.fact[fact.kind], `${formatCount(fact.count)} × ${formatLength(fact.radius)}`)
        break
      case 'fit':
        add(t.fact.fit, t.fact.fitValue(fact.proven, fact.joints), fact.proven === fact.joints ? 'ok' : 'bad')
        break
      case 'compartments':
        add(t.fact.compartments, formatCount(fact.count))
        break
      case 'sheet':
        add(t.fact.sheet, formatCount(fact.count))
        add(
          t.fact.cutLength,
          fact.cutLength >= 10_000 ? `${formatNumber(fact.cutLength / 1000)} m` : formatLength(fact.cutLength),
        )
        break
      case 'valid':
        add(t.fact.valid, fact.ok ? t.fact.validYes : t.fact.validNo(fact.why ?? ''), fact.ok ? 'ok' : 'bad')
        break
    }
  }
  const holes = holeWords(whole)
  if (holes) add(t.fact.holes, holes)
  if (panels > 0) add(t.fact.panels, formatCount(panels))
  return rows
}

/** `4 × Ø 5 mm, 1 × Ø 12 mm`: holes by diameter, smallest first. */
function holeWords(facts: readonly Fact[]): string {
  const byDiameter = new Map<number, number>()
  for (const fact of facts)
    if (fact.kind === 'hole') byDiameter.set(fact.diameter, (byDiameter.get(fact.diameter) ?? 0) + 1)
  return [...byDiameter]
    .toSorted(([a], [b]) => a - b)
    .map(([diameter, count]) => t.fact.hole(count, formatLength(diameter)))
    .join(', ')
}

export interface TreeRow {
  layer: Layer
  depth: number
}

/** Layers as their parents nest them, each once, whatever the parents say. */
export function layerTree(layers: readonly Layer[]): TreeRow[] {
  const ids = new Set(layers.map((layer) => layer.id))
  const below = new Map<LayerId | undefined, Layer[]>()
  for (const layer of layers) {
    const parent =
      layer.parent !== undefined && ids.has(layer.parent) && layer.parent !== layer.id ? layer.parent : undefined
    below.set(parent, [...(below.get(parent) ?? []), layer])
  }
  const rows: TreeRow[] = []
  const seen = new Set<LayerId>()
  const walk = (parent: LayerId | undefined, depth: number) => {
    for (const layer of below.get(parent) ?? []) {
      if (seen.has(layer.id)) continue
      seen.add(layer.id)
      rows.push({ layer, depth })
      walk(layer.id, depth + 1)
    }
  }
  walk(undefined, 0)
  // Parents in a circle hang on nothing; they are listed all the same.
  for (const layer of layers) if (!seen.has(layer.id)) rows.push({ layer, depth: 0 })
  return rows
}
