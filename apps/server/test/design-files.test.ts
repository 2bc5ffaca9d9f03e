import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { BOX, composed, CUBE, json, type PlayedBuild, SOON } from './house.ts'

async function sessionOf(from: object, build: PlayedBuild = (_, play) => play.succeed()) {
  const house = await composed({ build })
  const { session } = (await house.ask('POST', '/api/sessions', { payload: { from }, headers: json })).json()
  const at = `/api/sessions/${session.id}`
  await expect.poll(async () => (await house.ask('GET', `${at}/versions`)).json().items.length, SOON).toBe(1)
  return { ...house, at, get: (format: string) => house.ask('GET', `${at}/exports/${format}`) }
}

it('[KN62] a part is taken away as GLB, 3MF and PNG, made from what is on screen', async () => {
  const { get, ask, at } = await sessionOf({ script: CUBE })
  const glb = await get('glb')
  expect(glb.headers['content-type']).toBe('model/gltf-binary')
  expect(glb.bytes.subarray(0, 4).toString()).toBe('glTF')
  const threeMf = await get('3mf')
  expect(threeMf.headers['content-disposition']).toContain('hewn-v1.3mf')
  expect(Buffer.from(unzipSync(threeMf.bytes)['3D/3dmodel.model'] ?? []).toString()).toContain('name="cube"')
  const png = await get('png')
  expect(png.headers['content-type']).toBe('image/png')
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1024, 768])
  const sheet = await get('png?views=iso,front,top,right&width=200&height=100')
  expect([sheet.bytes.readUInt32BE(16), sheet.bytes.readUInt32BE(20)]).toEqual([200, 100])
  // Kept with the job: asked twice, made once.
  const [version] = (await ask('GET', `${at}/versions`)).json().items
  const artifact = await ask('GET', `/artifacts/${version.job.slice(4)}.glb`)
  expect(artifact.bytes.equals(glb.bytes)).toBe(true)
})

it('[KN62] the same files of a box', async () => {
  const { get } = await sessionOf({ recipe: BOX })
  for (const format of ['glb', '3mf', 'png']) expect((await get(format)).status, format).toBe(200)
  const text = Buffer.from(unzipSync((await get('3mf?units=in')).bytes)['3D/3dmodel.model'] ?? []).toString()
  expect(text).toContain('unit="inch"')
})

it('[SV31] what no format takes is refused, and said by name', async () => {
  const { get } = await sessionOf({ script: CUBE })
  const silly = ['png?views=inside', 'png?width=99999', '3mf?units=miles', 'png?views=top,top,top,top,top']
  const wrong = [
    'stl?tolerance=0',
    'stl?angle=-3',
    'stl?ascii=perhaps',
    'step?schema=AP9',
    'svg?section=q:1',
    'svg?section=z:',
  ]
  for (const query of [...silly, ...wrong, 'stl?layers=', 'stl?nonsense=1'])
    expect((await get(query)).status, query).toBe(400)
  expect((await get('step?tolerance=0.1')).json().error).toMatchObject({
    message: 'A STEP has no "tolerance"; it is for stl, 3mf.',
    at: 'tolerance',
  })
  expect((await get('stl?layers=roof')).json().error.message).toBe('There is no layer "roof"; there are cube.')
})

it('[SV31] POST makes an artifact that stays: asked twice, made once, and other options are another file', async () => {
  const { ask, at, get } = await sessionOf({ script: CUBE })
  const post = async (payload: object) => ask('POST', `${at}/exports`, { payload, headers: json })
  const first = (await post({ format: 'stl' })).json().artifact
  expect(first).toMatchObject({ name: 'model.stl', format: 'stl' })
  expect((await ask('GET', first.url)).bytes.equals((await get('stl')).bytes)).toBe(true)
  expect((await post({ format: 'stl' })).json().artifact).toEqual(first)
  const coarse = { format: 'stl', options: { units: 'in', ascii: true }, layers: ['cube'] }
  const other = (await post(coarse)).json().artifact
  expect(other.name).toMatch(/^exports\/[0-9a-f]{16}\/model\.stl$/)
  expect((await post(coarse)).json().artifact).toEqual(other)
  expect((await ask('GET', other.url)).status).toBe(200)
  for (const bad of [
    {},
    { format: 'exe' },
    { format: 'stl', version: 'version:none' },
    { format: 'stl', options: { tolerance: 'x' } },
  ])
    expect((await post(bad)).status, JSON.stringify(bad)).toBeGreaterThanOrEqual(400)
})

it('[SV31] a sheet of a box is an artifact, too', async () => {
  const { ask, at } = await sessionOf({ recipe: BOX })
  const { artifact } = (await ask('POST', `${at}/exports`, { payload: { format: 'svg' }, headers: json })).json()
  expect(artifact.format).toBe('svg')
  expect((await ask('GET', artifact.url)).text).toContain('<svg')
})

it('[KN48] between panels of a box nothing is measured, and it says so', async () => {
  const { ask, at } = await sessionOf({ recipe: BOX })
  const face = { layer: 'layer:front', kind: 'face', index: 0 }
  const reply = await ask('POST', `${at}/measure`, { payload: { between: [[face, face]] }, headers: json })
  expect(reply.json().error.message).toBe(
    'Distances and angles are measured on parts; the sizes of a panel stand on its sheet.',
  )
})

it('[KN64] a solid that is not valid is a file only for whoever says so', async () => {
  const { get } = await sessionOf({ script: CUBE }, async (_, play) => {
    const built = await play.succeed()
    if (!built.ok) return built
    const facts = built.value.facts.map((fact) =>
      fact.kind === 'valid' ? { ...fact, ok: false, why: 'a shell is open' } : fact,
    )
    return { ok: true, value: { ...built.value, facts } }
  })
  const refused = await get('stl')
  expect(refused.status).toBe(409)
  expect(refused.json().error).toMatchObject({
    code: 'JOB_NOT_VALID',
    message: '"cube" is not a valid solid: a shell is open.',
  })
  expect((await get('stl?force=true')).status).toBe(200)
})

it('[KN62] a picture with axes and captions is another picture', async () => {
  const { get } = await sessionOf({ script: CUBE })
  const [plain, axes, extents] = await Promise.all([
    get('png'),
    get('png?axes=true'),
    get('png?extents=true&views=front'),
  ])
  expect(axes.bytes.equals(plain.bytes)).toBe(false)
  expect(extents.status).toBe(200)
})
