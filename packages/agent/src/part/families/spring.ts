import type { Family } from '../kinds.ts'
import { halved, powered } from './round.ts'

export const spring: Family = {
  key: 'spring',
  nouns: 'spring, compression spring, coil spring, helical spring, coil, helix, extension spring, wire coil',
  slots: {
    wire: { label: 'Wire diameter', accepts: 'section thickness', say: '# wire', name: 'wire_diameter' },
    mean: {
      label: 'Mean diameter',
      accepts: 'diameter pcd',
      say: '# mean diameter',
      name: 'mean_diameter',
      not: 'outer',
    },
    outer: { label: 'Outside diameter', accepts: 'outer', say: '# outside', name: 'outside_diameter', not: 'mean' },
    inner: { label: 'Inside diameter', accepts: 'inner', say: '# inside', name: 'inside_diameter', not: 'mean' },
    pitch: { label: 'Pitch', accepts: 'pitch spacing', say: '# pitch', name: 'pitch' },
    turns: { label: 'Turns', accepts: 'turns count', unit: 'count', say: '# turns', name: 'turns' },
    length: { label: 'Free length', accepts: 'length height overall', say: '# long', name: 'free_length' },
  },
  bare: ['wire', 'mean'],
  parts: {
    wire: {
      key: 'wire',
      nouns: 'wire, round wire, rod, steel wire, spring wire',
      slots: { diameter: { label: 'Wire diameter', accepts: 'diameter thickness section', say: '#' } },
      bare: ['diameter'],
    },
  },
  settle(sizes) {
    const wire = sizes.part('wire')
    if (wire?.has('diameter') && !sizes.has('wire')) sizes.derive('wire', wire.formula('diameter'))
    if (!sizes.has('wire')) sizes.assume('wire', 2, 'no wire diameter was said')
    if (!sizes.has('mean') && sizes.has('outer'))
      sizes.derive('mean', `${sizes.formula('outer')} - ${sizes.formula('wire')}`)
    if (!sizes.has('mean') && sizes.has('inner'))
      sizes.derive('mean', `${sizes.formula('inner')} + ${sizes.formula('wire')}`)
    if (!sizes.has('mean')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What diameter should the spring have?', ['20 mm mean diameter'])
      return
    }
    const three = ['pitch', 'turns', 'length'].filter((slot) => sizes.has(slot))
    if (!sizes.has('turns') && sizes.has('pitch') && sizes.has('length'))
      sizes.derive('turns', `(${sizes.formula('length')} - ${sizes.formula('wire')}) / ${sizes.formula('pitch')}`)
    if (!sizes.has('turns')) sizes.assume('turns', 8, 'no number of turns was said')
    if (!sizes.has('pitch'))
      if (sizes.has('length'))
        sizes.derive('pitch', `(${sizes.formula('length')} - ${sizes.formula('wire')}) / ${sizes.formula('turns')}`)
      else sizes.assume('pitch', Math.round(sizes.value('wire') * 2.5 * 10) / 10, 'no pitch was said')
    if (three.length === 3) {
      const long = sizes.value('pitch') * sizes.value('turns') + sizes.value('wire')
      if (Math.abs(long - sizes.value('length')) > 0.05)
        sizes.refuse(
          'AGENT_CONTRADICTION',
          `${sizes.value('turns')} turns of ${sizes.value('pitch')} mm are ${long} mm long.`,
        )
    }
    if (sizes.value('pitch') <= sizes.value('wire'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `At ${Math.round(sizes.value('pitch') * 100) / 100} mm pitch, turns of ${sizes.value('wire')} mm wire touch: more than that works.`,
      )
    if (sizes.value('mean') <= sizes.value('wire'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `Wire of ${sizes.value('wire')} mm cannot be coiled to ${sizes.value('mean')} mm.`,
      )
  },
  form({ wire = '0', mean = '0', pitch = '0', turns = '0' }) {
    const outer = `${mean} + ${wire}`
    return {
      before: [`coil = Helix(${pitch}, (${pitch}) * (${turns}), ${halved(mean)})`],
      code: `Pos(0, 0, ${halved(wire)}) * sweep(Plane(coil @ 0, z_dir=coil % 0) * Circle(${halved(wire)}), path=coil)`,
      size: [outer, outer, `(${pitch}) * (${turns}) + ${wire}`],
      volume: `pi / 4 * ${powered(wire)} * (${turns}) * sqrt(${powered(`pi * (${mean})`)} + ${powered(`(${pitch})`)})`,
      openings: '0',
      outline: { kind: 'other' },
      // Its ends are cut square to the wire, so the extents are short of the full ones by a hair.
      loose: ['x', 'y', 'z'],
    }
  },
}
