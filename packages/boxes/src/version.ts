/** Stands in every file this package writes. */
export const VERSION = '0.1.0'
