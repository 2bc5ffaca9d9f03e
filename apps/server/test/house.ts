import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BuildRequest, Kernel, KernelEvent, KernelReport } from '@hewn/kernel'
import { type BuildResult, fail, hewnError, type JobError, type Layer, ok, type Result, type World } from '@hewn/model'
import { artifactPath, encodeGeometry } from '@hewn/protocol'
import { systemWorld } from '@hewn/model/world'
import type { Storage } from '@hewn/storage'
import type { InjectOptions } from 'fastify'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { compose } from '../src/compose.ts'
import { serve } from '../src/serve.ts'
import { readSettings, type Settings } from '../src/settings.ts'

// The real server on a temporary home; only the kernel is played, by whatever the test says a script does.

export interface ServerOptions {
  env?: Record<string, string>
  home?: string
  /** What running a script does. None: Python is missing. */
  build?: PlayedBuild
  report?: Partial<KernelReport>
  log?: (line: string) => void
  world?: World
  /** Folder of a web build. */
  web?: string
}

export type PlayedBuild = (
  request: BuildRequest,
  play: {
    log(text: string): void
    succeed(): Promise<Result<BuildResult, JobError>>
    fail(code: 'SCRIPT_ERROR', line: number): Result<BuildResult, JobError>
  },
  signal: AbortSignal,
) => Promise<Result<BuildResult, JobError>>

export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'hewn-server-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

export function settingsFor({ env = {}, home = temporaryHome(), build }: ServerOptions): Settings {
  const python = build === undefined ? {} : { HEWN_PYTHON: '/played/python' }
  const read = readSettings({ env: { HEWN_LOG: 'error', ...python, ...env }, home })
  if (!read.ok) throw new Error(read.error.map((problem) => problem.message).join('\n'))
  return read.value
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'

/** The app without a port: requests go in by `inject`. */
export async function composed(options: ServerOptions = {}) {
  const settings = settingsFor(options)
  const composition = await compose(settings, {
    ...playedParts(options),
    world: options.world ?? systemWorld,
    port: () => settings.port,
    log: logTo(options),
  })
  onTestFinished(() => composition.close())
  const { app } = composition
  const ask = async (method: Method, url: string, more: InjectOptions = {}) => {
    const headers = { host: '127.0.0.1:4870', ...more.headers }
    const reply = await app.inject({ ...more, method, url, headers })
    return {
      status: reply.statusCode,
      headers: reply.headers,
      text: reply.body,
      bytes: reply.rawPayload,
      json: () => reply.json(),
    }
  }
  return { ...composition, ask }
}

/** The server on a port of its own. */
export async function served(options: ServerOptions = {}) {
  const settings = settingsFor({ ...options, env: { HEWN_PORT: '0', ...options.env } })
  const serving = await serve(settings, {
    ...playedParts(options),
    log: logTo(options),
    ...(options.world ? { world: options.world } : {}),
  })
  onTestFinished(() => serving.close())
  return { ...serving, settings }
}

/** How long a test waits for something that comes by itself: long, since it never waits longer than it must. */
export const SOON = { timeout: 20_000, interval: 10 }

export const json = { 'content-type': 'application/json' }

export const CUBE = 'from build123d import *\nresult = Box(10, 10, 10)\n'

export const BOX = {
  type: 'basicBox',
  width: 150,
  depth: 100,
  height: 80,
  openFaces: ['top'],
  material: { thickness: 3 },
}

function logTo({ log }: ServerOptions) {
  return log ? pino({ level: 'trace' }, { write: log }) : pino({ level: 'error' })
}

function playedParts({ build, report, web }: ServerOptions) {
  return {
    kernel: (_: string, storage: Storage) =>
      playedKernel(build ?? (async (_request, play) => play.succeed()), storage, report),
    web: web ?? join(tmpdir(), 'no-web-build'),
  }
}

function playedKernel(build: PlayedBuild, storage: Storage, report: Partial<KernelReport> = {}): Kernel {
  return {
    async build(request, on, signal) {
      on({ t: 'stage', stage: 'run' })
      const log = (text: string) => on({ t: 'log', stream: 'stdout', level: 'info', text, at: systemWorld.now() })
      return build(
        request,
        {
          log,
          succeed: () => oneCube(request, storage, on),
          fail: (code, line) => fail({ ...jobError(code), line }),
        },
        signal,
      )
    },
    export: async () => fail(jobError('KERNEL_BROKEN')),
    measure: async () => fail(jobError('KERNEL_BROKEN')),
    read: async () => ({ parameters: [], imports: [], shows: false, problems: [] }),
    write: async () => fail(jobError('KERNEL_BROKEN')),
    report: () => ({
      state: 'ready',
      mode: 'spawn',
      warm: 1,
      python: '3.13.1',
      build123d: '0.13.0',
      occt: '8.0.1',
      ...report,
      isolation: {
        level: 'partial',
        layers: {},
        failed: [],
        missing: ['a private network'],
        advice: [],
        ...report.isolation,
      },
    }),
    close: async () => {},
  }
}

/** A triangle that passes for a cube: what matters here is where it goes, not what it is. */
async function oneCube(request: BuildRequest, storage: Storage, on: (event: KernelEvent) => void) {
  const bounds = { min: [0, 0, 0] as [number, number, number], max: [10, 10, 10] as [number, number, number] }
  const { bytes, hash } = encodeGeometry({
    closed: false,
    exact: false,
    deviation: 0,
    bounds,
    positions: new Float32Array([0, 0, 0, 10, 0, 0, 0, 10, 10]),
    normals: new Float32Array([0, 0, 1, 0, 0, 1, 0, 0, 1]),
    triangles: new Uint32Array([0, 1, 2]),
  })
  await storage.blobs.put(bytes)
  const layer: Layer = {
    id: `layer:cube${request.session ?? ''}`,
    name: 'result',
    kind: 'solid',
    visible: true,
    placement: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    geometry: { hash, bytes: bytes.length, triangles: 1, bounds },
  }
  on({ t: 'layer', layer })
  const artifacts = []
  for (const format of request.formats) {
    const content = Buffer.from(`the ${format} of ${request.job}\n`)
    const { hash: sha256 } = await storage.blobs.put(content)
    artifacts.push({
      name: `model.${format}`,
      format,
      bytes: content.length,
      sha256,
      url: artifactPath(request.job, format),
    })
  }
  return ok({
    quality: 'full' as const,
    layers: [layer],
    facts: [{ kind: 'size' as const, x: 10, y: 10, z: 10 }],
    parameters: [],
    artifacts,
    timings: { queue: 0, start: 1, run: 1, measure: 1, mesh: 1, export: 1, total: 5 },
    isolation: 'partial' as const,
  })
}

function jobError(code: 'SCRIPT_ERROR' | 'KERNEL_BROKEN'): JobError {
  const { message } = hewnError(code)
  return { code, message }
}
