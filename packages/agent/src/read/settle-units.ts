import type { NumberToken, Token } from './tokens.ts'
import { isLength, type LengthUnit, unitOf } from './units.ts'

export interface Settled {
  unit: LengthUnit
  /** How it was found: said with the number or its chain, taken from a neighbour, or assumed. */
  from: 'said' | 'chain' | 'clause' | 'only' | 'assumed'
}

/**
 * The unit of every number, should it turn out to be a length: its own, else its chain's, else that of the nearest
 * earlier quantity in its clause, else the request's only unit, else millimetres.
 */
export function settleUnits(tokens: readonly Token[]): ReadonlyMap<NumberToken, Settled> {
  const settled = new Map<NumberToken, Settled>()
  const chains = chainsOf(tokens)
  const units = new Set(
    tokens.flatMap((token) => (token.kind === 'number' && isLength(token.unit) ? [token.unit] : [])),
  )
  // A foot beside inches is still measured in inches.
  const imperial = units.size > 1 && [...units].every((unit) => unit === 'in' || unit === 'ft')
  const drills = units.size === 1 && units.has('in') && drilledInInches(tokens)
  const [only] = drills ? [] : units.size === 1 ? units : imperial || fractional(tokens) ? (['in'] as const) : []
  const declared = declaredUnit(tokens) ?? (units.size === 0 ? unitAlone(tokens) : undefined)
  let earlier: LengthUnit | undefined
  for (const [place, token] of tokens.entries()) {
    if (token.kind === 'mark' && /[,;.:\n!?]/.test(token.text) && !goesOn(tokens, place)) earlier = undefined
    if (token.kind !== 'number') continue
    const chain = chains.get(token)
    const found: Settled = isLength(token.unit)
      ? { unit: token.unit, from: 'said' }
      : chain
        ? { unit: chain, from: 'chain' }
        : declared
          ? { unit: declared, from: 'only' }
          : units.size > 0 && INCHES.test(token.text)
            ? { unit: 'in', from: 'only' }
            : earlier
              ? { unit: earlier, from: 'clause' }
              : only
                ? { unit: only, from: 'only' }
                : { unit: 'mm', from: 'assumed' }
    settled.set(token, found)
    // `a 1/4 inch hole and a slot 30 x 6`, where millimetres are said too: that fraction is the name of a drill.
    const drill = drills || (units.has('mm') && token.unit === 'in' && FRACTION.test(token.text))
    if ((found.from === 'said' || found.from === 'chain') && !drill) earlier = found.unit
  }
  return settled
}

/** `25 cm wide, 18 deep, 9 high`: a comma between the sides of one thing is no end of what was begun. */
const goesOn = (tokens: readonly Token[], place: number): boolean => {
  const [side, number, next] = [tokens[place - 1], tokens[place + 1], tokens[place + 2]]
  return isSide(side) && number?.kind === 'number' && number.unit === undefined && isSide(next)
}
const isSide = (token: Token | undefined): boolean => token?.kind === 'word' && SIDES.has(token.text)
const SIDES: ReadonlySet<string> = new Set('wide deep high tall long'.split(' '))

const SPOKEN_OF: ReadonlySet<string> = new Set(
  'dimension dimensions dims dim unit units size sizes measurement measurements number numbers value values everything all'.split(
    ' ',
  ),
)
const BETWEEN: ReadonlySet<string> = new Set('are is in all given shown the being as'.split(' '))

/** `ALL DIMENSIONS IN INCHES`, `units: mm`: said once, for every number without a unit of its own. */
function declaredUnit(tokens: readonly Token[]): LengthUnit | undefined {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !SPOKEN_OF.has(token.text)) continue
    for (const next of tokens.slice(index + 1, index + 5)) {
      const unit = next.kind === 'word' && next.text !== 'in' ? unitOf(next.text) : undefined
      if (isLength(unit)) return unit
      const passes = next.kind === 'word' ? BETWEEN.has(next.text) || SPOKEN_OF.has(next.text) : next.kind === 'mark'
      if (!passes) break
    }
  }
  return undefined
}

/** `… 2.125 long, inches`: a unit that stands by itself holds for all that have none. */
function unitAlone(tokens: readonly Token[]): LengthUnit | undefined {
  const found = tokens.find(
    (token, place) =>
      token.kind === 'word' && Object.hasOwn(NAMED, token.text.toLowerCase()) && tokens[place - 1]?.kind !== 'number',
  )
  return found?.kind === 'word' ? NAMED[found.text.toLowerCase()] : undefined
}
const NAMED: Readonly<Record<string, LengthUnit>> = {
  inches: 'in',
  imperial: 'in',
  cm: 'cm',
  centimetres: 'cm',
  centimeters: 'cm',
}

const FRACTION = /\d\/\d|[½¼¾⅛⅜⅝⅞]|\b(?:eighth|sixteenth)s?\b/
/** `3 mm steel, one 1/4 hole`: nobody divides millimetres by eight. */
const INCHES = /(?:^|\D)\d+\/(?:4|8|16|32|64)$|[¼¾⅛⅜⅝⅞]$/
/** `plate 80 x 40 x 5 with a 1/4" hole`: its only inches are those of a drill, and no plate of inches is that large. */
function drilledInInches(tokens: readonly Token[]): boolean {
  const numbers = tokens.flatMap((token, place) => (token.kind === 'number' ? [{ token, place }] : []))
  return (
    numbers.some(({ token: { value, unit } }) => unit === undefined && value > 24) &&
    numbers.every(
      ({ token: { text, unit }, place }) =>
        unit !== 'in' ||
        (FRACTION.test(text) &&
          tokens.slice(place + 1, place + 5).some((next) => next.kind === 'word' && DRILLED.test(next.text))),
    )
  )
}
const DRILLED = /^(?:holes?|bolts?|screws?|threads?|threaded|tapped|clearance|drill|drilled|unc|unf|inserts?)$/i
/** `spacer 1/2 od 1/4 id 3/4 long`: who measures in fractions measures in inches, where no number is too large for it. */
function fractional(tokens: readonly Token[]): boolean {
  const numbers = tokens.flatMap((token) => (token.kind === 'number' ? [token] : []))
  // `PLATE 6 X 4 X .5, 4X .281 THRU`: so do drawings that leave out the zero.
  const zeroless = numbers.filter(({ text }) => /^\D?\.\d+/.test(text.trim()))
  const drawn = zeroless.length > 1 && zeroless.some(({ text }) => /\.\d{3}/.test(text))
  return (
    (drawn || numbers.some(({ text }) => FRACTION.test(text))) &&
    numbers.every(({ value, unit }) => !isLength(unit) && value <= 48)
  )
}

/** The unit that holds for a chain, for each number in it: the last that was said there. */
function chainsOf(tokens: readonly Token[]): Map<NumberToken, LengthUnit> {
  const unitOfNumber = new Map<NumberToken, LengthUnit>()
  let chain: NumberToken[] = []
  let joined = false
  const close = () => {
    const unit = chain.map((number) => number.unit).findLast(isLength)
    if (unit) for (const number of chain) unitOfNumber.set(number, unit)
    chain = []
  }
  for (const token of tokens) {
    if (token.kind === 'times' || (token.kind === 'word' && token.text === 'by')) joined = chain.length > 0
    else if (token.kind === 'number') {
      if (!joined) close()
      chain.push(token)
      joined = false
    } else if (token.kind === 'mark' && !'()='.includes(token.text)) {
      close()
      joined = false
    }
  }
  close()
  return unitOfNumber
}
