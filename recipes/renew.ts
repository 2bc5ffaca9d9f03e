// Writes what every box story shows anew: `node recipes/renew.ts`. Look at the difference before it is committed.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { boxStory } from './box-story.ts'

const MADE = /^(facts\.json|error\.json|cut(-\d+)?\.svg)$/

for (const name of readdirSync(import.meta.dirname)) {
  const folder = join(import.meta.dirname, name)
  const recipe = join(folder, 'recipe.json')
  if (!existsSync(recipe)) continue
  const files = boxStory(JSON.parse(readFileSync(recipe, 'utf8')))
  for (const old of readdirSync(folder)) if (MADE.test(old) && !(old in files)) rmSync(join(folder, old))
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  console.log(`${name}: ${Object.keys(files).join(', ')}`)
}
