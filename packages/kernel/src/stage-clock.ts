import type { World } from '@hewn/model'

/** How long each stage took: a stage lasts until the next is entered. */
export function stageClock(world: World) {
  const spent = { run: 0, start: 0, mesh: 0, measure: 0, export: 0, done: 0 }
  let current: keyof typeof spent | undefined
  let since = world.now()
  return {
    spent,
    enter(stage: keyof typeof spent) {
      const now = world.now()
      if (current) spent[current] += now - since
      current = stage
      since = now
    },
  }
}
