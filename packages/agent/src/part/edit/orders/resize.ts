import { plural } from '../../../read/plural.ts'
import { relative } from '../../read/changes.ts'
import { quantityOf } from '../../read/quantities.ts'
import { designator } from '../../read/sizes.ts'
import type { Quantity } from '../../read/atoms.ts'
import { familyOf, featureOf } from '../../registry.ts'
import { redesignate } from '../apply.ts'
import { setSize } from '../set-size.ts'
import { clauseEnds, type Order } from '../order.ts'
import { howMany } from '../how-many.ts'
import { isQualified, phraseAt } from '../phrase.ts'
import { type Pick, pick } from '../pick.ts'
import type { Cursor } from '../../read/cursor.ts'
import type { Edit } from '../edit.ts'

/** `the hole diameter`, where all holes are as wide: that of every one. */
const sizeOfAll = (several: readonly Pick[], edit: Edit, at: Cursor): boolean => {
  const next = at.peek(0)
  const widths = new Set(several.map(({ feature }) => edit.named(feature.sizes['diameter'])?.value))
  return several.length > 1 && widths.size === 1 && next?.kind === 'word' && next.entry?.role === 'diameter'
}

/** `make the corner holes 6 mm`, `centre hole 25`, `the big hole 5 mm larger`: one size of some of what there is. */
export const resize: Order = (at, edit) => {
  at.skip('make', 'set', 'change', 'let', 'increase', 'reduce', 'have')
  const phrase = phraseAt(at)
  if (!phrase || phrase.kinds.length === 0 || phrase.article) return undefined
  const several = isQualified(phrase) ? [] : pick(edit, phrase)
  const single = several.filter((one) => howMany(one, edit.names.values) === 1)
  // `make the hole 12`, where there are holes of other sizes: the one that is alone.
  const all = sizeOfAll(several, edit, at)
  const oneOf = phrase.definite && !phrase.plural && several.length > 1 && !all
  const bored = edit.plan.bodies.some((body) => body.sizes[familyOf(body.family)?.bore ?? ''] !== undefined)
  // `make the hole 6` of a flange: its bore, or those around it.
  const next = at.peek(0)
  const named = next?.kind === 'word' && next.entry?.role === 'diameter'
  const either = bored && phrase.definite && !phrase.plural && !named && several.length > 0 && single.length === 0
  if (!isQualified(phrase) && !oneOf && !all && !either) return undefined
  at.skip('should', 'must', 'be', 'to', 'is', 'are', 'of', 'by', 'for', 'a', 'diameter')
  at.mark(':=')
  at.mark('⌀')
  const quantity = at.attempt(() => {
    const compared = at.attempt(relative)
    if (compared?.is === 'quantity') return compared.quantities[0]
    const named = designator(at)
    if (named) return named
    const number = at.number()
    if (!number || number.unit === 'deg') return undefined
    const role = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
    return { ...quantityOf(number), ...(role ? { role } : {}) } satisfies Quantity
  })
  if (!quantity || !clauseEnds(at)) return undefined
  if ((oneOf && single.length !== 1) || (either && !isQualified(phrase) && !all))
    return () => {
      edit.refuse('AGENT_NEEDS_ANSWER', `There are several ${plural(phrase.text)}. Which one is meant?`, [phrase.at])
    }
  const found = oneOf ? single : pick(edit, phrase)
  if (found.length === 0) {
    if (phrase.sizes.length === 0 || !phrase.definite) return undefined
    return () => {
      edit.refuse('AGENT_CONTRADICTION', `There is no ${edit.words.slice(...phrase.at)} that could be changed.`, [
        phrase.at,
      ])
    }
  }
  return () => {
    // Features in both legs share their parameters: a change of one counts once.
    const seen = new Set<string>()
    for (const { feature } of found) {
      const kind = featureOf(feature.kind)
      const slot =
        quantity.role === undefined
          ? kind?.bare?.[0]
          : Object.entries(kind?.slots ?? {}).find(([, { accepts }]) =>
              accepts.split(/[\s,]+/).includes(quantity.role ?? ''),
            )?.[0]
      if (!kind || slot === undefined) {
        edit.refuse('AGENT_NEEDS_ANSWER', `A ${feature.label} has no such size.`, [quantity.at])
        return
      }
      if (quantity.designator) redesignate(feature, quantity, edit)
      else {
        const name = feature.sizes[slot]
        if (name !== undefined && seen.has(name)) continue
        setSize(feature.sizes, slot, { quantity, times: 1 }, kind, feature.id, edit)
        if (name !== undefined) seen.add(name)
      }
    }
    edit.changed = true
  }
}
