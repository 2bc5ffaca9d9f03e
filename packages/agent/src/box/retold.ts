import type { AssemblyRecipe } from '@hewn/model'

type Panels = NonNullable<AssemblyRecipe['panels']>
type Panel = Panels[number]
type Circle = Extract<NonNullable<Panel['cutouts']>[number], { type: 'circle' }>

const N = String.raw`(\d+(?:\.\d+)?)(?: ?mm)?`
const PLEASE = String.raw`(?:please |can you |could you |now )?`
const END = String.raw`(?: please)?[.!]?$`

/**
 * One text or one round hole that a box has, told again: `it should say BOLTS`, `letters 20 mm high`, `make the hole in the
 * front 40 mm`, `40 instead of 25 for the hole`. Nothing where the words say something else, or where there are several.
 */
export function retold(words: string, current: AssemblyRecipe): AssemblyRecipe | undefined {
  const said = words.trim()
  const text = first(TEXTS, said)
  if (text?.[1]) return withText(current, { text: text[1].replace(/^["“']|["”']$/g, '') }, text[2])
  const height = first(HEIGHTS, said)
  if (height?.[1]) return withText(current, { height: Number(height[1]) })
  const hole = first(HOLES, said)
  if (hole) {
    const { to, from, face } = hole.groups ?? {}
    return to === undefined ? undefined : withHole(current, Number(to), face, from)
  }
  const again = first(AGAIN, said)?.groups
  if (again?.['face']) return withCopy(current, again['face'].toLowerCase(), again['what'])
  return undefined
}

const WHAT = String.raw`(?:text|lettering|writing|label|engraving|word|name)`
const TEXTS = [
  String.raw`${PLEASE}(?:it|the ${WHAT}) should (?:now )?(?:say|read|be) (\S+)(?: (?:instead of|not|rather than) (\S+?))?`,
  String.raw`${PLEASE}(?:make it|let it) (?:say|read) (\S+)(?: (?:instead of|not|rather than) (\S+?))?`,
  String.raw`${PLEASE}(?:change|set) the ${WHAT} (?:to|into) (\S+)`,
].map((says) => new RegExp(`^${says}${END}`, 'i'))
const HEIGHTS = [
  String.raw`${PLEASE}(?:make )?(?:the )?(?:text|letters|lettering|writing) (?:should be )?${N} (?:high|tall)`,
].map((says) => new RegExp(`^${says}${END}`, 'i'))
const FACE = String.raw`(?: (?:in|on) the (?<face>front|back|left|right|top|bottom)(?: side| panel| wall)?)?`
const HOLES = [
  String.raw`${PLEASE}(?:make|change|set|enlarge|open up) the hole${FACE} (?:to )?${N.replace('(', '(?<to>')}`,
  String.raw`the hole${FACE} (?:should|must|needs to) be ${N.replace('(', '(?<to>')}`,
  String.raw`(?:make it )?${N.replace('(', '(?<to>')} instead of ${N.replace('(', '(?<from>')} for the hole${FACE}`,
].map((says) => new RegExp(`^${says}${END}`, 'i'))

const AGAIN = [
  String.raw`${PLEASE}(?:put |cut |add |make )?(?:the |a )?same (?<what>holes?|slots?|windows?|cut-?outs?|text)?(?: ?again)? ?(?:in|on) the (?<face>front|back|left|right|top|bottom)(?: side| panel| wall)?(?:,? (?:as well|too|also))?`,
].map((says) => new RegExp(`^${says}${END}`, 'i'))

/** `the same hole in the back as well`: what one panel alone has, another gets too. */
function withCopy(recipe: AssemblyRecipe, face: string, what?: string): AssemblyRecipe | undefined {
  const panels = recipe.panels ?? []
  const worked = panels.filter(({ cutouts, texts }) => (what === 'text' ? texts : cutouts))
  const [from, ...others] = worked
  if (!from || others.length > 0 || from.face === face) return undefined
  const copied = what === 'text' ? { texts: from.texts } : { cutouts: from.cutouts }
  const there = panels.find((panel) => panel.face === face)
  const made = JSON.parse(JSON.stringify({ ...there, face, ...copied })) as Panel
  return { ...recipe, panels: [...panels.filter((panel) => panel !== there), made] }
}

const first = (patterns: readonly RegExp[], said: string): RegExpExecArray | undefined =>
  patterns.map((pattern) => pattern.exec(said)).find((match) => match !== null) ?? undefined

function withText(recipe: AssemblyRecipe, change: { text?: string; height?: number }, was?: string) {
  const panels = recipe.panels ?? []
  const texts = panels.flatMap(({ texts: own = [] }) => own)
  const [only, ...others] = texts
  if (!only || others.length > 0 || (was !== undefined && was.toLowerCase() !== only.text.toLowerCase()))
    return undefined
  const put = (panel: Panel): Panel =>
    panel.texts ? { ...panel, texts: panel.texts.map((one) => ({ ...one, ...change })) } : panel
  return { ...recipe, panels: panels.map(put) }
}

function withHole(recipe: AssemblyRecipe, diameter: number, face?: string, was?: string) {
  const panels = recipe.panels ?? []
  const isMeant = (panel: Panel, cutout: NonNullable<Panel['cutouts']>[number]): cutout is Circle =>
    cutout.type === 'circle' &&
    (face === undefined || panel.face === face) &&
    (was === undefined || cutout.diameter === Number(was))
  const holes = panels.flatMap((panel) => (panel.cutouts ?? []).filter((one) => isMeant(panel, one)))
  if (holes.length !== 1) return undefined
  const put = (panel: Panel): Panel =>
    panel.cutouts
      ? { ...panel, cutouts: panel.cutouts.map((one) => (isMeant(panel, one) ? { ...one, diameter } : one)) }
      : panel
  return { ...recipe, panels: panels.map(put) }
}
