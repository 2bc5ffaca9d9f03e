import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pythonForTests } from '@hewn/testing'
import { afterAll, describe, expect, it } from 'vitest'

const runner = fileURLToPath(new URL('../../../python/runner', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'hewn-by-itself-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As in a terminal: `python -m hewn_runner model.py -o out`. */
function hewnRunner(code: string | undefined, ...more: string[]) {
  const script = join(folder, 'model.py')
  if (code !== undefined) writeFileSync(script, code)
  const args = ['-m', 'hewn_runner', ...(code === undefined ? [] : [script]), ...more]
  const { status, stdout, stderr } = spawnSync(pythonForTests(), args, { cwd: runner, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('python -m hewn_runner', () => {
  it('[KN14] prints the log, writes STEP and STL, and says that it has no sandbox', () => {
    const out = join(folder, 'out')
    const { status, stdout, stderr } = hewnRunner(
      'from build123d import *\nprint("hello")\nbox = Box(1, 2, 3)\n',
      '-o',
      out,
    )
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'hello'])
    expect(stdout).toContain('size  1.0  2.0  3.0')
    expect(stderr).toContain('no sandbox')
    expect(existsSync(join(out, 'model.step')) && existsSync(join(out, 'model.stl'))).toBe(true)
  })

  it('[KN14] exits 1 when the script fails, 64 when it is called wrongly, 70 when the files cannot be written', () => {
    const failed = hewnRunner('x = 1\n1 / 0\n', '-o', join(folder, 'none'))
    expect([failed.status, failed.stderr]).toEqual([1, expect.stringContaining('ZeroDivisionError: division by zero')])
    expect(failed.stderr).toContain('File "model.py", line 2')
    expect(hewnRunner(undefined).status).toBe(64)
    expect(hewnRunner('from build123d import *\nbox = Box(1, 2, 3)', '-o', join(folder, 'model.py')).status).toBe(70)
  })
})
