import {
  type Fact,
  bareId,
  type DesignAnswer,
  type JobId,
  fail,
  ok,
  type Result,
  type SessionId,
  type Template,
  type TurnId,
  type VersionId,
} from '@hewn/model'
import {
  blobPath,
  claimPath,
  exportPath,
  type FileWritten,
  filePath,
  type Health,
  jobPath,
  messagesPath,
  parametersPath,
  type RunEvent,
  sessionPath,
  type Share,
  sharesPath,
  turnPath,
  versionPath,
} from '@hewn/protocol'
import { ask, askBytes, type Fetch, json, type Refusal } from './http.ts'
import { readRunStream, runRequest } from './run-stream.ts'
import type { Download, SessionPort, WorkbenchServer } from './session-port.ts'

/** The workbench in front of our server: every change is a request, and comes back over the canvas. */
export function servedWorkbench(fetch: Fetch): WorkbenchServer {
  return {
    async createSession(title) {
      const made = await ask<{ session: { id: SessionId } }>(
        fetch,
        '/api/sessions',
        json('POST', title ? { title } : {}),
      )
      return made.ok ? ok(made.value.session.id) : made
    },
    open: (session) => servedPort(fetch, session),
    async design(request, signal) {
      const { prompt, recipe } = request
      return ask<DesignAnswer>(fetch, '/api/design', json('POST', recipe ? { prompt, recipe } : { prompt }, signal))
    },
    health: () => ask<Health>(fetch, '/api/health'),
    async importSession(file) {
      const headers = { 'content-type': 'application/zip' }
      const made = await ask<{ session: { id: SessionId } }>(fetch, '/api/sessions/import', {
        method: 'POST',
        headers,
        body: file,
      })
      return made.ok ? ok(made.value.session.id) : made
    },
    async templates() {
      const reply = await ask<{ items: Template[] }>(fetch, '/api/templates')
      return reply.ok ? ok(reply.value.items) : reply
    },
    async saveTemplate(template) {
      const reply = await askBytes(fetch, '/api/templates', json('POST', template))
      return reply.ok ? ok(undefined) : reply
    },
    async removeTemplate(name) {
      const reply = await askBytes(fetch, `/api/templates/${encodeURIComponent(name)}`, { method: 'DELETE' })
      return reply.ok ? ok(undefined) : reply
    },
    async artifact(url) {
      if (!isArtifact(url))
        return fail({
          code: 'REQUEST_PATH',
          message: `Expected an address under /artifacts/, got ${url}`,
          hint: 'Build again.',
        })
      const reply = await askBytes(fetch, url)
      return reply.ok ? ok(await downloadOf(reply.value, url)) : reply
    },
  }
}

function servedPort(fetch: Fetch, session: SessionId): SessionPort {
  const change = async (path: string, init: RequestInit): Promise<Result<void, Refusal>> => {
    const reply = await askBytes(fetch, path, init)
    return reply.ok ? ok(undefined) : reply
  }
  return {
    session,
    async rename(title) {
      const reply = await ask(fetch, sessionPath(session), json('PATCH', { title }))
      return reply.ok ? ok(undefined) : reply
    },
    async readFile(path) {
      const reply = await askBytes(fetch, filePath(session, path))
      return reply.ok ? ok(await reply.value.text()) : reply
    },
    writeFile(path, text, options = {}) {
      const query = new URLSearchParams()
      if (options.build === false) query.set('build', 'off')
      if (options.request !== undefined) query.set('request', options.request)
      const headers: Record<string, string> = { 'content-type': 'application/octet-stream' }
      if (options.expect === null) headers['if-none-match'] = '*'
      else if (options.expect !== undefined) headers['if-match'] = `"${options.expect}"`
      const address = query.size > 0 ? `${filePath(session, path)}?${query}` : filePath(session, path)
      return ask<FileWritten>(fetch, address, { method: 'PUT', headers, body: new TextEncoder().encode(text) })
    },
    async say(message) {
      const reply = await ask<{ turn: { id: TurnId } }>(fetch, messagesPath(session), json('POST', message))
      return reply.ok ? ok(reply.value.turn.id) : reply
    },
    stopTurn: (turn) => change(turnPath(session, turn), { method: 'DELETE' }),
    acceptTurn: (turn, claims) => change(`${turnPath(session, turn)}/accept`, json('POST', { claims })),
    setClaim: (id, claim) => change(claimPath(session, id), json('PUT', claim)),
    removeClaim: (id) => change(claimPath(session, id), { method: 'DELETE' }),
    restoreVersion: (id) => change(`${versionPath(session, id)}/restore`, json('POST', {})),
    async branchVersion(id) {
      const made = await ask<{ session: { id: SessionId } }>(
        fetch,
        `${versionPath(session, id)}/branch`,
        json('POST', {}),
      )
      return made.ok ? ok(made.value.session.id) : made
    },
    changeVersion: (id, version) => change(versionPath(session, id), json('PATCH', version)),
    async redo() {
      const reply = await ask<{ head: VersionId | null }>(fetch, `${sessionPath(session)}/redo`, json('POST', {}))
      return reply.ok ? ok(reply.value.head) : reply
    },
    async undo(to, expect) {
      const body = { ...(to === undefined ? {} : { to }), ...(expect === undefined ? {} : { expect }) }
      const reply = await ask<{ head: VersionId | null }>(fetch, `${sessionPath(session)}/undo`, json('POST', body))
      return reply.ok ? ok(reply.value.head) : reply
    },
    async run(code, on, signal) {
      const { path, init } = runRequest(code, session)
      const reply = await askBytes(fetch, path, { ...init, signal })
      if (!reply.ok) return reply
      if (!reply.value.body) return fail({ code: 'PAGE_UNREADABLE', message: 'The run answered without a stream' })
      return readToEnd(reply.value.body, on, signal)
    },
    async rejoin(job, on, signal) {
      // Without code: should the header be lost on the way, nothing is run.
      const headers = { accept: 'text/event-stream', 'last-event-id': `${bareId(job)}.0` }
      const reply = await askBytes(fetch, '/api/run', { headers, signal })
      if (!reply.ok) return reply
      return reply.value.body ? readToEnd(reply.value.body, on, signal) : ok(undefined)
    },
    async setParameters(values, { draft }) {
      const body = { values, ...(draft ? { draft } : {}) }
      const reply = await ask<{ job: { id: JobId } }>(fetch, parametersPath(session), json('PATCH', body))
      return reply.ok ? ok(reply.value.job.id) : reply
    },
    async cancel(job) {
      const reply = await ask(fetch, jobPath(job), { method: 'DELETE' })
      return reply.ok ? ok(undefined) : reply
    },
    async log(job) {
      const reply = await askBytes(fetch, `${jobPath(job)}/log`)
      return reply.ok ? ok(await reply.value.text()) : reply
    },
    async links() {
      const reply = await ask<{ items: Share[] }>(fetch, sharesPath(session))
      return reply.ok ? ok(reply.value.items) : reply
    },
    makeLink: (link) => ask(fetch, sharesPath(session), json('POST', link)),
    takeBackLink: (id) => change(`${sharesPath(session)}/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    async bundle() {
      const address = `${sessionPath(session)}/bundle`
      const reply = await askBytes(fetch, address)
      return reply.ok ? ok(await downloadOf(reply.value, address)) : reply
    },
    async blob(hash) {
      const reply = await askBytes(fetch, blobPath(session, hash))
      if (!reply.ok) throw new Error(reply.error.message)
      return new Uint8Array(await reply.value.arrayBuffer())
    },
    async measure(between) {
      const reply = await ask<{ items: Fact[] }>(
        fetch,
        `${sessionPath(session)}/measure`,
        json('POST', { between: [between] }),
      )
      return reply.ok ? ok(reply.value.items) : reply
    },
    async export(format, options = {}) {
      const said = Object.entries(options).filter(([, wanted]) => wanted)
      const address = `${exportPath(session, format)}${said.map(([name], index) => `${index === 0 ? '?' : '&'}${name}=true`).join('')}`
      const reply = await askBytes(fetch, address)
      return reply.ok ? ok(await downloadOf(reply.value, address)) : reply
    },
  }
}

async function readToEnd(
  body: ReadableStream<Uint8Array>,
  on: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<Result<void, Refusal>> {
  try {
    await readRunStream(body, on)
  } catch (problem) {
    if (!signal.aborted)
      return fail({ code: 'PAGE_OFFLINE', message: `The stream of the run broke (${String(problem)})` })
  }
  return ok(undefined)
}

/** WB78: a path of this origin's artifacts, spelled so that no browser reads it as another host's. */
export const isArtifact = (url: string): boolean => /^\/artifacts\/[^\\]+$/.test(url) && !url.includes('..')

async function downloadOf(reply: Response, address: string): Promise<Download> {
  const name = fileNameOf(reply.headers.get('content-disposition')) ?? address.split('/').at(-1) ?? 'download'
  const zip = /^application\/zip\b/i.test(reply.headers.get('content-type') ?? '') && !/\.zip$/i.test(name)
  return { name: zip ? `${name.replace(/\.[^.]*$/, '')}.zip` : name, bytes: await reply.blob() }
}

/** The name a reply gives its file; the spelling for other scripts goes before the plain one. */
export function fileNameOf(disposition: string | null): string | undefined {
  if (disposition === null) return undefined
  const other = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (other !== undefined) {
    try {
      return decodeURIComponent(other.trim())
    } catch {
      // Badly spelled: the plain name is there too.
    }
  }
  return /filename\s*=\s*"([^"]*)"/i.exec(disposition)?.[1] ?? /filename\s*=\s*([^;"\s]+)/i.exec(disposition)?.[1]
}
