import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../src/commands/index.ts'
import { hewn } from './hewn.ts'

describe('hewn', () => {
  it('[SV92] --help names every command and ends with an example', async () => {
    const { code, stdout } = await hewn(['--help'])
    expect(code).toBe(0)
    for (const { name } of COMMANDS) expect(stdout).toContain(`\n  ${name} `)
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^ {2}hewn /)
  })

  it.each(COMMANDS.map(({ name }) => name))(
    '[SV92] %s --help says how, and where there is something to try, an example',
    async (name) => {
      const { code, stdout } = await hewn([name, '--help'])
      expect(code).toBe(0)
      expect(stdout).toContain(`Usage: hewn ${name}`)
      expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^ {2}hewn /)
    },
  )

  it('says its version', async () => {
    expect((await hewn(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [['bx', 'open top box'], 'the nearest is box'],
    [['--hepl'], 'the nearest is --help'],
    [['box', 'a box', '--shet', '600x400'], 'the nearest is --sheet'],
    [['run', 'part.py', '--formt=step'], 'the nearest is --format'],
    [['box', 'a box', '--force=yes'], '--force takes nothing'],
    [['box', 'a box', '--kerf'], '--kerf needs MM'],
    [['box', 'a box', '--kerf', '0.1', '--kerf', '0.2'], 'given twice'],
    [['box'], 'needs words'],
    [['box', 'open', 'top', 'box'], 'put the words in quotes'],
    [['run'], 'needs a script'],
    [['run', 'missing.py'], 'there is no such file'],
    [['run', '.'], 'is a folder'],
    [['run', 'part.py', '--timeout', 'long'], '--timeout takes seconds'],
    [['run', 'part.py', '--timeout', '9999'], 'at most 600 s'],
    [['run', 'part.py', '-p', 'teeth'], 'name=value'],
    [['run', 'part.py', '-o', 'part.3mf'], 'step, stl'],
    [['run', 'part.py', '-o', '-'], 'one format'],
    [['doctor', '--online'], '--online'],
    [['serve', '--prot', '0'], 'the nearest is --port'],
  ])('[SV92] %j is wrong use, exit 64, with what is meant', async (args, says) => {
    const { code, stdout, stderr } = await hewn(args)
    expect({ code, stdout, stderr }).toEqual({ code: 64, stdout: '', stderr: expect.stringContaining(says) })
    expect(stderr).toContain('Run: hewn')
  })

  it('[SV92] nothing at all shows the help, exit 64', async () => {
    const { code, stdout } = await hewn([])
    expect([code, stdout]).toEqual([64, expect.stringContaining('Usage: hewn <command>')])
  })

  it('[SV80] a setting that does not exist is said with the nearest', async () => {
    const { code, stderr } = await hewn(['run', 'part.py'], { env: { HEWN_RUN_TIMOUT: '5' } })
    expect([code, stderr]).toEqual([64, expect.stringContaining('HEWN_RUN_TIMEOUT')])
  })
})
