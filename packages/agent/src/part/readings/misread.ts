import { type AgentError, hewnError } from '@hewn/model'
import type { PartAnswer } from '../answer.ts'
import { linesOf } from '../code-of.ts'

/** What was said and came to something else or to nothing: a count that is a length, a hollow made solid, a hole of no size. */
export const misread = (part: PartAnswer): AgentError | undefined =>
  countedLength(part) ??
  ofEachCell(part) ??
  thickFloor(part) ??
  solidHollow(part) ??
  emptyHole(part) ??
  looseScrew(part) ??
  betweenThem(part)

/** `a four-cylinder engine`, `a shaft with three diameters`: how many there are is no size. */
function countedLength({ plan: { request, names } }: PartAnswer): AgentError | undefined {
  for (const { origin, unit } of names) {
    if (origin.from !== 'said' || unit !== 'mm') continue
    const [from, to] = origin.span
    if (!COUNT.test(request.slice(from, to).trim()) || !COUNTED.test(request.slice(to))) continue
    return {
      ...hewnError('AGENT_NEEDS_ANSWER', `“${request.slice(from, to).trim()}” could not be placed. What is it?`, {
        hint: 'Say beside the number what it measures, or leave it out.',
      }),
      spans: [origin.span],
    }
  }
  return undefined
}
const COUNT = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/i
const COUNTED =
  /^(?:-[a-z]|\s+(?:(?!thick|wide|long|high|tall|deep|with|and|by|in|on|at|of|apart|milli|times)[a-z]+ ){0,3}(?!times|millim|inches|centim)[a-z]{3,}s\b)/i

/** `12 compartments, each 30 x 30 x 20`: that is not how large the tray is. */
function ofEachCell({ plan: { request, bodies, names } }: PartAnswer): AgentError | undefined {
  const [body] = bodies
  const size = names.find(({ name }) => name === body?.sizes['length'])
  if (
    body?.family !== 'enclosure' ||
    size?.origin.from !== 'said' ||
    !EACH_CELL.test(request.slice(0, size.origin.span[0]))
  )
    return undefined
  return {
    ...hewnError('AGENT_NEEDS_ANSWER', 'How large is the whole of it outside?', {
      hint: 'Compartments are as large as the walls and the dividers leave them.',
    }),
    spans: [size.origin.span],
  }
}
const EACH_CELL = /\b(?:compartments?|cells?|bays?|sections?)\b[^.;\n]*\b(?:each|every one)(?: is| being| of)? ?$/i

/** `50 at the bottom` is how wide a cup is there; a floor takes no half of its height. */
function thickFloor({ plan: { bodies, names } }: PartAnswer): AgentError | undefined {
  const [body] = bodies
  const [floor, height] = ['floor', 'height'].map((slot) => names.find(({ name }) => name === body?.sizes[slot]))
  if (floor?.origin.from !== 'said' || !height || floor.value * 2 < height.value) return undefined
  return {
    ...hewnError('AGENT_NEEDS_ANSWER', `Is the floor ${floor.value} mm thick? It is ${height.value} mm high.`, {
      choices: ['a floor as thick as the walls', `${floor.value} mm wide at the bottom`],
    }),
    spans: [floor.origin.span],
  }
}

/** What is hollow has something taken out of it. */
function solidHollow(part: PartAnswer): AgentError | undefined {
  const { request, names } = part.plan
  const said = /\bhollow\b/i.exec(request)
  if (!said || linesOf(part).some((line) => /\s-=?\s/.test(line)) || names.some(({ label }) => CAVITY.test(label)))
    return undefined
  return {
    ...hewnError('AGENT_NEEDS_ANSWER', 'How thick should the walls be?', { choices: ['2 mm walls', '3 mm walls'] }),
    spans: [[said.index, said.index + said[0].length]],
  }
}
const CAVITY = /wall|inside|inner|bore/i

/** `cylinders … and two mounting holes`: a hole in what stands there makes nothing as long as nobody says how wide it is. */
function emptyHole({ plan: { bodies } }: PartAnswer): AgentError | undefined {
  const empty = bodies.some(({ features }) =>
    features.some(
      ({ kind, sizes, parts }) =>
        kind === 'pad' && !sizes['pilot'] && parts.some((one) => one.kind === 'hole' && !one.sizes['diameter']),
    ),
  )
  return empty
    ? hewnError('AGENT_NEEDS_ANSWER', 'What diameter should the hole have?', { choices: ['3 mm hole', '5 mm hole'] })
    : undefined
}

/** `a case with M3 corner screws`: one that nobody said the length of is no part beside the case; something takes it. */
function looseScrew({ plan: { request, bodies, names } }: PartAnswer): AgentError | undefined {
  const [, ...others] = bodies
  const unsaid = names.filter(({ label, origin }) => label === 'Length' && origin.from === 'assumed')
  const screw = others.find(
    (body) => SCREW.test(body.label) && unsaid.some(({ name }) => JSON.stringify(body).includes(`"${name}"`)),
  )
  if (!screw) return undefined
  const size = /\bm\d+(?:\.\d+)?\b/i.exec(request)?.[0] ?? 'M3'
  return hewnError('AGENT_NEEDS_ANSWER', `What should the ${screw.label}s go into?`, {
    choices: [`four ${size} bosses in the corners`, `four ${size} holes, 6 mm from the edges`],
  })
}
const SCREW = /\b(?:screw|bolt)s?$/

/** `two shafts with a hub between them`: it joins them, and no two are made beside each other, each with a hub of its own. */
function betweenThem({ plan: { request, names } }: PartAnswer): AgentError | undefined {
  const said = /\bbetween (?:them|the two)\b/i.exec(request)
  const beside = names.some(({ label, origin }) => label === 'Gap between' && origin.from === 'assumed')
  return said && beside
    ? {
        ...hewnError('AGENT_NEEDS_ANSWER', 'How do these belong together? They would stand beside each other.', {
          choices: ['one part', 'several parts beside each other'],
        }),
        spans: [[said.index, said.index + said[0].length]],
      }
    : undefined
}
