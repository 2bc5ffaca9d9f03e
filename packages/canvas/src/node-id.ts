import type { Channel } from './fold.ts'
import { isObject } from './value.ts'

const LONGEST = 64

/**
 * The id of a node from its label, in any script; empty when nothing is left (CV10).
 * @example slug('Étape 1') // → 'étape-1'
 */
export function slug(label: string): string {
  const dashed = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
  return [...dashed.replace(/^-|-$/g, '')].slice(0, LONGEST).join('')
}

export function nodeId(label: string, nodes: Channel): string {
  const named = slug(label)
  if (named) return named
  let number = nodes.size + 1
  while (nodes.has(`node-${number}`)) number += 1
  return `node-${number}`
}

/** `source->target`; `#2`, `#3` … when an edge between another pair has that id. */
export function edgeId(source: string, target: string, edges: Channel): string {
  const plain = `${source}->${target}`
  const free = (id: string) => {
    const edge = edges.get(id)
    return edge === undefined || (isObject(edge) && edge.source === source && edge.target === target)
  }
  if (free(plain)) return plain
  let number = 2
  while (!free(`${plain}#${number}`)) number += 1
  return `${plain}#${number}`
}
