import type { PartPiece } from '@hewn/model'
import type { Family } from '../kinds.ts'
import { type FlangeSeries, pipeFlange, pipeFlangeSizes } from '../library/pipe-flanges.ts'
import { withHubs } from './hubs.ts'
import { halved, powered } from './round.ts'

const seriesOf = (noun: string): FlangeSeries =>
  (['pnten', 'pnsixteen'] as const).find((one) => noun.startsWith(one)) ?? 'asme'

/** Nominal sizes in inches, and the DN that they are sold beside. */
const INCHES: readonly (readonly [number, number])[] = [
  [0.5, 15],
  [0.75, 20],
  [1, 25],
  [1.25, 32],
  [1.5, 40],
  [2, 50],
  [2.5, 65],
  [3, 80],
  [4, 100],
  [5, 125],
  [6, 150],
  [8, 200],
]
const nominalOf = (said: number): number =>
  INCHES.find(([inch]) => [inch, inch * 25.4].some((one) => Math.abs(one - said) < 0.01))?.[1] ?? said

const SIZE = { accepts: '', say: '' }

/** `DN50 PN16 blind flange`, `4 inch class 150 slip on flange`: a flange that a table tells; words/flange-names.ts calls it so. */
export const normFlange: Family = {
  key: 'norm-flange',
  nouns: `pnten flange, pnten blind flange, pnten neck flange, pnsixteen flange, pnsixteen blind flange, pnsixteen neck flange, asme flange, asme blind flange, asme neck flange, unlisted flange`,
  slots: {
    nominal: { label: 'Nominal size', accepts: 'rolled' },
    outer: { ...SIZE, label: 'Outside diameter', say: '# outside diameter', name: 'outside_diameter' },
    height: { ...SIZE, label: 'Thickness', say: '# thick', name: 'thickness' },
    inner: { ...SIZE, label: 'Bore', accepts: 'inner', say: '# inside diameter', name: 'bore' },
    holes: { ...SIZE, label: 'Number of bolt holes', unit: 'count', name: 'bolt_holes' },
    hole: { ...SIZE, label: 'Bolt hole', say: 'bolt holes #', name: 'bolt_hole' },
    circle: { ...SIZE, label: 'Bolt circle', say: 'on a # bolt circle', name: 'bolt_circle' },
    hub: { ...SIZE, label: 'Hub diameter', name: 'hub_diameter' },
    rise: { ...SIZE, label: 'Hub height', name: 'hub_height' },
    face: { ...SIZE, label: 'Raised face diameter', name: 'face_diameter' },
    step: { ...SIZE, label: 'Raised face height', name: 'face_height' },
  },
  parts: {
    facing: { key: 'facing', nouns: 'raised face, sealing face, rf', slots: {} },
    // Said, so that it is not made again.
    bolts: { key: 'bolts', nouns: 'bolt hole, bolt', slots: {} },
  },
  flags: 'circular',
  bore: 'inner',
  called: (noun) =>
    noun
      .replace(/^pnten/, 'PN 10')
      .replace(/^pnsixteen/, 'PN 16')
      .replace(/^asme/, 'class 150'),
  settle(sizes) {
    if (sizes.noun.startsWith('unlisted')) {
      sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        'Flanges of that series are in no table here: PN 10 and PN 16 of EN 1092-1, and class 150 of ASME B16.5 are. What are its diameter, thickness and bore, and which bolt holes has it?',
        ['DN 50 PN 16 flange', 'flange 165 mm diameter, 20 thick, 61.5 bore, four 18 mm holes on a 125 mm bolt circle'],
      )
      return
    }
    const series = seriesOf(sizes.noun)
    const size = sizes.has('nominal') ? nominalOf(sizes.value('nominal')) : 0
    const row = pipeFlange(series, size)
    if (!row) {
      const near = pipeFlangeSizes(series).toSorted((a, b) => Math.abs(a - size) - Math.abs(b - size))
      sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        `DN ${size} is not in the table of flanges.`,
        near.slice(0, 3).map((one) => `DN ${one}`),
      )
      return
    }
    if (/neck/.test(sizes.noun)) {
      sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        'The neck of a welding neck flange follows the wall of its pipe. How wide is its bore, and how large the neck?',
        ['slip on instead', 'blind instead'],
      )
      return
    }
    const key = `DN ${size}, ${row.standard}`
    const blind = /blind/.test(sizes.noun)
    const face = sizes.part('facing') !== undefined
    // The face is part of the thickness of a flange of EN 1092, and comes on top of that of ASME B16.5.
    const thick = (blind ? row.blind : row.plate) - (face && series !== 'asme' ? row.face.height : 0)
    sizes.look('outer', row.outer, key)
    sizes.look('height', thick, key)
    if (!blind && !sizes.has('inner')) sizes.look('inner', row.bore, key)
    sizes.look('holes', row.holes, key)
    sizes.look('hole', row.hole, key)
    sizes.look('circle', row.circle, key)
    if (row.hub && !blind) {
      sizes.look('hub', row.hub.diameter, key)
      sizes.look('rise', row.hub.height, key)
    }
    if (face) {
      sizes.look('face', row.face.diameter, key)
      sizes.look('step', row.face.height, key)
    }
    sizes.spend('nominal')
    sizes.note(
      `${key}${blind ? ', blind' : series === 'asme' ? ', slip-on' : ', plate flange'}${face ? '' : ', flat face'}`,
    )
  },
  form({ outer = '0', height = '0', inner, holes = '0', hole = '0', circle = '0', hub, rise, face, step }) {
    const piece = (kind: string, label: string, diameter: string, high: string): PartPiece => ({
      kind,
      label,
      flags: kind === 'facing' ? ['below'] : [],
      sizes: { diameter, height: high },
    })
    const pieces = [
      ...(hub && rise ? [piece('hub', 'hub', hub, rise)] : []),
      ...(face && step ? [piece('facing', 'raised face', face, step)] : []),
    ]
    const plain = withHubs({ diameter: outer, height }, inner, pieces)
    return {
      ...plain,
      before: [
        ...(plain.before ?? []),
        `flange = ${plain.code}`,
        `flange -= PolarLocations(${halved(circle)}, ${holes}) * Cylinder(${halved(hole)}, ${plain.size[2]}, align=floor)`,
      ],
      code: 'flange',
      ...(plain.volume ? { volume: `${plain.volume} - ${holes} * pi / 4 * ${powered(hole)} * ${height}` } : {}),
      openings: `${inner ? 1 : 0} + ${holes}`,
      bolts: { circle, hole, count: holes },
      edges: {},
    }
  },
}
