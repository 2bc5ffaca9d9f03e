import type { PartPlan } from '@hewn/model'
import { familyOf, lexicon } from '../registry.ts'
import type { Item } from '../words/items.ts'
import { inVerbs } from './in-verbs.ts'

/** `bring it down to 90`, `get it up to 4`: `make it 90` says the same. */
export function plainly(items: readonly Item[], { bodies }: PartPlan): Item[] {
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
    } else if (HEADS.has(text(place) ?? '') && all[place - 1]?.kind === 'number' && all[place + 1]?.kind === 'number') {
      const number = all[place - 1]
      if (number) all.splice(place - 1, 2, item, number)
    }
  }
  return all
}
const worded = (text: string, at: Item['at']): Item => {
  const entry = lexicon().find([text])?.entry
  return { kind: 'word', at, text, plural: false, ...(entry ? { entry } : {}) }
}
const HEADS = new Set(['counterbore', 'cbore', 'spotface'])
const BRINGS = new Set(['bring', 'take', 'get', 'pull', 'knock', 'cut', 'trim', 'drop', 'go'])
const IT = new Set(['it', 'this', 'that', 'the', 'whole', 'thing', 'part', 'everything'])
const WAYS = new Set(['down', 'up', 'back', 'out', 'in'])
