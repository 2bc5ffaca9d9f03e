import { canInflate, type CanvasConnection, type CanvasSocket, type IoSocket, socketIoSocket } from '@hewn/canvas'

/**
 * The way to the server's canvas. The socket library is a chunk of its own: a page without a session needs none, and
 * one with a session asks for it while React is still drawing.
 */
export const canvasSocket: CanvasSocket = {
  inflates: canInflate,
  open(hear, auth) {
    let inner: CanvasConnection | undefined
    let closed = false
    const begin = async () => {
      const { io } = await import('socket.io-client')
      if (closed) return
      // None that the library shares between canvases; it types its listeners more loosely than we do.
      const socket = io({ autoConnect: false, forceNew: true, transports: ['websocket', 'polling'] })
      inner = socketIoSocket(socket as unknown as IoSocket).open(hear, auth)
    }
    begin().catch(() => {
      if (!closed) hear({ kind: 'closed' })
    })
    return {
      send: (name, argument, answer) => inner?.send(name, argument, answer),
      close() {
        closed = true
        inner?.close()
      },
    }
  },
}
