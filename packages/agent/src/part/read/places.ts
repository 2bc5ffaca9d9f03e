import type { Quantity, SaidOwner, SaidPlace, Spec } from './atoms.ts'
import type { Cursor } from './cursor.ts'
import { quantityOf } from './quantities.ts'
import { AXES, distance, place, spec } from './spec.ts'

/** `where they meet`, `at the transition`, `between head and shank`, `under the head`, `at each step`. */
export const meeting = place((at) => {
  const meet: Spec = { places: [], flags: ['meet'] }
  const found: SaidPlace = { kind: 'spec', spec: meet }
  if (at.word('where')) {
    for (let words = 0; words < 6 && !at.word('meet', 'meets', 'join', 'joins', 'touch', 'touches'); words++)
      if (!one(at, meet) && !at.wordIf(() => true) && at.number()?.value !== 2) return undefined
    const last = at.peek(-1)
    at.attempt(() => one(at, meet))
    at.skip('the', 'it')
    return last?.kind === 'word' && /^(?:meet|join|touch)/.test(last.text) ? found : undefined
  }
  if (at.word('between')) {
    // `between the two diameters`
    const all = at.attempt(() => {
      at.skip('the')
      const many = at.word('both', 'all') ?? at.number()
      const two = many?.kind === 'word' || (many?.value === 2 && many.unit === undefined)
      return two && at.wordIf(({ text }) => STRETCHES.has(text))
    })
    if (all) return found
    if (rounded(at) && at.word('them', 'these')) return found
    if (!one(at, meet) || !at.word('and')) return undefined
    return one(at, meet) ? found : undefined
  }
  // `40 long under the head` is a size: here it is where a fillet is.
  const round = rounded(at)
  const under = round && at.word('under the head', 'below the head', 'under the flange', 'below the flange')
  if (under) {
    meet.ofText = under.text.split(' ').at(-1) ?? ''
    return found
  }
  if (at.word('under')) {
    at.skip('the')
    const above = at.word('head', 'flange')
    if (above) meet.ofText = above.text
    return above && found
  }
  const led = at.word('at', 'in', 'on')
  at.skip('the', 'each', 'every', 'all', 'both', 'of')
  const seam =
    led && at.word(...SEAMS, ...SEAMS.map((one) => `${one}s`), 'shoulder', 'step', ...(round ? ['root', 'foot'] : []))
  if (seam && (seam.text === 'root' || seam.text === 'foot')) at.attempt(() => at.word('of') && one(at, meet))
  // `a hole in the step`: what is put there stands on it.
  return seam && (seam.text !== 'step' || led.text === 'at' || round) ? found : undefined
})

/** A fillet was spoken of right before. */
const rounded = (at: Cursor): boolean =>
  [1, 2, 3, 4, 5].some((back) => {
    const item = at.peek(-back)
    return item?.kind === 'word' && (item.entry?.nouns.includes('fillet') === true || item.entry?.role === 'radius')
  })

const SEAMS = ['transition', 'junction', 'joint', 'intersection', 'inside corner', 'inner corner']
const STRETCHES: ReadonlySet<string> = new Set(['diameter', 'section', 'step', 'part', 'cylinder', 'stage'])

/** One of what meets, by its name or by how wide it is; the first tells where they do. */
function one(at: Cursor, meet: Spec): true | undefined {
  at.skip('the')
  const wide = at.attempt(() => {
    const size = distance(at)
    // `the two diameters` are counted.
    const said = size && /\d/.test(size.number?.text ?? '')
    return said && at.wordIf(({ text, plural }) => !plural && STRETCHES.has(text)) ? size : undefined
  })
  if (wide) {
    meet.sized = [...(meet.sized ?? []), wide]
    return true
  }
  const noun = at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0)
  if (noun) meet.ofText ??= noun.text
  return noun && true
}

/** `of the plate`, `of each tab`: whose edge it is. */
function owner(at: Cursor): SaidOwner | undefined {
  return at.attempt(() => {
    if (!at.word('of')) return undefined
    const every = at.word('each', 'both', 'every')
    at.skip('the', 'its', 'plate', 'part')
    const noun = at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0 || entry?.filler === true)
    if (!noun) return undefined
    return {
      keys: noun.entry?.nouns ?? [],
      text: noun.text,
      ...(every ? { det: every.text } : noun.plural ? { det: 'all' } : {}),
    }
  })
}

/** `8 mm from the left edge and the bottom`, `8 mm in from each corner`, `6 mm off the X centreline`. */
export const from = place((at) => {
  // `offset 10 mm from the edges`
  at.skip('offset')
  const rim = at.attempt(ownEdge) ? { rim: true as const } : {}
  const far = distance(at)
  if (!far) return undefined
  const up = at.item?.kind === 'word' && at.item.text === 'up'
  at.skip(
    'in',
    'up',
    'down',
    'away',
    'inward',
    'inwards',
    'inset',
    'offset',
    'over',
    'or',
    'so',
    'out',
    'back',
    'measured',
    'each',
    'spaced',
    'located',
  )
  const beside = at.attempt(besideEdge)
  if (beside) return { kind: 'from', distance: far, specs: [beside], ...rim }
  const led = at.word('from', 'off', 'to')
  if (!led) {
    // `12 mm in: …`: from all edges.
    const ends =
      at.item === undefined ||
      (at.item.kind === 'mark' && ',;:.)'.includes(at.item.text)) ||
      (at.item.kind === 'word' && ['and', 'plus', 'with'].includes(at.item.text))
    const before = at.peek(-1)
    return ends && before?.kind === 'word' && ['in', 'inset', 'inward', 'inwards'].includes(before.text)
      ? { kind: 'from', distance: far, specs: [{ det: 'all', places: [], flags: [], noun: 'edge' }] }
      : undefined
  }
  const floor = at.attempt(() => {
    const base = itsBase(at)
    return base?.flags.includes(FLOOR) ? base : undefined
  })
  const first = floor ?? at.attempt(spec) ?? at.attempt(walls) ?? at.attempt(it)
  if (!first) return undefined
  if (up && first.noun === undefined && first.places.join() === 'bottom') first.flags.push(UP)
  // `18 mm to the left` is a way to go, and no edge.
  const way = first.places.length === 1 && ['left', 'right'].includes(first.places[0] ?? '')
  if (led.text === 'to' && !first.noun && way) return undefined
  const specs = [first]
  const of = owner(at)
  for (;;) {
    const more = at.attempt(() => {
      if (!at.word('and') && !at.mark('/')) return undefined
      at.skip('from')
      const found = spec(at)
      // `… and a 5 mm hole in the centre` starts something else.
      return found &&
        (found.noun === 'edge' || found.noun === 'side' || found.noun === 'end' || found.places.length > 0)
        ? found
        : undefined
    })
    if (!more) break
    specs.push(more)
  }
  return { kind: 'from', distance: far, specs, ...rim, ...(of ? { of } : {}) }
})

/** `its near edge`, `with the top of the window`, `the left side of it`: what is measured to, where that is not the middle. */
function ownEdge(at: Cursor): true | undefined {
  const led = at.peek(-1)
  at.skip('with')
  const its = at.word('its')
  at.skip('the')
  const near = at.word('near', 'nearest', 'closest', 'nearer', 'closer')
  const side = at.wordIf(({ entry }) => SIDES.has(entry?.place ?? '') || entry?.place === 'edge')
  if (!side) return undefined
  const edge = at.wordIf(({ entry }) => entry?.place === 'edge')
  // `…, lower edge 5 mm above the floor`: of what was spoken of, where it begins a clause.
  const begins = led?.kind === 'mark' && side.entry?.place !== 'edge' && edge !== undefined
  const of = at.attempt(() => {
    if (!at.word('of')) return undefined
    at.skip('the')
    return at.word('it') ?? at.wordIf(({ entry }) => entry?.nouns.some((key) => OPENINGS.has(key)) ?? false)
  })
  if (!its && !near && !of && !begins) return undefined
  at.skip('is', 'being', 'set', 'at', 'starts', 'starting')
  return true
}
const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'front', 'back', 'top', 'bottom'])
const OPENINGS: ReadonlySet<string> = new Set(['slot', 'pocket', 'cutout'])

/** `30 mm below the top edge`, `10 mm above the bottom edge`. */
function besideEdge(at: Cursor): Spec | undefined {
  const way = at.word('below', 'above', 'under', 'inside')
  if (!way) return undefined
  at.skip('their')
  const base = way.text === 'above' ? at.attempt(itsBase) : undefined
  if (base) return base
  const found = spec(at)
  // `15 mm under the rim` of what is open.
  if (found?.noun === 'rim' && found.places.length === 0 && (way.text === 'below' || way.text === 'under'))
    return { det: 'the', places: ['top'], flags: [], noun: 'edge' }
  // `15 mm below its top`
  const end = found?.noun === undefined && found?.places.join() === (way.text === 'above' ? 'bottom' : 'top')
  if (!found || !(end || found.noun === 'edge') || found.places.length === 0) return undefined
  return end && way.text === 'above' ? { ...found, flags: [...found.flags, UP] } : found
}

/** Of a place: so high above what it stands on. */
export const UP = 'up'
/** Of a place: the inside of what has walls, and not its underside. */
export const FLOOR = 'floor'

/** `25 above the base`: what it stands on, where no other base is spoken of. */
function itsBase(at: Cursor): Spec | undefined {
  at.skip('the', 'its')
  const inside = at.word('inside', 'inner', 'internal', 'interior')
  const base = at.word('base', 'foot', 'floor') ?? (inside && at.word('bottom'))
  const next = at.item
  const ends =
    next === undefined || next.kind === 'mark' || (next.kind === 'word' && ['and', 'with', 'on'].includes(next.text))
  const named = [...Array(80).keys()].some((back) => {
    const [item, next, after] = [0, 1, 2].map((step) => at.peek(step - back - 3))
    // `with a base of 100 mm` is a size of it.
    const size =
      (next?.kind === 'word' && next.text === 'of' && after?.kind === 'number') ||
      (next?.kind === 'number' && after?.kind === 'mark')
    return item?.kind === 'word' && item.text.split(' ').includes('base') && !size
  })
  // The floor of what is hollow is inside: its thickness is below it.
  const floor = base?.text === 'floor' || inside !== undefined
  return base && ends && (floor || !named)
    ? { det: 'the', places: ['bottom'], flags: [floor ? FLOOR : UP], noun: 'edge' }
    : undefined
}

/** `in the middle of the left edge, 10 mm from it`: the edge that was spoken of; `one in the middle and four 25 mm from it`: that middle. */
function it(at: Cursor): Spec | undefined {
  if (!at.word('it')) return undefined
  for (let back = -2; back > -16; back--) {
    const item = at.peek(back)
    const place = item?.kind === 'word' ? item.entry?.place : undefined
    if (place === 'centre') return { det: 'the', places: [], flags: [], noun: 'centre' }
    if (place || !item) break
  }
  return { det: 'that', places: [], flags: [], noun: 'edge' }
}

/** `from the pocket walls`, `from its walls`: all of them. */
function walls(at: Cursor): Spec | undefined {
  at.skip('the', 'its', 'all', 'each', 'of')
  at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0)
  return at.word('wall', 'side wall') && { det: 'all', places: [], flags: [], noun: 'edge' }
}

/** `the first one 25 mm from the end`: where a row begins. */
export const firstFrom = place((at) => {
  at.skip('with', 'the')
  if (!at.word('first', 'starting', 'beginning', 'starts', 'begins')) return undefined
  if (at.item?.kind === 'number' && at.item.text.toLowerCase() === 'one') at.number()
  else at.wordIf(({ entry }) => entry?.nouns.includes('hole') ?? false)
  at.skip('is', 'being', 'at', 'centred', 'starting', 'placed')
  const found = from(at)
  return found?.is === 'place' && found.place.kind === 'from' ? { ...found.place, first: true } : undefined
})

/** `at 10, 50 and 90 mm from the left end`. */
export const listed = place((at) => {
  const before = at.peek(-1)
  // `holes 50, 100 and 150 mm from one end`: several, and so many places.
  const holes = before?.kind === 'word' && before.plural && before.entry?.nouns.includes('hole') === true
  const led = at.word('at')
  const all: Quantity[] = []
  let joined = false
  for (;;) {
    const one = distance(at)
    if (!one) return undefined
    all.push(one)
    // `6 mm, 10 mm from the edge` is how wide and how far: without its word a list is joined by one.
    // `at 20, 40 and 60, 30 from the bottom`: what comes behind the last one is of the row.
    const comma = !joined && (led || holes) && at.mark(',')
    const and = at.word('and')
    joined ||= and !== undefined
    if (!comma && !and) break
  }
  const [first, ...more] = all
  const many = more.length > (led || joined ? 0 : 1)
  if (!first || !many) return undefined
  if (led && isRowOf(at, all, joined)) {
    const end: Spec = { det: 'one', places: [], flags: [UNSAID], noun: 'end' }
    return { kind: 'from', distance: first, specs: [end], more }
  }
  if (!at.word('from', 'off')) return undefined
  const side = spec(at)
  return side && { kind: 'from', distance: first, specs: [side], more }
})

/** Of a place: nobody said from which end it is counted. */
export const UNSAID = 'unsaid'

/** `three holes at 50, 200 and 350`: so far along, where they rise and nothing more is said of them; two behind a comma may be a point. */
function isRowOf(at: Cursor, all: readonly Quantity[], joined: boolean): boolean {
  const next = at.item
  const ends =
    next === undefined ||
    (next.kind === 'mark' && ',;.:)'.includes(next.text)) ||
    (next.kind === 'word' && ROW_ENDS.has(next.text))
  const rising = all.every(({ value, number }, index) => number?.unit !== 'deg' && value > (all[index - 1]?.value ?? 0))
  if (!ends || !rising || (all.length < 3 && !joined)) return false
  for (let back = -1; back > -24; back--) {
    const item = at.peek(back)
    if (item?.kind === 'mark' && '.;'.includes(item.text)) return false
    if (item?.kind === 'word' && item.entry?.role === 'pcd') return false
    if (item?.kind === 'word' && item.plural && item.entry?.nouns.includes('hole')) return true
  }
  return false
}
const ROW_ENDS: ReadonlySet<string> = new Set(['and', 'with', 'plus', 'along', 'on', 'in'])

/** `inset 8 mm`, `8 mm inset`, `8 mm edge distance`, `edge distance of 8 mm`, `set in 8 mm`. */
export const inset = place((at) => {
  const all: Spec = { det: 'all', places: [], flags: [], noun: 'edge' }
  const word = at.wordIf(({ entry }) => entry?.role === 'inset')
  if (word) {
    at.skip('by', 'of', 'is', 'at', 'set', 'to')
    at.mark(':=')
    const far = distance(at)
    if (!far) return undefined
    const specs = at.attempt(() => {
      at.skip('in')
      if (!at.word('from')) return undefined
      const found = spec(at)
      return found && [found]
    })
    return { kind: 'from', distance: far, specs: specs ?? [all] }
  }
  const far = distance(at)
  if (!far) return undefined
  at.skip('of', 'an', 'a')
  if (!at.wordIf(({ entry }) => entry?.role === 'inset')) return undefined
  const specs = at.attempt(() => {
    if (!at.word('from')) return undefined
    const found = spec(at)
    return found && [found]
  })
  return { kind: 'from', distance: far, specs: specs ?? [all] }
})

const WAYS: Record<string, string> = {
  left: 'left',
  right: 'right',
  above: 'top',
  below: 'bottom',
  up: 'top',
  down: 'bottom',
  behind: 'back',
  forward: 'front',
  back: 'back',
  front: 'front',
  upwards: 'top',
  downwards: 'bottom',
  top: 'top',
  bottom: 'bottom',
}

/** `10 mm to the left`, `10 mm above the centre`, `offset 5 mm in X`. */
export const offset = place((at) => {
  at.skip('offset', 'moved', 'shifted', 'by')
  const far = distance(at)
  if (!far) return undefined
  const moves = at.word('offset', 'to', 'towards', 'toward', 'moved')
  at.skip('offset', 'to', 'the', 'towards', 'toward')
  const axis = at.attempt(() => {
    if (!at.word('in', 'along')) return undefined
    at.skip('the')
    const word = at.word('x', 'y')
    at.skip('axis', 'direction')
    return word
  })
  const way =
    axis ?? at.wordIf(({ text, entry }) => Object.hasOwn(WAYS, text) || Object.hasOwn(WAYS, entry?.place ?? ''))
  if (!way) return undefined
  // `40 mm bottom` is a size; `40 mm to the bottom`, `10 mm above` are ways to go.
  if (!axis && !moves && ['top', 'bottom', 'front', 'back'].includes(way.text)) return undefined
  const direction = axis
    ? axis.text === 'x'
      ? 'right'
      : 'back'
    : (WAYS[way.text] ?? WAYS[way.entry?.place ?? ''] ?? 'right')
  const middle = at.attempt(() => {
    at.skip('of', 'from', 'the')
    return at.wordIf(({ entry }) => entry?.place === 'centre' || entry?.place === 'centreline')
  })
  const up = !middle && !moves && (way.text === 'up' || way.text === 'down')
  return { kind: 'offset', distance: far, direction, ...(middle ? { middle: true } : {}), ...(up ? { up: true } : {}) }
})

const PREPOSITIONS = [
  'in',
  'at',
  'on',
  'near',
  'to',
  'into',
  'through',
  'from',
  'of',
  'along',
  'for',
  'around',
  'onto',
  'towards',
  'off',
  'across',
  'where',
  'round',
  'by',
  'over',
]

/** `in each corner`, `on all four vertical edges`, `from the top`, `in the middle`. */
export const prepositional = place((at) => {
  const prep = at.word(...PREPOSITIONS, 'per')
  if (!prep) return undefined
  at.skip('exactly', 'right', 'dead', 'near')
  const found = at.attempt(spec)
  // `round bottom` is what it is like, `round the bottom` a place.
  if (!found || (prep.text === 'round' && !found.det)) return undefined
  // `in the middle of the top face`: the face is the place, the middle is where on it.
  // `a tapped hole in the bottom centre`: in the middle of that face, where it is anyhow.
  if (found.noun === 'centre' && prep.text === 'in' && found.places.join() === 'bottom')
    return { kind: 'spec', spec: { ...found, noun: 'face', prep: prep.text } }
  if (found.noun === 'centre' || found.noun === 'centreline') {
    // `of the recess` tells whose middle it is, and is read by itself.
    at.attempt(() => {
      at.skip('of', 'the', 'its')
      const next = at.item
      // `of the 2 x 3 face` is read by itself too.
      if (next?.kind === 'number') return undefined
      return next?.kind === 'word' && (next.entry?.nouns.length ?? 0) > 0 && !next.entry?.place ? undefined : true
    })
    return { kind: 'centre' }
  }
  const whose = at.attempt(() => {
    if (!at.word('of', 'on')) return undefined
    at.skip('the', 'its', 'each')
    return at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0)
  })
  return {
    kind: 'spec',
    spec: { ...found, prep: prep.text, ...(whose?.entry ? { of: whose.entry.nouns, ofText: whose.text } : {}) },
  }
})

/** `four 4 mm holes in the floor`: of what has walls, and of its thickness nothing is said. */
export const inFloor = place((at) => {
  const prep = at.word('in', 'into', 'through', 'on', 'of')
  if (!prep) return undefined
  at.skip('the', 'its', 'a', 'inside', 'bottom')
  // `the floor` is a noun where a pocket is spoken of: it may be the floor of that.
  const floor = at.word('floor', 'the floor')
  if (!floor) return undefined
  const of = floor.entry?.nouns ?? []
  const [next, after] = [at.item, at.peek(1)]
  // `in the floor 10 mm from the walls`: how far it is from there.
  const far = after?.kind === 'word' && ['from', 'off', 'apart', 'in', 'away', 'inset'].includes(after.text)
  const sized =
    (next?.kind === 'number' && !far) ||
    (next?.kind === 'word' && (next.entry?.role !== undefined || next.entry?.place !== undefined || next.text === 'is'))
  return sized
    ? undefined
    : {
        kind: 'spec',
        spec: {
          places: [],
          flags: [FLOOR],
          noun: 'face',
          prep: prep.text,
          ...(of.length > 0 ? { of, ofText: floor.text } : {}),
        },
      }
})

/** `in all three directions`, `through each pair of opposite faces`, `along x, y and z`: on every face. */
export const everyWay = place((at) => {
  const led = at.word('in', 'from', 'through', 'along', 'between', 'on', 'of')
  const every: SaidPlace = { kind: 'spec', spec: { places: [], flags: [], noun: 'face', det: 'each', prep: 'through' } }
  at.skip('the')
  at.wordIf(({ entry }) => entry?.place === 'centre')
  at.skip('of', 'the')
  if (led && at.word('x')) {
    at.mark(',/')
    if (!at.word('y')) return undefined
    at.mark(',/')
    at.skip('and')
    return at.word('z') && (at.skip('axis', 'direction', 'directions', 'axes'), every)
  }
  at.skip('all', 'each', 'every', 'of', 'the', 'both')
  const three = at.attempt(() => {
    const number = at.number()
    return number && [3, 6].includes(number.value) && number.unit === undefined ? number : undefined
  })
  // `through each axis`
  if (led?.text === 'through' && !three && at.word('axis', 'axes', 'direction', 'directions')) return every
  at.skip('different', 'perpendicular', 'principal', 'main')
  if (
    led &&
    three &&
    at.word('direction', 'directions', 'axis', 'axes', 'way', 'ways', 'side', 'sides', 'face', 'faces')
  )
    return { ...every, spec: { ...every.spec, counted: { ...quantityOf(three), used: 'count' } } }
  const pair = at.item?.kind === 'number' && /^pairs?$/i.test(at.item.text) ? at.number() : at.word('pair', 'pairs')
  if (!pair) return undefined
  at.skip('of', 'opposite', 'opposing')
  return at.wordIf(({ entry }) => entry?.place === 'face' || entry?.place === 'edge') && every
})

/** `central`, `centred across the width`, `corner` before a noun, `four vertical edges` after one. */
export const adjectival = place((at) => {
  const centre = at.wordIf(({ entry }) => entry?.place === 'centre' || entry?.place === 'centreline')
  if (centre) {
    let sameSize: Quantity | undefined
    const across = at.attempt(() => {
      if (!at.word('across', 'on', 'in', 'along', 'over', 'about', 'between', 'within', 'to', 'at')) return undefined
      at.skip('the', 'its', 'one', 'a', 'full')
      // `across the 20 mm width` says the width again.
      const again = at.attempt(() => {
        const number = distance(at)
        return number && /\d/.test(number.number?.text ?? '') ? number : undefined
      })
      if (again) sameSize = again
      const what = at.wordIf(
        ({ text, entry }) =>
          AXES.has(text) || ['width', 'length', 'height', 'depth', 'thickness'].includes(entry?.role ?? ''),
      )
      return what && (what.entry?.role ?? what.text)
    })
    if (!across) at.skip('sideways', 'horizontally', 'vertically')
    return { kind: 'centre', ...(across ? { across } : {}), ...(across && sameSize ? { same: sameSize } : {}) }
  }
  // `two holes, one each end`: the one is a hole.
  const [first, next] = [at.item, at.peek(1)]
  if (first?.kind === 'number' && next?.kind === 'word' && (next.text === 'each' || next.text === 'either'))
    return undefined
  const found = spec(at)
  return found && { kind: 'spec', spec: found }
})
