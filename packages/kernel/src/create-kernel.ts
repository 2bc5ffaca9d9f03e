import { fail, ok, type World } from '@hewn/model'
import { sha256Hex } from '@hewn/protocol'
import { aheadRuns } from './ahead-runs.ts'
import { builder, refusalOf, type Trace } from './build.ts'
import { checker } from './check-shapes.ts'
import { exactShapes } from './exact-shapes.ts'
import { exporter } from './export-files.ts'
import { assemblyMemory } from './layer-pairs.ts'
import type { Kernel, KernelReport, ScriptReading } from './kernel.ts'
import { measurer } from './measure-elements.ts'
import type { BlobStore, ShapeIndex } from './ports.ts'
import { createScriptReader } from './script-reader.ts'
import { shapeCache } from './shape-cache.ts'
import { shapeRooms } from './shape-rooms.ts'
import { sharedBuilds } from './shared-builds.ts'
import type { WorkerFactory } from './worker-factory.ts'

export interface KernelParts {
  factory: WorkerFactory
  blobs: BlobStore
  world: World
  /** What is known of shapes is found again after a restart. */
  index?: ShapeIndex
  /** Names what measures: what another version said of a shape does not count. */
  runner?: string
  /** Lower-case hex; a server has a faster one than plain TypeScript. */
  sha256?: (bytes: Uint8Array) => string
  /** The same of bytes of any length, without holding anybody up. */
  hash?: (bytes: Uint8Array) => Promise<string>
  /** Told where the time of a job goes. */
  trace?: Trace
}

/**
 * The kernel over any worker factory: a script runs in one process, and every number, mesh and file comes from another in
 * which user code has never run (KN1).
 * @example const kernel = createKernel({ factory: spawnFactory({ python, warm: 2 }), blobs, world: systemWorld })
 */
export function createKernel(parts: KernelParts): Kernel {
  const { factory, blobs, world, index, runner = '', sha256 = sha256Hex, trace = () => undefined } = parts
  const { hash = async (bytes) => sha256(bytes) } = parts
  const reader = createScriptReader(factory, world)
  const rooms = shapeRooms(factory, world)
  const ahead = aheadRuns({ factory, world, sha256, trace })
  const exact = exactShapes(blobs, index)
  const cache = shapeCache(index)
  const assemblies = assemblyMemory()
  // What is known of a shape is its owner's, and holds for what measured it (KN53, KN54).
  const nameOf = (owner: string) => `${runner} ${factory.report().occt} ${owner}`
  const build = builder({
    factory,
    blobs,
    world,
    sha256,
    hash,
    nameOf,
    reader,
    rooms,
    ahead,
    cache,
    exact,
    assemblies,
    trace,
  })
  return {
    build: sharedBuilds(build, sha256),
    check: checker({ world, rooms, exact, cache, assemblies, nameOf }),
    export: exporter({ blobs, world, rooms, exact }),
    measure: measurer({ blobs, world, rooms, exact }),
    async read(script): Promise<ScriptReading> {
      const reading = await reader.read(script)
      if (!reading.ok) {
        const problem = { line: 1, column: 1, message: reading.error.message }
        return { parameters: [], imports: [], shows: false, problems: [problem] }
      }
      const { parameters, imports, shows, problems } = reading.value
      return { parameters, imports, shows, problems }
    },
    async write(script, values) {
      const reading = await reader.read(script, values, true)
      if (!reading.ok) return reading
      const refused = refusalOf(reading.value)
      return refused ? fail(refused) : ok(reading.value.text ?? script)
    },
    report: (): KernelReport => factory.report(),
    async close() {
      ahead.close()
      rooms.close()
      await reader.close()
      await factory.close()
    },
  }
}
