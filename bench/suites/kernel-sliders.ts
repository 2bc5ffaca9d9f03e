import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createKernel, type Kernel } from '@hewn/kernel'
import { workerFactory } from '@hewn/kernel/node'
import { systemWorld } from '@hewn/model/world'
import { inMemoryBlobs } from '../in-memory-blobs.ts'
import { type Row, series } from '../row.ts'

interface Slide {
  model: string
  parameter: string
  from: number
  step: number
  /** Milliseconds. */
  goal: number
  /** What its mesh may be off by; the same for the peer. */
  deviation: number
}

const SLIDES: readonly Slide[] = [
  { model: 'block', parameter: 'length', from: 40, step: 0.5, goal: 20, deviation: 0.02 },
  { model: 'plate-100', parameter: 'diameter', from: 5, step: 0.05, goal: 220, deviation: 0.05 },
  { model: 'enclosure', parameter: 'height', from: 40, step: 0.5, goal: 90, deviation: 0.05 },
  { model: 'hinge', parameter: 'pin_diameter', from: 4, step: 0.05, goal: 80, deviation: 0.05 },
  { model: 'name-plate', parameter: 'raised', from: 1, step: 0.05, goal: 130, deviation: 0.02 },
]

/** A slider moves: draft facts and blobs beside the same build and mesh done bare, each step in turn, in one run. */
export async function kernelSliders(python: string, steps = 30): Promise<Row[]> {
  const trace = jobTrace()
  const subject = createKernel({
    trace: trace.heard,
    factory: workerFactory({ python, warm: 6 }),
    blobs: inMemoryBlobs(),
    world: systemWorld,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  })
  const bare = await barePython(python)
  try {
    const rows: Row[] = []
    for (const slide of SLIDES) rows.push(...(await slideRows(subject, trace, bare, slide, steps)))
    rows.push(await nothingNew(subject, Math.min(steps, 10)))
    rows.push(...(await oneOfFifty(subject, Math.min(steps, 10))))
    rows.push(...(await growth(subject, trace)))
    return rows
  } finally {
    bare.stop()
    await subject.close()
  }
}

async function slideRows(subject: Kernel, trace: JobTrace, bare: Bare, slide: Slide, steps: number): Promise<Row[]> {
  const { model, parameter, from, step, goal, deviation } = slide
  const script = recipe(model)
  const ours: number[] = []
  const peers: number[] = []
  const splits: Split[] = []
  for (let n = -2; n < steps; n += 1) {
    const value = Number((from + (n + 3) * step).toFixed(6))
    trace.begin()
    const built = await draft(subject, script, { [parameter]: value })
    const text = script.replace(new RegExp(`^${parameter} = [\\d.]+`, 'm'), `${parameter} = ${value}`)
    const peer = await bare.run(text, deviation)
    if (n < 0) continue
    ours.push(built.took)
    splits.push(trace.split(built.took))
    peers.push(peer.build + peer.mesh)
  }
  const mine = series(ours)
  const theirs = series(peers)
  const allowed = 1.1 * theirs.median + 15
  return [
    {
      suite: 'kernel',
      name: `slider → draft, ${model} (${whereItGoes(splits)})`,
      unit: 'ms',
      ours: mine,
      peer: { name: 'bare', median: theirs.median, min: theirs.min, max: theirs.max },
      ratio: theirs.median / mine.median,
      goal: `≤ ${goal} ms, ≤ 1.1 × bare + 15 ms`,
      holds: mine.median <= goal && mine.median <= allowed,
    },
  ]
}

/** A comment is typed: the script runs, and then nothing is meshed, measured or sent. */
async function nothingNew(subject: Kernel, steps: number): Promise<Row> {
  const script = recipe('plate-100')
  await draft(subject, script, { diameter: 4 })
  const times: number[] = []
  const sent: string[] = []
  for (let n = 0; n < steps; n += 1) {
    const built = await draft(subject, `${script}# ${n}\n`, { diameter: 4 }, 'draft', (event) => sent.push(event))
    times.push(built.took - built.result.timings.run)
  }
  const asked = sent.filter((event) => event === 'mesh' || event === 'measure').length
  return {
    suite: 'kernel',
    name: `an edit that changes no shape, plate-100, without the script’s own time (meshed or measured: ${asked})`,
    unit: 'ms',
    ours: series(times),
    goal: '≤ 20 ms, nothing meshed',
    holds: series(times).median <= 20 && asked === 0,
  }
}

/** Fifty plates side by side, of which one changes: only that one is meshed. */
async function oneOfFifty(subject: Kernel, steps: number): Promise<Row[]> {
  const part = (size: string) => `Box(${size}, 10, 4) - GridLocations(3, 3, 3, 2) * Cylinder(1, 4)`
  const alone = `from build123d import *\nsize = 10.0\nresult = ${part('size')}\n`
  const fifty = `from build123d import *
size = 10.0
still = [Pos(0, 14 * n, 0) * (Box(10 + n / 10, 10, 4) - Cylinder(1, 4)) for n in range(49)]
result = [*still, Pos(-40, 0, 0) * (${part('size')})]
`
  const one: number[] = []
  const all: number[] = []
  for (let n = -2; n < steps; n += 1) {
    const [a, b] = [
      await draft(subject, alone, { size: 10.05 + n / 10 }),
      await draft(subject, fifty, { size: 20 + n / 10 }),
    ]
    if (n < 0) continue
    // What runs before the shapes are there is the script's own: fifty parts take longer to make than one.
    one.push(a.took - a.result.timings.run)
    all.push(b.took - b.result.timings.run)
  }
  const [mine, theirs] = [series(all), series(one)]
  return [
    {
      suite: 'kernel',
      name: 'one of 50 parts changes, without the script’s own time',
      unit: 'ms',
      ours: mine,
      peer: { name: 'that part alone', median: theirs.median, min: theirs.min, max: theirs.max },
      ratio: theirs.median / mine.median,
      goal: '≤ 1.3 ×',
      holds: mine.median <= 1.3 * theirs.median,
    },
  ]
}

/** 10, 100 and about 1,000 holes in full, with where the time goes. */
async function growth(subject: Kernel, trace: JobTrace): Promise<Row[]> {
  const rows: Row[] = []
  const perHole = new Map<number, number>()
  for (const [across, along, runs] of [
    [5, 2, 5],
    [10, 10, 3],
    [40, 25, 1],
  ] as const) {
    const holes = across * along
    const script = `from build123d import *
depth = 10.0
with BuildPart() as plate:
    Box(${across * 10}, ${along * 10}, depth)
    with GridLocations(10, 10, ${across}, ${along}):
        Hole(2.5)
result = plate.part
`
    const took: number[] = []
    const splits: Split[] = []
    for (let n = 0; n < runs; n += 1) {
      trace.begin()
      const built = await draft(subject, script, { depth: 10 + n / 10 }, 'full')
      took.push(built.took)
      splits.push(trace.split(built.took))
    }
    const mine = series(took)
    perHole.set(holes, mine.median / holes)
    rows.push({
      suite: 'kernel',
      name: `${holes} holes, in full (${whereItGoes(splits)})`,
      unit: 'ms',
      ours: mine,
      ...(holes === 1000
        ? { goal: 'per hole ≤ 3 × that at 100', holds: (perHole.get(1000) ?? 0) <= 3 * (perHole.get(100) ?? 0) }
        : {}),
    })
  }
  return rows
}

const recipe = (model: string) =>
  readFileSync(fileURLToPath(new URL(`../../recipes/${model}/model.py`, import.meta.url)), 'utf8')

async function draft(
  subject: Kernel,
  script: string,
  parameters: Record<string, number>,
  quality: 'draft' | 'full' = 'draft',
  onStage: (stage: string) => void = () => {},
) {
  for (let waited = 0; subject.report().warm < 2; waited += 10) {
    if (waited > 60_000) throw new Error(`No worker was parked within a minute: ${subject.report().why ?? 'unknown'}`)
    await sleep(10)
  }
  // As between two steps of a hand: what the last one left to do is done.
  await sleep(150)
  const began = performance.now()
  const built = await subject.build(
    {
      job: `job:${systemWorld.newId()}`,
      session: 'session:bench',
      owner: 'bench',
      layerSecret: 'bench',
      files: [{ path: 'model.py', bytes: new TextEncoder().encode(script) }],
      entry: 'model.py',
      parameters,
      result: 'required',
      quality,
      formats: [],
      limits: { seconds: 120, memory: 3 * 1024 ** 3, log: 1024 ** 2, line: 8192 },
    },
    (event) => event.t === 'stage' && onStage(event.stage),
    new AbortController().signal,
  )
  const took = performance.now() - began
  if (!built.ok) throw new Error(`The script of the bench failed: ${built.error.message}`)
  return { took, result: built.value }
}

/** Milliseconds of one job by what they went into, in order. */
type Split = Record<string, number>

interface JobTrace {
  heard(mark: string, spent?: Record<string, number>): void
  begin(): void
  split(took: number): Split
}

/** What the kernel says of one job, put beside its whole time; what nobody speaks for is waiting and hand-over. */
function jobTrace(): JobTrace {
  let split: Split = {}
  return {
    begin: () => (split = {}),
    heard(_, spent = {}) {
      const { processor: _processor, ...stages } = spent
      for (const [stage, part] of Object.entries(stages)) split[stage] = (split[stage] ?? 0) + part
    },
    split(took) {
      const known = Object.values(split).reduce((sum, part) => sum + part, 0)
      return { ...split, between: took - known }
    },
  }
}

const whereItGoes = (splits: readonly Split[]): string =>
  Object.keys(splits.at(-1) ?? {})
    .map((stage) => ({ stage, median: series(splits.map((split) => split[stage] ?? 0)).median }))
    .filter(({ median }) => median >= 0.1)
    .map(({ stage, median }) => `${stage} ${median.toFixed(1)}`)
    .join(', ')

interface Bare {
  run(script: string, deviation: number): Promise<{ build: number; mesh: number }>
  stop(): void
}

async function barePython(python: string): Promise<Bare> {
  const runner = fileURLToPath(new URL('../../python/runner', import.meta.url))
  const child = spawn(python, [fileURLToPath(new URL('kernel-bare.py', import.meta.url)), runner], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { OPENBLAS_NUM_THREADS: '1' },
  })
  const lines = createInterface({ input: child.stdout })
  await once(lines, 'line')
  return {
    async run(script, deviation) {
      const answered = once(lines, 'line')
      child.stdin.write(`${JSON.stringify({ script, deviation })}\n`)
      const [line] = (await answered) as [string]
      return JSON.parse(line) as { build: number; mesh: number }
    },
    stop: () => child.kill('SIGKILL'),
  }
}
