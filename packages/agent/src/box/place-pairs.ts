import type { Face } from '@hewn/model'
import type { PanelPlace, Phrase } from './meaning.ts'

/** Puts faces for `both long sides`: of a box that is wider than deep, the front and the back. */
export function placePairs(phrases: readonly Phrase[], { width, depth }: { width: number; depth: number }): Phrase[] {
  const [long, short]: [Face[], Face[]] =
    width >= depth
      ? [
          ['front', 'back'],
          ['left', 'right'],
        ]
      : [
          ['left', 'right'],
          ['front', 'back'],
        ]
  const placed = (places: readonly PanelPlace[]): PanelPlace[] =>
    places.flatMap((place) => (place === 'long' ? long : place === 'short' ? short : [place]))
  return phrases.map((phrase): Phrase => {
    switch (phrase.kind) {
      case 'cutout':
      case 'hand-holes':
      case 'vents':
      case 'text':
        return { ...phrase, faces: placed(phrase.faces) }
      default:
        return phrase
    }
  })
}
