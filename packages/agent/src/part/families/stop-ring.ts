import { half } from '../formula.ts'
import type { Form, Kind, Settling, Sizes } from '../kinds.ts'
import { halved, powered } from './round.ts'

/** What pipes butt against in the middle of a coupler: `3 mm wide stop ring inside that leaves 36 mm`. */
export const STOP_RING: Kind = {
  key: 'stopring',
  nouns:
    'stop ring, inner ring, internal ring, inside ring, stop rib, internal rib, inner rib, inside rib, internal stop, inner stop, inside stop, stop shoulder, internal shoulder, internal stop ring, inner stop ring, inside stop ring, internal collar, pipe stop',
  slots: {
    inner: { label: 'Opening of the stop', accepts: 'inner diameter', say: '# inside', name: 'stop_opening' },
    high: { label: 'Height of the stop', accepts: 'height depth', say: '# high', name: 'stop_height' },
    width: { label: 'Width of the stop', accepts: 'width thickness length', say: '# wide', name: 'stop_width' },
  },
  bare: ['width', 'inner'],
  flags: 'inside',
}

/** How far in it reaches, told by its opening or by its height. */
export function settleStop(sizes: Settling): void {
  const stop = sizes.part(STOP_RING.key)
  if (!stop) return
  if (!stop.has('inner') && stop.has('high'))
    stop.derive('inner', `${sizes.formula('inner')} - 2 * ${stop.formula('high')}`)
  if (!stop.has('inner') || !stop.has('width')) {
    stop.refuse('AGENT_NEEDS_ANSWER', `How wide is the ${stop.noun}, and what opening does it leave?`, [
      `3 mm wide, ${Math.round(sizes.value('inner') * 0.9)} mm inside`,
    ])
    return
  }
  const [opening, bore] = [stop.value('inner'), sizes.value('inner')]
  if (opening >= bore || opening <= 0 || stop.value('width') >= sizes.value('height'))
    stop.refuse('AGENT_IMPOSSIBLE', `A ${stop.noun} that leaves ${opening} mm does not fit inside ${bore} mm.`)
}

/** A tube with a narrower place half way along. */
export const withStop = (tube: Form, { inner = '0', height = '0' }: Sizes, stop: Sizes): Form => {
  const [opening = '0', width = '0'] = [stop['inner'], stop['width']]
  return {
    ...tube,
    code: `${tube.code} + Pos(0, 0, ${half(height)}) * (Cylinder(${halved(inner)}, ${width}) - Cylinder(${halved(opening)}, ${width}))`,
    volume: `${tube.volume} + pi / 4 * (${powered(inner)} - ${powered(opening)}) * ${width}`,
    outline: { kind: 'circle', diameter: tube.size[0], bore: inner },
  }
}
