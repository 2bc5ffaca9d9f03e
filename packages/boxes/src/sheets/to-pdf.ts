import { boundsOf } from '../panels/contour.ts'
import { type Bend, bendOf, type CutLine, isClosed, linesOf } from './cut-lines.ts'
import type { CutContour, CutLayer, CutPart, CutSheet } from './cut-sheet.ts'
import { CUTTING_DEFAULTS } from './cutting-defaults.ts'
import { decimals } from './decimals.ts'
import { type PdfPage, pdfFile, pdfWords } from './pdf-file.ts'
import { titleOf } from './title-of.ts'
import { PALETTE } from './to-svg.ts'

export interface PdfOptions {
  /** How the box is put together, a sentence a step. */
  readonly steps?: readonly string[]
  /** What a part is called; its id when nothing is said. */
  readonly nameOf?: (panel: string) => string
}

/**
 * A page for each sheet, 1:1 in its real size, and last what to do with the parts on A4 (BX54). A string of ASCII, as the
 * file is.
 */
export function toPdf(sheets: readonly CutSheet[], options: PdfOptions = {}): string {
  const [first] = sheets
  if (!first) throw new Error('A PDF needs a sheet')
  const { made } = first
  return pdfFile([...sheets.map(sheetPage), ...listPages(sheets, options)], {
    title: made.recipe.name ?? 'Box',
    by: made.by,
    subject: JSON.stringify(made),
    keywords: made.link,
  })
}

function sheetPage(sheet: CutSheet): PdfPage {
  const { width, height } = sheet
  return { width, height, content: ['0.1 w', ...sheet.parts.flatMap(drawn), ...marginNotes(sheet)] }
}

function drawn({ layer, contours }: CutPart): string[] {
  const closed = isClosed(layer)
  const paths = contours.map((contour) => pathOf(contour, closed))
  // What is filled is one shape with all of its holes.
  if (layer === 'engrave') return [inkOf(layer), ...paths, 'f*']
  return [inkOf(layer), ...paths.map((path) => `${path} ${closed ? 'h S' : 'S'}`)]
}

function inkOf(layer: CutLayer): string {
  const [, ...parts] = /^#(..)(..)(..)$/.exec(PALETTE[layer]) ?? []
  const color = parts.map((part) => decimals(Number.parseInt(part, 16) / 255)).join(' ')
  return layer === 'engrave' ? `${color} rg` : `${color} RG`
}

function pathOf(contour: CutContour, closed: boolean): string {
  const lines = linesOf(contour, closed)
  const last = lines.at(-1)
  const shown = closed && last && !last.from.arc ? lines.slice(0, -1) : lines
  const [start] = contour
  if (!start) return ''
  return [`${decimals(start.x)} ${decimals(start.y)} m`, ...shown.map(stepOf)].join(' ')
}

function stepOf(line: CutLine): string {
  const bend = bendOf(line)
  return bend ? curves(line, bend) : `${decimals(line.to.x)} ${decimals(line.to.y)} l`
}

/** PDF has no arcs: curves of at most 45°, a few millionths of the radius off. */
function curves({ from }: CutLine, { centre, radius, sweep }: Bend): string {
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 4) - 1e-9))
  const step = sweep / count
  const reach = (4 / 3) * Math.tan(step / 4) * radius
  const begin = Math.atan2(from.y - centre.y, from.x - centre.x)
  const parts: string[] = []
  for (let index = 0; index < count; index += 1) {
    const [a, b] = [begin + index * step, begin + (index + 1) * step]
    const [ax, ay] = [centre.x + radius * Math.cos(a), centre.y + radius * Math.sin(a)]
    const [bx, by] = [centre.x + radius * Math.cos(b), centre.y + radius * Math.sin(b)]
    const numbers = [
      ax - reach * Math.sin(a),
      ay + reach * Math.cos(a),
      bx + reach * Math.sin(b),
      by - reach * Math.cos(b),
      bx,
      by,
    ]
    parts.push(`${numbers.map(decimals).join(' ')} c`)
  }
  return parts.join(' ')
}

const BAR = 100

/** Sheet, kerf and a bar to measure after printing, in the margin; where there is none, on the last page alone. */
function marginNotes(sheet: CutSheet): string[] {
  const { made, width } = sheet
  const { margin } = { ...CUTTING_DEFAULTS, ...made.recipe.cutting }
  if (margin < 4) return []
  const [size, baseline] = [2.2, margin / 2 - 0.8]
  const words = `${titleOf(sheet)}, kerf ${made.kerf} mm, fit ${made.fit} mm`
  const room = width - 2 * margin - (width > 220 ? BAR + 12 : 0)
  // Half an em is what a letter takes on average; what does not fit is cut with a mark.
  const most = Math.floor(room / (size * 0.5))
  const shown = words.length > most ? `${words.slice(0, Math.max(0, most - 1))}…` : words
  return [
    '0 g 0 G',
    pdfWords(shown, margin, baseline, size),
    ...(width > 220 ? checkBar(width - margin - BAR - 1, margin / 2) : []),
  ]
}

function checkBar(x: number, y: number): string[] {
  const tick = (at: number) => `${decimals(at)} ${decimals(y - 1)} m ${decimals(at)} ${decimals(y + 1)} l S`
  return [
    `${decimals(x)} ${decimals(y)} m ${decimals(x + BAR)} ${decimals(y)} l S`,
    tick(x),
    tick(x + BAR),
    pdfWords(`${BAR} mm`, x - 10, y - 0.8, 2.2),
  ]
}

const A4 = { width: 210, height: 297 }
const EDGE = 18

/** What lies on which sheet, how much there is to cut, and how it goes together. */
function listPages(sheets: readonly CutSheet[], { steps = [], nameOf = (panel) => panel }: PdfOptions): PdfPage[] {
  const made = sheets[0]?.made
  const total = sheets.reduce((sum, sheet) => sum + sheet.cutLength, 0)
  const lines: { text: string; size: number; gap: number }[] = []
  const say = (text: string, size = 3.5, gap = 5) => lines.push({ text, size, gap })
  say(made?.recipe.name ?? 'Box', 6, 10)
  if (made?.warning !== undefined) say(made.warning)
  if (made)
    say(
      `${made.proof.proven} of ${made.proof.joints} joints proven, kerf ${made.kerf} mm, fit ${made.fit} mm, ${made.by}`,
    )
  for (const sheet of sheets) {
    const outers = sheet.parts.filter((part) => part.layer === 'cut-outer')
    const material = `${sheet.thickness} mm${sheet.material === undefined ? '' : ` ${sheet.material}`}`
    say('', 3.5, 3)
    say(
      `Sheet ${sheet.number}: ${sheet.width} x ${sheet.height} mm, ${material}, ${(sheet.cutLength / 1000).toFixed(2)} m to cut`,
      4.2,
      6,
    )
    for (const [words, count] of counted(outers.map((part) => partWords(part, nameOf))))
      say(`${count === 1 ? '' : `${count} × `}${words}`)
  }
  say('', 3.5, 3)
  say(`${(total / 1000).toFixed(2)} m to cut in all`, 4.2, 6)
  if (steps.length > 0) {
    say('', 3.5, 3)
    say('How it goes together', 4.2, 6)
    steps.forEach((step, index) => say(`${index + 1}. ${step}`))
  }
  const pages: string[][] = [['0 g 0 G 0.2 w', ...checkBar(EDGE + 12, 12)]]
  let y = A4.height - EDGE
  for (const { text, size, gap } of lines.flatMap(wrapped)) {
    if (y < EDGE + 6) {
      pages.push(['0 g'])
      y = A4.height - EDGE
    }
    y -= gap
    if (text !== '') pages.at(-1)?.push(pdfWords(text, EDGE, y, size))
  }
  return pages.map((content) => ({ ...A4, content }))
}

function partWords({ panel, contours }: CutPart, nameOf: (panel: string) => string): string {
  const { x, y } = boundsOf(contours.flat())
  return `${nameOf(panel)}, ${(x[1] - x[0]).toFixed(1)} x ${(y[1] - y[0]).toFixed(1)} mm`
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Lines that a page of A4 holds. */
function wrapped(line: { text: string; size: number; gap: number }) {
  const most = Math.floor((A4.width - 2 * EDGE) / (line.size * 0.5))
  const rows = line.text.match(new RegExp(`.{1,${most}}(?:\\s|$)|.{1,${most}}`, 'gu')) ?? ['']
  return rows.map((text) => ({ ...line, text: text.trim() }))
}
