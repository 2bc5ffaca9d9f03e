import { z } from 'zod'
import { errorCode } from './job.ts'
import { assemblyRecipe } from './recipe.ts'

/** What a reply says when something was refused: where, what was hoped for, what came, what to do next. */
export const errorBody = z.strictObject({
  code: errorCode,
  message: z.string(),
  hint: z.string().optional(),
  at: z.string().optional(),
  line: z.number().optional(),
  choices: z.array(z.string()).optional(),
})
export const errorReply = z.strictObject({ error: errorBody })

export const designRequest = z.strictObject({ prompt: z.string(), recipe: assemblyRecipe.optional() })
export const designAnswer = z.strictObject({
  recipe: assemblyRecipe,
  notes: z.array(z.string()),
  by: z.enum(['planner', 'model']),
})
export const designReply = z.union([designAnswer, errorReply])
