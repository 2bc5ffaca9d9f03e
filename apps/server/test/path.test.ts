import { describe, expect, it } from 'vitest'
import { collides, readPath } from '../src/pipeline/path.ts'

describe('names in a workspace', () => {
  it.each([
    'model.py',
    'src/App.tsx',
    'a/b/c/d/e/f/g/h',
    'Étape 1.md',
    '测试.py',
    'constructor',
    '%2e%2e',
    '-rf',
    '.env',
  ])('[CV49] %j is a name', (path) => expect(readPath(path)).toMatchObject({ ok: true, value: path }))

  it.each([
    '',
    '/etc/passwd',
    '../secrets',
    'a/../../b',
    'a/./b',
    'a//b',
    'a/',
    'C:\\Windows',
    'C:/Windows',
    '\\\\server\\share',
    'a\u0000b',
    'a\nb',
    'evil\u202etxt.exe',
    'x\u2066y',
    'con',
    'CON.txt',
    'a/nul',
    'com1.log',
    'ends.',
    'ends ',
    '__proto__',
    'a/__proto__/b',
    '\ud800',
    'a/b/c/d/e/f/g/h/i',
    'x'.repeat(101),
    `${'x'.repeat(99)}/${'y'.repeat(99)}/${'z'.repeat(99)}`,
    'x'.repeat(4096),
  ])('[CV49] %j is refused', (path) => {
    expect(readPath(path)).toMatchObject({ ok: false, error: { code: 'REQUEST_PATH', at: 'path' } })
  })

  it('[CV49] a name is kept in NFC, so that one file has one name', () => {
    expect(readPath('e\u0301.py')).toEqual({ ok: true, value: '\u00e9.py' })
  })

  it('[CV49] two names may not differ in case alone, nor one be the folder of another', () => {
    expect(collides('Model.py', ['model.py'])).toBe('model.py')
    expect(collides('a', ['a/b.py'])).toBe('a/b.py')
    expect(collides('a/b/c', ['a/b'])).toBe('a/b')
    expect(collides('model.py', ['model.py', 'model.pyc', 'models/x'])).toBeUndefined()
  })
})
