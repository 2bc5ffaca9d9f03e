import { type AgentError, hewnError } from '@hewn/model'
import type { Family } from '../kinds.ts'
import type { Item } from '../words/items.ts'

// Things by whose name another shape would be made if only half of it were heard: they are refused, with what comes near.

const NEAREST: readonly (readonly [nouns: string, choices: readonly string[]])[] = [
  [
    'bevel gear, mitre gear, miter gear, helical gear, worm, worm screw, worm gear, worm wheel, herringbone gear, crown gear, planetary gear, internal gear, internal ring gear, ring gear',
    ['spur gear module 2, 20 teeth', 'rack module 2, 100 mm long'],
  ],
  ['sprocket, chain sprocket, chain wheel', ['spur gear module 4, 16 teeth', 'GT2 pulley 20 teeth']],
  [
    'spring washer, split washer, lock washer, wave washer, belleville washer, disc spring, tooth washer, countersunk washer, finishing washer',
    ['M8 flat washer', 'washer 16 x 8.4 x 1.6'],
  ],
  ['horseshoe shim, slotted shim', ['M8 flat washer', 'washer 30 x 10.5 x 5']],
  [
    'T-slot nut, t slot nut, tee slot nut, t-nut, t nut, tee nut, hammer nut, drop-in nut, sliding nut, wing nut, lock nut, nyloc nut, cap nut, dome nut, acorn nut, castle nut, coupling nut, rivet nut, cage nut, eye nut',
    ['M8 hex nut', 'M6 square nut'],
  ],
  ['torsion spring, leaf spring, conical spring', ['compression spring 2 mm wire, 20 mm outside, 50 mm long, 8 coils']],
  [
    'cotter pin, split pin, e clip, circlip, snap ring, retaining ring, woodruff key',
    ['dowel pin 6 x 30', 'washer 20 x 10 x 1'],
  ],
  [
    'clamp on hook, desk hook, shelf hook',
    ['flat hook from 20 x 3 strip, back 60, bottom 40, front lip 15', 'L bracket 60 x 40 x 20, 3 thick'],
  ],
  [
    'double hook, double coat hook, triple hook, twin hook, double wall hook, double prong hook',
    ['J hook from 6 mm rod', 'wall hook: base plate 50 x 80 x 5, hook arm 40 long, 12 mm diameter'],
  ],
  // Round ends, an ellipse, or a round middle between two small ears: the name leaves that open.
  [
    'oval flange, rhombic flange, rhomboid flange, diamond flange, elliptical flange',
    ['ellipse plate 80 x 50, 10 thick', 'stadium plate 80 x 50, 10 thick', 'round flange 80 mm diameter, 10 thick'],
  ],
  // Made to a size of their own that no word here tells.
  [
    'lego brick, lego, lego plate, duplo brick, lego block',
    ['brick 31.8 x 15.8 x 9.6', 'block 32 x 16 x 10 with a 12 x 28 x 8 pocket in the bottom'],
  ],
  [
    'gridfinity bin, gridfinity box, gridfinity tray, gridfinity cup, gridfinity baseplate, gridfinity base plate, gridfinity plate, gridfinity',
    ['open box 83.5 x 41.5 x 21, 1.2 mm walls', 'plate 84 x 42 x 5'],
  ],
  [
    'möbius strip, mobius strip, moebius strip, klein bottle',
    ['torus 60 mm overall diameter, 10 mm section', 'ring 60 x 50 x 10'],
  ],
  [
    'ball bearing, roller bearing, needle bearing, thrust bearing',
    ['washer 22 x 8 x 7', 'bushing 12 OD, 8 ID, 10 long'],
  ],
  [
    'intercooler, intercooler core, heat exchanger, radiator, radiator core',
    ['block 120 x 80 x 60', 'plate 120 x 80 x 3'],
  ],
  ['mouse shell, computer mouse, mouse body', ['open box 120 x 65 x 35, 2 mm walls, corner radius 20']],
  ['ring size', ['ring 22 outside, 19 inside, 5 high']],
  ['reducer flange, reducing flange', ['flange 160 mm diameter, 60 bore, 16 thick, eight 18 mm holes on 125']],
  [
    'hose clip, worm drive clip, jubilee clip, pipe hanger, clevis hanger, pipe ring hanger',
    ['pipe clamp for a 50 mm pipe, 25 wide, 3 thick', 'U bolt for a 50 mm pipe, M8'],
  ],
  [
    'bottle, water bottle, drinking bottle, drinks bottle, flask, canteen',
    ['jar 65 outside, 200 high, 2 mm walls', 'cylinder 65 diameter, 200 high'],
  ],
  ['carabiner, snap hook', ['J hook from 6 mm rod', 'chain link 6 mm wire, 50 x 25']],
  ['hinge, butt hinge, piano hinge, living hinge', ['plate 50 x 25 x 2 with three 4 mm holes']],
  [
    'ball knob, spherical knob, star knob, lobed knob, wing knob',
    ['knob 30 mm diameter, 15 mm tall with an M6 hole', 'sphere 25 mm with an 8 mm hole 15 deep'],
  ],
  [
    'carriage bolt, coach bolt, thumb screw, wing screw, wood screw, self tapping screw, flange screw, flanged screw, flange bolt, flange head bolt, flange head screw',
    ['M8 x 40 hex bolt', 'M6 x 20 socket head cap screw'],
  ],
]
const KNOWN = NEAREST.map(([nouns, choices]) => ({ nouns: nouns.split(', '), choices }))

const NOT_MADE = 'not-made'

/** `hinge with a pin 60 x 40`: what is asked for is not made, and no piece of it instead. A `hinge leaf` is a plate. */
export function asksForNotMade(items: readonly Item[]): AgentError | undefined {
  const isNoun = (item: Item | undefined) => item?.kind === 'word' && (item.entry?.nouns.length ?? 0) > 0
  const place = items.findIndex(isNoun)
  const [item, next] = [items[place], items[place + 1]]
  const alone =
    next === undefined || (next.kind === 'word' ? GOES_ON.has(next.text) : next.kind !== 'mark' || next.text !== '.')
  if (item?.kind !== 'word' || !item.entry?.nouns.includes(NOT_MADE) || !alone) return undefined
  // `… for a hinge`, `hinge blank`
  if (items.slice(0, place).some((one) => one.kind === 'word' && one.text === 'for')) return undefined
  const { text, at } = item
  const choices = [...(KNOWN.find(({ nouns }) => nouns.includes(text))?.choices ?? [])]
  return { ...hewnError('AGENT_UNSUPPORTED', sayNotMade(text), { choices }), spans: [at] }
}
const GOES_ON = new Set(['with', 'for', 'of', 'from', 'having', 'set', 'and', 'in', 'to'])
const sayNotMade = (noun: string): string => `A ${noun} is not something that can be made here yet.`

export const notMade: Family = {
  key: NOT_MADE,
  nouns: NEAREST.map(([nouns]) => nouns).join(', '),
  slots: {},
  settle(sizes) {
    const found = KNOWN.find(({ nouns }) => nouns.includes(sizes.noun))
    sizes.refuse('AGENT_UNSUPPORTED', sayNotMade(sizes.noun), [...(found?.choices ?? [])])
  },
  form: () => ({ code: 'Box(1, 1, 1)', size: ['1', '1', '1'], outline: { kind: 'other' } }),
}
