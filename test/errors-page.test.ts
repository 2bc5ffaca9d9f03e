import { readFileSync } from 'node:fs'
import { ERRORS } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { codesWithoutFamily, errorsPage } from '../scripts/docs/errors-page.ts'
import { SETUP_ERRORS } from '../scripts/lib/setup-error.mjs'
import { CODE, isTest, sourceFiles } from './lib/source-files.ts'

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

describe('errors', () => {
  it('docs/errors.md is what the catalogue says; npm run docs renews it', () => {
    expect(read('docs/errors.md')).toBe(errorsPage())
  })

  it('every code belongs to a family of that page', () => expect(codesWithoutFamily()).toEqual([]))

  it('[SV8] the scripts, which import nothing, say of SETUP_* what the catalogue says', () => {
    const setup = Object.entries(ERRORS).filter(([code]) => code.startsWith('SETUP_'))
    expect(SETUP_ERRORS).toEqual(Object.fromEntries(setup.map(([code, { means }]) => [code, means])))
  })

  it('codes that the sources name are in the catalogue', () => {
    const families = [...new Set(Object.keys(ERRORS).map((code) => code.split('_')[0]))].join('|')
    const code = new RegExp(`'((?:${families})_[A-Z_]+)'`, 'g')
    const unknown = sourceFiles(CODE)
      .filter((file) => !isTest(file))
      .flatMap((file) => [...read(file).matchAll(code)].map(([, name = '']) => ({ file, name })))
      .filter(({ name }) => !Object.hasOwn(ERRORS, name))
      .map(({ file, name }) => `${file} names ${name}`)
    expect(unknown).toEqual([])
  })
})
