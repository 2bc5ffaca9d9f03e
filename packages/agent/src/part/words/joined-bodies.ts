import type { Span } from '@hewn/model'
import { marked, unmarked } from './marked.ts'
import { isBacked } from './upright-words.ts'
import { type Length, lengthAt, type ToldBody, type ToldWork, toldBodies } from './told-bodies.ts'

// A second body on the first, each called by any noun: what it is its sizes tell, and where it is the words around them.

/** The same request in words of ours. */
interface Joined {
  text: string
  back: (at: Span) => Span
  /** A height or a length of it was counted from elsewhere, as others may not read it. */
  counted: boolean
  /** Other readings know more of it: it is the last of them. */
  late: boolean | 'turned'
}

/** A body as it is made, along x, y and z as it stands. */
interface Made {
  told: ToldBody
  noun: 'plate' | 'block' | 'disc' | 'cylinder' | 'tube'
  /** `block 40 x 30 x 25`, as high as that. */
  text: (high: Length) => string
  size: [Length, Length, Length]
  high: Length
  /** In the middle of what it stands on. */
  centred?: boolean
  /** On which end of what is round. */
  ends?: 'top' | 'bottom' | 'both'
  /** It and where it is, as it is written. */
  as: string
}

/** What other readings know more of: these are no blocks and no rounds. */
const ELSE =
  /\b(?:[lutzcj][- ]?(?:shaped?|brackets?|sections?|profiles?)|hollow|hexagon\w*|hex|octag\w*|triang\w*|taper\w*|cones?|conical|dom(?:e|ed)|balls?|spher\w*|hemispher\w*|pyramids?|torus|bent|bend|bends|folded|curved|arc|half|boxe?s|box|trays?|case|enclosure|bin|pot|cup|jar|gear|teeth|tooth|spokes?|spring|oval|ellip\w*|angled?|degrees?|tilted|slop\w*|dovetail|wedge|separate|loose|two parts|sheet metal|legs?|stairs?|steps?|stepped|tiers?|tiered|terrace\w*|layers?|ribs?|gussets?|dividers?|compartments?|turned up|lip|every)\b|°/i

/** A request that tells bodies on one another, with each of them as what its sizes make; nothing, where it is not. */
export function inJoined(text: string): Joined | undefined {
  const title = titleOf(text)
  if (ELSE.test(text.slice(0, title).replace(FOR, '')) || ELSE.test(text.slice(title)) || isBacked(text))
    return undefined
  const told = toldBodies(text, title)
  if (!told) return undefined
  const bodies = told.filter((one): one is ToldBody => one.is === 'body')
  for (const { sizes, bare } of bodies) if (sizes.out) bare.push(sizes.out)
  for (const { sizes } of bodies) delete sizes.out
  const shared = bodies.find(({ noun }) => noun === '')
  const named = bodies.filter((one) => one !== shared)
  if (named.length < 2 || named.length > 4) return undefined
  // `a cylinder 60 wide on top of a wider one`: the other one is what it stands on.
  const order = [...named]
  for (let at = 0; at + 1 < order.length; at++) {
    const [one, next] = [order[at], order[at + 1]]
    if (at > 0 || !one || !next || !ON_NEXT.test(one.place)) continue
    order.splice(0, 2, next, one)
    one.place = one.place.replace(ON_NEXT, DOWN.test(one.place) ? 'below' : 'on top')
  }
  for (const one of order)
    for (const other of order) {
      const [long, { wide, high }] = [other.sizes.long, one.sizes]
      // `lower part 50 wide 12 high, upper part 24 wide 10 high, 60 long`: both of them.
      const flat = wide && high && Object.keys(one.sizes).length === 2 && one.chain.length === 0
      if (flat && long && other.sizes.wide && other.sizes.high) one.sizes.long = long
    }
  // `a plug 1 x 3/4 under a head 1 1/4 x 1/8`: as round as each other.
  if (order.some(({ noun, sizes }) => sizes.outer ?? ROUND.test(noun)))
    for (const one of order) if (one.chain.length === 2 && !hasOthers(one)) one.adjectives.push('round')
  if (shared && !share(shared, order)) return undefined
  const [first, ...others] = order
  const bored = told.some((one) => one.is === 'work' && isBore(text.slice(...one.at)))
  const rest = first && without(first, others)
  const base = rest && madeOf(rest, undefined, 'x', bored)
  if (
    !first ||
    !base ||
    first.count !== 1 ||
    MORE.test(first.noun) ||
    (first.place.trim() !== '' && !LIES.test(first.place))
  )
    return undefined
  const works = told.filter((one): one is ToldWork => one.is === 'work')
  let made: Made[] = [{ ...base, as: base.text(base.high) }]
  for (const one of others) {
    const guest = guestOf(one, made, bored)
    if (!guest) return undefined
    made = [...made, guest]
  }
  const said = ({ at }: ToldWork) => text.slice(...at)
  const inner = new Set(named.flatMap(({ sizes }) => sizes.inner?.text ?? []))
  // `a tube 42 inside around a 42 hole`
  const alike = (one: ToldWork) => inner.has(/^(?:an? )?([\d.]+(?: ?mm)?) hole$/i.exec(said(one))?.[1] ?? '')
  const bores = works.filter((one) => isBore(said(one)) || alike(one))
  // What is in its way is bored too; whether a block over a hole is, is another question.
  const holes = bores.flatMap((one) => {
    const size = SIZE.exec(said(one))
    return size ? [lengthAt(size[0], one.at[0] + size.index)] : []
  })
  const turned = onOneAxis(made, works.filter((one) => !bores.includes(one)).map(said), holes)
  // Of what is turned the other readings know much, and not where else its lengths may be counted from.
  if (turned) return { ...unmarked(turned), counted: isCounted(named), late: isCounted(named) ? false : 'turned' }
  // What a tube goes round is as wide as the tube: a hole of its own, in what that one stands on.
  const outer = made.some(({ told: { sizes } }) => sizes.inner?.value === holes[0]?.value) ? [] : bores
  const covered = made.some(({ noun, centred }) => noun === 'block' && centred)
  if (bores.length > 1 || (covered && bores.some((one) => !ALL.test(said(one))))) return undefined
  const firstAt = told.findIndex((one) => one.is === 'body' && one !== shared)
  if (works.some((one) => told.indexOf(one) < firstAt)) return undefined
  // Whether what a tube stands on is open under it, others may know.
  const open = made.some(({ told: one, ends }) => one.sizes.inner && ends === 'top')
  if (open && !base.told.sizes.inner && bores.length === 0) return undefined
  const nouns = new Map(made.map((one) => [one.told.noun, one.noun]))
  const written: { text: string; at: Span }[] = []
  const put = (work: ToldWork) =>
    written.push({ text: `${work.stop ? ' ; ' : ' , '}${worked(said(work), work.at[0], nouns)}`, at: work.at })
  // `four holes in the corners`: of what is below, where no other body is named.
  const guests = made.slice(1).map((one) => new RegExp(String.raw`\b${one.told.noun}\b`, 'i'))
  const isBelow = (work: ToldWork) => CORNERS.test(said(work)) && !guests.some((noun) => noun.test(said(work)))
  const cornered = base.noun === 'plate' ? works.filter(isBelow) : []
  for (const { told: one, as } of made) {
    written.push({ text: as, at: one.at })
    if (one === base.told) cornered.forEach(put)
    // What is told behind a body is done to it or to all of it.
    for (const work of told.slice(told.findIndex(({ at }) => at === one.at) + 1)) {
      if (work.is === 'body') break
      if (!outer.includes(work) && !cornered.includes(work)) put(work)
    }
  }
  for (const one of outer)
    for (const hole of holes)
      written.push({ text: ` , a ${marked(hole)} hole through everything in the middle`, at: one.at })
  return {
    ...unmarked(written),
    counted: isCounted(named),
    late: works.some((one) => EDGED.test(said(one))),
  }
}

const CORNERS = /\bcorners?\b/i
const hasOthers = ({ sizes, bare }: ToldBody): boolean => Object.keys(sizes).length + bare.length > 0

const isCounted = (bodies: readonly ToldBody[]): boolean =>
  bodies.some((one) => one.overall || one.within !== undefined)

const EDGED = /\b(?:fillet|chamfer|bevel|round|radius|radii|edge|rim)\w*|\bR\d/i
const UPON = /^(?:upright|upper|top|lower|bottom|hub|boss|head)$/i
const SIZE = /(?:\d[\d.]*(?: \d+)?(?:\/\d+)?|\.\d+)(?: ?(?:mm|cm|in)\b| ?["”])?/
const ALL = /\b(?:all the way|both|everything|all|whole|entire|lot)\b/i
/** One hole of one size down its middle, and no more than that. */
const isBore = (text: string): boolean =>
  /\b(?:bore|hole)\b/i.test(text) &&
  (text.match(new RegExp(SIZE, 'g')) ?? []).length === 1 &&
  !/\b(?:tapped|deep|blind|counter\w*|cross|side|front|left|right|edges?|corners?|end|threaded|square|hex)\b/i.test(
    text,
  ) &&
  /\bbore\b|\b(?:cent(?:er|re|ral)|middle)\b|through (?:it all|both|everything|all)|all the way/i.test(text)

const ON_NEXT = /(?:\b(?:on|under|below|beneath|above|over|atop)(?: top)?(?: of)?)$/i
const DOWN =
  /\b(?:below|under|underneath|beneath|underside|(?:goes|going|fits|fitting|drops|dropping|plugs) (?:in|into|inside))\b/i
const LIES = /^(?:flat|lying|lower|bottom|base|at|the|below|on|standing|vertical|upright|solid| )+$/i

/** What a part is called, or what it is for, with nothing of its own. */
function titleOf(text: string): number {
  const [title] = /^[^:;.]*:(?= )/.exec(text) ?? []
  if (title && !/\d/.test(title.replace(FOR, ''))) return title.length
  return 0
}
const FOR = /\b(?:for|to fit|to close|in|into|over)\b.*$/i

/** A size that all of them have. */
function share({ sizes }: ToldBody, bodies: readonly ToldBody[]): boolean {
  const entries = Object.entries(sizes) as [keyof ToldBody['sizes'], Length][]
  if (entries.length !== 1) return false
  for (const [measure, length] of entries)
    for (const body of bodies) {
      if (body.sizes[measure]) return false
      body.sizes[measure] = length
    }
  return true
}

export const ROUND =
  /^(?:plugs?|stems?|spigots?|pegs?|pins?|bosse?s?|hubs?|dis[ck]s?|rods?|studs?|cylinders?|dowels?|knobs?|shafts?|journals?|button|collars?|rims?|flange|mandrel|spindle)$/i
const ROUNDED = /^(?:round|circular|cylindrical)$/i
const HOLLOW = /^(?:tubes?|pipes?|rings?|sleeves?|collars?|rims?|skirts?|stubs?)$/i

/** What its sizes make of it; `out`: how it stands out of what it is on. */
function madeOf(
  told: ToldBody,
  out: 'up' | 'out' | undefined = undefined,
  along: 'x' | 'y' = 'x',
  bored = false,
): Made | undefined {
  const { sizes, chain, bare, noun, adjectives } = told
  const { outer, inner, wall, long, wide, high, thick, deep, square } = sizes
  if (wall) return undefined
  const round = outer !== undefined || adjectives.some((one) => ROUNDED.test(one)) || ROUND.test(noun)
  const depths = [high, long, thick, deep].filter((one) => one !== undefined)
  if (outer || inner || (round && chain.length < 3 && !square)) {
    const left = [...chain, ...bare]
    const across = outer ?? (wide && chain.length + bare.length === 0 ? wide : left.shift())
    const tall = depths.length === 1 ? depths[0] : depths.length === 0 ? left.shift() : undefined
    if (!across || !tall || left.length > 0 || (wide && across !== wide)) return undefined
    if (outer && !inner && !bored && HOLLOW.test(noun) && !/^(?:collar|stub)s?$/i.test(noun)) return undefined
    const size: Made['size'] = [across, across, tall]
    if (inner)
      return {
        told,
        noun: 'tube',
        text: (up) => `tube ${marked(across)} OD, ${marked(inner)} ID, ${marked(up)} high`,
        as: '',
        size,
        high: tall,
      }
    const flat = tall.value * 2 < across.value && out === undefined
    const name = flat ? 'disc' : 'cylinder'
    return {
      told,
      noun: name,
      text: (up) => `${name} ${marked(across)} diameter, ${marked(up)} ${flat ? 'thick' : 'high'}`,
      size,
      high: tall,
      as: '',
    }
  }
  if (inner) return undefined
  const size = sidesOf(told, out, along)
  if (!size) return undefined
  const [x, y, z] = size
  const name = out === undefined ? 'plate' : 'block'
  return {
    told,
    noun: name,
    text: (up) => `${name} ${marked(x)} x ${marked(y)} x ${marked(up)}`,
    size,
    high: z,
    as: '',
  }
}

/** Along x, y and z. */
function sidesOf(
  { sizes, chain, bare }: ToldBody,
  out: 'up' | 'out' | undefined,
  along: 'x' | 'y',
): Made['size'] | undefined {
  const { long, wide, high, thick, deep, square } = sizes
  const named = Object.values(sizes).length
  const [a, b, c, ...more] = [...(square ? [square, square] : []), ...chain]
  if (bare.length > 0 || more.length > 0) return undefined
  if (a && b && c && out === 'out' && c.value < a.value)
    return named === 0 && b.value <= a.value ? [b, c, a] : undefined
  if (a && b && c) return named === (square ? 1 : 0) ? [a, b, c] : undefined
  const [only, ...others] = [high, thick, deep, long].filter((one) => one !== undefined)
  if (a && b) return only && others.length === 0 && !wide ? [a, b, only] : undefined
  if (a || named !== 3) return undefined
  if (high) {
    if (long && wide) return [long, wide, high]
    if (long && (thick ?? deep)) return placedAlong(long, (thick ?? deep) as Length, high, along)
    if (wide && thick) return out === undefined ? [wide, high, thick] : placedAlong(wide, thick, high, along)
    if (wide && deep) return [wide, deep, high]
    return undefined
  }
  if (long && wide && thick) return out === 'out' ? [wide, thick, long] : [long, wide, thick]
  if (wide && deep && thick) return [wide, deep, thick]
  return long && wide && deep ? [long, wide, deep] : undefined
}

const placedAlong = (wide: Length, thick: Length, high: Length, along: 'x' | 'y'): Made['size'] =>
  along === 'x' ? [wide, thick, high] : [thick, wide, high]

const EDGE =
  /\b(?:flush (?:with|to|at|on)|at|along|on|against|from) (?:the |its |one |one of the )?(?:(left|right|front|back|rear|short|long|other)(?:[- ]hand)?(?: short| long)?) ?(?:edge|end|(?<=\b(?:flush|along|edge|short|long)\b.{0,24})side|(?<=\balong\b.{0,16})(?=$| ?[.,;]| (?:under|below|on|of|underneath)\b))\b/i
const FACE = /\b(?:on|from|out of|to) (?:the |its )?(left|right|front|back|rear)(?:[- ]hand)? face\b/i
const SIDE = /\b(?:left|right|front|back|rear|side|face)\b/i
const ONE_END = /\b(?:at|flush with|on) (?:the |one |its )?(?:end|one end)\b(?! of\b)/i
const BOTH =
  /\b(?:at|on|from|of|to) (?:both|each|either)(?: of (?:the|its))? (?:short |opposite )?ends?\b|\b(?:at|on) the (?:two )?ends\b|\bleft and right (?:ends|edges|sides)\b|\beach end\b/i
const OUT = /\b(?:sticks?|sticking|projects?|projecting|protrud\w*|reach\w*|extend\w*|out)\b/i
/** All that may be said of a place, beside what is read of it. */
export const PLACE_WORDS =
  /\b(?:on|onto|atop|top|topmost|bore|opening|goes|drops|plugs|inside|underside|underneath|under|below|beneath|above|upper|lower|bottom|around|the|of|it|that|this|its|middle|cent(?:re|er)|central|centrally|cent(?:re|er)e?d|dead|concentric|coaxial|flush|with|to|in|into|at|from|out|up|upwards|upright|vertical|vertically|is|are|there|standing|stands?|sits?|sitting|rests?|rises?|rising|sticks?|sticking|projects?|projecting|comes?|coming|goes|going|placed|put|mounted|joined|attached|fixed|set|drops|dropping|fits|face|surface|edges?|ends?|sides?|left|right|front|back|rear|short|long|one|both|each|two|hole|square|squarely|as|and|an?|down|downwards|along|whole|full|length|width)\b/gi

/** All of them round and on one axis: stretches of one turned part. */
function onOneAxis(
  made: readonly Made[],
  works: readonly string[],
  bores: readonly Length[],
): { text: string; at: Span }[] | undefined {
  if (!made.every(isRound) || works.length > 0) return undefined
  const tubes = made.flatMap(({ told: { sizes } }) => sizes.inner ?? [])
  const [bore = bores[0]] = tubes
  // A tube on a disc is closed by it.
  if (bores.some(({ value }) => value !== bore?.value) || tubes.some(({ value }) => value !== bore?.value))
    return undefined
  if (tubes.length > 0 && tubes.length < made.length && bores.length === 0) return undefined
  const stretches: { text: string; at: Span }[] = []
  for (const { size, high, told, ends } of made) {
    if (stretches.length > 0 && !ends) return undefined
    const step = { text: ` , step ⌀ ${marked(size[0])} , ${marked(high)} long`, at: told.at }
    if (ends === 'bottom' || ends === 'both') stretches.unshift(step)
    if (ends !== 'bottom') stretches.push(step)
  }
  const [first] = stretches
  if (!first) return undefined
  const hole = bore ? [{ text: ` , a ${marked(bore)} hole through the middle`, at: first.at }] : []
  return [{ text: 'stepped shaft', at: first.at }, ...stretches, ...hole]
}

/** `a ribbed tower`: what is told of its shape beside its sizes is not known here. */
const SHAPED = /(?:[^aeiou]ed|al|ic|ical|ar|shaped|like|oid|ular)$|\d/i
export const isShaped = (adjective: string): boolean => SHAPED.test(adjective)
/** `handles`: how many, nobody said. */
const MORE = /(?:[^s]s|ches|sses)$/i
const isRound = ({ noun }: Made): boolean => noun === 'disc' || noun === 'cylinder' || noun === 'tube'

/** A body on those before it, told in the words that are read everywhere. */
function guestOf(told: ToldBody, made: readonly Made[], bored: boolean): Made | undefined {
  const { noun, adjectives } = told
  const [base] = made
  if (!base || told.count > 2 || adjectives.some(isShaped)) return undefined
  const place = `${told.place} ${/^(?:lower|bottom)$/i.test(noun) ? 'below' : ''}`
  const host = hostOf(place, made) ?? base
  const edge = EDGE.exec(place)
  const axial = isRound(host) && host.size[2].value * 1.5 > host.size[0].value
  // `with a collar in the middle`: half way up, and not on its end.
  if (axial && AROUND.test(noun) && MIDWAY.test(place) && !UPWARD.test(place)) return undefined
  const face = FACE.exec(place)?.[1]
  const side = axial ? undefined : sideOf(edge?.[1], host)
  const both = BOTH.test(place)
  const end = side ?? (!axial && (both || ONE_END.test(place)) ? 'left' : undefined)
  if (both ? told.count > 2 : told.count === 2 || MORE.test(noun)) return undefined
  const out = OUT.test(place) ? 'out' : 'up'
  const across = told.sizes.wide?.value
  // As wide as what it stands on is deep: across it.
  const fits = !end && across === host.size[1].value && across !== host.size[0].value
  const along = end === 'left' || end === 'right' || fits ? 'y' : 'x'
  const filled = boredWith(filledFrom(told, host, along, place), host)
  if (!filled) return undefined
  const guest = madeOf(filled, out, along, bored)
  if (!guest) return undefined
  // Where a block lies is told, and whether what stands on a square is round.
  if (!told.place.trim() && !(isRound(guest) && isRound(host)) && !UPON.test(noun)) return undefined
  if (told.loose && !isRound(host)) return undefined
  const unread = [...made.map((one) => one.told.noun), ...adjectives]
    .reduce((text, word) => text.replaceAll(new RegExp(String.raw`\b${word}\b`, 'gi'), ' '), place)
    .replaceAll(PLACE_WORDS, ' ')
    .replaceAll(/[^a-z\d]/gi, '')
  if (unread !== '') return undefined
  const below = DOWN.test(place)
  // Counted from the bottom of what it stands on.
  const high = told.overall ? less(guest.high, host.high) : guest.high
  if (!high) return undefined
  const text = guest.text(high)
  const on = below
    ? 'on the underside'
    : host === base
      ? `stands on ${guest.noun === 'tube' ? 'top of ' : ''}the ${base.noun}`
      : `stands on top of that`
  if (axial && both) {
    if (!isRound(guest)) return undefined
    return {
      ...guest,
      high,
      centred: true,
      ends: 'both',
      as: ` ; a ${text} ${on} in the middle ; on the underside in the middle a ${text}`,
    }
  }
  // On which side of it, and not where on its top.
  if (face) return { ...guest, high, as: ` ; a ${text} on the ${face} face of the ${host.noun} , in the middle` }
  if (!end && SIDE.test(place.replace(/\b(?:top|upper) (?:face|side)\b/gi, ''))) return undefined
  const where = both
    ? ', at each end'
    : end
      ? `, flush with the ${end} edge`
      : /\bflush\b/i.test(place)
        ? undefined
        : ' in the middle'
  if (where === undefined) return undefined
  const some = `a ${text}`
  const centred = where === ' in the middle'
  const ends = centred ? { ends: below ? ('bottom' as const) : ('top' as const) } : {}
  return {
    ...guest,
    ...ends,
    high,
    centred,
    as: below ? ` ; ${some} on the underside${where}` : ` ; ${some} ${on}${where}`,
  }
}

/** `a rim 3 thick at one end (within the 30)`, `40 long overall`: what is left of the other one. */
function without(told: ToldBody, others: readonly ToldBody[]): ToldBody | undefined {
  const inside = told.overall ? others : others.filter((one) => one.within)
  const measure = (['long', 'high'] as const).find((one) => told.sizes[one])
  if (inside.length === 0) return told
  if (!measure || inside.some(({ overall }) => overall)) return undefined
  let left = told.sizes[measure]
  for (const { sizes, place } of inside) {
    const part = sizes.thick ?? sizes.long ?? sizes.high
    for (let time = BOTH.test(place) ? 2 : 1; time > 0; time--) left = left && part && less(left, part)
  }
  return left && { ...told, sizes: { ...told.sizes, [measure]: left } }
}

/** `a tube with a collar at its end`: the bore goes through what is around it. */
function boredWith(told: ToldBody, { told: { sizes } }: Made): ToldBody | undefined {
  const { outer, inner } = told.sizes
  if (!sizes.inner || !outer || inner || outer.value <= sizes.inner.value) return told
  return AROUND.test(told.noun) ? { ...told, sizes: { ...told.sizes, inner: sizes.inner } } : undefined
}
const MIDWAY = /\b(?:middle|cent(?:er|re)|half ?way|midway)\b/i
const UPWARD = /\b(?:ends?|top|atop|bottom|underside|underneath)\b/i
const AROUND = /^(?:collar|flange|rim|ring|shoulder|sleeve|bead|band)s?$/i

/** `a fence 12 thick and 25 high along the back edge`: as long as that edge is. */
function filledFrom(told: ToldBody, host: Made, along: 'x' | 'y', place: string): ToldBody {
  const { sizes, chain, bare } = told
  if (chain.length > 0 || bare.length > 0 || sizes.long || sizes.wide || !sizes.thick || !sizes.high) return told
  if (!/\balong\b|\b(?:full|whole) (?:length|width)\b/i.test(place)) return told
  return { ...told, sizes: { ...sizes, long: host.size[along === 'x' ? 0 : 1] } }
}

/** What it stands on: the one that is named, or the one before it, where `it` is that one. */
function hostOf(place: string, made: readonly Made[]): Made | undefined {
  const named = made.findLast(
    ({ told: { noun } }) => noun && new RegExp(String.raw`\bthe (?:[a-z]+ )?${noun}\b`, 'i').test(place),
  )
  if (named) return named
  return /\b(?:it|that|this|hole|bore|opening)\b/i.test(place) ? made.at(-1) : undefined
}

function sideOf(said: string | undefined, host: Made): string | undefined {
  const [x, y] = host.size
  const side = said?.toLowerCase()
  if (side === 'short') return x.value >= y.value ? 'left' : 'front'
  if (side === 'long') return x.value >= y.value ? 'back' : 'left'
  if (side === 'other') return undefined
  return side === 'rear' ? 'back' : side
}

function less(total: Length, part: Length): Length | undefined {
  const value = Math.round((total.value - part.value) * 1e6) / 1e6
  if (total.unit !== part.unit || value <= 0 || /[/-]/.test(total.text + part.text)) return undefined
  return { ...total, text: total.text.replace(/[\d.]+/, String(value)), value }
}

/** What is done to a body, with the body called as it is here. */
function worked(text: string, from: number, nouns: ReadonlyMap<string, string>): string {
  const instead: { at: number; to: number; text: string }[] = []
  for (const [noun, name] of nouns)
    if (noun)
      for (const { 0: said, index, 1: det = '' } of text.matchAll(
        new RegExp(String.raw`\b((?:the|its|both|each) )${noun}\b`, 'gi'),
      ))
        instead.push({ at: index + det.length, to: index + said.length, text: name })
  // `four holes 35 x 35`: on a rectangle.
  const on =
    /(?<=\bholes?(?: ?(?:[Øø∅⌀] ?)?[\d.]+(?: ?mm)?)?),? (?=\d[\d.]*(?: mm)? ?[x×] ?\d[\d.]*(?: ?mm)?(?: (?:apart|pattern|spacing))?$)/i.exec(
      text,
    )
  if (on) instead.push({ at: on.index, to: on.index + on[0].length, text: ' on ' })
  let made = ''
  let last = 0
  for (const one of instead.toSorted((a, b) => a.at - b.at)) {
    made += marked({ text: text.slice(last, one.at), from: from + last }) + one.text
    last = one.to
  }
  return made + marked({ text: text.slice(last), from: from + last })
}
