import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const planned = (words: string) => {
  const answer = planPart(words)
  if (!answer.ok) throw new Error(`${words}: ${answer.error.message}`)
  return answer.value
}
const refused = (words: string) => {
  const answer = planPart(words)
  return answer.ok ? undefined : answer.error
}

describe('units nobody said', () => {
  it.each([
    ['plate 80 x 60 x 5', 'sizes in millimetres'],
    ['spacer 1/2 od 1/4 id 3/4 long', 'sizes in inches'],
  ])('[AG25] “%s” shows that %s were taken', (words, text) => {
    expect(planned(words).understanding.assumed).toContainEqual(expect.objectContaining({ name: 'units', text }))
  })
  it('[AG25] a unit that was said is no assumption', () => {
    expect(planned('plate 80 x 60 x 5 mm').understanding.assumed).toEqual([])
  })
})

describe('what cannot be', () => {
  it.each([
    ['tube 40 OD, 30 ID, 3 mm wall', 'AGENT_CONTRADICTION'],
    ['cube 20 mm with fillet 15', 'AGENT_IMPOSSIBLE'],
    ['a cube of 100000000000000000000 mm', 'AGENT_IMPOSSIBLE'],
    ['plate NaN x 10 x 5', 'AGENT_NEEDS_ANSWER'],
    ['a hollow ball 50 mm in diameter', 'AGENT_NEEDS_ANSWER'],
    ['plate 80 x 60 x 8 with a boss 20 mm diameter 10 high with a hole', 'AGENT_NEEDS_ANSWER'],
    ['stepped shaft: 30 mm diameter 50 long, then 20 mm diameter', 'AGENT_NEEDS_ANSWER'],
    ['a shaft with three diameters and a keyway', 'AGENT_NEEDS_ANSWER'],
  ])('[AG21] “%s” is refused: %s', (words, code) => {
    expect(refused(words)?.code).toBe(code)
  })
  it('[AG21] three sizes of a tube that agree are built', () => {
    expect(planned('tube 40 OD, 30 ID, 5 mm wall').plan.bodies).toHaveLength(1)
  })
})

describe('a number without a place', () => {
  it('[AG22] is offered as the sizes that are free, and each offer can be planned', () => {
    const words = 'enclosure 80x60x40 with 2 mm walls and 12 mm'
    const { choices = [], spans = [] } = refused(words) ?? {}
    expect(choices).toContain('12 mm floor')
    const [[from, to] = [0, 0]] = spans
    for (const choice of choices) planned(`${words.slice(0, from)}${choice}${words.slice(to)}`)
  })
  it('[AG22] over a part there is, is offered as its sizes', () => {
    const answer = planPart('90 mm', planned('plate 80 x 60 x 5'))
    expect(answer.ok ? [] : answer.error.choices).toContain('length 90 mm')
  })

  it('[AG23] a length and a step that stand beside each other are both made', () => {
    const read = planPart(
      '140x90x10 plate with a 30 bore in the centre and a vertical slot 10 wide 40 long overall each side of it, slots 90 apart',
    )
    const values = read.ok ? read.value.plan.names.map(({ label, value }) => `${label} ${value}`) : []
    expect(values).toEqual(expect.arrayContaining(['Slot length 40']))
    expect(read.ok && read.value.understanding.say).toContain('90 mm apart')
  })

  it('[AG23] so many things of a kind that is not known are no size', () => {
    const read = planPart('two stacked spheres, radii 40 and 30, and two tiny black sphere eyes')
    expect(read.ok).toBe(false)
  })
})
