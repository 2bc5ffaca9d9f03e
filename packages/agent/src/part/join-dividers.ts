import type { Binder } from './bind/bind.ts'
import { compartment, IN_A_ROW } from './features/divider.ts'
import type { Frame } from './read/frame.ts'

/** `two 1.6 mm partitions, three compartments`: walls and the bays between them are one thing told twice. */
export function joinDividers(binder: Binder, frame: Frame): void {
  inColumns(frame)
  const [bays, ...more] = frame.children.filter(({ kind }) => kind.key === 'compartment')
  const [walls, ...others] = frame.children.filter(({ kind }) => kind.key === 'divider')
  // `three compartments along the 150`: one behind the other, and the walls between them lie across.
  const row = bays?.places.find(({ place }) => place.kind === 'along' && !place.runs)
  if (bays && row) bays.flags.set(IN_A_ROW, row.at)
  if (!bays || !walls || more.length > 0 || others.length > 0) return
  if ([...walls.sizes.keys()].some((slot) => bays.sizes.has(slot))) return
  for (const [slot, size] of walls.sizes) bays.sizes.set(slot, size)
  for (const [flag, at] of walls.flags) bays.flags.set(flag, at)
  bays.places.push(...walls.places)
  if (walls.count) {
    const [columns, rows] = gridOf(bays) ?? [bays.count?.value ?? walls.count.value + 1, 1]
    // `three partitions making 3 x 2`: two one way and one the other; `four compartments`, two that cross.
    if (walls.count.value !== columns + rows - 2)
      binder.refuse(
        'AGENT_CONTRADICTION',
        `${walls.count.value} ${walls.noun}s and ${columns * rows} compartments were said.`,
        [walls.count.at],
        [`${columns + rows - 2} ${walls.noun}s`, `${walls.count.value + 1} compartments`],
      )
    walls.count.used = 'count'
    if (!bays.count && !gridOf(bays)) bays.count = { ...walls.count, value: columns }
  }
  bays.at = [Math.min(bays.at[0], walls.at[0]), Math.max(bays.at[1], walls.at[1])]
  frame.children.splice(frame.children.indexOf(walls), 1)
}

/** `organiser …, 3 columns and 2 rows`: of a box those are its compartments. */
function inColumns(frame: Frame): void {
  const place = frame.places.findIndex(({ place: { kind } }) => kind === 'grid')
  const said = frame.places[place]
  if (!said || frame.kind.key !== 'enclosure' || frame.children.some(({ level }) => level === 'feature')) return
  frame.places.splice(place, 1)
  frame.children.push({
    kind: compartment,
    level: 'feature',
    noun: 'compartment',
    plural: true,
    at: said.at,
    sizes: new Map(),
    designated: new Map(),
    flags: new Map(),
    places: [said],
    targets: [],
    children: [],
    parent: frame,
  })
}

function gridOf({ places }: Frame): [number, number] | undefined {
  for (const { place } of places) if (place.kind === 'grid') return [place.columns.value, place.rows.value]
  return undefined
}
