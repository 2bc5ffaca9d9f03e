import type { PartPlan } from '@hewn/model'
import { familyOf, featureOf, lexicon } from '../registry.ts'
import type { Item } from '../words/items.ts'
import { aside } from '../readings/turn.ts'
import { ones } from './ones.ts'
import { withArticles } from './with-articles.ts'
import { calledDeep } from './seeds.ts'

type Rewrite = (items: Item[], place: number, plan: PartPlan) => void

/** Turns of speech about the part there is, in the words for its sizes: `use 3 mm sheet` is 3 mm thick, `cut it to 250` is 250 long. */
export function inPlainSizes(items: readonly Item[], plan: PartPlan): Item[] {
  const all = withArticles(items, plan)
  for (let place = 0; place < all.length; place++) for (const rewrite of REWRITES) rewrite(all, place, plan)
  return all
}

const textAt = (items: readonly Item[], place: number): string => {
  const item = items[place]
  return item?.kind === 'word' ? item.text : ''
}
const isLength = (item: Item | undefined): boolean =>
  item?.kind === 'number' && item.unit !== 'deg' && item.unit !== '%'
const said = (text: string, at: Item['at']): Item => {
  const entry = lexicon().find([text])?.entry
  return { kind: 'word', at, text, plural: false, ...(entry ? { entry } : {}) }
}
const has = ({ bodies }: PartPlan, ...roles: string[]): boolean =>
  bodies.some(({ family }) =>
    Object.values(familyOf(family)?.slots ?? {}).some(({ accepts }) =>
      accepts.split(/\s+/).some((role) => roles.includes(role)),
    ),
  )

/** `use 3 mm sheet instead`, `from 4 mm plywood`: what it is made of says how thick it is. */
const stock: Rewrite = (items, place, plan) => {
  const item = items[place]
  const led = [1, 2, 3, 4].some((back) => STOCK_LEADS.has(textAt(items, place - back)))
  const follows = items[place + 1]
  if (!item || !STOCK.test(textAt(items, place)) || !isLength(items[place - 1]) || !led) return
  if (follows?.kind === 'number' || !has(plan, 'thickness', 'wall')) return
  items[place] = said(has(plan, 'thickness') ? 'thick' : 'wall', item.at)
}
const STOCK = /^(?:steel |metal |sheet |plate )?(?:sheet|sheet metal|sheet steel|stock|material|plate|plywood|ply|mdf)$/
const STOCK_LEADS = new Set(['use', 'from', 'of', 'switch', 'switch to', 'in', 'go', 'with', 'to', 'instead'])

/** `cut it down to 250`, `saw it to 80`, `I only need 250 of it`: a length. */
const cutTo: Rewrite = (items, place, plan) => {
  const item = items[place]
  const next = items[place + 1]
  if (!item || !isLength(item) || !has(plan, 'length') || next?.kind === 'times' || next?.kind === 'number') return
  const of = textAt(items, place + 1) === 'of' && IT.has(textAt(items, place + 2))
  let back = place - 1
  while (TO.has(textAt(items, back))) back--
  const cut = CUTS.has(textAt(items, back)) && /(?:^| )to$/.test(textAt(items, place - 1))
  const needed = of && ['need', 'want', 'use', 'keep'].includes(textAt(items, place - 1))
  if (next?.kind === 'word' && next.entry?.role !== undefined) return
  if (needed) items.splice(place + 1, 2, said('long', item.at))
  else if (cut && !of) items.splice(place + 1, 0, said('long', item.at))
}
const CUTS = new Set(['cut', 'saw', 'trim', 'chop', 'crop', 'shorten'])
const TO = new Set([
  'it',
  'this',
  'that',
  'down',
  'back',
  'off',
  'the',
  'part',
  'whole',
  'thing',
  'to',
  'down to',
  'back to',
])
const IT = new Set(['it', 'this', 'that'])

/** `put a wall across the middle`: in a box it parts it. */
const partition: Rewrite = (items, place, { bodies }) => {
  const item = items[place]
  const led = ['a', 'an', 'one', 'another'].includes(textAt(items, place - 1))
  const added = [2, 3].some((back) =>
    ['add', 'put', 'need', 'want', 'with', 'give'].includes(textAt(items, place - back)),
  )
  const boxed = bodies.some(({ family }) => family === 'enclosure')
  if (item && textAt(items, place) === 'wall' && led && added && boxed) items[place] = said('divider', item.at)
}

/** `the free corners of both legs`: all such corners are at the ends of legs. */
const cornersOfLegs: Rewrite = (items, place) => {
  const next = items[place + 1]
  const corner = next?.kind === 'word' && next.entry?.place === 'corner'
  if (corner && ['free', 'exposed'].includes(textAt(items, place))) items.splice(place, 1)
  const before = items[place - 1]
  if (before?.kind !== 'word' || before.entry?.place !== 'corner' || !['of', 'on'].includes(textAt(items, place)))
    return
  let end = place + 1
  while (['both', 'the', 'each', 'all', 'two', 'its'].includes(textAt(items, end))) end++
  if (LEGS.test(textAt(items, end))) items.splice(place, end + 1 - place)
}
const LEGS = /^(?:leg|arm|flange)s?$/

/** `a hole in the floor`: of what is hollow, its bottom. */
const inFloor: Rewrite = (items, place) => {
  const item = items[place]
  const led = [1, 2].some((back) => ['in', 'through', 'into'].includes(textAt(items, place - back)))
  if (item && textAt(items, place) === 'floor' && led) items[place] = said('bottom', item.at)
}

/** `two holes in each leg instead of one`: how many there were. */
const insteadOfOne: Rewrite = (items, place) => {
  const number = items[place + 2]
  const counts = number?.kind === 'number' && number.text.toLowerCase() === 'one'
  const ends = items[place + 3] === undefined || items[place + 3]?.kind === 'mark'
  if (textAt(items, place) === 'instead' && textAt(items, place + 1) === 'of' && counts && ends)
    items.splice(place + 1, 2)
}

/** `one of the long top edges`: one such edge. */
const oneOf: Rewrite = (items, place) => {
  const one = items[place]
  if (one?.kind !== 'number' || one.text.toLowerCase() !== 'one' || textAt(items, place + 1) !== 'of') return
  for (let ahead = place + 2; ahead < place + 7; ahead++) {
    const item = items[ahead]
    if (item?.kind !== 'word') return
    if (item.entry?.place !== 'edge' && item.entry?.place !== 'corner') continue
    const end = ['the', 'its', 'those'].includes(textAt(items, place + 2)) ? 2 : 1
    items.splice(place + 1, end)
    return
  }
}

/** `another ring of 6 M4 holes`: six more, and none of those there are. */
const anotherSet: Rewrite = (items, place) => {
  const led = ['another', 'second', 'further', 'extra'].includes(textAt(items, place))
  const item = items[place]
  if (!item || !led || !SETS.has(textAt(items, place + 1)) || textAt(items, place + 2) !== 'of') return
  const start = ['a', 'add'].includes(textAt(items, place - 1)) ? place - 1 : place
  items.splice(start, place + 3 - start, said('add', item.at))
}
const SETS = new Set(['ring', 'circle', 'set', 'row', 'group', 'pattern', 'lot', 'bolt circle'])

/** `counterbore one end 34 mm, 20 deep` of what is bored through and has no other hole: a wider hole there. */
const counterbored: Rewrite = (items, place, { bodies }) => {
  const item = items[place]
  const before = items[place - 1]
  const begins =
    before === undefined || before.kind === 'mark' || ['and', 'then', 'please'].includes(textAt(items, place - 1))
  const bored = bodies.some(
    ({ family, sizes, features }) =>
      sizes[familyOf(family)?.bore ?? ''] !== undefined && !features.some(({ kind }) => kind === 'hole'),
  )
  const at =
    ['one', 'the', 'each', 'both', 'top', 'bottom'].includes(textAt(items, place + 1)) ||
    items[place + 1]?.kind === 'number'
  if (item && textAt(items, place) === 'counterbore' && begins && bored && at)
    items.splice(place, 1, said('add', item.at), said('a', item.at), said('hole', item.at))
}

/** `120 mm wide, 60 mm tall` of a plate that has length and width: what was called wide is called so still. */
const asCalled: Rewrite = (items, place, plan) => {
  const item = items[place]
  const more = COMPARED[textAt(items, place)]
  const role = more ?? (item?.kind === 'word' ? item.entry?.role : undefined)
  if (!item || role === undefined || !Object.hasOwn(WORD_OF, role)) return
  // What else is named has sizes of its own.
  const family = plan.bodies[0]?.family ?? ''
  if (items.some((one) => one.kind === 'word' && one.entry?.nouns.some((key) => key !== family))) return
  if (more && items[place - 1]?.kind !== 'number' && textAt(items, place + 1) !== 'by') return
  const slot = slotCalled(role, plan)
  if (slot === undefined || slot === role) return
  const [plain, compared] = WORD_OF[slot] ?? [role, role]
  items[place] = said(more ? compared : plain, item.at)
}

/** The side of the body whose number that word stood beside, where the side of that name was called otherwise. */
function slotCalled(role: string, { bodies, names, request }: PartPlan): string | undefined {
  const [body, ...others] = bodies
  if (!body?.sizes['length'] || !body.sizes['width'] || others.length > 0) return undefined
  const called = Object.keys(WORD_OF).flatMap((slot) => {
    const origin = names.find(({ name }) => name === body.sizes[slot])?.origin
    if (origin?.from !== 'said') return []
    const [from, to] = origin.span
    const around = `${request.slice(Math.max(0, from - 14), from)} # ${request.slice(from, to + 12)}`
    const word = BESIDE.exec(around)
      ?.slice(1)
      .find((one) => one !== undefined)
    return word === undefined ? [] : [{ slot, role: ROLE_OF[word.toLowerCase()] }]
  })
  const [only, ...more] = called.filter((one) => one.role === role)
  const own = called.find((one) => one.slot === role)
  return only && more.length === 0 && own?.role !== role ? only.slot : undefined
}
const WORD_OF: Readonly<Record<string, readonly [plain: string, compared: string]>> = {
  length: ['long', 'longer'],
  width: ['wide', 'wider'],
  height: ['high', 'taller'],
  thickness: ['thick', 'thicker'],
}
const COMPARED: Readonly<Record<string, string>> = {
  longer: 'length',
  wider: 'width',
  taller: 'height',
  higher: 'height',
}
const ROLE_OF: Readonly<Record<string, string>> = {
  wide: 'width',
  width: 'width',
  long: 'length',
  length: 'length',
  high: 'height',
  tall: 'height',
  height: 'height',
}
const BESIDE =
  /# [\d.]+ ?(?:mm|cm|in|inch(?:es)?|")? ?(?:in )?(wide|width|long|length|high|tall|height)\b|\b(width|length|height)(?: of| is|:|=)? ?# /i

/** `make it 40 deep` of a tray, whose width was not told as its depth: up from the table. */
const deepTray: Rewrite = (items, place, plan) => {
  const item = items[place]
  const [body, ...others] = plan.bodies
  if (!item || textAt(items, place) !== 'deep' || !isLength(items[place - 1]) || !body || others.length > 0) return
  if (items.some((one) => one.kind === 'word' && one.entry?.nouns.some((key) => key !== body.family))) return
  if (DISHES.test(body.label) && body.sizes['width'] && !calledDeep(body, plan)) items[place] = said('high', item.at)
}
const DISHES = /\b(?:tray|bin|dish|pan|tub|trough|drawer|bucket|planter)\b/

/** `the height of the block`, `the flange thickness`, where that is all there is. */
const ofBody: Rewrite = (items, place, { bodies }) => {
  const item = items[place]
  const [of, the, noun] = [textAt(items, place + 1), textAt(items, place + 2), items[place + 3]]
  const [body, ...others] = bodies
  const next = items[place + 1]
  const sized = next?.kind === 'word' && next.entry?.role !== undefined
  if (item?.kind === 'word' && sized && items[place - 1]?.kind !== 'number' && body && others.length === 0)
    if (item.text === body.label ? item.entry?.nouns.includes(body.family) : body.label.startsWith(`${item.text} `))
      items.splice(place, 1)
  if (item?.kind !== 'word' || item.entry?.role === undefined || of !== 'of' || !POINTS.has(the)) return
  if (noun?.kind !== 'word' || !body || others.length > 0) return
  if (noun.text === body.label || noun.entry?.nouns.includes(body.family)) items.splice(place + 1, 3)
}
const POINTS = new Set(['the', 'this', 'that'])

/** `the base 15 thick` of a base plate: the first of its names. */
const firstName: Rewrite = (items, place, { bodies }) => {
  const item = items[place]
  const [body, ...others] = bodies
  if (item?.kind !== 'word' || !body || others.length > 0 || !body.label.startsWith(`${item.text} `)) return
  const entry = lexicon().find(body.label.split(' '))?.entry
  const [before, next] = [items[place - 1], items[place + 1]]
  const named = before === undefined || before.kind === 'mark' || ['the', 'its'].includes(textAt(items, place - 1))
  if (entry && named && next?.kind !== 'word' && item.entry?.nouns.length)
    items.splice(place, 1, said('the', item.at), { kind: 'word', at: item.at, text: entry.text, plural: false, entry })
}

/** `give each of them a 2.5 mm hole`: what was made last is called by its name. */
const givenTo: Rewrite = (items, place, { bodies }) => {
  const item = items[place]
  if (!item || textAt(items, place) !== 'give') return
  let end = place + 1
  while (['each', 'all', 'of', 'one'].includes(textAt(items, end))) end++
  const given = THEM.has(textAt(items, end)) && ['a', 'an'].includes(textAt(items, end + 1))
  const made = bodies.flatMap(({ features }) => features).findLast(({ kind }) => featureOf(kind)?.manner === 'spot')
  const entry = made && lexicon().find(made.label.split(' '))?.entry
  if (!given || !entry) return
  const noun: Item = { kind: 'word', at: item.at, text: entry.text, plural: true, entry }
  items.splice(place + 1, end - place, said('the', item.at), noun)
}
const THEM = new Set(['them', 'those', 'these'])

/** `a hole for a 6 mm potentiometer shaft`: what goes through it is as wide as it is, and is not made. */
const goesThrough: Rewrite = (items, place) => {
  const hole = items[place - 1]
  const led = hole?.kind === 'word' && hole.entry?.nouns.includes('hole') && textAt(items, place) === 'for'
  if (!led || !['a', 'an', 'the', 'my'].includes(textAt(items, place + 1)) || !isLength(items[place + 2])) return
  for (let end = place + 3; end < place + 6; end++) {
    const item = items[end]
    if (item?.kind !== 'word' || item.entry?.place !== undefined || item.entry?.role !== undefined) return
    if (['in', 'on', 'at', 'and', 'with', 'through', 'from', 'to'].includes(item.text)) return
    items[end] = aside(item)
  }
}

const REWRITES: readonly Rewrite[] = [
  goesThrough,
  ones,
  givenTo,
  firstName,
  ofBody,
  deepTray,
  asCalled,
  stock,
  cutTo,
  partition,
  cornersOfLegs,
  inFloor,
  insteadOfOne,
  oneOf,
  anotherSet,
  counterbored,
]
