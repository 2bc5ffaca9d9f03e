import type { Item } from './items.ts'

/** Nouns of an outline, which say all about what they are an outline of. */
const SHAPES: ReadonlySet<string> = new Set([
  'ellipse',
  'half-disc',
  'parallelogram',
  'rhombus',
  'stadium',
  'trapezoid',
])
const PLAIN = /^(?:plate|piece|part|block|sheet|slab|board|panel|base plate|mounting plate|solid|body)$/

/** `a half moon plate`, `semicircle shaped piece`: the second noun says what the shape is of, and makes nothing of its own. */
export function plateOfShape(item: Item, index: number, items: readonly Item[]): Item {
  if (item.kind !== 'word' || !PLAIN.test(item.text)) return item
  const shaped = /^shaped?$/.test(textOf(items[index - 1]))
  const shape = items[index - (shaped ? 2 : 1)]
  if (shape?.kind !== 'word' || !shape.entry?.nouns.some((key) => SHAPES.has(key))) return item
  const { entry: _, ...plain } = item
  return { ...plain, aside: true }
}

const textOf = (item: Item | undefined): string => (item?.kind === 'word' ? item.text : '')
