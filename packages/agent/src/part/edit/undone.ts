import type { PartPlan } from '@hewn/model'

/** `undo that`, `undo the last change`, `go back one step`; what is undone by its name (`undo the fillet`) is taken out. */
const UNDO =
  /^\W*(?:(?:ok(?:ay)?|no|sorry|oops|please|actually)[\s,]+)*(?:undo(?: (?:it|that|this|(?:the |my )?(?:last|previous) (?:one|change|edit|step|thing)))?|(?:go|step) back(?: (?:one|a) step)?|(?:revert|take back|reverse|cancel)(?: (?:that|this|it|(?:the |my )?(?:last|previous) (?:one|change|edit|step)))|back to (?:what it was|how it was|before)(?: before)?|as it was(?: before)?)(?:,? please)?\W*$/i

/**
 * The part as it was before the last words about it, by following all those before them again; nothing where these words
 * undo nothing, and `none` where there is nothing to be undone.
 */
export function undone<Answer extends { plan: PartPlan; script: string }>(
  words: string,
  { plan: { request }, script }: { plan: PartPlan; script: string },
  follow: (words: string, current?: Answer) => Answer | undefined,
): Answer | 'none' | undefined {
  if (!UNDO.test(words)) return undefined
  const lines = request.split('\n')
  // What was asked for first may stand in lines of its own: as many as it takes to come to what there is now.
  for (let first = 1; first < lines.length; first++) {
    const said = [lines.slice(0, first).join('\n'), ...lines.slice(first)]
    let before: Answer | undefined
    let now: Answer | undefined
    for (const line of said) {
      before = now
      now = follow(line, before)
      if (!now) break
    }
    // What hands have changed since is not to be lost.
    if (before && now?.script === script) return before
  }
  return 'none'
}
