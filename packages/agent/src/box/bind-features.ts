import {
  type CutoutShape,
  type ErrorBody,
  type Face,
  fail,
  hewnError,
  ok,
  type Result,
  type SubdivisionStep,
} from '@hewn/model'
import type { NumberToken } from '../read/tokens.ts'
import type { Assumption, Span } from '../understanding.ts'
import type { BoundLength } from './box-draft.ts'
import { type Anchor, type CutoutForm, laid, repeated } from './hole-grid.ts'
import type { Corner2, CutoutMeaning, PanelPlace, Phrase } from './meaning.ts'
import { ask } from './refuse-reading.ts'
import { plural } from '../read/plural.ts'

/** What is made on a box beyond its faces and compartments, with every length in millimetres. */
export interface Features {
  feet?: number | 'none'
  /** Walls that are higher or lower than the box, by so much or to so much. */
  sides: { face: Face; by?: number; to?: number }[]
  thicknesses: Record<string, number>
  /** Made when the size of the panel is known. */
  cutouts: { face: string; shape: (panel: PanelSize) => CutoutShape }[]
  /** `assumed`: nobody said how high its letters are. */
  texts: { face: string; words: Span; height: number; scored: boolean; assumed?: true }[]
  drawers?: { steps: SubdivisionStep[]; void: string; clearance?: number; numbered?: true }
  steps?: SubdivisionStep[]
  /** The clear size of the first of several, the others even. */
  first?: { size: number; axis: 'x' | 'z' }
  /** The diameter of the one round hole there is. */
  hole?: number
  play?: number
  pull?: { type: 'hole' | 'slot' | 'notch'; width: number; height?: number } | 'none'
  without: ReadonlySet<'feet' | 'cutouts' | 'texts' | 'drawers'>
}

export interface PanelSize {
  width: number
  height: number
}

export const FEET = { height: 15, width: 25, inset: 10 }
const HAND_HOLE = { width: 90, height: 25, below: 20 }
const VENT = { width: 4, height: 40, count: 8 }
const TEXT = 15
const PULL = 20
/** How much wood stays between a hole and the edge that it is near. */
const NEAR = 20
const EDGES = ['left', 'right', 'top', 'bottom'] as const

interface Binding {
  phrases: readonly Phrase[]
  length(number: NumberToken): Result<BoundLength, ErrorBody>
  assumed: Assumption[]
  /** Whether the box has, or gets, a lid that opens or drawers. */
  pulls: boolean
  /** The panel that is meant by the lid. */
  lid: 'top' | 'lid:top'
}

/** Puts numbers into what the phrases say of feet, walls, holes, texts, drawers and splits. */
export function bindFeatures({ phrases, length, assumed, pulls, lid }: Binding): Result<Features, ErrorBody> {
  const features: Features = { sides: [], thicknesses: {}, cutouts: [], texts: [], without: new Set() }
  const trouble: ErrorBody[] = []
  const mm = (number: NumberToken): number => {
    const read = length(number)
    if (!read.ok) trouble.push(read.error)
    return read.ok ? read.value.value : 0
  }
  const assume = (name: string, text: string, why: string) => void assumed.push({ name, text, why })

  for (const phrase of phrases) {
    switch (phrase.kind) {
      case 'feet':
        if (phrase.number) features.feet = mm(phrase.number)
        else {
          features.feet = FEET.height
          assume('feet', `feet ${FEET.height} mm high`, 'no height was said')
        }
        break
      case 'side-height':
        for (const face of phrase.faces) {
          if (face === 'top' || face === 'bottom') trouble.push(onlyWalls(face))
          const value = mm(phrase.number)
          features.sides.push(phrase.sign === undefined ? { face, to: value } : { face, by: phrase.sign * value })
        }
        break
      case 'lid':
        if (phrase.thick) features.thicknesses['lid'] = mm(phrase.thick)
        break
      case 'side-thickness':
        for (const name of phrase.names) features.thicknesses[name] = mm(phrase.number)
        break
      case 'cutout':
        bindCutout(phrase)
        break
      case 'hand-holes':
        bindHandHoles(phrase)
        break
      case 'vents':
        bindVents(phrase)
        break
      case 'text': {
        const [face] = phrase.faces
        if (!face) assume('text', 'the text on the front', 'no side was said')
        if (!phrase.height) assume('text height', `letters ${TEXT} mm high`, 'no height was said')
        for (const one of phrase.faces.length > 0 ? phrase.faces : (['front'] as const))
          features.texts.push({
            face: panelOf(one),
            words: phrase.words,
            height: phrase.height ? mm(phrase.height) : TEXT,
            scored: phrase.scored,
            ...(phrase.height ? {} : { assumed: true as const }),
          })
        break
      }
      case 'drawers':
        bindDrawers(phrase)
        break
      case 'split': {
        const [one] = phrase.sizes
        if (phrase.first && one !== undefined && one !== '*') {
          features.first = { size: mm(one), axis: phrase.deep ? 'z' : 'x' }
          break
        }
        const sizes = phrase.sizes.map((size) => (size === '*' ? size : mm(size)))
        if (phrase.count && phrase.count.value !== sizes.length)
          trouble.push(
            hewnError(
              'AGENT_CONTRADICTION',
              `${phrase.count.text} compartments were asked for, and ${sizes.length} sizes said.`,
            ),
          )
        features.steps = [{ type: 'split', void: 'root', axis: phrase.deep ? 'z' : 'x', sizes }]
        break
      }
      case 'resized-hole':
        features.hole = mm(phrase.number)
        break
      case 'play':
        if (!phrase.drawers) features.play = mm(phrase.number)
        break
      case 'pull':
        bindPull(phrase)
        break
      case 'without':
        features.without = new Set([...features.without, phrase.what])
        break
      default:
    }
  }
  if (phrases.some(({ kind }) => kind === 'numbered')) {
    if (features.drawers) features.drawers.numbered = true
    else
      trouble.push(
        hewnError('AGENT_UNSUPPORTED', 'Numbers are engraved on drawers, and there are none.', {
          hint: 'To write something: engrave "1" on the front.',
        }),
      )
  }
  const clearance = phrases.find((phrase) => phrase.kind === 'play')
  if (features.drawers && clearance?.kind === 'play') features.drawers.clearance = mm(clearance.number)
  const [first] = trouble
  return first ? fail(first) : ok(features)

  function bindCutout(phrase: CutoutMeaning): void {
    // `3 slots`: a bare whole number before several of something is how many there are.
    const many =
      phrase.count ?? (phrase.size && phrase.by === '' && isBareCount(phrase.size, phrase) ? phrase.size : undefined)
    const finger = !phrase.size && !phrase.sizes && (phrase.by === 'finger' || phrase.by === 'thumb')
    const size = phrase.size === many ? undefined : phrase.size
    // `60 mm cutout`: one size says that it is round.
    const round = phrase.shape === 'rect' && size !== undefined && phrase.by === '' && !phrase.sizes
    const shape = round ? 'circle' : phrase.shape
    if (round) assume('cut-out', `a round hole of ${size.text}`, 'one size was said')
    const [wide, high] = phrase.sizes ?? []
    const name = NAMES[shape]
    if (phrase.faces.length === 0 && shape !== 'notch') {
      if (pulls && size && shape === 'circle' && Object.keys(phrase.at).length === 0)
        features.pull = { type: 'hole', width: mm(size) }
      else
        trouble.push(
          ask(`In which side should the ${name} be?`, [
            `${name} in the front`,
            `${name} in the back`,
            `${name} in the left`,
          ]),
        )
      return
    }
    const faces = phrase.faces.length > 0 ? phrase.faces.map(panelOf) : ['front']
    if (phrase.faces.length === 0) assume('notch', 'the notch in the front', 'no side was said')
    if (finger) assume('finger hole', `a finger ${name} of ${PULL} mm`, 'no size was said')
    if (!size && !(wide && high) && !finger) {
      const said = shape === 'circle' || shape === 'notch'
      trouble.push(
        ask(
          `How large should the ${name} be?`,
          said ? [`20 mm ${name}`, `30 mm ${name}`] : [`60x30 ${name}`, `100x40 ${name}`],
        ),
      )
      return
    }
    if (size && (shape === 'rect' || shape === 'slot')) {
      trouble.push(
        ask(`The ${name} has a width and a height; which are they?`, [
          `${size.text}x30 ${name}`,
          `60x${size.text} ${name}`,
        ]),
      )
      return
    }
    if (phrase.more && !many && !phrase.apart && !phrase.grid && faces.length < 2) {
      const [wanted] = phrase.faces
      trouble.push(
        ask(
          `How many ${plural(name)} should there be${wanted ? ` in the ${wanted}` : ''}?`,
          [2, 4, 6].map((count) => `${count} ${plural(name)}`),
        ),
      )
      return
    }
    const broad = size ?? wide
    const across = broad ? mm(broad) : PULL
    const form: CutoutForm =
      shape === 'notch'
        ? {
            type: 'notch',
            edge: phrase.near === 'bottom' ? 'bottom' : 'top',
            width: across,
            depth: high ? mm(high) : across / 2,
          }
        : shape === 'circle'
          ? { type: 'circle', diameter: size ? mm(size) : PULL }
          : { type: shape, width: mm(wide as NumberToken), height: mm(high as NumberToken) }
    if (shape === 'notch' && !high)
      assume(
        'notch',
        `a notch ${form.type === 'notch' ? form.depth : 0} mm deep`,
        'half its width, as no depth was said',
      )
    const place = placeOf(phrase, form)
    const count = many?.value ?? (phrase.apart ? 2 : 1)
    const apart = phrase.apart && mm(phrase.apart)
    if (!many && phrase.apart) assume('holes', `two ${plural(name)}`, 'it is said how far apart they are')
    if (count > 1 && apart === undefined)
      assume('holes', `${count} ${phrase.grid ? '' : 'in a row, '}evenly spaced`, 'no word says how far apart')
    if (phrase.grid && phrase.grid.columns * phrase.grid.rows !== count)
      trouble.push(
        hewnError(
          'AGENT_CONTRADICTION',
          `${count} ${plural(name)} were said, and a grid of ${phrase.grid.columns} by ${phrase.grid.rows}.`,
        ),
      )
    for (const face of faces)
      features.cutouts.push({
        face,
        shape: (panel) => ({
          ...form,
          ...place,
          ...(count === 1 ? {} : repeated(phrase.grid ?? laid(count, form, panel, place, apart), panel, place, apart)),
        }),
      })
  }

  function panelOf(place: PanelPlace): string {
    return place === 'lid' ? lid : place
  }

  /** From the corner or the middle of the edge that the words measure from. */
  function placeOf({ at, near }: CutoutMeaning, form: CutoutForm): { from?: Anchor; x?: number; y?: number } {
    const far: Partial<Record<keyof Corner2, number>> = {}
    for (const edge of EDGES) if (at[edge]) far[edge] = mm(at[edge])
    if (near && far[near] === undefined && form.type !== 'notch') {
      const across = near === 'left' || near === 'right'
      const half = form.type === 'circle' ? form.diameter / 2 : (across ? form.width : form.height) / 2
      far[near] = tidy(half + NEAR)
      assume('place', `${NEAR} mm from the ${near} edge`, `near the ${near}, and no distance was said`)
    }
    const { left, right, top, bottom } = far
    const side = left !== undefined ? 'left' : right !== undefined ? 'right' : undefined
    const level = top !== undefined ? 'top' : bottom !== undefined ? 'bottom' : undefined
    const from = (level && side ? `${level}-${side}` : (level ?? side)) as Anchor | undefined
    const x = left ?? (right === undefined ? undefined : -right)
    const y = bottom ?? (top === undefined ? undefined : -top)
    return { ...(from ? { from } : {}), ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) }
  }

  function bindHandHoles(phrase: Phrase & { kind: 'hand-holes' }): void {
    const [wide, high] = phrase.sizes ?? []
    const width = wide ? mm(wide) : HAND_HOLE.width
    const height = high ? mm(high) : HAND_HOLE.height
    const below = phrase.below ? mm(phrase.below) : HAND_HOLE.below
    if (!wide)
      assume('hand holes', `hand holes ${width} × ${height} mm, less where the wall is narrow`, 'no size was said')
    if (!phrase.below) assume('hand hole place', `hand holes ${below} mm below the edge`, 'no place was said')
    if (!phrase.said) assume('hand hole sides', 'hand holes in the left and right', 'no side was said')
    for (const face of phrase.faces)
      features.cutouts.push({
        face: panelOf(face),
        shape: (panel) => {
          // Where its size is only assumed, a narrow wall has a narrower one.
          const across = wide || panel.width >= width + 10 ? width : panel.width - 2 * NEAR
          const up = high ? height : Math.min(height, panel.height / 2)
          // Where a place is only assumed, a low wall has it in its middle.
          const down = phrase.below ? below : Math.max(0, Math.min(below, (panel.height - up) / 2))
          return { type: 'slot', width: tidy(across), height: tidy(up), from: 'top', y: -tidy(up / 2 + down) }
        },
      })
  }

  function bindVents(phrase: Phrase & { kind: 'vents' }): void {
    const sizes = (phrase.sizes ?? []).map(mm)
    const [width, height] = sizes.length === 2 ? [Math.min(...sizes), Math.max(...sizes)] : [VENT.width, VENT.height]
    if (sizes.length === 0) assume('vents', `slots ${width} × ${height} mm`, 'no size was said')
    if (phrase.faces.length === 0) assume('vent side', 'the vents in the back', 'no side was said')
    assume('vent gaps', `slots ${width * 2} mm apart`, 'as much wood as gap')
    if (!phrase.count) assume('vent count', `${VENT.count} slots`, 'no word says how many')
    const columns = phrase.count?.value ?? VENT.count
    const dx = width * 2
    for (const face of phrase.faces.length > 0 ? phrase.faces.map(panelOf) : ['back'])
      features.cutouts.push({
        face,
        shape: () =>
          columns === 1
            ? { type: 'slot', width, height }
            : {
                type: 'slot',
                width,
                height,
                x: -tidy(((columns - 1) * dx) / 2),
                repeat: { columns, rows: 1, dx, dy: 0 },
              },
      })
  }

  function bindDrawers({ count, columns, rows, beside, numbered }: Phrase & { kind: 'drawers' }): void {
    const upright: SubdivisionStep[] =
      columns && rows
        ? [{ type: 'grid', void: 'root', columns: columns.value, rows: rows.value, axes: ['x', 'y'] }]
        : (count?.value ?? 1) > 1
          ? [{ type: 'subdivideEvenly', void: 'root', axis: beside ? 'x' : 'y', count: count?.value ?? 1 }]
          : []
    if (count && count.value > 1 && !beside)
      assume('drawers', `${count.value} drawers one above the other`, 'no word says how they lie')
    features.drawers = {
      steps: upright,
      void: upright.length > 0 ? 'root/*' : 'root',
      ...(numbered ? { numbered } : {}),
    }
  }

  function bindPull({ shape, width, height }: Phrase & { kind: 'pull' }): void {
    if (!pulls && shape !== 'none') {
      trouble.push(
        ask(`In which side should the finger ${shape} be?`, [`${shape} in the front`, `${shape} in the back`]),
      )
      return
    }
    if (shape === 'none') features.pull = 'none'
    else features.pull = { type: shape, width: width ? mm(width) : PULL, ...(height ? { height: mm(height) } : {}) }
    if (shape !== 'none' && !width) assume('finger hole', `a finger ${shape} of ${PULL} mm`, 'no size was said')
  }
}

const NAMES: Record<CutoutMeaning['shape'], string> = { circle: 'hole', rect: 'window', slot: 'slot', notch: 'notch' }

const isBareCount = ({ unit, value }: NumberToken, { shape }: CutoutMeaning): boolean =>
  unit === undefined && Number.isInteger(value) && value > 1 && value < 10 && shape !== 'notch'

const onlyWalls = (face: Face): ErrorBody =>
  hewnError('AGENT_UNSUPPORTED', `The ${face} lies flat; only walls can be raised or lowered.`, {
    hint: 'Say it of the front, back, left or right.',
  })

const tidy = (value: number): number => Math.round(value * 1000) / 1000
