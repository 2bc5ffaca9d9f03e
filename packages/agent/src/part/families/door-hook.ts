import type { Family, Kind } from '../kinds.ts'
import { THICK, WIDTH, sheet, takeSheet } from './bracket-parts.ts'

const told = (key: string, nouns: string): Kind => ({
  key,
  nouns,
  slots: { length: { label: nouns, accepts: 'length height width thickness depth gap', say: '#' } },
  bare: ['length'],
})
const SIDES = ['gap', 'back', 'front', 'reach', 'tip'] as const
const HOOKED: readonly (typeof SIDES)[number][] = ['reach', 'tip']
const NAMES: Record<(typeof SIDES)[number], string> = {
  gap: 'door gap',
  back: 'rear flap',
  front: 'front drop',
  reach: 'hook reach',
  tip: 'hook tip',
}
const slot = (key: (typeof SIDES)[number], label: string) => ({
  label,
  accepts: '',
  say: `${NAMES[key]} #`,
  name: NAMES[key].replace(' ', '_'),
})

/** What only sits over an edge: nothing comes out of its front. */
const PLAIN = 'over edge hook'

/** Strip that hangs over the top of a door and ends in a hook, folded square. Sizes are outside, but for what the door has between; words/door-hook-words.ts names its sides. */
export const doorHook: Family = {
  key: 'door-hook',
  flags: 'bent square-bends',
  nouns: `over the door hook, over door hook, door hook, over door hanger, ${PLAIN}`,
  slots: {
    gap: slot('gap', 'Thickness of the door'),
    back: slot('back', 'Behind the door'),
    front: slot('front', 'Before the door'),
    reach: slot('reach', 'Reach of the hook'),
    tip: slot('tip', 'Tip of the hook'),
    width: WIDTH,
    thickness: THICK,
  },
  parts: {
    sheet,
    ...Object.fromEntries(SIDES.map((key) => [`door${key}`, told(`door${key}`, NAMES[key])])),
  },
  settle(sizes) {
    takeSheet(sizes)
    for (const key of SIDES) {
      const part = sizes.part(`door${key}`)
      if (part?.has('length') && !sizes.has(key)) sizes.derive(key, part.formula('length'))
    }
    const hooked = sizes.has('reach') || sizes.has('tip') || sizes.noun !== PLAIN
    if (SIDES.some((key) => !sizes.has(key) && (hooked || !HOOKED.includes(key)))) {
      sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        'How thick is the door, how far does it reach down on both sides, and how large is the hook?',
        ['fits a 40 mm door, 40 down the back, 100 down the front, hook 35 out and 20 up'],
      )
      return
    }
    if (!sizes.has('width')) sizes.assume('width', 25, 'no width was said')
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness was said')
    const least = Math.min(...SIDES.slice(1).flatMap((key) => (sizes.has(key) ? [sizes.value(key)] : [])))
    if (least <= sizes.value('thickness') || (hooked && sizes.value('reach') <= 2 * sizes.value('thickness')))
      sizes.refuse('AGENT_IMPOSSIBLE', `A side of ${least} mm is not longer than the strip is thick, or leaves no gap.`)
    if (hooked && sizes.value('tip') >= sizes.value('front'))
      sizes.refuse('AGENT_CONTRADICTION', 'The tip of the hook is lower than the strip that it hangs from.')
  },
  form({ gap = '0', back = '0', front = '0', reach, tip = '0', width = '0', thickness = '0' }) {
    if (reach === undefined) {
      const wall = (sign: string, high: string) =>
        `Pos(${sign}(${gap} + ${thickness}) / 2, 0, max(${front}, ${back})) * Box(${thickness}, ${width}, ${high}, align=down)`
      return {
        code: `Pos(0, 0, max(${front}, ${back})) * Box(${gap} + 2 * ${thickness}, ${width}, ${thickness}, align=down) + ${wall('', front)} + ${wall('-', back)}`,
        size: [`${gap} + 2 * ${thickness}`, width, `max(${front}, ${back})`],
        volume: `(${front} + ${gap} + ${back}) * ${thickness} * ${width}`,
        openings: '0',
        outline: { kind: 'other' },
      }
    }
    // Where its front strip stands, with all of it centred.
    const wall = (x: string, z: string, high: string) =>
      `Pos(${x}, 0, ${z}) * Box(${thickness}, ${width}, ${high}, align=floor)`
    const flat = (x: string, z: string, long: string) =>
      `Pos(${x}, 0, ${z}) * Box(${long}, ${width}, ${thickness}, align=floor)`
    return {
      before: [`strip = (${gap} + 2 * ${thickness} - ${reach}) / 2`],
      code: [
        wall('strip', '0', front),
        flat(`strip - (${gap} + ${thickness}) / 2`, `${front} - ${thickness}`, `${gap} + 2 * ${thickness}`),
        wall(`strip - ${gap} - ${thickness}`, `${front} - ${back}`, back),
        flat(`strip + (${reach} - ${thickness}) / 2`, '0', reach),
        wall(`strip + ${reach} - ${thickness}`, '0', tip),
      ].join(' + '),
      size: [`${gap} + ${thickness} + ${reach}`, width, front],
      volume: `(${front} + ${gap} + ${back} + ${reach} + ${tip} - 2 * ${thickness}) * ${thickness} * ${width}`,
      openings: '0',
      outline: { kind: 'other' },
    }
  },
}
