import { type AgentError, fail, hewnError, ok, type Result } from '@hewn/model'
import { type NumberToken, tokenise } from '../read/tokens.ts'
import { isLength, toMm, type Unit } from '../read/units.ts'

/** A script that nobody planned, with one of its parameters set; `say` tells which. */
export interface SetByName {
  script: string
  say: string
}

/**
 * Sets parameters of a script by their names: of a part that no plan stands behind, words can change nothing else (AG39).
 * Several may be named (`diameter 50, 20 tall`), each with one number. Nothing where some words are about none of them.
 * `plainly`: by the words for a size too (`20 tall`); not where the words name a thing (`plate 80 long`).
 * @example setByName('diameter 50', 'diameter = 36.0  # Diameter [20 .. 60] mm') // → { script: 'diameter = 50.0 …', … }
 */
export function setByName(words: string, script: string, plainly = true): Result<SetByName, AgentError> | undefined {
  const says: string[] = []
  let now = script
  for (const clause of clausesOf(words)) {
    const set = setOne(clause, now, plainly)
    if (!set?.ok) return set
    now = set.value.script
    says.push(set.value.say)
  }
  return says.length === 0 ? undefined : ok({ script: now, say: says.join(', ') })
}

interface Clause {
  said: string
  number: NumberToken
}

/** `diameter 50 and 20 tall`: one number each; a clause without one belongs to what follows it. */
function clausesOf(words: string): Clause[] {
  const numbers = tokenise(words).filter((token) => token.kind === 'number')
  const clauses: Clause[] = []
  let start = 0
  for (const [index, number] of numbers.entries()) {
    const next = numbers[index + 1]?.at[0] ?? words.length
    const [between = ''] = /^[^,;]*?(?=,|;|\band\b|$)/i.exec(words.slice(number.at[1], next)) ?? []
    const end = next === words.length ? next : number.at[1] + between.length
    const before = words.slice(start, number.at[0])
    clauses.push({ said: `${before} ${words.slice(number.at[1], end)}`.toLowerCase(), number })
    start = end
  }
  return clauses
}

function setOne({ said, number }: Clause, script: string, plainly: boolean): Result<SetByName, AgentError> | undefined {
  const parameters = parametersOf(script)
  const found = namedIn(said, parameters) ?? (plainly ? measuredIn(said, parameters) : undefined)
  if (!found || !measuresIn(found.unit.trim(), number.unit)) return undefined
  const { min = -Infinity, max = Infinity, label, unit, line, written } = found
  const value = round(valueOf(said, number, found.value))
  if (value < min || value > max)
    return fail(
      hewnError(
        'AGENT_IMPOSSIBLE',
        `${capital(label)} goes from ${min} to ${max}${unit} here, and ${value} was asked for.`,
      ),
    )
  const text = written.includes('.') && Number.isInteger(value) ? value.toFixed(1) : String(value)
  return ok({
    script: script.replace(line, (all) => all.replace(/(= *)-?\d+(?:\.\d+)?/, `$1${text}`)),
    say: `${label} ${value}${unit}`,
  })
}

/** An angle is none of a length, and a count has no unit. */
const measuresIn = (own: string, said: Unit | undefined): boolean =>
  said === undefined || said === '%' || (said === 'deg' ? own === 'deg' : own === 'mm' || own === 'in')

/** The longest name that stands in the words, whole; else the one whose last word does: `18 grips`. */
function namedIn(said: string, parameters: readonly ScriptParameter[]): ScriptParameter | undefined {
  const named = (names: (one: ScriptParameter) => string[]) => {
    const found = parameters.filter((one) => names(one).some((text) => has(said, text)))
    return found.toSorted((a, b) => b.label.length - a.label.length)
  }
  const [whole] = named(({ label, name }) => [label, name.replaceAll('_', ' ')])
  if (whole) return whole
  const [last, ...others] = named(({ label }) => [label.split(' ').at(-1) ?? ''])
  return others.length === 0 ? last : undefined
}

/** `20 tall`, `5 mm wider`: told by what is measured, where one of the parameters is called so. */
function measuredIn(said: string, parameters: readonly ScriptParameter[]): ScriptParameter | undefined {
  const measured = MEASURES.find(([words]) => words.test(said))?.[1] ?? []
  return measured.flatMap((name) => parameters.filter((one) => one.name === name))[0]
}

/** `50`, `5 taller`, `20 % bigger`, `2 in`. */
function valueOf(said: string, { value, unit }: NumberToken, now: number): number {
  const sign = /\b(?:to|=|is)\b/.test(said) ? 0 : LESS.test(said) ? -1 : MORE.test(said) ? 1 : 0
  if (unit === '%') return sign === 0 ? (now * value) / 100 : now * (1 + (sign * value) / 100)
  const given = isLength(unit) ? toMm(value, unit) : value
  return sign === 0 ? given : now + sign * given
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4

/** What words can set in a script, for whoever asked for something else. */
export const settable = (script: string): string[] => parametersOf(script).map(({ label }) => capital(label))

interface ScriptParameter {
  name: string
  label: string
  unit: string
  value: number
  written: string
  line: string
  min?: number
  max?: number
}

function parametersOf(script: string): ScriptParameter[] {
  return [...script.matchAll(LINE)].map(({ 0: line, groups = {} }) => {
    const { name = '', value = '', label, low, high, unit } = groups
    return {
      name,
      line,
      written: value,
      value: Number(value),
      label: (label ?? name.replaceAll('_', ' ')).trim().toLowerCase(),
      unit: unit ? ` ${unit}` : '',
      ...(low === undefined ? {} : { min: Number(low) }),
      ...(high === undefined ? {} : { max: Number(high) }),
    }
  })
}

const LINE =
  /^(?<name>[a-z_]\w*) = (?<value>-?\d+(?:\.\d+)?)[ \t]*(?:#[ \t]*(?<label>[^[\n]*?)[ \t]*(?:\[(?<low>-?[\d.]+) \.\. (?<high>-?[\d.]+)(?: \/ [\d.]+)?\][ \t]*(?<unit>mm|deg|in)?[^\n]*)?)?$/gim

const has = (said: string, text: string): boolean =>
  text !== '' && new RegExp(`\\b${text.replaceAll(/[^\w ]/g, '.')}\\b`).test(said)
/** By the words for a size, what it may be called; the first of them that there is. */
const MEASURES: readonly [RegExp, readonly string[]][] = [
  [/\b(?:tall|high|height|taller|higher|lower)\b/, ['height']],
  [/\b(?:long|length|longer)\b/, ['length', 'height']],
  [/\bshorter\b/, ['height', 'length']],
  [/\b(?:wide|width|wider|narrower)\b/, ['width', 'diameter']],
  [/\b(?:thick|thickness|thicker|thinner)\b/, ['thickness', 'wall']],
  [/\b(?:deep|deeper)\b/, ['depth']],
  [/\b(?:across|diameter|dia|bigger|larger|smaller)\b|[øØ⌀]/, ['diameter', 'width']],
]
const MORE = /\b(?:taller|higher|longer|wider|thicker|deeper|bigger|larger|more)\b/
const LESS = /\b(?:shorter|lower|narrower|thinner|shallower|smaller|less|fewer)\b/
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
