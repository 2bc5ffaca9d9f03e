import { checkContract, planBox } from '@hewn/agent'
import {
  canonicalRecipe,
  cutSheets,
  type Engine,
  executeRecipe,
  factsOf,
  nameOf,
  parseRecipe,
  type RecipeProblem,
  stepsOf,
  toDxf,
  toPdf,
  toSvg,
} from '@hewn/boxes'
import { type AssemblyRecipe, type Claim, type ErrorBody, type Fact, hewnError } from '@hewn/model'
import { existsSync } from 'node:fs'
import { EXIT, exitOf } from '../exit.ts'
import type { Flags } from '../flags.ts'
import { planOutputs, writeOutput } from '../outputs.ts'
import { readSource } from '../read-source.ts'
import { allPass, sayClaims } from '../say-claims.ts'
import { type Terminal, Wrong } from '../terminal.ts'

const FORMATS = ['svg', 'dxf', 'pdf', 'json'] as const

interface Wanted {
  recipe: AssemblyRecipe
  notes: string[]
  claims: Claim[]
  by: 'planner' | 'user'
}

/** Words or a recipe in, a proven box out. */
export async function box(flags: Flags, terminal: Terminal): Promise<number> {
  const [source, ...more] = flags.words
  if (source === undefined) throw new Wrong('hewn box needs words, a recipe, or - for stdin')
  if (more.length > 0)
    throw new Wrong(`hewn box takes one request; put the words in quotes: "${flags.words.join(' ')}"`)
  if (flags.on('quiet')) terminal.hush()
  const plan = planOutputs({
    to: flags.all('output'),
    formats: flags.one('format'),
    known: FORMATS,
    usual: ['svg'],
    name: 'box',
    force: flags.on('force'),
  })
  const cutting = readCutting(flags)
  const text = await wordsOrRecipe(source, terminal)
  const isRecipe = source.endsWith('.json') || /^\s*[[{]/.test(text)
  const wanted = isRecipe ? readRecipe(text, cutting) : readWords(text, cutting)
  if ('error' in wanted) return refuse(wanted.error, flags, terminal, wanted.problems)

  const { engine } = executeRecipe(wanted.recipe)
  const facts = factsOf(engine)
  const claims = checkContract(wanted.claims, facts)
  const sheets = cutSheets(engine, flags.on('marks') ? { marks: true } : {})
  if (!sheets.ok) return refuse(errorOf(sheets.error), flags, terminal, sheets.error)

  const content: Record<string, () => string[]> = {
    svg: () => sheets.value.map((sheet) => toSvg(sheet)),
    dxf: () => sheets.value.map(toDxf),
    pdf: () => [toPdf(sheets.value, { steps: stepsOf(engine), nameOf: (id) => nameOf({ id }) })],
    json: () => [`${JSON.stringify(canonicalRecipe(wanted.recipe), null, 2)}\n`],
  }
  const files = plan.outputs.flatMap((output) => writeOutput(output, content[output.format]?.() ?? [], plan, terminal))
  for (const line of [...wanted.notes, ...sayClaims(claims), ...sayFacts(engine, facts)]) terminal.say(line)
  if (plan.outputs.length === 0 && !flags.on('json')) terminal.say('Nothing was written: say where with -o box.svg')
  if (flags.on('json'))
    terminal.print(
      `${JSON.stringify({ recipe: wanted.recipe, notes: wanted.notes, by: wanted.by, claims, facts, files })}\n`,
    )
  else for (const file of files) terminal.print(`${file}\n`)
  return allPass(claims) && engine.proof.ok ? EXIT.done : EXIT.open
}

/** A name that ends in .json is a file; anything else is words. */
async function wordsOrRecipe(source: string, terminal: Terminal): Promise<string> {
  if (source === '-' || source.endsWith('.json')) return readSource(source, terminal)
  if (!/\s/.test(source) && existsSync(source))
    throw new Wrong(`${source} is a file that is no recipe; recipes end in .json`)
  return source
}

type Cutting = NonNullable<AssemblyRecipe['cutting']>
type Refused = { error: ErrorBody; problems?: readonly RecipeProblem[] }

function readCutting(flags: Flags): Cutting {
  const cutting: Cutting = {}
  const sheet = flags.one('sheet')
  if (sheet !== undefined) {
    const [, width, height] = /^(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)$/i.exec(sheet) ?? []
    if (!width || !height)
      throw new Wrong(`--sheet takes width x height in mm, such as 600x400, and ${JSON.stringify(sheet)} came`)
    cutting.sheet = { width: Number(width), height: Number(height) }
  }
  const kerf = flags.one('kerf')
  if (kerf !== undefined) {
    if (!/^\d*\.?\d+$/.test(kerf))
      throw new Wrong(`--kerf takes a number of mm, such as 0.15, and ${JSON.stringify(kerf)} came`)
    cutting.kerf = Number(kerf)
  }
  return cutting
}

const withCutting = (recipe: AssemblyRecipe, cutting: Cutting): AssemblyRecipe =>
  Object.keys(cutting).length > 0 ? { ...recipe, cutting: { ...recipe.cutting, ...cutting } } : recipe

/** As many as the page and the server read. */
const MOST_WORDS = 10_000

function readWords(words: string, cutting: Cutting): Wanted | Refused {
  if (words.length > MOST_WORDS) {
    const message = `The request has ${words.length} characters; at most ${MOST_WORDS} are read.`
    return { error: hewnError('REQUEST_PROMPT_TOO_LONG', message) }
  }
  const planned = planBox(words)
  if (!planned.ok) return planned
  const { recipe, notes, claims, by } = planned.value
  return checked({ recipe: withCutting(recipe, cutting), notes, claims, by })
}

function readRecipe(text: string, cutting: Cutting): Wanted | Refused {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return {
      error: hewnError('REQUEST_INVALID', `The recipe is not JSON: ${error instanceof Error ? error.message : error}`),
    }
  }
  const parsed = parseRecipe(value)
  if (!parsed.ok) return { error: errorOf(parsed.error), problems: parsed.error }
  return checked({ recipe: withCutting(parsed.value, cutting), notes: [], claims: [], by: 'user' })
}

/** Once more after the flags: a kerf of 3 mm is refused wherever it comes from. */
function checked(wanted: Wanted): Wanted | Refused {
  const parsed = parseRecipe(wanted.recipe)
  return parsed.ok ? wanted : { error: errorOf(parsed.error), problems: parsed.error }
}

function errorOf(problems: readonly RecipeProblem[]): ErrorBody {
  const [first] = problems
  return first ? hewnError(first.code, first.message, { at: first.path }) : hewnError('RECIPE_TYPE')
}

function refuse(error: ErrorBody, flags: Flags, terminal: Terminal, problems?: readonly RecipeProblem[]): number {
  if (flags.on('json'))
    terminal.print(`${JSON.stringify({ error: { ...error, ...(problems ? { problems } : {}) } })}\n`)
  terminal.complain(`${error.code}  ${error.message}`)
  for (const { message, path } of problems?.slice(1) ?? []) terminal.complain(`  also ${path}: ${message}`)
  if (error.hint) terminal.complain(`  ${error.hint}`)
  for (const choice of error.choices ?? []) terminal.complain(`  · ${choice}`)
  return exitOf(error.code)
}

function sayFacts({ panels, proof }: Engine, facts: readonly Fact[]): string[] {
  const sheet = facts.find((fact) => fact.kind === 'sheet')
  const cut = sheet
    ? `, ${sheet.count} ${sheet.count === 1 ? 'sheet' : 'sheets'}, ${(sheet.cutLength / 1000).toFixed(2)} m to cut`
    : ''
  return [`${panels.length} panels, ${proof.proven} of ${proof.joints} joints proven to fit${cut}`]
}
