import type { Axis, Um } from '@hewn/model'
import type { Divider, ResolvedDesign, Void } from '../design/resolved-design.ts'
import { length, shared, type Span } from '../frame.ts'
import type { Contact } from './contacts.ts'
import { bayFingers, fingers, minimumWeb, soundSection } from './fingers.ts'

/** The tabs of every contact: its line is cut into bays by what crosses it, and each bay gets its own. */
export function bayTabs(design: ResolvedDesign, contacts: readonly Contact[]): Map<Contact, Span[]> {
  const lapBays = new Map(contacts.map((contact) => [contact, cutOut(contact.line, lapsAcross(design, contact))]))
  const locked = lockingRule(design, contacts, lapBays)
  const held = contacts.filter((contact) => !locked.has(contact))
  const clusters = clustersOf(held)
  const tabs = new Map<Contact, Span[]>()
  for (const contact of held) {
    const cluster = clusters.get(contact)
    // Everybody on a shared line has to see the same bays, so what crosses one of them cuts them all.
    const sharing = cluster?.members ?? [contact]
    const taken = sharing.flatMap((member) => [...lapsAcross(design, member), ...crossingsBehind(member, held)])
    const bays = cutOut(contact.line, taken)
    tabs.set(contact, cluster ? turnTabs(design, contact, cluster, bays) : plainTabs(design, contact, bays))
  }
  return tabs
}

const ruleOf = (design: ResolvedDesign, contact: Contact) => ({
  ...design.fingers,
  sound: soundSection(contact.divider.thickness, contact.target.thickness),
})

const plainTabs = (design: ResolvedDesign, contact: Contact, bays: readonly Span[]): Span[] =>
  bays.flatMap((bay) => bayFingers(bay, ruleOf(design, contact)))

/** Where the other sheets of the same grid stand on this line: no tab and no slot there (BX21). */
function lapsAcross(design: ResolvedDesign, { divider, along }: Contact): Span[] {
  if (divider.crossing !== along) return []
  return design.dividers.filter((other) => other.inside === divider.inside && other.axis === along).map(({ at }) => at)
}

/** What is left of a span when others are taken out of it. */
export function cutOut([from, to]: Span, taken: readonly Span[]): Span[] {
  const left: Span[] = []
  let start = from
  for (const [low, high] of taken.toSorted((a, b) => a[0] - b[0])) {
    if (low >= to) break
    if (low > start) left.push([start, low])
    start = Math.max(start, high)
  }
  if (start < to) left.push([start, to])
  return left
}

/**
 * Cross-lapped sheets can only move along their lap, so what sits in one cell of a grid may hold tabs to dividers of
 * one axis of that grid only: the axis with the longer sum of bays, on a tie the first (BX23).
 */
function lockingRule(
  design: ResolvedDesign,
  contacts: readonly Contact[],
  bays: ReadonlyMap<Contact, Span[]>,
): Set<Contact> {
  const inCell = new Map<string, { contact: Contact; axis: Axis }[]>()
  for (const contact of contacts) {
    const grid = contact.target.kind === 'divider' ? contact.target.divider : undefined
    if (grid?.crossing === undefined) continue
    const cell = grid.inside.children.find((child) => isWithin(contact.divider.inside, child))
    if (!cell) continue
    const known = inCell.get(cell.id) ?? []
    inCell.set(cell.id, [...known, { contact, axis: grid.axis }])
  }
  const locked = new Set<Contact>()
  for (const [cell, entries] of inCell) {
    const grid = parentOf(design.root, cell)
    const [first, second] = grid?.split?.axes ?? []
    const sum = (axis: Axis | undefined): Um =>
      entries
        .filter((entry) => entry.axis === axis)
        .flatMap(({ contact }) => bays.get(contact) ?? [])
        .reduce((total, bay) => total + length(bay), 0)
    const kept = sum(second) > sum(first) ? second : first
    for (const { contact, axis } of entries) if (axis !== kept) locked.add(contact)
  }
  return locked
}

const isWithin = (space: Void, cell: Void): boolean => space.id === cell.id || space.id.startsWith(`${cell.id}/`)

function parentOf(start: Void, id: string): Void | undefined {
  for (const child of start.children) {
    if (child.id === id) return start
    const deeper = parentOf(child, id)
    if (deeper) return deeper
  }
  return undefined
}

const meetsFromOtherSide = (a: Contact, b: Contact): boolean =>
  a.target.kind === 'divider' && a.target.id === b.target.id && a.high !== b.high

/** Dividers that end on the opposite side of the same sheet and are not parallel break the bays (BX22). */
function crossingsBehind(contact: Contact, all: readonly Contact[]): Span[] {
  return all
    .filter((other) => meetsFromOtherSide(contact, other) && other.divider.axis !== contact.divider.axis)
    .filter((other) => shared(other.line, contact.divider.at) > 0)
    .map((other) => other.divider.at)
}

interface Cluster {
  members: Contact[]
}

/** Parallel dividers on both sides of a sheet that are less than the minimum web apart share the line (BX22). */
function clustersOf(contacts: readonly Contact[]): Map<Contact, Cluster> {
  const found = new Map<Contact, Cluster>()
  for (const a of contacts) {
    for (const b of contacts) {
      if (!a.high || !meetsFromOtherSide(a, b) || a.divider.axis !== b.divider.axis) continue
      if (shared(a.line, b.line) === 0 || apart(a.divider, b.divider) >= minimumWeb(a.target.thickness)) continue
      const merged = { members: [...new Set([...(found.get(a)?.members ?? [a]), ...(found.get(b)?.members ?? [b])])] }
      for (const member of merged.members) found.set(member, merged)
    }
  }
  return found
}

const apart = (a: Divider, b: Divider): Um => Math.max(a.at[0] - b.at[1], b.at[0] - a.at[1])

/** On a shared line the tabs go in turn to the low and the high side. */
function turnTabs(design: ResolvedDesign, contact: Contact, cluster: Cluster, bays: readonly Span[]): Span[] {
  const others = cluster.members.filter((member) => member.high !== contact.high)
  const ends = cluster.members.flatMap((member) => [...member.line])
  return bays
    .flatMap((bay) => splitAt(bay, ends))
    .flatMap((piece) => {
      const common = others.some((other) => shared(other.line, piece) > 0)
      const rule = ruleOf(design, contact)
      if (!common) return bayFingers(piece, rule)
      const all = fingers(piece, { ...rule, width: Math.min(rule.width, length(piece) / 5), gap: 1 })
      // A contact at its own high end comes from the low side of the sheet it meets.
      return all.filter((_, index) => (all.length < 2 ? contact.high : (index % 2 === 0) === contact.high))
    })
}

function splitAt([from, to]: Span, places: readonly Um[]): Span[] {
  const inside = [...new Set(places)].filter((place) => place > from && place < to).toSorted((a, b) => a - b)
  const borders = [from, ...inside, to]
  return borders.slice(1).map((border, index) => [borders[index] ?? from, border])
}
