import { fileURLToPath } from 'node:url'

/** Where everything is written when nobody names another home: `.hewn` in the clone. */
export const STANDARD_HOME = fileURLToPath(new URL('../../../.hewn', import.meta.url))
