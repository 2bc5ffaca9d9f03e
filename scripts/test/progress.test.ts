import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPipProgress } from '../lib/pip-progress.mjs'
import { createSteps } from '../lib/steps.mjs'
import { table } from '../lib/table.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hewn-progress-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('progress of setting up', () => {
  it('[SV1] says what pip fetches, and how much of it is here', () => {
    const progress = createPipProgress({ packages: 4, scratch: folder, sitePackages: join(folder, 'none') })
    progress.read('Collecting anytree==2.13.0')
    progress.read('  Downloading anytree-2.13.0-py3-none-any.whl (45 kB)')
    progress.read('Collecting cadquery-ocp-novtk==8.0.1.1.0')
    progress.read('  Downloading cadquery_ocp_novtk-8.0.1.1.0-cp311-cp311-manylinux_2_28_x86_64.whl (66.6 MB)')
    mkdirSync(join(folder, 'pip-unpack-x'))
    const wheel = 'cadquery_ocp_novtk-8.0.1.1.0-cp311-cp311-manylinux_2_28_x86_64.whl'
    writeFileSync(join(folder, 'pip-unpack-x', wheel), Buffer.alloc(33_300_000))
    expect(progress.now()).toEqual({ share: 0.1875, doing: 'fetching cadquery_ocp_novtk  33 of 67 MB' })
  })

  it('[SV1] counts what has been unpacked, beside what was there before', () => {
    const site = join(folder, 'site-packages')
    mkdirSync(join(site, 'pip-23.dist-info'), { recursive: true })
    const progress = createPipProgress({ packages: 4, scratch: folder, sitePackages: site })
    progress.read('Installing collected packages: a, b, c, d')
    mkdirSync(join(site, 'a-1.dist-info'))
    mkdirSync(join(site, 'b-1.dist-info'))
    expect(progress.now()).toEqual({ share: 0.75, doing: 'unpacking, 2 of 4 packages' })
  })

  it('[SV1] without a terminal a step says one line, and another not before 10 s have passed', () => {
    const lines: string[] = []
    const step = createSteps(2, { write: (text: string) => lines.push(text) }).next('npm packages')
    step.say('installing')
    step.say('still installing')
    step.done('up to date', false)
    expect(lines).toEqual(['[1/2] npm packages       installing\n', '[1/2] npm packages       up to date\n'])
  })

  it('[SV1] on a terminal the line rewrites itself and is not wider than it', () => {
    const lines: string[] = []
    const out = { isTTY: true, columns: 50, write: (text: string) => lines.push(text) }
    const CI = process.env.CI
    delete process.env.CI
    const step = createSteps(1, out).next('Python environment')
    if (CI !== undefined) process.env.CI = CI
    step.say('fetching something with a very long name indeed  12 %')
    expect(lines[0]?.startsWith('\r\u001b[2K[1/1]')).toBe(true)
    expect(lines[0]?.endsWith('\n')).toBe(false)
    expect((lines[0] ?? '').length).toBeLessThanOrEqual(50 + '\r\u001b[2K'.length)
  })
})

describe('the table of npm test', () => {
  it('[SV8] names what did not run, why, and what mends it', () => {
    const text = table([
      { suite: 'unit', passed: 12, failed: 0, skipped: 1, took: 1500 },
      {
        suite: 'browser',
        notRun: { code: 'SETUP_BROWSER', found: 'no chromium', next: 'apt-get install chromium' },
        failed: 1,
      },
    ])
    expect(text.split('\n')).toEqual([
      'suite    passed  failed  skipped  seconds',
      'unit         12       0        1    1.5 s',
      'browser               1           NOT RUN  SETUP_BROWSER: no chromium; apt-get install chromium',
    ])
  })
})
