export { type SpawnOptions, spawnFactory } from './spawn-factory.ts'
