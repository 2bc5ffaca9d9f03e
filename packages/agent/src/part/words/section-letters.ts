import type { Rewrite } from './notation.ts'

const SECTIONS = /\b(?:beams?|sections?|profiles?|girders?|channels?|ipe|hea|heb|upe|upn|ipn|angles?)\b/i
const inSection =
  (put: (size: string) => string) =>
  ({ 0: all, 1: size = '', input }: RegExpExecArray): string =>
    SECTIONS.test(input) ? put(size) : all

/** How tables of steel name things: `IPE 100`, `h 100, b 55, tw 4.1, tf 5.7, r 7`. */
export const SECTION_LETTERS: readonly Rewrite[] = [
  // `U section 20 x 40 x 20 x 2`: arm, web, arm and sheet.
  [
    /(?<=\b[uc][- ](?:section|profile|channel|bar)\b[^.;\d]{0,20})(\d[\d.]*) ?[x×] ?(\d[\d.]*) ?[x×] ?\1 ?(?=[x×] ?\d)/gi,
    ({ 1: arm = '', 2: web = '' }) => `${web} x ${arm} `,
  ],
  // `channel 2 x 1 x 1/8`: with a section of its own it is no groove.
  [/(?<=^(?:steel |alumini?um |brass )?)channel(?=[ :,]+\d[\d./ ]*(?:mm|in|")? ?[x×])/gi, () => 'u channel'],
  [
    /\b(?:sketch|draw) an? ([cuithz])(?:[- ](?:shape|section|profile))?\b(?! ?\d)/gi,
    ({ 1: letter = '' }) => `${letter} section`,
  ],
  [/\b(?:sketch|draw) an? l(?:[- ](?:shape|section|profile))?\b(?! ?\d)/gi, () => 'l section'],
  [/\b(ipe|he-?a|he-?b|upe|upn|unp|ipn|inp)[- ]?(\d{2,3})\b(?: (?:beam|channel|section|profile|girder))?/gi, rolled],
  [/\btf ?[=:]? ?(\d[\d.]*(?: ?mm)?)/gi, inSection((size) => `, flanges ${size} thick ,`)],
  [/(?<!['’])\b(?:tw|s) ?[=:]? ?(\d[\d.]*(?: ?mm)?)/gi, inSection((size) => `, web ${size} thick ,`)],
  [/(?<!\b(?:leg|arm|side|flange) )\bb ?[=:]? ?(\d[\d.]*(?: ?mm)?)/gi, inSection((size) => `, width ${size} ,`)],
  [/\bh ?[=:]? ?(\d[\d.]*(?: ?mm)?)/gi, inSection((size) => `, height ${size} ,`)],
]

function rolled({ 1: name = '', 2: size = '' }: RegExpExecArray): string {
  const kind = name.toLowerCase().replace('-', '').replace('np', 'pn')
  return `${kind} ${kind.startsWith('u') ? 'channel' : 'beam'} , rolled size ${size} ,`
}
