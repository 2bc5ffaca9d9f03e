import type { PartPlan, Span, Understanding } from '@hewn/model'
import { isLength } from '../read/units.ts'
import type { Atom } from './read/atoms.ts'
import { describes } from './describes.ts'
import { sayPart } from './say-part.ts'
import { isPassedOver } from './passed-over.ts'
import { quantitiesOf } from './unplaced.ts'
import { OUTLINES } from './unsupported.ts'
import type { Item } from './words/items.ts'
import { nameNumbers } from './words/name-numbers.ts'
import { bearingNumbers } from './words/bearing-names.ts'
import { pitchNumbers } from './words/thread-pitches.ts'
import { threadNumbers } from './words/thread-words.ts'
import { listNumbers } from './words/steps.ts'

/** Atoms whose sense came to nothing, or only to a note, in what was planned. */
export type Heard = Map<Atom, 'unread' | 'noted'>
/** What is known of the words beside the atoms they were read as. */
export interface Reading {
  typos?: { written: string; read: string; why?: string }[]
  heard?: Heard
  /** The unit that no word said. */
  units?: Understanding['assumed'][number] | undefined
  /** Those that are in question: of an edit, what was said last. */
  words?: string
}

export function understand(
  plan: PartPlan,
  atoms: readonly Atom[],
  { typos = [], heard = new Map(), units, words = plan.request }: Reading,
): Understanding {
  const assumed = plan.names.flatMap(({ name, label, value, unit, origin }) =>
    origin.from === 'assumed'
      ? [
          {
            name,
            text: `${label.toLowerCase()} ${value}${unit === 'mm' ? ' mm' : unit === 'deg' ? '°' : ''}`,
            why: origin.why,
          },
        ]
      : [],
  )
  // Numbers that name something, or tell of a thread: heard, and no sizes.
  const told = Object.entries({
    list: listNumbers(words),
    name: [...nameNumbers(words), ...bearingNumbers(words)],
    thread: [...threadNumbers(words), ...pitchNumbers(words)],
  }).flatMap(([as, spans]) => spans.map((at) => ({ at, role: 'noted' as const, as })))
  return {
    kind: 'part',
    language: 'en',
    say: sayPart(plan),
    spans: [
      ...setAside(words, atoms)
        .filter(([from, to]) => !told.some(({ at }) => at[0] <= from && to <= at[1]))
        .map((at) =>
          isPassedOver(words, plan.names, at)
            ? { at, role: 'unread' as const }
            : { at, role: 'noted' as const, as: 'frame' },
        ),
      ...told,
      ...atoms.map((atom, index) => {
        const { at } = atom
        const passed = heard.get(atom)
        if (passed === 'noted') return { at, role: 'noted' as const, as: atom.is }
        if (passed === undefined && isContents(atoms, index)) return { at, role: 'noted' as const, as: 'purpose' }
        if (passed === 'unread' || (atom.is === 'unread' && shapes(atoms, index)))
          return { at, role: 'unread' as const, as: 'shape' }
        if (atom.is === 'unread') return { at, role: 'unread' as const }
        if (atom.is === 'noted') return { at, role: 'noted' as const, as: atom.what }
        if (atom.is === 'board') return { at, role: 'noted' as const, as: 'board' }
        // `not 9`, `instead of M4`: what was before.
        if (atom.is === 'old') return { at, role: 'noted' as const, as: 'old' }
        if (['filler', 'link', 'article', 'break', 'group'].includes(atom.is)) return { at, role: 'filler' as const }
        return { at, role: 'used' as const, as: atom.is }
      }),
    ].toSorted((a, b) => a.at[0] - b.at[0]),
    assumed: [
      ...assumed,
      ...(units ? [units] : []),
      ...typos.map(({ written, read, why }) => ({
        name: 'spelling',
        text: `“${written}” is read as “${read}”`,
        why: why ?? 'one letter differs from a known word',
      })),
    ],
  }
}

/** Numbers of what stands around a part (`bottom at z = 0`, `(12-sided)`), which no reading has: told as such. */
function setAside(words: string, atoms: readonly Atom[]): Span[] {
  const numbers = [...words.matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)].map(
    ({ 0: text, index }): Span => [index, index + text.length],
  )
  // A noun has no number in it that is not of its name: `dodecagonal (12-sided) prism`.
  const read = ([from, to]: Span) =>
    atoms.some(
      (atom) =>
        atom.at[0] < to && from < atom.at[1] && (atom.is !== 'noun' || atom.text.includes(words.slice(from, to))),
    )
  return numbers.filter((number) => !read(number))
}

/** Nobody said what the numbers are in: which unit was taken is shown (AG25). */
export function unitsTaken(
  items: readonly Item[],
  atoms: readonly Atom[],
): Understanding['assumed'][number] | undefined {
  const lengths = atoms
    .flatMap(quantitiesOf)
    .flatMap(({ number, role, designator }) =>
      number && designator === undefined && role !== 'angle' && role !== 'teeth' && role !== 'module' ? [number] : [],
    )
  const said = items.filter((item) => item.kind === 'number' && isLength(item.unit))
  // Inches of a drill alone say nothing of what is measured in millimetres.
  const drilled = said.every((item) => item.kind === 'number' && item.unit === 'in') && lengths.some(({ bare }) => bare)
  if (lengths.length === 0 || (said.length > 0 && !drilled)) return undefined
  const inches = said.length === 0 && lengths.some(({ mm, value, bare }) => !bare && mm !== value)
  if (inches) return { name: 'units', text: 'sizes in inches', why: 'fractions were said, and no unit' }
  return lengths.some(({ bare }) => bare)
    ? { name: 'units', text: 'sizes in millimetres', why: 'no unit was said' }
    : undefined
}
/** An unread word that asks for a shape: a work that is done to parts, or what `with a …` brings. */
function shapes(atoms: readonly Atom[], index: number): boolean {
  const atom = atoms[index]
  if (atom?.is !== 'unread') return false
  if (WORKS.test(atom.text) || OUTLINES.test(atom.text)) return true
  // `a heart shaped plate`, `an S shape`: a shape that nobody here knows.
  const after = atoms[index + 1]
  if (/[ -]shaped?$/.test(atom.text) || (after && 'text' in after && /^shaped?$/.test(String(after.text)))) return true
  let place = index - 1
  while (atoms[place]?.is === 'unread' || atoms[place]?.is === 'article' || atoms[place]?.is === 'count') place--
  const link = atoms[place]
  const brings = link?.is === 'link' && ['with', 'and', 'plus', 'has', 'having'].includes(link.text)
  return brings && !atoms.slice(place, index).some(({ is }) => is === 'break')
}
/** `toothbrush holder`, `storage bin`: what holds is named after what is in it; of a hole or a slot it may be the shape. */
function isContents(atoms: readonly Atom[], index: number): boolean {
  let place = index
  for (let one = atoms[place]; one?.is === 'unread'; one = atoms[++place])
    if (
      one.known ||
      !/^[a-z]{3,}$/.test(one.text) ||
      describes(one.text) ||
      [WORKS, OUTLINES].some((all) => all.test(one.text))
    )
      return false
  const named = atoms[place]
  if (place === index) return false
  return named?.is === 'noun' && named.nouns.some((key) => HOLDS.has(key))
}
const HOLDS: ReadonlySet<string> = new Set(['enclosure', 'jar', 'bearing-block', 'l-bracket', 'u-bracket', 'clamp'])
const WORKS =
  /^(?:knurl|slid(?!e)|emboss|engrav|deboss|text(?!ile)|logo|letter(?:s|ed|ing)?$|honeycomb|lattice|thread|snap|clip|hinge|spline|serrat|latch|magnet|twist|curv|wav|helic|perforat|grille|mesh|textur|ventilat|louv|lip(?!stick)|rib(?!bon)|barb|slic|mitr|truncat|conic|leaving|stopping|eccentric|extrud|sketch|loft|revolv|mirror(?:ed|ing)|subtract|boolean|arduino|raspberry|teensy|flut|scallop|crown|draft|gusset|tongue|detent|ratchet|bayonet|intersect|fus(?:e|ing)|combin|tilt|rotat|invert|emerg|indent|protrud|overlap|stagger|interpenetrat|revers|duplicat)/
