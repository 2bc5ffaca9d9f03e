import {
  type Artifact,
  base62ToUuid,
  bareId,
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
    layers: layers
      .filter((layer) => layer.geometry !== undefined)
      .map((layer, index) => ({
        id: layer.id,
        name: layer.name,
        ...(layer.color === undefined ? {} : { color: layer.color }),
        stlPath: layerStl(artifacts, layer, index),
      })),
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

/** Files of layers are named `layers/<n>-<slug>.stl`, n counted from 1 over the layers that have geometry. */
function layerStl(artifacts: readonly Artifact[], _layer: Layer, index: number): string | null {
  const number = `layers/${index + 1}-`
  return artifacts.find((one) => one.name.startsWith(number) && one.name.endsWith('.stl'))?.url ?? null
}
