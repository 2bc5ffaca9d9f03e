import type { World } from '@hewn/model'

/** The name of a canvas log: 16 random characters (CV21). */
export const newEpoch = (world: World): string => world.newId().slice(-16)
