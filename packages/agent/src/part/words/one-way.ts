import type { Rewrite } from './notation.ts'
import { HOLES_ONE_WAY } from './holes-one-way.ts'
import { LETTERED_SIZES } from './lettered-sizes.ts'
import { NAMES_ONE_WAY } from './names-one-way.ts'
import { NOT_NEEDED } from './not-needed.ts'
import { PLACES_ONE_WAY } from './places-one-way.ts'
import { ROWS_ONE_WAY } from './rows-one-way.ts'
import { SIZES_ONE_WAY } from './sizes-one-way.ts'

/**
 * What is said in many ways and always means the same, in the way every rule behind this one reads: `30 mm long`, `a 5 mm
 * hole`. It stands first, so that no other rule has to know the others; `npm run eval -- --retold` tells each way anew.
 */
export const ONE_WAY: readonly Rewrite[] = [
  ...NOT_NEEDED,
  ...NAMES_ONE_WAY,
  ...LETTERED_SIZES,
  ...SIZES_ONE_WAY,
  ...HOLES_ONE_WAY,
  ...PLACES_ONE_WAY,
  ...ROWS_ONE_WAY,
]
