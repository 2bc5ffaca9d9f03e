import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { SETUP_LOG } from './home.mjs'

const KEPT = 20

/**
 * Runs a package tool. What it prints goes to the set-up log, line by line to `onLine`, and the last 20 lines come back.
 * It never reads the keyboard: a tool that asks gets the end of input.
 */
export function runTool(command, args, { cwd, env, onLine = () => {}, onStart = () => {}, signal } = {}) {
  appendFileSync(SETUP_LOG, `\n── ${new Date().toISOString()} ${withoutSecrets([command, ...args].join(' '))}\n`)
  return new Promise((resolve) => {
    const lines = []
    const take = (line) => {
      const clean = withoutSecrets(line)
      appendFileSync(SETUP_LOG, `${clean}\n`)
      if (clean.trim() !== '') lines.push(clean)
      onLine(clean)
    }
    const child = spawn(command, args, {
      cwd,
      env: { ...env, NO_COLOR: '1' },
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    onStart(child.pid)
    const ends = [child.stdout, child.stderr].map((stream) => eachLine(stream, take))
    child.on('error', (error) => {
      take(String(error.message))
      resolve({ code: error.code === 'ABORT_ERR' ? null : 127, lines: lines.slice(-KEPT), all: lines })
    })
    child.on('close', (code) => {
      for (const end of ends) end()
      resolve({ code, lines: lines.slice(-KEPT), all: lines })
    })
  })
}

/** Addresses of mirrors and proxies may carry a password. */
export const withoutSecrets = (text) => text.replace(/\/\/[^/\s@]+@/g, '//••••@')

function eachLine(stream, take) {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text) => {
    const parts = (rest + text).split(/\r?\n|\r/)
    rest = parts.pop()
    for (const line of parts) take(line)
  })
  return () => {
    if (rest !== '') take(rest)
  }
}
