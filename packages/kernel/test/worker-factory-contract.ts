import { existsSync, readFileSync } from 'node:fs'
import type { Worker, WorkerFactory } from '@hewn/kernel'
import type { Frame } from '@hewn/protocol'
import { afterAll, describe, expect, it } from 'vitest'

/** What every way to start workers has to keep: zygote, spawn, and whatever comes. */
export function workerFactoryContract(name: string, make: () => WorkerFactory): void {
  describe(`${name} keeps the contract of a worker factory`, () => {
    const factory = make()
    afterAll(() => factory.close())

    it('[KN9] hands out single-use workers that nobody else gets', async () => {
      const [one, two] = await Promise.all([ordered(factory), ordered(factory)])
      expect(one.pid).not.toBe(two.pid)
      expect(one.slot).not.toBe(two.slot)
      await Promise.all([one.dispose(), two.dispose()])
    })

    it('[KN6] a worker serves one job, says its end and leaves by itself', async () => {
      const worker = await ordered(factory)
      const heard = listening(worker)
      await runs(worker, 'print("here")\n')
      await worker.silent
      expect(heard.frames.at(0)).toEqual({ t: 'began' })
      expect(heard.frames.at(-1)).toMatchObject({ t: 'end', ok: false, spent: { script: expect.any(Number) } })
      expect(heard.text()).toBe('here\n')
      expect(await worker.ended).toEqual({ code: 0 })
      await worker.dispose()
    })

    it('[KN7] [KN12] one that made ready for a job that is near does what any other does', async () => {
      const script = 'import random, os\nprint(random.random(), sorted(os.environ), len(os.listdir(".")))\n'
      const said: string[] = []
      for (const isNear of [false, true]) {
        await expect.poll(() => factory.report().warm, { timeout: 60_000 }).toBeGreaterThan(0)
        if (isNear) factory.heat?.()
        const worker = await ordered(factory)
        const heard = listening(worker)
        await runs(worker, script)
        await worker.ended
        said.push(heard.text())
        await worker.dispose()
      }
      expect(said[0]).toContain('HOME')
      expect(said[1]).toBe(said[0])
    })

    it('[KN67] killed, it is gone, and so is what it started', async () => {
      const worker = await ordered(factory)
      const heard = listening(worker)
      const started = new Promise<number>((resolve) => {
        worker.onLog(() => resolve(Number(heard.text())))
      })
      await runs(
        worker,
        // Where programs may be started at all: a room that refuses them has none to leave behind.
        'import subprocess, sys, time\ntry:\n    child = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(600)"]).pid\nexcept OSError:\n    child = 0\nprint(child)\ntime.sleep(600)\n',
      )
      const child = await started
      worker.kill()
      expect(await worker.ended).toEqual({ signal: 'SIGKILL' })
      // Numbers of processes in a room of its own mean nothing here; there its end was reported by who waited for it.
      const isOwn = factory.report().isolation.layers['namespaces'] !== false
      for (const pid of isOwn ? [] : child > 0 ? [worker.pid, child] : [worker.pid])
        await expect.poll(() => isThere(pid)).toBe(false)
      await worker.dispose()
    })

    it('[KN21] what it left is collected after its end, and gone after that', async () => {
      const worker = await ordered(factory)
      await runs(worker, 'open("made.txt", "w").write("x")\nx = 1\n')
      await worker.ended
      const left = await worker.collect({})
      expect(left.files.map(({ name }) => name)).toEqual(['made.txt', 'model.py'])
      expect(left.line).toBe(2)
      await worker.dispose()
      expect((await worker.collect({})).files).toEqual([])
    })

    it('[KN3] past its budget a worker is killed', async () => {
      const worker = await ordered(factory)
      await runs(worker, 'import os, struct, time\nos.write(3, struct.pack("<II", 1 << 30, 0))\ntime.sleep(600)\n')
      expect(await worker.ended).toMatchObject({ signal: 'SIGKILL', fault: { kind: 'budget' } })
      await worker.dispose()
    })

    it('[KN13] a reader answers any number of texts', async () => {
      const answer = await factory.order('reader')
      if (!answer.ok) throw new Error(answer.error.message)
      const reader = answer.value
      const heard = listening(reader)
      await reader.send({ t: 'read', text: 'x = 1' })
      await reader.send({ t: 'read', text: 'import math\nresult = 2' })
      await expect.poll(() => heard.frames.length).toBe(2)
      expect(heard.frames[1]).toMatchObject({ t: 'reading', imports: ['math'], shows: true })
      await reader.dispose()
    })

    it('reports what it runs on', () => {
      expect(factory.report()).toMatchObject({
        state: 'ready',
        build123d: '0.13.0',
        python: expect.stringMatching(/^3\./),
      })
    })
  })
}

async function ordered(factory: WorkerFactory): Promise<Worker> {
  const worker = await factory.order('room')
  if (!worker.ok) throw new Error(worker.error.message)
  return worker.value
}

async function runs(worker: Worker, code: string): Promise<void> {
  await worker.send({ t: 'file', path: 'model.py' }, new TextEncoder().encode(code))
  const limits = { seconds: 60, memory: 1024 ** 3 }
  await worker.send({ t: 'run', entry: 'model.py', parameters: {}, result: 'required', limits })
}

function listening(worker: Worker) {
  const frames: Frame['header'][] = []
  const bytes: number[] = []
  worker.onFrame(({ header }) => frames.push(header))
  worker.onLog((part) => bytes.push(...part.bytes))
  return { frames, text: () => new TextDecoder().decode(Uint8Array.from(bytes)) }
}

/** One that has ended and that nobody has asked about yet is not there any more. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return existsSync('/proc/self') === false
  }
}
