import { halved, powered } from '../families/round.ts'
import type { FeatureKind } from '../kinds.ts'

/** Half a ball taken out of a face. */
export const scoop: FeatureKind = {
  key: 'scoop',
  nouns:
    'scoop, scooped, spherical recess, hemispherical recess, hemispherical dimple, dimple, spherical dimple, hemispherical pocket, spherical pocket, spherical hollow, hemispherical hollow, ball socket, spherical indentation, hemispherical indentation, spherical depression, spherical cavity, spherical indent',
  flags: 'hollow',
  manner: 'spot',
  slots: {
    diameter: { label: 'Scoop diameter', accepts: 'diameter width', say: '# diameter' },
    ball: { label: 'Ball', accepts: 'radius*2', say: '', name: 'ball' },
    depth: { label: 'Scoop depth', accepts: 'depth', say: '# deep' },
  },
  bare: ['diameter'],
  parts: {
    ball: {
      key: 'ball',
      nouns: 'sphere, ball',
      slots: { diameter: { label: 'Ball', accepts: 'diameter radius*2', say: '# ball' } },
      bare: ['diameter'],
    },
  },
  settle(sizes) {
    const outline = sizes.body?.form.outline
    const ball = sizes.part('ball')
    if (ball?.has('diameter') && !sizes.has('ball')) sizes.derive('ball', ball.formula('diameter'))
    if (!sizes.has('diameter') && !sizes.has('ball') && outline?.kind === 'circle')
      sizes.derive('diameter', outline.diameter)
    if (!sizes.has('diameter') && !sizes.has('ball')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What diameter should be scooped out?', ['10 mm', '20 mm'])
      return
    }
    // Told by its width and depth, by its ball and depth, or as half a ball.
    if (!sizes.has('depth'))
      sizes.derive('depth', sizes.has('ball') ? halved(sizes.formula('ball')) : halved(sizes.formula('diameter')))
    const [deep, wide] = [sizes.formula('depth'), sizes.formula('diameter')]
    if (!sizes.has('ball')) sizes.derive('ball', `${powered(wide)} / (4 * ${deep}) + ${deep}`)
    else if (!sizes.has('diameter'))
      sizes.derive('diameter', `2 * sqrt(${deep} * (${sizes.formula('ball')} - ${deep}))`)
    if (sizes.value('depth') > sizes.value('ball') / 2 + 1e-6)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A dimple is at most half a ball deep: ${sizes.value('ball') / 2} mm, and ${sizes.value('depth')} mm was said.`,
      )
  },
  build({ sizes, cut, count }) {
    const { ball = '0', depth = '0', diameter = '0' } = sizes
    return {
      lines: cut(`Pos(0, 0, ${halved(ball)} - ${depth}) * Sphere(${halved(ball)})`),
      volume: `-${count} * pi * ${powered(depth)} * (${ball} * 3 / 2 - ${depth}) / 3`,
      reach: { u: diameter, v: diameter, depth, open: true },
    }
  },
}
