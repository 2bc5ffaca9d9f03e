import { type Artifact, fail, type JobError, type Result, type World } from '@hewn/model'
import type { ShapeLayer } from '@hewn/protocol'
import { askARoom } from './ask-a-room.ts'
import { keepFiles, type MadeFile } from './artifact-keeper.ts'
import { FORMATS } from './build.ts'
import type { ExactShapes } from './exact-shapes.ts'
import type { ExportRequest } from './kernel.ts'
import type { BlobStore } from './ports.ts'
import { jobError } from './script-ending.ts'
import type { ShapeRooms } from './shape-rooms.ts'

const LIMITS = { seconds: 60, memory: 2 * 1024 ** 3 }

export interface ExportParts {
  blobs: BlobStore
  world: World
  rooms: ShapeRooms
  exact: ExactShapes
}

/** From the stored bytes; the script is not run again. What Kernel.export does. */
export function exporter({ blobs, world, rooms, exact }: ExportParts) {
  return async function exportFiles(
    { job, layers, format, options }: ExportRequest,
    signal: AbortSignal,
  ): Promise<Result<Artifact[], JobError>> {
    if (format !== 'mesh' && !FORMATS.includes(format))
      return fail(jobError('REQUEST_INVALID', `The kernel writes ${FORMATS.join(', ')}, not ${format}.`))
    const shapes = new Map<number, Uint8Array>()
    const numbers = new Map(layers.map((layer, n) => [layer.id, n]))
    const ordered: ShapeLayer[] = []
    for (const [n, layer] of layers.entries()) {
      const parent = layer.parent === undefined ? undefined : numbers.get(layer.parent)
      if (layer.geometry) {
        const bytes = await exact.of(layer)
        if (!bytes.ok) return bytes
        shapes.set(n, bytes.value)
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
    const files: MadeFile[] = []
    const order = {
      measure: [],
      formats: [format],
      layers: ordered,
      settings: options,
      title: 'design',
      limits: LIMITS,
    }
    const file = (made: MadeFile) => files.push(made)
    const written = await askARoom({ rooms, world }, shapes, order, { file }, signal)
    return written.ok ? await keepFiles(blobs, job, files) : written
  }
}
