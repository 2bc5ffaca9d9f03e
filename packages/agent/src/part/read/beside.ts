import type { Quantity, SaidPlace } from './atoms.ts'
import type { Cursor } from './cursor.ts'
import { AXES, distance, place } from './spec.ts'

/** Which way from an opening, by the words for it; both of a pair are two places. */
const WAYS: Record<string, string> = {
  left: 'left',
  right: 'right',
  above: 'back',
  over: 'back',
  below: 'front',
  under: 'front',
  beneath: 'front',
  underneath: 'front',
  behind: 'back',
}
const PAIRS: Record<string, string> = { left: 'right', right: 'left', above: 'front', below: 'back' }
/** The word for the other of a pair. */
const ACROSS: Record<string, readonly string[]> = {
  left: ['right'],
  right: ['left'],
  above: ['below', 'under', 'beneath'],
  below: ['above', 'over'],
}
const OPENINGS: ReadonlySet<string> = new Set(['hole', 'slot', 'pocket', 'cutout', 'pad'])

/** `18 mm to the right of the bore`, `below the window`, `10 mm above it`, `12 mm left and right of the slot`: counted from what was made before. */
export const beside = place((at) => {
  at.skip('located', 'placed', 'positioned', 'set', 'centred', 'at')
  // `six holes around the bore`: their middle is where that one is.
  if (at.word('around', 'about', 'surrounding', 'concentric with')) {
    const of = opening(at)
    return of && { kind: 'beside', directions: [], ...of }
  }
  const pair = at.attempt(eitherSide)
  if (pair) return pair
  const far = distance(at)
  // `two on either side of it` are counted.
  if (/^[a-z]/i.test(far?.number?.text ?? '')) return undefined
  const both = at.attempt(() => {
    at.skip('to', 'on', 'out', 'at')
    const sides =
      at.word('each side', 'on each side') ?? (at.word('either', 'each', 'both') && at.word('side', 'sides'))
    if (!sides) return undefined
    return at.word('of', 'from') && (at.attempt(opening) ?? middle(at))
  })
  if (far && both) return { kind: 'beside', distance: far, directions: ['left', 'right'], ...both }
  at.skip('away')
  at.skip('to', 'on', 'the')
  const way = at.wordIf(({ text }) => Object.hasOwn(WAYS, text))
  if (!way) return undefined
  const turned = at.attempt(() => {
    if (!at.word('and') && !at.mark('/')) return undefined
    at.skip('to', 'the')
    return at.word(...(ACROSS[way.text] ?? []))
  })
  // `of` stands behind `left`, and not behind `above`.
  const led = at.word('of', 'from')
  if (['left', 'right'].includes(way.text) !== (led !== undefined)) return undefined
  const of = opening(at)
  const direction = WAYS[way.text] ?? 'right'
  // `a tube behind it` is no place on it.
  if (!of || (of.ofText === 'it' && !far && !turned)) return undefined
  return {
    kind: 'beside',
    directions: turned ? [direction, PAIRS[way.text] ?? ''] : [direction],
    ...(far ? { distance: far } : {}),
    ...of,
    ...(far ? {} : at.attempt(fromIt)),
  }
})

/** `a 30 mm hole in the middle and slots either side, 40 mm from its centre`, `one each side, 80 apart`: both sides of what came before. */
function eitherSide(at: Cursor): SaidPlace | undefined {
  const start = at.place
  const led = at.peek(-1)
  // `in the middle of each side` is an edge.
  if (led?.kind === 'word' && ['of', 'in', 'along', 'through', 'from'].includes(led.text)) return undefined
  at.skip('one', 'to', 'on', 'at', 'out')
  if (at.word('either', 'both')) {
    if (!at.word('side', 'sides')) return undefined
  } else if (!at.word('each side', 'on each side')) return undefined
  const of = at.attempt(() => (at.word('of', 'from') ? (at.attempt(opening) ?? middle(at)) : undefined))
  const next = at.item
  // `either side of the plate` is an edge of it.
  if (!of && next?.kind === 'word' && ['of', 'from', 'face', 'wall'].includes(next.text)) return undefined
  // `a boss on each side of it` stands on what is made, and is no opening beside another.
  if (openingsBefore(at, start) < (of ? 1 : 2)) return undefined
  const anchor = of ?? { of: [], ofText: 'it' }
  return { kind: 'beside', directions: ['left', 'right'], ...anchor, ...at.attempt(farFromIt) }
}

/** How many openings were spoken of in a row before it: its own noun, and what it is beside. */
function openingsBefore(at: Cursor, start: number): number {
  let openings = 0
  for (let place = start - 1; place >= 0 && openings < 2; place--) {
    const item = at.peek(place - at.place)
    const nouns = item?.kind === 'word' ? (item.entry?.nouns ?? []) : []
    if (nouns.some((key) => CUTS.has(key))) openings++
    else if (openings === 0 && nouns.includes('pad')) break
  }
  return openings
}
const CUTS: ReadonlySet<string> = new Set(['hole', 'slot', 'pocket', 'cutout'])

/** behind `either side`: `40 mm from the centre`, `45 away`, `80 mm apart`, `at 80 mm centres`, `30 mm from centre to centre`. */
function farFromIt(at: Cursor): { distance: Quantity; to?: 'middle' | 'edge' } | undefined {
  at.attempt(() => {
    at.skip('on', 'the', 'along')
    return at.wordIf(({ entry }) => entry?.place === 'centreline')
  })
  at.mark(',')
  at.skip(
    'with',
    'their',
    'its',
    'the',
    'and',
    'each',
    'located',
    'placed',
    'set',
    'spaced',
    'slot',
    'hole',
    'centre',
    'centres',
    'at',
    'on',
  )
  const far = distance(at)
  if (!far) return undefined
  if (at.word('away', 'out')) return { distance: far, to: 'middle' }
  if (!at.word('from', 'off')) {
    const between = at.wordIf(
      ({ entry, text }) =>
        ['apart', 'centre', 'centres'].includes(text) || entry?.role === 'centres' || entry?.role === 'spacing',
    )
    return between && { distance: { ...far, value: far.value / 2 }, to: 'middle' }
  }
  at.skip('the', 'its')
  const edge = at.wordIf(({ entry }) => entry?.place === 'edge')
  const middle = edge ? undefined : at.wordIf(({ entry }) => entry?.place === 'centre' || entry?.place === 'centreline')
  at.attempt(() => (middle && at.word('to') ? at.wordIf(({ entry }) => entry?.place === 'centre') : undefined))
  const whose = at.attempt(() => {
    if (edge || middle) at.word('of')
    return (
      opening(at) ?? at.wordIf(({ entry }) => entry?.nouns.some((key) => OPENINGS.has(key) || key === 'plate') ?? false)
    )
  })
  at.attempt(() => (whose && !middle ? at.wordIf(({ entry }) => entry?.place === 'centre') : undefined))
  if (edge) return whose && { distance: far, to: 'edge' }
  return middle || whose ? { distance: far, to: 'middle' } : undefined
}

/** `above the window, 8 mm from its edge`, `10 mm from it`. */
function fromIt(at: Cursor): { distance: Quantity; to: 'middle' | 'edge' } | undefined {
  at.mark(',')
  const far = distance(at)
  if (!far || !at.word('from', 'off')) return undefined
  const its = at.word('its')
  const part = its && at.wordIf(({ entry }) => ['edge', 'centre'].includes(entry?.place ?? ''))
  if (!(its ? part : at.word('it'))) return undefined
  return { distance: far, to: part?.entry?.place === 'centre' ? 'middle' : 'edge' }
}

/** `either side of the centre`: of the face, where nothing stands. */
function middle(at: Cursor): { of: string[]; ofText: string } | undefined {
  at.skip('the', 'its')
  const word = at.wordIf(({ entry }) => entry?.place === 'centre' || entry?.place === 'centreline')
  const next = at.item
  return word && !(next?.kind === 'word' && next.text === 'of') ? { of: [], ofText: MIDDLE } : undefined
}
export const MIDDLE = 'centre'

/** `the bore`, `the centre of the slot`, `the edge of the window`, `it`, `that hole`. */
function opening(at: Cursor): { of: string[]; ofText: string; ofSize?: Quantity; to?: 'middle' | 'edge' } | undefined {
  const to = at.attempt(() => {
    at.skip('the', 'its')
    at.wordIf(({ entry }) => ['left', 'right', 'top', 'bottom', 'front', 'back'].includes(entry?.place ?? ''))
    const part = at.wordIf(({ entry }) => ['edge', 'centre'].includes(entry?.place ?? ''))
    return part && at.word('of') ? part : undefined
  })
  const side = to && { to: to.entry?.place === 'edge' ? ('edge' as const) : ('middle' as const) }
  if (at.word('it')) return { of: [], ofText: 'it', ...side }
  if (!at.word('the', 'that', 'this')) return undefined
  const wide = at.attempt(() => {
    const size = distance(at)
    return size && at.item?.kind === 'word' ? size : undefined
  })
  at.skip('large', 'larger', 'big', 'bigger', 'main', 'first')
  const noun = at.wordIf(
    ({ entry, text }) => !AXES.has(text) && (entry?.nouns.some((key) => OPENINGS.has(key)) ?? false),
  )
  return noun?.entry && { of: noun.entry.nouns, ofText: noun.text, ...(wide ? { ofSize: wide } : {}), ...side }
}
