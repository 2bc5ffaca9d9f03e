import type { Span } from '@hewn/model'

/** Words of ours with words of the request in them, each marked with where it was written. */
export const marked = ({ text, from }: { text: string; from: number }): string => `${OPEN}${from}${SEP}${text}${CLOSE}`

const [OPEN, SEP, CLOSE] = ['\u0001', '\u0002', '\u0003']
const MARKED = new RegExp(`${OPEN}(\\d+)${SEP}([^${CLOSE}]*)${CLOSE}`, 'g')

/** What was marked, in one text; `back` tells where a piece of it was written: what is ours, at what it was put for. */
export function unmarked(pieces: readonly { text: string; at: Span }[]): { text: string; back: (at: Span) => Span } {
  let text = ''
  const from: number[] = []
  const to: number[] = []
  for (const { text: piece, at } of pieces) {
    let last = 0
    const ours = (said: string) => {
      for (const _ of said) {
        from.push(at[0])
        to.push(at[1])
      }
      text += said
    }
    for (const match of piece.matchAll(MARKED)) {
      ours(piece.slice(last, match.index))
      const said = match[2] ?? ''
      for (let place = 0; place < said.length; place++) {
        from.push(Number(match[1]) + place)
        to.push(Number(match[1]) + place + 1)
      }
      text += said
      last = match.index + match[0].length
    }
    ours(piece.slice(last))
  }
  return {
    text,
    back([first, last]) {
      const low = from[first] ?? 0
      return [low, Math.max(low + 1, to[last - 1] ?? 0)]
    },
  }
}
