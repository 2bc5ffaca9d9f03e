import { reader } from '../read/reader.ts'
import type { Token } from '../read/tokens.ts'
import type { Phrase, Reading, Recogniser } from './meaning.ts'
import {
  anew,
  change,
  changeFrom,
  changeOf,
  factor,
  instead,
  keepInside,
  ratio,
  scale,
  swap,
} from './recognisers/changes.ts'
import {
  cells,
  cellsNamed,
  counted,
  dividersRun,
  insteadOf,
  single,
  step,
  undivided,
} from './recognisers/compartments.ts'
import {
  closedFaces,
  enclosed,
  except,
  faceless,
  facesClosed,
  facesOpen,
  lid,
  lidded,
  lidOpens,
  notOpen,
  notThatLid,
  openFaces,
  openNoun,
  whichSide,
  withoutFaces,
} from './recognisers/faces.ts'
import { cutout, handHoles, resizedHole, vents } from './recognisers/cutouts.ts'
import { drawers, dropsInto, numbered, play, pull } from './recognisers/drawers.ts'
import { ways } from './recognisers/ways.ts'
import { feet, without } from './recognisers/fittings.ts'
import { regions } from './recognisers/regions.ts'
import { dividerAt, split } from './recognisers/splits.ts'
import { largerText, text } from './recognisers/texts.ts'
import { sideHeight, sideThickness } from './recognisers/walls.ts'
import { jars, objects, things } from './recognisers/objects.ts'
import { fingers, fit, kerf, onlyMaterial, sheet, thickness } from './recognisers/sheet.ts'
import { cellSize, cube, measure, size, square, squared } from './recognisers/sizes.ts'
import { absent, filler, foreign, noun, part, purpose, several, unsupported, within } from './recognisers/things.ts'
import { settlePhrases } from './settle-phrases.ts'
import * as known from './words.ts'

/** Reads from left to right; at every place the recogniser that takes most tokens wins, on a tie the earlier one. */
export function readPhrases(tokens: readonly Token[]): Reading {
  const phrases: Phrase[] = []
  const unread: Token[] = []
  let place = 0
  while (place < tokens.length) {
    const token = tokens[place]
    let best: Phrase | undefined
    for (const recognise of RECOGNISERS) {
      const at = reader(tokens, place)
      const meaning = recognise(at)
      if (meaning && at.place > (best?.to ?? place)) best = { ...meaning, from: place, to: at.place }
    }
    if (best) {
      phrases.push(best)
      place = best.to
      continue
    }
    if (token && (token.kind !== 'mark' || /[%±°#$€£]/.test(token.text))) unread.push(token)
    place++
  }
  return attachMeasures(tokens, settlePhrases(phrases, tokens), unread)
}

const sized = ({ kind }: Phrase) => kind === 'size' || kind === 'cube'

/** `inside` says how sizes are measured where it stands beside a size, or names one itself (`inside dimensions`). */
function attachMeasures(tokens: readonly Token[], phrases: readonly Phrase[], unread: readonly Token[]): Reading {
  const telling = phrases.filter(({ kind }) => kind !== 'filler' && kind !== 'noun')
  const beside = (phrase: Phrase, other: Phrase | undefined): boolean => {
    if (!other || !sized(other)) return false
    const [from, to] = phrase.from < other.from ? [phrase.to, other.from] : [other.to, phrase.from]
    return !tokens.slice(from, to).some((token) => unread.includes(token))
  }
  const loose = telling.filter((phrase, index) => {
    if (phrase.kind !== 'measure' || phrase.to - phrase.from > 1) return false
    return !beside(phrase, telling[index - 1]) && !beside(phrase, telling[index + 1])
  })
  return {
    phrases: phrases.filter((phrase) => !loose.includes(phrase)),
    unread: [...unread, ...loose.flatMap(({ from, to }) => tokens.slice(from, to))].toSorted(
      (a, b) => a.at[0] - b.at[0],
    ),
  }
}

// The order only decides between readings of equal length.
const RECOGNISERS: readonly Recogniser[] = [
  text,
  largerText,
  pull,
  handHoles,
  vents,
  resizedHole,
  cutout,
  feet,
  sideHeight,
  sideThickness,
  drawers,
  numbered,
  regions,
  split,
  dividerAt,
  play,
  without,
  dropsInto,
  jars,
  objects,
  several,
  cube,
  ways,
  cells,
  cellsNamed,
  insteadOf,
  sheet,
  fingers,
  kerf,
  fit,
  thickness,
  step,
  dividersRun,
  change,
  changeFrom,
  changeOf,
  factor,
  scale,
  swap,
  ratio,
  anew,
  square,
  squared,
  size,
  cellSize,
  single,
  counted(['columns', 'column', 'cols'], 'columns'),
  counted(['rows', 'row'], 'rows'),
  counted(known.DIVIDERS, 'dividers'),
  counted(known.SHELVES, 'shelves'),
  counted(['levels', 'level', 'tiers', 'tier', 'storeys', 'stories', 'floors'], 'levels'),
  openFaces,
  facesOpen,
  faceless,
  withoutFaces,
  notOpen,
  except,
  closedFaces,
  facesClosed,
  whichSide,
  lid,
  lidded,
  lidOpens,
  notThatLid,
  openNoun,
  enclosed,
  undivided,
  keepInside,
  measure,
  instead,
  absent,
  within,
  noun,
  part,
  onlyMaterial,
  unsupported,
  foreign,
  things,
  purpose,
  filler,
]
