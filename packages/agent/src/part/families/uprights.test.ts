import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const planned = (words: string) => {
  const made = planPart(words)
  if (!made.ok) throw new Error(`${words}: ${made.error.message}`)
  return made.value
}
const claimed = (words: string, text: RegExp): boolean => planned(words).claims.some((claim) => text.test(claim.text))

describe('plates that stand on a base', () => {
  it('[AG33] an upright stands across or along its base as its sizes and its words tell', () => {
    expect(planned('base 90 x 50 x 8 with an upright 50 wide, 8 thick, 60 high in the middle').script).toContain(
      'upright = Box(upright_thickness, upright_width, upright_height',
    )
    expect(planned('base 90 x 50 x 8 with a web 8 thick, 60 high in the middle lengthwise').script).toContain(
      'upright = Box(base_length, upright_thickness, upright_height',
    )
  })

  it('[AG32] what is so far above the base is in the upright, whatever was spoken of last', () => {
    const { script } = planned(
      'Two uprights 10 thick and 40 tall stand on a 120 x 50 x 10 base, flush with its ends, each with a 12 mm hole 25 above the base',
    )
    expect(script.match(/hole_inset - upright_height \/ 2/g)).toHaveLength(2)
  })

  it('[AG32] a hole in a round top is in the centre of its rounding', () => {
    const words =
      'base 50 x 40 x 8, two lugs 8 thick and 40 wide, 50 high at the ends, tops fully rounded, a 12 mm hole through both'
    expect(planned(words).script).toContain('upright_height / 2 - upright_width / 2')
    expect(claimed(words, /58 mm/)).toBe(true)
  })

  it('[AG36] uprights that do not stand on their base are refused', () => {
    const low = planPart('base 80 x 40 x 5 with two lugs 8 thick, 40 wide and 10 high, tops fully rounded')
    expect(low.ok ? 'built' : low.error.code).toBe('AGENT_IMPOSSIBLE')
  })
})
