import { half } from '../formula.ts'
import type { FeatureKind } from '../kinds.ts'
import { sidesIn } from './sides.ts'

/** The end of a bar cut off aslant: square to its top, its long side in front. A long edge is bevelled from below up over all of its thickness. */
export const mitre: FeatureKind = {
  key: 'mitre',
  nouns: 'mitre, miter, mitre cut, miter cut, mitred end, mitered end, angled cut, full bevel',
  manner: 'run',
  slots: { angle: { label: 'Mitre', accepts: 'angle', unit: 'deg', say: '#', name: 'angle' } },
  bare: ['angle'],
  settle(sizes) {
    if (!sizes.has('angle')) sizes.assume('angle', 45, 'no angle of the mitre was said')
    const { body } = sizes
    if (sizes.problem || !body) return
    const angle = sizes.value('angle')
    const [long = 0, wide = 0] = body.form.size.map((size) => body.evaluate(size))
    if (body.form.outline.kind !== 'rectangle' || long < wide)
      sizes.refuse(
        'AGENT_UNSUPPORTED',
        `The ends of a ${body.family} are not mitred here; those of bars and profiles are.`,
      )
    else if (!(angle > 0 && angle < 90) || wide * Math.tan((angle * Math.PI) / 180) >= long)
      sizes.refuse('AGENT_IMPOSSIBLE', `A mitre of ${angle}° does not fit ${long} mm: 45° works.`)
    else if (EVEN.has(body.family) && !body.sizes['corner']) sizes.mark('even')
    if (!sizes.problem && angle !== 45) sizes.note(`The ${angle}° of the mitre are counted from a square cut.`)
  },
  build({ sizes, body, bodyId, flags, has }) {
    const [x, y, z] = body.size
    const { angle = '45' } = sizes
    const sides = sidesIn(flags).filter((side) => side === 'left' || side === 'right')
    const off = `${y} * tan(radians(${angle}))`
    const lines = sides.map((side) => {
      const corners = side === 'left' ? `(0, -${y}), (${off}, 0)` : `(-${off}, 0), (0, -${y})`
      return `${bodyId} -= Pos(${side === 'left' ? '-' : ''}${half(x)}, ${half(y)}, 0) * extrude(Polygon((0, 0), ${corners}, align=None), ${z})`
    })
    const cut = has('even') && body.volume ? `-${sides.length} * (${body.volume}) / ${x} * ${off} / 2` : undefined
    const edges = sidesIn(flags).filter((side) => side === 'front' || side === 'back')
    const slope = `${z} * tan(radians(${angle}))`
    for (const edge of edges) {
      const [sign, inward] = edge === 'back' ? ['', '-'] : ['-', '']
      lines.push(
        `${bodyId} -= Pos(0, ${sign}${half(y)}, ${z}) * extrude(Plane.YZ * Polygon((0, 0), (${inward}${slope}, 0), (0, -${z}), align=None), ${half(x)}, both=True)`,
      )
    }
    if (edges.length === 0) return cut ? { lines, volume: cut } : { lines }
    const bevelled = `-${edges.length} * ${x} * ${z} * ${slope} / 2`
    return sides.length === 0 && has('even') ? { lines, volume: bevelled } : { lines }
  },
}

/** The same on both sides of their middle: half of what the cut passes is gone. */
const EVEN: ReadonlySet<string> = new Set([
  'flat-bar',
  'plate',
  'block',
  'hollow-section',
  'i-beam',
  't-profile',
  'c-channel',
])
