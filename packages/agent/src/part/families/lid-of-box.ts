import type { PartBody, PartPiece } from '@hewn/model'
import type { Kind, Settling } from '../kinds.ts'
import { METRIC, threadOf } from '../library/fasteners.ts'
import { CLEARANCE, LIPS } from './lip.ts'

// The lid that comes with an enclosure or a jar, and becomes a body of its own.

const screw: Kind = {
  key: 'lidscrew',
  nouns: 'screw, bolt, machine screw, corner screw, screw hole, matching hole, matching screw hole',
  slots: { diameter: { label: 'Screw hole', accepts: 'diameter', say: '# holes', name: 'hole' } },
  bare: ['diameter'],
}

function settleScrew(sizes: Settling): void {
  const size = sizes.designator('diameter')
  const row = size ? threadOf(size) : undefined
  if (row && !sizes.has('diameter')) sizes.look('diameter', row.row.medium, `${size} medium clearance, ${row.standard}`)
  if (!sizes.has('diameter')) sizes.look('diameter', METRIC['M3']?.medium ?? 0, 'M3 medium clearance, ISO 273')
}

const rim: Kind = {
  key: 'lip',
  nouns: LIPS,
  slots: {
    deep: { label: 'Depth of the lip', accepts: 'depth height length', say: '# deep', name: 'depth' },
    wall: { label: 'Lip thickness', accepts: 'thickness wall width', say: '# thick', name: 'thickness' },
    clearance: CLEARANCE,
  },
  bare: ['deep', 'wall'],
  refill: ['wall'],
}

/** The lid of an enclosure: goes in with a lip, over it with a skirt, or is screwed on. */
export const lidPiece: Kind = {
  key: 'lid',
  detached: true,
  nouns: `lid, cover, slip-on lid, slip lid, slip on lid, slip over lid, push-fit lid, push fit lid, push-on lid, friction lid, friction fit lid, press-fit lid, press fit lid, press-in lid, push-in lid, plug-in lid, snap lid, screw-on lid,
    screw on lid, screwed lid, screw-down lid, screw lid, matching lid, separate lid, removable lid, loose lid, top cover, lift-off lid, lift off lid, fitting lid, lipped lid, cap style lid, slip over cover, push over lid, telescoping lid, overlapping lid, shoebox lid, shoe box lid, lift off cover, flat lid, flat cover, flat top, inset lid, drop-in lid`,
  slots: {
    length: { label: 'Lid length', accepts: 'length x', say: '# long' },
    width: { label: 'Lid width', accepts: 'width y', say: '# wide' },
    thickness: { label: 'Lid thickness', accepts: 'thickness', say: '# thick' },
    lip: { label: 'Depth of the lip', accepts: 'depth', say: 'lip # deep', name: 'lip' },
    high: { label: 'Height of the lid', accepts: 'height overall overall-height', say: '# high', name: 'height' },
    wall: { label: 'Wall of the lid', accepts: 'wall', say: '# wall', name: 'wall' },
    top: { label: 'Top of the lid', accepts: 'floor top-width', say: 'top # thick', name: 'top' },
    clearance: CLEARANCE,
  },
  bare: ['thickness', 'lip'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'thickness'] },
  flags: 'goes-over',
  parts: { lidscrew: screw, lip: rim },
}

/** Fills the lid from the box it belongs to. `enclosure with lid 100 x 60 x 30` speaks of the box. */
export function settleLid(sizes: Settling): void {
  const lid = sizes.part('lid')
  if (sizes.has('clearance')) {
    if (lid && !lid.has('clearance')) lid.derive('clearance', sizes.formula('clearance'))
    else if (!lid)
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What is the clearance for? There is no lid.', ['with a lid', 'no clearance'])
  }
  if (!lid) return
  // `box with a lid, 3 mm walls`: those of the box, and the lid is as thick.
  if (lid.has('wall') && !sizes.has('wall')) {
    sizes.derive('wall', lid.formula('wall'))
    lid.move('wall', 'from')
  }
  // `jar with a lid: 70 diameter, height 80`: no lid is half as high as it is wide.
  const wide = ['outer', 'length'].find((slot) => sizes.has(slot))
  if (wide && lid.has('high') && !sizes.has('height') && 2 * lid.value('high') >= sizes.value(wide)) {
    sizes.derive('height', lid.formula('high'))
    lid.move('high', 'from')
  }
  if (!sizes.has('length') && !sizes.has('width') && lid.has('length') && lid.has('width')) {
    for (const slot of ['length', 'width']) sizes.derive(slot, lid.formula(slot))
    if (!sizes.has('height') && lid.has('thickness')) lid.move('thickness', 'spent')
    if (lid.has('spent')) sizes.derive('height', lid.formula('spent'))
    for (const slot of ['length', 'width', 'spent']) lid.move(slot, 'from')
  }
}

/** After the box: whichever kind of lid it is, the clearance is shown. */
export function finishLid(sizes: Settling): void {
  const lid = sizes.part('lid')
  if (!lid) return
  const [bolts, lip] = [lid.part('lidscrew'), lid.part('lip')]
  const over =
    lid.flag('goes-over') || (/slip|friction|push[- ](?:fit|on)|cap|over|telescop|shoe/.test(lid.noun) && !lip)
  const screwed = bolts !== undefined || /screw/.test(lid.noun)
  const across = sizes.has('outer') ? ['outer'] : ['length', 'width']
  if (lid.has('top') && !lid.has('thickness')) lid.move('top', 'thickness')
  // `2 mm walls`, said of the lid: its top as well.
  if (lid.has('wall') && !lid.has('thickness')) lid.derive('thickness', lid.formula('wall'))
  if (lid.has('high') && !over && !lip && !lid.has('thickness')) lid.move('high', 'thickness')
  if (!lid.has('thickness')) lid.derive('thickness', sizes.formula('wall'))
  // How high all of it is, skirt and top.
  if (lid.has('high') && !lid.has('lip'))
    lid.derive('lip', over ? `${lid.formula('high')} - ${lid.formula('thickness')}` : lid.formula('high'))
  // On what is round, it may have a thread of its own.
  if (sizes.has('outer') && !bolts && /screw(?:[- ]on)? lid/.test(lid.noun)) {
    sizes.refuse('AGENT_NEEDS_ANSWER', `Is the ${lid.noun} held by screws? A thread around it is not modelled.`, [
      'a lid with four M3 screws',
      'a push-on lid',
      'a lid with a lip',
    ])
    return
  }
  if (screwed) {
    if (bolts) {
      settleScrew(bolts)
      lid.derive('screw', bolts.formula('diameter'))
    } else lid.look('screw', METRIC['M3']?.medium ?? 0, 'M3 medium clearance, ISO 273')
    sizes.note('The lid has holes for its screws; what they hold in is made only where bosses were asked for.')
  }
  if ((!screwed || lip) && !/flat/.test(lid.noun)) {
    if (!lid.has('lip') && lip?.has('deep')) lid.derive('lip', lip.formula('deep'))
    if (!lid.has('clearance') && lip?.has('clearance')) lid.derive('clearance', lip.formula('clearance'))
    if (!lid.has('lip')) lid.assume('lip', over ? 8 : 4, 'no depth of the lip was said')
    if (!lid.has('clearance')) lid.assume('clearance', 0.2, 'so that the lid goes on, printed')
  }
  if (over) lid.mark('over')
  lid.derive('skirt', (lid.has('wall') ? lid : lip?.has('wall') ? lip : sizes).formula('wall'))
  const grow = over && !screwed ? ` + 2 * (${lid.formula('clearance')} + ${lid.formula('skirt')})` : ''
  for (const slot of across)
    if (!lid.has(slot)) lid.derive(slot, grow ? `${sizes.formula(slot)}${grow}` : sizes.formula(slot))
  // Rounded corners of the box are the lid's as well.
  if (sizes.has('corner'))
    lid.derive(
      'corner',
      grow
        ? `${sizes.formula('corner')} + ${lid.formula('clearance')} + ${lid.formula('skirt')}`
        : sizes.formula('corner'),
    )
}

/** The body that a lid becomes, lying beside its box with the lip below. */
export function lidBody(box: PartBody, piece: PartPiece, id: string, gap: string, inset: () => string): PartBody {
  const { thickness = '0', skirt: wall = '0', corner, clearance = '0', lip: deep, screw: hole } = piece.sizes
  const round = piece.sizes['outer'] !== undefined
  const across = round ? ['outer'] : ['length', 'width']
  const own = Object.fromEntries(across.map((slot) => [slot, piece.sizes[slot] ?? '0']))
  const within = (slot: string) =>
    piece.flags.includes('over')
      ? (own[slot] ?? '0')
      : `(${box.sizes[slot] ?? '0'} - 2 * ${box.sizes['wall'] ?? '0'} - 2 * ${clearance})`
  // Corners of the lip stay clear of the rounded ones of the box.
  const lipCorner = piece.flags.includes('over')
    ? (corner ?? '0')
    : `max(${corner} - ${box.sizes['wall'] ?? '0'} - ${clearance}, 0.01)`
  const wide = (sizes: Readonly<Record<string, string>>) => sizes['outer'] ?? sizes['length'] ?? '0'
  return {
    id,
    label: 'lid',
    family: 'lid',
    sizes: { ...own, thickness, ...(corner ? { corner } : {}) },
    flags: [],
    parts: deep
      ? [
          {
            kind: 'lip',
            label: 'lip',
            flags: [],
            sizes: {
              deep,
              wall,
              ...(corner ? { corner: lipCorner } : {}),
              ...Object.fromEntries(across.map((slot) => [slot, within(slot)])),
            },
          },
        ]
      : [],
    features: hole
      ? [
          {
            id: `${id}_hole`,
            label: 'hole',
            kind: 'hole',
            sizes: round ? { diameter: hole, count: '4' } : { diameter: hole },
            flags: [],
            parts: [],
            at: {
              relations: round
                ? [{ kind: 'circle', diameter: `(${wide(own)} - 2 * ${inset()})` }]
                : [{ kind: 'edge', edge: 'all', distance: inset() }, { kind: 'corners' }],
            },
          },
        ]
      : [],
    place: { x: `(${wide(box.sizes)} + ${wide(own)}) / 2 + ${gap}` },
  }
}
