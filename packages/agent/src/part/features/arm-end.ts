import { halved, powered } from '../families/round.ts'
import type { Kind, Placed, Settling, Sizes } from '../kinds.ts'

// What is at the end of an arm that sticks out: it turns up there, or has a ball. Up is towards the back of what lies flat.

/** The end turned up, as wide as the arm; so high above it. */
export const endLip: Kind = {
  key: 'endlip',
  nouns: 'end lip',
  slots: {
    height: { label: 'Lip height', accepts: 'height', say: '# end lip', name: 'lip_height' },
    thickness: { label: 'Lip thickness', accepts: '', say: '# thick', name: 'lip_thickness' },
    radius: { label: 'Inside bend radius', accepts: 'bend', say: 'radius #', name: 'bend_radius' },
  },
  bare: ['height'],
  chains: { 2: ['height', 'thickness'] },
}
/** A ball with its centre where the arm ends. */
export const endBall: Kind = {
  key: 'endball',
  nouns: 'end ball',
  slots: {
    diameter: { label: 'Ball diameter', accepts: 'diameter radius*2', say: '# end ball', name: 'ball_diameter' },
  },
  bare: ['diameter'],
}

const TURNS_UP = 'how far its end turns up was not said'
/** What is called a hook turns up at its end, whether that is said or not. */
export const isHook = ({ noun }: Settling): boolean => noun.startsWith('hook')

export function settleArmEnd(sizes: Settling): void {
  const [lip, ball] = [sizes.part('endlip'), sizes.part('endball')]
  const thick = sizes.has('diameter') ? sizes.value('diameter') : undefined
  if ((lip || isHook(sizes)) && !sizes.has('height'))
    sizes.assume(
      'height',
      Math.max(10, Math.round((thick ?? 0) * 5)),
      `how far the ${sizes.noun} sticks out was not said`,
    )
  const third = Math.round(sizes.value('height') / 3)
  if (lip && !lip.has('height')) lip.assume('height', third, TURNS_UP)
  else if (!lip && !ball && isHook(sizes) && sizes.has('diameter')) sizes.assume('lip', third, TURNS_UP)
  if (lip && thick !== undefined && sizes.value('height') <= thick)
    sizes.refuse('AGENT_IMPOSSIBLE', `An arm ${thick} mm thick that turns up sticks out more than ${thick} mm.`)
  if (ball && !ball.has('diameter'))
    ball.assume('diameter', Math.round((thick ?? 10) * 1.6), 'no size of the ball was said')
  if (ball && thick !== undefined && ball.value('diameter') <= thick)
    sizes.refuse('AGENT_IMPOSSIBLE', `A ball on an arm ${thick} mm thick is more than ${thick} mm wide.`)
}

interface Arm {
  /** Without one it is rectangular. */
  diameter: string | undefined
  u: string
  v: string
  height: string
}
interface ArmForm {
  lines: string[]
  /** Exact, of one of them. */
  volume: string
  /** How far it reaches above its face. */
  rise: string
}

/** An arm that stands on a face, and what is at its end. */
export function armForm(placed: Placed, arm: Arm): ArmForm {
  const { add, parts, sizes } = placed
  const { diameter, u, v, height } = arm
  const hooked: Sizes | undefined = sizes['lip'] ? { height: sizes['lip'] } : undefined
  const [lip, ball] = [parts['endlip'] ?? hooked, parts['endball']?.['diameter']]
  if (lip && diameter) return bentUp(placed, diameter, height, lip)
  const straight = {
    lines: add(
      diameter ? `Cylinder(${halved(diameter)}, ${height}, align=floor)` : `Box(${u}, ${v}, ${height}, align=floor)`,
    ),
    volume: diameter ? `pi / 4 * ${powered(diameter)} * (${height})` : `${u} * ${v} * ${height}`,
    rise: height,
  }
  if (ball && diameter) return withBall(placed, straight, diameter, ball)
  if (!lip?.['height']) return straight
  const thick = lip['thickness'] ?? v
  const stood = `Pos(0, (${v} + ${lip['height']}) / 2, ${height} - ${thick}) * Box(${u}, ${lip['height']}, ${thick}, align=floor)`
  return {
    lines: [...straight.lines, ...add(stood)],
    volume: `${straight.volume} + ${u} * ${lip['height']} * ${thick}`,
    rise: height,
  }
}

/** A rod bent upwards; without a radius its corner is mitred. */
function bentUp({ add, id }: Placed, diameter: string, height: string, lip: Sizes): ArmForm {
  const { height: up = '0', radius } = lip
  const [out, path] = [`${height} - ${halved(diameter)}`, `${id}_path`]
  const corners = `(0, 0, 0), (0, 0, ${out}), (0, ${up} + ${halved(diameter)}, ${out})`
  const bend = radius ? ` - (2 - pi / 2) * (${radius} + ${halved(diameter)})` : ''
  return {
    lines: [
      radius
        ? `${path} = FilletPolyline(${corners}, radius=${radius} + ${halved(diameter)})`
        : `${path} = Polyline(${corners})`,
      ...add(
        `sweep(Plane(${path} @ 0, z_dir=${path} % 0) * Circle(${halved(diameter)}), path=${path}${radius ? '' : ', transition=Transition.RIGHT'})`,
      ),
    ],
    volume: `pi / 4 * ${powered(diameter)} * (${height} + ${up}${bend})`,
    rise: height,
  }
}

function withBall({ add }: Placed, arm: ArmForm, diameter: string, ball: string): ArmForm {
  return {
    lines: [...arm.lines, ...add(`Pos(0, 0, ${arm.rise}) * Sphere(${halved(ball)})`)],
    // The half of the ball that looks back swallows the arm up to where it comes out.
    volume: `${arm.volume} + pi / 6 * ${ball}**3 - pi / 12 * (${ball}**3 - sqrt(${powered(ball)} - ${powered(diameter)})**3)`,
    rise: `${arm.rise} + ${halved(ball)}`,
  }
}
