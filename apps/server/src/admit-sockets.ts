import type { Server } from 'socket.io'
import { Refusal } from './refusal.ts'
import type { Report } from './report.ts'
import { tokenOf, type Visitors } from './visitors.ts'

/** A socket with a token that is none of ours gets `connect_error` with the reason in `data` (CV26). */
export function admitSockets(io: Server, visitors: Visitors, report: Report): void {
  io.use(async ({ handshake, id }, next) => {
    try {
      await visitors.of(tokenOf(handshake.headers, handshake))
    } catch (thrown) {
      const { code, message, hint } = report.refusal(thrown, id).body
      return next(
        Object.assign(new Error(message), { data: { code, message, ...(hint === undefined ? {} : { hint }) } }),
      )
    }
    next()
  })
}

/** What a link allows once it is no more; what went wrong otherwise goes on being wrong. */
export function nobodyIfRefused(thrown: unknown): undefined {
  if (!(thrown instanceof Refusal)) throw thrown
}
