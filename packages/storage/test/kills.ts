import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { canvasOf, digestsOf, emptyCanvas, foldAll } from '@hewn/canvas'
import type { SessionId } from '@hewn/model'
import { systemWorld as world } from '@hewn/model/world'
import { openStorage } from '../src/index.ts'

const WRITER = fileURLToPath(new URL('./kill-writer.ts', import.meta.url))

export interface KillOptions {
  database: string
  blobs: string
  rounds: number
  chance: () => number
  /** Something else that is killed, and started again, in some rounds: the database itself. */
  alsoKill?: () => Promise<void>
}

export interface Killed {
  rounds: number
  acknowledged: number
  /** Written and not acknowledged: the kill came between the two. */
  unacknowledged: number
  events: number
  /** What was wrong, each in a sentence; empty is what is hoped for. */
  wrong: string[]
}

/**
 * Kills a writer with two hundred writes in flight at a random moment, again and again, and looks at what is there: nothing
 * acknowledged is lost, no number is given twice or has another content than before, the table of files is the channel
 * of files, and every blob that is referred to is there (CV47, SV40).
 */
export async function killAgainAndAgain(options: KillOptions): Promise<Killed> {
  const { database, blobs, rounds, chance, alsoKill } = options
  const first = await openStorage({ database, blobs, world })
  const { id } = await first.sessions.create({ title: '', origin: 'user', owner: 'ada' })
  await first.close()
  const seen = new Map<number, string>()
  const told = new Map<number, string | undefined>()
  const wrong: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const withDatabase = alsoKill !== undefined && round % 4 === 3
    const kill = async (writer: () => void) => {
      // A database that does not come back ends the run, and leaves no writer behind.
      try {
        if (withDatabase) await alsoKill()
      } finally {
        writer()
      }
    }
    const said = await writeAndKill(database, blobs, id, 20 + chance() * 400, kill)
    for (const { seq, text } of said) {
      if (told.has(seq)) wrong.push(`round ${round}: number ${seq} was given twice`)
      told.set(seq, text)
    }
    wrong.push(...(await judge(options, id, seen, told)).map((what) => `round ${round}: ${what}`))
  }
  return { rounds, acknowledged: told.size, unacknowledged: seen.size - told.size, events: seen.size, wrong }
}

interface Said {
  seq: number
  text?: string
}

async function writeAndKill(
  database: string,
  blobs: string,
  session: SessionId,
  milliseconds: number,
  kill: (writer: () => void) => Promise<void>,
): Promise<Said[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', WRITER, database, blobs, session], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const said: string[] = []
  if (!child.stdout) throw new Error('The writer has no output to read.')
  for await (const line of createInterface({ input: child.stdout })) {
    // Lines that are in the pipe already were acknowledged too: they are read to the end.
    if (said.push(line) === 1) setTimeout(() => void kill(() => child.kill('SIGKILL')), milliseconds)
  }
  const [, signal] = await exited
  if (signal !== 'SIGKILL') throw new Error(`The writer ended with ${signal ?? 'no signal'} before it was killed.`)
  return said.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Said)
}

async function judge(
  { database, blobs }: KillOptions,
  session: SessionId,
  seen: Map<number, string>,
  told: ReadonlyMap<number, string | undefined>,
): Promise<string[]> {
  const wrong: string[] = []
  const storage = await openStorage({ database, blobs, world })
  try {
    const { canvasLog: log } = storage
    const { head, snapshot, tail } = await log.open(session)
    let canvas = emptyCanvas()
    for (;;) {
      const page = await log.read(session, canvas.seq + 1, head, { events: 5_000, bytes: 1e9 })
      if (page === 'gone' || page.length === 0) break
      for (const commit of page) {
        if (commit.first !== canvas.seq + 1) wrong.push(`number ${canvas.seq + 1} is missing`)
        commit.events.forEach((event, place) => {
          const seq = commit.first + place
          const text = JSON.stringify(event)
          if (seen.has(seq) && seen.get(seq) !== text) wrong.push(`number ${seq} has another content than before`)
          seen.set(seq, text)
        })
        canvas = foldAll(canvas, commit.events)
      }
    }
    if (canvas.seq !== head) wrong.push(`the head is ${head}, and events end at ${canvas.seq}`)
    for (const [seq, text] of told) {
      if (seq > head) wrong.push(`number ${seq} was acknowledged and is lost`)
      else if (text !== undefined && !seen.get(seq)?.includes(text)) wrong.push(`number ${seq} is not what was written`)
    }
    const shortcut = foldAll(
      snapshot ? canvasOf(snapshot) : emptyCanvas(),
      tail.flatMap(({ events }) => events),
    )
    if (JSON.stringify(digestsOf(shortcut)) !== JSON.stringify(digestsOf(canvas)))
      wrong.push('snapshot and tail are not the fold of everything')
    const files = await storage.files.list(session)
    const channel = [...(canvas.channels.get('files') ?? [])].map(
      ([path, payload]) => `${path} ${(payload as { hash: string }).hash}`,
    )
    if (files.map(({ path, hash }) => `${path} ${hash}`).join() !== channel.toSorted().join())
      wrong.push('the table of files is not the channel of files')
    for (const { path, hash } of files)
      if (!(await storage.blobs.get(hash))) wrong.push(`the bytes of ${path} are not there`)
  } finally {
    await storage.close()
  }
  return wrong
}
