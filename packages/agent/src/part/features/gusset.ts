import type { FeatureKind, Form } from '../kinds.ts'

/** A triangle between the two legs of a bracket, or between a wall and its floor. */
export const gusset: FeatureKind = {
  key: 'gusset',
  nouns:
    'gusset, twin gusset, triangular gusset, triangular cheek, triangular side, triangular side plate, side gusset, triangular rib, reinforcing rib, stiffening rib, triangular brace, web plate, corner rib, support rib, stiffener, triangular web, triangular stiffener, brace',
  manner: 'run',
  slots: {
    thickness: { label: 'Gusset thickness', accepts: 'thickness width', say: '# thick' },
    length: { label: 'Gusset leg', accepts: 'length side height arm depth', say: '# long' },
    height: { label: 'Gusset height', accepts: 'height arm length', say: '# high' },
  },
  bare: ['length', 'height'],
  chains: { 2: ['length', 'height'], 3: ['length', 'height', 'thickness'] },
  flags: 'triangular full-height',
  settle(sizes) {
    const nooks = sizes.body?.form.nooks
    const [nook] = nooks ?? []
    if (!sizes.body || !nook) {
      sizes.refuse('AGENT_UNSUPPORTED', 'A gusset stands between the legs of a bracket; this has none.')
      return
    }
    if (/^twin|^side/.test(sizes.noun)) sizes.mark('twin')
    // `a 5 mm rib running 60 mm along both legs`: what stands before a rib is how thick it is.
    const two = ['length', 'height'].every((slot) => sizes.has(slot))
    if (
      two &&
      sizes.byTurn('length') &&
      !sizes.has('thickness') &&
      sizes.value('length') * 3 <= sizes.value('height')
    ) {
      sizes.move('length', 'thickness')
      sizes.move('height', 'length')
    } else if (/rib|web/.test(sizes.noun) && sizes.byTurn('length') && !sizes.has('height') && !sizes.has('thickness'))
      sizes.move('length', 'thickness')
    // `reaching to the ends of both legs`
    if (sizes.flag('full-height')) {
      if (!sizes.has('length')) sizes.derive('length', nook.long)
      if (!sizes.has('height')) sizes.derive('height', nook.high)
    }
    const { evaluate } = sizes.body
    const [long, high] = [evaluate(nook.long), evaluate(nook.high)]
    const [x = '0', , z = '0'] = sizes.body.form.size
    const least = Math.min(evaluate(x), evaluate(z), 2 * long, 2 * high)
    if (!sizes.has('length'))
      sizes.assume('length', Math.max(3, Math.round(least / 2)), 'no size of the gusset was said')
    if (!sizes.has('height')) sizes.derive('height', sizes.formula('length'))
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness of the gusset was said')
    if (sizes.value('length') > long + 1e-6 || sizes.value('height') > high + 1e-6)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A gusset of ${sizes.value('length')} × ${sizes.value('height')} mm is larger than its corner; at most ${long} × ${high} mm works.`,
      )
  },
  build({ sizes, body, bodyId, count, evaluate, has, relations }) {
    const { length = '0', height = '0', thickness = '0' } = sizes
    const [x, y] = body.size
    const nooks = body.nooks ?? []
    const twin = has('twin')
    const solid = ({ along, at, floor, way }: Nook) =>
      `extrude(Plane.${along === 'x' ? 'XZ' : 'YZ'} * Polygon((${at}, ${floor}), (${at} ${way} ${length}, ${floor}), (${at}, ${floor} + ${height}), align=None), ${thickness} / 2, both=True)`
    // On either side of what stands there one each, in the middle; else they are at both edges.
    if (twin && nooks.length > 1)
      return {
        lines: nooks.map((nook) => `${bodyId} += ${solid(nook)}`),
        volume: `${nooks.length} * ${length} * ${height} / 2 * ${thickness}`,
      }
    const [nook] = nooks
    if (!nook) return { lines: [] }
    const many = twin ? '2' : count
    const across = nook.along === 'x' ? y : x
    const apart = relations.find((one) => one.kind === 'line')?.spacing
    const gap = apart ?? `(${across} - ${thickness}) / (${many} - 1)`
    const row = nook.along === 'x' ? `GridLocations(0, ${gap}, 1, ${many})` : `GridLocations(${gap}, 0, ${many}, 1)`
    return {
      lines: [
        Math.round(evaluate(many)) > 1
          ? `${bodyId} += [spot * ${solid(nook)} for spot in ${row}]`
          : `${bodyId} += ${solid(nook)}`,
      ],
      volume: `${many} * ${length} * ${height} / 2 * ${thickness}`,
    }
  },
}

type Nook = NonNullable<Form['nooks']>[number]
