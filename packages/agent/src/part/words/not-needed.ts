import type { Rewrite } from './notation.ts'

const NEEDED = '(?:needed|required|wanted|necessary|included|part of (?:this|it))'

/** `lid not needed`, `the lid isn't part of this`, `a cover is not required`: what is not made, as `no lid`. */
export const NOT_NEEDED: readonly Rewrite[] = [
  [
    new RegExp(
      String.raw`\b(?:(?:the|an?|any|its) )?([a-z]{3,})(?: (?:is|are|was|will be))?(?: not| ?isn['’]t| ?aren['’]t|n['’]t)(?: (?:be|really|actually))? ${NEEDED}\b`,
      'gi',
    ),
    ({ 0: text, 1: noun = '' }) => (/^(?:it|that|this|which|and|but|they|is|are)$/i.test(noun) ? text : `no ${noun}`),
  ],
]
