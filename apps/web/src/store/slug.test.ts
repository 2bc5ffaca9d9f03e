import { describe, expect, it } from 'vitest'
import { slugOf } from './slug.ts'

describe('slugOf', () => {
  it.each([
    ['Tea box', 'tea-box'],
    ['Open top box 150x100x80', 'open-top-box-150x100x80'],
    ['茶の箱 №2', '茶の箱-2'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON: <aux>\u202E"$(rm)"', 'con-aux-rm'],
    ['   ', ''],
  ])('[WB77] %j becomes %j', (title, slug) => expect(slugOf(title)).toBe(slug))
})
