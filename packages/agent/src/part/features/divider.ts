import type { FeatureKind } from '../kinds.ts'

/** Walls inside a box that part it in equal bays; across its longer side, unless it was said which way they go. */
export const divider: FeatureKind = {
  key: 'divider',
  nouns:
    'divider, partition, dividing wall, divider wall, partition wall, inner wall, separator, separating wall, internal divider, internal partition, dividing partition, cross wall, dividing rib',
  manner: 'run',
  slots: {
    thickness: { label: 'Divider thickness', accepts: 'thickness width wall', say: '# thick' },
    height: { label: 'Divider height', accepts: 'height', say: '# high' },
  },
  bare: ['thickness'],
  settle(sizes) {
    const { family, sizes: box = {} } = sizes.body ?? {}
    if (family !== 'enclosure') {
      sizes.refuse('AGENT_UNSUPPORTED', `A ${sizes.noun} stands between the walls of a box; this has none.`)
      return
    }
    const deep = `${box['height'] ?? '0'} - ${box['floor'] ?? '0'}`
    if (!sizes.has('thickness'))
      sizes.assume('thickness', sizes.body?.evaluate(box['wall'] ?? '2') ?? 2, 'as its walls')
    if (!sizes.has('height')) sizes.derive('height', deep)
    else if (sizes.body && sizes.value('height') > sizes.body.evaluate(deep) + 1e-9)
      sizes.refuse('AGENT_IMPOSSIBLE', `A ${sizes.noun} ${sizes.value('height')} mm high stands out of the box.`)
  },
  build({ sizes, runs, u, v, at, bodyId, count, evaluate }) {
    const { thickness = '0', height = '0' } = sizes
    const alongX = runs === undefined ? evaluate(v) > evaluate(u) : runs === 'x'
    const [long, wide] = alongX ? [u, v] : [v, u]
    const step = `((${wide}) + ${thickness}) / (${count} + 1)`
    const wall = alongX
      ? `Box(${long}, ${thickness}, ${height}, align=floor)`
      : `Box(${thickness}, ${long}, ${height}, align=floor)`
    const spots = alongX ? `GridLocations(0, ${step}, 1, ${count})` : `GridLocations(${step}, 0, ${count}, 1)`
    return {
      lines: [
        Math.round(evaluate(count)) > 1
          ? `${bodyId} += [${at}spot * ${wall} for spot in ${spots}]`
          : `${bodyId} += ${at}${wall}`,
      ],
      volume: `${count} * ${thickness} * (${long}) * (${height})`,
    }
  },
}
