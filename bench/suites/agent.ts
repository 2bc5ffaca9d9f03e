import { planBox, planPart } from '@hewn/agent'
import { atMost, type Row, timed } from '../row.ts'

const BOXES = [
  'open top box 150x100x80',
  'closed box 200 x 120 x 60 mm, 4 mm plywood',
  'open top box 300x200x80 with a 5 by 4 grid of compartments',
]

const PARTS = [
  'plate 80 x 60 x 10 with four M4 holes, 8 mm from the edges',
  'tube 40 mm outside, 30 mm inside, 80 mm long',
  'L bracket 60 x 40 x 30, 5 mm thick, two 6 mm holes in each leg',
]

/** As a language model writes one: sentences, a list, and much that is no geometry. */
const LONG = `I need a mounting plate for a test rig, as a single solid body in millimetres.

1. Base: the plate is 160 mm long in the X direction, 100 mm wide in the Y direction and 8 mm thick in the Z direction. It lies flat, and its four vertical corners are rounded with a radius of 6 mm.

2. Corner holes: there are four through holes of 5.5 mm diameter, one in each corner, and the centre of each of them is 10 mm from the adjacent edges.

3. Centre: in the middle of the plate there is a through hole of 40 mm diameter.

4. Bolt circle: around that hole there are six M5 clearance holes, evenly spaced on a bolt circle of 60 mm diameter.

5. Edges: chamfer the top edges by 1 mm.

The part is milled from aluminium and will be anodised black afterwards, which does not matter for the geometry.`

/** The built-in planner, from words to a recipe or a script with its contract. */
export async function agent(): Promise<Row[]> {
  const boxes = inTurn(BOXES, (words) => planBox(words).ok)
  const parts = inTurn(PARTS, (words) => planPart(words).ok)
  const long = inTurn([LONG], (words) => planPart(words).ok)
  const short = await timed(parts, { runs: 200, before: 20 })
  const whole = await timed(long, { runs: 50, before: 10 })
  return [
    atMost('agent', 'planner, words → recipe', await timed(boxes, { runs: 200, before: 20 }), 30),
    atMost('agent', 'planner, words → script', short, 10),
    {
      ...atMost('agent', `planner, ${LONG.length} characters → script`, whole, 150),
      peer: { name: 'a short one', ...short },
      ratio: short.median / whole.median,
    },
  ]
}

/** One of them after the other; a bench of what is not read would measure nothing. */
function inTurn(all: readonly string[], plan: (words: string) => boolean): () => void {
  let next = 0
  return () => {
    const words = all[next++ % all.length] ?? ''
    if (!plan(words)) throw new Error(`The planner of the bench did not read: ${words}`)
  }
}
