import { readFileSync } from 'node:fs'
import type { Geometry } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { decodeGeometry, encodeGeometry, sha256Hex } from '../src/index.ts'
import { cube } from './cube.ts'
import { geometryFromJson, geometryToJson } from './geometry-json.ts'

const CUBE_HASH = 'bd655841912f5c2a5be2a2f861219c15439e8d9de97d6de0b9f37bd26a30d6d8'
const fixture = (name: string) => readFileSync(new URL(`../fixtures/geometry/${name}`, import.meta.url))
const cubeBytes = () => new Uint8Array(fixture('cube-10.bin'))

const minusZeros = (list: Float32Array = new Float32Array()) => list.map((value) => (value === 0 ? -0 : value))

/** What a reader says about the cube after a change. */
const changed = (change: (view: DataView, bytes: Uint8Array) => void) => {
  const bytes = cubeBytes()
  change(new DataView(bytes.buffer), bytes)
  const read = decodeGeometry(bytes)
  return read.ok ? 'read' : read.error.message
}

describe('the name of bytes', () => {
  it('sha256Hex answers what FIPS 180-4 says for "abc" and for nothing', () => {
    expect(sha256Hex(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(sha256Hex(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
})

describe('geometry blobs', () => {
  it('[KN61] the test cube has 2,824 bytes and its pinned hash', () => {
    const { bytes, hash } = encodeGeometry(cube())
    expect({ length: bytes.length, hash }).toEqual({ length: 2824, hash: CUBE_HASH })
    expect(sha256Hex(bytes)).toBe(CUBE_HASH)
  })

  it('[KN61] fixture, JSON and rules are the same cube', () => {
    const json = JSON.parse(fixture('cube-10.json').toString())
    expect(json).toEqual(geometryToJson(cube()))
    expect(encodeGeometry(geometryFromJson(json)).bytes).toEqual(cubeBytes())
    expect(decodeGeometry(cubeBytes(), CUBE_HASH)).toEqual({ ok: true, value: cube() })
  })

  it('[KN59] -0 is written as 0, so equal shapes have equal bytes', () => {
    const minus = cube()
    expect(Object.is(minusZeros(minus.positions)[0], -0)).toBe(true)
    const { hash } = encodeGeometry({
      ...minus,
      bounds: { min: [-0, -0, -0], max: [10, 10, 10] },
      positions: minusZeros(minus.positions),
      faces: minus.faces?.map((face) => ({ ...face, a: -0 })) ?? [],
    })
    expect(hash).toBe(CUBE_HASH)
  })

  it('reads a blob that lies at an odd place in a larger buffer, and keeps nothing of that buffer', () => {
    const larger = new Uint8Array(3000)
    larger.set(cubeBytes(), 3)
    const read = decodeGeometry(larger.subarray(3, 3 + 2824))
    larger.fill(255)
    expect(read).toEqual({ ok: true, value: cube() })
  })

  it('a section left out is a field left out: a wire has no positions', () => {
    const wire: Geometry = {
      closed: false,
      exact: true,
      deviation: 0.01,
      bounds: { min: [0, 0, 0], max: [1, 0, 0] },
      edgePoints: new Float32Array([0, 0, 0, 1, 0, 0]),
      edgeRanges: new Uint32Array([0, 2]),
      vertices: new Float32Array([0, 0, 0, 1, 0, 0]),
      edges: [
        {
          kind: 'line',
          closed: false,
          seam: false,
          faces: [-1, -1],
          length: 1,
          radius: 0,
          centre: [0.5, 0, 0],
          axis: [1, 0, 0],
        },
      ],
    }
    expect(decodeGeometry(encodeGeometry(wire).bytes)).toEqual({ ok: true, value: wire })
  })

  it('a mesh that is not exact is written without tables, as one face when it names none', () => {
    const { positions, triangles, faces, edges, body, ...rest } = cube()
    const shared = new Float32Array(positions?.slice(0, 12) ?? [])
    const mesh: Geometry = { closed: false, exact: false, deviation: -1, bounds: rest.bounds, positions: shared }
    const written = encodeGeometry({
      ...mesh,
      triangles: triangles?.slice(0, 6) ?? new Uint32Array(),
      ...(faces && { faces }),
      ...(edges && { edges }),
      ...(body && { body }),
    })
    expect(decodeGeometry(written.bytes)).toEqual({
      ok: true,
      value: { ...mesh, triangles: new Uint32Array([0, 1, 2, 0, 2, 3]), faceOf: new Uint32Array([0, 0]) },
    })
  })

  it('an empty geometry is a header', () => {
    const nothing: Geometry = { closed: false, exact: false, deviation: 0, bounds: { min: [0, 0, 0], max: [0, 0, 0] } }
    const { bytes } = encodeGeometry({ ...nothing, positions: new Float32Array() })
    expect(bytes.length).toBe(96)
    expect(decodeGeometry(bytes)).toEqual({ ok: true, value: nothing })
  })

  it.each<[string, Partial<Geometry>, RegExp]>([
    ['NaN', { positions: new Float32Array(72).fill(Number.NaN) }, /positions\.0: expected a finite number, got NaN/],
    [
      'a triangle beyond its points',
      { triangles: new Uint32Array(36).fill(24) },
      /triangles\.0: expected less than 24/,
    ],
    ['triangles that are not sorted by face', { faceOf: new Uint32Array(12).fill(1, 0, 2) }, /sorted by face/],
    ['a point of two faces', { triangles: new Uint32Array(36) }, /a point of face 1, got point 0 of face 0/],
    ['a face that is not there', { faceOf: new Uint32Array(12).fill(6) }, /faceOf\.0: expected less than 6, got 6/],
    ['half a point', { vertices: new Float32Array(4) }, /vertices: expected whole points/],
    ['edges that share points', { edgeRanges: new Uint32Array(24).fill(2) }, /edgeRanges\.1: expected a first point/],
    ['bounds upside down', { bounds: { min: [1, 0, 0], max: [0, 1, 1] } }, /bounds of x/],
    ['a deviation that is no length', { deviation: -2 }, /deviation: expected a length/],
    ['fewer rows than faces', { faces: cube().faces?.slice(1) ?? [] }, /faceOf\.10: expected less than 5/],
  ])('a geometry with %s is a defect and is not written', (_, wrong, message) => {
    expect(() => encodeGeometry({ ...cube(), ...wrong })).toThrow(message)
  })
})

describe('reading what others wrote', () => {
  it('[KN60] a higher version is refused, naming both', () => {
    expect(changed((view) => view.setUint16(4, 2, true))).toMatch(/has version 2 and version 1 is read here/)
  })

  it('[KN60] other bytes than the name says are refused', () => {
    const read = decodeGeometry(cubeBytes(), CUBE_HASH.replace('b', 'a'))
    expect(read).toMatchObject({ ok: false, error: { message: expect.stringContaining('other bytes than its name') } })
  })

  it('[KN60] an unknown section is skipped', () => {
    const bytes = cubeBytes()
    bytes.set(new TextEncoder().encode('NEW '), 96 + 16 * 8)
    const { body, ...rest } = cube()
    expect(body).toBeDefined()
    expect(decodeGeometry(bytes)).toEqual({ ok: true, value: rest })
  })

  it.each<[string, (view: DataView, bytes: Uint8Array) => void, RegExp]>([
    ['another file', (_, bytes) => bytes.set([0x50, 0x4b]), /starts with HWNG/],
    ['flags nobody knows', (view) => view.setUint32(8, 7, true), /flags of a geometry blob are 0 to 3; these are 7/],
    ['another header', (view) => view.setUint16(6, 112, true), /header of a geometry blob has 96 bytes/],
    ['sections without end', (view) => view.setUint32(12, 0xffffffff, true), /too short for their table/],
    ['four thousand million points', (view) => view.setUint32(16, 0xffffffff, true), /"POS " .* expected 51539607540/],
    ['a section outside the file', (view) => view.setUint32(96 + 4, 2824, true), /Section 0/],
    ['a section over the one before', (view) => view.setUint32(96 + 16 + 4, 240, true), /Section 1/],
    ['a section at an odd place', (view) => view.setUint32(96 + 4, 241, true), /multiple of 8/],
    ['the same section twice', (_, bytes) => bytes.set(new TextEncoder().encode('POS '), 96 + 16), /two sections/],
    ['a missing section', (_, bytes) => bytes.set(new TextEncoder().encode('GONE'), 96), /"POS ".*got 0/],
    ['not a number', (view) => view.setUint32(240, 0x7fc00000, true), /positions\.0/],
    ['a triangle beyond its points', (view) => view.setUint32(240 + 288, 24, true), /triangles\.0/],
  ])('[KN60] %s is an error that says where', (_, change, message) => {
    expect(changed(change)).toMatch(message)
  })

  it('[KN60] every shorter piece of a blob is an error', () => {
    const whole = cubeBytes()
    for (let length = 0; length < whole.length - 40; length += 7)
      expect(decodeGeometry(whole.subarray(0, length)).ok, `${length} bytes`).toBe(false)
  })
})
