import { describe, expect, it } from 'vitest'
import { isStraySession, pageOf, sessionOf } from './address.ts'

const bare = '7n42DGM5Tflk9n8mt7Fhc7'

describe('address', () => {
  it('[WB76] a session has its page, and the page its session', () => {
    expect(pageOf(`session:${bare}`)).toBe(`/s/${bare}`)
    expect(sessionOf(`/s/${bare}`)).toBe(`session:${bare}`)
    expect(sessionOf(`/s/${bare}/`)).toBe(`session:${bare}`)
    expect(sessionOf(`/s/session%3A${bare}`)).toBe(`session:${bare}`)
  })

  it.each(['/', '/s/', '/s/short', `/x/${bare}`, `/s/${bare}/print`, '/s/%E0%A4%A', '/s/../../etc/passwd'])(
    '%s is no session',
    (path) => expect(sessionOf(path)).toBeNull(),
  )

  it('an address that means a session but names none is told apart from the first page', () => {
    expect(['/s/nope', `/s/${bare}`, '/', '/sheet'].map(isStraySession)).toEqual([true, false, false, false])
  })

  it('the address is / until the first action', () => expect(pageOf(null)).toBe('/'))
})
