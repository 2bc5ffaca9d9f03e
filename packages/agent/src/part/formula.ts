import type { Formula } from '@hewn/model'
import { tipReach, toothedArea } from './families/gear-teeth.ts'

/**
 * Works out a formula of a plan. It is parsed here and printed into scripts as it stands, since Python reads it alike.
 * @example evaluate('length - 2 * inset', { length: 80, inset: 8 }) // → 64
 */
export function evaluate(formula: Formula, values: Readonly<Record<string, number>>): number {
  const tokens = formula.match(/\d+(?:\.\d+)?(?:e-?\d+)?|[a-z_]\w*|\*\*|[-+*/(),]/gi) ?? []
  let place = 0
  const take = (text: string): boolean => tokens[place] === text && ++place > 0
  const result = sum()
  if (place < tokens.length) throw new Error(`Formula "${formula}" cannot be read at "${tokens[place]}"`)
  return result

  function sum(): number {
    let value = product()
    for (;;)
      if (take('+')) value += product()
      else if (take('-')) value -= product()
      else return value
  }
  function product(): number {
    let value = signed()
    for (;;)
      if (take('*')) value *= signed()
      else if (take('/')) value /= signed()
      else return value
  }
  function signed(): number {
    return take('-') ? -signed() : power()
  }
  function power(): number {
    const base = atom()
    return take('**') ? base ** signed() : base
  }
  function atom(): number {
    if (take('(')) {
      const value = sum()
      if (!take(')')) throw new Error(`Formula "${formula}" lacks a )`)
      return value
    }
    const token = tokens[place++] ?? ''
    if (/^\d/.test(token)) return Number(token)
    if (Object.hasOwn(FUNCTIONS, token) && take('(')) {
      const values = [sum()]
      while (take(',')) values.push(sum())
      if (!take(')')) throw new Error(`Formula "${formula}" lacks a )`)
      return FUNCTIONS[token]?.(...values) ?? Number.NaN
    }
    if (token === 'pi') return Math.PI
    if (!Object.hasOwn(values, token)) throw new Error(`Formula "${formula}" names "${token}", which is not known`)
    return values[token] ?? Number.NaN
  }
}

const FUNCTIONS: Record<string, (...values: number[]) => number> = {
  min: Math.min,
  max: Math.max,
  sqrt: Math.sqrt,
  acos: Math.acos,
  asin: Math.asin,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  radians: (degrees = 0) => (degrees * Math.PI) / 180,
  crossing,
  toothed_area: toothedArea,
  tip_reach: tipReach,
}

/** What a hole takes that goes across a round bar, through its axis: an elliptic integral, by Gauss and Chebyshev. Claims alone need it. */
function crossing(bar = 0, hole = 0): number {
  const [wide, small] = [bar / 2, Math.min(hole, bar) / 2]
  const steps = 400
  let sum = 0
  for (let step = 1; step <= steps; step++) {
    const angle = (step * Math.PI) / (steps + 1)
    const across = small * Math.cos(angle)
    sum += Math.sin(angle) ** 2 * Math.sqrt(wide * wide - across * across)
  }
  return ((4 * small * small * Math.PI) / (steps + 1)) * sum
}

/** The names that a formula stands on, functions left out. */
export const namesIn = (formula: Formula): string[] =>
  (formula.match(/[a-z_]\w*/gi) ?? []).filter((name) => name !== 'pi' && !Object.hasOwn(FUNCTIONS, name))

/** What a script has to import from `math` for it. */
export const mathIn = (text: string): string[] =>
  ['acos', 'asin', 'cos', 'pi', 'radians', 'sin', 'sqrt', 'tan'].filter((name) =>
    new RegExp(`(?<![\\w.])${name}\\b`).test(text),
  )

/** In brackets where it needs them to be multiplied or taken away. */
export const bracketed = (formula: Formula): Formula => (/[-+ ]/.test(formula) ? `(${formula})` : formula)
export const half = (formula: Formula): Formula => `${bracketed(formula)} / 2`

/** `a - b`, with what is nothing left out. */
export function minus(from: Formula, ...taken: Formula[]): Formula {
  const rest = taken.filter((one) => one !== '0').map((one) => (/[-+]/.test(one) ? `(${one})` : one))
  return from === '0' ? (rest.length > 0 ? `-${rest.join(' - ')}` : '0') : [from, ...rest].join(' - ')
}
export function plus(...added: Formula[]): Formula {
  const rest = added.filter((one) => one !== '0')
  return rest.length === 0 ? '0' : rest.join(' + ').replaceAll('+ -', '- ')
}
