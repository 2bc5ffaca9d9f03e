import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const said = (words: string) => {
  const read = planPart(words)
  return read.ok ? read.value.understanding.say : read.error.message
}

it('[AG33] two sizes and how thick what it is cut from is, are a plate', () => {
  for (const words of ['3 mm steel 100 x 80', '100 x 80, 3 mm aluminium', 'aluminium sheet 100 x 80, 3 mm'])
    expect(said(words)).toMatch(/100 mm long, 80 mm wide, 3 mm thick/)
  expect(said('paddle blade, teardrop profile extruded 8 mm, 200 x 90')).not.toMatch(/long/)
})

it('[AG32] more of what was counted, on a pattern of their own', () => {
  const disc = 'disc 120 x 8, six 6 mm holes on a 60 mm pcd'
  expect(said(`${disc}, then 4 more on a 90 pcd`)).toContain('four holes 6 mm in diameter on a 90 mm bolt circle')
  expect(said(`${disc} and 4 8 mm on 90 pcd`)).toContain('four holes 8 mm in diameter on a 90 mm bolt circle')
})

it('[AG22] what a lid is to close, and a size across that may be two things, are asked about', () => {
  expect(said('lid for a 90 mm jar, 15 high')).toMatch(/or is it flat/)
  expect(said('pentagon tile 90 mm across, 4 thick')).toMatch(/corner to corner/)
})
