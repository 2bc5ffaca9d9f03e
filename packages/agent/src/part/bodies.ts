import type { PartBody, PartPiece } from '@hewn/model'
import type { Binder } from './bind.ts'
import { lidBody } from './families/lid.ts'
import { evaluate, half, plus } from './formula.ts'
import type { Frame } from './read/frame.ts'
import { familyOf } from './registry.ts'

/** Copies a body that was asked for more than once, and puts bodies beside or on each other. */
export function arrange(frames: readonly Frame[], bodies: PartBody[], binder: Binder): PartBody[] {
  const all: PartBody[] = []
  bodies.forEach((body, index) => {
    const frame = frames[index]
    const before = all.at(-1)
    if (frame && before && index > 0) beside(frame, body, before, binder)
    all.push(body)
    for (const piece of body.parts.filter(({ kind }) => kind === 'lid')) {
      countScrews(frame, binder)
      all.push(lidOf(body, piece, binder))
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
function lidOf(box: PartBody, piece: PartPiece, binder: Binder): PartBody {
  const gap = binder.names.add('gap', {
    label: 'Gap between',
    value: 10,
    unit: 'mm',
    min: 0.1,
    origin: { from: 'assumed', why: 'the lid lies beside its box' },
  })
  const inset = () =>
    binder.names.add('lid_inset', {
      label: 'Screws to edges',
      value: 5,
      unit: 'mm',
      min: 0.1,
      origin: { from: 'assumed', why: 'no distance from the edges was said' },
    })
  return lidBody(box, piece, binder.id('lid'), gap, inset)
}

const sizeOf = (body: PartBody): [string, string, string] =>
  familyOf(body.family)?.form(body.sizes, (flag) => body.flags.includes(flag), body.parts).size ?? ['0', '0', '0']

/** In a stack where a gap or `above` was said, otherwise in a row. */
function copies(frame: Frame, body: PartBody, count: number, binder: Binder): PartBody[] {
  const spacing = frame.places.find(({ place }) => place.kind === 'spacing')?.place
  const stacked =
    frame.gap !== undefined || spacing !== undefined || frame.flags.has('parallel') || frame.flags.has('stacked')
  const said = frame.gap ?? (spacing?.kind === 'spacing' ? spacing.x : undefined)
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

function beside(frame: Frame, body: PartBody, before: PartBody, binder: Binder): void {
  const [x, , z] = sizeOf(body)
  const [bx, , bz] = sizeOf(before)
  const value = (formula: string) => evaluate(formula, binder.names.values)
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
  if (on) {
    body.place = { z: bz }
    return
  }
  if (concentric) return
  const gap = binder.names.all.some(({ name }) => name === 'gap')
    ? 'gap'
    : binder.names.add('gap', {
        label: 'Gap between',
        value: 10,
        unit: 'mm',
        min: 0.1,
        origin: { from: 'assumed', why: 'separate parts lie beside each other' },
      })
  void value
  const shift = `(${bx} + ${x}) / 2 + ${gap}`
  body.place = { x: before.place?.x ? `${before.place.x} + ${shift}` : shift }
}
