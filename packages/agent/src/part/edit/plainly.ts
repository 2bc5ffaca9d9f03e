import type { PartPlan } from '@hewn/model'
import { familyOf, lexicon } from '../registry.ts'
import type { Item } from '../words/items.ts'

/** `bring it down to 90`, `get it up to 4`: `make it 90` says the same. */
export function plainly(items: readonly Item[], { bodies }: PartPlan): Item[] {
  const texts = items.map((item) => (item.kind === 'word' ? item.text : undefined))
  const gone = new Set<number>()
  for (const [start, text] of texts.entries()) {
    if (!BRINGS.has(text ?? '')) continue
    let place = start + 1
    while (IT.has(texts[place] ?? '')) place++
    const way = texts[place]
    if (way !== undefined && WAYS.has(way)) place++
    else if (way !== 'down to' && way !== 'up to') continue
    if (way?.endsWith(' to')) place++
    else if (texts[place] === 'to') place++
    else continue
    if (items[place]?.kind === 'number') for (let one = start; one < place; one++) gone.add(one)
  }
  // Where nothing has a mouth of its own, an opening is cut.
  const gaps = bodies.some(({ family }) =>
    Object.values(familyOf(family)?.slots ?? {}).some(({ accepts }) => accepts.split(/[\s,]+/).includes('gap')),
  )
  const cut = gaps ? undefined : lexicon().find(['cutout'])?.entry
  return items
    .filter((_, place) => !gone.has(place))
    .map((item) =>
      cut && item.kind === 'word' && item.text === 'opening' ? { ...item, text: 'cutout', entry: cut } : item,
    )
}
const BRINGS = new Set(['bring', 'take', 'get', 'pull', 'knock', 'cut', 'trim', 'drop', 'go'])
const IT = new Set(['it', 'this', 'that', 'the', 'whole', 'thing', 'part', 'everything'])
const WAYS = new Set(['down', 'up', 'back', 'out', 'in'])
