import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const said = (words: string) => {
  const made = planPart(words)
  if (!made.ok) throw new Error(`${words}: ${made.error.message}`)
  return made.value.understanding.say
}

describe('plates with fins', () => {
  it('[AG33] a heat sink is a plate with fins, and its base is how thick that is', () => {
    for (const words of [
      'heat sink 60 x 40, base 5 thick, 8 fins 25 tall 1.5 thick',
      'Heatsink 60 x 40 mm, 5 mm base, 8 fins 25 mm high, 1.5 mm thick',
    ])
      expect(said(words)).toContain('60 mm long, 40 mm wide, 5 mm thick; eight fins 60 mm long')
  })

  it('[AG31] fins run along the side that is named by its length', () => {
    expect(said('plate 80x60x5 with 10 fins 1.5 thick 25 high running along the 80 mm direction')).toContain(
      'fins 80 mm long',
    )
    expect(said('plate 80x60x5 with 10 fins 1.5 thick 25 high running along the 60 mm side')).toContain(
      'fins 60 mm long',
    )
  })
})
