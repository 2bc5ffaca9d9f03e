import { familyOf } from '../../registry.ts'
import { setSize } from '../set-size.ts'
import { calledDeep } from '../seeds.ts'
import { ownersOfRole, resizeByRole, resizeFeatures } from '../resize-by-role.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast, pick } from '../pick.ts'
import type { Adjusted } from './adjusted.ts'
import {
  comparedRole,
  comparedThen,
  enough,
  inHalf,
  manyTimes,
  roleCompared,
  roleTimes,
  tooThen,
} from './compared-sizes.ts'
import { better, plainRole, roleOfPhrase, share, verbRole, verbTo } from './told-sizes.ts'

/** `cut the length in half`, `2x longer`, `50 % shorter`, `shorten it to 50 mm`, `10 mm larger diameter`, `make the PCD 5 mm smaller`. */
export const adjust: Order = (at, edit) => {
  const quantity: Adjusted | undefined =
    at.attempt(inHalf) ??
    at.attempt(manyTimes) ??
    at.attempt(roleTimes) ??
    at.attempt(verbTo) ??
    at.attempt(comparedRole) ??
    at.attempt(roleCompared) ??
    at.attempt(comparedThen) ??
    at.attempt(enough) ??
    at.attempt(tooThen) ??
    at.attempt(verbRole) ??
    at.attempt(roleOfPhrase) ??
    at.attempt(() => plainRole(at, edit)) ??
    at.attempt(share) ??
    at.attempt(better)
  if (!quantity || !clauseEnds(at)) return undefined
  // What is open on top is deeper by its height, unless its depth was told as something else.
  const vessel = edit.plan.bodies.every((body) => VESSELS.has(body.family) && !calledDeep(body, edit.plan))
  // `5 mm deeper`, said of what was made just now.
  const cut = madeLast(edit).flatMap(({ feature }) => (feature.sizes['depth'] === undefined ? [] : [feature.id]))
  const deeper = quantity.role === 'depth' && !quantity.of && cut.length > 0
  if (quantity.role === 'depth' && !quantity.of && !deeper) {
    if (!vessel) return undefined
    quantity.role = 'height'
  }
  return () => {
    const thick = ownersOfRole('height', edit).some(({ kind, slot }) => /thick/i.test(kind.slots[slot]?.label ?? ''))
    if (quantity.plain && quantity.role === 'height' && thick) {
      const to = edit.words.slice(...quantity.at)
      edit.refuse('AGENT_NEEDS_ANSWER', `What shall be ${to}?`, [quantity.at], [`make it ${to} thick`])
      return
    }
    const bored = quantity.of && /bore/.test(quantity.of.text)
    const body = bored ? edit.plan.bodies.find((one) => one.sizes[familyOf(one.family)?.bore ?? '']) : undefined
    const family = familyOf(body?.family ?? '')
    if (body && family?.bore) {
      setSize(body.sizes, family.bore, { quantity, times: 1 }, family, '', edit)
      edit.changed = true
      return
    }
    if (quantity.of && !quantity.role) {
      if (resizeFeatures(quantity, quantity.of, edit)) edit.changed = true
      else edit.refuse('AGENT_CONTRADICTION', `There is no ${quantity.of.text} here.`, [quantity.of.at])
      return
    }
    const of = deeper ? cut : quantity.of && pick(edit, quantity.of).map(({ feature }) => feature.id)
    if (resizeByRole(quantity, edit, of)) edit.changed = true
    else
      edit.refuse(
        'AGENT_NEEDS_ANSWER',
        `“${edit.words.slice(...quantity.at)}” could not be placed. What should it change?`,
        [quantity.at],
      )
  }
}

const VESSELS = new Set(['enclosure', 'jar'])
