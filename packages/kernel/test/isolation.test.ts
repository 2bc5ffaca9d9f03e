import { describe, expect, it } from 'vitest'
import { isolationFrom, UNMEASURED } from '../src/isolation.ts'

describe('how strongly scripts are held', () => {
  it('[KN23] nothing is claimed before it was measured', () => {
    expect(UNMEASURED.level).toBe('none')
  })

  it('[KN23] partial when all that was tried was refused; never more in spawn mode', () => {
    const held = isolationFrom([], { files: 'Landlock, version 7' }, 1)
    expect(held).toMatchObject({ level: 'partial', advice: [], layers: { files: 'Landlock, version 7' } })
    expect(held.missing.join()).toContain('fill the disk')
  })

  it.each([1, 4, 8, 25, 28, 39, 42, 57, 58, 59, 60, 61])(
    '[KN23] none when behaviour %i got through, and it is said in words',
    (number) => {
      const held = isolationFrom([number], {}, 1)
      expect(held.level).toBe('none')
      expect(held.missing[0]).toMatch(/^scripts on this server can /)
      expect(held.advice).toHaveLength(1)
    },
  )

  it('[KN23] none when more than one thread ran after the import: locks hold only one', () => {
    expect(isolationFrom([], {}, 3)).toMatchObject({
      level: 'none',
      missing: [expect.stringContaining('3 threads'), expect.anything(), expect.anything()],
    })
  })
})
