import { cutAtWord } from '@hewn/model'

const TITLE_MAX = 48

/** A design is called by the words that began it, cut between two of them where a list would cut. */
export function titleOf(request: string): string {
  const words = request.replaceAll(/\s+/g, ' ').trim()
  const cut = cutAtWord(words, TITLE_MAX)
  const short = cut === words ? words : `${cut.replace(/[\s,;:]+$/, '')}…`
  return short.charAt(0).toUpperCase() + short.slice(1)
}
