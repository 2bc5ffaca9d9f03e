import type { z } from 'zod'
import { refuse } from './refusal.ts'

/** Checks a body or query against its schema; the first thing that is wrong is what the caller reads. */
export function readValue<S extends z.ZodType>(schema: S, value: unknown, where: 'body' | 'query'): z.output<S> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const issue = deepest(read.error.issues)
  const path = issue?.path.map(String).join('.') ?? ''
  const at = path === '' ? where : `${where}.${path}`
  throw refuse('REQUEST_INVALID', `At ${at}: ${issue?.message ?? 'not what was expected'}.`, { at: path || where })
}

/** Of a choice between shapes, the complaint that got furthest into the value: it names the field, not the choice. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const first = issues[0]
  if (first?.code !== 'invalid_union') return first
  const inner = first.errors
    .map((branch) => deepest(branch))
    .filter((issue) => issue !== undefined)
    .toSorted((a, b) => b.path.length - a.path.length)[0]
  return inner === undefined || inner.path.length === 0 ? first : { ...inner, path: [...first.path, ...inner.path] }
}
