import type { Panel } from '../panels/panel.ts'

export interface Look {
  color: string
  opacity?: number
}

/** Wood: neighbouring panels differ a little, so that their joints can be seen. */
const WOOD: Readonly<Record<string, string>> = {
  front: '#d8b27c',
  back: '#d8b27c',
  left: '#c99a5f',
  right: '#c99a5f',
  top: '#e6c998',
  bottom: '#e6c998',
  divider: '#b98b56',
  lid: '#eed6aa',
  inner: '#ac7f4c',
}

/** How light each panel is beside the others, for a sheet of any one colour. */
const SHADE: Readonly<Record<string, number>> = {
  front: 1,
  back: 1,
  left: 0.92,
  right: 0.92,
  top: 1.06,
  bottom: 1.06,
  divider: 0.86,
  lid: 1.1,
  inner: 0.8,
}

/** Sheets that are not wood, by what they are called; a colour that is said goes before. */
const SHEETS: readonly { called: RegExp; color: string; opacity?: number }[] = [
  { called: /acryl|plexi|perspex|polycarbonate|\bpmma\b|\bglass\b/i, color: '#a9cbe0', opacity: 0.5 },
  { called: /\bmdf\b|hdf|hardboard/i, color: '#b48d66' },
  { called: /cardboard|card\b|greyboard|paper/i, color: '#c8a878' },
  { called: /alumini?um|steel|metal/i, color: '#b9c0c7' },
  { called: /leather|felt/i, color: '#9c6b45' },
]

const COLORS: Readonly<Record<string, string>> = {
  black: '#3a3d42',
  white: '#eef0f2',
  grey: '#9aa2aa',
  gray: '#9aa2aa',
  red: '#c8453d',
  orange: '#dd8a34',
  yellow: '#e3c548',
  green: '#4f9e63',
  blue: '#4a7fc1',
  purple: '#8460b8',
  pink: '#d98aa9',
}

/** What a panel of this material looks like; wood, where nothing else is said. */
export function lookOf({ id, kind }: Pick<Panel, 'id' | 'kind'>, material: string | undefined): Look {
  const part = partOf(id, kind)
  const sheet = SHEETS.find(({ called }) => material !== undefined && called.test(material))
  if (!sheet || material === undefined) return { color: WOOD[part] ?? WOOD.divider ?? '' }
  const said = Object.keys(COLORS).find((name) => new RegExp(`\\b${name}\\b`, 'i').test(material))
  const color = shaded((said && COLORS[said]) || sheet.color, SHADE[part] ?? 1)
  // What has a colour of its own is seldom clear.
  const clear = said === undefined || /clear|transparent|translucent|smoked/i.test(material)
  return sheet.opacity !== undefined && clear ? { color, opacity: sheet.opacity } : { color }
}

function partOf(id: Panel['id'], kind: Panel['kind']): string {
  if (kind === 'lid') return 'lid'
  if (kind === 'locator' || kind === 'ledge') return 'inner'
  const face = id.split(':').at(-1) ?? ''
  return Object.hasOwn(WOOD, face) ? face : 'divider'
}

function shaded(color: string, by: number): string {
  const one = (at: number) =>
    Math.min(255, Math.round(Number.parseInt(color.slice(at, at + 2), 16) * by))
      .toString(16)
      .padStart(2, '0')
  return `#${one(1)}${one(3)}${one(5)}`
}
