import type { Family, Form, Kind, Settling } from '../kinds.ts'
import { halved, powered, slitLoss } from './round.ts'

const RIM: Kind = {
  key: 'rim',
  nouns: 'wheel rim, outer ring',
  slots: {
    outer: {
      label: 'Rim diameter',
      accepts: 'outer diameter radius*2 outer-radius*2',
      say: '# outside',
      name: 'diameter',
    },
    inner: { label: 'Rim inside', accepts: 'inner inner-radius*2', say: '# inside', name: 'inside' },
    wide: { label: 'Rim width', accepts: 'wall width section', say: '# wide', name: 'radial_width' },
    height: { label: 'Rim thickness', accepts: 'thickness height depth length', say: '# thick', name: 'thickness' },
  },
  bare: ['wide', 'height'],
  chains: { 2: ['wide', 'height'] },
}
const HUB: Kind = {
  key: 'hub',
  nouns: 'hub, centre hub, central hub, boss, centre boss, middle hub, wheel hub, nave',
  slots: {
    diameter: { label: 'Hub diameter', accepts: 'diameter outer radius*2 outer-radius*2', say: '# diameter' },
    height: { label: 'Hub length', accepts: 'height thickness length depth width', say: '# long', name: 'length' },
    inner: { label: 'Bore', accepts: 'inner', say: '# bore', name: 'bore' },
  },
  bare: ['diameter', 'height'],
  chains: { 2: ['diameter', 'height'] },
}
const SPOKE: Kind = {
  key: 'spoke',
  nouns: 'spoke, straight spoke, rectangular spoke, flat spoke, radial spoke, wheel spoke, arm',
  slots: {
    width: { label: 'Spoke width', accepts: 'width section', say: '# wide' },
    height: { label: 'Spoke thickness', accepts: 'thickness height depth', say: '# thick', name: 'thickness' },
  },
  bare: ['width', 'height'],
  chains: { 2: ['width', 'height'] },
}

/** A rim and a hub that lie on one plane, with straight spokes between them: handwheels, cart wheels, flywheels. */
export const spokedWheel: Family = {
  key: 'spoked-wheel',
  nouns:
    'spoked wheel, spoked handwheel, spoked hand wheel, handwheel, hand wheel, spoked flywheel, spoked pulley, wagon wheel, cart wheel, steering wheel, valve wheel',
  slots: {
    outer: {
      label: 'Outside diameter',
      accepts: 'outer diameter radius*2 outer-radius*2',
      say: '# outside diameter',
      name: 'outside_diameter',
    },
    inner: { label: 'Bore', accepts: 'inner inner-radius*2', say: '# bore', name: 'bore' },
    height: { label: 'Thickness', accepts: 'thickness width height depth', say: '# thick', name: 'thickness' },
    rim: { label: 'Rim thickness', accepts: '', say: 'rim # thick', name: 'rim_thickness' },
    band: { label: 'Rim width', accepts: '', say: 'rim # wide', name: 'rim_width' },
    hub: { label: 'Hub diameter', accepts: '', say: '', name: 'hub_diameter' },
    wide: { label: 'Spoke width', accepts: '', say: '', name: 'spoke_width' },
  },
  bare: ['outer', 'height', 'inner'],
  chains: { 2: ['outer', 'height'] },
  bore: 'inner',
  flags: 'circular evenly',
  parts: { rim: RIM, hub: HUB, spoke: SPOKE },
  settle(sizes) {
    const [rim, hub, spoke] = ['rim', 'hub', 'spoke'].map((key) => sizes.part(key))
    if (rim?.has('outer') && !sizes.has('outer')) sizes.derive('outer', rim.formula('outer'))
    if (hub?.has('inner') && !sizes.has('inner')) sizes.derive('inner', hub.formula('inner'))
    if (!sizes.has('outer')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `What diameter should the ${sizes.noun} have?`, ['100 mm', '150 mm', '200 mm'])
      return
    }
    if (!spoke?.count || spoke.count < 2) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How many spokes should the ${sizes.noun} have, and how wide are they?`, [
        '4 spokes 10 mm wide',
        '5 spokes 12 mm wide',
      ])
      return
    }
    sizes.derive('spokes', String(spoke.count))
    settleRim(sizes, rim, spoke)
    if (sizes.problem) return
    settleHub(sizes, hub)
    settleSpokes(sizes, spoke)
  },
  form(
    { outer = '0', inner, clear = '0', rim = '0', hub = '0', long = '0', wide = '0', thick = '0', spokes = '1' },
    has,
  ): Form {
    const disc = (across: string, high: string) => `Cylinder(${halved(across)}, ${high}, align=floor)`
    const reach = `(${outer} + ${clear}) / 4`
    const wheel = `${disc(outer, rim)} - ${disc(clear, rim)} + ${disc(hub, long)} + PolarLocations(0, ${spokes}) * Box(${reach}, ${wide}, ${thick}, align=(Align.MIN, Align.CENTER, Align.MIN))`
    const area = `pi / 4 * (${powered(outer)} - ${powered(clear)})`
    const strip = slitLoss(clear, hub, wide)
    const high = rim === long ? rim : `max(${rim}, ${long})`
    return {
      code: inner ? `(${wheel}) - ${disc(inner, high)}` : wheel,
      size: [outer, outer, high],
      // Spokes that run into each other beside the hub take less than their sum.
      ...(has('crowded')
        ? {}
        : {
            volume: `${area} * ${rim} + pi / 4 * ${powered(hub)} * ${long} + ${spokes} * ${strip} * ${thick}${inner ? ` - pi / 4 * ${powered(inner)} * ${long}` : ''}`,
          }),
      openings: inner ? `${spokes} + 1` : spokes,
      outline: { kind: 'circle', diameter: hub, ...(inner ? { bore: inner } : {}) },
      faces: {
        top: {
          at: ['0', '0', long],
          outline: { kind: 'circle', diameter: hub, ...(inner ? { bore: inner } : {}) },
          through: long,
        },
      },
      through: { top: long, bottom: long },
    }
  },
}

function settleRim(sizes: Settling, rim: Settling | undefined, spoke: Settling): void {
  // `rim 100 outside, 80 inside, 20 wide`: the two diameters tell its band, so it is as wide along the axle.
  if (rim?.has('inner') && rim.has('wide') && !rim.has('height')) rim.move('wide', 'height')
  if (rim?.has('height')) sizes.derive('rim', rim.formula('height'))
  else if (sizes.has('height')) sizes.derive('rim', sizes.formula('height'))
  // `wheel with 4 spokes 9 wide: 120 OD, 10 thick`: flat all over.
  else if (spoke.has('height')) sizes.derive('rim', spoke.formula('height'))
  else {
    sizes.refuse('AGENT_NEEDS_ANSWER', `How thick should the ${sizes.noun} be?`, ['10 mm thick', '20 mm thick'])
    return
  }
  if (rim?.has('inner')) sizes.derive('clear', rim.formula('inner'))
  else {
    if (rim?.has('wide')) sizes.derive('band', rim.formula('wide'))
    else sizes.assume('band', Math.max(3, Math.round(sizes.value('outer') / 12)), 'no width of the rim was said')
    sizes.derive('clear', `(${sizes.formula('outer')} - 2 * ${sizes.formula('band')})`)
  }
}

function settleHub(sizes: Settling, hub: Settling | undefined): void {
  const bore = sizes.has('inner') ? sizes.value('inner') : 0
  if (hub?.has('diameter')) sizes.derive('hub', hub.formula('diameter'))
  else sizes.assume('hub', Math.round(Math.max(sizes.value('outer') / 5, 2 * bore)), 'no diameter of the hub was said')
  sizes.derive('long', hub?.has('height') ? hub.formula('height') : sizes.formula('rim'))
  const inside = sizes.value('clear')
  if (bore >= sizes.value('hub') || sizes.value('hub') >= inside || inside >= sizes.value('outer'))
    sizes.refuse(
      'AGENT_CONTRADICTION',
      'The bore lies inside the hub, the hub inside the rim, and the rim inside its diameter.',
    )
}

function settleSpokes(sizes: Settling, spoke: Settling): void {
  if (spoke.has('width')) sizes.derive('wide', spoke.formula('width'))
  else sizes.assume('wide', Math.max(3, Math.round(sizes.value('hub') / 3)), 'no width of the spokes was said')
  const low = sizes.value('long') < sizes.value('rim') ? 'long' : 'rim'
  sizes.derive('thick', spoke.has('height') ? spoke.formula('height') : sizes.formula(low))
  if (sizes.value('thick') > sizes.value(low) + 1e-9)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `Spokes ${sizes.value('thick')} mm thick stand out of a ${low === 'rim' ? 'rim' : 'hub'} of ${sizes.value(low)} mm.`,
    )
  if (sizes.value('wide') >= sizes.value('hub'))
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `Spokes ${sizes.value('wide')} mm wide do not end in a hub of ${sizes.value('hub')} mm.`,
    )
  else if (sizes.value('wide') > sizes.value('hub') * Math.sin(Math.PI / sizes.value('spokes'))) sizes.mark('crowded')
}
