import { type AssemblyRecipe, type ErrorBody, type Face, fail, hewnError, ok, type Result } from '@hewn/model'
import { type Settled, settleUnits } from '../read/settle-units.ts'
import type { NumberToken, Token } from '../read/tokens.ts'
import { isLength, toMm } from '../read/units.ts'
import type { Assumption, Span } from '../understanding.ts'
import { bindSides } from './bind-sides.ts'
import { bindCompartments } from './bind-compartments.ts'
import { bindContents, type Contents } from './bind-contents.ts'
import { bindFeatures, type Features } from './bind-features.ts'
import { bindInstead } from './bind-instead.ts'
import { axisOf, bindRatios } from './bind-ratios.ts'
import { bindFaces } from './bind-faces.ts'
import { bindRegions } from './bind-regions.ts'
import { BOX_SIDES, type BoundLength, type BoxDraft, type BoxSide } from './box-draft.ts'
import type { ChangeSide, Link, Meaning, Phrase, Reading } from './meaning.ts'
import { STANDARD_THICKNESS } from './box-recipe.ts'
import { countOf, openOf } from './of-recipe.ts'
import { ask } from './refuse-reading.ts'
import { placePairs } from './place-pairs.ts'
import { BOX_NOUNS } from './words.ts'

export interface BoxReading {
  draft: BoxDraft
  changes: Change[]
  swaps: Swap[]
  /** The sides whose clear size stays what it was. */
  keepInside: readonly BoxSide[]
  features: Features
  contents?: Contents
  assumed: Assumption[]
  /** Numbers that a later look may still place: `150x100x80, 3 mm`. */
  spare: NumberToken[]
}

/** Two sides that change places. */
export type Swap = readonly [BoxSide, BoxSide]

/** `20 mm taller`, `twice as wide`: what becomes of a side depends on the box there is. */
export interface Change {
  side: BoxSide | 'thickness'
  /** Millimetres to add, or a factor. */
  by: { add: number } | { times: number }
  span: Span
}

/** Fills the slots of a box with what the phrases say. Says no rather than choose between two meanings. */
export function bindBox(
  tokens: readonly Token[],
  reading: Reading,
  current: AssemblyRecipe | undefined,
): Result<BoxReading, ErrorBody> {
  const units = settleUnits(tokens)
  const assumed: Assumption[] = []
  const draft: BoxDraft = { sides: {} }
  const all = <K extends Meaning['kind']>(kind: K) =>
    reading.phrases.filter((phrase): phrase is Phrase & Extract<Meaning, { kind: K }> => phrase.kind === kind)
  const spanOf = ({ from, to }: Phrase): Span => [tokens[from]?.at[0] ?? 0, tokens[to - 1]?.at[1] ?? 0]
  const used = new Set<Settled['from']>()

  const length = (number: NumberToken): Result<BoundLength, ErrorBody> => {
    const settled = units.get(number)
    if (!settled || (number.unit !== undefined && !isLength(number.unit)))
      return fail(
        hewnError('AGENT_NOT_UNDERSTOOD', `“${number.text}” is not a length.`, {
          hint: 'Sizes are millimetres, cm or inches.',
        }),
      )
    if (number.value < 0)
      return fail(
        hewnError('RECIPE_NUMBER', `A size of ${number.text} cannot be: lengths are more than 0 mm.`, {
          hint: 'Leave out the minus.',
        }),
      )
    used.add(settled.from)
    const { about, bound, tolerance } = number
    return ok({
      value: toMm(number.value, settled.unit),
      origin: { from: 'said', span: number.at },
      ...(about ? { about } : {}),
      ...(bound ? { bound } : {}),
      ...(tolerance === undefined ? {} : { tolerance: toMm(tolerance, settled.unit) }),
    })
  }

  const cube = bindCube(
    all('cube').map(({ number }) => number),
    reading.phrases,
  )
  if (!cube.ok) return cube
  const groups: Link[][] = [
    ...all('size').map(({ links }) => links),
    ...cube.value,
    ...all('drops-into').map(({ links }) => links),
  ]
  const sides = bindSides(groups, length)
  if (!sides.ok) return sides
  draft.sides = sides.value.sides
  const places = new Set(all('drops-into').flatMap(({ links }) => links.map(({ number }) => number.at[0])))
  for (const side of BOX_SIDES) {
    const said = draft.sides[side]
    if (said?.origin.from !== 'said' || !places.has(said.origin.span[0])) continue
    draft.sides[side] = {
      value: said.value - DROP,
      origin: { from: 'derived', formula: `${said.value} - ${DROP}`, span: said.origin.span },
    }
  }
  if (places.size > 0)
    assumed.push({ name: 'play', text: `${DROP} mm smaller than where it goes`, why: 'it has to drop in and come out' })
  if (sides.value.taken.length > 0 && cube.value.length === 0)
    assumed.push({
      name: 'sides',
      text: `${sides.value.taken.map((side) => `${draft.sides[side]?.value}`).join(' × ')} read as ${sides.value.taken.join(' × ')}`,
      why: 'no word says which is which',
    })
  const spare = reading.unread.filter((token) => token.kind === 'number')
  const ratios = bindRatios({ ratios: all('ratio'), draft, spare, current, length, spanOf })
  if (!ratios.ok) return ratios
  const phrases = placePairs(reading.phrases, {
    width: draft.sides.width?.value ?? current?.width ?? 0,
    depth: draft.sides.depth?.value ?? current?.depth ?? 0,
  })
  const equal = isCube(phrases) ? unequalCube(draft.sides) : undefined
  if (equal) return fail(equal)

  const measures = new Set(all('measure').map(({ measure }) => measure))
  if (measures.size > 1)
    return fail(
      hewnError('AGENT_CONTRADICTION', 'Sizes are either inside or outside, and both were said.', {
        choices: ['inside', 'outside'],
      }),
    )
  const [measure] = measures
  if (measure) draft.measure = measure

  const thickness = only(
    all('thickness').map(({ number }) => number),
    'thickness',
    length,
  )
  if (!thickness.ok) return thickness
  if (thickness.value) draft.thickness = thickness.value
  const materials = new Set(
    [...all('thickness'), ...all('material'), ...all('side-thickness')].flatMap(({ material }) =>
      material ? [material] : [],
    ),
  )
  const name = widest(materials)
  if (name === null)
    return fail(
      hewnError('AGENT_CONTRADICTION', `One box is cut from one material; ${[...materials].join(' and ')} were said.`, {
        choices: [...materials],
      }),
    )
  if (name) draft.material = name

  const fingerWidth = only(
    all('fingers').map(({ number }) => number),
    'finger width',
    length,
  )
  if (!fingerWidth.ok) return fingerWidth
  if (fingerWidth.value) draft.fingerWidth = fingerWidth.value
  const kerf = only(
    all('kerf').map(({ number }) => number),
    'kerf',
    length,
  )
  if (!kerf.ok) return kerf
  if (kerf.value) draft.kerf = kerf.value
  const [fit] = all('fit')
  if (fit) draft.fit = fit.fit
  const [sheet] = all('sheet')
  if (sheet) {
    const [width, height] = [length(sheet.links[0].number), length(sheet.links[1].number)]
    if (!width.ok) return width
    if (!height.ok) return height
    draft.sheet = { width: width.value, height: height.value, ...(sheet.one ? { one: true } : {}) }
  }

  const drawn = all('drawers').length > 0 || (all('levels').length > 0 && !current)
  const noun = all('noun')[0]?.noun ?? (cube.value.length > 0 ? 'cube' : undefined)
  const habit = noun === undefined ? undefined : BOX_NOUNS.get(noun)
  // Drawers are pulled out at the front, whatever the thing is called.
  const worked = facesWorkedOn(phrases)
  const faces = bindFaces(phrases, drawn ? { open: ['front'], firm: true } : habit, current, assumed, worked)
  if (!faces.ok) return faces
  Object.assign(draft, faces.value)
  const [firstOpen] = [...all('open'), ...all('enclosed'), ...all('closed')]
  if (firstOpen) draft.openSpan = spanOf(firstOpen)

  const regions = bindRegions(phrases, current, length)
  if (!regions.ok) return regions
  const adding = reading.unread.some((token) => token.kind === 'word' && token.text === 'add')
  const compartments = bindCompartments(
    phrases.filter((phrase) => !regions.value?.counting.includes(phrase)),
    draft.open ?? openOf(current),
    spanOf,
    current,
    assumed,
    adding,
    (draft.sides.depth?.value ?? current?.depth ?? 0) > (draft.sides.width?.value ?? current?.width ?? 0),
  )
  if (!compartments.ok) return compartments
  if (compartments.value) draft.compartments = compartments.value

  const opening = (draft.lid && draft.lid !== 'none') || (draft.lid === undefined && hasOpeningLid(current))
  const features = bindFeatures({
    phrases,
    length,
    assumed,
    pulls: opening || drawn,
    lid: opening ? 'lid:top' : 'top',
  })
  if (!features.ok) return features
  if (regions.value) features.value.steps = regions.value.steps
  if ((features.value.steps || features.value.drawers) && draft.compartments)
    return fail(
      hewnError('AGENT_CONTRADICTION', 'The box is divided in two ways at once.', {
        hint: 'Say one, for example: 3x2 compartments.',
      }),
    )
  const sheetNow = draft.thickness?.value ?? current?.material?.thickness ?? STANDARD_THICKNESS
  const unplaced = unevenFirst(features.value, draft) ?? holeMeant(features.value, current)
  if (unplaced) return fail(unplaced)
  const contents = bindContents({
    phrases,
    draft,
    length,
    spanOf,
    assumed,
    dividers: features.value.thicknesses['dividers'] ?? sheetNow,
    sheet: sheetNow,
    changing: current !== undefined,
  })
  if (!contents.ok) return contents

  const [old] = [...all('instead-of').map(({ count }) => count), ...all('size').flatMap(({ was }) => was ?? [])]
  const drawnBefore = all('drawers').length > 0 && current?.drawers ? countOf(current) : undefined
  if (old && !compartments.value && drawnBefore !== old.value) {
    const other = bindInstead({ old, spare, draft, current, length })
    if (other) return fail(other)
  }

  const changes: Change[] = []
  for (const phrase of all('change')) {
    const { number, sign } = phrase
    const span = spanOf(phrase)
    if (number.unit === '%') {
      for (const side of changedSides(phrase.side))
        changes.push({ side, by: { times: 1 + (sign * number.value) / 100 }, span })
      continue
    }
    const by = length(number)
    if (!by.ok) return by
    if (phrase.side === 'size')
      return fail(
        ask(
          `Which side should be ${number.text} ${sign > 0 ? 'larger' : 'smaller'}?`,
          (sign > 0 ? ['wider', 'deeper', 'taller'] : ['narrower', 'shallower', 'shorter']).map(
            (word) => `${number.text} ${word}`,
          ),
        ),
      )
    for (const side of changedSides(phrase.side)) changes.push({ side, by: { add: sign * by.value.value }, span })
  }
  for (const phrase of all('factor'))
    for (const side of changedSides(phrase.side))
      changes.push({ side, by: { times: phrase.factor }, span: spanOf(phrase) })
  for (const phrase of all('scale')) {
    const { value, unit } = phrase.number
    for (const side of BOX_SIDES)
      changes.push({ side, by: { times: unit === '%' ? value / 100 : value }, span: spanOf(phrase) })
  }

  // 150x100x80, 3 mm: with all sides known, one short length with a unit of its own can only be the sheet.
  const [last] = spare
  const sized = Object.keys(draft.sides).length
  // `use 6 mm but keep the inside the same`: nothing but the sheet lets the inside stay.
  const sheetOnly = current !== undefined && sized === 0 && (all('keep-inside').length > 0 || saysUse(tokens, last))
  if (spare.length === 1 && last && isLength(last.unit) && !draft.thickness && (sized === 3 || sheetOnly)) {
    const sheetThickness = length(last)
    if (sheetThickness.ok && sheetThickness.value.value <= 25) {
      draft.thickness = sheetThickness.value
      assumed.push({
        name: 'thickness',
        text: `${last.text} read as the thickness of the sheet`,
        why: sheetOnly ? 'the sizes of the box are there' : 'all three sides were said before',
      })
      spare.length = 0
    }
  }
  const [first] = units.values()
  if (used.has('assumed')) assumed.push({ name: 'units', text: 'sizes in millimetres', why: 'no unit was said' })
  else if (used.has('only') && first && first.unit !== 'mm')
    assumed.push({
      name: 'units',
      text: `sizes without a unit in ${first.unit}`,
      why: 'it is the only unit that was said',
    })
  return ok({
    draft,
    changes,
    assumed,
    spare,
    features: features.value,
    ...(contents.value ? { contents: contents.value } : {}),
    swaps: all('swap').map(({ sides: [one, other] }) => [axisOf(one), axisOf(other)] as const),
    keepInside: all('keep-inside').flatMap(({ side }) => (side ? [axisOf(side)] : BOX_SIDES)),
  })
}

const changedSides = (side: ChangeSide): readonly (BoxSide | 'thickness')[] =>
  side === 'size' ? BOX_SIDES : side === 'length' ? ['width'] : [side]

/** `use 4 mm`: what is used is the sheet. */
function saysUse(tokens: readonly Token[], number: NumberToken | undefined): boolean {
  const place = tokens.findIndex((token) => number !== undefined && token.at[0] === number.at[0])
  const before = tokens[place - 1]
  return before?.kind === 'word' && before.text === 'use'
}

/** `5 columns, the first 100 wide`: the others share what is left. */
function unevenFirst(features: Features, draft: BoxDraft): ErrorBody | undefined {
  const { first } = features
  if (!first) return undefined
  const divided = draft.compartments && draft.compartments !== 'none' ? draft.compartments : undefined
  const count = divided ? divided.columns?.value : 2
  if (count === undefined || count < 2 || divided?.rows)
    return ask('Which compartments should be of another size?', ['compartments of 100 mm, 50 mm and the rest'])
  const others = Array.from({ length: count - 1 }, () => '*' as const)
  features.steps = [{ type: 'split', void: 'root', axis: first.axis, sizes: [first.size, ...others] }]
  delete draft.compartments
  return undefined
}

/** `make the hole 40 mm` means the one round hole there is. */
function holeMeant({ hole }: Features, current: AssemblyRecipe | undefined): ErrorBody | undefined {
  if (hole === undefined) return undefined
  const holes = (current?.panels ?? []).flatMap(({ cutouts = [] }) => cutouts.filter(({ type }) => type === 'circle'))
  if (holes.length === 1) return undefined
  if (holes.length === 0)
    return hewnError('AGENT_CONTRADICTION', 'The request speaks of a hole, and the box has none.', {
      hint: 'Say where it should be: 30 mm hole in the front.',
    })
  return ask(`The box has ${holes.length} round holes. Which one is meant?`, [
    'remove the holes',
    '30 mm hole in the front',
  ])
}

/** Faces that get a hole or a text, and so cannot be left open by habit alone. */
const facesWorkedOn = (phrases: readonly Phrase[]): ReadonlySet<Face> => {
  const places = phrases.flatMap((phrase) =>
    phrase.kind === 'cutout' || phrase.kind === 'text' || phrase.kind === 'vents' ? phrase.faces : [],
  )
  return new Set(places.filter((place) => place !== 'lid' && place !== 'long' && place !== 'short'))
}

/** How much less than the place it drops into a box is, in all. */
const DROP = 2

function hasOpeningLid(recipe: AssemblyRecipe | undefined): boolean {
  const lids = recipe?.lid === undefined ? [] : [recipe.lid].flat()
  return lids.some(({ kind = 'fixed' }) => kind !== 'fixed')
}

/** One value, however often it was said; two different ones contradict each other. */
function only(
  numbers: readonly NumberToken[],
  name: string,
  length: (number: NumberToken) => Result<BoundLength, ErrorBody>,
): Result<BoundLength | undefined, ErrorBody> {
  let found: { bound: BoundLength; text: string } | undefined
  for (const number of numbers) {
    const read = length(number)
    if (!read.ok) return read
    if (found && found.bound.value !== read.value.value)
      return fail(
        hewnError('AGENT_CONTRADICTION', `The ${name} is said twice: ${found.text} and ${number.text}.`, {
          choices: [`${name} ${found.text}`, `${name} ${number.text}`],
        }),
      )
    found ??= { bound: read.value, text: number.text }
  }
  return ok(found?.bound)
}

/** `birch` and `birch plywood` are one material; `birch` and `acrylic` are two (null). */
function widest(materials: ReadonlySet<string>): string | null | undefined {
  const longest = [...materials].toSorted((a, b) => b.length - a.length)[0]
  return [...materials].every((name) => longest?.includes(name)) ? longest : null
}

const isCube = (phrases: readonly Phrase[]): boolean =>
  phrases.some((phrase) => phrase.kind === 'cube' || (phrase.kind === 'noun' && phrase.noun === 'cube'))

function bindCube(numbers: readonly NumberToken[], phrases: readonly Phrase[]): Result<Link[][], ErrorBody> {
  const [side, ...more] = numbers
  if (!side) return ok([])
  const other = more.find((number) => number.value !== side.value) ?? phrases.find(({ kind }) => kind === 'size')
  if (other)
    return fail(hewnError('AGENT_CONTRADICTION', `A cube has one size, and besides ${side.text} there is another.`))
  return ok([[{ number: side }, { number: side }, { number: side }]])
}

function unequalCube({ width, depth, height }: BoxDraft['sides']): ErrorBody | undefined {
  if (!width || !depth || !height || (width.value === depth.value && depth.value === height.value)) return undefined
  return hewnError(
    'AGENT_CONTRADICTION',
    `A cube has equal sides, and ${width.value} × ${depth.value} × ${height.value} mm are not.`,
    {
      choices: [`cube of ${width.value}`, `closed box ${width.value}x${depth.value}x${height.value}`],
    },
  )
}
