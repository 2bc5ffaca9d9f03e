import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { encodeFrame, frameReader, SHAPE_BUDGET, type ZygoteFrame, type ZygoteOrder, zygoteFrame } from '@hewn/protocol'
import type { Collected, WorkerEnd } from '../worker-factory.ts'
import { cleanEnvironment } from './clean-environment.ts'
import { PATIENCE } from './collect.ts'
import { collectedReader } from './collected-frames.ts'
import { meetingPoint } from './meeting-point.ts'
import { workerOver, type WorkerPipes, type WorkerProcess } from './worker-over.ts'

export type RoomForm = 'namespaces' | 'bare'
export type ZygoteReady = Extract<ZygoteFrame, { t: 'ready' }>

export interface ZygoteOptions {
  python: string
  /** Folder of `launch.py`. */
  runner: string
  form: RoomForm
  /** Locks that are left open, to see what they are for. */
  without: readonly string[]
  /** How many workers there may be at once. */
  slots: number
  /** An empty folder of its own, for rooms that lie on this machine's disk. */
  scratch: string
  /** Folder of the owner's own fonts. */
  fonts?: string
}

export interface Zygote {
  /** What it said when everything was imported; nothing when it ended before. */
  readonly ready: Promise<ZygoteReady | undefined>
  /** When it has gone, with its last words; `refused`: this machine does not let the room be built. */
  readonly gone: Promise<{ words: string; refused: boolean }>
  /** Of the launcher, on this machine. */
  readonly pid: number
  /** Workers it has now, waiting ones too. */
  workers(): number
  /** A new worker, as soon as a slot is empty; rejects when none could be made. */
  order(): Promise<WorkerProcess>
  close(): Promise<void>
}

type Role = 'ctl' | 'log' | 'out' | 'err'

/** What is known of the one worker in a slot. */
interface Tenant {
  pid?: number
  pipes: Partial<Record<Role, Socket>>
  open: number
  end?: WorkerEnd
  /** All four pipes are there. */
  met(pipes: WorkerPipes): void
  failed(why: string): void
  ended(end: WorkerEnd): void
}

const LAST_WORDS = 500
/** What the launcher ends with when it could not build the room. */
const REFUSED = 3
/** A fork and its four connections take milliseconds. */
const BIRTH = 20_000

/** Starts the warm parent and speaks with it; it relays nothing that a worker says (KN2). */
export async function startZygote({
  python,
  runner,
  form,
  without,
  slots,
  scratch,
  fonts,
}: ZygoteOptions): Promise<Zygote> {
  const tenants = new Map<number, Tenant>()
  const collectors = new Map<number, { met(socket: Socket): void; done(): void }>()
  const wiping = new Map<number, (left: number) => void>()
  const free = Array.from({ length: slots }, (_, n) => n)
  const queue: ((slot: number) => void)[] = []
  let lost = 0
  let hello: ZygoteReady | undefined
  let tasks = 0
  let control: Socket | undefined
  let words = ''
  let ended = false
  const ready = Promise.withResolvers<ZygoteReady | undefined>()
  const gone = Promise.withResolvers<{ words: string; refused: boolean }>()

  const door = await meetingPoint((name, socket) => {
    const [role, slot, number] = name
    if (role === 'zygote' && control === undefined) return listen(socket)
    if (role === 'collect' && collectors.has(Number(number))) return collectors.get(Number(number))?.met(socket)
    if (role === 'ctl' || role === 'log' || role === 'out' || role === 'err')
      return moveIn(role, Number(slot), Number(number), socket)
    socket.destroy()
    return undefined
  })
  const setting = JSON.stringify({ form, without, socket: door.path, slots, scratch })
  const child = spawn(python, ['-s', '-B', `${runner}/launch.py`, setting], {
    cwd: '/',
    env: cleanEnvironment('/', fonts),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      words = (words + bytes.toString()).slice(-4000)
    })
  child.once('error', (error) => left(String(error)))
  child.once('close', (code) => left('', code === REFUSED))

  function listen(socket: Socket): void {
    control = socket
    const reader = frameReader(SHAPE_BUDGET)
    socket.on('data', (chunk: Buffer) => {
      const frames = reader.push(chunk)
      if (!frames.ok) return kill()
      for (const { header } of frames.value) {
        const frame = zygoteFrame.safeParse(header).data
        if (frame === undefined) return kill()
        hear(frame)
      }
      return undefined
    })
    // Its end is that of the room, also when the launcher outlives it for a moment.
    socket.once('close', kill)
    socket.resume()
  }

  function hear(frame: ZygoteFrame): void {
    const tenant = frame.t === 'ready' ? undefined : tenants.get(frame.slot)
    switch (frame.t) {
      case 'ready':
        hello = frame
        return ready.resolve(frame)
      case 'born':
        if (tenant) tenant.pid = frame.pid
        return
      case 'refused':
        return tenant?.failed(frame.why)
      case 'exit':
        if (tenant?.pid === frame.pid) moveOut(tenant, endOf(frame))
        return
      case 'wiped':
        return wiping.get(frame.slot)?.(frame.left)
      default:
        frame satisfies never
    }
  }

  function moveIn(role: Role, slot: number, pid: number, socket: Socket): void {
    const tenant = tenants.get(slot)
    const isOurs = tenant !== undefined && tenant.pipes[role] === undefined && (tenant.pid ?? pid) === pid
    if (!isOurs) return void socket.destroy()
    tenant.pid = pid
    tenant.pipes[role] = socket
    tenant.open++
    socket.once('close', () => {
      tenant.open--
      settle(tenant)
    })
    const { ctl, log, out, err } = tenant.pipes
    if (ctl && log && out && err) tenant.met({ control: ctl, log, out, err })
  }

  function moveOut(tenant: Tenant, end: WorkerEnd): void {
    if (tenant.end) return
    tenant.end = end
    tenant.failed('it ended before it was ready')
    // Only what it started could still hold them.
    setTimeout(() => {
      for (const pipe of Object.values(tenant.pipes)) pipe.destroy()
    }, LAST_WORDS).unref()
    settle(tenant)
  }

  /** Over when its end was reported and all its pipes are at their end (KN6). */
  function settle(tenant: Tenant): void {
    if (tenant.end && tenant.open === 0) tenant.ended(tenant.end)
  }

  function tell(order: ZygoteOrder): void {
    if (control && !control.destroyed) control.write(encodeFrame(order))
  }

  function kill(): void {
    if (child.pid === undefined || ended) return
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      child.kill('SIGKILL')
    }
  }

  function left(why: string, refused = false): void {
    if (ended) return
    ended = true
    ready.resolve(undefined)
    // Linux ends its children with it.
    for (const tenant of tenants.values()) moveOut(tenant, { signal: 'SIGKILL', lost: true })
    for (const done of wiping.values()) done(0)
    for (const { done } of collectors.values()) done()
    for (const next of queue.splice(0)) next(0)
    gone.resolve({ words: (why || words).trim(), refused })
  }

  /** A slot that could not be emptied is not lent again; with half of them gone, a new room is better. */
  function retire(): void {
    lost++
    if (lost * 2 >= slots) kill()
  }

  async function order(): Promise<WorkerProcess> {
    const slot = free.shift() ?? (await new Promise<number>((resolve) => queue.push(resolve)))
    if (ended) throw new Error('The warm Python has gone.')
    const pipes = Promise.withResolvers<WorkerPipes>()
    const end = Promise.withResolvers<WorkerEnd>()
    const tenant: Tenant = { pipes: {}, open: 0, met: pipes.resolve, failed, ended: end.resolve }
    tenants.set(slot, tenant)
    const timer = setTimeout(() => failed('it took too long'), BIRTH)
    function failed(why: string): void {
      pipes.reject(new Error(`A worker could not be made: ${why}`))
    }
    tell({ t: 'order', slot })
    try {
      const met = await pipes.promise
      const pid = tenant.pid ?? 0
      return workerOver(met, {
        slot: hello?.slots[slot] ?? String(slot),
        pid,
        kill: () => tell({ t: 'kill', slot, pid }),
        ended: end.promise,
        isThere: () => !ended,
        collect: (given) => collect(slot, given),
        wipe: () => wipe(slot),
      })
    } catch (error) {
      // What became of its slot is not known.
      if (tenant.pid !== undefined) tell({ t: 'kill', slot, pid: tenant.pid })
      retire()
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  function collect(slot: number, given: Record<string, string>): Promise<Collected> {
    const task = ++tasks
    const reader = collectedReader()
    return new Promise((resolve) => {
      let socket: Socket | undefined
      const done = () => {
        clearTimeout(timer)
        collectors.delete(task)
        resolve(reader.result())
      }
      const timer = setTimeout(() => (socket ? socket.destroy() : done()), PATIENCE)
      collectors.set(task, { met, done })
      function met(found: Socket): void {
        socket = found
        found.on('data', (chunk: Buffer) => reader.push(chunk) || found.destroy())
        found.once('close', done)
        found.resume()
      }
      if (ended) done()
      tell({ t: 'collect', slot, task, given })
    })
  }

  async function wipe(slot: number): Promise<void> {
    const left = await new Promise<number>((resolve) => {
      if (ended) return resolve(0)
      wiping.set(slot, resolve)
      return tell({ t: 'wipe', slot })
    })
    wiping.delete(slot)
    tenants.delete(slot)
    if (left > 0) {
      retire()
      throw new Error(`${left} entries could not be removed from slot ${slot}.`)
    }
    const next = queue.shift()
    if (next) next(slot)
    else free.push(slot)
  }

  return {
    ready: ready.promise,
    gone: gone.promise,
    pid: child.pid ?? 0,
    workers: () => tenants.size,
    order,
    async close() {
      kill()
      await gone.promise
      await door.close()
      await rm(scratch, { recursive: true, force: true }).catch(() => undefined)
    },
  }
}

const endOf = ({ code, signal }: Extract<ZygoteFrame, { t: 'exit' }>): WorkerEnd => ({
  ...(code === undefined ? {} : { code }),
  ...(signal === undefined ? {} : { signal }),
})
