import type { AssemblyRecipe } from '@hewn/model'
import { decodeGeometry } from '@hewn/protocol'
import { describe, expect, it } from 'vitest'
import { BOX, composed, json } from './house.ts'

async function session() {
  const server = await composed()
  const made = await server.ask('POST', '/api/sessions', { payload: {}, headers: json })
  const id: string = made.json().session.id
  const path = `/api/sessions/${id}`
  const put = (recipe: unknown, query = '', headers: Record<string, string> = {}) =>
    server.ask('PUT', `${path}/files/box.json${query}`, { payload: JSON.stringify(recipe), headers })
  const state = async () => (await server.ask('GET', `${path}/state`)).json()
  return { ...server, id, path, put, state }
}

describe('a box', () => {
  it('becomes a version, layers, claims and parameters, all in one commit', async () => {
    const { ask, path, put, state } = await session()
    const before = (await state()).seq
    const words = 'open top box 150x100x80'
    const { recipe } = (await ask('POST', '/api/design', { payload: { prompt: words }, headers: json })).json()
    const written = await put(recipe, `?request=${encodeURIComponent(words)}`)
    expect(written.status).toBe(200)
    const { version, job, file } = written.json()
    expect(job.state).toBe('done')
    expect(version).toMatchObject({
      by: 'planner',
      request: words,
      files: { 'box.json': { hash: file.hash } },
      job: job.id,
    })
    expect(version.claims.length).toBeGreaterThan(2)
    expect(new Set(version.claims.map((claim: { result: { state: string } }) => claim.result.state))).toEqual(
      new Set(['pass']),
    )

    const canvas = await state()
    expect(canvas.state).toMatchObject({
      kind: 'box',
      head: version.id,
      title: words,
      shown: { job: job.id, version: version.id },
    })
    const panels = Object.values(canvas.resources.layers).filter(
      (layer) => (layer as { kind: string }).kind === 'panel',
    )
    expect(panels).toHaveLength(5)
    expect(canvas.resources.jobs[job.id]).not.toHaveProperty('result.layers')
    expect(Object.keys(canvas.resources.claims)).toHaveLength(version.claims.length)

    const lines = (await ask('GET', `${path}/replay?from=${before + 1}`)).text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const last = lines.at(-1)
    const channels = last.events.map((event: { data: { channel?: string } }) => event.data.channel ?? 'state')
    expect(new Set(channels)).toEqual(new Set(['jobs', 'nodes', 'edges', 'versions', 'layers', 'claims', 'state']))
    expect(written.headers['hewn-seq'], '[SV13]').toBe(String(last.to))
  })

  it('is by a person, and promises nothing, when it is not the planner’s reading of the words', async () => {
    const { put } = await session()
    const { version } = (await put(BOX, '?request=something%20else')).json()
    expect(version).toMatchObject({ by: 'user', claims: [] })
  })

  it('[SV30] its geometry is a blob of this session, and of no other', async () => {
    const { ask, path, put, state } = await session()
    await put(BOX)
    const layers = Object.values((await state()).resources.layers) as { geometry?: { hash: string; bytes: number } }[]
    const { hash, bytes } = layers.find((layer) => layer.geometry)?.geometry ?? { hash: '', bytes: 0 }
    const blob = await ask('GET', `${path}/blobs/${hash}`)
    expect(blob.headers).toMatchObject({ 'content-type': 'application/vnd.hewn.geometry', etag: `"${hash}"` })
    expect(blob.headers['cache-control']).toContain('immutable')
    expect(blob.bytes.length).toBe(bytes)
    expect(decodeGeometry(blob.bytes).ok).toBe(true)
    expect((await ask('GET', `${path}/blobs/${hash}`, { headers: { 'if-none-match': `"${hash}"` } })).status).toBe(304)
    const other = (await ask('POST', '/api/sessions', { payload: {}, headers: json })).json().session.id
    expect((await ask('GET', `/api/sessions/${other}/blobs/${hash}`)).status).toBe(404)
    expect((await ask('GET', `${path}/blobs/${'0'.repeat(64)}`)).status).toBe(404)
    expect((await ask('GET', `${path}/blobs/..%2fhewn.db`)).status).toBe(404)
  })

  it('is taken away as a cut sheet, named after its title and version; many sheets are one zip', async () => {
    const { ask, path, put } = await session()
    expect((await ask('GET', `${path}/exports/svg`)).json().error.code).toBe('JOB_NO_BUILD')
    await put(BOX, '?request=Tea%20box')
    const svg = await ask('GET', `${path}/exports/svg`)
    expect(svg.text).toMatch(/<svg [^>]*width="600mm"/)
    expect(svg.headers['content-disposition']).toBe('attachment; filename="tea-box-v1.svg"')
    expect(svg.headers['content-security-policy']).toMatch(/^sandbox/)
    expect((await ask('GET', `${path}/exports/json`)).json()).toEqual(BOX)
    const refused = (await ask('GET', `${path}/exports/stl`)).json().error
    expect(refused).toMatchObject({
      code: 'REQUEST_INVALID',
      choices: ['svg', 'dxf', 'pdf', 'panels', 'coupon', 'json', 'step', 'py', '3mf', 'glb', 'png'],
    })

    await put({ ...BOX, cutting: { sheet: { width: 200, height: 120 } } })
    const zip = await ask('GET', `${path}/exports/svg`)
    expect(zip.headers['content-type']).toBe('application/zip')
    expect(zip.bytes.subarray(0, 2).toString()).toBe('PK')
    const again = await ask('GET', `${path}/exports/svg`)
    expect(again.bytes.equals(zip.bytes)).toBe(true)
  })

  it('[BX51] is taken away as DXF, PDF and JSON too, a sheet of several, or every part apart', async () => {
    const { ask, path, put } = await session()
    await put({ ...BOX, cutting: { sheet: { width: 200, height: 120 } } }, '?request=Tea%20box')
    const dxf = await ask('GET', `${path}/exports/dxf?sheet=2`)
    expect(dxf.headers['content-type']).toBe('image/vnd.dxf')
    expect(dxf.headers['content-disposition']).toBe('attachment; filename="tea-box-v1.dxf"')
    expect(dxf.text).toMatch(/sheet 2 of/)
    expect((await ask('GET', `${path}/exports/dxf`)).headers['content-type']).toBe('application/zip')
    const pdf = await ask('GET', `${path}/exports/pdf`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const panels = await ask('GET', `${path}/exports/panels`)
    expect(panels.headers['content-disposition']).toBe('attachment; filename="tea-box-v1.panels.json"')
    expect(panels.json()).toMatchObject({ proof: { ok: true }, panels: expect.any(Array) })
    expect((await ask('GET', `${path}/exports/py`)).text).toMatch(/^from build123d import/)
    expect((await ask('GET', `${path}/exports/coupon`)).text).toContain('<title>Test coupon')
    expect((await ask('GET', `${path}/exports/svg?layout=flat`)).text).toMatch(/sheet 1 of 1/)
    // Names of parts are scored on them for whoever asks (BX55).
    expect((await ask('GET', `${path}/exports/svg?layout=flat`)).text).not.toContain('score-front')
    expect((await ask('GET', `${path}/exports/svg?layout=flat&marks=true`)).text).toContain('score-front')
    for (const query of ['sheet=0', 'sheet=one', 'layout=round', 'marks=1', 'unproven=maybe', 'other=1'])
      expect((await ask('GET', `${path}/exports/svg?${query}`)).status).toBe(400)
    expect((await ask('GET', `${path}/exports/svg?sheet=99`)).json().error).toMatchObject({
      code: 'RECIPE_NUMBER',
      message: expect.stringMatching(/no sheet 99/),
    })
  })

  it('[WB54] every slider of a box moves it, also what its recipe does not say yet', async () => {
    const { ask, path, put } = await session()
    const { material: _, ...bare } = BOX as AssemblyRecipe
    await put(bare)
    const moved = await ask('PATCH', `${path}/parameters`, {
      payload: { values: { kerf: 0.25, thickness: 4 } },
      headers: json,
    })
    expect(moved.status).toBeLessThan(300)
    await expect
      .poll(async () => (await ask('GET', `${path}/exports/json`)).json())
      .toMatchObject({ cutting: { kerf: 0.25 }, material: { thickness: 4 } })
  })

  it('works with other names, formats and titles of any script', async () => {
    const { ask, path, put } = await session()
    await put(BOX)
    await ask('PATCH', path, { payload: { title: 'Teedose "für" 茶' }, headers: json })
    const { headers } = await ask('GET', `${path}/exports/svg`)
    expect(headers['content-disposition']).toBe(
      `attachment; filename="teedose-f_r-_-v1.svg"; filename*=UTF-8''teedose-f%C3%BCr-%E8%8C%B6-v1.svg`,
    )
  })

  it('[CV50] If-Match and If-None-Match hold what the writer saw', async () => {
    const { put, ask, path } = await session()
    const first = await put(BOX, '', { 'if-none-match': '*' })
    const { hash } = first.json().file
    expect((await put(BOX, '', { 'if-none-match': '*' })).json().error.code).toBe('SESSION_CONFLICT')
    expect((await put({ ...BOX, width: 200 }, '', { 'if-match': '"not-it"' })).json().error.code).toBe(
      'SESSION_CONFLICT',
    )
    expect((await put({ ...BOX, width: 200 }, '', { 'if-match': `"${hash}"` })).status).toBe(200)
    const read = await ask('GET', `${path}/files/box.json`)
    expect(read.headers.etag).toMatch(/^"[0-9a-f]{64}"$/)
    expect(read.json().width).toBe(200)
  })

  it('the same bytes again change nothing, and make no version', async () => {
    const { put, state, ask, path } = await session()
    await put(BOX)
    const { version } = (await put(BOX)).json()
    const versions = (await ask('GET', `${path}/versions`)).json().items
    expect(versions.map((one: { id: string }) => one.id)).toEqual([version.id])
    expect((await state()).state.head).toBe(version.id)
  })

  it('undo moves the head, the files and the picture; the empty session is the beginning', async () => {
    const { put, state, ask, path } = await session()
    const undo = (body: unknown) => ask('POST', `${path}/undo`, { payload: JSON.stringify(body), headers: json })
    expect((await undo({})).json().error.code).toBe('SESSION_STATE')
    const first = (await put(BOX)).json().version
    const second = (await put({ ...BOX, width: 200 })).json().version
    expect(second.parent).toBe(first.id)
    const drawn = (await state()).resources.layers

    expect((await undo({ expect: first.id })).json().error.code).toBe('SESSION_CONFLICT')
    expect((await undo({ to: 'version:0000000000000000000000' })).json().error.code).toBe('SESSION_STATE')
    const back = await undo({ expect: second.id })
    expect(back.json().head).toBe(first.id)
    const canvas = await state()
    expect(canvas.state.head).toBe(first.id)
    expect(JSON.parse(canvas.resources.files['box.json'].content).width).toBe(150)
    expect(canvas.resources.layers).not.toEqual(drawn)
    expect((await ask('GET', `${path}/files/box.json`)).json().width).toBe(150)

    expect((await undo({ to: null })).json().head).toBeNull()
    const empty = await state()
    expect(empty.state.head ?? null).toBeNull()
    expect([empty.resources.layers, empty.resources.files, empty.resources.claims]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect((await ask('GET', `${path}/files`)).json().items).toEqual([])
    expect((await ask('GET', `${path}/versions`)).json().items).toHaveLength(2)

    // What was left is still there to branch from: the next version begins a new line.
    expect((await put({ ...BOX, depth: 70 })).json().version).not.toHaveProperty('parent')
  })

  it('other files are kept and are not built; what is no text is served as bytes', async () => {
    const { ask, path, state, parts } = await session()
    const put = (name: string, payload: string | Buffer, query = '') =>
      ask('PUT', `${path}/files/${name}${query}`, { payload })
    expect((await put('notes.md', '# Tea\n')).json()).toEqual({
      file: { path: 'notes.md', hash: expect.any(String), bytes: 6, language: 'markdown' },
    })
    await put('box.json', '{ not yet', '?build=off')
    await put('part.step', Buffer.from([0, 1, 2, 255]))
    const { files } = (await state()).resources
    expect(files['notes.md']).toMatchObject({ content: '# Tea\n', language: 'markdown' })
    expect(files['part.step']).toEqual({ language: 'binary', bytes: 4, hash: expect.any(String) })
    expect(await parts.storage.jobs.list({})).toEqual([])
    expect((await ask('DELETE', `${path}/files/notes.md`)).status).toBe(204)
    expect((await ask('GET', `${path}/files/notes.md`)).json().error).toMatchObject({ code: 'CANVAS_FILE_MISSING' })
    expect((await ask('DELETE', `${path}/files/notes.md`)).status).toBe(404)
    expect((await put('Part.step', 'x')).json().error.code).toBe('REQUEST_PATH')
  })

  it('[CV51] a text file has a limit, and a workspace too', async () => {
    const { ask, path } = await session()
    const put = (name: string, payload: string) => ask('PUT', `${path}/files/${name}`, { payload })
    expect((await put('a.txt', 'x'.repeat(2 * 1024 * 1024 + 1))).json().error.code).toBe('LIMIT_FILE')
    for (let index = 0; index < 200; index++) await put(`f${index}.txt`, `${index}`)
    expect((await put('one-more.txt', 'x')).json().error.code).toBe('LIMIT_WORKSPACE')
    expect((await put('f7.txt', 'again')).status).toBe(200)
  })
})

describe('sessions', () => {
  it('begin empty or from a recipe, are listed newest first, found by title, and renamed', async () => {
    const { ask } = await composed()
    const post = (payload: object) => ask('POST', '/api/sessions', { payload, headers: json })
    const made = (await post({ title: 'Tea box', from: { recipe: BOX } })).json()
    expect(made.url).toBe(`http://127.0.0.1:4870/s/${made.session.id.slice(8)}`)
    expect(made.session.head).toMatch(/^version:/)
    for (let index = 0; index < 3; index++) await post({ title: `Number ${index}` })
    const first = (await ask('GET', '/api/sessions?limit=2')).json()
    expect(first.items.map((one: { title: string }) => one.title)).toEqual(['Number 2', 'Number 1'])
    const rest = (await ask('GET', `/api/sessions?limit=2&cursor=${first.next}`)).json()
    expect(rest.items.map((one: { title: string }) => one.title)).toEqual(['Number 0', 'Tea box'])
    expect(rest).not.toHaveProperty('next')
    expect((await ask('GET', '/api/sessions?q=TEA')).json().items).toHaveLength(1)
    const path = `/api/sessions/${made.session.id}`
    expect((await ask('PATCH', path, { payload: { title: 'Coffee box' }, headers: json })).json().session.title).toBe(
      'Coffee box',
    )
    expect((await ask('GET', `${path}/state`)).json().state.title).toBe('Coffee box')
    expect((await ask('GET', path)).json()).toMatchObject({ role: 'owner', session: { title: 'Coffee box' } })
  })

  it('[SV12] ids are taken as session:X, X and the UUID; others are 404', async () => {
    const { ask } = await composed()
    const { id } = (await ask('POST', '/api/sessions', { payload: {}, headers: json })).json().session
    for (const spelling of [id, id.slice(8)])
      expect((await ask('GET', `/api/sessions/${spelling}`)).json().session.id).toBe(id)
    for (const none of ['x', '0'.repeat(22), 'session:../../x', '__proto__'])
      expect((await ask('GET', `/api/sessions/${encodeURIComponent(none)}`)).json().error.code).toBe(
        'SESSION_NOT_FOUND',
      )
  })

  it('[AG64] [AG66] words are answered by the planner, ten times a minute', async () => {
    const { ask } = await composed({ env: { HEWN_LIMIT_DESIGN: '2' } })
    const design = (payload: object | string, headers: Record<string, string> = json) =>
      ask('POST', '/api/design', { payload, headers })
    expect((await design({ prompt: 'open top box 150x100x80' })).json()).toMatchObject({
      by: 'planner',
      recipe: { width: 150 },
    })
    expect((await design('{}')).json().error.code).toBe('REQUEST_PROMPT_MISSING')
    const limited = await design({ prompt: 'box' })
    expect(limited.json().error.code).toBe('LIMIT_RATE')
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0)
  })
})
