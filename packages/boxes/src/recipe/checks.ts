import { closest } from '@hewn/model'
import type { RecipeCode, RecipeProblem } from './recipe-problem.ts'

/** Gives back a clean copy of what it checked, or nothing after it has reported why not. */
export type Check = (value: unknown, path: string, report: Report) => unknown

/** Structure and limits are kept apart because structure is told first (BX38). */
export interface Report {
  form: RecipeProblem[]
  limits: RecipeProblem[]
}

export type TooMany = (got: number) => string

interface NumberRule {
  label: string
  unit?: 'mm'
  least?: number
  most?: number
  whole?: boolean
  /** Said when the number is too large, in place of the common sentence. */
  tooMany?: TooMany
  /** Said after the common sentence. */
  more?: (got: number) => string
}

export const number =
  (rule: NumberRule): Check =>
  (value, path, report) => {
    if (typeof value !== 'number') return wrongType(report, path, `${rule.label} must be a number`, value)
    if (!Number.isFinite(value)) {
      report.form.push({ code: 'RECIPE_NUMBER', path, message: `${rule.label} is ${value} — a plain number is needed` })
      return undefined
    }
    const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = rule
    const limit = value < least ? least : value > most ? most : undefined
    if (limit !== undefined) {
      const code = rule.tooMany && value > most ? 'RECIPE_TOO_MANY' : tooFar(value, least)
      const message = value > most && rule.tooMany ? rule.tooMany(value) : outside(rule, value)
      report.limits.push({ code, path, message, got: value, limit, nearest: limit })
    } else if (rule.whole && !Number.isInteger(value)) {
      const nearest = Math.min(most, Math.max(least, Math.round(value)))
      const message = `${rule.label} is ${value} — a whole number is needed`
      report.limits.push({ code: 'RECIPE_NUMBER', path, message, got: value, nearest })
    }
    return value
  }

export const mm = (label: string, least: number, most: number, more?: NumberRule['more']): Check =>
  number({ label, unit: 'mm', least, most, ...(more ? { more } : {}) })

export const choice =
  (label: string, words: readonly string[]): Check =>
  (value, path, report) => {
    if (typeof value !== 'string') return wrongType(report, path, `${label} must be one of ${listed(words)}`, value)
    if (words.includes(value)) return value
    const nearest = closest(value, words)
    const message = `${label} is ${shown(value)} — one of ${listed(words)}`
    report.form.push({ code: 'RECIPE_CHOICE', path, message, got: cut(value), ...(nearest ? { nearest } : {}) })
    return undefined
  }

export const text =
  (label: string, most: number): Check =>
  (value, path, report) => {
    if (typeof value !== 'string') return wrongType(report, path, `${label} must be text`, value)
    if (value.length > most) {
      const message = `${label} is ${value.length} characters long — at most ${most}`
      report.limits.push({ code: 'RECIPE_TOO_LARGE', path, message, got: value.length, limit: most })
    }
    return value
  }

export const flag =
  (label: string): Check =>
  (value, path, report) =>
    typeof value === 'boolean' ? value : wrongType(report, path, `${label} must be true or false`, value)

/** The number 1, as in `version: 1`. */
export const exactly =
  (label: string, only: number): Check =>
  (value, path, report) => {
    if (value === only) return value
    const message = `${label} is ${shown(value)} — this Hewn reads ${only}`
    report.form.push({
      code: typeof value === 'number' ? 'RECIPE_CHOICE' : 'RECIPE_TYPE',
      path,
      message,
      nearest: only,
    })
    return undefined
  }

export const list =
  (
    label: string,
    of: Check,
    most: number,
    tooMany: TooMany = (count) => `Too many ${label.toLowerCase()}: ${count} — at most ${most}`,
  ): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) return wrongType(report, path, `${label} must be a list`, value)
    // The size is looked at before the content, so that a million entries cost nothing.
    if (value.length > most) {
      const message = tooMany(value.length)
      report.limits.push({ code: 'RECIPE_TOO_MANY', path, message, got: value.length, limit: most })
      return LONG_LIST
    }
    return Array.from(value, (entry, index) => of(entry, `${path}.${index}`, report))
  }
const LONG_LIST: readonly unknown[] = Object.freeze([])

/** A list of exactly these entries. */
export const tuple =
  (label: string, checks: readonly Check[]): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) return wrongType(report, path, `${label} must be a list of ${checks.length}`, value)
    if (value.length !== checks.length) {
      const message = `${label} has ${value.length} entries — ${checks.length} are needed`
      report.form.push({ code: 'RECIPE_TYPE', path, message, got: value.length })
      return undefined
    }
    return checks.map((check, index) => check(value[index], `${path}.${index}`, report))
  }

/** Takes the first form for which `is` holds. */
export const either =
  (is: (value: unknown) => boolean, then: Check, otherwise: Check): Check =>
  (value, path, report) =>
    (is(value) ? then : otherwise)(value, path, report)

export const isList = (value: unknown): boolean => Array.isArray(value)
export const isNumber = (value: unknown): boolean => typeof value === 'number'
export const isText = (value: unknown): boolean => typeof value === 'string'

export type Fields = Readonly<Record<string, Check>>

interface Words {
  /** For a field that is not there, by name. */
  missing?: Readonly<Record<string, string>>
  /** For fields that people ask for and that are not built yet: what to do meanwhile. */
  later?: Readonly<Record<string, string>>
}

/** Own properties only; unknown ones are refused; `null` counts as not said (BX32). */
export const object = (label: string, required: Fields, optional: Fields = {}, words: Words = {}): Check => {
  const fields = Object.entries({ ...required, ...optional })
  const names = fields.map(([name]) => name)
  return (value, path, report) => {
    if (!isObject(value)) return wrongType(report, path, `${label} must be an object`, value)
    const clean: Record<string, unknown> = {}
    for (const [name, check] of fields) {
      const given = Object.hasOwn(value, name) ? value[name] : undefined
      if (given !== undefined && given !== null) {
        const checked = check(given, join(path, name), report)
        if (checked !== undefined) clean[name] = checked
      } else if (name in required) {
        const message = words.missing?.[name] ?? `${label} has no ${name}`
        report.form.push({ code: 'RECIPE_TYPE', path: join(path, name), message })
      }
    }
    refuseUnknown(value, names, label, words, path, report)
    return clean
  }
}

/** An object whose form is named by its `type`: its required fields, its optional ones. */
export const variant = (label: string, forms: Readonly<Record<string, readonly [Fields, Fields?]>>): Check => {
  const type = choice(`${label} type`, Object.keys(forms))
  const checks = new Map(
    Object.entries(forms).map(([name, [fields, more]]) => [name, object(label, { type, ...fields }, more)]),
  )
  return (value, path, report) => {
    if (!isObject(value)) return wrongType(report, path, `${label} must be an object`, value)
    const form = typeof value.type === 'string' && Object.hasOwn(value, 'type') ? checks.get(value.type) : undefined
    if (form) return form(value, path, report)
    return type(Object.hasOwn(value, 'type') ? value.type : undefined, join(path, 'type'), report)
  }
}

function refuseUnknown(
  value: object,
  names: readonly string[],
  label: string,
  { later: planned = {} }: Words,
  path: string,
  report: Report,
): void {
  let refused = 0
  for (const name of Reflect.ownKeys(value)) {
    if (typeof name === 'symbol' || names.includes(name)) continue
    if (++refused > MOST_TOLD) return
    const later = Object.hasOwn(planned, name) ? planned[name] : undefined
    const nearest = later ? undefined : closest(name, names)
    const code: RecipeCode = later ? 'RECIPE_NOT_YET' : 'RECIPE_UNKNOWN_FIELD'
    const message = later ?? `${label} has no field ${shown(name)}${nearest ? ` — did you mean ${nearest}?` : ''}`
    report.form.push({ code, path: join(path, cut(name)), message, ...(nearest ? { nearest } : {}) })
  }
}

export const MOST_TOLD = 20

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrongType(report: Report, path: string, message: string, value: unknown): undefined {
  report.form.push({ code: 'RECIPE_TYPE', path, message: `${message} — ${shown(value)} came` })
  return undefined
}

const tooFar = (value: number, least: number): RecipeCode =>
  value >= least ? 'RECIPE_TOO_LARGE' : value < 0 && least >= 0 ? 'RECIPE_NUMBER' : 'RECIPE_TOO_SMALL'

function outside(rule: NumberRule, value: number): string {
  const unit = rule.unit ? ` ${rule.unit}` : ''
  const { least, most } = rule
  const range =
    least === undefined || (least === 0 && value > 0)
      ? `at most ${most}${unit}`
      : most === undefined
        ? `at least ${least}${unit}`
        : `between ${least} and ${most}${unit}`
  return `${rule.label} is ${value}${unit} — ${range}${rule.more?.(value) ?? ''}`
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)
const cut = (word: string): string => (word.length > 60 ? `${word.slice(0, 59)}…` : word)
const listed = (words: readonly string[]): string => words.join(', ')

/** What came, in a few words, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(cut(value))
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
