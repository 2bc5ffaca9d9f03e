import type { Escape } from './escape.ts'
import { type EscapeOptions, escapeRoom } from './try-escapes.ts'

/** What came of it in one form of the room, by one user. */
export interface Column {
  head: string
  /** Why there is no such room on this machine. */
  refused?: string
  level: string
  /** By the number of the behaviour. */
  rows: Record<number, { holds: boolean; asExpected: boolean; ended: string }>
  left: string[]
  /** Rows that are not what they have to be, and things left behind. */
  bad: number
}

/** `expected`: whether it has to hold; where a lock is open it has to get through. */
export async function tryColumn(
  head: string,
  tried: readonly Escape[],
  how: EscapeOptions,
  expected: (escape: Escape) => boolean,
): Promise<Column> {
  const column: Column = { head, level: 'none', rows: {}, left: [], bad: 0 }
  const room = await escapeRoom(how).catch((error: unknown) => String(error))
  if (typeof room === 'string') {
    process.stderr.write(`${head}: ${room}\n`)
    return { ...column, refused: room }
  }
  column.level = (await room.isolation()).level
  process.stderr.write(`${head}: ${column.level}\n`)
  for (const escape of tried) {
    const { wrong, ended, milliseconds } = await room.tryOut(escape)
    const holds = wrong.length === 0
    const asExpected = holds === expected(escape)
    if (!asExpected) column.bad++
    column.rows[escape.number] = { holds, asExpected, ended }
    const what = asExpected ? '' : `  ${wrong.slice(0, 4).join(' · ')}`
    process.stderr.write(
      `${asExpected ? '✓' : '✗'} ${head} ${escape.number} ${escape.name}: ${ended} ${Math.round(milliseconds)} ms${what}\n`,
    )
  }
  column.left = await room.close()
  if (column.left.length > 0) {
    column.bad++
    process.stderr.write(`✗ ${head} left behind: ${column.left.join(', ')}\n`)
  }
  return column
}
