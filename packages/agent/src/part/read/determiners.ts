/** `each`, `every`, `all`: everyone of them, however many there are. */
export const isEvery = (det: string | undefined): boolean => EVERY.has(det ?? '')

/** `both`, `each`, `either`, `two`: the two of a pair, such as the ends of a bar. */
export const isPair = (det: string | undefined): boolean => PAIR.has(det ?? '')

/** Either of them: more than one of what is named. */
export const isEach = (det: string | undefined): boolean => isEvery(det) || det === 'per' || OF_TWO.has(det ?? '')

const EVERY: ReadonlySet<string> = new Set(['each', 'every', 'all'])
const OF_TWO: ReadonlySet<string> = new Set(['both', 'either'])
const PAIR: ReadonlySet<string> = new Set(['each', 'every', 'both', 'either', 'two'])
