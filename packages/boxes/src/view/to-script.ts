import type { Engine } from '../execute-recipe.ts'
import { type Contour, radiusOf, sweepOf } from '../panels/contour.ts'
import { nameOf } from './layers-of.ts'
import { lookOf } from './material-look.ts'
import { placementOf } from './to-world.ts'

/**
 * A `model.py` that builds every panel from exact lines and arcs, named, coloured and placed: the assembly as STEP through the
 * part kernel, and a second opinion on the proof (BX58).
 */
export function toScript(engine: Engine): string {
  const { design, panels, recipe } = engine
  return [
    'from build123d import *',
    '',
    '',
    'def contour(points):',
    '    """Corners (x, y); with two more numbers the way to the next corner is an arc through that place."""',
    '    edges = []',
    '    for here, there in zip(points, points[1:] + points[:1]):',
    '        a, b = here[:2], there[:2]',
    '        edges.append(Edge.make_three_point_arc(a, here[2:], b) if len(here) > 2 else Edge.make_line(a, b))',
    '    return Wire(edges)',
    '',
    '',
    'def panel(name, color, thickness, origin, right, out, outline, holes):',
    '    face = Face(contour(outline), [contour(hole) for hole in holes])',
    '    solid = Plane(origin=origin, x_dir=right, z_dir=out).location * extrude(face, thickness)',
    '    solid.label, solid.color = name, Color(color)',
    '    return solid',
    '',
    '',
    'panels = [',
    ...panels.flatMap((one) => {
      const [rx, ry, rz, , , , , , ox, oy, oz, , px, py, pz] = placementOf(design, one.frame)
      return [
        '    panel(',
        `        ${quoted(nameOf(one))}, ${quoted(lookOf(one, design.material).color)}, ${mm(one.thickness)},`,
        `        (${px}, ${py}, ${pz}), (${rx}, ${ry}, ${rz}), (${ox}, ${oy}, ${oz}),`,
        `        [${points(one.outline)}],`,
        `        [${one.holes.map((hole) => `[${points(hole)}]`).join(', ')}],`,
        '    ),',
      ]
    }),
    ']',
    `result = Compound(label=${quoted(recipe.name ?? 'Box')}, children=panels)`,
    '',
  ].join('\n')
}

function points(contour: Contour): string {
  return contour
    .map((point, index) => {
      if (!point.arc) return `(${mm(point.x)}, ${mm(point.y)})`
      const next = contour[(index + 1) % contour.length] ?? point
      const { centre } = point.arc
      const angle = Math.atan2(point.y - centre.y, point.x - centre.x) + sweepOf(point, point.arc, next) / 2
      const radius = radiusOf(point, point.arc)
      const [x, y] = [centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)]
      return `(${mm(point.x)}, ${mm(point.y)}, ${x / 1000}, ${y / 1000})`
    })
    .join(', ')
}

const mm = (um: number): number => um / 1000

/** Any text as Python may read it, and nothing but text: a name never becomes code. */
const quoted = (text: string): string =>
  `'${[...text].map((letter) => (/^[\w .,+()#-]$/.test(letter) && letter < '\u007f' ? letter : escapeOf(letter))).join('')}'`

const escapeOf = (letter: string): string => `\\U${(letter.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
