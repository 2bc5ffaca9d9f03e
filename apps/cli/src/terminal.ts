import { Buffer } from 'node:buffer'
import { EXIT } from './exit.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** The command was used in a way it cannot be: said in one sentence, exit 64. */
export class Wrong extends Error {
  override readonly name = 'Wrong'
}

/** People read stderr, programs read stdout. */
export interface Terminal {
  env: Environment
  /** For programs: results, and nothing else. */
  print(text: string | Uint8Array): void
  /** For people; silent after `hush`. */
  say(text: string): void
  /** For people, said even when hushed: errors. */
  complain(text: string): void
  hush(): void
  wrong(message: string, help: string): number
  readInput(): Promise<Uint8Array>
  /** Aborted by Ctrl-C; a second one ends at once. */
  signal: AbortSignal
  close(): void
}

export function createTerminal(env: Environment): Terminal {
  const stopping = new AbortController()
  let hushed = false
  const stop = () => {
    if (stopping.signal.aborted) process.exit(EXIT.interrupted)
    stopping.abort()
  }
  // Listened to only where somebody asks for the signal, so that elsewhere Ctrl-C ends the process as ever.
  let listening = false
  process.stdout.on('error', endQuietly)
  process.stderr.on('error', endQuietly)
  return {
    env,
    print: (text) => void process.stdout.write(text),
    say: (text) => (hushed ? undefined : complain(text)),
    complain,
    hush: () => void (hushed = true),
    wrong(message, help) {
      complain(`${message}\nRun: ${help}`)
      return EXIT.wrong
    },
    async readInput() {
      const chunks: Uint8Array[] = []
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
      return Buffer.concat(chunks)
    },
    get signal() {
      if (!listening) process.on('SIGINT', stop)
      listening = true
      return stopping.signal
    },
    close: () => void process.off('SIGINT', stop),
  }
}

const complain = (text: string): void => void process.stderr.write(`${text}\n`)

/** Whoever reads us may stop reading: `hewn box … | head` ends quietly. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(EXIT.done)
}
