import { readSettings } from '@hewn/server/settings'
import { EXIT } from '../exit.ts'
import type { Flags } from '../flags.ts'
import { STANDARD_HOME } from '../home.ts'
import { type Terminal, Wrong } from '../terminal.ts'

/** The server in this process, until Ctrl-C or a signal. It is loaded only now: nothing else needs it. */
export async function serveCommand(flags: Flags, terminal: Terminal): Promise<number> {
  const settings = readSettings({ argv: flags.words, env: terminal.env, home: STANDARD_HOME })
  if (!settings.ok) throw new Wrong(settings.error.map(({ message }) => message).join('\n'))
  // node:sqlite says at every start that it is young; that is our affair and not the user's.
  const warn = process.listeners('warning')
  process.removeAllListeners('warning')
  process.on(
    'warning',
    (warning) => warning.name === 'ExperimentalWarning' || warn.forEach((listener) => listener(warning)),
  )

  const { PortTaken, serve } = await import('@hewn/server')
  try {
    const serving = await serve(settings.value)
    terminal.print(`${serving.url}\n`)
    await ended(serving, terminal)
    return EXIT.done
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error
    if (error.url) {
      terminal.print(`${error.url}\n`)
      terminal.say('Hewn is here already.')
      return EXIT.done
    }
    terminal.complain(
      `SETUP_PORT  ${error.message}\n  Try: hewn serve --port ${error.port < 65_535 ? error.port + 1 : 4870}`,
    )
    return EXIT.missing
  }
}

/** Asked once, running jobs get their time; asked twice, it ends at once. */
function ended(serving: { stop(): Promise<void>; close(): Promise<void> }, terminal: Terminal): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked = false
    const end = () => {
      const ending = asked ? serving.close() : serving.stop()
      if (!asked) terminal.say('Stopping; once more ends it at once.')
      asked = true
      ending.then(resolve, reject)
    }
    process.on('SIGINT', end)
    process.on('SIGTERM', end)
  })
}
