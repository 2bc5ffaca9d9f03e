/** Cuts and pads that are not round: turned about their own middle they are others. */
export const TURNED: ReadonlySet<string> = new Set(['pocket', 'cutout', 'slot', 'pad'])
