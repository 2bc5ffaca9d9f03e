import { executeRecipe, parseRecipe } from '@hewn/boxes'
import {
  type DesignAnswer,
  ERRORS,
  type ErrorBody,
  type ErrorCode,
  fail,
  hewnError,
  ok,
  type Result,
  type World,
} from '@hewn/model'
import { problemsOf, recipeError } from '../box/recipe-error.ts'
import type { DesignModel, DesignModelRequest } from './design-model.ts'

const LONGEST_ANSWER = 51_200
const PATIENCE = 25_000

/** One call, and one repair with what was wrong. Nothing of the model's own prose comes through: a recipe or a code of ours. */
export async function designByModel(
  model: DesignModel,
  request: DesignModelRequest,
  world: Pick<World, 'after'>,
): Promise<Result<DesignAnswer, ErrorBody>> {
  const first = await ask(model, request, world)
  if (!first.ok) return first
  const read = readAnswer(first.value)
  if (read.state === 'good') return ok(answerOf(read, model))
  if (read.state === 'refused') return fail(read.error)

  const second = await ask(model, { ...request, problems: read.problems }, world)
  if (!second.ok) return second
  const repaired = readAnswer(second.value)
  if (repaired.state === 'good') return ok(answerOf(repaired, model))
  return fail(
    repaired.state === 'refused'
      ? repaired.error
      : hewnError('AGENT_BAD_ANSWER', `The model's answer is not a box that can be made: ${repaired.problems[0]}`),
  )
}

async function ask(
  model: DesignModel,
  request: DesignModelRequest,
  world: Pick<World, 'after'>,
): Promise<Result<string, ErrorBody>> {
  const stop = new AbortController()
  const late = Promise.withResolvers<Result<string, ErrorBody>>()
  const forget = world.after(PATIENCE, () => {
    stop.abort()
    late.resolve(fail(hewnError('AGENT_TIMEOUT', `The model gave no answer within ${PATIENCE / 1000} s.`)))
  })
  try {
    const answer = await Promise.race([model.design(request, stop.signal), late.promise])
    if (!answer.ok) return answer
    const bytes = new TextEncoder().encode(answer.value).length
    if (bytes <= LONGEST_ANSWER) return answer
    return fail(
      hewnError('AGENT_ANSWER_TOO_LONG', `The model's answer has ${bytes} bytes; at most ${LONGEST_ANSWER} are read.`),
    )
  } catch {
    // What a provider throws may hold addresses and keys, so none of it goes on.
    return fail(hewnError('AGENT_UNREACHABLE'))
  } finally {
    forget()
  }
}

type Read =
  | { state: 'good'; recipe: DesignAnswer['recipe']; assumptions: number }
  | { state: 'refused'; error: ErrorBody }
  | { state: 'bad'; problems: string[] }

/** `{ recipe, problem, assumptions }`: the form that the model is asked for. */
function readAnswer(text: string): Read {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null)
    return { state: 'bad', problems: ['The answer is not a JSON object.'] }
  const problem = 'problem' in value && typeof value.problem === 'string' ? value.problem : undefined
  if (problem !== undefined && isAgentCode(problem)) return { state: 'refused', error: hewnError(problem) }
  const recipe = parseRecipe('recipe' in value ? value.recipe : undefined)
  if (!recipe.ok) return { state: 'bad', problems: recipe.error.map(({ path, message }) => `${path}: ${message}`) }
  try {
    const { engine } = executeRecipe(recipe.value)
    if (!engine.proof.ok) return { state: 'bad', problems: ['The panels of this recipe do not fit.'] }
  } catch (error) {
    const problems = problemsOf(error)
    if (!problems) throw error
    return { state: 'bad', problems: [recipeError(problems).message] }
  }
  const assumptions = 'assumptions' in value && Array.isArray(value.assumptions) ? value.assumptions.length : 0
  return { state: 'good', recipe: recipe.value, assumptions }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isAgentCode = (code: string): code is ErrorCode => code.startsWith('AGENT_') && Object.hasOwn(ERRORS, code)

const answerOf = ({ recipe, assumptions }: Read & { state: 'good' }, model: DesignModel): DesignAnswer => ({
  recipe,
  notes: [
    `Designed by ${model.name}.`,
    ...(assumptions > 0
      ? [
          `The model assumed ${assumptions === 1 ? 'one thing' : `${assumptions} things`}; compare the sizes with your request.`,
        ]
      : []),
  ],
  by: 'model',
})
