import type { Row } from './row.ts'

/** Our figure, the peer's, the ratio, the goal, and whether it holds. */
export function table(rows: Row[]): string {
  const lines = [['suite', 'figure', 'ours', 'peer', 'ratio', 'goal', ''], ...rows.map(cells)]
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cells({ suite, name, unit, ours, peer, ratio, goal, holds }: Row): string[] {
  const spread = `${figure(ours.median)} ${unit} (${figure(ours.min)}–${figure(ours.max)})`
  return [
    suite,
    name,
    spread,
    peer ? `${figure(peer.median)} ${unit}, ${peer.name}` : '',
    ratio === undefined ? '' : `${figure(ratio)} ×`,
    goal ?? '',
    holds === undefined ? '' : holds ? 'holds' : 'MISSED',
  ]
}

const figure = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2)
