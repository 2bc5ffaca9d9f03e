import { bracketed, half, plus } from '../formula.ts'
import { halved, powered } from '../families/round.ts'
import type { FeatureKind } from '../kinds.ts'
import { STAGE, settleStage, stretchOf, zOf } from './stretch.ts'

export const flat: FeatureKind = {
  key: 'flat',
  nouns:
    'flat, d flat, d-flat, d cut, d-cut, milled flat, side flat, flat spot, wrench flat, spanner flat, d shaft flat, d-shaft flat',
  manner: 'run',
  usual: 2,
  slots: {
    depth: { label: 'Flat depth', accepts: 'depth', say: '# deep', not: 'across' },
    length: { label: 'Flat length', accepts: 'length height', say: '# long' },
    across: { label: 'Across the flats', accepts: 'flats', say: '# across flats', name: 'across' },
    chord: { label: 'Flat width', accepts: 'width', say: '# wide', name: 'flat_width' },
    away: { label: 'From the middle', accepts: 'apothem', say: '# from the middle', name: 'from_middle' },
    stage: STAGE,
  },
  bare: ['length'],
  // `0.5 mm D flat, 15 long`: how deep it is.
  refill: ['depth'],
  settle(sizes) {
    if (sizes.body && ['cone', 'pyramid', 'hemisphere', 'sphere', 'ellipsoid'].includes(sizes.body.family)) {
      sizes.refuse(
        'AGENT_UNSUPPORTED',
        'A flat is milled along what is round all the way. Of a cone, say how wide it is at the top.',
      )
      return
    }
    if (sizes.body?.form.outline.kind === 'rectangle') {
      sizes.refuse('AGENT_UNSUPPORTED', 'A flat is milled along what is round; this is flat already.')
      return
    }
    settleStage(sizes)
    const { form, evaluate } = sizes.body ?? {}
    const at = form?.stages?.findIndex((_, index) => sizes.flag(`stage-${index}`)) ?? -1
    const outer = form?.stages?.[at]?.diameter ?? (form?.outline.kind === 'circle' ? form.outline.diameter : undefined)
    if (sizes.has('across') && outer && evaluate) {
      if (sizes.value('across') >= evaluate(outer))
        sizes.refuse(
          'AGENT_IMPOSSIBLE',
          `Flats ${sizes.value('across')} mm across take nothing off ${evaluate(outer)} mm.`,
        )
      // One flat is so far from the round on the other side, two are from each other.
      else
        sizes.derive(
          'depth',
          sizes.plural ? `(${outer} - ${sizes.formula('across')}) / 2` : `${outer} - ${sizes.formula('across')}`,
        )
    }
    // So far from the axis it is cut straight.
    if (sizes.noun === 'side flat' && sizes.has('length') && !sizes.has('away')) sizes.move('length', 'away')
    if (sizes.has('away') && outer) sizes.derive('depth', `${outer} / 2 - ${sizes.formula('away')}`)
    // `a flat 6 mm wide`: the chord tells how deep it is; where that was said too, that is what is milled.
    if (sizes.has('chord') && outer && evaluate) {
      if (sizes.value('chord') > evaluate(outer))
        sizes.refuse('AGENT_IMPOSSIBLE', `A flat ${sizes.value('chord')} mm wide does not fit ${evaluate(outer)} mm.`)
      else if (!sizes.has('depth'))
        sizes.derive('depth', `${outer} / 2 - sqrt((${outer})**2 - ${sizes.formula('chord')}**2) / 2`)
      else if (!sizes.has('length')) {
        const chord = 2 * Math.sqrt(sizes.value('depth') * (evaluate(outer) - sizes.value('depth')))
        // No flat so deep is so narrow: it is so wide along the shaft.
        if (Math.abs(chord - sizes.value('chord')) > 0.05) sizes.move('chord', 'length')
        else sizes.spend('chord')
      } else {
        sizes.note(
          `A flat ${sizes.value('depth')} mm deep comes out as wide as the round makes it, not ${sizes.value('chord')} mm.`,
        )
        sizes.spend('chord')
      }
    }
    if (!sizes.has('depth')) sizes.assume('depth', 1, 'no depth of the flat was said')
  },
  build(placed) {
    const { sizes, body, bodyId, count, relations } = placed
    const { depth = '0', length } = sizes
    const stretch = stretchOf(placed)
    const { diameter: outer } = stretch
    // `12 mm in from one end`: so far it goes; with a length, there it begins.
    const edge = relations.find((one) => one.kind === 'edge')
    const away = edge?.kind === 'edge' ? edge.distance : undefined
    const long = length ?? away ?? stretch.height
    const whole = long === body.size[2]
    const top = plus(stretch.low, stretch.height)
    const centred = relations.some(({ kind }) => kind === 'centre')
    const [first, last] = [stretch.low, `${top} - ${long}`]
    const middle = `${plus(stretch.low, half(stretch.height))} - ${half(long)}`
    const z = length && away ? zOf(placed, length) : length && centred ? middle : long === stretch.height ? first : last
    const one = `Pos(${halved(outer)} - ${depth}, 0, ${z}) * Box(${depth}, ${outer}, ${long}, align=(Align.MIN, Align.CENTER, Align.MIN))`
    // A circle without a segment on each side that is milled.
    const known = body.outline.kind === 'circle' && !body.outline.bore
    const segment = `(${powered(outer)} / 4 * acos(1 - 2 * ${depth} / ${outer}) - (${halved(outer)} - ${depth}) * sqrt(${outer} * ${depth} - ${depth}**2)) * ${bracketed(long)}`
    return {
      ...(whole ? { loose: ['x' as const] } : {}),
      ...(known ? { volume: count === '2' ? `-2 * ${segment}` : `-${segment}` } : {}),
      lines: [count === '2' ? `${bodyId} -= [Rot(Z=turn) * ${one} for turn in (0, 180)]` : `${bodyId} -= ${one}`],
    }
  },
}
