import { describe, expect, it } from 'vitest'
import { changeBetween } from './change-between.ts'
import { placeOf } from './mark-place.ts'

const apply = (before: string, after: string) => {
  const change = changeBetween(before, after)
  return change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before
}

describe('changeBetween', () => {
  it.each([
    ['', 'abc'],
    ['abc', ''],
    ['aaa', 'aa'],
    ['aa', 'aaa'],
    ['width = 40\nheight = 2', 'width = 45\nheight = 2'],
    ['abcabc', 'abc'],
    ['same', 'same'],
  ])('leads from %j to %j', (before, after) => expect(apply(before, after)).toBe(after))

  it('[WB64] touches only what differs, so the cursor elsewhere stays', () => {
    expect(changeBetween('width = 40\nheight = 2', 'width = 45\nheight = 2')).toEqual({ from: 9, to: 10, insert: '5' })
    expect(changeBetween('same', 'same')).toBeNull()
  })
})

describe('placeOf', () => {
  it('[WB62] marks the line the error names', () => expect(placeOf({ message: 'x', line: 3 }, 10)).toEqual({ line: 3 }))
  it('[WB62] marks the last line when the error lies behind the end', () =>
    expect(placeOf({ message: 'x', line: 99 }, 10)).toEqual({ line: 10 }))
  it.each([undefined, 0, -1, 1.5, Number.NaN])('[WB62] marks nothing for line %s', (line) =>
    expect(placeOf({ message: 'x', ...(line === undefined ? {} : { line }) }, 10)).toBeNull(),
  )
})
