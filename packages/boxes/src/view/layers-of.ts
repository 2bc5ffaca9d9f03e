import type { Geometry, Layer, LayerId } from '@hewn/model'
import type { PanelId } from '../design/resolved-design.ts'
import type { Engine } from '../execute-recipe.ts'
import type { Contour } from '../panels/contour.ts'
import type { Panel } from '../panels/panel.ts'
import { isMarked, marksShape } from './marks-shape.ts'
import { lookOf } from './material-look.ts'
import { prism } from './prism.ts'
import { placementOf } from './to-world.ts'

export const BODY: LayerId = 'layer:body'
export const layerOfPanel = (panel: PanelId): LayerId => `layer:${panel}`

const HERE = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]

/** Burnt wood. */
const MARK_COLOR = '#3b2412'

/** A group, and in it a layer for every panel, and one for what is engraved or scored on it. Whoever shows or stores it encodes the geometry and fills in its hash. */
export function layersOf(engine: Engine): { layer: Layer; geometry?: Geometry }[] {
  const { design, panels, recipe } = engine
  const meshOf = sharedMeshes()
  const body: Layer = { id: BODY, name: recipe.name ?? 'Box', kind: 'group', visible: true, placement: [...HERE] }
  return [
    { layer: body },
    ...panels.map((panel) => ({
      layer: {
        id: layerOfPanel(panel.id),
        name: nameOf(panel),
        parent: BODY,
        kind: 'panel' as const,
        ...lookOf(panel, design.material),
        ...(design.material === undefined ? {} : { material: design.material }),
        visible: true,
        placement: placementOf(design, panel.frame),
      },
      geometry: meshOf(panel),
    })),
    ...panels.filter(isMarked).map((panel) => ({
      layer: {
        id: `${layerOfPanel(panel.id)}:marks` as const,
        name: `${nameOf(panel)}, marks`,
        parent: BODY,
        kind: 'curve' as const,
        color: MARK_COLOR,
        visible: true,
        placement: placementOf(design, panel.frame),
        // Seen, but no part of the box: it has no volume and no joint.
        aside: true as const,
      },
      geometry: marksShape(panel),
    })),
  ]
}

/** Equal panels share one mesh: of the 43 panels of a 20 × 20 grid six are different. */
function sharedMeshes(): (panel: Panel) => Geometry {
  const known = new Map<string, Geometry>()
  return ({ holes, outline, thickness }) => {
    const key = [thickness, ...[outline, ...holes].map(written)].join('|')
    const mesh = known.get(key) ?? prism(outline, holes, thickness)
    known.set(key, mesh)
    return mesh
  }
}

const written = (contour: Contour): string => {
  let text = ''
  for (const { x, y, arc } of contour)
    text += arc ? `${x},${y},${arc.centre.x},${arc.centre.y},${arc.turn};` : `${x},${y};`
  return text
}

/** `Front`; `Divider x0` of the whole box, `Divider x0 of r0c1` deeper; `Lid`, `Drawer r0c1 front`. */
export function nameOf(panel: Pick<Panel, 'id'>): string {
  const [kind = '', where = '', ...rest] = panel.id.split(':')
  const within = where.replace(/^root\/?/, '')
  switch (kind) {
    case 'divider':
      return `Divider ${rest.join(' ')}${within === '' ? '' : ` of ${within}`}`
    case 'lid':
      return rest.length > 0 ? `Lid ${where} ${rest.join(' ')}` : `Lid ${where}`
    case 'ledge':
      return `Ledge ${[where, ...rest].join(' ')}`
    case 'drawer':
      return ['Drawer', within, ...rest].filter((word) => word !== '').join(' ')
    default:
      return `${panel.id.slice(0, 1).toUpperCase()}${panel.id.slice(1)}`
  }
}
