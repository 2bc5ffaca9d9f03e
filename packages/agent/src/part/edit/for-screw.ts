import type { PartBody } from '@hewn/model'
import { Binder } from '../bind/bind.ts'
import { settleFrame } from '../bind/settle-frame.ts'
import { threadOf } from '../library/fasteners.ts'
import { Names } from '../names.ts'
import type { Quantity } from '../read/atoms.ts'
import type { Filled } from '../read/frame.ts'
import { familyOf } from '../registry.ts'
import type { Edit } from './edit.ts'
import { frameFor } from './frame-for.ts'

/** `for M10 instead`, said of a washer or a standoff: what its body has out of a table is looked up for that screw. */
export function forScrew(body: PartBody, quantity: Quantity, edit: Edit): boolean {
  const family = familyOf(body.family)
  const own = Object.entries(body.sizes).filter(([, formula]) => isForScrew(formula, edit))
  if (!family || own.length === 0) return false
  for (const slot of new Set([...(family.bare ?? []), ...own.map(([key]) => key)])) {
    const scratch = new Binder(new Names())
    const frame = { ...frameFor(family, body, new Map([[slot, quantity]])), noun: body.label }
    // What was said of it stays: only what the table gave is looked up.
    const settle = (sizes: Parameters<typeof family.settle>[0]) => {
      for (const [key, formula] of Object.entries(body.sizes))
        if (!own.some(([one]) => one === key)) sizes.derive(key, String(edit.binder.names.values[formula] ?? formula))
      family.settle(sizes)
    }
    const made = settleFrame(scratch, frame, { ...family, parts: {}, settle }, '', undefined)
    const found = own.flatMap(([key, formula]) => {
      const now = scratch.names.all.find(({ name }) => name === made.sizes[key])
      const named = edit.named(formula)
      return now?.origin.from === 'table' && named ? [{ named, now }] : []
    })
    if (scratch.problem || found.length < own.length) continue
    for (const { named, now } of found) edit.set(named, now.value, now.origin)
    quantity.used = slot
    return true
  }
  return false
}

/** `NEMA 23 instead`, `for a 6204 bearing`: a number that names a row of a table, and all that was looked up by it. */
export function fromTable(body: PartBody, slot: string, { quantity }: Filled, edit: Edit): boolean {
  const family = familyOf(body.family)
  if (!family || !ROWS.has(quantity.role ?? '')) return false
  const own = Object.entries(body.sizes).filter(([, formula]) => edit.named(formula)?.origin.from === 'table')
  const scratch = new Binder(new Names())
  const frame = { ...frameFor(family, body, new Map()), noun: body.label }
  frame.sizes.set(slot, { quantity, times: 1 })
  const settle = (sizes: Parameters<typeof family.settle>[0]) => {
    for (const [key, formula] of Object.entries(body.sizes))
      if (key !== slot && !own.some(([one]) => one === key))
        sizes.derive(key, String(edit.binder.names.values[formula] ?? formula))
    family.settle(sizes)
  }
  const made = settleFrame(scratch, frame, { ...family, parts: {}, settle }, '', undefined)
  edit.binder.problem ??= scratch.problem
  for (const [key, formula] of own) {
    const now = scratch.names.all.find(({ name }) => name === made.sizes[key])
    const named = edit.named(formula)
    if (now && named) edit.set(named, now.value, now.origin)
  }
  quantity.used = slot
  return true
}
const ROWS: ReadonlySet<string> = new Set(['nema', 'bearing'])

/** Whether a size comes from the table of a screw: `ISO 7089 M8`, `M6 medium clearance`. */
function isForScrew(formula: string, edit: Edit): boolean {
  const origin = edit.named(formula)?.origin
  const keys = origin?.from === 'table' ? origin.key.split(/[ ,]/) : []
  return keys.some((key) => threadOf(key) !== undefined)
}
