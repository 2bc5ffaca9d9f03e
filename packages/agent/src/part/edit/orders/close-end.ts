import { quantityOf } from '../../read/quantities.ts'
import { clauseEnds, type Order } from '../order.ts'

/** `close one end, 3 mm thick`, `put a 3 mm bottom in it without making it longer`: a tube becomes a cup of its length. */
export const closeEnd: Order = (at, edit) => {
  const closed = at.attempt(() => {
    if (!at.word('close', 'plug', 'cap', 'seal', 'block')) return undefined
    at.skip('off', 'up', 'the', 'one', 'its')
    const one = at.item
    if (one?.kind === 'number' && one.text.toLowerCase() === 'one') at.number()
    const lower = at.word('bottom', 'lower', 'base')
    if (!at.word('end', 'side', 'bottom') && !lower) return undefined
    at.mark(',:')
    at.skip('with', 'by', 'a', 'an', 'at', 'make', 'it')
    return at.number() ?? undefined
  })
  const floored = closed
    ? undefined
    : at.attempt(() => {
        if (!at.word('put', 'add', 'give', 'with')) return undefined
        at.skip('it', 'a', 'an')
        const number = at.number()
        at.wordIf(({ entry }) => entry?.role === 'thickness')
        return number && at.word('bottom', 'floor', 'base') ? number : undefined
      })
  const number = closed ?? floored
  if (!number || number.unit === 'deg') return undefined
  at.wordIf(({ entry }) => entry?.role === 'thickness')
  at.skip('bottom', 'floor', 'plate', 'disc', 'wall', 'in', 'into', 'to', 'on', 'it', 'the', 'tube', 'pipe')
  // It stays as long as it is.
  at.attempt(() => {
    at.mark(',')
    at.skip('the', 'with', 'keeping')
    if (at.word('same', 'without', 'overall', 'length')) {
      at.skip('making', 'it', 'longer', 'overall', 'length', 'total', 'unchanged', 'stays', 'the', 'same', 'changing')
      at.wordIf(
        ({ entry }) => entry?.role === 'length' || entry?.role === 'overall' || entry?.role === 'overall-height',
      )
      at.skip('length', 'longer', 'unchanged')
      return true
    }
    return undefined
  })
  if (!clauseEnds(at)) return undefined
  const section = edit.plan.bodies.find(({ family }) => SECTIONS.has(family))
  if (section)
    return () => {
      const { wall = '', web = wall } = section.sizes
      const thick = edit.names.values[web] ?? 0
      if (Math.abs(thick - number.mm) > 1e-6)
        edit.refuse(
          'AGENT_UNSUPPORTED',
          `The end of the ${section.label} is closed as thick as its wall (${thick} mm); ${number.mm} mm was said.`,
          [number.at],
        )
      else section.flags.push('closed-end')
      edit.changed = true
    }
  const body = edit.plan.bodies.find(({ family }) => family === 'tube')
  const { outer, inner, wall: side, height } = body?.sizes ?? {}
  if (!body || !outer || !height || !(inner ?? side)) return undefined
  return () => {
    const floor = edit.names.said('floor_thickness', 'Floor', quantityOf(number))
    body.family = 'jar'
    body.sizes = { outer, height, wall: side ?? `(${outer} - ${inner}) / 2`, floor }
    edit.changed = true
  }
}

/** What is closed by a wall of its own. */
const SECTIONS: ReadonlySet<string> = new Set(['hollow-section', 'c-channel'])
