import { fail, type JobError, ok, type Result, type World } from '@hewn/model'
import { type LayerFrame, type ScriptFrame, scriptFrame } from '@hewn/protocol'
import type { BuildRequest, KernelEvent } from './kernel.ts'
import { logLines } from './log-lines.ts'
import { errorOfEnding, jobError, type ScriptEnding } from './script-ending.ts'
import type { Collected, Worker } from './worker-factory.ts'

/** What a script left: layers as it described them, and the bytes of each shape. Nothing in here has been measured. */
export interface ScriptOutcome {
  layers: LayerFrame[]
  /** Number of the shape → B-rep bytes. */
  shapes: Map<number, Uint8Array>
  /** What it wrote; collected while its shapes are measured already. */
  files: Promise<{ name: string; bytes: Uint8Array }[]>
}

/** After its `end` a worker has so long to close its pipes; one that lingers is not believed. */
const LINGER = 1000
const MOST_LAYERS = 5000
const MOST_NOTES = 50
const MOST_STANDING = 64

export interface ScriptRun {
  /** Milliseconds on the host's clock. */
  beganAt?: number
  endedAt?: number
  /** What the worker says its time went into. */
  spent?: Record<string, number>
  /** Of a draft: where shapes stood early last time, then where they did in this run (KN75). */
  early?: Record<string, number>
  /** Told of a shape that stands before the script is done. */
  onStands?: (bytes: Uint8Array) => void
  /** What it had shown when it failed, crashed or was stopped (KN40). */
  partial?: ScriptOutcome
}

/**
 * Runs one script in a worker of its own and listens until it has no more to say: its `end` was read and its pipes are at
 * their end (KN6). That its process has gone is waited for only where it left files, or died before its `end`.
 */
export async function runScript(
  worker: Worker,
  request: BuildRequest,
  world: World,
  on: (event: KernelEvent) => void,
  signal: AbortSignal,
  run: ScriptRun,
  sha256: (bytes: Uint8Array) => string,
  /** The worker has begun already, and waits for the values. */
  isAhead = false,
): Promise<Result<ScriptOutcome, JobError>> {
  const layers: LayerFrame[] = []
  const shapes = new Map<number, Uint8Array>()
  let killed: ScriptEnding['killed']
  let error: JobError | undefined
  let finished: { ok: boolean } | undefined
  let stopLinger: (() => void) | undefined
  let lingered = false
  let notes = 0
  let standing = 0
  let native = ''

  const kill = (why: NonNullable<ScriptEnding['killed']>) => {
    killed ??= why
    worker.kill()
  }
  const log = logLines(request.limits, world, on, () => kill('output'))
  const note = (level: 'info' | 'warning' | 'error', text: string) => {
    if (++notes <= MOST_NOTES) log.note(level, text)
  }

  worker.onLog((part) => {
    // A native end says why on its last lines.
    if (part.from === 'native') native = (native + new TextDecoder().decode(part.bytes)).slice(-4096)
    log.write(part)
  })
  worker.onFrame(({ header, payload }) => {
    const parsed = scriptFrame.safeParse(header)
    // After its end a script has nothing more to say; what is not a frame of ours ends it.
    if (!parsed.success || finished) {
      error ??= { code: 'SCRIPT_CRASHED', message: "The script's process sent a message that is none of ours." }
      worker.kill()
      return
    }
    take(parsed.data, payload)
  })

  function take(frame: ScriptFrame, payload: Uint8Array): void {
    switch (frame.t) {
      case 'began':
        run.beganAt = world.now()
        on({ t: 'stage', stage: 'run' })
        return
      case 'progress':
        if (frame.line !== undefined) on({ t: 'stage', stage: 'run', line: frame.line })
        return
      case 'note':
        note(frame.level, frame.text)
        return
      case 'error':
        error ??= frame.error
        return
      case 'hint':
        if (error && error.hint === undefined) error = { ...error, hint: frame.text }
        return
      case 'layer':
        if (layers.length < MOST_LAYERS) layers.push(frame)
        else error ??= { code: 'LIMIT_SHAPE', message: `The result has more than ${MOST_LAYERS} layers.` }
        if (frame.shape !== undefined && payload.length > 0) shapes.set(frame.shape, payload)
        return
      case 'clear':
        layers.length = 0
        shapes.clear()
        return
      case 'end':
        finished = { ok: frame.ok }
        run.endedAt = world.now()
        if (frame.spent) run.spent = frame.spent
        if (run.early) run.early = frame.early ?? {}
        stopLinger = world.after(LINGER, () => {
          lingered = true
          worker.kill()
        })
        return
      case 'stands':
        if (++standing <= MOST_STANDING) run.onStands?.(payload)
        return
      case 'ready':
      case 'waits':
        return
      default:
        frame satisfies never
    }
  }

  const onAbort = () => kill('cancel')
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()
  const { seconds } = request.limits
  const stopClock = world.after(seconds * 1000, () => kill('time'))
  // A slider has a last good model, and every millisecond counts.
  const partial = request.quality === 'full' ? { partial: true as const } : {}
  const more = { ...partial, ...(run.early ? { early: run.early } : {}) }
  if (isAhead) void worker.send({ t: 'go', parameters: request.parameters, ...more })
  else sendRun(worker, request, more)
  await worker.silent
  const saidAll = finished?.ok === true && !lingered && killed === undefined && error === undefined
  const end = saidAll ? { code: 0 } : await worker.ended
  stopClock()
  stopLinger?.()
  signal.removeEventListener('abort', onAbort)

  log.finish()
  const ending: ScriptEnding = { end, crash: native, seconds }
  if (killed) ending.killed = killed
  if (error) ending.error = error
  if (finished) ending.finished = finished
  // There is nothing to collect, or nobody to do it.
  if (killed === 'cancel' || end.lost) return fail(errorOfEnding(ending) ?? jobError('JOB_CANCELLED'))
  const wentWell = errorOfEnding(ending) === undefined
  // A draft keeps no files, and nobody waits for what nobody keeps.
  const collecting = wentWell && request.quality === 'draft' ? Promise.resolve(NOTHING) : collected()
  // Awaited only when all has been measured; until then a failure must not be nobody's.
  collecting.catch(() => undefined)
  if (wentWell) {
    const loose = unfinished(layers, shapes)
    return loose ? fail(loose) : ok({ layers, shapes, files: collecting.then(({ files }) => files) })
  }
  if (layers.length > 0 && unfinished(layers, shapes) === undefined)
    run.partial = { layers, shapes, files: Promise.resolve([]) }
  // Only what it left says on which line it was, and how native code crashed.
  const { line, crash } = await collecting
  return fail(
    errorOfEnding({ ...ending, crash: `${crash}\n${native}`, ...(line === undefined ? {} : { line }) }) ??
      jobError('SCRIPT_CRASHED'),
  )

  async function collected(): Promise<Collected> {
    const given = Object.fromEntries(request.files.map(({ path, bytes }) => [path, sha256(bytes)]))
    // Nobody writes any more.
    await worker.ended
    const left = await worker.collect(given)
    for (const text of left.notes) note('info', text)
    return left
  }
}

/** Files, then the order to run them. */
export function sendRun(
  worker: Worker,
  request: BuildRequest,
  more: { partial?: true; ahead?: string[]; early?: Record<string, number> },
): void {
  for (const file of request.files) void worker.send({ t: 'file', path: file.path }, file.bytes)
  const { entry, parameters, result } = request
  const { seconds, memory } = request.limits
  void worker.send({ t: 'run', entry, parameters, result, limits: { seconds, memory }, ...more })
}

const NOTHING: Collected = { files: [], notes: [], crash: '' }

/** Layers have to hang together: groups before their children, no name twice, bytes for every shape. */
function unfinished(layers: LayerFrame[], shapes: ReadonlyMap<number, Uint8Array>): JobError | undefined {
  const groups = new Set<string>()
  const names = new Set<string>()
  for (const { path, kind, shape, placement } of layers) {
    const name = JSON.stringify(path)
    const above = JSON.stringify(path.slice(0, -1))
    const whole = kind === 'group' ? shape === undefined : shape !== undefined && shapes.has(shape) && placement
    if (!whole || names.has(name) || (path.length > 1 && !groups.has(above)))
      return { code: 'SCRIPT_CRASHED', message: "The script's process described a result that does not hang together." }
    names.add(name)
    if (kind === 'group') groups.add(name)
  }
  return layers.length > 0 ? undefined : { code: 'SCRIPT_NO_RESULT', message: 'The script left nothing to build.' }
}
