import {
  type AgentError,
  hewnError,
  type Named,
  type PartBody,
  type PartFeature,
  type PartPlan,
  type Span,
} from '@hewn/model'
import { namesIn } from '../formula.ts'
import { familyOf, featureOf, ownFeature } from '../registry.ts'
import type { Item } from '../words/items.ts'
import { goneWith } from './loose-edges.ts'

/**
 * Whether an edit that names some feature changed another thing too: `a tapped hole in the end, 15 deep` makes no shaft
 * 15 long, and `two slots on the right` moves no hole. What the words did not name stays as it was (AG12), or is asked.
 */
export function strayed(
  spoken: string,
  items: readonly Item[],
  after: PartPlan,
  before: PartPlan,
): AgentError | undefined {
  const said = heardIn(spoken, items)
  if (said.features.size === 0 || said.all) return undefined
  const now = valuesOf(after)
  for (const was of before.bodies) {
    const is = after.bodies.find(({ id }) => id === was.id)
    if (!is || is.family !== was.family) continue
    for (const feature of was.features) {
      if (isNamed(feature, said)) continue
      const kept = is.features.find(({ id }) => id === feature.id)
      // `a 12 mm hole instead`: what it stands for goes, and what was on it.
      const gone = goneWith(feature, [was, before.names], [is, after.names])
      if (!kept && (gone.length > 0 || said.texts.has('instead'))) continue
      if (!kept) return asked(`the ${feature.label} would go`)
      // `make it a slot 10 x 25`, `a 2 mm chamfer instead`
      const becomes = kept.kind !== feature.kind && said.nouns.has(kept.kind)
      if (becomes && (featureOf(kept.kind)?.manner === 'edge' || nowNamed(kept, said))) continue
      const own = ownNames(feature, before, said)
      const change = own.find(({ name, value }) => now.has(name) && now.get(name) !== value)
      if (change)
        return asked(
          `${change.label} would become ${now.get(change.name)}, where it is ${change.value}`,
          spanOf(after, change),
        )
      if (shapeOf(kept) !== shapeOf(feature)) return asked(`the ${feature.label} would change or move`)
    }
    if (isBodyNamed(was, said)) continue
    for (const [slot, formula] of Object.entries(was.sizes)) {
      if (said.slots.has(slot) || isRounding(slot, said) || isBore(slot, was, said)) continue
      const change = before.names.find(
        ({ name, value }) => namesIn(formula).includes(name) && now.has(name) && now.get(name) !== value,
      )
      const at = change && spanOf(after, change)
      // `25 long please, and 1 mm chamfers`: what is said before any feature is the body's.
      if (change && !(at && at[0] < said.first) && !isCalled(change.label, said))
        return asked(`${change.label} would become ${now.get(change.name)}, where it is ${change.value}`, at)
    }
  }
  return undefined
}

interface Heard {
  /** Kinds of features and of their parts that are named. */
  features: ReadonlySet<string>
  /** Everything a noun may stand for. */
  nouns: ReadonlySet<string>
  texts: ReadonlySet<string>
  /** Slots of a body that a word names by itself: `longer`, `the thickness`. */
  slots: ReadonlySet<string>
  /** Where the first of the features is named. */
  first: number
  all: boolean
}

function heardIn(whole: string, items: readonly Item[]): Heard {
  // `in the thick end` is a place.
  const spoken = whole.replace(
    /\b(?:thick|thin|long|short|wide|inner|outer)(?:er)? (?=(?:end|part|side|section)\b)/gi,
    '',
  )
  const words = items.filter((item) => item.kind === 'word')
  const nouns = new Set(words.flatMap(({ entry }) => entry?.nouns ?? []))
  const texts = new Set((spoken.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((word) => [word, word.replace(/s$/, '')]))
  const isFeature = (key: string): boolean => ownFeature(key) !== undefined
  return {
    nouns,
    texts,
    features: new Set([...nouns].filter(isFeature)),
    first: words.find(({ entry }) => entry?.nouns.some(isFeature))?.at[0] ?? Infinity,
    slots: new Set([...texts].flatMap((text) => SLOTS[text] ?? [])),
    all: [...texts].some((text) => ALL.has(text)),
  }
}

/** `the face width 16`: by its whole name. */
function isCalled(label: string, { texts }: Heard): boolean {
  const words = label.toLowerCase().split(' ')
  return words.length > 1 && words.every((word) => texts.has(word))
}

const ALL = new Set([
  'everything',
  'them',
  'they',
  'those',
  'these',
  'swap',
  'mirror',
  'mirrored',
  'scale',
  'rotate',
  'undo',
  'rest',
])

const isNamed = ({ kind, label, parts }: PartFeature, { nouns, texts }: Heard): boolean =>
  nouns.has(kind) ||
  parts.some((part) => nouns.has(part.kind)) ||
  label.split(' ').some((word) => texts.has(word)) ||
  // `fillet its corners`, of a pocket that was just cut
  ((featureOf(kind)?.manner === 'edge' || (texts.has('its') && featureOf(kind)?.slots['corner'] !== undefined)) &&
    EDGES.some((word) => texts.has(word)))

/** Something that is pointed at by `it` alone became what words name. */
const nowNamed = ({ kind }: PartFeature, { nouns, texts }: Heard): boolean =>
  nouns.has(kind) && ['it', 'that', 'this'].some((word) => texts.has(word))

const EDGES = ['edge', 'edges', 'corner', 'corners', 'round', 'rounded', 'radius', 'sharp', 'square']

const isBodyNamed = ({ family, label, parts }: PartBody, { nouns, texts }: Heard): boolean =>
  (nouns.has(family) && ownFeature(family) === undefined) ||
  // The first step of a shaft is its body.
  (nouns.has('step') && parts.some(({ kind }) => kind === 'stage')) ||
  label.split(' ').some((word) => texts.has(word)) ||
  ['it', 'part', 'whole', 'overall', 'this'].some((word) => texts.has(word))

const isRounding = (slot: string, { nouns, texts }: Heard): boolean =>
  slot === 'corner' && (nouns.has('fillet') || EDGES.some((word) => texts.has(word)))
const isBore = (slot: string, { family }: PartBody, { nouns }: Heard): boolean =>
  slot === familyOf(family)?.bore && nouns.has('hole')

/** Parameters that only this feature stands on, and others that are not named either. */
function ownNames(feature: PartFeature, { names, bodies }: PartPlan, said: Heard): Named[] {
  const used = new Set(namesIn(JSON.stringify(feature)))
  const others = JSON.stringify(
    bodies.map((body) => [body.sizes, body.parts, body.features.filter((one) => isNamed(one, said))]),
  )
  return names.filter(({ name }) => used.has(name) && !new RegExp(`\\b${name}\\b`).test(others))
}

const shapeOf = ({ sizes, parts, at }: PartFeature): string => JSON.stringify([sizes, parts, at])
const valuesOf = ({ names }: PartPlan): Map<string, number> => new Map(names.map(({ name, value }) => [name, value]))

/** Where in the last line of the request a value was told. */
function spanOf({ names, request }: PartPlan, { name }: Named): Span | undefined {
  const origin = names.find((one) => one.name === name)?.origin
  const start = request.lastIndexOf('\n') + 1
  if (!origin || !('span' in origin) || !origin.span || origin.span[0] < start) return undefined
  return [origin.span[0] - start, origin.span[1] - start]
}

const asked = (what: string, at?: Span): AgentError => ({
  ...hewnError('AGENT_NEEDS_ANSWER', `As these words are read, ${what}; they do not say so. What should change?`, {
    hint: 'Name the thing that changes, and one thing at a time: make the hole 15 mm deep',
  }),
  ...(at ? { spans: [at] } : {}),
})

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  longer: ['length', 'height'],
  shorter: ['length', 'height'],
  length: ['length', 'height'],
  wider: ['width', 'length'],
  narrower: ['width', 'length'],
  width: ['width', 'length'],
  taller: ['height', 'width', 'length'],
  higher: ['height', 'width', 'length'],
  lower: ['height'],
  height: ['height', 'width', 'length'],
  thicker: ['thickness', 'wall', 'height'],
  thinner: ['thickness', 'wall', 'height'],
  thickness: ['thickness', 'wall', 'height'],
  thick: ['thickness', 'wall', 'height'],
  wall: ['wall', 'inner', 'floor'],
  walls: ['wall', 'inner', 'floor'],
  floor: ['floor'],
  outer: ['outer'],
  outside: ['outer'],
  od: ['outer'],
  inside: ['inner'],
  inner: ['inner'],
  id: ['inner'],
  bore: ['inner'],
}
