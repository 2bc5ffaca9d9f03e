export { PortTaken, serve, type ServeOptions, type Serving } from './serve.ts'
