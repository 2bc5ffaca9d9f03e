import {
  Color,
  DoubleSide,
  LineBasicMaterial,
  type Material,
  MeshBasicMaterial,
  MeshLambertMaterial,
  PointsMaterial,
  SRGBColorSpace,
} from 'three'
import { LineMaterial } from 'three/addons/lines/LineMaterial.js'

/** Materials shared by all layers that look alike (WB15). */
export function createMaterials(wideLines: boolean) {
  const known = new Map<string, Material>()
  const shared = <M extends Material>(key: string, make: () => M): M => {
    const material = (known.get(key) as M | undefined) ?? make()
    known.set(key, material)
    return material
  }
  return {
    face: (color: string, opacity: number, flat: boolean) =>
      shared(`face ${color} ${opacity} ${flat}`, () => {
        const material = new MeshLambertMaterial({
          color: shadeable(color),
          flatShading: flat,
          side: DoubleSide,
          // Faces step back a little, so that the edges on them are drawn whole.
          polygonOffset: true,
          polygonOffsetFactor: 1,
          polygonOffsetUnits: 1,
        })
        if (opacity < 1) Object.assign(material, { transparent: true, opacity, depthWrite: false })
        return material
      }),
    edge: (color: string, width: number) =>
      shared(`edge ${color} ${width}`, () =>
        wideLines ? new LineMaterial({ color, linewidth: width }) : new LineBasicMaterial({ color }),
      ),
    /** Of a picked face: as it lies on its layer it is nearer, since faces step back. */
    lit: (color: string) =>
      shared(`lit ${color}`, () => {
        const look = { transparent: true, opacity: 0.6, depthWrite: false, side: DoubleSide }
        return new MeshBasicMaterial({ color, ...look })
      }),
    /** Also where edges are thin for want of a graphics processor: of these there are few. */
    wide: (color: string, width: number) =>
      shared(`wide ${color} ${width}`, () => new LineMaterial({ color, linewidth: width })),
    /** Of a picked corner: over everything, so that half of it is not inside the model. */
    dot: (color: string) =>
      shared(`dot ${color}`, () => new PointsMaterial({ color, size: 11, sizeAttenuation: false, depthTest: false })),
    outline: (color: string) => shared(`outline ${color}`, () => new LineBasicMaterial({ color })),
    point: (color: string) =>
      shared(`point ${color}`, () => new PointsMaterial({ color, size: 6, sizeAttenuation: false })),
    get size() {
      return known.size
    },
    dispose() {
      for (const material of known.values()) material.dispose()
      known.clear()
    },
  }
}

const DARKEST = 0.24

/** Black has no shade: light and edges would not show on it, so what is darker than charcoal is drawn as charcoal. */
export function shadeable(color: string): Color {
  const shown = new Color(color)
  const { h, s, l } = shown.getHSL({ h: 0, s: 0, l: 0 }, SRGBColorSpace)
  return l < DARKEST ? shown.setHSL(h, s, DARKEST, SRGBColorSpace) : shown
}
