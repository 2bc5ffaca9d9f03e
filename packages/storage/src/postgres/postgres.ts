import { PostgresDialect } from 'kysely'
import { Pool, types as known } from 'pg'

const CONNECTIONS = 10
/** A database that does not answer is away; nobody waits longer for it than for the canvas (CV47). */
const PATIENCE = 5_000
/** Whole numbers of 64 bits: ours stay below 2^53, so they are numbers as everywhere. */
const INT8 = 20

/** PostgreSQL, where many processes remember together (CV44). */
export function postgres(url: string, report: (problem: string) => void): PostgresDialect {
  const types = {
    getTypeParser: ((id: number, format?: 'text' | 'binary') =>
      id === INT8 && format !== 'binary'
        ? Number
        : known.getTypeParser(id, format as 'text')) as typeof known.getTypeParser,
  }
  const pool = new Pool({ connectionString: url, max: CONNECTIONS, types, connectionTimeoutMillis: PATIENCE })
  // A connection may break while nobody uses it, and also between two questions of a transaction: then the pool does not
  // listen, and an error that nobody hears ends the process. The next question gets another connection, or hears why not.
  const broke = ({ message }: Error) => report(`A connection to the database broke: ${message}.`)
  pool.on('error', broke)
  pool.on('connect', (client) => void client.on('error', broke))
  return new PostgresDialect({ pool })
}
