import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { CODE, isTest, ROOT, sourceFiles } from './lib/source-files.ts'

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

/** `a.b` as it is written in code, with its line; comments and strings do not count. */
function membersOf(file: string, text: string): { name: string; line: number }[] {
  const found: { name: string; line: number }[] = []
  const add = (name: string, start: number) => found.push({ name, line: text.slice(0, start).split('\n').length })
  new Visitor({
    MemberExpression: (node) => {
      const { object, property } = node
      const owner = object.type === 'MemberExpression' ? object.property : object
      if (owner.type !== 'Identifier') return
      if (property.type === 'Identifier' && !node.computed) add(`${owner.name}.${property.name}`, node.start)
      if (property.type === 'Literal') add(`${owner.name}.${property.value}`, node.start)
    },
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.arguments.length === 0) add(`new ${node.callee.name}()`, node.start)
    },
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier') add(`${node.callee.name}()`, node.start)
    },
    ImportSpecifier: (node) => {
      if (node.imported.type === 'Identifier') add(`import ${node.imported.name}`, node.start)
    },
  }).visit(parseSync(file, text).program)
  return found
}

const occurrences = (files: string[], forbidden: (name: string) => boolean) =>
  files.flatMap((file) =>
    membersOf(file, read(file))
      .filter(({ name }) => forbidden(name))
      .map(({ name, line }) => `${file}:${line} ${name}`),
  )

// Scripts, the launcher and what runs while the page is built come before there are settings; a child process is
// started with an environment that a test may look at.
const mayRead = (file: string) =>
  file.startsWith('scripts/') ||
  file.startsWith('apps/cli/bin/') ||
  /\.config\.(ts|mjs)$/.test(file) ||
  isTest(file) ||
  file === 'apps/server/src/settings.ts'

const isPure = (file: string) =>
  /^packages\/(model|boxes|protocol|canvas|kernel|agent)\/src\//.test(file) &&
  !/\/src\/(node|react)\//.test(file) &&
  !isTest(file)

const isSetting = (name: string) => name === 'process.env' || name === 'import env'

describe('sources', () => {
  it('[SV80] outside scripts/ only the settings read process.env', () => {
    const files = sourceFiles(CODE)
    expect(
      occurrences(
        files.filter((file) => !mayRead(file)),
        isSetting,
      ),
    ).toEqual([])
    // The search finds what it looks for: the settings do read it.
    expect(occurrences(['apps/server/src/settings.ts'], isSetting)).not.toEqual([])
  })

  const AMBIENT = new Set([
    'Date.now',
    'new Date()',
    'performance.now',
    'Math.random',
    'crypto.randomUUID',
    'crypto.getRandomValues',
    'setTimeout()',
    'setInterval()',
    'setImmediate()',
    'queueMicrotask()',
    'fetch()',
  ])
  it('packages take time, chance and the network as arguments', () => {
    const pure = sourceFiles(CODE).filter(isPure)
    const real = 'packages/model/src/system-world.ts'
    expect(
      occurrences(
        pure.filter((file) => file !== real),
        (name) => AMBIENT.has(name),
      ),
    ).toEqual([])
    expect(occurrences([real], (name) => AMBIENT.has(name))).not.toEqual([])
  })
})
