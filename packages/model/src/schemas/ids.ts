import { z } from 'zod'

export const sessionId = z.templateLiteral(['session:', z.string()])
export const jobId = z.templateLiteral(['job:', z.string()])
export const versionId = z.templateLiteral(['version:', z.string()])
export const turnId = z.templateLiteral(['turn:', z.string()])
export const layerId = z.templateLiteral(['layer:', z.string()])
export const vec3 = z.tuple([z.number(), z.number(), z.number()])
export const bounds = z.strictObject({ min: vec3, max: vec3 })
