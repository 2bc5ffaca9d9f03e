import type { PartPlan } from '@hewn/model'

/** The last words again, with a size that works in the place of the one that does not. */
export function wordsWith({ request, names }: PartPlan, name: string | undefined, works: number): string[] {
  const origin = names.find((one) => one.name === name)?.origin
  const start = request.lastIndexOf('\n') + 1
  if (origin?.from !== 'said' || origin.span[0] < start) return []
  const words = `${request.slice(start, origin.span[0])}${works} mm${request.slice(origin.span[1])}`
  return words.length <= LONGEST ? [words] : []
}
const LONGEST = 90
