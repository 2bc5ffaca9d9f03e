import { planBox } from '@hewn/agent'
import { atMost, type Row, timed } from '../row.ts'

const WORDS = [
  'open top box 150x100x80',
  'closed box 200 x 120 x 60 mm, 4 mm plywood',
  'open top box 300x200x80 with a 5 by 4 grid of compartments',
]

/** The built-in planner, from words to a recipe with its contract. */
export async function agent(): Promise<Row[]> {
  let next = 0
  const plan = () => {
    const words = WORDS[next++ % WORDS.length] ?? ''
    if (!planBox(words).ok) throw new Error(`The planner of the bench did not read: ${words}`)
  }
  return [atMost('agent', 'planner, words → recipe', await timed(plan, { runs: 200, before: 20 }), 30)]
}
