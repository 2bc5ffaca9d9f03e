// Text of a log comes from strangers: escapes are dropped, and what would be unseen or turn the line around is shown.

// Built from strings, so that no unseen character stands in this file.
const ESCAPES = new RegExp(
  [
    '\\u001b\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?', // a title or link: to its end
    '[\\u001b]\\[[0-?]*[ -/]*[@-~]', // colours and cursor moves
    '\\u009b[0-?]*[ -/]*[@-~]',
    '\\u001b[ -/]*[0-~]',
  ].join('|'),
  'g',
)
const UNSEEN = new RegExp(
  // oxlint-disable-next-line no-control-regex -- they are what it looks for
  '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]',
  'g',
)

/** One line as it is shown: without escapes, with control and direction characters as visible names (WB65). */
export const logText = (text: string): string =>
  text
    .replace(ESCAPES, '')
    .replace(/\r$/, '')
    .replace(UNSEEN, (character) => {
      const code = character.charCodeAt(0)
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : `⟨${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
    })
