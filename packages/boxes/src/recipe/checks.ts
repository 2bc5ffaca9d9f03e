import { closest } from '@hewn/model'
import { problem, type RecipeCode, type RecipeProblem } from './recipe-problem.ts'

/** Gives back a clean copy of what it checked, or nothing after it has reported why not. */
export interface Check {
  (value: unknown, path: string, report: Report): unknown
  /** What passes it, for whoever sent something else altogether (BX39). */
  readonly usual: unknown
}

const check = (usual: unknown, run: (value: unknown, path: string, report: Report) => unknown): Check =>
  Object.assign(run, { usual })

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
  usual?: number
  /** Said when the number is too large, in place of the common sentence. */
  tooMany?: TooMany
  /** Said after the common sentence. */
  more?: (got: number) => string
}

export function number(rule: NumberRule): Check {
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = rule
  const usual = rule.usual ?? Math.min(most, Math.max(least, 10))
  return check(usual, (value, path, report) => {
    if (typeof value !== 'number') return wrongType(report, path, `${rule.label} must be a number`, value, usual)
    if (!Number.isFinite(value)) {
      const message = `${rule.label} is ${value} — a plain number is needed`
      report.form.push(problem('RECIPE_NUMBER', path, message, usual))
      return undefined
    }
    const limit = value < least ? least : value > most ? most : undefined
    if (limit !== undefined) {
      const code = rule.tooMany && value > most ? 'RECIPE_TOO_MANY' : tooFar(value, least)
      const message = value > most && rule.tooMany ? rule.tooMany(value) : outside(rule, value)
      report.limits.push(problem(code, path, message, limit, value, limit))
    } else if (rule.whole && !Number.isInteger(value)) {
      const nearest = Math.min(most, Math.max(least, Math.round(value)))
      const message = `${rule.label} is ${value} — a whole number is needed`
      report.limits.push(problem('RECIPE_NUMBER', path, message, nearest, value))
    }
    return value
  })
}

export const mm = (label: string, least: number, most: number, more?: NumberRule['more']): Check =>
  number({ label, unit: 'mm', least, most, ...(more ? { more } : {}) })

export const choice = (label: string, words: readonly string[], also: Readonly<Record<string, string>> = {}): Check =>
  check(words[0], (value, path, report) => {
    const known = words.join(', ')
    if (typeof value !== 'string') return wrongType(report, path, `${label} must be one of ${known}`, value, words[0])
    if (words.includes(value)) return value
    if (Object.hasOwn(also, value)) return also[value]
    const nearest = closest(value, words) ?? words[0]
    const message = `${label} is ${shown(value)} — one of ${known}`
    report.form.push(problem('RECIPE_CHOICE', path, message, nearest, cut(value)))
    return undefined
  })

export const text = (label: string, most: number, usual = 'A'): Check =>
  check(usual, (value, path, report) => {
    if (typeof value !== 'string') return wrongType(report, path, `${label} must be text`, value, usual)
    if (value.length > most) {
      const message = `${label} is ${value.length} characters long — at most ${most}`
      const nearest = value.slice(0, most)
      report.limits.push(problem('RECIPE_TOO_LARGE', path, message, nearest, value.length, most))
    }
    return value
  })

export const flag = (label: string): Check =>
  check(true, (value, path, report) =>
    typeof value === 'boolean' ? value : wrongType(report, path, `${label} must be true or false`, value, true),
  )

/** The number 1, as in `version: 1`. */
export const exactly = (label: string, only: number): Check =>
  check(only, (value, path, report) => {
    if (value === only) return value
    const message = `${label} is ${shown(value)} — this Hewn reads ${only}`
    const code = typeof value === 'number' ? 'RECIPE_CHOICE' : 'RECIPE_TYPE'
    report.form.push(problem(code, path, message, only))
    return undefined
  })

export const list = (
  label: string,
  of: Check,
  most: number,
  tooMany: TooMany = (count) => `Too many ${label.toLowerCase()}: ${count} — at most ${most}`,
): Check =>
  check([], (value, path, report) => {
    if (!Array.isArray(value)) return wrongType(report, path, `${label} must be a list`, value, [])
    // The size is looked at before the content, so that a million entries cost nothing.
    if (value.length > most) {
      const message = tooMany(value.length)
      const nearest = value.slice(0, most)
      report.limits.push(problem('RECIPE_TOO_MANY', path, message, nearest, value.length, most))
      return LONG_LIST
    }
    return Array.from(value, (entry, index) => of(entry, `${path}.${index}`, report))
  })
const LONG_LIST: readonly unknown[] = Object.freeze([])

/** A list of exactly these entries. */
export function tuple(label: string, checks: readonly Check[]): Check {
  const usual = checks.map((one) => one.usual)
  return check(usual, (value, path, report) => {
    const wrong = (message: string): undefined => wrongType(report, path, message, value, usual)
    if (!Array.isArray(value)) return wrong(`${label} must be a list of ${checks.length}`)
    if (value.length !== checks.length)
      return wrong(`${label} has ${value.length} entries, ${checks.length} are needed`)
    return checks.map((one, index) => one(value[index], `${path}.${index}`, report))
  })
}

/** The same, with limits told by whoever knows more about them. */
export const toldBy = (of: Check, tell: (told: RecipeProblem, value: unknown) => string): Check =>
  check(of.usual, (value, path, report) => {
    const before = report.limits.length
    const clean = of(value, path, report)
    for (const told of report.limits.slice(before)) told.message = tell(told, value)
    return clean
  })

/** Takes the first form for which `is` holds. */
export const either = (is: (value: unknown) => boolean, then: Check, otherwise: Check): Check =>
  check(otherwise.usual, (value, path, report) => (is(value) ? then : otherwise)(value, path, report))

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
export function object(label: string, required: Fields, optional: Fields = {}, words: Words = {}): Check {
  const fields = Object.entries({ ...required, ...optional })
  const names = fields.map(([name]) => name)
  const usual = Object.fromEntries(Object.entries(required).map(([name, of]) => [name, of.usual]))
  return check(usual, (value, path, report) => {
    if (!isObject(value)) return wrongType(report, path, `${label} must be an object`, value, usual)
    const clean: Record<string, unknown> = {}
    for (const [name, of] of fields) {
      const given = Object.hasOwn(value, name) ? value[name] : undefined
      const at = join(path, name)
      if (given !== undefined && given !== null) {
        const before = report.form.length
        const checked = of(given, at, report)
        if (checked !== undefined) clean[name] = checked
        // What nobody has to say is best left out.
        const wrong = report.form[before]
        if (wrong?.code === 'RECIPE_TYPE' && wrong.path === at && !(name in required)) wrong.nearest = null
      } else if (name in required) {
        const message = words.missing?.[name] ?? `${label} has no ${name}`
        report.form.push(problem('RECIPE_TYPE', at, message, of.usual))
      }
    }
    refuseUnknown(value, names, label, words, path, report)
    return clean
  })
}

/** An object whose form is named by its `type`: its required fields, its optional ones. */
export function variant(label: string, forms: Readonly<Record<string, readonly [Fields, Fields?]>>): Check {
  const type = choice(`${label} type`, Object.keys(forms))
  const checks = new Map(
    Object.entries(forms).map(([name, [fields, more]]) => [
      name,
      object(label, { type: choice(`${label} type`, [name]), ...fields }, more),
    ]),
  )
  const [usual] = [...checks.values()].map((one) => one.usual)
  return check(usual, (value, path, report) => {
    if (!isObject(value)) return wrongType(report, path, `${label} must be an object`, value, usual)
    const named = Object.hasOwn(value, 'type') ? value.type : undefined
    const form = typeof named === 'string' ? checks.get(named) : undefined
    return (form ?? type)(form ? value : named, form ? path : join(path, 'type'), report)
  })
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

function wrongType(report: Report, path: string, message: string, value: unknown, nearest: unknown): undefined {
  report.form.push(problem('RECIPE_TYPE', path, `${message} — ${shown(value)} came`, nearest))
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

/** What came, in a few words, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(cut(value))
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
