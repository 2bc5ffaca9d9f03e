import { isBored, namesMiddle } from '../../middle-hole.ts'
import { familyOf } from '../../registry.ts'
import type { Cursor } from '../../read/cursor.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'
import { isQualified, type Phrase, phraseAt, pronounAt } from '../phrase.ts'
import { madeLast, pick } from '../pick.ts'
import { plural } from '../../../read/plural.ts'

/** `remove the corner holes`, `delete the 20 mm hole`, `no hole in the middle`, `undo the fillet`: some of what there is. */
export const takeOut: Order = (at, edit) => {
  const verb =
    at.word(
      'remove',
      'delete',
      'drop',
      'erase',
      'fill',
      'omit',
      'lose',
      'eliminate',
      'undo',
      'no',
      'without',
      'skip',
    ) ??
    // A letter away from another word, it may have been taken for that one.
    at.wordIf(({ text, typo }) => SLANG.includes(typo?.toLowerCase() ?? text)) ??
    notWanted(at) ??
    at.attempt(() => at.word('get') && at.word('rid') && at.word('of')) ??
    at.attempt(() => at.word('take', 'leave', 'miss') && at.word('out', 'away', 'off')) ??
    at.attempt(() => at.word('never') && at.word('mind'))
  // `take the rounding away`
  const parted = verb === undefined && at.word('take', 'leave')
  if (!verb && !parted) return undefined
  at.skip('in', 'up', 'again', 'more', 'any')
  const named = phraseAt(at)
  const made = named ? [] : madeLast(edit)
  const phrase = named ?? (made.length > 0 ? pronounAt(at) : undefined)
  const away = at.word('away', 'off', 'out') ?? outOf(phrase, edit)
  at.skip('again', 'away', 'completely', 'altogether')
  // `never mind the hole, leave it out`
  at.attempt(() => (at.mark(','), at.word('leave', 'take') && (at.skip('it', 'them'), at.word('out', 'away', 'off'))))
  if (!phrase || (parted && !away) || !clauseEnds(at)) return undefined
  // Where nothing tells them apart, whole kinds go: that is read with the rest of the words.
  if (verb && named && phrase.parts.length === 0 && !isQualified(phrase) && WHOLE.has(verb.text)) return undefined
  const found = named ? pick(edit, phrase) : made
  if (found.length === 0) {
    const middle = phrase.traits.includes('centre') || namesMiddle(phrase.text)
    // `remove the centre hole` of a ring is its bore.
    if (middle && phrase.kinds.includes('hole'))
      return () => {
        const bored = edit.plan.bodies.find(isBored)
        if (bored) delete bored.sizes[familyOf(bored.family)?.bore ?? '']
        else edit.refuse('AGENT_CONTRADICTION', 'There is no hole in the middle that could be removed.', [phrase.at])
        edit.changed = true
      }
    if (phrase.sizes.length === 0 && phrase.count === undefined) return undefined
    return () => {
      const said = edit.words.slice(...phrase.at).replace(/^(the|all|both) /, '')
      edit.refuse(
        'AGENT_CONTRADICTION',
        `There is nothing on its own here that is “${said}”.`,
        [phrase.at],
        [`remove all ${plural(phrase.text)}`],
      )
    }
  }
  return () => {
    for (const { body, feature } of found) {
      if (phrase.parts.length > 0) feature.parts = feature.parts.filter(({ kind }) => !phrase.parts.includes(kind))
      else body.features = body.features.filter((one) => one !== feature)
    }
    edit.changed = true
  }
}

/** `take the holes out of the long leg`: where they are was read with them. */
const outOf = (phrase: Phrase | undefined, { words }: Edit): boolean =>
  phrase !== undefined && /\s(?:out of|off|from)\s/i.test(words.slice(...phrase.at))

/** Said of what nobody wants any more; the rest of the words know none of them. */
const SLANG = [
  'scrap',
  'ditch',
  'bin',
  'kill',
  'lose',
  'nix',
  'axe',
  'dump',
  'chuck',
  'cancel',
  'forget',
  'scratch',
  'discard',
]

/** Verbs whose plain form is read with the rest of the words. */
const WHOLE = new Set([
  'remove',
  'delete',
  'drop',
  'erase',
  'fill',
  'omit',
  'eliminate',
  'without',
  'rid',
  'of',
  'out',
  'away',
  'off',
])

/** `do not want holes`, `no more holes`. */
const notWanted = (at: Cursor) =>
  at.attempt(() => (at.word('do', 'does') && at.word('not') ? at.word('want', 'need') : undefined))
