import type { PartPlan } from '@hewn/model'
import { familyOf, lexicon } from '../registry.ts'
import type { Item } from '../words/items.ts'
import { fromIt } from './another.ts'
import { inVerbs } from './in-verbs.ts'

/** `bring it down to 90`, `get it up to 4`: `make it 90` says the same. */
export function plainly(all: readonly Item[], { bodies, names }: PartPlan): Item[] {
  const items = fromIt(withoutOld(all, names)).map((item, place, said) => {
    const [before, after] = [said[place - 1], said[place + 1]]
    const stock = item.kind === 'word' && STOCK.has(item.text) && before?.kind === 'number'
    return stock && after?.kind === 'word' && after.text === 'instead' ? worded('thick', item.at) : item
  })
  const texts = items.map((item) => (item.kind === 'word' ? item.text : undefined))
  const gone = new Set<number>()
  for (const [start, text] of texts.entries()) {
    if (!BRINGS.has(text ?? '')) continue
    let place = start + 1
    while (IT.has(texts[place] ?? '')) place++
    const sized = items[place]
    const role = sized?.kind === 'word' && sized.entry?.role !== undefined ? place++ : -1
    const way = texts[place]
    if (way !== undefined && WAYS.has(way)) place++
    else if (way !== 'down to' && way !== 'up to') continue
    if (way?.endsWith(' to')) place++
    else if (texts[place] === 'to') place++
    else continue
    if (items[place]?.kind === 'number') for (let one = start; one < place; one++) if (one !== role) gone.add(one)
  }
  // Where nothing has a mouth of its own, an opening is cut.
  const gaps = bodies.some(({ family }) =>
    Object.values(familyOf(family)?.slots ?? {}).some(({ accepts }) => accepts.split(/[\s,]+/).includes('gap')),
  )
  const cut = gaps ? undefined : lexicon().find(['cutout'])?.entry
  const floored =
    bodies.some(({ family }) => familyOf(family)?.slots['floor'] !== undefined) || texts.includes('hollow')
  const floor = floored ? lexicon().find(['floor'])?.entry : undefined
  return inVerbs(turned(items.filter((_, place) => !gone.has(place))))
    .map((item, place, all) => {
      const bottom = item.kind === 'word' && (item.text === 'bottom' || item.text === 'base')
      // `a 3 mm bottom` of what is hollow
      return floor && bottom && all[place - 1]?.kind === 'number' ? { ...item, text: 'floor', entry: floor } : item
    })
    .map((item) =>
      cut && item.kind === 'word' && item.text === 'opening' ? { ...item, text: 'cutout', entry: cut } : item,
    )
}

/** `bore it 30 mm` is a 30 mm bore; of `a 25 mm counterbore 8 mm deep` both sizes stand behind the noun. */
function turned(items: readonly Item[]): Item[] {
  const all = [...items]
  const text = (place: number) => {
    const item = all[place]
    return item?.kind === 'word' ? item.text : undefined
  }
  for (let place = 0; place < all.length; place++) {
    const item = all[place]
    if (!item) continue
    if (text(place) === 'bore' && IT.has(text(place + 1) ?? '')) {
      let end = place + 1
      while (['it', 'this', 'that', 'out', 'through', 'to', 'the', 'part'].includes(text(end) ?? '')) end++
      const number = all[end]
      if (number?.kind === 'number')
        all.splice(place, end + 1 - place, worded('add', item.at), worded('a', item.at), number, item)
    } else if (HEADS.has(text(place) ?? '') && all[place - 1]?.kind === 'number') {
      // `a 25 mm counterbore, 8 mm deep`
      const marked = isComma(all[place + 1])
      const number = all[place - 1]
      if (number && all[place + (marked ? 2 : 1)]?.kind === 'number')
        all.splice(place - 1, marked ? 3 : 2, item, number)
    }
  }
  return all
}
const isComma = (item: Item | undefined): boolean => item?.kind === 'mark' && item.text === ','
const worded = (text: string, at: Item['at']): Item => {
  const entry = lexicon().find([text])?.entry
  return { kind: 'word', at, text, plural: false, ...(entry ? { entry } : {}) }
}
const HEADS = new Set(['counterbore', 'cbore', 'spotface'])
/** What something is made from, by how thick that is. */
const STOCK = new Set(['sheet', 'strip', 'stock', 'material'])
const BRINGS = new Set(['bring', 'take', 'get', 'pull', 'knock', 'cut', 'trim', 'drop', 'go'])
const IT = new Set(['it', 'this', 'that', 'the', 'whole', 'thing', 'part', 'everything'])
const WAYS = new Set(['down', 'up', 'back', 'out', 'in'])

/** `15 mm from the edges, not 10`: what it was, where it was that, is said for comparison. */
function withoutOld(items: readonly Item[], names: PartPlan['names']): Item[] {
  const at = items.findIndex((item, place) => {
    const [number, after] = [items[place + 1], items[place + 2]]
    if (item.kind !== 'word' || item.text !== 'not' || place === 0 || number?.kind !== 'number') return false
    const sized = items.slice(0, place).some((one) => one.kind === 'number')
    return (
      sized &&
      (after === undefined || after.kind === 'mark') &&
      items[place - 1]?.kind === 'mark' &&
      names.some(({ value, unit }) => unit === 'mm' && Math.abs(value - number.mm) < 0.005)
    )
  })
  return at < 0 ? [...items] : [...items.slice(0, at), ...items.slice(at + 2)]
}
