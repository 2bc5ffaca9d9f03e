import type { PartBody, Span } from '@hewn/model'
import type { Binder } from '../bind/bind.ts'
import { evaluate } from '../formula.ts'
import { lexicon } from '../registry.ts'
import { MATERIALS } from '../words/vocabulary.ts'
import type { Atom } from '../read/atoms.ts'
import { type Told, toldIn } from './lies.ts'
import { type Passage, passagesOf } from './passages.ts'
import type { Laid } from './laid.ts'
import { lay } from './lay.ts'
import { THREE_WAYS } from './said-places.ts'
import { type SizedSolid, sizedSolid } from './sized-solid.ts'

/** A request told in whole solids: bodies that are one, and what was read of the words. */
export interface Composed {
  bodies: PartBody[]
  atoms: Atom[]
  used: Span[]
}

/** What else a body may have: where one of these is told, other readings know more. */
const ELSE =
  /\bflats\b|\bflat (?=\d)|(?<=\d(?: ?mm)? )flat\b|\b(?:fillet|chamfer|bevel|rounded|round(?= (?:off|over|the|all|its|each|every)\b)|thread|tapped|knurl|hollow|shells?|walls?|wall thickness|slots?|grooves?|ribs?|fins?|counterbor|countersink|countersunk|c'?bore|csk|gears?|teeth|keyway|lids?|separate|apart from|loose|removable|nested|bolt circle|pcd|lofted?|loft|revolv|sweep|swept|draft|taper(?:s|ed|ing)?|twist|bent|bend|brackets?|flanges?|washers?|screws?|bolts?|nuts?|bearing|hexagon\w*|triang\w*|pyramids?|the rest(?= of)|tor(?:us|i)|rings?|tubes?|pipes?|pattern|grid|array|mirror\w*|rotated|tilted|angled?|degrees?|tangent\w*|tetrahed\w*|diagonal\w*|uprights|(?:upright|vertical|standing) (?:plate|wall|panel|sheet)|(?:an?|one|each) upright(?! [a-z]*(?:er|ck|r|te|st)\b)|M\d)\b|°/i
/** `chess pawn: …`: what it is called. */
const TITLE =
  /^(?:3d )?[^:.\d\n]{1,40}:(?= [a-z])|^(?:an? )?(?:[a-z]+ ){1,3}made (?:up )?(?:of|from) (?=(?:two|three|an?) )|^(?:an? )?(?:[a-z]+ )?(?:table|bench|stool|desk|chair) (?:with|made of|from)(?= an? )/i
const DENIED =
  /\b(?:without|no)(?: any)? (?:chamfer|fillet|rounding|thread|draft)\w*(?:(?:,| or| and) (?:chamfer|fillet|rounding|thread|draft)\w*)*/gi
/** Where axes and origins are, in what it is measured, and what the whole looks like: nothing of its shape. */
const AROUND =
  /(?:^|(?<=[.;\n] ?))\s*(?:the )?[xyz]{1,2}[- ]?ax[ei]s (?:is|are) [^.;\n\d]*[.;]|(?:^|(?<=[.;\n] ?))\s*(?:overall,|the overall (?:structure|shape|appearance|part|form)|the (?:entire|whole) (?:structure|part|shape)|it forms|this (?:creates|forms|makes|results))[^.\n\d]*(?:\.|(?=\n|$))|\b(?:all )?(?:units|dimensions) (?:are )?(?:in|:) ?(?:mm|millimet(?:er|re)s)\b|,? so that [^.;]*\b(?:left|remains?)\b(?=[.;]|$)/gi
/** What it is made of, as long names first. */
const STUFF = new RegExp(String.raw`\b(?:${MATERIALS.toSorted((a, b) => b.length - a.length).join('|')})\b`, 'gi')
const CUT_NOUN =
  /\b(?:holes?|bores?|cavity|void|space|recess|hollow|pits?|pockets?|notch|cut-?out|dimple|depression)\b/i
const CUT =
  /\b(?:remov\w*|subtract\w*|minus|less|cut|cuts|cutting|carv\w*|scoop\w*|drill\w*|bored?|taken|hollowed|missing)\b/i
const OPENING = /\b(?:holes?|bores?|recess|pockets?|notch|cut-?out|cavity)\b/i
const BALL = /\b(?:sphere|ball|hemi\w*|half)/i
const SOLID = /\b(?:sphere|spherical|ball|hemi\w*|half|cone|conical|cylindrical)\b/i
/** Words of solids and of how they lie, beside all that the lexicon knows for mere telling; with any other one, something else is told. */
const KNOWN: ReadonlySet<string> = new Set(
  `such or two three four five six eight first second third either equal identical making adding attach insert start begin starting stand
  sit lying lies lay laid rest rests rises stacked joining connecting connects unioned composed consisting boolean operation parts solids
  body bodies form figure watertight closed manifold valid final result resulting output remove removed removing subtract subtracted
  subtracting cutting minus less taken take scooped scoop carved carve origin x y z global plane planes xy positive negative direction
  directions vertical vertically horizontal horizontally upright vertex coaxially distance embedded sunk coincide coincides coinciding
  coincident overlapping overlap overlaps intersects above under upward upwards downward full entire whole height length width flush
  aligned align parallel perpendicular perpendicularly right-angles angles adjacent beside next inside within inner extends extending
  extend pointing facing measured main base structure based rectangular square round circular cylindrical larger smaller bigger cube cubes
  cuboid block blocks box boxes prism plate slab board boards plank planks bar bars beam cylinder cylinders disc disk rod peg pin post column pillar sphere spheres
  ball balls hemisphere half cone frustum hole holes boss bosses core leg legs table tabletop tower handle stem head pedestal tongue trunk step
  millimeters millimetres diameter radius tall high wide thick deep depth symmetrical symmetrically lens lens-shaped missing shaft axle
  difference seat bench halfway midway row dumbbell topped surmounted capped crowned added passing passes strip t l attaching matching
  extended base's stair stairs staircase cross t-shape t-shaped rounded-end mushroom lollipop snowman finial way ways apart long top bottom upper lower
  left right front back rear end ends surface surfaces underside centre center centers centres centered centred centrally middle midpoint
  axis axes corner corners concentrically concentric coaxial below underneath beneath central face faces side sides outer`.split(
    /\s+/,
  ),
)
const DIFFERENCE = /\bdifference (?:of|between)\b/i
/** A bar between two of a kind is as long as they are apart. */
const JOINING = /\b(?:join|connect|link|between)/i
const COMMON =
  /\bintersection (?:of|between)\b|^\W*intersect\b|\b(?:lens|lens-shaped)\b[^.]*\bintersect|\bcommon (?:volume|part|region|to both)|\b(?:keep|leave) only (?:what|the (?:overlap|part|volume)|where)/i

/**
 * A request that tells whole solids, each with its sizes and with where it is to the others: one body to which they are added,
 * or that they are cut out of. Nothing, where anything of it is told otherwise, or is not told.
 */
export function composed(request: string, binder: Binder): Composed | undefined {
  const blank = (text: string) => ' '.repeat(text.length)
  const shapes = request.replace(AROUND, blank).replace(DENIED, blank).replace(STUFF, blank)
  if (ELSE.test(shapes)) return undefined
  const words = shapes.replace(TITLE, blank)
  const told = toldIn(words)
  const passages = passagesOf(
    words,
    told.map(({ at }) => at),
  )
  if (!passages || passages.reduce((sum, { count }) => sum + count, 0) < 2) return undefined
  // Holes alone are features, and the grammar of features knows more of them.
  const [base, ...others] = passages.filter((one) => !isOpening(words, one))
  if (others.length === 0 && passages.length > 1 && !BALL.test(base?.noun ?? '')) return undefined
  if (passages.some((passage) => !isKnown(words, passage, told))) return undefined
  const common = COMMON.test(words)
  const laid: Laid[] = []
  const atoms: Atom[] = []
  const used: Span[] = []
  const waiting = passages.map((passage) => ({ passage, relation: relationOf(words, passage, told) }))
  // What stands on the one behind it comes after that one.
  const inOrder = waiting.flatMap((one, index) => (one.passage.onNext ? [] : [one, ...behind(waiting, index)]))
  for (const [index, { passage, relation }] of inOrder.entries()) {
    const cut = index > 0 && (CUT_NOUN.test(passage.noun) || CUT.test(relation.text) || DIFFERENCE.test(words))
    const between = JOINING.test(relation.text) && laid.some(({ apart: step }) => step !== undefined)
    const solid = passage.twin ? twinOf(laid.at(-1), binder) : sizedSolid(words, passage, binder, cut || between)
    if (!solid) return undefined
    const joins = index === 0 ? undefined : common ? 'common' : cut ? 'cut' : 'add'
    const placed = lay({ solid, joins, relation, laid, binder, passage })
    if (!placed) return undefined
    laid.push(...placed.map((one) => ({ ...one, said: relation.text })))
    atoms.push(...solid.atoms)
    used.push(...relation.told.flatMap(({ at }) => [at]), ...(passage.countAt ? [passage.countAt] : []))
  }
  const [material] = request.match(STUFF) ?? []
  if (material) binder.notes.push(`Material: ${material}.`)
  return apart(laid, binder) ? undefined : { bodies: laid.map(({ body }) => body), atoms, used }
}

/** All that is said of it is of its size or its place; prose without numbers may say what it likes. */
function isKnown(words: string, { relation, sizes, nounAt }: Passage, told: readonly Told[]): boolean {
  const pieces = [...sizes, nounAt, ...told.map(({ at }) => at)]
  for (const [from, to] of relation)
    for (const { 0: sentence, index } of words.slice(from, to).matchAll(/(?:[^.;\n]|[.](?=\d))+/g)) {
      const start = from + index
      const end = start + sentence.length
      const numbered =
        start === nounAt[1] || end === nounAt[0] || pieces.some(([low, high]) => low < end && start < high)
      if (!numbered) continue
      for (const { 0: word, index: place } of sentence.matchAll(/[a-z][a-z'-]*/gi)) {
        const at = start + place
        if (pieces.some(([low, high]) => low < at + word.length && at < high)) continue
        if (!isWord(word.toLowerCase())) return false
      }
    }
  return true
}

const isWord = (word: string): boolean =>
  isKnownWord(word) || word.split(/-|'s?$/).every((part) => part === '' || isKnownWord(part))

function isKnownWord(word: string): boolean {
  // `200 long overall` is a size of more than one of them.
  const { filler, color, role } = lexicon().find([word])?.entry ?? {}
  return KNOWN.has(word) || (role === undefined && Boolean(filler || color))
}

/** A hole that the grammar of features knows: round, or cut from one side. */
const isOpening = (words: string, { noun, relation, sizes }: Passage): boolean => {
  const square = sizes.some((at) => /square/i.test(words.slice(...at)))
  const ways = square && relation.some((at) => THREE_WAYS.test(words.slice(...at)))
  return OPENING.test(noun) && !SOLID.test(noun) && !ways
}

/** Those before it, nearest first, that stand on it. */
function behind<T extends { passage: Passage }>(all: readonly T[], index: number): T[] {
  const before = all[index - 1]
  return before?.passage.onNext ? [before, ...behind(all, index - 1)] : []
}

/** `another one of the same size` */
function twinOf(last: Laid | undefined, binder: Binder): SizedSolid | undefined {
  if (!last) return undefined
  const { place: _place, joins: _joins, ...body } = last.body
  return { body: { ...body, id: binder.id(body.id) }, family: body.family, atoms: [] }
}

/** What is said of the place of a solid, in words and in numbers. */
export interface Relation {
  text: string
  told: Told[]
}

function relationOf(words: string, { relation, sizes }: Passage, told: readonly Told[]): Relation {
  const within = ({ at }: Told) => relation.some(([from, to]) => from <= at[0] && at[1] <= to)
  const own = told.filter(within)
  const text = relation
    .map(([from, to]) => {
      let piece = ''
      for (let place = from; place < to; place++)
        piece += sizes.some(([low, high]) => low <= place && place < high && SIZED.test(words.slice(low, high)))
          ? ' '
          : words[place]
      return piece
    })
    .join(' # ')
  return { text, told: own }
}

/** `top diameter` is no place. */
const SIZED = /\d|^(?:top|bottom|base|inner|outer|inside|outside|end)$/i

/** What touches nothing of the others is no part of them, and no cut of it. */
function apart(laid: readonly Laid[], binder: Binder): boolean {
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const spans = laid.map(({ low, size }) =>
    [0, 1, 2].map((axis) => [value(low[axis] ?? '0'), value(low[axis] ?? '0') + value(size[axis] ?? '0')] as const),
  )
  const isFlat = ({ flat, axis }: Laid, along: number, high: boolean) =>
    flat === 'all' || (axis === along && flat[high ? 1 : 0])
  const meet = (one: number, other: number): boolean => {
    const [first, second] = [laid[one], laid[other]]
    if (!first || !second || one === other) return false
    const gaps = [0, 1, 2].map((axis) => {
      const [[a, b] = [0, 0], [c, d] = [0, 0]] = [spans[one]?.[axis], spans[other]?.[axis]]
      return { axis, gap: Math.max(a - d, c - b), above: a - d > c - b }
    })
    const touching = gaps.filter(({ gap }) => gap > -1e-6)
    const [side, ...more] = touching
    if (!side) return true
    // A ball on a face touches it in a point, and a cut that only touches takes nothing.
    const { axis, gap, above } = side
    const faces = [first, second].every(({ body }) => body.joins !== 'cut' && body.joins !== 'common')
    return more.length === 0 && gap < 1e-6 && faces && isFlat(first, axis, !above) && isFlat(second, axis, above)
  }
  const reached = new Set([0])
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const from of reached)
      if (laid[from]?.body.joins !== 'cut') for (const to of laid.keys()) if (meet(from, to)) reached.add(to)
  }
  return reached.size < laid.length
}
