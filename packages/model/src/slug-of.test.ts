import { describe, expect, it } from 'vitest'
import { slugOf } from './slug-of.ts'

describe('slugOf', () => {
  it.each([
    ['Tea box', 'tea-box'],
    ['Open top box 150x100x80', 'open-top-box-150x100x80'],
    ['茶の箱 №2', '茶の箱-2'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON: <aux>\u202E"$(rm)"', 'con-aux-rm'],
    ['   ', ''],
    [
      'A mounting plate 80 x 50 x 6 mm with four M5 holes in the corners',
      'a-mounting-plate-80-x-50-x-6-mm-with-four-m5-holes-in-the',
    ],
  ])('[WB77] %j becomes %j', (title, slug) => expect(slugOf(title)).toBe(slug))
})
