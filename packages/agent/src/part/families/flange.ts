import type { PartPiece } from '@hewn/model'
import { minus, plus } from '../formula.ts'
import { threadOf } from '../library/fasteners.ts'
import type { Family, Form, Kind, Sizes } from '../kinds.ts'
import { halved, powered, ring, ringForm, tube } from './round.ts'

const hub: Kind = {
  key: 'hub',
  nouns: 'hub, neck, weld neck, spigot, collar, raised boss, raised hub, boss, sleeve, plug, shoulder, step, register',
  slots: {
    diameter: { label: 'Hub diameter', accepts: 'diameter outer radius*2 bottom-width', say: '# diameter' },
    end: { label: 'Hub end diameter', accepts: 'top-width', say: '# top diameter', name: 'end_diameter' },
    height: { label: 'Hub height', accepts: 'height length depth thickness', say: '# high' },
  },
  bare: ['diameter', 'height'],
  chains: { 2: ['diameter', 'height'] },
  flags: 'both-ends',
}

/** What the gasket lies on; a hub that is there as well is on the other side of it. */
const facing: Kind = {
  key: 'facing',
  nouns: 'raised face, sealing face, raised sealing face, raised face seat, gasket face, facing',
  slots: {
    diameter: { label: 'Raised face diameter', accepts: 'diameter outer radius*2', say: '# diameter' },
    height: { label: 'Raised face height', accepts: 'height length depth thickness', say: '# high' },
  },
  bare: ['diameter', 'height'],
  chains: { 2: ['diameter', 'height'] },
}

/** A disc for bolting, with or without a hub on top. */
export const flange: Family = {
  key: 'flange',
  nouns: `flange, weld neck flange, welding neck flange, raised face flange, raised face pipe flange, slip on flange, pipe flange, round flange, hub, rotor, brake rotor, brake disc, adapter ring, adaptor ring, blind flange, mounting flange, circular flange, vented brake rotor, wheel hub, flange plate,
    bearing flange, bearing cap, bearing cover, end cover, seal cover, flanged hub, end cap flange, hub flange, coupling flange, shaft flange, wheel adapter, wheel spacer, adapter flange, base flange, round base`,
  slots: {
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter radius*2 outer-radius*2',
      say: '# outside diameter',
      name: 'outside_diameter',
    },
    inner: { label: 'Bore', accepts: 'inner inner-radius*2', say: '# inside diameter', name: 'bore' },
    height: { label: 'Thickness', accepts: 'thickness height depth length', say: '# thick', name: 'thickness' },
    total: { label: 'Overall height', accepts: 'overall overall-height', say: '# overall', name: 'overall_height' },
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'], 3: ['outer', 'inner', 'height'] },
  flags: 'circular',
  bore: 'inner',
  parts: {
    hub,
    facing,
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
    const face = sizes.part('facing')
    if (face && !face.has('height')) face.assume('height', 2, 'no height of the raised face was said')
    if (face && !face.has('diameter'))
      face.assume('diameter', Math.round(sizes.value('outer') * 0.6), 'no diameter of the raised face was said')
    if (face && sizes.has('inner') && sizes.value('inner') >= face.value('diameter'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A bore of ${sizes.value('inner')} mm leaves nothing of a raised face of ${face.value('diameter')} mm.`,
      )
    if (neck && !neck.has('diameter'))
      neck.assume('diameter', Math.round(sizes.value('outer') / 2), 'no diameter of the hub was said')
    if (sizes.has('inner') && sizes.value('inner') >= sizes.value(neck ? 'outer' : 'outer'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A bore of ${sizes.value('inner')} mm does not fit into ${sizes.value('outer')} mm.`,
      )
    const least = neck && Math.min(neck.value('diameter'), neck.has('end') ? neck.value('end') : Infinity)
    if (least !== undefined && sizes.has('inner') && sizes.value('inner') >= least)
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `A bore of ${sizes.value('inner')} mm leaves nothing of a hub of ${least} mm.`,
      )
  },
  form: (sizes, _has, pieces) => withFacing(withHub(ringForm(sizes), sizes, pieces), sizes, pieces),
}

/** The raised face stands on the free side: below, where a hub is above. */
function withFacing(plain: Form, { outer = '0', inner, height = '0' }: Sizes, pieces: readonly PartPiece[]): Form {
  const face = pieces.find(({ kind }) => kind === 'facing')?.sizes
  const [diameter, high] = [face?.['diameter'], face?.['height']]
  if (!diameter || !high) return plain
  const hubbed = pieces.some(({ kind, sizes }) => kind === 'hub' && sizes['diameter'])
  const lift = hubbed ? high : height
  const disc = (at: string, wide: string, tall: string) =>
    `${at === '0' ? '' : `Pos(0, 0, ${at}) * `}Cylinder(${halved(wide)}, ${tall}, align=floor)`
  const total = plus(plain.size[2], high)
  const bore = inner ? ` - Cylinder(${halved(inner)}, ${total}, align=floor)` : ''
  const solid = hubbed
    ? `Pos(0, 0, ${high}) * (${plain.code}) + ${disc('0', diameter, high)}`
    : `(${plain.code}) + ${disc(height, diameter, high)}`
  const ring = { kind: 'circle' as const, diameter: outer, bore: diameter }
  const top = plain.faces?.['top']
  return {
    ...plain,
    code: inner ? `(${solid})${bore}` : solid,
    size: [plain.size[0], plain.size[1], total],
    volume: `${plain.volume ?? '0'} + pi / 4 * (${powered(diameter)}${inner ? ` - ${powered(inner)}` : ''}) * ${high}`,
    faces: hubbed
      ? { top: { ...top, at: ['0', '0', plus(height, lift)] }, bottom: { at: ['0', '0', high], outline: ring } }
      : { top: { at: ['0', '0', height], outline: ring, through: height } },
    through: { top: height, bottom: height },
  }
}

export function withHub(
  plain: Form,
  { outer = '0', inner, height = '0' }: Record<string, string>,
  pieces: readonly PartPiece[],
): Form {
  const piece = pieces.find(({ kind }) => kind === 'hub')
  const neck = piece?.sizes
  const [diameter, high, end] = [neck?.['diameter'], neck?.['height'], neck?.['end']]
  if (!diameter || !high) return plain
  // Sticking out on both sides: the same below.
  if (piece?.flags.includes('both-ends') && !end) {
    const whole = plus(height, high, high)
    const through = inner ? ` - Cylinder(${halved(inner)}, ${whole}, align=floor)` : ''
    const both = `Pos(0, 0, ${high}) * Cylinder(${halved(outer)}, ${height}, align=floor) + Cylinder(${halved(diameter)}, ${whole}, align=floor)`
    const ring = { kind: 'circle' as const, diameter: outer, bore: diameter }
    return {
      ...plain,
      code: inner ? `(${both})${through}` : both,
      size: [outer, outer, whole],
      volume: `pi / 4 * (${powered(outer)} * ${height} + 2 * ${powered(diameter)} * ${high}${inner ? ` - ${powered(inner)} * (${whole})` : ''})`,
      faces: {
        top: { at: ['0', '0', plus(height, high)], outline: ring, through: height },
        bottom: { at: ['0', '0', high], outline: ring, through: height },
      },
      through: { top: height, bottom: height },
    }
  }
  const total = plus(height, high)
  const raised = end
    ? `Cone(${halved(diameter)}, ${halved(end)}, ${high}, align=floor)`
    : `Cylinder(${halved(diameter)}, ${high}, align=floor)`
  const solid = `Cylinder(${halved(outer)}, ${height}, align=floor) + Pos(0, 0, ${height}) * ${raised}`
  const square = end ? `(${powered(diameter)} + ${diameter} * ${end} + ${powered(end)}) / 3` : powered(diameter)
  return {
    ...plain,
    code: inner ? `(${solid}) - Cylinder(${halved(inner)}, ${total}, align=floor)` : solid,
    size: [`max(${outer}, ${diameter})`, `max(${outer}, ${diameter})`, total],
    volume: `pi / 4 * (${powered(outer)} * ${height} + ${square} * ${high}${inner ? ` - ${powered(inner)} * (${total})` : ''})`,
    // Bolt holes stand around the hub.
    faces: {
      top: { at: ['0', '0', height], outline: { kind: 'circle', diameter: outer, bore: diameter }, through: height },
    },
    through: { top: height, bottom: height },
  }
}

const rim: Kind = {
  key: 'rim',
  nouns: 'flange, collar, shoulder, head, rim, lip, brim',
  slots: {
    diameter: { label: 'Flange diameter', accepts: 'diameter outer radius*2', say: 'flange # diameter' },
    height: { label: 'Flange thickness', accepts: 'thickness height length depth width', say: 'flange # thick' },
  },
  bare: ['diameter', 'height'],
  chains: { 2: ['diameter', 'height'] },
  flags: 'both-ends',
}

const barrel: Kind = {
  key: 'barrel',
  nouns: 'body, barrel, sleeve, shank, tube, spigot',
  slots: {
    outer: { label: 'Body diameter', accepts: 'outer diameter radius*2', say: 'body # diameter', name: 'diameter' },
    inner: { label: 'Bore', accepts: 'inner', say: '# bore', name: 'bore' },
    height: { label: 'Body length', accepts: 'length height depth', say: 'body # long', name: 'length' },
  },
  bare: ['outer', 'height'],
  chains: { 2: ['outer', 'height'], 3: ['outer', 'inner', 'height'] },
}

/** A bushing with a flange at its lower end; its length is overall. */
export const flangedBushing: Family = {
  ...tube,
  key: 'flanged-bushing',
  nouns:
    'flanged bushing, top hat bush, flanged bush, flanged sleeve, flange bushing, flange bush, flange sleeve, flange bearing sleeve, top hat bushing, bushing with a flange, flanged spacer, flanged bearing, flanged tube, top hat, shoulder bushing, stepped bushing, sleeve with a flange, bush with a flange, spacer with a flange, flange bearing, tube with a flange, pipe with a flange, double flanged bushing, double flange bushing, double flanged sleeve, double flanged bush, bushing with flange, bush with flange, sleeve with flange, tube with flange, pipe with flange, spacer with flange',
  parts: { rim, barrel },
  chains: { ...tube.chains, 2: ['outer', 'height'] },
  slots: {
    ...tube.slots,
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
    const plain = ringForm(sizes)
    const piece = pieces.find(({ kind }) => kind === 'rim')
    const collar = piece?.sizes
    const both = piece?.flags.includes('both-ends')
    const { outer = '0', inner = '0', height = '0' } = sizes
    const [diameter = '0', thick = '0'] = [collar?.['diameter'], collar?.['height']]
    return {
      ...plain,
      code: `Cylinder(${halved(outer)}, ${height}, align=floor) + Cylinder(${halved(diameter)}, ${thick}, align=floor)${both ? ` + Pos(0, 0, ${minus(height, thick)}) * Cylinder(${halved(diameter)}, ${thick}, align=floor)` : ''} - Cylinder(${halved(inner)}, ${height}, align=floor)`,
      size: [diameter, diameter, height],
      volume: `pi / 4 * (${powered(outer)} * (${height} - ${both ? 2 : 1} * ${thick}) + ${both ? 2 : 1} * ${powered(diameter)} * ${thick} - ${powered(inner)} * ${height})`,
      faces: { bottom: { at: ['0', '0', '0'], outline: { kind: 'circle', diameter, bore: outer }, through: thick } },
    }
  },
}
