import type { Face } from '@hewn/model'
import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { PairPlace, PanelPlace } from '../meaning.ts'
import { faces } from './faces.ts'
import { isCount } from './numbers.ts'

const ON = new Set(['cut', 'drilled', 'in', 'on', 'through', 'to', 'into', 'at', 'of', 'for', 'across', 'onto'])

/** `in the front`, `on both ends`, `left and right`. */
export function places(at: Reader): PanelPlace[] | undefined {
  return at.attempt(() => {
    at.skip(ON)
    at.skip(['the', 'a', 'middle', 'centre', 'center', 'of'])
    // `in the top of the back`: at that edge of it, where notches are anyway.
    at.attempt(() => {
      if (at.word(['top', 'edge']) === undefined) return undefined
      at.word(['edge'])
      return at.words('of', 'the') ? true : undefined
    })
    const pair = at.attempt(() => {
      const many = at.word(['both', 'each', 'two']) !== undefined || (at.token?.kind === 'number' && PAIR(at.number()))
      at.skip(['of', 'the'])
      const length = at.word(['long', 'longer', 'longest', 'short', 'shorter', 'shortest', 'narrow'])
      if ((!many && length === undefined) || at.word(['ends', 'end', 'sides', 'side']) === undefined) return undefined
      at.skip(['having', 'have'])
      if (length === undefined) return ['left', 'right'] as Face[]
      return [length.startsWith('long') ? 'long' : 'short'] as PairPlace[]
    })
    if (pair) return pair
    if (at.word(['ends']) !== undefined) return ['left', 'right'] as Face[]
    at.word(['each'])
    if (at.word(['lid']) !== undefined) return ['lid']
    const list = faces(at)
    if (list) at.skip(['sides', 'side', 'panel', 'panels', 'face', 'faces', 'wall', 'walls', 'ends'])
    return list
  })
}

export const PAIR = (number: NumberToken | undefined): boolean =>
  number !== undefined && isCount(number) && number.value === 2
