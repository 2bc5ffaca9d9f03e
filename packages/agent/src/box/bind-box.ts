import { type AssemblyRecipe, type ErrorBody, type Face, fail, hewnError, ok, type Result } from '@hewn/model'
import type { NumberToken, Token } from '../read/tokens.ts'
import { isLength } from '../read/units.ts'
import type { Assumption, Span } from '../understanding.ts'
import { bindChanges, type Change } from './bind-changes.ts'
import { bindCompartments } from './bind-compartments.ts'
import { bindContents, type Contents } from './bind-contents.ts'
import { bindFeatures, type Features } from './bind-features.ts'
import { bindInstead } from './bind-instead.ts'
import { axisOf, bindRatios } from './bind-ratios.ts'
import { bindFaces } from './bind-faces.ts'
import { bindOutside } from './bind-outside.ts'
import { bindRegions } from './bind-regions.ts'
import { bindSheet } from './bind-sheet.ts'
import { boxLengths } from './box-lengths.ts'
import { BOX_SIDES, type BoxDraft, type BoxSide } from './box-draft.ts'
import type { Phrase, Reading } from './meaning.ts'
import { STANDARD_THICKNESS } from './box-recipe.ts'
import { countOf, openOf } from './of-recipe.ts'
import { ask } from './refuse-reading.ts'
import { placePairs } from './place-pairs.ts'
import { BOX_NOUNS } from './words.ts'
import { ofKind } from './of-kind.ts'

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

/** Fills the slots of a box with what the phrases say. Says no rather than choose between two meanings. */
export function bindBox(
  tokens: readonly Token[],
  reading: Reading,
  current: AssemblyRecipe | undefined,
): Result<BoxReading, ErrorBody> {
  const { length, unitsTaken } = boxLengths(tokens)
  const assumed: Assumption[] = []
  const draft: BoxDraft = { sides: {} }
  const all = ofKind(reading.phrases)
  const spanOf = ({ from, to }: Phrase): Span => [tokens[from]?.at[0] ?? 0, tokens[to - 1]?.at[1] ?? 0]
  const outside = bindOutside(reading.phrases, length)
  if (!outside.ok) return outside
  draft.sides = outside.value.sides
  assumed.push(...outside.value.assumed)
  const spare = reading.unread.filter((token) => token.kind === 'number')
  const ratios = bindRatios({ ratios: all('ratio'), draft, spare, current, length, spanOf })
  if (!ratios.ok) return ratios
  const phrases = placePairs(reading.phrases, {
    width: draft.sides.width?.value ?? current?.width ?? 0,
    depth: draft.sides.depth?.value ?? current?.depth ?? 0,
  })
  const equal = isCube(phrases) ? unequalCube(draft.sides) : undefined
  if (equal) return fail(equal)

  const sheet = bindSheet(reading.phrases, length)
  if (!sheet.ok) return sheet
  Object.assign(draft, sheet.value)

  const drawn = all('drawers').length > 0 || (all('levels').length > 0 && !current)
  const noun = all('noun')[0]?.noun ?? (outside.value.cube ? 'cube' : undefined)
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

  const changes = bindChanges(phrases, length, spanOf)
  if (!changes.ok) return changes

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
  assumed.push(...unitsTaken())
  return ok({
    draft,
    changes: changes.value,
    assumed,
    spare,
    features: features.value,
    ...(contents.value ? { contents: contents.value } : {}),
    swaps: all('swap').map(({ sides: [one, other] }) => [axisOf(one), axisOf(other)] as const),
    keepInside: all('keep-inside').flatMap(({ side }) => (side ? [axisOf(side)] : BOX_SIDES)),
  })
}

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

function hasOpeningLid(recipe: AssemblyRecipe | undefined): boolean {
  const lids = recipe?.lid === undefined ? [] : [recipe.lid].flat()
  return lids.some(({ kind = 'fixed' }) => kind !== 'fixed')
}

const isCube = (phrases: readonly Phrase[]): boolean =>
  phrases.some((phrase) => phrase.kind === 'cube' || (phrase.kind === 'noun' && phrase.noun === 'cube'))

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
