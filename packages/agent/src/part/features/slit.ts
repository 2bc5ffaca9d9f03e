import { slitLoss } from '../families/round.ts'
import type { FeatureKind } from '../kinds.ts'

/** A cut through one side of what is round, from the bore out and over all of its length: a split ring, a clamp. */
export const slit: FeatureKind = {
  key: 'slit',
  nouns:
    'slit, split, saw cut, split slot, split cut, clamp slot, clamping slot, slot cut, lengthwise slit, longitudinal slit, clamping slit, clamp slit, relief slit',
  manner: 'run',
  slots: { width: { label: 'Slit width', accepts: 'width gap thickness', say: '# wide' } },
  bare: ['width'],
  settle(sizes) {
    const { form, evaluate } = sizes.body ?? {}
    if (form?.outline.kind !== 'circle' || !form.outline.bore || !evaluate) {
      sizes.refuse(
        'AGENT_UNSUPPORTED',
        `A ${sizes.noun} goes from a bore outwards; this ${sizes.body?.family ?? 'body'} has none.`,
      )
      return
    }
    if (!sizes.has('width')) sizes.assume('width', 2, `no width of the ${sizes.noun} was said`)
    if (sizes.value('width') >= evaluate(form.outline.bore))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A ${sizes.noun} ${sizes.value('width')} mm wide is wider than the bore of ${evaluate(form.outline.bore)} mm.`,
      )
  },
  build({ sizes, body, bodyId, count }) {
    const { width = '0' } = sizes
    const outer = body.outline.kind === 'circle' ? body.outline.diameter : '0'
    const bore = body.outline.kind === 'circle' ? (body.outline.bore ?? '0') : '0'
    return {
      lines: [`${bodyId} -= Box(${outer}, ${width}, ${body.size[2]}, align=(Align.MIN, Align.CENTER, Align.MIN))`],
      volume: `-${count} * ${slitLoss(outer, bore, width)} * ${body.size[2]}`,
      openings: '-1',
      loose: ['x' as const],
    }
  },
}
