import { spawn } from 'node:child_process'

// What runs in groups of its own does not hear Ctrl-C: leaving takes them along.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130))

/** Runs a command to its end and keeps what it said; a command that takes longer than `limit` is ended with all its kin. */
export function capture(command, args, { cwd, env, limit } = {}) {
  const began = Date.now()
  return new Promise((resolve) => {
    let output = ''
    let over = false
    // A group of its own, so that browsers and workers it left behind go with it.
    const { FORCE_COLOR: _, ...plain } = { ...env, NO_COLOR: '1' }
    const child = spawn(command, args, { cwd, env: plain, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    const end = (signal) => {
      try {
        process.kill(-child.pid, signal)
      } catch {
        // it has ended
      }
    }
    const timer = limit && setTimeout(() => ((over = true), end('SIGKILL')), limit)
    const stop = () => end('SIGKILL')
    process.once('exit', stop)
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => (output += `${error.message}\n`))
    child.on('close', (code) => {
      clearTimeout(timer)
      process.removeListener('exit', stop)
      end('SIGKILL')
      if (over) output += `\nended: it took longer than ${limit / 1000} s\n`
      resolve({ code: over ? 124 : (code ?? 1), output, took: Date.now() - began })
    })
  })
}
