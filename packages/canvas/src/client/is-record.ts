import { isObject } from '../value.ts'

/** Whether something that came over a line has fields to look at. */
export const isRecord = (value: unknown): value is Record<string, unknown> => isObject(value)
