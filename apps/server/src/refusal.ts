import { type ErrorBody, type ErrorCode, hewnError, statusOf } from '@hewn/model'

/** What a route throws to answer with an error of the catalogue. Anything else that is thrown is a defect of ours. */
export class Refusal extends Error {
  readonly body: ErrorBody
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(body: ErrorBody, headers: Readonly<Record<string, string>> = {}, status = statusOf(body.code)) {
    super(body.message)
    this.body = body
    this.status = status
    this.headers = headers
  }
}

/** @example throw refuse('SESSION_NOT_FOUND', `There is no session ${id}.`) */
export const refuse = (
  code: ErrorCode,
  message?: string,
  more: Omit<Partial<ErrorBody>, 'code' | 'message'> = {},
  headers: Readonly<Record<string, string>> = {},
): Refusal => new Refusal(hewnError(code, message, more), headers)
