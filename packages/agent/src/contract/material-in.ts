import { densityOf } from '@hewn/model'

/** The first word, or pair of words, that names a material of the table of densities. */
export function materialIn(said: string): string | undefined {
  const words = said.match(/[a-z]+/gi) ?? []
  const pairs = words.map((word, index) => `${word} ${words[index + 1] ?? ''}`.trim())
  return [...pairs, ...words].find((name) => densityOf(name) !== undefined)
}
