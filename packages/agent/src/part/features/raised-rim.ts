import { halved, powered } from '../families/round.ts'
import type { FeatureKind } from '../kinds.ts'

/** A wall along the whole outline of a face: what keeps a glass on its coaster. */
export const raisedRim: FeatureKind = {
  key: 'raised-rim',
  nouns:
    'raised border, raised rim, raised lip, raised edge, raised ridge, raised wall, upstand, upstanding rim, upstanding lip, lip',
  manner: 'run',
  slots: {
    width: { label: 'Rim width', accepts: 'width thickness wall', say: '# wide' },
    height: { label: 'Rim height', accepts: 'height depth', say: '# high' },
  },
  bare: ['height', 'width'],
  refill: ['width', 'height'],
  settle(sizes) {
    const { outline } = sizes.body?.form ?? {}
    if (outline?.kind !== 'circle' && outline?.kind !== 'rectangle') {
      sizes.refuse('AGENT_UNSUPPORTED', `A ${sizes.noun} goes round what is round or rectangular here.`)
      return
    }
    const missing = ['wide', 'high'].filter((_, at) => !sizes.has(at === 0 ? 'width' : 'height'))
    if (missing.length > 0) {
      const choices = ['3 mm wide and 2 mm high', '3 mm wide', '2 mm high'].filter((choice) =>
        missing.every((one) => choice.includes(one)),
      )
      sizes.refuse('AGENT_NEEDS_ANSWER', `How ${missing.join(' and how ')} should the ${sizes.noun} be?`, choices)
      return
    }
    const [x = '0', y = '0'] = sizes.body?.form.size ?? []
    const least = Math.min(sizes.body?.evaluate(x) ?? 0, sizes.body?.evaluate(y) ?? 0)
    if (2 * sizes.value('width') >= least)
      sizes.refuse('AGENT_IMPOSSIBLE', `A rim ${sizes.value('width')} mm wide leaves nothing inside ${least} mm.`)
  },
  build({ sizes, bodySizes, body, bodyId, face, at: onFace, evaluate }) {
    const { width = '0', height = '0' } = sizes
    // Of what is hollow the top is its floor, and its rim stands above that.
    const floor = face === 'top' ? body.faces?.top?.at?.[2] : undefined
    const at = floor ? `Pos(0, 0, ${body.size[2]}) * ` : onFace
    const rise = floor ? `(${body.size[2]} - ${floor} + ${height})` : height
    const [x, y] = body.size
    if (body.outline.kind === 'circle') {
      const wide = body.outline.diameter
      const inner = `(${wide} - 2 * ${width})`
      return {
        lines: [
          `${bodyId} += ${at}(Cylinder(${halved(wide)}, ${height}, align=floor) - Cylinder(${halved(inner)}, ${height}, align=floor))`,
        ],
        volume: `pi / 4 * (${powered(wide)} - ${powered(inner)}) * ${height}`,
        rise,
      }
    }
    const { corner } = bodySizes
    const shape = (by: string) => {
      const [u, v] = by === '0' ? [x, y] : [`${x} - 2 * ${by}`, `${y} - 2 * ${by}`]
      const radius = corner && (by === '0' ? corner : `(${corner} - ${by})`)
      const rounded = radius && evaluate(radius) > 1e-6 ? radius : undefined
      return {
        code: rounded ? `RectangleRounded(${u}, ${v}, ${rounded})` : `Rectangle(${u}, ${v})`,
        area: `((${u}) * (${v})${rounded ? ` - (4 - pi) * ${powered(rounded)}` : ''})`,
      }
    }
    const [outside, inside] = [shape('0'), shape(width)]
    return {
      lines: [`${bodyId} += ${at}extrude(${outside.code} - ${inside.code}, ${height})`],
      volume: `(${outside.area} - ${inside.area}) * ${height}`,
      rise,
    }
  },
}
