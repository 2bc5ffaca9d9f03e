import { io } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { json } from './house.ts'

export type Told = { name: string; data: Record<string, unknown> }

export interface ViewerOptions {
  headers?: Record<string, string>
  accept?: string[]
  token?: unknown
}

/** A plain viewer: any Socket.IO client that follows the preview contract. */
export async function viewer(url: string, session: string, { headers = {}, accept = [], token }: ViewerOptions = {}) {
  const socket = io(url, {
    transports: ['websocket'],
    extraHeaders: headers,
    reconnection: false,
    ...(token === undefined ? {} : { auth: { token } }),
  })
  onTestFinished(() => void socket.disconnect())
  const told: Told[] = []
  socket.onAny((name: string, data: Record<string, unknown>) => told.push({ name, data }))
  const refused = new Promise<Error & { data?: unknown }>((resolve) => socket.on('connect_error', resolve))
  const outcome = await Promise.race([new Promise<void>((resolve) => socket.on('connect', resolve)), refused])
  const answer = socket.connected
    ? await socket.timeout(5000).emitWithAck('join_session', { session_id: session, accept })
    : undefined
  return {
    told,
    answer,
    connected: socket.connected,
    refused: outcome?.data,
    names: () => told.map((one) => one.name),
  }
}

/** A session that was just begun. */
export async function begun(url: string) {
  const reply = await fetch(`${url}/api/sessions`, { method: 'POST', headers: json, body: '{}' })
  const { session } = (await reply.json()) as { session: { id: string } }
  return { id: session.id, path: `${url}/api/sessions/${session.id.slice(8)}` }
}
