import type { Named } from '@hewn/model'
import { designator } from '../../read/sizes.ts'
import { familyOf } from '../../registry.ts'
import { threadOf } from '../../library/fasteners.ts'
import { exchange } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { quantityOf } from '../../read/quantities.ts'
import type { Phrase } from '../phrase.ts'
import { resizeFeatures } from '../resize-by-role.ts'
import { clauseEnds, type Order } from '../order.ts'

/** `use M5 screws instead`, `make it for M8`: what the holes, or the bore, are for. */
export const screws: Order = (at, edit) => {
  const from = at.place
  // `swap to M4`, `change them to M4`
  const swaps = at.attempt(() => {
    if (!at.word('swap', 'change', 'switch', 'go', 'convert')) return undefined
    at.skip('them', 'it', 'the', 'all', 'holes', 'screws', 'bolts', 'over')
    return at.word('to', 'for', 'into')
  })
  at.skip(
    'make',
    'use',
    'it',
    'them',
    'they',
    'i',
    'want',
    'should',
    'must',
    'has',
    'have',
    'needs',
    'need',
    'be',
    'to be',
  )
  at.skip('with', 'switch', 'to', 'the', 'holes', 'hole', 'that', 'let')
  // `bore for M10`: that of the body, before its other holes.
  const bored = at.word('bore')
  if (bored) at.skip('should', 'must', 'to', 'be', 'sized')
  // `a hole to fit an M5 screw` is a new one.
  const before = at.peek(from - at.place - 1)
  const begins = before === undefined || before.kind === 'mark' || (before.kind === 'word' && before.text === 'and')
  const fits = begins ? at.word(...FITS) : undefined
  at.skip('on', 'onto', 'over', 'to', 'in', 'with', 'through', 'around', 'for', 'a', 'an')
  const led = at.peek(-1)
  const link = led?.kind === 'word' && (led.text === 'a' || led.text === 'an') ? at.peek(-2) : led
  const purpose = begins && link?.kind === 'word' && link.text === 'for'
  const screw = designator(at)
  const noun = at.wordIf(({ text }) => SCREWS.has(text))
  const instead = at.word('instead')
  if (!screw || (!noun && !purpose && !instead && !fits && !swaps) || !clauseEnds(at)) return undefined
  return () => {
    if (!bored && exchange(screw, edit)) {
      edit.changed = true
      return
    }
    const found = threadOf(screw.designator ?? '')
    for (const { family, sizes } of edit.plan.bodies) {
      const named = edit.named(sizes[familyOf(family)?.bore ?? ''])
      if (!named || !found) continue
      const key = `${screw.designator} medium clearance, ${found.standard}`
      edit.set(named, found.row.medium, { from: 'table', key, span: screw.at })
      screw.used = 'bore'
      return
    }
    if (bored && exchange(screw, edit)) {
      edit.changed = true
      return
    }
    edit.refuse(
      'AGENT_NEEDS_ANSWER',
      `There is no hole for ${screw.designator} screws yet. Where shall they go?`,
      [screw.at],
      [`an ${screw.designator} hole in each corner`, `an ${screw.designator} hole in the centre`],
    )
  }
}

/** `for an 8 mm shaft`: what goes through the bore, or the one hole there is. */
export const shaftFor: Order = (at, edit) => {
  at.skip('make', 'it', 'should')
  if (!at.word('for', 'fits', 'fit', 'suits')) return undefined
  at.skip('a', 'an', 'the')
  at.mark('⌀')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  at.wordIf(({ entry }) => entry?.role === 'diameter')
  const what = at.word('shaft', 'rod', 'axle', 'bar', 'pipe', 'dowel', 'spindle', 'tube')
  if (!what || !clauseEnds(at)) return undefined
  const told = saidOf(what.text, edit)
  const hole: Phrase = {
    at: number.at,
    kinds: ['hole'],
    parts: [],
    text: 'hole',
    plural: false,
    definite: true,
    sizes: [],
    traits: [],
  }
  return () => {
    if (told) edit.set(told, quantityOf(number).value, { from: 'said', span: number.at })
    else if (resizeFeatures(quantityOf(number), hole, edit)) edit.changed = true
    else
      edit.refuse(
        'AGENT_NEEDS_ANSWER',
        'There is no hole for it yet. Where shall it go?',
        [number.at],
        ['in the centre'],
      )
  }
}

/** `a clamp for a 25 mm pipe`: the size that was told as that of the pipe. */
function saidOf(noun: string, { plan, names }: Edit): Named | undefined {
  const behind = new RegExp(`^(?: ?(?:mm|cm|in|"|dia(?:meter)?|od))* ${noun}\\b`, 'i')
  return names.all.find(
    ({ origin, unit }) => unit === 'mm' && origin.from === 'said' && behind.test(plan.request.slice(origin.span[1])),
  )
}

/** What is done with a screw: what has to fit it is its hole. */
const FITS = [
  'fit',
  'fits',
  'take',
  'takes',
  'accept',
  'accepts',
  'suit',
  'suits',
  'go',
  'goes',
  'slide',
  'slides',
  'slip',
  'pass',
]
const SCREWS = new Set(['screw', 'screws', 'bolt', 'bolts', 'cap screw', 'machine screw', 'washer'])
