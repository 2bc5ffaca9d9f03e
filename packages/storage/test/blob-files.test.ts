import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '@hewn/protocol'
import { expect, it } from 'vitest'
import { openStorage } from '../src/index.ts'
import { at, temporaryHome } from './temporary-home.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A storage, and another one as after a restart: nothing of the first is remembered but its files. */
async function house() {
  const home = temporaryHome()
  const problems: string[] = []
  const open = () => openStorage({ ...at(home), report: (problem) => void problems.push(problem) })
  const folder = join(home, 'blobs')
  const place = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2))
  return { open, folder, place, problems }
}

it('[SV42] a blob is named by its hash, comes back as it was, and is read-protected from others', async () => {
  const { open, place, folder } = await house()
  const storage = await open()
  const bytes = bytesOf('a panel')
  const { hash } = await storage.blobs.put(bytes)
  expect(hash).toBe(sha256Hex(bytes))
  expect([...((await storage.blobs.get(hash)) ?? [])]).toEqual([...bytes])
  expect(await storage.blobs.has(hash)).toBe(true)
  expect(statSync(place(hash)).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(folder, 'temporary'))).toEqual([])
  await storage.close()
})

it('[SV42] an empty blob is a blob, and a hundred at once do not disturb each other', async () => {
  const { open } = await house()
  const { blobs, close } = await open()
  const texts = ['', ...Array.from({ length: 50 }, (_, number) => `blob ${number}`)]
  const put = await Promise.all([...texts, ...texts].map((text) => blobs.put(bytesOf(text))))
  expect(new Set(put.map(({ hash }) => hash)).size).toBe(texts.length)
  const read = await Promise.all(put.map(({ hash }) => blobs.get(hash)))
  expect(read.map((bytes) => new TextDecoder().decode(bytes))).toEqual([...texts, ...texts])
  await close()
})

it.each([
  ['other bytes of the same length', (path: string) => writeFileSync(path, 'b panel')],
  ['a cut file', (path: string) => truncateSync(path, 3)],
])('[SV42] %s is set aside, reported and never served; the same blob can be put again', async (_, spoil) => {
  const { open, place, folder, problems } = await house()
  const first = await open()
  const bytes = bytesOf('a panel')
  const { hash } = await first.blobs.put(bytes)
  await first.close()
  spoil(place(hash))

  const storage = await open()
  expect(await storage.blobs.get(hash)).toBeUndefined()
  expect(problems).toEqual([expect.stringMatching(new RegExp(`Blob ${hash} holds other bytes`))])
  expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1)
  expect(existsSync(place(hash))).toBe(false)
  expect(await storage.blobs.get(hash)).toBeUndefined()
  await storage.blobs.put(bytes)
  expect(await storage.blobs.get(hash)).toEqual(Buffer.from(bytes))
  await storage.close()
})

it('[SV42] the length is checked at every reading, also of a blob that was good before', async () => {
  const { open, place, problems } = await house()
  const { blobs, close } = await open()
  const { hash } = await blobs.put(bytesOf('a panel'))
  expect(await blobs.get(hash)).toBeDefined()
  truncateSync(place(hash), 0)
  expect(await blobs.get(hash)).toBeUndefined()
  expect(problems).toHaveLength(1)
  await close()
})

it('[SV42] a file that nothing refers to is no blob, and becomes one when it is put', async () => {
  const { open, place } = await house()
  const { blobs, close } = await open()
  const bytes = bytesOf('written, then the power went')
  const hash = createHash('sha256').update(bytes).digest('hex')
  mkdirSync(join(place(hash), '..'), { recursive: true })
  writeFileSync(place(hash), bytes)
  expect(await blobs.has(hash)).toBe(false)
  expect(await blobs.get(hash)).toBeUndefined()
  await blobs.put(bytes)
  expect(await blobs.get(hash)).toEqual(Buffer.from(bytes))
  await close()
})

it('[SV42] drafts of a process that is gone are cleared away, those of a living one are not', async () => {
  const { open, folder } = await house()
  await (await open()).close()
  const temporary = join(folder, 'temporary')
  writeFileSync(join(temporary, '999999999-abc'), 'half')
  writeFileSync(join(temporary, `${process.ppid}-abc`), 'half')
  await (await open()).close()
  expect(readdirSync(temporary)).toEqual([`${process.ppid}-abc`])
})

it('a name that is no hash is the name of nothing', async () => {
  const { open } = await house()
  const { blobs, close } = await open()
  for (const name of ['', '..', '../hewn.db', 'A'.repeat(64), `${'a'.repeat(64)}/..`, 'a'.repeat(63)]) {
    expect(await blobs.get(name)).toBeUndefined()
    expect(await blobs.has(name)).toBe(false)
  }
  await close()
})
