import type { PartFeature } from '@hewn/model'
import type { Quantity } from '../read/atoms.ts'
import type { Edit } from './edit.ts'
import { howMany } from './how-many.ts'
import { plural } from '../../read/plural.ts'
import { changeOf } from './set-size.ts'

/** `8 holes instead of 6`, `two more holes`, `double the holes`. */
export function recount(feature: PartFeature, count: Quantity, edit: Edit): boolean {
  const named = edit.named(feature.sizes['count'])
  count.used = 'count'
  if (named) {
    const { value, origin } = changeOf(count, named.value)
    if (value < 1 || !Number.isInteger(value))
      edit.refuse(
        'AGENT_IMPOSSIBLE',
        `That would be ${value} ${plural(feature.label)}, where there are ${named.value}.`,
        [count.at],
      )
    else edit.set(named, value, origin)
    return true
  }
  const cornered = feature.at.relations.some(({ kind }) => kind === 'corners')
  const { value } = changeOf(count, cornered ? 4 : 1)
  if (cornered) {
    if (value === 4) return true
    edit.refuse(
      'AGENT_CONTRADICTION',
      `The ${plural(feature.label)} are in the four corners; ${value} of them need other places.`,
      [count.at],
      [`${value} holes on a circle`, `${value} holes in a row`],
    )
    return true
  }
  const grid = feature.at.relations.find((one) => one.kind === 'grid' || one.kind === 'points')
  const there = howMany({ feature }, edit.names.values)
  if (grid && value !== there) {
    edit.refuse(
      'AGENT_NEEDS_ANSWER',
      `There are ${there} ${plural(feature.label)} in a pattern; where should ${value} of them be?`,
      [count.at],
      [`${value} holes in a row`, `${value} holes on a circle`],
    )
    return true
  }
  // More than one of what was in one place stand in a row.
  if (value > 1 && !feature.at.relations.some(({ kind }) => PATTERNS.has(kind)))
    feature.at = {
      ...feature.at,
      relations: [...feature.at.relations.filter(({ kind }) => kind !== 'centre'), { kind: 'line' }],
    }
  feature.sizes['count'] = edit.names.said(
    `${feature.id}_count`,
    `Number of ${plural(feature.label)}`,
    { ...count, value },
    'count',
  )
  return true
}

const PATTERNS: ReadonlySet<string> = new Set(['circle', 'angle', 'grid', 'line', 'points', 'corners'])
