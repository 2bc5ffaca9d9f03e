import { seconds } from './steps.mjs'

/** The last table of `npm test`: suite, passed, failed, skipped, seconds; or NOT RUN, why, and the command that mends it. */
export function table(results) {
  const rows = [['suite', 'passed', 'failed', 'skipped', 'seconds', ''], ...results.map(row)]
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)))
  const line = (cells) =>
    cells
      .map((cell, column) =>
        column === 0 || column === 5 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}

function row({ suite, notRun, passed, failed, skipped, took }) {
  if (!notRun) return [suite, String(passed), String(failed), String(skipped), seconds(took), '']
  return [
    suite,
    '',
    failed ? String(failed) : '',
    '',
    'NOT RUN',
    `${notRun.code ?? 'failed'}: ${notRun.found ?? notRun.message}; ${notRun.next ?? ''}`,
  ]
}
