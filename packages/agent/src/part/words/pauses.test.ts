import { describe, expect, test } from 'vitest'
import { planPart } from '../plan-part.ts'
import { straighten } from './straighten.ts'

const script = (words: string): string => {
  const plan = planPart(words)
  return plan.ok ? plan.value.script.replace(/^#.*$/gm, '') : plan.error.message
}

describe('AG2 a list without its commas is the list', () => {
  test.each([
    'shaft collar, bore 12, OD 28, width 11',
    'printed tray 150 x 100 x 20, walls 3, floor 4',
    'printed case 120 x 80 x 35, 2.5 mm walls, five 20 x 2 mm vent slots in the left side',
    'split collar 34 mm OD, 11 mm wide, 16 mm bore',
    'drawer knob: head 30 dia 10 thick, stem 12 dia 15 long, 4 mm hole 12 deep up the stem',
  ])('%s', (words) => {
    expect(script(words.replaceAll(',', ''))).toBe(script(words))
  })
  test.each([
    'angle 1 1/2 x 1 1/2 x 3/16", 6" long',
    'plate with four holes and another four',
    'tube 50 mm outer diameter',
  ])('%s stays as it is', (words) => {
    expect(straighten(words, []).text.split(',').length).toBe(words.split(',').length)
  })
})
