import { fileURLToPath } from 'node:url'
import { warmPlanner } from '@hewn/agent'
import { systemWorld } from '@hewn/model/world'
import type { Health } from '@hewn/protocol'
import { DatabaseAway } from '@hewn/storage'
import { createLog } from './log.ts'
import { createReport } from './report.ts'
import { PortTaken, serve } from './serve.ts'
import { readSettings } from './settings.ts'

// The program: settings in, a server out. Exit 4 is setting up, 64 wrong use, 70 our fault (server.md SV92).

const settings = readSettings({
  argv: process.argv.slice(2),
  home: fileURLToPath(new URL('../../../.hewn', import.meta.url)),
})
if (!settings.ok) {
  for (const { message } of settings.error) process.stderr.write(`${message}\n`)
  process.exit(64)
}

const log = createLog(settings.value)
// A promise that nobody waited for is a defect of ours: it is said, and the others are served on.
process.on('unhandledRejection', (reason) => {
  createReport(log).defect(reason, { id: systemWorld.newId(), part: 'process' })
})

try {
  const serving = await serve(settings.value, { log })
  process.stdout.write(strengths(serving.url, await serving.health()))
  systemWorld.after(0, () => {
    warmPlanner()
    log.info('planner warm')
  })
  let asked = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      // Asked twice: whoever asks does not want to wait.
      const ending = asked ? serving.close() : serving.stop()
      asked = true
      ending.then(
        () => process.exit(0),
        () => process.exit(70),
      )
    })
} catch (error) {
  if (error instanceof PortTaken && error.url !== undefined) {
    process.stdout.write(`Hewn is here already: ${error.url}\n`)
    process.exit(0)
  }
  if (error instanceof PortTaken) {
    const other = error.port < 65_535 ? error.port + 1 : 4870
    process.stderr.write(`SETUP_PORT  ${error.message}\n  Try: HEWN_PORT=${other} npm start\n`)
    process.exit(4)
  }
  if (error instanceof DatabaseAway) {
    process.stderr.write(`SETUP_DATABASE  ${error.message}\n`)
    process.exit(4)
  }
  process.stderr.write(`Hewn could not start: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(70)
}

/** The address, and what works at which strength. */
function strengths(url: string, { kernel, isolation, agent, storage }: Health): string {
  const share = kernel.share === undefined ? '' : `, ${Math.round(kernel.share * 100)} %`
  const why = kernel.state === 'ready' || !kernel.why ? '' : `: ${kernel.why}`
  const remedy = kernel.state === 'missing' && kernel.remedy ? ` Run: ${kernel.remedy}` : ''
  const build123d = kernel.build123d ? ` (build123d ${kernel.build123d})` : ''
  return [
    '',
    `  Hewn  ${url}`,
    '',
    `  kernel     ${kernel.state}${share}${build123d}${why}${remedy}`,
    `  isolation  ${kernel.state === 'ready' ? isolation.level : 'measured when the kernel is ready'}`,
    `  agent      planner${agent.model === null ? '' : `, ${agent.model}`}`,
    `  storage    ${storage.kind}${storage.redis === undefined ? '' : storage.redis ? ', redis' : ', redis does not answer'}`,
    '',
    '',
  ].join('\n')
}
