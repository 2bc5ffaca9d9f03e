import { type Artifact, type Format, fail, type JobError, type JobId, ok, type Result } from '@hewn/model'
import { artifactFilePath, artifactPath } from '@hewn/protocol'
import type { BlobStore } from './ports.ts'
import { jobError } from './script-ending.ts'

export interface MadeFile {
  name: string
  bytes: Uint8Array
}

/** Files of a job, as blobs with a name. All are waited for, also when one fails. */
export async function keepFiles(
  blobs: BlobStore,
  job: JobId,
  files: MadeFile[],
): Promise<Result<Artifact[], JobError>> {
  const settled = await Promise.allSettled(files.map((file) => keep(blobs, job, file)))
  const kept = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  return kept.length === files.length ? ok(kept) : notStored()
}

async function keep(blobs: BlobStore, job: JobId, file: MadeFile): Promise<Artifact> {
  const { hash, bytes } = await blobs.put(file.bytes)
  const { name } = file
  const format = formatOf(name)
  return { name, format, bytes, sha256: hash, url: artifactUrl(job, { name, format }) }
}

export const artifactUrl = (job: JobId, { name, format }: Pick<Artifact, 'name' | 'format'>): string =>
  name === `model.${format}` ? artifactPath(job, format) : artifactFilePath(job, name)

/** Why is for the store to log: its words may name places of this machine. */
export const notStored = () => fail(jobError('KERNEL_BROKEN', 'The result could not be stored on this server.'))

const KNOWN: readonly Format[] = ['step', 'stl', '3mf', 'glb', 'brep', 'svg', 'dxf', 'pdf', 'png', 'json', 'log', 'py']

function formatOf(name: string): Format {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return KNOWN.find((format) => format === extension) ?? 'other'
}
