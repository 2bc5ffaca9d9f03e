import type { PartFeature } from '@hewn/model'
import type { Quantity } from '../../read/atoms.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { designator } from '../../read/sizes.ts'
import type { Frame } from '../../read/frame.ts'
import { featureOf } from '../../registry.ts'
import { isBored } from '../../middle-hole.ts'
import { addPiece, boreAsHole, redesignate, screwOf } from '../apply.ts'
import { setSize } from '../set-size.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'
import { type Phrase, phraseAt, pronounAt } from '../phrase.ts'
import { pick } from '../pick.ts'

type Treatment = 'tapped' | 'clearance' | 'through' | 'countersunk' | 'counterbored'

/** `tap the holes`, `make them countersunk`, `add counterbores`, `drill it through`, `not through, 15 mm deep`. */
export const treat: Order = (at, edit) => {
  // `no countersinks`
  const before = at.peek(-1)
  if (before?.kind === 'word' && ['no', 'without', 'not'].includes(before.text)) return undefined
  const verb = at.word('make', 'let', 'have', 'want', 'need', 'add', 'drill', 'give', 'i', 'should', 'use', 'change')
  at.skip('want', 'would', 'like', 'it', 'only', 'for', 'to')
  let screw: Quantity | undefined
  let headed: Treatment | undefined
  const order = at.attempt(() => {
    screwAt()
    const before = at.attempt(() => treatmentAt())
    at.skip('them', 'to', 'for', 'on', 'instead', 'of', 'clearance')
    // `use countersunk M4 screws`, `make it for M4 countersunk heads`
    if (before) screwAt()
    const phrase = at.attempt(theLot) ?? phraseAt(at) ?? pronounAt(at)
    at.skip('should', 'must', 'be', 'go', 'all', 'the', 'way', 'are', 'to', 'as', 'completely', 'only', 'for', 'take')
    if (phrase && !before) screwAt()
    // `through hole instead`
    const named = phrase?.traits.map((trait) => treatmentOf(trait, trait)).find((one) => one !== undefined)
    const after =
      before ?? treatmentAt() ?? headed ?? (at.item?.kind === 'word' && at.item.text === 'instead' ? named : undefined)
    // `M4 countersunk screws`
    if (screw) at.skip(...SCREWS)
    return after && { to: after, phrase: after === named && phrase ? { ...phrase, traits: [] } : phrase }
  })
  if (!order) return undefined
  const { to, phrase } = order
  // `a 6 mm hole through the pocket`: where that hole goes.
  const begins = before === undefined || before.kind === 'mark' || (before.kind === 'word' && LEADS.has(before.text))
  if (to === 'through' && phrase && !verb && !begins) return undefined
  if (phrase && (phrase.article || (phrase.sizes.length > 0 && !phrase.definite))) return undefined
  // `for M4 cap screws`
  at.word('for')
  screwAt()
  at.attempt(fromAbove)
  const head = at.attempt(() => {
    at.mark(',:')
    const read = headAt(at)
    at.attempt(fromAbove)
    return read && at.attempt(() => clauseEnds(at) || undefined) ? read : undefined
  })
  at.skip('please', 'instead', 'all', 'the', 'way')
  at.attempt(fromAbove)
  if (!clauseEnds(at)) return undefined
  const found = pick(edit, phrase ?? HOLES).filter(
    ({ feature }) =>
      feature.kind === 'hole' || (to === 'through' && CUTS.has(feature.kind) && feature.sizes['depth'] !== undefined),
  )
  const bored =
    found.length === 0 && phrase && phrase.kinds.includes('hole') ? edit.plan.bodies.find(isBored) : undefined
  if (
    (found.length === 0 && !bored) ||
    (head && to !== 'counterbored' && to !== 'countersunk') ||
    (!verb && !phrase && to === 'clearance')
  )
    return undefined
  return () => {
    const made = bored && boreAsHole(bored, edit)
    for (const { feature } of made ? [{ feature: made }] : found) {
      if (screw && screwOf(feature, edit)?.designator !== screw.designator) redesignate(feature, screw, edit)
      doTreat(feature, to, edit, head)
    }
    edit.changed = true
  }

  function screwAt(): void {
    screw ??= at.attempt(() => {
      const the = at.peek(-1)
      const read = designator(at)
      const next = at.item
      // `the M4 holes` are those that are there.
      const those =
        the?.kind === 'word' && the.text === 'the' && next?.kind === 'word' && next.entry?.nouns.includes('hole')
      return those ? undefined : read
    })
    // `for M4 countersunk screws`: their name says how the holes are.
    const name = at.peek(-1)
    if (screw && name?.kind === 'word') headed ??= treatmentOf(name.text, undefined)
    if (screw) at.skip(...SCREWS)
  }

  function treatmentAt(): Treatment | undefined {
    const word = at.wordIf(({ text, entry }) => treatmentOf(text, entry?.flag) !== undefined)
    return word && treatmentOf(word.text, word.entry?.flag)
  }
}

/** `all of them`, `the lot`: every hole. */
function theLot(at: Cursor): Phrase | undefined {
  at.skip('the', 'all', 'of')
  const led = at.peek(-1)
  const all = led?.kind === 'word' && led.text === 'of'
  return at.word('lot', 'whole lot', ...(all ? ['them', 'those', 'these'] : [])) && HOLES
}

/** From above is where heads go anyhow. */
function fromAbove(at: Cursor): true | undefined {
  if (!at.word('from', 'on', 'at', 'in')) return undefined
  at.skip('the')
  if (!at.wordIf(({ text, entry }) => text === 'above' || entry?.place === 'top')) return undefined
  at.skip('face', 'side')
  return true
}

const SCREWS = ['cap', 'socket', 'head', 'heads', 'screw', 'screws', 'bolt', 'bolts', 'cap screw', 'machine screw']

const LEADS = new Set(['and', 'but', 'then', 'also', 'now', 'please', 'it', 'them'])
/** What may go all the way through: no flat or groove. */
const CUTS: ReadonlySet<string> = new Set(['pocket', 'slot', 'cutout'])

const HOLES: Phrase = {
  at: [0, 0],
  kinds: ['hole', 'pocket', 'slot'],
  parts: [],
  text: 'holes',
  plural: true,
  definite: true,
  sizes: [],
  traits: [],
}

function treatmentOf(text: string, flag: string | undefined): Treatment | undefined {
  if (/^(?:countersink|countersunk|csk|flat[- ]?head)/.test(text) || flag === 'countersunk') return 'countersunk'
  if (/^(?:counterbore|cbore|spotface)/.test(text) || flag === 'counterbored') return 'counterbored'
  if (flag === 'tapped' || flag === 'through' || flag === 'clearance') return flag
  return undefined
}

/** `15 mm, 5 deep`, `8 mm x 4 mm`: how wide a head is, and how deep. */
function headAt(at: Cursor): Head | undefined {
  at.skip('to', 'at')
  // `90°, 10 mm across`
  const angle = at.attempt(() => {
    const number = at.number()
    at.skip('included', 'angle')
    return number?.unit === 'deg' && (at.mark(',') || at.word('and', 'by', 'x', 'to') || at.times())
      ? number
      : undefined
  })
  at.mark('⌀')
  const wide = at.number()
  if (!wide || wide.unit === 'deg' || wide.unit === '%') return undefined
  at.skip('head', 'heads')
  at.wordIf(({ entry, text }) => entry?.role === 'diameter' || text === 'wide' || text === 'across')
  at.skip('head', 'heads')
  at.attempt(() => {
    at.skip('at', 'on', 'the', 'outside')
    return at.word('top', 'surface', 'face')
  })
  if (!at.times() && !at.mark(',')) at.word('and', 'by', 'at')
  const next = at.number()
  at.wordIf(({ entry, text }) => entry?.role === 'depth' || text === 'included' || entry?.role === 'angle')
  if (angle) return next ? undefined : { diameter: quantityOf(wide), angle: quantityOf(angle) }
  if (next?.unit === 'deg') return { diameter: quantityOf(wide), angle: quantityOf(next) }
  const deep = next
  return { diameter: quantityOf(wide), ...(deep ? { depth: quantityOf(deep) } : {}) }
}
interface Head {
  diameter: Quantity
  depth?: Quantity
  angle?: Quantity
}

function doTreat(feature: PartFeature, to: Treatment, edit: Edit, head?: Head): void {
  const screw = screwOf(feature, edit)
  const kind = featureOf(feature.kind)
  switch (to) {
    case 'through':
      delete feature.sizes['depth']
      feature.flags = feature.flags.filter((flag) => flag !== 'blind')
      return
    case 'tapped':
    case 'clearance': {
      feature.flags = [...feature.flags.filter((flag) => flag !== 'tapped' && flag !== 'clearance'), to]
      if (screw) redesignate(feature, screw, edit)
      else edit.refuse('AGENT_NEEDS_ANSWER', `For which screw is the ${feature.label}?`, [], ['M3', 'M4', 'M5', 'M6'])
      return
    }
    default: {
      const part = kind?.parts?.[to === 'countersunk' ? 'countersink' : 'counterbore']
      if (!part) return
      const piece: Frame = {
        kind: part,
        level: 'part',
        noun: part.key,
        at: [0, 0],
        plural: false,
        sizes: new Map(Object.entries(head ?? {}).map(([slot, quantity]) => [slot, { quantity, times: 1 }])),
        designated: new Map(),
        flags: new Map(),
        places: [],
        targets: [],
        children: [],
      }
      for (const quantity of Object.values(head ?? {})) quantity.used = 'head'
      addPiece(feature, piece, edit)
    }
  }
}

/** `make it blind, 15 mm deep`, `only 15 deep, not through`: a depth where there was none. */
export const blind: Order = (at, edit) => {
  const phrase = at.attempt(() => {
    at.skip('make', 'let')
    return phraseAt(at) ?? pronounAt(at)
  })
  at.skip('should', 'be', 'go', 'only', 'is', 'just')
  const before = at.attempt(notThrough) ?? at.attempt(() => tappedOnly(at))
  if (before) at.skip('but', 'only', 'just', 'and')
  const number = at.number()
  const deep = at.wordIf(({ entry }) => entry?.role === 'depth')
  if (!number || !deep) return undefined
  if (!before && !at.attempt(() => (at.mark(','), notThrough(at)))) return undefined
  at.attempt(fromAbove)
  if (!clauseEnds(at)) return undefined
  const found = pick(edit, phrase ?? HOLES)
  const bored = found.length === 0 ? edit.plan.bodies.find(isBored) : undefined
  if (found.length === 0 && !bored) return undefined
  return () => {
    const made = bored && boreAsHole(bored, edit)
    for (const { feature } of made ? [{ feature: made }] : found) {
      const kind = featureOf(feature.kind)
      if (kind) setSize(feature.sizes, 'depth', { quantity: quantityOf(number), times: 1 }, kind, feature.id, edit)
    }
    edit.changed = true
  }
}

/** `only tapped 12 deep`. */
function tappedOnly(at: Cursor): true | undefined {
  const led = at.peek(-1)
  const only = led?.kind === 'word' && (led.text === 'only' || led.text === 'just')
  return at.wordIf(({ entry }) => entry?.flag === 'tapped') && (only || at.word('only', 'just')) ? true : undefined
}

/** `not all the way through`, `blind`. */
function notThrough(at: Cursor): true | undefined {
  at.skip('and', 'but', 'so')
  const not = at.word('not', 'no')
  if (not) at.skip('all', 'the', 'way', 'right', 'go', 'going', 'longer', 'a')
  const flag = not ? 'through' : 'blind'
  if (!at.wordIf(({ entry }) => entry?.flag === flag)) return undefined
  at.mark(',')
  return true
}
