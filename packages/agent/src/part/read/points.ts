import type { Meaning, Quantity, SaidPlace, Spec } from './atoms.ts'
import type { Cursor, Recogniser } from './cursor.ts'
import { distance, place, spec } from './spec.ts'

/** `at (10, 20)`, `at x = 10, y = 20`, `at (10,10) and (20,20)`, `at 20, 30 from the lower left corner`. */
export const points = place((at) => {
  at.skip(
    'at',
    'position',
    'coordinates',
    'coordinate',
    'centred',
    'located',
    'positions',
    'placed',
    'positioned',
    'point',
    'points',
  )
  const mirrored = at.attempt(both)
  if (mirrored) return mirrored
  const found: [Quantity, Quantity][] = []
  for (;;) {
    const pair = at.attempt(bracketed) ?? at.attempt(named)
    if (!pair) break
    found.push(pair)
    at.attempt(() => {
      at.mark(',;')
      at.skip('and')
      const next = at.item
      return (next?.kind === 'mark' && next.text === '(') || (next?.kind === 'word' && next.text === 'x')
        ? true
        : undefined
    })
  }
  const corner = at.attempt(measuredFrom)
  if (found.length === 0) return at.attempt(bare)
  const from = corner ?? origin(at)
  return { kind: 'points', at: found, ...(from ? { from } : {}) }
})

/** `(±40, ±25)`: in all four quarters. */
function both(at: Cursor): SaidPlace | undefined {
  if (!at.mark('(') || !at.mark('±')) return undefined
  const x = distance(at)
  if (!x || !at.mark(',;') || !at.mark('±')) return undefined
  const y = distance(at)
  if (!y || !at.mark(')')) return undefined
  return { kind: 'spacing', x: { ...x, value: x.value * 2 }, y: { ...y, value: y.value * 2 } }
}

/** `at 20, 30 from the bottom left`: two numbers are a place where a corner is said. */
function bare(at: Cursor): SaidPlace | undefined {
  const x = signed(at)
  if (!x || !(at.mark(',;/') || at.word('and'))) return undefined
  const y = signed(at)
  const from = y && (measuredFrom(at) ?? origin(at))
  return y && from ? { kind: 'points', at: [[x, y]], from } : undefined
}

/** `from the lower left corner`, `measured from bottom left`. */
function measuredFrom(at: Cursor): 'corner' | string[] | undefined {
  at.mark(',')
  at.skip('as', 'both', 'all')
  at.word('measured', 'taken', 'relative', 'referenced')
  if (!at.word('from', 'to', 'off')) return undefined
  at.skip('from', 'the')
  return cornerOf(spec(at))
}

const ACROSS = ['left', 'right']
const ALONG = ['front', 'back', 'top', 'bottom']

/** The lower left one is where coordinates begin; of another one, which. */
function cornerOf(found: Spec | undefined): 'corner' | string[] | undefined {
  if (!found) return undefined
  const x = found.places.find((one) => ACROSS.includes(one))
  const y = found.places.find((one) => ALONG.includes(one))
  if (x && y) return x === 'left' && (y === 'front' || y === 'bottom') ? 'corner' : [x, y]
  return found.noun === 'corner' && found.places.length === 0 ? 'corner' : undefined
}

/** `From the lower left corner: …`, `holes measured from bottom left: …`: a heading that all coordinates behind it are counted from. */
export const datum: Recogniser<Meaning> = (at) => {
  // `origin at the lower left corner`
  if (at.word('origin', 'datum', 'zero')) {
    at.skip('is', 'at', 'in', 'on', 'the', 'being', 'point')
    at.mark(':=')
    return cornerOf(spec(at)) === 'corner' ? { is: 'filler', text: '' } : undefined
  }
  const led = at.peek(-1)
  const begins = led === undefined || led.kind === 'mark' || (led.kind === 'word' && (led.entry?.filler || led.plural))
  if (!begins) return undefined
  if (measuredFrom(at) !== 'corner' || !at.mark(',:')) return undefined
  return { is: 'filler', text: '' }
}

/** `origin at the lower left corner`, said anywhere, or at the head of them: of all coordinates. */
function origin(at: Cursor): 'corner' | undefined {
  for (const step of [-1, 1])
    for (let ahead = step; Math.abs(ahead) < 90; ahead += step) {
      const item = at.peek(ahead)
      if (item === undefined) break
      if (item.kind !== 'word' || !/^(?:origin|datum|zero|0|from)$/.test(item.text)) continue
      const led = at.peek(ahead - 1)
      const heads = led === undefined || led.kind === 'mark' || (led.kind === 'word' && led.text === 'measured')
      if (item.text === 'from' && !heads) continue
      const near = [1, 2, 3, 4, 5, 6, 7].map((more) => at.peek(ahead + more))
      const says = (place: string) => near.some((one) => one?.kind === 'word' && one.entry?.place === place)
      if (says('left') && (says('bottom') || says('front'))) return 'corner'
    }
  return undefined
}

function bracketed(at: Cursor): [Quantity, Quantity] | undefined {
  if (!at.mark('(')) return undefined
  const x = signed(at)
  if (!x || !at.mark(',;')) return undefined
  const y = signed(at)
  if (!y || !at.mark(')')) return undefined
  return [x, y]
}

function named(at: Cursor): [Quantity, Quantity] | undefined {
  if (!at.word('x')) return undefined
  at.mark('=:')
  const x = signed(at)
  if (!x) return undefined
  at.mark(',')
  at.skip('and')
  if (!at.word('y')) return undefined
  at.mark('=:')
  const y = signed(at)
  return y && [x, y]
}

function signed(at: Cursor): Quantity | undefined {
  const minus = at.mark('-')
  const found = distance(at)
  return found && minus ? { ...found, value: -found.value } : found
}
