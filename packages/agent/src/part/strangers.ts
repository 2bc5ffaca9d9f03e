import { type AgentError, hewnError, type Span } from '@hewn/model'
import type { Atom } from './read/atoms.ts'
import { familyOf } from './registry.ts'
import { isUnsupported } from './unsupported.ts'

/** `T-nut`, `wing-nut`: an unknown word that is joined to a body's noun makes another thing of it. */
export function otherThing(words: string, atoms: readonly Atom[]): AgentError | undefined {
  const joined = atoms.flatMap((atom, index) => {
    const mark = atoms[index + 1]
    const hyphen = mark?.is === 'filler' && words.slice(...mark.at) === '-' && mark.at[0] === atom.at[1]
    const next = atoms[index + (hyphen ? 2 : 1)]
    if (atom.is !== 'unread' || next?.is !== 'noun' || !next.nouns.some((key) => familyOf(key))) return []
    // A V-block is a block whose groove is said too.
    const again = atoms.some(
      (one) => one.is === 'noun' && one !== next && one.text.split(' ').includes(atom.text.toLowerCase()),
    )
    if (again) return []
    return hyphen || /^[a-z]$/i.test(atom.text) ? [{ at: [atom.at[0], next.at[1]] as Span }] : []
  })
  const [first] = joined
  return first && unknownThing(words, [first.at])
}

export const unknownThing = (words: string, spans: Span[]): AgentError => ({
  ...hewnError(
    'AGENT_UNSUPPORTED',
    `“${words.slice(...(spans[0] ?? [0, 0]))}” is not something that can be planned here; a language model may know it.`,
    { hint: `Try: ${EXAMPLES.join(' · ')}` },
  ),
  spans,
})

/** `a crankshaft for a 4 cylinder engine`: what is asked for is not known, and what it is for is not asked for. */
export function strangeHead(atoms: readonly Atom[]): Span | undefined {
  const body = atoms.findIndex((atom) => atom.is === 'noun' && atom.nouns.some((key) => familyOf(key)))
  const ratio = atoms.findIndex((atom) => atom.is === 'unread' && atom.text === 'ratio')
  const sized = atoms.slice(0, ratio < 0 ? undefined : ratio).some(({ is }) => is === 'quantity')
  const word = atoms.findIndex((atom, index) => {
    const next = atoms[index + 1]
    const purpose = next?.is === 'link' && next.text === 'for'
    // `gearbox with two shafts, ratio 3:1`: what it has is not what it is, where nobody said how large anything is.
    const made = next?.is === 'link' && next.text === 'with' && !sized
    return atom.is === 'unread' && index < body && (purpose || made) && /^[a-z]{3,}$/.test(atom.text)
  })
  if (word < 0 || atoms.slice(0, body).some(({ is }) => is === 'break')) return undefined
  return atoms[word]?.at
}

/** `a clamp for a tube with two M6 bolts`: what holds a thing together is not that thing. */
export function onlyFasteners(atoms: readonly Atom[], bodies: readonly { noun: string }[]): Span | undefined {
  if (!bodies.every(({ noun }) => FASTENERS.test(noun))) return undefined
  // What is named ahead may have been taken for their title.
  const place = atoms.findIndex((atom) => atom.is === 'noun' && FASTENERS.test(atom.text))
  const before = atoms.slice(0, Math.max(0, place)).findLastIndex(({ is }) => !LEADS.has(is))
  const link = atoms[before]
  if (link?.is !== 'link' || !['with', 'using', 'and', 'plus', 'by'].includes(link.text)) return undefined
  return atoms.slice(0, before).find(({ is }) => is === 'noun' || is === 'unread')?.at
}
const FASTENERS = /\b(?:screw|bolt|stud|rivet|nail)s?$/i
const LEADS = new Set(['article', 'count', 'quantity', 'flag', 'filler'])

/** The word that stood for what is made, where its sizes alone tell a body: `widget 40 x 30 x 20`. */
export function nameless(atoms: readonly Atom[]): { written: string; read: string; at: Span } | undefined {
  const index = atoms.findIndex((atom) => atom.is === 'noun' && atom.from === atom.to && atom.nouns.some(familyOf))
  const noun = atoms[index]
  const word = atoms
    .slice(0, Math.max(0, index))
    .findLast((atom) => (atom.is === 'unread' || isAside(atom)) && /^[a-z]{3,}$/.test('text' in atom ? atom.text : ''))
  return noun?.is === 'noun' && (word?.is === 'unread' || word?.is === 'noted')
    ? { written: word.text, read: noun.text, at: word.at }
    : undefined
}

const isAside = (atom: Atom): boolean => atom.is === 'noted' && atom.what === 'purpose'

export const EXAMPLES = [
  'plate 80 x 60 x 10 mm with four M4 holes, 8 mm from the edges',
  'flange 100 mm diameter, 10 mm thick, 30 mm bore, six 9 mm holes on a 70 mm bolt circle',
]

export function notUnderstood(words: string, atoms: readonly Atom[]): AgentError {
  const empty = words.trim() === ''
  const known = atoms.find((atom) => atom.is === 'unread' && isUnsupported(atom.text))
  if (known?.is === 'unread')
    return {
      ...hewnError(
        'AGENT_UNSUPPORTED',
        `“${known.text}” is not something that can be planned here; a language model may know it.`,
        { hint: `Try: ${EXAMPLES.join(' · ')}` },
      ),
      spans: [known.at],
    }
  return hewnError(
    'AGENT_NOT_UNDERSTOOD',
    empty ? 'There are no words to read.' : 'No part was found in these words.',
    { hint: `Try: ${EXAMPLES.join(' · ')}`, choices: EXAMPLES },
  )
}
