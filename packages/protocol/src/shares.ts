import { z } from 'zod'

// Links that lead somebody else to a session (server.md §2, SV72).

const scope = z.enum(['view', 'edit'])
const label = z.string().max(200)
/** UTC milliseconds. */
const expires = z.int().min(1).max(Number.MAX_SAFE_INTEGER)

export const shareBody = z.strictObject({ scope, label: label.optional(), expires: expires.optional() })
/** The token is in the address, after the `#`, and is told this once. */
export const shareCreated = z.strictObject({ id: z.string(), url: z.string() })
export const share = z.strictObject({
  id: z.string(),
  scope,
  label: label.optional(),
  at: z.number(),
  expires: expires.optional(),
  /** When somebody last came by it; absent: nobody yet. */
  seenAt: z.number().optional(),
})
export type Share = z.infer<typeof share>
