import type { Item } from '../words/items.ts'
import type { Edit } from './edit.ts'

/** `put a flange on one end`, `flange on the bottom`: a tube that gets one is of the family that has one, with all the sizes it had. */
export function flanged(edit: Edit, items: readonly Item[]): void {
  const says = (test: (text: string) => boolean) => items.some((item) => item.kind === 'word' && test(item.text))
  if (
    !says((text) => ['flange', 'collar', 'brim'].includes(text)) ||
    !says((text) => ADDS.has(text) || text === 'on' || text === 'at')
  )
    return
  for (const body of edit.plan.bodies) {
    if (body.family !== 'tube') continue
    body.family = 'flanged-bushing'
    edit.atEnd(() => {
      if (!body.parts.some(({ kind }) => kind === 'rim')) body.family = 'tube'
    })
  }
}
const ADDS = new Set(['add', 'put', 'with', 'give', 'needs', 'need', 'want', 'fit', 'weld'])
