import type { Acting, Canvas } from '@hewn/canvas'
import { type ErrorBody, fail, hewnError, ok, type Result, type SessionId } from '@hewn/model'
import type { FileRow, Storage } from '@hewn/storage'
import { sizeText } from '../settings/units.ts'
import type { Desks } from './desk.ts'
import { type FilePayload, filePayload, textOf } from './file-content.ts'
import { collides, readPath } from './path.ts'

/** A session's files: the bytes are blobs, and the canvas and the table hold the same of them (CV44). */
export interface Workspace {
  list(session: SessionId): Promise<FileRow[]>
  read(session: SessionId, path: string): Promise<Result<{ file: FileRow; bytes: Uint8Array }, ErrorBody>>
  /** Only inside the desk's `alone`. The same bytes again change nothing. */
  put(session: SessionId, change: FileChange, acting: Acting): Promise<Result<FileRow, ErrorBody>>
  remove(session: SessionId, path: string, expect: string | undefined, acting: Acting): Promise<Result<void, ErrorBody>>
  /** What lies on the canvas for these files. */
  payloads(files: readonly FileRow[]): Promise<Record<string, FilePayload>>
}

export interface FileChange {
  path: string
  bytes: Uint8Array
  /** The sha256 the caller saw, or `none`. */
  expect?: string | undefined
  /** Only some of it changed: the canvas is told the fields that did. */
  isEdit?: boolean
}

const MIB = 1024 ** 2
/** CV51, CV52. */
const FILES_MAX = 200
const BINARY_MAX = 64 * MIB
const WORKSPACE_MAX = 512 * MIB
const CONTENTS_MAX = 3 * MIB

export function createWorkspace(parts: {
  storage: Storage
  canvas: Canvas
  desks: Desks
  /** Bytes of one text file. */
  textMax: number
}): Workspace {
  const { storage, canvas, desks, textMax } = parts

  return {
    list: (session) => storage.files.list(session),

    async read(session, given) {
      const path = readPath(given)
      if (!path.ok) return path
      const file = await storage.files.get(session, path.value)
      const bytes = file && (await storage.blobs.get(file.hash))
      if (file && bytes) return ok({ file, bytes })
      const near = (await storage.files.list(session)).map((one) => one.path).slice(0, 3)
      return fail(hewnError('CANVAS_FILE_MISSING', `There is no file ${path.value}.`, { choices: near }))
    },

    async put(session, { path: given, bytes, expect, isEdit = false }, acting) {
      const path = readPath(given)
      if (!path.ok) return path
      const files = await storage.files.list(session)
      const refused = refusal(path.value, bytes, files, textMax)
      if (refused) return fail(refused)
      const { hash } = await storage.blobs.put(bytes)
      const before = files.find((file) => file.path === path.value)
      const conflict = conflictOf(path.value, expect, before?.hash)
      if (conflict) return fail(conflict)
      const written = { path: path.value, hash, bytes: bytes.length }
      if (before?.hash === hash) return ok(written)
      desks.at(session).blobs.add(hash)
      const payload = filePayload(path.value, bytes, hash)
      const others = files.filter((file) => file !== before)
      const shown = total(others) + bytes.length <= CONTENTS_MAX ? payload : without(payload)
      const at = { channel: 'files', id: path.value }
      const { content, hash: seen, bytes: size } = shown
      const committed = await canvas.session(session, acting).together(
        (draft) => {
          if (isEdit && content !== undefined)
            draft.patchResource({ ...at, patch: { content, hash: seen, bytes: size } })
          else draft.setResource({ ...at, payload: shown })
        },
        unlessChanged(path.value, expect),
      )
      return committed.ok ? ok(written) : committed
    },

    async remove(session, given, expect, acting) {
      const path = readPath(given)
      if (!path.ok) return path
      const before = await storage.files.get(session, path.value)
      const conflict = conflictOf(path.value, expect, before?.hash)
      if (conflict) return fail(conflict)
      if (!before) return fail(hewnError('CANVAS_FILE_MISSING', `There is no file ${path.value}.`))
      const committed = await canvas
        .session(session, acting)
        .together(
          (draft) => draft.deleteResource({ channel: 'files', id: path.value }),
          unlessChanged(path.value, expect),
        )
      return committed.ok ? ok(undefined) : committed
    },

    async payloads(files) {
      const payloads: Record<string, FilePayload> = {}
      let shown = 0
      for (const { path, hash } of files) {
        const bytes = (await storage.blobs.get(hash)) ?? new Uint8Array()
        const payload = filePayload(path, bytes, hash)
        shown += bytes.length
        payloads[path] = shown <= CONTENTS_MAX ? payload : without(payload)
      }
      return payloads
    },
  }
}

function refusal(path: string, bytes: Uint8Array, files: readonly FileRow[], textMax: number): ErrorBody | undefined {
  const others = files.filter((file) => file.path !== path)
  const rival = collides(
    path,
    others.map((file) => file.path),
  )
  if (rival !== undefined)
    return hewnError('REQUEST_PATH', `${path} and ${rival} cannot be beside each other on every system.`, {
      at: 'path',
    })
  const most = textOf(bytes) === undefined ? BINARY_MAX : textMax
  if (bytes.length > most)
    return hewnError('LIMIT_FILE', `${path} has ${bytes.length} bytes; at most ${sizeText(most)} are taken.`)
  if (others.length >= FILES_MAX) return hewnError('LIMIT_WORKSPACE', `There are ${FILES_MAX} files already.`)
  if (total(others) + bytes.length > WORKSPACE_MAX)
    return hewnError('LIMIT_WORKSPACE', `The files together would be more than ${sizeText(WORKSPACE_MAX)}.`)
  return undefined
}

/** Somebody on another server may have been faster: what counts is what the commit finds (CV50). */
const unlessChanged =
  (path: string, expect: string | undefined) =>
  ({ channels }: { channels: ReadonlyMap<string, ReadonlyMap<string, unknown>> }) => {
    const there = channels.get('files')?.get(path) as { hash?: string } | undefined
    return conflictOf(path, expect, there?.hash)
  }

function conflictOf(path: string, expect: string | undefined, hash: string | undefined): ErrorBody | undefined {
  const there = hash ?? 'none'
  if (expect === undefined || there === expect) return undefined
  return hewnError('SESSION_CONFLICT', `${path} has changed: expected ${expect}, found ${there}.`, { at: path })
}

const total = (files: readonly FileRow[]) => files.reduce((sum, file) => sum + file.bytes, 0)
function without({ language, bytes, hash }: FilePayload): FilePayload {
  return { language, bytes, hash }
}
