import type { AssemblyRecipe, ErrorBody, Result } from '@hewn/model'

/** A language model that answers one design request. Keys, prompts and dialects are behind it. */
export interface DesignModel {
  /** As it is named in notes: `openai:gpt-4o-mini`. */
  name: string
  /** The raw text of the answer, or the provider's trouble in a code of ours. Stops when `signal` does. */
  design(request: DesignModelRequest, signal: AbortSignal): Promise<Result<string, ErrorBody>>
}

export interface DesignModelRequest {
  prompt: string
  recipe?: AssemblyRecipe
  /** What was wrong with the first answer, when this is the repair. */
  problems?: string[]
}
