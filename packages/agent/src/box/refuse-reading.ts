import { type ErrorBody, hewnError } from '@hewn/model'
import type { Token } from '../read/tokens.ts'
import type { Meaning, Phrase, Reading } from './meaning.ts'
import { FEATURE_KINDS } from './feature-kinds.ts'
import * as known from './words.ts'

export const EXAMPLES = ['open top box 150x100x80', 'tray 200x120x60, 4 mm birch plywood, 3x2 compartments']

const CHANGE_EXAMPLES = ['make it 20 mm taller', '5 mm plywood']

/** What makes a request impossible to act on, whatever else it says; the most telling reason first. */
export function refuseReading(reading: Reading, hasCurrent: boolean): ErrorBody | undefined {
  const first = <K extends Meaning['kind']>(kind: K) =>
    reading.phrases.find((phrase): phrase is Phrase & Extract<Meaning, { kind: K }> => phrase.kind === kind)
  const says = (...kinds: Meaning['kind'][]) => reading.phrases.some(({ kind }) => kinds.includes(kind))

  const foreign = first('foreign')
  if (foreign)
    return hewnError('AGENT_NOT_UNDERSTOOD', `The planner reads English, and “${foreign.word}” is not.`, {
      hint: tryThese,
    })
  const named = first('part')
  // `screw sorter … 6 columns`: what is divided, open or cut from sheets is a box, whatever it is called.
  const part = named?.more && isSized(reading) && says(...BOXLIKE) ? undefined : named
  const noun = first('noun')
  if (part && !(noun && noun.from < part.from) && !says('cube'))
    return hewnError(
      'AGENT_NOT_A_BOX',
      `A ${part.noun} is not a box; boxes from flat sheets are what is made of words here.`,
      {
        hint: 'Describe a box, or write a build123d script for anything else.',
      },
    )
  if (part)
    return hewnError('AGENT_UNSUPPORTED', `A box with a ${part.noun} is not something the planner can make.`, {
      hint: `Leave the ${part.noun} out, or describe it as a part of its own.`,
    })
  const about = says('noun', 'cube', 'size', 'several', 'object', 'jars', 'things')
  const changes = says(...CHANGES) || (says('keep-inside', 'instead-of') && reading.unread.some(isNumber))
  if (first('anew') && !about) return ask('What should the new box be?', EXAMPLES)
  if (!about && !(hasCurrent && changes))
    return hasCurrent
      ? (refuseUnread(reading.unread.filter((token) => !isNumber(token))) ??
          hewnError('AGENT_NOT_UNDERSTOOD', 'Nothing in these words changes the box.', {
            hint: `Try: ${CHANGE_EXAMPLES.join(' · ')}`,
            choices: CHANGE_EXAMPLES,
          }))
      : hewnError('AGENT_NOT_UNDERSTOOD', 'No box was found in these words.', { hint: tryThese, choices: EXAMPLES })
  const several = first('several')
  if (several)
    return hewnError(
      'AGENT_UNSUPPORTED',
      `${several.count.text} ${several.noun} were asked for; one box is made at a time.`,
      {
        hint: 'Ask for one; the sheet can be cut as often as you like.',
      },
    )
  const unsupported = first('unsupported')
  if (unsupported)
    return hewnError('AGENT_UNSUPPORTED', `“${unsupported.word}” is not something the planner can make yet.`, {
      hint: `The nearest it can: ${unsupported.nearest}.`,
    })
  if (first('which-side')) return ask('Which side should be open?', ['open front', 'open top', 'open left'])
  const howMuch = reading.phrases.find(
    (phrase): phrase is HowMuch => phrase.kind === 'how-much' && !isAnswered(phrase, reading.phrases),
  )
  if (howMuch) return askHowMuch(howMuch)
  const change = first('change') ?? first('factor') ?? first('scale') ?? first('swap') ?? first('keep-inside')
  if (change && !hasCurrent) return ask('There is no box yet that could be changed. How large should it be?', EXAMPLES)
  const fits = reading.phrases.filter((phrase) => phrase.kind === 'fit')
  if (new Set(fits.map(({ fit }) => fit)).size > 1)
    return hewnError('AGENT_CONTRADICTION', 'Two kinds of fit were said.', {
      choices: fits.map(({ fit }) => `${fit} fit`),
    })
  if (reading.phrases.filter(({ kind }) => kind === 'sheet').length > 1)
    return hewnError('AGENT_CONTRADICTION', 'Two sizes of sheet were said; boxes are laid out on one.')
  const unknown = reading.unread.find(({ kind }) => kind === 'word')
  if (
    !hasCurrent &&
    !says('noun', 'cube') &&
    !(isSized(reading) && says(...BOXLIKE)) &&
    unknown?.kind === 'word' &&
    !FEATURE.has(unknown.text)
  )
    return hewnError(
      'AGENT_NOT_UNDERSTOOD',
      `No box was found in these words, and “${unknown.text}” is not a kind of box that is known.`,
      {
        hint: tryThese,
        choices: EXAMPLES,
      },
    )
  return refuseUnread(reading.unread)
}

/** All three sides are said. */
const isSized = ({ phrases }: Reading): boolean =>
  phrases.flatMap((phrase) => (phrase.kind === 'size' ? phrase.links : [])).length >= 3

type HowMuch = Phrase & Extract<Meaning, { kind: 'how-much' }>

/** `a bit taller … height 120`: how much is said elsewhere. */
function isAnswered({ side }: HowMuch, phrases: readonly Phrase[]): boolean {
  if (side === 'thickness') return phrases.some(({ kind }) => kind === 'thickness')
  if (side === 'letters') return false
  if (side === 'finger width') return phrases.some(({ kind }) => kind === 'fingers')
  return phrases.some((phrase) => phrase.kind === 'size' && phrase.links.some((link) => link.side === side))
}

function askHowMuch({ side, sign }: HowMuch): ErrorBody {
  if (side === 'thickness')
    return ask(
      'How thick should the sheet be?',
      (sign > 0 ? [4, 5, 6] : [2, 2.5, 3]).map((mm) => `${mm} mm thick`),
    )
  if (side === 'finger width')
    return ask(
      'How wide should the fingers be?',
      (sign > 0 ? [12, 15, 20] : [5, 6, 8]).map((mm) => `${mm} mm fingers`),
    )
  if (side === 'letters')
    return ask(
      'How high should the letters be?',
      (sign > 0 ? [20, 25, 30] : [5, 8, 10]).map((mm) => `letters ${mm} mm high`),
    )
  if (side === 'size')
    return ask(`By how much should it be ${sign > 0 ? 'larger' : 'smaller'}?`, ['by 10 %', 'by 20 %', 'by 50 %'])
  return ask(`By how much should the ${side} change?`, ['by 10 mm', 'by 20 mm', 'by 50 mm'])
}

/** What only boxes have: with three sides they are one, whatever the thing is called. */
const BOXLIKE: readonly Meaning['kind'][] = [
  'open',
  'closed',
  'lid',
  'no-lid',
  'enclosed',
  'grid',
  'cells',
  'columns',
  'rows',
  'dividers',
  'shelves',
  'drawers',
  'regions',
  'split',
  'fingers',
  'kerf',
]

const isNumber = ({ kind }: Token): boolean => kind === 'number'

/** Numbers and words of our own vocabulary that found no place: leaving them out would be a guess. */
function refuseUnread(unread: readonly Token[]): ErrorBody | undefined {
  for (const token of unread) {
    if (token.kind === 'garbled')
      return hewnError('AGENT_NEEDS_ANSWER', `“${token.text}” could not be read as a number. What is meant?`, {
        hint: tryThese,
      })
    if (token.kind === 'mark')
      return hewnError('AGENT_NOT_UNDERSTOOD', `“${token.text}” could not be placed.`, { hint: tryThese })
    if (token.kind !== 'word') continue
    if (/\p{N}/u.test(token.text) && !DESIGNATOR.test(token.text))
      return hewnError('AGENT_NEEDS_ANSWER', `“${token.text}” could not be read. What is meant?`, { hint: tryThese })
    if (DRAWERS.has(token.text))
      return ask('How many drawers should there be?', ['2 drawers', '3 drawers', '4 drawers'])
    if (COUNTABLE.has(token.text))
      return ask('How many compartments should there be?', ['2 compartments', '3x2 compartments', '4x3 compartments'])
    if (FEATURE.has(token.text))
      return hewnError('AGENT_NOT_UNDERSTOOD', `“${token.text}” could not be placed in this request.`, {
        hint: tryThese,
      })
  }
  return undefined
}

/** A number nobody could place is asked about, never dropped. */
export function askAboutNumber(token: Token & { kind: 'number' }): ErrorBody {
  if (token.value < 0)
    return hewnError('RECIPE_NUMBER', `A size of ${token.text} cannot be: lengths are more than 0 mm.`, {
      hint: 'Leave out the minus.',
    })
  const length = token.unit === undefined ? `${token.text} mm` : token.text
  return ask(`“${token.text}” could not be placed. What is it?`, [
    `${length} thick`,
    ...(token.unit === undefined ? [`${token.text} compartments`] : []),
    `leave ${token.text} out`,
  ])
}

export const ask = (question: string, choices: string[]): ErrorBody =>
  hewnError('AGENT_NEEDS_ANSWER', question, { choices })

const tryThese = `Try: ${EXAMPLES.join(' · ')}`

/** What a request may say about a box that is there already. */
const CHANGES: Meaning['kind'][] = [
  'thickness',
  'material',
  'fingers',
  'kerf',
  'fit',
  'sheet',
  'measure',
  'open',
  'closed',
  'enclosed',
  'which-side',
  'lid',
  'no-lid',
  'grid',
  'cells',
  'columns',
  'rows',
  'dividers',
  'shelves',
  'levels',
  'undivided',
  'step',
  'change',
  'factor',
  'scale',
  'how-much',
  'swap',
  'ratio',
  'cell-size',
  ...FEATURE_KINDS,
]

const DRAWERS: ReadonlySet<string> = new Set(['drawer', 'drawers'])
const COUNTABLE: ReadonlySet<string> = new Set([
  ...known.CELLS,
  ...known.DIVIDERS,
  ...known.SHELVES,
  'columns',
  'rows',
  'divided',
])
const FEATURE: ReadonlySet<string> = new Set([
  ...known.FEATURES,
  ...known.FACE_WORDS,
  ...known.OPEN,
  ...known.ENCLOSED,
  ...known.LIDS,
  ...known.THICK,
  ...known.COMPARATIVE_WORDS,
  ...known.FACTORS.keys(),
  ...known.NEGATIONS,
  ...known.INSIDE,
  ...known.OUTSIDE,
  ...known.GRID,
  'width',
  'height',
  'depth',
  'length',
  'kerf',
  'remove',
  'delete',
  'drop',
  'skip',
  'minus',
  'missing',
  'more',
  'fewer',
  'less',
  'extra',
  'additional',
  'each',
  'every',
  'per',
  'or',
  'either',
  'between',
  'hundred',
  'hundreds',
  'thousand',
  'quarter',
  'quarters',
  'halves',
  'third',
  'thirds',
  'eighth',
  'eighths',
  'sixteenth',
  'sixteenths',
])
/** `A5`, `M4`, `AA`: names of things, not sizes. */
const DESIGNATOR = /^(a|b|m|cr|gt|usb|rj|nema|pi)\d+$/
