import { fail, fromUm, ok, type Result, toUm, type Um } from '@hewn/model'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'

const MOST_SIZES = 51

type Part = { fixed: Um } | { shares: number }

/** Numbers are clear millimetres, shares divide the rest; `4x35` in the string repeats (BX35). */
export function splitSizes(
  said: readonly (number | string)[] | string,
  clear: Um,
  thickness: Um,
  path: string,
): Result<Um[], RecipeProblem> {
  const refuse = (message: string, nearest: unknown = ['*']): Result<Um[], RecipeProblem> =>
    fail(problem('RECIPE_SIZES', path, message, nearest))
  const words = typeof said === 'string' ? said.split(':') : said
  const parts: Part[] = []
  for (const word of words) {
    const read = typeof word === 'number' ? [{ fixed: toUm(word) }] : readSize(word, typeof said === 'string')
    if (!read) return refuse(`${JSON.stringify(String(word).slice(0, 20))} is not a size — a number of mm, * or 2* is`)
    parts.push(...read)
    if (parts.length > MOST_SIZES) return refuse(`Too many sizes: more than ${MOST_SIZES}`)
  }
  if (parts.length === 0) return refuse('A split has no sizes — say for example 100:50:*')
  const room = clear - (parts.length - 1) * thickness
  const fixed = parts.reduce((sum, part) => sum + ('fixed' in part ? part.fixed : 0), 0)
  const shares = parts.reduce((sum, part) => sum + ('shares' in part ? part.shares : 0), 0)
  const difference = room - fixed
  if (shares === 0 && difference !== 0) {
    const kind = difference > 0 ? 'less' : 'more'
    const healed = [...parts.slice(0, -1).map((part) => ('fixed' in part ? fromUm(part.fixed) : '*')), '*']
    const fits = fixed - lastFixed(parts) <= room
    const message = `The sizes are ${fromUm(Math.abs(difference))} mm ${kind} than the clear ${fromUm(room)} mm — write * for the last`
    return refuse(message, fits ? healed : ['*'])
  }
  if (difference < 0) {
    return refuse(`The fixed sizes are ${fromUm(-difference)} mm more than the clear ${fromUm(room)} mm`)
  }
  return ok(shareOut(parts, difference, shares))
}

function lastFixed(parts: readonly Part[]): Um {
  const last = parts.at(-1)
  return last && 'fixed' in last ? last.fixed : 0
}

function shareOut(parts: readonly Part[], rest: Um, shares: number): Um[] {
  const border = (until: number): Um => Math.floor((rest * until) / shares)
  let taken = 0
  return parts.map((part) => {
    if ('fixed' in part) return part.fixed
    const from = border(taken)
    taken += part.shares
    return border(taken) - from
  })
}

function readSize(word: string, mayRepeat: boolean): Part[] | undefined {
  const share = /^\s*(\d{0,3})\*\s*$/.exec(word)
  if (share) {
    const shares = share[1] === '' ? 1 : Number(share[1])
    return shares > 0 ? [{ shares }] : undefined
  }
  if (!mayRepeat) return undefined
  const fixed = /^\s*(?:(\d{1,2})x)?(\d{1,4}(?:\.\d{1,6})?)\s*$/.exec(word)
  if (!fixed) return undefined
  const times = fixed[1] === undefined ? 1 : Number(fixed[1])
  const size = toUm(Number(fixed[2]))
  return times > 0 ? Array.from({ length: times }, () => ({ fixed: size })) : undefined
}
