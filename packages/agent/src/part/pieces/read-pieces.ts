import type { Span, Understanding } from '@hewn/model'
import { isOutside, requirementsIn } from '../../contract/requirements.ts'
import { answer, type PartAnswer } from '../answer.ts'
import { apart, asideNumbers } from '../in-words-said.ts'
import { readOnce, type Request } from '../readings/read-once.ts'
import { lexicon } from '../registry.ts'
import { itemsOf } from '../words/items.ts'
import { unmarked } from '../words/marked.ts'
import { composedPieces } from './composed-pieces.ts'
import { toldPieces } from './told-pieces.ts'

/** A request that tells plates which stand on each other: each is read as if it lay alone, and they are one. */
export function readPieces(request: Request): PartAnswer | undefined {
  const { said, noted, edits } = request
  const pieces = edits || noted !== '' ? undefined : toldPieces(said)
  if (!pieces) return undefined
  const planned = []
  const spans: Understanding['spans'] = []
  const assumed: Understanding['assumed'] = []
  for (const piece of pieces) {
    const { text, back } = unmarked(piece.texts)
    const items = itemsOf(text, lexicon()).filter(isOutside(requirementsIn(text)))
    const read = readOnce({ said: text, noted: '', edits: false }, items).answer
    if (!read.ok || read.value.question) return undefined
    const { understanding, plan } = read.value
    if (understanding.spans.some(({ role }) => role === 'unread')) return undefined
    spans.push(...understanding.spans.map((span) => ({ ...span, at: back(span.at) })))
    assumed.push(...understanding.assumed.filter(({ name }) => name === 'units' && assumed.length === 0))
    planned.push({ piece, plan, back: (at: Span) => back(at) })
  }
  const plan = composedPieces(said, planned)
  const made = plan && answer(plan, [])
  if (!made?.ok) return undefined
  const known = apart(spans)
  const all = [...known, ...asideNumbers(said, known)].toSorted((a, b) => a.at[0] - b.at[0])
  const own = made.value.understanding
  return {
    ...made.value,
    understanding: { ...own, spans: all, assumed: [...own.assumed, ...assumed] },
  }
}
