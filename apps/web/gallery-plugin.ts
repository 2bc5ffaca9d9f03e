import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const RECIPES = fileURLToPath(new URL('../../recipes', import.meta.url))
const ID = 'virtual:gallery'

/**
 * The cards of the empty page, from the stories in `recipes/`: title and first line of each README are in the first
 * script, the designs themselves are chunks that load when a card is pressed.
 */
export function gallery(): Plugin {
  return {
    name: 'hewn-gallery',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined
      const cards = storyNames().map((name) => {
        const folder = `${RECIPES}/${name}`
        this.addWatchFile(`${folder}/README.md`)
        const kind = existsSync(`${folder}/recipe.json`) ? 'box' : 'part'
        const design = `${folder}/${kind === 'box' ? 'recipe.json' : 'model.py'}?raw`
        const words = readme(`${folder}/README.md`, name)
        return `{ name: ${JSON.stringify(name)}, kind: '${kind}', title: ${JSON.stringify(words.title)}, line: ${JSON.stringify(words.line)},
          load: () => import(${JSON.stringify(design)}).then((module) => module.default) }`
      })
      return `export const cards = [${cards.join(',\n')}]`
    },
  }
}

/** Stories that end in a design, three boxes and three parts in turn; one that ends badly on purpose has no place here. */
function storyNames(): string[] {
  if (!existsSync(RECIPES)) return []
  const has = (name: string, file: string) => existsSync(`${RECIPES}/${name}/${file}`)
  const names = readdirSync(RECIPES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => (has(name, 'recipe.json') || has(name, 'model.py')) && !has(name, 'error.json'))
    .toSorted((a, b) => place(a) - place(b) || a.localeCompare(b))
  return inTurn(
    names.filter((name) => has(name, 'recipe.json')),
    names.filter((name) => !has(name, 'recipe.json')),
  )
}

/** What shows best what can be made; the others follow by name. */
const FIRST = ['advent-calendar', 'tea-box', 'drawer-organizer', 'enclosure', 'hinge', 'knob']
const place = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)

const ROW = 3

/** Whoever looks at the first rows sees that there are both. */
function inTurn(boxes: string[], parts: string[]): string[] {
  if (boxes.length === 0 || parts.length === 0) return [...boxes, ...parts]
  return [...boxes.slice(0, ROW), ...parts.slice(0, ROW), ...inTurn(boxes.slice(ROW), parts.slice(ROW))]
}

function readme(path: string, name: string): { title: string; line: string } {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const title = /^#\s+(.+)$/m.exec(text)?.[1]?.trim()
  // What was asked for is the best line there is; else the first sentence of the story.
  const asked = /^>\s+(.+)$/m.exec(text)?.[1]
  const line = asked ?? text.split('\n').find((row) => /^[^#\s!<>|`-]/.test(row))
  return { title: title ?? name.replaceAll('-', ' '), line: plain(line ?? '') }
}

/** A card shows words, not markup. */
const plain = (line: string) =>
  line
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .trim()
