import type { Claim, Named, PartPlan } from '@hewn/model'
import { ALL_ROUND } from './radial.ts'
import type { Realised, RealisedBody, RealisedFeature } from './realise.ts'
import { byNumber } from './by-reach.ts'
import { evaluate } from './formula.ts'
import { indirectly } from './indirectly.ts'
import { wholeOf } from './whole.ts'

/** What a part promises: each number of the words, and what is known without the kernel. */
export function partClaims(plan: PartPlan, realised: Realised): Claim[] {
  const claims: Claim[] = []
  const values = Object.fromEntries(plan.names.map(({ name, value }) => [name, value]))
  const spoken = new Set<string>()
  const claim = (id: string, text: string, from: Claim['from'], expect: Claim['expect'], assumed?: string) => {
    let unique = `claim:${id}`
    for (let n = 2; claims.some((one) => one.id === unique); n++) unique = `claim:${id}-${n}`
    claims.push({
      id: unique,
      text,
      from,
      ...(assumed ? { assumed } : {}),
      ...(expect ? { expect } : {}),
      result: { state: 'waiting' },
    })
  }
  const [single] = realised.bodies
  if (realised.bodies.length === 1 && single) {
    const axes = ['x', 'y', 'z'] as const
    axes.forEach((axis, index) => {
      if (single.form.loose?.includes(axis) || single.features.some(({ form }) => form.loose?.includes(axis))) return
      const formula = single.form.size[index] ?? '0'
      // What stands on it makes it larger than the size it was given.
      const grown = Math.abs((single.size[index] ?? 0) - evaluate(formula, values)) > 1e-6
      const named = grown ? undefined : plan.names.find(({ name }) => name === formula)
      // What is round is as wide as it is deep: its diameter is named once.
      const again = named !== undefined && spoken.has(named.name)
      if (named) spoken.add(named.name)
      const text = named && !again ? said(named, plan) : `${axis} ${round(single.size[index] ?? 0)} mm`
      claim(
        axis,
        text,
        named && named.origin.from === 'said' ? 'request' : 'rule',
        { fact: 'size', field: axis, ...within(single.size[index] ?? 0, named) },
        assumedOf(named),
      )
    })
    if (single.volume !== undefined)
      claim('volume', `volume ${rounded(single.volume)} mm³`, 'rule', { fact: 'volume', equals: single.volume })
    if (single.openings !== undefined)
      claim('openings', openings(single.openings), 'rule', { fact: 'openings', equals: single.openings })
    holes(single, values, (id, text, expect, named) => {
      for (const one of named) spoken.add(one)
      claim(id, text, 'request', expect)
    })
  }
  if (realised.bodies.length > 1) {
    const whole = wholeOf(realised, plan)
    if (whole.volume !== undefined)
      claim('volume', `volume ${rounded(whole.volume)} mm³ in all`, 'rule', { fact: 'volume', equals: whole.volume })
    for (const [index, axis] of (['x', 'y', 'z'] as const).entries())
      if (!whole.loose.has(axis))
        claim(axis, `${axis} ${round(whole.size[index] ?? 0)} mm in all`, 'rule', {
          fact: 'size',
          field: axis,
          equals: whole.size[index] ?? 0,
        })
  }
  for (const named of plan.names) {
    if (spoken.has(named.name)) continue
    // A size that nothing measures by itself is measured by what it changes: the volume, or where the holes are.
    const measured =
      indirectly(named, plan, realised) ??
      alike(named, plan, claims, realised) ??
      altogether(named, claims) ??
      byNumber(named, plan, realised)
    claim(
      named.name,
      measured ? `${said(named, plan)}, ${measured.by}` : said(named, plan),
      named.origin.from === 'assumed' ? 'rule' : 'request',
      measured?.expect,
      assumedOf(named),
    )
  }
  claim('solids', realised.bodies.length === 1 ? 'one solid' : `${realised.bodies.length} solids`, 'rule', {
    fact: 'solids',
    equals: realised.bodies.length,
  })
  // A lid that is screwed on needs something to be screwed to: it stands open until that is there, or accepted.
  if (hasNoBosses(plan)) claim('bosses', 'what the screws of the lid go into', 'request', undefined)
  claim('valid', 'every solid is valid', 'rule', { fact: 'valid', equals: true })
  if (realised.bodies.length > 1)
    claim('interference', 'no two bodies overlap', 'rule', { fact: 'interference', field: 'count', equals: 0 })
  return claims.filter((one) => one.expect !== undefined || one.from === 'request')
}

function hasNoBosses({ bodies, request }: PartPlan): boolean {
  const box = bodies.find(({ family }) => family === 'enclosure')
  const lid = bodies.find(({ family }) => family === 'lid')
  const drilled =
    lid?.features.some(
      ({ kind, sizes, at }) =>
        kind === 'hole' && (sizes['count'] !== undefined || at.relations.some((one) => one.kind === 'corners')),
    ) ?? false
  const taken = box?.features.some(({ kind }) => kind === 'pad' || kind === 'hole') ?? true
  return drilled && !taken && /\b(?:screw|bolt)/i.test(request)
}

/** Said once more, and part of no formula: `base 40 x 30, wall 40 x 25`. What it repeats is measured. */
function alike(named: Named, plan: PartPlan, claims: readonly Claim[], realised: Realised) {
  const { name, value, unit, label } = named
  const [{ names }, { bodies }] = [plan, realised]
  if (unit !== 'mm' || bodies.some(({ lines }) => lines.some((line) => new RegExp(`\\b${name}\\b`).test(line))))
    return undefined
  const kind = (text: string) => text.toLowerCase().split(' ').at(-1)
  const same = names.find((one) => one !== named && one.value === value && kind(one.label) === kind(label))
  const other = same && (claims.find(({ id }) => id === `claim:${same.name}`) ?? indirectly(same, plan, realised))
  const found =
    other ?? claims.find(({ expect }) => expect?.fact === 'size' && Math.abs(Number(expect.equals) - value) < 1e-9)
  return found?.expect ? { by: `by the ${found.expect.fact}`, expect: found.expect } : undefined
}

/** `three holes, 4, 6 and 8 mm`: each is measured by itself, and together they are as many as were said. */
function altogether({ unit, value }: Named, claims: readonly Claim[]) {
  const counts = claims.flatMap(({ id, expect }) => (/^claim:holes\b/.test(id) ? [Number(expect?.equals)] : []))
  const openings = claims.find(({ expect }) => expect?.fact === 'openings')?.expect
  const all = unit === 'count' && counts.length > 1 && counts.reduce((sum, count) => sum + count, 0) === value
  return all && openings?.equals === value ? { by: 'by the openings', expect: openings } : undefined
}

/** A bore that is split is round no more all the way, and is measured by the volume. */
const isSplit = ({ features }: RealisedBody, { sizes }: RealisedFeature['feature']): boolean =>
  features.some((one) => one.feature.kind === 'slit' && one.feature.sizes['bore'] === sizes['diameter'])

function holes(
  body: RealisedBody,
  values: Record<string, number>,
  claim: (id: string, text: string, expect: Claim['expect'], names: string[]) => void,
): void {
  const value = (formula: string) => evaluate(formula, values)
  // Holes of one diameter are counted together: a filter cannot tell one feature from another.
  const groups = new Map<string, { count: number; text: string[]; names: string[]; filter: string; cut: boolean }>()
  for (const { feature, form, located, face, meets, widens = 0 } of body.features) {
    const hole = form.holes
    if (!hole || !located || isSplit(body, feature)) continue
    const diameter = round(value(hole.diameter))
    // All round they lie along as many axes, and one place stands for all.
    const all = feature.flags.includes(ALL_ROUND)
    const many = all ? Math.round(value(feature.sizes['count'] ?? '1')) : located.spots.length - widens
    // What only widens a bore is measured with it, as its head.
    if (many <= 0) continue
    const filter = [
      `diameter=${diameter}`,
      hole.through ? 'through' : '',
      hole.entry ? `entry=${hole.entry}` : '',
      all ? '' : `axis=${face === 'top' || face === 'bottom' ? 'z' : face === 'front' || face === 'back' ? 'y' : 'x'}`,
    ]
      .filter(Boolean)
      .join(', ')
    const group = groups.get(filter) ?? { count: 0, text: [], names: [], filter, cut: false }
    group.count += many * (hole.walls ?? 1)
    // A bore that another one crosses is measured in two pieces.
    group.cut ||= meets === true
    group.text.push(`${many} × Ø${diameter} ${feature.label}`)
    group.names.push(...Object.values(feature.sizes))
    groups.set(filter, group)
  }
  for (const { count, text, filter, names, cut } of groups.values())
    claim(
      'holes',
      text.join(', '),
      { fact: 'hole', field: `count[${filter}]`, ...(cut ? { min: count } : { equals: count }) },
      names,
    )
}

const openings = (count: number): string =>
  count === 0 ? 'no opening goes through' : count === 1 ? 'one opening through' : `${count} openings through`

const said = ({ label, origin, value, unit }: Named, { request }: PartPlan): string => {
  const written = origin.from === 'said' || origin.from === 'table' ? request.slice(...origin.span).trim() : ''
  const words = origin.from === 'table' || tells(written, value) ? written : ''
  const measure = `${round(value)}${unit === 'deg' ? '°' : unit === 'mm' ? ' mm' : ''}`
  // A table's size is the number, and what it was looked up by.
  const text = origin.from !== 'table' ? words || measure : /\d/.test(words) ? `${measure} (${words})` : measure
  return `${label.toLowerCase()} ${text}`
}
/** A number that was worked out (`20-60: Ø25` is 40 long) is not shown by the words it was worked out from. */
function tells(words: string, value: number): boolean {
  const plain = /^\D*?(\d+(?:\.\d+)?|\.\d+)(?: ?mm)?\D*$/.exec(words)?.[1]
  if (plain !== undefined && !/in|"|cm|'|m\b|M|#|\//.test(words.replace(/mm/g, '')))
    return [1, 2, 0.5].some((times) => Math.abs(Number(plain) * times - value) < 1e-6)
  return /\d/.test(words) || NUMBER_WORDS.test(words)
}
const NUMBER_WORDS =
  /\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|quarter|third|eighth|same|equal|double|twice)\b/i
const assumedOf = (named: Named | undefined): string | undefined =>
  named?.origin.from === 'assumed' ? named.origin.why : undefined
/** As many digits as somebody reads: what is held to it is the number itself. */
const rounded = (volume: number): number => Number(volume.toFixed(volume < 1000 ? 2 : 0))
export const round = (value: number): number => Math.round(value * 1e4) / 1e4

/** `about` is ±5 %, `at least` and `at most` are bounds, `±0.5` is what it says. */
function within(value: number, named: Named | undefined) {
  if (named?.within?.bound === 'min') return { min: value }
  if (named?.within?.bound === 'max') return { max: value }
  if (named?.within?.about) return { equals: value, tolerance: value / 20 }
  return { equals: value, ...(named?.within?.tolerance === undefined ? {} : { tolerance: named.within.tolerance }) }
}
