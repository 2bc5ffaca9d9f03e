import type { BuildRequest } from './kernel.ts'

/** Bytes of all files together: comparing more would cost more than it gains. */
const LARGEST = 1024 ** 2

/** All that a run depends on but values: equal for equal scripts. Nothing where there is too much to compare. */
export function scriptOf(
  { files, entry, result, limits }: BuildRequest,
  sha256: (bytes: Uint8Array) => string,
): string | undefined {
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > LARGEST) return undefined
  const { seconds, memory, log, line } = limits
  return JSON.stringify([
    entry,
    result,
    seconds,
    memory,
    log,
    line,
    files.map(({ path, bytes }) => [path, sha256(bytes)]),
  ])
}
