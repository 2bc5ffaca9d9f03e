import type { PartPiece } from '@hewn/model'
import { plus } from '../formula.ts'
import { threadOf } from '../library/fasteners.ts'
import type { Family, Form, Kind } from '../kinds.ts'
import { halved, powered, ring, ringForm, tube } from './round.ts'

const hub: Kind = {
  key: 'hub',
  nouns:
    'hub, neck, spigot, collar, raised boss, raised hub, raised face, boss, sleeve, plug, shoulder, step, register',
  slots: {
    diameter: { label: 'Hub diameter', accepts: 'diameter outer radius*2', say: '# diameter' },
    height: { label: 'Hub height', accepts: 'height length depth thickness', say: '# high' },
  },
  bare: ['diameter', 'height'],
  chains: { 2: ['diameter', 'height'] },
}

/** A disc for bolting, with or without a hub on top. */
export const flange: Family = {
  key: 'flange',
  nouns: `flange, pipe flange, round flange, hub, rotor, brake rotor, brake disc, adapter ring, adaptor ring, blind flange, mounting flange, circular flange, vented brake rotor, wheel hub, flange plate,
    bearing flange, end cap flange, hub flange, coupling flange, shaft flange, wheel adapter, wheel spacer, adapter flange, base flange, round base`,
  slots: {
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter radius*2 outer-radius*2',
      say: '# outside diameter',
      name: 'outside_diameter',
    },
    inner: { label: 'Bore', accepts: 'inner inner-radius*2', say: '# inside diameter', name: 'bore' },
    height: { label: 'Thickness', accepts: 'thickness height depth length', say: '# thick', name: 'thickness' },
    total: { label: 'Overall height', accepts: 'overall', say: '# overall', name: 'overall_height' },
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'], 3: ['outer', 'inner', 'height'] },
  flags: 'circular',
  bore: 'inner',
  parts: {
    hub,
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
    const size = sizes.designator('outer')
    if (size && !threadOf(size)) return
    if (!sizes.has('outer')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `What diameter should the ${sizes.noun} have?`, ['80 mm', '100 mm', '120 mm'])
      return
    }
    const neck = sizes.part('hub')
    if (!sizes.has('height')) {
      if (sizes.has('total') && !neck) sizes.move('total', 'height')
      else if (sizes.has('total') && neck?.has('height'))
        sizes.derive('height', `${sizes.formula('total')} - ${neck.formula('height')}`)
      else sizes.assume('height', 10, 'no thickness was said')
    } else if (neck && !neck.has('height') && sizes.has('total'))
      neck.derive('height', `${sizes.formula('total')} - ${sizes.formula('height')}`)
    if (neck && !neck.has('height')) neck.assume('height', sizes.value('height'), 'no height of the hub was said')
    if (neck && !neck.has('diameter'))
      neck.assume('diameter', Math.round(sizes.value('outer') / 2), 'no diameter of the hub was said')
    if (sizes.has('inner') && sizes.value('inner') >= sizes.value(neck ? 'outer' : 'outer'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A bore of ${sizes.value('inner')} mm does not fit into ${sizes.value('outer')} mm.`,
      )
    if (neck && sizes.has('inner') && sizes.value('inner') >= neck.value('diameter'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A bore of ${sizes.value('inner')} mm leaves nothing of a hub of ${neck.value('diameter')} mm.`,
      )
  },
  form: (sizes, _has, pieces) => withHub(ringForm(sizes), sizes, pieces),
}

export function withHub(
  plain: Form,
  { outer = '0', inner, height = '0' }: Record<string, string>,
  pieces: readonly PartPiece[],
): Form {
  const neck = pieces.find(({ kind }) => kind === 'hub')?.sizes
  const [diameter, high] = [neck?.['diameter'], neck?.['height']]
  if (!diameter || !high) return plain
  const total = plus(height, high)
  const solid = `Cylinder(${halved(outer)}, ${height}, align=floor) + Pos(0, 0, ${height}) * Cylinder(${halved(diameter)}, ${high}, align=floor)`
  return {
    ...plain,
    code: inner ? `(${solid}) - Cylinder(${halved(inner)}, ${total}, align=floor)` : solid,
    size: [`max(${outer}, ${diameter})`, `max(${outer}, ${diameter})`, total],
    volume: `pi / 4 * (${powered(outer)} * ${height} + ${powered(diameter)} * ${high}${inner ? ` - ${powered(inner)} * (${total})` : ''})`,
    // Bolt holes stand around the hub.
    faces: {
      top: { at: ['0', '0', height], outline: { kind: 'circle', diameter: outer, bore: diameter }, through: height },
    },
    through: { top: height, bottom: height },
  }
}

const rim: Kind = {
  key: 'rim',
  nouns: 'flange, collar, shoulder, head, rim, lip',
  slots: {
    diameter: { label: 'Flange diameter', accepts: 'diameter outer radius*2', say: 'flange # diameter' },
    height: { label: 'Flange thickness', accepts: 'thickness height length depth width', say: 'flange # thick' },
  },
  bare: ['diameter', 'height'],
  chains: { 2: ['diameter', 'height'] },
}

/** A bushing with a flange at its lower end; its length is overall. */
export const flangedBushing: Family = {
  ...tube,
  key: 'flanged-bushing',
  nouns:
    'flanged bushing, flanged bush, flanged sleeve, flange bushing, flange bearing sleeve, top hat bushing, bushing with a flange, flanged spacer, flanged bearing, flanged tube, top hat, shoulder bushing, stepped bushing, sleeve with a flange, bush with a flange, spacer with a flange, flange bearing, tube with a flange, pipe with a flange',
  parts: { rim },
  chains: { ...tube.chains, 2: ['outer', 'height'] },
  settle(sizes) {
    ring(sizes, { thickness: 20, name: 'length' })
    const collar = sizes.part('rim')
    if (!collar) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'What diameter and thickness should the flange have?', [
        'flange 24 mm diameter, 3 mm thick',
      ])
      return
    }
    if (!collar.has('diameter'))
      collar.assume('diameter', Math.round(sizes.value('outer') * 1.5), 'no diameter of the flange was said')
    if (!collar.has('height'))
      collar.assume('height', Math.max(1, Math.round(sizes.value('outer') / 6)), 'no thickness of the flange was said')
  },
  form(sizes, _has, pieces) {
    const plain = ringForm(sizes)
    const collar = pieces.find(({ kind }) => kind === 'rim')?.sizes
    const { outer = '0', inner = '0', height = '0' } = sizes
    const [diameter = '0', thick = '0'] = [collar?.['diameter'], collar?.['height']]
    return {
      ...plain,
      code: `Cylinder(${halved(outer)}, ${height}, align=floor) + Cylinder(${halved(diameter)}, ${thick}, align=floor) - Cylinder(${halved(inner)}, ${height}, align=floor)`,
      size: [diameter, diameter, height],
      volume: `pi / 4 * (${powered(outer)} * (${height} - ${thick}) + ${powered(diameter)} * ${thick} - ${powered(inner)} * ${height})`,
      faces: { bottom: { at: ['0', '0', '0'], outline: { kind: 'circle', diameter, bore: outer }, through: thick } },
    }
  },
}
