/** What is picked, by the name that a request may call it: `the top front edge`. */
export interface Pointed {
  kind: 'face' | 'edge'
  words: string
}

/** `chamfer this edge 2 mm` with an edge picked is `chamfer the top front edge 2 mm` (WB49). */
export function sayPointed(text: string, pointed: Pointed | null): string {
  if (!pointed) return text
  const named = new RegExp(
    `\\b(?:this|that|the (?:picked|selected)) ${pointed.kind === 'face' ? '(?:face|side)' : 'edge'}\\b`,
    'gi',
  )
  const said = text.replace(named, pointed.words)
  return pointed.kind === 'face' ? said.replace(/\bhere\b/gi, `in ${pointed.words}`) : said
}
