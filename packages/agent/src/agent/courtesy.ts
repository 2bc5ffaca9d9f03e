/**
 * What is said to us and orders nothing gets an answer in kind, and changes nothing.
 * @example courtesy('thank you!') // → 'You are welcome. …'
 */
export function courtesy(words: string): string | undefined {
  const said = words.trim().replace(/[\s!.,?:)]+$/, '')
  return KINDS.find(([kind]) => kind.test(said))?.[1]
}

const KINDS: readonly [RegExp, string][] = [
  [
    /^(?:(?:no|ok|okay|oh|actually),? )?(?:never ?mind|forget (?:it|that|about (?:it|that))|ignore (?:that|it|me)|leave (?:it|that)(?: (?:as (?:it )?(?:is|was)|alone))?|keep it as it is|cancel(?: (?:that|it))?|skip (?:it|that)|don'?t bother|nothing)$/i,
    'Nothing was changed. “Undo” takes back what was done before.',
  ],
  [
    /^(?:(?:many )?thanks?(?: (?:you|a lot|so much|very much))*|thx|ty|cheers|(?:that(?:'s| is| looks) |looks )?(?:great|perfect|nice|cool|awesome|good|lovely|excellent)(?: (?:work|job|one))?)$/i,
    'You are welcome. Its files are under Download; say what to change, or describe something else.',
  ],
  [
    /^(?:hi|hello|hey|hallo|good (?:morning|evening|afternoon|day))(?: there)?$/i,
    'Hello. Describe a box or a part with its sizes, such as: plate 80 x 60 x 5 with four M4 holes, 8 mm from the edges.',
  ],
  [
    /^(?:help|help me|what (?:can|do) you (?:do|make)|how does (?:this|it) work|what is this)$/i,
    'Words become boxes cut from flat sheets and parts to print or machine, with their files. Say what it is and how large: open box 150x100x80 in 4 mm plywood · flange 100 mm diameter, 10 thick, six M8 holes on 80 · then: make it 10 mm taller.',
  ],
]
