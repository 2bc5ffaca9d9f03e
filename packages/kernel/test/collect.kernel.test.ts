import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256Hex } from '@hewn/protocol'
import { pythonForTests } from '@hewn/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collect } from '../src/node/collect.ts'
import { slots } from '../src/node/slots.ts'

const collector = fileURLToPath(new URL('../../../python/runner/hewn_runner/collect.py', import.meta.url))
let slot = ''
let project = ''
beforeEach(() => {
  slot = mkdtempSync(join(tmpdir(), 'hewn-collect-'))
  project = join(slot, 'work/project')
  mkdirSync(project, { recursive: true })
})
afterEach(() => rmSync(slot, { recursive: true, force: true }))

const collected = (given: Record<string, string> = {}) => collect(pythonForTests(), collector, slot, given)

describe('collecting what a script left', () => {
  it('[KN21] takes new and changed files, and says what it left out and why', async () => {
    writeFileSync(join(project, 'given.txt'), 'same')
    writeFileSync(join(project, 'changed.txt'), 'new')
    writeFileSync(join(project, '.hidden'), 'x')
    symlinkSync('/etc/passwd', join(project, 'link'))
    execFileSync(pythonForTests(), ['-c', 'import os, sys; os.mkfifo(sys.argv[1])', join(project, 'pipe')])
    mkdirSync(join(project, 'a/b/c/d'), { recursive: true })
    writeFileSync(join(project, 'a/b/deep.txt'), 'deep')
    writeFileSync(join(project, 'a/b/c/deeper.txt'), 'deeper')
    writeFileSync(join(project, 'two.txt'), 'x')
    linkSync(join(project, 'two.txt'), join(project, 'names.txt'))
    writeFileSync(join(project, 'huge'), '')
    truncateSync(join(project, 'huge'), 2 ** 30)
    const given = { 'given.txt': sha256Hex(Buffer.from('same')), 'changed.txt': sha256Hex(Buffer.from('old')) }
    const { files, notes } = await collected(given)
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['file.hidden', 'x'],
      ['a/b/deep.txt', 'deep'],
      ['changed.txt', 'new'],
    ])
    expect(notes).toEqual([
      'The file ".hidden" is kept as file.hidden.',
      'The file "a/b/c" was left out: it is more than 3 folders deep.',
      'The file "huge" was left out: it is larger than 128 MiB.',
      'The file "link" was left out: it is a link.',
      'The file "names.txt" was left out: it is not a plain file with one name.',
      'The file "pipe" was left out: it is not a plain file.',
      'The file "two.txt" was left out: it is not a plain file with one name.',
    ])
  })

  it('[KN21] a project that a script replaced by a link is not followed', async () => {
    rmSync(project, { recursive: true })
    symlinkSync('/etc', project)
    expect(await collected()).toEqual({ files: [], notes: [expect.stringContaining('folder is gone')], crash: '' })
  })

  it('[KN22] a slot is wiped, whatever a script did to it, and links are not followed', async () => {
    const within = mkdtempSync(join(tmpdir(), 'hewn-slots-'))
    const { make, wipe, close } = slots(within)
    const made = await make()
    const kept = join(slot, 'kept')
    writeFileSync(kept, 'x')
    mkdirSync(join(made, 'locked/in'), { recursive: true })
    symlinkSync(slot, join(made, 'out'))
    chmodSync(join(made, 'locked'), 0)
    await wipe(made)
    expect(readFileSync(kept, 'utf8')).toBe('x')
    await close()
    expect(readdirSync(within)).toEqual([])
    rmSync(within, { recursive: true })
  })
})
