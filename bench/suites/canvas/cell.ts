import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Kind, Log, Order } from './server.ts'
import type { Report, Wish } from './viewers.ts'

export type Accept = 'frames' | 'plain'

/** A server with its publisher in one process, its viewers in others, on loopback. */
export class Cell {
  readonly port: number
  readonly #server: ChildProcess
  readonly #viewers: ChildProcess[] = []

  private constructor(server: ChildProcess, port: number) {
    this.#server = server
    this.port = port
  }

  static async start(kind: Kind, viewers: number, accept: Accept = 'plain', log: Log = 'memory'): Promise<Cell> {
    const server = child('server.ts', kind, log)
    const [{ port }] = (await once(server, 'message')) as [{ port: number }]
    const cell = new Cell(server, port)
    if (viewers > 0) await cell.join(kind, viewers, accept)
    return cell
  }

  /** More viewers, in a process of their own; answers with its place. */
  async join(kind: Kind, count: number, accept: Accept): Promise<number> {
    const viewers = child('viewers.ts', kind, String(this.port), String(count), accept)
    await once(viewers, 'message')
    return this.#viewers.push(viewers) - 1
  }

  order<T>(order: Order): Promise<T> {
    return ask<T>(this.#server, order)
  }

  wish<T>(wish: Wish, place = 0): Promise<T> {
    const viewers = this.#viewers[place]
    if (!viewers) throw new Error('This cell has no viewers')
    return ask<T>(viewers, wish)
  }

  /** Waits until everything has arrived, or nothing more comes. */
  async settled(last: number): Promise<void> {
    for (let before = -1; ; ) {
      const report = await this.wish<Report>({ do: 'report' })
      if (report.last >= last || report.delivered === before) return
      before = report.delivered
      await sleep(300)
    }
  }

  async end(): Promise<void> {
    await this.order({ do: 'end' })
    for (const process of [...this.#viewers, this.#server]) {
      const exited = once(process, 'exit')
      process.kill('SIGKILL')
      await exited
    }
  }

  /** Publishes for a while and waits until everything has arrived, or a second has passed. */
  async step(rate: number, milliseconds: number, from: number, bytes?: number): Promise<Step> {
    await this.wish({ do: 'reset' })
    const order: Order = { do: 'publish', rate, milliseconds, from, ...(bytes === undefined ? {} : { bytes }) }
    const done = await this.order<Published>(order)
    let report = await this.wish<Report>({ do: 'report' })
    for (let waited = 0; waited < 1_000 && report.last < from + done.published - 1; waited += 50) {
      await sleep(50)
      report = await this.wish<Report>({ do: 'report' })
    }
    return { ...done, ...report, complete: report.last >= from + done.published - 1 }
  }
}

export interface Published {
  published: number
  cpu: number
  peak: number
  elapsed: number
}
export interface Step extends Published, Report {
  complete: boolean
}

export function child(file: string, ...args: string[]): ChildProcess {
  return fork(new URL(file, import.meta.url), args, {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function ask<T>(process: ChildProcess, what: Order | Wish): Promise<T> {
  const answered = once(process, 'message')
  process.send(what)
  const [answer] = await answered
  return answer as T
}
