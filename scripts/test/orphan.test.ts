import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endOrphan, remember } from '../lib/orphan.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hewn-orphan-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const toolOn = (path: string) => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', path])

describe('what a killed start left running', () => {
  it('[SV2] is ended before its folder is made again', async () => {
    const tool = toolOn(join(folder, 'environment'))
    const ended = new Promise((resolve) => tool.once('exit', (_, signal) => resolve(signal)))
    await new Promise((resolve) => tool.once('spawn', resolve))
    remember(join(folder, 'pid'), tool.pid)
    endOrphan(join(folder, 'pid'), join(folder, 'environment'))
    expect(await ended).toBe('SIGKILL')
  })

  it('[SV2] another process that has its number by now is left alone', async () => {
    const other = toolOn('/something/else')
    await new Promise((resolve) => other.once('spawn', resolve))
    remember(join(folder, 'pid'), other.pid)
    endOrphan(join(folder, 'pid'), join(folder, 'environment'))
    expect(other.kill(0)).toBe(true)
    other.kill()
  })
})
