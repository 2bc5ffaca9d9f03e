// A second reader of STL, written from the format's description and not from our writer: the judge in tests.

export type Point = [number, number, number]
export interface Facet {
  normal: Point
  corners: [Point, Point, Point]
}

export function readStl(bytes: Uint8Array): Facet[] {
  return new TextDecoder().decode(bytes.subarray(0, 5)) === 'solid' ? readText(bytes) : readBinary(bytes)
}

function readBinary(bytes: Uint8Array): Facet[] {
  const file = Buffer.from(bytes)
  const count = file.readUInt32LE(80)
  if (file.length !== 84 + count * 50) throw new Error(`${count} facets do not make ${file.length} bytes`)
  return Array.from({ length: count }, (_, facet) => {
    const point = (place: number): Point => {
      const at = 84 + facet * 50 + place * 12
      return [file.readFloatLE(at), file.readFloatLE(at + 4), file.readFloatLE(at + 8)]
    }
    return { normal: point(0), corners: [point(1), point(2), point(3)] }
  })
}

function readText(bytes: Uint8Array): Facet[] {
  const number = '([-+.\\deE]+)'
  const point = `${number} ${number} ${number}`
  const corner = `vertex ${point}\\s+`
  const facet = new RegExp(`facet normal ${point}\\s+outer loop\\s+${corner}${corner}${corner}endloop\\s+endfacet`, 'g')
  return [...new TextDecoder().decode(bytes).matchAll(facet)].map((found) => {
    const [normal, ...corners] = [1, 4, 7, 10].map((at) => found.slice(at, at + 3).map((it) => Math.fround(Number(it))))
    return { normal, corners } as unknown as Facet
  })
}

/** Every edge is walked once each way. */
export function isClosed(facets: Facet[]): boolean {
  const open = new Map<string, number>()
  for (const { corners } of facets)
    for (const [at, from] of corners.entries()) {
      const to = corners[(at + 1) % 3] ?? from
      const forward = from.join() < to.join()
      const key = forward ? `${from.join()} ${to.join()}` : `${to.join()} ${from.join()}`
      open.set(key, (open.get(key) ?? 0) + (forward ? 1 : -1))
    }
  return facets.length > 0 && [...open.values()].every((balance) => balance === 0)
}

/** Signed: positive when the facets show their outside. */
export function volumeOf(facets: Facet[]): number {
  return facets.reduce((sum, { corners: [a, b, c] }) => {
    const cross = [b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2], b[0] * c[1] - b[1] * c[0]] as const
    return sum + (a[0] * cross[0] + a[1] * cross[1] + a[2] * cross[2]) / 6
  }, 0)
}
