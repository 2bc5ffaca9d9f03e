import { describe, expect, it } from 'vitest'
import { planBox } from './plan-box.ts'

describe('orders that boxes do not know', () => {
  it.each([
    ['jewellery box 200x150x80, 4 mm walnut, felt lined, sliding lid', 'felt lined'],
    ['box 150x150x150, 4 mm ply, wedge tenons', 'wedge tenons'],
    ['key cabinet 250x60x300, open front, 4 hooks', 'hooks'],
    ['box 200x150x100, rope handles', 'rope handles'],
    ['house shaped box 200x150x200', 'house'],
    ['box in the shape of a heart, 150x150x60', 'heart'],
  ])('[AG41] “%s” is refused by the name of what nobody heard', (words, name) => {
    const read = planBox(words)
    expect(read).toMatchObject({ ok: false, error: { code: 'AGENT_UNSUPPORTED' } })
    expect(read.ok ? '' : read.error.message).toContain(`“${name}”`)
  })

  it('[AG41] a clause that may be an order stands against done; the name of the thing and how it looks do not', () => {
    const strange = (words: string) => {
      const read = planBox(words)
      if (!read.ok) throw new Error(read.error.message)
      return read.value.understanding.spans
        .filter(({ as }) => as === 'shape')
        .map(({ at }) => words.slice(...at))
        .join(' ')
    }
    expect(strange('box 300x200x150, leather strap, 6 mm ply')).toBe('leather strap')
    expect(strange('sturdy magazine crate 300x200x150, 6 mm ply, varnished')).toBe('')
    expect(strange('watch box 200x150x80, 6 watches')).toBe('')
  })
})
