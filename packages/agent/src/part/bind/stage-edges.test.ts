import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const picks = (words: string): string[] => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  return read.value.plan.bodies.flatMap(({ features }) =>
    features.flatMap(({ flags }) => flags.filter((flag) => flag.startsWith('pick-')).map((flag) => flag.slice(5))),
  )
}
const PIN = 'pin: head 18 dia x 4, shank 10 dia x 60,'
const SHAFT = 'stepped shaft 20 dia x 40, 15 dia x 30, 10 dia x 20,'

describe('rims of what is turned in steps', () => {
  it.each([
    [`${PIN} 1 mm chamfer on the free end`, ['top']],
    [`${PIN} 1 mm chamfer on its end`, ['top']],
    [`${PIN} the end of the shank has a 1 mm chamfer`, ['top']],
    [`${PIN} chamfer the tip 1 mm`, ['top']],
    [`${PIN} top edge of the head rounded 2 mm`, ['bottom']],
    [`${PIN} 0.5 mm fillet under the head`, ['meet-0']],
    [`${SHAFT} 1 mm chamfer on the 10 mm end`, ['top']],
    [`${SHAFT} 1 mm chamfer on the large end`, ['bottom']],
    [`${SHAFT} 1 mm chamfers on both ends`, ['ends']],
    [`${SHAFT} 1 mm chamfer on all edges`, ['ends', 'shoulder-0', 'shoulder-1']],
    [`${SHAFT} 1 mm fillets at each step`, ['meet-0', 'meet-1']],
  ])('[AG32] %s', (words, expected) => {
    expect(picks(words)).toEqual(expected)
  })
})
