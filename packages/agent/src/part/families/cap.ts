import type { Family, Form, Kind } from '../kinds.ts'
import { pluggedBelow, withHubs } from './hubs.ts'
import { CLEARANCE, lip } from './lip.ts'
import { halved, powered, ringForm } from './round.ts'

const OF: Kind = {
  key: 'mate',
  nouns:
    'tube, pipe, rod, bottle, post, pole, shaft, leg, bar, jar, thread, bolt, chair leg, pipe end, tube end, square tube, rectangular tube, square section, rectangular section, box section',
  slots: { outer: { label: 'Diameter of what it covers', accepts: 'diameter outer', say: '# diameter' } },
  bare: ['outer'],
  flags: 'square rectangular',
}
const HOLLOW: Kind = {
  key: 'hollow',
  nouns: 'recess, cavity, counterbore, blind hole, bore, inside bore',
  slots: {
    inner: { label: 'Inside diameter', accepts: 'diameter inner radius*2', say: '# diameter' },
    depth: { label: 'Depth inside', accepts: 'depth height length', say: '# deep' },
  },
  bare: ['inner', 'depth'],
  chains: { 2: ['inner', 'depth'] },
}
const PLUG: Kind = {
  key: 'plug',
  nouns: 'plug, spigot, stub',
  slots: {
    outer: { label: 'Plug diameter', accepts: 'outer diameter radius*2', say: 'plug # diameter', name: 'diameter' },
    height: { label: 'Plug height', accepts: 'height depth length thickness', say: '# high' },
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'] },
}
const TOP: Kind = {
  key: 'top',
  nouns: 'end wall, top wall, closed end, top plate, end plate, roof',
  slots: { thickness: { label: 'Top', accepts: 'thickness height', say: '# thick' } },
  bare: ['thickness'],
}

/** Round, closed above and hollow from below: what goes over the end of something. */
export const cap: Family = {
  key: 'cap',
  nouns: `cap, end cap, screw cap, bottle cap, tube cap, pipe cap, dust cap, protective cap, round cap, cylindrical cap, cover cap, blanking cap, thimble, pipe end cap, tube end cap, push on cap, leg cap, ferrule cap, foot cap`,
  slots: {
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter radius*2 outer-radius*2 bottom-width',
      say: '# outside diameter',
      name: 'outside_diameter',
    },
    inner: {
      label: 'Inside diameter',
      accepts: 'inner inner-radius*2 clear diameter',
      say: '# inside diameter',
      name: 'inside_diameter',
    },
    height: { label: 'Height', accepts: 'height length overall depth', say: '# high' },
    deep: { label: 'Depth inside', accepts: 'inner-height depth', say: '# deep inside', name: 'inside_depth' },
    wall: { label: 'Wall', accepts: 'wall thickness', say: '# wall' },
    top: { label: 'Top', accepts: 'floor top-width', say: 'top # thick', name: 'top_thickness' },
    clearance: CLEARANCE,
  },
  bare: ['outer', 'height', 'wall'],
  chains: { 2: ['outer', 'height'], 3: ['outer', 'height', 'wall'] },
  flags: 'circular hollow inside open closed open-bottom square rectangular',
  parts: { mate: OF, hollow: HOLLOW, plug: PLUG, top: TOP, lip },
  instead: [
    // `body cap 60 dia 4 thick with a ring underneath 52 OD 48 ID 3 high`: what goes in is a ring, and the cap is flat.
    {
      when: ({ sizes, children }) =>
        children.some(({ kind, sizes: own }) => kind.key === 'lip' && own.size > 0) &&
        !['inner', 'deep'].some((slot) => sizes.has(slot)) &&
        sizes.has('wall') !== sizes.has('height'),
      family: 'lid',
      slots: { wall: 'thickness', height: 'thickness' },
    },
    {
      // `end cap 70 mm diameter, 6 mm thick, three 4.5 mm holes on a 58 mm circle`: it is screwed on, and goes over nothing.
      when: ({ sizes, children }) =>
        sizes.size === 2 &&
        sizes.has('outer') &&
        sizes.get('wall')?.quantity.role === 'thickness' &&
        children.some(({ kind, places }) => kind.key === 'hole' && places.some(({ place }) => place.kind === 'circle')),
      family: 'disc',
      slots: { wall: 'height' },
    },
  ],
  settle(sizes) {
    const [of, hollow, plug, top] = [sizes.part('mate'), sizes.part('hollow'), sizes.part('plug'), sizes.part('top')]
    if (of && /^(?:square|rectangular|box)/.test(of.noun)) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `Does the ${sizes.noun} go into the ${of.noun}, or over it?`, [
        'end plug for 40 x 40 square tube, 2 mm wall, 15 deep',
        'box 44 x 44 x 20, 2 mm walls, open at the bottom',
      ])
      return
    }
    if ([sizes, of].some((one) => one?.flag('square') || one?.flag('rectangular'))) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `A ${sizes.noun} is round here. How large should a square one be?`, [
        'box 30 x 30 x 15, 2 mm walls, open at the bottom',
      ])
      return
    }
    if (top?.has('thickness') && !sizes.has('top')) sizes.derive('top', top.formula('thickness'))
    if (plug) {
      // `cap 60 dia 4 thick with a spigot`: no wall goes down.
      if (sizes.has('wall') && !sizes.has('height')) sizes.move('wall', 'height')
      if (!sizes.has('outer') || !plug.has('outer')) {
        sizes.refuse('AGENT_NEEDS_ANSWER', 'What diameters should the cap and its plug have?', [
          '50 mm top, 44 mm plug',
        ])
        return
      }
      if (!sizes.has('height')) sizes.assume('height', 3, 'no thickness of the top was said')
      if (!plug.has('height')) plug.assume('height', 6, 'no height of the plug was said')
      return
    }
    // `cap 50 ID, 20 deep, 5 mm top`: what is told by its inside is so deep inside, and its top comes on top of that.
    const inside = sizes.has('inner') && !sizes.has('outer') && sizes.has('top') && !sizes.has('deep')
    if (inside && sizes.has('height') && sizes.called('height') === 'depth') sizes.move('height', 'deep')
    if (hollow?.has('inner') && !sizes.has('inner')) sizes.derive('inner', hollow.formula('inner'))
    if (hollow?.has('depth') && !sizes.has('deep')) sizes.derive('deep', hollow.formula('depth'))
    if (of?.has('outer') && !sizes.has('inner')) {
      if (!sizes.has('clearance')) sizes.assume('clearance', 0.2, 'so that it goes on, printed')
      sizes.derive('inner', `${of.formula('outer')} + 2 * ${sizes.formula('clearance')}`)
    }
    // `cap for 25 mm tube: 25.4 inside`: what it is for, and that it goes over it.
    else if (
      of?.has('outer') &&
      of.value('outer') <= sizes.value('inner') &&
      of.value('outer') * 1.2 > sizes.value('inner')
    )
      of.spend('outer')
    if (sizes.flag('inside') && sizes.has('outer') && !sizes.has('inner')) sizes.move('outer', 'inner')
    if (!sizes.has('wall') && sizes.has('inner') && sizes.has('outer'))
      sizes.derive('wall', `(${sizes.formula('outer')} - ${sizes.formula('inner')}) / 2`)
    if (!sizes.has('wall')) sizes.assume('wall', 2, 'no wall was said')
    if (!sizes.has('outer') && sizes.has('inner'))
      sizes.derive('outer', `${sizes.formula('inner')} + 2 * ${sizes.formula('wall')}`)
    if (!sizes.has('outer')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `What diameter should the ${sizes.noun} have?`, [
        '30 mm outside',
        '25 mm inside',
      ])
      return
    }
    if (!sizes.has('inner')) sizes.derive('inner', `${sizes.formula('outer')} - 2 * ${sizes.formula('wall')}`)
    if (!sizes.has('top') && !(sizes.has('height') && sizes.has('deep'))) sizes.derive('top', sizes.formula('wall'))
    if (!sizes.has('height') && sizes.has('deep'))
      sizes.derive('height', `${sizes.formula('deep')} + ${sizes.formula('top')}`)
    if (!sizes.has('height')) sizes.assume('height', Math.round(sizes.value('outer') / 2), 'no height was said')
    if (!sizes.has('deep')) sizes.derive('deep', `${sizes.formula('height')} - ${sizes.formula('top')}`)
    if (sizes.value('inner') >= sizes.value('outer') || sizes.value('inner') <= 0)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `An inside of ${sizes.value('inner')} mm does not fit into an outside of ${sizes.value('outer')} mm.`,
      )
    if (sizes.value('deep') >= sizes.value('height') || sizes.value('deep') <= 0)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `${sizes.value('deep')} mm deep inside leaves no top in a height of ${sizes.value('height')} mm.`,
      )
  },
  form({ outer = '0', inner = '0', height = '0', deep = '0' }, _has, pieces): Form {
    const plugs = pluggedBelow(pieces)
    if (plugs.length > 0) return withHubs({ diameter: outer, height }, undefined, plugs)
    return {
      ...ringForm({ outer, height }),
      code: `Cylinder(${halved(outer)}, ${height}, align=floor) - Cylinder(${halved(inner)}, ${deep}, align=floor)`,
      volume: `pi / 4 * (${powered(outer)} * ${height} - ${powered(inner)} * ${deep})`,
      through: { top: `(${height} - ${deep})` },
    }
  },
}
