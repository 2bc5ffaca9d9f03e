import { z } from 'zod'
import { errorBody } from './design.ts'
import { jobId, turnId, versionId } from './ids.ts'
import { reference } from './layer.ts'
import { author } from './version.ts'

// What is said and done in a conversation (agent.md §1, workbench.md §5). A turn is one `Message` on the canvas.

/** A place in the request: first character, and the one after the last. */
export const span = z.tuple([z.number(), z.number()])

export const assumption = z.strictObject({ name: z.string(), text: z.string(), why: z.string() })

/** What was made of every word of a request. */
export const understanding = z.strictObject({
  kind: z.enum(['box', 'part']),
  language: z.string(),
  /** The plan said back in one sentence. */
  say: z.string(),
  spans: z.array(
    z.strictObject({ at: span, role: z.enum(['used', 'noted', 'filler', 'unread']), as: z.string().optional() }),
  ),
  assumed: z.array(assumption),
  /** Another design than there was, and no change of it. */
  anew: z.literal(true).optional(),
})

export const question = z.strictObject({
  id: z.string(),
  text: z.string(),
  choices: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  /** The words it is about: an answer stands in their place. */
  at: span.optional(),
  /** The phrase around them that the draft was built without. */
  without: span.optional(),
})

/**
 * `choice` is the id of one, `decide` for the first as an assumption, or `other` with words of one's own. Once it is taken,
 * `text` has the words of the choice, `at` what the question was about, and `without` what its draft left out.
 */
export const answer = z.strictObject({
  question: z.string(),
  choice: z.string(),
  text: z.string().optional(),
  at: span.optional(),
  without: span.optional(),
})

/** Why a request is not done; `spans` are the words that stand against it. */
export const agentError = errorBody.extend({ spans: z.array(span).optional() })

export const outcome = z.discriminatedUnion('state', [
  /** All claims pass and all words were read, or the user accepted the rest. */
  z.strictObject({ state: z.literal('done'), version: versionId, accepted: z.array(z.string()).optional() }),
  /** Built, but something fails, cannot be told or was not read. */
  z.strictObject({ state: z.literal('open'), version: versionId, open: z.array(z.string()) }),
  z.strictObject({ state: z.literal('asking'), question, draft: versionId.optional() }),
  /** A question about the design; nothing changed. */
  z.strictObject({ state: z.literal('answered') }),
  z.strictObject({ state: z.enum(['refused', 'failed']), error: agentError }),
  z.strictObject({ state: z.literal('cancelled'), kept: versionId.optional() }),
])

export const usage = z.strictObject({
  model: z.string().optional(),
  calls: z.number(),
  tokensIn: z.number(),
  tokensOut: z.number(),
  money: z.number().optional(),
  seconds: z.number(),
})

export const turnStage = z.enum(['read', 'plan', 'write', 'build', 'measure', 'check', 'repair'])

export const messageKind = z.enum(['auto', 'box', 'part'])

export const message = z.strictObject({
  id: turnId,
  at: z.number(),
  by: author,
  /** Who works on it, or will. */
  agent: z.string(),
  request: z.string(),
  /** What the words are to become, as the sender said. */
  kind: messageKind,
  mayAsk: z.boolean(),
  selection: z.array(reference).optional(),
  pictures: z.array(z.strictObject({ hash: z.string(), name: z.string() })).optional(),
  state: z.enum(['queued', 'running', 'done', 'open', 'asking', 'answered', 'refused', 'failed', 'cancelled']),
  stages: z.array(
    z.strictObject({
      stage: turnStage,
      startedAt: z.number(),
      endedAt: z.number().optional(),
      note: z.string().optional(),
      job: jobId.optional(),
    }),
  ),
  /** The answer, for people. */
  text: z.string(),
  understanding: understanding.optional(),
  question: question.optional(),
  answers: z.array(answer).optional(),
  /** It answered an earlier message's question: its words, and what was answered to it. */
  continues: z.strictObject({ request: z.string(), answers: z.array(answer) }).optional(),
  usage: usage.optional(),
  outcome: outcome.optional(),
  /** The version it started from; null is the empty session. */
  base: versionId.nullable().optional(),
  changed: z.strictObject({ version: versionId, files: z.array(z.string()) }).optional(),
  endedAt: z.number().optional(),
})
