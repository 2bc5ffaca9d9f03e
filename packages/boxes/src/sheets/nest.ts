import type { Um } from '@hewn/model'

export interface NestItem<T> {
  readonly part: T
  readonly width: Um
  readonly height: Um
}

export interface NestRoom {
  readonly width: Um
  readonly height: Um
  readonly margin: Um
  readonly spacing: Um
}

export interface Nested<T> {
  readonly part: T
  readonly x: Um
  readonly y: Um
  readonly turn: 0 | 90
}

interface Shelf {
  y: Um
  height: Um
  used: Um
}

/**
 * Lays parts on sheets, shelf by shelf, tallest first; equal parts keep their order. A first pass on rectangles: the notches
 * of an outline are not used yet. Every item must fit a sheet alone, see `fits`.
 */
export function nest<T>(items: readonly NestItem<T>[], room: NestRoom): Nested<T>[][] {
  const across = room.width - 2 * room.margin
  const upward = room.height - 2 * room.margin
  const lying = items.map((item) => lay(item, room)).toSorted((a, b) => b.height - a.height || b.width - a.width)
  const sheets: { parts: Nested<T>[]; shelves: Shelf[] }[] = []
  for (const { part, width, height, turn } of lying) {
    const place = (sheet: (typeof sheets)[number]): boolean => {
      const last = sheet.shelves.at(-1)
      const top = last ? last.y + last.height + room.spacing : 0
      const shelf =
        sheet.shelves.find((open) => height <= open.height && open.used + width <= across) ??
        (top + height <= upward ? { y: top, height, used: 0 } : undefined)
      if (!shelf) return false
      if (shelf.used === 0) sheet.shelves.push(shelf)
      // Shelves hang from the top, where a reader and a laser bed begin.
      sheet.parts.push({ part, x: room.margin + shelf.used, y: room.height - room.margin - shelf.y - height, turn })
      shelf.used += width + room.spacing
      return true
    }
    if (sheets.some(place)) continue
    const fresh = { parts: [], shelves: [] }
    sheets.push(fresh)
    place(fresh)
  }
  return sheets.map((sheet) => sheet.parts)
}

/** Whether a part fits a sheet at all, in one way or the other. */
export function fits(item: { width: Um; height: Um }, room: NestRoom): boolean {
  const [across, upward] = [room.width - 2 * room.margin, room.height - 2 * room.margin]
  return (item.width <= across && item.height <= upward) || (item.height <= across && item.width <= upward)
}

/** Long side across, unless only the other way fits: low shelves waste least. */
function lay<T>(item: NestItem<T>, room: NestRoom): NestItem<T> & { turn: 0 | 90 } {
  const lies = item.width >= item.height
  const turned = { ...item, width: item.height, height: item.width, turn: 90 as const }
  const straight = { ...item, turn: 0 as const }
  const [first, second] = lies ? [straight, turned] : [turned, straight]
  const [across, upward] = [room.width - 2 * room.margin, room.height - 2 * room.margin]
  return first.width <= across && first.height <= upward ? first : second
}
