import { bracketed, half } from '../formula.ts'
import { halved } from '../families/round.ts'
import type { FeatureKind } from '../kinds.ts'
import { NORM, settleNorm } from '../library/norm.ts'
import { STAGE, settleStage, stretchOf, zOf } from './stretch.ts'

/** DIN 6885 parallel keys: shaft up to, width, depth in the shaft, depth in the hub. */
const KEYS: readonly [number, number, number, number][] = [
  [8, 2, 1.2, 1],
  [10, 3, 1.8, 1.4],
  [12, 4, 2.5, 1.8],
  [17, 5, 3, 2.3],
  [22, 6, 3.5, 2.8],
  [30, 8, 4, 3.3],
  [38, 10, 5, 3.3],
  [44, 12, 5, 3.3],
  [50, 14, 5.5, 3.8],
  [58, 16, 6, 4.3],
  [65, 18, 7, 4.4],
  [75, 20, 7.5, 4.9],
  [85, 22, 9, 5.4],
  [95, 25, 9, 5.4],
  [110, 28, 10, 6.4],
  [130, 32, 11, 7.4],
]

export const keyway: FeatureKind = {
  key: 'keyway',
  nouns:
    'keyway, key way, key slot, keyseat, key seat, keyslot, key groove, parallel keyway, keyway slot, keyway groove, key way slot, keyway cut',
  manner: 'run',
  slots: {
    width: { label: 'Keyway width', accepts: 'width', say: '# wide' },
    depth: { label: 'Keyway depth', accepts: 'depth height', say: '# deep' },
    length: { label: 'Keyway length', accepts: 'length', say: '# long' },
    norm: NORM,
    stage: STAGE,
  },
  bare: ['width', 'depth', 'length'],
  chains: { 2: ['width', 'depth'], 3: ['width', 'depth', 'length'] },
  flags: 'fully-rounded',
  settle(sizes) {
    settleNorm(sizes, [6885])
    if (sizes.problem) return
    settleStage(sizes)
    const { form, evaluate } = sizes.body ?? {}
    const outline = form?.outline
    const hub = outline?.kind === 'circle' && outline.bore !== undefined
    const at = form?.stages?.findIndex((_, index) => sizes.flag(`stage-${index}`)) ?? -1
    const shank = form?.stages?.[at]?.diameter ?? (outline?.kind === 'circle' ? outline.diameter : '20')
    const around = evaluate?.(hub ? (outline.bore ?? '0') : shank) ?? 20
    const [, width = 5, shaft = 3, deep = 2.3] = KEYS.find(([to]) => around <= to) ?? KEYS.at(-1) ?? []
    if (!sizes.has('width')) sizes.assume('width', width, `DIN 6885 for ${Math.round(around * 10) / 10} mm`)
    if (!sizes.has('depth'))
      sizes.assume('depth', hub ? deep : shaft, `DIN 6885 for ${Math.round(around * 10) / 10} mm`)
    if (sizes.value('width') >= around)
      sizes.refuse('AGENT_IMPOSSIBLE', `A keyway ${sizes.value('width')} mm wide does not fit ${around} mm.`)
    if (sizes.flag('fully-rounded') && sizes.has('length') && sizes.value('length') <= sizes.value('width'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A keyway with round ends ${sizes.value('width')} mm wide is longer than that; ${sizes.value('length')} mm was said.`,
      )
  },
  build(placed) {
    const { sizes, body, bodyId } = placed
    const { width = '0', depth = '0', length } = sizes
    const stretch = stretchOf(placed)
    const long = length ?? stretch.height
    const z = length ? zOf(placed, length) : stretch.low
    const { outline } = body
    // Half a round from its middle to a chord on each side of a strip as wide as the key.
    const strip = (r: string) =>
      `((${r})**2 * asin(${width} / (2 * ${bracketed(r)})) + ${width} / 2 * sqrt((${r})**2 - ${width}**2 / 4))`
    if (outline.kind === 'circle' && outline.bore) {
      const r = halved(outline.bore)
      return {
        volume: `-(${width} * (${r} + ${depth}) - ${strip(r)}) * ${bracketed(long)}`,
        lines: [
          `${bodyId} -= Pos(0, 0, ${z}) * Box(${r} + ${depth}, ${width}, ${long}, align=(Align.MIN, Align.CENTER, Align.MIN))`,
        ],
      }
    }
    const r = halved(stretch.diameter)
    const known = body.straight || body.stages?.some(({ diameter }) => diameter === stretch.diameter)
    // Milled with an end mill, its ends are round and on both sides of a straight middle.
    if (placed.has('fully-rounded') && length)
      return {
        ...(known
          ? {
              volume: `-((${strip(r)} - (${r} - ${depth}) * ${width}) * (${length} - ${width}) + crossing(${stretch.diameter}, ${width}) / 2 - (${r} - ${depth}) * pi * ${width}**2 / 4)`,
            }
          : {}),
        lines: [
          `${bodyId} -= extrude(Plane.YZ.offset(${r} - ${depth}) * Pos(0, ${z} + ${half(length)}) * SlotOverall(${length}, ${width}, rotation=90), ${depth})`,
        ],
      }
    return {
      // As long as it is said, it leaves the full diameter beside it.
      ...(length ? {} : { loose: ['x' as const] }),
      ...(known ? { volume: `-(${strip(r)} - (${r} - ${depth}) * ${width}) * ${bracketed(long)}` } : {}),
      lines: [
        `${bodyId} -= Pos(${r} - ${depth}, 0, ${z}) * Box(${depth}, ${width}, ${long}, align=(Align.MIN, Align.CENTER, Align.MIN))`,
      ],
    }
  },
}
