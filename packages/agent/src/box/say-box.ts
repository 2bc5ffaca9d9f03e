import type { AssemblyRecipe, Axis, CutoutShape, Lid, PanelStep, SubdivisionStep } from '@hewn/model'
import { openOf } from './of-recipe.ts'

/** A recipe in one sentence that the planner reads back as the same recipe. */
export function sayBox(recipe: AssemblyRecipe): string {
  const { width, depth, height, material, cutting } = recipe
  const open = openOf(recipe)
  const lid = Array.isArray(recipe.lid) ? recipe.lid[0] : recipe.lid
  const opening = lid?.kind === 'lift-off' || lid?.kind === 'slide' ? lid.kind : undefined
  const parts = [
    `${open.length > 0 || opening ? 'box' : 'closed box'} ${width} × ${depth} × ${height} mm${recipe.measure ? ` ${recipe.measure}` : ''}`,
  ]
  if (open.length > 0) parts.push(`open at the ${list(open)}`)
  if (opening) {
    parts.push(
      `with a ${opening === 'slide' ? 'sliding' : 'lift-off'} lid${lid?.toward ? ` toward the ${lid.toward}` : ''}`,
    )
    if (lid?.play !== undefined) parts.push(`${lid.play} mm play`)
    if (lid?.pull !== undefined) parts.push(sayPull(lid.pull))
  }
  if (material?.thickness !== undefined)
    parts.push(`${material.thickness} mm thick${material.name ? ` ${material.name}` : ''}`)
  else if (material?.name) parts.push(`from ${material.name}`)
  for (const [name, value] of Object.entries(material?.thicknesses ?? {})) parts.push(`${name} ${value} mm thick`)
  if (recipe.drawers) parts.push(...sayDrawers(recipe))
  else parts.push(...sayDivisions(recipe.subdivisions ?? []))
  if (recipe.feet) parts.push(`feet ${recipe.feet.height} mm high`)
  for (const step of recipe.panels ?? []) parts.push(...sayPanel(step))
  if (material?.fingerWidth !== undefined) parts.push(`finger width ${material.fingerWidth} mm`)
  if (cutting?.kerf !== undefined) parts.push(`kerf ${cutting.kerf} mm`)
  if (typeof cutting?.fit === 'string') parts.push(`${cutting.fit} fit`)
  if (cutting?.sheet) parts.push(`sheet ${cutting.sheet.width} × ${cutting.sheet.height} mm`)
  return parts.join(', ')
}

function sayPull(pull: NonNullable<Lid['pull']>): string {
  if (pull === 'none') return 'without a finger hole'
  return `${pull.width}${pull.height === undefined ? '' : ` × ${pull.height}`} mm finger ${pull.type}`
}

function sayDrawers({ drawers: [first] = [], subdivisions: [step] = [] }: AssemblyRecipe): string[] {
  const many =
    step?.type === 'grid'
      ? `${step.columns ?? 1} × ${step.rows ?? 1} drawers`
      : step?.type === 'subdivideEvenly'
        ? `${step.count} drawers${step.axis === 'x' ? ' side by side' : ''}`
        : 'a drawer'
  return [
    many,
    ...(first?.text === '{n}' ? ['numbered'] : []),
    ...(first?.clearance === undefined ? [] : [`${first.clearance} mm play around the drawers`]),
    ...(first?.pull === undefined ? [] : [sayPull(first.pull)]),
  ]
}

function sayDivisions(steps: readonly SubdivisionStep[]): string[] {
  const [root, ...nested] = steps
  if (!root || root.type === 'grid' || nested.length === 0) return steps.map(divided)
  const [axis, sizes] = [root.axis ?? 'x', sizesOf(root)]
  const names = REGIONS[axis][sizes.length]
  if (!names) return steps.map(divided)
  const said = sizes.map((size, index) => {
    const step = nested.find((one) => one.void === `root/${index}`)
    const cells = step?.type === 'subdivideEvenly' ? step.count : 1
    const large = size === '*' ? '' : ` ${size} ${ACROSS[axis]}`
    return `${names[index]}${large} ${cells === 1 ? 'undivided' : `in ${cells}`}`
  })
  return axis === 'z' ? said.toReversed() : said
}

const sizesOf = (step: Exclude<SubdivisionStep, { type: 'grid' }>): readonly (string | number)[] => {
  if (step.type === 'subdivideEvenly') return Array.from({ length: step.count }, () => '*')
  return Array.isArray(step.sizes) ? step.sizes : step.sizes.split(':')
}

const ACROSS: Record<Axis, string> = { x: 'wide', y: 'high', z: 'deep' }
/** What the compartments along an axis are called, low to high, by how many they are. */
const REGIONS: Record<Axis, Partial<Record<number, string[]>>> = {
  x: { 2: ['left column', 'right column'], 3: ['left column', 'middle column', 'right column'] },
  y: { 2: ['bottom tier', 'top tier'], 3: ['bottom tier', 'middle tier', 'top tier'] },
  z: { 2: ['back row', 'front row'], 3: ['back row', 'middle row', 'front row'] },
}

function sayPanel({ face: panel, extensions, cutouts = [], texts = [] }: PanelStep): string[] {
  const face = panel.startsWith('lid:') ? 'lid' : panel
  const by = extensions?.top
  return [
    ...(by === undefined ? [] : [`${face} ${by < 0 ? 'lowered' : 'raised'} by ${Math.abs(by)} mm`]),
    ...cutouts.map((cutout) => sayCutout(face, cutout)),
    ...texts.map(
      ({ text, height, layer }) =>
        `"${text}" ${layer === 'score' ? 'scored' : 'engraved'} on the ${face}, ${height} mm high`,
    ),
  ]
}

function sayCutout(face: string, cutout: CutoutShape): string {
  const { repeat } = cutout
  if (cutout.type === 'notch') return `${cutout.width} × ${cutout.depth} mm thumb notch in the ${face}`
  if (cutout.type === 'polygon') return `a cut-out in the ${face}`
  if (cutout.type === 'slot' && cutout.from === 'top') {
    const below = Math.round((-(cutout.y ?? 0) - cutout.height / 2) * 1000) / 1000
    return `${cutout.width} × ${cutout.height} mm hand holes in the ${face}, ${below} mm from the top`
  }
  if (cutout.type === 'slot' && repeat)
    return `${repeat.columns} vent slots ${cutout.width} × ${cutout.height} mm in the ${face}`
  const size =
    cutout.type === 'circle'
      ? `${cutout.diameter} mm hole`
      : `${cutout.width} × ${cutout.height} mm ${cutout.type === 'slot' ? 'slot' : 'window'}`
  const many = repeat ? `${repeat.columns * repeat.rows} ` : ''
  const [level, side] = (cutout.from ?? '').split('-')
  const from = [
    ...(cutout.x !== undefined && !repeat && (side ?? level)
      ? [`${Math.abs(cutout.x)} mm from the ${side ?? level}`]
      : []),
    ...(cutout.y !== undefined && level ? [`${Math.abs(cutout.y)} mm from the ${level}`] : []),
  ]
  const grid = repeat && repeat.rows > 1 ? ` in a ${repeat.columns} × ${repeat.rows} grid` : ''
  const even = repeat && (repeat.rows === 1 || repeat.dx === repeat.dy)
  const apart = even ? `, ${repeat.dx} mm apart` : ''
  return `${many}${size}${repeat ? 's' : ''} in the ${face}${grid}${apart}${from.length > 0 ? `, ${from.join(' and ')}` : ''}`
}

function divided(step: SubdivisionStep): string {
  if (step.type === 'grid') return `${step.columns ?? 1} × ${step.rows ?? 1} compartments`
  if (step.type === 'split')
    return `compartments ${Array.isArray(step.sizes) ? step.sizes.join(':') : step.sizes}${step.axis === 'z' ? ' deep' : ''}`
  if (step.axis === 'z') return `${step.count} rows`
  if (step.axis !== 'y') return `${step.count} columns`
  return step.count === 2 ? '1 shelf' : `${step.count - 1} shelves`
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
