import type { ErrorBody } from '@hewn/model'
import type { CanvasSocket } from '../ports.ts'

type Handler = (...args: unknown[]) => void

/** What this needs of a socket of `socket.io-client`; the package itself is not. */
export interface IoSocket {
  auth: unknown
  io: { reconnection(value: boolean): unknown }
  connect(): unknown
  disconnect(): unknown
  emit(name: string, ...args: unknown[]): unknown
  on(name: string, handler: Handler): unknown
  off(name: string, handler: Handler): unknown
  onAny(handler: (name: string, ...args: unknown[]) => void): unknown
  offAny(handler: (name: string, ...args: unknown[]) => void): unknown
}

/**
 * The way to the server over `socket.io-client`. The socket is this one's alone; the client decides when to try again.
 * @example socketIoSocket(io(location.origin, { autoConnect: false }))
 */
export function socketIoSocket(socket: IoSocket): CanvasSocket {
  socket.io.reconnection(false)
  return {
    open(hear, auth) {
      let open = true
      const end = () => {
        if (!open) return
        open = false
        socket.off('connect', onConnect)
        socket.off('connect_error', onError)
        socket.off('disconnect', onDisconnect)
        socket.offAny(onAny)
        socket.disconnect()
      }
      const onConnect = () => hear({ kind: 'open' })
      const onAny = (name: string, argument: unknown) => hear({ kind: 'message', name, argument })
      const onError = (problem: unknown) => {
        end()
        // The server's guard says why in `data`; a network that is away has none.
        const error = (problem as { data?: ErrorBody }).data
        hear(error?.code ? { kind: 'closed', error } : { kind: 'closed' })
      }
      const onDisconnect = () => {
        end()
        hear({ kind: 'closed' })
      }
      if (auth) socket.auth = auth
      socket.on('connect', onConnect)
      socket.on('connect_error', onError)
      socket.on('disconnect', onDisconnect)
      socket.onAny(onAny)
      socket.connect()
      return {
        send(name, argument, answer) {
          if (!open) return
          if (answer) socket.emit(name, argument, answer)
          else socket.emit(name, argument)
        },
        close: end,
      }
    },
  }
}
