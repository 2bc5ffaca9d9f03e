import type { Item, WordItem } from './items.ts'

/** What a body is said to be, and the feature that makes it so. */
const MADE_SO: Readonly<Record<string, string>> = {
  slotted: 'slot',
  grooved: 'groove',
  stepped: 'step',
  notched: 'notch',
  ribbed: 'rib',
  finned: 'fin',
  chamfered: 'chamfer',
  bevelled: 'chamfer',
  beveled: 'chamfer',
  filleted: 'fillet',
  recessed: 'recess',
  pocketed: 'pocket',
  gusseted: 'gusset',
  lipped: 'lip',
  rimmed: 'rim',
  shouldered: 'shoulder',
}

/** `grooved pin … with a 2 mm wide groove`, `chamfered block … with 2 mm chamfer`: what is told behind it is not made twice. */
export function toldAgain(items: readonly Item[]): Item[] {
  return items.map((item, place) => {
    if (item.kind !== 'word') return item
    const feature = MADE_SO[item.typo ?? item.text]
    if (!feature || !leadsToName(items, place)) return item
    const again = items
      .slice(place + 1)
      .some((one) => one.kind === 'word' && one.text.split(' ').at(-1) === feature && one.entry !== undefined)
    if (!again) return item
    const { kind, at, text, plural }: WordItem = item
    return { kind, at, text, plural, aside: true }
  })
}

/** Only words of its name stand between it and what is made. */
function leadsToName(items: readonly Item[], place: number): boolean {
  const name = items.findIndex((one, at) => at > place && one.kind === 'word' && (one.entry?.nouns.length ?? 0) > 0)
  return name > 0 && name <= place + 3 && items.slice(place + 1, name).every(({ kind }) => kind === 'word')
}
