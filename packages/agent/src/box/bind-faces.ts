import { type AssemblyRecipe, type ErrorBody, type Face, fail, hewnError, ok, type Result } from '@hewn/model'
import type { Assumption } from '../understanding.ts'
import type { BoxDraft } from './box-draft.ts'
import type { Phrase } from './meaning.ts'
import { openOf } from './of-recipe.ts'
import type { Convention } from './words.ts'

/** Which faces are open, and which lid: what was said, else what such a thing usually is, else what it was before. */
export function bindFaces(
  phrases: readonly Phrase[],
  convention: Convention | undefined,
  current: AssemblyRecipe | undefined,
  assumed: Assumption[],
  worked: ReadonlySet<Face> = new Set(),
): Result<Pick<BoxDraft, 'open' | 'lid'>, ErrorBody> {
  const open = new Set<Face>()
  const closed = new Set<Face>()
  let exact = phrases.some(({ kind }) => kind === 'instead')
  let enclosed = false
  let except = false
  let lid: BoxDraft['lid']
  const lids = phrases.filter((phrase) => phrase.kind === 'lid')
  const saidLids = new Set(lids.flatMap(({ lid: one, said, also }) => (said ? [one, ...(also ? [also] : [])] : [])))
  if (saidLids.size > 1)
    return fail(
      hewnError('AGENT_CONTRADICTION', `A lid opens in one way; ${[...saidLids].join(' and ')} were said.`, {
        choices: [...saidLids].map((one) => `${one} lid`),
      }),
    )
  for (const phrase of phrases) {
    if (phrase.kind === 'open') {
      for (const face of phrase.faces) open.add(face)
      exact ||= phrase.only
      except ||= phrase.except === true
    } else if (phrase.kind === 'closed') for (const face of phrase.faces) closed.add(face)
    else if (phrase.kind === 'enclosed') enclosed = true
    else if (phrase.kind === 'no-lid') {
      open.add('top')
      lid = 'none'
    } else if (phrase.kind === 'lid') {
      closed.add('top')
      // `with a lid, … sliding lid`: what says how it opens goes before what does not.
      if (!phrase.said && saidLids.size > 0) continue
      if (phrase.lid === 'fixed') lid = 'none'
      else lid = { face: 'positive', kind: phrase.lid, ...(phrase.toward ? { toward: phrase.toward } : {}) }
      if (!phrase.said) assumed.push({ name: 'lid', text: 'a lift-off lid', why: 'no word says how the lid opens' })
    }
  }
  const both = [...open].filter((face) => closed.has(face))
  if (both.length > 0)
    return fail(facesContradict(`The ${both.join(' and ')} cannot be open and closed at once.`, both[0]))
  // `on the lid`, `a 6 mm lid`: a lid that nobody describes is one all the same.
  if (lid === undefined && !current && open.size === 0 && !enclosed && phrases.some(speaksOfLid)) {
    closed.add('top')
    lid = { face: 'positive', kind: 'lift-off' }
    assumed.push({ name: 'lid', text: 'a lift-off lid', why: 'no word says how the lid opens' })
  }
  if (except) enclosed = false
  if (enclosed && open.size > 0) {
    const named = [...open]
    return fail(facesContradict(`The box is to be closed, and open at the ${named.join(' and ')}.`, named[0]))
  }

  const lidded = lid === undefined ? {} : { lid }
  if (enclosed) return ok({ open: [], ...lidded })
  if (current) {
    if (open.size === 0 && closed.size === 0) return ok(lidded)
    const kept = exact ? [] : openOf(current)
    const together = [...new Set([...kept, ...open])].filter((face) => !closed.has(face))
    // A lid that opens closes its face, so opening the top takes the lid away.
    return ok({ open: together, ...(open.has('top') && lid === undefined ? { lid: 'none' } : lidded) })
  }
  const usually = convention ?? { open: ['top'] as Face[], firm: false }
  const habit = { ...usually, open: usually.open.filter((face) => !worked.has(face)) }
  if (open.size === 0) {
    const left = habit.open.filter((face) => !closed.has(face))
    if (closed.size === 0)
      assumed.push({
        name: 'open faces',
        text: left.length > 0 ? `open at the ${left.join(' and ')}` : 'closed on all sides',
        why: 'no word says what is open',
      })
    return ok({ open: left, ...lidded })
  }
  const usual = habit.firm && !exact ? habit.open.filter((face) => !closed.has(face)) : []
  const together = [...new Set([...usual, ...open])]
  const shut = habit.open.filter((face) => !together.includes(face) && !closed.has(face))
  if (shut.length > 0 && !exact)
    assumed.push({
      name: 'open faces',
      text: `closed at the ${shut.join(' and ')}`,
      why: `only the ${[...open].join(' and ')} was said to be open`,
    })
  return ok({ open: together, ...lidded })
}

const speaksOfLid = (phrase: Phrase): boolean =>
  ((phrase.kind === 'text' || phrase.kind === 'cutout') && phrase.faces.includes('lid')) ||
  (phrase.kind === 'side-thickness' && phrase.names.includes('lid'))

const facesContradict = (message: string, face: Face | undefined): ErrorBody =>
  hewnError('AGENT_CONTRADICTION', message, { choices: [`open ${face ?? 'top'}`, `closed ${face ?? 'top'}`] })
