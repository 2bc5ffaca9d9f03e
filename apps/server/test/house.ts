import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BuildRequest, KernelReport } from '@hewn/kernel'
import { type BuildResult, fail, hewnError, type JobError, type Result, type World } from '@hewn/model'
import { systemWorld } from '@hewn/model/world'
import type { Storage } from '@hewn/storage'
import { type FakeBuild, fakeKernel, succeeds } from '@hewn/testing'
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
    kernel: (_: string, storage: Storage) => fakeKernel([played(build)], storage.blobs, report),
    web: web ?? join(tmpdir(), 'no-web-build'),
  }
}

/** What the test says a script does, as the fake kernel takes it. */
function played(build: PlayedBuild = (_, play) => play.succeed()): FakeBuild {
  return (request, on, signal, blobs) => {
    on({ t: 'stage', stage: 'run' })
    return build(
      request,
      {
        log: (text) => on({ t: 'log', stream: 'stdout', level: 'info', text, at: systemWorld.now() }),
        // Without its own line, so that the log holds what the test wrote.
        succeed: () => succeeds(request, (event) => event.t === 'log' || on(event), signal, blobs),
        fail: (code, line) => fail({ code, message: hewnError(code).message, line }),
      },
      signal,
    )
  }
}
