import type { Family, Kind, Settling } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { boxOf } from './box-form.ts'
import { OVER } from './lid-over.ts'
import { CLEARANCE, lip, settleLip, withLip } from './lip.ts'
import { ringForm } from './round.ts'

/** What the lid is for, which is not made with it: `for a 100 x 60 box`, `for a 25 mm tube`. */
const mate: Kind = {
  key: 'mate',
  nouns:
    'box, case, enclosure, tray, container, housing, bin, jar, tin, tub, tube, pipe, bottle, can, mouth, neck, cup, mating recess',
  slots: {
    length: { label: 'Length of what it covers', accepts: 'length x', say: '# long' },
    width: { label: 'Width of what it covers', accepts: 'width y', say: '# wide' },
    height: { label: 'Height of what it covers', accepts: 'height', say: '# high' },
    outer: { label: 'Diameter of what it covers', accepts: 'outer diameter', say: '# diameter' },
    inner: { label: 'Inside of what it covers', accepts: 'inner gap clear', say: '# inside', name: 'opening' },
    wall: { label: 'Wall of what it covers', accepts: 'wall', say: '# wall' },
  },
  bare: ['outer'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
}

const ROUND = /round|circular|disc|jar|tube|pipe|bottle|can\b|tin\b|cup/

const isWalled = ({ sizes, children }: Frame): boolean =>
  sizes.has('wall') && !children.some(({ kind }) => kind.key === 'lip' || kind.key === 'mate')
const isRound = ({ sizes, flags, noun }: Frame): boolean =>
  sizes.has('outer') || flags.has('circular') || ROUND.test(noun)
/** `20 high`; where its top is told as well, any size beside that is how high it is. */
const isHigh = ({ sizes }: Frame): boolean =>
  sizes.has('top') || /height|overall/.test(sizes.get('thickness')?.quantity.role ?? '')

/** A lid on its own: flat, with a lip that goes in, or with a skirt that goes over; round where it has a diameter. */
export const lid: Family = {
  key: 'lid',
  nouns: `lid, flat lid, rectangular lid, cover, box lid, square lid, lipped lid, loose lid, cover lid, round lid, circular lid, round cover, jar lid, disc lid, top cover, flat cover, push-in lid,
    press-in lid, slip-on lid, separate lid, lid plate, access cover, plug lid, drop-in lid, inset lid, tin lid, can lid, pot lid, circular cover`,
  slots: {
    length: { label: 'Length', accepts: 'length x', say: '# long' },
    width: { label: 'Width', accepts: 'width y side depth', say: '# wide' },
    thickness: { label: 'Thickness', accepts: 'thickness height z depth', say: '# thick' },
    outer: {
      label: 'Diameter',
      accepts: 'diameter outer radius*2',
      say: '# diameter',
      name: 'diameter',
      not: 'length',
    },
    corner: { label: 'Corner radius', accepts: 'corner', say: 'corner radius #', min: 0.1 },
    inner: { label: 'Inside', accepts: 'inner', say: '# inside', name: 'inside_diameter' },
    deep: { label: 'Depth inside', accepts: 'inner-height', say: '# deep inside', name: 'inside_depth' },
    top: { label: 'Top', accepts: 'floor top-width', say: 'top # thick', name: 'top_thickness' },
    wall: { label: 'Wall of the box', accepts: 'wall', say: 'for a wall of #', name: 'box_wall' },
    clearance: CLEARANCE,
  },
  bare: ['length', 'width', 'thickness'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'thickness'] },
  flags: 'circular square rounded goes-over',
  parts: {
    lip: { ...lip, nouns: `${lip.nouns}, plug, spigot, square plug, round plug, stub, lug` },
    mate,
    top: {
      key: 'top',
      nouns: 'top plate, top disc, lid top',
      slots: {
        length: { label: 'Length', accepts: 'length x', say: '# long' },
        width: { label: 'Width', accepts: 'width y', say: '# wide' },
        thickness: { label: 'Thickness', accepts: 'thickness height', say: '# thick' },
        outer: { label: 'Diameter', accepts: 'diameter outer', say: '# diameter' },
      },
      chains: { 2: ['length', 'width'], 3: ['length', 'width', 'thickness'] },
      bare: ['thickness'],
    },
  },
  // With an inside or a wall of its own it is hollow from below.
  instead: [
    // `60 outside, 3 mm thick top, 2 mm wall`: a wall of its own goes down all round.
    {
      when: (frame) => isWalled(frame) && isRound(frame) && isHigh(frame),
      family: 'cap',
      slots: { thickness: 'height' },
    },
    { when: (frame) => isWalled(frame) && isRound(frame), family: 'cap', slots: { thickness: 'top' } },
    {
      when: (frame) => isWalled(frame) && frame.flags.has('inside'),
      family: 'enclosure',
      slots: { thickness: 'height', top: 'floor' },
      flags: ['open-bottom'],
    },
    // `slip-over lid 64 x 44 outside, 12 high, 2 mm walls`: a box upside down.
    {
      when: (frame) => isWalled(frame) && isHigh(frame) && frame.sizes.has('width'),
      family: 'enclosure',
      slots: { thickness: 'height', top: 'floor' },
      flags: ['open-bottom'],
    },
    {
      when: ({ sizes, children }) => sizes.has('inner') && !children.some(({ kind }) => kind.key === 'lip'),
      family: 'cap',
      slots: { thickness: 'height' },
    },
  ],
  settle(sizes) {
    if (sizes.has('top') && !sizes.has('thickness')) sizes.move('top', 'thickness')
    const [top, of, rim] = [sizes.part('top'), sizes.part('mate'), sizes.part('lip')]
    for (const slot of ['length', 'width', 'outer', 'thickness'])
      if (top?.has(slot) && !sizes.has(slot)) sizes.derive(slot, top.formula(slot))
    hangs(sizes, rim)
    const round = roundOff(sizes, of, rim)
    // An inside without a wall is an opening.
    const bare = of?.has('inner') === true && !of.has('outer') && !of.has('wall') && !sizes.has('wall')
    if (bare) of.move('inner', 'outer')
    // `cover for a box 110 x 110 x 5`: so flat is no box, and that is how thick the cover is.
    if (of?.has('height') && of.byTurn('height') && !sizes.has('thickness')) {
      const least = Math.min(...['length', 'width'].filter((slot) => of.has(slot)).map((slot) => of.value(slot)))
      if (of.value('height') * 8 <= least) sizes.derive('thickness', of.formula('height'))
    }
    // `lid for a tin 85 mm diameter, 15 high, 1.5 wall`: are those the tin's, or does the lid go down over it?
    const high = of?.has('height') ? of.value('height') : of?.has('width') ? of.value('width') : undefined
    const untold = !sizes.has('thickness') && !/flat|disc/.test(sizes.noun)
    const inside = of !== undefined && (bare || /opening|mouth|neck|recess/.test(of.noun))
    if (round && of && !rim && (untold || (high !== undefined && of.has('wall')))) {
      const how = inside ? 'go into what it closes with a lip' : `go down over the ${of.noun}`
      sizes.refuse('AGENT_NEEDS_ANSWER', `Does the ${sizes.noun} ${how}, or is it flat?`, [
        ...(inside ? [] : [`cap ${high ?? 12} mm high with ${of.has('wall') ? of.value('wall') : 2} mm walls`]),
        'flat, 3 mm thick, with a lip 4 mm deep',
        'flat, 3 mm thick, without a lip',
      ])
      return
    }
    if (of && !inside) {
      for (const slot of ['length', 'width', 'outer'])
        if (of.has(slot) && !sizes.has(slot)) sizes.derive(slot, of.formula(slot))
      if (of.has('wall') && !sizes.has('wall')) sizes.derive('wall', of.formula('wall'))
      if (of.has('inner') && sizes.has('wall') && !sizes.has('outer'))
        sizes.derive('outer', `${of.formula('inner')} + 2 * ${sizes.formula('wall')}`)
    }
    if (!round && (sizes.flag('goes-over') || OVER.test(sizes.noun)) && (rim || of)) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How large is the ${sizes.noun} inside, where it goes over?`, [
        'box 100 x 60 x 12 inside, 2 mm walls, open at the bottom',
      ])
      return
    }
    if (rim && sizes.has('clearance') && !rim.has('clearance')) rim.derive('clearance', sizes.formula('clearance'))
    const around = round ? ['outer'] : ['length', 'width']
    // `for a 58 x 38 opening`: it lies on a rim around that.
    if (of && inside)
      for (const slot of around)
        if (of.has(slot) && !sizes.has(slot)) {
          if (!sizes.has('overlap')) sizes.assume('overlap', 2, 'so that it rests on the rim')
          sizes.derive(slot, `${of.formula(slot)} + 2 * ${sizes.formula('overlap')}`)
        }
    if (sizes.flag('square') && sizes.has('length') && !sizes.has('width'))
      sizes.derive('width', sizes.formula('length'))
    if (around.some((slot) => !sizes.has(slot))) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be?`, [
        '100 x 60 x 3 mm',
        '80 mm diameter, 3 mm thick',
      ])
      return
    }
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness was said')
    const least = Math.min(...around.map((slot) => sizes.value(slot)))
    if (sizes.flag('rounded') && !sizes.has('outer') && !sizes.has('corner'))
      sizes.assume('corner', Math.max(1, Math.round(least / 10)), 'rounded, and no radius was said')
    if (sizes.has('corner') && 2 * sizes.value('corner') > least)
      sizes.refuse('AGENT_IMPOSSIBLE', `Corners of R${sizes.value('corner')} do not fit ${least} mm.`)
    settleLip(sizes, (slot) =>
      of?.has(slot) && inside
        ? of.formula(slot)
        : slot === 'outer' && of?.has('inner')
          ? of.formula('inner')
          : sizes.has('wall')
            ? `${sizes.formula(slot)} - 2 * ${sizes.formula('wall')}`
            : undefined,
    )
    if (!rim && (sizes.has('clearance') || (sizes.has('wall') && !of)))
      sizes.refuse('AGENT_NEEDS_ANSWER', 'Should the lid have a lip that goes into the box?', [
        'with a lip 4 mm deep and 2 mm thick',
        'flat, without a lip',
      ])
  },
  form(sizes, _has, pieces) {
    const { length = '0', width = '0', thickness = '0', outer, corner } = sizes
    return withLip(
      outer ? ringForm({ outer, height: thickness }) : boxOf(length, width, thickness, corner),
      sizes,
      pieces,
    )
  },
}

/** `cover with a 10 mm skirt all round, 90 x 60 outside, 2 mm thick everywhere`: the outside of a skirt is that of the cover. */
function hangs(sizes: Settling, rim: Settling | undefined): void {
  if (rim?.noun !== 'skirt') return
  for (const slot of ['length', 'width', 'outer'])
    if (rim.has(slot) && !sizes.has(slot)) sizes.derive(slot, rim.formula(slot))
  if (rim.has('wall') && !sizes.has('thickness')) sizes.assume('thickness', rim.value('wall'), 'as thick as its skirt')
}

/** `round lid 80 mm`, `lid for a jar`: what is round has one size across. */
function roundOff(sizes: Settling, of: Settling | undefined, rim: Settling | undefined): boolean {
  const round =
    sizes.flag('circular') ||
    ROUND.test(sizes.noun) ||
    sizes.has('outer') ||
    (of !== undefined && (ROUND.test(of.noun) || of.has('inner') || (of.has('outer') && !sizes.has('length')))) ||
    (rim?.has('outer') === true && !sizes.has('width'))
  if (!round) return false
  if (sizes.has('length') && !sizes.has('outer')) sizes.move('length', 'outer')
  // `100 dia x 8`
  if (sizes.has('length') && !sizes.has('thickness')) sizes.move('length', 'thickness')
  if (sizes.has('width') && !sizes.has('thickness')) sizes.move('width', 'thickness')
  const hollow = rim?.part('opening')
  for (const one of [of, rim, hollow]) if (one?.has('length') && !one.has('outer')) one.move('length', 'outer')
  return true
}
