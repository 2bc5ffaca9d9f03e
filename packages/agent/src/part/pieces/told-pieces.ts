import { marked } from '../words/marked.ts'
import { type Length, type ToldBody, type ToldWork, toldBodies } from '../words/told-bodies.ts'
import type { Span } from '@hewn/model'
import { isShaped, PLACE_WORDS, ROUND } from '../words/joined-bodies.ts'

// A part that is told plate by plate: one lies, and others stand on it along its edges. Each is told as it would be alone.

/** How a piece is to the one it is on: a plate that stands along its front or across it, or what it is, standing up. */
export type Pose = 'along' | 'across' | 'up'

/** One piece in words of ours, and where it is on another one. */
export interface ToldPiece {
  label: string
  /** `plate 60 x 100 x 6 , four 6 mm holes …`, each piece of it with where it was written. */
  texts: { text: string; at: Span }[]
  /** On which of the pieces before it. */
  on: number
  pose: Pose
  /** Where along y, or along x of what stands across. */
  side: 'low' | 'high' | 'middle'
  /** So far from that side, to its middle. */
  inset?: Length
  /** On both sides. */
  twice?: true
  /** What is told where nobody said it. */
  note?: string
  /** How high it is was told from below what it stands on. */
  outside?: true
  /** It turns up at the end of what stands. */
  end?: true
}

/** A plate as it lies: along x, along y, and how thick it is. */
interface Slab {
  told: ToldBody
  size: [Length, Length, Length]
}

/** The pieces of a request that tells nothing but plates and what stands on them; nothing, where it tells anything else. */
export function toldPieces(text: string): ToldPiece[] | undefined {
  const begins = titleOf(text)
  if (ELSE.test(text.slice(begins))) return undefined
  const told = toldBodies(text, begins)
  const all = told?.filter((one): one is ToldBody => one.is === 'body') ?? []
  const bodies = inOrder(titled(text, all), text)
  const [first, ...others] = bodies
  if (!told || !first || others.length === 0 || others.length > 4 || first.count !== 1) return undefined
  if (bodies.some(isStrange)) return undefined
  const called = new Map(bodies.map((one) => [one, calledIn(text, one)]))
  const wall =
    WALL.test(called.get(first) ?? '') ||
    (first.sizes.high !== undefined && first.sizes.thick !== undefined) ||
    HANGS.test(text.slice(0, Math.max(begins, first.at[0]))) ||
    others.some(({ sizes, place }) => sizes.out !== undefined || OUT.test(place))
  const shared = bodies.flatMap(({ sizes }) => sizes.thick ?? [])
  const upright = told.some((one) => one.is === 'work' && /\bvertical cent/i.test(text.slice(...one.at)))
  const base = slabOf(first, wall, others, shared, upright)
  if (!base || !isFlat(base)) return undefined
  const made: { piece: ToldPiece; slab: Slab }[] = []
  for (const one of others) {
    const host = made.findLast(({ slab: { told: there } }) => isOn(one, there)) ?? undefined
    const guest = guestOf(one, {
      base,
      host: host?.slab,
      wall,
      shared,
      called: called.get(one) ?? '',
      title: text.slice(0, Math.max(begins, first.at[0])),
    })
    if (!guest) return undefined
    made.push({
      slab: guest.slab,
      piece: { ...guest.piece, on: host ? made.indexOf(host) + 1 : 0 },
    })
  }
  const ground: ToldPiece = {
    label: labelOf(called.get(first) ?? '', 'plate'),
    texts: [plate(base)],
    on: 0,
    pose: 'up',
    side: 'middle',
  }
  const pieces = [ground, ...made.map(({ piece }) => piece)]
  // What is done is done to the piece that is named, or to the one before it.
  for (const [index, work] of told.entries()) {
    if (work.is !== 'work') continue
    const words = text.slice(...work.at)
    const before = told.slice(0, index).findLast((one): one is ToldBody => one.is === 'body')
    const led = /(?:^|[.;,] )(?:the )?([a-z ]+?) (?:has|carries|having|gets|bears|with) $/i.exec(
      text.slice(0, work.at[0]),
    )?.[1]
    const named = bodies.flatMap((body, place) =>
      isNamedIn(words, body, called.get(body) ?? '') ||
      (led && [called.get(body), body.noun].includes(led.toLowerCase()))
        ? [place]
        : [],
    )
    const [only = before ? bodies.indexOf(before) : 0, ...more] = named
    const piece = pieces[only]
    if (!piece || more.length > 0) return undefined
    // Of a leg that is told as it is outside, heights are too.
    if (piece.outside && /\b(?:up|bottom|above)\b/i.test(words)) return undefined
    const written = worked(text, work, bodies, called, only > 0)
    if (!written) return undefined
    piece.texts.push({ text: `${work.stop ? ' ; ' : ' , '}${written}`, at: work.at })
  }
  return pieces.some(({ pose }) => pose !== 'up') ? pieces : undefined
}

/** What other readings know more of, or what is no plate. */
const ELSE =
  /\b(?:hollow|hexagon\w*|hex|octag\w*|triang\w*|taper\w*|cones?|conical|dom(?:e|ed)|balls?|spher\w*|hemispher\w*|pyramids?|torus|bent|bend|bends|folded|curved|arc|boxe?s|box|trays?|case|enclosure|bin|pot|cup|jar|gear|teeth|tooth|spokes?|spring|oval|ellip\w*|angled?|tilted|slop\w*|dovetail|wedge|separate|loose|two parts|legs?|stairs?|steps?|stepped|gussets?|ribs?|compartments?|everything|all the way|both (?:plates|parts|legs)|inside corner|channel|z-?bracket)\b|°/i
const WALL = /\b(?:back|rear|wall|upright|vertical|standing|backplate)\b/i
const FLAT = /\b(?:base|foot|floor|bottom|shelf|ledge|horizontal|seat|lying)\b/i

/** Told with words that nothing here knows: of its shape, or of where it is. */
const isStrange = ({ adjectives, place, noun }: ToldBody): boolean =>
  noun.endsWith('ing') ||
  adjectives.some((one) => isShaped(one) && !KNOWN.test(one)) ||
  place
    .replaceAll(PLACE_WORDS, ' ')
    .replaceAll(noun === '' ? / /g : new RegExp(String.raw`\b${noun}['’]?s?\b`, 'gi'), ' ')
    .replaceAll(OTHERS, ' ')
    .replaceAll(/[^a-z]/gi, '') !== ''
const KNOWN = /^(?:rectangular|vertical|horizontal|flat)$/
/** What else places are told by, beside how far in millimetres. */
const OTHERS =
  /\b(?:angles|lying|lies|flat|plate|wall|base|board|arm|foot|shelf|horizontal(?:ly)?|half|height|halfway|mid|same|coming|extending|reaching|forward|upturned|turned|mm|above|from|about|that|add|long|wide|width|length|end|edge)\b|['’]s\b/gi

/** `hook 30 wide, 6 thick: …`: that is how wide and thick all of them are. */
function titled(text: string, [title, ...others]: readonly ToldBody[]): ToldBody[] {
  if (!title) return []
  const entries = Object.entries(title.sizes) as [keyof ToldBody['sizes'], Length][]
  const [last = 0] = entries.map(([, { from, text: said }]) => from + said.length).toSorted((a, b) => b - a)
  const ends = /^[^\d.;]{0,12}:/.test(text.slice(last))
  const plain =
    title.chain.length + title.bare.length === 0 && entries.every(([one]) => one === 'wide' || one === 'thick')
  if (!ends || !plain || entries.length === 0) return [title, ...others]
  for (const [measure, length] of entries) for (const { sizes } of others) sizes[measure] ??= length
  return others
}

/** `80 x 80 upright, 80 x 50 foot`: the foot is what it stands on. */
function inOrder(bodies: readonly ToldBody[], text: string): ToldBody[] {
  const [first, ...others] = bodies
  const base = others.find(
    (one) => /^(?:base|foot|floor)\b|\bbase$/.test(calledIn(text, one)) && one.place.trim() === '',
  )
  const stands =
    first && WALL.test(calledIn(text, first)) && /^\W*(?:upright|vertical|back|wall)?\W*$/i.test(first.place)
  return base && stands ? [base, ...bodies.filter((one) => one !== base)] : [...bodies]
}

const HANGS = /\b(?:hook|hanger)\b/i
const OUT = /\b(?:sticks?|sticking|projects?|projecting|protrud\w*|comes? out|coming out|out (?:of|from))\b/i

/** What a part is called, or what it is for, with no number of its own. */
function titleOf(text: string): number {
  const [title = ''] = /^[^\d:;.]*:(?= )/.exec(text) ?? []
  const [sentence = ''] = /^(?:[^\d.]*\.\s+)+/.exec(text.slice(title.length)) ?? []
  return title.length + sentence.length
}

/** `back plate`, `the vertical wall`: with the word before its noun. */
function calledIn(text: string, { at, noun, place }: ToldBody): string {
  const before = /([a-z]+)[- ]$/i.exec(text.slice(0, at[0]))?.[1] ?? ''
  const is = WALL.test(before) || FLAT.test(before) || /^(?:front|side|end|shelf|mounting)$/i.test(before)
  return is && !/^(?:the|a|an)$/i.test(before)
    ? `${before} ${noun}`
    : /^(?:upright|lower|upper)$/.test(noun)
      ? noun
      : noun || place
}
const labelOf = (called: string, or: string): string =>
  called
    .toLowerCase()
    .trim()
    .replace(/(?<=[^s])s$/, '') || or

const isFlat = ({ size: [x, y, z] }: Slab): boolean => z.value * 2 <= Math.min(x.value, y.value)

/** Its two sides and how thick it is, in the way it lies. */
function slabOf(
  told: ToldBody,
  wall: boolean,
  others: readonly ToldBody[],
  shared: readonly Length[],
  upright: boolean,
): Slab | undefined {
  const { sizes, chain, bare } = told
  const { long, wide, high, deep, thick, outer, inner, wall: walls, square, out } = sizes
  if (outer || inner || walls || out || bare.length > 0) return undefined
  const [a, b, c, ...more] = [...(square ? [square, square] : []), ...chain]
  if (more.length > 0) return undefined
  const named = [long, wide, high, deep].filter((one) => one !== undefined)
  if (a && b && named.length === 0) {
    const third = c ?? thick ?? (shared.length === 1 ? shared[0] : undefined)
    if (!third || (c && thick)) return undefined
    const [x, y, z] = c && c.value > Math.min(a.value, b.value) ? [undefined, undefined, undefined] : [a, b, third]
    if (!x || !y || !z) return undefined
    // `plate 100 x 40, at its bottom edge an arm 40 wide`: that is how wide it is.
    const turned =
      wall &&
      a.value !== b.value &&
      (others.some((one) => one.sizes.wide?.value === b.value) || (upright && a.value > b.value))
    return { told, size: turned ? [y, x, z] : [x, y, z] }
  }
  const third = thick ?? (shared.length === 1 ? shared[0] : undefined)
  if (a || !third || named.length !== 2) return undefined
  if (high) {
    const across = wide ?? long
    return wall && across ? { told, size: [across, high, third] } : undefined
  }
  const [x, y] = long ? [long, wide ?? deep] : [wide, deep]
  return x && y ? { told, size: [x, y, third] } : undefined
}

const plate = ({ told, size: [x, y, z] }: Slab) => ({
  text: `plate ${marked(x)} x ${marked(y)} x ${marked(z)}`,
  at: told.at,
})

/** `a lip at the arm's end`: on that one. */
const isOn = ({ place, noun: own }: ToldBody, { noun }: ToldBody): boolean =>
  noun !== '' &&
  ((/^(?:lip|tip)$/.test(own) && !/\b(?:along|edge|side)\b/i.test(place)) ||
    new RegExp(
      String.raw`\b(?:the|that|its) (?:[a-z]+ )?${noun}(?:['’]s)?\b|\b(?:at|on) (?:the|its) (?:outer |free |far )?end\b`,
      'i',
    ).test(place))

interface Around {
  base: Slab
  host: Slab | undefined
  wall: boolean
  shared: readonly Length[]
  called: string
  title: string
}

function guestOf(told: ToldBody, around: Around): { piece: ToldPiece; slab: Slab } | undefined {
  const { base, host, wall, shared, called, title } = around
  if (
    told.count > 2 ||
    ROUND.test(told.noun) ||
    !(SLAB.test(told.noun) || told.sizes.thick) ||
    told.sizes.outer ||
    told.sizes.inner ||
    told.sizes.wall
  )
    return undefined
  if (host) return lipOf(told, host, wall, called)
  const where = sideOf(told, around)
  if (!where) return undefined
  const [x, y, z] = base.size
  const edge = where.pose === 'along' ? x : y
  const size = standing(told, edge, shared.length === 1 ? shared[0] : undefined, wall)
  if (!size) return undefined
  // Legs of a bracket are told as they are outside.
  const outside = told.overall || /\boutside\b/.test(told.adjectives.join(' ')) || (!wall && isLegOf(told, title))
  const high = outside ? less(size[1], z) : size[1]
  if (!high) return undefined
  const slab: Slab = { told, size: [size[0], high, size[2]] }
  if (!isFlat(slab)) return undefined
  return {
    slab,
    piece: {
      label: labelOf(called, 'plate'),
      texts: [plate(slab)],
      on: 0,
      pose: where.pose,
      side: where.side,
      ...(where.inset ? { inset: where.inset } : {}),
      ...(where.twice ? { twice: true } : {}),
      ...(where.note ? { note: where.note } : {}),
      ...(outside ? { outside: true as const } : {}),
    },
  }
}

const SLAB =
  /^(?:plate|wall|panel|shelf|arm|upright|lip|tip|lug|ear|flange|web|tab|fence|leg|cheek|tongue|board|ledge|foot|back|base|section|flap|bar)s?$/
const isLegOf = ({ place, noun }: ToldBody, title: string): boolean =>
  /\bbracket|\bL\b|\bangle\b/i.test(title) &&
  /^(?:upright|wall|leg|back|section)$/.test(noun) &&
  !/\b(?:stand|rise|rising|on (?:top|it)|above)/i.test(place)

/** How wide, how high and how thick what stands along an edge is. */
function standing(
  { sizes, chain, bare, place }: ToldBody,
  edge: Length,
  thickness: Length | undefined,
  wall: boolean,
): [Length, Length, Length] | undefined {
  const { long, wide, high, deep, thick, out, square } = sizes
  const chained = [...(square ? [square, square] : []), ...chain]
  const left = [...chained, ...bare]
  const tall = out ?? high ?? (wall ? (deep ?? (wide ? long : undefined)) : deep)
  const across = wide ?? (tall === long ? undefined : long)
  const take = (length: Length | undefined) => {
    const at = length ? left.indexOf(length) : -1
    if (at >= 0) left.splice(at, 1)
    return length
  }
  // `a shelf 60 x 40 x 4`, `a 6 mm shelf`: the least of its sizes is how thick it is.
  const least = left.toSorted((a, b) => a.value - b.value)[0]
  const need = [across, tall, thick].filter((one) => one !== undefined).length
  const third = thick ?? (left.length + need > 2 || (SAME.test(place) && left.length > 0) ? take(least) : thickness)
  // `a 25 x 20 x 6 tongue standing out`: the longest of it does.
  const out3 = left.length > 1 && !tall && OUT.test(place) && !left.some(({ value }) => value === edge.value)
  const longest = out3 ? take(left.toSorted((a, b) => b.value - a.value)[0]) : undefined
  const w =
    across ??
    (left.length + (tall || longest ? 1 : 0) > 1 || (left.length === 1 && (tall ?? longest) !== undefined)
      ? take(left.find(({ value }) => value === edge.value) ?? left[0])
      : undefined) ??
    (SAME.test(place) || tall ? edge : undefined)
  const h = tall ?? longest ?? take(left[0])
  if (!w || !h || !third || left.length > 0) return undefined
  // Only what goes from side to side lies where nobody said how.
  return w.value <= edge.value + 1e-9 ? [w, h, third] : undefined
}
const SAME =
  /\b(?:same|full|whole|entire) (?:width|length)\b|\bas (?:wide|long) as\b|\b(?:along|across) (?:the|its|one)\b/i

interface Where {
  pose: 'along' | 'across'
  side: ToldPiece['side']
  inset?: Length
  twice?: true
  note?: string
}

const BOTH =
  /\b(?:each|both|either) (?:of (?:the|its) )?(?:short |opposite |long )?(?:ends?|sides?|edges?)\b|\b(?:at|on) the (?:two )?ends\b/i

/** On which edge it stands; of what hangs on a wall, its bottom edge is in front. */
function sideOf(
  told: ToldBody,
  {
    base: {
      size: [x, y],
    },
    wall,
    called,
    title,
  }: Around,
): Where | undefined {
  const place = `${told.place} `
  const wide = told.sizes.wide ?? told.sizes.long
  const both = BOTH.test(place)
  if (told.count === 2 && !both) return undefined
  if (wall) {
    const far = /(\d[\d.]*) ?(?:mm )?(?:above|up from|from) (?:the |its )?bottom\b/i.exec(place)
    if (far) return undefined
    if (/\b(?:bottom|lower|low)\b/i.test(place)) return { pose: 'along', side: 'low' }
    if (/\b(?:top|upper)\b/i.test(place)) return { pose: 'along', side: 'high' }
    if (/\b(?:middle|cent(?:er|re)\w*|half[- ]?(?:height|way)|mid[- ]?height)\b/i.test(place)) {
      // `a lug 12 thick, 50 wide` of a plate as high as that stands upright on it.
      const upright = wide && wide.value === y.value && wide.value !== x.value
      return { pose: upright ? 'across' : 'along', side: 'middle' }
    }
    return HANGS.test(title) && told.noun === 'arm'
      ? { pose: 'along', side: 'low', note: 'The arm is at the bottom edge, as nobody said where.' }
      : undefined
  }
  const end = /\b(?:left|right)\b/i.exec(place)?.[0].toLowerCase()
  const short = /\bshort\b|\bends?\b/i.test(place)
  if (end) return { pose: 'across', side: end === 'left' ? 'low' : 'high', ...(both ? { twice: true } : {}) }
  if (/\blong (?:edge|side)s?\b/i.test(place))
    return { pose: x.value >= y.value ? 'along' : 'across', side: 'high', ...(both ? { twice: true } : {}) }
  if (/\bfront\b/i.test(place.replace(/\bfrom the front\b/i, ''))) return { pose: 'along', side: 'low' }
  if (/\b(?:back|rear)\b/i.test(place.replace(/^\s*back\b/i, ''))) return { pose: 'along', side: 'high' }
  if (short) {
    const over = wide && wide.value === x.value && wide.value !== y.value
    // `a wall as wide as the base on one end`: along the edge that is as long.
    const pose = over || (!both && y.value > x.value) ? 'along' : 'across'
    return { pose, side: 'high', ...(both ? { twice: true } : {}) }
  }
  if (/\b(?:middle|cent(?:er|re)\w*)\b/i.test(place))
    return wide && wide.value <= y.value && wide.value !== x.value && wide.value === y.value
      ? { pose: 'across', side: 'middle' }
      : { pose: 'along', side: 'middle' }
  if (both) return undefined
  if (/\bedge\b/i.test(place)) return { pose: 'along', side: 'high' }
  // `base 80 x 50, upright 80 x 60`: on the edge that is as long.
  const as = (edge: Length) => [wide, ...told.chain].some((one) => one?.value === edge.value)
  if (!WALL.test(called) || !(as(x) || as(y))) return undefined
  return { pose: as(x) ? 'along' : 'across', side: 'high' }
}

/** What turns up at the end of an arm. */
function lipOf(
  told: ToldBody,
  host: Slab,
  wall: boolean,
  called: string,
): { piece: ToldPiece; slab: Slab } | undefined {
  const { sizes, chain, bare } = told
  const [x, , z] = host.size
  const high = sizes.high ?? sizes.out ?? bare[0]
  if (
    !wall ||
    !high ||
    chain.length > 0 ||
    bare.length > (high === bare[0] ? 1 : 0) ||
    !/\bend\b|\b(?:lip|tip)$/i.test(`${told.place} ${told.noun}`)
  )
    return undefined
  if (sizes.wide && sizes.wide.value !== x.value) return undefined
  if (!/\bup|\b(?:lip|tip)\b/i.test(`${told.place} ${told.noun}`)) return undefined
  const slab: Slab = { told, size: [sizes.wide ?? x, high, sizes.thick ?? z] }
  return {
    slab,
    piece: { label: labelOf(called, 'lip'), texts: [plate(slab)], on: 0, pose: 'up', side: 'high', end: true },
  }
}

function less(total: Length, part: Length): Length | undefined {
  const value = Math.round((total.value - part.value) * 1e6) / 1e6
  if (total.unit !== part.unit || value <= 0 || /[/-]/.test(total.text + part.text)) return undefined
  return { ...total, text: total.text.replace(/[\d.]+/, String(value)), value }
}

const isNamedIn = (words: string, { noun }: ToldBody, called: string): boolean =>
  [called, ...(called.includes(' ') ? [] : [noun])].some((name) => name !== '' && IN(name).test(words))
const IN = (name: string): RegExp =>
  new RegExp(String.raw`\b(?:in|through|on|into|of|mid)[- ](?:the |each |both |its )?${name}s?\b`, 'i')

/** What is done to a plate, as if it lay alone: counted from the one it stands on is counted from its bottom edge. */
function worked(
  text: string,
  { at }: ToldWork,
  bodies: readonly ToldBody[],
  called: ReadonlyMap<ToldBody, string>,
  stands: boolean,
): string | undefined {
  let made = ''
  let last = at[0]
  const names = bodies.flatMap((body) => [called.get(body) ?? '', body.noun]).filter((name) => name !== '')
  const any = [...new Set(names)].toSorted((a, b) => b.length - a.length).join('|')
  const rules: [RegExp, string][] = [
    [
      new RegExp(String.raw`\b(?:above|up from|from) the (?:top of the )?(?:${any})(?: plate)?\b`, 'gi'),
      'from the bottom edge',
    ],
    [new RegExp(String.raw`,? ?\b(?:in|through|on|into|of) (?:the |each |both |its )?(?:${any})s?\b`, 'gi'), ''],
    [new RegExp(String.raw`\bmid[- ](?:${any})\b`, 'gi'), 'in the middle'],
    [/\b(?<=\d(?: ?mm)? )up\b(?! and\b)/gi, 'from the bottom edge'],
    // Of what stands out, its end is on top.
    ...(stands
      ? ([[/\bfrom (?:its|the) (?:outer |free |far |front )?(?:end|tip)\b/gi, 'from the top edge']] as [
          RegExp,
          string,
        ][])
      : []),
    [/\bcross (?=holes?\b|bores?\b)/gi, ''],
  ]
  const found = rules
    .flatMap(([rule, instead]) =>
      [...text.slice(...at).matchAll(rule)].map(({ 0: said, index }) => ({
        from: at[0] + index,
        to: at[0] + index + said.length,
        instead,
      })),
    )
    .toSorted((a, b) => a.from - b.from)
  for (const { from, to, instead } of found) {
    if (from < last) continue
    made += marked({ text: text.slice(last, from), from: last }) + instead
    last = to
  }
  made += marked({ text: text.slice(last, at[1]), from: last })
  return /\b(?:front|rear|left|right|back|under|inner|outer) (?:face|side)\b|\bfrom the (?:front|back)\b|\bunderside\b|\b(?:one|other|each|both) ends?\b/i.test(
    text.slice(...at),
  )
    ? undefined
    : made
}
