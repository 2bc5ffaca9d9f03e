import { type AgentError, hewnError, type PartPlan, type Span, type Understanding } from '@hewn/model'
import type { PartAnswer } from '../answer.ts'
import { howMany } from './how-many.ts'

/**
 * Whether an edit came to something: words without a number that leave the part as it was are not followed, and a number
 * that no line of the script has is asked about, whatever took it.
 */
export function unheeded(
  words: string,
  { plan, script, understanding }: PartAnswer,
  before: PartPlan,
  was: string,
): AgentError | undefined {
  const start = plan.request.length - words.length
  // What is said again of a size that is so already is heeded.
  const again = plan.names.some(
    ({ origin }) => 'span' in origin && origin.span !== undefined && origin.span[0] >= start,
  )
  if (!again && looksOf(plan, script) === looksOf(before, was))
    return hewnError('AGENT_NOT_UNDERSTOOD', 'These words change nothing of the part that is there.', {
      hint: 'Try: make it 10 mm longer · use M5 instead · remove the holes',
    })
  const strange = strangeThing(understanding.spans, words)
  if (strange) {
    const text = words.slice(...strange)
    return {
      ...hewnError('AGENT_UNSUPPORTED', `“${text}” is not something that is known here.`, {
        hint: 'Say it as a shape that is: a plate, a boss, a hole, a slot, a rib.',
      }),
      spans: [strange],
    }
  }
  // Who asks for one more has more than before.
  const more = /\binstead\b/i.test(words)
    ? undefined
    : (ADDS.exec(words) ?? (SWAPS.test(words) ? null : WITH.exec(words)))
  if (more && howMuch(plan) <= howMuch(before))
    return {
      ...hewnError('AGENT_NEEDS_ANSWER', `What “${more[0].trim()}” is to add here is not clear.`, {
        hint: 'Say what, how large and where: another 6 mm hole 20 mm from the left edge',
      }),
      spans: [[more.index, more.index + more[0].length]],
    }
  const head = headless(words, plan)
  if (head) return head
  const lines = script.split('\n').filter((line) => !line.startsWith('#') && !/^[a-z_]\w* = -?[\d.]+ *#/i.test(line))
  const isUsed = (name: string) => lines.some((line) => new RegExp(`\\b${name}\\b`).test(line))
  const idle = plan.names.find(
    ({ name, origin, unit, value }) =>
      origin.from === 'said' &&
      origin.span[0] >= start &&
      unit === 'mm' &&
      !isUsed(name) &&
      // `in the 80 mm leg` points at what there is.
      !plan.names.some((one) => one.name !== name && isUsed(one.name) && one.value === value),
  )
  if (!idle || idle.origin.from !== 'said') return undefined
  const [from, to] = idle.origin.span
  const text = plan.request.slice(from, to).trim()
  return {
    ...hewnError('AGENT_NEEDS_ANSWER', `“${text}” could not be placed. What should it change?`, {
      hint: 'Say beside the number what it measures, or leave it out.',
    }),
    spans: [[from - start, to - start]],
  }
}

/** What is there to be seen of a part: the lines that build it, and what it is made of. */
const looksOf = ({ bodies }: PartPlan, script: string): string =>
  JSON.stringify([
    bodies.map(({ color, material }) => [color, material]),
    script.split('\n').map((line) => line.replace(/\s*#.*/, '')),
  ])

/** `use countersunk M4 screws` of holes that have no countersink afterwards. */
function headless(words: string, plan: PartPlan): AgentError | undefined {
  const found = HEADS.exec(words)
  if (!found || LESS.test(words)) return undefined
  const key = /^(?:countersink|csk)/i.test(found[0].replace('sunk', 'sink')) ? 'countersink' : 'counterbore'
  const has = plan.bodies.some(({ features }) => features.some(({ parts }) => parts.some(({ kind }) => kind === key)))
  if (has) return undefined
  return {
    ...hewnError('AGENT_NEEDS_ANSWER', `Which holes should be ${found[0]} is not clear.`, {
      choices: ['countersink all the holes', 'counterbore all the holes'],
    }),
    spans: [[found.index, found.index + found[0].length]],
  }
}
const HEADS = /\b(?:countersunk|csk|counterbored)\b/i
const LESS = /\b(?:no|not|without|remove|delete|lose|drop|instead of|rather than|un|less)\b/i

/** Not `5 mm more`, nor `add 5 mm to the length`. */
const ADDS =
  /\b(?:another(?! \d+ ?(?:mm|cm|in)\b| (?:thing|change))|one more(?! (?:thing|change))|a second|the same (?:[a-z]+ )?again|add (?:an?|two|three|four|six|eight)\b(?! (?:bit|little|mm|cm|inch|touch|few|hair)))/i

/** `make the bore 10 mm with a keyway`: something comes with it. */
const WITH =
  /\bwith (?:an?|two|three|four) (?:[\d.]+ ?(?:mm )?(?:[a-z]+ )?)?(?:keyway|hub|boss|flange|pocket|groove|gusset|rib|lip|chamfer|fillet|countersink|counterbore)\b/i
const SWAPS = /\b(?:replace|swap|change|turn)\b|\bmake (?:it|that|this) an?\b/i

/** How many things there are in a plan, as far as it counts them. */
function howMuch({ bodies, names }: PartPlan): number {
  const values = Object.fromEntries(names.map(({ name, value }) => [name, value]))
  return bodies
    .flatMap(({ features, parts, sizes, flags }) => [
      1,
      parts.length,
      Object.keys(sizes).length,
      flags.length,
      ...features.map((feature) => howMany({ feature }, values) + feature.parts.length + feature.flags.length),
    ])
    .reduce((sum, one) => sum + one, 0)
}

/** `add an ear …, 20 x 20 x 3`: a thing that is not known, and whose sizes something else would take. */
function strangeThing(said: Understanding['spans'], words: string): Span | undefined {
  const found = said.find(({ at, role }, index) => {
    const led = role === 'unread' && /\b(?:add|put|weld|attach|fit)\b[^.;]*\b(?:an?|another|one|two|three|four)\s+$/i
    const before = words.slice(0, at[0])
    // `add a 12 mm hole for a cable`: what it is for is not added.
    if (!led || !led.test(before) || /\b(?:for|to (?:take|hold|pass|fit))\s+[a-z]+\s+$/i.test(before)) return false
    // An adjective stands before something that is known.
    const next = said.slice(index + 1).find((one) => one.role !== 'filler')
    return !(next?.role === 'used' && next.at[0] - at[1] <= 1 && next.as !== 'place')
  })
  return found?.at
}
