import { expect, it } from 'vitest'
import { setByName } from './set-by-name.ts'

const KNOB = `from build123d import *

diameter = 36.0     # Diameter [20 .. 60 / 1] mm
height = 18.0       # Height [10 .. 30 / 1] mm
shaft = 6.0         # Shaft [3 .. 10 / 0.1] mm
bore_depth = 12.0   # Bore depth [6 .. 15 / 1] mm
grips = 12          # Number of grips [6 .. 24 / 2]

result = Cylinder(diameter / 2, height)
`

it.each([
  ['diameter 50', 'diameter = 50.0', 'diameter 50 mm'],
  ['make the diameter 50 mm please', 'diameter = 50.0', 'diameter 50 mm'],
  ['5 mm taller', 'height = 23.0', 'height 23 mm'],
  ['bore depth 10', 'bore_depth = 10.0', 'bore depth 10 mm'],
  ['set the number of grips to 18', 'grips = 18 ', 'number of grips 18'],
  ['18 grips', 'grips = 18 ', 'number of grips 18'],
  ['make it 50 mm across', 'diameter = 50.0', 'diameter 50 mm'],
  ['1 in tall', 'height = 25.4', 'height 25.4 mm'],
  ['25 % bigger', 'diameter = 45.0', 'diameter 45 mm'],
  ['make the shaft smaller by 1 mm', 'shaft = 5.0', 'shaft 5 mm'],
])('[AG39] “%s” sets a parameter of a script by its name', (words, line, say) => {
  const set = setByName(words, KNOB)
  expect(set?.ok && set.value).toMatchObject({ say })
  expect(set?.ok && set.value.script).toContain(line)
  expect(set?.ok && set.value.script.split('\n').length).toBe(KNOB.split('\n').length)
})

it('[AG39] several parameters may be named, each with its number', () => {
  const set = setByName('diameter 50, 20 mm tall and a shaft of 8', KNOB)
  expect(set?.ok && set.value.say).toBe('diameter 50 mm, height 20 mm, shaft 8 mm')
  expect(setByName('diameter 50, with 3 holes', KNOB)).toBeUndefined()
})

it('[AG39] what lies outside of its bounds is refused with them, and other words are no order of it', () => {
  const set = setByName('diameter 500', KNOB)
  expect(set && !set.ok ? set.error.message : '').toBe('Diameter goes from 20 to 60 mm here, and 500 was asked for.')
  expect(setByName('add a hole of 5', KNOB)).toBeUndefined()
})
