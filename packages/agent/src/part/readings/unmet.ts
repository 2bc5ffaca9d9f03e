import type { Named, Span } from '@hewn/model'
import type { PartAnswer } from '../answer.ts'
import { axialEnd } from '../axial-side.ts'
import { evaluate } from '../formula.ts'
import { FACES } from '../locate.ts'
import { featureOf } from '../registry.ts'
import { realise, type RealisedFeature } from '../realise.ts'

/** Where one of what was made is, and how far from its middle it reaches. */
interface Spot {
  feature: RealisedFeature
  at: readonly number[]
  /** From the middle of its face. */
  onFace: readonly [number, number]
  reach: readonly number[]
}

interface Made {
  words: string
  names: readonly Named[]
  /** Those that are no size of anything. */
  places: readonly Named[]
  spots: readonly Spot[]
  size: readonly number[]
  /** How thick what it stands in is: places inside are counted from there. */
  sheets: readonly number[]
  isRound: boolean
}

/**
 * Places and counts that the words say in so many words, and that none of what was made meets: `15 mm from the bottom` where
 * nothing is 15 mm from anything, `a 10 mm hole` made twice, `in the right leg` where all are left of the middle. What was
 * made is measured, and no reading is asked: it may be the reading that is wrong.
 */
export function unmet(part: PartAnswer): Span[] {
  const made = madeOf(part)
  if (!made) return []
  return [
    ...made.places.flatMap((named) => distances(made, named)),
    ...made.names.flatMap((named) => more(made, named)),
    ...tooMany(made),
    ...elsewhere(made),
  ]
}

/** Of one body; what several are is measured from places of their own. */
function madeOf({ plan }: PartAnswer): Made | undefined {
  const { bodies, problem } = realise(plan)
  const [body, ...others] = bodies
  if (!body || problem || others.length > 0 || plan.bodies.length > 1) return undefined
  const values = Object.fromEntries(plan.names.map(({ name, value }) => [name, value]))
  const value = (formula: string) => evaluate(formula, values)
  const spots = body.features.flatMap((feature) => spotsOf(feature, value))
  const sheets = ['wall', 'floor', 'thickness'].flatMap((slot) => {
    const size = body.body.sizes[slot]
    return size ? [value(size)] : []
  })
  // What lies in it with room around: places of its own are counted from its edges.
  const room = body.body.parts.find(({ kind }) => kind === 'content')?.sizes['room']
  if (room) sheets.push(value(room) + value(body.body.sizes['wall'] ?? '0'))
  const { outline } = body.form
  if (spots.length === 0 || (outline.kind !== 'rectangle' && outline.kind !== 'circle')) return undefined
  const names = plan.names.filter(({ origin, unit }) => origin.from === 'said' && unit === 'mm')
  // What tells a size, or where something is that has no spot (a groove, a keyway), is measured by others.
  const { sizes, parts } = body.body
  const unplaced = body.features.filter((one) => spotsOf(one, value).length === 0).map(({ feature }) => feature)
  const sized = body.features.map(({ feature }) => [feature.sizes, feature.parts])
  const elsewise = JSON.stringify([sizes, parts, unplaced, sized])
  const places = names.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(elsewise))
  return { words: plan.request, names, places, spots, size: body.size, sheets, isRound: outline.kind === 'circle' }
}

function spotsOf(feature: RealisedFeature, value: (formula: string) => number): Spot[] {
  const { u, v } = FACES[feature.face]
  const { sizes } = feature.feature
  const { reach } = feature.form
  if (featureOf(feature.feature.kind)?.manner !== 'spot') return []
  const wide = [reach?.u, reach?.v, sizes['diameter'], sizes['width'], sizes['length']].flatMap((one) =>
    one ? [value(one) / 2] : [],
  )
  return (feature.form.spots ?? feature.located?.spots ?? []).map((spot) => {
    const at = feature.start.map(value)
    at[AXES[u]] = (at[AXES[u]] ?? 0) + spot.u
    at[AXES[v]] = (at[AXES[v]] ?? 0) + spot.v
    return { feature, at, onFace: [spot.u, spot.v], reach: [0, ...wide] }
  })
}
const AXES = { x: 0, y: 1, z: 2 } as const

const SIDE = 'left|right|front|back|rear|top|bottom|upper|lower'
const EDGE = new RegExp(
  `^\\s*(?:(?:in|away|up|down|over|inset|inwards?) )?(?:from|off) (?:the |its |one |each |either |both |that )?(?:(?:(?:${SIDE}|short|long|outer|outside)(?:[- ]hand)? ?)+(?:edge|end|side|face)?|(?:edge|end|side|corner|border|rim)s?)\\b`,
  'i',
)
const APART = /^\s*apart\b(?! in angle)/i
const BESIDE = /^\s*(?:(?:to the )?(?:left|right) of|above|below|(?:down|up)(?! (?:from|to|in|into|through)\b))\b/i

/** A number beside which it says from where it is counted, and that nothing is so far from. */
function distances({ words, spots, size, sheets }: Made, { name, value: said, origin }: Named): Span[] {
  if (origin.from !== 'said') return []
  const behind = words.slice(origin.span[1])
  // `one on either side of the centre, 50 apart`: half of that is how far each is from it.
  const value = name.endsWith('_beside') && APART.test(behind) ? 2 * said : said
  const near = (...far: number[]) => far.some((one) => Math.abs(Math.abs(one) - value) < 0.02)
  const between = () =>
    spots.some((a) =>
      spots.some((b) => {
        const steps = a.at.map((one, axis) => one - (b.at[axis] ?? 0))
        const free = (step: number) =>
          a.reach.map((one) => Math.abs(step) - 2 * one).concat(a.reach.map((one) => Math.abs(step) - one))
        return near(...steps, Math.hypot(...steps), ...steps.flatMap(free))
      }),
    )
  const toEdge = () =>
    spots.some(({ at: [x = 0, y = 0, z = 0], onFace: [u, v], reach }) => {
      const [long = 0, wide = 0, high = 0] = size
      const edges = [long / 2 - x, long / 2 + x, wide / 2 - y, wide / 2 + y, z, high - z, long / 2 - Math.hypot(x, y)]
      const inside = edges.flatMap((one) => [one, ...sheets.map((sheet) => one - sheet)])
      // `from each corner` may be along the diagonal.
      const corner = Math.hypot(long / 2 - Math.abs(u), wide / 2 - Math.abs(v))
      return near(corner, ...inside.flatMap((one) => reach.map((half) => one - half)))
    })
  const toMiddle = () => spots.some(({ onFace, at }) => near(...onFace, ...at))
  const met = EDGE.test(behind)
    ? toEdge() || between()
    : APART.test(behind)
      ? between()
      : BESIDE.test(behind)
        ? between() || toMiddle() || toEdge()
        : true
  return met ? [] : [origin.span]
}

const EACH =
  /\b(?:each|both|every|either|ends|corners|all|per|any|two|three|four|six|eight|sides|legs|arms|flanges|faces|grid|pattern|walls|tabs|wings|lugs|ears|at|circle|pcd|apart|spaced|(?:left|right|front|back|rear) and (?:the )?(?:left|right|front|back|rear))\b/i
const ONE = /\b(?:an?|one|single)\s+(?:[a-z]+[ -]){0,2}(?:[øØ⌀]\s*)?$/i
const HOLE = /^(?:[ -](?:diameter|dia|diam|clearance|through|thru|round|cross))*\.?[ -]+holes?\b/i

/** `a 10 mm hole` that was made in two places. */
function more({ words, spots }: Made, { name, origin }: Named): Span[] {
  if (origin.from !== 'said') return []
  const [from, to] = origin.span
  const made = spots.filter(({ feature: { feature } }) => feature.sizes['diameter'] === name).length
  if (made < 2 || !ONE.test(words.slice(0, from))) return []
  const [noun = ''] = HOLE.exec(words.slice(to)) ?? []
  if (!noun || noun.endsWith('s') || EACH.test(words.slice(Math.max(0, from - 60), to + 90))) return []
  return [[from, to + noun.length]]
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const COUNTED = new RegExp(
  String.raw`(?<![\d.,x×-] ?)\b(${NUMBERS.slice(1).join('|')}|\d\d?(?! ?(?:mm|cm|in\b|x|×|"))) (?:(?!of |with |and |deep |long |wide |for )(?:[a-z]+|[Øø∅⌀]?\d[\d.]*|m\d+|mm|x)[ -]){0,4}?(hole|slot|pocket|pin|post|boss)e?s\b`,
  'gi',
)

/** `two slots …` that were told once, and of which more were made: a place of one of them became one more. */
function tooMany({ words, spots, names }: Made): Span[] {
  const wide = ({ feature: { feature } }: Spot) => {
    const size = feature.sizes['diameter'] ?? feature.sizes['width']
    return names.find(({ name }) => name === size)?.value
  }
  return [...words.matchAll(COUNTED)].flatMap(({ 0: text, 1: many = '', 2: noun = '', index }): Span[] => {
    const again = words.match(new RegExp(String.raw`\b${noun}(?:e?s)?\b`, 'gi')) ?? []
    const count = NUMBERS.includes(many.toLowerCase()) ? NUMBERS.indexOf(many.toLowerCase()) + 1 : Number(many)
    // `twenty 6 mm holes`: the number ahead is the count, and this one is none.
    if (/\b(?:[a-z]+teen|[a-z]+ty|hundred)\s+$/i.test(words.slice(0, index))) return []
    const kind = /pin|post|boss/i.test(noun) ? 'pad' : noun.toLowerCase()
    const alike = spots.filter(({ feature }) => feature.feature.kind === kind)
    // Of those that are as wide as each other: a bore is another thing than the holes around it.
    const made = Math.max(0, ...alike.map((one) => alike.filter((other) => wide(other) === wide(one)).length))
    const spread =
      /\b(?:each|every|both (?:the )?(?:[a-z]+ ){0,2}(?:sides?|ends|faces|legs|walls|edges|flanges|arms)|per|either|rows?|grid|pattern|array|matrix|columns?|omit\w*|except|missing|another|more|further|plus|also|(?<=(?:leg|arm|flange|upright|and),? )(?:one|two|three|four|[1-9]) (?:at|near))\b/i.test(
        words,
      )
    return again.length > 1 || spread || made <= count ? [] : [[index, index + text.length]]
  })
}

const PLACE = new RegExp(
  `\\b(?:on|in|at|near|into|through) (?:the |its )?(?:(?:top|bottom|upper|lower) )?(${SIDE})(?:[- ]hand)? (?:side|half|wall|leg|arm|edge|corner|face|end|flange|surface)\\b(?! of| edge)`,
  'gi',
)

/** `a 6 mm hole in the right leg`, and none of them is on that side. */
function elsewhere({ words, names, spots, size, isRound }: Made): Span[] {
  const holes = spots.filter(({ feature }) => feature.feature.kind === 'hole')
  const starts = names.map(({ origin }) => ('span' in origin && origin.span ? origin.span[0] : 0))
  return names.flatMap(({ name, origin }) => {
    const mine = holes.filter(({ feature }) => feature.feature.sizes['diameter'] === name)
    if (origin.from !== 'said' || mine.length === 0) return []
    const widths = new Set(holes.map(({ feature }) => feature.feature.sizes['diameter']))
    const next = names.find((one, index) => (starts[index] ?? 0) > origin.span[0] && widths.has(one.name))
    const until = next && 'span' in next.origin && next.origin.span ? next.origin.span[0] : words.length
    const [clause = ''] = /^(?:[^.;,\n]|[.,](?=\d)|, ?(?=(?:on|in|at|near|into|through) ))*/.exec(
      words.slice(origin.span[1], until),
    ) ?? ['']
    return [...clause.matchAll(PLACE)].flatMap(({ 0: text, 1: side = '', index }): Span[] => {
      const start = origin.span[1] + index
      // What lies flat has a front and a back that are its top and its bottom.
      if (FRONT.test(side) && (isRound || /face|surface/i.test(text))) return []
      // What is round stands on its left end.
      if (isRound && / end$/i.test(text) && mine.some(({ feature }) => feature.face === axialEnd(side.toLowerCase())))
        return []
      return mine.some((spot) => isOn(side.toLowerCase(), spot, size)) ? [] : [[start, start + text.length]]
    })
  })
}

const FRONT = /front|back|rear/i

/** On that side of the middle; what lies flat has its top where its back is. */
function isOn(side: string, { at: [x = 0, y = 0, z = 0], feature: { face } }: Spot, size: readonly number[]): boolean {
  const high = size[2] ?? 0
  switch (side) {
    // The legs of what runs from left to right are its front and its back.
    case 'left':
      return x < -0.01 || face === 'front'
    case 'right':
      return x > 0.01 || face === 'back'
    case 'front':
      return y < -0.01
    case 'back':
    case 'rear':
      return y > 0.01
    case 'top':
    case 'upper':
      return face === 'top' || y > 0.01 || z > high / 2
    default:
      return face === 'bottom' || y < -0.01 || z < high / 2
  }
}
