import { halved, powered } from '../families/round.ts'
import type { FeatureKind } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { STAGE, diameterOf, rowOf, settleStage } from './stretch.ts'

/** A ring in one piece with what is round, somewhere along it: a collar 30 mm from the end of a shaft. */
export const band: FeatureKind = {
  key: 'band',
  nouns: 'integral collar, thrust collar, locating collar',
  manner: 'run',
  slots: {
    diameter: { label: 'Diameter', accepts: 'diameter outer radius*2', say: '# diameter' },
    width: { label: 'Width', accepts: 'width height length thickness', say: '# wide' },
    stage: STAGE,
  },
  bare: ['diameter', 'width'],
  chains: { 2: ['diameter', 'width'] },
  settle(sizes) {
    settleStage(sizes)
    const { form, evaluate } = sizes.body ?? {}
    if (!form || !evaluate || form.outline.kind !== 'circle') return
    if (!sizes.has('diameter') || !sizes.has('width')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `What diameter has the ${sizes.noun}, and how wide is it?`)
      return
    }
    const at = form.stages?.findIndex((_, index) => sizes.flag(`stage-${index}`)) ?? -1
    const around = evaluate(form.stages?.[at]?.diameter ?? form.outline.diameter)
    if (sizes.value('diameter') <= around + 1e-6)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A ${sizes.noun} of ${sizes.value('diameter')} mm does not stand out from ${around} mm.`,
      )
  },
  build(placed) {
    const { sizes, bodyId, body } = placed
    const { diameter = '0', width = '0' } = sizes
    const inner = diameterOf(placed)
    const places = rowOf(placed, width)
    return {
      lines: places.map(
        (z) =>
          `${bodyId} += Pos(0, 0, ${z}) * (Cylinder(${halved(diameter)}, ${width}, align=floor) - Cylinder(${halved(inner)}, ${width}, align=floor))`,
      ),
      volume: `${places.length} * pi / 4 * (${powered(diameter)} - ${powered(inner)}) * ${width}`,
      around: [diameter, diameter, body.size[2]],
    }
  },
}

/** Runs around what is round, at a place along its axis: a groove, and what stands out as a groove goes in. */
export const goesAround = ({ key }: { key: string }): boolean => key === 'groove' || key === 'band'

const BANDS = /(?:^|\s)(?:collar|flange|shoulder|rim|disc|hub|boss)s?$/

/** `shaft 22 x 130, collar 34 x 7 wide 30 mm from the end`: no stretch at its end, as it has a place along what is there. */
export function bandsAlong(frame: Frame, feature: FeatureKind | undefined): void {
  if (!feature || frame.kind.key !== 'turned' || !frame.sizes.has('outer') || !frame.sizes.has('height')) return
  for (const child of frame.children) {
    if (child.level !== 'part' || child.kind.key !== 'stage' || !BANDS.test(child.noun)) continue
    const along = child.places.some(
      ({ place }) =>
        place.kind === 'centre' || (place.kind === 'from' && place.specs.some(({ noun }) => noun !== 'centre')),
    )
    if (!along || child.sizes.has('end') || child.sizes.has('flats')) continue
    child.level = 'feature'
    child.kind = feature
    child.sizes = new Map([...child.sizes].map(([slot, size]) => [slot === 'height' ? 'width' : slot, size]))
  }
}
