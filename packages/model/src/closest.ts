/** The word that is fewest keystrokes away, or nothing when none is near. */
export function closest(word: string, known: readonly string[]): string | undefined {
  const typed = word.slice(0, LONGEST).toLowerCase()
  let best: string | undefined
  let fewest = Math.max(2, Math.ceil(typed.length / 2)) + 1
  for (const candidate of known) {
    const keystrokes = shortens(typed, candidate) ? 1 : distance(typed, candidate.toLowerCase())
    if (keystrokes < fewest) {
      best = candidate
      fewest = keystrokes
    }
  }
  return best
}

/** Longer words are cut: nobody mistypes forty letters, and the work stays small. */
const LONGEST = 40

/** `cols` is short for columns, though rows is fewer keystrokes away. */
function shortens(typed: string, word: string): boolean {
  if (typed.length < 3 || typed[0] !== word[0]) return false
  let at = 0
  for (const letter of word.toLowerCase()) if (letter === typed[at]) at++
  return at === typed.length
}

function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const now = [row]
    for (let column = 1; column <= b.length; column++) {
      const swap = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      now.push(Math.min(swap, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1))
    }
    before = now
  }
  return before[b.length] ?? 0
}
