import { describe, expect, it } from 'vitest'
import { neededBy, worthTrying } from './needed.ts'

describe('what a pattern needs', () => {
  it.each<[RegExp, string[][]]>([
    [/\b(?:holes?|bores?) near (?=\d)/, [[' near '], ['hole', 'bore']]],
    [/\bl[- ]shaped (?:steel |alu )?(?:profile|bar)\b/i, [['shaped '], ['profile', 'bar']]],
    // What is looked for before or behind is needed as well; what must not stand there is not.
    [/(?<=\b(?:sphere|ball)\b[^;]*?),? ?cut(?! flat)/, [['sphere', 'ball'], ['cut']]],
    // What may be missing is not, and a letter that comes several times ends a piece.
    [/colou?r(?:ed)?/, [['colo']]],
    [/ab+cd{2}e{0,3}f?/, [['ab'], ['cd']]],
    [/(?<name>ab)\k<name>[^\]x]cd|gh/, [['ab', 'gh']]],
    // One branch needs nothing that is known: so does the whole.
    [/hole|\d+/, []],
    [/\u2014\x41\p{L}thick/u, [['thick']]],
    [/\s*⌴\s*/, [['⌴']]],
    // `µ` has two large letters.
    [/\d µm/i, []],
  ])('%s', (pattern, needed) => expect(neededBy(pattern)).toEqual(needed))

  it('tries a pattern only on a text that has all of it', () => {
    const pattern = /\b(?:holes?|bores?) near (?=\d)/gi
    expect(worthTrying('A plate with HOLES NEAR 2 edges')(pattern)).toBe(true)
    expect(worthTrying('a plate with holes on its edges')(pattern)).toBe(false)
  })
})
