import type { Um } from '@hewn/model'

/** Shares `total` among `count`; leftover micrometres are spread, so no two differ by more than one (BX14). */
export function evenSizes(total: Um, count: number): Um[] {
  const border = (index: number): Um => Math.floor((total * index) / count)
  return Array.from({ length: count }, (_, index) => border(index + 1) - border(index))
}
