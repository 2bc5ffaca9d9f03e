import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { pythonForTests } from '@hewn/testing'
import { describe, expect, it } from 'vitest'

// The filter is interpreted here as Linux interprets it, call by call, for both machines, whatever this one is.

type Line = [code: number, jumpIfTrue: number, jumpIfFalse: number, value: number]
type Table = Record<string, [number | null, number | null]>
interface Call {
  number: number
  arch?: number
  arguments?: number[]
}

const ARCH = [0xc000003e, 0xc00000b7] as const
const ALLOW = 0x7fff0000
const KILL = 0x80000000
const refused = (code: number) => 0x00050000 | code
const EPERM = 1
const EACCES = 13
const ENOSYS = 38
const PID = 4711

const dump = `
import json
from hewn_runner import seccomp, syscalls
def lines(machine, *form):
    # As Linux is given it: prebuilt, with the number of the process put in.
    return list(seccomp.LINE.iter_unpack(seccomp.with_number(seccomp.assembled(*machine, *form), ${PID})))
machines = [(column, arch) for column, arch in seccomp.MACHINES.values()]
print(json.dumps({
    "programs": [lines(machine, True, True) for machine in machines],
    "strict": [lines(machine, False, False) for machine in machines],
    "allowed": syscalls.ALLOWED, "denied": syscalls.DENIED, "missing": syscalls.MISSING, "deadly": syscalls.DEADLY,
    "others": syscalls.OTHERS,
}))`
const runner = fileURLToPath(new URL('../../../python/runner', import.meta.url))
const { stdout, stderr } = spawnSync(pythonForTests(), ['-c', dump], { cwd: runner, encoding: 'utf8' })
if (!stdout) throw new Error(stderr)
const { programs, strict, allowed, denied, missing, deadly, others } = JSON.parse(stdout) as {
  programs: [Line[], Line[]]
  strict: [Line[], Line[]]
} & Record<'allowed' | 'denied' | 'missing' | 'deadly' | 'others', Table>

/** Classic BPF over what seccomp shows of a call. */
function answer(program: Line[], { number, arch = ARCH[0], arguments: given = [] }: Call): number {
  const word = (at: number): number => {
    if (at === 0) return number
    if (at === 4) return arch
    const value = BigInt.asUintN(64, BigInt(given[(at - 16) >> 3] ?? 0))
    return Number((at - 16) % 8 === 0 ? value & 0xffffffffn : value >> 32n)
  }
  let a = 0
  for (let at = 0; at < program.length; at++) {
    const [code, yes, no, value] = program[at] as Line
    if (code === 0x20) a = word(value)
    else if (code === 0x54) a = (a & value) >>> 0
    else if (code === 0x15) at += a === value ? yes : no
    else if (code === 0x35) at += a >= value ? yes : no
    else if (code === 0x06) return value
    else throw new Error(`line ${at}: unknown code ${code}`)
  }
  throw new Error('the program has no end')
}

/** Calls whose arguments decide. */
const LOOKED_AT = ['clone', 'kill', 'tgkill', 'mmap', 'prctl', 'fcntl', 'ioctl', 'open', 'openat', 'prlimit64']

describe.each([
  ['x86-64', 0],
  ['aarch64', 1],
] as const)('the filter on %s', (_, column) => {
  const arch = ARCH[column]
  const program = programs[column] as Line[]
  const numberOf = (name: string) => {
    const number = [allowed, denied, missing, deadly, others].find((table) => table[name])?.[name]?.[column]
    if (number === undefined) throw new Error(name)
    return number
  }
  const ask = (name: string, ...given: number[]) => {
    const number = numberOf(name)
    return number === null ? undefined : answer(program, { number, arch, arguments: given })
  }

  it('[KN18] answers every number as the tables say, and every other with EPERM', () => {
    const byNumber = new Map<number, number>()
    const tables: [Table, number][] = [
      [allowed, ALLOW],
      [denied, refused(EACCES)],
      [missing, refused(ENOSYS)],
      [deadly, KILL],
    ]
    for (const [table, expected] of tables)
      for (const [name, numbers] of Object.entries(table)) {
        const number = numbers[column]
        if (number === null || number === undefined || LOOKED_AT.includes(name)) continue
        expect(byNumber.has(number), `${name} is in two tables`).toBe(false)
        byNumber.set(number, expected)
      }
    const looked = new Set(LOOKED_AT.map(numberOf))
    for (let number = 0; number < 1024; number++)
      if (!looked.has(number))
        expect(answer(program, { number, arch }), `call ${number}`).toBe(byNumber.get(number) ?? refused(EPERM))
  })

  it('[KN18] another architecture, and the x32 bit, kill', () => {
    for (const other of [0x40000003, 0x40000028, ARCH[1 - column] as number, 0])
      expect(answer(program, { number: 1, arch: other })).toBe(KILL)
    expect(ask('read')).toBe(ALLOW)
    if (column === 0) expect(answer(program, { number: 0x40000000 + 39, arch })).toBe(KILL)
  })

  it('[KN18] clone makes threads and nothing else', () => {
    expect(ask('clone', 0x3d0f00)).toBe(ALLOW)
    for (const flags of [0, 17, 0x4111, 0x10000000, 0x10000 | 0x10000000, 0x10000 | 0x20000, 0x10000 | 0x40000000])
      expect(ask('clone', flags), flags.toString(16)).toBe(refused(EPERM))
  })

  it('[KN18] signals go to itself', () => {
    for (const name of ['kill', 'tgkill']) {
      expect(ask(name, PID, 15)).toBe(ALLOW)
      for (const pid of [0, 1, -1, PID + 1]) expect(ask(name, pid, 9), `${name} ${pid}`).toBe(refused(EPERM))
    }
  })

  it('[KN18] memory is its own: not shared and of no file', () => {
    expect(ask('mmap', 0, 4096, 3, 0x22)).toBe(ALLOW)
    expect(ask('mmap', 0, 4096, 3, 0x02)).toBe(ALLOW)
    expect(ask('mmap', 0, 4096, 3, 0x01)).toBe(ALLOW)
    expect(ask('mmap', 0, 4096, 3, 0x21)).toBe(refused(EPERM))
    expect(ask('mmap', 0, 4096, 3, 0x100021)).toBe(refused(EPERM))
  })

  it('[KN18] ioctl, prctl and fcntl by short lists', () => {
    expect(ask('prctl', 15)).toBe(ALLOW)
    for (const option of [1, 4, 8, 22, 24, 26, 36, 38, 47, 59]) expect(ask('prctl', option)).toBe(refused(EPERM))
    expect(ask('fcntl', 3, 1030)).toBe(ALLOW)
    for (const command of [8, 10, 15, 1024, 1026]) expect(ask('fcntl', 3, command)).toBe(refused(EPERM))
    expect(ask('ioctl', 1, 0x5401)).toBe(ALLOW)
    for (const command of [0x5412, 0x540e, 0x40086602, 0x541c]) expect(ask('ioctl', 1, command)).toBe(refused(EPERM))
  })

  it('[KN18] limits are its own, and only read by one that could raise them', () => {
    expect(ask('prlimit64', 0, 3, 1)).toBe(ALLOW)
    expect(ask('prlimit64', 1, 3, 0)).toBe(refused(EPERM))
    const number = numberOf('prlimit64') ?? -1
    const inStrict = (...given: number[]) => answer(strict[column] as Line[], { number, arch, arguments: given })
    expect(inStrict(0, 3, 0)).toBe(ALLOW)
    expect(inStrict(0, 3, 1)).toBe(refused(EPERM))
    expect(inStrict(0, 3, 2 ** 40)).toBe(refused(EPERM))
  })

  it('[KN18] files are opened to read or to write; where Landlock is old, none is cut by opening it to read', () => {
    const at = column === 0 ? (['open', 1] as const) : (['openat', 2] as const)
    const asked = (flags: number, lines = program) =>
      answer(lines, { number: numberOf(at[0]) ?? -1, arch, arguments: at[1] === 1 ? [0, flags] : [0, 0, flags] })
    for (const flags of [0, 1, 2, 0o1001, 0o2000000]) expect(asked(flags)).toBe(ALLOW)
    expect(asked(3)).toBe(refused(EPERM))
    expect(asked(0o1000, strict[column])).toBe(refused(EPERM))
    expect(asked(0o1001, strict[column])).toBe(ALLOW)
  })
})
