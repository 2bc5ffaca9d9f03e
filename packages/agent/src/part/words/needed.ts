/**
 * What has to be in a text that a pattern matches: of each list one piece, in small letters. Of
 * `/\b(?:holes?|bores?) near (?=\d)/` that is `near`, and `hole` or `bore`; the rarest comes first. Looking for
 * pieces is far cheaper than trying the pattern, and most patterns are not for the text at hand.
 */
export const neededBy = ({ source }: RegExp): Needed => alternatives({ source, at: 0 })

/** Whether a pattern is worth trying on a text; made once for each text, since many patterns need the same pieces. */
export function worthTrying(text: string): (pattern: RegExp) => boolean {
  const small = text.toLowerCase()
  const looked = new Map<string, boolean>()
  const stands = (piece: string): boolean => {
    const known = looked.get(piece)
    if (known !== undefined) return known
    const found = small.includes(piece)
    looked.set(piece, found)
    return found
  }
  return (pattern) => known(pattern).every((any) => any.some(stands))
}

function known(pattern: RegExp): Needed {
  const needed = KNOWN.get(pattern) ?? neededBy(pattern)
  KNOWN.set(pattern, needed)
  return needed
}
const KNOWN = new WeakMap<RegExp, Needed>()

export type Needed = readonly AnyOf[]
type AnyOf = readonly string[]

interface Walk {
  readonly source: string
  at: number
}

/** `a|b`: what one needs, or what the other does. */
function alternatives(walk: Walk): Needed {
  const first = sequence(walk)
  const rarest = [first[0]]
  while (walk.source[walk.at] === '|') {
    walk.at++
    rarest.push(sequence(walk)[0])
  }
  if (rarest.length === 1) return first
  return rarest.every((one) => one !== undefined) ? [[...new Set(rarest.flat())]] : []
}

/** One after the other: all of it is needed. */
function sequence(walk: Walk): Needed {
  const { source } = walk
  const all: AnyOf[] = []
  let run = ''
  const close = () => {
    if (lettersOf(run) > 1 || /[^a-z\d\s]/.test(run)) all.push([run])
    run = ''
  }
  while (walk.at < source.length && source[walk.at] !== '|' && source[walk.at] !== ')') {
    const piece = term(walk)
    const [least, most] = times(walk)
    if (piece === PLACE) continue
    if (typeof piece === 'string' && least > 0) run += piece
    if (typeof piece === 'string' && least === 1 && most === 1) continue
    close()
    // What is looked for before or behind is in the text as well.
    if (typeof piece !== 'string' && least > 0) all.push(...piece)
  }
  close()
  return all.toSorted((a, b) => rarity(b) - rarity(a)).slice(0, MOST)
}

/** More of them tell hardly more. */
const MOST = 3

/** A letter; a place between letters; or what something longer needs. */
type Term = string | typeof PLACE | Needed
const PLACE = Symbol('a place between letters')
const UNKNOWN: Needed = []

function term(walk: Walk): Term {
  const sign = walk.source[walk.at++] ?? ''
  if (sign === '^' || sign === '$') return PLACE
  if (sign === '.') return UNKNOWN
  if (sign === '[') return past(walk, /(?:\\.|[^\]\\])*\]/y)
  if (sign === '(') return group(walk)
  if (sign !== '\\') return letter(sign)
  const escaped = walk.source[walk.at++] ?? ''
  if (escaped === 'b' || escaped === 'B') return PLACE
  // `\d`, `\u2014`, `\p{L}`, `\1`, `\k<name>`
  if (/[a-z\d]/i.test(escaped))
    return past(walk, /(?<=u)[\da-f]{4}|(?<=x)[\da-f]{2}|(?<=[pPu])\{[^}]*\}|(?<=k)<[^>]*>|/y)
  return letter(escaped)
}

/** A sign that is large and small in ways of its own is not looked for. */
function letter(sign: string): Term {
  const small = sign.toLowerCase()
  return /[ -~]/.test(sign) || small === sign.toUpperCase() ? small : UNKNOWN
}

function past(walk: Walk, what: RegExp): Needed {
  what.lastIndex = walk.at
  walk.at += what.exec(walk.source)?.[0].length ?? 0
  return UNKNOWN
}

function group(walk: Walk): Needed {
  const [opening = ''] = /^\?(?:[:=!]|<[=!]|<[^>]*>)/.exec(walk.source.slice(walk.at, walk.at + 40)) ?? []
  walk.at += opening.length
  const needed = alternatives(walk)
  walk.at++
  return opening.endsWith('!') ? UNKNOWN : needed
}

/** How often what stands before it has to come, and may: `?`, `*`, `+`, `{2,}`. */
function times(walk: Walk): [least: number, most: number] {
  const [sign, least, more, most] =
    /^(?:[?*+]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(walk.source.slice(walk.at, walk.at + 12)) ?? []
  if (!sign) return [1, 1]
  walk.at += sign.length
  if (least !== undefined) return [Number(least), more ? Number(most || Infinity) : Number(least)]
  return [sign.startsWith('+') ? 1 : 0, sign.startsWith('?') ? 1 : Infinity]
}

/** Long pieces are rarer than short ones, and few are rarer than many. */
const rarity = (any: AnyOf): number => Math.min(...any.map(lettersOf)) - any.length / 8

const lettersOf = (piece: string): number => piece.replaceAll(/\s/g, '').length
