import { familyOf } from '../registry.ts'
import type { Item } from '../words/items.ts'
import type { Edit } from './edit.ts'
import { MORE } from './orders/adjusted.ts'

/**
 * `make it 10 mm taller`, `another 5 mm on the height`, said of a cube: one of its sides becomes another one, and it is a
 * block. Where only what is on it was meant it is a cube still.
 */
export function uncubed(edit: Edit, items: readonly Item[]): void {
  if (!namesOneWay(items)) return
  for (const body of edit.plan.bodies) {
    const { side, ...others } = body.sizes
    if (body.family !== 'cube' || !side) continue
    body.family = 'block'
    body.sizes = { length: side, width: side, height: side, ...others }
    edit.atEnd(() => {
      const { length, width, height, ...rest } = body.sizes
      if (length !== side || width !== side || height !== side) {
        body.label = 'block'
        return
      }
      body.family = 'cube'
      body.sizes = { side, ...rest }
    })
  }
}

/** A word for one of its sides, and none for what is on it in the same clause. */
function namesOneWay(items: readonly Item[]): boolean {
  let way = false
  for (const item of items) {
    if (item.kind === 'mark' || (item.kind === 'word' && item.text === 'and')) {
      if (way) return true
    } else if (item.kind === 'word') {
      if (item.entry?.nouns.some((key) => familyOf(key) === undefined)) return false
      way ||= WAYS.has(item.entry?.role ?? '') || Object.hasOwn(MORE, item.text)
    }
  }
  return way
}
const WAYS: ReadonlySet<string> = new Set(['length', 'width', 'height', 'thickness'])
