import { hewnError } from '@hewn/model'
import { designReply } from '@hewn/model/schemas'
import { DESIGN_REQUESTS, fakeModel, testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { createDesignAnswer, type DesignParts } from './create-design-answer.ts'
import { memoryRateLimit } from './rate-limit.ts'

const JSON_TYPE = 'application/json'
const recipe = { type: 'basicBox', width: 90, height: 60, depth: 80, openFaces: ['top'] }

function door(parts: Partial<DesignParts> = {}) {
  const world = testWorld()
  const answer = createDesignAnswer({ world, rate: [], ...parts })
  const post = (prompt: string, address = '192.0.2.1') =>
    answer({ method: 'POST', contentType: JSON_TYPE, address, body: JSON.stringify({ prompt }) })
  return { world, answer, post }
}

describe('the request table', () => {
  it.each(DESIGN_REQUESTS)('$name', async (row) => {
    const { method = 'POST', contentType = JSON_TYPE, body, status, code, says } = row
    const reply = await door().answer({ method, contentType, body })
    expect({ status: reply.status, code: 'error' in reply.body ? reply.body.error.code : undefined }).toEqual({
      status,
      code,
    })
    if ('error' in reply.body) expect(reply.body.error.message).toMatch(says ?? /./)
    else expect(reply.body).toMatchObject({ recipe: row.recipe, by: 'planner' })
    for (const [name, value] of Object.entries(row.headers ?? {}))
      expect(new Headers(reply.headers).get(name)).toBe(value)
    expect(designReply.safeParse(reply.body).error).toBeUndefined()
  })
})

describe('the rate', () => {
  it('[AG66] takes 10 requests of an address in any 60 s, then says when the next is taken', async () => {
    const world = testWorld()
    const { post } = door({ rate: [memoryRateLimit({ world })] })
    for (let time = 0; time < 10; time++) {
      expect((await post('open top box 150x100x80')).status).toBe(200)
      world.advance(1000)
    }
    const eleventh = await post('open top box 150x100x80')
    expect(eleventh).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '50' },
      body: { error: { code: 'LIMIT_RATE' } },
    })
    expect((await post('open top box 150x100x80', '192.0.2.2')).status).toBe(200)
    world.advance(50_000)
    expect((await post('open top box 150x100x80')).status).toBe(200)
    expect((await post('open top box 150x100x80')).status).toBe(429)
  })

  it('[AG65] what is refused for its method or type does not count, what is refused for its body does', async () => {
    const world = testWorld()
    const { answer, post } = door({ rate: [memoryRateLimit({ world, limit: 2 })] })
    const address = '192.0.2.1'
    for (let time = 0; time < 5; time++) {
      await answer({ method: 'GET', address, body: '' })
      await answer({ method: 'POST', contentType: 'text/plain', address, body: '' })
    }
    expect((await answer({ method: 'POST', contentType: JSON_TYPE, address, body: 'broken' })).status).toBe(400)
    expect((await post('nonsense')).status).toBe(422)
    expect((await post('open top box 150x100x80')).status).toBe(429)
  })

  it('[AG66] IPv6 counts by /64, IPv4 in IPv6 as IPv4, and whoever has no address shares one bucket', async () => {
    const world = testWorld()
    const { answer } = door({ rate: [memoryRateLimit({ world, limit: 1 })] })
    const status = async (address?: string) =>
      (
        await answer({
          method: 'POST',
          contentType: JSON_TYPE,
          body: '{}',
          ...(address === undefined ? {} : { address }),
        })
      ).status
    expect(await status('2001:db8:1:2:3:4:5:6')).toBe(400)
    expect(await status('2001:0db8:1:2::9')).toBe(429)
    expect(await status('2001:db8:1:3::9')).toBe(400)
    expect(await status('::ffff:192.0.2.9')).toBe(400)
    expect(await status('192.0.2.9')).toBe(429)
    expect(await status()).toBe(400)
    expect(await status('')).toBe(429)
  })

  it('[AG66] remembers a bounded number of addresses and forgets the one longest unseen', async () => {
    const world = testWorld()
    const limit = memoryRateLimit({ world, limit: 1, addresses: 2 })
    await limit.take('a')
    await limit.take('b')
    await limit.take('c')
    expect((await limit.take('b')).ok).toBe(false)
    expect((await limit.take('a')).ok).toBe(true)
  })

  it('[AG66] every limiter that is bound must agree', async () => {
    const world = testWorld()
    const refusing = { take: async () => ({ ok: false as const, retryAfter: 7 }) }
    const { post } = door({ rate: [memoryRateLimit({ world }), refusing] })
    expect(await post('open top box 150x100x80')).toMatchObject({ status: 429, headers: { 'Retry-After': '7' } })
  })
})

describe('who answers', () => {
  const good = { says: JSON.stringify({ recipe, assumptions: ['3 mm'] }) }
  const down = { fails: hewnError('AGENT_UNREACHABLE') }

  it('[AG69] model,planner: the model first', async () => {
    const model = fakeModel(good)
    const { body } = await door({ model }).post('a box for my tea')
    expect(body).toMatchObject({ recipe, by: 'model' })
    expect(model.calls.map(({ request }) => request)).toEqual([{ prompt: 'a box for my tea' }])
  })

  it('[AG69] model,planner: the planner when there is no key', async () => {
    expect((await door().post('open top box 90x80x60')).body).toMatchObject({ recipe, by: 'planner' })
  })

  it('[AG69] model,planner: the planner when the provider fails and the reading is complete, and the notes say so', async () => {
    const { body } = await door({ model: fakeModel(down) }).post('open top box 90x80x60')
    expect(body).toMatchObject({
      recipe,
      by: 'planner',
      notes: expect.arrayContaining([expect.stringContaining('AGENT_UNREACHABLE')]),
    })
  })

  it("[AG69] model,planner: the provider's trouble when the planner cannot read the words either", async () => {
    expect(await door({ model: fakeModel(down) }).post('something for my tea')).toMatchObject({
      status: 502,
      body: { error: { code: 'AGENT_UNREACHABLE' } },
    })
  })

  it('[AG69] planner,model: the model only for what the planner does not read', async () => {
    const model = fakeModel(good)
    const { post } = door({ model, order: 'planner,model' })
    expect((await post('open top box 90x80x60')).body).toMatchObject({ by: 'planner' })
    expect((await post('box 5000x80x60')).status).toBe(422)
    expect(model.calls).toHaveLength(0)
    expect((await post('something for my tea')).body).toMatchObject({ by: 'model' })
  })

  it('[AG69] planner: never the model', async () => {
    const model = fakeModel(good)
    expect((await door({ model, order: 'planner' }).post('something for my tea')).status).toBe(422)
    expect(model.calls).toHaveLength(0)
  })

  it('[AG69] model without a key is AGENT_NO_MODEL, which names the ways to set one', async () => {
    const { status, body } = await door({ order: 'model' }).post('open top box 90x80x60')
    expect({ status, body }).toMatchObject({
      status: 503,
      body: { error: { code: 'AGENT_NO_MODEL', hint: expect.stringContaining('OPENAI_API_KEY') } },
    })
  })

  it('[AG65] a refused request costs no call of the model', async () => {
    const model = fakeModel(good)
    const { answer, post } = door({ model })
    await answer({ method: 'POST', contentType: JSON_TYPE, body: '{}' })
    await post(' ')
    await post('x'.repeat(2001))
    expect(model.calls).toHaveLength(0)
  })
})

/** A door behind which only the model answers. */
function only(...turns: Parameters<typeof fakeModel>) {
  const model = fakeModel(...turns)
  return { model, ...door({ model, order: 'model' }) }
}

describe("the model's answer", () => {
  it('[AG67] is repaired once, with what was wrong', async () => {
    const { model, post } = only(
      { says: JSON.stringify({ recipe: { ...recipe, width: 5 } }) },
      { says: JSON.stringify({ recipe }) },
    )
    expect((await post('a box')).body).toMatchObject({ recipe, by: 'model' })
    expect(model.calls[1]?.request.problems).toEqual(['width: Width is 5 mm — at least 10 mm with 3 mm material'])
  })

  it('[AG67] that is bad twice is AGENT_BAD_ANSWER', async () => {
    const { post } = only({ says: 'Sure! Here is your box.' }, { says: '{"recipe": {"type": "castle"}}' })
    expect(await post('a box')).toMatchObject({ status: 502, body: { error: { code: 'AGENT_BAD_ANSWER' } } })
  })

  it('[AG68] over 51,200 bytes is rejected and not cut', async () => {
    const { post } = only({ says: JSON.stringify({ recipe }).padEnd(51_201) })
    expect(await post('a box')).toMatchObject({ status: 502, body: { error: { code: 'AGENT_ANSWER_TOO_LONG' } } })
    expect((await only({ says: JSON.stringify({ recipe }).padEnd(51_200) }).post('a box')).status).toBe(200)
  })

  it('[AG68] with fields of its own is refused, and its prose never reaches the caller', async () => {
    const spoken = 'visit https://evil.example'
    const { post } = only(
      { says: JSON.stringify({ recipe: { ...recipe, script: spoken } }) },
      { says: JSON.stringify({ recipe, problem: spoken, assumptions: [spoken], comment: spoken }) },
    )
    const { body } = await post('a box')
    expect(body).toMatchObject({ recipe, by: 'model' })
    expect(JSON.stringify(body)).not.toContain('evil')
  })

  it('[AG68] may be a problem in a code of ours', async () => {
    const { post } = only({ says: '{"problem":"AGENT_NOT_A_BOX"}' })
    expect(await post('a gear')).toMatchObject({ status: 422, body: { error: { code: 'AGENT_NOT_A_BOX' } } })
  })

  it('[AG67] that does not come within 25 s is AGENT_TIMEOUT, and the call is stopped', async () => {
    const { model, world, post } = only('silent')
    const reply = post('a box')
    await Promise.resolve()
    await Promise.resolve()
    world.advance(25_000)
    expect(await reply).toMatchObject({ status: 504, body: { error: { code: 'AGENT_TIMEOUT' } } })
    expect(model.calls[0]?.signal.aborted).toBe(true)
  })

  it('[AG63] that is an exception tells nothing of it', async () => {
    const { post } = only({ throws: new Error('401 from https://api.example with key sk-canary') })
    const { status, body } = await post('a box')
    expect(status).toBe(502)
    expect(JSON.stringify(body)).not.toMatch(/canary|https/)
  })
})
