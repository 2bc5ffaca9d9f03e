import { spawn } from 'node:child_process'
import { collectedFrame, frameReader, SHAPE_BUDGET } from '@hewn/protocol'
import type { Collected } from '../worker-factory.ts'
import { cleanEnvironment } from './clean-environment.ts'

const PATIENCE = 20_000

/**
 * What a script left in its slot. A process of its own opens it: the host never opens a path a script chose (KN21).
 * Whatever goes wrong there, a job that is done stays done; the log says that files are missing.
 */
export function collect(
  python: string,
  collector: string,
  slot: string,
  given: Record<string, string>,
): Promise<Collected> {
  return new Promise((resolve) => {
    const collected: Collected = { files: [], notes: [], crash: '' }
    const child = spawn(python, ['-I', '-S', '-B', collector, slot], {
      env: cleanEnvironment(slot),
      cwd: '/',
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
    })
    const reader = frameReader(SHAPE_BUDGET)
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    let whole = false
    child.stdout.on('data', (chunk: Buffer) => {
      const frames = reader.push(chunk)
      if (!frames.ok) return child.kill('SIGKILL')
      for (const { header, payload } of frames.value) {
        const frame = collectedFrame.safeParse(header).data
        if (frame?.t === 'file') collected.files.push({ name: frame.name, bytes: payload })
        else if (frame?.t === 'note') collected.notes.push(frame.text)
        else if (frame?.t === 'end') whole = true
        else if (frame?.t === 'left') {
          collected.crash = frame.crash
          if (frame.line > 0) collected.line = frame.line
        }
      }
      return undefined
    })
    const done = () => {
      clearTimeout(timer)
      if (!whole) collected.notes.push('Not all files that the script wrote could be collected.')
      resolve(collected)
    }
    child.on('error', done)
    child.on('close', done)
    child.stdin.on('error', () => undefined)
    child.stdin.end(JSON.stringify(given))
  })
}
