import type { Token } from '../read/tokens.ts'

/** Turns of speech, and the words of the grammar that say the same. `#` is a number, `6` that one, `a|b` one of two, `a?` may be missing. */
const TURNS: readonly (readonly [says: string, becomes: string])[] = [
  // `6 compartments across and 3 front to back`
  ['# compartments|cells|sections|places|pockets across and # from? front to back', '# columns # rows'],
  ['compartments|cells|sections|pockets # wide and # deep', '# columns # rows'],
  ['# across and # high|tall|up', '# columns # rows'],
  ['# across and # deep|down', '# columns # rows'],
  ['deeper from? front to back', 'deeper'],
  ['deep from? front to back', 'deep'],
  ['keep|keeping|same the? same? height|width|depth', ''],
  ['height|width|depth stays|unchanged|remains the? same?', ''],
  ['all 6 sides|faces', 'closed'],
  ['top and at the bottom', 'top and bottom'],
  ['bigger|larger|smaller :', ''],
  ['inside must|should|has to? be', 'inside'],
  ['cut down to', 'lowered to'],
  ['stand it on feet ,? # high|tall', 'add # feet'],
  ['stand it on feet', 'add feet'],
  ['standing on feet', 'with feet'],
  ['near the top', ''],
  ['heart shaped', 'heart-shaped'],
  ['display|dust cover', 'case'],
  ['raised bed frame?', 'planter'],
  ['drawer unit|cabinet with a? column? of? # drawers', 'cabinet with # drawers'],
]

/** Where a turn is only one beside what it is said of. */
const BESIDE: ReadonlyMap<string, RegExp> = new Map([['near the top', /\bhand ?-?holes?\b|\bhandles?\b|\bhand\b/]])

/** What people say in more words than the grammar has: each turn is read as the plain words for it. */
export function plainWords(tokens: readonly Token[]): Token[] {
  const all = withOnes(tokens)
  const said = all.map((token) => (token.kind === 'word' ? token.text : '')).join(' ')
  const plain: Token[] = []
  for (let place = 0; place < all.length; ) {
    const found = TURNS.map(([says, becomes]) => {
      const beside = BESIDE.get(says)
      return { to: beside && !beside.test(said) ? -1 : matched(says, all, place), becomes }
    }).toSorted((a, b) => b.to - a.to)[0]
    const token = all[place]
    if (found && found.to > place) {
      plain.push(...written(found.becomes, all.slice(place, found.to)))
      place = found.to
    } else {
      if (token) plain.push(token)
      place++
    }
  }
  return plain
}

/** Where the turn ends that begins here; -1 where there is none. */
function matched(says: string, tokens: readonly Token[], from: number): number {
  let place = from
  for (const part of says.split(' ')) {
    const token = tokens[place]
    const one = part.replace('?', '')
    const fits =
      token?.kind === 'number'
        ? one === '#' || (token.unit === undefined && one === String(token.value))
        : (token?.kind === 'word' || token?.kind === 'mark') && one.split('|').includes(token.text)
    if (fits) place++
    else if (!part.endsWith('?')) return -1
  }
  return place
}

function written(becomes: string, took: readonly Token[]): Token[] {
  const at = [took[0]?.at[0] ?? 0, took.at(-1)?.at[1] ?? 0] as [number, number]
  const numbers = took.filter(({ kind }) => kind === 'number')
  return becomes.split(' ').flatMap((word): Token[] => {
    if (word === '') return []
    const number = word === '#' ? numbers.shift() : undefined
    return number ? [number] : [{ kind: 'word', at, text: word }]
  })
}

/** `an inch taller` is one inch. */
const withOnes = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token, index): Token[] => {
    const next = tokens[index + 1]
    const before = tokens[index - 1]
    if (token.kind !== 'word') return [token]
    const one = before?.kind === 'word' && (before.text === 'a' || before.text === 'an')
    if (one && (token.text === 'inch' || token.text === 'centimetre' || token.text === 'centimeter'))
      return [
        { kind: 'number', at: token.at, text: `1 ${token.text}`, value: 1, unit: token.text === 'inch' ? 'in' : 'cm' },
      ]
    const follows = next?.kind === 'word' && (next.text === 'inch' || next.text.startsWith('centimet'))
    return (token.text === 'a' || token.text === 'an') && follows ? [] : [token]
  })
