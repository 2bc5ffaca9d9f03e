import type { Job } from '@hewn/model'

/** Hashes of all geometry that a job made, also of what a failed one had shown. */
export function geometryOf(job: Job): string[] {
  const layers = job.state === 'done' ? job.result.layers : job.state === 'failed' ? (job.partial ?? []) : []
  return layers.flatMap((layer) => (layer.geometry ? [layer.geometry.hash] : []))
}
