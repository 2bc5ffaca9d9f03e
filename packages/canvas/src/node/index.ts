export { asyncBinding } from './async-binding.ts'
export {
  type CanvasServing,
  type Handshake,
  SOCKET_OPTIONS,
  serveCanvas,
  type ServeCanvasOptions,
} from './serve-canvas.ts'
