import type { Fact } from '@hewn/model'
import type { Field } from './read-field.ts'

/**
 * At how many of the boxes in the filter there are faces that fill it along the axes that the field names: what lies
 * within reaches from one end of it to the other. Nothing for any other field.
 * @example filledIn(readField('filled.xy[box=(-5,-3,0,5,3,4)|(15,-3,0,25,3,4)]'), facts)   // → 2, two pegs or pockets
 */
export function filledIn({ name, filter }: Field, facts: readonly Fact[]): number | undefined {
  const axes = /^filled\.([xyz]+)$/.exec(name)?.[1]
  const told = facts.filter((fact) => fact.kind === 'reaches')
  if (axes === undefined || told.length === 0) return undefined
  const faces = told.flatMap(({ boxes }) => boxes)
  const wanted = filter.find(({ key }) => key === 'box')?.value.split('|') ?? []
  return wanted.filter((text) => isFilled(numbersIn(text), axes, faces)).length
}

function isFilled(box: readonly number[], axes: string, faces: readonly (readonly number[])[]): boolean {
  const within = faces.filter((face) =>
    [0, 1, 2].every((axis) => at(face, axis) >= at(box, axis) - NEAR && at(face, axis + 3) <= at(box, axis + 3) + NEAR),
  )
  return Array.from(axes, (one) => 'xyz'.indexOf(one)).every(
    (axis) =>
      within.some((face) => at(face, axis) <= at(box, axis) + NEAR) &&
      within.some((face) => at(face, axis + 3) >= at(box, axis + 3) - NEAR),
  )
}

const numbersIn = (text: string): number[] =>
  text
    .replaceAll(/[()\s]/g, '')
    .split(',')
    .map(Number)
const at = (box: readonly number[], index: number): number => box[index] ?? Number.NaN
const NEAR = 0.05 + 1e-9
