import { type ErrorBody, fail, hewnError, ok, type Result } from '@hewn/model'
import type { NumberToken } from '../read/tokens.ts'
import type { BoundLength, BoxDraft } from './box-draft.ts'
import type { ReadLength } from './box-lengths.ts'
import type { Phrase } from './meaning.ts'
import { ofKind } from './of-kind.ts'

type OfSheet = Pick<BoxDraft, 'measure' | 'thickness' | 'material' | 'fingerWidth' | 'kerf' | 'fit' | 'sheet'>

/** What a box is cut from and how: its sheet and material, fingers, kerf and fit, and where its sizes are measured. */
export function bindSheet(phrases: readonly Phrase[], length: ReadLength): Result<OfSheet, ErrorBody> {
  const draft: OfSheet = {}
  const all = ofKind(phrases)
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
  return ok(draft)
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
