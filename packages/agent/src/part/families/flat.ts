import type { Family, Form, Settling, Sizes, Slot } from '../kinds.ts'

/** How thick it lies, how high it stands. */
export const HEIGHT: Slot = {
  label: 'Height',
  accepts: 'height thickness length depth',
  say: '# thick',
  name: 'height',
}

/** A flat shape by two of its sizes. */
export function flat(
  key: string,
  nouns: string,
  more: Record<string, Slot>,
  chain: string[],
  form: (sizes: Sizes) => Omit<Form, 'openings'> & Partial<Pick<Form, 'openings'>>,
  gaps: (sizes: Settling) => void,
): Family {
  const size = Object.keys(more)
  return {
    key,
    nouns,
    slots: { ...more, height: { ...HEIGHT, accepts: 'thickness depth z', name: 'thickness' } },
    bare: [...chain],
    chains: { 2: chain.slice(0, 2), 3: [...chain, 'height'].slice(0, 3), 4: [...chain, 'height'].slice(0, 4) },
    settle(sizes) {
      if (!size.some((slot) => sizes.has(slot))) {
        sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be?`, [
          '40 x 20 mm, 5 mm thick',
          '60 x 30 mm, 5 mm thick',
        ])
        return
      }
      if (!sizes.has('height')) sizes.assume('height', 5, 'no thickness was said')
      gaps(sizes)
    },
    form: (sizes) => ({ openings: '0', ...form(sizes) }),
  }
}

/** What no other size tells is asked for. */
export const need = (sizes: Settling, slot: string, text: string): void => {
  if (!sizes.has(slot)) sizes.refuse('AGENT_NEEDS_ANSWER', text)
}
