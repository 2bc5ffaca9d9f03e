import type { Kind } from '../kinds.ts'
import { isNoBox } from '../words/solid-boxes.ts'
import type { Atom } from './atoms.ts'
import type { Frame } from './frame.ts'
import { firstSize, headed, lacks } from './find-round.ts'
import { add, adjacent, beginOf, flagsOf, isTitle, jointOf, type Sentence } from './sentence.ts'
import { BOTTOM, OUTLINES, PLAIN, WEAK } from './reshape.ts'

/** A body that is new here, or a better name for the one that has no sizes yet. */
export function openBody(
  on: Sentence,
  upcoming: Kind,
  atom: Atom & { is: 'noun' },
  index: number,
  body: Frame | undefined,
  {
    apart,
    ground,
  }: {
    /** It was said to be one of its own. */ apart: boolean /** What was said before stands on it. */
    ground: boolean
  },
): Frame {
  // `pyramid box`, `oval tray`: straight walls are not what was asked for.
  const shape = on.atoms[index - 1]
  if (upcoming.key === 'enclosure' && shape?.is === 'noun' && isNoBox(shape.text, shape.nouns))
    on.read.clash ??= { at: shape.at, text: `A ${atom.text} in the shape “${shape.text}” is not made here.` }
  if (body && headed(on, index, body)) body.children = []
  // `a disc with a square hole, disc diameter 50`: a size of what there is.
  if (body && lacks(on, index, body)) return body
  if (body && isTitle(body) && OUTLINES.has(body.kind.key) && PLAIN.has(upcoming.key)) return body
  // `flanged sleeve: sleeve 30 OD, …`: its name again, shorter.
  if (body && isTitle({ ...body, places: [] }) && body.noun !== atom.text && body.noun.split(' ').includes(atom.text))
    return body
  // `dome: flat base 80 mm across` speaks of the dome.
  if (body && isTitle(body) && BOTTOM.test(atom.text) && !PLAIN.has(body.kind.key)) {
    // `bearing housing: base Ø62 x 8, boss Ø45 x 15 on it`: what it is told by is a disc.
    const round = firstSize(on, index)?.role
    const disc = round === 'diameter' || round === 'outer' ? on.kinds.family('disc') : undefined
    if (disc && !body.kind.parts && !body.kind.slots['outer']) body.kind = disc
    return body
  }
  // `pipe nipple blank`, `gear body`: what any part may be called.
  if (body && isTitle(body) && WEAK.test(atom.text) && adjacent(on, index)) return body
  // `holder for a 30 mm pipe`: what it is for is not what is made.
  if (
    body &&
    isTitle(body) &&
    jointOf(on, index) !== 'for' &&
    !isHeld(on, index) &&
    !isSecond(on, body, upcoming, index)
  ) {
    body.kind = upcoming
    body.noun = atom.text
    for (const [flag, at] of flagsOf(atom)) body.flags.set(flag, at)
    body.plural ||= atom.plural
    on.read.title ??= body.noun
    return body
  }
  const made = add(on, upcoming, 'body', atom, undefined)
  const joint = body && !apart ? (jointOf(on, index) ?? goingOn(on, index)) : undefined
  if (joint) made.joint = joint
  if (ground) made.ground = true
  return made
}

/** `a cone with a 10 mm hole and a flange`: what goes on with `and` is with it as well. */
function goingOn(on: Sentence, index: number): string | undefined {
  const first = beginOf(on, index)
  const back = on.atoms.slice(0, first).filter(({ is }) => is !== 'article' && is !== 'count')
  const [link] = back.slice(-1)
  if (link?.is !== 'link' || link.text !== 'and') return undefined
  const clause = back.slice(back.findLastIndex((atom) => atom.is === 'break' && atom.strength > 1) + 1)
  return clause.some((atom) => atom.is === 'link' && atom.text === 'with') ? 'with' : undefined
}

/** `a bracket to hold a 40 mm rail`: it is made for that, and is no other name of it. */
function isHeld({ atoms }: Sentence, index: number): boolean {
  const before = atoms.slice(0, index).findLast(({ is }) => is !== 'quantity' && is !== 'article')
  return before?.is === 'noted' && before.what === 'purpose' && HOLDS.test(before.text)
}
const HOLDS = /^(?:hold|carry|support|mount|fix|clamp|secure|hang|fasten|attach|take|keep|store)$/

/** `a cube and a pyramid, …`: two, whose sizes come. */
function isSecond(on: Sentence, body: Frame, next: Kind, index: number): boolean {
  const first = beginOf(on, index)
  const back = [on.atoms[first - 1], on.atoms[first - 2]].filter((one) => one?.is !== 'article')[0]
  return back?.is === 'link' && back.text === 'and' && SOLIDS.has(body.kind.key) && SOLIDS.has(next.key)
}

const SOLIDS: ReadonlySet<string> = new Set(['cube', 'block', 'sphere', 'hemisphere', 'cylinder', 'cone', 'pyramid'])
