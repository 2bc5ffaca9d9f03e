import type { Family } from '../kinds.ts'
import { halved, RING_SECTION } from './round.ts'
import { need } from './solid-slots.ts'

export const torus: Family = {
  key: 'torus',
  nouns:
    'torus, torus ring, donut, doughnut, ring tube, hollow ring tube, toroid, round ring, o-ring, o ring, oring, tube ring, ring pipe, rod ring',
  slots: {
    outer: {
      label: 'Overall diameter',
      accepts: 'outer overall diameter outer-radius*2',
      say: '# outside diameter',
      name: 'overall_diameter',
      not: 'middle',
    },
    middle: {
      label: 'Ring diameter',
      accepts: 'pcd reference centres major-radius*2 radius*2',
      say: '# pitch circle',
      name: 'ring_diameter',
    },
    inner: {
      label: 'Inside diameter',
      accepts: 'inner inner-radius*2',
      say: '# inside diameter',
      name: 'inside_diameter',
    },
    section: {
      label: 'Section diameter',
      accepts: 'section minor-radius*2 thickness width',
      say: '# section',
      name: 'section_diameter',
    },
    minor: {
      label: 'Minor diameter',
      accepts: 'top-width',
      say: '# minor diameter',
      name: 'minor_diameter',
      not: 'section',
    },
    wall: { label: 'Wall', accepts: 'wall', say: '# wall' },
  },
  bare: ['outer', 'section'],
  parts: {
    tube: {
      key: 'tube',
      nouns: 'tube, pipe',
      slots: {
        section: {
          label: 'Section diameter',
          accepts: 'diameter outer radius*2 section thickness',
          say: '# diameter',
        },
      },
      bare: ['section'],
    },
    ringsection: RING_SECTION,
    cylinder: {
      key: 'tube',
      nouns: 'rod',
      slots: {
        section: {
          label: 'Section diameter',
          accepts: 'diameter outer radius*2 section thickness',
          say: '# diameter',
        },
      },
      bare: ['section'],
    },
  },
  chains: { 2: ['outer', 'section'] },
  flags: 'hollow',
  settle(sizes) {
    const tube = sizes.part('tube')
    // `major diameter 80, minor diameter 20`: that of the ring its middle runs on.
    if (sizes.has('minor')) {
      sizes.move('minor', 'section')
      if (sizes.has('outer') && !sizes.has('middle')) sizes.move('outer', 'middle')
    }
    // `O-ring 20 x 2.5` begins with its inside.
    if (/^o ?ring/.test(sizes.noun) && sizes.byTurn('outer') && !sizes.has('inner')) sizes.move('outer', 'inner')
    if (!sizes.has('section') && tube?.has('section')) sizes.derive('section', tube.formula('section'))
    if (!sizes.has('section') && sizes.has('inner') && sizes.has('outer'))
      sizes.derive('section', `(${sizes.formula('outer')} - ${sizes.formula('inner')}) / 2`)
    // `20.6 OD x 15.8 ID x 2.4`: any two of them tell the third.
    else if (sizes.has('inner') && sizes.has('outer')) {
      const apart = sizes.value('outer') - sizes.value('inner') - 2 * sizes.value('section')
      if (Math.abs(apart) > 0.01)
        sizes.refuse(
          'AGENT_CONTRADICTION',
          `A ring ${sizes.value('outer')} mm outside and ${sizes.value('inner')} mm inside is not ${sizes.value('section')} mm thick.`,
        )
      sizes.spend('inner')
    }
    if (!sizes.has('section')) sizes.assume('section', 10, 'no section was said')
    if (!sizes.has('middle') && sizes.has('outer'))
      sizes.derive('middle', `${sizes.formula('outer')} - ${sizes.formula('section')}`)
    if (!sizes.has('middle') && sizes.has('inner'))
      sizes.derive('middle', `${sizes.formula('inner')} + ${sizes.formula('section')}`)
    need(sizes, 'middle', ['60 mm overall diameter, 10 mm section'])
    if (sizes.has('middle') && sizes.value('middle') <= sizes.value('section'))
      sizes.refuse('AGENT_IMPOSSIBLE', 'The ring would close in its own middle: its section is as wide as its radius.')
  },
  form({ middle = '0', section = '0', wall }) {
    const ring = (thick: string) => `Torus((${middle}) / 2, ${thick})`
    const wide = `${middle} + ${section}`
    return {
      code: `Pos(0, 0, ${halved(section)}) * ${wall ? `(${ring(halved(section))} - ${ring(`(${section}) / 2 - ${wall}`)})` : ring(halved(section))}`,
      size: [wide, wide, section],
      volume: wall
        ? `2 * pi**2 * (${middle}) / 2 * (((${section}) / 2)**2 - ((${section}) / 2 - ${wall})**2)`
        : `2 * pi**2 * (${middle}) / 2 * ((${section}) / 2)**2`,
      ...(wall ? {} : { openings: '1' }),
      outline: { kind: 'other' },
    }
  },
}
