import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openOcct from 'occt-import-js'

/** What somebody else says of a STEP file. */
export interface Reading {
  solids?: number
  volume: number
  size?: [number, number, number]
}

/** An older OCCT, compiled to WebAssembly by others: what its own mesh encloses, and how far it reaches. */
export async function readByWasm(step: Uint8Array): Promise<Reading> {
  const read = (await openOcct()).ReadStepFile(step, {
    linearUnit: 'millimeter',
    linearDeflectionType: 'absolute_value',
    linearDeflection: 0.005,
    angularDeflection: 0.05,
  })
  if (!read.success) throw new Error('occt-import-js could not read the STEP file')
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  let volume = 0
  for (const { attributes, index } of read.meshes) {
    const points = attributes.position.array
    for (const [at, value] of points.entries()) {
      low[at % 3] = Math.min(low[at % 3] ?? 0, value)
      high[at % 3] = Math.max(high[at % 3] ?? 0, value)
    }
    volume += enclosed(points, index.array)
  }
  const of = (axis: number) => (high[axis] ?? 0) - (low[axis] ?? 0)
  return { volume, size: [of(0), of(1), of(2)] }
}

function enclosed(points: readonly number[], corners: readonly number[]): number {
  let sum = 0
  const place = (corner: number | undefined) => {
    const first = (corner ?? 0) * 3
    return [points[first] ?? 0, points[first + 1] ?? 0, points[first + 2] ?? 0] as const
  }
  for (let at = 0; at < corners.length; at += 3) {
    const [a, b, c] = [place(corners[at]), place(corners[at + 1]), place(corners[at + 2])]
    sum += a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0])
  }
  return sum / 6
}

/** Gmsh with the OCCT of the system, where it is installed: exact volume and number of solids. */
export function readByGmsh(step: Uint8Array): Reading | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hewn-look-'))
  try {
    writeFileSync(join(folder, 'model.step'), step)
    writeFileSync(join(folder, 'ask.geo'), ASK)
    const { stdout } = spawnSync('gmsh', ['-0', 'ask.geo', '-v', '4'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
    })
    const volumes = [...(stdout ?? '').matchAll(/^solid (\S+)$/gm)].map(([, volume]) => Number(volume))
    return volumes.length === 0 ? undefined : { solids: volumes.length, volume: volumes.reduce((a, b) => a + b, 0) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ASK = `SetFactory("OpenCASCADE");
all() = ShapeFromFile("model.step");
solids() = Volume{:};
For at In {0:#solids()-1}
  volume = Mass Volume{solids(at)};
  Printf("solid %.12g", volume);
EndFor
`
