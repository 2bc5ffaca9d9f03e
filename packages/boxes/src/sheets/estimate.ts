import { areaOf, boundsOf } from '../panels/contour.ts'
import { isClosed, lengthOfLines, linesOf } from './cut-lines.ts'
import type { CutSheet } from './cut-sheet.ts'
import { MATERIAL_PRESETS } from './presets.ts'

/** What a machine and a sheet cost; speeds in mm/s, times in s, prices in whatever money. */
export interface Rates {
  readonly cutSpeed: number
  readonly scoreSpeed: number
  readonly engraveSpeed: number
  /** Between the rows of an engraving, in mm. */
  readonly engraveStep: number
  readonly travelSpeed: number
  /** Until the beam is through, once for each contour. */
  readonly pierceTime: number
  readonly pricePerSheet?: number
  readonly pricePerHour?: number
}

export const RATES: Rates = Object.freeze({
  cutSpeed: 15,
  scoreSpeed: 60,
  engraveSpeed: 300,
  engraveStep: 0.1,
  travelSpeed: 300,
  pierceTime: 0.3,
})

export interface Estimate {
  readonly seconds: number
  /** When a price was given. */
  readonly price?: number
}

/** How long a machine works and what it costs, about: nobody knows another one's laser (BX60). */
export function estimate(sheets: readonly CutSheet[], rates: Partial<Rates> = {}): Estimate {
  const all: Rates = { ...RATES, ...rates }
  const seconds = sheets.reduce((sum, sheet) => sum + secondsOf(sheet, all), 0)
  const { pricePerSheet, pricePerHour } = all
  if (pricePerSheet === undefined && pricePerHour === undefined) return { seconds }
  return { seconds, price: sheets.length * (pricePerSheet ?? 0) + (seconds / 3600) * (pricePerHour ?? 0) }
}

/** The speeds of the preset that is nearest to a material and thickness; a thicker sheet is cut slower in proportion. */
export function ratesFor(material: string | undefined, thickness: number): Partial<Rates> {
  const named = material?.trim().toLowerCase()
  const same = MATERIAL_PRESETS.filter((preset) => preset.name === named)
  const [preset] = (same.length > 0 ? same : MATERIAL_PRESETS).toSorted(
    (a, b) => Math.abs(a.thickness - thickness) - Math.abs(b.thickness - thickness),
  )
  if (!preset) return {}
  return { cutSpeed: (preset.cutSpeed * preset.thickness) / thickness, engraveSpeed: preset.engraveSpeed }
}

function secondsOf(sheet: CutSheet, rates: Rates): number {
  let seconds = 0
  let at = { x: 0, y: sheet.height }
  for (const { layer, contours } of sheet.parts) {
    for (const contour of contours) {
      const [start] = contour
      const end = isClosed(layer) ? start : contour.at(-1)
      if (!start || !end) continue
      seconds += Math.hypot(start.x - at.x, start.y - at.y) / rates.travelSpeed
      at = end
      const length = lengthOfLines(linesOf(contour, isClosed(layer)))
      if (layer === 'engrave') {
        // Over a hole in it the laser runs too.
        if (areaOf(contour) < 0) continue
        const { x, y } = boundsOf(contour)
        seconds += ((x[1] - x[0]) * (y[1] - y[0])) / rates.engraveStep / rates.engraveSpeed
      } else if (layer === 'score') seconds += length / rates.scoreSpeed
      else seconds += length / rates.cutSpeed + rates.pierceTime
    }
  }
  return seconds
}
