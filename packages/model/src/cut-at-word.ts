/**
 * At most so many letters of a text, and no word in two where that can be helped.
 * @example cutAtWord('four holes in the corners', 16) // → 'four holes in'
 */
export function cutAtWord(text: string, most: number, gap = ' '): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const cut = letters.slice(0, most).join('')
  if (letters[most] === gap) return cut
  const end = cut.lastIndexOf(gap)
  // One endless word is cut all the same.
  return end > cut.length / 2 ? cut.slice(0, end) : cut
}
