import type { Message } from '@hewn/model'

/**
 * Words that make all of what a turn made, from nothing: its request, where nothing stood before it. "And a hole in the
 * middle", or an answer, makes nothing alone; of a change the whole design is said, as it was understood.
 */
export function wholeRequest({ request, base, continues, answers = [], understanding }: Message): string {
  const alone = !base && !continues && answers.length === 0
  return alone ? request : (understanding?.say ?? request)
}
