import { en } from './en.ts'

/** The dictionary in use. Text that is not in it does not reach the screen, except what people and scripts wrote. */
export const t = en
