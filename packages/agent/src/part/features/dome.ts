import { bracketed } from '../formula.ts'
import { halved, powered } from '../families/round.ts'
import type { FeatureKind } from '../kinds.ts'
import { diameterOf } from './stretch.ts'

/** Half a ball on top, or as much of one as is high. */
export const dome: FeatureKind = {
  key: 'dome',
  nouns: `hemispherical top, domed top, hemispherical end, rounded top, dome, half sphere, hemisphere, domed end, spherical top, ball end, dome top, half ball, half-sphere, hemispherical cap, hemispherical dome, domed cap, spherical end, hemispherical head, hemispherical nose, domed nose, round nose, rounded nose, spherical nose, hemispherical tip, domed tip, domed roof, hemispherical roof, bullet nose, rounded tip, ball nose`,
  manner: 'run',
  slots: {
    diameter: { label: 'Dome diameter', accepts: 'diameter radius*2 outer', say: '# diameter' },
    height: { label: 'Dome height', accepts: 'height depth', say: '# high', name: 'dome_height' },
  },
  bare: ['diameter'],
  flags: 'domed within',
  settle(sizes) {
    const outline = sizes.body?.form.outline
    const round = outline?.kind === 'circle' ? outline.diameter : undefined
    if (!round) {
      sizes.refuse('AGENT_UNSUPPORTED', 'A dome is put on what is round; this is not.')
      return
    }
    if (sizes.has('diameter') && Math.abs(sizes.value('diameter') - (sizes.body?.evaluate(round) ?? 0)) > 0.01)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A half sphere on top is as wide as what it stands on: ${sizes.body?.evaluate(round)} mm.`,
      )
    if (sizes.has('height') && 2 * sizes.value('height') > (sizes.body?.evaluate(round) ?? 0) + 1e-6)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A dome on ${sizes.body?.evaluate(round)} mm is at most half as high; ${sizes.value('height')} mm was said.`,
      )
  },
  build(placed) {
    const outer = placed.sizes['diameter'] ?? diameterOf(placed)
    const { height = halved(outer) } = placed.sizes
    const top = placed.body.size[2]
    const cap = (ball: string, up: string) =>
      `${placed.bodyId} += Pos(0, 0, ${up}) * Sphere(${ball}) & Pos(0, 0, ${top}) * Box(${outer}, ${outer}, ${height}, align=floor)`
    const ball = `((${powered(outer)} / 4 + ${height}**2) / (2 * ${height}))`
    // Within the length there is: what lies outside the ball goes.
    if (placed.has('within'))
      return {
        lines: [
          `${placed.bodyId} -= Pos(0, 0, ${top} - ${bracketed(halved(outer))}) * (Cylinder(${halved(outer)}, ${halved(outer)}, align=floor) - Sphere(${halved(outer)}))`,
        ],
        volume: `-pi / 24 * ${bracketed(outer)}**3`,
      }
    return {
      lines: [placed.sizes['height'] ? cap(ball, `${top} + ${height} - ${ball}`) : cap(halved(outer), top)],
      volume: placed.sizes['height']
        ? `pi * ${height} * (3 * ${powered(outer)} / 4 + ${height}**2) / 6`
        : `pi / 12 * ${outer}**3`,
      rise: height,
      loose: ['z'],
    }
  },
}
