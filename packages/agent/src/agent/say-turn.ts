import type { Claim, Understanding } from '@hewn/model'
import { scoreOf } from './judge-turn.ts'

/** Numbers nobody could place, and words for a shape, stand against `done`; plain words that change nothing are only told (§2). */
export const unreadOf = (words: string, { spans }: Understanding): string[] =>
  spans
    .filter(({ role, as, at }) => role === 'unread' && (as === 'shape' || /\d/.test(words.slice(...at))))
    .map(({ at }) => `not read: “${words.slice(...at)}”`)

/** The answer as a stranger reads it: which kind, by whom, what was understood, assumed, not used, and measured. */
export function say(
  kind: 'box' | 'part',
  took: number,
  understanding: Understanding,
  claims: readonly Claim[],
  words: string,
): string {
  const { assumed, spans } = understanding
  const unread = spans.filter(({ role, at }) => role === 'unread' && at[1] <= words.length)
  return [
    `${capital(kind)}, by the planner, ${Math.max(1, Math.round(took))} ms. ${sentence(understanding.say)}`,
    assumed.length > 0 ? `Assumed: ${assumed.map(({ text, why }) => `${text} (${why})`).join('; ')}.` : '',
    unread.length > 0 ? `Not used: ${unread.map(({ at }) => `“${words.slice(...at)}”`).join(', ')}.` : '',
    scoreOf(claims),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const sentence = (text: string): string => (text === '' ? '' : `${capital(text.trim().replace(/\.$/, ''))}.`)
