import { setTimeout as sleep } from 'node:timers/promises'
import { createKernel, type Kernel } from '@hewn/kernel'
import { workerFactory } from '@hewn/kernel/node'
import { systemWorld } from '@hewn/model/world'
import { inMemoryBlobs } from '../in-memory-blobs.ts'
import { atMost, type Row, series } from '../row.ts'

const RUNS = 7

const BLOCK = 'from build123d import *\nresult = Box(10, 20, 30)'
const PLATE_100 = `from build123d import *
with BuildPart() as plate:
    Box(200, 200, 5)
    with GridLocations(18, 18, 10, 10):
        Hole(4)
result = plate.part`

/** Whole drafts without a session, each in workers that wait with everything imported. */
export async function kernel(python: string): Promise<Row[]> {
  const factory = workerFactory({ python, warm: 4 })
  const subject = createKernel({ factory, blobs: inMemoryBlobs(), world: systemWorld })
  try {
    const block = await repeat(subject, BLOCK)
    const plate = await repeat(subject, PLATE_100)
    return [
      { suite: 'kernel', name: 'block → measured layers', unit: 'ms', ours: series(block) },
      atMost('kernel', 'plate with 100 holes → measured layers', series(plate), 220),
    ]
  } finally {
    await subject.close()
    await factory.close()
  }
}

async function repeat(subject: Kernel, script: string) {
  const took: number[] = []
  for (let round = 0; round < RUNS; round += 1) {
    await parked(subject)
    const began = performance.now()
    const built = await subject.build(
      {
        job: `job:${systemWorld.newId()}`,
        owner: 'bench',
        layerSecret: 'bench',
        files: [{ path: 'model.py', bytes: new TextEncoder().encode(script) }],
        entry: 'model.py',
        parameters: {},
        result: 'required',
        quality: 'draft',
        formats: [],
        limits: { seconds: 60, memory: 2 * 1024 ** 3, log: 1024 ** 2, line: 8192 },
      },
      () => {},
      new AbortController().signal,
    )
    if (!built.ok) throw new Error(`The script of the bench failed: ${built.error.message}`)
    took.push(performance.now() - began)
  }
  return took
}

/** A build takes two workers; each run begins with both parked, and with what the last one left to do done. */
async function parked(subject: Kernel): Promise<void> {
  for (let waited = 0; (subject.report().warm ?? 0) < 4; waited += 50) {
    if (waited > 60_000) throw new Error(`No worker was parked within a minute: ${subject.report().why ?? 'unknown'}`)
    await sleep(50)
  }
  await sleep(150)
}
