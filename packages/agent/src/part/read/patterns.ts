import type { Quantity, SaidPlace } from './atoms.ts'
import { circle } from './circles.ts'
import type { Cursor } from './cursor.ts'
import { AXES, distance, place } from './spec.ts'

const GRIDS = [
  'grid',
  'pattern',
  'array',
  'layout',
  'arrangement',
  'matrix',
  'rectangular pattern',
  'rectangle',
  'hole pattern',
  'square',
  'square pattern',
  'grid pattern',
  'rectangular array',
  'bolt pattern',
  'mounting pattern',
]

function whole(at: Cursor): Quantity | undefined {
  return at.attempt(() => {
    const number = at.number()
    return number &&
      number.unit === undefined &&
      // `3.00 x 2.00` on a drawing are sizes.
      /^(?:\d+|[a-z -]+)$/i.test(number.text.trim()) &&
      Number.isInteger(number.value) &&
      number.value > 0 &&
      number.value <= 24
      ? { value: number.value, at: number.at, number }
      : undefined
  })
}

/** `2x4 grid`, `in a 3 by 2 pattern`, `3 rows of 4`. */
export const grid = place((at) => {
  const inBrackets = at.attempt(bracketed)
  if (inBrackets) return inBrackets
  // `10 thick with 3 rows of 4 holes`: that `with` parts the two.
  const next = at.peek(1)
  const led = next?.kind === 'word' && ['a', 'an'].includes(next.text) && at.word('with') ? { led: true as const } : {}
  at.skip('in', 'on', 'at', 'arranged', 'a', 'an', 'as', 'of')
  // `a grid of 5 by 3 holes`, `pattern 4x2 of 8 mm holes`
  const named = at.attempt(() => {
    const word = at.word('grid', 'array', 'matrix', 'pattern', 'hole pattern', 'rectangular array', 'grid pattern')
    at.skip('of', 'is')
    at.mark(':=')
    return word
  })
  // `on a 25 mm grid, 5 x 3`: how many of its places have one.
  const [pause, told] = [at.peek(-1), at.peek(-2)]
  const ofGrid = pause?.kind === 'mark' && ',(:'.includes(pause.text) && told?.kind === 'word' && told.text === 'grid'
  const first = whole(at)
  if (!first) return undefined
  if (at.word('count')) return undefined
  const across = at.attempt(() => {
    if (!at.word('across', 'along', 'horizontally', 'lengthwise')) return undefined
    at.mark(',')
    if (!at.word('and', 'by') && !at.times()) return undefined
    const rows = whole(at)
    return rows && at.word('down', 'up', 'vertically', 'across', 'crosswise') ? rows : undefined
  })
  if (across) return { kind: 'grid', columns: first, rows: across }
  if (at.wordIf(({ entry, text }) => text === 'row' || (entry?.role === 'count' && text === 'row'))) {
    // `in two rows and two 8 mm dowel holes`: those are others.
    const joined = at.attempt(() => {
      const many = at.word('and') && whole(at)
      return many && at.word('column', 'each', 'across') ? many : undefined
    })
    if (joined) return { kind: 'grid', columns: joined, rows: first }
    if (!at.word('of', 'by') && !at.times()) return inRows(at, first)
    const columns = whole(at)
    if (!columns) return undefined
    at.word('column', 'each')
    // `2 rows of 5 x 6 mm holes`
    at.attempt(() => (at.times() && at.item?.kind === 'number' ? true : undefined))
    return { kind: 'grid', columns, rows: first }
  }
  if (at.word('column')) {
    if (!at.word('of', 'by', 'and') && !at.times()) return undefined
    const rows = whole(at)
    if (!rows) return undefined
    at.word('row')
    return { kind: 'grid', columns: first, rows }
  }
  if (!at.times()) return undefined
  const second = whole(at)
  // `8 x 5 holes`, `3 x 2 compartments`: neither has two sizes.
  const holes =
    at.item?.kind === 'word' &&
    at.item.plural &&
    (at.item.entry?.nouns.includes('hole') || at.item.text === 'compartment')
  // `4 x 18 holes on 125`: so many, so large, on a circle.
  if (second && holes && at.attempt(() => (at.word('hole') ? circle(at) : undefined))) return undefined
  // `two 20 x 30 holes` are two, and each has two sizes.
  const many = at.peek(-4)
  if (second && holes && many?.kind === 'number' && many.value !== first.value * second.value) return undefined
  if (second && holes) return { kind: 'grid', columns: first, rows: second, ...led }
  if (!second || !(at.word(...GRIDS) || (named && !at.times()) || (ofGrid && endsHere(at)))) return undefined
  at.skip('of')
  return { kind: 'grid', columns: first, rows: second, ...led }
})

/** `10 holes 6 mm in 2 rows`: they share those that were counted. */
function inRows(at: Cursor, rows: Quantity): (SaidPlace & { kind: 'grid' }) | undefined {
  const next = at.item
  let many = false
  for (let back = 2; back < 14; back++) {
    const item = at.peek(-back)
    if (item?.kind === 'mark' && '.;:'.includes(item.text)) return undefined
    if (
      item?.kind === 'word' &&
      item.plural &&
      item.entry?.nouns.some((key) => key === 'hole' || key === 'compartment')
    )
      many = true
    const shared = item?.kind === 'number' && item.unit === undefined ? item.value / rows.value : 0
    // `2 rows 40 mm apart` tells more of the same.
    if (many && next?.kind !== 'number' && shared > 1 && Number.isInteger(shared) && item?.kind === 'number')
      return { kind: 'grid', columns: { value: shared, at: item.at, number: item }, rows }
  }
  return undefined
}

/** `leave out the middle one`, `the corners left out`, `except the centre hole`: places of a grid that stay empty. */
export const missing = place((at) => {
  at.skip('but', 'and', 'with')
  const gone = at.word('leave', 'leaving', 'omit', 'omitting', 'skip', 'skipping', 'without', 'except', 'minus', 'not')
  at.skip('out', 'for', 'off')
  at.skip('the')
  at.attempt(() => whole(at))
  const hole = at.wordIf(({ text }) => /^(?:cent(?:re|er|ral)|middle|corner) hole$/.test(text))
  const which = hole ?? at.wordIf(({ entry }) => entry?.place === 'centre' || entry?.place === 'corner')
  if (!which) return undefined
  const named =
    hole ??
    at.wordIf(({ text, entry }) => HELD_PLACES.has(text) || (entry?.nouns.includes('hole') ?? false)) ??
    at.attempt(() => (at.number()?.text.toLowerCase() === 'one' ? which : undefined))
  const emptied = at.attempt(() => {
    at.skip('is', 'are', 'being')
    const left = at.word('left', 'missing', 'omitted', 'removed', 'skipped', 'empty', 'blank')
    return left && (left.text !== 'left' || at.word('out', 'empty', 'blank', 'off')) ? left : undefined
  })
  if (gone && ['leave', 'leaving'].includes(gone.text)) at.word('out', 'empty', 'blank', 'free')
  // `not in the centre` is no place of a grid.
  if (
    !emptied &&
    !(gone && (named || ['leave', 'leaving', 'omit', 'omitting', 'skip', 'skipping'].includes(gone.text)))
  )
    return undefined
  return { kind: 'missing', which: /corner/.test(which.text) ? 'corners' : 'centre' }
})
const HELD_PLACES: ReadonlySet<string> = new Set(['one', 'ones', 'position', 'place', 'spot', 'location'])

/** `49 holes (7 by 7)`: as many as were counted. */
function bracketed(at: Cursor): (SaidPlace & { kind: 'grid' }) | undefined {
  const start = at.place
  at.mark(',')
  const open = at.mark('(')
  const columns = whole(at)
  const each = at.word('row') !== undefined
  if (each ? !at.word('of') : !at.times()) return undefined
  const rows = columns && whole(at)
  if (!columns || !rows || (open && !at.mark(')')) || (!open && !endsHere(at))) return undefined
  let many = false
  for (let back = start - 1; back > start - 12; back--) {
    const item = at.peek(back - at.place)
    if (item?.kind === 'word' && item.plural && (item.entry?.nouns.length ?? 0) > 0) many = true
    if (!many) continue
    if (item?.kind === 'number' && item.unit === undefined && item.value === columns.value * rows.value)
      return each ? { kind: 'grid', columns: rows, rows: columns } : { kind: 'grid', columns, rows }
  }
  return undefined
}
const endsHere = (at: Cursor): boolean => at.item === undefined || at.item.kind === 'mark'

/** `20 mm apart`, `30 x 40 mm spacing`, `spaced 20 mm`, `on 20 mm centres`, `at 25 mm pitch`, `in a 31 mm square pattern`. */
export const spacing = place((at) => {
  const start = at.place
  const on = at.word('in', 'on', 'at')
  at.skip('in', 'on', 'at', 'with', 'a', 'an', 'the', 'then')
  const before =
    at.word('every') ??
    at.wordIf(
      ({ entry, text }) =>
        entry?.role === 'spacing' || text === 'pitch' || text === 'centres' || entry?.role === 'centres',
    )
  // `pattern 58 x 49`; `pattern 4 x 2` are columns and rows.
  const named = before ? undefined : at.word('pattern', 'hole pattern', 'bolt pattern', 'mounting pattern')
  at.skip('of', 'by', 'is', 'at')
  at.mark(':=')
  const x = distance(at)
  if (!x) return undefined
  const y = at.attempt(() => (at.times() ? distance(at) : undefined))
  if (named) return y && Math.min(x.value, y.value) > 12 ? { kind: 'spacing', x, y } : undefined
  if (before) {
    at.wordIf(({ entry }) => entry?.role === 'spacing' || entry?.role === 'centres')
    const across = y ?? at.attempt(acrossToo)
    return { kind: 'spacing', x, ...(across ? { y: across } : {}) }
  }
  at.attempt(() => (at.word('centre') && at.item?.kind === 'word' && at.item.entry?.role ? true : undefined))
  const after = at.wordIf(
    ({ entry, text }) =>
      entry?.role === 'spacing' ||
      entry?.role === 'centres' ||
      text === 'pitch' ||
      text === 'centre' ||
      text === 'on centre',
  )
  // `holes 8 mm spaced 25 mm`: the word is of the number behind it.
  if (after && SPACED.has(after.text) && at.item?.kind === 'number') return undefined
  // `a 30 x 15 centre cutout` is in the middle.
  const next = at.item
  if (after?.text === 'centre' && !after.plural && next?.kind === 'word' && (next.entry?.nouns.length ?? 0) > 0)
    return undefined
  if (after) {
    at.skip('spacing')
    at.wordIf(({ entry }) => entry?.role === 'centres')
    // `in both directions`, `in y`; `9.5 apart in the upright` is where they are.
    at.attempt(() => {
      at.skip('in')
      return at.word('both') && at.word('direction')
    })
    const axis = at.attempt(() => {
      at.skip('in')
      return at.wordIf(({ text }) => AXES.has(text))
    })
    if (axis?.text === 'y') return { kind: 'spacing', y: x }
    const across = y ?? at.attempt(acrossToo) ?? (at.attempt(inSquare) && x)
    if (across) return { kind: 'spacing', x, y: across }
    return { kind: 'spacing', x, ...(/\bend cent/.test(after.text) ? { ends: true } : {}) }
  }
  const regular = at.word('square')
  // `four M3 holes on a 31 mm square`
  const ended = at.item === undefined || at.item.kind === 'mark' || (at.item.kind === 'word' && LINKS.has(at.item.text))
  if (on && regular && ended) return { kind: 'spacing', x, y: y ?? x }
  at.skip('rectangular', 'hole', 'bolt', 'mounting', 'centred')
  const pattern = at.word(...GRIDS)
  // `four holes at 70 x 50`
  if (on && y && !pattern && ended && (holed(at, start) || drawn(at, start))) return { kind: 'spacing', x, y }
  if (!pattern) return undefined
  // `cut out a 30 by 20 rectangle` is one, and no way to place several.
  if (pattern.text === 'rectangle' && !on) return undefined
  if (pattern.text === 'square' && !at.word(...GRIDS)) return undefined
  const square = regular !== undefined || pattern.text.startsWith('square')
  const over = !y && !square && /grid|matrix/.test(pattern.text)
  return { kind: 'spacing', x, ...(y ? { y } : square ? { y: x } : {}), ...(over ? { over } : {}) }
})

const SPACED = new Set(['spaced', 'spacing', 'pitch'])

/** `50 mm either side of the centre`: twice that far apart; `10 mm apart on either side of the middle`: that far. */
export const eitherSide = place((at) => {
  at.skip('at', 'placed', 'set')
  const step = distance(at)
  const apart = step && at.word('apart')
  at.skip('to', 'on', 'out', 'at', 'from')
  if (!at.word('either', 'each', 'both')) return undefined
  if (!at.word('side', 'sides')) return undefined
  if (!at.word('of', 'from')) return undefined
  const pointed = at.word('it', 'that', 'this')
  at.skip('the', 'its')
  const centre = at.wordIf(({ entry }) => entry?.place === 'centre' || entry?.place === 'centreline')
  const hole = at.wordIf(({ entry }) => entry?.nouns.some((key) => key === 'hole' || key === 'cutout') ?? false)
  // `on either side of the middle, 10 mm apart`: a row, whose step is said apart.
  if (!step) return centre && { kind: 'line' }
  if (!pointed && !centre && !hole) return undefined
  return { kind: 'spacing', x: apart ? step : { ...step, value: step.value * 2 }, pair: true }
})

/** `rows 25 mm apart`, `row spacing 60`, `with 15 mm between the columns`. */
export const rows = place((at) => {
  at.skip('with', 'the', 'and')
  const before = at.attempt(() => {
    const step = distance(at)
    return step && at.word('between') ? step : undefined
  })
  at.skip('the')
  const word = at.word('row', 'column')
  if (!word) return undefined
  const across = word.text === 'row'
  if (before) return { kind: 'spacing', ...(across ? { y: before } : { x: before }), between: true }
  // `row spacing 60`
  if (at.wordIf(({ entry, text }) => entry?.role === 'spacing' || text === 'pitch')) {
    at.skip('of', 'is')
    at.mark(':=')
    const named = distance(at)
    return named && { kind: 'spacing', ...(across ? { y: named } : { x: named }), between: true }
  }
  at.skip('are', 'spaced', 'set', 'at', 'being', 'of')
  const step = distance(at)
  if (!step || !at.wordIf(({ entry, text }) => entry?.role === 'spacing' || text === 'pitch')) return undefined
  return { kind: 'spacing', ...(across ? { y: step } : { x: step }), between: true }
})

/** `top row of holes 3, 4 and 5 mm`, `bottom row: 8 and 10 mm`. */
export const namedRow = place((at) => {
  at.skip('the', 'a', 'one')
  const side = at.wordIf(({ entry }) => ROW_SIDES.has(entry?.place ?? ''))
  if (!side || !at.word('row', 'line', 'column')) return undefined
  at.skip('of', 'with', 'has')
  at.mark(':')
  return { kind: 'row', side: side.entry?.place === 'centre' ? 'middle' : (side.entry?.place ?? '') }
})
const ROW_SIDES = new Set(['top', 'bottom', 'front', 'back', 'left', 'right', 'centre'])

/** Holes were spoken of right before. */
function holed(at: Cursor, start: number): boolean {
  for (let place = start - 1; place >= start - 4; place--) {
    const item = at.peek(place - at.place)
    if (item?.kind === 'mark' && ',;:'.includes(item.text)) return false
    if (item?.kind === 'word' && item.plural && item.entry?.nouns.includes('hole')) return true
    // `and 4 on 60 x 60`, `4 more on 60 x 60`
    const led = at.peek(place - 1 - at.place)
    if (item?.kind === 'word' && MORE.has(item.text) && led?.kind === 'number') return true
    if (item?.kind === 'number' && item.unit === undefined && led?.kind === 'word' && JOINS.has(led.text)) return true
  }
  return false
}
const MORE: ReadonlySet<string> = new Set(['more', 'further', 'others'])
const JOINS: ReadonlySet<string> = new Set(['and', 'then', 'plus', 'another', 'other'])

/** `4X Ø8 THRU ON 90 X 50`: holes of a drawing, which nobody calls that; `C'BORE .438 X .25 DP` may stand between. */
function drawn(at: Cursor, start: number): boolean {
  for (let back = 1; back < 14; back++) {
    const [many, sign] = [1, 0].map((step) => at.peek(start - back - step - at.place))
    if (sign?.kind === 'mark' && '.;'.includes(sign.text)) return false
    if (
      sign?.kind === 'mark' &&
      sign.text === '⌀' &&
      (many?.kind === 'times' || (many?.kind === 'word' && many.text === 'x'))
    )
      return true
  }
  return false
}

/** `at the corners of a square with a side of 44 mm`, `in the corners of a 60 x 40 rectangle`. */
export const cornersOfShape = place((at) => {
  if (!at.word('at', 'on', 'in')) return undefined
  at.skip('the', 'four')
  const corner = at.wordIf(({ entry }) => entry?.place === 'corner')
  if (!corner?.plural || !at.word('of')) return undefined
  at.skip('a', 'an', 'imaginary', 'centred')
  const sizes = () => {
    at.skip('with', 'a', 'of', 'sides', 'side', 'length')
    at.wordIf(({ entry }) => entry?.role === 'side' || entry?.role === 'length')
    at.skip('length', 'of', 'sides')
    const x = distance(at)
    return x && { x, y: at.attempt(() => (at.times() ? distance(at) : undefined)) ?? x }
  }
  const first = at.attempt(sizes)
  const named = at.wordIf(({ text, entry }) => GRIDS.includes(text) || RECTANGULAR.has(entry?.flag ?? ''))
  const found = named && (first ?? at.attempt(sizes))
  at.skip('side', 'sides', 'length')
  return found && { kind: 'spacing', ...found }
})
const RECTANGULAR: ReadonlySet<string> = new Set(['square', 'rectangular'])
const LINKS = new Set(['and', 'with', 'plus', 'for', 'centred', 'around', 'about'])

/** behind `31 mm apart`: `in a square`, `in a square pattern`. */
function inSquare(at: Cursor): true | undefined {
  if (!at.word('in', 'on') || !at.word('a')) return undefined
  const square = at.word('square', 'square pattern')
  at.word(...GRIDS)
  return square && true
}

/** behind `30 mm apart`: `along the length and 25 mm across`, `horizontally and 57.2 vertically`. */
function acrossToo(at: Cursor): Quantity | undefined {
  at.attempt(oneWay)
  at.mark(',')
  if (!at.word('and', 'by')) return undefined
  const y = distance(at)
  if (!y) return undefined
  at.skip('apart')
  at.wordIf(({ entry }) => entry?.role === 'spacing')
  return at.attempt(oneWay) && y
}

/** `along the length`, `horizontally`, `side to side`, `in x`; `one way` and `the other`. */
function oneWay(at: Cursor): true | undefined {
  const turn = at.attempt(() => {
    at.skip('in', 'the')
    const one = at.word('other') ?? (at.number()?.text.toLowerCase() === 'one' ? true : undefined)
    const way = at.word('way', 'direction')
    return one && (way || one !== true) ? true : undefined
  })
  if (turn) return true
  if (at.word('lengthwise', 'horizontally', 'sideways', 'crosswise', 'widthwise', 'vertically', 'lengthways'))
    return true
  const pair = at.attempt(() => {
    const first = at.word('side', 'front', 'top', 'up', 'left', 'end')
    return first && at.word('to', 'and') && at.word('side', 'back', 'bottom', 'down', 'right', 'end')
  })
  if (pair) return true
  const led = at.word('in', 'along', 'across', 'down', 'between')
  at.skip('the', 'two', 'each', 'x')
  // `24 mm apart in the row and 20 mm between the rows`
  if (led && at.word('row')) return true
  const named = at.wordIf(
    ({ text, entry }) => AXES.has(text) || ['length', 'width', 'height', 'depth'].includes(entry?.role ?? ''),
  )
  at.skip('direction', 'axis')
  return named || led ? true : undefined
}

/** `in a row along the length`, `in a line`, `evenly spaced along the long side`. */
export const line = place((at) => {
  const evenly = at.wordIf(({ entry }) => entry?.flag === 'evenly')
  at.skip('spaced', 'placed', 'distributed', 'arranged')
  const row = at.attempt(() => {
    at.skip('in', 'a', 'an', 'single', 'straight', 'on', 'one', 'along')
    return at.word('row', 'line', 'straight line')
  })
  const along = at.attempt(alongWhat)
  if (!row && !(evenly && along)) return undefined
  return { kind: 'line', ...(along ? { along } : {}) }
})

function alongWhat(at: Cursor): string | undefined {
  const way =
    at.word('along', 'down', 'across', 'parallel', 'in', 'on', 'over') ??
    at.attempt(() => at.word('aligned', 'oriented', 'line') && at.word('with', 'along'))
  if (!way) return undefined
  // `down the middle` goes somewhere, `in the middle` is there.
  const goes = !['in', 'on', 'over'].includes(way.text)
  at.skip('to', 'the', 'its', 'one', 'full', 'whole', 'entire')
  const long = at.wordIf(({ entry }) => entry?.place === 'long' || entry?.place === 'short')
  const what = at.wordIf(
    ({ text, entry }) =>
      AXES.has(text) ||
      ['length', 'width', 'height', 'depth', 'major-axis', 'minor-axis'].includes(entry?.role ?? '') ||
      entry?.place === 'centreline' ||
      (['edge', 'face'].includes(entry?.place ?? '') && goes) ||
      (entry?.place === 'centre' && goes && way.text !== 'across') ||
      text === 'axis',
  )
  // A rim goes round: it is a place, and no way along.
  if ((!what && !long) || what?.text.endsWith('rim')) return undefined
  // `along the long sides`: beside all of them.
  if (long && what?.plural && way.text === 'along') return undefined
  at.skip('axis', 'direction')
  if (long) return long.entry?.place === 'long' ? 'length' : 'width'
  if (what && AXES.has(what.text)) return what.text
  const role = what?.entry?.role ?? 'length'
  return role === 'major-axis' ? 'length' : role === 'minor-axis' ? 'width' : role
}

/** `going down through the 20 mm`, `through the 40 mm width`: which way it goes, told by a size. */
export const throughSize = place((at) => {
  at.skip('going', 'goes', 'passing', 'passes', 'down', 'straight', 'right')
  if (!at.word('through')) return undefined
  if (!at.word('the')) return undefined
  const same = distance(at)
  if (!same || !/\d/.test(same.number?.text ?? '')) return undefined
  const what = at.wordIf(({ entry }) => ['length', 'width', 'height', 'depth', 'thickness'].includes(entry?.role ?? ''))
  const next = at.item
  const ends =
    next === undefined ||
    next.kind === 'mark' ||
    (next.kind === 'word' && ['and', 'with', 'plus', 'direction', 'way', 'in', 'at', 'from'].includes(next.text))
  at.skip('direction', 'way')
  return what || ends ? { kind: 'along', axis: 'same', same, through: true } : undefined
})

/** `through the thickness`, `right through its whole width`: in on one side, out on the other. */
export const throughIt = place((at) => {
  at.skip('going', 'passing', 'drilled', 'down', 'straight', 'right', 'all', 'way')
  if (!at.wordIf(({ entry }) => entry?.flag === 'through')) return undefined
  at.skip('the', 'its', 'whole', 'full', 'entire')
  const what = at.wordIf(({ entry }) => ['length', 'width', 'height', 'depth', 'thickness'].includes(entry?.role ?? ''))
  return what?.entry?.role && { kind: 'along', axis: what.entry.role, through: true }
})

/** `a slot across it`, `across the middle`: the short way over it. */
function acrossIt(at: Cursor): SaidPlace | undefined {
  if (!at.word('across')) return undefined
  const it = at.word('it')
  if (!it) at.skip('the')
  return (it ?? at.word('middle', 'centre', 'center')) && { kind: 'along', axis: 'width', runs: true }
}

/** `along X`, `lengthwise`, `running the full length`, `across the width`. */
export const along = place((at) => {
  const moves = at.word('running', 'run', 'runs', 'going', 'lying', 'laid')
  at.skip('running', 'going', 'for')
  const turned = at.attempt(turnedBy) ?? at.attempt(acrossIt)
  if (turned) return turned
  const beside = at.item?.kind === 'word' && at.item.text === 'parallel'
  const lies = at.item?.kind === 'word' && ['aligned', 'oriented'].includes(at.item.text)
  const goes = moves !== undefined || beside || lies
  const it = beside && at.attempt(besideIt)
  if (it) return it
  const same = at.attempt(() => {
    at.skip('all', 'right')
    const led = at.word('along', 'across', 'over', 'in')
    at.skip('the', 'its')
    // `spaced along the 100 mm`, `over its full 120 mm length`, `across the 80 mm width`
    const whole = at.word('full', 'whole', 'entire') !== undefined || led?.text === 'along'
    if (!whole && led?.text !== 'across') return undefined
    const number = distance(at)
    const way =
      number &&
      at.wordIf(
        ({ entry, text }) =>
          ['length', 'width', 'height', 'depth'].includes(entry?.role ?? '') ||
          ['side', 'edge', 'direction'].includes(text),
      )
    return whole || way ? number : undefined
  })
  if (same) return { kind: 'along', axis: 'same', same, ...(goes ? { full: true as const } : {}) }
  const full = at.attempt(() => {
    at.skip('along', 'across', 'over')
    at.skip('the', 'its')
    if (!at.word('full', 'whole', 'entire')) return undefined
    const what = at.wordIf(({ entry }) => ['length', 'width', 'height', 'depth'].includes(entry?.role ?? ''))
    return what?.entry?.role
  })
  if (full) return { kind: 'along', axis: full, full: true }
  const axis = at.attempt(alongWhat)
  // `a bore along the centre axis`: an axis is gone along, and nothing is put beside it.
  const last = at.peek(-1)
  const whole = last?.kind === 'word' && last.text === 'axis' && axis === 'length'
  return axis
    ? { kind: 'along', axis, ...(goes ? { runs: true as const } : {}), ...(whole ? { full: true as const } : {}) }
    : undefined
})

/** `parallel to it`, `parallel to that edge`: the edge that was spoken of. */
function besideIt(at: Cursor): SaidPlace | undefined {
  if (!at.word('parallel')) return undefined
  at.skip('to', 'with')
  if (at.word('it')) return { kind: 'along', axis: 'edge', runs: true }
  if (!at.word('that', 'this', 'same')) return undefined
  return at.wordIf(({ entry }) => entry?.place === 'edge') && { kind: 'along', axis: 'edge', runs: true }
}

function turnedBy(at: Cursor): SaidPlace | undefined {
  if (at.word('lengthwise', 'lengthways', 'longitudinally', 'longitudinal'))
    return { kind: 'along', axis: 'length', runs: true }
  if (at.word('crosswise', 'crossways', 'widthwise', 'transversely', 'transverse'))
    return { kind: 'along', axis: 'width', runs: true }
  return undefined
}
