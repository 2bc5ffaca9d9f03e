import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { densest, encoded, type Encoding } from './encoded.ts'

/** The files of the web build. A name that is asked for is looked up among those there are; it never becomes a path. */
export interface WebBuild {
  index(): Promise<string | undefined>
  file(name: string): Promise<WebFile | undefined>
}

export interface WebFile {
  bytes: Uint8Array
  hash: string
  type: string
  /** Its bytes in that encoding; nothing for what would not be smaller. */
  encoded?(encoding: Encoding): Promise<Uint8Array>
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
  webp: 'image/webp',
  woff2: 'font/woff2',
}

/** Pictures and fonts are dense already, and below this size the headers weigh more. */
const isWorthEncoding = (type: string, bytes: Uint8Array): boolean =>
  bytes.length >= 1024 && !/^(image\/(?!svg)|font\/)/.test(type)

export function createWebBuild(folder: string): WebBuild {
  const kept = new Map<string, WebFile>()
  let idle: Promise<unknown> = Promise.resolve()
  /** One after the other: a page asks for twenty files at once. */
  const inTurn = (bytes: Uint8Array): Promise<Uint8Array> => {
    const dense = idle.then(() => densest(bytes))
    idle = dense.catch(() => undefined)
    return dense
  }
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
      const file: WebFile = { bytes, type, hash: createHash('sha256').update(bytes).digest('hex') }
      if (!isFixed(name)) return file
      const whole = isWorthEncoding(type, bytes) ? { ...file, encoded: keptEncodings(bytes, inTurn) } : file
      kept.set(name, whole)
      return whole
    },
  }
}

/** Two who ask at once wait for the same work; the denser one takes its place once it is there. */
function keptEncodings(
  bytes: Uint8Array,
  inTurn: (bytes: Uint8Array) => Promise<Uint8Array>,
): (encoding: Encoding) => Promise<Uint8Array> {
  const made = new Map<Encoding, Promise<Uint8Array>>()
  return (encoding) => {
    const known = made.get(encoding)
    if (known) return known
    const quick = encoded(bytes, encoding)
    made.set(encoding, quick)
    if (encoding === 'br')
      void quick
        .then(() => inTurn(bytes))
        .then((dense) => made.set('br', Promise.resolve(dense)))
        .catch(() => undefined)
    return quick
  }
}

/** Files whose name holds their content's hash never change; the others may be built again at any time. */
export const isFixed = (name: string): boolean => name.startsWith('assets/')
