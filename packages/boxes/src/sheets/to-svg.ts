import type { CutLayer, CutPart, CutSheet } from './cut-sheet.ts'

const COLORS: Readonly<Record<CutLayer, string>> = { 'cut-inner': '#0000FF', 'cut-outer': '#FF0000' }

/**
 * One sheet at its real size: a path per contour, a group per part and layer, nothing a laser program could misread
 * (BX52). What made it stands in its metadata (BX56).
 */
export function toSvg(sheet: CutSheet): string {
  const { width, height } = sheet
  const title = [sheet.made.recipe.name ?? 'Box', `sheet ${sheet.number} of ${sheet.of}`, `${sheet.thickness} mm`]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="${decimals(width)}mm" height="${decimals(height)}mm" viewBox="0 0 ${decimals(width)} ${decimals(height)}">`,
    `<title>${escaped(title.join(', '))}</title>`,
    `<metadata>${escaped(JSON.stringify(sheet.made))}</metadata>`,
    ...sheet.parts.map((part) => group(part, height)),
    '</svg>',
    '',
  ].join('\n')
}

function group({ panel, layer, contours }: CutPart, height: number): string {
  const paths = contours.map((contour) => `<path d="${pathOf(contour, height)}"/>`)
  const name = escaped(panel)
  // An id may hold no slash, and a void's name does.
  const id = escaped(`${layer}-${panel.replace(/[^\w-]/g, '-')}`)
  return [
    `<g id="${id}" inkscape:label="${name}" fill="none" stroke="${COLORS[layer]}" stroke-width="0.1">`,
    ...paths,
    '</g>',
  ].join('\n')
}

/** SVG looks down where the sheet looks up. */
function pathOf(contour: readonly (readonly [number, number])[], height: number): string {
  const places = contour.map(([x, y]) => `${decimals(x)} ${decimals(height - y)}`)
  return `M${places.join('L')}Z`
}

/** Three decimals at most, no −0. */
function decimals(value: number): string {
  const text = String(Math.round(value * 1000) / 1000)
  return text === '-0' ? '0' : text
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Any text as XML may hold it: what XML knows no way to write is shown by a mark. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}
