/** `start over`, `forget that`, `new part:` at the beginning: what comes after it is about something else than the part there is. */
const AFRESH =
  /^\s*(?:(?:ok|okay|no|hmm|well|please|let'?s)[\s,]+)*(?:start (?:over|again|afresh|fresh|from scratch)|begin again|from scratch|forget (?:it|that|this|everything|all (?:that|this))|scra(?:p|tch) (?:it|that|this|all that|everything)|new (?:part|design)|clear (?:it|everything)|throw (?:it|that) away)\b[\s,:;.!–-]*(?:(?:and|then|now|with|instead|please|make|do|draw|build|give me|i (?:want|need))\b[\s,:]*)*/i

/** The words without the turn that lets go of the part there is, in their places; nothing where there is none. */
export function afresh(words: string): string | undefined {
  const [said] = AFRESH.exec(words) ?? []
  return said === undefined ? undefined : ' '.repeat(said.length) + words.slice(said.length)
}
