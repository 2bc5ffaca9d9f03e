import type { AssemblyRecipe } from '@hewn/model'
import { deflateSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { canonicalRecipe, executeRecipe, fromLink, toLink } from '../src/index.ts'
import { fromBase64Url, toBase64Url } from '../src/link/base64-url.ts'

const grid: AssemblyRecipe = {
  type: 'basicBox',
  width: 612.5,
  height: 80,
  depth: 487.25,
  name: 'Sortierkasten „groß“ 🧰',
  openFaces: ['top'],
  subdivisions: [{ type: 'grid', void: 'root', columns: 20, rows: 20 }],
  cutting: { kerf: 0.15, fit: 'glue', sheet: { width: 900, height: 600 } },
}
const packed = (text: string): string => `1.${toBase64Url(deflateSync(strToU8(text)))}`

describe('a box link', () => {
  it('[BX61] of a 20 × 20 grid with kerf and fit stays under 400 characters', () => {
    expect(toLink(grid).length).toBeLessThan(400)
    expect(toLink(grid)).toMatch(/^1\.[\w-]+$/)
  })

  it('[BX62] opens as the canonical recipe, with identical panels, however it is wrapped', () => {
    for (const link of [toLink(grid), `#box=${toLink(grid)}`, `https://example.org/#box=${toLink(grid)}`]) {
      const opened = fromLink(link)
      if (!opened.ok) throw new Error(opened.error[0]?.message)
      expect(opened.value).toEqual(canonicalRecipe(grid))
      expect(executeRecipe(opened.value).engine.panels).toEqual(executeRecipe(grid).engine.panels)
    }
  })

  it('[BX61] of a box with every face closed, and of a fillet on no corner, says so: empty is not absent', () => {
    const closed: AssemblyRecipe = { type: 'basicBox', width: 60, height: 60, depth: 60, openFaces: [] }
    const opened = fromLink(toLink(closed))
    expect(opened).toEqual({ ok: true, value: canonicalRecipe(closed) })
    expect(opened.ok && executeRecipe(opened.value).engine.design.open).toEqual([])
    const idle: AssemblyRecipe = { ...closed, panels: [{ face: 'front', fillets: [{ corners: [], radius: 3 }] }] }
    expect(fromLink(toLink(idle)).ok).toBe(true)
    // What says nothing is left out.
    const empty = { material: {}, cutting: {}, subdivisions: [], panels: [{ face: 'front', cutouts: [] }], drawers: [] }
    expect(canonicalRecipe({ ...closed, ...empty })).toEqual({ ...closed, panels: [{ face: 'front' }] })
  })

  it('[BX62] of version 1 opens for good', () => {
    // Written on 21 November 2026. Never renewed: links out there are not renewed either.
    const kept =
      '1.PU7LDYJAEG3FzJmQlfjdoy14NB5QxmXCZ8nuAhpCQiFGjl7twU6owBIcEvQ0b_K-DZxL5yhXIBu4kAMJKi0RPEjQXEAKf770wMaITDUQI6mY0UoID2qKXAxyK0TbehBhMX6LzdoP2PJTbliYhxly8F4bR2iS0DrMZ0P3UEa_-6G7zz7988WVtjxFVJElnVuQB96m0zIbccApRtcTcrdizFOGInZVmo9kWjtoj3_2FFo67_SVFdPQ1Tzwl-0X'
    const opened = fromLink(kept)
    expect(opened).toEqual({ ok: true, value: canonicalRecipe(grid) })
  })

  it('[BX62] of another version says which Hewn opens it', () => {
    expect(fromLink('2.abcd')).toMatchObject({
      ok: false,
      error: [{ code: 'RECIPE_TYPE', message: expect.stringMatching(/version 2 — a newer Hewn/) }],
    })
  })

  it('[BX62] that was cut, changed or never was one is refused, whatever it is', () => {
    const whole = toLink(grid)
    const hostile = [
      '',
      '1.',
      '1.!!!!',
      '1.AAAAA',
      'javascript:alert(1)',
      '#box=',
      '#box=1.____',
      `${whole} ${whole}`,
      whole.slice(0, -9),
      `1.${'A'.repeat(9000)}`,
      packed('null'),
      packed('[]'),
      packed('{"type":"basicBox"'),
      packed('{"__proto__":{"a":1},"type":"basicBox","width":100,"height":100,"depth":100}'),
      packed('{"type":"basicBox","width":1e999,"height":100,"depth":100}'),
    ]
    expect(fromLink(null as unknown as string).ok).toBe(false)
    for (const link of hostile) {
      const opened = fromLink(link)
      expect(opened.ok, link.slice(0, 40)).toBe(false)
      expect(opened.ok ? '' : opened.error[0]?.message).toMatch(/\w/)
    }
  })

  it('[BX62] that unpacks to megabytes is stopped on the way', () => {
    const bomb = packed(`{"name":"${'a'.repeat(5_000_000)}"}`)
    expect(bomb.length).toBeLessThan(8000)
    expect(fromLink(bomb)).toMatchObject({ ok: false, error: [{ message: expect.stringMatching(/unpack/) }] })
  })

  it('[BX62] with letters changed never throws, and never gives what is no recipe', () => {
    const whole = toLink(grid)
    for (let at = 0; at < whole.length; at += 5) {
      for (const letter of ['A', '_', '%']) {
        const opened = fromLink(whole.slice(0, at) + letter + whole.slice(at + 1))
        if (opened.ok) expect(executeRecipe(opened.value).engine.proof.ok).toBe(true)
      }
    }
  })
})

describe('base64url', () => {
  it('[BX61] gives every length of bytes back', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) & 255)
      const text = toBase64Url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64Url(text)).toEqual(bytes)
    }
  })
})
