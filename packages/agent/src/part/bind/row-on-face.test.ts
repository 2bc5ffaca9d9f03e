import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const written = (words: string) => {
  const made = planPart(words)
  if (!made.ok) throw new Error(`${words}: ${made.error.message}`)
  return made.value.script
}
const BRACKET = 'L bracket legs 60 and 50, 40 wide, 4 thick'

describe('rows on the faces of a part', () => {
  it('[AG29] holes so far from the end of a leg are side by side at that end; from each end of it, along it', () => {
    expect(written(`${BRACKET}, two 5 mm holes in the base 10 mm from the end`)).toContain(
      'Pos((leg - thickness) / 2 - hole_inset, 0) * spot for spot in GridLocations(0, width / (hole_count + 1), 1, hole_count)',
    )
    expect(written(`${BRACKET}, two 5 mm holes in the base 10 mm from each end`)).toContain(
      'GridLocations((leg - thickness - 2 * hole_inset) / (hole_count - 1), 0, hole_count, 1)',
    )
  })

  it('[AG29] with a gusset in the middle of the legs, two holes stand on both sides of it', () => {
    const made = written(`${BRACKET}, two 5 mm holes in each leg, 20 apart, with a gusset in the middle`)
    expect(made).toMatch(/Plane\(\(thickness \/ 2.*GridLocations\(0, hole_spacing, 1, hole_count\)/)
    expect(made).toMatch(/z_dir=\(-1, 0, 0\)\).*GridLocations\(hole_spacing, 0, hole_count, 1\)/)
  })

  it('[AG36] slots that would run into each other end to end lie beside each other', () => {
    expect(written(`${BRACKET}, two slots 6 x 20 in the base`)).toContain(
      'GridLocations(0, width / (slot_count + 1), 1, slot_count)',
    )
    expect(written('plate 100 x 40 x 5 with two slots 6 x 20, 40 apart')).toContain(
      'GridLocations(slot_spacing, 0, slot_count, 1)',
    )
  })
})
