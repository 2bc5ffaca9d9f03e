import { plus } from '../formula.ts'

/** A sum in which what is added and taken again is left out. */
export function sum(...parts: string[]): string {
  const terms = parts.flatMap((part) => signed(part))
  for (const [at, one] of terms.entries()) {
    const other = terms.findIndex(
      ({ sign, text }) => sign === -one.sign && (text === one.text || text === `${one.text} / 2`),
    )
    const taken = terms[other]
    if (!taken) continue
    const rest = taken.text === one.text ? [] : [{ sign: one.sign, text: taken.text }]
    const left = terms.filter((_, index) => index !== at && index !== other)
    return sum(...[...left, ...rest].map(({ sign, text }) => (sign < 0 ? `-${text}` : text)))
  }
  return plus(...terms.map(({ sign, text }) => (sign < 0 ? `-${text}` : text)))
}

/** The terms of a formula that has no brackets around them. */
function signed(formula: string): { sign: 1 | -1; text: string }[] {
  if (formula === '0' || formula === '-0') return []
  const terms: { sign: 1 | -1; text: string }[] = []
  let [depth, text, sign]: [number, string, 1 | -1] = [0, '', 1]
  for (const letter of formula.replaceAll(' + -', ' - ')) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (depth === 0 && (letter === '+' || letter === '-')) {
      if (text.trim()) terms.push({ sign, text: plain(text) })
      ;[text, sign] = ['', letter === '-' ? -1 : 1]
    } else text += letter
  }
  return text.trim() ? [...terms, { sign, text: plain(text) }] : terms
}

/** A term in brackets that it needs no more. */
const plain = (text: string): string => text.trim().replace(/^\(([^-+()]*)\)$/, '$1')
