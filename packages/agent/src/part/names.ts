import type { Named } from '@hewn/model'
import type { Quantity } from './read/atoms.ts'

/** Names that scripts give to other things. */
export const RESERVED = new Set([
  'floor',
  'down',
  'spot',
  'result',
  'size',
  'pi',
  'min',
  'max',
  'sqrt',
  'sin',
  'cos',
  'tan',
  'radians',
  'top',
  'bottom',
  'front',
  'back',
  'left',
  'right',
  'slice',
  'round',
  'box',
  'sum',
  'len',
  'open',
  'part',
  'half',
])

export class Names {
  readonly all: Named[]
  constructor(all: Named[] = []) {
    this.all = all
  }
  get values(): Record<string, number> {
    return Object.fromEntries(this.all.map(({ name, value }) => [name, value]))
  }
  unique(wanted: string): string {
    const taken = (name: string) => RESERVED.has(name) || this.all.some((one) => one.name === name)
    if (!taken(wanted)) return wanted
    for (let number = 2; ; number++) if (!taken(`${wanted}_${number}`)) return `${wanted}_${number}`
  }
  add(wanted: string, rest: Omit<Named, 'name'>): string {
    const name = this.unique(wanted)
    this.all.push({ name, ...rest })
    return name
  }
  said(wanted: string, label: string, quantity: Quantity, unit: Named['unit'] = 'mm', times = 1): string {
    quantity.used ??= wanted
    const token = quantity.number?.token
    const within =
      token?.about || token?.bound || token?.tolerance !== undefined
        ? {
            within: {
              ...(token.about ? { about: true as const } : {}),
              ...(token.bound ? { bound: token.bound } : {}),
              ...(token.tolerance !== undefined ? { tolerance: token.tolerance } : {}),
            },
          }
        : {}
    const value = clean(quantity.value * times)
    return this.add(wanted, {
      label,
      value,
      unit,
      origin: quantity.table
        ? { from: 'table', key: quantity.table, span: quantity.at }
        : times === 1
          ? { from: 'said', span: quantity.at }
          : { from: 'derived', formula: `${times} * ${clean(quantity.value)}`, span: quantity.at },
      ...within,
    })
  }
}

export const clean = (value: number): number => Math.round(value * 1e6) / 1e6
export const identifier = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^(\d)/, '_$1')
    .replace(/^_+|_+$/g, '') || 'part'
