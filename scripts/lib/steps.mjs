const PLAIN_PAUSE = 10_000

/**
 * The lines of setting up: number, name, what happens, share done. A terminal sees one line that rewrites itself;
 * elsewhere, and while the server writes to the same terminal, a step says something at most once in 10 s.
 * @param {number} total
 * @param {{ write(text: string): unknown; isTTY?: boolean; columns?: number }} out
 * @example const step = steps.next('npm packages'); step.say('installing'); step.done('installed')
 */
export function createSteps(total, out = process.stdout) {
  let number = 0
  let rewriting = out.isTTY === true && !process.env.CI

  function next(name) {
    number += 1
    const head = `[${number}/${total}] ${name.padEnd(18)} `
    const began = Date.now()
    let last = 0
    let open = false

    const rewrite = (text, end) => {
      const width = Math.max(40, out.columns ?? 80)
      out.write(`\r\u001b[2K${(head + text).slice(0, end ? undefined : width - 1)}${end ? '\n' : ''}`)
      open = !end
    }
    const end = (text) => {
      if (rewriting || open) rewrite(text, true)
      else out.write(`${head}${text}\n`)
    }
    return {
      say(text) {
        if (rewriting) return rewrite(text, false)
        if (Date.now() - last < PLAIN_PAUSE) return
        last = Date.now()
        out.write(`${head}${text}\n`)
      },
      /** A line that stays: what is done with more rights than usual is always said. */
      note(text) {
        if (open) rewrite(text, true)
        else out.write(`${head}${text}\n`)
      },
      /** With the time it took, unless nothing had to be done. */
      done: (text, timed = true) => end(timed ? `${text}  ${seconds(Date.now() - began)}` : text),
      failed: (text) => end(`✗ ${text}  ${seconds(Date.now() - began)}`),
    }
  }

  return { next, calm: () => void (rewriting = false) }
}

export const seconds = (milliseconds) =>
  milliseconds < 10_000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds / 1000)} s`
