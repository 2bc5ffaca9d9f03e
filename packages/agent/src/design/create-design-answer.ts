import { parseRecipe } from '@hewn/boxes'
import {
  type AssemblyRecipe,
  type DesignAnswer,
  type DesignReply,
  type ErrorBody,
  fail,
  hewnError,
  ok,
  type Result,
  statusOf,
  type World,
} from '@hewn/model'
import { planBox } from '../box/plan-box.ts'
import { recipeError } from '../box/recipe-error.ts'
import { designByModel } from './design-by-model.ts'
import type { DesignModel } from './design-model.ts'
import { type RateLimit, rateKey } from './rate-limit.ts'

export const DESIGN_ORDERS = ['model,planner', 'planner,model', 'planner', 'model'] as const
export type DesignOrder = (typeof DESIGN_ORDERS)[number]

export interface DesignParts {
  world: Pick<World, 'after'>
  /** All of them must let a request pass. */
  rate: readonly RateLimit[]
  /** Who is asked, and who stands in: `HEWN_DESIGN`. */
  order?: DesignOrder
  /** Absent where there is no key. */
  model?: DesignModel
}

/** A request as both skins bring it: the server's route and the Pages Function. */
export interface DesignCall {
  method: string
  contentType?: string | null
  /** Whose requests are counted together. */
  address?: string
  body: string
}

export interface DesignResponse {
  status: number
  body: DesignReply
  headers: Record<string, string>
}

export const DESIGN_BODY_MAX = 65_536
const PROMPT_MAX = 2_000

/** `POST /api/design`: words in, a proven recipe or a refusal out. */
export function createDesignAnswer(parts: DesignParts): (call: DesignCall) => Promise<DesignResponse> {
  return async (call) => {
    const refused = refuseCall(call) ?? (await refuseRate(parts.rate, call.address))
    if (refused) return refused
    const request = readBody(call.body)
    if (!request.ok) return refuse(request.error)
    const answer = await design(request.value, parts)
    return answer.ok ? reply(200, answer.value) : refuse(answer.error)
  }
}

function refuseCall({ method, contentType }: DesignCall): DesignResponse | undefined {
  if (method.toUpperCase() !== 'POST')
    return refuse(hewnError('REQUEST_METHOD', `/api/design takes POST, and ${method} came.`), { Allow: 'POST' })
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    return refuse(
      hewnError('REQUEST_TYPE', `The body should be application/json, and ${type ? type : 'no type'} came.`, {
        hint: 'Send Content-Type: application/json.',
      }),
    )
  return undefined
}

async function refuseRate(
  limits: readonly RateLimit[],
  address: string | undefined,
): Promise<DesignResponse | undefined> {
  for (const limit of limits) {
    const taken = await limit.take(rateKey(address))
    if (!taken.ok)
      return refuse(
        hewnError('LIMIT_RATE', `Too many designs from one address; the next is taken in ${taken.retryAfter} s.`),
        {
          'Retry-After': String(taken.retryAfter),
        },
      )
  }
  return undefined
}

interface Asked {
  prompt: string
  recipe?: AssemblyRecipe
}

function readBody(text: string): Result<Asked, ErrorBody> {
  const bytes = new TextEncoder().encode(text).length
  if (bytes > DESIGN_BODY_MAX)
    return fail(
      hewnError('REQUEST_TOO_LARGE', `The body is larger than ${DESIGN_BODY_MAX} bytes, the most that is read.`),
    )
  const body = parseObject(text)
  if (!body)
    return fail(
      hewnError('REQUEST_INVALID', 'The body is not a JSON object.', {
        hint: 'Send { "prompt": "open top box 150x100x80" }.',
      }),
    )
  const unknown = Object.keys(body).find((name) => name !== 'prompt' && name !== 'recipe')
  if (unknown !== undefined)
    return fail(
      hewnError(
        'REQUEST_INVALID',
        `The body has no field ${JSON.stringify(unknown.slice(0, 60))}; it has prompt and recipe.`,
        { at: unknown.slice(0, 60) },
      ),
    )
  const { prompt, recipe } = body
  if (prompt !== undefined && prompt !== null && typeof prompt !== 'string')
    return fail(
      hewnError(
        'REQUEST_INVALID',
        `At prompt: expected text, got ${Array.isArray(prompt) ? 'a list' : typeof prompt}.`,
        { at: 'prompt' },
      ),
    )
  if (!prompt || prompt.trim() === '') return fail(hewnError('REQUEST_PROMPT_MISSING', undefined, { at: 'prompt' }))
  if (prompt.length > PROMPT_MAX)
    return fail(
      hewnError(
        'REQUEST_PROMPT_TOO_LONG',
        `The prompt has ${prompt.length} characters; at most ${PROMPT_MAX} are read.`,
        { at: 'prompt' },
      ),
    )
  if (recipe === undefined || recipe === null) return ok({ prompt })
  const parsed = parseRecipe(recipe)
  return parsed.ok ? ok({ prompt, recipe: parsed.value }) : fail(recipeError(parsed.error, 'recipe.'))
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Who answers: the first of the order that can, the second where the first cannot. */
async function design(
  asked: Asked,
  { order = 'model,planner', model, world }: DesignParts,
): Promise<Result<DesignAnswer, ErrorBody>> {
  const plan = (): Result<DesignAnswer, ErrorBody> => {
    const read = planBox(asked.prompt, asked.recipe)
    if (!read.ok) return read
    const { recipe, notes, by } = read.value
    return ok({ recipe, notes, by })
  }
  if (order === 'planner') return plan()
  if (!model) return order === 'model' ? fail(hewnError('AGENT_NO_MODEL')) : plan()
  if (order === 'planner,model') {
    const read = plan()
    return read.ok || !LEFT_TO_MODEL.has(read.error.code) ? read : designByModel(model, asked, world)
  }
  const made = await designByModel(model, asked, world)
  if (made.ok || order === 'model' || !PROVIDER_TROUBLE.has(made.error.code)) return made
  const read = plan()
  if (!read.ok) return made
  const note = `The language model could not answer (${made.error.code}), so the planner did.`
  return ok({ ...read.value, notes: [...read.value.notes, note] })
}

/** What the planner does not read, a model may; what cannot be made, it cannot make either. */
const LEFT_TO_MODEL: ReadonlySet<string> = new Set(['AGENT_NOT_UNDERSTOOD', 'AGENT_UNSUPPORTED', 'AGENT_NEEDS_ANSWER'])
const PROVIDER_TROUBLE: ReadonlySet<string> = new Set([
  'AGENT_KEY_REFUSED',
  'AGENT_OUT_OF_CREDIT',
  'AGENT_RATE_LIMITED',
  'AGENT_TIMEOUT',
  'AGENT_BAD_ANSWER',
  'AGENT_ANSWER_TOO_LONG',
  'AGENT_UNREACHABLE',
  'AGENT_CONTEXT_FULL',
])

const refuse = (error: ErrorBody, headers: Record<string, string> = {}): DesignResponse =>
  reply(statusOf(error.code), { error }, headers)

function reply(status: number, body: DesignReply, headers: Record<string, string> = {}): DesignResponse {
  return {
    status,
    body,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  }
}
