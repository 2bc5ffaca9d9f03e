import { fail, ok, type Result } from '@hewn/model'

// Settings are written by people: '90s', '2GiB', 'off'. Each reader answers with the value or with what it hoped for.

export type Reader<T> = (text: string) => Result<T, string>

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, min: 60, h: 3600, d: 86_400 }
const BYTES: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1000,
  mb: 1e6,
  gb: 1e9,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
}

/** Seconds. A bare number is seconds too. */
export const duration =
  (limits: { min: number; max: number }): Reader<number> =>
  (text) =>
    amount(text, SECONDS, 1, limits, 'a time such as 90s or 2m', (value) => `${value} s`)

/** Bytes. A bare number is in `unit`. */
export const size =
  (unit: 'KiB' | 'MiB' | 'GiB', limits: { min: number; max: number }): Reader<number> =>
  (text) =>
    amount(text, BYTES, BYTES[unit.toLowerCase()] ?? 1, limits, 'a size such as 512MiB or 2GiB', sizeText)

export const count =
  (limits: { min: number; max: number }): Reader<number> =>
  (text) =>
    /^\d{1,9}$/.test(text.trim()) ? within(Number(text), limits, String) : fail(`a whole number${span(limits, String)}`)

export const text: Reader<string> = (given) =>
  given.trim() === '' ? fail('something other than an empty text') : ok(given.trim())

export const list: Reader<readonly string[]> = (given) =>
  ok(
    given
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )

/** For what is compared without regard to case. */
export const lowerList: Reader<readonly string[]> = (given) => list(given.toLowerCase())

export const choice =
  <const T extends string>(...choices: readonly T[]): Reader<T> =>
  (given) => {
    const found = choices.find((one) => one === given.trim().toLowerCase())
    return found === undefined ? fail(`one of ${choices.join(', ')}`) : ok(found)
  }

/** Bytes as people write them: `2 GiB`, `8 KiB`. */
export function sizeText(bytes: number): string {
  for (const unit of ['GiB', 'MiB', 'KiB'] as const) {
    const of = BYTES[unit.toLowerCase()] ?? 1
    if (bytes >= of) return `${Number((bytes / of).toFixed(2))} ${unit}`
  }
  return `${bytes} bytes`
}

function amount(
  given: string,
  units: Readonly<Record<string, number>>,
  bare: number,
  limits: { min: number; max: number },
  hoped: string,
  show: (value: number) => string,
): Result<number, string> {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/.exec(given.trim().toLowerCase())
  if (!match) return fail(hoped)
  const unit = match[2] === '' ? bare : Object.hasOwn(units, match[2] ?? '') ? units[match[2] ?? ''] : undefined
  if (unit === undefined) return fail(`${hoped}, with one of the units ${Object.keys(units).join(', ')}`)
  return within(Number(match[1]) * unit, limits, show)
}

const within = (value: number, limits: { min: number; max: number }, show: (value: number) => string) =>
  value >= limits.min && value <= limits.max ? ok(value) : fail(`a value${span(limits, show)}`)

const span = (limits: { min: number; max: number }, show: (value: number) => string) =>
  limits.max === Number.POSITIVE_INFINITY
    ? ` of at least ${show(limits.min)}`
    : ` from ${show(limits.min)} to ${show(limits.max)}`
