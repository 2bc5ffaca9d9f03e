import type { Stage } from './stages.ts'

// Where each stretch is, and what is left for the one that nobody measured.

/** In one line, from the bottom up; nothing, where they do not make one part. */
export function inOrder(stages: readonly Stage[], from: string | undefined): string | undefined {
  const told = stages.filter(({ bore }) => !bore)
  const whole = wholeOf(
    told,
    stages.some(({ bore }) => bore),
  )
  if (!whole) return undefined
  const { total, steps, asides } = whole
  const bores = stages.filter(({ bore }) => bore)
  if (steps.length === 0 || (steps.length < 2 && bores.every(({ long }) => long === undefined))) return undefined
  const line = lined(steps)
  if (!line) return undefined
  // What is told of its point first stands on its other end.
  const pointed = line[0]?.point === true
  if (line.some(({ point }, index) => point && index !== 0 && index !== line.length - 1)) return undefined
  const besides = bores.length > 0 || stages.some((one) => one.asides.length > 0)
  if (pointed && (besides || line.at(-1)?.point)) return undefined
  const downward = pointed || /top|right/.test(from ?? '')
  const open = line.filter(({ long }) => long === undefined)
  if (open.length > (total === undefined ? 0 : 1) || open.some(({ end }) => end === 'both')) return undefined
  if (open.length === 0 && total !== undefined && !near(sum(line), valueOf(total))) return undefined
  if (open.length > 0 && sum(line) >= valueOf(total)) return undefined
  const holes = bored(bores, line, downward ? 'top' : from)
  if (holes === undefined) return undefined
  const amid = open.some(({ rest }) => rest)
  const written = (downward ? line.toReversed() : line).map(
    ({ wide, narrow, taper, point, long, end, middle, name, asides: own }) =>
      `${point ? 'cone' : taper ? 'tapered section' : middle && long && amid ? 'collar' : NAMED.test(name ?? '') ? name : 'step'} ⌀ ${wide}${narrow ? ` top diameter ${narrow}` : ''}${long ? ` x ${long} long` : ''}${end === 'both' ? ' at each end' : ''}${middle && long && amid ? ' in the middle' : ''} ${own.map((one) => `, ${one} `).join('')}`,
  )
  return [...(total ? [`${total} overall `] : []), ...written, ...holes, ...asides].join(', ')
}

/** What is said of all of it: how long it is, and how wide where nothing else is said. */
function wholeOf(
  told: readonly Stage[],
  hasBore: boolean,
): { total: string | undefined; steps: Stage[]; asides: string[] } | undefined {
  const steps = told.map((one) => ({ ...one }))
  const totals = steps.filter((one) => one.total && one.long !== undefined)
  const [said, ...more] = totals
  if (more.length > 0) return undefined
  let total = said?.long
  if (said) delete said.long
  // `80 long: 20 at one end for 15, …`: a length alone is of all of it.
  const lone = steps.filter((one) => one.wide === undefined && one.long !== undefined && isPlain(one))
  if (lone.length > 1 || (lone.length > 0 && total !== undefined)) return undefined
  // `200 long, 20 dia in the middle, 15 dia journals at each end`: those may stand out of it.
  const standing = steps.some(({ end, endFirst, name }) => end === 'both' && !endFirst && name !== undefined)
  if (lone.length > 0 && standing && steps.some(({ middle }) => middle)) return undefined
  total ??= lone[0]?.long
  let left = steps.filter((one) => !(one.wide === undefined && (one === lone[0] || one === said)))
  // `50 outside, 200 long, the ends turned to 20`: what is turned down is within it.
  const [base, ...others] = left
  const [where] = others.filter(({ end, middle }) => end !== undefined || middle)
  const own = OWN.test(base?.name ?? '')
  if (base && isPlain(base) && !own && where && others.every(isWithin)) {
    if (base.long !== undefined && total !== undefined) return undefined
    total ??= base.long
    delete base.long
    base.rest = true
  }
  // Whether what is there is within its length, nobody said.
  else if (base && isPlain(base) && !own && base.long !== undefined && total === undefined) {
    const beside = others.every(({ end, middle }) => end ?? middle)
    const amid = others.some(({ middle }) => middle)
    if (where && beside && (amid || valueOf(where.wide) < valueOf(base.wide))) return undefined
    if (others.some((one) => one.within && !one.end && !one.middle && !one.next && !one.rest)) return undefined
  }
  if (
    left.some(
      ({ wide, several, end, taper, next, point }) =>
        (wide === undefined && !point) || (several && !end) || (taper && !point && (!next || end)),
    )
  )
    return undefined
  // One width and one length.
  if (left.length === 1 && left[0] && left[0].long === undefined && left[0].end === undefined) {
    left = [{ ...left[0], ...(total === undefined ? {} : { long: total }), rest: false }]
    total = undefined
  }
  const asides = steps.filter((one) => !left.includes(one) && one !== base).flatMap((one) => one.asides)
  // A flange of what is bored is within its length, or behind it.
  const rims = left.filter(({ name = '', next, end }) => RIM.test(name) && !next && end !== 'bottom')
  if (left.length === 2 && rims.length === 1 && hasBore && total === undefined) return undefined
  return { total, steps: left, asides }
}

/** What is called so is one stretch, and not all of it. */
const OWN = /^(?:body|barrel|drum|hub|head|flange|collar|disc|disk|base|knob|boss)$/
/** As a piece of what is turned, and never as a part of its own. */
const NAMED = /^(?:head|shank|stem|neck|shoulder|flange|spigot|journal|collar|rim)$/
const RIM = /^(?:flange|head|rim|lip|collar)$/
/** Nothing was said of where it is. */
export const isPlain = ({ end, rest, middle, next, within, through, taper }: Stage): boolean =>
  !end && !rest && !middle && !next && !within && !through && !taper
const isWithin = ({ end, within, endFirst, middle, rest }: Stage): boolean =>
  (within === true || endFirst === true) && (end !== undefined || (middle === true && !rest))

/** From the bottom up. */
function lined(steps: readonly Stage[]): Stage[] | undefined {
  const both = steps.filter(({ end }) => end === 'both')
  const inner = steps.filter((one) => !both.includes(one) && (one.rest || one.middle))
  const others = steps.filter((one) => !both.includes(one) && !inner.includes(one))
  const [middle, more] = inner
  // `12 at both ends, a collar of 24 in the middle, otherwise 16`
  if (more)
    return inner.length === 2 && others.length === 0 && both.length < 2 ? [...both, ...collared(inner)] : undefined
  if (both.length > 0) {
    const [main] = [...inner, ...others]
    return main && steps.length === 2 ? [main, ...both] : undefined
  }
  const lows = others.filter(({ end }) => end !== undefined && !HIGH.has(end))
  const highs = others.filter(({ end }) => end !== undefined && HIGH.has(end))
  const plain = others.filter(({ end }) => end === undefined)
  if (lows.length === 0 && highs.length === 0 && !middle) return carried(steps)
  if (!middle) return carried([...lows, ...plain, ...highs])
  // `… and a collar between them`: of what is told by its turn, the rest is where it was told.
  if (plain.length === 2 && !middle.rest)
    return carried([...lows, ...plain.slice(0, 1), middle, ...plain.slice(1), ...highs])
  const before = plain.filter((one) => steps.indexOf(one) < steps.indexOf(middle))
  return carried([...lows, ...before, middle, ...plain.filter((one) => !before.includes(one)), ...highs])
}

/** What is in the middle of what is left on both sides of it. */
const collared = (inner: readonly Stage[]): Stage[] =>
  inner.toSorted((a, b) => Number(a.long !== undefined) - Number(b.long !== undefined))

const HIGH: ReadonlySet<string> = new Set([
  'last',
  'other',
  'opposite',
  'right',
  'top',
  'upper',
  'far',
  'small',
  'smaller',
  'thin',
  'narrow',
  'front',
])

/** A taper begins as wide as what is before it. */
function carried(steps: readonly Stage[]): Stage[] | undefined {
  const line = steps.map((one) => ({ ...one }))
  for (const [index, one] of line.entries()) {
    if (!one.taper) continue
    if (one.narrow !== undefined) continue
    if (one.point) {
      const beside = line[index - 1] ?? line[index + 1]
      one.wide ??= beside?.narrow ?? beside?.wide
      if (one.wide === undefined) return undefined
      continue
    }
    const before = line[index - 1]
    const wide = before?.narrow ?? before?.wide
    if (wide === undefined || one.wide === undefined) return undefined
    one.narrow = one.wide
    one.wide = wide
  }
  return line
}

/** Each bore as deep as it is from its end, the last one through. */
function bored(bores: readonly Stage[], line: readonly Stage[], from: string | undefined): string[] | undefined {
  const made: string[] = []
  const deep = new Map<string, number>()
  let last = from ?? 'one'
  for (const [index, one] of bores.entries()) {
    const { wide, long, through, rest, middle, taper, end = '', endSaid = '', asides, next, within } = one
    if (wide === undefined || taper || one.total) return undefined
    const behind = asides.map((aside) => `, ${aside}`).join('')
    if (through || rest || middle || long === undefined) {
      if (long !== undefined && !rest) return undefined
      // One that has no depth is the last one told, or goes through.
      if (!through && !rest && !middle && bores.some((other) => other !== one && other.long === undefined))
        return undefined
      made.push(`with a ${wide} through hole${behind}`)
      continue
    }
    if (end === 'both') {
      const faces = /\bfaces?\b/i.test(endSaid) ? 'both faces' : /\bsides?\b/i.test(endSaid) ? 'both sides' : 'each end'
      made.push(`with a ${wide} hole ${long} deep from ${faces}${behind}`)
      continue
    }
    const own = end === '' || end === 'same' || end === 'that' || end === 'first' || end === 'last' ? last : end
    if (end === '' && index > 0 && !next && !within && deep.has(last)) return undefined
    const before = deep.get(own) ?? 0
    const depth = before + valueOf(long)
    deep.set(own, depth)
    last = own
    const said = before === 0 ? long : amount(depth, long)
    if (said === undefined) return undefined
    made.push(`with a ${wide} hole ${said} deep from ${sideOf(own, line)}${behind}`)
  }
  return made
}

function sideOf(end: string, line: readonly Stage[]): string {
  // `in the flat top` of a plumb bob: nobody drills its point.
  if (line.at(-1)?.point && end === 'top') return 'the other end'
  if (/^(?:one|top|front|right|upper|near|head|this|left|pointed)$/.test(end))
    return end === 'left' ? 'the other end' : 'one end'
  if (/^(?:other|opposite|bottom|lower|far|back|rear|flat|blunt)$/.test(end)) return 'the other end'
  const [low, high] = [valueOf(line[0]?.wide), valueOf(line.at(-1)?.narrow ?? line.at(-1)?.wide)]
  const wide = /^(?:large|larger|big|bigger|fat|thick)$/.test(end)
  return low > high === wide ? 'the other end' : 'one end'
}

const sum = (line: readonly Stage[]): number =>
  line.reduce((all, { long, end }) => all + (long === undefined ? 0 : valueOf(long) * (end === 'both' ? 2 : 1)), 0)
const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6

/** In millimetres, or in the unit that all have. */
function valueOf(said = ''): number {
  const [, whole = '', half, up, down, unit = ''] =
    /^(\d*\.?\d+)??(?:(^|[ -])?(\d+)\/(\d+))? ?(mm|cm|in(?:ch(?:es)?)?|")?$/.exec(said.trim()) ?? []
  void half
  const number = Number(whole || 0) + (down ? Number(up) / Number(down) : 0)
  return number * (/^(?:in|")/.test(unit) ? 25.4 : unit === 'cm' ? 10 : 1)
}

/** What was worked out, as the other was written. */
function amount(value: number, like: string): string | undefined {
  const unit = /[a-z"]+$/i.exec(like)?.[0] ?? ''
  return unit === '' || unit === 'mm' ? `${Math.round(value * 1e6) / 1e6}${unit && ` ${unit}`}` : undefined
}
