import { cutSheets, executeRecipe, factsOf, parseRecipe, toSvg } from '@hewn/boxes'

/** What a box story shows beside its recipe, by file name: facts and cut sheets, or what is wrong with it. */
export function boxStory(recipe: unknown): Record<string, string> {
  const parsed = parseRecipe(recipe)
  if (!parsed.ok) return { 'error.json': json(parsed.error) }
  const { engine } = executeRecipe(parsed.value)
  const sheets = cutSheets(engine)
  if (!sheets.ok) return { 'error.json': json(sheets.error) }
  const cuts = sheets.value.map((sheet) => [sheet.of === 1 ? 'cut.svg' : `cut-${sheet.number}.svg`, toSvg(sheet)])
  return { 'facts.json': json(factsOf(engine)), ...Object.fromEntries(cuts) }
}

/** One entry a line: short to read, and a change shows where it is. */
const json = (entries: readonly object[]): string =>
  `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`
