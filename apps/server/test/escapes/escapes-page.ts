import type { Escape } from './escape.ts'
import type { Column } from './try-column.ts'

/** docs/escapes.md, as printed. */
export function escapesPage(tried: readonly Escape[], columns: readonly Column[], machine: string): string {
  const whole = columns.filter(({ head }) => !head.includes('without'))
  const refused = columns.filter((column) => column.refused !== undefined)
  const left = columns.flatMap((column) => column.left)
  const wrong = columns.reduce((sum, { bad }) => sum + bad, 0)
  const cell = ({ rows }: Column, number: number) => {
    const row = rows[number]
    if (row === undefined) return '–'
    const word = row.holds ? 'held' : 'got through'
    return `${row.asExpected ? word : `**${word}**`}, ${row.ended}`
  }
  return `# What scripts tried to get out of their room

Printed by \`npm run escapes -- --ablation --write docs/escapes.md\`, by root, in one run, on ${machine}. Every behaviour is a script in
\`python/runner/escapes\` that went through \`/api/run\`; *held* means: refused or ended by name, nothing arrived or was left
outside, health answered within a second all along, and the next honest job was right. The columns *without* leave one lock open
(with files also the user per slot, which holds them a second time), to show that the behaviours it holds can get through; others are held by more than one lock, or by none of these. What is not as
it has to be is **bold**.

In the bare form nothing caps a folder unless a sized tmpfs is mounted for each slot: 16 and 18 get through there, and the level is
*partial* for it.

${columns.map(({ head, level }) => `${head}: ${level}`).join(' · ')}.
${whole.map(({ head, rows }) => `${head}: ${Object.values(rows).filter(({ holds }) => holds).length} of ${tried.length} held`).join(' · ')}.
${refused.map((column) => `This machine refuses ${column.head}: ${column.refused}.\n`).join('')}${left.length > 0 ? `Left behind: ${left.join(', ')}` : 'Nothing was left behind'}; ${wrong} not as it has to be.

| # | tried | ${columns.map(({ head, refused: why }) => (why === undefined ? head : `${head} (refused here)`)).join(' | ')} |
|---|---|${columns.map(() => '---|').join('')}
${tried.map((escape) => `| ${escape.number} | ${escape.tries} | ${columns.map((column) => cell(column, escape.number)).join(' | ')} |`).join('\n')}
`
}
