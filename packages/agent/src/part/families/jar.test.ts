import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const claimed = (words: string) => {
  const read = planPart(words)
  if (!read.ok) return read.error.code
  const volume = read.value.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect
  return volume && typeof volume.equals === 'number' ? Math.round(volume.equals) : undefined
}

it.each([
  ['printed bucket, 60 dia at the bottom, 90 dia at the top, 80 high, walls 2', 41_686],
  ['jar 80 od 90 high, wall 3, bottom 5', 86_818],
  ['pen holder, round, 80 mm diameter, 100 tall, 3 mm wall, closed bottom', 85_473],
  ['printed box 80 x 50 x 30, 2 mm walls, with a 5 mm wide outward rim 2 mm thick', 24_912],
  ['tray to print: inside 80 x 30 x 20, walls and floor 2, open at the top and at one short end', 13_336],
  ['plug head 20 dia x 3, stem 15 dia x 10 long, 4 mm hole through', 2546],
])('[AG17] “%s” is claimed with its volume', (words, volume) => expect(claimed(words)).toBe(volume))
