import { bendOf, type CutLine, isClosed, linesOf } from './cut-lines.ts'
import type { CutContour, CutLayer, CutPart, CutSheet } from './cut-sheet.ts'
import { decimals } from './decimals.ts'
import { titleOf } from './title-of.ts'

/** A colour per layer, `#rrggbb`: laser programs tell by colour what to do. */
export type Palette = Readonly<Record<CutLayer, string>>

export const PALETTE: Palette = Object.freeze({
  engrave: '#000000',
  score: '#00E000',
  'cut-inner': '#0000FF',
  'cut-outer': '#FF0000',
})

/**
 * One sheet at its real size: a path per contour, a group per part and layer, nothing a laser program could misread
 * (BX52). What made it stands in its metadata (BX56).
 */
export function toSvg(sheet: CutSheet, options: { palette?: Partial<Palette> } = {}): string {
  const { width, height } = sheet
  const palette = { ...PALETTE, ...options.palette }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="${decimals(width)}mm" height="${decimals(height)}mm" viewBox="0 0 ${decimals(width)} ${decimals(height)}">`,
    `<title>${escaped(titleOf(sheet))}</title>`,
    `<metadata>${escaped(JSON.stringify(sheet.made))}</metadata>`,
    ...sheet.parts.map((part) => group(part, height, palette)),
    '</svg>',
    '',
  ].join('\n')
}

function group({ panel, layer, contours }: CutPart, height: number, palette: Palette): string {
  const drawn = contours.map((contour) => svgPath(contour, layer, height))
  // What is filled is one shape with all of its holes.
  const paths = (layer === 'engrave' ? [drawn.join('')] : drawn).map((path) => `<path d="${path}"/>`)
  const name = escaped(panel)
  // An id may hold no slash, and a void's name does.
  const id = escaped(`${layer}-${panel.replace(/[^\w-]/g, '-')}`)
  const color = escaped(palette[layer])
  const paint =
    layer === 'engrave'
      ? `fill="${color}" fill-rule="evenodd" stroke="none"`
      : `fill="none" stroke="${color}" stroke-width="0.1"`
  return [`<g id="${id}" inkscape:label="${name}" ${paint}>`, ...paths, '</g>'].join('\n')
}

/** A contour as the `d` of a path, on a sheet of that height. */
export function svgPath(contour: CutContour, layer: CutLayer, height: number): string {
  const closed = isClosed(layer)
  const lines = linesOf(contour, closed)
  const start = lines[0]?.from ?? contour[0]
  if (!start) return ''
  const last = lines.at(-1)
  // The straight line back to the start is what Z draws.
  const drawn = closed && last && !last.from.arc ? lines.slice(0, -1) : lines
  const steps = drawn.map((line) => stepOf(line, height))
  return `M${decimals(start.x)} ${decimals(height - start.y)}${steps.join('')}${closed ? 'Z' : ''}`
}

/** SVG looks down where the sheet looks up, so what turns left turns right. */
function stepOf(line: CutLine, height: number): string {
  const end = `${decimals(line.to.x)} ${decimals(height - line.to.y)}`
  const bend = bendOf(line)
  if (!bend) return `L${end}`
  const radius = decimals(bend.radius)
  const large = Math.abs(bend.sweep) > Math.PI + 1e-9 ? 1 : 0
  return `A${radius} ${radius} 0 ${large} ${bend.sweep > 0 ? 0 : 1} ${end}`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Any text as XML may hold it: what XML knows no way to write is shown by a mark. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}
