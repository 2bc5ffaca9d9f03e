import type { World } from '@hewn/model'

/** The promise's answer, or `late` when there is none after `milliseconds`. */
export function within<T, L>(world: World, milliseconds: number, promise: Promise<T>, late: L): Promise<T | L> {
  return new Promise((resolve, reject) => {
    const stop = world.after(milliseconds, () => resolve(late))
    promise.then(resolve, reject).finally(stop)
  })
}
