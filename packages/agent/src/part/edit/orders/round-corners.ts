import { quantityOf } from '../../read/quantities.ts'
import { familyOf, featureOf } from '../../registry.ts'
import { setSize } from '../set-size.ts'
import { clauseEnds, type Order } from '../order.ts'
import { type Phrase, phraseAt } from '../phrase.ts'
import { madeLast, pick } from '../pick.ts'
import type { Cursor } from '../../read/cursor.ts'
import type { Edit } from '../edit.ts'

/** `round the corners, radius 8`, `round the inside corner with 3 mm`: a size that the body has for it. */
export const roundCorners: Order = (at, edit) => {
  const from = at.place
  if (!at.word('round', 'rounded', 'radius', 'fillet', 'rounding')) return undefined
  at.skip('off', 'over', 'the', 'all', 'four')
  const its = at.word('its')
  at.skip('outer', 'outside')
  const upright = at.word('vertical', 'upright')
  const inner = at.word('inside', 'inner', 'internal')
  if (!at.wordIf(({ entry }) => entry?.place === 'corner' || (upright !== undefined && entry?.place === 'edge')))
    return undefined
  // `round the corners of the window 3 mm`
  const of = at.attempt(() => (at.word('of', 'in', 'on') ? phraseAt(at) : undefined))
  if (!of) at.attempt(() => bodyAt(at, edit))
  at.mark(',:')
  at.skip('with', 'to', 'by', 'a', 'at', 'of')
  at.wordIf(({ entry }) => entry?.role === 'radius')
  at.skip('of')
  const number = at.number()
  if (!number || number.unit === 'deg') return undefined
  at.wordIf(({ entry }) => entry?.role === 'radius')
  if (!clauseEnds(at)) return undefined
  const slot = inner ? 'bend' : 'corner'
  // `round its corners`, said after a pocket was cut or spoken of: those of the pocket.
  const spoken = its && spokenBefore(at, from)
  const meant = of ? pick(edit, of) : spoken ? pick(edit, spoken) : its ? madeLast(edit) : []
  const made = meant.filter(({ feature }) => featureOf(feature.kind)?.slots['corner'])
  if (of && made.length === 0) return undefined
  if (made.length > 0)
    return () => {
      for (const { feature } of made) {
        const kind = featureOf(feature.kind)
        if (kind) setSize(feature.sizes, 'corner', { quantity: quantityOf(number), times: 1 }, kind, feature.id, edit)
      }
      edit.changed = true
    }
  const bodies = edit.plan.bodies.filter(({ family }) => familyOf(family)?.slots[slot])
  if (bodies.length === 0) return undefined
  return () => {
    for (const body of bodies) {
      const family = familyOf(body.family)
      if (family) setSize(body.sizes, slot, { quantity: quantityOf(number), times: 1 }, family, '', edit)
    }
    edit.changed = true
  }
}

/** `of the plate`: what all of it is called. */
function bodyAt(at: Cursor, { plan }: Edit): true | undefined {
  if (!at.word('of', 'on')) return undefined
  at.skip('the', 'its')
  return at.wordIf(({ entry }) => plan.bodies.some(({ family }) => entry?.nouns.includes(family) ?? false)) && true
}

/** `make the pocket 18 deep and round its corners`: what was named before, in the same words. */
function spokenBefore(at: Cursor, from: number): Phrase | undefined {
  const here = at.place
  let found: Phrase | undefined
  for (let place = from - 1; place >= 0 && !found; place--) {
    at.reset(place)
    const phrase = phraseAt(at, false)
    if (phrase?.definite && !phrase.plural) found = phrase
  }
  at.reset(here)
  return found
}
