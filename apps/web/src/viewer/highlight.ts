import { BufferAttribute, BufferGeometry, type Group, Mesh, type Object3D, Points } from 'three'
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js'
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js'
import type { createMaterials } from './materials.ts'
import { type PickedElement, placeOf } from './selection.ts'

const COLORS = ['#E8710A', '#0B7285']
const WIDTH = 4

/** Shows a picked face, edge or corner over its layer. Returns the way out. */
export function highlight(
  pick: PickedElement,
  place: number,
  root: Group,
  materials: ReturnType<typeof createMaterials>,
): () => void {
  const color = COLORS[place % COLORS.length] ?? '#E8710A'
  const part = { face: faceOf, edge: edgeOf, vertex: cornerOf }[pick.kind](pick)
  if (!part) return () => undefined
  if (part instanceof LineSegments2) part.material = materials.wide(color, WIDTH)
  else part.material = part instanceof Points ? materials.dot(color) : materials.lit(color)
  part.renderOrder = 1
  root.add(part as Object3D)
  return () => {
    root.remove(part as Object3D)
    part.geometry.dispose()
  }
}

function faceOf({ geometry: { positions, triangles, faceOf: face }, index }: PickedElement): Mesh | undefined {
  if (!positions || !triangles || !face) return undefined
  const corners: number[] = []
  for (let triangle = 0; triangle < face.length; triangle++)
    if (face[triangle] === index) corners.push(...triangles.subarray(triangle * 3, triangle * 3 + 3))
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(positions, 3))
  geometry.setIndex(corners)
  return new Mesh(geometry)
}

function cornerOf(pick: PickedElement): Points {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(placeOf(pick)), 3))
  return new Points(geometry)
}

function edgeOf({ geometry: { edgePoints, edgeRanges }, index }: PickedElement): LineSegments2 | undefined {
  const [first, count] = [edgeRanges?.[index * 2], edgeRanges?.[index * 2 + 1]]
  if (!edgePoints || first === undefined || count === undefined) return undefined
  const segments: number[] = []
  for (let point = first; point < first + count - 1; point++)
    segments.push(...edgePoints.subarray(point * 3, point * 3 + 6))
  return new LineSegments2(new LineSegmentsGeometry().setPositions(segments))
}
