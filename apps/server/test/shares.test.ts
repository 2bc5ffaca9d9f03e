import { describe, expect, it } from 'vitest'
import { allRoutes } from '../src/routes/index.ts'
import { begun, viewer } from './company.ts'
import { openEvents } from './event-source.ts'
import { BOX, composed, CUBE, json, served, SOON } from './house.ts'

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** A link to a session, and the token in it. */
async function linkTo(path: string, body: object) {
  const reply = await fetch(`${path}/shares`, { method: 'POST', headers: json, body: JSON.stringify(body) })
  const { id, url } = (await reply.json()) as { id: string; url: string }
  return { status: reply.status, id, url, token: new URL(url).hash.slice(1) }
}

describe('links to a session', () => {
  it('[SV72] a link names its token once, after the #; nothing else ever tells it', async () => {
    const { url } = await served()
    const { path } = await begun(url)
    const link = await linkTo(path, { scope: 'view', label: 'for Ada' })
    expect(link.status).toBe(201)
    expect(link.url).toMatch(new RegExp(`^${url}/s/[0-9A-Za-z]{22}#hewn-link-[\\w-]{43}$`))
    const listed = await (await fetch(`${path}/shares`)).text()
    expect(JSON.parse(listed).items).toMatchObject([{ id: link.id, scope: 'view', label: 'for Ada' }])
    expect(listed).not.toContain(link.token)
  })

  it('[CV26] with a token one sees its session and no other; without the right nothing is joined', async () => {
    const { url } = await served()
    const [mine, other] = [await begun(url), await begun(url)]
    const { token } = await linkTo(mine.path, { scope: 'view' })
    expect((await viewer(url, mine.id, { token })).answer).toMatchObject({ ok: true, scope: 'view' })
    expect((await viewer(url, other.id, { token })).answer).toMatchObject({
      ok: false,
      error: { code: 'SESSION_NOT_FOUND' },
    })
    expect((await viewer(url, mine.id, {})).answer).toMatchObject({ ok: true, scope: 'owner' })
  })

  it('[CV26] a token that is none, is over, or stands in the address is refused before anything is joined', async () => {
    const { url } = await served()
    const { id, path } = await begun(url)
    const soon = await linkTo(path, { scope: 'view', expires: Date.now() + 300 })
    const looks = await viewer(url, id, { token: soon.token })
    await expect.poll(() => looks.told.at(-1), SOON).toMatchObject({ name: 'canvas:closed', data: { code: 4401 } })
    for (const token of [soon.token, 'hewn-link-guessed', '', 7, {}, ['x']] as string[]) {
      const refused = await viewer(url, id, { token })
      expect([refused.connected, refused.refused], JSON.stringify(token)).toMatchObject([
        false,
        { code: 'SESSION_TOKEN', message: expect.any(String) },
      ])
    }
    const { token } = await linkTo(path, { scope: 'view' })
    expect((await viewer(`${url}?token=${token}`, id, {})).refused).toMatchObject({ code: 'SESSION_TOKEN' })
    expect((await viewer(url, id, { token: null })).connected).toBe(true)
  })

  it('[CV26] [SV72] who looks by a link that is taken back is closed within a second, and stays out', async () => {
    const { url } = await served()
    const { id, path } = await begun(url)
    const [gone, kept] = [await linkTo(path, { scope: 'edit' }), await linkTo(path, { scope: 'view' })]
    const [first, second, third] = await Promise.all([
      viewer(url, id, { token: gone.token }),
      viewer(url, id, { token: kept.token }),
      viewer(url, id, {}),
    ])
    const began = Date.now()
    expect((await fetch(`${path}/shares/${gone.id}`, { method: 'DELETE' })).status).toBe(204)
    await expect.poll(() => first.told.at(-1)?.name, { timeout: 1000, interval: 5 }).toBe('canvas:closed')
    expect(Date.now() - began).toBeLessThan(1000)
    expect(first.told.at(-1)?.data).toMatchObject({ code: 4401, name: 'token' })
    await fetch(`${path}/files/notes.md`, { method: 'PUT', body: 'later' })
    const heard = (one: typeof first) => one.told.some(({ data }) => JSON.stringify(data).includes('notes.md'))
    await expect.poll(() => [heard(second), heard(third)], SOON).toEqual([true, true])
    expect(heard(first)).toBe(false)
    expect((await viewer(url, id, { token: gone.token })).refused).toMatchObject({ code: 'SESSION_TOKEN' })
    expect((await fetch(`${path}/state`, { headers: bearer(gone.token) })).status).toBe(401)
    expect((await fetch(`${path}/shares/${gone.id}`, { method: 'DELETE' })).status).toBe(404)
  })

  it('[SV72] a stream of events is cut with the link it was asked by, within a second; it says when it was last used', async () => {
    const { url } = await served({
      build: (_, play, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(play.succeed()))),
    })
    const { id, path } = await begun(url)
    const [gone, kept] = [await linkTo(path, { scope: 'edit' }), await linkTo(path, { scope: 'edit' })]
    expect(
      (await (await fetch(`${path}/shares`)).json()).items.map(({ seenAt }: { seenAt?: number }) => seenAt),
    ).toEqual([undefined, undefined])
    const streams = [gone, kept].map(({ token }) =>
      openEvents(`${url}/api/run`, bearer(token), { code: CUBE, session: id }),
    )
    await Promise.all(streams.map((one) => one.until((events) => events.length > 0)))
    const began = Date.now()
    const cut = streams[0]?.ended.then(() => Date.now() - began)
    await fetch(`${path}/shares/${gone.id}`, { method: 'DELETE' })
    expect(await cut).toBeLessThan(1000)
    const [left] = (await (await fetch(`${path}/shares`)).json()).items
    expect(left.seenAt).toBeGreaterThan(began - 60_000)
    await fetch(`${path}/files/notes.md`, { method: 'PUT', body: 'later', headers: bearer(kept.token) })
    expect(streams[1]?.named('complete')).toEqual([])
    streams[1]?.leave()
  })

  it('[SV72] by a view link every row that changes something answers 403, of another session every row 404', async () => {
    const { parts, ask } = await composed()
    const begin = async () => (await ask('POST', '/api/sessions', { headers: json, payload: '{}' })).json().session.id
    const [mine, other] = [(await begin()).slice(8), (await begin()).slice(8)]
    const payload = JSON.stringify({ scope: 'view' })
    const made = await ask('POST', `/api/sessions/${mine}/shares`, { headers: json, payload })
    const headers = bearer(new URL(made.json().url).hash.slice(1))
    for (const row of allRoutes(parts).filter(({ scope }) => scope !== 'open')) {
      const at = (session: string) => row.path.replace(':id', session).replaceAll(/:\w+/g, 'x').replace('*', 'x.y')
      const name = `${row.method} ${row.path}`
      const reply = await ask(row.method, at(mine), { headers })
      const reads = row.scope === 'view'
      // A row whose body or query is wanted says so first.
      if (!reads && row.method !== 'GET' && reply.status !== 400) expect(reply.status, name).toBe(403)
      if (!reads) expect(reply.status, name).toBeGreaterThanOrEqual(400)
      if (!row.path.startsWith('/api/sessions/:id')) continue
      const elsewhere = await ask(row.method, at(other), { headers })
      if (elsewhere.status !== 400) expect(elsewhere.status, name).toBe(404)
    }
    const put = { headers, payload: JSON.stringify(BOX) }
    const refused = await ask('PUT', `/api/sessions/${mine}/files/box.json`, put)
    expect(refused.json().error).toMatchObject({ code: 'REQUEST_SCOPE', hint: expect.stringContaining('link') })
    expect((await ask('GET', `/api/sessions/${mine}`, { headers })).json().role).toBe('view')
    expect((await ask('GET', '/api/sessions', { headers })).status).toBe(403)
    expect((await ask('GET', `/api/jobs?session=${mine}`, { headers })).status).toBe(200)
  })

  it('[SV72] by an edit link one edits, and the change says who; links are made by the owner alone', async () => {
    const { ask } = await composed()
    const id = (await ask('POST', '/api/sessions', { headers: json, payload: '{}' })).json().session.id.slice(8)
    const path = `/api/sessions/${id}`
    const share = { headers: json, payload: '{"scope":"edit"}' }
    const made = (await ask('POST', `${path}/shares`, share)).json()
    const headers = bearer(new URL(made.url).hash.slice(1))
    const put = await ask('PUT', `${path}/files/box.json`, { headers, payload: JSON.stringify(BOX) })
    expect(put.status).toBe(200)
    const lines = (await ask('GET', `${path}/replay`, { headers })).text.trim().split('\n')
    const uids = lines.map((line) => JSON.parse(line).actor.uid)
    expect(uids).toContain(`link:${made.id}`)
    expect((await ask('POST', `${path}/shares`, { ...share, headers: { ...json, ...headers } })).status).toBe(403)
    expect((await ask('GET', `${path}/shares`, { headers })).status).toBe(403)
    // What a job left is of its session.
    const job = (await ask('GET', `/api/jobs?session=${id}`)).json().items[0]
    if (job) expect((await ask('GET', `/api/jobs/${job.id.slice(4)}`, { headers })).status).toBe(200)
    const past = { headers: json, payload: JSON.stringify({ scope: 'view', expires: 1 }) }
    expect((await ask('POST', `${path}/shares`, past)).json().error.code).toBe('REQUEST_VALUE')
  })
})
