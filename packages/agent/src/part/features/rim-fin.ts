import { halfSlit } from '../families/round.ts'
import type { FeatureForm, FeatureKind, Form, Placed } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'

/** Fins and ribs that run along what is round and stand out from its side, evenly all round: a finned cylinder, a splined hub. */
export const rimFin: FeatureKind = {
  key: 'rim-fin',
  nouns: 'rim fin',
  manner: 'run',
  slots: {
    width: { label: 'Fin thickness', accepts: 'width thickness', say: '# thick' },
    out: { label: 'Fin depth', accepts: 'height depth', say: 'standing out #', name: 'depth' },
    length: { label: 'Fin length', accepts: 'length', say: '# long' },
  },
  bare: ['width', 'out'],
  chains: { 2: ['width', 'out'], 3: ['width', 'out', 'length'] },
  flags: 'radial around full-height evenly',
  settle(sizes) {
    const { form, evaluate } = sizes.body ?? {}
    if (!form || !evaluate || form.outline.kind !== 'circle') return
    if (!sizes.has('width') || !sizes.has('out')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How thick is each ${sizes.noun}, and how far does it stand out?`, [
        '2 mm thick, standing out 10 mm',
      ])
      return
    }
    const { diameter, bore } = form.outline
    const [wide, high] = [evaluate(diameter) - (bore ? evaluate(bore) : 0), evaluate(form.size[2])]
    if (sizes.value('width') >= wide)
      sizes.refuse('AGENT_IMPOSSIBLE', `A ${sizes.noun} ${sizes.value('width')} mm thick finds no wall that thick.`)
    else if (sizes.has('length') && sizes.value('length') > high + 1e-9)
      sizes.refuse('AGENT_IMPOSSIBLE', `A ${sizes.noun} ${sizes.value('length')} mm long is longer than ${high} mm.`)
  },
  build({ sizes, body, bodyId }: Placed): FeatureForm {
    const { width = '0', out = '0', count = '1', length } = sizes
    const diameter = body.outline.kind === 'circle' ? body.outline.diameter : '0'
    const high = body.size[2]
    const long = length ?? high
    // It begins as far inside as it is thick, for the round falls away from its corners.
    const fin = `Pos(${diameter} / 2 - ${width} / 2, 0${length ? `, (${high} - ${length}) / 2` : ''}) * Box(${out} + ${width} / 2, ${width}, ${long}, align=(Align.MIN, Align.CENTER, Align.MIN))`
    return {
      lines: [`${bodyId} += [spot * ${fin} for spot in PolarLocations(0, ${count})]`],
      volume: `${count} * (${width} * (${diameter} / 2 + ${out}) - ${halfSlit(diameter, width)}) * ${long}`,
      loose: ['x', 'y'],
    }
  },
}

/** `cylinder … with eight fins 2 mm thick and 12 mm deep`: not on top of it, and on no flat disc, unless they are said to be around it. */
export function isAlongRound(
  { kind, noun, places, flags, count }: Frame,
  form: Form,
  high: number,
  wide: number,
): boolean {
  const { outline, through, walls, sealed, faces } = form
  if (kind.key !== 'pad' || !/(?:^|[ -])(?:fin|rib|ridge|vane)$/.test(noun) || (count?.value ?? 1) < 2) return false
  if (outline.kind !== 'circle' || through || walls || sealed || faces?.top) return false
  const onTop = places.some(
    ({ place }) => place.kind === 'spec' && place.spec.places.some((one) => one === 'top' || one === 'bottom'),
  )
  return !onTop && (2 * high >= wide || flags.has('around'))
}

/** What is told of a thing that stands on a face, as it is told of a fin: how thick it is, and how far it stands out. */
export function asFin(frame: Frame): Frame {
  const [wide, out, long] = ['width', 'height', 'length'].map((slot) => frame.sizes.get(slot))
  // `fins 2 x 12`: the smaller one is how thick they are.
  const pair = wide && long && !out ? [wide, long].toSorted((a, b) => a.quantity.value - b.quantity.value) : undefined
  const sizes = new Map(
    Object.entries(pair ? { width: pair[0], out: pair[1] } : { width: wide, out, length: long }).flatMap(
      ([slot, size]) => (size ? [[slot, size] as const] : []),
    ),
  )
  return { ...frame, sizes }
}
