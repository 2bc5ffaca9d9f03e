/** At the start there is nobody at the address, or nobody who lets us in. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway'
  /** `database` without its password. */
  constructor(database: string, cause: unknown) {
    super(
      `The database ${database} does not answer: ${reasonOf(cause)}. Start it, correct HEWN_DATABASE, or leave HEWN_DATABASE ` +
        'out to keep everything in one file.',
      { cause },
    )
  }
}

/**
 * Whether something failed since the database is not there: the line broke, nobody listens, or it is starting or stopping.
 * Whatever it was may be tried again.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  const { code } = error as { code?: unknown }
  return (typeof code === 'string' && LINE_CODES.test(code)) || LINE_MESSAGES.test(error.message)
}

/** PostgreSQL's class of connection errors, its own end and its full house; and what a socket says. */
const LINE_CODES = /^(08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN)$/
const LINE_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** A refused connection may be an error of several errors, and has no words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
