import type { PartPiece } from '@hewn/model'
import type { FaceForm, Form, Kind, Settling, Sizes, Slot } from '../kinds.ts'
import { boxOf } from './box-form.ts'
import { ringForm } from './round.ts'

// A rim under a plate or a disc, that goes into what it covers; without a thickness of its own it is a solid plug.

export const CLEARANCE: Slot = {
  label: 'Clearance per side',
  accepts: 'clearance',
  say: '# clearance per side',
  name: 'clearance',
  min: 0.001,
}
export const LIPS =
  'lip, skirt, rim, locating lip, locating rim, inner lip, inner rim, outer lip, ring below, locating ring, downward lip, inside lip, step lip, raised lip, lip below, rim below, rim underneath, lip underneath'

/** What a rim goes into: `fits inside a 96 x 56 opening`. */
const opening: Kind = {
  key: 'opening',
  nouns: 'mating recess',
  slots: {
    length: { label: 'Opening length', accepts: 'length x', say: '# long' },
    width: { label: 'Opening width', accepts: 'width y', say: '# wide' },
    outer: { label: 'Opening diameter', accepts: 'diameter inner', say: '# diameter' },
  },
  bare: ['length', 'width'],
  chains: { 2: ['length', 'width'] },
}

/** A rim all round under a plate, that goes into what the plate covers. */
export const lip: Kind = {
  key: 'lip',
  nouns: LIPS,
  slots: {
    deep: { label: 'Depth of the lip', accepts: 'depth height', say: '# deep', name: 'depth' },
    wall: { label: 'Lip thickness', accepts: 'thickness wall width', say: '# thick', name: 'thickness' },
    length: { label: 'Lip length', accepts: 'length x', say: '# long' },
    width: { label: 'Lip width', accepts: 'y', say: '# wide' },
    outer: { label: 'Lip diameter', accepts: 'outer diameter radius*2', say: '# diameter' },
    inner: { label: 'Lip inside diameter', accepts: 'inner', say: '# inside', not: 'wall' },
    inset: { label: 'Lip to the edge', accepts: 'inset', say: '' },
    clearance: CLEARANCE,
  },
  bare: ['deep', 'wall'],
  refill: ['wall'],
  // `a plug 74 x 54 x 5`
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'deep'] },
  parts: { opening },
}

/** A rim whose size nobody said stands a little inside the edges. */
export function settleLip(sizes: Settling, within?: (slot: string) => string | undefined): void {
  const rim = sizes.part('lip')
  if (!rim) return
  // A round one under a square plate has no sides to be derived.
  const across = sizes.has('outer') ? ['outer'] : rim.has('outer') ? [] : ['length', 'width']
  // `a Ø100 x 3 spigot`: how far what is round goes down.
  if (rim.has('outer') && rim.has('length') && !rim.has('deep')) rim.move('length', 'deep')
  const solid = /plug|spigot|boss|register|disc|stub|lug/.test(rim.noun) && !rim.has('inner')
  // `a 44 mm plug`: how wide it is, and no wall.
  if (solid && sizes.has('outer') && rim.has('wall') && !rim.has('outer')) rim.move('wall', 'outer')
  // `a 35.6 mm square plug`
  const square = rim.noun.startsWith('square') || rim.flag('square')
  const side = ['outer', 'deep', 'wall'].find((slot) => rim.has(slot) && (slot === 'outer' || rim.byTurn(slot)))
  if (solid && square && side && !rim.has('width')) {
    if (rim.has('length') && !rim.byTurn('length')) rim.move('length', 'long')
    rim.move(side, 'length')
    rim.derive('width', rim.formula('length'))
    if (rim.has('long') && !rim.has('deep')) rim.move('long', 'deep')
  }
  if (!rim.has('deep')) rim.assume('deep', 4, 'no depth of the lip was said')
  if (!rim.has('wall') && rim.has('outer') && rim.has('inner'))
    rim.derive('wall', `(${rim.formula('outer')} - ${rim.formula('inner')}) / 2`)
  const hollow = rim.part('opening')
  const known = (slot: string) => (hollow?.has(slot) ? hollow.formula(slot) : within?.(slot))
  for (const slot of across) {
    const room = rim.has(slot) ? undefined : known(slot)
    if (room === undefined) continue
    if (!rim.has('clearance')) rim.assume('clearance', 0.2, 'so that it goes in, printed')
    rim.derive(slot, `${room} - 2 * ${rim.formula('clearance')}`)
  }
  for (const slot of across) {
    if (rim.has(slot)) continue
    // `with a 10 mm skirt all round`: it hangs from the very edge.
    if (rim.noun === 'skirt' && !rim.has('inset')) {
      rim.derive(slot, sizes.formula(slot))
      continue
    }
    if (!rim.has('inset')) rim.assume('inset', 2.2, 'no size of the lip was said')
    rim.derive(slot, `${sizes.formula(slot)} - 2 * ${rim.formula('inset')}`)
  }
  // What is turned down all round is as thick as what it hangs from.
  if (!rim.has('wall') && rim.noun === 'skirt' && sizes.has('thickness'))
    rim.assume('wall', sizes.value('thickness'), 'as thick as what it hangs from')
  if (!rim.has('wall') && !solid) rim.assume('wall', 2, 'no thickness of the lip was said')
  const thick = rim.has('wall') ? rim.value('wall') : 0
  for (const slot of across)
    if (rim.value(slot) > sizes.value(slot) + 1e-9 || rim.value(slot) <= 2 * thick)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A lip of ${rim.value(slot)} mm, ${thick} mm thick, does not fit under ${sizes.value(slot)} mm.`,
      )
}

/** The rim stands on z = 0, and what it is under lies on it. */
export function withLip(plain: Form, { thickness = '0' }: Sizes, pieces: readonly PartPiece[]): Form {
  const rim = pieces.find(({ kind }) => kind === 'lip')?.sizes
  if (!rim) return plain
  const { length = '0', width = '0', outer, deep = '0', wall, corner } = rim
  const [x, y, z] = plain.size
  const less = (size: string) => `(${size} - 2 * ${wall ?? '0'})`
  const within = corner ? `max(${corner} - ${wall ?? '0'}, 0.01)` : undefined
  const ring = outer
    ? [ringForm({ outer, height: deep }), ringForm({ outer: less(outer), height: deep })]
    : [boxOf(length, width, deep, corner), boxOf(less(length), less(width), deep, within)]
  const [solid, hollow] = ring.map(({ code }) => code)
  const [full, empty] = ring.map(({ volume }) => volume)
  const whole: FaceForm = { at: ['0', '0', `(${z} + ${deep})`], through: `(${z} + ${deep})` }
  return {
    ...plain,
    code: `Pos(0, 0, ${deep}) * (${plain.code}) + (${wall ? `${solid} - ${hollow}` : solid})`,
    size: [x, y, `(${z} + ${deep})`],
    volume: `${plain.volume} + ${full}${wall ? ` - (${empty})` : ''}`,
    faces: {
      top: {
        at: ['0', '0', `(${z} + ${deep})`],
        through: thickness,
        ...(plain.outline.kind === 'circle' ? { outline: plain.outline } : {}),
      },
    },
    through: { bottom: thickness },
    // Through a solid one goes what is in its middle.
    ...(wall ? {} : { middle: { top: whole } }),
    edges: {},
  }
}
