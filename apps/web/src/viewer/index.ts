export type { BackdropColors } from './backdrop.ts'
export { createDecoder } from './decode.ts'
export {
  createViewer,
  type StandIn,
  type Viewer,
  type ViewerEvents,
  type ViewerPorts,
  type ViewerProbe,
} from './viewer.ts'
