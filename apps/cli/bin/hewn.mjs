#!/usr/bin/env node
// Node 20 can read this file: it finds a Node that can run the sources and hands over. The doctor needs nothing installed.
import { fileURLToPath } from 'node:url'

const FLOOR = 24
const [command, ...rest] = process.argv.slice(2)

if (command === 'doctor') {
  const { doctor } = await import('../src/doctor/doctor.mjs')
  process.exitCode = await doctor(rest, process.env)
} else if (Number(process.versions.node.split('.')[0]) < FLOOR) {
  const { handOver } = await import('../src/doctor/hand-over.mjs')
  process.exitCode = await handOver(fileURLToPath(import.meta.url), process.argv.slice(2), process.env)
} else {
  process.exitCode = await import('../src/main.ts')
    .then(({ main }) => main(process.argv.slice(2), process.env))
    .catch(unexpected)
}

/** Exit 4 in a clone whose packages are missing; anything else is a fault of ours and shown as it is. */
function unexpected(error) {
  if (error.code === 'ERR_MODULE_NOT_FOUND' && error.message.startsWith('Cannot find package')) {
    process.stderr.write(
      'SETUP_NPM  The npm packages are not installed.\n  Run: npm start, or node apps/cli/bin/hewn.mjs doctor to see what is missing.\n',
    )
    return 4
  }
  process.stderr.write(
    `hewn failed, which is a fault of ours; please report it with these lines.\n${error.stack ?? error}\n`,
  )
  return 70
}
