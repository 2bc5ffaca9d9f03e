import type { Family, Form, Kind } from '../kinds.ts'
import { stacked, stackForm } from './stack.ts'

const FLANGE: Kind = {
  key: 'flange',
  nouns: 'flange, end flange, end disc, end plate, side disc, cheek, rim, side',
  slots: {
    outer: { label: 'Flange diameter', accepts: 'outer diameter radius*2', say: '# diameter', name: 'diameter' },
    thickness: { label: 'Flange thickness', accepts: 'thickness width height', say: '# thick', name: 'thickness' },
  },
  bare: ['outer', 'thickness'],
  chains: { 2: ['outer', 'thickness'] },
  faces: ['bottom', 'top'],
}
const CORE: Kind = {
  key: 'core',
  nouns:
    'core, barrel, drum, hub, middle part, centre core, inner core, spindle, centre tube, winding core, neck, waist',
  slots: {
    diameter: { label: 'Core diameter', accepts: 'diameter outer radius*2', say: '# diameter', name: 'diameter' },
    length: { label: 'Core length', accepts: 'length height width', say: '# long', name: 'length' },
  },
  bare: ['diameter', 'length'],
  chains: { 2: ['diameter', 'length'] },
}

/** A core between two flanges, bored or not. */
export const spool: Family = {
  key: 'spool',
  nouns:
    'spool, bobbin, reel, capstan, cable reel, wire spool, thread spool, cable drum, filament spool, cable spool, rope spool, rope drum, thread reel, wire reel, hose reel, ribbon spool, solder spool, film reel, tape reel, winding spool, coil former, string spool',
  slots: {
    outer: { label: 'Flange diameter', accepts: 'outer diameter', say: '# diameter', name: 'flange_diameter' },
    height: { label: 'Overall height', accepts: 'overall height length', say: '# overall', name: 'overall_height' },
    between: {
      label: 'Between the flanges',
      accepts: 'gap inner-width clear spacing',
      say: '# between the flanges',
      name: 'between_flanges',
    },
    inner: { label: 'Bore', accepts: 'inner inner-radius*2', say: '# bore', name: 'bore' },
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'] },
  bore: 'inner',
  parts: { flange: FLANGE, core: CORE },
  settle(sizes) {
    const [flange, core] = [sizes.part('flange'), sizes.part('core')]
    // `30 dia, flanges 3 mm, core 12`: as thick as that, and no wider than the core.
    if (flange?.has('outer') && flange.byTurn('outer') && !flange.has('thickness') && sizes.has('outer'))
      if (!core?.has('diameter') || flange.value('outer') < core.value('diameter')) flange.move('outer', 'thickness')
    // `10 dia x 5 between two rims 12 dia`: what is told of no flange is the core.
    if (flange?.has('outer') && sizes.has('outer') && !core) {
      sizes.move('outer', 'core')
      if (sizes.has('height')) sizes.move('height', 'between')
    }
    if (flange?.has('outer') && !sizes.has('outer')) sizes.derive('outer', flange.formula('outer'))
    if (core?.has('diameter')) sizes.derive('core', core.formula('diameter'))
    if (!sizes.has('outer') || !sizes.has('core')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large are the flanges and the core?', [
        'flanges 40 mm x 3 mm, core 20 mm x 30 mm',
      ])
      return
    }
    if (flange?.has('thickness')) sizes.derive('thick', flange.formula('thickness'))
    else sizes.assume('thick', 3, 'no thickness of the flanges was said')
    if (!sizes.has('between') && core?.has('length')) sizes.derive('between', core.formula('length'))
    if (!sizes.has('between') && sizes.has('height'))
      sizes.derive('between', `${sizes.formula('height')} - 2 * ${sizes.formula('thick')}`)
    if (!sizes.has('between'))
      sizes.assume('between', Math.round(sizes.value('outer')), 'no length of the core was said')
    if (
      sizes.value('core') >= sizes.value('outer') ||
      (sizes.has('inner') && sizes.value('inner') >= sizes.value('core'))
    )
      sizes.refuse('AGENT_CONTRADICTION', 'The bore lies inside the core, and the core inside the flanges.')
  },
  form({ outer = '0', thick = '0', core = '0', between = '0', inner }): Form {
    const flange = { label: 'flange', diameter: outer, height: thick }
    return stackForm(stacked([flange, { label: 'core', diameter: core, height: between }, flange]), inner)
  },
}
