import { expect, it } from 'vitest'
import { bareId, base62ToUuid, parseId, uuidToBase62 } from '../src/index.ts'

it('[SV12] 22 characters of base62 are the UUID, whichever way it is spelled', () => {
  const bare = uuidToBase62('f81d4fae-7dec-41d0-a765-00a0c91e6bf6')
  expect(bare).toMatch(/^[0-9A-Za-z]{22}$/)
  const spellings = [
    `job:${bare}`,
    bare,
    'f81d4fae-7dec-41d0-a765-00a0c91e6bf6',
    'F81D4FAE-7DEC-41D0-A765-00A0C91E6BF6',
    'job:f81d4fae-7dec-41d0-a765-00a0c91e6bf6',
  ]
  expect(new Set(spellings.map((text) => parseId('job', text)))).toEqual(new Set([`job:${bare}`]))
})

it.each([
  ['00000000-0000-0000-0000-000000000000', '0000000000000000000000'],
  ['00000000-0000-0000-0000-00000000003d', '000000000000000000000z'],
  ['00000000-0000-0000-0000-00000000003e', '0000000000000000000010'],
  ['ffffffff-ffff-ffff-ffff-ffffffffffff', '7n42DGM5Tflk9n8mt7Fhc7'],
])('[SV12] pin: %s is %s', (uuid, bare) => {
  expect(uuidToBase62(uuid)).toBe(bare)
  expect(base62ToUuid(bare)).toBe(uuid)
})

it.each([
  '',
  'job:',
  'job:short',
  'session:7n42DGM5Tflk9n8mt7Fhc7',
  'job:job:7n42DGM5Tflk9n8mt7Fhc7',
  '7n42DGM5Tflk9n8mt7Fhc7x',
  '7n42DGM5Tflk9n8mt7Fhc-',
  '7n42DGM5Tflk9n8mt7Fhc7\n',
  '../../../../etc/passwd',
  'ｆ81d4fae-7dec-41d0-a765-00a0c91e6bf6',
  '__proto__',
])('[SV12] %j is no id of a job', (text) => {
  expect(parseId('job', text)).toBeUndefined()
})

it('bareId is what addresses carry', () => {
  expect(bareId('layer:front')).toBe('front')
  expect(bareId('job:7n42DGM5Tflk9n8mt7Fhc7')).toBe('7n42DGM5Tflk9n8mt7Fhc7')
})
