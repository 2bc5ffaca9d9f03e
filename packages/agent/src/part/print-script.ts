import type { Named, PartPlan } from '@hewn/model'
import { mathIn } from './formula.ts'
import type { Realised } from './realise.ts'

/** The script for people: the request, parameters on top, one statement per feature. Equal plans print equal bytes. */
export function printScript(plan: PartPlan, { bodies }: Realised): string {
  const lines = bodies.flatMap(({ body, lines: own }) => [
    ...own,
    `${body.id}.label = ${quoted(body.label)}`,
    ...(body.color ? [`${body.id}.color = Color(${quoted(body.color)})`] : []),
    '',
  ])
  const text = lines.map(unbracketed).join('\n')
  const used = plan.names.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(text))
  const math = mathIn(text)
  const aligns = [
    ...(/\balign=floor\b/.test(text) ? ['floor = (Align.CENTER, Align.CENTER, Align.MIN)'] : []),
    ...(/\balign=down\b/.test(text) ? ['down = (Align.CENTER, Align.CENTER, Align.MAX)'] : []),
  ]
  const [only] = bodies
  const result =
    bodies.length === 1 && only
      ? `result = ${only.body.id}`
      : `result = Compound(label="parts", children=[${bodies.map(({ body }) => body.id).join(', ')}])`
  return [
    ...comment(plan.request),
    ...(math.length > 0 ? [`from math import ${math.join(', ')}`, ''] : []),
    'from build123d import *',
    ...(/\bSpurGearPlan\(/.test(text) ? ['from bd_warehouse.gear import SpurGearPlan'] : []),
    '',
    ...used.map(parameter),
    ...(used.length > 0 ? [''] : []),
    ...aligns,
    ...lines.slice(0, -1).map(unbracketed),
    result,
    '',
  ].join('\n')
}

/** `Box((a + b), c)` reads better as `Box(a + b, c)`. */
const unbracketed = (line: string): string =>
  line.replace(/(?<=[(,] ?)\(([^(),]*)\)(?=[,)])/g, (whole, inner: string, at: number) =>
    /\w\($/.test(line.slice(0, at)) || /[,(] ?$/.test(line.slice(0, at)) ? inner : whole,
  )

const quoted = (text: string): string => JSON.stringify(text.replace(/[^\p{L}\p{N} .,_-]/gu, ''))

function comment(request: string): string[] {
  const words = request
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .split(/\s+/)
  const rows: string[] = []
  let row = '#'
  for (const word of words) {
    const cut = word.length > 200 ? `${word.slice(0, 200)}…` : word
    if (row.length + cut.length + 1 > 110) {
      rows.push(row)
      row = '#'
    }
    row += ` ${cut}`
  }
  return [...rows, row]
}

/** `length = 80.0  # Length [20 .. 400] mm; assumed: …`, in the form that the kernel reads as a slider. */
export function parameter({ name, label, value, unit, origin, min, max }: Named): string {
  const [low, high] = [min ?? lowOf(value, unit), max ?? highOf(value, unit)]
  const range = `[${number(Math.min(low, value), 'count')} .. ${number(Math.max(high, value), 'count')}]`
  const why = origin.from === 'assumed' ? `; assumed: ${origin.why}` : origin.from === 'table' ? `; ${origin.key}` : ''
  const suffix = unit === 'mm' ? ' mm' : unit === 'deg' ? ' deg' : ''
  return (
    `${name} = ${number(value, unit)}`.padEnd(26) +
    ` # ${label.replace(/[[\];#]/g, '')} ${range}${suffix}${why.replace(/[[\]\n]/g, ' ')}`
  )
}

const number = (value: number, unit: Named['unit']): string => {
  const text = String(value)
  return unit === 'count' || text.includes('.') || text.includes('e') ? text : `${text}.0`
}
const lowOf = (value: number, unit: Named['unit']): number =>
  unit === 'count' ? 1 : unit === 'deg' ? Math.min(0, value) : value > 0 ? tidy(value / 4) : tidy(value * 4)
const highOf = (value: number, unit: Named['unit']): number =>
  unit === 'count' ? Math.max(12, value * 3) : unit === 'deg' ? 360 : value > 0 ? tidy(value * 4) : Math.abs(value)
const tidy = (value: number): number => Number(value.toPrecision(2))
