import { expect, it } from 'vitest'
import { planPart, type PartOptions } from '../plan-part.ts'
import type { PartAnswer } from '../answer.ts'

const options: PartOptions = {}
const after = (...lines: string[]): PartAnswer | undefined =>
  lines.reduce<PartAnswer | undefined>((current, line) => {
    const read = planPart(line, current, options)
    return read.ok ? read.value : undefined
  }, undefined)
const values = (answer?: PartAnswer) => answer?.plan.names.map(({ value }) => value)

it('goes back to what was there before the last words', () => {
  const plate = 'plate 100 x 60 x 6\nwith a 20 mm hole in the middle'
  expect(values(after(plate, 'make the hole 30', 'undo that'))).toEqual(values(after(plate)))
  expect(values(after(plate, 'make it 20 longer', 'make the hole 30', 'go back one step'))).toEqual(
    values(after(plate, 'make it 20 longer')),
  )
})

it('says so where there is nothing to go back to', () => {
  const plate = after('plate 100 x 60 x 6')
  expect(planPart('undo', plate)).toMatchObject({ ok: false, error: { code: 'AGENT_NOT_UNDERSTOOD' } })
})
