import type { AssemblyRecipe } from '@hewn/model'
import { FEET, type Features, type PanelSize } from './bind-features.ts'

/** The recipe with its features; `outside` are its outer sizes. */
export function withFeatures(
  recipe: AssemblyRecipe,
  features: Features,
  words: string,
  outside: Record<'width' | 'depth' | 'height', number>,
): AssemblyRecipe {
  const made: AssemblyRecipe = { ...recipe }
  const panelSize = (face: string): PanelSize => {
    const across = ENDS[face]
    return { width: outside[across ?? 'width'], height: across ? outside.height : outside.depth }
  }
  if (Object.keys(features.thicknesses).length > 0)
    made.material = { ...made.material, thicknesses: { ...made.material?.thicknesses, ...features.thicknesses } }
  if (features.without.has('feet') || features.feet === 'none') delete made.feet
  else if (features.feet !== undefined) made.feet = { ...FEET, ...made.feet, height: features.feet }
  if (features.steps) made.subdivisions = features.steps
  if (features.without.has('drawers')) delete made.drawers
  if (features.drawers) {
    const { steps, void: place, clearance, numbered } = features.drawers
    if (steps.length > 0) made.subdivisions = steps
    else delete made.subdivisions
    made.drawers = [
      { void: place, ...(clearance === undefined ? {} : { clearance }), ...(numbered ? { text: '{n}' } : {}) },
    ]
  }
  if (features.hole !== undefined) {
    const diameter = features.hole
    made.panels = (made.panels ?? []).map(({ cutouts, ...step }) => ({
      ...step,
      ...(cutouts ? { cutouts: cutouts.map((one) => (one.type === 'circle' ? { ...one, diameter } : one)) } : {}),
    }))
  }
  const { lid } = made
  if (lid && !Array.isArray(lid) && lid.kind && lid.kind !== 'fixed')
    made.lid = {
      ...lid,
      ...(features.play === undefined ? {} : { play: features.play }),
      ...(features.pull === undefined ? {} : { pull: features.pull }),
    }
  else if (made.drawers && features.pull !== undefined)
    made.drawers = made.drawers.map((step) => ({ ...step, pull: features.pull as 'none' }))

  const kept = (made.panels ?? []).flatMap(({ cutouts, texts, ...step }) => {
    const rest = {
      ...step,
      ...(cutouts && !features.without.has('cutouts') ? { cutouts } : {}),
      ...(texts && !features.without.has('texts') ? { texts } : {}),
    }
    return Object.keys(rest).length > 1 ? [rest] : []
  })
  const added = new Map<string, NonNullable<AssemblyRecipe['panels']>[number]>()
  const panel = (face: string) => {
    const step = added.get(face) ?? { face }
    added.set(face, step)
    return step
  }
  for (const { face, by, to } of features.sides)
    panel(face).extensions = { top: tidy(by ?? (to ?? 0) - outside.height) }
  for (const { face, shape } of features.cutouts) {
    const step = panel(face)
    step.cutouts = [...(step.cutouts ?? []), shape(panelSize(face))]
  }
  for (const {
    face,
    words: [from, to],
    height,
    scored,
  } of features.texts) {
    const step = panel(face)
    step.texts = [
      ...(step.texts ?? []),
      { text: words.slice(from, to), height, ...(scored ? { layer: 'score' as const } : {}) },
    ]
  }
  const panels = [...kept, ...added.values()]
  if (panels.length > 0) made.panels = panels
  else delete made.panels
  return made
}

const ENDS: Partial<Record<string, 'width' | 'depth'>> = {
  front: 'width',
  back: 'width',
  left: 'depth',
  right: 'depth',
}

const tidy = (value: number): number => Math.round(value * 1000) / 1000
