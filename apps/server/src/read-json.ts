import { refuse } from './refusal.ts'

const DEEPEST = 64

/** JSON as it may come from a stranger: UTF-8, and no deeper than anything of ours is. */
export function readJson(bytes: Uint8Array): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse('REQUEST_INVALID', 'The body is not UTF-8.')
  }
  // Looked at before it is parsed: a hundred thousand brackets are cheap to send and dear to build.
  if (depthOf(text) > DEEPEST) throw refuse('LIMIT_DEPTH', `The body is nested deeper than ${DEEPEST} levels.`)
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message.slice(0, 200) : 'it cannot be read'
    throw refuse('REQUEST_INVALID', `The body is not JSON: ${why}.`, { hint: 'Send one JSON object.' })
  }
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const letter = text.charCodeAt(index)
    if (quoted) {
      if (letter === 92) index++
      else if (letter === 34) quoted = false
    } else if (letter === 34) quoted = true
    else if (letter === 91 || letter === 123) deepest = Math.max(deepest, ++depth)
    else if (letter === 93 || letter === 125) depth--
  }
  return deepest
}
