import type { Result } from '@hewn/model'
import type { PartAnswer } from '../answer.ts'
import type { Frame } from '../read/frame.ts'
import type { Item } from '../words/items.ts'

/** Words that say of the part there is, or do something to it. */
const POINTS =
  /^(?:it|its|this|that|these|those|them|they|one|ones|add|put|give|fit|weld|glue|attach|another|more|instead|rather|not|same|again|also|too|now|only|actually|change|use|using|remove|without|keep|replace|swap|as|like|increase|decrease|reduce|set|move)$/
/** What may stand before the thing that is asked for. */
const LEADS =
  /^(?:a|an|one|two|please|can|could|would|you|i|i'd|we|want|need|like|to|let'?s|have|get|me|us|make|create|design|draw|model|build|generate|produce|do|new|simple|small|basic|plain|just|ok|okay|now|next|hi|hello|with|for|of)$/
/** Names of pieces: they are of the part there is, however many sizes they have. */
const PIECE =
  /^(?:base|hub|flange|collar|leg|arm|web|rim|boss|lip|lid|neck|head|shank|foot|wall|upright|step|section|body|top|bottom|shoulder|spigot|stub|plug|pad|post|peg|stud|arms|legs|cap|cover|handle|ring|insert|tip|end|key)$/

/**
 * `a plate 80 x 60 x 5 with a 20 mm hole`, typed over a bracket: a request that stands on its own, with a thing at its beginning that
 * has all its sizes and no place, speaks of a new part, also where the part there is has pieces called so (AG12).
 */
export function isWholeRequest(
  bodies: readonly Frame[],
  items: readonly Item[],
  alone: () => Result<PartAnswer, unknown>,
): boolean {
  const [thing] = bodies.filter(({ seeded, level }) => !seeded && level === 'body')
  if (!thing) return isStrange(items)
  if (thing.det === 'the' || PIECE.test(thing.noun) || thing.sizes.size < 2) return false
  if (thing.places.length > 0 || items.some((item) => item.kind === 'word' && POINTS.test(item.text))) return false
  const before = items.filter(({ at }) => at[1] <= thing.at[0])
  if (
    before.some((item) => item.kind === 'word' && !item.entry?.material && !item.entry?.flag && !LEADS.test(item.text))
  )
    return false
  return isComplete(alone())
}

/** Nothing of the thing itself had to be assumed. */
function isComplete(made: Result<PartAnswer, unknown>): boolean {
  if (!made.ok || made.value.question) return false
  const [body] = made.value.plan.bodies
  const sizes = new Set(Object.values(body?.sizes ?? {}))
  return !made.value.plan.names.some(({ name, origin }) => origin.from === 'assumed' && sizes.has(name))
}

/** `plant label, 120 long, 20 wide, 2 thick`: a name that is not known, and all the sizes of a thing. */
function isStrange(items: readonly Item[]): boolean {
  const first = items.findIndex(({ kind }) => kind === 'number')
  const name = items.slice(0, first).flatMap((item) => (item.kind === 'word' && !LEADS.test(item.text) ? [item] : []))
  const points = (item: Item) => item.kind === 'word' && POINTS.test(item.text) && !LEADS.test(item.text)
  if (items.some(points)) return false
  const numbers = items.filter(({ kind }) => kind === 'number').length
  return numbers >= 3 && name.length > 0 && name.every(({ text, entry }) => !entry && /^[a-z]{3,}$/.test(text))
}
