import { mayEdit } from '../situation.ts'
import { useSituation } from './use-commands.ts'

/** Whether this viewer may change the design: not by a link that may only look, nor by one that was taken back. */
export const useMayEdit = (): boolean => mayEdit(useSituation())
