import {
  type Artifact,
  base62ToUuid,
  bareId,
  type BuildResult,
  hewnError,
  type Job,
  type JobError,
  type JobId,
  type Layer,
} from '@hewn/model'
import { artifactPath, type RunComplete } from '@hewn/protocol'

type Ended = Extract<Job, { state: 'done' | 'failed' | 'cancelled' }>

/** The last word of `/api/run` about a job. */
export function completeOf(job: Ended): RunComplete {
  const id = job.id
  const paths = {
    jobId: id,
    uuid: uuidOf(id),
    scriptPath: artifactPath(id, 'py'),
    logPath: artifactPath(id, 'log'),
  }
  if (job.state !== 'done') {
    const error = errorOf(job)
    return { ...paths, success: false, stlPath: null, stepPath: null, error, message: error.message }
  }
  const { artifacts, layers } = job.result
  return {
    ...paths,
    success: true,
    stlPath: urlOf(artifacts, 'model.stl'),
    stepPath: urlOf(artifacts, 'model.step'),
    layers: layers.flatMap((layer, index) =>
      layer.geometry === undefined ? [] : [{ ...shown(layer), stlPath: layerStl(job.result, layer, index) }],
    ),
    artifacts,
    result: job.result,
  }
}

/** Why a job that did not end well did not. */
export function errorOf(job: Exclude<Ended, { state: 'done' }>): JobError {
  if (job.state === 'failed') return job.error
  const { code, message, hint } = hewnError('JOB_CANCELLED', CANCELLED[job.by])
  return { code, message, ...(hint ? { hint } : {}) }
}

export const uuidOf = (job: JobId): string => base62ToUuid(bareId(job))

const CANCELLED = {
  user: 'The job was cancelled before it finished.',
  newer: 'A newer job took the place of this one.',
  gone: 'The job was cancelled: nobody was reading it any more.',
  shutdown: 'The job was cancelled: the server is stopping.',
} as const

const urlOf = (artifacts: readonly Artifact[], name: string) => artifacts.find((one) => one.name === name)?.url ?? null

const shown = ({ id, name, color }: Layer) => ({ id, name, ...(color === undefined ? {} : { color }) })

/** A layer's file is named `layers/<its place>-<name>.stl`; where there is but one, the whole is that layer. */
function layerStl({ artifacts, layers }: BuildResult, layer: Layer, index: number): string | null {
  if (layer.aside) return null
  const alone = layers.filter((one) => one.geometry !== undefined && !one.aside).length === 1
  if (alone) return urlOf(artifacts, 'model.stl')
  return artifacts.find((one) => one.name.startsWith(`layers/${index}-`) && one.format === 'stl')?.url ?? null
}
