import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createDesignAnswer,
  createPlanner,
  type DesignModel,
  memoryRateLimit,
  planBox,
  planPart,
  withoutEdges,
  readKind,
} from '@hewn/agent'
import { designModelFrom } from '@hewn/agent/openai'
import { type CanvasCarrier, createCanvas } from '@hewn/canvas'
import { asyncBinding, type CanvasServing, serveCanvas, SOCKET_OPTIONS } from '@hewn/canvas/node'
import { createJobQueue, createKernel, type Kernel } from '@hewn/kernel'
import { hashInTurns, runnerVersion, workerFactory } from '@hewn/kernel/node'
import { parseId, type World } from '@hewn/model'
import type { Health } from '@hewn/protocol'
import { openStorage, type Storage } from '@hewn/storage'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { Server as SocketServer } from 'socket.io'
import { admitSockets, nobodyIfRefused } from './admit-sockets.ts'
import { createApp } from './app.ts'
import { createGuard } from './guard.ts'
import { createKernelSource } from './kernel-source.ts'
import type { Parts } from './parts.ts'
import { boxRunner, createBoxes } from './pipeline/boxes.ts'
import { createDesks } from './pipeline/desk.ts'
import { flowGraph } from './pipeline/flow-graph.ts'
import { createJobStreams } from './pipeline/job-stream.ts'
import { createPipeline } from './pipeline/pipeline.ts'
import { createWorkspace } from './pipeline/workspace.ts'
import { createReport } from './report.ts'
import { allRoutes } from './routes/index.ts'
import { isShared, pathOf, type Settings } from './settings.ts'
import { VERSION } from './version.ts'
import { createVisitors, scopeOf, tokenOf } from './visitors.ts'
import { createWebBuild } from './web-build.ts'
import { createGrep } from './workspace/grep.ts'
import { createWorkspaceTools } from './workspace/workspace-tools.ts'

export interface Composition {
  app: FastifyInstance
  parts: Parts
  canvases: CanvasServing
  /** Takes nothing new, gives running jobs `HEWN_DRAIN`, and ends. */
  stop(): Promise<void>
  /** Ends at once: running jobs are cancelled. */
  close(): Promise<void>
}

export interface ComposeOptions {
  log: Logger
  world: World
  /** The port we answer on, once it is known. */
  port(): number
  /** Makes the kernel for an interpreter; tests bring their own. */
  kernel?: (python: string, storage: Storage) => Kernel
  /** Folder of the web build. */
  web?: string
}

const WEB_BUILD = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** The parts list: what this server is made of. */
export async function compose(settings: Settings, options: ComposeOptions): Promise<Composition> {
  const { log, world } = options
  const report = createReport(log)
  const storage = await openStorage({
    database: databaseOf(settings),
    blobs: pathOf(settings.blobs, settings.home),
    world,
    report: (problem) => log.error(problem),
  })
  const carried =
    settings.redis === undefined ? undefined : await carriedBy(settings.redis, (problem) => log.warn(problem))
  const canvas = createCanvas({
    log: carried ? carried.over(storage.canvasLog) : storage.canvasLog,
    world,
    ...(isShared(settings.database) ? { carrier: carried?.carrier ?? SILENT } : {}),
    binding: asyncBinding(),
    derive: flowGraph,
    mayView: async (_, session) => (await storage.sessions.get(session)) !== undefined,
    warn: (event, details) => log.warn(details, event),
  })
  const kernels = createKernelSource({
    home: settings.home,
    python: settings.python,
    isolationMin: settings.isolationMin,
    create: (python) => (options.kernel ?? realKernel)(python, storage),
    report: (error) => report.defect(error, { part: 'python' }),
  })
  const boxes = createBoxes()
  const queue = createJobQueue({
    store: storage.jobs,
    runners: {
      box: boxRunner(boxes, storage.blobs, world.now),
      part: (work, on, signal) => {
        const kernel = kernels.kernel()
        if (work.kind !== 'part' || kernel === undefined) throw new Error('A script was started without a kernel.')
        return kernel.build(work.request, on, signal)
      },
      check: (work, _, signal) => {
        const kernel = kernels.kernel()
        if (kernel === undefined) throw new Error('A check was started without a kernel.')
        return kernel.check(work.request, signal)
      },
    },
    world,
    limits: {
      running: settings.jobs,
      waiting: settings.queueMax,
      perLane: settings.queueLane,
      waitSeconds: settings.queueWait,
      drainSeconds: settings.drain,
    },
    report: (error, jobId) => report.defect(error, { part: 'queue', ...(jobId === undefined ? {} : { jobId }) }),
  })
  const desks = createDesks()
  const workspace = createWorkspace({ storage, canvas, desks, textMax: settings.bodyFile })
  const grep = createGrep()
  const tools = createWorkspaceTools({ workspace, desks, grep })
  const streams = createJobStreams({ log: settings.logMax, line: settings.lineMax }, world)
  const agent = createPlanner({ world, planBox, planPart, readKind, withoutEdges })
  const house = {
    storage,
    canvas,
    queue,
    kernels,
    boxes,
    streams,
    desks,
    workspace,
    tools,
    agent,
    settings,
    world,
    report,
  }
  const pipeline = createPipeline(house)
  const pageKey = world.newId()
  const guard = createGuard({
    port: options.port,
    allowedHosts: settings.allowedHosts,
    allowedOrigins: settings.allowedOrigins,
    pageKey,
  })
  const model = designModel(settings)
  let draining = false
  let ending: Promise<void> | undefined
  const parts: Parts = {
    ...house,
    pipeline,
    guard,
    pageKey,
    answerDesign: createDesignAnswer({
      world,
      rate: [memoryRateLimit({ world, limit: settings.limitDesign })],
      order: settings.design,
      ...(model ? { model } : {}),
    }),
    version: VERSION,
    carried,
    draining: () => draining,
    web: createWebBuild(options.web ?? WEB_BUILD),
  }
  const visitors = createVisitors(storage, world)
  const app = createApp({ routes: allRoutes(parts), guard, visitors, report, log, world, bodyJson: settings.bodyJson })
  const io = new SocketServer(app.server, {
    ...SOCKET_OPTIONS,
    ...(settings.allowedOrigins.length > 0 ? { cors: { origin: [...settings.allowedOrigins] } } : {}),
    allowRequest: (request, answer) => answer(null, guard.judge(request.headers, 'live') === undefined),
  })
  admitSockets(io, visitors, report)
  const canvases = serveCanvas(io, {
    canvas,
    world,
    async grant(handshake, given) {
      const id = parseId('session', given)
      const session = id && (await storage.sessions.get(id))
      if (!session) return undefined
      // Asked of the table each time: a link may have been taken back since.
      const visitor = await visitors.of(tokenOf(handshake.headers, handshake)).catch(nobodyIfRefused)
      const scope = visitor && scopeOf(visitor, session.id)
      if (!visitor || !scope) return undefined
      await pipeline.ready(session)
      const expires = visitor.link?.expires
      return { uid: visitor.acting.uid, scope, ...(expires === undefined ? {} : { expires }) }
    },
  })
  let logged: Health['kernel']['state'] | undefined
  const stopTelling = kernels.onChange(() => {
    tellKernel().catch((error: unknown) => report.defect(error, { part: 'kernel' }))
  })

  await takeOver()
  let stopTakingOver = () => {}
  if (isShared(settings.database)) takeOverLater()
  // The engine is read while nobody waits for it.
  boxes.ask('check', {}).catch((error: unknown) => report.defect(error, { part: 'boxes' }))
  await app.ready()

  return {
    app,
    parts,
    canvases,
    stop,
    async close() {
      const stopped = stop()
      await pipeline.giveUp()
      await stopped
    },
  }

  function stop(): Promise<void> {
    draining = true
    ending ??= end()
    return ending
  }

  /** Jobs first, while everybody can still read how they end; what everything stands on goes last. */
  async function end(): Promise<void> {
    stopTelling()
    stopTakingOver()
    await queue.close()
    await pipeline.idle()
    canvases.close('restarting')
    await io.close()
    await app.close()
    await kernels.close()
    await boxes.close()
    await grep.close()
    await carried?.close()
    await storage.close()
  }

  /** What a server that is no more has left behind ends here, and whoever looks at it sees that. */
  async function takeOver(): Promise<void> {
    const jobs = await queue.recover()
    const turns = await pipeline.turns.recover()
    if (jobs.length > 0) log.warn({ jobs: jobs.length }, 'jobs were interrupted by the end of a server')
    if (turns.length > 0) log.warn({ turns: turns.length }, 'turns were broken off by the end of a server')
    for (const id of new Set([...jobs.map(({ sessionId }) => sessionId), ...turns])) {
      delete parts.desks.at(id).ready
      const session = io.sockets.adapter.rooms.size > 0 && (await storage.sessions.get(id))
      if (session) await pipeline.ready(session)
    }
  }

  function takeOverLater(): void {
    stopTakingOver = world.after(TAKE_OVER_EVERY, () => {
      // A database that is away says so where it is asked for something.
      takeOver()
        .catch(() => {})
        .finally(() => {
          if (!draining) takeOverLater()
        })
    })
  }

  /** Whoever is looking sees what the kernel is doing; the others are told when they come. */
  async function tellKernel(): Promise<void> {
    const { state } = kernels.health()
    // Shares of an installation are for viewers; the log has one line per state.
    if (state !== logged) log.info({ state, isolation: kernels.isolation().level }, 'kernel')
    logged = state
    // A session's viewers sit in `session:X` and `session:X:frames`.
    const rooms = [...io.sockets.adapter.rooms.keys()].map((room) => room.replace(/:frames$/, ''))
    for (const room of new Set(rooms)) {
      const id = parseId('session', room)
      const session = id && (await storage.sessions.get(id))
      if (session) await pipeline.ready(session)
    }
  }

  function realKernel(python: string): Kernel {
    // Where scripts run lies in the home as well, and is nobody else's to read.
    const scratch = join(settings.home, 'rooms')
    mkdirSync(scratch, { recursive: true, mode: 0o700 })
    chmodSync(scratch, 0o700)
    const warn = (text: string) => log.warn({ python: text }, 'kernel')
    const { warm, jobs, sandbox, fonts } = settings
    if (fonts !== undefined && !existsSync(fonts)) log.warn({ fonts }, 'HEWN_FONTS names no folder; it is left out')
    const own = fonts === undefined ? {} : { fonts: resolve(fonts) }
    const factory = workerFactory({ python, warm, jobs, sandbox, scratch, warn, ...own })
    return createKernel({
      factory,
      blobs: storage.blobs,
      world,
      index: storage.shapes,
      runner: runnerVersion(),
      sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      hash: hashInTurns,
    })
  }
}

const TAKE_OVER_EVERY = 5_000

/** Nobody is told, so heads are compared every second: servers that share a database follow each other without Redis (CV45). */
const SILENT: CanvasCarrier = { say: () => {}, hear: () => () => {} }

const databaseOf = ({ database, home }: Settings): string =>
  database === ':memory:' || isShared(database) ? database : `file:${pathOf(database, home)}`

/** Loaded where it is used: most servers are alone. */
async function carriedBy(url: string, report: (problem: string) => void) {
  const { redisStreams } = await import('@hewn/storage/redis')
  return redisStreams({ url, report })
}

/** Who answers `/api/design` beside the planner; nobody where there is no key. */
function designModel({ model, modelUrl, modelKey, openaiKey, openaiUrl }: Settings): DesignModel | undefined {
  const found = designModelFrom({
    HEWN_MODEL: model,
    HEWN_MODEL_URL: modelUrl,
    HEWN_MODEL_KEY: modelKey,
    OPENAI_API_KEY: openaiKey,
    OPENAI_BASE_URL: openaiUrl,
  })
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}
