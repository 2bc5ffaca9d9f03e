import type { Meaning, Phrase } from './meaning.ts'

/** The phrases of one kind, with what that kind tells. */
export const ofKind =
  (phrases: readonly Phrase[]) =>
  <K extends Meaning['kind']>(kind: K) =>
    phrases.filter((phrase): phrase is Phrase & Extract<Meaning, { kind: K }> => phrase.kind === kind)
