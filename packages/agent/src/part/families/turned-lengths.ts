import { bracketed } from '../formula.ts'
import type { Settling } from '../kinds.ts'

// How long each stretch of a turned part is: said, or what the others leave of the whole.

/** `120 mm shaft in three sections: …`: as long as all of them, and not as wide. */
export function inAll(sizes: Settling, steps: readonly Settling[]): boolean {
  const whole = steps.every((one) => one.has('diameter') && one.has('height') && !one.flag('within'))
  if (steps.length < 2 || !whole || !sizes.has('outer') || !sizes.byTurn('outer') || sizes.has('height')) return false
  const sum = steps.reduce((all, one) => all + one.value('height') * (one.flag('both-ends') ? 2 : 1), 0)
  return Math.abs(sum - sizes.value('outer')) < 0.01
}

/** `40 overall with a head of 4`: what the head and the steps leave of it is the shank's. */
export function overall(sizes: Settling, steps: readonly Settling[]): void {
  if (!sizes.has('total')) return
  const known = steps.filter((one) => one.has('height') && !one.flag('within'))
  const apart = known.map(lengthOf)
  if (!sizes.has('outer') || sizes.has('height')) {
    if (!sizes.has('height')) sizes.move('total', 'height')
    // `130 overall: 22 dia 45 long, the rest 16 dia`
    const [rest, ...others] = steps.filter((one) => !one.has('height') && !one.has('angle'))
    if (sizes.has('outer') && rest?.has('diameter') && others.length === 0 && !rest.flag('within')) {
      rest.derive('height', [sizes.formula('total'), bracketed(sizes.formula('height')), ...apart].join(' - '))
      leavesSome(sizes, rest)
    }
    return
  }
  if (steps.some((one) => !one.has('height') && !one.has('angle')) && steps.length > 1) {
    sizes.move('total', 'height')
    return
  }
  sizes.derive('height', [sizes.formula('total'), ...apart].join(' - '))
  leavesSome(sizes, sizes)
}

/** What is left of the whole has to be some of it. */
function leavesSome(sizes: Settling, rest: Settling): void {
  if (rest.value('height') <= 0)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `The ${sizes.noun} is ${sizes.value(sizes.has('total') ? 'total' : 'height')} mm long in all, and its ends take all of it.`,
    )
}

/** Each step within the length that was said, what the others leave of it, and whether all of it adds up. */
export function settleLengths(sizes: Settling, steps: readonly Settling[]): void {
  withinIt(sizes, steps)
  // With an overall length, the one step whose own is not known takes the rest.
  const open = steps.filter((one) => !one.has('height'))
  const known = steps.filter((one) => one.has('height')).map(lengthOf)
  if (sizes.has('height') && !sizes.has('outer')) {
    const [first, ...others] = open
    if (first && others.length === 0) {
      const rest = [sizes.formula('height'), ...known].join(' - ')
      first.derive('height', first.flag('both-ends') ? `(${rest}) / 2` : rest)
      leavesSome(sizes, first)
    } else if (!first) {
      const sum = steps.reduce((all, one) => all + one.value('height') * (one.flag('both-ends') ? 2 : 1), 0)
      if (Math.abs(sum - sizes.value('height')) > 0.01)
        sizes.refuse(
          'AGENT_CONTRADICTION',
          `The steps add up to ${Math.round(sum * 1000) / 1000} mm, and ${sizes.value('height')} mm overall was said.`,
        )
    }
  }
  // How long a step is has no convention: where nobody says it, its diameter is seldom one.
  const short = steps.find((one) => !one.has('height')) ?? (sizes.has('outer') && !sizes.has('height') && sizes)
  if (short) {
    const wide =
      Math.round(short.value(short === sizes ? 'outer' : short.has('diameter') ? 'diameter' : 'flats') * 100) / 100
    sizes.refuse('AGENT_NEEDS_ANSWER', `How long is the ${wide} mm section of the ${sizes.noun}?`)
  }
  if (sizes.has('total')) addsUp(sizes, steps)
}

/**
 * `stepped to 8 mm for the last 20`: the step is part of the length that was said; so is one that is turned further down
 * from the same end, of that step.
 */
function withinIt(sizes: Settling, steps: readonly Settling[]): void {
  const whole = sizes.has('outer') ? sizes : steps.find((one) => !one.flag('within'))
  const cut = steps.filter((one) => one.flag('within') && one.has('height'))
  cut.forEach((one, index) => {
    const before = cut
      .slice(0, index)
      .findLast(
        (other) =>
          !one.flag('both-ends') &&
          !other.flag('both-ends') &&
          other.flag('below') === one.flag('below') &&
          one.has('diameter') &&
          other.has('diameter') &&
          other.value('diameter') > one.value('diameter'),
      )
    const full = before ?? whole
    if (!full?.has('height')) return
    if (one.value('height') * (one.flag('both-ends') ? 2 : 1) >= full.value('height'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A step of ${one.value('height')} mm takes all of the length of ${full.value('height')} mm.`,
      )
    else full.derive('height', `${full.formula('height')} - ${lengthOf(one)}`)
  })
}

/** All is known, and how long it is in all was said as well. */
function addsUp(sizes: Settling, steps: readonly Settling[]): void {
  const own = sizes.has('outer') && sizes.has('height') ? sizes.value('height') : 0
  const sum = steps.reduce((all, one) => all + one.value('height') * (one.flag('both-ends') ? 2 : 1), own)
  if (Math.abs(sum - sizes.value('total')) > 0.01)
    sizes.refuse(
      'AGENT_CONTRADICTION',
      `The steps add up to ${Math.round(sum * 1000) / 1000} mm, and ${sizes.value('total')} mm overall was said.`,
    )
}

/** What is turned is long; a knob is no stick. */
export const assumeLength = (sizes: Settling): void =>
  sizes.assume(
    'height',
    Math.round(sizes.value('outer') * (/knob|dial/.test(sizes.noun) ? 0.5 : 3)),
    'no length was said',
  )

/** Of what is the same at both ends, both. */
const lengthOf = (one: Settling): string =>
  one.flag('both-ends') ? `2 * ${bracketed(one.formula('height'))}` : one.formula('height')
