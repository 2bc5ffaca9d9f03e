import type { AssemblyRecipe, Parameter, SubdivisionStep } from '@hewn/model'
import { DEFAULTS } from '../design/resolve.ts'

/** Sliders for any recipe; each says by its path which field it moves. */
export function parametersOf(recipe: AssemblyRecipe): Parameter[] {
  const { width, height, depth, material, cutting } = recipe
  const thickness = material?.thickness ?? DEFAULTS.thickness
  const least = Math.max(10, 3 * thickness)
  const side = (name: string, label: string, value: number): Parameter => {
    return length(name, label, value, { min: least, max: 2000, step: 1 }, name)
  }
  const fingerWidth = material?.fingerWidth ?? Math.max(DEFAULTS.fingerWidth, 2 * thickness)
  return [
    side('width', 'Width', width),
    side('height', 'Height', height),
    side('depth', 'Depth', depth),
    length('thickness', 'Thickness', thickness, { min: 0.5, max: 25, step: 0.1 }, 'material.thickness'),
    length('fingerWidth', 'Finger width', fingerWidth, { min: 1, max: 200, step: 0.5 }, 'material.fingerWidth'),
    ...(recipe.subdivisions ?? []).flatMap(counts),
    length('kerf', 'Kerf', cutting?.kerf ?? 0.1, { min: 0, max: 1, step: 0.01 }, 'cutting.kerf'),
  ]
}

type Range = Required<Pick<Parameter, 'min' | 'max' | 'step'>>

const length = (name: string, label: string, value: number, range: Range, path: string): Parameter => {
  return { name, label, value, ...range, unit: 'mm', at: { path } }
}

function counts(step: SubdivisionStep, index: number): Parameter[] {
  const count = (name: string, label: string, value: number): Parameter => {
    const where = step.void === 'root' ? '' : ` in ${step.void}`
    return {
      name: index === 0 ? name : `${name}${index + 1}`,
      label: `${label}${where}`,
      value,
      min: 1,
      max: 20,
      step: 1,
      at: { path: `subdivisions.${index}.${name}` },
    }
  }
  switch (step.type) {
    case 'grid':
      return [count('columns', 'Columns', step.columns ?? 1), count('rows', 'Rows', step.rows ?? 1)]
    case 'subdivideEvenly':
      return [count('count', 'Compartments', step.count)]
    case 'split':
      return []
  }
}
