import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyCanvas, foldAll, snapshotOf } from '@hewn/canvas'
import { describe, expect, it } from 'vitest'
import { begun, type Told, viewer } from './company.ts'
import { BOX, composed, json, served, SOON, temporaryHome } from './house.ts'

describe('viewers', () => {
  it('[CV28] a second tab sees what the first one does: snapshot, then every event, without a hole', async () => {
    const { url } = await served()
    const { id, path } = await begun(url)
    const [first, second] = await Promise.all([viewer(url, id), viewer(url, id)])
    expect(first.answer).toMatchObject({ ok: true, room: id, mode: 'snapshot' })
    const put = await fetch(`${path}/files/box.json`, { method: 'PUT', body: JSON.stringify(BOX) })
    const seq = Number(put.headers.get('hewn-seq'))
    const lastOf = (told: Told[]) => Number(told.at(-1)?.data.preview_seq)
    await expect.poll(() => [lastOf(first.told), lastOf(second.told)], SOON).toEqual([seq, seq])
    const numbers = first.told.map((one) => Number(one.data.preview_seq))
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
    expect(first.names()[0]).toBe('preview:snapshot')
    expect(first.told).toEqual(second.told)
    const late = await viewer(url, id)
    await expect.poll(() => late.told.length, SOON).toBe(1)
    const state = await (await fetch(`${path}/state`)).json()
    expect(late.told[0]?.data).toEqual(state)
  })

  it('[SV70] a foreign Host or Origin does not shake hands; ours does', async () => {
    const { url } = await served()
    const { id } = await begun(url)
    expect((await viewer(url, id, { headers: { origin: 'https://evil.example' } })).connected).toBe(false)
    expect((await viewer(url, id, { headers: { host: 'evil.example' } })).connected).toBe(false)
    expect((await viewer(url, id, { headers: { origin: url } })).connected).toBe(true)
    const polled = await fetch(`${url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: 'https://evil.example' },
    })
    expect(polled.status).toBe(403)
    const foreign = { 'user-agent': 'Mozilla/5.0', 'sec-fetch-site': 'cross-site' }
    expect((await fetch(`${url}/socket.io/?EIO=4&transport=polling`, { headers: foreign })).status).toBe(403)
  })

  it('what one may not see does not exist', async () => {
    const { url } = await served()
    const stranger = await viewer(url, 'session:0000000000000000000000')
    expect(stranger.answer).toMatchObject({ ok: false, error: { code: 'SESSION_NOT_FOUND' } })
  })

  it('[SV3] whoever looks sees how far the kernel is, without asking', async () => {
    const home = temporaryHome()
    const { url } = await served({ home })
    const { id } = await begun(url)
    const [plain, framed] = [await viewer(url, id), await viewer(url, id, { accept: ['frames'] })]
    writeFileSync(join(home, 'python', 'state.json'), '{"state":"installing","share":0.5}')
    const told = (one: typeof plain) => JSON.stringify(one.told).includes('"kernel":{"state":"installing","share":0.5}')
    await expect.poll(() => [told(plain), told(framed)], SOON).toEqual([true, true])
  })

  it('both loopback families lead to the one server, sockets too', async (context) => {
    const { url } = await served()
    const other = url.replace('127.0.0.1', '[::1]')
    const health = await fetch(`${other}/api/health`).catch(() => undefined)
    if (health === undefined) return context.skip('this machine has no IPv6')
    const { id } = await begun(url)
    expect((await viewer(other, id)).answer).toMatchObject({ ok: true })
  })
})

describe('the canvas and the tables', () => {
  it('[CV47] what a commit did not bring to the canvas is brought when the session is next used', async () => {
    const { ask, parts } = await composed()
    const { id } = (await ask('POST', '/api/sessions', { payload: {}, headers: json })).json().session
    const path = `/api/sessions/${id}`
    const { version } = (await ask('PUT', `${path}/files/box.json`, { payload: JSON.stringify(BOX) })).json()
    // As after a kill between the row and the commit.
    const on = parts.canvas.session(id, { uid: 'test', by: 'system' })
    await on.together((draft) => {
      for (const channel of ['layers', 'jobs', 'versions']) draft.clearChannel({ channel })
      draft.patchState({ patch: { title: 'lost', head: null, kind: null, kernel: null } })
    })
    delete parts.desks.at(id).ready
    const canvas = (await ask('GET', `${path}/state`)).json()
    expect(canvas.state).toMatchObject({ head: version.id, kind: 'box', title: '', kernel: { state: 'missing' } })
    expect(Object.keys(canvas.resources)).toEqual(expect.arrayContaining(['files', 'layers', 'jobs', 'versions']))
    const seq = canvas.seq
    delete parts.desks.at(id).ready
    expect((await ask('GET', `${path}/state`)).json().seq, 'nothing to do, nothing done').toBe(seq)
  })

  it('[SV48] folding the replay gives the canvas', async () => {
    const { url } = await served()
    const { id, path } = await begun(url)
    await fetch(`${path}/files/box.json`, { method: 'PUT', body: JSON.stringify(BOX) })
    const lines = (await (await fetch(`${path}/replay`)).text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const events = lines.flatMap((line) =>
      line.events.map(({ type, data }: { type: string; data: Record<string, unknown> }) => {
        delete data.preview_seq
        return { type, data }
      }),
    )
    const state = (await (await fetch(`${path}/state`)).json()) as { epoch: string }
    expect(snapshotOf(id as `session:${string}`, state.epoch, foldAll(emptyCanvas(), events))).toEqual(state)
  })
})
