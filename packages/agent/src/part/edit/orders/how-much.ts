import { namesIn } from '../../formula.ts'
import { familyOf } from '../../registry.ts'
import type { Edit } from '../edit.ts'
import type { Cursor } from '../../read/cursor.ts'
import { clauseEnds, type Order } from '../order.ts'
import { phraseAt } from '../phrase.ts'

/** `make it longer`, `a bit thicker`, `smaller holes`: by how much is asked. */
export const howMuch: Order = (at, edit) => {
  const [before, further] = [at.peek(-1), at.peek(-2)]
  const amount = [before, further].some((item) => item?.kind === 'number') || before?.kind === 'times'
  if (amount) return undefined
  at.skip(
    'make',
    'it',
    'the',
    'should',
    'be',
    'slightly',
    'much',
    'lot',
    'i',
    'want',
    'needs',
    'need',
    'to',
    'little',
    'bit',
    'a',
    'is',
    'too',
  )
  const word = compared()
  const some = word ? undefined : phraseAt(at)
  at.skip('should', 'be', 'are', 'a', 'bit', 'little', 'slightly', 'much')
  const found = word ?? compared()
  if (!found) return undefined
  if (!some) phraseAt(at)
  at.skip('please')
  if (!(at.item?.kind === 'mark' && at.item.text === ':') && !clauseEnds(at)) return undefined
  if (told(at, edit, found.text)) return some ? undefined : () => {}
  return () => {
    const old = valueOf(edit, ROLES[found.text] ?? '')
    const step = old >= 50 ? 10 : old >= 10 ? 5 : 1
    const choices = [`${step} mm ${found.text}`, `${2 * step} mm ${found.text}`, `20 % ${found.text}`]
    edit.refuse('AGENT_NEEDS_ANSWER', `How much ${found.text}?`, [found.at], choices)
  }

  function compared() {
    return at.wordIf(({ text }) => Object.hasOwn(ROLES, text))
  }
}

/** `holes a bit bigger, 6.5 mm`: a size beyond those there are is what they are to be. */
function told(at: Cursor, edit: Edit, word: string): boolean {
  const mark = at.item
  const sized = at.peek(1)?.kind === 'number' && at.peek(2)?.kind === 'times' && at.peek(3)?.kind === 'number'
  // `a bit smaller please: 90x45`
  if (mark?.kind === 'mark' && sized) return true
  const [number, next] = [at.peek(1), at.peek(2)]
  const ends = next === undefined || next.kind === 'mark' || (next.kind === 'word' && next.text === 'diameter')
  if (mark?.kind !== 'mark' || number?.kind !== 'number' || !ends || !/hole/i.test(edit.words)) return false
  const holes = edit.plan.bodies.flatMap(({ features }) =>
    features.flatMap(({ kind, sizes }) => (kind === 'hole' ? [edit.named(sizes['diameter'])?.value ?? 0] : [])),
  )
  const beyond = word === 'smaller' ? (one: number) => number.mm < one : (one: number) => number.mm > one
  return ['bigger', 'larger', 'wider', 'smaller'].includes(word) && holes.length > 0 && holes.every(beyond)
}

const ROLES: Record<string, string> = {
  thicker: 'thickness',
  thinner: 'thickness',
  taller: 'height',
  higher: 'height',
  longer: 'length',
  shorter: 'length',
  wider: 'width',
  narrower: 'width',
  deeper: 'depth',
  shallower: 'depth',
  bigger: '',
  larger: '',
  smaller: '',
}

function valueOf(edit: Edit, role: string): number {
  for (const { family, sizes } of edit.plan.bodies)
    for (const [slot, { accepts }] of Object.entries(familyOf(family)?.slots ?? {}))
      if (accepts.split(/[\s,]+/).includes(role)) {
        const named = edit.named(namesIn(sizes[slot] ?? '')[0])
        if (named) return named.value
      }
  return 20
}
