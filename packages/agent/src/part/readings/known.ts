import type { Span } from '@hewn/model'
import { lexicon } from '../registry.ts'
import type { WordItem } from '../words/items.ts'

/** A word of ours, standing where another one was written. */
export function known(text: string, at: Span): WordItem {
  const found = lexicon().find(text.split(' '))
  return { kind: 'word', at, text: found?.entry.text ?? text, plural: false, ...(found ? { entry: found.entry } : {}) }
}
