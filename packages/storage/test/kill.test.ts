import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openStorage } from '../src/index.ts'
import { at, temporaryHome } from './temporary-home.ts'

const WRITER = fileURLToPath(new URL('./kill-writer.ts', import.meta.url))

it('[SV40] [CV47] kill -9 in the middle of writing loses nothing acknowledged, and a number has one meaning', async () => {
  const home = temporaryHome()
  const acknowledged: { seq: number; text: string; blob: string }[] = []
  for (const lines of [1, 30, 7, 40, 13]) acknowledged.push(...(await writeAndKill(home, lines)))

  const storage = await openStorage(at(home))
  const { head, tail } = await storage.canvasLog.open('session:1')
  const found = new Map(
    tail.flatMap(({ first, events }) => events.map(({ data }, place) => [first + place, data.value])),
  )
  expect(acknowledged.length).toBeGreaterThanOrEqual(91)
  expect([...found.keys()], 'no gap').toEqual(Array.from({ length: head }, (_, place) => place + 1))
  for (const { seq, text, blob } of acknowledged) {
    expect(found.get(seq)).toBe(text)
    expect(new TextDecoder().decode(await storage.blobs.get(blob))).toBe(text)
  }
  expect(new Set(acknowledged.map(({ seq }) => seq)).size).toBe(acknowledged.length)
  await storage.close()
}, 60_000)

/** What a writer had acknowledged when it was killed, after at least so many lines. */
async function writeAndKill(home: string, lines: number): Promise<{ seq: number; text: string; blob: string }[]> {
  const child: ChildProcess = spawn(process.execPath, [WRITER, home], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const said: string[] = []
  if (!child.stdout) throw new Error('The writer has no output to read.')
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    // Lines that are in the pipe already were acknowledged too: they are read to the end.
    if (said.length === lines) child.kill('SIGKILL')
  }
  const [code, signal] = await exited
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' })
  return said.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line))
}
