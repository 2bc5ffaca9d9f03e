import type { PartPiece } from '@hewn/model'
import { plus } from '../formula.ts'
import type { Family, Form, Kind, Settling } from '../kinds.ts'
import { halved, powered } from './round.ts'

/** A straight stretch of what is bent, as its words are put into by words/path-words.ts. */
const RUN: Kind = {
  key: 'run',
  nouns: 'straight run',
  slots: { length: { label: 'Straight length', accepts: 'length height', say: '#' } },
  bare: ['length'],
}
const TURN: Kind = {
  key: 'turn',
  nouns: 'bend turn, back turn',
  slots: {
    angle: { label: 'Bend angle', accepts: 'angle', unit: 'deg', say: '#' },
    radius: { label: 'Bend radius', accepts: 'radius bend root', say: 'radius #', name: 'bend_radius' },
  },
  bare: ['radius'],
}

/** Straight stretches and bends one after the other, in one plane: rods, wires, tubes and bars drawn along a path. */
export const rodPath: Family = {
  key: 'rod-path',
  nouns: 'bent path rod, bent path tube, bent path bar',
  slots: {
    outer: {
      label: 'Diameter',
      accepts: 'outer diameter section thickness radius*2 minor-radius*2',
      say: '# diameter',
      name: 'diameter',
    },
    inner: {
      label: 'Inside diameter',
      accepts: 'inner',
      say: '# inside diameter',
      name: 'inside_diameter',
      not: 'wall',
    },
    wall: { label: 'Wall', accepts: 'wall', say: '# wall' },
    side: { label: 'Side', accepts: 'side width', say: '# square', name: 'side' },
  },
  bare: ['outer'],
  chains: { 2: ['outer', 'wall'] },
  flags: 'square circular hollow',
  parts: { run: RUN, turn: TURN },
  repeats: ['run', 'turn'],
  settle(sizes) {
    if (sizes.flag('square') && sizes.has('outer') && !sizes.has('side')) sizes.move('outer', 'side')
    if (!sizes.has('side') && !sizes.has('outer')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How thick is what is bent?', ['6 mm rod', '22 mm tube, 1 mm wall'])
      return
    }
    if (!sizes.has('inner') && sizes.has('wall'))
      sizes.derive('inner', `${sizes.formula('outer')} - 2 * ${sizes.formula('wall')}`)
    if (!sizes.has('inner') && /tube/.test(sizes.noun) && sizes.has('outer'))
      sizes.assume('inner', Math.round(sizes.value('outer') * 0.8 * 10) / 10, 'no wall was said')
    if (sizes.has('inner') && sizes.value('inner') >= sizes.value('outer'))
      sizes.refuse('AGENT_CONTRADICTION', 'It is no wider outside than inside.')
    settleTurns(sizes)
  },
  form: rodForm,
}

/** A bend without an angle is a right one; one without a radius has that of the bend before it, or is mitred. */
function settleTurns(sizes: Settling): void {
  const thick = sizes.value(sizes.has('side') ? 'side' : 'outer')
  let before: string | undefined
  for (const turn of sizes.pieces('turn')) {
    if (!turn.has('angle')) turn.assume('angle', 90, 'no angle of the bend was said')
    if (!turn.has('radius') && before) turn.derive('radius', before)
    before = turn.has('radius') ? turn.formula('radius') : before
    if (turn.has('radius') && turn.value('radius') <= thick / 2)
      turn.refuse(
        'AGENT_IMPOSSIBLE',
        `A bend of ${turn.value('radius')} mm is too tight for ${thick} mm: more than ${thick / 2} mm works.`,
      )
    if (turn.value('angle') <= 0 || turn.value('angle') > 180)
      turn.refuse('AGENT_IMPOSSIBLE', `A bend of ${turn.value('angle')}° is none: up to 180° works.`)
  }
}

function rodForm(
  { outer = '0', inner, side }: Record<string, string>,
  _has: (flag: string) => boolean,
  pieces: readonly PartPiece[],
): Form {
  const thick = side ?? outer
  const area = side ? powered(side) : `pi / 4 * (${powered(outer)}${inner ? ` - ${powered(inner)}` : ''})`
  const section = side
    ? `Rectangle(${side}, ${side})`
    : inner
      ? `(Circle(${halved(outer)}) - Circle(${halved(inner)}))`
      : `Circle(${halved(outer)})`
  const steps = pieces.filter(({ kind }) => kind === 'run' || kind === 'turn')
  const lines: string[] = []
  const names: string[] = []
  let mitred = false
  let heading: string[] = ['90']
  let last = ''
  for (const { kind, label, sizes } of steps) {
    const name = `part_${names.length + 1}`
    const { length = '0', angle = '90', radius } = sizes
    const way = label.startsWith('back') ? '+' : '-'
    if (kind === 'run') {
      const from = last ? `${last} @ 1` : '(0, 0)'
      const towards = mitred || last === '' ? heading.join(' ') : `direction=${last} % 1`
      lines.push(`${name} = PolarLine(${from}, ${length}, ${towards})`)
    } else if (radius) {
      const from = last ? `${last} @ 1, ${last} % 1` : '(0, 0), (0, 1)'
      lines.push(`${name} = JernArc(${from}, ${radius}, ${way === '-' ? '-' : ''}${angle})`)
    }
    heading = kind === 'turn' ? [...heading, way, angle] : heading
    mitred = kind === 'turn' && !radius
    if (kind === 'turn' && !radius) continue
    names.push(name)
    last = name
  }
  const long = steps.map(({ kind, sizes: { length = '0', angle = '90', radius } }) =>
    kind === 'run' ? length : radius ? `pi * ${radius} * ${angle} / 180` : '0',
  )
  const far = plus(...long, thick)
  const sharp = steps.some(({ kind, sizes }) => kind === 'turn' && !sizes['radius'])
  return {
    before: [...lines, `path = Plane.XZ * (${names.join(' + ')})`],
    code: `sweep(Plane(path @ 0, z_dir=path % 0) * ${section}, path=path${sharp ? ', transition=Transition.RIGHT' : ''})`,
    size: [far, thick, far],
    volume: `${area} * (${plus(...long)})`,
    openings: inner ? '1' : '0',
    outline: { kind: 'other' },
    loose: ['x', 'z'],
  }
}
