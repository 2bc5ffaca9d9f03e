import type {
  BlobStore,
  BuildRequest,
  CheckRequest,
  ExportRequest,
  Kernel,
  KernelEvent,
  KernelReport,
  Values,
} from '@hewn/kernel'
import type {
  Artifact,
  BuildResult,
  Geometry,
  JobError,
  JobId,
  Layer,
  LayerId,
  MeasureQuery,
  Result,
} from '@hewn/model'
import { artifactPath, encodeGeometry } from '@hewn/protocol'
import { writeStl } from '@hewn/protocol/files'
import { memoryBlobs } from './memory-blobs.ts'

/** What one build does. The last of the list goes on for all that come after. */
export type FakeBuild = (
  request: BuildRequest,
  on: (event: KernelEvent) => void,
  signal: AbortSignal,
  blobs: BlobStore,
) => Promise<Result<BuildResult, JobError>>

export type FakeCall =
  | { call: 'build'; request: BuildRequest }
  | { call: 'check'; request: CheckRequest }
  | { call: 'export'; request: ExportRequest }
  | { call: 'measure'; query: MeasureQuery }
  | { call: 'read'; script: string }
  | { call: 'write'; script: string; values: Values }

export interface FakeKernel extends Kernel {
  readonly calls: FakeCall[]
  /** Where the bytes of its results lie. */
  readonly blobs: BlobStore
}

/**
 * A kernel without Python that does what the test says and remembers what it was asked.
 * @example const kernel = fakeKernel([crashes, succeeds]); …; kernel.calls[0]
 */
export function fakeKernel(
  builds: FakeBuild[] = [succeeds],
  blobs: BlobStore = memoryBlobs(),
  report: Partial<KernelReport> = {},
): FakeKernel {
  const calls: FakeCall[] = []
  let built = 0
  return {
    calls,
    blobs,
    build(request, on, signal) {
      calls.push({ call: 'build', request })
      const build = builds[Math.min(built++, builds.length - 1)] ?? succeeds
      return build(request, on, signal, blobs)
    },
    async check(request) {
      calls.push({ call: 'check', request })
      const { left: _, ...result } = request.result
      return { ok: true, value: result }
    },
    async export(request) {
      calls.push({ call: 'export', request })
      const { job, format } = request
      if (format !== 'mesh') return { ok: true, value: await cubeFiles(job, [format], blobs) }
      const { hash, bytes } = await blobs.put(encodeGeometry(CUBE).bytes)
      return { ok: true, value: [{ name: 'mesh/0', format: 'other', bytes, sha256: hash, url: '' }] }
    },
    async measure({ query }) {
      calls.push({ call: 'measure', query })
      return { ok: true, value: [] }
    },
    async read(script) {
      calls.push({ call: 'read', script })
      return { parameters: [], imports: ['build123d'], shows: /\bresult\b/.test(script), problems: [] }
    },
    async write(script, values) {
      calls.push({ call: 'write', script, values })
      return { ok: true, value: written(script, values) }
    },
    report: () => ({ ...READY, ...report }),
    close: async () => {},
  }
}

/** Puts each value where its name is assigned, as far as a test needs it. */
const written = (script: string, values: Values): string =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(new RegExp(`^(${name}\\s*=\\s*)[^\\s#]+`, 'm'), `$1${JSON.stringify(value)}`),
    script,
  )

const READY: KernelReport = {
  state: 'ready',
  mode: 'spawn',
  warm: 2,
  python: '3.13.0',
  build123d: '0.13.0',
  occt: '8.0.1',
  isolation: { level: 'none', layers: {}, failed: [], missing: ['it is a fake'], advice: [] },
}

/** Prints a line, shows a cube of 10 mm and writes the files that were asked for. */
export const succeeds: FakeBuild = async (request, on, signal, blobs) => {
  if (signal.aborted) return cancelled
  on({ t: 'stage', stage: 'start' })
  on({ t: 'stage', stage: 'run', line: 1 })
  on({ t: 'log', stream: 'stdout', level: 'info', text: 'a cube', at: 1 })
  const { bytes, hash } = encodeGeometry(CUBE)
  await blobs.put(bytes)
  const id: LayerId = `layer:cubecubecubecubecube00`
  const layer: Layer = {
    id,
    name: 'cube',
    kind: 'solid',
    visible: true,
    placement: IDENTITY,
    geometry: { hash, bytes: bytes.length, triangles: 12, bounds: CUBE.bounds },
  }
  on({ t: 'layer', layer })
  const facts = [
    { kind: 'size' as const, x: 10, y: 10, z: 10 },
    { kind: 'volume' as const, value: 1000 },
    { kind: 'valid' as const, ok: true },
  ]
  return {
    ok: true,
    value: {
      quality: request.quality,
      layers: [layer],
      facts: [...facts, ...facts.map((fact) => ({ ...fact, layer: id }))],
      parameters: [],
      artifacts: await cubeFiles(request.job, request.formats, blobs),
      timings: { queue: 0, start: 1, run: 2, measure: 1, mesh: 1, export: 1, total: 6 },
      isolation: 'none',
    },
  }
}

/** As a script that stops with an error on its second line. */
export const crashes: FakeBuild = async (_, on) => {
  on({ t: 'stage', stage: 'run', line: 2 })
  const message = 'ZeroDivisionError: division by zero'
  return { ok: false, error: { code: 'SCRIPT_ERROR', message, line: 2, column: 1 } }
}

/** Runs until somebody cancels it. */
export const hangs: FakeBuild = (_, on, signal) => {
  on({ t: 'stage', stage: 'run', line: 1 })
  return new Promise((resolve) => {
    if (signal.aborted) resolve(cancelled)
    signal.addEventListener('abort', () => resolve(cancelled), { once: true })
  })
}

const cancelled: Result<never, JobError> = {
  ok: false,
  error: { code: 'JOB_CANCELLED', message: 'The job was cancelled before it finished.' },
}

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]

/** 0–10 mm on every axis: four points to a face, counter-clockwise from outside. */
const CUBE: Geometry = cube()

function cube(): Geometry {
  const corners = [0, 10].flatMap((x) => [0, 10].flatMap((y) => [0, 10].map((z) => [x, y, z])))
  // Of each face, its corners (x · 4 + y · 2 + z) counter-clockwise from outside: −X +X −Y +Y −Z +Z.
  const faces = [
    [0, 1, 3, 2],
    [4, 6, 7, 5],
    [0, 4, 5, 1],
    [2, 3, 7, 6],
    [0, 2, 6, 4],
    [1, 5, 7, 3],
  ]
  return {
    closed: true,
    exact: false,
    deviation: 0,
    bounds: { min: [0, 0, 0], max: [10, 10, 10] },
    positions: Float32Array.from(faces.flatMap((face) => face.flatMap((corner) => corners[corner] ?? []))),
    triangles: Uint32Array.from(faces.flatMap((_, n) => [0, 1, 2, 0, 2, 3].map((corner) => n * 4 + corner))),
    faceOf: Uint32Array.from(faces.flatMap((_, n) => [n, n])),
  }
}

async function cubeFiles(job: JobId, formats: BuildRequest['formats'], blobs: BlobStore): Promise<Artifact[]> {
  const contents: Partial<Record<string, Uint8Array>> = {
    stl: writeStl([{ geometry: CUBE, placement: IDENTITY }]),
    step: new TextEncoder().encode("ISO-10303-21;\nHEADER;\nFILE_NAME('fake');\nENDSEC;\nEND-ISO-10303-21;\n"),
  }
  const artifacts: Artifact[] = []
  for (const format of formats) {
    const content = contents[format]
    if (content === undefined) continue
    const { hash, bytes } = await blobs.put(content)
    artifacts.push({ name: `model.${format}`, format, bytes, sha256: hash, url: artifactPath(job, format) })
  }
  return artifacts
}
