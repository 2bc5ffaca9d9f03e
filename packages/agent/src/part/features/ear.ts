import { half } from '../formula.ts'
import type { FeatureForm, FeatureKind, Form, Placed } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { type Side, sidesIn } from './sides.ts'

/** Ears to screw a box down by: flat tabs that stand out from the foot of its walls, in their middle. */
export const ear: FeatureKind = {
  key: 'ear',
  nouns: `mounting ear, mounting tab, mounting lug, mounting flap, mounting wing, ear, lug, screw ear, screw tab, screw lug, fixing ear, fixing tab, fixing lug, side ear, side tab, side lug, screw-down ear, screw-down tab, fastening tab, fastening ear, wall tab, external tab, external ear`,
  manner: 'run',
  slots: {
    out: { label: 'Standing out', accepts: 'length', say: '# long', name: 'reach' },
    width: { label: 'Width along the wall', accepts: 'width', say: '# wide' },
    thickness: { label: 'Thickness', accepts: 'thickness height depth', say: '# thick' },
  },
  bare: ['out', 'width', 'thickness'],
  chains: { 2: ['out', 'width'], 3: ['out', 'width', 'thickness'] },
  flags: 'square rectangular',
  parts: {
    hole: {
      key: 'hole',
      nouns: 'hole, screw hole, mounting hole, fixing hole',
      slots: { diameter: { label: 'hole diameter', accepts: 'diameter radius*2', say: '# hole' } },
      bare: ['diameter'],
      flags: 'through',
    },
  },
  settle(sizes) {
    const { family, form, evaluate } = sizes.body ?? {}
    if (family !== 'enclosure' || !form || !evaluate) {
      sizes.refuse('AGENT_UNSUPPORTED', `A ${sizes.noun} stands out from the foot of a box here.`)
      return
    }
    const missing = ['out', 'width'].filter((slot) => !sizes.has(slot))
    if (missing.length > 0) {
      const how = missing.map((slot) => (slot === 'out' ? 'far should it stand out' : 'wide should it be'))
      sizes.refuse('AGENT_NEEDS_ANSWER', `How ${how.join(', and how ')}, the ${sizes.noun}?`, [
        '12 mm long, 20 mm wide',
        '10 mm long, 15 mm wide',
      ])
      return
    }
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, `no thickness of the ${sizes.noun} was said`)
    const hole = sizes.part('hole')
    const least = Math.min(sizes.value('out'), sizes.value('width'))
    if (hole && !hole.has('diameter'))
      sizes.refuse('AGENT_NEEDS_ANSWER', `What diameter should the hole in the ${sizes.noun} have?`, [
        '4.5 mm',
        '5.5 mm',
      ])
    else if (hole && hole.value('diameter') > least - 1)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A hole of ${hole.value('diameter')} mm would break through the edge of an ear of ${least} mm; at most ${least - 1} mm works.`,
      )
    else if (sizes.value('thickness') > evaluate(form.size[2]))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A ${sizes.noun} ${sizes.value('thickness')} mm thick is thicker than the box is high.`,
      )
  },
  build({ sizes, body, bodyId, flags, parts, evaluate }: Placed): FeatureForm {
    const { out = '0', width = '0', thickness = '0' } = sizes
    const [x, y] = body.size
    const bore = parts['hole']?.['diameter']
    const sides = sidesIn(flags)
    const lies = (side: Side) => side === 'left' || side === 'right'
    const place = (side: Side) => {
      const away = `${side === 'left' || side === 'front' ? '-' : ''}(${lies(side) ? x : y} + ${out}) / 2`
      return lies(side) ? `Pos(${away}, 0, 0)` : `Pos(0, ${away}, 0)`
    }
    const lines = sides.flatMap((side) => {
      const [u, v] = lies(side) ? [out, width] : [width, out]
      return [
        `${bodyId} += ${place(side)} * Box(${u}, ${v}, ${thickness}, align=floor)`,
        ...(bore ? [`${bodyId} -= ${place(side)} * Cylinder(${half(bore)}, ${thickness}, align=floor)`] : []),
      ]
    })
    const many = (one: 'x' | 'y') => sides.filter((side) => lies(side) === (one === 'x')).length
    // Toward one side alone its middle is another one.
    const grown = (one: 'x' | 'y', size: string) => (many(one) === 0 ? size : `${size} + ${many(one)} * ${out}`)
    const spots = sides.map((side) => {
      const far = (evaluate(lies(side) ? x : y) + evaluate(out)) / 2
      const away = side === 'left' || side === 'front' ? -far : far
      return lies(side) ? { u: away, v: 0 } : { u: 0, v: away }
    })
    return {
      lines,
      volume: `${sides.length} * (${out} * ${width}${bore ? ` - pi / 4 * (${bore})**2` : ''}) * ${thickness}`,
      around: [grown('x', x), grown('y', y), body.size[2]],
      spots,
      ...(bore
        ? { openings: String(sides.length), holes: { diameter: bore, through: true, walls: sides.length } }
        : {}),
    }
  },
}

/** `two tabs on the short sides` of a box: at its foot, and nothing that stands on its floor. */
export function isEar({ kind, noun, places, parent, sizes }: Frame, form: Form): boolean {
  if (form.outline.kind !== 'rectangle' || form.through?.front === undefined || parent?.level === 'feature')
    return false
  if (kind.key === 'ear') return true
  if (kind.key !== 'pad' || noun !== 'tab' || sizes.has('diameter') || form.sealed) return false
  return places.some(
    ({ place }) =>
      place.kind === 'spec' &&
      (['end', 'side'].includes(place.spec.noun ?? '') ||
        place.spec.places.some((one) => ['left', 'right', 'front', 'back', 'short', 'long'].includes(one))),
  )
}

/** The sizes of a tab under the names that they have in an ear. */
export function asEar(frame: Frame): Frame {
  if (frame.kind.key === 'ear') return frame
  const names: Readonly<Record<string, string>> = { length: 'out', height: 'thickness' }
  return { ...frame, sizes: new Map([...frame.sizes].map(([slot, size]) => [names[slot] ?? slot, size])) }
}
