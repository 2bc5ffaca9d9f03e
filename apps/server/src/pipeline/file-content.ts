/** CV52: what lies on the canvas for a file. The content is there while it is text and not too long. */
export interface FilePayload {
  content?: string
  language: string
  bytes: number
  hash: string
}

const CONTENT_MAX = 512 * 1024

const LANGUAGES: Readonly<Record<string, string>> = {
  py: 'python',
  json: 'json',
  md: 'markdown',
  ts: 'typescript',
  tsx: 'tsx',
  js: 'javascript',
  css: 'css',
  html: 'html',
  svg: 'svg',
  yaml: 'yaml',
  yml: 'yaml',
  csv: 'csv',
  step: 'step',
  stp: 'step',
  stl: 'stl',
  '3mf': '3mf',
  dxf: 'dxf',
  glb: 'glb',
  brep: 'brep',
  txt: 'text',
}

/** The text in some bytes; nothing when they are not UTF-8, or hold a NUL. */
export function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export function languageOf(path: string, text: string | undefined): string {
  if (text === undefined) return 'binary'
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(LANGUAGES, ending) ? (LANGUAGES[ending] ?? 'text') : 'text'
}

export function filePayload(path: string, bytes: Uint8Array, hash: string): FilePayload {
  const text = textOf(bytes)
  const payload = { language: languageOf(path, text), bytes: bytes.length, hash }
  // Measured as JSON, since that is how it travels: a quote in it counts twice.
  return text !== undefined && Buffer.byteLength(JSON.stringify(text)) <= CONTENT_MAX
    ? { content: text, ...payload }
    : payload
}
