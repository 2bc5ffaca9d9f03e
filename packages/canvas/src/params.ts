import { type ErrorBody, type ErrorCode, fail, hewnError, ok, type Result } from '@hewn/model'
import { LIMITS } from '@hewn/protocol'
import type { Json, JsonObject } from './ports.ts'
import { bytesOf, checkName, copyObject, copyValue, isObject, kindOf } from './value.ts'

/** Raised inside an action, caught by `refusable`: an expected error that changes nothing. */
export class Refused extends Error {
  readonly body: ErrorBody
  constructor(body: ErrorBody) {
    super(body.message)
    this.body = body
  }
}

export const refuse = (code: ErrorCode, message: string, at?: string): Refused =>
  new Refused(hewnError(code, message, at === undefined ? {} : { at }))

export function refusable<T>(work: () => T): Result<T, ErrorBody> {
  try {
    return ok(work())
  } catch (error) {
    if (error instanceof Refused) return fail(error.body)
    throw error
  }
}

export const NODE_STATUSES = ['idle', 'running', 'done', 'error'] as const
export type NodeStatus = (typeof NODE_STATUSES)[number]

/** Reads an action's parameters one by one, checked and copied; what nobody asked for is unknown (CV12–CV14). */
export class Params {
  readonly #given: ReadonlyMap<string, unknown>
  readonly #asked = new Set<string>()
  /** What the copied values weigh while they wait for the log. */
  bytes = 0

  constructor(input: unknown) {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      throw refuse('REQUEST_INVALID', `parameters: expected an object, got ${kindOf(input)}`)
    }
    this.#given = new Map(Object.entries(input).filter(([, value]) => value !== undefined))
  }

  has(name: string): boolean {
    this.#asked.add(name)
    return this.#given.has(name)
  }

  name(at: string, bytes?: number): string {
    return settled(checkName(this.#need(at), at, bytes))
  }

  channel(): string {
    return this.name('channel', LIMITS.channelName)
  }

  /** An id that may be left to us: absent, null and empty text all say so. */
  optionalName(at: string): string | undefined {
    const given = this.has(at) ? this.#given.get(at) : undefined
    return given === undefined || given === null || given === '' ? undefined : settled(checkName(given, at))
  }

  value(at: string): Json {
    return this.#fitting(settled(copyValue(this.#need(at), at)), at)
  }

  object(at: string, otherwise?: JsonObject, bytes: number = LIMITS.payload): JsonObject {
    if (otherwise && !this.has(at)) return otherwise
    return this.#fitting(settled(copyObject(this.#need(at), at)), at, bytes)
  }

  /** A map of payloads, each with a limit of its own. */
  items(at: string): JsonObject {
    const items = settled(copyObject(this.#need(at), at))
    for (const [key, value] of Object.entries(items)) {
      settled(checkName(key, `${at}.${key.slice(0, 80)}`))
      this.#fitting(value, `${at}.${key}`)
    }
    return items
  }

  text(at: string, otherwise?: string): string {
    if (otherwise !== undefined && !this.has(at)) return otherwise
    return textOf(this.#need(at), at)
  }

  flag(at: string, otherwise: boolean): boolean {
    const given = this.has(at) ? this.#given.get(at) : otherwise
    if (typeof given === 'boolean') return given
    throw refuse('REQUEST_INVALID', `${at}: expected true or false, got ${kindOf(given)}`, at)
  }

  status(at: string, otherwise?: NodeStatus): NodeStatus {
    if (otherwise && !this.has(at)) return otherwise
    return statusOf(this.#need(at), at)
  }

  position(at: string): JsonObject {
    return { x: 0, y: 0, ...(this.has(at) ? positionOf(settled(copyValue(this.#need(at), at)), at) : {}) }
  }

  /** Every parameter has been read; another one is a mistake, and saying so helps. */
  end(): void {
    for (const name of this.#given.keys()) {
      if (this.#asked.has(name)) continue
      const known = [...this.#asked].join(', ') || 'none'
      throw refuse('REQUEST_INVALID', `${name}: no such parameter; there are: ${known}`, name)
    }
  }

  #fitting<T extends Json>(value: T, at: string, most: number = LIMITS.payload): T {
    this.bytes += fittingBytes(value, at, most)
    return value
  }

  #need(at: string): unknown {
    if (this.has(at)) return this.#given.get(at)
    throw refuse('REQUEST_INVALID', `${at}: expected a value, got nothing`, at)
  }
}

export function fitting<T extends Json>(value: T, at: string, bytes: number = LIMITS.payload): T {
  fittingBytes(value, at, bytes)
  return value
}

function fittingBytes(value: Json, at: string, most: number): number {
  const size = bytesOf(value)
  if (size <= most) return size
  throw refuse('LIMIT_PAYLOAD', `${at}: ${size} bytes as JSON, at most ${most} are taken`, at)
}

export function textOf(value: unknown, at: string): string {
  if (typeof value === 'string') return fitting(value.toWellFormed(), at)
  throw refuse('REQUEST_INVALID', `${at}: expected text, got ${kindOf(value)}`, at)
}

export function statusOf(value: unknown, at: string): NodeStatus {
  const status = NODE_STATUSES.find((known) => known === value)
  if (status) return status
  const given = typeof value === 'string' ? `"${value.slice(0, 40)}"` : kindOf(value)
  throw refuse('CANVAS_STATUS', `${at}: expected ${NODE_STATUSES.join(', ')}, got ${given}`, at)
}

/** `x`, `y` or both; anything else in a position is a mistake. */
export function positionOf(value: Json, at: string): JsonObject {
  if (!isObject(value)) throw refuse('REQUEST_INVALID', `${at}: expected { x, y }, got ${kindOf(value)}`, at)
  for (const [key, member] of Object.entries(value)) {
    if (key !== 'x' && key !== 'y') throw refuse('REQUEST_INVALID', `${at}.${key}: expected only x and y`, at)
    if (typeof member !== 'number') {
      throw refuse('REQUEST_INVALID', `${at}.${key}: expected a number, got ${kindOf(member)}`, at)
    }
  }
  return value
}

function settled<T>(result: Result<T, ErrorBody>): T {
  if (result.ok) return result.value
  throw new Refused(result.error)
}
