import { half, minus } from '../formula.ts'
import { threadOf } from '../library/fasteners.ts'
import type { Family, Kind } from '../kinds.ts'
import { hub, settleHubs, TOTAL, withHubs } from './hubs.ts'
import { ring, ringForm, tapNut, tube } from './round.ts'
import { stacked, stackForm } from './stack.ts'

/** What the gasket lies on; a hub that is there as well is on the other side of it. */
const facing: Kind = {
  key: 'facing',
  nouns: 'raised face, sealing face, raised sealing face, raised face seat, gasket face, facing',
  slots: {
    diameter: { label: 'Raised face diameter', accepts: 'diameter outer radius*2', say: '# diameter' },
    height: { label: 'Raised face height', accepts: 'height length depth thickness', say: '# high' },
  },
  bare: ['diameter', 'height'],
  // `a 2 mm raised face 100 dia`
  refill: ['height'],
  chains: { 2: ['diameter', 'height'] },
}

/** `pipe flange, 110 pipe OD`: the pipe that goes into it. */
const BORED_FOR: Kind = {
  key: 'pipe',
  nouns: 'pipe, tube, pipework',
  slots: {
    diameter: { label: 'Pipe diameter', accepts: 'outer diameter', say: 'for a # pipe', name: 'pipe_diameter' },
  },
  bare: ['diameter'],
}

/** A disc for bolting, with or without a hub on top. */
export const flange: Family = {
  key: 'flange',
  nouns: `flange, weld neck flange, welding neck flange, raised face flange, raised face pipe flange, slip on flange, pipe flange, round flange, hub, rotor, brake rotor, brake disc, adapter ring, adaptor ring, blind flange, mounting flange, circular flange, vented brake rotor, wheel hub, flange plate,
    flywheel, gear blank, sprocket blank, pulley blank, wheel blank, bearing end cap, bearing retainer, bearing flange, bearing cap, bearing cover, end cover, seal cover, flanged hub, end cap flange, hub flange, coupling flange, shaft flange, wheel adapter, wheel spacer, adapter flange, base flange, round base`,
  slots: {
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter radius*2 outer-radius*2',
      say: '# outside diameter',
      name: 'outside_diameter',
    },
    inner: { label: 'Bore', accepts: 'inner inner-radius*2', say: '# inside diameter', name: 'bore' },
    height: { label: 'Thickness', accepts: 'thickness height depth length', say: '# thick', name: 'thickness' },
    total: TOTAL,
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'], 3: ['outer', 'inner', 'height'] },
  flags: 'circular',
  bore: 'inner',
  repeats: ['hub'],
  parts: {
    hub,
    facing,
    pipe: BORED_FOR,
    base: {
      key: 'base',
      nouns: 'base, disc, base disc, base flange, plate, flange plate, base plate, bottom',
      slots: {
        outer: { label: 'Outside diameter', accepts: 'outer diameter radius*2', say: '# diameter' },
        height: { label: 'Thickness', accepts: 'thickness height length depth', say: '# thick' },
      },
      bare: ['outer', 'height'],
      chains: { 2: ['outer', 'height'] },
    },
  },
  settle(sizes) {
    const base = sizes.part('base')
    for (const slot of ['outer', 'height'])
      if (base?.has(slot) && !sizes.has(slot)) sizes.derive(slot, base.formula(slot))
    const pipe = sizes.part('pipe')
    if (pipe?.has('diameter') && !sizes.has('inner')) sizes.derive('inner', pipe.formula('diameter'))
    const size = sizes.designator('outer')
    if (size && !threadOf(size)) return
    tapNut(sizes)
    if (!sizes.has('outer')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `What diameter should the ${sizes.noun} have?`, ['80 mm', '100 mm', '120 mm'])
      return
    }
    settleHubs(sizes, { outer: sizes.value('outer'), height: 10 })
    const face = sizes.part('facing')
    if (face && !face.has('height')) face.assume('height', 2, 'no height of the raised face was said')
    if (face && !face.has('diameter'))
      face.assume('diameter', Math.round(sizes.value('outer') * 0.6), 'no diameter of the raised face was said')
    if (face && sizes.has('inner') && sizes.value('inner') >= face.value('diameter'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A bore of ${sizes.value('inner')} mm leaves nothing of a raised face of ${face.value('diameter')} mm.`,
      )
    if (sizes.has('inner') && sizes.value('inner') >= sizes.value('outer'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A bore of ${sizes.value('inner')} mm does not fit into ${sizes.value('outer')} mm.`,
      )
  },
  form: (sizes, _has, pieces) =>
    pieces.some(({ kind }) => kind === 'hub' || kind === 'facing')
      ? withHubs({ diameter: sizes['outer'] ?? '0', height: sizes['height'] ?? '0' }, sizes['inner'], pieces)
      : ringForm(sizes),
}

/** Of a collar that is at none of the ends. */
export const IN_MIDDLE = 'in-middle'

const rim: Kind = {
  key: 'rim',
  faces: ['bottom', 'top'],
  nouns: 'flange, collar, shoulder, head, rim, lip, brim',
  slots: {
    diameter: { label: 'Flange diameter', accepts: 'diameter outer radius*2', say: '# diameter' },
    height: { label: 'Flange thickness', accepts: 'thickness height length depth width', say: '# thick' },
  },
  bare: ['diameter', 'height'],
  refill: ['height'],
  chains: { 2: ['diameter', 'height'] },
  flags: `both-ends ${IN_MIDDLE}`,
}

const barrel: Kind = {
  key: 'barrel',
  nouns: 'body, barrel, sleeve, shank, tube, spigot, cylindrical part, cylindrical section, cylindrical body, cylinder',
  slots: {
    outer: { label: 'Body diameter', accepts: 'outer diameter radius*2', say: 'body # diameter', name: 'diameter' },
    inner: { label: 'Bore', accepts: 'inner', say: '# bore', name: 'bore' },
    height: { label: 'Body length', accepts: 'length height depth', say: 'body # long', name: 'length' },
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'], 3: ['outer', 'inner', 'height'] },
}

const { deep: _closed, ...open } = tube.slots

/** A bushing with a flange at its lower end; its length is overall. */
export const flangedBushing: Family = {
  ...tube,
  key: 'flanged-bushing',
  nouns:
    'flanged bushing, top hat spacer, top-hat spacer, top hat bush, flanged bush, flanged sleeve, flange bushing, flange bush, flange sleeve, flange bearing sleeve, top hat bushing, bushing with a flange, flanged spacer, flanged bearing, flanged tube, top hat, shoulder bushing, stepped bushing, sleeve with a flange, bush with a flange, spacer with a flange, flange bearing, tube with a flange, pipe with a flange, double flanged bushing, double flange bushing, double flanged sleeve, double flanged bush, bushing with flange, bush with flange, sleeve with flange, tube with flange, pipe with flange, spacer with flange',
  parts: { rim, barrel },
  chains: { ...tube.chains, 2: ['outer', 'height'] },
  slots: {
    ...open,
    under: { label: 'Length below the flange', accepts: 'under-head', say: '# below the flange', name: 'length_below' },
  },
  settle(sizes) {
    const body = sizes.part('barrel')
    const brim = sizes.part('rim')
    // What is said of the body alone leaves the flange out.
    if (body?.has('outer') && !sizes.has('outer')) sizes.derive('outer', body.formula('outer'))
    if (body?.has('inner') && !sizes.has('inner')) sizes.derive('inner', body.formula('inner'))
    if (body?.has('height') && !sizes.has('height') && brim?.has('height'))
      sizes.derive('height', `${body.formula('height')} + ${brim.formula('height')}`)
    if (sizes.has('under') && !sizes.has('height') && brim?.has('height'))
      sizes.derive('height', `${sizes.formula('under')} + ${brim.formula('height')}`)
    ring(sizes, { thickness: 20, name: 'length' })
    const collar = sizes.part('rim')
    if (!collar) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What diameter and thickness should the flange have?', [
        'flange 24 mm diameter, 3 mm thick',
      ])
      return
    }
    if (sizes.noun.startsWith('double')) collar.mark('both-ends')
    if (sizes.noun.endsWith('with flange') && sizes.plural) collar.mark('both-ends')
    if (!collar.has('diameter'))
      collar.assume('diameter', Math.round(sizes.value('outer') * 1.5), 'no diameter of the flange was said')
    if (!collar.has('height'))
      collar.assume('height', Math.max(1, Math.round(sizes.value('outer') / 6)), 'no thickness of the flange was said')
  },
  form(sizes, _has, pieces) {
    const piece = pieces.find(({ kind }) => kind === 'rim')
    const both = piece?.flags.includes('both-ends')
    const { outer = '0', inner, height = '0' } = sizes
    const { diameter = '0', height: thick = '0' } = piece?.sizes ?? {}
    const flange = { label: piece?.label ?? 'flange', diameter, height: thick }
    const body = { label: 'body', diameter: outer, height: minus(height, ...(both ? [thick, thick] : [thick])) }
    if (piece?.flags.includes(IN_MIDDLE)) {
      const side = { ...body, height: half(body.height) }
      return stackForm(stacked([side, flange, side]), inner)
    }
    const form = stackForm(stacked([flange, body, ...(both ? [flange] : [])]), inner)
    const rest = { kind: 'circle' as const, diameter, bore: outer }
    return {
      ...form,
      size: [diameter, diameter, height],
      faces: {
        bottom: { at: ['0', '0', '0'], outline: rest, through: thick },
        ...(both ? { top: { at: ['0', '0', height], outline: rest, through: thick } } : {}),
      },
    }
  },
}
