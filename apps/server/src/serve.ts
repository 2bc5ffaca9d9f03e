import { createServer, type Server } from 'node:http'
import { systemWorld } from '@hewn/model/world'
import type { Health } from '@hewn/protocol'
import type { Logger } from 'pino'
import { type ComposeOptions, type Composition, compose } from './compose.ts'
import { createLog } from './log.ts'
import { runningServer, writeServerFile } from './server-file.ts'
import type { Settings } from './settings.ts'

export interface ServeOptions extends Partial<Pick<ComposeOptions, 'world' | 'kernel' | 'web'>> {
  log?: Logger
}

export interface Serving {
  url: string
  /** As `/api/health` has it. */
  health(): Promise<Health>
  /** Takes nothing new, gives running jobs their time, then ends. */
  stop(): Promise<void>
  /** Ends at once. */
  close(): Promise<void>
}

/** Somebody else has the port, or this home is served already. */
export class PortTaken extends Error {
  readonly port: number
  /** Our own server for the same home. */
  readonly url: string | undefined
  constructor(port: number, url?: string) {
    super(url ? `This home is served at ${url} already.` : `Another program has port ${port}.`)
    this.port = port
    this.url = url
  }
}

/**
 * Serves until it is closed.
 * @example const { url, close } = await serve(settings)
 */
export async function serve(settings: Settings, options: ServeOptions = {}): Promise<Serving> {
  const running = await runningServer(settings.home)
  // Two servers on one home would each call the other's jobs interrupted.
  if (running) throw new PortTaken(settings.port, running)
  const { world = systemWorld, log = createLog(settings), ...rest } = options
  let port = settings.port
  const composition = await compose(settings, { ...rest, world, log, port: () => port })
  const hosts = settings.host === 'loopback' || settings.host === 'localhost' ? ['127.0.0.1', '::1'] : [settings.host]
  const [first = '127.0.0.1', ...others] = hosts
  const seconds: Server[] = []
  try {
    await composition.app.listen({ host: unbracketed(first), port })
    const address = composition.app.server.address()
    if (typeof address === 'object' && address !== null) port = address.port
    for (const host of others) seconds.push(...(await alsoListen(composition, host, port)))
  } catch (error) {
    await composition.close()
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw new PortTaken(settings.port)
    throw error
  }
  const url = `http://${first.includes(':') ? `[${unbracketed(first)}]` : first}:${port}`
  const removeFile = writeServerFile(settings.home, url)
  log.info({ port }, 'listening')

  const ending = async (composed: Promise<void>) => {
    removeFile()
    await composed
    for (const server of seconds) {
      server.close()
      server.closeAllConnections()
    }
  }
  return {
    url,
    health: async () => (await (await fetch(`${url}/api/health`)).json()) as Health,
    stop: () => ending(composition.stop()),
    close: () => ending(composition.close()),
  }
}

/**
 * The other loopback family: `localhost` means either, and a browser picks. It hands everything to the one app; a
 * machine without that family does not need it.
 */
async function alsoListen({ app }: Composition, host: string, port: number): Promise<Server[]> {
  const server = createServer({ maxHeaderSize: 64 * 1024, headersTimeout: 10_000, requestTimeout: 60_000 })
  for (const event of ['request', 'upgrade', 'clientError'])
    server.on(event, (...args: unknown[]) => void app.server.emit(event, ...args))
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host, port }, resolve)
    })
    return [server]
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return []
    throw error
  }
}

const unbracketed = (host: string) => host.replace(/^\[|\]$/g, '')
