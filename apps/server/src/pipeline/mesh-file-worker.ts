import { parentPort, workerData } from 'node:worker_threads'
import { decodeGeometry } from '@hewn/protocol'
import {
  drawPicture,
  type MeshPart,
  type PictureView,
  write3mf,
  writeGlb,
  writePng,
  writeStl,
} from '@hewn/protocol/files'

// A thread of its own: a picture takes a tenth of a second of pure arithmetic, and the server has others to answer.

export interface MeshFileOrder {
  format: MeshFormat
  title: string
  parts: (Omit<MeshPart, 'geometry'> & { blob: Uint8Array })[]
  units?: 'mm' | 'cm' | 'm' | 'in'
  ascii?: boolean
  views?: PictureView[]
  width?: number
  height?: number
  axes?: boolean
  extents?: boolean
}

export type MeshFormat = '3mf' | 'glb' | 'png' | 'stl'
export type MeshFileReply = { bytes: Uint8Array } | { defect: string }

function written({ format, title: name, parts: blobs, units, ascii, ...look }: MeshFileOrder): Uint8Array {
  const parts = blobs.map(({ blob, ...part }): MeshPart => {
    const geometry = decodeGeometry(blob)
    if (!geometry.ok) throw new Error(geometry.error.message)
    return { ...part, geometry: geometry.value }
  })
  switch (format) {
    case '3mf':
      return write3mf(parts, { name, ...(units === undefined ? {} : { unit: units }) })
    case 'glb':
      return writeGlb(parts, { name })
    case 'stl':
      return writeStl(parts, { name, ...(ascii === undefined ? {} : { ascii }) })
    case 'png':
      return writePng(drawPicture(parts, look))
    default:
      return format satisfies never
  }
}

function reply(): MeshFileReply {
  try {
    return { bytes: written(workerData as MeshFileOrder) }
  } catch (error) {
    return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.postMessage(reply())
