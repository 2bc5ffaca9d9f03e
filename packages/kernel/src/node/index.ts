export { runnerVersion } from './runner-version.ts'
export { type SpawnOptions, spawnFactory } from './spawn-factory.ts'
export { type WorkerFactoryOptions, workerFactory } from './worker-factory.ts'
export { type ZygoteFactory, type ZygoteFactoryOptions, zygoteFactory } from './zygote-factory.ts'
