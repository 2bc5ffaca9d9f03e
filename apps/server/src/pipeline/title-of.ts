const TITLE_MAX = 48

/** A design is called by the words that began it, cut where a list would. */
export function titleOf(request: string): string {
  const words = [...request.replaceAll(/\s+/g, ' ').trim()]
  const short =
    words.length > TITLE_MAX
      ? `${words
          .slice(0, TITLE_MAX - 1)
          .join('')
          .trimEnd()}…`
      : words.join('')
  return short.charAt(0).toUpperCase() + short.slice(1)
}
