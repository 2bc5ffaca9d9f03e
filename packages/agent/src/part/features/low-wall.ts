import type { FeatureForm, FeatureKind, Placed } from '../kinds.ts'
import { sidesIn } from './sides.ts'

/** A wall of an open box that is lower than the others: the mouth of a parts bin. */
export const lowWall: FeatureKind = {
  key: 'low-wall',
  nouns: 'low wall, lowered wall, lower wall',
  manner: 'run',
  slots: { left: { label: 'Height of the low wall', accepts: 'height depth length', say: '# high', name: 'height' } },
  bare: ['left'],
  settle(sizes) {
    const { family, form, evaluate } = sizes.body ?? {}
    const floor = form?.faces?.top?.at[2]
    if (family !== 'enclosure' || !form || !evaluate || floor === undefined) {
      sizes.refuse('AGENT_UNSUPPORTED', `A ${sizes.noun} is one of an open box.`)
      return
    }
    if (!sizes.has('left')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How high should the ${sizes.noun} be?`, ['half as high as the others'])
      return
    }
    const [high, low] = [evaluate(form.size[2]), evaluate(floor)]
    if (sizes.value('left') >= high || sizes.value('left') < low)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A ${sizes.noun} of ${sizes.value('left')} mm is not between the floor, ${low} mm, and the other walls, ${high} mm.`,
      )
  },
  build({ sizes, body, bodyId, bodySizes, flags }: Placed): FeatureForm {
    const [x, y, z] = body.size
    const { left = '0' } = sizes
    const { wall = '0', corner } = bodySizes
    const kept = corner ? `max(${wall}, ${corner})` : wall
    const sides = sidesIn(flags)
    const runs = sides.map((side) => {
      const upright = side === 'left' || side === 'right'
      const [run, reach] = upright ? [y, x] : [x, y]
      const long = `(${run} - 2 * ${kept})`
      const away = `${side === 'left' || side === 'front' ? '-' : ''}(${reach} - ${wall}) / 2`
      const [u, v] = upright ? [wall, long] : [long, wall]
      const at = upright ? `Pos(${away}, 0, ${left})` : `Pos(0, ${away}, ${left})`
      return { line: `${bodyId} -= ${at} * Box(${u}, ${v}, ${z} - ${left}, align=floor)`, long }
    })
    return {
      lines: runs.map(({ line }) => line),
      volume: `-(${runs.map(({ long }) => long).join(' + ') || '0'}) * ${wall} * (${z} - ${left})`,
    }
  },
}
