import { type AssemblyRecipe, fail, type Result } from '@hewn/model'
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import { canonicalRecipe } from '../recipe/canonical-recipe.ts'
import { parseRecipe } from '../recipe/parse-recipe.ts'
import type { RecipeProblem } from '../recipe/recipe-problem.ts'
import { fromBase64Url, toBase64Url } from './base64-url.ts'

const VERSION = '1'
export const LONGEST_LINK = 8000
const LONGEST_RECIPE = 51_200

/**
 * A box in one word: the canonical recipe, deflated, in letters any address may hold (BX61). Pages put `#box=` before it.
 * @example toLink({ type: 'basicBox', width: 150, height: 100, depth: 80 })   // '1.q1ZKSS0oyVCyMjUw…'
 */
export function toLink(recipe: AssemblyRecipe): string {
  const text = strToU8(JSON.stringify(canonicalRecipe(recipe)))
  return `${VERSION}.${toBase64Url(deflateSync(text, { level: 9 }))}`
}

/** Opens what `toLink` wrote: the word alone, or an address that carries it. A stranger's link is read like any recipe. */
export function fromLink(link: string): Result<AssemblyRecipe, RecipeProblem[]> {
  if (typeof link !== 'string') return broken('A link is text — something else came')
  const word = link.slice(link.indexOf('#box=') < 0 ? 0 : link.indexOf('#box=') + 5).trim()
  if (word.length > LONGEST_LINK) {
    return broken(`The link is ${word.length} characters long — at most ${LONGEST_LINK}`)
  }
  const [, version, body] = /^(\d{1,4})\.([\w-]+)$/.exec(word) ?? []
  if (version === undefined || body === undefined) return broken('The link is no box link, or was cut short on its way')
  if (version !== VERSION) {
    return broken(`The link is of version ${version} — a newer Hewn opens it, this one reads version ${VERSION}`)
  }
  const packed = fromBase64Url(body)
  const text = packed && inflated(packed)
  if (text === undefined) return broken('The link does not unpack to a recipe — it was cut short or changed on its way')
  try {
    return parseRecipe(JSON.parse(text))
  } catch {
    return broken('The link does not hold a recipe — it was changed on its way')
  }
}

/** What any file this package wrote says of its design: every one carries its link (BX56). */
export function fromFile(text: string): Result<AssemblyRecipe, RecipeProblem[]> {
  // The last one: a box may be named like a link, and its name stands before.
  const link = /^#box=[\w.-]+/.exec(text.slice(Math.max(0, text.lastIndexOf('#box='))))?.[0]
  return link === undefined ? broken('The file carries no box link — files made by Hewn do') : fromLink(link)
}

const broken = (message: string) => fail<RecipeProblem[]>([{ code: 'RECIPE_TYPE', path: '', message }])

/** A short link may unpack to megabytes: it is stopped on the way, and not read then. */
function inflated(packed: Uint8Array): string | undefined {
  const pieces: Uint8Array[] = []
  let length = 0
  let ended = false
  try {
    const inflate = new Inflate((piece, final) => {
      pieces.push(piece)
      length += piece.length
      ended = final
    })
    for (let at = 0; at < packed.length; at += 64) {
      inflate.push(packed.subarray(at, at + 64), at + 64 >= packed.length)
      if (length > LONGEST_RECIPE) return undefined
    }
  } catch {
    return undefined
  }
  if (!ended || length > LONGEST_RECIPE) return undefined
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return strFromU8(whole)
}
