import type { PartAnswer } from './answer.ts'

/** What the geometry of a part depends on; its parameters may be numbered another way where other words are read. */
export const codeOf = (part: Pick<PartAnswer, 'script'>): string =>
  linesOf(part)
    .join('\n')
    .replaceAll(/_\d+\b/g, '')

/** A script without its comments. */
export const linesOf = ({ script }: Pick<PartAnswer, 'script'>): string[] =>
  script.split('\n').filter((line) => !line.startsWith('#'))
