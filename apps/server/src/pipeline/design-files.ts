import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import {
  type Artifact,
  type BuildResult,
  type ErrorBody,
  fail,
  type Format,
  hewnError,
  type JobId,
  type Layer,
  ok,
  type Result,
  type Version,
} from '@hewn/model'
import { artifactFilePath, artifactPath, type FileSettings } from '@hewn/protocol'
import type { PictureView } from '@hewn/protocol/files'
import type { SessionRow } from '@hewn/storage'
import { recipeError } from './boxes.ts'
import { designOfVersion, kindOfVersion } from './design.ts'
import type { House } from './house.ts'
import type { MeshFileOrder, MeshFileReply, MeshFormat } from './mesh-file-worker.ts'

/** What a design that was built can be taken away as, whatever it was built from. */
export const MESH_FORMATS = ['3mf', 'glb', 'png'] as const satisfies readonly MeshFormat[]
/** What the kernel writes from the exact shapes. */
export const EXACT_FORMATS = ['step', 'stl', 'brep', 'svg', 'dxf'] as const
export type DesignFormat = (typeof MESH_FORMATS)[number] | (typeof EXACT_FORMATS)[number]

export interface DesignFileOptions extends FileSettings {
  views?: PictureView[]
  width?: number
  height?: number
  axes?: boolean
  extents?: boolean
}

export interface DesignFileOrder {
  session: SessionRow
  version: Version
  format: DesignFormat
  options?: DesignFileOptions
  /** Only these, by id or name; with a group what is in it. */
  layers?: readonly string[]
  /** Also where a solid is not valid. */
  force?: boolean
}

/** Files of versions: made when first asked for, and kept with the job that built the version. */
export interface DesignFiles {
  fileOf(order: DesignFileOrder, signal: AbortSignal): Promise<Result<Artifact, ErrorBody>>
}

const MOST_AT_ONCE = 2
const PATIENCE = 60_000

export function createDesignFiles(house: House): DesignFiles {
  const { storage, kernels, boxes, world, settings } = house
  let busy = 0
  const waiting: (() => void)[] = []
  /** The same file asked for twice is made once. */
  const under = new Map<string, Promise<Result<Artifact, ErrorBody>>>()

  return {
    fileOf(order, signal) {
      const key = JSON.stringify([order.version.id, order.format, order.force ?? false, madeWith(order)])
      const made = under.get(key) ?? inTurn(() => keptOrMade(order, signal)).finally(() => under.delete(key))
      under.set(key, made)
      return made
    },
  }

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (busy >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go))
    busy++
    try {
      return await work()
    } finally {
      busy--
      waiting.shift()?.()
    }
  }

  async function keptOrMade(order: DesignFileOrder, signal: AbortSignal): Promise<Result<Artifact, ErrorBody>> {
    const { version, format } = order
    const job = version.job
    const record = job && (await storage.jobs.get(job))
    if (!job || record?.job.state !== 'done') return fail(hewnError('JOB_NO_BUILD'))
    const { result } = record.job
    const layers = chosen(result.layers, order.layers)
    if (!layers.ok) return layers
    const invalid = order.force ? undefined : notValid(layers.value, result)
    if (invalid) return fail(invalid)
    const how = madeWith(order)
    // Asked twice, made once: its name says what it was made with.
    const name = how === '' ? `model.${format}` : `exports/${shortHash(how)}/model.${format}`
    const kept = await storage.artifacts.find(job, name)
    if (kept && (await storage.blobs.has(kept.sha256))) return ok(kept)
    const made = isMesh(format)
      ? await meshFile(order, format, layers.value, job, signal)
      : await exactFile(order, format, layers.value, job, signal)
    return made.ok ? ok(await keep(job, name, format, made.value)) : made
  }

  async function keep(job: JobId, name: string, format: Format, bytes: Uint8Array): Promise<Artifact> {
    const { hash } = await storage.blobs.put(bytes)
    const url = name.includes('/') ? artifactFilePath(job, name) : artifactPath(job, format)
    const artifact: Artifact = { name, format, bytes: bytes.length, sha256: hash, url }
    await storage.artifacts.addAll(job, [artifact])
    return artifact
  }

  async function meshFile(
    order: DesignFileOrder,
    format: MeshFormat,
    layers: Layer[],
    job: JobId,
    signal: AbortSignal,
  ): Promise<Result<Uint8Array, ErrorBody>> {
    const { session, version, options = {} } = order
    // What is printed from is finer than what is looked at; a box is flat, and exact as it is.
    const isFine = format === '3mf' && (await kindOfVersion(storage, version)) === 'part'
    const fine = isFine ? await fromKernel(order, 'mesh', layers, job, signal) : ok([])
    if (!fine.ok) return fine
    const parts: MeshFileOrder['parts'] = []
    for (const layer of layers.filter(isDesign)) {
      const finer = fine.value.find(({ name }) => name === `mesh/${layers.indexOf(layer)}`)
      const hash = finer?.sha256 ?? layer.geometry?.hash
      const blob = hash === undefined ? undefined : await storage.blobs.get(hash)
      if (!blob) return fail(hewnError('JOB_SWEPT'))
      const { name, placement, color, opacity } = layer
      parts.push({
        name,
        placement,
        blob,
        ...(color === undefined ? {} : { color }),
        ...(opacity === undefined ? {} : { opacity }),
      })
    }
    if (parts.length === 0) return fail(hewnError('JOB_NO_BUILD', 'This version shows nothing that has a shape.'))
    return ok(await inThread({ format, title: session.title || 'hewn', parts, ...options }))
  }

  async function exactFile(
    order: DesignFileOrder,
    format: Format,
    layers: Layer[],
    job: JobId,
    signal: AbortSignal,
  ): Promise<Result<Uint8Array, ErrorBody>> {
    const artifacts = await fromKernel(order, format, layers, job, signal)
    if (!artifacts.ok) return artifacts
    const artifact = artifacts.value.find((one) => one.name === `model.${format}`)
    const bytes = artifact && (await storage.blobs.get(artifact.sha256))
    if (bytes) return ok(bytes)
    const why = order.options?.section
      ? 'The plane cuts nothing.'
      : format === 'dxf'
        ? 'There is no flat face that could be drawn.'
        : 'There is nothing of that kind in it.'
    return fail(hewnError('JOB_NO_BUILD', `No ${format.toUpperCase()} of this version. ${why}`))
  }

  /** From the shapes that are kept; where they are not any more, the design is built again first. */
  async function fromKernel(
    order: DesignFileOrder,
    format: Format | 'mesh',
    layers: Layer[],
    job: JobId,
    signal: AbortSignal,
  ): Promise<Result<Artifact[], ErrorBody>> {
    const kernel = kernels.kernel()
    const refused = kernels.refusal()
    if (refused || kernel === undefined) return fail(refused ?? hewnError('KERNEL_MISSING'))
    const { options = {} } = order
    const first = await kernel.export({ job, layers, format, options }, signal)
    const exported = first.ok || first.error.code !== 'JOB_NO_BUILD' ? first : await afterRebuild()
    if (exported.ok) return exported
    const { code, message, hint } = exported.error
    return fail(hewnError(code, message, hint === undefined ? {} : { hint }))

    async function afterRebuild() {
      const built = await rebuilt(order, job, signal)
      if (!built.ok || kernel === undefined) return built.ok ? first : built
      const again = chosen(built.value.layers, order.layers)
      return again.ok ? kernel.export({ job, layers: again.value, format, options }, signal) : again
    }
  }

  async function rebuilt({ session, version }: DesignFileOrder, job: JobId, signal: AbortSignal) {
    const kernel = kernels.kernel()
    const design = await designOfVersion(storage, boxes, version)
    if (design === undefined || kernel === undefined) return fail(hewnError('JOB_NO_BUILD'))
    const files = []
    if (design.kind === 'box') {
      // A box becomes exact solids by a script that says each panel line by line (BX58).
      const script = await boxes.ask('script', design.recipe, signal)
      if (!script.ok) return fail(recipeError(script.error))
      files.push({ path: 'model.py', bytes: Buffer.from(script.value) })
    } else {
      for (const [path, { hash }] of Object.entries(version.files)) {
        const bytes = await storage.blobs.get(hash)
        if (!bytes) return fail(hewnError('JOB_SWEPT'))
        files.push({ path, bytes })
      }
    }
    const { jobMemory: memory, logMax: log, lineMax: line, runTimeout: seconds } = settings
    const values =
      design.kind === 'box' ? {} : Object.fromEntries(version.parameters.map(({ name, value }) => [name, value]))
    return kernel.build(
      {
        job,
        session: session.id,
        owner: session.owner,
        layerSecret: session.secret,
        files,
        entry: 'model.py',
        parameters: values,
        result: 'auto',
        quality: 'full',
        formats: [],
        limits: { seconds, memory, log, line },
      },
      () => {},
      signal,
    )
  }

  function inThread(order: MeshFileOrder): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./mesh-file-worker.ts', import.meta.url), {
        workerData: order,
        execArgv: [],
        env: {},
      })
      const stop = world.after(PATIENCE, () =>
        end(() => reject(new Error(`Writing ${order.format} took more than 60 s.`))),
      )
      const end = (tell: () => void) => {
        stop()
        void worker.terminate()
        tell()
      }
      worker.once('message', (reply: MeshFileReply) =>
        end(() => ('bytes' in reply ? resolve(reply.bytes) : reject(defect(reply.defect)))),
      )
      worker.once('error', (error) => end(() => reject(error)))
    })
  }
}

const isMesh = (format: DesignFormat): format is (typeof MESH_FORMATS)[number] =>
  MESH_FORMATS.some((one) => one === format)

/** What a file was made with that is not usual, as a text; empty for the usual one. */
function madeWith({ options = {}, layers }: DesignFileOrder): string {
  const given = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return given.length === 0 && layers === undefined ? '' : JSON.stringify([given, layers?.toSorted() ?? null])
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Those that were named, with what lies in them and the groups they lie in. */
function chosen(layers: Layer[], names: readonly string[] | undefined): Result<Layer[], ErrorBody> {
  if (names === undefined) return ok(layers)
  const unknown = names.find((name) => !layers.some((layer) => layer.id === name || layer.name === name))
  if (unknown !== undefined) {
    const choices = [...new Set(layers.map(({ name }) => name))].slice(0, 50)
    const said = `There is no layer ${JSON.stringify(unknown.slice(0, 60))}; there are ${choices.join(', ')}.`
    return fail(hewnError('REQUEST_INVALID', said, { at: 'layers', choices }))
  }
  const above = (layer: Layer): Layer[] => {
    const parent = layers.find(({ id }) => id === layer.parent)
    return parent ? [layer, ...above(parent)] : [layer]
  }
  const named = (layer: Layer) => names.includes(layer.id) || names.includes(layer.name)
  const leaves = layers.filter((layer) => layer.kind !== 'group' && above(layer).some(named))
  const kept = new Set(leaves.flatMap(above))
  return ok(layers.filter((layer) => kept.has(layer)))
}

/** Why a solid that would be in the file is not valid (KN64). */
function notValid(layers: Layer[], { facts }: BuildResult): ErrorBody | undefined {
  for (const fact of facts) {
    if (fact.kind !== 'valid' || fact.ok) continue
    const layer = layers.find(({ id, kind, aside }) => id === fact.layer && kind === 'solid' && !aside)
    if (layer)
      return hewnError('JOB_NOT_VALID', `"${layer.name}" is not a valid solid: ${fact.why ?? 'no reason given'}.`, {
        hint: 'Mend the design, or ask with force=true for the file as it is.',
      })
  }
  return undefined
}

const isDesign = (layer: Layer): boolean => !layer.aside && layer.geometry !== undefined

/** The stack is the thread's own, for the log; the message may be answered. */
function defect(stack: string): Error {
  const error = new Error('The file could not be written.')
  error.stack = stack
  return error
}
