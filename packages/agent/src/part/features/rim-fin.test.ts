import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const featureOf = (words: string) => {
  const plan = planPart(words)
  return plan.ok ? plan.value.plan.bodies[0]?.features[0] : undefined
}

describe('fins round a cylinder', () => {
  it.each([
    'cylinder 40 mm diameter, 60 high, eight radial fins 2 mm thick sticking out 12 mm',
    'hub 30 dia 20 long with 6 ribs 3 wide and 5 high along it',
    'finned cylinder 40 x 60 with eight fins 2 x 12',
  ])('[AG27] they stand out from its side: %s', (words) => {
    expect(featureOf(words)?.kind).toBe('rim-fin')
  })

  it.each([
    'disc 100 dia 8 thick with six ribs 3 wide and 10 high on top',
    'plate 60 x 60 x 5 with 7 fins 2 thick and 20 tall',
  ])('[AG27] on what is flat they stand on its face: %s', (words) => {
    expect(featureOf(words)?.kind).toBe('pad')
  })
})
