import type { PartBody } from '@hewn/model'

/** `hollow it out`: what was solid becomes a box with walls. */
export function hollowed(body: PartBody, floored = false): void {
  const { outer } = body.sizes
  if (floored && body.family === 'cylinder' && outer && body.sizes['height'] && Object.keys(body.sizes).length === 2) {
    body.family = 'jar'
    body.sizes = { outer, height: body.sizes['height'], wall: '2', floor: '2' }
    return
  }
  const { length, width, height, thickness, side, corner } = body.sizes
  const [x, y, z] = [length ?? side, width ?? side, height ?? thickness ?? side]
  if (!['block', 'cube', 'plate'].includes(body.family) || !x || !y || !z) return
  body.family = 'enclosure'
  body.sizes = { length: x, width: y, height: z, wall: '2', floor: '2', ...(corner ? { corner } : {}) }
}
