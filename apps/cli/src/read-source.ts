import { existsSync, readFileSync, statSync } from 'node:fs'
import { type Terminal, Wrong } from './terminal.ts'

/** The text of a file, or of stdin for `-`. */
export async function readSource(path: string, terminal: Terminal): Promise<string> {
  const bytes = path === '-' ? await terminal.readInput() : readFile(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Wrong(`${path === '-' ? 'stdin' : path} is not UTF-8 text`)
  }
}

function readFile(path: string): Uint8Array {
  if (!existsSync(path)) throw new Wrong(`${path}: there is no such file`)
  if (statSync(path).isDirectory()) throw new Wrong(`${path} is a folder`)
  return readFileSync(path)
}
