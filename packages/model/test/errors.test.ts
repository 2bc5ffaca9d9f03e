import { describe, expect, it } from 'vitest'
import { ERRORS, type ErrorCode, hewnError, statusOf } from '../src/index.ts'
import { errorBody } from '../src/schemas/index.ts'

const CODES = Object.keys(ERRORS) as ErrorCode[]
const of = (family: string) => CODES.filter((code) => code.startsWith(`${family}_`))
const statuses = (family: string) => [...new Set(of(family).map((code) => ERRORS[code].status))].toSorted()

/** The codes of a family by status: the table of the design, as callers hold on to it. */
const byStatus = (family: string) => {
  const rows: Record<string, string[]> = {}
  for (const code of of(family)) (rows[String(ERRORS[code].status)] ??= []).push(code.slice(family.length + 1))
  return rows
}

describe('the error catalogue', () => {
  it('[SV10] every status is an error of HTTP, or none for what never crosses it', () => {
    for (const code of CODES) {
      const { status } = ERRORS[code]
      if (code.startsWith('SETUP_')) expect(status, code).toBeNull()
      else expect(status !== null && Number.isInteger(status) && status >= 400 && status <= 599, code).toBe(true)
    }
  })

  it('[SV10] every code is of a known family, in capitals', () => {
    const families = /^(REQUEST|RECIPE|SCRIPT|JOB|KERNEL|CANVAS|SESSION|AGENT|LIMIT|SETUP)_[A-Z]+(_[A-Z]+)*$/
    expect(CODES.filter((code) => !families.test(code))).toEqual([])
  })

  it('[SV10] what it means is a sentence, and a hint is another', () => {
    for (const code of CODES) {
      const row: { means: string; hint?: string } = ERRORS[code]
      expect(row.means, code).toMatch(/^(build123d|[A-Z]).*[.]$/)
      // A hint may end with something to type, which a full stop would spoil.
      if (row.hint !== undefined) expect(row.hint, code).toMatch(/^[A-Z].{5,}/)
      expect(row.hint, code).not.toBe(row.means)
    }
  })

  it('pin: whose fault a family is', () => {
    expect(statuses('RECIPE')).toEqual([422])
    expect(statuses('SCRIPT')).toEqual([422])
    expect(byStatus('JOB')).toEqual({
      404: ['NOT_FOUND'],
      409: ['CANCELLED', 'NO_BUILD', 'NOT_PROVEN', 'NOT_VALID'],
      410: ['SWEPT'],
      503: ['INTERRUPTED'],
      504: ['TIMEOUT', 'EXPIRED'],
    })
    expect(byStatus('KERNEL')).toEqual({ 500: ['BROKEN'], 503: ['MISSING', 'STARTING', 'ISOLATION'] })
    expect(byStatus('SESSION')).toEqual({ 401: ['TOKEN'], 404: ['NOT_FOUND'], 409: ['STATE'], 412: ['CONFLICT'] })
    expect(byStatus('REQUEST')).toEqual({
      400: ['INVALID', 'PATH', 'PROMPT_MISSING', 'PROMPT_TOO_LONG'],
      403: ['HOST', 'FOREIGN', 'SCOPE'],
      404: ['NOT_FOUND'],
      405: ['METHOD'],
      409: ['CONFLICT'],
      413: ['TOO_LARGE'],
      415: ['TYPE'],
      416: ['RANGE'],
      422: ['VALUE'],
      431: ['HEADERS'],
      500: ['FAILED'],
      503: ['STORE'],
    })
  })

  it('[CV14] pin: the codes of the canvas and of limits', () => {
    expect(byStatus('CANVAS')).toEqual({
      400: ['STATUS', 'RESERVED', 'VALUE', 'KEY'],
      404: ['NODE_MISSING', 'FILE_MISSING'],
      409: ['NOT_OBJECT', 'UNDO_CONFLICT', 'NO_VIEWER', 'FILE_BINARY'],
      410: ['GONE'],
      422: ['EDIT_NONE', 'EDIT_MANY'],
      500: ['NO_SESSION', 'FAILED'],
      503: ['BUSY', 'STORE'],
    })
    expect(byStatus('LIMIT')).toEqual({
      413: ['PAYLOAD', 'DEPTH', 'CHANNEL', 'SESSION', 'COMMIT', 'FILE', 'WORKSPACE'],
      422: ['CPU', 'MEMORY', 'OUTPUT', 'SCRATCH', 'SHAPE', 'TIME'],
      429: ['RATE', 'QUEUE'],
      507: ['DISK', 'QUOTA'],
    })
  })
})

describe('hewnError', () => {
  it('[SV10] every code makes a body that the wire takes, with or without a message', () => {
    for (const code of CODES) {
      const bodies = [hewnError(code), hewnError(code, 'At width: expected more than 0, got -5', { at: 'width' })]
      for (const body of bodies) expect(errorBody.parse(JSON.parse(JSON.stringify(body)))).toEqual(body)
    }
  })

  it('says what it is told, and what the catalogue says where it is told nothing', () => {
    expect(hewnError('JOB_SWEPT')).toEqual({
      code: 'JOB_SWEPT',
      message: ERRORS.JOB_SWEPT.means,
      hint: ERRORS.JOB_SWEPT.hint,
    })
    expect(hewnError('JOB_SWEPT', 'Gone since Monday.', { hint: 'POST /api/run', line: 3, choices: ['a'] })).toEqual({
      code: 'JOB_SWEPT',
      message: 'Gone since Monday.',
      hint: 'POST /api/run',
      line: 3,
      choices: ['a'],
    })
    expect(hewnError('SCRIPT_SYNTAX')).not.toHaveProperty('hint')
  })

  it('[SV10] what never crosses HTTP is our fault if it does', () => {
    expect([statusOf('SETUP_PORT'), statusOf('REQUEST_HOST'), statusOf('JOB_TIMEOUT')]).toEqual([500, 403, 504])
  })
})
