import type { Arc, Path, Place, Point } from '../panels/contour.ts'
import type { Mark } from '../panels/panel.ts'
import { ALPHABET, MARKS } from './alphabet.ts'
import { CAP, typeset } from './typeset.ts'

/** What a mark looks like: open lines with arcs, in the frame of its panel. */
export function strokesOf(mark: Mark): readonly Path[] {
  if (mark.line) return [mark.line]
  const set = typeset(mark.text)
  if (!set.ok) return []
  const scale = mark.height / CAP
  return set.value.letters.flatMap(({ sign, x, y }) => {
    const at = (place: Place): Place => ({
      x: mark.at.x + Math.round((place.x + x) * scale),
      y: mark.at.y + Math.round((place.y + y) * scale),
    })
    return drawn(ALPHABET[sign] ?? MARKS[sign] ?? '').map((stroke) =>
      stroke.map(
        (point): Point => ({
          ...at(point),
          ...(point.arc ? { arc: { ...point.arc, centre: at(point.arc.centre) } } : {}),
        }),
      ),
    )
  })
}

/** The strokes of a letter on its grid. */
function drawn(letter: string): Path[] {
  return letter.split(' ').map((line) => {
    const points: Point[] = []
    let bend = ''
    for (let index = 0; index < line.length; ) {
      const sign = line[index] ?? ''
      if ('(){}'.includes(sign)) {
        bend = sign
        index++
        continue
      }
      const to = { x: step(sign), y: step(line[index + 1] ?? '') }
      const from = points.at(-1)
      if (bend && from) points[points.length - 1] = { ...from, arc: arcTo(from, to, bend) }
      points.push(to)
      bend = ''
      index += 2
    }
    return points
  })
}

const step = (sign: string): number => Number.parseInt(sign, 36)

/** A quarter or a half of a circle from one place to another. */
function arcTo(from: Point, to: Point, bend: string): Arc {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const turn = bend === '(' || bend === '{' ? 1 : -1
  const aside = bend === '(' || bend === ')' ? turn : 0
  return { turn, centre: { x: from.x + (dx - aside * dy) / 2, y: from.y + (dy + aside * dx) / 2 } }
}
