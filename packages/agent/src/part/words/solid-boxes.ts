import type { Item, WordItem } from './items.ts'
import type { Lexicon } from './lexicon.ts'

/** Of what has a room in it: walls, an opening, things that are kept in it or go on it. */
const HOLLOW =
  /^(?:lid|lids|cover|hollow|shell|shelled|walls?|walled|floor|inside|interior|internal|internally|cavity|compartments?|dividers?|partition|partitions|for|hold|holds|holding|store|storage|contain|container|electronics|electronic|project|enclosure|tray|drawer|standoffs?|boss|bosses|vents?|louvres?|pcb|board|battery|usb|snap|hinge|hinged|sliding|slides|slide|opening|cable|switch|bottom|plywood|cardboard|sheet|acrylic|mdf|gift|tool|jewel|jewellery|empty|remove|removable|ventilated|room|fits?|rim|tin|lip|feet|handles?|sides)$/
const ROOM = /^(?:wall|floor|inner|inner-length|inner-width|inner-height|clear|clearance|gap)$/
const OPEN = /^(?:open|closed|hollow|inside|outside|press-fit|goes-over)/

/** `a box 50 x 30 x 20` in the language of CAD: nothing that was said of it makes it hollow, and it is solid. */
export function solidBoxes(items: readonly Item[], lexicon: Lexicon): Item[] {
  const block = lexicon.find(['block'])?.entry
  if (!block || items.some(isHollow) || thickOfFour(items)) return [...items]
  return items.map((item, place): Item => {
    if (item.kind !== 'word' || !/^(?:rectangular )?box$/.test(item.text) || item.aside) return item
    // `pyramid box`: that its walls are so is refused where it is known to be a box.
    const before = items[place - 1]
    if (before?.kind === 'word' && isNoBox(before.text, before.entry?.nouns)) return item
    return { ...item, text: 'block', entry: block, typo: 'box', taken: WHY }
  })
}
/** Shapes that the walls of a box do not have here. */
const NOT_OF_BOXES: ReadonlySet<string> = new Set(
  'pyramid tetrahedron cone ellipse triangle star torus rhombus trapezoid parallelogram'.split(' '),
)
export const isNoBox = (noun: string, keys: readonly string[] = []): boolean =>
  noun === 'barrel' || keys.some((key) => NOT_OF_BOXES.has(key))
const WHY = 'nothing hollow was said of it'

const words = ({ text, entry }: WordItem): boolean =>
  text.split(' ').some((word) => HOLLOW.test(word)) || ROOM.test(entry?.role ?? '') || OPEN.test(entry?.flag ?? '')
/** `a hole from top to bottom` goes through what is solid. */
const isEnd = (items: readonly Item[], place: number): boolean => {
  const [top, to, bottom] = items.slice(place - 2, place + 1).map((item) => (item.kind === 'word' ? item.text : ''))
  return top === 'top' && (to === 'to' || to === 'and') && bottom === 'bottom'
}
const isHollow = (item: Item, place: number, items: readonly Item[]): boolean =>
  item.kind === 'word' && words(item) && !isEnd(items, place)

/** `100 x 60 x 40, 3 mm thick`, `100 x 60 x 40, 3 mm, …`: beside its three sizes that is its walls. */
function thickOfFour(items: readonly Item[]): boolean {
  const numbers = items.filter(({ kind }) => kind === 'number')
  if (numbers.length > 3 && items.some((item) => item.kind === 'word' && item.entry?.role === 'thickness')) return true
  return items.some((_, place) => {
    const [size, times, last, comma, thick, after] = items.slice(place, place + 6)
    return (
      size?.kind === 'number' &&
      items[place - 1]?.kind === 'times' &&
      times?.kind === 'times' &&
      last?.kind === 'number' &&
      isComma(comma) &&
      thick?.kind === 'number' &&
      5 * thick.mm <= Math.min(size.mm, last.mm) &&
      (after === undefined || isComma(after))
    )
  })
}
const isComma = (item: Item | undefined): boolean => item?.kind === 'mark' && ',;.'.includes(item.text)
