import { type AgentError, fail, hewnError, ok, type Result } from '@hewn/model'

/** A script that nobody planned, with one of its parameters set; `say` tells which. */
export interface SetByName {
  script: string
  say: string
}

/**
 * Sets a parameter of a script by its name: of a part that no plan stands behind, words can change nothing else (AG39).
 * Nothing where the words are about none of them.
 * @example setByName('diameter 50', 'diameter = 36.0  # Diameter [20 .. 60] mm') // → { script: 'diameter = 50.0 …', … }
 */
export function setByName(words: string, script: string): Result<SetByName, AgentError> | undefined {
  const said = words.toLowerCase()
  const numbers = said.match(/-?\d+(?:[.,]\d+)?/g) ?? []
  const [number] = numbers
  if (number === undefined || numbers.length > 1) return undefined
  const parameters = parametersOf(script)
  const way = WAYS.find(([pattern]) => pattern.test(said))
  const named = parameters
    .filter(({ label, name }) => [label, name.replaceAll('_', ' ')].some((text) => has(said, text)))
    .toSorted((a, b) => b.label.length - a.label.length)
  const found = named[0] ?? parameters.find(({ name }) => way?.[1].some((one) => name === one))
  if (!found) return undefined
  const given = Number(number.replace(',', '.'))
  const relative = way !== undefined && !/\b(?:to|=|is)\b/.test(said)
  const value = relative ? found.value + way[2] * given : given
  const { min = -Infinity, max = Infinity, label, unit, line, written } = found
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
/** How a size is compared, what it may be called, and whether it grows. */
const WAYS: readonly [RegExp, readonly string[], 1 | -1][] = [
  [/\b(?:taller|higher)\b/, ['height'], 1],
  [/\b(?:shorter|lower)\b/, ['height', 'length'], -1],
  [/\blonger\b/, ['length', 'height'], 1],
  [/\bwider\b/, ['width', 'diameter'], 1],
  [/\bnarrower\b/, ['width', 'diameter'], -1],
  [/\bthicker\b/, ['thickness', 'wall'], 1],
  [/\bthinner\b/, ['thickness', 'wall'], -1],
  [/\bdeeper\b/, ['depth'], 1],
  [/\b(?:bigger|larger)\b/, ['diameter', 'width'], 1],
  [/\bsmaller\b/, ['diameter', 'width'], -1],
]
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
