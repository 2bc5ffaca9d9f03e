import type { PartBody, PartPiece } from '@hewn/model'
import { apartOf, type Binder } from './bind/bind.ts'
import { TOUCHES } from './features/standing.ts'
import { lidBody } from './families/lid-of-box.ts'
import { evaluate, half, plus } from './formula.ts'
import type { Family } from './kinds.ts'
import type { Quantity } from './read/atoms.ts'
import type { Frame } from './read/frame.ts'
import { familyOf } from './registry.ts'

/** Copies a body that was asked for more than once, and puts bodies beside or on each other. */
export function arrange(frames: readonly Frame[], bodies: PartBody[], binder: Binder): PartBody[] {
  const all: PartBody[] = []
  bodies.forEach((body, index) => {
    const frame = frames[index]
    const before = all.at(-1)
    if (frame && before && index > 0) beside(frame, body, before, binder, frames[index - 1])
    all.push(body)
    for (const piece of body.parts.filter(({ kind }) => kind === 'lid')) {
      countScrews(frame, binder)
      if (frame && hasOwnHoles(frame)) unscrewed(piece, binder)
      const made = lidOf(body, piece, binder)
      if (frame) said(frame, body, made, binder)
      all.push(made)
    }
    const count = frame?.count
    if (!frame || !count) return
    count.used = 'count'
    if (count.value > 1 && count.value <= 20) all.push(...copies(frame, body, Math.round(count.value), binder))
    else if (count.value > 20)
      binder.refuse('AGENT_IMPOSSIBLE', `At most 20 copies are made at once; ${count.value} were asked for.`, [
        count.at,
      ])
  })
  return all
}

/** What was said of the lid: `a lid with a 10 mm hole in the middle`, `four holes in the lid`. */
function said(frame: Frame, box: PartBody, lid: PartBody, binder: Binder): void {
  const [host, family] = [frame.kind as Family, familyOf(lid.family)]
  if (!family) return
  const form = family.form(lid.sizes, (flag) => lid.flags.includes(flag), lid.parts)
  const inset = overBosses(box)
  for (const child of frame.children.filter((one) => one.level === 'feature' && apartOf(one, host))) {
    // `a matching lid with 3.2 mm holes`: one over each boss.
    if (inset !== undefined && child.kind.key === 'hole' && child.plural && !child.count && child.places.length === 0)
      child.places.push({ place: { kind: 'corners' }, at: child.at })
    lid.features.push(...binder.features(child, lid, family, form))
  }
  if (inset === undefined) return
  for (const { at, kind } of lid.features) {
    const edge = at.relations.find((one) => one.kind === 'edge')
    if (kind !== 'hole' || edge?.kind !== 'edge' || !at.relations.some((one) => one.kind === 'corners')) continue
    if (binder.forget(edge.distance)) edge.distance = inset
  }
}

/** `a screwed lid with M3 holes in the corners`: those are the holes for its screws. */
const hasOwnHoles = (frame: Frame): boolean =>
  frame.children.some((one) => one.kind.key === 'hole' && one.plural && apartOf(one, frame.kind as Family) === 'lid')

function unscrewed(piece: PartPiece, binder: Binder): void {
  const { screw, ...sizes } = piece.sizes
  if (screw && binder.forget(screw)) piece.sizes = sizes
}

/** How far in from the edges the bosses in the corners of a box stand: the holes of its lid are over them. */
function overBosses(box: PartBody): string | undefined {
  const boss = box.features.find(({ kind, at }) => kind === 'pad' && at.relations.some((one) => one.kind === 'corners'))
  const inset = boss?.at.relations.find((one) => one.kind === 'edge')
  return inset?.kind === 'edge' ? `(${box.sizes['wall'] ?? '0'} + ${inset.distance})` : undefined
}

/** A screw in each corner is what a lid is held by here. */
function countScrews(frame: Frame | undefined, binder: Binder): void {
  const count = frame?.children
    .filter(({ kind }) => kind.key === 'lid')
    .flatMap(({ children }) => children)
    .find(({ kind }) => kind.key === 'lidscrew')?.count
  if (count?.value === 4) count.used = 'count'
  else if (count)
    binder.refuse(
      'AGENT_UNSUPPORTED',
      `A lid is held by four screws, one in each corner; ${count.value} were asked for.`,
      [count.at],
    )
}

/** A lid is a body of its own, beside its box. */
export function lidOf(box: PartBody, piece: PartPiece, binder: Binder): PartBody {
  const gap = binder.names.add('gap', {
    label: 'Gap between',
    value: 10,
    unit: 'mm',
    min: 0.1,
    origin: { from: 'assumed', why: 'the lid lies beside its box' },
  })
  // What lies on bosses has no lip that would meet them, unless one was said.
  const over = overBosses(box)
  if (over !== undefined && piece.sizes['lip'] && binder.forget(piece.sizes['lip'])) {
    const { lip: _lip, clearance, ...sizes } = piece.sizes
    if (clearance) binder.forget(clearance)
    piece.sizes = sizes
  }
  const inset = () =>
    over ??
    binder.names.add('lid_inset', {
      label: 'Screws to edges',
      value: 5,
      unit: 'mm',
      min: 0.1,
      origin: { from: 'assumed', why: 'no distance from the edges was said' },
    })
  return lidBody(box, piece, binder.id('lid'), gap, inset)
}

/** As a script can say it: of a gear it knows the circle of its tips, and not how far they reach to a side. */
function sizeOf(body: PartBody): [string, string, string] {
  const form = familyOf(body.family)?.form(body.sizes, (flag) => body.flags.includes(flag), body.parts)
  const [x, y, z] = form?.size ?? ['0', '0', '0']
  const [right, back] = [form?.faces?.right?.at[0], form?.faces?.back?.at[1]]
  const said = (size: string, from: string | undefined) => (/tip_reach/.test(size) && from ? `2 * ${from}` : size)
  return [said(x, right), said(y, back), z]
}

/** In a stack where a gap or `above` was said, otherwise in a row. */
function copies(frame: Frame, body: PartBody, count: number, binder: Binder): PartBody[] {
  if (frame.joint === 'united')
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `The ${count} are to be one, and how they lie to each other is not clear: “${body.label}”.`,
      [frame.at],
      ['crossing at right angles', 'one on top of the other', 'separate parts side by side'],
    )
  const spacing = frame.places.find(({ place }) => place.kind === 'spacing')?.place
  const beside = /\bside by side\b|\bnext to each other\b|\bbeside each other\b|\bin a (?:row|line)\b/i.test(
    frame.said ?? '',
  )
  const stacked =
    !beside &&
    (frame.gap !== undefined || spacing !== undefined || frame.flags.has('parallel') || frame.flags.has('stacked'))
  const said = frame.gap ?? (spacing?.kind === 'spacing' ? spacing.x : undefined)
  if (said && isByCentres(frame, said))
    return byCentres(body, count, binder.names.said('centres', 'Centre distance', said), binder)
  const gap = said
    ? binder.names.said('gap', 'Gap between', said)
    : binder.names.add('gap', {
        label: 'Gap between',
        value: 10,
        unit: 'mm',
        min: 0.1,
        origin: { from: 'assumed', why: 'more than one was asked for, and no distance was said' },
      })
  const [x, , z] = sizeOf(body)
  return Array.from({ length: count - 1 }, (_, index) => ({
    ...body,
    id: binder.id(body.id),
    place: stacked ? { z: `${index + 1} * (${z} + ${gap})` } : { x: `${index + 1} * (${x} + ${gap})` },
  }))
}

/** `two discs, 60 mm between their centres`, `centers 160 mm apart`: from middle to middle, and not from rim to rim. */
function isByCentres({ said = '', at }: Frame, { at: [from, to] }: Quantity): boolean {
  return /\bcent(?:er|re)s?\b/i.test(said.slice(Math.max(0, from - at[0] - 26), to - at[0] + 26))
}

/** In a row; a gear is turned by half a tooth against the one before it, where else their teeth would meet. */
function byCentres(body: PartBody, count: number, centres: string, binder: Binder): PartBody[] {
  const [x] = sizeOf(body)
  const value = (formula: string) => evaluate(formula, binder.names.values)
  const { teeth = '0', module = '0' } = body.sizes
  const gear = body.family === 'gear'
  const least = gear ? `${module} * ${teeth}` : x
  if (value(centres) < value(least) - 1e-6)
    binder.refuse(
      'AGENT_CONTRADICTION',
      `Centres ${value(centres)} mm apart are too close: each ${body.label} is ${Math.round(value(least) * 100) / 100} mm wide.`,
      [],
    )
  return Array.from({ length: count - 1 }, (_, index) => ({
    ...body,
    id: binder.id(body.id),
    place: {
      x: index === 0 ? centres : `${index + 1} * ${centres}`,
      ...(gear && value(teeth) % 2 === 0 && index % 2 === 0 ? { lie: `0, 0, 180 / ${teeth}` } : {}),
    },
  }))
}

/** `a flange, below it a sleeve`, `a tube standing in the middle of a base plate`: how two bodies lie to each other. */
const RELATING =
  /\b(?:below|under|underneath|beneath|above|atop|standing|stands|lying|sitting|sits|welded|attached|joined|fixed|mounted) (?!is\b)|\b(?:at|on) (?:the|its|one|each|both)(?: \w+)? ends?\b|\b(?:on|onto|to|through) (?:it|both|each other)\b/i

function beside(frame: Frame, body: PartBody, before: PartBody, binder: Binder, last?: Frame): void {
  const [x, , z] = sizeOf(body)
  const [bx, , bz] = sizeOf(before)
  const specs = frame.places.flatMap(({ place }) => (place.kind === 'spec' ? [place.spec] : []))
  const on = specs.some(
    ({ places, prep }) =>
      places.includes('top') && (prep === 'on' || prep === 'along' || prep === undefined || prep === 'onto'),
  )
  const concentric = frame.flags.has('concentric') || frame.places.some(({ place }) => place.kind === 'centre')
  const round = body.family === 'cylinder' || body.family === 'tube' || body.family === 'turned'
  if (on && round && /lying|laid|along/.test(frame.said ?? '')) {
    const d = body.sizes['outer'] ?? '0'
    body.place = { x: `-${half(z)}`, z: plus(bz, half(d)), lie: '0, 90, 0' }
    return
  }
  if (on && TOUCHES.has(body.family) && !frame.flags.has('separate')) {
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `The ${frame.noun} would touch the ${before.label} in one place only, and not be part of it. What is meant?`,
      [frame.at],
      ['a hemisphere on top', 'two separate parts'],
    )
    return
  }
  if (on) {
    body.place = { z: bz }
    return
  }
  if (concentric) return
  // `a cylinder standing on a plate`, `remove a cube from one corner`: not two parts beside each other.
  // Between the two, and not of what either is told with: `Body: … Lid: … with a spigot under it`.
  const between = `${last?.said?.split(/[.;:](?!\d)/).at(-1) ?? ''} ${frame.said?.split(/[,.;:](?!\d)/)[0] ?? ''}`
  const related = frame.flags.has('separate') ? undefined : RELATING.exec(between)?.[0].trim()
  const joint = frame.joint ?? related
  if (joint) {
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `How the ${frame.noun} and the ${before.label} belong together is not clear: “… ${joint} … ${frame.noun}”.`,
      [frame.at],
      [
        `two parts beside each other: a ${before.label} and a ${frame.noun}`,
        `one part: a ${before.label} with a boss, a step or a pocket`,
      ],
    )
    return
  }
  const gap = binder.names.all.some(({ name }) => name === 'gap')
    ? 'gap'
    : binder.names.add('gap', {
        label: 'Gap between',
        value: 10,
        unit: 'mm',
        min: 0.1,
        origin: { from: 'assumed', why: 'separate parts lie beside each other' },
      })
  const shift = `(${bx} + ${x}) / 2 + ${gap}`
  body.place = { x: before.place?.x ? `${before.place.x} + ${shift}` : shift }
}
