import {
  type Artifact,
  type BuildResult,
  type Fact,
  type Format,
  type Geometry,
  fail,
  type JobError,
  type JobId,
  type Layer,
  ok,
  type Parameter,
  type Reference,
  type Result,
  type World,
} from '@hewn/model'
import {
  artifactFilePath,
  artifactPath,
  decodeGeometry,
  findSignature,
  type ShapeElement,
  type ShapeQuestion,
  matchShapes,
  type LayerFrame,
  type ShapeLayer,
  type ShapeWish,
  sha256Hex,
} from '@hewn/protocol'
import type {
  BuildRequest,
  ExportRequest,
  Kernel,
  KernelEvent,
  KernelReport,
  MeasureRequest,
  ScriptReading,
} from './kernel.ts'
import { designFacts, placedFacts, turnOf } from './layer-facts.ts'
import { layerId } from './layer-id.ts'
import type { BlobStore } from './ports.ts'
import { jobError } from './script-ending.ts'
import { createScriptReader } from './script-reader.ts'
import { runScript, type ScriptOutcome, type ScriptRun } from './script-room.ts'
import { type KnownShape, type Picture, shapeCache } from './shape-cache.ts'
import { type LayerPair, measureShapes, type ShapeNotes } from './shape-room.ts'
import type { Worker, WorkerFactory } from './worker-factory.ts'

export interface KernelParts {
  factory: WorkerFactory
  blobs: BlobStore
  world: World
  /** Lower-case hex; a server has a faster one than plain TypeScript. */
  sha256?: (bytes: Uint8Array) => string
}

/** Shapes whose bytes are remembered by the geometry they became, so that a file can be written later. */
const REMEMBERED = 2000
/** Faces and edges of one layer; more would hold up everybody for longer than a tenth of a second. */
const MAPPED = 1500
const FORMATS: readonly Format[] = ['step', 'stl', 'brep', 'svg', 'dxf']

/**
 * The kernel over any worker factory: a script runs in one process, and every number, mesh and file comes from another in
 * which user code has never run (KN1).
 * @example const kernel = createKernel({ factory: spawnFactory({ python, warm: 2 }), blobs, world: systemWorld })
 */
export function createKernel({ factory, blobs, world, sha256 = sha256Hex }: KernelParts): Kernel {
  const reader = createScriptReader(factory, world)
  /** Hash of a geometry → hash of the B-rep bytes it was measured on. */
  const sources = new Map<string, string>()
  const cache = shapeCache()
  const hashes = new WeakMap<Uint8Array, string>()
  /** How the parts of an assembly stand to each other, by its shapes and where they lie. */
  const assemblies = new Map<string, Assembly>()

  async function build(
    request: BuildRequest,
    on: (event: KernelEvent) => void,
    signal: AbortSignal,
  ): Promise<Result<BuildResult, JobError>> {
    const startedAt = world.now()
    const read = await readFirst(request)
    if (!read.ok) return read
    if (signal.aborted) return fail(jobError('JOB_CANCELLED'))
    const once = () => attempt(request, on, signal, startedAt, read.value)
    const built = await once()
    // Not the script but what its process came from has ended: it is tried once more, from files and parameters (KN8).
    if (built.ok || built.error.code !== 'JOB_INTERRUPTED' || signal.aborted) return built
    on({ t: 'log', stream: 'hewn', level: 'warning', text: `${built.error.message} It is run again.`, at: world.now() })
    return once()
  }

  async function attempt(
    request: BuildRequest,
    on: (event: KernelEvent) => void,
    signal: AbortSignal,
    startedAt: number,
    parameters: Parameter[],
  ): Promise<Result<BuildResult, JobError>> {
    on({ t: 'stage', stage: 'start' })
    const ordered: Promise<Result<Worker, JobError>>[] = []
    const order = () => {
      const worker = factory.order('room')
      ordered.push(worker)
      return orCancelled(worker, signal)
    }
    try {
      const room = await order()
      if (!room.ok) return room
      // Reserved when the script has its own, so measuring never waits behind the next script, and no first line behind
      // somebody's measuring (KN7).
      const measured = order()
      const run: ScriptRun = {}
      const left = await runScript(room.value, request, world, on, signal, run)
      if (!left.ok) return left
      // What was waited for a worker is not the script's.
      const spent = (world.now() - (run.beganAt ?? world.now())) / 1000
      const measuring = await measured
      if (!measuring.ok) return measuring
      const seconds = Math.max(1, request.limits.seconds - spent)
      return await finish(request, left.value, measuring.value, seconds, on, signal, {
        startedAt,
        run,
        parameters,
      })
    } finally {
      for (const one of ordered)
        one.then((worker) => (worker.ok ? worker.value.dispose() : undefined)).catch(() => undefined)
    }
  }

  /** What can be refused before a process is taken: no text, a format, values, a syntax error. Answers with the parameters. */
  async function readFirst(request: BuildRequest): Promise<Result<Parameter[], JobError>> {
    const text = textOf(request)
    if (text === undefined)
      return fail(jobError('REQUEST_INVALID', `There is no ${request.entry} among the files, or it is not UTF-8 text.`))
    const unknown = request.formats.find((format) => !FORMATS.includes(format))
    if (unknown) return fail(jobError('REQUEST_INVALID', `A build writes ${FORMATS.join(', ')}, not ${unknown}.`))
    const values = request.parameters
    const reading = await reader.read(text, values)
    // What breaks the reader is for the room to find out; only values need to have been read.
    if (!reading.ok) return Object.keys(values).length > 0 || isOurs(reading.error) ? reading : ok([])
    const { problems, refused = [], parameters } = reading.value
    const [problem] = problems
    if (problem) return fail({ code: 'SCRIPT_SYNTAX', ...problem })
    if (refused.length > 0) return fail(jobError('REQUEST_VALUE', refused.join(' ')))
    return ok(parameters.map((parameter) => ({ ...parameter, value: values[parameter.name] ?? parameter.value })))
  }

  /** From bytes that a script left to layers, facts, blobs and files. */
  async function finish(
    request: BuildRequest,
    left: ScriptOutcome,
    worker: Worker,
    seconds: number,
    on: (event: KernelEvent) => void,
    signal: AbortSignal,
    began: { startedAt: number; run: ScriptRun; parameters: Parameter[] },
  ): Promise<Result<BuildResult, JobError>> {
    const layers = left.layers.map((frame) => layerOf(request, frame))
    const clock = stageClock(world)
    const known = shapesOf(request.owner, layers, left)
    const stored = new Storing(blobs)
    for (const shape of known)
      if (await isShown(shape, request.quality))
        for (const layer of show(shape, request.quality)) on({ t: 'layer', layer })
    const wishes = known.flatMap((shape) => wishOf(shape, request.quality) ?? [])
    const written: { name: string; bytes: Uint8Array }[] = []
    const assembly = request.quality === 'full' ? assemblyKey(request.owner, left, known, layers) : undefined
    const stood = assembly === undefined ? undefined : (assemblies.get(assembly) ?? { pairs: [], left: Infinity })
    const pairsWanted = stood !== undefined && stood.left > 0
    let pairsLeft = 0
    const found: LayerPair[] = []
    if (wishes.length > 0 || request.formats.length > 0 || pairsWanted) {
      const all = request.formats.length > 0 || pairsWanted
      const needed = known.filter(({ key }) => all || wishes.some((wish) => wish.key === key))
      const measured = await measureShapes(
        worker,
        new Map(needed.map(({ key, bytes }) => [key, bytes])),
        {
          measure: wishes,
          ...(pairsWanted ? { pairs: stood.pairs.map(({ a, b }): [number, number] => [a, b]) } : {}),
          formats: request.formats,
          layers: left.layers.map((frame, n) => ({
            ...shapeLayer(left.layers, frame, n),
            ...keyOf(known, layers[n]),
          })),
          settings: {},
          title: 'design',
          limits: { seconds, memory: request.limits.memory },
        },
        world,
        {
          note: (level, text) => on({ t: 'log', stream: 'hewn', level, text, at: world.now() }),
          stage(event) {
            clock.enter(event.stage)
            on(event)
          },
          blob(key, meshed) {
            const shape = known.find((one) => one.key === key)
            if (shape === undefined) return
            const { bytes, exact, triangles, bounds, verdict } = meshed
            const picture = { hash: sha256(bytes), bytes: bytes.length, triangles, bounds, verdict }
            if (exact) shape.known.full = picture
            else shape.known.draft = picture
            remember(picture.hash, shape.known.brep)
            stored.put(bytes)
            stored.put(shape.bytes)
            for (const layer of show(shape, request.quality)) on({ t: 'layer', layer })
          },
          facts(key, turn, found) {
            const shape = known.find((one) => one.key === key)
            const wanted = wishes.find((wish) => wish.key === key)?.turns[turn]
            if (shape && wanted) shape.known.facts.set(factsKey(request.quality, wanted), found)
          },
          pair: (pair) => found.push(pair),
          pairsLeft: (count) => (pairsLeft = count),
          file: (file) => written.push(file),
        },
        signal,
      )
      if (!(await stored.whole())) return measured.ok ? notStored() : measured
      if (!measured.ok) return measured
    }
    const placed = layers.map((layer, n) => {
      const shape = known.find(({ layers: shown }) => shown.includes(layer))
      const found = shape && factsAt(shape.known, request.quality, turnOf(layer.placement))
      return { aside: left.layers[n]?.aside, shape, ...(found ? placedFacts(layer, found) : {}) }
    })
    if (layers.some((layer, n) => layer.kind !== 'group' && (layer.geometry === undefined || !placed[n]?.facts)))
      return fail(jobError('KERNEL_BROKEN', 'A shape came back without its mesh or its facts.'))
    const told = placed.flatMap(({ aside, facts, bounds }) =>
      facts ? [{ aside, facts, ...(bounds === undefined ? {} : { bounds }) }] : [],
    )
    const pairs = [...(stood?.pairs ?? []), ...found]
    if (assembly !== undefined) keepAssembly(assembly, { pairs, left: pairsLeft })
    if (pairsLeft > 0) on({ t: 'log', stream: 'hewn', level: 'warning', text: notMeasured(pairsLeft), at: world.now() })
    const facts = [
      ...designFacts(told.filter(({ aside }) => !aside)),
      ...pairFacts(layers, pairs),
      ...told.flatMap((one) => one.facts),
    ]
    warnOfInvalid(facts, on, world)
    const files = [...written, ...(await left.files).map((file) => ({ ...file, name: `files/${file.name}` }))]
    const artifacts = await keepAll(request.job, files)
    if (!artifacts.ok) return artifacts
    const maps = await mapsOf(request, layers)
    clock.enter('done')
    const now = world.now()
    const ran = began.run.beganAt ?? began.startedAt
    return ok({
      quality: request.quality,
      layers,
      facts,
      parameters: began.parameters,
      artifacts: artifacts.value,
      timings: {
        queue: 0,
        start: ran - began.startedAt,
        run: (began.run.endedAt ?? ran) - ran,
        measure: clock.spent.measure,
        mesh: clock.spent.mesh,
        export: clock.spent.export,
        total: now - began.startedAt,
      },
      isolation: factory.report().isolation.level,
      ...(maps.length > 0 ? { maps } : {}),
    })
  }

  /** Where the faces and edges of the layers shown before have gone; a draft is over before anybody could point at it. */
  async function mapsOf({ before = {}, quality }: BuildRequest, layers: Layer[]): Promise<Maps> {
    const maps: Maps = []
    if (quality === 'draft') return maps
    for (const { id, geometry } of layers) {
      const from = Object.hasOwn(before, id) ? before[id] : undefined
      if (geometry === undefined || from === undefined || from === geometry.hash) continue
      const [old, now] = await Promise.all([blobs.get(from), blobs.get(geometry.hash)])
      const [one, other] = [old && decodeGeometry(old), now && decodeGeometry(now)]
      if (!one?.ok || !other?.ok || !one.value.exact || !other.value.exact) continue
      if (elements(one.value) > MAPPED || elements(other.value) > MAPPED) continue
      maps.push({ layer: id, from, to: geometry.hash, ...matchShapes(one.value, other.value) })
    }
    return maps
  }

  /** All are waited for, also when one fails. */
  async function keepAll(
    job: JobId,
    files: { name: string; bytes: Uint8Array }[],
  ): Promise<Result<Artifact[], JobError>> {
    const settled = await Promise.allSettled(files.map((file) => keep(job, file)))
    const kept = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    return kept.length === files.length ? ok(kept) : notStored()
  }

  async function keep(job: JobId, file: { name: string; bytes: Uint8Array }): Promise<Artifact> {
    const { hash, bytes } = await blobs.put(file.bytes)
    const format = formatOf(file.name)
    const url = file.name === `model.${format}` ? artifactPath(job, format) : artifactFilePath(job, file.name)
    return { name: file.name, format, bytes, sha256: hash, url }
  }

  function keepAssembly(key: string, known: Assembly): void {
    assemblies.delete(key)
    assemblies.set(key, known)
    const [oldest] = assemblies.keys()
    if (assemblies.size > REMEMBERED && oldest !== undefined) assemblies.delete(oldest)
  }

  /** Every shape once, however many layers show it and however often it was sent (KN53). */
  function shapesOf(owner: string, layers: Layer[], left: ScriptOutcome): ShapeInHand[] {
    const found = new Map<string, ShapeInHand>()
    for (const [n, frame] of left.layers.entries()) {
      const [layer, bytes] = [layers[n], frame.shape === undefined ? undefined : left.shapes.get(frame.shape)]
      if (layer === undefined || bytes === undefined || frame.shape === undefined) continue
      const brep = hashOf(bytes)
      const shape = found.get(brep) ?? {
        key: frame.shape,
        bytes,
        layers: [],
        known: cache.at(`${owner} ${brep}`, brep),
      }
      shape.layers.push(layer)
      found.set(brep, shape)
    }
    return [...found.values()]

    function hashOf(bytes: Uint8Array): string {
      const known = hashes.get(bytes) ?? sha256(bytes)
      hashes.set(bytes, known)
      return known
    }
  }

  /** Whether its picture is there, and still in the store. */
  async function isShown({ known }: ShapeInHand, quality: 'draft' | 'full'): Promise<boolean> {
    for (const kind of ['full', 'draft'] as const) {
      const hash = known[kind]?.hash
      if (hash !== undefined && !(await blobs.has(hash))) delete known[kind]
    }
    return pictureOf(known, quality) !== undefined
  }

  function show({ known, layers }: ShapeInHand, quality: 'draft' | 'full'): Layer[] {
    const picture = pictureOf(known, quality)
    if (picture === undefined) return []
    const { hash, bytes, triangles, bounds } = picture
    for (const layer of layers) layer.geometry = { hash, bytes, triangles, bounds }
    return layers
  }

  function remember(geometry: string, brep: string): void {
    sources.delete(geometry)
    sources.set(geometry, brep)
    const [oldest] = sources.keys()
    if (sources.size > REMEMBERED && oldest !== undefined) sources.delete(oldest)
  }

  /** From the stored bytes; the script is not run again. */
  async function exportFiles(request: ExportRequest, signal: AbortSignal): Promise<Result<Artifact[], JobError>> {
    const { layers, format, options } = request
    if (format !== 'mesh' && !FORMATS.includes(format))
      return fail(jobError('REQUEST_INVALID', `The kernel writes ${FORMATS.join(', ')}, not ${format}.`))
    const shapes = new Map<number, Uint8Array>()
    const numbers = new Map(layers.map((layer, n) => [layer.id, n]))
    const ordered: ShapeLayer[] = []
    for (const [n, layer] of layers.entries()) {
      const parent = layer.parent === undefined ? undefined : numbers.get(layer.parent)
      if (layer.geometry) {
        const source = sources.get(layer.geometry.hash)
        const bytes = source === undefined ? undefined : await blobs.get(source)
        if (bytes === undefined)
          return fail(jobError('JOB_NO_BUILD', `The exact shape of "${layer.name}" is no longer kept. Build again.`))
        shapes.set(n, bytes)
      }
      ordered.push({
        n,
        name: layer.name,
        ...(parent === undefined ? {} : { parent }),
        ...(layer.geometry ? { key: n, placement: layer.placement } : {}),
        ...(layer.color === undefined ? {} : { color: layer.color }),
        ...(layer.opacity === undefined ? {} : { opacity: layer.opacity }),
        ...(layer.aside ? { aside: true as const } : {}),
      })
    }
    const room = await orCancelled(factory.order('room'), signal)
    if (!room.ok) return room
    try {
      const limits = { seconds: 60, memory: 2 * 1024 ** 3 }
      const files: { name: string; bytes: Uint8Array }[] = []
      const notes = {
        note: () => {},
        stage: () => {},
        blob: () => {},
        facts: () => {},
        pair: () => {},
        file: (file: (typeof files)[number]) => files.push(file),
      }
      const order = { measure: [], formats: [format], layers: ordered, settings: options, title: 'design', limits }
      const written = await measureShapes(room.value, shapes, order, world, notes, signal)
      if (!written.ok) return written
      return await keepAll(request.job, files)
    } finally {
      room.value.dispose().catch(() => undefined)
    }
  }

  /** From the stored bytes; the script is not run again (KN48). */
  async function measure({ layers, query }: MeasureRequest, signal: AbortSignal): Promise<Result<Fact[], JobError>> {
    const asked: { a: Reference; b?: Reference }[] = [
      ...(query.refs ?? []).map((a) => ({ a })),
      ...(query.between ?? []).map(([a, b]) => ({ a, b })),
    ]
    const shapes = new Map<number, Uint8Array>()
    const questions: ShapeQuestion[] = []
    for (const { a, b } of asked) {
      const [one, other] = [await elementOf(layers, a, shapes), b && (await elementOf(layers, b, shapes))]
      if (!one.ok) return one
      if (other && !other.ok) return other
      questions.push({ a: one.value, ...(other ? { b: other.value } : {}) })
    }
    if (questions.length === 0) return ok([])
    const room = await orCancelled(factory.order('room'), signal)
    if (!room.ok) return room
    const facts: Fact[] = []
    try {
      const notes: ShapeNotes = {
        note: () => {},
        stage: () => {},
        blob: () => {},
        facts: () => {},
        pair: () => {},
        file: () => {},
        answer({ question, kind, value, from, to }) {
          const { a, b } = asked[question] ?? {}
          if (query.kinds && !query.kinds.includes(kind)) return
          if (a && b && (kind === 'distance' || kind === 'angle'))
            facts.push({ kind, a, b, value, ...(from ? { from } : {}), ...(to ? { to } : {}) })
          else if (a && (kind === 'length' || kind === 'radius' || kind === 'section'))
            facts.push({ kind, of: a, value })
        },
      }
      const limits = { seconds: 30, memory: 2 * 1024 ** 3 }
      const order = { measure: [], questions, formats: [], layers: [], settings: {}, title: 'design', limits }
      const answered = await measureShapes(room.value, shapes, order, world, notes, signal)
      return answered.ok ? ok(facts) : answered
    } finally {
      room.value.dispose().catch(() => undefined)
    }
  }

  /** What a reference stands for now: by its number where the shape is the same, else by what it was known by (KN57). */
  async function elementOf(
    layers: readonly Layer[],
    reference: Reference,
    shapes: Map<number, Uint8Array>,
  ): Promise<Result<ShapeElement, JobError>> {
    const { kind, hash, signature } = reference
    const key = layers.findIndex(({ id }) => id === reference.layer)
    const layer = layers[key]
    if (!layer?.geometry) return fail(jobError('REQUEST_INVALID', `There is no layer ${reference.layer} with a shape.`))
    if (!shapes.has(key)) {
      const source = sources.get(layer.geometry.hash)
      const bytes = source === undefined ? undefined : await blobs.get(source)
      if (bytes === undefined)
        return fail(jobError('JOB_NO_BUILD', `The exact shape of "${layer.name}" is no longer kept. Build again.`))
      shapes.set(key, bytes)
    }
    const { placement } = layer
    if (kind === 'layer') return ok({ key, placement, kind })
    const isSame = hash === undefined || hash === layer.geometry.hash
    const found = isSame ? reference.index : await foundAgain(layer.geometry.hash, kind, signature)
    if (found === undefined)
      return fail(
        jobError('REQUEST_INVALID', `That ${kind} of "${layer.name}" was lost in a rebuild. Select it again.`),
      )
    return ok({ key, placement, kind, index: found })
  }

  async function foundAgain(hash: string, kind: Reference['kind'], signature: Reference['signature']) {
    const bytes = signature && (kind === 'face' || kind === 'edge') ? await blobs.get(hash) : undefined
    const geometry = bytes && decodeGeometry(bytes)
    return geometry?.ok && signature && (kind === 'face' || kind === 'edge')
      ? findSignature(geometry.value, kind, signature)
      : undefined
  }

  return {
    build,
    export: exportFiles,
    measure,
    async read(script): Promise<ScriptReading> {
      const reading = await reader.read(script)
      if (!reading.ok) {
        const problem = { line: 1, column: 1, message: reading.error.message }
        return { parameters: [], imports: [], shows: false, problems: [problem] }
      }
      const { parameters, imports, shows, problems } = reading.value
      return { parameters, imports, shows, problems }
    },
    async write(script, values) {
      const reading = await reader.read(script, values)
      if (!reading.ok) return reading
      const { problems, refused, text } = reading.value
      const [problem] = problems
      if (problem) return fail({ code: 'SCRIPT_SYNTAX', ...problem })
      if (refused && refused.length > 0) return fail(jobError('REQUEST_VALUE', refused.join(' ')))
      return ok(text ?? script)
    },
    report: (): KernelReport => factory.report(),
    async close() {
      await reader.close()
      await factory.close()
    },
  }
}

/** Why is for the store to log: its words may name places of this machine. */
const notStored = () => fail(jobError('KERNEL_BROKEN', 'The result could not be stored on this server.'))

function layerOf(request: BuildRequest, frame: LayerFrame): Layer {
  const { path, kind, visible, color, opacity, aside, line, placement } = frame
  return {
    id: layerId(request.layerSecret, path),
    name: path.at(-1) ?? '',
    ...(path.length > 1 ? { parent: layerId(request.layerSecret, path.slice(0, -1)) } : {}),
    kind,
    ...(color === undefined ? {} : { color }),
    ...(opacity === undefined ? {} : { opacity }),
    visible,
    placement: placement ?? IDENTITY,
    ...(line === undefined ? {} : { at: { line } }),
    ...(aside ? { aside } : {}),
  }
}

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]

function shapeLayer(frames: LayerFrame[], frame: LayerFrame, n: number): ShapeLayer {
  const { path, color, opacity, aside, placement, shape } = frame
  const above = JSON.stringify(path.slice(0, -1))
  const parent = path.length > 1 ? frames.findIndex((other) => JSON.stringify(other.path) === above) : -1
  return {
    n,
    name: path.at(-1) ?? '',
    ...(parent < 0 ? {} : { parent }),
    ...(shape === undefined || placement === undefined ? {} : { key: shape, placement }),
    ...(color === undefined ? {} : { color }),
    ...(opacity === undefined ? {} : { opacity }),
    ...(aside ? { aside } : {}),
  }
}

/** What is known of how parts stand to each other, and of how many pairs it is not known yet. */
interface Assembly {
  pairs: LayerPair[]
  left: number
}

const notMeasured = (count: number): string =>
  `${count} ${count === 1 ? 'pair' : 'pairs'} of parts that lie close together ${count === 1 ? 'was' : 'were'} not measured for want of time: build again to go on, or measure two parts yourself.`

type Maps = NonNullable<BuildResult['maps']>

const elements = ({ faces = [], edges = [] }: Geometry): number => faces.length + edges.length

/** Nothing where there are not two parts that could touch. */
function assemblyKey(owner: string, left: ScriptOutcome, known: readonly ShapeInHand[], layers: readonly Layer[]) {
  const parts = layers.flatMap((layer, n) => {
    const shape = known.find((one) => one.layers.includes(layer))
    return shape && layer.kind === 'solid' && !left.layers[n]?.aside ? [[n, shape.known.brep, layer.placement]] : []
  })
  return parts.length < 2 ? undefined : JSON.stringify([owner, ...parts])
}

function pairFacts(layers: readonly Layer[], pairs: readonly LayerPair[]): Fact[] {
  return pairs.flatMap(({ a, b, interference, clearance }): Fact[] => {
    const [one, other] = [layers[a]?.id, layers[b]?.id]
    if (one === undefined || other === undefined) return []
    return [
      ...(interference === undefined ? [] : [{ kind: 'interference' as const, a: one, b: other, value: interference }]),
      ...(clearance === undefined ? [] : [{ kind: 'clearance' as const, a: one, b: other, value: clearance }]),
    ]
  })
}

/** One shape of a build: its bytes, the layers that show it, and what is known of it. */
interface ShapeInHand {
  key: number
  bytes: Uint8Array
  layers: Layer[]
  known: KnownShape
}

/** What serves a full build serves a draft as well. */
const pictureOf = (known: KnownShape, quality: 'draft' | 'full'): Picture | undefined =>
  quality === 'full' ? known.full : (known.full ?? known.draft)

const factsKey = (quality: 'draft' | 'full', turn: readonly number[]) => `${quality} ${turn.join(' ')}`

const factsAt = (known: KnownShape, quality: 'draft' | 'full', turn: readonly number[]) =>
  known.facts.get(factsKey('full', turn)) ??
  (quality === 'draft' ? known.facts.get(factsKey('draft', turn)) : undefined)

/** What has to be asked of a shape; nothing when all of it is known. */
function wishOf({ key, known, layers }: ShapeInHand, quality: 'draft' | 'full'): ShapeWish | undefined {
  const picture = pictureOf(known, quality)
  const turns = new Map(layers.map(({ placement }) => [turnOf(placement).join(' '), turnOf(placement)]))
  const missing = [...turns.values()].filter((turn) => factsAt(known, quality, turn) === undefined)
  if (picture && missing.length === 0) return undefined
  return {
    key,
    mesh: picture === undefined,
    facts: quality,
    ...(picture ? { verdict: picture.verdict } : {}),
    turns: missing,
  }
}

/** Equal shapes are sent once, under the first of their numbers. */
function keyOf(known: readonly ShapeInHand[], layer: Layer | undefined): { key?: number } {
  const shape = known.find(({ layers }) => layer !== undefined && layers.includes(layer))
  return shape === undefined ? {} : { key: shape.key }
}

/** Blobs on their way to the store; whether all arrived is asked once, at the end. */
class Storing {
  private readonly blobs: BlobStore
  private readonly under: Promise<boolean>[] = []
  constructor(blobs: BlobStore) {
    this.blobs = blobs
  }
  put(bytes: Uint8Array): void {
    const put = this.blobs.put(bytes)
    this.under.push(
      put.then(
        () => true,
        () => false,
      ),
    )
  }
  async whole(): Promise<boolean> {
    return (await Promise.all(this.under)).every(Boolean)
  }
}

function warnOfInvalid(facts: Fact[], on: (event: KernelEvent) => void, world: World): void {
  for (const fact of facts)
    if (fact.kind === 'valid' && !fact.ok && fact.layer === undefined) {
      const text = `The shape is not valid: ${fact.why}. Its files are written all the same.`
      on({ t: 'log', stream: 'hewn', level: 'warning', text, at: world.now() })
    }
}

/** Whether a failed reading says that there is no Python, rather than something about the text. */
const isOurs = (error: JobError): boolean => error.code !== 'KERNEL_BROKEN'

function textOf(request: BuildRequest): string | undefined {
  const file = request.files.find(({ path }) => path === request.entry)
  if (file === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)
  } catch {
    return undefined
  }
}

function formatOf(name: string): Format {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const known: readonly Format[] = [
    'step',
    'stl',
    '3mf',
    'glb',
    'brep',
    'svg',
    'dxf',
    'pdf',
    'png',
    'json',
    'log',
    'py',
  ]
  return known.find((format) => format === extension) ?? 'other'
}

/** How long each stage took: a stage lasts until the next is entered. */
function stageClock(world: World) {
  const spent = { run: 0, start: 0, mesh: 0, measure: 0, export: 0, done: 0 }
  let current: keyof typeof spent | undefined
  let since = world.now()
  return {
    spent,
    enter(stage: keyof typeof spent) {
      const now = world.now()
      if (current) spent[current] += now - since
      current = stage
      since = now
    },
  }
}

/** Waits for a worker no longer than somebody wants it. */
function orCancelled<T>(promise: Promise<Result<T, JobError>>, signal: AbortSignal): Promise<Result<T, JobError>> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(fail(jobError('JOB_CANCELLED')))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
