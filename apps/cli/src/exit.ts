import type { ErrorCode } from '@hewn/model'

/** Exit statuses that scripts may rely on (SV92). */
export const EXIT = {
  done: 0,
  /** The script or the build failed. */
  failed: 1,
  /** Not understood, impossible, or a question left open. */
  refused: 2,
  /** Built, but a claim fails or cannot be told. */
  open: 3,
  /** Set-up or kernel missing. */
  missing: 4,
  /** A limit or the time. */
  limit: 6,
  /** Wrong use of the command. */
  wrong: 64,
  /** Our fault. */
  fault: 70,
  interrupted: 130,
} as const

const FAMILIES: readonly [RegExp, number][] = [
  [/^JOB_CANCELLED$/, EXIT.interrupted],
  [/^(LIMIT_|JOB_TIMEOUT$|JOB_EXPIRED$)/, EXIT.limit],
  [/^SCRIPT_/, EXIT.failed],
  [/^(RECIPE_|AGENT_)/, EXIT.refused],
  [/^(SETUP_|KERNEL_MISSING$|KERNEL_STARTING$|KERNEL_ISOLATION$)/, EXIT.missing],
  [/^REQUEST_/, EXIT.wrong],
]

export const exitOf = (code: ErrorCode): number => FAMILIES.find(([family]) => family.test(code))?.[1] ?? EXIT.fault
