import { describe, expect, it } from 'vitest'
import { createMaterials, shadeable } from './materials.ts'

const hex = (color: string) => `#${shadeable(color).getHexString()}`

describe('materials', () => {
  it('[WB15] layers that look alike share one', () => {
    const materials = createMaterials(false)
    expect(materials.face('#7f9db9', 1, false)).toBe(materials.face('#7f9db9', 1, false))
    materials.face('#7f9db9', 0.5, false)
    expect(materials.size).toBe(2)
  })

  it('a layer that is see-through hides nothing behind it', () => {
    expect(createMaterials(false).face('#7f9db9', 0.5, false)).toMatchObject({
      transparent: true,
      depthWrite: false,
      opacity: 0.5,
    })
  })

  it('[WB18] black is drawn as charcoal, so that its edges and shades are seen; other colours are left alone', () => {
    expect(hex('#000000')).toBe('#3d3d3d')
    expect(hex('#7f9db9')).toBe('#7f9db9')
    expect(hex('#ffffff')).toBe('#ffffff')
  })
})
