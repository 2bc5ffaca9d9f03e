import { type ErrorBody, fail, hewnError, ok, type Result } from '@hewn/model'
import type { JsonObject } from '../ports.ts'
import { bytesOf } from '../value.ts'

interface Issue {
  path: PropertyKey[]
  message: string
}

/** One of `protocol`'s schemas. */
interface Form<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } }
}

/** The one argument of a request, checked in form and, where there is a limit, in length (CV31). */
export function readArgument<T extends object>(
  request: string,
  form: Form<T>,
  [argument]: readonly unknown[],
  most?: number,
): Result<T, ErrorBody> {
  const read = form.safeParse(argument)
  if (!read.success) return invalid(explained(request, read.error.issues))
  const bytes = most === undefined ? 0 : bytesOf(read.data as JsonObject)
  if (most === undefined || bytes <= most) return ok(read.data)
  return fail(hewnError('LIMIT_PAYLOAD', `${request}: ${bytes} bytes as JSON, at most ${most} are taken`))
}

export const invalid = (message: string) => fail(hewnError('REQUEST_INVALID', message))

function explained(request: string, [first]: readonly Issue[]): string {
  const at = [request, ...(first?.path ?? [])].map(String).join('.')
  return `${at}: ${first?.message ?? 'not understood'}`
}
