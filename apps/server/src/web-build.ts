import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** The files of the web build. A name that is asked for is looked up among those there are; it never becomes a path. */
export interface WebBuild {
  index(): Promise<string | undefined>
  file(name: string): Promise<WebFile | undefined>
}

export interface WebFile {
  bytes: Uint8Array
  hash: string
  type: string
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
}

export function createWebBuild(folder: string): WebBuild {
  const kept = new Map<string, WebFile>()
  return {
    index: () => readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined),
    async file(name) {
      const known = kept.get(name)
      if (known) return known
      const names = await readdir(folder, { recursive: true }).catch(() => [])
      if (name === 'index.html' || !names.some((one) => one.split(sep).join('/') === name)) return undefined
      // A folder is among the names too; it cannot be read as a file.
      const bytes = await readFile(join(folder, name)).catch(() => undefined)
      if (bytes === undefined) return undefined
      const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
      const file = { bytes, type, hash: createHash('sha256').update(bytes).digest('hex') }
      if (isFixed(name)) kept.set(name, file)
      return file
    },
  }
}

/** Files whose name holds their content's hash never change; the others may be built again at any time. */
export const isFixed = (name: string): boolean => name.startsWith('assets/')
