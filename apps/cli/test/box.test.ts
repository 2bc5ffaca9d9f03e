import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../src/commands/index.ts'
import { folder, hewn } from './hewn.ts'

const WORDS = 'open top box 150x100x80'
const RECIPE = { type: 'basicBox', width: 150, height: 80, depth: 100, openFaces: ['top'] }

describe('hewn box', () => {
  it('[SV91] words become a cut sheet: claims on stderr, the path on stdout, exit 0', async () => {
    const cwd = folder()
    const { code, stdout, stderr } = await hewn(['box', WORDS, '-o', 'box.svg'], { cwd })
    expect([code, stdout]).toEqual([0, 'box.svg\n'])
    expect(stderr).toContain('✓ width 150')
    expect(stderr).toContain('8 of 8 joints proven to fit')
    const svg = readFileSync(join(cwd, 'box.svg'), 'utf8')
    expect(svg).toContain('width="600mm" height="400mm"')
    expect(svg.match(/<path /g)?.length).toBeGreaterThanOrEqual(5)
  })

  const { examples = [] } = COMMANDS.find(({ name }) => name === 'box') ?? {}
  it.each(examples)('[SV92] the example of its help works: %s', async (example) => {
    const args = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1)
    const cwd = folder()
    const { code, stdout } = await hewn(args, { cwd })
    expect(code).toBe(0)
    const files = stdout.trim().split('\n')
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) expect(existsSync(join(cwd, file)), file).toBe(true)
  })

  it('[SV91] - is stdout, and nothing else is on it', async () => {
    const { code, stdout } = await hewn(['box', WORDS, '-o', '-'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^<\?xml/)
    expect(stdout.trimEnd()).toMatch(/<\/svg>$/)
  })

  it('[SV91] words and recipes come from stdin too; a recipe is told by its first character', async () => {
    const words = await hewn(['box', '-', '--json'], { input: WORDS })
    const recipe = await hewn(['box', '-', '--json'], { input: `\n ${JSON.stringify(RECIPE)}` })
    expect(JSON.parse(words.stdout)).toMatchObject({ recipe: RECIPE, by: 'planner' })
    expect(JSON.parse(recipe.stdout)).toMatchObject({ recipe: RECIPE, by: 'user' })
  })

  it('[SV91] the recipe it writes is one it reads, and gives the same sheet', async () => {
    const cwd = folder()
    await hewn(['box', `${WORDS}, 4 mm birch, 3x2 compartments`, '-o', 'box.json', '-o', 'words.svg'], { cwd })
    const { code } = await hewn(['box', 'box.json', '-o', 'recipe.svg'], { cwd })
    expect(code).toBe(0)
    expect(readFileSync(join(cwd, 'recipe.svg'), 'utf8')).toBe(readFileSync(join(cwd, 'words.svg'), 'utf8'))
  })

  it('[BX53] [BX54] writes DXF and PDF as well, by their endings or into a folder', async () => {
    const cwd = folder()
    await hewn(['box', WORDS, '-o', 'box.dxf', '-o', 'box.pdf'], { cwd })
    expect(readFileSync(join(cwd, 'box.dxf'), 'utf8')).toContain('AC1015')
    expect(readFileSync(join(cwd, 'box.pdf'), 'latin1')).toMatch(/^%PDF-/)
  })

  it('[SV91] --json prints one object with recipe, claims, facts and files', async () => {
    const { stdout } = await hewn(['box', WORDS, '-o', 'out/box.svg', '--json', '--quiet'])
    const said = JSON.parse(stdout)
    expect(said).toMatchObject({ recipe: RECIPE, files: ['out/box.svg'] })
    expect(said.claims.every(({ result }: { result: { state: string } }) => result.state === 'pass')).toBe(true)
    expect(said.facts).toContainEqual({ kind: 'size', x: 150, y: 100, z: 80 })
  })

  it('[SV91] -o is a file by its ending, or a folder: another ending is refused, and no folder of that name is made', async () => {
    const cwd = folder()
    for (const name of ['x.exe', 'box.step', 'box.v2']) {
      const { code, stderr } = await hewn(['box', WORDS, '-o', name], { cwd })
      expect([code, stderr]).toEqual([64, expect.stringContaining(`-o ${name}: it writes svg, dxf, pdf, json, not `)])
    }
    writeFileSync(join(cwd, 'notes'), 'mine')
    expect((await hewn(['box', WORDS, '-o', 'notes'], { cwd })).code).toBe(64)
    expect(readdirSync(cwd)).toEqual(['notes'])
    expect((await hewn(['box', WORDS, '-o', 'box.v2/'], { cwd })).stdout).toBe(`${join('box.v2', 'box.svg')}\n`)
    // It is there now, so it need not be said again that it is one.
    expect((await hewn(['box', WORDS, '-o', 'box.v2', '--format', 'pdf'], { cwd })).code).toBe(0)
  })

  it('[SV90] without -o nothing is written, and it says so', async () => {
    const cwd = folder()
    const { code, stdout, stderr } = await hewn(['box', WORDS], { cwd })
    expect([code, stdout, stderr]).toEqual([0, '', expect.stringContaining('Nothing was written')])
  })

  it('[SV91] a file that is there is not overwritten without --force', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'box.svg'), 'mine')
    const { code, stderr } = await hewn(['box', WORDS, '-o', 'box.svg'], { cwd })
    expect([code, stderr]).toEqual([64, expect.stringContaining('--force')])
    expect(readFileSync(join(cwd, 'box.svg'), 'utf8')).toBe('mine')
    expect((await hewn(['box', WORDS, '-o', 'box.svg', '--force'], { cwd })).code).toBe(0)
    expect(readFileSync(join(cwd, 'box.svg'), 'utf8')).toMatch(/^<\?xml/)
  })

  it('[BX55] --marks scores the name of every part on it', async () => {
    const args = ['box', WORDS, '-o', '-', '--format', 'svg']
    expect((await hewn(args)).stdout).not.toContain('score-front')
    expect((await hewn([...args, '--marks'])).stdout).toContain('score-front')
  })

  it('[SV91] several sheets get numbers, and do not fit on stdout', async () => {
    const cwd = folder()
    const args = ['box', 'closed box 300x300x200', '--sheet', '400x350']
    const { code, stdout } = await hewn([...args, '-o', 'box.svg'], { cwd })
    expect(code).toBe(0)
    const files = stdout.trim().split('\n')
    expect(files.slice(0, 2)).toEqual(['box-1.svg', 'box-2.svg'])
    const piped = await hewn([...args, '-o', '-'], { cwd })
    expect([piped.code, piped.stdout]).toEqual([64, ''])
  })

  it.each([
    ['hello there', 'AGENT_NOT_UNDERSTOOD'],
    ['a gear with 20 teeth', 'AGENT_NOT_A_BOX'],
    ['a box of -5 mm', 'RECIPE_NUMBER'],
    ['box 2500x100x100', 'RECIPE_TOO_LARGE'],
    ['box 100x80', 'AGENT_NEEDS_ANSWER'],
    ['{"type":"basicBox","width":-5,"height":80,"depth":60}', 'RECIPE_NUMBER'],
    ['{"type":"basicBox","width":100,"height":80,"depth":60,"colour":"red"}', 'RECIPE_UNKNOWN_FIELD'],
    ['box 500x500x500', 'RECIPE_PART_EXCEEDS_SHEET'],
  ])('[SV92] “%s” is refused: exit 2 and %s, for people and in JSON', async (words, code) => {
    const ended = await hewn(['box', words, '--json', '-o', 'box.svg'])
    expect(ended.code).toBe(2)
    expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code } })
    expect(ended.stderr).toContain(code)
  })

  it('[SV92] a recipe that is no JSON is wrong use', async () => {
    const { code, stderr } = await hewn(['box', '{"type": box}'])
    expect([code, stderr]).toEqual([64, expect.stringContaining('not JSON')])
  })

  it('[SV92] a file that is no recipe and words without end are refused, not read for a minute', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'list.json'), '[]')
    writeFileSync(join(cwd, 'deep.json'), '['.repeat(1_000_000))
    expect((await hewn(['box', 'list.json'], { cwd })).stderr).toMatch(/^RECIPE_TYPE {2}A recipe must be an object/)
    expect((await hewn(['box', 'deep.json'], { cwd })).stderr).toMatch(/not JSON/)
    const long = await hewn(['box', 'a box '.repeat(5000)])
    expect([long.code, long.stderr]).toEqual([64, expect.stringContaining('30000 characters')])
  })

  it('[SV92] a kerf that no box can have is refused, wherever it is said', async () => {
    expect((await hewn(['box', WORDS, '--kerf', '3.4'])).code).toBe(2)
    expect((await hewn(['box', WORDS, '--kerf', 'wide'])).code).toBe(64)
    expect((await hewn(['box', WORDS, '--sheet', '600'])).code).toBe(64)
  })
})
