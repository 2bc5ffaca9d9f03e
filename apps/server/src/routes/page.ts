import { z } from 'zod'
import { refuse } from '../refusal.ts'

/** Lists are `{ items, next? }`; `next` is the `cursor` of the rest (SV11). */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
}

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().optional() })

/** One page of a list that is at hand. The cursor is the id of the last one that was sent. */
export function page<T extends { id: string }>(
  items: readonly T[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const after = cursor === undefined ? -1 : items.findIndex((item) => item.id === cursor)
  if (cursor !== undefined && after < 0)
    throw refuse('REQUEST_INVALID', 'The cursor is of no list here.', { at: 'cursor' })
  const taken = items.slice(after + 1, after + 1 + limit)
  const last = taken.at(-1)
  const more = last !== undefined && after + 1 + limit < items.length
  return { items: taken, ...(more ? { next: last.id } : {}) }
}
